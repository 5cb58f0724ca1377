//! Which letters of a shown text a query's words stand for.

use super::fold::Folded;
use super::query::words;
use std::ops::Range;

/// Words that stand in every text and so mark nothing when other words do.
const STOP_WORDS: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "have",
    "her", "his", "how", "i", "in", "is", "it", "me", "my", "of", "on", "or", "our", "that", "the",
    "their", "this", "to", "what", "when", "which", "will", "with", "you", "your",
];

/// Returns the places, in bytes, where words of a shown text begin with a word of the query. In
/// order, not overlapping. Words that carry no meaning count only if the query has no others.
pub fn marks(typed: &str, shown: &str) -> Vec<Range<usize>> {
    let words = meaningful(words(typed));
    if words.is_empty() {
        return Vec::new();
    }
    in_bytes(shown, &letters(&words, &Folded::of(shown)))
}

/// Leaves out the words that carry no meaning, unless that would leave none.
pub(super) fn meaningful(words: Vec<String>) -> Vec<String> {
    let some: Vec<String> =
        words.iter().filter(|word| !STOP_WORDS.contains(&word.as_str())).cloned().collect();
    if some.is_empty() { words } else { some }
}

/// Returns the letters, counted in characters, where words begin with one of the given words.
pub(super) fn letters(words: &[String], folded: &Folded) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = words
        .iter()
        .flat_map(|word| folded.starts(word).map(move |at| (at, at + word.len())))
        .filter_map(|(start, end)| folded.letters(start, end))
        .collect();
    found.sort_by_key(|range| (range.start, range.end));
    joined(found)
}

/// Joins ranges that touch or overlap. They are sorted by their starts.
pub(super) fn joined(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// Turns ranges of characters into ranges of bytes.
fn in_bytes(text: &str, letters: &[Range<usize>]) -> Vec<Range<usize>> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    letters
        .iter()
        .filter_map(|range| Some(*starts.get(range.start)?..*starts.get(range.end)?))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_of_words_are_marked_whatever_their_accents() {
        let shown = "The Ménière test: meniere";
        let found: Vec<&str> =
            marks("meni", shown).into_iter().map(|range| shown.get(range).unwrap()).collect();
        assert_eq!(found, ["Méni", "meni"]);
        assert!(marks("", shown).is_empty());
        assert_eq!(marks("the test", shown).len(), 1);
    }
}
