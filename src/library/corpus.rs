//! Checked conditions as a whole: from files to cards and conditions that fit together.

use super::format::BLOCKS;
use super::glossary::read_glossary;
use super::nearest::nearest;
use super::pack::Card;
use super::problem::{Problem, Problems, quote};
use super::read::{read, text_of};
use super::tree;
use super::words::{Words, read_words};
use crate::model::{Address, Condition, Glossary, ItemRef, Section, is_slug};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use toml::de::DeTable;

/// One file to read: its name and its bytes.
pub type File = (String, Vec<u8>);

/// What a file of content holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A condition.
    Condition,
    /// Words that are explained for all pages.
    Glossary,
    /// Everyday words for medical ones.
    Words,
}

impl FileKind {
    /// Returns what a file holds, by its name; none if it is no content. Editors leave locks and
    /// copies whose names begin with a dot.
    pub fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy();
        match name.as_ref() {
            "glossary.toml" => Some(Self::Glossary),
            "words.toml" => Some(Self::Words),
            _ if name.starts_with('.') || path.extension()? != "toml" => None,
            _ => Some(Self::Condition),
        }
    }
}

/// What files hold: all that passed every check, and all that is wrong.
#[derive(Debug, Default)]
pub struct Content {
    /// The conditions, in the order of the files.
    pub conditions: Vec<Condition>,
    /// The glossary, if there was a file of it.
    pub glossary: Option<Glossary>,
    /// The everyday words, if there was a file of them.
    pub words: Option<Words>,
    /// Every problem of every file; one bad file hides no other.
    pub problems: Vec<Problem>,
}

/// Reads content files and checks that they fit together. Links may also lead to other conditions, given by
/// their slugs. What a file holds that has a problem is left out.
pub fn read_files(files: &[File], others: &[&str]) -> Content {
    let mut content = Content::default();
    let mut problems = Vec::new();
    let mut conditions = Vec::new();
    for file in files {
        let (name, bytes) = file;
        let path = Path::new(name);
        let found = match FileKind::of(path) {
            Some(FileKind::Glossary) => {
                read_glossary(name, bytes).map(|glossary| content.glossary = Some(glossary))
            }
            Some(FileKind::Words) => {
                read_words(name, bytes).map(|words| content.words = Some(words))
            }
            _ => read(name, bytes).map(|condition| conditions.push((file, condition))),
        };
        problems.extend(found.err().unwrap_or_default());
    }
    // Links are checked against the files, not against the readable ones, so that one bad page
    // does not make every page that points to it look bad too.
    let slugs: BTreeSet<&str> = files
        .iter()
        .map(|(file, _)| Path::new(file))
        .filter(|path| FileKind::of(path).is_none_or(|kind| kind == FileKind::Condition))
        .filter_map(|path| path.file_stem()?.to_str())
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
    problems.sort();
    let good = |file: &str| !problems.iter().any(|problem| problem.file == file);
    content.conditions = conditions
        .into_iter()
        .filter(|((file, _), _)| good(file))
        .map(|(_, condition)| condition)
        .collect();
    content.problems = problems;
    content
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
