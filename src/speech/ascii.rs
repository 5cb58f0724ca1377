//! Printable ASCII: what a reader that counts bytes, and a braille table, can be trusted with.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What stands for a sign that has no replacement.
const UNKNOWN: char = '?';

/// Returns text in printable ASCII on one line: accents dropped, signs replaced by what they stand
/// for. A character without a replacement becomes a question mark.
pub fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            ' '..='~' => plain.push(c),
            '\n' | '\t' | '\r' | '\u{a0}' | '\u{2009}' | '\u{202f}' => plain.push(' '),
            '‘' | '’' | '′' => plain.push('\''),
            '“' | '”' | '″' => plain.push('"'),
            '‐' | '‑' | '–' | '—' | '−' => plain.push('-'),
            _ => match letters(c) {
                Some(letters) => plain.push_str(letters),
                None => plain.push(UNKNOWN),
            },
        }
    }
    plain
}

/// Returns letters that stand for one which has no accent to drop.
fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        '…' => "...",
        'ß' => "ss",
        'æ' => "ae",
        'Æ' => "Ae",
        'œ' => "oe",
        'Œ' => "Oe",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_printable_ascii_is_left() {
        assert_eq!(ascii("Guillain-Barré “x” – y…\u{1b}[2J"), "Guillain-Barre \"x\" - y...?[2J");
        assert_eq!(ascii("Sjögren, Łódź, smørrebrød"), "Sjogren, Lodz, smorrebrod");
    }
}
