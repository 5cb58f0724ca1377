//! Entries: what an index is told of each thing that can be found.

use crate::model::{Address, Kind};

/// The part of an entry in which a query was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The name.
    Title,
    /// Another name, a brand or an everyday word.
    Alias,
    /// The text.
    Text,
}

impl Field {
    /// Returns the word for the field in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Alias => "alias",
            Self::Text => "text",
        }
    }
}

/// What a name is to the thing that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Its title.
    Title,
    /// Another proper name: a medical synonym, an abbreviation.
    Name,
    /// Words that lead there: everyday words, brands, misspellings.
    Word,
}

impl Role {
    pub(super) fn number(self) -> u32 {
        match self {
            Self::Title => 0,
            Self::Name => 1,
            Self::Word => 2,
        }
    }

    pub(super) fn of(number: u32) -> Self {
        match number {
            0 => Self::Title,
            1 => Self::Name,
            _ => Self::Word,
        }
    }
}

/// One thing that can be found: a condition, a section, an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it is.
    pub address: Address,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Other proper names.
    pub names: Vec<String>,
    /// Everyday words, brands and misspellings that lead here.
    pub words: Vec<String>,
    /// Its text, found where no name answers.
    pub text: String,
    /// The entries of the conditions in which it stands, by their places; empty for conditions.
    pub of: Vec<u32>,
    /// Its place in its section and how many items are there, counted from 1.
    pub place: Option<(usize, usize)>,
    /// How often it is pointed to; of equal hits the one with more stands higher.
    pub weight: usize,
    /// Whether it says when help is needed at once.
    pub urgent: bool,
}

impl Entry {
    /// Returns an entry that has a title and nothing else yet.
    pub fn new(address: Address, kind: Kind, title: &str) -> Self {
        Self {
            address,
            kind,
            title: title.to_owned(),
            names: Vec::new(),
            words: Vec::new(),
            text: String::new(),
            of: Vec::new(),
            place: None,
            weight: 0,
            urgent: false,
        }
    }
}
