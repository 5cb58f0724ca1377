//! Files in, checked library out.
//!
//! Entry points: [`Library::open`] for a pack, [`read_all`] for files. A
//! [`Library`] exists only if its content passed every check. This layer knows the file format and
//! the compact form; it knows nothing of search, screens or the command line, and reads no disk:
//! callers hand it bytes.

mod build;
mod check;
mod corpus;
pub mod format;
mod nearest;
mod pack;
mod problem;
mod prose;
mod read;
mod schema;
mod shape;
mod syntax;
mod tree;
mod words;

pub use corpus::{File, is_condition_file, read_all, read_among};
pub use nearest::nearest;
pub use pack::{Card, PackError};
pub use problem::Problem;
pub(crate) use problem::position;
pub use prose::{Prose, prose};
pub use read::read;
pub use schema::json_schema;
pub use words::{Words, read_words};

use crate::model::{Address, Condition, Item, ItemRef, Section, SectionId, WordSet};
use std::cell::OnceCell;

/// All conditions that can be read, in the order of their names.
#[derive(Debug)]
pub struct Library {
    entries: Vec<Entry>,
    /// The search index that a pack carries; empty where there is none.
    index: &'static [u8],
}

#[derive(Debug)]
struct Entry {
    card: Card,
    /// The compact form, empty where the condition was never encoded.
    bytes: &'static [u8],
    condition: OnceCell<Option<Condition>>,
}

/// What an address leads to.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The condition.
    pub condition: &'a Condition,
    /// The section, if the address names one.
    pub section: Option<&'a Section>,
    /// The item with its place in the section, counted from 0, if the address names one.
    pub item: Option<(usize, &'a Item)>,
}

/// Why an address leads nowhere, and the nearest address that does.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Missing {
    /// What is missing, in the reader's words.
    pub message: String,
    /// The nearest right word, or what to do.
    pub hint: String,
}

impl Library {
    /// Opens a pack that lives as long as the program. Reads its table of contents only.
    ///
    /// # Errors
    ///
    /// Returns why the bytes are no pack of this version.
    pub fn open(pack: &'static [u8]) -> Result<Self, PackError> {
        let pack = pack::open(pack)?;
        let entries = pack
            .conditions
            .into_iter()
            .map(|(card, bytes)| Entry { card, bytes, condition: OnceCell::new() })
            .collect();
        Ok(Self { entries, index: pack.index })
    }

    /// Reads and checks condition files.
    ///
    /// # Errors
    ///
    /// Returns every problem of every file.
    pub fn from_files(files: &[File]) -> Result<Self, Vec<Problem>> {
        let entries = read_all(files)?
            .into_iter()
            .map(|(card, condition)| Entry {
                card,
                bytes: &[],
                condition: OnceCell::from(Some(condition)),
            })
            .collect();
        Ok(Self { entries, index: &[] })
    }

    /// Returns the library in the compact form, with the search index that was built of it.
    ///
    /// # Errors
    ///
    /// Returns [`PackError::Damaged`] if a condition cannot be encoded, which no checked one does.
    pub fn encode(&self, index: &[u8]) -> Result<Vec<u8>, PackError> {
        let conditions = self
            .entries
            .iter()
            .filter_map(|entry| Some((&entry.card, self.condition(&entry.card.id)?)));
        pack::encode(conditions, index)
    }

    /// Returns the search index that came with the content, as bytes; none for files.
    pub fn index(&self) -> &'static [u8] {
        self.index
    }

    /// Returns the cards of all conditions in the order of their names.
    pub fn cards(&self) -> impl ExactSizeIterator<Item = &Card> {
        self.entries.iter().map(|entry| &entry.card)
    }

    /// Returns the card of a condition.
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards().find(|card| card.id == id)
    }

    /// Returns a condition, decoding it on first sight.
    pub fn condition(&self, id: &str) -> Option<&Condition> {
        let entry = self.entries.iter().find(|entry| entry.card.id == id)?;
        entry.condition.get_or_init(|| pack::decode(entry.bytes).ok()).as_ref()
    }

    /// Returns what an address leads to.
    ///
    /// # Errors
    ///
    /// Returns what is missing, with the nearest right word as a hint.
    pub fn find(&self, address: &Address) -> Result<Found<'_>, Missing> {
        let condition = self
            .condition(&address.condition)
            .ok_or_else(|| self.no_condition(&address.condition))?;
        let section = address.section.map(|id| condition.section(id));
        let item = match (section, &address.item) {
            (Some(section), Some(item)) => Some(find_item(section, item, &condition.id)?),
            _ => None,
        };
        Ok(Found { condition, section, item })
    }

    /// Reads an address as somebody typed it, and returns what it leads to.
    ///
    /// # Errors
    ///
    /// Returns what is wrong or missing, with the nearest right word as a hint.
    pub fn find_typed(&self, typed: &str) -> Result<(Address, Found<'_>), Missing> {
        let address: Address = typed.parse().map_err(|why: crate::model::AddressError| {
            let word = typed.split('/').nth(1).unwrap_or_default();
            let hint = match &why {
                crate::model::AddressError::Section(_) => {
                    nearest(word, SectionId::WORDS.iter().copied()).map_or_else(
                        || format!("The sections are {}.", SectionId::WORDS.join(", ")),
                        |near| format!("Did you mean \"{near}\"?"),
                    )
                }
                _ => self.condition_hint(typed),
            };
            Missing { message: capital(&why.to_string()), hint }
        })?;
        let found = self.find(&address)?;
        Ok((address, found))
    }

    fn no_condition(&self, id: &str) -> Missing {
        Missing {
            message: format!("There is no condition \"{id}\"."),
            hint: self.condition_hint(id),
        }
    }

    fn condition_hint(&self, typed: &str) -> String {
        let words = self.cards().flat_map(|card| {
            [card.id.as_str(), card.name.as_str()]
                .into_iter()
                .chain(card.also_called.iter().map(String::as_str))
                .map(move |word| (word, card))
        });
        let names: Vec<(&str, &Card)> = words.collect();
        nearest(typed, names.iter().map(|(word, _)| *word))
            .and_then(|near| names.iter().find(|(word, _)| *word == near))
            .map_or_else(
                || format!("\"rarebook list\" shows all {} conditions; \"rarebook search WORDS\" looks inside them.", self.entries.len()),
                |(_, card)| format!("Did you mean \"{}\"?", card.id),
            )
    }
}

fn find_item<'a>(
    section: &'a Section,
    item: &ItemRef,
    condition: &str,
) -> Result<(usize, &'a Item), Missing> {
    let count = section.items.len();
    let place = match item {
        ItemRef::Number(number) => number.checked_sub(1).filter(|place| *place < count),
        ItemRef::Id(id) => section.position(id),
    };
    let here = format!("{condition}/{}", section.id.word());
    place.and_then(|place| section.items.get(place).map(|item| (place, item))).ok_or_else(|| {
        match item {
            ItemRef::Number(number) => Missing {
                message: format!("{here} has no item {number}."),
                hint: match count {
                    0 => "This section has no items.".to_owned(),
                    1 => "This section has 1 item.".to_owned(),
                    _ => format!("Its items are numbered from 1 to {count}."),
                },
            },
            ItemRef::Id(id) => Missing {
                message: format!("{here} has no item \"{id}\"."),
                hint: nearest(id, section.items.iter().map(|item| item.id.as_str())).map_or_else(
                    || format!("\"rarebook show {here}\" shows all its items."),
                    |near| format!("Did you mean \"{here}/{near}\"?"),
                ),
            },
        }
    })
}

/// Makes a sentence of a message: a capital first and a full stop last.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
