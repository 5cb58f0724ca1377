//! What can be said about the text itself: how hard it is to read.
//!
//! Entry point: [`reading`]. The layer reads conditions and judges words; it changes nothing.

mod grade;
mod syllables;

pub use grade::{Reading, measure, reading};
