//! The nouns of the handbook: condition, section, item, source, address.
//!
//! Plain data and the words for it. This layer reads no file, knows no format and draws nothing;
//! it derives serde's traits only so that `library` can keep conditions in a compact form.

mod address;
mod capital;
mod clean;
mod condition;
mod date;
mod glossary;
mod item;
mod section;
mod word_set;

pub use address::{Address, AddressError, ItemRef, is_slug, slug};
pub use capital::capital;
pub use clean::{MARKS_MAX, clean, clean_char, is_unsafe};
pub use condition::Condition;
pub use date::Date;
pub use glossary::Glossary;
pub use item::{Detail, Item, Source};
pub use section::{Passage, Section, SectionId};
pub(crate) use word_set::word_set;
pub use word_set::{
    Audience, BodyArea, CauseKind, Evidence, HowOften, Kind, Level, TreatmentKind, WordSet,
};
