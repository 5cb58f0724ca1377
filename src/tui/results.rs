//! The search screen: a field, the kinds, what the search says, and hits in groups.

use super::list::{Finder, Focus};
use crate::browse::{emergency, nearness, nothing};
use crate::document::wrap::fold_lines;
use crate::model::{Address, Kind};
use crate::search::{self, Hit, Index, Query};
use crate::speech::spoken;

/// How many hits of a kind are shown while all kinds are.
const PER_KIND: usize = 3;

/// A row of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// How many results there are, where the screen is heard: its title.
    Count,
    /// The heading of a kind; opening it shows only that kind.
    Heading(Kind, usize),
    /// A hit by its place among all hits.
    Hit(usize),
    /// So many more of a kind; opening it shows only that kind.
    More(Kind, usize),
    /// Other conditions in which a hit stands, by the place of the hit; opening it shows them.
    Others(usize),
    /// One of them, by the place of the hit and its own.
    Other(usize, usize),
    /// A sentence above the hits, by its place; opening the first leads to help.
    Said(usize),
    /// Opening it searches for the letters as typed, or for what they may mean again.
    AsTyped,
}

/// The state of the search screen.
#[derive(Debug, Default)]
pub(super) struct Results {
    pub(super) finder: Finder,
    /// What was found; hits kind by kind, as they are shown.
    pub(super) found: search::Results,
    /// Lines above the hits, the first of them about an emergency.
    pub(super) said: Vec<String>,
    /// How many lines are about an emergency.
    emergency: usize,
    /// How many conditions were searched.
    conditions: usize,
    /// The only kind that is shown.
    pub(super) only: Option<Kind>,
    /// Whether only the letters as typed count.
    pub(super) exact: bool,
    /// The hit of which the other conditions are shown.
    open: Option<usize>,
    pub(super) rows: Vec<Row>,
    /// Whether the screen is heard: it has a title, and keys never go to a field on it.
    heard: bool,
    /// How many columns and rows the screen has for them.
    width: usize,
    room: usize,
}

impl Results {
    /// Starts with words and a kind, as somebody left them.
    pub(super) fn with(typed: &str, only: Option<Kind>, exact: bool, heard: bool) -> Self {
        let mut finder = Finder::with(typed);
        if heard {
            finder.focus = Focus::List;
        }
        Self { finder, only, exact, heard, ..Self::default() }
    }

    /// Searches for the words in the field. Kinds are cut short only where the hits need more rows
    /// than there are.
    pub(super) fn search(
        &mut self,
        index: &Index,
        conditions: usize,
        (width, room): (usize, usize),
    ) {
        (self.width, self.room) = (width, room);
        self.open = None;
        let query = Query { exact: self.exact, ..Query::new(self.finder.input.value()) };
        self.found = index.search(&query);
        self.conditions = conditions;
        self.say();
        // Hits are numbered as they are shown: kind by kind, the best first in each.
        let kinds = &self.found.kinds;
        self.found.hits.sort_by_key(|hit| kinds.iter().position(|(kind, _)| *kind == hit.kind));
        if self.only.is_some_and(|only| !kinds.iter().any(|(kind, _)| *kind == only)) {
            self.only = None;
        }
        self.arrange();
        self.choose_first_hit();
    }

    /// Fits the lines above the hits and the rows to a screen of another size.
    pub(super) fn resize(&mut self, (width, room): (usize, usize)) {
        (self.width, self.room) = (width, room);
        self.say();
        self.arrange();
        self.finder.choice.fit(self.rows.len(), room);
    }

    fn say(&mut self) {
        self.said.clear();
        self.emergency = 0;
        let typed = Query::new(self.finder.input.value()).typed;
        let heard = self.heard;
        let words = |sentence: String| if heard { spoken(&sentence) } else { sentence };
        let width = self.width.max(1);
        let lines = |sentence: String| fold_lines(&words(sentence), width);
        if self.found.hits.is_empty() {
            // Where the screen is seen, what is said then stands below the rows.
            if self.heard {
                let said = nothing(&self.found, &typed, self.conditions);
                self.said.extend(said.into_iter().flat_map(lines));
            }
            return;
        }
        self.said.extend(emergency(&self.found).into_iter().flat_map(lines));
        self.emergency = self.said.len();
        self.said.extend(nearness(&self.found, &typed).into_iter().flat_map(lines));
    }

    /// Shows only one kind, or all.
    pub(super) fn show_only(&mut self, only: Option<Kind>) {
        self.only = only;
        self.arrange();
        self.choose_first_hit();
    }

    /// Shows the other conditions in which a hit stands, or hides them.
    pub(super) fn show_others(&mut self, hit: usize) {
        self.open = if self.open == Some(hit) { None } else { Some(hit) };
        self.arrange();
        let row = self.rows.iter().position(|row| *row == Row::Others(hit));
        // What is new is heard where the focus goes.
        let first = usize::from(self.heard && self.open.is_some());
        self.finder.choice.row = row.unwrap_or_default() + first;
        self.finder.choice.fit(self.rows.len(), self.room);
    }

    /// Shows all kinds again, on the heading of the one that was shown. Returns whether only one was.
    pub(super) fn show_all(&mut self) -> bool {
        let Some(kind) = self.only.take() else { return false };
        self.arrange();
        let heading = self
            .rows
            .iter()
            .position(|row| matches!(row, Row::Heading(other, _) if *other == kind));
        self.finder.choice.row = heading.unwrap_or_default();
        self.finder.choice.fit(self.rows.len(), self.room);
        true
    }

    /// Makes the rows.
    fn arrange(&mut self) {
        self.rows.clear();
        if self.heard {
            self.rows.push(Row::Count);
        }
        self.rows.extend((0..self.said.len()).map(Row::Said));
        let mended = !self.found.hits.is_empty() && self.found.exact() < self.found.hits.len();
        if self.exact || mended {
            self.rows.push(Row::AsTyped);
        }
        let hits = &self.found.hits;
        let others = hits.iter().filter(|hit| !hit.others.is_empty()).count();
        let needed = self.rows.len() + hits.len() + others + self.found.kinds.len();
        let all = self.only.is_some() || needed <= self.room;
        for (kind, count) in &self.found.kinds {
            if self.only.is_some_and(|only| only != *kind) {
                continue;
            }
            self.rows.push(Row::Heading(*kind, *count));
            let of_kind = hits.iter().enumerate().filter(|(_, hit)| hit.kind == *kind);
            let shown = if all || *count <= PER_KIND + 1 { *count } else { PER_KIND };
            for (n, hit) in of_kind.take(shown) {
                self.rows.push(Row::Hit(n));
                if !hit.others.is_empty() {
                    self.rows.push(Row::Others(n));
                }
                if self.open == Some(n) {
                    self.rows.extend((0..hit.others.len()).map(|other| Row::Other(n, other)));
                }
            }
            if shown < *count {
                self.rows.push(Row::More(*kind, count - shown));
            }
        }
    }

    fn choose_first_hit(&mut self) {
        self.finder.choice.row = if self.heard { 0 } else { self.first_hit() };
        self.finder.choice.top = 0;
        self.finder.choice.fit(self.rows.len(), self.room);
    }

    /// Returns the row of the first hit.
    pub(super) fn first_hit(&self) -> usize {
        self.rows.iter().position(|row| matches!(row, Row::Hit(_))).unwrap_or_default()
    }

    /// Returns the chosen row.
    pub(super) fn chosen(&self) -> Option<Row> {
        self.rows.get(self.finder.choice.row).copied()
    }

    /// Returns the chosen hit with its place among all hits.
    pub(super) fn chosen_hit(&self) -> Option<(usize, &Hit)> {
        match self.chosen()? {
            Row::Hit(n) => self.found.hits.get(n).map(|hit| (n, hit)),
            _ => None,
        }
    }

    /// Returns the hit whose place the chosen row opens, and that place if it is another one.
    pub(super) fn chosen_place(&self) -> Option<(&Hit, Option<&Address>)> {
        match self.chosen()? {
            Row::Hit(n) => self.found.hits.get(n).map(|hit| (hit, None)),
            Row::Other(n, other) => {
                let hit = self.found.hits.get(n)?;
                Some((hit, Some(hit.others.get(other)?)))
            }
            Row::Said(n) if n < self.emergency => {
                Some((self.found.alarm.as_ref()?.help.as_deref()?, None))
            }
            _ => None,
        }
    }

    /// Returns the kind after or before the shown one; `None` stands for all kinds.
    pub(super) fn neighbour_kind(&self, by: isize) -> Option<Kind> {
        let kinds: Vec<Option<Kind>> = std::iter::once(None)
            .chain(self.found.kinds.iter().map(|(kind, _)| Some(*kind)))
            .collect();
        let here = kinds.iter().position(|kind| *kind == self.only).unwrap_or_default();
        let length = isize::try_from(kinds.len()).unwrap_or(1);
        let next = isize::try_from(here).unwrap_or_default() + by;
        usize::try_from(next.rem_euclid(length))
            .ok()
            .and_then(|place| kinds.get(place).copied())
            .flatten()
    }
}
