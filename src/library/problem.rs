//! Problems: what is wrong in a condition file, where, and what to do.

use crate::model::clean;
use std::fmt;
use std::ops::Range;

/// The most letters of somebody's text that a message quotes.
const QUOTE_MAX: usize = 60;

/// The most problems of one file that are kept. A file with more is no page yet, and placing
/// millions of them would take hours.
const PROBLEMS_MAX: usize = 200;

/// Something wrong in a condition file, shown as `file:line:column: message` and a hint.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file as it was named.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong, in the editor's words.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl Problem {
    /// Returns the problem of a file that cannot be read.
    pub fn unreadable(file: &str, why: &std::io::Error) -> Self {
        let message = format!("this cannot be read: {why}");
        Self { file: file.to_owned(), line: 0, column: 0, message, hint: None }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, message, hint } = self;
        write!(f, "{}:{line}:{column}: {}", clean(file), clean(message))?;
        match hint {
            Some(hint) => write!(f, "\n  Hint: {}", clean(hint)),
            None => Ok(()),
        }
    }
}

/// Collects the problems of one file. Positions are byte offsets until they become lines.
#[derive(Debug)]
pub(super) struct Problems<'a> {
    file: &'a str,
    source: &'a str,
    found: Vec<Problem>,
}

impl<'a> Problems<'a> {
    pub(super) fn new(file: &'a str, source: &'a str) -> Self {
        Self { file, source, found: Vec::new() }
    }

    /// Notes a problem at a byte range of the file.
    pub(super) fn add(
        &mut self,
        at: &Range<usize>,
        message: impl Into<String>,
        hint: Option<String>,
    ) {
        if self.found.len() >= PROBLEMS_MAX {
            return;
        }
        let (line, column) = position(self.source, at.start);
        self.found.push(Problem {
            file: self.file.to_owned(),
            line,
            column,
            message: message.into(),
            hint,
        });
    }

    /// Returns where a text stands inside a range of the file, or the range if it is not there as
    /// such, for example because it was written with escapes.
    pub(super) fn within(&self, at: &Range<usize>, text: &str) -> Range<usize> {
        let place = self.source.get(at.clone()).and_then(|slice| slice.find(text));
        place.map_or_else(|| at.clone(), |place| at.start + place..at.start + place + text.len())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Returns the problems in the order of the file.
    pub(super) fn into_sorted(mut self) -> Vec<Problem> {
        self.found.sort();
        self.found.dedup();
        self.found
    }
}

/// Returns the line and the column in characters of a byte offset, both counted from 1.
pub(crate) fn position(source: &str, offset: usize) -> (usize, usize) {
    let before = source.get(..offset).unwrap_or(source);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// Returns somebody's text as a message may quote it: cleaned, in quotes, not too long.
pub(super) fn quote(text: &str) -> String {
    let shown = clean(text);
    if shown.chars().count() <= QUOTE_MAX {
        return format!("\"{shown}\"");
    }
    let start: String = shown.chars().take(QUOTE_MAX).collect();
    format!("\"{}...\"", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        assert_eq!(position("a\nä b", 5), (2, 3));
        assert_eq!(position("", 0), (1, 1));
    }

    #[test]
    fn a_quote_is_cleaned_and_cut() {
        assert_eq!(quote("a\u{1b}b"), "\"a?b\"");
        assert_eq!(quote(&"x".repeat(100)).len(), QUOTE_MAX + 5);
    }
}
