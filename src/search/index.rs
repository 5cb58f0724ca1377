//! The index: all that can be found, in arrays that are read where they lie.

use super::build::build;
use super::entries::entries;
use super::entry::{Entry, Role};
use super::fuzzy::Fuzzy;
use super::table::{Part, Table};
use crate::library::{Library, Words};
use crate::model::{Kind, WordSet};
use std::borrow::Cow;

/// Everything that can be found in a library.
pub struct Index {
    pub(super) table: Table,
    pub(super) fuzzy: Fuzzy,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").field("bytes", &self.table.bytes().len()).finish_non_exhaustive()
    }
}

impl Index {
    /// Returns the index of a library: the one it carries, or else one made from its conditions,
    /// which decodes all of them.
    pub fn of(library: &Library) -> Self {
        Self::open(Cow::Borrowed(library.index()))
            .unwrap_or_else(|| Self::build(&entries(library), library.words()))
    }

    /// Makes an index of entries, and of pairs of words that mean the same.
    pub fn build(entries: &[Entry], words: &Words) -> Self {
        Self { table: build(entries, words), fuzzy: Fuzzy::new() }
    }

    /// Opens an index that was built before; none if the bytes are no index of this version.
    pub fn open(bytes: Cow<'static, [u8]>) -> Option<Self> {
        Some(Self { table: Table::open(bytes)?, fuzzy: Fuzzy::new() })
    }

    /// Returns the index as bytes, to be opened again.
    pub fn bytes(&self) -> &[u8] {
        self.table.bytes()
    }

    /// Returns how many records there are.
    pub(super) fn records(&self) -> usize {
        self.table.length(Part::RecordKind)
    }

    pub(super) fn kind(&self, record: u32) -> Kind {
        let place = self.table.number(Part::RecordKind, record) as usize;
        Kind::ALL.get(place).copied().unwrap_or(Kind::Fact)
    }

    pub(super) fn address(&self, record: u32) -> &str {
        self.table.text(Part::RecordAddress, Part::RecordAddressAt, record)
    }

    pub(super) fn weight(&self, record: u32) -> u32 {
        self.table.number(Part::RecordWeight, record)
    }

    pub(super) fn urgent(&self, record: u32) -> bool {
        self.table.number(Part::RecordUrgent, record) != 0
    }

    /// Returns the conditions in which a record stands.
    pub(super) fn pages(&self, record: u32) -> impl Iterator<Item = u32> + '_ {
        self.table.list(Part::RecordOf, Part::RecordOfAt, record)
    }

    /// Returns the condition in which a record stands, if it is one.
    pub(super) fn page_of(&self, record: u32) -> Option<u32> {
        let mut pages = self.pages(record);
        let page = pages.next()?;
        pages.next().is_none().then_some(page)
    }

    /// Returns the names of a record, its title first.
    pub(super) fn names(&self, record: u32) -> std::ops::Range<u32> {
        self.table.range(Part::RecordNamesAt, record)
    }

    /// Returns the title of a record.
    pub(super) fn title(&self, record: u32) -> &str {
        self.shown(self.names(record).start)
    }

    /// Returns the length of a record's title, in bytes.
    pub(super) fn title_length(&self, record: u32) -> usize {
        let title = self.names(record).start;
        self.table.text_bytes(Part::NameText, Part::NameTextAt, title).len()
    }

    /// Returns the place of a record in its section and the number of items there.
    pub(super) fn place(&self, record: u32) -> Option<(usize, usize)> {
        let of = self.table.number(Part::RecordCount, record) as usize;
        (of > 0).then(|| (self.table.number(Part::RecordPlace, record) as usize, of))
    }

    /// Returns a name as it is shown.
    pub(super) fn shown(&self, name: u32) -> &str {
        self.table.text(Part::NameText, Part::NameTextAt, name)
    }

    pub(super) fn role(&self, name: u32) -> Role {
        Role::of(self.table.number(Part::NameRole, name))
    }

    pub(super) fn record_of(&self, name: u32) -> u32 {
        self.table.number(Part::NameRecord, name)
    }

    /// Returns the words of a name, by their places in the vocabulary.
    pub(super) fn name_words(&self, name: u32) -> impl Iterator<Item = u32> + Clone + '_ {
        self.table.list(Part::NameWords, Part::NameWordsAt, name)
    }
}
