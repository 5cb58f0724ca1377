//! How well the typed words stand in one name.

use super::pass::Pass;
use super::query::WORDS_MAX;
use super::rank::{Equal, Order, Place, Rank};
use super::readings::{FORM, NEVER};

/// A name with how well it holds the typed words.
#[derive(Clone, Copy)]
pub(super) struct Name {
    pub(super) rank: Rank,
    pub(super) place: u32,
    /// Whether it holds all words that the record holds.
    pub(super) whole: bool,
    /// Whether every word of it was typed.
    pub(super) all: bool,
    /// How many typed words it holds.
    held: u32,
}

/// Where a typed word stands in a name.
#[derive(Clone, Copy)]
struct At {
    cost: u8,
    place: u8,
    whole: bool,
}

/// Returns the name of a record that holds most of the words, if one holds any.
pub(super) fn best_name(pass: &Pass<'_>, record: u32, share: u8, without: u8) -> Option<Name> {
    pass.index
        .names(record)
        .filter_map(|name| name_of(pass, record, name, (share, without)))
        .max_by_key(|name| (name.whole, name.held, name.rank.key()))
}

/// Returns the name that is shown for an answer: the title wherever it holds the words as well, for
/// then no reason is owed.
pub(super) fn shown_name(
    pass: &Pass<'_>,
    record: u32,
    (share, without): (u8, u8),
    best: Name,
) -> u32 {
    let title = pass.index.names(record).start;
    let as_well = |name: &Name| name.whole && name.rank.cost == best.rank.cost;
    if best.place == title || best.rank.equal > Equal::Begun {
        return best.place;
    }
    name_of(pass, record, title, (share, without))
        .filter(as_well)
        .map_or(best.place, |title| title.place)
}

fn name_of(pass: &Pass<'_>, record: u32, name: u32, (share, without): (u8, u8)) -> Option<Name> {
    let index = pass.index;
    let mut at = [At { cost: NEVER, place: 0, whole: false }; WORDS_MAX];
    let at = at.get_mut(..pass.tokens.len())?;
    let (mut length, mut meaning, mut small, mut any) = (0_u8, 0_u32, 0_u32, false);
    for word in index.name_words(name) {
        let row = pass.readings.of(word);
        for (at, read) in at.iter_mut().zip(row.iter().flat_map(|row| &row.reads)) {
            if read.cost < at.cost {
                *at = At { cost: read.cost, place: length, whole: read.way.whole() };
            }
        }
        any |= row.is_some();
        // Words without meaning need not be typed.
        let untyped_stop = row.is_none() && index.is_stop(word);
        meaning += u32::from(!untyped_stop);
        small += u32::from(untyped_stop);
        length = length.saturating_add(1);
    }
    if !any {
        return None;
    }
    let needed = || at.iter().zip(pass.tokens).filter(|(_, token)| token.needed).map(|(at, _)| at);
    let (mut held, mut cost, mut whole_words) = (0, 0_u32, true);
    for at in needed().filter(|at| at.cost != NEVER) {
        held += 1;
        cost += u32::from(at.cost);
        whole_words &= at.whole;
    }
    if held == 0 {
        return None;
    }
    let lacking = at
        .iter()
        .zip(pass.tokens)
        .enumerate()
        .any(|(n, (at, token))| token.needed && at.cost == NEVER && without & 1 << n == 0);
    let places = || at.iter().filter(|at| at.cost != NEVER).map(|at| at.place);
    let distinct = places().fold(0_u64, |bits, place| bits | 1 << place.min(63)).count_ones();
    let kept = places().is_sorted();
    let adjacent = places().zip(places().skip(1)).all(|(one, next)| next <= one + 1);
    // A name of little else means more than its one word: "is it in my head".
    let all = distinct == meaning && small < distinct;
    // Of two names, the one that has every typed word, also those without meaning.
    cost += u32::from(FORM)
        * u32::from(
            at.iter().zip(pass.tokens).any(|(at, token)| at.cost == NEVER && !token.needed),
        );
    let role = index.role(name);
    let kind = index.kind(record);
    let place = Place::of(role, kind);
    let rank = Rank {
        share,
        cost: u8::try_from(cost).unwrap_or(NEVER),
        equal: match (all && without == 0, kept, whole_words) {
            (true, true, true) => place.equal(),
            (true, true, false) | (true, false, true) => Equal::Begun,
            _ => Equal::No,
        },
        named: true,
        begins: kept && adjacent && places().next() == Some(0),
        whole: whole_words,
        place,
        kind,
        order: match (kept, adjacent) {
            (true, true) => Order::Adjacent,
            (true, false) => Order::Kept,
            _ => Order::Any,
        },
        cover: u8::try_from(distinct * 15 / meaning.max(1)).unwrap_or(15).min(15),
        weight: index.weight(record),
        length: index.title_length(record),
    };
    Some(Name { rank, place: name, whole: !lacking, all, held })
}
