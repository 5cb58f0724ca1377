//! Everyday words: of each page, what somebody types who does not know its name.

use crate::shelf::bundled;
use rarebook::search::{Hit, Index, Query};
use std::collections::BTreeMap;

#[test]
fn everyday_words_lead_to_each_page_within_three_hits() {
    let library = bundled();
    let index = Index::of(&library);
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    let mut missed = Vec::new();
    let rows = include_str!("everyday.tsv").lines().filter(|line| !line.starts_with('#'));
    for (slug, typed) in rows.filter_map(|line| line.split_once('\t')) {
        *asked.entry(slug).or_default() += 1;
        let hits = index.search(&Query::new(typed)).hits;
        let leads = |hit: &Hit| {
            let mut places = std::iter::once(&hit.address).chain(&hit.others);
            places.any(|place| place.condition == slug)
        };
        if !hits.iter().take(3).any(leads) {
            missed.push(format!("{slug}: {typed}"));
        }
    }
    for card in library.cards() {
        assert!(asked.get(card.id.as_str()).is_some_and(|count| *count >= 3), "{}", card.id);
    }
    // Signs that several conditions share lead to each of them, and one must be fourth.
    let all: usize = asked.values().sum();
    assert!(missed.len() * 50 <= all, "{} of {all}:\n{}", missed.len(), missed.join("\n"));
}
