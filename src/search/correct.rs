//! Slips of spelling: the nearest known word for a word that nothing begins with.

use super::record::Record;
use std::collections::BTreeMap;

/// The words of all records, sorted, with how often each stands in a name.
#[derive(Debug)]
pub(super) struct Vocabulary {
    words: Vec<(String, u32)>,
}

impl Vocabulary {
    /// Collects the words of records.
    pub(super) fn of(records: &[Record]) -> Self {
        let mut words: BTreeMap<&str, u32> = BTreeMap::new();
        for record in records {
            let names = std::iter::once(&record.title).chain(&record.names).chain(&record.aliases);
            for word in names.flat_map(|name| name.folded.words()) {
                *words.entry(word).or_default() += 1;
            }
            for word in record.text.folded.words() {
                words.entry(word).or_default();
            }
        }
        Self { words: words.into_iter().map(|(word, count)| (word.to_owned(), count)).collect() }
    }

    /// Returns whether any word begins with the given letters.
    fn has_start(&self, letters: &str) -> bool {
        let place = self.words.partition_point(|(word, _)| word.as_str() < letters);
        self.words.get(place).is_some_and(|(word, _)| word.starts_with(letters))
    }

    /// Returns the words with each unknown one replaced by the nearest known one, if any was.
    ///
    /// The last word may be the beginning of a longer one, as it is while somebody types.
    pub(super) fn corrected(&self, typed: &[String]) -> Option<Vec<String>> {
        let mut changed = false;
        let last = typed.len().saturating_sub(1);
        let words = typed
            .iter()
            .enumerate()
            .map(|(n, word)| {
                let near = if self.has_start(word) { None } else { self.nearest(word, n == last) };
                changed |= near.is_some();
                near.unwrap_or(word).to_owned()
            })
            .collect();
        changed.then_some(words)
    }

    /// Returns the nearest word within the slips that its length allows; of equally near ones the
    /// one that stands in more names. A swap of two letters is one slip.
    fn nearest(&self, typed: &str, beginning: bool) -> Option<&str> {
        let letters = typed.chars().count();
        let allowed = slips(typed, letters)?;
        let mut best: Option<(usize, u32, &str)> = None;
        for (word, count) in &self.words {
            let length = word.chars().count();
            if length + allowed < letters || (length > letters + allowed && !beginning) {
                continue;
            }
            let mut distance = strsim::osa_distance(typed, word);
            if beginning && length > letters {
                let start: String = word.chars().take(letters).collect();
                distance = distance.min(strsim::osa_distance(typed, &start));
            }
            let better = best.is_none_or(|(least, most, _)| {
                distance < least || (distance == least && *count > most)
            });
            if distance <= allowed && better {
                best = Some((distance, *count, word));
            }
        }
        best.map(|(_, _, word)| word)
    }
}

/// Returns how many slips a word of some length may hold, if any. Short words have too many near
/// ones, and a digit tells types and genes apart.
fn slips(word: &str, letters: usize) -> Option<usize> {
    if word.chars().any(char::is_numeric) {
        return None;
    }
    match letters {
        0..=4 => None,
        5..=7 => Some(1),
        8..=12 => Some(2),
        _ => Some(3),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest(typed: &str) -> Option<String> {
        let words = ["botulinum", "dystonia", "neck", "type", "toxin"];
        let mut words: Vec<(String, u32)> =
            words.iter().map(|word| ((*word).to_owned(), 1)).collect();
        words.sort();
        let vocabulary = Vocabulary { words };
        vocabulary.corrected(&[typed.to_owned()]).map(|words| words.join(" "))
    }

    #[test]
    fn swapped_wrong_missing_and_doubled_letters_are_mended() {
        for typed in ["botulinim", "botulnium", "bottulinum", "botulinm"] {
            assert_eq!(nearest(typed).as_deref(), Some("botulinum"), "{typed}");
        }
        assert_eq!(nearest("dsytonia").as_deref(), Some("dystonia"));
        assert_eq!(nearest("botulni").as_deref(), Some("botulinum"), "while it is typed");
    }

    #[test]
    fn known_beginnings_short_words_numbers_and_strangers_are_left_alone() {
        for typed in ["dyst", "nekc", "dyt1x", "zebras", "helicopter"] {
            assert_eq!(nearest(typed), None, "{typed}");
        }
    }
}
