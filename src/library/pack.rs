//! The compact form of checked content, made by the build and read at start-up.
//!
//! A pack is a mark, a version, the length of its table of contents, the table, and one block of
//! bytes a condition, and the search index. The table alone is read when a library opens; a condition is decoded when
//! somebody looks at it.

use crate::model::{Condition, SectionId, WordSet};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The first bytes of every pack.
const MARK: &[u8; 8] = b"RAREBOOK";

/// The version of the form. A program reads only its own.
const VERSION: u8 = 2;

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

/// Writes checked conditions in the compact form, in the order given, and the search index that was
/// built of them.
///
/// # Errors
///
/// Returns [`PackError::Damaged`] if a condition cannot be encoded, which no checked one does.
pub(super) fn encode<'a>(
    conditions: impl IntoIterator<Item = (&'a Card, &'a Condition)>,
    index: &[u8],
) -> Result<Vec<u8>, PackError> {
    let mut body = Vec::new();
    let mut entries = Vec::new();
    for (card, condition) in conditions {
        let start = body.len();
        body.extend(postcard::to_allocvec(condition).map_err(|_| PackError::Damaged)?);
        entries.push(Entry { card: card.clone(), bytes: start..body.len() });
    }
    let start = body.len();
    body.extend(index);
    let contents = Contents { entries, index: start..body.len() };
    let table = postcard::to_allocvec(&contents).map_err(|_| PackError::Damaged)?;
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
    Ok(Pack { conditions, index: part(contents.index)? })
}

/// Decodes one condition.
///
/// # Errors
///
/// Returns [`PackError::Damaged`] if the bytes are not a condition.
pub(super) fn decode(bytes: &[u8]) -> Result<Condition, PackError> {
    let condition: Condition = postcard::from_bytes(bytes).map_err(|_| PackError::Damaged)?;
    // Sections are found by their place, so that each must be there.
    let whole =
        condition.sections.iter().map(|section| section.id).eq(SectionId::ALL.iter().copied());
    whole.then_some(condition).ok_or(PackError::Damaged)
}
