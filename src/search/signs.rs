//! Conditions by several of their symptoms: pages whose items together hold all typed words.

use super::pass::{Answer, Held, Pass};
use super::rank::{ALL, Equal, Order, Place, Rank};
use super::readings::{KINDRED, NEVER, SLIP};
use super::table::number;
use crate::model::Kind;
use std::collections::BTreeSet;

/// The most pages whose items are named in the reason.
const NAMED_MAX: usize = 10;

/// With more records than this that hold a typed word, naming items would take too long.
const NAMED_RECORDS: usize = 600;

/// With more words than this, none of them may be misspelt: some page has items for anything.
const MENDED_MAX: usize = 3;

/// The items that make up what a condition is like.
const SIGNS: &[Kind] = &[Kind::Symptom, Kind::Complication, Kind::Treatment];

/// Returns the conditions of which no name holds all words, but the names of whose items do, and of
/// the best the items that hold them.
pub(super) fn signs(pass: &Pass<'_>, known: &[Answer]) -> (Vec<Answer>, Vec<Vec<u32>>) {
    let index = pass.index;
    let needed: Vec<usize> = (0..pass.tokens.len()).filter(|n| pass.tokens[*n].needed).collect();
    if needed.len() < 2 || known.iter().any(Answer::exact) {
        return (Vec::new(), Vec::new());
    }
    let known: BTreeSet<u32> = known.iter().map(|answer| answer.record).collect();
    let width = needed.len();
    let mut costs = vec![NEVER; index.records() * width];
    // Which neighbours among the words stand in one item, as bits.
    let mut joined = vec![0_u32; index.records()];
    let mut pages: Vec<u32> = Vec::new();
    for record in &pass.touched {
        if !SIGNS.contains(&index.kind(*record)) {
            continue;
        }
        let own = pass.costs(*record);
        let held = || needed.iter().enumerate().filter(|(_, n)| own[**n] != NEVER);
        if held().next().is_none() {
            continue;
        }
        let bits = held().fold(0_u32, |bits, (place, _)| bits | 1 << place);
        for page in index.pages(*record) {
            let start = page as usize * width;
            let Some(row) = costs.get_mut(start..start + width) else { continue };
            if row.iter().all(|cost| *cost == NEVER) {
                pages.push(page);
            }
            for (place, n) in held() {
                row[place] = row[place].min(own[*n]);
            }
            if let Some(joined) = joined.get_mut(page as usize) {
                *joined |= bits & bits >> 1;
            }
        }
    }
    let mut answers: Vec<Answer> = pages
        .into_iter()
        .filter(|page| !known.contains(page) && pass.allows(*page))
        .filter_map(|page| {
            let row = costs.get(page as usize * width..(page as usize + 1) * width)?;
            if row.contains(&NEVER) {
                return None;
            }
            let cost: u32 = row.iter().map(|cost| u32::from(*cost)).sum();
            if cost >= u32::from(SLIP) * 2 || (cost >= u32::from(SLIP) && width > MENDED_MAX) {
                return None;
            }
            // Some page has items with near words to nearly all that can be typed.
            let cost = cost
                + if cost < u32::from(KINDRED) { u32::from(KINDRED) } else { 3 * u32::from(SLIP) };
            let rank = Rank {
                share: ALL,
                cost: u8::try_from(cost).unwrap_or(NEVER),
                equal: Equal::No,
                named: false,
                begins: false,
                whole: false,
                place: Place::Around,
                kind: index.kind(page),
                order: Order::Any,
                // Words that were typed side by side mean one thing.
                cover: together(joined.get(page as usize).copied().unwrap_or_default(), width),
                weight: index.weight(page),
                length: index.title_length(page),
            };
            Some(Answer { key: rank.key(), record: page, held: Held::Signs(u32::MAX), without: 0 })
        })
        .collect();
    answers.sort_by_key(|answer| (std::cmp::Reverse(answer.key), answer.record));
    let mut items = Vec::new();
    if pass.touched.len() <= NAMED_RECORDS {
        for answer in answers.iter_mut().take(NAMED_MAX) {
            answer.held = Held::Signs(number(items.len()));
            items.push(held_by(pass, answer.record));
        }
    }
    (answers, items)
}

/// Returns the share of neighbours that stand in one item, from 0 to 15.
fn together(joined: u32, width: usize) -> u8 {
    let neighbours = u32::try_from(width).unwrap_or(1).saturating_sub(1).max(1);
    u8::try_from(joined.count_ones() * 15 / neighbours).unwrap_or(15)
}

/// Returns the items of a page that hold the typed words, each once.
fn held_by(pass: &Pass<'_>, page: u32) -> Vec<u32> {
    let index = pass.index;
    let mut items = Vec::new();
    for (n, _) in pass.tokens.iter().enumerate().filter(|(_, token)| token.needed) {
        let best = pass
            .touched
            .iter()
            .filter(|record| index.pages(**record).any(|of| of == page))
            .filter(|record| SIGNS.contains(&index.kind(**record)))
            .filter(|record| pass.costs(**record)[n] != NEVER)
            .min_by_key(|record| (pass.costs(**record)[n], **record));
        items.extend(best.filter(|best| !items.contains(*best)));
    }
    items
}
