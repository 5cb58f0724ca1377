//! What can be said about the text itself: how hard it is to read, and how it sounds.
//!
//! Entry points: [`reading`] and [`sounds_wrong`], which answers in [`Remark`]s. The layer reads conditions and judges words; it changes nothing.

mod alike;
mod codes;
mod ear;
mod grade;
mod hard_words;
mod plain;
mod remark;
mod sentences;
mod syllables;

pub use alike::{said_twice, too_close};
pub use codes::{Register, wrong_codes};
pub use ear::sounds_wrong;
pub use grade::{Reading, measure, reading};
pub use plain::{hard_parts, hard_to_read};
pub use remark::Remark;
