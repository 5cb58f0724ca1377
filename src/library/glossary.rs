//! Medical words in plain sentences: `data/glossary.toml`.

use super::build;
use super::check;
use super::format::{Block, Format, Key, Need, Role, SOURCE, Shape, block, optional, required};
use super::problem::{Problem, Problems, quote};
use super::read::read_as;
use super::tree;
use crate::model::{Glossary, slug};
use std::collections::BTreeMap;
use toml::de::DeTable;

/// The longest explanation, in words: it stands between the sentences of a page.
const TEXT_MAX: usize = 25;

/// The format of the glossary.
const GLOSSARY: Format = Format { file: "the glossary", keys: &[], blocks: BLOCKS };

/// The keys of a term.
pub const TERM_KEYS: &[Key] = &[
    required("name", Shape::Line, "The word, as it stands in a text."),
    required("text", Shape::Line, "One plain sentence that holds the word."),
    required("src", Shape::SourceIds, "Ids of the sources that say so."),
    optional("id", Shape::Slug, "A stable id, where the name is long or may change."),
    optional("say_it", Shape::Line, "How it is spoken, with capitals for stress."),
    optional("also_called", Shape::Lines, "Plurals, abbreviations and other names in texts."),
    optional("search_words", Shape::Lines, "Misspellings and everyday words."),
];

pub(super) const BLOCKS: &[Block] = &[
    block(
        "term",
        Role::Entry,
        Need::Required,
        TERM_KEYS,
        "A word that is explained where it first stands on a page.",
    ),
    SOURCE,
];

/// Reads and checks the glossary.
///
/// # Errors
///
/// Returns every problem of the file, in the order of its lines.
pub fn read_glossary(file: &str, bytes: &[u8]) -> Result<Glossary, Vec<Problem>> {
    let checked = |top: &DeTable<'_>, problems: &mut Problems<'_>| {
        check::sources(BLOCKS, top, problems);
        forms(top, problems);
        for (term, _) in tree::blocks(top, "term") {
            let Some((text, at)) = tree::text(term, "text") else { continue };
            check::dose(text, &at, problems);
            let words = text.split_whitespace().count();
            if words > TEXT_MAX {
                let hint = format!("Say it in one sentence of at most {TEXT_MAX} words.");
                problems.add(&at, format!("the explanation has {words} words"), Some(hint));
            }
        }
    };
    read_as(&GLOSSARY, file, bytes, checked, build::glossary)
}

/// A word that stands in a text has one explanation, and an address leads to one term.
fn forms(top: &DeTable<'_>, problems: &mut Problems<'_>) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (term, _) in tree::blocks(top, "term") {
        let Some((name, place)) = tree::text(term, "name") else { continue };
        let id = tree::text(term, "id").map_or_else(|| slug(name), |(id, _)| id.to_owned());
        if id.bytes().all(|b| b.is_ascii_digit()) {
            let hint = "Add id = \"...\" with a letter from a to z.".to_owned();
            problems.add(&place, "no address can name this word", Some(hint));
        }
        let own = [(name, place.clone())].into_iter().chain(tree::list(term, "also_called"));
        let own: Vec<_> = own.map(|(form, at)| (form.to_lowercase(), form, at)).collect();
        for (key, form, at) in own.into_iter().chain([(format!("id {id}"), id.as_str(), place)]) {
            if let Some(other) = seen.insert(key, name) {
                let message =
                    format!("{} is explained twice: in {} too", quote(form), quote(other));
                problems.add(&at, message, Some("Keep one of the two.".to_owned()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
[[term]]
name = "tremor"
also_called = ["tremors"]
say_it = "TREH-mer"
text = "A tremor is shaking that nobody can stop by will."
src = ["a"]

[[term]]
name = "biopsy"
text = "A biopsy is a small piece of the body for a test."
src = ["a"]

[[source]]
id = "a"
title = "Words"
publisher = "Somebody"
url = "https://example.org"
read = 2026-11-22
"#;

    #[test]
    fn terms_come_in_the_order_of_the_alphabet() {
        let glossary = read_glossary("glossary.toml", GOOD.as_bytes()).unwrap();
        let names: Vec<&str> = glossary.terms.iter().map(|term| term.name.as_str()).collect();
        assert_eq!(names, ["Biopsy", "Tremor"]);
        assert_eq!(glossary.terms[0].sources, [1]);
    }

    #[test]
    fn every_slip_is_named_with_its_line() {
        for (from, to, message) in [
            ("\"biopsy\"", "\"tremors\"", "10: \"tremors\" is explained twice: in \"tremor\" too"),
            ("for a test", "of 5 mg", "11: \"5 mg\" looks like a dose, and pages give no doses"),
            ("name = \"biopsy\"", "word = \"biopsy\"", "10: [[term]] has no key `word`"),
            ("shaking", &"very ".repeat(20), "6: the explanation has 29 words"),
            ("tremor is", "tremor\u{1b}[2J is", "6:"),
        ] {
            let found = read_glossary("glossary.toml", GOOD.replacen(from, to, 1).as_bytes());
            let found = found.err().unwrap_or_default();
            let lines: Vec<String> =
                found.iter().map(|it| format!("{}: {}", it.line, it.message)).collect();
            assert!(lines.iter().any(|line| line.starts_with(message)), "{to}: {lines:#?}");
        }
    }
}
