//! How good search is on the shelf: queries made of its names, what people really type, names that
//! look alike, and nonsense. `docs/search.md` shows the table of the last run.

use super::generated::made;
use super::score::{Score, Scores, table};
use crate::shelf::{bundled, files};
use rarebook::library::Library;
use rarebook::search::{Entry, Hit, Index, Query, entries, fold};
use std::collections::BTreeSet;

/// What must be reached: the first hit, and one of the first five, in per cent. Of nonsense:
/// nothing found, and nothing shown as an answer.
///
/// Which names are asked changes with every word of a page, so a floor is about three standard
/// deviations of its sample below what was measured: an editor's word cannot break it, a loss can.
const FLOORS: &[(&str, f64, f64)] = &[
    ("exact", 99.0, 99.5),
    ("beginning", 98.5, 99.5),
    ("words in another order", 98.5, 99.5),
    ("two words joined", 99.0, 99.5),
    ("one word split", 98.0, 99.5),
    ("accents", 99.0, 99.5),
    ("listed everyday words and brands", 99.0, 99.5),
    ("one slip", 97.0, 99.0),
    ("two slips in a long word", 93.5, 95.0),
    ("misspelled by people", 95.5, 97.0),
    ("everyday words of people, seen by editors", 94.0, 97.0),
    ("everyday words of people, held out", 43.0, 60.0),
    ("abbreviation", 90.5, 97.5),
    ("without vowels", 96.0, 99.5),
    ("nonsense", 0.0, 100.0),
];

/// Returns the rows of a file of queries, without its heading.
pub(super) fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines().skip(1).map(|line| line.split('\t').collect()).collect()
}

/// Returns the place of the first hit that stands for one of the addresses.
fn place(hits: &[Hit], targets: &BTreeSet<String>) -> Option<usize> {
    hits.iter().position(|hit| {
        std::iter::once(&hit.address)
            .chain(&hit.others)
            .any(|address| targets.contains(&address.to_string()))
    })
}

/// Hears of a query of which the first hit was not right: its class, itself, the place of the right
/// hit, and all hits.
type Missed<'a> = &'a mut dyn FnMut(&str, &str, Option<usize>, &[Hit]);

/// Returns the addresses of what has a name that holds all given words: to a word that was misspelt,
/// whatever is named by the right one is an answer.
fn named<'a>(entries: &'a [Entry], means: &'a str) -> impl Iterator<Item = String> + 'a {
    let words: Vec<String> = fold(means).split(' ').map(str::to_owned).collect();
    let holds = move |name: &String| {
        let name = fold(name);
        words.iter().all(|word| !word.is_empty() && name.split(' ').any(|own| own == word))
    };
    entries
        .iter()
        .filter(move |entry| {
            let mut all = std::iter::once(&entry.title).chain(&entry.names).chain(&entry.words);
            all.any(&holds)
        })
        .map(|entry| entry.address.to_string())
}

/// The pages that the queries of people were written for. On a larger shelf other pages answer many of
/// them as well, and the one answer that was written down would no longer measure the search.
const ASKED_OF: [&str; 12] = [
    "acute-dystonic-reaction",
    "blepharospasm",
    "cervical-dystonia",
    "cystic-fibrosis",
    "dopa-responsive-dystonia",
    "dystonia",
    "huntingtons-disease",
    "laryngeal-dystonia",
    "oromandibular-dystonia",
    "parkinsons-disease",
    "task-specific-dystonia",
    "wilsons-disease",
];

/// Returns an index of the pages that the queries of people were written for, with its entries.
fn asked_of() -> (Index, Vec<Entry>) {
    let mut files = files("data/conditions");
    files.retain(|(name, _)| ASKED_OF.iter().any(|slug| *name == format!("{slug}.toml")));
    for (_, page) in &mut files {
        *page = without_links(page);
    }
    let library = Library::from_files(&files).unwrap();
    let entries = entries(&library);
    let index = Index::build(&entries, bundled().words());
    (index, entries)
}

/// Returns a page without its links to pages that are not among those asked of.
fn without_links(page: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(page);
    let lines = text.lines().map(|line| {
        let Some((key, links)) = line.split_once(['=']) else { return line.to_owned() };
        if !matches!(key.trim(), "related" | "see") {
            return line.to_owned();
        }
        let kept: Vec<&str> = links
            .trim()
            .trim_matches(['[', ']'])
            .split(", ")
            .filter(|link| {
                let slug = link.trim_matches('"').split('/').next().unwrap_or_default();
                ASKED_OF.contains(&slug)
            })
            .collect();
        if kept.is_empty() { String::new() } else { format!("{key}= [{}]", kept.join(", ")) }
    });
    lines.collect::<Vec<_>>().join("\n").into_bytes()
}

fn scores(missed: Missed<'_>) -> Scores {
    let library = bundled();
    let made = made(&entries(&library));
    let bundled = Index::of(&library);
    let (asked_of, entries) = asked_of();
    let mut scores = Scores::new();
    let mut ask = |index: &Index, class: &str, query: &str, targets: &BTreeSet<String>| {
        let hits = index.search(&Query::new(query)).hits;
        let place = place(&hits, targets);
        scores.entry(class.to_owned()).or_default().add(place);
        if place != Some(0) {
            missed(class, query, place, &hits);
        }
    };
    for made in made {
        ask(&bundled, made.class, &made.query, &made.targets);
    }
    for row in rows(include_str!("human.tsv")) {
        let mut targets: BTreeSet<String> = row[1].split('|').map(str::to_owned).collect();
        targets.extend(named(&entries, row[5]));
        let class = match (row[2], row[4]) {
            ("misspelling", _) => "misspelled by people",
            // Editors went through half of them, and listed on the pages what was missing there.
            (_, "by editors") => "everyday words of people, seen by editors",
            _ => "everyday words of people, held out",
        };
        ask(&asked_of, class, row[0], &targets);
    }
    for row in rows(include_str!("nonsense.tsv")) {
        let results = bundled.search(&Query::new(row[0]));
        let score: &mut Score = scores.entry("nonsense".to_owned()).or_default();
        score.add_nonsense(!results.hits.is_empty(), results.exact() > 0);
    }
    scores
}

const BEFORE: &str = "<!-- table of the run -->\n";
const BEHIND: &str = "<!-- end of the table -->";

/// The document for readers shows the table of this run. `RAREBOOK_UPDATE=1` writes it.
fn shown_in_the_document(table: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/search.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (start, rest) = text.split_once(BEFORE).unwrap();
    let (shown, end) = rest.split_once(BEHIND).unwrap();
    if std::env::var_os("RAREBOOK_UPDATE").is_some() {
        std::fs::write(path, format!("{start}{BEFORE}{table}{BEHIND}{end}")).unwrap();
    } else {
        assert_eq!(shown, table, "RAREBOOK_UPDATE=1 cargo test writes the new table");
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "the table of the run")]
fn what_readers_type_finds_what_they_mean() {
    let mut misses = Vec::new();
    let scores = scores(&mut |class, query, place, hits| {
        let found: Vec<String> = hits
            .iter()
            .take(3)
            .map(|hit| format!("{} ({})", hit.address, hit.why.as_deref().unwrap_or("-")))
            .collect();
        misses.push(format!("{class}: {query}: {place:?}: {}", found.join("; ")));
    });
    let table = table(&scores);
    println!("{table}");
    shown_in_the_document(&table);
    if std::env::var_os("MISSED").is_some() {
        println!("{}", misses.join("\n"));
    }
    for (class, first, five) in FLOORS {
        let shares = scores.get(*class).copied().unwrap_or_default().shares();
        assert!(
            shares.0 >= *first && shares.1 >= *five,
            "{class}: {shares:?}\n{table}\n{}",
            misses.join("\n")
        );
    }
}
