//! Files in, checked library out.
//!
//! Entry points: [`Library::open`] for a pack, [`Library::from_files`] for files, and
//! [`Library::overlaid`] for files laid over a library. A [`Library`] exists only of content that
//! passed every check. This layer knows the file format and the compact form; it knows nothing of
//! search, screens or the command line, and reads no disk: callers hand it bytes.

mod build;
mod check;
mod corpus;
mod find;
mod fit;
pub mod format;
mod glossary;
mod nearest;
mod pack;
mod packed;
mod problem;
mod prose;
mod read;
mod schema;
mod shape;
mod syntax;
mod tree;
mod words;

pub use corpus::{Content, File, FileKind, read_files};
pub use find::{Found, Missing, Sought};
pub use glossary::{TERM_KEYS, read_glossary};
pub use nearest::nearest;
pub use pack::{Card, PackError};
pub use problem::Problem;
pub(crate) use problem::position;
pub use prose::{Prose, prose};
pub use read::read;
pub use schema::json_schema;
pub use words::Words;

use crate::model::{Condition, Glossary};
use packed::Packed;
use std::collections::BTreeMap;

/// Reads content again that may have changed: a library in place of the old one, or none where the old
/// one stays, and what to tell the reader.
pub type Again<'a> = &'a dyn Fn() -> (Option<Library>, String);

/// All conditions that can be read, in the order of their names, and what serves all of them.
#[derive(Debug)]
pub struct Library {
    entries: Vec<(Card, Packed<Condition>)>,
    glossary: Packed<Glossary>,
    words: Packed<Words>,
    /// The search index that a pack carries; empty where there is none.
    index: &'static [u8],
}

impl Library {
    /// Opens a pack that lives as long as the program. Reads its table of contents only.
    ///
    /// # Errors
    ///
    /// Returns why the bytes are no pack of this version.
    pub fn open(pack: &'static [u8]) -> Result<Self, PackError> {
        let pack = pack::open(pack)?;
        let packed = |(card, bytes)| (card, Packed::bytes(bytes));
        Ok(Self {
            entries: pack.conditions.into_iter().map(packed).collect(),
            glossary: Packed::bytes(pack.glossary),
            words: Packed::bytes(pack.words),
            index: pack.index,
        })
    }

    /// Reads and checks content files.
    ///
    /// # Errors
    ///
    /// Returns every problem of every file.
    pub fn from_files(files: &[File]) -> Result<Self, Vec<Problem>> {
        let content = read_files(files, &[]);
        if content.problems.is_empty() { Ok(Self::of(content)) } else { Err(content.problems) }
    }

    fn of(content: Content) -> Self {
        let unpacked = |(card, condition)| (card, Packed::value(condition));
        Self {
            entries: corpus::with_cards(content.conditions).into_iter().map(unpacked).collect(),
            glossary: Packed::value(content.glossary.unwrap_or_default()),
            words: Packed::value(content.words.unwrap_or_default()),
            index: &[],
        }
    }

    /// Returns the library with content files laid over it, and every problem of the files. A file
    /// takes the place of what the library has under its name, a term that of the term of its id,
    /// or is added; one with problems changes nothing.
    #[must_use]
    pub fn overlaid(self, files: &[File]) -> (Self, Vec<Problem>) {
        let ids: Vec<&str> = self.cards().map(|card| card.id.as_str()).collect();
        let mut content = read_files(files, &ids);
        let problems = std::mem::take(&mut content.problems);
        if content.conditions.is_empty() && content.glossary.is_none() && content.words.is_none() {
            return (self, problems);
        }
        let below = self.entries.iter().filter_map(|(_, condition)| condition.get());
        let mut conditions: BTreeMap<String, Condition> =
            below.map(|condition| (condition.id.clone(), condition.clone())).collect();
        conditions.extend(content.conditions.into_iter().map(|it| (it.id.clone(), it)));
        let glossary = match content.glossary {
            Some(own) => own.over(self.glossary()),
            None => self.glossary().clone(),
        };
        let content = Content {
            conditions: conditions.into_values().collect(),
            glossary: Some(glossary),
            words: Some(content.words.unwrap_or_else(|| self.words().clone())),
            problems: Vec::new(),
        };
        (Self::of(content), problems)
    }

    /// Returns the library in the compact form, with the search index that was built of it.
    ///
    /// # Errors
    ///
    /// Returns [`PackError::Damaged`] if a condition cannot be encoded, which no checked one does.
    pub fn encode(&self, index: &[u8]) -> Result<Vec<u8>, PackError> {
        let conditions =
            self.entries.iter().filter_map(|(card, condition)| Some((card, condition.get()?)));
        pack::encode(conditions, self.glossary(), self.words(), index)
    }

    /// Returns the search index that came with the content, as bytes; none for files.
    pub fn index(&self) -> &'static [u8] {
        self.index
    }

    /// Returns the cards of all conditions in the order of their names.
    pub fn cards(&self) -> impl ExactSizeIterator<Item = &Card> {
        self.entries.iter().map(|(card, _)| card)
    }

    /// Returns the card of a condition.
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards().find(|card| card.id == id)
    }

    /// Returns a condition, decoding it on first sight.
    pub fn condition(&self, id: &str) -> Option<&Condition> {
        let (_, condition) = self.entries.iter().find(|(card, _)| card.id == id)?;
        condition.get()
    }

    /// Returns the words that are explained for all pages.
    pub fn glossary(&self) -> &Glossary {
        static NONE: Glossary = Glossary { terms: Vec::new(), sources: Vec::new() };
        self.glossary.get().unwrap_or(&NONE)
    }

    /// Returns the everyday words for medical ones, which searches use.
    pub fn words(&self) -> &Words {
        static NONE: Words = Words { pairs: Vec::new(), alarms: Vec::new() };
        self.words.get().unwrap_or(&NONE)
    }
}
