//! The shared queries with answers, asked at the size of thousands of diseases.

use super::hpo;
use super::score::{Score, Scores};
use rarebook::model::{Address, Kind};
use rarebook::search::{Entry, Index, Query, Results, fold};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A query with what should be found.
pub(crate) struct Asked {
    pub(crate) query: String,
    pub(crate) class: String,
    /// Folded names; any of them is right.
    expected: Vec<String>,
    mode: String,
}

/// An index of thousands of diseases, with the queries that are asked of it.
pub(crate) struct Scale {
    pub(crate) index: Index,
    pub(crate) entries: Vec<Entry>,
    pub(crate) asked: Vec<Asked>,
    pub(crate) pairs: usize,
}

/// Reads the data sets; none if they are not on this machine.
pub(crate) fn read() -> Option<Scale> {
    let folder = hpo::folder()?;
    let queries = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/search/queries.tsv");
    let asked = asked(&std::fs::read_to_string(queries).ok()?);
    // What a class holds out must not stand in the index, or nothing is measured.
    let held_out = asked
        .iter()
        .filter(|asked| asked.class.contains("heldout"))
        .map(|asked| fold(&asked.query))
        .collect();
    let hpo = hpo::read(&folder, &held_out);
    let mut entries = hpo.entries;
    entries.extend(missing(&entries, &asked));
    Some(Scale { index: Index::build(&entries, &hpo.words), entries, asked, pairs: hpo.pairs })
}

fn asked(text: &str) -> Vec<Asked> {
    text.lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            Asked {
                query: fields[0].to_owned(),
                expected: fields[1].split('|').map(str::to_owned).collect(),
                class: fields[2].to_owned(),
                mode: fields[3].to_owned(),
            }
        })
        .collect()
}

/// Words in the names of conditions, by which they are told from medicines.
const CONDITION: &[&str] = &[
    "disease",
    "syndrome",
    "dystonia",
    "palsy",
    "cramp",
    "disorder",
    "dementia",
    "arthritis",
    "neuralgia",
    "sclerosis",
    "diabetes",
    "attack",
    "tremor",
];

/// Returns the medicines and everyday conditions that the queries expect and the ontology has not,
/// with their brands and abbreviations as any page has. No misspelling and no everyday phrase of a query comes with them.
fn missing(entries: &[Entry], asked: &[Asked]) -> Vec<Entry> {
    let names: BTreeSet<String> = entries
        .iter()
        .flat_map(|entry| std::iter::once(&entry.title).chain(&entry.words))
        .map(|name| fold(name))
        .collect();
    let words: BTreeSet<&str> = names.iter().flat_map(|name| name.split(' ')).collect();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for asked in asked.iter().filter(|asked| asked.mode != "N") {
        let known = |name: &String| match asked.mode.as_str() {
            "W" if asked.class != "vii-brand" => {
                names.contains(name) || words.iter().any(|word| word.starts_with(name.as_str()))
            }
            _ => names.contains(name),
        };
        if asked.expected.iter().any(known) {
            continue;
        }
        let brands = found.entry(asked.expected[0].clone()).or_default();
        if matches!(asked.class.as_str(), "vii-brand" | "viii-acronym") {
            brands.push(asked.query.clone());
        }
    }
    found
        .into_iter()
        .enumerate()
        .map(|(n, (title, words))| {
            let condition = CONDITION.iter().any(|word| title.contains(word));
            let kind = if condition { Kind::Condition } else { Kind::Treatment };
            let address = Address::condition(&format!("other-{n}"));
            Entry { words, ..Entry::new(address, kind, &title) }
        })
        .collect()
}

impl Scale {
    /// Asks every query, and returns the scores by class; nonsense is not among them in the total.
    pub(crate) fn scores(&self, missed: &mut dyn FnMut(&Asked, &Results)) -> Scores {
        let names: BTreeMap<String, &Entry> =
            self.entries.iter().map(|entry| (entry.address.to_string(), entry)).collect();
        let mut scores: Scores = Scores::new();
        for asked in &self.asked {
            let results = self.index.search(&Query::new(&asked.query));
            let score = scores.entry(asked.class.clone()).or_default();
            if asked.mode == "N" {
                score.add_nonsense(!results.hits.is_empty(), results.exact() > 0);
                if results.exact() > 0 {
                    missed(asked, &results);
                }
                continue;
            }
            let place = results.hits.iter().position(|hit| {
                let Some(entry) = names.get(&hit.address.to_string()) else { return false };
                let all =
                    || std::iter::once(&entry.title).chain(&entry.words).map(|name| fold(name));
                match asked.mode.as_str() {
                    "W" => all().any(|name| {
                        asked.expected.iter().any(|expected| {
                            name.starts_with(expected.as_str())
                                || name.contains(&format!(" {expected}"))
                        })
                    }),
                    // "Alzheimer disease" is what was asked for as "Alzheimer's disease".
                    _ if asked.class == "ix-possessive" => all().any(|name| {
                        asked.expected.iter().any(|expected| bare(&name) == bare(expected))
                    }),
                    _ => all().any(|name| asked.expected.contains(&name)),
                }
            });
            score.add(place);
            if place != Some(0) {
                missed(asked, &results);
            }
        }
        let mut all = Score::default();
        for (_, score) in scores.iter().filter(|(class, _)| !class.contains("negative")) {
            all.asked += score.asked;
            all.first += score.first;
            all.five += score.five;
        }
        scores.insert("all but nonsense".to_owned(), all);
        scores
    }
}

/// Returns a folded name without the s at the ends of its words.
fn bare(name: &str) -> String {
    name.split(' ').map(|word| word.trim_end_matches('s')).collect::<Vec<_>>().join(" ")
}
