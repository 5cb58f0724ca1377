//! What an address leads to, or why it leads nowhere.

use super::Library;
use super::nearest::nearest;
use super::pack::Card;
use crate::model::{
    Address, AddressError, Condition, Item, ItemRef, Section, SectionId, WordSet, capital,
};

/// The part of a condition that an address leads to.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The condition.
    pub condition: &'a Condition,
    /// The section, if the address names one.
    pub section: Option<&'a Section>,
    /// The item with its place in the section, counted from 0, if the address names one.
    pub item: Option<(usize, &'a Item)>,
}

/// What an address leads to, in a condition or in the glossary.
#[derive(Clone, Copy, Debug)]
pub enum Sought<'a> {
    /// A part of a condition.
    Page(Found<'a>),
    /// The glossary, or a term with its place in it, counted from 0.
    Glossary(Option<(usize, &'a Item)>),
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
    /// Returns what an address leads to.
    ///
    /// # Errors
    ///
    /// Returns what is missing, with the nearest right word as a hint.
    pub fn seek(&self, address: &Address) -> Result<Sought<'_>, Missing> {
        if !address.is_in_glossary() {
            return self.find(address).map(Sought::Page);
        }
        let terms = &self.glossary().terms;
        let item = address.item.as_ref().map(|item| find_item(terms, item, "glossary"));
        item.transpose().map(Sought::Glossary)
    }

    /// Returns the part of a condition that an address leads to.
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
            (Some(section), Some(item)) => {
                let here = format!("{}/{}", condition.id, section.id.word());
                Some(find_item(&section.items, item, &here)?)
            }
            _ => None,
        };
        Ok(Found { condition, section, item })
    }

    /// Reads an address as somebody typed it, and returns what it leads to.
    ///
    /// # Errors
    ///
    /// Returns what is wrong or missing, with the nearest right word as a hint.
    pub fn seek_typed(&self, typed: &str) -> Result<(Address, Sought<'_>), Missing> {
        let address = self.address(typed)?;
        let sought = self.seek(&address)?;
        Ok((address, sought))
    }

    /// Reads an address as somebody typed it, and returns the part of a condition that it leads to.
    ///
    /// # Errors
    ///
    /// Returns what is wrong or missing, with the nearest right word as a hint.
    pub fn find_typed(&self, typed: &str) -> Result<(Address, Found<'_>), Missing> {
        let address = self.address(typed)?;
        let found = self.find(&address)?;
        Ok((address, found))
    }

    fn address(&self, typed: &str) -> Result<Address, Missing> {
        typed.parse().map_err(|why: AddressError| {
            let word = typed.split('/').nth(1).unwrap_or_default();
            let hint = match &why {
                AddressError::Section(_) => nearest(word, SectionId::WORDS.iter().copied())
                    .map_or_else(
                        || format!("The sections are {}.", SectionId::WORDS.join(", ")),
                        |near| format!("Did you mean \"{near}\"?"),
                    ),
                _ => self.condition_hint(typed),
            };
            Missing { message: format!("{}.", capital(&why.to_string())), hint }
        })
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
                || {
                    let all = self.cards().len();
                    format!(
                        "\"rarebook list\" shows all {all} conditions; \"rarebook search WORDS\" \
                         looks inside them."
                    )
                },
                |(_, card)| format!("Did you mean \"{}\"?", card.id),
            )
    }
}

/// Returns an item of a list with its place. `here` is the address of the list.
fn find_item<'a>(
    items: &'a [Item],
    item: &ItemRef,
    here: &str,
) -> Result<(usize, &'a Item), Missing> {
    let count = items.len();
    let place = match item {
        ItemRef::Number(number) => number.checked_sub(1),
        ItemRef::Id(id) => items.iter().position(|item| item.id == *id),
    };
    place.and_then(|place| items.get(place).map(|item| (place, item))).ok_or_else(|| match item {
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
            hint: nearest(id, items.iter().map(|item| item.id.as_str())).map_or_else(
                || format!("\"rarebook show {here}\" shows all its items."),
                |near| format!("Did you mean \"{here}/{near}\"?"),
            ),
        },
    })
}
