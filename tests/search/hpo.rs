//! The Human Phenotype Ontology as entries: diseases, symptom terms, and which has which.
//!
//! Reads the two files of the release whole, on the machine where they lie; nothing of them is kept
//! in the project. "This service/product uses the Human Phenotype Ontology (version 2025-01-16).
//! Find out more at <http://www.human-phenotype-ontology.org>"

use flate2::read::GzDecoder;
use rarebook::library::Words;
use rarebook::model::{Address, Kind};
use rarebook::search::{Entry, fold};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// The fewest times that two words must stand for each other before they count as a pair.
const PAIR_MIN: f32 = 2.0;

/// The least share of the words that are said otherwise for which a pair is the other way.
const PAIR_SHARE: f32 = 0.05;

/// Everything that was read.
pub(crate) struct Hpo {
    /// Diseases first, then symptom terms, both in the order of their names.
    pub(crate) entries: Vec<Entry>,
    /// Words that stand for each other, mined from names and synonyms of one term.
    pub(crate) words: Words,
    /// How many pairs of a disease and a symptom there are.
    pub(crate) pairs: usize,
}

struct Term {
    name: String,
    synonyms: Vec<String>,
    diseases: BTreeSet<String>,
}

/// Returns the folder of the release, if it is on this machine.
pub(crate) fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/hpo");
    folder.join("hp.obo.gz").exists().then_some(folder)
}

/// Reads the release. Synonyms of which the folded form is held out are left aside.
pub(crate) fn read(folder: &Path, held_out: &BTreeSet<String>) -> Hpo {
    let mut terms = terms(&folder.join("hp.obo.gz"));
    for term in terms.values_mut() {
        term.synonyms.retain(|synonym| !held_out.contains(&fold(synonym)));
    }
    let words = Words { pairs: mined(terms.values()), alarms: Vec::new() };
    let mut diseases: BTreeMap<String, String> = BTreeMap::new();
    for line in lines(&folder.join("phenotype.hpoa.gz")) {
        let fields: Vec<&str> = line.split('\t').collect();
        // Aspect P is a symptom; NOT and 0 of n mean looked for and not found.
        if let [_, name, qualifier, id, _, _, _, frequency, _, _, "P", ..] = fields.as_slice()
            && *qualifier != "NOT"
            && !frequency.starts_with("0/")
            && let Some(term) = terms.get_mut(*id)
        {
            let key = fold(name);
            diseases.entry(key.clone()).or_insert_with(|| (*name).to_owned());
            term.diseases.insert(key);
        }
    }
    let pairs = terms.values().map(|term| term.diseases.len()).sum();
    Hpo { entries: entries(&diseases, terms), words, pairs }
}

fn lines(path: &Path) -> impl Iterator<Item = String> {
    BufReader::new(GzDecoder::new(File::open(path).unwrap())).lines().map(Result::unwrap)
}

/// Reads the terms that are not obsolete, by their ids.
fn terms(path: &Path) -> BTreeMap<String, Term> {
    let mut terms = BTreeMap::new();
    let mut id = String::new();
    let mut term = Term { name: String::new(), synonyms: Vec::new(), diseases: BTreeSet::new() };
    let mut obsolete = false;
    for line in lines(path).chain(["[Term]".to_owned()]) {
        if line.starts_with('[') {
            let fresh =
                Term { name: String::new(), synonyms: Vec::new(), diseases: BTreeSet::new() };
            let read = std::mem::replace(&mut term, fresh);
            if !obsolete && id.starts_with("HP:") && !read.name.is_empty() {
                terms.insert(std::mem::take(&mut id), read);
            }
            obsolete = false;
        } else if let Some(value) = line.strip_prefix("id: ") {
            value.clone_into(&mut id);
        } else if let Some(value) = line.strip_prefix("name: ") {
            value.clone_into(&mut term.name);
        } else if let Some(value) = line.strip_prefix("synonym: \"") {
            term.synonyms.extend(value.split('"').next().map(str::to_owned));
        } else if line == "is_obsolete: true" {
            obsolete = true;
        }
    }
    terms
}

fn entries(diseases: &BTreeMap<String, String>, terms: BTreeMap<String, Term>) -> Vec<Entry> {
    let place: BTreeMap<&str, u32> = diseases.keys().map(String::as_str).zip(0..).collect();
    let entry = |kind, prefix: &str, n: usize, title: &str| {
        Entry::new(Address::condition(&format!("{prefix}-{n}")), kind, title)
    };
    let mut entries: Vec<Entry> = diseases
        .values()
        .enumerate()
        .map(|(n, name)| entry(Kind::Condition, "disease", n, name))
        .collect();
    let mut terms: Vec<Term> = terms.into_values().collect();
    terms.sort_by(|a, b| a.name.cmp(&b.name));
    for (n, term) in terms.into_iter().enumerate() {
        let mut symptom = entry(Kind::Symptom, "symptom", n, &term.name);
        symptom.words = term.synonyms;
        symptom.of =
            term.diseases.iter().filter_map(|key| place.get(key.as_str()).copied()).collect();
        symptom.weight = symptom.of.len();
        entries.push(symptom);
    }
    entries
}

/// Mines words that stand for each other: where a name and a synonym of one term differ, each word
/// of the one may stand for each word of the other; the fewer words differ, the likelier.
fn mined<'a>(terms: impl Iterator<Item = &'a Term>) -> Vec<(Vec<String>, Vec<String>)> {
    let mut counts: BTreeMap<(String, String), f32> = BTreeMap::new();
    let mut sums: BTreeMap<String, f32> = BTreeMap::new();
    for term in terms {
        let name: BTreeSet<String> = fold(&term.name).split(' ').map(str::to_owned).collect();
        for synonym in &term.synonyms {
            let other: BTreeSet<String> = fold(synonym).split(' ').map(str::to_owned).collect();
            let (here, there): (Vec<&String>, Vec<&String>) =
                (name.difference(&other).collect(), other.difference(&name).collect());
            if here.is_empty() || there.is_empty() || here.len() * there.len() > 6 {
                continue;
            }
            #[expect(clippy::cast_precision_loss, reason = "at most six")]
            let weight = 1.0 / (here.len() * there.len()) as f32;
            for one in &here {
                for two in &there {
                    *counts.entry(((*two).clone(), (*one).clone())).or_default() += weight;
                    *sums.entry((*two).clone()).or_default() += weight;
                }
            }
        }
    }
    counts
        .into_iter()
        .filter(|((from, to), count)| {
            *count >= PAIR_MIN
                && *count / sums[from] >= PAIR_SHARE
                && from.len() > 2
                && to.len() > 2
        })
        .map(|((from, to), _)| (vec![from], vec![to]))
        .collect()
}
