//! The index: all records, and how a query is answered with them.

use super::correct::Vocabulary;
use super::fuzzy::Fuzzy;
use super::marks::joined;
use super::query::{Query, words};
use super::rank::{Answer, Way, answer, key};
use super::record::{Field, Record, records};
use crate::library::Library;
use crate::model::{Address, Kind};
use std::cell::OnceCell;
use std::ops::Range;

/// Fewer hits than this, and letters may be left out.
const ENOUGH: usize = 5;

/// Everything that can be found in a library.
pub struct Index {
    records: Vec<Record>,
    /// Collected when a word is first unknown.
    vocabulary: OnceCell<Vocabulary>,
    fuzzy: Fuzzy,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").field("records", &self.records.len()).finish_non_exhaustive()
    }
}

/// One place that answers a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The place.
    pub address: Address,
    /// What stands there.
    pub kind: Kind,
    /// Its name.
    pub title: String,
    /// The name of its condition.
    pub condition: String,
    /// Its place in the section and how many items are there, counted from 1.
    pub place: Option<(usize, usize)>,
    /// The field in which the query was found.
    pub field: Field,
    /// What stands there, in words.
    pub text: String,
    /// The other name or the everyday words that were found, if not the name or the text.
    pub alias: Option<String>,
    /// The letters that matched, as ranges counted in characters of the field.
    pub matched: Vec<Range<usize>>,
    /// Why it was found, where the name alone does not say it.
    pub why: Option<String>,
}

impl Hit {
    /// Returns the text of the field in which the query was found.
    pub fn found_in(&self) -> &str {
        match self.field {
            Field::Title => &self.title,
            Field::Alias => self.alias.as_deref().unwrap_or_default(),
            Field::Text => &self.text,
        }
    }
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The best hits first.
    pub hits: Vec<Hit>,
    /// The words that were searched for, where they differ from those typed.
    pub corrected: Option<String>,
}

impl Index {
    /// Makes the index of a library. Decodes every condition.
    pub fn of(library: &Library) -> Self {
        Self { records: records(library), vocabulary: OnceCell::new(), fuzzy: Fuzzy::new() }
    }

    /// Returns the hits of a query, the best first. The same query gives the same order. Where the
    /// words as typed find nothing, slips of spelling are mended, and the answer says so.
    pub fn search(&self, query: &Query) -> Results {
        let typed = words(&query.typed);
        if typed.is_empty() {
            return Results::default();
        }
        let mut answers = self.answers(&typed, query);
        let corrected = if answers.is_empty() && !query.exact {
            self.vocabulary.get_or_init(|| Vocabulary::of(&self.records)).corrected(&typed)
        } else {
            None
        };
        if let Some(corrected) = &corrected {
            answers = self.answers(corrected, query);
        }
        if answers.len() < ENOUGH && !query.exact {
            let found: Vec<*const Record> =
                answers.iter().map(|answer| std::ptr::from_ref(answer.record)).collect();
            answers.extend(
                self.allowed(query)
                    .filter(|record| !found.contains(&std::ptr::from_ref(*record)))
                    .filter_map(|record| self.letters_left_out(&typed, record)),
            );
        }
        // Sorting is stable and records are in a fixed order, so that ties never flicker.
        answers.sort_by(|a, b| b.key.partial_cmp(&a.key).unwrap_or(std::cmp::Ordering::Equal));
        let corrected = corrected.filter(|_| !answers.is_empty()).map(|words| words.join(" "));
        let hits = answers.iter().map(|answer| hit(answer, query, corrected.is_some())).collect();
        Results { hits, corrected }
    }

    fn allowed(&self, query: &Query) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(|record| query.allows(record.kind, &record.address))
    }

    fn answers(&self, words: &[String], query: &Query) -> Vec<Answer<'_>> {
        self.allowed(query).filter_map(|record| answer(words, record)).collect()
    }

    fn letters_left_out<'a>(&self, words: &[String], record: &'a Record) -> Option<Answer<'a>> {
        let name = record.title.folded.text.trim_start();
        let (fit, places) = self.fuzzy.find(words, name)?;
        let matched =
            places.iter().filter_map(|at| record.title.folded.letters(at + 1, at + 2)).collect();
        Some(Answer {
            key: key(record, Way::LettersLeftOut, fit, 0),
            record,
            field: Field::Title,
            shown: &record.title.shown,
            matched: joined(matched),
        })
    }
}

fn hit(answer: &Answer<'_>, query: &Query, corrected: bool) -> Hit {
    let record = answer.record;
    let found = (answer.field == Field::Alias).then(|| format!("found as \"{}\"", answer.shown));
    // What was typed is never replaced in silence.
    let typed = (corrected || answer.key.letters_left_out())
        .then(|| format!("you typed \"{}\"", crate::model::clean(query.typed.trim())));
    let reasons: Vec<String> = found.into_iter().chain(typed).collect();
    let why = (!reasons.is_empty()).then(|| reasons.join(", "));
    Hit {
        address: record.address.clone(),
        kind: record.kind,
        title: record.title.shown.clone(),
        condition: record.condition.clone(),
        place: record.place,
        field: answer.field,
        text: record.text.shown.clone(),
        alias: (answer.field == Field::Alias).then(|| answer.shown.to_owned()),
        matched: answer.matched.clone(),
        why,
    }
}
