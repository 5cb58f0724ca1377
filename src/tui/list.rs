//! A list of rows with one chosen, and a text field above some of them.

use super::page::turned;
use tui_input::{Input, InputRequest};

/// The longest text that a field takes, in characters.
const FIELD_MAX: usize = 256;

/// The chosen row of a list, and the first row that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) row: usize,
    pub(super) top: usize,
}

impl Choice {
    /// Chooses a row of a list of some length, on a screen of some height.
    pub(super) fn move_to(&mut self, row: usize, length: usize, height: usize) {
        self.row = row.min(length.saturating_sub(1));
        self.top = turned(self.row, self.top, height);
    }

    /// Shows the chosen row of a list on a screen of some height, and as much of the list around it
    /// as fits: after a change of size, or when the list was not on the screen before.
    pub(super) fn fit(&mut self, length: usize, height: usize) {
        let height = height.max(1);
        self.row = self.row.min(length.saturating_sub(1));
        let page = self.row / height * height;
        self.top = page.min(length.saturating_sub(height));
    }
}

/// Where the keys go on a screen with a text field and a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Focus {
    /// Letters are typed.
    #[default]
    Field,
    /// Letters are commands.
    List,
}

/// A text field above a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Finder {
    pub(super) input: Input,
    pub(super) focus: Focus,
    pub(super) choice: Choice,
}

impl Finder {
    /// Starts with a text, the caret behind it.
    pub(super) fn with(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()), ..Self::default() }
    }

    /// Changes the text. Returns whether it is another one now.
    pub(super) fn edit(&mut self, request: InputRequest) -> bool {
        self.focus = Focus::Field;
        if matches!(request, InputRequest::InsertChar(_))
            && self.input.value().chars().count() >= FIELD_MAX
        {
            return false;
        }
        self.input.handle(request).is_some_and(|change| change.value)
    }

    /// Adds pasted text: cleaned, on one line, as much as fits. Returns whether there was any.
    pub(super) fn paste(&mut self, text: &str) -> bool {
        let mut changed = false;
        // Only what could fit is looked at, however much was pasted.
        for c in text.chars().take(FIELD_MAX) {
            let c = if c == '\n' || c == '\r' || c == '\t' { ' ' } else { c };
            if !crate::model::is_unsafe(c) {
                changed |= self.edit(InputRequest::InsertChar(c));
            }
        }
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_text_is_cleaned_and_cut() {
        let mut finder = Finder::default();
        finder.paste("neck\n\u{1b}[31mpain");
        assert_eq!(finder.input.value(), "neck [31mpain");
        finder.paste(&"x".repeat(100_000));
        assert_eq!(finder.input.value().chars().count(), FIELD_MAX);
    }
}
