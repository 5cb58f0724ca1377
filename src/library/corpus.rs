//! Checked conditions as a whole: from files to cards and conditions that fit together.

use super::format::BLOCKS;
use super::nearest::nearest;
use super::pack::Card;
use super::problem::{Problem, Problems, quote};
use super::read::{read, text_of};
use super::tree;
use crate::model::{Address, Condition, ItemRef, Section, is_slug};
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeTable;

/// One file to read: its name and its bytes.
pub type File = (String, Vec<u8>);

/// Returns whether a file of a folder is a condition file. Editors leave locks and copies whose names
/// begin with a dot.
pub fn is_condition_file(path: &std::path::Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_some_and(|ending| ending == "toml")
}

/// Reads files and checks that they fit together. The conditions come back in the order of names.
///
/// # Errors
///
/// Returns every problem of every file; one bad file hides no other.
pub fn read_all(files: &[File]) -> Result<Vec<(Card, Condition)>, Vec<Problem>> {
    read_among(files, &[])
}

/// Reads files as [`read_all`] does. Links may also lead to other conditions, given by their slugs.
///
/// # Errors
///
/// Returns every problem of every file; one bad file hides no other.
pub fn read_among(files: &[File], others: &[&str]) -> Result<Vec<(Card, Condition)>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut conditions = Vec::new();
    for file in files {
        match read(&file.0, &file.1) {
            Ok(condition) => conditions.push((file, condition)),
            Err(found) => problems.extend(found),
        }
    }
    // Links are checked against the files, not against the readable ones, so that one bad page
    // does not make every page that points to it look bad too.
    let slugs: BTreeSet<&str> = files
        .iter()
        .filter_map(|(file, _)| std::path::Path::new(file).file_stem()?.to_str())
        .chain(others.iter().copied())
        // A file name is outside text too: only what can be an address is offered in a hint.
        .filter(|slug| is_slug(slug))
        .collect();
    let readable: BTreeMap<&str, &Condition> =
        conditions.iter().map(|(_, condition)| (condition.id.as_str(), condition)).collect();
    for (file, condition) in &conditions {
        if has_dead_link(condition, &slugs, &readable) {
            problems.extend(dead_links(file, &slugs, &readable));
        }
    }
    problems.extend(doubles(&conditions));
    if !problems.is_empty() {
        problems.sort();
        return Err(problems);
    }
    Ok(with_cards(conditions.into_iter().map(|(_, condition)| condition).collect()))
}

/// Adds cards to conditions and sorts them by name.
pub(super) fn with_cards(mut conditions: Vec<Condition>) -> Vec<(Card, Condition)> {
    conditions.sort_by_cached_key(|condition| condition.name.to_lowercase());
    let mut links: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for condition in &conditions {
        for to in outward(condition) {
            links.entry(to.to_owned()).or_default().insert(&condition.id);
        }
    }
    let counts: BTreeMap<String, usize> =
        links.into_iter().map(|(to, from)| (to, from.len())).collect();
    conditions
        .into_iter()
        .map(|condition| {
            let card = Card {
                id: condition.id.clone(),
                name: condition.name.clone(),
                summary: condition.summary.clone(),
                also_called: condition.also_called.clone(),
                links: counts.get(&condition.id).copied().unwrap_or_default(),
            };
            (card, condition)
        })
        .collect()
}

/// Returns the slugs of the conditions that a condition points to.
fn outward(condition: &Condition) -> impl Iterator<Item = &str> {
    let seen =
        condition.sections.iter().flat_map(|section| &section.items).flat_map(|item| &item.see);
    condition
        .related
        .iter()
        .map(String::as_str)
        .chain(seen.map(|address| address.condition.as_str()))
}

fn has_dead_link(
    condition: &Condition,
    slugs: &BTreeSet<&str>,
    readable: &BTreeMap<&str, &Condition>,
) -> bool {
    let mut items = condition.sections.iter().flat_map(|section| &section.items);
    outward(condition).any(|slug| !slugs.contains(slug))
        || items.any(|item| item.see.iter().any(|address| no_item(address, readable).is_some()))
}

/// Returns the places of a page that lead nowhere. The file is parsed once more for them, as a
/// condition no longer knows its lines.
fn dead_links(
    (file, bytes): &File,
    slugs: &BTreeSet<&str>,
    readable: &BTreeMap<&str, &Condition>,
) -> Vec<Problem> {
    let (source, _) = text_of(bytes);
    let mut problems = Problems::new(file, &source);
    let (table, _) = DeTable::parse_recoverable(&source);
    let top = table.get_ref();
    let blocks = BLOCKS.iter().flat_map(|block| tree::blocks(top, block.name));
    let seen = blocks.flat_map(|(block, _)| tree::list(block, "see"));
    for (text, at) in tree::list(top, "related").chain(seen) {
        let Ok(address) = text.parse::<Address>() else { continue };
        if !slugs.contains(address.condition.as_str()) {
            let near = nearest(&address.condition, slugs.iter().copied());
            problems.add(
                &at,
                format!("there is no condition {}", quote(&address.condition)),
                Some(near.map_or_else(
                    || "Delete it here, or write its page first.".to_owned(),
                    |near| format!("Did you mean \"{near}\"?"),
                )),
            );
        } else if let Some(section) = no_item(&address, readable) {
            let ids = section.items.iter().map(|item| item.id.as_str());
            let near = match &address.item {
                Some(ItemRef::Id(id)) => nearest(id, ids.clone()),
                _ => None,
            };
            let hint = match near {
                Some(near) => format!("Did you mean \"{near}\"?"),
                None if section.items.is_empty() => "The section has no items.".to_owned(),
                None => format!("Its items are {}.", ids.collect::<Vec<_>>().join(", ")),
            };
            problems.add(&at, format!("there is no item {}", quote(text)), Some(hint));
        }
    }
    problems.into_sorted()
}

/// Returns the section that lacks the item of an address, if the item is lacking.
fn no_item<'a>(address: &Address, readable: &BTreeMap<&str, &'a Condition>) -> Option<&'a Section> {
    let section = readable.get(address.condition.as_str())?.section(address.section?);
    let there = match address.item.as_ref()? {
        ItemRef::Number(number) => *number <= section.items.len(),
        ItemRef::Id(id) => section.position(id).is_some(),
    };
    (!there).then_some(section)
}

/// Two files of one name, or two pages with one title, cannot be told apart.
fn doubles(conditions: &[(&File, Condition)]) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for ((file, bytes), condition) in conditions {
        let file_twice = seen.insert(format!("id {}", condition.id), file);
        let name_twice = seen.insert(format!("name {}", condition.name.to_lowercase()), file);
        let (source, _) = text_of(bytes);
        let mut problems = Problems::new(file, &source);
        if let Some(other) = file_twice {
            problems.add(
                &(0..0),
                format!("{} is a file of the same name", quote(other)),
                Some("Rename one of them, or join the two pages.".to_owned()),
            );
        } else if let Some(other) = name_twice {
            let (table, _) = DeTable::parse_recoverable(&source);
            let at = tree::text(table.get_ref(), "name").map_or(0..0, |(_, at)| at);
            problems.add(
                &at,
                format!(
                    "{} is the name of the page in {} too",
                    quote(&condition.name),
                    quote(other)
                ),
                Some("Rename one of them, or join the two pages.".to_owned()),
            );
        }
        found.extend(problems.into_sorted());
    }
    found
}
