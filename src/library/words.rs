//! Words that mean the same, and words that name an emergency: `data/words.toml`.
//!
//! The list serves the search of every library, so that it is read and checked apart from pages.

use super::nearest::nearest;
use super::problem::{Problem, Problems, quote};
use super::read::{no_text, text_of};
use super::syntax;
use super::tree;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::de::DeTable;

/// What the list says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Everyday words with the medical words that mean the same.
    pub pairs: Vec<(Vec<String>, Vec<String>)>,
    /// Phrases that name an emergency.
    pub alarms: Vec<String>,
}

/// A block of the file with its keys.
struct Block {
    name: &'static str,
    lists: &'static [&'static str],
    texts: &'static [&'static str],
    dates: &'static [&'static str],
}

const BLOCKS: &[Block] = &[
    Block { name: "pair", lists: &["everyday", "medical"], texts: &["src"], dates: &[] },
    Block { name: "alarm", lists: &["words"], texts: &["src"], dates: &[] },
    Block {
        name: "source",
        lists: &[],
        texts: &["id", "title", "publisher", "url"],
        dates: &["read"],
    },
];

/// Reads and checks the list.
///
/// # Errors
///
/// Returns every problem of the file, in the order of its lines.
pub fn read_words(file: &str, bytes: &[u8]) -> Result<Words, Vec<Problem>> {
    let (source, bad) = text_of(bytes);
    let mut problems = Problems::new(file, &source);
    if let Some(at) = bad {
        no_text(at, &mut problems);
        return Err(problems.into_sorted());
    }
    let (table, errors) = DeTable::parse_recoverable(&source);
    if !errors.is_empty() {
        syntax::check(&source, &errors, &mut problems);
        return Err(problems.into_sorted());
    }
    let top = table.get_ref();
    check(top, &mut problems);
    if !problems.is_empty() {
        return Err(problems.into_sorted());
    }
    let texts = |table: &DeTable<'_>, key: &str| -> Vec<String> {
        tree::list(table, key).map(|(text, _)| text.to_owned()).collect()
    };
    Ok(Words {
        pairs: tree::blocks(top, "pair")
            .map(|(pair, _)| (texts(pair, "everyday"), texts(pair, "medical")))
            .collect(),
        alarms: tree::blocks(top, "alarm").flat_map(|(alarm, _)| texts(alarm, "words")).collect(),
    })
}

fn check(top: &DeTable<'_>, problems: &mut Problems<'_>) {
    for (name, value) in top {
        if !BLOCKS.iter().any(|block| block.name == name.get_ref()) {
            let names = BLOCKS.iter().map(|block| block.name);
            unknown(name.get_ref(), &name.span(), names, problems);
        } else if value.get_ref().as_array().is_none() {
            let message = format!("{} must stand in double brackets", quote(name.get_ref()));
            problems.add(&name.span(), message, Some(format!("Write [[{}]].", name.get_ref())));
        }
    }
    for Block { name: block, lists, texts, dates } in BLOCKS {
        for (table, at) in tree::blocks(top, block) {
            for (key, _) in table {
                let known = || lists.iter().chain(*texts).chain(*dates).copied();
                if !known().any(|known| known == key.get_ref()) {
                    unknown(key.get_ref(), &key.span(), known(), problems);
                }
            }
            for key in *lists {
                if tree::list(table, key).all(|(text, _)| text.trim().is_empty()) {
                    missing(block, key, "a list of words in quotes", &at, problems);
                }
            }
            for key in *texts {
                if tree::text(table, key).is_none_or(|(text, _)| text.trim().is_empty()) {
                    missing(block, key, "words in quotes", &at, problems);
                }
            }
            for key in *dates {
                if tree::date(table, key).is_none() {
                    missing(block, key, "a date such as 2026-11-22", &at, problems);
                }
            }
        }
    }
    sources(top, problems);
    twice(top, problems);
}

/// Every source is defined once and used, and every block names one.
fn sources(top: &DeTable<'_>, problems: &mut Problems<'_>) {
    let mut known = BTreeSet::new();
    for (source, _) in tree::blocks(top, "source") {
        if let Some((id, place)) = tree::text(source, "id")
            && !known.insert(id)
        {
            problems.add(&place, format!("the source {} is there twice", quote(id)), None);
        }
        if let Some((url, place)) = tree::text(source, "url")
            && !url.starts_with("https://")
        {
            let message = format!("the address {} does not begin with https://", quote(url));
            problems.add(&place, message, Some("Give the address that was read.".to_owned()));
        }
    }
    let mut used = BTreeSet::new();
    for (table, _) in ["pair", "alarm"].iter().flat_map(|block| tree::blocks(top, block)) {
        if let Some((id, place)) = tree::text(table, "src") {
            used.insert(id);
            if !known.contains(id) {
                let hint = nearest(id, known.iter().copied())
                    .map(|near| format!("Did you mean {}?", quote(near)));
                problems.add(&place, format!("there is no source {}", quote(id)), hint);
            }
        }
    }
    for (source, _) in tree::blocks(top, "source") {
        if let Some((id, place)) = tree::text(source, "id")
            && !used.contains(id)
        {
            let hint = "Name it in a pair or an alarm, or take it out.";
            problems.add(
                &place,
                format!("nothing uses the source {}", quote(id)),
                Some(hint.into()),
            );
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

fn missing(block: &str, key: &str, what: &str, at: &Range<usize>, problems: &mut Problems<'_>) {
    let message = format!("this [[{block}]] has no \"{key}\", or not as {what}");
    problems.add(at, message, Some(format!("Write {key} = and {what}.")));
}

fn unknown<'a>(
    name: &str,
    at: &Range<usize>,
    known: impl Iterator<Item = &'a str>,
    problems: &mut Problems<'_>,
) {
    let known: Vec<&str> = known.collect();
    let hint = nearest(name, known.iter().copied()).map_or_else(
        || format!("Here stand: {}.", known.join(", ")),
        |near| format!("Did you mean {}?", quote(near)),
    );
    problems.add(at, format!("{} is unknown here", quote(name)), Some(hint));
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
[[pair]]
everyday = ["heart racing"]
medical = ["palpitations"]
src = "a"

[[alarm]]
words = ["chest pain"]
src = "a"

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
            ("src = \"a\"\n\n[[alarm]]", "src = \"b\"\n\n[[alarm]]", "5: there is no source \"b\""),
            ("medical", "medcial", "4: \"medcial\" is unknown here"),
            (
                "[\"heart racing\"]",
                "[]",
                "2: this [[pair]] has no \"everyday\", or not as a list of words in quotes",
            ),
            (
                "https",
                "http",
                "15: the address \"http://example.org\" does not begin with https://",
            ),
            (
                "2026-11-22",
                "\"today\"",
                "11: this [[source]] has no \"read\", or not as a date such as 2026-11-22",
            ),
            ("[[alarm]]", "[[alarms]]", "7: \"alarms\" is unknown here"),
        ] {
            let found = problems(&GOOD.replacen(from, to, 1));
            assert!(found.iter().any(|found| found == message), "{to}: {found:#?}");
        }
        let twice = GOOD.replacen("\"heart racing\"", "\"heart racing\", \"heart racing\"", 1);
        assert_eq!(problems(&twice), ["3: \"heart racing\" is there twice"]);
    }
}
