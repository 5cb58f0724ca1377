//! A value in the compact form, decoded when somebody looks at it.

use super::pack;
use super::words::Words;
use crate::model::{Condition, Glossary, SectionId, WordSet};
use std::cell::OnceCell;

/// What a pack carries.
pub(super) trait Decode: Sized {
    /// Returns the value; none if the bytes are damaged.
    fn decode(bytes: &[u8]) -> Option<Self>;
}

impl Decode for Condition {
    fn decode(bytes: &[u8]) -> Option<Self> {
        let condition: Self = pack::decode(bytes)?;
        // Sections are found by their place, so that each must be there.
        let whole =
            condition.sections.iter().map(|section| section.id).eq(SectionId::ALL.iter().copied());
        whole.then_some(condition)
    }
}

impl Decode for Glossary {
    fn decode(bytes: &[u8]) -> Option<Self> {
        pack::decode(bytes)
    }
}

impl Decode for Words {
    fn decode(bytes: &[u8]) -> Option<Self> {
        pack::decode(bytes)
    }
}

/// A value that is decoded on first sight.
#[derive(Debug)]
pub(super) struct Packed<T> {
    /// The compact form; empty where the value was never encoded.
    bytes: &'static [u8],
    value: OnceCell<Option<T>>,
}

impl<T: Decode> Packed<T> {
    pub(super) fn bytes(bytes: &'static [u8]) -> Self {
        Self { bytes, value: OnceCell::new() }
    }

    pub(super) fn value(value: T) -> Self {
        Self { bytes: &[], value: OnceCell::from(Some(value)) }
    }

    /// Returns the value; none where the bytes are damaged.
    pub(super) fn get(&self) -> Option<&T> {
        self.value.get_or_init(|| T::decode(self.bytes)).as_ref()
    }
}
