//! Abbreviations: names that hold the typed letters with others between them.

use super::abbreviation::{Word, beginnings};
use super::fuzzy::{LETTERS_MIN, NAME_MAX};
use super::index::Index;
use super::letters::{letters, missing};
use super::pass::{Answer, Held};
use super::query::{Query, Token};
use super::rank::{ALL, Equal, Order, Place, Rank};
use super::readings::SLIP;
use super::table::{Part, number};

/// The most names on which letters are looked for anywhere.
const ANYWHERE_MAX: usize = 300;

/// Returns the records of which a name holds all typed words with letters left out, and the places
/// of the letters of each as bytes of the folded name.
pub(super) fn left_out(
    index: &Index,
    query: &Query,
    tokens: &[Token],
) -> (Vec<Answer>, Vec<Vec<usize>>) {
    let typed: Vec<&str> =
        tokens.iter().filter(|token| token.needed).map(|token| token.text.as_str()).collect();
    let (mut answers, mut all_letters) = (Vec::new(), Vec::new());
    if typed.iter().any(|word| word.len() < 2 || !word.is_ascii()) {
        return (answers, all_letters);
    }
    let first = typed.first().and_then(|word| word.as_bytes().first());
    let wanted = typed.iter().fold(0, |bits, word| bits | letters(word));
    let mut words = Vec::new();
    let mut anywhere = 0;
    for (name, bits) in (0..).zip(index.table.all(Part::NameLetters)) {
        let begins = |word: u32| index.spelt_bytes(word).first() == first;
        // An abbreviation begins as its name does.
        if missing(wanted, bits) > 0 || !index.name_words(name).next().is_some_and(begins) {
            continue;
        }
        spell(index, name, &mut words);
        let length: usize = words.iter().map(|word| word.text.len() + 1).sum();
        if length > NAME_MAX {
            continue;
        }
        let Some((cost, at)) = fit(index, &typed, &words, &mut anywhere) else { continue };
        let record = index.record_of(name);
        let kind = index.kind(record);
        if !query.allows(kind, index.address(record)) {
            continue;
        }
        let covered = typed.iter().map(|word| word.len()).sum::<usize>() * 15 / length.max(1);
        let rank = Rank {
            share: ALL,
            cost,
            equal: Equal::No,
            named: true,
            begins: at.first() == Some(&0),
            whole: false,
            place: Place::of(index.role(name), kind),
            kind,
            order: Order::Kept,
            cover: u8::try_from(covered.min(15)).unwrap_or(15),
            weight: index.weight(record),
            length: index.title_length(record),
        };
        let held = Held::Letters(name, number(all_letters.len()));
        answers.push(Answer { key: rank.key(), record, held, without: 0 });
        all_letters.push(at);
    }
    (answers, all_letters)
}

/// Collects the words of a name with where each begins in the folded name.
fn spell<'a>(index: &'a Index, name: u32, words: &mut Vec<Word<'a>>) {
    words.clear();
    let mut start = 0;
    for word in index.name_words(name) {
        let text = index.spelt_bytes(word);
        words.push(Word { start, text, stop: index.is_stop(word) });
        start += text.len() + 1;
    }
}

/// Returns what it costs to read the typed words as a name, and the places of their letters in it.
fn fit(
    index: &Index,
    typed: &[&str],
    words: &[Word<'_>],
    anywhere: &mut usize,
) -> Option<(u8, Vec<usize>)> {
    if let [typed] = typed
        && let Some((at, all)) = beginnings(typed, words)
    {
        // Beginnings of all words are an abbreviation; few letters a word can also be a slip.
        let meaning = words.iter().filter(|word| !word.stop).count();
        let cost = match all {
            true if typed.len() >= (2 * meaning).max(6) => SLIP - 2,
            true => SLIP + SLIP / 3,
            false => 2 * SLIP - 2,
        };
        return (all || typed.len() >= LETTERS_MIN).then_some((cost, at));
    }
    let short = typed.iter().any(|typed| typed.len() < LETTERS_MIN);
    if short || *anywhere == ANYWHERE_MAX || !typed.iter().all(|typed| stands(typed, words)) {
        return None;
    }
    *anywhere += 1;
    let name = words.iter().map(|word| word.text).collect::<Vec<_>>().join(&b' ');
    let (fit, at) = index.fuzzy.find(typed, std::str::from_utf8(&name).ok()?)?;
    let cost = match () {
        () if fit >= 0.9 => SLIP + SLIP / 2,
        () if fit >= 0.8 => 2 * SLIP + 1,
        () => 2 * SLIP + SLIP / 2,
    };
    Some((cost, at))
}

/// Returns whether the letters of a word stand in a name in their order: what the matcher asks for at
/// least, found without its work.
fn stands(typed: &str, words: &[Word<'_>]) -> bool {
    let mut rest = words.iter().flat_map(|word| word.text);
    typed.bytes().all(|letter| rest.any(|other| *other == letter))
}
