//! Readings: which words of the vocabulary stand for which typed words, and at what cost.

use super::query::WORDS_MAX;

/// What one slip of spelling costs. Smaller costs are parts of a slip.
pub(super) const SLIP: u8 = 12;

/// What it costs to read a word as one that means the same or grows from the same stem.
pub(super) const KINDRED: u8 = SLIP / 2;

/// What it costs to read a word in another form, or to go on with one in the middle. So little that
/// it only decides between hits that are otherwise alike.
pub(super) const FORM: u8 = 1;

/// The cost of a typed word that a word does not stand for.
pub(super) const NEVER: u8 = u8::MAX;

/// How a word of the vocabulary stands for a typed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// It is the typed word.
    Whole,
    /// It is the same word in one or many, or in the other spelling.
    Form,
    /// It begins with the typed letters.
    Start,
    /// It is two typed words in one.
    Joined,
    /// It grows from the same stem.
    Stem,
    /// It means the same.
    Pair,
    /// It is spelt nearly so, or sounds so.
    Near,
    /// It begins nearly so.
    NearStart,
}

impl Way {
    /// Returns whether the word stands there as it was typed, so that no reason is owed.
    pub(super) fn as_typed(self) -> bool {
        matches!(self, Self::Whole | Self::Form | Self::Start | Self::Joined)
    }

    /// Returns whether the whole word was typed, not its beginning.
    pub(super) fn whole(self) -> bool {
        !matches!(self, Self::Start | Self::NearStart)
    }
}

/// How well a word stands for one typed word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) cost: u8,
    pub(super) way: Way,
}

/// A word of the vocabulary with what it costs to read each typed word as this one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) word: u32,
    pub(super) reads: [Read; WORDS_MAX],
}

/// All readings of a query.
pub(super) struct Readings {
    /// For each word of the vocabulary its row, counted from 1; 0 for none.
    slots: Vec<u32>,
    rows: Vec<Row>,
    /// For each typed word its rows, in the order in which they were added.
    tokens: [Vec<u32>; WORDS_MAX],
}

impl Readings {
    pub(super) fn new(words: usize) -> Self {
        Self { slots: vec![0; words], rows: Vec::new(), tokens: Default::default() }
    }

    /// Notes that a word stands for a typed one. The cheapest way stays.
    pub(super) fn add(&mut self, word: u32, token: usize, cost: u8, way: Way) {
        let Some(slot) = self.slots.get_mut(word as usize) else { return };
        if *slot == 0 {
            let none = Read { cost: NEVER, way: Way::Near };
            self.rows.push(Row { word, reads: [none; WORDS_MAX] });
            *slot = super::table::number(self.rows.len());
        }
        if let Some(read) =
            self.rows.get_mut(*slot as usize - 1).and_then(|row| row.reads.get_mut(token))
            && cost < read.cost
        {
            if read.cost == NEVER
                && let Some(rows) = self.tokens.get_mut(token)
            {
                rows.push(*slot - 1);
            }
            *read = Read { cost, way };
        }
    }

    /// Returns how a word can be read, if it stands for any typed word.
    pub(super) fn of(&self, word: u32) -> Option<&Row> {
        let slot = *self.slots.get(word as usize)? as usize;
        slot.checked_sub(1).and_then(|row| self.rows.get(row))
    }

    /// Returns the words that stand for one typed word.
    pub(super) fn token(&self, token: usize) -> impl Iterator<Item = (u32, Read)> + '_ {
        self.tokens
            .get(token)
            .into_iter()
            .flatten()
            .filter_map(|row| self.rows.get(*row as usize))
            .filter_map(move |row| Some((row.word, *row.reads.get(token)?)))
    }
}
