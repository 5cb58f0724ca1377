//! Queries: words, and where to look for them.

use super::fold::fold;
use crate::library::nearest;
use crate::model::{Address, Kind, WordSet};

/// The longest query that is read, in characters. The rest is left out.
const QUERY_MAX: usize = 256;

/// The most words of a query that are looked for.
const WORDS_MAX: usize = 12;

/// What a reader asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words as they were typed.
    pub typed: String,
    /// The kinds to look for; empty for all.
    pub kinds: Vec<Kind>,
    /// The condition or section to look in.
    pub within: Option<Address>,
    /// Whether only words as typed count, and no letters may be left out.
    pub exact: bool,
}

impl Query {
    /// Asks for words everywhere.
    pub fn new(typed: &str) -> Self {
        Self { typed: typed.to_owned(), ..Self::default() }
    }

    /// Returns whether a place may be found.
    pub(super) fn allows(&self, kind: Kind, address: &Address) -> bool {
        let inside = self.within.as_ref().is_none_or(|within| {
            within.condition == address.condition
                && (within.section.is_none() || within.section == address.section)
                && (within.item.is_none() || within.item == address.item)
        });
        inside && (self.kinds.is_empty() || self.kinds.contains(&kind))
    }
}

/// Returns the folded words of a typed text.
pub(super) fn words(typed: &str) -> Vec<String> {
    let typed: String = typed.chars().take(QUERY_MAX).collect();
    fold(&typed)
        .split(' ')
        .filter(|word| !word.is_empty())
        .take(WORDS_MAX)
        .map(str::to_owned)
        .collect()
}

/// The kinds that can be searched for.
const SEARCHED: &[Kind] = &[
    Kind::Condition,
    Kind::Section,
    Kind::Symptom,
    Kind::Treatment,
    Kind::Coping,
    Kind::RedFlag,
    Kind::Type,
    Kind::Fact,
    Kind::Cause,
    Kind::Complication,
    Kind::Test,
    Kind::Alternative,
    Kind::Support,
    Kind::Disagreement,
];

/// Returns the words by which kinds are asked for.
pub fn kind_words() -> Vec<&'static str> {
    SEARCHED.iter().map(|kind| kind.word()).collect()
}

/// Reads kinds as somebody typed them, parted by commas. Plurals are understood.
///
/// # Errors
///
/// Returns the word that is no kind, and the nearest one if any is near.
pub fn kinds_from_words(typed: &str) -> Result<Vec<Kind>, (String, Option<&'static str>)> {
    typed
        .split(',')
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(|word| {
            let small = word.to_lowercase().replace([' ', '_'], "-");
            let singular = small.strip_suffix('s').unwrap_or(&small);
            let named = |word: &str| SEARCHED.iter().copied().find(|kind| kind.word() == word);
            let other = match singular {
                "tip" | "coping-tip" | "home" => Some(Kind::Coping),
                "get-help" | "emergency" => Some(Kind::RedFlag),
                "diagnosi" => Some(Kind::Test),
                "alternative-treatment" => Some(Kind::Alternative),
                _ => None,
            };
            named(&small)
                .or_else(|| named(singular))
                .or(other)
                .ok_or_else(|| (word.to_owned(), nearest(&small, kind_words())))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_understood_in_one_and_many() {
        assert_eq!(kinds_from_words("treatments, coping"), Ok(vec![Kind::Treatment, Kind::Coping]));
        assert_eq!(kinds_from_words("tretment"), Err(("tretment".to_owned(), Some("treatment"))));
    }

    #[test]
    fn a_huge_paste_is_cut_to_a_query() {
        assert!(words(&"word ".repeat(100_000)).len() <= WORDS_MAX);
    }
}
