//! The words around what was found in a long text.

use super::index::Hit;
use crate::model::clean;

/// How many letters of a text are shown around what was found in it.
const AROUND: usize = 60;

/// Returns the words around the first match in a text, cut at words.
pub fn around(hit: &Hit) -> Option<String> {
    let first = hit.matched.first()?;
    let letters: Vec<char> = hit.text.chars().collect();
    let from = first.start.saturating_sub(AROUND / 2);
    let to = (first.end + AROUND / 2).min(letters.len());
    let mut part: String = letters.get(from..to)?.iter().collect();
    if from > 0 {
        part = part.split_once(' ').map_or(part.clone(), |(_, rest)| format!("...{rest}"));
    }
    if to < letters.len() {
        part = part.rsplit_once(' ').map_or(part.clone(), |(start, _)| format!("{start}..."));
    }
    Some(clean(&part).into_owned())
}
