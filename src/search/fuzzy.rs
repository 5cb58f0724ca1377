//! Letters left out: `fuzzy-matcher` on names, the only file that knows the crate.
//!
//! It answers abbreviations such as "wcramp", and the lists in which a reader picks a name.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// The share of a word's own score from which a match is worth showing.
const SCORE_MIN: f64 = 0.7;

/// The fewest letters of a word that may stand for a longer one.
pub(super) const LETTERS_MIN: usize = 4;

/// The longest name that is looked at, in letters. In a long one, letters stand anywhere by chance.
pub(super) const NAME_MAX: usize = 60;

/// Finds words with letters left out.
pub(super) struct Fuzzy {
    matcher: SkimMatcherV2,
}

impl Fuzzy {
    pub(super) fn new() -> Self {
        Self { matcher: SkimMatcherV2::default().ignore_case() }
    }

    /// Returns how well every word stands in the folded name, from 0.7 to 1, with the places of
    /// the letters as bytes of the name; nothing if a word does not.
    pub(super) fn find(&self, words: &[&str], name: &str) -> Option<(f64, Vec<usize>)> {
        let mut places = Vec::new();
        let mut least: f64 = 1.0;
        for word in words {
            if word.len() < LETTERS_MIN || !word.is_ascii() || !name.is_ascii() {
                return None;
            }
            let (score, letters) = self.matcher.fuzzy_indices(name, word)?;
            let own = self.matcher.fuzzy_match(word, word)?;
            #[expect(clippy::cast_precision_loss, reason = "scores are small")]
            let share = score as f64 / own as f64;
            if share < SCORE_MIN {
                return None;
            }
            least = least.min(share);
            places.extend(letters);
        }
        places.sort_unstable();
        places.dedup();
        Some((least, places))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_may_be_left_out_but_not_swapped() {
        let fuzzy = Fuzzy::new();
        let find = |word: &str, name: &str| fuzzy.find(&[word], name).is_some();
        assert!(find("wcramp", "writers cramp"));
        assert!(find("botlinum", "botulinum toxin"));
        assert!(!find("crmpa", "writers cramp"));
        assert!(!find("zzzz", "writers cramp"));
    }
}
