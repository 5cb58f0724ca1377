//! How well a record answers a query, as one comparable key.

use super::fold::Folded;
use super::marks::{letters, meaningful};
use super::record::{Field, Record, Searched};
use crate::model::Kind;
use std::ops::Range;

/// How a record was found, the best way last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// The name holds the letters with others between them.
    LettersLeftOut,
    /// All words stand somewhere, some of them in the text.
    Text,
    /// All words stand in names, other words and the name of the condition together.
    Together,
    /// One everyday word or phrase of a whole page holds all words.
    PageWord,
    /// One everyday word or phrase of the item holds all words.
    Alias,
    /// One everyday word or phrase of a whole page is the query.
    WholePageWord,
    /// One name holds all words.
    Name,
    /// One everyday word or phrase of the item is the query.
    WholeAlias,
    /// The name begins with the query.
    NameStart,
    /// One name is the query.
    WholeName,
}

/// The order of hits: a greater key stands higher.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
pub(super) struct Key {
    way: Way,
    /// How well letters left out fit, from 0 to 1.
    fit: f64,
    kind: u8,
    whole_words: usize,
    links: usize,
    /// Shorter names first: the fewer other letters, the nearer.
    brevity: std::cmp::Reverse<usize>,
}

/// A record that answers a query.
#[derive(Clone, Debug)]
pub(super) struct Answer<'a> {
    pub(super) key: Key,
    pub(super) record: &'a Record,
    pub(super) field: Field,
    /// The text of the field that matched.
    pub(super) shown: &'a str,
    /// The letters that matched, counted in characters of `shown`.
    pub(super) matched: Vec<Range<usize>>,
}

/// Returns the answer of a record to the words of a query, if it holds all of them.
pub(super) fn answer<'a>(words: &[String], record: &'a Record) -> Option<Answer<'a>> {
    let whole = words.join(" ");
    let all = |folded: &Folded| words.iter().all(|word| folded.has_start(word));
    let page = matches!(record.kind, Kind::Condition | Kind::Section);
    let names = std::iter::once((Field::Title, &record.title))
        .chain(record.names.iter().map(|name| (Field::Alias, name)))
        .map(|(field, name)| {
            let equal = name.folded.text.trim_start() == whole;
            // Of a charity or a footnote, the first word alone says little.
            let telling = kind_weight(record.kind) >= 3;
            let begins = telling && name.folded.text.trim_start().starts_with(&whole);
            let way = match (equal, begins) {
                (true, _) => Way::WholeName,
                (false, true) => Way::NameStart,
                (false, false) => Way::Name,
            };
            (way, field, name)
        });
    let aliases = record.aliases.iter().map(|alias| {
        let equal = alias.folded.text.trim_start() == whole;
        let way = match (page, equal) {
            (true, true) => Way::WholePageWord,
            (true, false) => Way::PageWord,
            (false, true) => Way::WholeAlias,
            (false, false) => Way::Alias,
        };
        (way, Field::Alias, alias)
    });
    // The name itself before its other names, and of these the shortest.
    let one = names.chain(aliases).filter(|(_, _, text)| all(&text.folded)).max_by_key(
        |(way, field, text)| (*way, *field == Field::Title, std::cmp::Reverse(text.shown.len())),
    );
    if let Some((way, field, text)) = one {
        return Some(made(words, record, way, field, text));
    }
    spread(words, record)
}

/// Returns the answer of a record whose words stand in several of its texts.
fn spread<'a>(words: &[String], record: &'a Record) -> Option<Answer<'a>> {
    let own: Vec<&Searched> =
        std::iter::once(&record.title).chain(&record.names).chain(&record.aliases).collect();
    let needed = meaningful(words.to_vec());
    let in_names = |word: &str| own.iter().any(|text| text.folded.has_start(word));
    let in_context = |word: &str| record.context.has_start(word);
    let in_text = |word: &str| record.text.folded.has_start(word);
    if !needed.iter().all(|word| in_names(word) || in_context(word) || in_text(word)) {
        return None;
    }
    // A hit must hold a word of its own: the name of the page alone would list all its items. And
    // where words of a page's name and of its search words come together, an item is meant.
    let page = record.kind == Kind::Condition;
    if !page && needed.iter().all(|word| in_names(word) || in_context(word)) {
        let held =
            |text: &Searched| needed.iter().filter(|word| text.folded.has_start(word)).count();
        let aliases = record.aliases.iter().map(|alias| (Field::Alias, alias));
        let best = std::iter::once((Field::Title, &record.title))
            .chain(aliases)
            .max_by_key(|(_, text)| (held(text), std::cmp::Reverse(text.shown.len())));
        if let Some((field, text)) = best.filter(|(_, text)| held(text) > 0) {
            return Some(made(&needed, record, Way::Together, field, text));
        }
    }
    needed
        .iter()
        .any(|word| in_text(word))
        .then(|| made(&needed, record, Way::Text, Field::Text, &record.text))
}

fn made<'a>(
    words: &[String],
    record: &'a Record,
    way: Way,
    field: Field,
    text: &'a Searched,
) -> Answer<'a> {
    let whole_words = words.iter().filter(|word| text.folded.has_word(word)).count();
    Answer {
        key: key(record, way, 1.0, whole_words),
        record,
        field,
        shown: &text.shown,
        matched: letters(words, &text.folded),
    }
}

/// Makes the key of a record that was found in some way.
pub(super) fn key(record: &Record, way: Way, fit: f64, whole_words: usize) -> Key {
    Key {
        way,
        fit,
        kind: kind_weight(record.kind),
        whole_words,
        links: record.links,
        brevity: std::cmp::Reverse(record.title.shown.len()),
    }
}

/// Conditions before symptoms and treatments, these before tips, these before the rest.
fn kind_weight(kind: Kind) -> u8 {
    match kind {
        Kind::Condition | Kind::Section => 4,
        Kind::Symptom | Kind::Treatment | Kind::RedFlag => 3,
        Kind::Coping | Kind::Alternative => 2,
        Kind::Type | Kind::Cause | Kind::Complication | Kind::Test | Kind::Support => 1,
        Kind::Fact | Kind::Source | Kind::Disagreement => 0,
    }
}

impl Key {
    /// Returns whether the record was found with letters left out.
    pub(super) fn letters_left_out(&self) -> bool {
        self.way == Way::LettersLeftOut
    }
}
