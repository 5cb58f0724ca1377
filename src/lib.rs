//! rarebook: an offline handbook of rare and long-term health conditions for the terminal.
//!
//! `ARCHITECTURE.md` is the map. The layers, each using only what stands left of it:
//! `model`, `library`, `search`, `document`, `browse`, then `linear` and `tui`, then `cli`;
//! `speech` stands beside them, above `model` and below `document`; `editorial` above `library` and
//! below `cli`.

pub mod browse;
mod bundled;
pub mod cli;
pub mod document;
pub mod editorial;
pub mod library;
pub mod linear;
pub mod model;
pub mod search;
pub mod speech;
pub mod tui;

pub use bundled::bundled;
