//! The terminal as a writer for the frames.

use std::{
    io::{self, Write},
    sync::Arc,
};

use super::tty::{State, Tty};

/// Lets a frame through while the terminal is ours, and drops it silently otherwise: what
/// comes after a stop is drawn anew anyway.
pub(super) struct Gate(Arc<Tty>);

impl Gate {
    pub(super) fn new(tty: &Arc<Tty>) -> Self {
        Self(Arc::clone(tty))
    }
}

impl Write for Gate {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes, State::Here).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
