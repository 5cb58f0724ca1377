//! Front end 1: the linear mode. Lines in, lines out, nothing ever rewritten.
//!
//! Entry point: [`run`], with any reader and writer, so that tests hold whole conversations. It
//! writes printable ASCII and line feeds only, announces headings by a word, and says every list's
//! length before the list, so that a screen reader, a plain terminal and a script hear the same.

mod command;
mod hits;
mod reader;
mod say;
mod session;
mod tell;

pub use hits::hit_lines;
pub use session::{Options, run};
