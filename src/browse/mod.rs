//! Where the reader is: places, and the way back.
//!
//! Entry points: [`History`], which both front ends keep, and [`above_hits`] with its neighbours,
//! what a search says. Nothing here knows a key or a screen.

mod found;

pub use found::{above_hits, at, emergency, nearness, nothing, others};

use crate::model::{Kind, SectionId};

/// The most places that are remembered in each direction. Older ones are forgotten.
const REMEMBERED: usize = 500;

/// Something a reader can look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first page.
    Home,
    /// What the program is and where its text comes from.
    About,
    /// Keys and commands, as a page to read.
    Help,
    /// The words that are explained.
    Glossary,
    /// One word that is explained, alone.
    Term {
        /// The place of the word, counted from 0.
        term: usize,
    },
    /// The sections of a condition, as a list.
    Contents {
        /// The slug of the condition.
        condition: String,
    },
    /// A section of a condition.
    Section {
        /// The slug of the condition.
        condition: String,
        /// The section.
        section: SectionId,
    },
    /// One item alone.
    Item {
        /// The slug of the condition.
        condition: String,
        /// The section.
        section: SectionId,
        /// The place of the item, counted from 0.
        item: usize,
    },
    /// The results of a search.
    Results {
        /// The words as they were typed.
        typed: String,
        /// The only kind to look for.
        kind: Option<Kind>,
        /// Whether only the letters as typed count.
        exact: bool,
    },
}

impl Place {
    /// Returns the place of a section.
    pub fn section(condition: &str, section: SectionId) -> Self {
        Self::Section { condition: condition.to_owned(), section }
    }
}

/// A line of a place, in a way that outlives a change of width: a block and a line of it, both
/// counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The block of the document, or the row of a list.
    pub block: usize,
    /// The line of the block.
    pub line: usize,
    /// How many rows of the place are above the screen's first row.
    pub top: usize,
    /// The row of the list of conditions, if the reader was in it.
    pub list: Option<usize>,
}

/// A place with the line that the reader left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The place.
    pub place: Place,
    /// The line.
    pub spot: Spot,
}

/// Where the reader is, was, and came back from.
#[derive(Clone, Debug)]
pub struct History {
    now: Visit,
    back: Vec<Visit>,
    forward: Vec<Visit>,
}

impl History {
    /// Starts at a place.
    pub fn at(place: Place) -> Self {
        Self { now: Visit { place, spot: Spot::default() }, back: Vec::new(), forward: Vec::new() }
    }

    /// Returns where the reader is.
    pub fn now(&self) -> &Visit {
        &self.now
    }

    /// Notes the line on which the reader is.
    pub fn stand(&mut self, spot: Spot) {
        self.now.spot = spot;
    }

    /// Changes what the reader looks at without a step to come back from, as typing a query does.
    pub fn become_place(&mut self, place: Place) {
        self.now = Visit { place, spot: Spot::default() };
    }

    /// Goes to a place, from which the reader can come back.
    pub fn go(&mut self, place: Place) {
        let left = std::mem::replace(&mut self.now, Visit { place, spot: Spot::default() });
        self.back.push(left);
        if self.back.len() > REMEMBERED {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// Goes back one step. Returns whether there was one.
    pub fn back(&mut self) -> bool {
        let Some(visit) = self.back.pop() else { return false };
        self.forward.push(std::mem::replace(&mut self.now, visit));
        true
    }

    /// Goes forward again one step. Returns whether there was one.
    pub fn forward(&mut self) -> bool {
        let Some(visit) = self.forward.pop() else { return false };
        self.back.push(std::mem::replace(&mut self.now, visit));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_returns_to_the_line_that_was_left_and_forward_undoes_it() {
        let mut history = History::at(Place::Home);
        let line = Spot { block: 3, line: 1, top: 2, list: None };
        history.stand(line);
        history.go(Place::About);
        assert!(history.back());
        assert_eq!(history.now(), &Visit { place: Place::Home, spot: line });
        assert!(history.forward() && history.now().place == Place::About);
        assert!(!history.forward());
    }

    #[test]
    fn a_new_step_forgets_the_way_forward() {
        let mut history = History::at(Place::Home);
        history.go(Place::About);
        history.back();
        history.go(Place::section("a", SectionId::Causes));
        assert!(!history.forward());
    }
}
