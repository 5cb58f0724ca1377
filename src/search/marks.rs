//! Which letters of a shown text a query's words stand for.

use super::fold::Folded;
use super::query::tokens;
use std::ops::Range;

/// A word that is marked where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The folded word.
    pub(super) text: String,
    /// Whether only the whole word is marked, not what begins with it.
    pub(super) whole: bool,
}

/// Returns the places, in bytes, where words of a shown text begin with a word of the query. In
/// order, not overlapping. Words that carry no meaning count only if the query has no others.
pub fn marks(typed: &str, shown: &str) -> Vec<Range<usize>> {
    let marks: Vec<Mark> = tokens(typed)
        .into_iter()
        .filter(|token| token.needed)
        .map(|token| Mark { text: token.text, whole: false })
        .collect();
    in_bytes(shown, &letters(&marks, &Folded::of(shown)))
}

/// Returns the letters, counted in characters, of words that are marked.
pub(super) fn letters(marks: &[Mark], folded: &Folded) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut found = Vec::new();
    for word in folded.text.split(' ') {
        let marked = |mark: &&Mark| {
            if mark.whole { word == mark.text } else { word.starts_with(&mark.text) }
        };
        // A whole word stands for what was typed; of a beginning, only the typed letters.
        let longest = marks
            .iter()
            .filter(|mark| !mark.text.is_empty())
            .filter(marked)
            .map(|mark| mark.text.len())
            .max();
        if let Some(length) = longest {
            found.extend(folded.letters(at, at + length));
        }
        at += word.len() + 1;
    }
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
