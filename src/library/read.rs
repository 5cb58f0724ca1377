//! From the bytes of a file to a condition, or to every problem in it.

use super::build;
use super::check;
use super::fit;
use super::format::{CONDITION, Format};
use super::problem::{Problem, Problems, quote};
use super::syntax;
use crate::model::{Condition, is_slug};
use std::path::Path;
use toml::de::DeTable;

/// The largest file that is read, in bytes. A long page has about 40,000.
const FILE_MAX: usize = 8 * 1024 * 1024;

/// Reads one condition file.
///
/// # Errors
///
/// Returns every problem of the file, in the order of its lines.
pub fn read(file: &str, bytes: &[u8]) -> Result<Condition, Vec<Problem>> {
    let id = Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let mut name = Problems::new(file, "");
    if !is_slug(id) {
        name.add(
            &(0..0),
            format!("the file name {} cannot be part of an address", quote(id)),
            Some(
                "Use small letters, digits and single hyphens, such as writers-cramp.toml."
                    .to_owned(),
            ),
        );
    }
    let checked = |top: &DeTable<'_>, problems: &mut Problems<'_>| {
        check::condition(id, top, problems);
    };
    match read_as(&CONDITION, file, bytes, checked, |top| build::condition(id, top)) {
        Ok(condition) if name.is_empty() => Ok(condition),
        Ok(_) => Err(name.into_sorted()),
        Err(mut problems) => {
            problems.extend(name.into_sorted());
            problems.sort();
            Err(problems)
        }
    }
}

/// Reads a file of a format: its text, its TOML, its keys and blocks, then what else is asked of it.
/// What passed is built.
///
/// # Errors
///
/// Returns every problem of the file, in the order of its lines.
pub(super) fn read_as<T>(
    format: &Format,
    file: &str,
    bytes: &[u8],
    check: impl FnOnce(&DeTable<'_>, &mut Problems<'_>),
    build: impl FnOnce(&DeTable<'_>) -> Option<T>,
) -> Result<T, Vec<Problem>> {
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
    if let Some(at) = bad {
        no_text(at, &mut problems);
        return Err(problems.into_sorted());
    }
    let (table, errors) = DeTable::parse_recoverable(&source);
    if !errors.is_empty() {
        syntax::check(&source, &errors, &mut problems);
        return Err(problems.into_sorted());
    }
    let top = table.get_ref();
    fit::check(format, top, &mut problems);
    check(top, &mut problems);
    if !problems.is_empty() {
        return Err(problems.into_sorted());
    }
    build(top).ok_or_else(|| {
        problems.add(&(0..0), "the file cannot be read", None);
        problems.into_sorted()
    })
}

/// Notes that a file is no text from a place on.
fn no_text(at: usize, problems: &mut Problems<'_>) {
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
