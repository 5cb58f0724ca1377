//! Parsed TOML against a format: keys and blocks that are unknown, missing or of the wrong sort.

use super::format::{Block, Format, Key, Need};
use super::nearest::nearest;
use super::problem::{Problems, quote};
use super::shape;
use super::tree::Value;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// Checks the keys and blocks of a file against its format.
pub(super) fn check(format: &Format, top: &DeTable<'_>, problems: &mut Problems<'_>) {
    let mut meant = Vec::new();
    for (name, value) in top {
        if let Some(key) = format.keys.iter().find(|key| key.name == name.get_ref()) {
            shape::check(key.name, key.shape, value, problems);
        } else if let Some(block) = format.blocks.iter().find(|block| block.name == name.get_ref())
        {
            check_block(format, block, value, problems);
        } else {
            meant.extend(unknown_at_top(format, name, value, problems));
        }
    }
    for key in format.keys.iter().filter(|key| key.need == Need::Required) {
        if !top.contains_key(key.name) && !meant.contains(&key.name) {
            missing_key(format.file, key, &(0..0), problems);
        }
    }
    for block in format.blocks.iter().filter(|block| block.need == Need::Required) {
        // An empty list says no more than no list.
        let empty = |value: Value<'_>| value.get_ref().as_array().is_some_and(|l| l.is_empty());
        let there = top.get(block.name).is_some_and(|value| !empty(value));
        if !there && !meant.contains(&block.name) {
            let keys: Vec<&str> =
                block.keys().filter(|key| key.need == Need::Required).map(|key| key.name).collect();
            problems.add(
                &(0..0),
                format!("{} has no block {}", format.file, brackets(block)),
                Some(format!(
                    "Add it, with its keys {}: {}",
                    keys.join(", "),
                    lower_first(block.about)
                )),
            );
        }
    }
}

fn check_block(format: &Format, block: &Block, value: Value<'_>, problems: &mut Problems<'_>) {
    match (block.repeats(), value.get_ref()) {
        (false, DeValue::Table(table)) => check_keys(format, block, table, &value.span(), problems),
        (true, DeValue::Array(entries)) => {
            for entry in entries {
                match entry.get_ref() {
                    DeValue::Table(table) => {
                        check_keys(format, block, table, &entry.span(), problems);
                    }
                    _ => wrong_brackets(block, entry, problems),
                }
            }
        }
        _ => wrong_brackets(block, value, problems),
    }
}

fn wrong_brackets(block: &Block, value: Value<'_>, problems: &mut Problems<'_>) {
    let in_brackets = match value.get_ref() {
        DeValue::Table(_) => true,
        DeValue::Array(entries) => entries.iter().any(|entry| entry.get_ref().is_table()),
        _ => false,
    };
    let hint = match (in_brackets, block.repeats()) {
        (true, true) => "It may stand more than once, so it has double brackets.".to_owned(),
        (true, false) => "It stands only once, so it has single brackets.".to_owned(),
        (false, _) => format!("Write {} on a line of its own, then its keys.", brackets(block)),
    };
    problems.add(&value.span(), format!("this must be the block {}", brackets(block)), Some(hint));
}

fn check_keys(
    format: &Format,
    block: &Block,
    table: &DeTable<'_>,
    at: &Range<usize>,
    problems: &mut Problems<'_>,
) {
    let keys: Vec<&Key> = block.keys().collect();
    let mut meant = Vec::new();
    for (name, value) in table {
        if let Some(key) = keys.iter().find(|key| key.name == name.get_ref()) {
            shape::check(key.name, key.shape, value, problems);
        } else {
            meant.extend(unknown_in_block(format, block, &keys, name, problems));
        }
    }
    for key in keys.iter().filter(|key| key.need == Need::Required) {
        if !table.contains_key(key.name) && !meant.contains(&key.name) {
            missing_key(&brackets(block), key, at, problems);
        }
    }
}

/// Returns the block's name as it is written in a file.
fn brackets(block: &Block) -> String {
    if block.repeats() { format!("[[{}]]", block.name) } else { format!("[{}]", block.name) }
}

fn missing_key(place: &str, key: &Key, at: &Range<usize>, problems: &mut Problems<'_>) {
    problems.add(
        at,
        format!("{place} has no key `{}`", key.name),
        Some(format!(
            "Add {} = {}: {}",
            key.name,
            shape::example(key.shape),
            lower_first(key.about)
        )),
    );
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Notes a name at the top that the format does not know. Returns the name that was meant, so that
/// it is not also called missing.
fn unknown_at_top(
    format: &Format,
    name: &Spanned<DeString<'_>>,
    value: Value<'_>,
    problems: &mut Problems<'_>,
) -> Option<&'static str> {
    let word: &str = name.get_ref();
    let is_block = match value.get_ref() {
        DeValue::Table(_) => true,
        DeValue::Array(entries) => entries.iter().any(|entry| entry.get_ref().is_table()),
        _ => false,
    };
    let keys: Vec<&'static str> = format.keys.iter().map(|key| key.name).collect();
    let blocks: Vec<&'static str> = format.blocks.iter().map(|block| block.name).collect();
    let near = nearest(word, if is_block { blocks.clone() } else { keys.clone() });
    let hint = match near {
        Some(near) => match format.blocks.iter().find(|block| is_block && block.name == near) {
            Some(block) => format!("Did you mean {}?", brackets(block)),
            None => format!("Did you mean `{near}`?"),
        },
        None => below(format, word).unwrap_or_else(|| {
            format!("Known here: {}.", if is_block { blocks } else { keys }.join(", "))
        }),
    };
    let sort = if is_block { "block" } else { "key" };
    problems.add(&name.span(), format!("there is no {sort} {} here", tick(word)), Some(hint));
    near
}

/// Notes a key that a block does not have. Returns the key that was meant.
fn unknown_in_block(
    format: &Format,
    block: &Block,
    keys: &[&'static Key],
    name: &Spanned<DeString<'_>>,
    problems: &mut Problems<'_>,
) -> Option<&'static str> {
    let word: &str = name.get_ref();
    let top = format.keys.iter().any(|key| key.name == word);
    let other = if top { None } else { below(format, word) };
    let near =
        if top || other.is_some() { None } else { nearest(word, keys.iter().map(|key| key.name)) };
    let hint = match (near, other) {
        (Some(near), _) => format!("Did you mean `{near}`?"),
        (None, Some(other)) => other,
        (None, None) if top => {
            "It belongs at the top of the file, above the first block.".to_owned()
        }
        (None, None) => {
            let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
            format!("Known here: {}.", names.join(", "))
        }
    };
    problems.add(
        &name.span(),
        format!("{} has no key {}", brackets(block), tick(word)),
        Some(hint),
    );
    near
}

/// Returns a hint at the blocks that have a key, if they are few enough to be named.
fn below(format: &Format, word: &str) -> Option<String> {
    let owners: Vec<String> = format
        .blocks
        .iter()
        .filter(|block| block.keys().any(|key| key.name == word))
        .map(brackets)
        .collect();
    match owners.len() {
        0 => None,
        1..=3 => Some(format!("It belongs in {}.", owners.join(" or "))),
        _ => Some("It belongs in a block, below its name in brackets.".to_owned()),
    }
}

/// Quotes a name as messages show names.
fn tick(word: &str) -> String {
    quote(word).replace('"', "`")
}
