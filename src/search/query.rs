//! Queries: words, and where to look for them.

use super::fold::fold;
use crate::library::nearest;
use crate::model::{Address, Kind, WordSet};

/// The longest query that is read, in characters. The rest is left out.
const QUERY_MAX: usize = 256;

/// The most words of a query that are looked for.
pub(super) const WORDS_MAX: usize = 8;

/// Words that stand in every text: they are looked for, but nothing is missed without them.
const STOP_WORDS: &[&str] = &[
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "being", "but", "by",
    "can", "could", "define", "did", "do", "does", "doing", "for", "from", "get", "gets",
    "getting", "got", "had", "has", "have", "having", "her", "his", "how", "i", "if", "im", "in",
    "is", "it", "its", "ive", "just", "me", "mean", "meaning", "means", "my", "of", "on", "or",
    "our", "really", "she", "he", "should", "so", "some", "that", "the", "their", "them", "then",
    "there", "they", "this", "to", "very", "was", "we", "were", "what", "when", "which", "while",
    "who", "will", "with", "would", "you", "your",
];

/// How somebody asks what a word means, as folded words.
const MEANING: &[&str] = &[
    "what is ",
    "what are ",
    "whats ",
    "what s ",
    "what does ",
    "meaning of ",
    "define ",
    "explain ",
];

/// Returns whether a folded word carries no meaning of its own.
pub(super) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(&word)
}

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
    /// Asks for words everywhere. One letter and a colon before them stand for a kind: `t: botox`.
    pub fn new(typed: &str) -> Self {
        let kinds = |letter: &str| {
            Some(match letter.trim() {
                "c" => vec![Kind::Condition],
                "s" => vec![Kind::Symptom],
                "t" => vec![Kind::Treatment],
                "h" => vec![Kind::Coping, Kind::Alternative],
                _ => return None,
            })
        };
        let short = typed.split_once(':').and_then(|(letter, rest)| Some((kinds(letter)?, rest)));
        let (kinds, words) = short.unwrap_or((Vec::new(), typed));
        Self { typed: words.to_owned(), kinds, ..Self::default() }
    }

    /// Returns whether somebody asks what a word means.
    pub(super) fn asks_meaning(&self) -> bool {
        let typed = fold(&self.typed);
        MEANING.iter().any(|asked| typed.starts_with(asked))
            || ["mean", "meaning"].contains(&typed.rsplit(' ').next().unwrap_or_default())
    }

    /// Returns whether a place may be found.
    pub(super) fn allows(&self, kind: Kind, address: &str) -> bool {
        let inside = self.within.as_ref().is_none_or(|within| {
            let within = within.to_string();
            address
                .strip_prefix(&within)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        inside && (self.kinds.is_empty() || self.kinds.contains(&kind))
    }
}

/// One typed word, as it is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// The folded word.
    pub(super) text: String,
    /// Whether it may go on: the last word, while nothing was typed behind it.
    pub(super) open: bool,
    /// Whether a hit must hold it.
    pub(super) needed: bool,
}

/// Returns the words of a typed text. If all of them carry no meaning, all are needed.
pub(super) fn tokens(typed: &str) -> Vec<Token> {
    let typed: String = typed.chars().take(QUERY_MAX).collect();
    let folded = fold(&typed);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    if words.len() > WORDS_MAX && !words.iter().all(|word| is_stop_word(word)) {
        words.retain(|word| !is_stop_word(word));
    }
    words.truncate(WORDS_MAX);
    let open = !typed.ends_with(char::is_whitespace);
    let all = words.iter().all(|word| is_stop_word(word));
    let last = words.len().saturating_sub(1);
    words
        .into_iter()
        .enumerate()
        .map(|(n, word)| Token {
            text: word.to_owned(),
            open: open && n == last,
            needed: all || !is_stop_word(word),
        })
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
    Kind::Term,
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
                "word" | "glossary" => Some(Kind::Term),
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
    fn a_letter_and_a_colon_stand_for_a_kind() {
        let query = Query::new("t: botox");
        assert_eq!((query.typed.as_str(), query.kinds), (" botox", vec![Kind::Treatment]));
        assert_eq!(Query::new("note: x").typed, "note: x");
    }

    #[test]
    fn a_question_for_a_word_is_told_from_one_for_help() {
        for asked in ["what is a biopsy", "What's MRI?", "what does ataxia mean", "define gene"] {
            assert!(Query::new(asked).asks_meaning(), "{asked}");
        }
        for other in ["biopsy", "what to do for neck pain", "mean headaches at night"] {
            assert!(!Query::new(other).asks_meaning(), "{other}");
        }
    }

    #[test]
    fn a_huge_paste_is_cut_to_a_query() {
        assert!(tokens(&"word ".repeat(100_000)).len() <= WORDS_MAX);
    }
}
