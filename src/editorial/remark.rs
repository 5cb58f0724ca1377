//! Remarks: what an editor should look at, where, and what to write instead.

use crate::library::{Problem, position};
use crate::model::clean;
use crate::speech::Level;
use std::fmt;

/// The rule of remarks about the form of a file.
const FORMAT: &str = "format";

/// Something to look at in a text, shown as `file:line:column: level, rule: message` and a hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The file as it was named.
    pub file: String,
    /// The line, counted from 1; 0 where the whole file is meant.
    pub line: usize,
    /// The column in characters, counted from 1; 0 where the whole file is meant.
    pub column: usize,
    /// How much it matters.
    pub level: Level,
    /// The word for the rule.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl Remark {
    /// Makes a remark on a place of a text, given in bytes.
    pub(super) fn at(
        file: &str,
        text: &str,
        at: usize,
        level: Level,
        rule: &'static str,
        message: String,
    ) -> Self {
        let (line, column) = position(text, at);
        Self { file: file.to_owned(), line, column, level, rule, message, hint: None }
    }

    /// Returns the remark with what to do.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl From<Problem> for Remark {
    fn from(problem: Problem) -> Self {
        let Problem { file, line, column, message, hint } = problem;
        Self { file, line, column, level: Level::Error, rule: FORMAT, message, hint }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use crate::model::WordSet;
        write!(f, "{}:", clean(&self.file))?;
        if self.line > 0 {
            write!(f, "{}:{}:", self.line, self.column)?;
        }
        write!(f, " ")?;
        // Mistakes of form are all errors; naming the rule would only make them longer.
        if self.rule != FORMAT {
            write!(f, "{}, {}: ", self.level.word(), self.rule)?;
        }
        write!(f, "{}", clean(&self.message))?;
        match &self.hint {
            Some(hint) => write!(f, "\n  Hint: {}", clean(hint)),
            None => Ok(()),
        }
    }
}
