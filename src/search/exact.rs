//! The readings of words as they were typed: the word, its forms, what begins with it, two in one.

use super::form::{american, form};
use super::index::Index;
use super::letters::{MISSPELT, STOP};
use super::query::Token;
use super::readings::{FORM, Readings, Way};
use super::table::Part;

/// The fewest letters of a word before the last that may stand for a longer one.
const START_MIN: usize = 3;

/// The fewest letters of two typed words that may be one.
const JOINED_MIN: usize = 5;

/// Returns every reading of the typed words that changes no letter of them.
pub(super) fn exact(index: &Index, tokens: &[Token]) -> Readings {
    let mut readings = Readings::new(index.words());
    for (n, token) in tokens.iter().enumerate() {
        if let Some(word) = index.word(&token.text) {
            readings.add(word, n, 0, Way::Whole);
        }
        for word in index.forms(&form(&token.text)) {
            readings.add(word, n, FORM, Way::Form);
        }
        if token.open || (token.needed && token.text.len() >= START_MIN) {
            // A word in the middle was most likely typed to its end.
            let cost = if token.open { 0 } else { FORM };
            for text in [token.text.as_str(), &american(&token.text)] {
                for word in index.starts(text) {
                    readings.add(word, n, cost, Way::Start);
                }
            }
        }
        if let Some(next) = tokens.get(n + 1) {
            let joined = format!("{}{}", token.text, next.text);
            // A lone s behind a word is its plural.
            if joined.len() >= JOINED_MIN && next.text != "s" {
                for word in index.forms(&form(&joined)) {
                    readings.add(word, n, 0, Way::Joined);
                    readings.add(word, n + 1, 0, Way::Joined);
                }
                if next.open {
                    for word in index.starts(&joined) {
                        readings.add(word, n, FORM, Way::Joined);
                        readings.add(word, n + 1, FORM, Way::Joined);
                    }
                }
            }
        }
    }
    readings
}

/// Returns the two words that a typed one may hold without a blank, if both are words of names.
pub(super) fn split(index: &Index, token: &Token) -> Option<(String, String)> {
    let text = &token.text;
    if text.len() < JOINED_MIN || !text.is_ascii() {
        return None;
    }
    (2..text.len().saturating_sub(1))
        .filter_map(|at| text.split_at_checked(at))
        .filter(|(first, second)| {
            let whole =
                |word: &str| index.forms(&form(word)).into_iter().any(|word| index.named(word) > 0);
            let begins =
                token.open && second.len() >= START_MIN && !index.starts(second).is_empty();
            whole(first) && (whole(second) || begins)
        })
        // The more even the halves, the likelier both are meant.
        .max_by_key(|(first, second)| first.len().min(second.len()))
        .map(|(first, second)| (first.to_owned(), second.to_owned()))
}

impl Index {
    /// Returns how many words are known.
    pub(super) fn words(&self) -> usize {
        self.table.count(Part::WordTextAt)
    }

    /// Returns a folded word by its place in the vocabulary.
    pub(super) fn spelt(&self, word: u32) -> &str {
        self.table.text(Part::WordText, Part::WordTextAt, word)
    }

    /// Returns the bytes of a folded word.
    pub(super) fn spelt_bytes(&self, word: u32) -> &[u8] {
        self.table.text_bytes(Part::WordText, Part::WordTextAt, word)
    }

    /// Returns whether a word carries no meaning of its own.
    pub(super) fn is_stop(&self, word: u32) -> bool {
        self.table.number(Part::WordLetters, word) & STOP != 0
    }

    /// Returns whether a word is listed as a misspelling.
    pub(super) fn is_misspelt(&self, word: u32) -> bool {
        self.table.number(Part::WordLetters, word) & MISSPELT != 0
    }

    /// Returns whether a typed word is known as it is, in another form, or joined with the next, and
    /// not as a misspelling.
    pub(super) fn knows(&self, readings: &Readings, token: usize) -> bool {
        readings.token(token).any(|(word, read)| {
            matches!(read.way, Way::Whole | Way::Form | Way::Joined) && !self.is_misspelt(word)
        })
    }

    /// Returns the place of a word in the vocabulary.
    pub(super) fn word(&self, text: &str) -> Option<u32> {
        let place = self.table.first_text(Part::WordText, Part::WordTextAt, text);
        (self.spelt_bytes(place) == text.as_bytes() && !text.is_empty()).then_some(place)
    }

    /// Returns the words that begin with the given letters.
    pub(super) fn starts(&self, text: &str) -> std::ops::Range<u32> {
        let first = self.table.first_text(Part::WordText, Part::WordTextAt, text);
        let last = self.table.first_text_past(Part::WordText, Part::WordTextAt, text, first);
        first..last
    }

    /// Returns the words of a form. A known word is among those of its own.
    pub(super) fn forms(&self, key: &str) -> Vec<u32> {
        self.keyed(Part::FormHash, Part::FormWord, key, form)
    }

    /// Returns the words of a stem.
    pub(super) fn stems(&self, key: &str) -> Vec<u32> {
        self.keyed(Part::StemHash, Part::StemWord, key, super::form::stem)
    }

    fn keyed(&self, hashes: Part, words: Part, key: &str, of: impl Fn(&str) -> String) -> Vec<u32> {
        let hash = super::build::hash(key);
        let first = self.table.first_number(hashes, hash);
        (first..super::table::number(self.table.length(hashes)))
            .take_while(|place| self.table.number(hashes, *place) == hash)
            .map(|place| self.table.number(words, place))
            .filter(|word| of(self.spelt(*word)) == key)
            .collect()
    }

    /// Returns how often records hold a word in a name.
    pub(super) fn named(&self, word: u32) -> u32 {
        let range = self.table.range(Part::NamedAt, word);
        range.end.saturating_sub(range.start)
    }
}
