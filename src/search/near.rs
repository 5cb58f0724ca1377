//! Near words: what a reader may have meant by a word that is spelt otherwise.
//!
//! Half of what is misspelt keeps its letters but for one or two, and most keeps its sound; each is
//! looked for on its own. Stems and words of the same meaning stand nearer than any slip.

use super::form::{form, has_plain_ending, stem};
use super::index::Index;
use super::letters::{MISSPELT, STOP, letters, missing};
use super::query::Token;
use super::readings::{KINDRED, Readings, SLIP, Way};
use super::slips::{Slips, Typed, allowed};
use super::sound::sound;
use super::table::{Part, number};

/// The most words that one typed word is read as.
const NEAR_MAX: usize = 80;

/// Returns what it costs besides that only a beginning is near. Of short words there are many more
/// of these.
fn beginning(word: &str) -> u8 {
    if word.len() < 6 { SLIP / 3 } else { 1 }
}

/// The fewest letters of a word that may sound like another, or stand for it without its vowels.
const SOUND_MIN: usize = 4;

/// Adds words of the same stem and of the same meaning.
pub(super) fn kindred(index: &Index, tokens: &[Token], readings: &mut Readings) {
    for (n, token) in tokens.iter().enumerate() {
        // Of a word that nobody knows, only an ending that any verb can have is taken off.
        if index.knows(readings, n) || has_plain_ending(&token.text) {
            for word in index.stems(&stem(&token.text)) {
                readings.add(word, n, KINDRED, Way::Stem);
            }
        }
        for word in index.forms(&form(&token.text)) {
            for pair in index.table.list(Part::Paired, Part::PairedAt, word) {
                readings.add(pair, n, KINDRED, Way::Pair);
            }
        }
    }
}

/// Adds the words that are spelt nearly like one typed word or sound like it.
pub(super) fn near(index: &Index, n: usize, token: &Token, readings: &mut Readings) {
    let mut found = Vec::new();
    if let Some(typed) = Typed::new(&token.text) {
        spelt(index, token, &typed, &mut found);
        sounding(index, token, &typed, &mut found);
        without_vowels(index, token, &mut found);
    } else {
        other_script(index, token, &mut found);
    }
    // The nearest first; of equally near ones whole words first, then those of more names.
    found.sort_by_key(|(word, cost, way)| {
        (*cost, !way.whole(), std::cmp::Reverse(index.named(*word)), *word)
    });
    for (word, cost, way) in found.into_iter().take(NEAR_MAX) {
        readings.add(word, n, cost, way);
    }
}

type Found = Vec<(u32, u8, Way)>;

/// Returns the cost of some slips.
fn cost(slips: usize) -> u8 {
    u8::try_from(slips).unwrap_or(u8::MAX).saturating_mul(SLIP)
}

/// Returns the greatest cost at which a word of some length is still itself: nine tenths of a slip
/// and a fifth for each letter. Beyond, nonsense would find something.
fn limit(word: &str) -> u8 {
    u8::try_from((9 + 2 * word.len()) * usize::from(SLIP) / 10).unwrap_or(u8::MAX)
}

fn spelt(index: &Index, token: &Token, typed: &Typed, found: &mut Found) {
    let may = allowed(&token.text);
    let may = Slips { beginning: if token.open { may.beginning } else { 0 }, ..may };
    if may.whole == 0 {
        return;
    }
    let own = letters(&token.text);
    let length = token.text.len();
    for (word, bits) in (0..).zip(index.table.all(Part::WordLetters)) {
        // What is listed as a misspelling is not what anybody meant.
        if bits & MISSPELT != 0 {
            continue;
        }
        let bits = bits & !STOP;
        if missing(own, bits) as usize > may.whole {
            continue;
        }
        let text = index.spelt_bytes(word);
        if bits == own
            && text.len() == length
            && length > SOUND_MIN
            && same_letters(&token.text, text)
        {
            // "tounge", "athsma": all letters are there, in a wrong order.
            let swapped = typed.slips(text).whole <= 1;
            found.push((word, if swapped { SLIP } else { SLIP + 1 }, Way::Near));
            continue;
        }
        let shorter = text.len() + may.whole < length;
        let longer = text.len() > length + may.whole;
        let whole_only = may.beginning == 0;
        let apart = longer || missing(bits, own) as usize > may.whole;
        if shorter || (whole_only && apart) {
            continue;
        }
        // A beginning ends within the slips of the typed length.
        let read = text.get(..length + may.whole).unwrap_or(text);
        let slips = typed.slips(read);
        let whole = (!longer && slips.whole <= may.whole).then(|| cost(slips.whole));
        let begun = (slips.beginning <= may.beginning && may.beginning > 0)
            .then(|| cost(slips.beginning) + beginning(&token.text));
        match (whole, begun) {
            (Some(whole), begun) if begun.is_none_or(|begun| whole <= begun) => {
                found.push((word, whole, Way::Near));
            }
            (_, Some(begun)) => found.push((word, begun, Way::NearStart)),
            _ => {}
        }
    }
}

/// Returns the cost of a word whose sound is the same or nearly so: a little more than one slip, two
/// or three, as the sounds differ, whatever the number of letters.
fn sound_cost(off: usize, slips: usize) -> u8 {
    let more = match slips {
        0 | 1 => 0,
        2 => 1,
        3 => 3,
        4 => 6,
        _ => 9,
    };
    cost(off + 1) - if off == 1 { SLIP / 3 } else { 0 } + more
}

fn sounding(index: &Index, token: &Token, typed: &Typed, found: &mut Found) {
    let length = token.text.len();
    if length < SOUND_MIN || token.text.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    let mut keys = vec![sound(&token.text), sound(&form(&token.text))];
    keys.dedup();
    for own in keys {
        let may = match (length, own.len()) {
            (8.., 8..) => 2,
            _ => 1,
        };
        sounding_as(index, token, typed, (&own, may), found);
    }
}

fn sounding_as(
    index: &Index,
    token: &Token,
    typed: &Typed,
    (own, may): (&str, usize),
    found: &mut Found,
) {
    let Some(key) = Typed::new(own) else { return };
    let bits = letters(own);
    for (place, other_bits) in (0..).zip(index.table.all(Part::SoundLetters)) {
        let apart = missing(bits, other_bits).max(missing(other_bits, bits));
        if apart as usize > may {
            continue;
        }
        let other = index.table.text_bytes(Part::SoundText, Part::SoundTextAt, place);
        if other.len().abs_diff(own.len()) > may {
            continue;
        }
        let off = key.slips(other).whole;
        let same_first = other.first() == own.as_bytes().first();
        // A key of few sounds says little.
        if off > may || (off > 0 && own.len() <= 4 && !same_first) {
            continue;
        }
        for word in index.table.list(Part::SoundWords, Part::SoundWordsAt, place) {
            if index.is_misspelt(word) {
                continue;
            }
            let text = index.spelt_bytes(word);
            let slips = typed.slips(text).whole;
            // Half of the letters are there: "xyqqz" sounds like six, but is not meant for it.
            if slips * 2 > token.text.len().max(text.len()) + 1 {
                continue;
            }
            let cost = sound_cost(off, slips);
            if cost <= limit(&token.text) {
                found.push((word, cost, Way::Near));
            }
        }
    }
}

/// Finds "fbrmlg": consonants alone, after a first letter of either sort.
fn without_vowels(index: &Index, token: &Token, found: &mut Found) {
    let text = token.text.as_bytes();
    let bare = |rest: &[u8]| !rest.iter().any(|letter| vowel(*letter));
    if text.len() < SOUND_MIN || !text.get(1..).is_some_and(bare) {
        return;
    }
    let own = letters(&token.text);
    for (word, bits) in (0..).zip(index.table.all(Part::WordLetters)) {
        if missing(own, bits) > 0 {
            continue;
        }
        let other = index.spelt_bytes(word);
        let mut consonants = other
            .iter()
            .enumerate()
            .filter(|(at, letter)| *at == 0 || !vowel(**letter))
            .map(|(_, letter)| letter);
        if text.iter().all(|letter| consonants.next() == Some(letter)) {
            match consonants.next() {
                None => found.push((word, SLIP, Way::Near)),
                Some(_) if token.open => {
                    found.push((word, SLIP + beginning(&token.text), Way::NearStart));
                }
                Some(_) => {}
            }
        }
    }
}

/// Returns whether two words begin alike and hold the same letters.
fn same_letters(typed: &str, other: &[u8]) -> bool {
    let sorted = |letters: &[u8]| {
        let mut letters = letters.to_vec();
        letters.sort_unstable();
        letters
    };
    typed.as_bytes().first() == other.first() && sorted(typed.as_bytes()) == sorted(other)
}

fn vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Finds near words of scripts that the bits do not hold. Few words are written in them.
fn other_script(index: &Index, token: &Token, found: &mut Found) {
    let may = allowed(&token.text).whole;
    let length = token.text.chars().count();
    if may == 0 || token.text.is_ascii() {
        return;
    }
    for word in 0..number(index.words()) {
        let other = index.spelt(word);
        if !other.is_ascii() && other.chars().count().abs_diff(length) <= may {
            let slips = strsim::osa_distance(&token.text, other);
            if slips <= may {
                found.push((word, cost(slips), Way::Near));
            }
        }
    }
}
