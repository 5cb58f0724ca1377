//! The search screen: a field, the kinds, and hits in groups.

use super::list::Finder;
use crate::model::Kind;
use crate::search::{Hit, Index, Query};

/// How many hits of a kind are shown while all kinds are.
const PER_KIND: usize = 3;

/// A row of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// The heading of a kind; opening it shows only that kind.
    Heading(Kind, usize),
    /// A hit by its place among all hits.
    Hit(usize),
    /// So many more of a kind; opening it shows only that kind.
    More(Kind, usize),
}

/// The state of the search screen.
#[derive(Debug, Default)]
pub(super) struct Results {
    pub(super) finder: Finder,
    pub(super) hits: Vec<Hit>,
    /// The words that were searched for, where a slip of spelling was mended.
    pub(super) corrected: Option<String>,
    /// Kinds with the number of their hits, the kind of the best hit first.
    pub(super) kinds: Vec<(Kind, usize)>,
    /// The only kind that is shown.
    pub(super) only: Option<Kind>,
    pub(super) rows: Vec<Row>,
    /// How many rows the screen has for them.
    room: usize,
}

impl Results {
    /// Starts with words and a kind, as somebody left them.
    pub(super) fn with(typed: &str, only: Option<Kind>) -> Self {
        Self { finder: Finder::with(typed), only, ..Self::default() }
    }

    /// Searches for the words in the field. Kinds are cut short only where the hits need more rows
    /// than there are.
    pub(super) fn search(&mut self, index: &Index, room: usize) {
        self.room = room;
        let found = index.search(&Query::new(self.finder.input.value()));
        (self.hits, self.corrected) = (found.hits, found.corrected);
        self.kinds.clear();
        for hit in &self.hits {
            match self.kinds.iter_mut().find(|(kind, _)| *kind == hit.kind) {
                Some((_, count)) => *count += 1,
                None => self.kinds.push((hit.kind, 1)),
            }
        }
        // Hits are numbered as they are shown: kind by kind, the best first in each.
        let kinds = &self.kinds;
        self.hits.sort_by_key(|hit| kinds.iter().position(|(kind, _)| *kind == hit.kind));
        if self.only.is_some_and(|only| !self.kinds.iter().any(|(kind, _)| *kind == only)) {
            self.only = None;
        }
        self.arrange();
    }

    /// Shows only one kind, or all.
    pub(super) fn show_only(&mut self, only: Option<Kind>) {
        self.only = only;
        self.arrange();
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

    /// Makes the rows and chooses the first hit.
    fn arrange(&mut self) {
        self.rows.clear();
        let all = self.only.is_some() || self.hits.len() + self.kinds.len() <= self.room;
        for (kind, count) in &self.kinds {
            if self.only.is_some_and(|only| only != *kind) {
                continue;
            }
            self.rows.push(Row::Heading(*kind, *count));
            let hits = self
                .hits
                .iter()
                .enumerate()
                .filter(|(_, hit)| hit.kind == *kind)
                .map(|(n, _)| Row::Hit(n));
            let shown = if all || *count <= PER_KIND + 1 { *count } else { PER_KIND };
            self.rows.extend(hits.take(shown));
            if shown < *count {
                self.rows.push(Row::More(*kind, count - shown));
            }
        }
        self.finder.choice.row = self.first_hit();
        self.finder.choice.top = 0;
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
            Row::Hit(n) => self.hits.get(n).map(|hit| (n, hit)),
            Row::Heading(..) | Row::More(..) => None,
        }
    }

    /// Returns the kind after or before the shown one; `None` stands for all kinds.
    pub(super) fn neighbour_kind(&self, by: isize) -> Option<Kind> {
        let kinds: Vec<Option<Kind>> =
            std::iter::once(None).chain(self.kinds.iter().map(|(kind, _)| Some(*kind))).collect();
        let here = kinds.iter().position(|kind| *kind == self.only).unwrap_or_default();
        let length = isize::try_from(kinds.len()).unwrap_or(1);
        let next = isize::try_from(here).unwrap_or_default() + by;
        usize::try_from(next.rem_euclid(length))
            .ok()
            .and_then(|place| kinds.get(place).copied())
            .flatten()
    }
}
