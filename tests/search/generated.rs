//! Queries made from the names on the shelf, each with what it should find.
//!
//! The same shelf gives the same queries: chance comes from a seed.

use rarebook::model::Kind;
use rarebook::search::{Entry, fold};
use std::collections::{BTreeMap, BTreeSet};

/// The most queries of one class.
const PER_CLASS: usize = 400;

/// Letters as they are added or changed by slips.
const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";

/// A query with the addresses that answer it.
pub(super) struct Made {
    pub(super) class: &'static str,
    pub(super) query: String,
    pub(super) targets: BTreeSet<String>,
}

/// A source of chance that repeats (a linear congruential generator, Knuth's constants).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}

/// Every folded name with the addresses of what has it.
type Names = BTreeMap<String, BTreeSet<String>>;

fn names(entries: &[Entry]) -> Names {
    let mut names = Names::new();
    // What a word means stands by rule behind all that has the word in its name: tests/glossary.rs.
    for entry in entries.iter().filter(|entry| entry.kind != Kind::Term) {
        for name in std::iter::once(&entry.title).chain(&entry.names).chain(&entry.words) {
            names.entry(fold(name)).or_default().insert(entry.address.to_string());
        }
    }
    names
}

/// Makes the queries of all classes.
pub(super) fn made(entries: &[Entry]) -> Vec<Made> {
    let names = names(entries);
    let listed: BTreeSet<String> =
        entries.iter().flat_map(|entry| &entry.words).map(|word| fold(word)).collect();
    let proper: BTreeSet<String> = entries
        .iter()
        .flat_map(|entry| std::iter::once(&entry.title).chain(&entry.names))
        .map(|name| fold(name))
        .collect();
    let mut chance = Chance(20_261_122);
    let mut made = Vec::new();
    for (class, make) in CLASSES {
        let mut all: Vec<&String> = names
            .keys()
            .filter(|name| match *class {
                "listed everyday words and brands" => listed.contains(*name),
                // What is listed as a misspelling has its slips already.
                "one slip" | "two slips in a long word" => proper.contains(*name),
                _ => true,
            })
            .collect();
        // Shuffled, so that no letter of the alphabet is left out.
        for n in (1..all.len()).rev() {
            all.swap(n, chance.below(n + 1));
        }
        let mut count = 0;
        for name in all {
            let Some(query) = make(name, &mut chance) else { continue };
            let targets = targets(class, &query, name, &names);
            // What happens to be another name asks for that one.
            let other = names.contains_key(&fold(&query)) && fold(&query) != *name;
            if !other {
                made.push(Made { class, query, targets });
                count += 1;
            }
            if count == PER_CLASS {
                break;
            }
        }
    }
    made
}

fn targets(class: &str, query: &str, name: &str, names: &Names) -> BTreeSet<String> {
    if class == "beginning" {
        let begun = names.iter().filter(|(name, _)| name.starts_with(&fold(query)));
        return begun.flat_map(|(_, addresses)| addresses.iter().cloned()).collect();
    }
    // "Signs autism" asks for "signs of autism" as much as for "autism signs".
    let in_any_order = class == "words in another order";
    let words = |name: &str| {
        let mut words = bare(name).into_iter().map(str::to_owned).collect::<Vec<_>>();
        if in_any_order {
            words.sort();
        }
        words
    };
    let same = names.iter().filter(|(other, _)| words(other) == words(name));
    same.flat_map(|(_, addresses)| addresses.iter().cloned()).collect()
}

/// Returns the words of a name that mean something, and the plural s of none: "eyes that squeeze
/// shut" is as good an answer to "eyes squeeze shut" as that itself.
fn bare(name: &str) -> Vec<&str> {
    let small = ["a", "the", "that", "of", "in", "to", "for", "and", "or", "is", "it", "on"];
    name.split(' ')
        .filter(|word| !small.contains(word))
        .map(|word| word.trim_end_matches('s'))
        .collect()
}

type Make = fn(&str, &mut Chance) -> Option<String>;

const CLASSES: &[(&str, Make)] = &[
    ("exact", |name, _| Some(name.to_owned())),
    ("beginning", beginning),
    ("one slip", |name, chance| slips(name, 1, 5, chance)),
    ("two slips in a long word", |name, chance| slips(name, 2, 8, chance)),
    ("words in another order", shuffled),
    ("two words joined", joined),
    ("one word split", split),
    ("abbreviation", abbreviation),
    ("without vowels", without_vowels),
    ("accents", accents),
    ("listed everyday words and brands", |name, _| Some(name.to_owned())),
];

fn beginning(name: &str, chance: &mut Chance) -> Option<String> {
    let length = name.chars().count();
    (length >= 6)
        .then(|| name.chars().take(4 + chance.below(length - 5)).collect::<String>())
        .map(|start| start.trim_end().to_owned())
}

/// Makes slips in one word of some length: a letter added, left out, changed or swapped.
fn slips(name: &str, count: usize, least: usize, chance: &mut Chance) -> Option<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let long: Vec<usize> = (0..words.len())
        .filter(|n| {
            words[*n].len() >= least && words[*n].bytes().all(|byte| byte.is_ascii_lowercase())
        })
        .collect();
    if long.is_empty() {
        return None;
    }
    let chosen = long[chance.below(long.len())];
    let mut letters = words[chosen].as_bytes().to_vec();
    for _ in 0..count {
        let at = chance.below(letters.len() - 1);
        let letter = LETTERS[chance.below(LETTERS.len())];
        match chance.below(4) {
            0 => letters.insert(at, letter),
            1 => {
                letters.remove(at);
            }
            2 => letters[at] = letter,
            _ => letters.swap(at, at + 1),
        }
    }
    let word = String::from_utf8(letters).unwrap();
    if word == words[chosen] {
        return None;
    }
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    words[chosen] = word;
    Some(words.join(" "))
}

fn shuffled(name: &str, chance: &mut Chance) -> Option<String> {
    let mut words: Vec<&str> = name.split(' ').collect();
    if words.len() < 2 {
        return None;
    }
    let by = 1 + chance.below(words.len() - 1);
    words.rotate_left(by);
    Some(words.join(" "))
}

fn joined(name: &str, _: &mut Chance) -> Option<String> {
    let words: Vec<&str> = name.split(' ').collect();
    (words.len() == 2 && words.iter().all(|word| word.len() > 2)).then(|| words.concat())
}

fn split(name: &str, chance: &mut Chance) -> Option<String> {
    let long = name.split(' ').find(|word| word.len() >= 8 && word.is_ascii())?;
    let (one, other) = long.split_at(3 + chance.below(long.len() - 5));
    Some(name.replacen(long, &format!("{one} {other}"), 1))
}

fn abbreviation(name: &str, chance: &mut Chance) -> Option<String> {
    let words: Vec<&str> =
        name.split(' ').filter(|word| word.len() > 3 && word.is_ascii()).collect();
    let all = name.split(' ').count();
    (words.len() == all && (2..=3).contains(&all)).then(|| {
        let long = if all == 2 { 3 } else { 2 + chance.below(2) };
        words.iter().filter_map(|word| word.get(..long)).collect::<Vec<_>>().concat()
    })
}

fn without_vowels(name: &str, _: &mut Chance) -> Option<String> {
    let vowel = |c: char| "aeiouy".contains(c);
    let typed: String =
        name.char_indices().filter(|(at, c)| *at == 0 || !vowel(*c)).map(|(_, c)| c).collect();
    (!name.contains(' ') && name.len() >= 8 && typed.len() >= 5).then_some(typed)
}

/// Puts an accent on a vowel, composed or apart.
fn accents(name: &str, chance: &mut Chance) -> Option<String> {
    let at = name.find(['a', 'e', 'o'])?;
    let (before, rest) = name.split_at(at);
    let (letter, behind) = rest.split_at(1);
    let composed = match letter {
        "a" => "á",
        "e" => "é",
        _ => "ö",
    };
    let apart = format!("{letter}\u{301}");
    let accented = if chance.below(2) == 0 { composed } else { &apart };
    Some(format!("{before}{accented}{behind}"))
}
