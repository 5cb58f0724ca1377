//! The blocks of one item: name, facts, text, what to do, sources, links.

use super::{Composer, facts_block, paragraphs, say_it, sources};
use crate::document::block::{Block, BlockKind, Document, Role, Target};
use crate::document::words::and_list;
use crate::model::{Detail, Item, Kind, Passage, Source, WordSet};

/// Returns the heading under which an item stands.
pub(super) fn group(item: &Item) -> Option<String> {
    match (&item.detail, item.kind) {
        (Detail::RedFlag { level, .. }, _) => Some(level.heading().to_owned()),
        (_, Kind::Type | Kind::Disagreement) => {
            Some(item.group.clone().unwrap_or_else(|| item.kind.heading().to_owned()))
        }
        (_, Kind::Fact) => Some("At a glance".to_owned()),
        _ => item.group.clone(),
    }
}

/// Where an item stands.
#[derive(Clone, Copy)]
pub(super) struct At {
    /// The items above it on the page, whatever list they stand in.
    pub(super) place: usize,
    /// Its number in its list, counted from 1.
    pub(super) number: usize,
    /// The length of its list.
    pub(super) of: usize,
}

impl At {
    /// Returns the place of an item of a page that holds one list.
    pub(super) fn in_list(place: usize, of: usize) -> Self {
        Self { place, number: place + 1, of }
    }
}

/// Adds the blocks of one item.
pub(super) fn compose(document: &mut Document, at: At, item: &Item, composer: Composer<'_>) {
    let place = at.place;
    let mut add = |block: Block| document.push(block.of_item(place));
    add(name(item, at.number, at.of));
    for block in before(&item.detail) {
        add(block);
    }
    let passage = Passage { text: item.text.clone(), sources: Vec::new() };
    paragraphs(document, &passage, Some(place));
    for block in after(item) {
        document.push(block.of_item(place));
    }
    sources(document, &item.sources, Some(place));
    for address in &item.see {
        let mut block = Block::new(BlockKind::Link, "See also: ");
        block.push(Role::Link, &composer.place_name(address));
        document.push(block.to(Target::Place(address.clone())).of_item(place));
    }
}

fn name(item: &Item, number: usize, of: usize) -> Block {
    let mut block = Block::new(BlockKind::Item { number, of }, "");
    block.push(Role::Quiet, &format!("{number}."));
    block.push(Role::Text, " ");
    if let Detail::RedFlag { level, .. } = &item.detail {
        block.push(Role::Alert, &format!("{}:", level.label()));
        block.push(Role::Text, " ");
    }
    block.push(Role::Name, &item.name);
    block
}

/// Returns the blocks that stand between the name and the text.
fn before(detail: &Detail) -> Vec<Block> {
    let facts = match detail {
        Detail::Symptom { area, how_often, .. } => facts_block(&[
            ("Where", area.map(|area| area.word().to_owned())),
            ("How often", how_often.map(|often| often.word().to_owned())),
        ]),
        Detail::Cause(kind) => facts_block(&[("Kind", kind.map(|kind| kind.word().to_owned()))]),
        Detail::Test { looks_for } => facts_block(&[("Looks for", looks_for.clone())]),
        Detail::Treatment { kind, works_on, .. } => {
            facts_block(&[("Kind", Some(kind.word().to_owned())), ("Works on", works_on.clone())])
        }
        Detail::Evidence(evidence) => {
            facts_block(&[("Evidence", evidence.map(|evidence| evidence.word().to_owned()))])
        }
        Detail::Source(source) => facts_block(&[
            ("Published by", Some(source.publisher.clone())),
            ("Year", source.year.map(|year| year.to_string())),
            ("Read on", Some(source.read.in_words())),
            ("Licence", source.licence.clone()),
        ]),
        Detail::Term { say_it: said, .. } => return said.iter().map(|said| say_it(said)).collect(),
        Detail::None | Detail::RedFlag { .. } | Detail::Support { .. } => None,
    };
    facts.into_iter().collect()
}

/// Returns the blocks that stand between the text and its sources.
fn after(item: &Item) -> Vec<Block> {
    match &item.detail {
        Detail::RedFlag { action, .. } => {
            facts_block(&[("What to do", Some(action.clone()))]).into_iter().collect()
        }
        Detail::Treatment { side_effects, .. } => {
            let effects = (!side_effects.is_empty()).then(|| and_list(side_effects));
            facts_block(&[("Side effects", effects)]).into_iter().collect()
        }
        Detail::Support { country, url, phone } => {
            let facts = facts_block(&[("Country", country.clone()), ("Telephone", phone.clone())]);
            facts.into_iter().chain(url.as_deref().map(web)).collect()
        }
        Detail::Source(source) => source_addresses(source),
        Detail::Term { also_called, .. } => {
            facts_block(&[("Also", other_names(&item.name, also_called))]).into_iter().collect()
        }
        Detail::None
        | Detail::Symptom { .. }
        | Detail::Cause(_)
        | Detail::Test { .. }
        | Detail::Evidence(_) => Vec::new(),
    }
}

/// Returns the other names of a term as a list. Plurals are there for texts, and no names.
fn other_names(name: &str, also_called: &[String]) -> Option<String> {
    let all = || std::iter::once(name).chain(also_called.iter().map(String::as_str));
    let is_plural = |name: &&str| {
        let shorter = || all().filter(|other| other.len() < name.len());
        shorter().any(|other| name.to_lowercase().starts_with(&other.to_lowercase()))
    };
    let names: Vec<&str> = all().skip(1).filter(|name| !is_plural(name)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn source_addresses(source: &Source) -> Vec<Block> {
    let mut blocks = vec![web(&source.url)];
    if let Some(copy) = &source.copy {
        blocks.push(Block::new(BlockKind::Facts, "A copy was read, at this address:"));
        blocks.push(web(copy));
    }
    blocks
}

fn web(url: &str) -> Block {
    Block::new(BlockKind::Web, url)
}
