//! One pass over the index: which records hold the typed words, and how well.
//!
//! Every record that holds a word is weighed by what is known of it at once; only the best of these
//! are looked at name by name, so that a single letter takes no longer than a word.

use super::index::Index;
use super::named::{Name, best_name, shown_name};
use super::query::{Query, Token, WORDS_MAX};
use super::rank::{ALL, Equal, Key, Order, Place, Rank};
use super::readings::{FORM, KINDRED, NEVER, Readings, SLIP, Way};
use super::table::Part;
use crate::model::Kind;

/// The share of what was typed that a record must hold to be shown at all.
const SHARE_MIN: f32 = 0.45;

/// With more words than this, texts are not searched for what may have been meant.
const MENDED_MAX: usize = 2;

/// The fewest letters by which a word of a text may be begun: with fewer, every text has one.
const BEGUN_MIN: usize = 3;

/// The most records that are looked at name by name.
const LOOKED_AT: usize = 700;

/// The part of a record that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// A name, by its place among all names.
    Name(u32),
    /// Several names, or a name and that of the page; the one that holds most.
    Names(u32),
    /// The text.
    Text,
    /// A name with letters left out, by its place and that of its letters in the round.
    Letters(u32, u32),
    /// Items of the page together, by their place in the round.
    Signs(u32),
}

impl Held {
    /// Returns the name that answers, if a name does.
    pub(super) fn name(&self) -> Option<u32> {
        match self {
            Self::Name(name) | Self::Names(name) | Self::Letters(name, _) => Some(*name),
            Self::Text | Self::Signs(_) => None,
        }
    }
}

/// A record that holds the words of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) key: Key,
    pub(super) record: u32,
    pub(super) held: Held,
    /// The typed words that were not found, one bit each.
    pub(super) without: u8,
}

impl Answer {
    /// Returns whether all words stand in the names of the record and of its page.
    pub(super) fn named(&self) -> bool {
        self.without == 0 && !matches!(self.held, Held::Signs(_) | Held::Text)
    }

    /// Returns whether all words stand in names as they were typed.
    pub(super) fn exact(&self) -> bool {
        self.named() && self.key.cost() < KINDRED
    }
}

/// The records of one pass, with what it costs to find each typed word in their names and texts.
pub(super) struct Pass<'a> {
    pub(super) index: &'a Index,
    query: &'a Query,
    pub(super) tokens: &'a [Token],
    pub(super) readings: &'a Readings,
    /// Costs in names, one for each record and typed word.
    own: Vec<u8>,
    /// Costs in proper names, likewise: of a page, these stand around its items.
    proper: Vec<u8>,
    /// Costs in texts, likewise.
    told: Vec<u8>,
    /// Whether a name of a record begins with a typed word: 1 if it goes on, 2 if it was typed whole.
    begins: Vec<u8>,
    /// Records that hold any typed word, in the order in which they were found.
    pub(super) touched: Vec<u32>,
    /// How much each typed word says: the rarer, the more.
    weights: [f32; WORDS_MAX],
}

/// A record as it is weighed at first.
#[derive(Clone, Copy)]
struct Candidate {
    key: u32,
    record: u32,
    share: u8,
    without: u8,
}

/// What it costs to find one typed word in the names of a record, of its page, and in its text.
type Costs = (u8, u8, u8);

impl<'a> Pass<'a> {
    /// Finds the records that hold any of the typed words.
    pub(super) fn new(
        index: &'a Index,
        query: &'a Query,
        tokens: &'a [Token],
        readings: &'a Readings,
    ) -> Self {
        let records = index.records();
        let size = records * tokens.len();
        let mut pass = Self {
            index,
            query,
            tokens,
            readings,
            own: vec![NEVER; size],
            proper: vec![NEVER; size],
            told: vec![NEVER; size],
            begins: vec![0; records],
            touched: Vec::new(),
            weights: [0.0; WORDS_MAX],
        };
        let mut seen = vec![false; records];
        for token in 0..tokens.len() {
            pass.mark(token, &mut seen);
        }
        pass.weigh_unknown();
        pass
    }

    /// Marks the records that hold one typed word.
    fn mark(&mut self, token: usize, seen: &mut [bool]) {
        let width = self.tokens.len();
        let mut count = 0_u32;
        let mut touch = |touched: &mut Vec<u32>, record: u32| {
            if let Some(seen) = seen.get_mut(record as usize)
                && !std::mem::replace(seen, true)
            {
                touched.push(record);
            }
        };
        // Every text has some word that is spelt nearly like another: of many words, chance finds all.
        let mended_in_texts = self.tokens.iter().filter(|token| token.needed).count() <= MENDED_MAX;
        for (word, read) in self.readings.token(token) {
            for packed in self.index.table.list(Part::Named, Part::NamedAt, word) {
                let record = packed >> 2;
                let place = record as usize * width + token;
                let Some(cost) = self.own.get_mut(place) else { continue };
                count += u32::from(*cost == NEVER);
                *cost = (*cost).min(read.cost);
                if packed & 2 == 2
                    && let Some(cost) = self.proper.get_mut(place)
                {
                    *cost = (*cost).min(read.cost);
                }
                if packed & 1 == 1
                    && let Some(begins) = self.begins.get_mut(record as usize)
                {
                    *begins = (*begins).max(1 + u8::from(read.way.whole()));
                }
                touch(&mut self.touched, record);
            }
            let short = self.tokens[token].text.len() < BEGUN_MIN && read.way == Way::Start;
            if short || (read.cost >= SLIP && !mended_in_texts) {
                continue;
            }
            for record in self.index.table.list(Part::Told, Part::ToldAt, word) {
                let Some(cost) = self.told.get_mut(record as usize * width + token) else {
                    continue;
                };
                *cost = (*cost).min(read.cost);
                touch(&mut self.touched, record);
            }
        }
        if count > 0 {
            #[expect(clippy::cast_precision_loss, reason = "a weight need not be exact")]
            let rarity = (self.index.records() as f32 + 1.0) / (count as f32 + 1.0);
            self.weights[token] = rarity.log2().max(1.0);
        }
    }

    /// A word that stands nowhere says as much as the others: it may be a name that nobody listed,
    /// or a slip.
    fn weigh_unknown(&mut self) {
        let known: Vec<f32> = self.weights.iter().copied().filter(|weight| *weight > 0.0).collect();
        #[expect(clippy::cast_precision_loss, reason = "at most eight")]
        let mean = known.iter().sum::<f32>() / known.len().max(1) as f32;
        for weight in self.weights.iter_mut().filter(|weight| **weight == 0.0) {
            *weight = mean.max(1.0);
        }
    }

    /// Returns the costs of a record's names, one for each typed word.
    pub(super) fn costs(&self, record: u32) -> &[u8] {
        let start = record as usize * self.tokens.len();
        self.own.get(start..start + self.tokens.len()).unwrap_or_default()
    }

    /// Returns whether the query may find a record.
    pub(super) fn allows(&self, record: u32) -> bool {
        let all = self.query.kinds.is_empty() && self.query.within.is_none();
        all || self.query.allows(self.index.kind(record), self.index.address(record))
    }

    /// Returns the best answers, in no order. Those that hold only some of the words are among them
    /// where that was asked for.
    pub(super) fn answers(&self, partly: bool) -> Vec<Answer> {
        let mut candidates: Vec<Candidate> = self
            .touched
            .iter()
            .filter(|record| self.allows(**record))
            .filter_map(|record| self.candidate(*record, partly))
            .collect();
        if candidates.len() > LOOKED_AT {
            let order = |c: &Candidate| (std::cmp::Reverse(c.key), c.record);
            candidates.select_nth_unstable_by_key(LOOKED_AT, order);
            candidates.truncate(LOOKED_AT);
        }
        candidates.iter().filter_map(|candidate| self.answer(*candidate)).collect()
    }

    /// Returns the costs of each needed word of a record.
    fn held(&self, record: u32) -> impl Iterator<Item = (usize, Costs)> + Clone + '_ {
        let start = record as usize * self.tokens.len();
        let page = self.index.page_of(record).map(|page| page as usize * self.tokens.len());
        let at = move |costs: &[u8], place: usize| costs.get(place).copied().unwrap_or(NEVER);
        (0..self.tokens.len()).filter(|n| self.tokens[*n].needed).map(move |n| {
            let around = page.map_or(NEVER, |page| at(&self.proper, page + n));
            (n, (at(&self.own, start + n), around, at(&self.told, start + n)))
        })
    }

    fn candidate(&self, record: u32, partly: bool) -> Option<Candidate> {
        let (mut found, mut wanted) = (0.0, 0.0);
        let (mut cost, mut mine, mut in_text, mut without) = (0_u32, false, false, 0);
        for (n, (own, around, told)) in self.held(record) {
            let weight = self.weights[n];
            wanted += weight;
            mine |= own != NEVER || told != NEVER;
            in_text |= own.min(around) == NEVER;
            let least = own.min(around).min(told);
            if least == NEVER {
                without |= 1 << n;
            } else {
                found += weight;
                cost += u32::from(least);
            }
        }
        // The name of the page alone would list all its items.
        if !mine || (without != 0 && (!partly || found < wanted * SHARE_MIN)) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 14")]
        let share = if without == 0 { ALL } else { (found / wanted * 14.0) as u8 };
        let cost = cost + if in_text { u32::from(SLIP) } else { 0 };
        let begins = self.begins.get(record as usize).copied().unwrap_or_default();
        let kind = u32::from(self.index.kind(record) == Kind::Condition);
        let weight = self.index.weight(record).min(0xffff);
        let key = u32::from(share) << 27
            | (255 - cost.min(255)) << 19
            | u32::from(begins) << 17
            | kind << 16
            | weight;
        Some(Candidate { key, record, share, without })
    }

    fn answer(&self, candidate: Candidate) -> Option<Answer> {
        let Candidate { record, share, without, .. } = candidate;
        let name = best_name(self, record, share, without);
        let spread = self.spread(record, share, name);
        let named = name.filter(|name| name.whole).map(|name| {
            (name.rank.key(), Held::Name(shown_name(self, record, (share, without), name)))
        });
        let (key, held) = [named, spread].into_iter().flatten().max_by_key(|(key, _)| *key)?;
        Some(Answer { key, record, held, without })
    }

    /// Returns how well the words stand in several names of a record, in the name of its page, or in
    /// its text.
    fn spread(&self, record: u32, share: u8, name: Option<Name>) -> Option<(Key, Held)> {
        let present = || {
            self.held(record)
                .map(|(_, costs)| costs)
                .filter(|(own, around, told)| (*own).min(*around).min(*told) != NEVER)
        };
        let in_names = present().all(|(own, around, _)| own.min(around) != NEVER);
        let in_text = present().any(|(.., told)| told != NEVER);
        let kind = self.index.kind(record);
        // Words of a page's several names together mean an item of it.
        let page = kind == Kind::Condition;
        let (place, cost, held) = match name {
            Some(name) if in_names && !page => {
                let cost: u32 = present().map(|(own, around, _)| u32::from(own.min(around))).sum();
                // Between several names, a slip is the likelier by chance.
                let more = if cost < u32::from(SLIP) { 0 } else { u32::from(KINDRED) };
                (Place::Around, cost + more, Held::Names(name.place))
            }
            _ if in_text || page => {
                let costs = present().map(|(own, around, told)| own.min(around).min(told));
                let cost = costs.map(u32::from).sum::<u32>() + u32::from(SLIP);
                (Place::Text, cost, Held::Text)
            }
            _ => return None,
        };
        // As in a name that lacks the words without meaning.
        let lacks = self.tokens.iter().any(|token| !token.needed);
        let cost = cost + if lacks { u32::from(FORM) } else { 0 };
        let rank = Rank {
            share,
            cost: u8::try_from(cost).unwrap_or(NEVER),
            equal: Equal::No,
            named: false,
            // Of what is found with the name of its page, the own name may be typed whole.
            begins: name.is_some_and(|name| name.all && place == Place::Around),
            whole: false,
            place,
            kind,
            order: Order::Any,
            cover: name.map_or(0, |name| name.rank.cover),
            weight: self.index.weight(record),
            length: self.index.title_length(record),
        };
        Some((rank.key(), held))
    }
}
