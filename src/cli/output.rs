//! Standard output, where a closed pipe is a quiet end, or a file in its place.

use super::failure::{Failure, Kind};
use crate::model::clean;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The width of printed text where no terminal says better, and the measure that reads best.
const MEASURE: usize = 72;

/// Where answers go: to standard output, or to a file once all of the answer is there.
pub(super) struct Output {
    closed: bool,
    file: Option<(PathBuf, String)>,
}

impl Output {
    /// Answers go to a file if one is named.
    pub(super) fn to(file: Option<&Path>) -> Self {
        Self { closed: false, file: file.map(|file| (file.to_owned(), String::new())) }
    }

    /// Writes all of a text.
    ///
    /// # Errors
    ///
    /// Returns what stopped it, such as a full disk. A closed pipe is no error.
    pub(super) fn write(&mut self, text: &str) -> Result<(), Failure> {
        if let Some((_, kept)) = &mut self.file {
            kept.push_str(text);
            return Ok(());
        }
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(why) if why.kind() == ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            Err(why) => {
                Err(Failure::new(Kind::Content, format!("The text cannot be written: {why}.")))
            }
            Ok(()) => Ok(()),
        }
    }

    /// Writes the file, if one was named and there is an answer, and says so.
    ///
    /// # Errors
    ///
    /// Returns why the file cannot be written.
    pub(super) fn finish(self) -> Result<(), Failure> {
        let Some((file, text)) = self.file.filter(|(_, text)| !text.is_empty()) else {
            return Ok(());
        };
        std::fs::write(&file, text).map_err(|why| {
            let message = format!("{} cannot be written: {why}.", file.display());
            Failure::new(Kind::Content, message)
        })?;
        aside(&format!("Done. The answer is in {}.\n", clean(&file.display().to_string())));
        Ok(())
    }

    pub(super) fn is_closed(&self) -> bool {
        self.closed
    }
}

/// Writes what is no part of the answer to standard error.
pub(super) fn aside(text: &str) {
    // Nothing can be said any more if standard error is closed.
    let _told = io::stderr().lock().write_all(text.as_bytes());
}

/// Returns the width for printed text: as asked, else at most 72 columns and never wider than the
/// terminal.
pub(super) fn width(asked: Option<usize>) -> usize {
    asked.unwrap_or_else(|| terminal_width().map_or(MEASURE, |width| width.clamp(1, MEASURE)))
}

/// Returns the width of the terminal on standard output, if there is one and it knows.
pub(super) fn terminal_width() -> Option<usize> {
    let out = io::stdout();
    let width =
        out.is_terminal().then(|| rustix::termios::tcgetwinsize(&out).ok()).flatten()?.ws_col;
    (width > 0).then_some(usize::from(width))
}
