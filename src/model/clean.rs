//! Text that is safe to show: the one place that decides which characters may reach a terminal.
//!
//! A control character can command a terminal, a bidi override can turn a sentence round, and an
//! invisible one can hide a word from search. Content that holds one is refused; typed text, file
//! names and messages are cleaned. The list follows Unicode's `Cc`, `Cf`, `Zl`, `Zp` and `Co`
//! classes and the fillers that are drawn as nothing.

use std::borrow::Cow;

/// What stands in the place of an unsafe character. One column wide, and ASCII for every terminal.
const MARK: char = '?';

/// The most combining marks on one letter. Floods of them have crashed terminals.
pub const MARKS_MAX: usize = 8;

/// Returns whether a character may harm a terminal or deceive a reader. A line feed counts too.
pub fn is_unsafe(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' // C0, DEL, C1
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'
        | '\u{600}'..='\u{605}' | '\u{6dd}'
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}' // fillers and blanks
        | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1345f}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{1fffe}' | '\u{1ffff}' | '\u{2fffe}' | '\u{2ffff}'
        | '\u{3fffe}'..='\u{10ffff}') // unassigned planes, tags, selectors, private planes
}

/// Returns the character, or the mark that stands for an unsafe one.
pub fn clean_char(c: char) -> char {
    if is_unsafe(c) { MARK } else { c }
}

/// Returns the text as it may be shown on one line: unsafe characters marked, floods of
/// combining marks cut, line feeds and tabs turned into blanks.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (b' '..0x7f).contains(&b)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        marks = if is_combining(c) { marks + 1 } else { 0 };
        match c {
            '\n' | '\t' | '\r' => shown.push(' '),
            _ if marks > MARKS_MAX => {}
            _ => shown.push(clean_char(c)),
        }
    }
    Cow::Owned(shown)
}

/// Returns whether a character is drawn over the one before it.
fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_and_foreign_letters_are_kept() {
        for text in ["Guillain-Barré", "ménière", "e\u{301}", "סרטן", "日本語"] {
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn what_could_command_a_terminal_or_deceive_is_marked() {
        assert_eq!(clean("a\u{1b}[31mb"), "a?[31mb");
        assert_eq!(clean("a\u{9b}b\u{202e}c\u{200b}d\u{e0041}e"), "a?b?c?d?e");
        assert_eq!(clean("two\nlines\there"), "two lines here");
    }

    #[test]
    fn floods_of_combining_marks_are_cut() {
        let flood = format!("e{}", "\u{301}".repeat(500));
        assert_eq!(clean(&flood).chars().count(), 1 + MARKS_MAX);
    }
}
