//! The words of a hit's field: what was found there, and the words around it.

use super::entries::text_of;
use super::entry::Field;
use super::fold::Folded;
use super::hits::{Hit, Marked};
use super::marks::{joined, letters};
use crate::library::Library;
use crate::model::clean;
use std::ops::Range;

/// How many letters of a text are shown around what was found in it.
const AROUND: usize = 60;

impl Hit {
    /// Returns what stands at the place of the hit, in words.
    pub fn text(&self, library: &Library) -> String {
        library.seek(&self.address).map(|sought| text_of(&sought)).unwrap_or_default()
    }

    /// Returns the text of the field in which the query was found.
    pub fn found_in(&self, library: &Library) -> String {
        match self.field {
            Field::Title => self.title.clone(),
            Field::Alias => self.alias.clone().unwrap_or_default(),
            Field::Text => self.text(library),
        }
    }

    /// Returns the letters of a text of this hit that answer the query, as ranges counted in
    /// characters.
    pub fn matched(&self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::of(text);
        match &self.marked {
            Marked::Words(marks) => letters(marks, &folded),
            // The folded text begins with a blank that the name has not.
            Marked::Letters(at) => {
                joined(at.iter().filter_map(|at| folded.letters(at + 1, at + 2)).collect())
            }
        }
    }
}

/// Returns the words around the first match of a hit that was found in its text, cut at words.
pub fn around(hit: &Hit, library: &Library) -> Option<String> {
    // The text of a page is decoded only for a hit that shows some of it.
    if hit.field != Field::Text {
        return None;
    }
    let text = hit.text(library);
    let matched = hit.matched(&text);
    let first = matched.first()?;
    let letters: Vec<char> = text.chars().collect();
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
