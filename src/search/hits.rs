//! Hits: the best answers, equal names in one, each with the reason why it is there.

use super::alarm::Alarm;
use super::answer::{Round, ranked};
use super::entry::{Field, Role};
use super::index::Index;
use super::marks::Mark;
use super::pass::{Answer, Held};
use super::query::Query;
use super::rank::{Equal, Order};
use super::readings::{KINDRED, SLIP, Way};
use crate::model::{Address, Kind};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most hits of one kind. Whoever looks further adds a word.
const PER_KIND: usize = 25;

/// One place that answers a query, or several places of the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The place; of several, the one that answers best.
    pub address: Address,
    /// What stands there.
    pub kind: Kind,
    /// Its name.
    pub title: String,
    /// The name of its condition.
    pub condition: String,
    /// Its place in the section and how many items are there, counted from 1.
    pub place: Option<(usize, usize)>,
    /// The other places of the same kind and name, the best first.
    pub others: Vec<Address>,
    /// The field in which the query was found.
    pub field: Field,
    /// The other name or the everyday words that were found, if not the name or the text.
    pub alias: Option<String>,
    /// How near it is to what was typed.
    pub fit: Fit,
    /// Why it was found, where the name alone does not say it.
    pub why: Option<String>,
    pub(super) marked: Marked,
}

/// How near a hit is to what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It holds the words as typed.
    Exact,
    /// It holds words that mean the same.
    Kindred,
    /// It is spelt nearly so.
    Similar,
    /// It holds only some of the words.
    Partly,
}

impl Fit {
    /// Returns the word for it in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Kindred => "kindred",
            Self::Similar => "similar",
            Self::Partly => "partly",
        }
    }
}

/// What is marked in the field of a hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Marked {
    Words(Arc<[Mark]>),
    /// Places of letters, as bytes of the folded text.
    Letters(Vec<usize>),
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The best hits first, at most 25 of each kind.
    pub hits: Vec<Hit>,
    /// Every kind that was found with how many hits of it there are, the kind of the best hit first.
    /// Beyond the last that is listed, equal names are counted one by one.
    pub kinds: Vec<(Kind, usize)>,
    /// The words that the best hit was found by, where they are not those typed.
    pub corrected: Option<String>,
    /// Where nothing was found: known words that are spelt most like those typed.
    pub close: Vec<String>,
    /// What was typed can mean an emergency.
    pub alarm: Option<Alarm>,
}

impl Results {
    /// Returns how many hits there are, also those that are not listed.
    pub fn count(&self) -> usize {
        self.kinds.iter().map(|(_, count)| count).sum()
    }

    /// Returns how many hits hold the words as they were typed.
    pub fn exact(&self) -> usize {
        self.hits.iter().filter(|hit| hit.fit == Fit::Exact).count()
    }
}

/// Makes the results of all rounds.
pub(super) fn results(index: &Index, query: &Query, rounds: &[Round], alarm: bool) -> Results {
    let marks: Vec<Arc<[Mark]>> = rounds.iter().map(|round| marks(index, round)).collect();
    let mut results = Results::default();
    let mut groups: BTreeMap<(Kind, u64, u64), usize> = BTreeMap::new();
    let mut urgent = None;
    let mut ranked = ranked(rounds);
    if query.asks_meaning() {
        ranked.sort_by_key(|(_, answer)| !explains(index, answer));
    }
    for (n, (round, answer)) in ranked.into_iter().enumerate() {
        let kind = index.kind(answer.record);
        let counted = results.kinds.iter_mut().find(|(other, _)| *other == kind);
        if let Some((_, count)) = counted
            && *count >= PER_KIND
        {
            *count += 1;
            continue;
        }
        // What answers equally well and has the same name is one hit.
        let key = (kind, answer.key.level(), title_hash(index, answer.record));
        if let Some(known) = groups.get(&key) {
            let hit = results.hits.get_mut(*known);
            if let (Some(hit), Some(address)) = (hit, address(index, answer.record)) {
                hit.others.push(address);
            }
            continue;
        }
        match results.kinds.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, count)) => *count += 1,
            None => results.kinds.push((kind, 1)),
        }
        let Some(hit) = rounds
            .get(round)
            .zip(marks.get(round))
            .and_then(|(round, marks)| hit(index, query, round, &answer, marks))
        else {
            continue;
        };
        if n == 0 && hit.fit != Fit::Exact {
            results.corrected = rounds.get(round).and_then(|round| read_as(index, round, &answer));
        }
        if urgent.is_none() && index.urgent(answer.record) && says_so(&answer) {
            urgent = Some(hit.clone());
        }
        groups.insert(key, results.hits.len());
        results.hits.push(hit);
    }
    let flagged = urgent.is_some() && !looks_up_a_treatment(query, &results);
    results.alarm = (alarm || flagged).then(|| Alarm { help: urgent.map(Box::new) });
    results
}

/// Returns whether an answer is a term of the glossary whose name was typed whole.
fn explains(index: &Index, answer: &Answer) -> bool {
    index.kind(answer.record) == Kind::Term
        && answer.without == 0
        && matches!(answer.held, Held::Name(_))
        && answer.key.cover() == 15
        && answer.key.cost() < SLIP
}

/// Returns whether one word was typed that names a treatment above all. Who looks up a medicine has
/// no emergency, though its danger signs are filed under its name too.
fn looks_up_a_treatment(query: &Query, results: &Results) -> bool {
    query.typed.split_whitespace().count() == 1
        && results.kinds.first().is_some_and(|(kind, _)| *kind == Kind::Treatment)
}

/// Returns whether the words say what a red flag says: they are one of its names, or several words
/// that are more than half of one. A word that happens to stand in it says nothing.
fn says_so(answer: &Answer) -> bool {
    let key = answer.key;
    answer.without == 0
        && matches!(answer.held, Held::Name(_))
        && key.cost() <= 2 * SLIP
        && (key.equal() >= Equal::ItemWord || (key.cover() > 7 && key.order() > Order::Any))
}

/// Returns a number that equal titles share, and by all odds no others.
fn title_hash(index: &Index, record: u32) -> u64 {
    index.name_words(index.names(record).start).fold(0xcbf2_9ce4_8422_2325, |hash, word| {
        (hash ^ u64::from(word)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn address(index: &Index, record: u32) -> Option<Address> {
    index.address(record).parse().ok()
}

fn hit(
    index: &Index,
    query: &Query,
    round: &Round,
    answer: &Answer,
    marks: &Arc<[Mark]>,
) -> Option<Hit> {
    let record = answer.record;
    let name = answer.held.name();
    let alias = name.filter(|name| index.role(*name) != Role::Title).map(|name| index.shown(name));
    let field = match (&answer.held, alias) {
        (Held::Text, _) => Field::Text,
        (_, Some(_)) => Field::Alias,
        _ => Field::Title,
    };
    let fit = fit(index, round, answer);
    let page = index.page_of(record).unwrap_or(record);
    Some(Hit {
        address: address(index, record)?,
        kind: index.kind(record),
        title: index.title(record).to_owned(),
        condition: index.title(page).to_owned(),
        place: index.place(record),
        others: Vec::new(),
        field,
        alias: alias.map(str::to_owned),
        fit,
        why: why(index, query, round, answer, alias, fit),
        marked: match answer.held {
            Held::Letters(_, place) => {
                Marked::Letters(round.letters.get(place as usize).cloned().unwrap_or_default())
            }
            _ => Marked::Words(Arc::clone(marks)),
        },
    })
}

/// Returns how near an answer is to what was typed.
fn fit(index: &Index, round: &Round, answer: &Answer) -> Fit {
    let told = matches!(answer.held, Held::Text);
    let slips = answer.key.cost().saturating_sub(if told { SLIP } else { 0 });
    let means = |way: Way| matches!(way, Way::Pair | Way::Stem);
    match () {
        () if answer.without != 0 => Fit::Partly,
        () if matches!(answer.held, Held::Letters(..)) => Fit::Similar,
        () if matches!(answer.held, Held::Signs(_)) => {
            if slips < SLIP {
                Fit::Exact
            } else {
                Fit::Similar
            }
        }
        () if slips < KINDRED => Fit::Exact,
        () => {
            let near = answer.held.name().is_some_and(|name| {
                index.name_words(name).filter_map(|word| round.readings.of(word)).any(|row| {
                    row.reads.iter().any(|read| {
                        !read.way.as_typed()
                            && !means(read.way)
                            && read.cost < super::readings::NEVER
                    })
                })
            });
            if near || slips >= SLIP { Fit::Similar } else { Fit::Kindred }
        }
    }
}

/// Returns why an answer was found, in words.
fn why(
    index: &Index,
    query: &Query,
    round: &Round,
    answer: &Answer,
    alias: Option<&str>,
    fit: Fit,
) -> Option<String> {
    let mut reasons: Vec<String> =
        alias.map(|alias| format!("found as \"{alias}\"")).into_iter().collect();
    if let Held::Signs(items) = &answer.held {
        let items = round.signs.get(*items as usize);
        let names: Vec<String> =
            items.into_iter().flatten().map(|item| format!("\"{}\"", index.title(*item))).collect();
        reasons.push(if names.is_empty() {
            "its items hold these words together".to_owned()
        } else {
            format!("it lists {}", names.join(" and "))
        });
    }
    match fit {
        Fit::Exact => {}
        // What was typed is never replaced in silence.
        Fit::Kindred | Fit::Similar => {
            reasons.push(format!("you typed \"{}\"", crate::model::clean(query.typed.trim())));
        }
        Fit::Partly => {
            let missing: Vec<String> = round
                .tokens
                .iter()
                .enumerate()
                .filter(|(n, _)| answer.without & 1 << n != 0)
                .map(|(_, token)| format!("\"{}\"", token.text))
                .collect();
            reasons.push(format!("without {}", missing.join(", ")));
        }
    }
    (!reasons.is_empty()).then(|| reasons.join(", "))
}

/// Returns the words by which an answer was found.
fn read_as(index: &Index, round: &Round, answer: &Answer) -> Option<String> {
    if answer.without != 0 || matches!(answer.held, Held::Letters(..)) {
        return None;
    }
    let words: Vec<&str> = round
        .tokens
        .iter()
        .enumerate()
        .map(|(n, token)| {
            let in_name = answer.held.name().and_then(|name| {
                index
                    .name_words(name)
                    .filter_map(|word| Some((word, *round.readings.of(word)?.reads.get(n)?)))
                    .min_by_key(|(_, read)| read.cost)
                    .filter(|(_, read)| read.cost != super::readings::NEVER)
            });
            let best =
                in_name.or_else(|| round.readings.token(n).min_by_key(|(_, read)| read.cost));
            match best {
                Some((word, read)) if !read.way.as_typed() => index.spelt(word),
                _ => token.text.as_str(),
            }
        })
        .collect();
    Some(words.join(" "))
}

/// Returns what is marked in the hits of a round: typed beginnings, and whole words that stand for
/// what was typed.
fn marks(index: &Index, round: &Round) -> Arc<[Mark]> {
    let mut marks: Vec<Mark> = Vec::new();
    for (n, token) in round.tokens.iter().enumerate().filter(|(_, token)| token.needed) {
        marks.push(Mark { text: token.text.clone(), whole: false });
        let others = round
            .readings
            .token(n)
            .filter(|(_, read)| !matches!(read.way, Way::Whole | Way::Start));
        marks.extend(
            others.map(|(word, _)| Mark { text: index.spelt(word).to_owned(), whole: true }),
        );
    }
    marks.into()
}
