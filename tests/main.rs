//! All tests that see the program from outside, in one crate so that helpers are shared.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed test may panic")]

mod problems;
mod schema;
