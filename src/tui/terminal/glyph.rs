//! The last door: what may stand in one cell of the screen.
//!
//! All text is cleaned long before it comes here. This door holds even when somewhere a
//! piece of text was forgotten.

use crate::model::{MARKS_MAX, is_unsafe};
use ratatui::buffer::CellWidth;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The longest cluster, a family emoji for instance, in code points.
const LONGEST: usize = 10;
/// What stands for anything that is not let through.
pub(super) const MARK: &str = "?";
const JOINER: char = '\u{200d}';

/// The symbol if it may be shown, and else the mark.
pub(super) fn shown(symbol: &str) -> &str {
    match symbol.as_bytes() {
        [] => " ",
        [b' '..=b'~'] => symbol,
        _ if is_safe(symbol) => symbol,
        _ => MARK,
    }
}

/// The columns that a shown symbol takes, by the one table that ratatui uses too.
pub(super) fn width(symbol: &str) -> usize {
    if symbol.len() == 1 { 1 } else { usize::from(symbol.cell_width()) }
}

/// Whether terminals agree on the width: true when it is the sum of the parts. With
/// emoji sequences it is not, and the cursor must be placed anew behind them.
pub(super) fn is_sure(symbol: &str) -> bool {
    symbol.len() == 1
        || symbol.width() == symbol.chars().map(|c| c.width().unwrap_or(0)).sum::<usize>()
}

fn is_safe(symbol: &str) -> bool {
    let mut before = None;
    let mut marks = 0;
    for (at, c) in symbol.chars().enumerate() {
        let allowed = match c {
            JOINER => before.is_some_and(is_pictorial) && ends_pictorial(symbol, at),
            // The two variation selectors that choose text or emoji, one at a time.
            '\u{fe0e}' | '\u{fe0f}' => before.is_some_and(|b| !is_unsafe(b)),
            _ => !is_unsafe(c),
        };
        marks += usize::from(c.width() == Some(0) && !is_unsafe(c));
        if !allowed || at >= LONGEST || marks > MARKS_MAX {
            return false;
        }
        before = Some(c);
    }
    matches!(width(symbol), 1 | 2)
}

/// Whether the character behind a joiner is one that emoji are joined with.
fn ends_pictorial(symbol: &str, joiner: usize) -> bool {
    symbol.chars().nth(joiner + 1).is_some_and(|c| is_pictorial(c) && c != '\u{fe0f}')
}

fn is_pictorial(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_marked() {
        let bad = "\u{0}\u{7}\u{8}\t\n\r\u{1b}\u{7f}\u{80}\u{85}\u{9b}\u{9d}\u{ad}\u{34f}\u{61c}\u{200b}\u{200c}\u{200d}\
            \u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{206f}\u{3164}\u{e000}\u{fe0f}\
            \u{feff}\u{fff9}\u{fffb}\u{e0041}\u{e007f}\u{f0000}\u{10ffff}\u{301}";
        for c in bad.chars() {
            assert_eq!(shown(&c.to_string()), "?", "U+{:04X} alone", u32::from(c));
            if c != '\u{301}' && c != '\u{fe0f}' {
                assert_eq!(shown(&format!("a{c}")), "?", "U+{:04X} on a letter", u32::from(c));
            }
        }
        assert_eq!(shown("\u{1b}[31m"), "?");
    }

    #[test]
    fn real_text_passes() {
        for good in [
            "a",
            " ",
            "é",
            "e\u{301}",
            "ß",
            "世",
            "ש",
            "ع",
            "नि",
            "한",
            "…",
            "“",
            "─",
            "❤\u{fe0f}",
            "🩺",
            "👍🏽",
            "🇩🇪",
            "👩\u{200d}⚕\u{fe0f}",
            "👨\u{200d}👩\u{200d}👧\u{200d}👦",
        ] {
            assert_eq!(shown(good), good);
        }
    }

    #[test]
    fn floods_are_marked() {
        assert_eq!(shown(&("Z".to_owned() + &"\u{335}".repeat(8))).len(), 17);
        assert_eq!(shown(&("Z".to_owned() + &"\u{335}".repeat(9))), "?");
        assert_eq!(shown(&("x".to_owned() + &"\u{fe0f}".repeat(2))), "?");
        assert_eq!(shown(&["👨"; 6].join("\u{200d}")), "?");
        assert_eq!(shown("👨\u{200d}"), "?");
        assert_eq!(shown("👨\u{200d}a"), "?");
        assert_eq!(shown("abc"), "?");
        assert_eq!(shown(""), " ");
    }
}
