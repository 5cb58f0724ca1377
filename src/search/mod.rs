//! Words in, ranked hits out, with the letters that matched.
//!
//! Entry points: [`Index::of`] and [`Index::search`]; [`marks`] finds a query's words in a shown
//! text. The layer knows records, not screens: what is searched is a list of names, other names
//! and texts with an address each. It keeps no record of what was asked.

mod around;
mod correct;
mod fold;
mod fuzzy;
mod index;
mod marks;
mod query;
mod rank;
mod record;
mod section_words;

pub use around::around;
pub use fold::{Folded, fold};
pub use index::{Hit, Index, Results};
pub use marks::marks;
pub use query::{Query, kind_words, kinds_from_words};
pub use record::Field;
