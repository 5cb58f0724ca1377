//! Checked conditions as a whole: from files to cards and conditions that fit together.

use super::pack::Card;
use super::problem::Problem;
use super::read;
use crate::model::Condition;
use std::collections::{BTreeMap, BTreeSet};

/// One file to read: its name and its bytes.
pub type File = (String, Vec<u8>);

/// Reads files and checks that they fit together. The conditions come back in the order of names.
///
/// # Errors
///
/// Returns every problem of every file; one bad file hides no other.
pub fn read_all(files: &[File]) -> Result<Vec<(Card, Condition)>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut conditions = Vec::new();
    for (file, bytes) in files {
        match read(file, bytes) {
            Ok(condition) => conditions.push((file, condition)),
            Err(found) => problems.extend(found),
        }
    }
    // Links are checked against the files, not against the readable ones, so that one bad page
    // does not make every page that points to it look bad too.
    let slugs: BTreeSet<&str> = files
        .iter()
        .filter_map(|(file, _)| std::path::Path::new(file).file_stem()?.to_str())
        .collect();
    for (file, condition) in &conditions {
        problems.extend(dead_links(file, condition, &slugs));
    }
    problems.extend(doubles(&conditions));
    if !problems.is_empty() {
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

fn dead_links(file: &str, condition: &Condition, slugs: &BTreeSet<&str>) -> Vec<Problem> {
    let mut dead: Vec<&str> = outward(condition).filter(|slug| !slugs.contains(slug)).collect();
    dead.sort_unstable();
    dead.dedup();
    dead.into_iter()
        .map(|slug| {
            let near = super::nearest::nearest(slug, slugs.iter().copied());
            whole_file(
                file,
                format!("the page points to \"{slug}\", but there is no such condition"),
                near.map_or_else(
                    || "Delete the link, or write the page first.".to_owned(),
                    |near| format!("Did you mean \"{near}\"?"),
                ),
            )
        })
        .collect()
}

/// Two files of one name, or two pages with one title, cannot be told apart.
fn doubles(conditions: &[(&String, Condition)]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (file, condition) in conditions {
        for key in
            [format!("id {}", condition.id), format!("name {}", condition.name.to_lowercase())]
        {
            if let Some(other) = seen.insert(key, file) {
                problems.push(whole_file(
                    file,
                    format!("{other} has the same name"),
                    "Rename one of them, or join the two pages.".to_owned(),
                ));
                break;
            }
        }
    }
    problems
}

fn whole_file(file: &str, message: String, hint: String) -> Problem {
    Problem { file: file.to_owned(), line: 1, column: 1, message, hint: Some(hint) }
}
