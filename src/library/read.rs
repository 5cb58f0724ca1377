//! From the bytes of a file to a condition, or to every problem in it.

use super::build;
use super::check;
use super::format::{BLOCKS, Block, Key, Need, TOP_KEYS};
use super::nearest::nearest;
use super::problem::{Problem, Problems, quote};
use super::shape;
use super::syntax;
use super::tree::Value;
use crate::model::{Condition, is_slug};
use std::ops::Range;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// The largest file that is read, in bytes. A long page has about 40,000.
const FILE_MAX: usize = 8 * 1024 * 1024;

/// Reads one condition file.
///
/// # Errors
///
/// Returns every problem of the file, in the order of its lines.
pub fn read(file: &str, bytes: &[u8]) -> Result<Condition, Vec<Problem>> {
    if bytes.len() > FILE_MAX {
        let mut problems = Problems::new(file, "");
        problems.add(
            &(0..0),
            format!("the file has {} bytes; at most {FILE_MAX} are read", bytes.len()),
            Some("Split it into several conditions.".to_owned()),
        );
        return Err(problems.into_sorted());
    }
    let (source, bad) = text_of(bytes);
    let mut problems = Problems::new(file, &source);
    let stem = Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    if !is_slug(stem) {
        problems.add(
            &(0..0),
            format!("the file name {} cannot be part of an address", quote(stem)),
            Some(
                "Use small letters, digits and single hyphens, such as writers-cramp.toml."
                    .to_owned(),
            ),
        );
    }
    if let Some(at) = bad {
        no_text(at, &mut problems);
        return Err(problems.into_sorted());
    }
    read_text(stem, &source, problems)
}

/// Notes that a file is no text from a place on.
pub(super) fn no_text(at: usize, problems: &mut Problems<'_>) {
    problems.add(
        &(at..at),
        "this is no text in UTF-8, from this letter on",
        Some("Open the file in your editor and save it with the encoding UTF-8.".to_owned()),
    );
}

/// Returns the text of a file as positions count it: no byte order mark, and line feeds alone.
/// Where the bytes are not UTF-8, the text ends there, and its length comes with it.
pub(super) fn text_of(bytes: &[u8]) -> (String, Option<usize>) {
    let plain = |text: &str| text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    match std::str::from_utf8(bytes) {
        Ok(text) => (plain(text), None),
        Err(why) => {
            let good = bytes.get(..why.valid_up_to()).unwrap_or_default();
            let good = plain(&String::from_utf8_lossy(good));
            let length = good.len();
            (good, Some(length))
        }
    }
}

fn read_text(
    id: &str,
    source: &str,
    mut problems: Problems<'_>,
) -> Result<Condition, Vec<Problem>> {
    let (table, errors) = DeTable::parse_recoverable(source);
    if !errors.is_empty() {
        syntax::check(source, &errors, &mut problems);
        return Err(problems.into_sorted());
    }
    let top = table.get_ref();
    check_top(top, &mut problems);
    check::condition(id, top, &mut problems);
    if !problems.is_empty() {
        return Err(problems.into_sorted());
    }
    build::condition(id, top).ok_or_else(|| {
        problems.add(&(0..0), "the page cannot be read", None);
        problems.into_sorted()
    })
}

/// Checks the keys and blocks at the top of the file against the format.
fn check_top(top: &DeTable<'_>, problems: &mut Problems<'_>) {
    let mut meant = Vec::new();
    for (name, value) in top {
        if let Some(key) = TOP_KEYS.iter().find(|key| key.name == name.get_ref()) {
            shape::check(key.name, key.shape, value, problems);
        } else if let Some(block) = BLOCKS.iter().find(|block| block.name == name.get_ref()) {
            check_block(block, value, problems);
        } else {
            meant.extend(unknown_at_top(name, value, problems));
        }
    }
    for key in TOP_KEYS.iter().filter(|key| key.need == Need::Required) {
        if !top.contains_key(key.name) && !meant.contains(&key.name) {
            missing_key("the page", key, &(0..0), problems);
        }
    }
    for block in BLOCKS.iter().filter(|block| block.need == Need::Required) {
        // An empty list says no more than no list.
        let empty = |value: Value<'_>| value.get_ref().as_array().is_some_and(|l| l.is_empty());
        let there = top.get(block.name).is_some_and(|value| !empty(value));
        if !there && !meant.contains(&block.name) {
            let keys: Vec<&str> =
                block.keys().filter(|key| key.need == Need::Required).map(|key| key.name).collect();
            problems.add(
                &(0..0),
                format!("the page has no block {}", brackets(block)),
                Some(format!(
                    "Add it, with its keys {}: {}",
                    keys.join(", "),
                    lower_first(block.about)
                )),
            );
        }
    }
}

fn check_block(block: &Block, value: Value<'_>, problems: &mut Problems<'_>) {
    match (block.repeats(), value.get_ref()) {
        (false, DeValue::Table(table)) => check_keys(block, table, &value.span(), problems),
        (true, DeValue::Array(entries)) => {
            for entry in entries {
                match entry.get_ref() {
                    DeValue::Table(table) => check_keys(block, table, &entry.span(), problems),
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

fn check_keys(block: &Block, table: &DeTable<'_>, at: &Range<usize>, problems: &mut Problems<'_>) {
    let keys: Vec<&Key> = block.keys().collect();
    let mut meant = Vec::new();
    for (name, value) in table {
        if let Some(key) = keys.iter().find(|key| key.name == name.get_ref()) {
            shape::check(key.name, key.shape, value, problems);
        } else {
            meant.extend(unknown_in_block(block, &keys, name, problems));
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
    let keys: Vec<&'static str> = TOP_KEYS.iter().map(|key| key.name).collect();
    let blocks: Vec<&'static str> = BLOCKS.iter().map(|block| block.name).collect();
    let near = nearest(word, if is_block { blocks.clone() } else { keys.clone() });
    let hint = match near {
        Some(near) => match BLOCKS.iter().find(|block| is_block && block.name == near) {
            Some(block) => format!("Did you mean {}?", brackets(block)),
            None => format!("Did you mean `{near}`?"),
        },
        None => below(word).unwrap_or_else(|| {
            format!("Known here: {}.", if is_block { blocks } else { keys }.join(", "))
        }),
    };
    let sort = if is_block { "block" } else { "key" };
    problems.add(&name.span(), format!("there is no {sort} {} here", tick(word)), Some(hint));
    near
}

/// Notes a key that a block does not have. Returns the key that was meant.
fn unknown_in_block(
    block: &Block,
    keys: &[&'static Key],
    name: &Spanned<DeString<'_>>,
    problems: &mut Problems<'_>,
) -> Option<&'static str> {
    let word: &str = name.get_ref();
    let top = TOP_KEYS.iter().any(|key| key.name == word);
    let other = if top { None } else { below(word) };
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
fn below(word: &str) -> Option<String> {
    let owners: Vec<String> = BLOCKS
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
