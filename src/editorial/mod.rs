//! What can be said about the text itself: how hard it is to read, and how it sounds.
//!
//! Entry points: [`reading`] and [`sounds_wrong`], which answers in [`Remark`]s. The layer reads conditions and judges words; it changes nothing.

mod ear;
mod grade;
mod remark;
mod syllables;

pub use ear::sounds_wrong;
pub use grade::{Reading, measure, reading};
pub use remark::Remark;
