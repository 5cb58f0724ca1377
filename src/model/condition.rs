//! A condition: one page of the handbook.

use super::{Audience, BodyArea, Date, Item, Section, SectionId, Source};
use crate::model::Detail;
use serde::{Deserialize, Serialize};

/// One condition with everything that is said about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The slug: the file name without its ending, and the first part of every address.
    pub id: String,
    /// The title.
    pub name: String,
    /// One sentence that says what it is.
    pub summary: String,
    /// How the name is spoken, with capitals for stress.
    pub say_it: Option<String>,
    /// Medical synonyms.
    pub also_called: Vec<String>,
    /// Abbreviations.
    pub short_names: Vec<String>,
    /// Everyday words, brand names and misspellings.
    pub search_words: Vec<String>,
    /// For whom it is written.
    pub audience: Vec<Audience>,
    /// The parts of the body it touches.
    pub body_areas: Vec<BodyArea>,
    /// Numbers in registers of diseases, such as `MONDO:0003441`.
    pub codes: Vec<String>,
    /// Slugs of related conditions.
    pub related: Vec<String>,
    /// Words that the reading grade counts as easy.
    pub plain_words: Vec<String>,
    /// The day of the first version.
    pub written: Date,
    /// The day of the last check against the sources.
    pub checked: Date,
    /// The day by which it should be checked again.
    pub check_again: Date,
    /// All eleven sections in reading order.
    pub sections: Vec<Section>,
}

impl Condition {
    /// Returns a section. Every condition has all of them, though some may be empty.
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.index()]
    }

    /// Returns the sources with their items, in the order of their numbers.
    pub fn sources(&self) -> impl Iterator<Item = (&Item, &Source)> {
        self.section(SectionId::Sources).items.iter().filter_map(|item| match &item.detail {
            Detail::Source(source) => Some((item, source)),
            _ => None,
        })
    }

    /// Returns every name that the condition goes by, its title first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name)
            .chain(&self.also_called)
            .chain(&self.short_names)
            .map(String::as_str)
    }
}
