//! How many queries of a class were answered rightly.

use std::collections::BTreeMap;

/// How the queries of one class were answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Score {
    pub(crate) asked: usize,
    /// The first hit was right. Of nonsense: nothing was found.
    pub(crate) first: usize,
    /// One of the first five was right. Of nonsense: nothing was shown as an answer.
    pub(crate) five: usize,
}

/// Scores by class.
pub(crate) type Scores = BTreeMap<String, Score>;

impl Score {
    /// Adds the answer to one query: the place of the right hit, counted from 0.
    pub(crate) fn add(&mut self, place: Option<usize>) {
        self.asked += 1;
        self.first += usize::from(place == Some(0));
        self.five += usize::from(place.is_some_and(|place| place < 5));
    }

    /// Adds the answer to a query that has none: whether anything was found, and whether it was
    /// shown as if it were what was asked for.
    pub(crate) fn add_nonsense(&mut self, found: bool, as_answer: bool) {
        self.asked += 1;
        self.first += usize::from(!found);
        self.five += usize::from(!as_answer);
    }

    /// Returns the shares of the first hit and the first five in per cent.
    pub(crate) fn shares(&self) -> (f64, f64) {
        #[expect(clippy::cast_precision_loss, reason = "counts are small")]
        let share = |count: usize| count as f64 * 100.0 / self.asked.max(1) as f64;
        (share(self.first), share(self.five))
    }
}

/// Returns the scores as a table.
pub(crate) fn table(scores: &Scores) -> String {
    let mut table = String::from(
        "| queries | asked | first hit, % | first five, % |\n| --- | --- | --- | --- |\n",
    );
    for (class, score) in scores {
        let (first, five) = score.shares();
        table.push_str(&format!("| {class} | {} | {first:.1} | {five:.1} |\n", score.asked));
    }
    table
}
