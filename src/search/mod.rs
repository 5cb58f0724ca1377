//! Words in, ranked hits out, with the letters that matched.
//!
//! Entry points: [`Index::of`] and [`Index::search`]; [`marks`] finds a query's words in a shown
//! text. The layer knows entries, not screens: what is searched is a list of names, other names
//! and texts with an address each. It keeps no record of what was asked.
//!
//! A query is answered in two stages. The word index decides what matches and in which order: words
//! as typed, in other forms and spellings, of the same meaning, misspelt, or sounding alike.
//! `fuzzy-matcher` answers what is left: abbreviations of names.

mod abbreviation;
mod alarm;
mod answer;
mod around;
mod build;
mod close;
mod entries;
mod entry;
mod exact;
mod fold;
mod form;
mod fuzzy;
mod hits;
mod index;
mod left_out;
mod letters;
mod marks;
mod named;
mod near;
mod pass;
mod phrases;
mod query;
mod rank;
mod readings;

mod section_words;
mod signs;
mod slips;
mod sound;
mod table;

pub use alarm::Alarm;
pub use around::around;
pub use entries::entries;
pub use entry::{Entry, Field};
pub use fold::{Folded, fold};
pub use hits::{Fit, Hit, Results};
pub use index::Index;
pub use marks::marks;
pub use query::{Query, kind_words, kinds_from_words};
