//! The blocks of one item: name, facts, text, what to do, sources, links.

use super::{Composer, facts_block, paragraphs, sources};
use crate::document::block::{Block, BlockKind, Document, Role, Target};
use crate::document::words::and_list;
use crate::model::{Detail, Item, Kind, Passage, Section, Source, WordSet};

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

/// Adds the blocks of one item.
pub(super) fn compose(
    document: &mut Document,
    section: &Section,
    place: usize,
    item: &Item,
    composer: Composer<'_>,
) {
    let mut add = |block: Block| document.push(block.of_item(place));
    add(name(item, place + 1, section.items.len()));
    if let Some(facts) = before(&item.detail) {
        add(facts);
    }
    let passage = Passage { text: item.text.clone(), sources: Vec::new() };
    paragraphs(document, &passage, Some(place));
    for block in after(&item.detail) {
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

/// Returns the facts that stand between the name and the text.
fn before(detail: &Detail) -> Option<Block> {
    match detail {
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
        Detail::None | Detail::RedFlag { .. } | Detail::Support { .. } => None,
    }
}

/// Returns the blocks that stand between the text and its sources.
fn after(detail: &Detail) -> Vec<Block> {
    match detail {
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
        Detail::None
        | Detail::Symptom { .. }
        | Detail::Cause(_)
        | Detail::Test { .. }
        | Detail::Evidence(_) => Vec::new(),
    }
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
