//! Text for the ear: what sounds wrong when a voice reads it, and the words that sound right.
//!
//! Entry points: [`findings`], which names each place with its rule and a better wording, and
//! [`spoken`], the last door before a screen reader: the same wordings put in, in printable ASCII.
//! Both come from one scan, so that what the checker asks of an editor is what the door does for
//! text that no editor has seen. The rules are those of how a common voice (espeak-ng) and the
//! screen readers yasr, Fenrir, BRLTTY and Orca say signs, as measured by the project.

mod ascii;
mod names;
mod numbers;
mod rule;
mod scan;
mod token;
mod words;

pub use ascii::ascii;
pub use names::is_said_as_word;
pub use rule::{Level, Rule};
pub use scan::{Finding, findings, spoken};
