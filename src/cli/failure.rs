//! Failures: what the program says when it cannot do what was asked, and its exit codes.

use crate::library::Missing;
use crate::model::clean;
use std::fmt;
use std::io::Write;
use std::process::ExitCode;

/// The sort of failure. It fixes the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Help or version was asked for: no failure, printed on standard output.
    Asked,
    /// Nothing was found.
    NothingFound,
    /// The command line, or an address, is wrong.
    Usage,
    /// A file is wrong, missing or cannot be written.
    Content,
}

/// A sentence for the reader, with hints.
#[derive(Debug)]
pub(super) struct Failure {
    kind: Kind,
    message: String,
    hints: Vec<String>,
}

impl Failure {
    pub(super) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hints: Vec::new() }
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Returns the message and the hints on one line.
    pub(super) fn line(&self) -> String {
        let words = std::iter::once(&self.message).chain(&self.hints);
        words.map(|words| clean(words).into_owned()).collect::<Vec<_>>().join(" ")
    }

    /// Prints the failure and returns the exit code.
    pub(super) fn report(&self) -> ExitCode {
        // Nothing can be said any more if standard error is closed; the exit code still tells.
        let _told = if self.kind == Kind::Asked {
            write!(std::io::stdout().lock(), "{}", self.message)
        } else {
            write!(std::io::stderr().lock(), "{self}")
        };
        match self.kind {
            Kind::Asked => ExitCode::SUCCESS,
            Kind::NothingFound => ExitCode::from(1),
            Kind::Usage | Kind::Content => ExitCode::from(2),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Error: {}", clean(&self.message))?;
        for hint in &self.hints {
            writeln!(f, "Hint: {}", clean(hint))?;
        }
        Ok(())
    }
}

impl From<Missing> for Failure {
    fn from(missing: Missing) -> Self {
        Self::new(Kind::Usage, missing.message).hint(missing.hint)
    }
}
