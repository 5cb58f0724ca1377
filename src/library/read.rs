//! From the bytes of a file to a condition, or to every problem in it.

use super::build;
use super::check;
use super::format::{BLOCKS, Block, Key, Need, TOP_KEYS};
use super::nearest::nearest;
use super::problem::{Problem, Problems, quote};
use super::shape;
use super::tree::Value;
use crate::model::{Condition, clean, is_slug};
use std::ops::Range;
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// The largest file that is read, in bytes. A long page has about 40,000.
const FILE_MAX: usize = 8 * 1024 * 1024;

/// Reads one condition file.
///
/// # Errors
///
/// Returns every problem of the file, in the order of its lines.
pub fn read(file: &str, bytes: &[u8]) -> Result<Condition, Vec<Problem>> {
    let at_start = |message: String, hint: &str| {
        let mut problems = Problems::new(file, "");
        problems.add(&(0..0), message, Some(hint.to_owned()));
        Err(problems.into_sorted())
    };
    let stem = Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    if !is_slug(stem) {
        return at_start(
            format!("{} is not a file name that can be part of an address", quote(stem)),
            "Use small letters, digits and single hyphens, such as writers-cramp.toml.",
        );
    }
    if bytes.len() > FILE_MAX {
        return at_start(
            format!("the file has {} bytes; at most {FILE_MAX} are read", bytes.len()),
            "Split it into several conditions.",
        );
    }
    let source = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').replace("\r\n", "\n"),
        Err(why) => {
            let good = bytes.get(..why.valid_up_to()).unwrap_or_default();
            let good = String::from_utf8_lossy(good);
            let mut problems = Problems::new(file, &good);
            problems.add(
                &(good.len()..good.len()),
                "the text is not UTF-8 from here on",
                Some("Save the file as UTF-8 in your editor.".to_owned()),
            );
            return Err(problems.into_sorted());
        }
    };
    read_text(file, stem, &source)
}

fn read_text(file: &str, id: &str, source: &str) -> Result<Condition, Vec<Problem>> {
    let mut problems = Problems::new(file, source);
    let (table, errors) = DeTable::parse_recoverable(source);
    for error in &errors {
        // toml's own Display quotes the line raw, so that only its message is used, and cleaned.
        let message: String = clean(error.message()).chars().take(160).collect();
        problems.add(
            &error.span().unwrap_or(0..0),
            format!("this is not TOML: {message}"),
            Some(
                "Look for a missing quote, bracket or equals sign on this line or the one before."
                    .to_owned(),
            ),
        );
    }
    if !errors.is_empty() {
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
    for (name, value) in top {
        if let Some(key) = TOP_KEYS.iter().find(|key| key.name == name.get_ref()) {
            shape::check(key.name, key.shape, value, problems);
        } else if let Some(block) = BLOCKS.iter().find(|block| block.name == name.get_ref()) {
            check_block(block, value, problems);
        } else {
            let known = TOP_KEYS.iter().map(|key| key.name).chain(BLOCKS.iter().map(|b| b.name));
            unknown(name.get_ref(), &name.span(), "the page", known, problems);
        }
    }
    for key in TOP_KEYS.iter().filter(|key| key.need == Need::Required) {
        if !top.contains_key(key.name) {
            missing(&format!("`{}` is missing", key.name), key.about, &(0..0), problems);
        }
    }
    for block in BLOCKS.iter().filter(|block| block.need == Need::Required) {
        if !top.contains_key(block.name) {
            missing(
                &format!("the block {} is missing", brackets(block)),
                block.about,
                &(0..0),
                problems,
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
                    _ => wrong_brackets(block, &entry.span(), problems),
                }
            }
        }
        _ => wrong_brackets(block, &value.span(), problems),
    }
}

fn wrong_brackets(block: &Block, at: &Range<usize>, problems: &mut Problems<'_>) {
    problems.add(
        at,
        format!("`{}` is not written as a block of its sort", block.name),
        Some(format!("Write {} on a line of its own, then its keys.", brackets(block))),
    );
}

fn check_keys(block: &Block, table: &DeTable<'_>, at: &Range<usize>, problems: &mut Problems<'_>) {
    let keys: Vec<&Key> = block.keys().collect();
    for (name, value) in table {
        if let Some(key) = keys.iter().find(|key| key.name == name.get_ref()) {
            shape::check(key.name, key.shape, value, problems);
        } else {
            let known = keys.iter().map(|key| key.name);
            unknown(name.get_ref(), &name.span(), &brackets(block), known, problems);
        }
    }
    for key in keys.iter().filter(|key| key.need == Need::Required) {
        if !table.contains_key(key.name) {
            missing(&format!("{} has no `{}`", brackets(block), key.name), key.about, at, problems);
        }
    }
}

/// Returns the block's name as it is written in a file.
fn brackets(block: &Block) -> String {
    if block.repeats() { format!("[[{}]]", block.name) } else { format!("[{}]", block.name) }
}

fn missing(what: &str, about: &str, at: &Range<usize>, problems: &mut Problems<'_>) {
    problems.add(at, what, Some(format!("Add it: {}", lower_first(about))));
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn unknown<'a>(
    name: &str,
    at: &Range<usize>,
    place: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    problems: &mut Problems<'_>,
) {
    let hint = match nearest(name, known.clone()) {
        Some(word) => format!("Did you mean `{word}`?"),
        None => format!("Known here: {}.", known.collect::<Vec<_>>().join(", ")),
    };
    let name = quote(name).replace('"', "`");
    problems.add(at, format!("{place} has no key {name}"), Some(hint));
}
