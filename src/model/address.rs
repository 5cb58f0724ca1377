//! Addresses: the one name for a place.

use super::{SectionId, WordSet};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The longest slug, in letters. Longer ones make addresses hard to type and hear.
const SLUG_MAX: usize = 64;

/// The first part of the addresses of the glossary. No condition has this slug.
const GLOSSARY: &str = "glossary";

/// A place in the handbook: `dystonia`, `dystonia/treatment`, `dystonia/treatment/3`. The glossary
/// has no sections: `glossary`, `glossary/biopsy`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Address {
    /// The slug of the condition.
    pub condition: String,
    /// The section, if the place is inside one.
    pub section: Option<SectionId>,
    /// The item, if the place is one. Never without a section, but for a term of the glossary.
    pub item: Option<ItemRef>,
}

/// How an address names an item.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ItemRef {
    /// By its place in the section, counted from 1. Moves when the page is edited.
    Number(usize),
    /// By its stable id.
    Id(String),
}

impl Address {
    /// Returns the address of a whole condition.
    pub fn condition(id: &str) -> Self {
        Self { condition: id.to_owned(), section: None, item: None }
    }

    /// Returns the address of a section.
    pub fn section(id: &str, section: SectionId) -> Self {
        Self { condition: id.to_owned(), section: Some(section), item: None }
    }

    /// Returns the stable address of an item.
    pub fn item(id: &str, section: SectionId, item: &str) -> Self {
        Self {
            condition: id.to_owned(),
            section: Some(section),
            item: Some(ItemRef::Id(item.to_owned())),
        }
    }

    /// Returns the address of the glossary.
    pub fn glossary() -> Self {
        Self::condition(GLOSSARY)
    }

    /// Returns the stable address of a term of the glossary.
    pub fn term(id: &str) -> Self {
        Self { item: Some(ItemRef::Id(id.to_owned())), ..Self::glossary() }
    }

    /// Returns whether the place is the glossary or a term of it.
    pub fn is_in_glossary(&self) -> bool {
        self.condition == GLOSSARY
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.condition)?;
        if let Some(section) = self.section {
            write!(f, "/{}", section.word())?;
        }
        match &self.item {
            Some(ItemRef::Number(number)) => write!(f, "/{number}"),
            Some(ItemRef::Id(id)) => write!(f, "/{id}"),
            None => Ok(()),
        }
    }
}

/// Why a text is no address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// A part holds something else than letters, digits and hyphens.
    #[error("an address is made of small letters, digits and hyphens, such as dystonia/treatment")]
    Letters,
    /// The second part names no section.
    #[error("there is no section \"{0}\"")]
    Section(String),
    /// Items are counted from 1.
    #[error("items are counted from 1")]
    Zero,
    /// There are more than three parts.
    #[error("an address has at most three parts: condition/section/item")]
    Parts,
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let text = text.trim().trim_end_matches('/').to_lowercase();
        let mut parts = text.split('/').peekable();
        let condition = parts.next().unwrap_or_default();
        if !is_slug(condition) {
            return Err(AddressError::Letters);
        }
        let section = parts
            .next_if(|_| condition != GLOSSARY)
            .map(|word| {
                SectionId::from_word(word)
                    .ok_or_else(|| AddressError::Section(super::clean(word).into_owned()))
            })
            .transpose()?;
        let item = parts.next().map(ItemRef::from_str).transpose()?;
        if parts.next().is_some() {
            return Err(AddressError::Parts);
        }
        Ok(Self { condition: condition.to_owned(), section, item })
    }
}

impl FromStr for ItemRef {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        match text.parse() {
            Ok(0) => Err(AddressError::Zero),
            Ok(number) => Ok(Self::Number(number)),
            Err(_) if is_slug(text) => Ok(Self::Id(text.to_owned())),
            Err(_) => Err(AddressError::Letters),
        }
    }
}

/// Returns whether a text can be part of an address: small letters, digits, single hyphens.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= SLUG_MAX
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Makes a slug of a name: `Writer's cramp` becomes `writers-cramp`.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().chars().filter(|c| *c != '\'') {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(SLUG_MAX);
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_written_as_it_is_read() {
        for text in [
            "dystonia",
            "dystonia/treatment",
            "dystonia/treatment/3",
            "a/get-help/b-c",
            "glossary",
            "glossary/biopsy",
        ] {
            assert_eq!(text.parse::<Address>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn capitals_and_a_last_slash_are_forgiven() {
        assert_eq!(
            "Dystonia/Treatment/".parse::<Address>().unwrap().to_string(),
            "dystonia/treatment"
        );
    }

    #[test]
    fn what_is_no_address_says_why() {
        let why = |text: &str| text.parse::<Address>().unwrap_err();
        assert_eq!(why("../etc"), AddressError::Letters);
        assert_eq!(why("a/treatmint"), AddressError::Section("treatmint".to_owned()));
        assert_eq!(why("a/treatment/0"), AddressError::Zero);
        assert_eq!(why("a/treatment/1/2"), AddressError::Parts);
        assert_eq!(why("glossary/biopsy/2"), AddressError::Parts);
        assert_eq!(why(""), AddressError::Letters);
    }

    #[test]
    fn a_slug_keeps_letters_and_digits() {
        assert_eq!(slug("Writer's cramp (hand)"), "writers-cramp-hand");
        assert!(is_slug(&slug("  Botulinum toxin: 3 brands  ")));
    }
}
