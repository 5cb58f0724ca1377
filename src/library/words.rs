//! Words that mean the same, and words that name an emergency: `data/words.toml`.
//!
//! The list serves the search of every library, so that it is read and checked apart from pages.

use super::check;
use super::format::{Block, Format, Need, Role, SOURCE, Shape, block, required};
use super::problem::{Problem, Problems, quote};
use super::read::read_as;
use super::tree;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use toml::de::DeTable;

/// What the list says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Everyday words with the medical words that mean the same.
    pub pairs: Vec<(Vec<String>, Vec<String>)>,
    /// Phrases that name an emergency.
    pub alarms: Vec<String>,
}

/// The format of the list.
const WORDS: Format = Format { file: "the list", keys: &[], blocks: BLOCKS };

const BLOCKS: &[Block] = &[
    block(
        "pair",
        Role::Entry,
        Need::Optional,
        &[
            required("everyday", Shape::Lines, "Words that readers type."),
            required("medical", Shape::Lines, "Words on pages that mean the same."),
            required("src", Shape::SourceIds, "Ids of the sources that say so."),
        ],
        "Everyday words with the medical words that mean the same.",
    ),
    block(
        "alarm",
        Role::Entry,
        Need::Optional,
        &[
            required("words", Shape::Lines, "Words that may name an emergency."),
            required("src", Shape::SourceIds, "Ids of the sources that say so."),
        ],
        "Words that may name an emergency.",
    ),
    SOURCE,
];

/// Reads and checks the list.
///
/// # Errors
///
/// Returns every problem of the file, in the order of its lines.
pub(super) fn read_words(file: &str, bytes: &[u8]) -> Result<Words, Vec<Problem>> {
    let checked = |top: &DeTable<'_>, problems: &mut Problems<'_>| {
        check::sources(BLOCKS, top, problems);
        empty(top, problems);
        twice(top, problems);
    };
    let texts = |table: &DeTable<'_>, key: &str| -> Vec<String> {
        tree::list(table, key).map(|(text, _)| text.to_owned()).collect()
    };
    read_as(&WORDS, file, bytes, checked, |top| {
        Some(Words {
            pairs: tree::blocks(top, "pair")
                .map(|(pair, _)| (texts(pair, "everyday"), texts(pair, "medical")))
                .collect(),
            alarms: tree::blocks(top, "alarm")
                .flat_map(|(alarm, _)| texts(alarm, "words"))
                .collect(),
        })
    })
}

/// A pair or an alarm without words does nothing.
fn empty(top: &DeTable<'_>, problems: &mut Problems<'_>) {
    for (block, key) in [("pair", "everyday"), ("pair", "medical"), ("alarm", "words")] {
        for (table, _) in tree::blocks(top, block) {
            let Some(value) = table.get(key) else { continue };
            if value.get_ref().as_array().is_some_and(|list| list.is_empty()) {
                let hint = format!("Write words into it, or delete the whole [[{block}]].");
                problems.add(&value.span(), format!("`{key}` is empty"), Some(hint));
            }
        }
    }
}

/// The same everyday words belong to one pair only, so that each has one meaning to review.
fn twice(top: &DeTable<'_>, problems: &mut Problems<'_>) {
    let mut seen = BTreeSet::new();
    for (pair, _) in tree::blocks(top, "pair") {
        for (words, place) in tree::list(pair, "everyday") {
            if !seen.insert(words) {
                let hint = "Put all medical words for it in one pair.";
                problems.add(&place, format!("{} is there twice", quote(words)), Some(hint.into()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
[[pair]]
everyday = ["heart racing"]
medical = ["palpitations"]
src = ["a"]

[[alarm]]
words = ["chest pain"]
src = ["a"]

[[source]]
id = "a"
title = "Words"
publisher = "Somebody"
url = "https://example.org"
read = 2026-11-22
"#;

    fn problems(text: &str) -> Vec<String> {
        let found = read_words("words.toml", text.as_bytes()).err().unwrap_or_default();
        found.iter().map(|problem| format!("{}: {}", problem.line, problem.message)).collect()
    }

    #[test]
    fn a_list_is_read_as_written() {
        let words = read_words("words.toml", GOOD.as_bytes()).unwrap();
        let pair = (vec!["heart racing".to_owned()], vec!["palpitations".to_owned()]);
        assert_eq!(words.pairs, [pair]);
        assert_eq!(words.alarms, ["chest pain"]);
    }

    #[test]
    fn every_slip_is_named_with_its_line() {
        for (from, to, message) in [
            ("[\"a\"]\n\n[[alarm]]", "[\"b\"]\n\n[[alarm]]", "5: there is no source \"b\""),
            ("medical", "medcial", "4: [[pair]] has no key `medcial`"),
            ("[\"heart racing\"]", "[]", "3: `everyday` is empty"),
            ("https", "ftp", "15: \"ftp://example.org\" is not a web address"),
            (
                "2026-11-22",
                "\"today\"",
                "16: `read` must be a date without quotes, such as 2026-11-22, but it is words in quotes",
            ),
            ("[[alarm]]", "[[alarms]]", "7: there is no block `alarms` here"),
        ] {
            let found = problems(&GOOD.replacen(from, to, 1));
            assert!(found.iter().any(|found| found == message), "{to}: {found:#?}");
        }
        let twice = GOOD.replacen("\"heart racing\"", "\"heart racing\", \"heart racing\"", 1);
        assert_eq!(problems(&twice), ["3: \"heart racing\" is there twice"]);
    }
}
