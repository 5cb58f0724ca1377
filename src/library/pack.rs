//! The compact form of checked content, made by the build and read at start-up.
//!
//! A pack is a mark, a version, the length of its table of contents, the table, and blocks of bytes:
//! one a condition, the glossary, the everyday words, and the search index. The table alone is read
//! when a library opens; a block is decoded when somebody looks at it.

use super::words::Words;
use crate::model::{Condition, Glossary};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The first bytes of every pack.
const MARK: &[u8; 8] = b"RAREBOOK";

/// The version of the form. A program reads only its own.
const VERSION: u8 = 3;

/// What lists and searches need of a condition without decoding it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The slug.
    pub id: String,
    /// The title.
    pub name: String,
    /// One sentence that says what it is.
    pub summary: String,
    /// Other medical names.
    pub also_called: Vec<String>,
    /// How many other conditions point to this one.
    pub links: usize,
}

#[derive(Serialize, Deserialize)]
struct Contents {
    entries: Vec<Entry>,
    glossary: Range<usize>,
    words: Range<usize>,
    index: Range<usize>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    card: Card,
    bytes: Range<usize>,
}

/// A pack whose table of contents was read.
pub(super) struct Pack {
    /// Every card with the bytes of its condition.
    pub(super) conditions: Vec<(Card, &'static [u8])>,
    /// The glossary.
    pub(super) glossary: &'static [u8],
    /// The everyday words.
    pub(super) words: &'static [u8],
    /// The search index.
    pub(super) index: &'static [u8],
}

/// Why bytes are not a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// The mark at the start is missing.
    #[error("this is not a rarebook pack")]
    Mark,
    /// The pack is of another version of the form.
    #[error("the pack has version {0}, but this program reads version {VERSION}")]
    Version(u8),
    /// The content does not fit its table.
    #[error("the pack is damaged")]
    Damaged,
}

/// Writes checked content in the compact form, conditions in the order given, and the search index
/// that was built of it.
///
/// # Errors
///
/// Returns [`PackError::Damaged`] if something cannot be encoded, which nothing checked does.
pub(super) fn encode<'a>(
    conditions: impl IntoIterator<Item = (&'a Card, &'a Condition)>,
    glossary: &Glossary,
    words: &Words,
    index: &[u8],
) -> Result<Vec<u8>, PackError> {
    fn packed(value: &impl Serialize) -> Result<Vec<u8>, PackError> {
        postcard::to_allocvec(value).map_err(|_| PackError::Damaged)
    }
    let mut body: Vec<u8> = Vec::new();
    let mut add = |bytes: &[u8]| {
        let start = body.len();
        body.extend(bytes);
        start..body.len()
    };
    let mut entries = Vec::new();
    for (card, condition) in conditions {
        entries.push(Entry { card: card.clone(), bytes: add(&packed(condition)?) });
    }
    let contents = Contents {
        entries,
        glossary: add(&packed(glossary)?),
        words: add(&packed(words)?),
        index: add(index),
    };
    let table = packed(&contents)?;
    let mut pack = MARK.to_vec();
    pack.push(VERSION);
    pack.extend(u32::try_from(table.len()).map_err(|_| PackError::Damaged)?.to_le_bytes());
    pack.extend(table);
    pack.extend(body);
    Ok(pack)
}

/// Reads the table of contents.
///
/// # Errors
///
/// Returns why the bytes are no pack of this version.
pub(super) fn open(pack: &'static [u8]) -> Result<Pack, PackError> {
    let rest = pack.strip_prefix(MARK).ok_or(PackError::Mark)?;
    let (version, rest) = rest.split_first().ok_or(PackError::Damaged)?;
    if *version != VERSION {
        return Err(PackError::Version(*version));
    }
    let (length, rest) = rest.split_first_chunk::<4>().ok_or(PackError::Damaged)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| PackError::Damaged)?;
    let (table, body) = rest.split_at_checked(length).ok_or(PackError::Damaged)?;
    let contents: Contents = postcard::from_bytes(table).map_err(|_| PackError::Damaged)?;
    let part = |bytes: Range<usize>| body.get(bytes).ok_or(PackError::Damaged);
    let conditions = contents
        .entries
        .into_iter()
        .map(|entry| Ok((entry.card, part(entry.bytes)?)))
        .collect::<Result<_, _>>()?;
    Ok(Pack {
        conditions,
        glossary: part(contents.glossary)?,
        words: part(contents.words)?,
        index: part(contents.index)?,
    })
}

/// Decodes a block of bytes; none if they are damaged.
pub(super) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
