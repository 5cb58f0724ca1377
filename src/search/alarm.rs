//! Emergencies: words that may mean that somebody needs help now.

use super::form::form;
use super::hits::Hit;
use super::index::Index;
use super::query::{Token, is_stop_word};
use super::slips::allowed;
use super::table::{Part, number};

/// What was typed may mean an emergency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// Where the book says what to do, if it does.
    pub help: Option<Box<Hit>>,
}

/// The fewest letters of a word of an alarm that may be misspelt. In haste, spelling suffers.
const SLIP_MIN: usize = 5;

/// Returns whether the typed words hold all words of a phrase that names an emergency.
pub(super) fn alarm(index: &Index, tokens: &[Token]) -> bool {
    let typed: Vec<String> = tokens.iter().map(|token| form(&token.text)).collect();
    (0..number(index.table.count(Part::AlarmTextAt))).any(|place| {
        let mut words = index
            .table
            .text(Part::AlarmText, Part::AlarmTextAt, place)
            .split(' ')
            .filter(|word| !is_stop_word(word))
            .peekable();
        words.peek().is_some() && words.all(|word| typed.iter().any(|typed| means(typed, word)))
    })
}

fn means(typed: &str, word: &str) -> bool {
    let near = || {
        let may = allowed(word).whole;
        word.len() >= SLIP_MIN
            && typed.len().abs_diff(word.len()) <= may
            && strsim::osa_distance(typed, word) <= may
    };
    typed == word || near()
}
