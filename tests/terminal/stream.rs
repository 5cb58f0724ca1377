//! What the program has written to the terminal, taken apart.

use std::str::Chars;

/// The sequences that are sent besides moves, erasing to the end of a row, and looks.
const MODES: [&str; 12] = [
    "?1049h", "?2004h", "?25h", "?1000h", "?1006h", "?1006l", "?1000l", "?2004l", "?1049l", "2J",
    "H", "K",
];

/// One piece of what was written.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// A character to be shown.
    Shown(char),
    /// A control sequence, without the `ESC [` before it.
    Sequence(String),
    /// Any other control character, with the one after it if it is an escape.
    Control(String),
}

fn pieces(sent: &str) -> Vec<Piece> {
    let mut left = sent.chars();
    let mut pieces = Vec::new();
    while let Some(c) = left.next() {
        pieces.push(match c {
            '\x1b' => escape(&mut left),
            c if c.is_control() => Piece::Control(c.to_string()),
            c => Piece::Shown(c),
        });
    }
    pieces
}

fn escape(left: &mut Chars<'_>) -> Piece {
    match left.next() {
        Some('[') => {
            let mut sequence = String::new();
            for c in left {
                sequence.push(c);
                if ('@'..='~').contains(&c) {
                    break;
                }
            }
            Piece::Sequence(sequence)
        }
        other => Piece::Control(format!("\x1b{}", other.map_or(String::new(), String::from))),
    }
}

/// Asserts that all that was written is printable ASCII or a sequence that every screen reader takes
/// in silence, plain looks left out too: a move of the cursor, erasing, or one of the modes.
pub(super) fn assert_silent(sent: &str) {
    const MODES: [&str; 5] = ["?1049h", "?2004h", "?25h", "?2004l", "?1049l"];
    for piece in pieces(sent) {
        let silent = match &piece {
            Piece::Shown(c) => matches!(c, ' '..='~'),
            Piece::Sequence(sequence) => {
                let numbers = sequence.trim_end_matches(['H', 'J', 'K', 'm']);
                let plain = numbers.chars().all(|c| c.is_ascii_digit() || c == ';');
                MODES.contains(&sequence.as_str())
                    || (plain && (sequence == "0m" || !sequence.ends_with('m')))
            }
            Piece::Control(_) => false,
        };
        assert!(silent, "{piece:?} in {sent:?}");
    }
}

/// Asserts that all that was written is text, a move of the cursor, a look, or one of the few
/// modes: no hidden cursor, no question to the terminal, no title, no clipboard.
pub(super) fn assert_tame(sent: &str) {
    for piece in pieces(sent) {
        let tame = match &piece {
            Piece::Shown(c) => !is_unseen(*c),
            Piece::Sequence(sequence) => MODES.contains(&sequence.as_str()) || is_plain(sequence),
            Piece::Control(control) => control == "\x18",
        };
        assert!(tame, "{piece:?} in {sent:?}");
    }
}

/// Whether a sequence is a move to a row and a column, or a look.
fn is_plain(sequence: &str) -> bool {
    let count = sequence.split(';').count();
    match (sequence.strip_suffix('H'), sequence.strip_suffix('m')) {
        (Some(list), _) => count == 2 && numbers(list).len() == 2,
        (_, Some(list)) => numbers(list).len() == count,
        _ => false,
    }
}

fn numbers(list: &str) -> Vec<u16> {
    list.split(';').filter_map(|number| number.parse().ok()).collect()
}

/// Whether a character changes how its neighbours are shown, or has no shape of its own.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Returns the numbers of all colours that were sent.
pub(super) fn colours(sent: &str) -> Vec<u16> {
    let looks = pieces(sent).into_iter().filter_map(|piece| match piece {
        Piece::Sequence(sequence) => sequence.strip_suffix('m').map(str::to_owned),
        _ => None,
    });
    let numbers = looks.flat_map(|look| numbers(&look));
    numbers.filter(|number| matches!(number, 30..=49 | 90..=107)).collect()
}
