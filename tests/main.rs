//! All tests that see the program from outside, in one crate so that helpers are shared.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed test may panic")]

mod agreement;
mod content;
mod contrast;
mod coverage;
mod documents;
mod editorial;
mod glossary;
mod heard;
mod layers;
mod linear;
mod own_files;
mod problems;
mod properties;
mod schema;
mod screens;
mod search;
mod sessions;
mod shelf;
mod terminal;
