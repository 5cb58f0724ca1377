//! Names that look alike: the one that was typed is never passed off as the other.

use super::quality::rows;
use rarebook::library::Words;
use rarebook::model::{Address, Kind, slug};
use rarebook::search::{Entry, Fit, Index, Query};
use std::collections::BTreeSet;

fn entry(name: &str, n: usize) -> Entry {
    Entry::new(Address::condition(&format!("{}-{n}", slug(name))), Kind::Treatment, name)
}

fn pairs() -> Vec<(&'static str, &'static str)> {
    let pairs: Vec<_> =
        rows(include_str!("lookalikes.tsv")).iter().map(|row| (row[0], row[1])).collect();
    assert!(pairs.len() >= 60);
    pairs
}

#[test]
fn of_names_that_look_alike_the_typed_one_stands_first_and_no_other_as_if_typed() {
    let names: BTreeSet<&str> = pairs().into_iter().flat_map(|(one, other)| [one, other]).collect();
    let entries: Vec<Entry> = names.iter().enumerate().map(|(n, name)| entry(name, n)).collect();
    let index = Index::build(&entries, &Words::default());
    for name in names {
        let hits = index.search(&Query::new(name)).hits;
        assert_eq!(hits.first().map(|hit| hit.title.as_str()), Some(name));
        for hit in hits.iter().skip(1).filter(|hit| hit.fit == Fit::Exact) {
            assert!(hit.title.contains(name), "{name} shows {} as if it were typed", hit.title);
        }
    }
}

#[test]
fn where_only_the_other_of_two_is_known_the_answer_says_what_was_typed() {
    for (one, other) in pairs() {
        for (typed, known) in [(one, other), (other, one)] {
            let index = Index::build(&[entry(known, 0)], &Words::default());
            for hit in index.search(&Query::new(typed)).hits {
                let said = hit.why.unwrap_or_default();
                let honest = hit.fit != Fit::Exact && said.contains(&format!("\"{typed}\""));
                let part = hit.title.starts_with(typed);
                assert!(honest || part, "{typed} shows {known}: {said}");
            }
        }
    }
}
