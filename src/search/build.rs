//! From entries to an index: once, at compile time for what the program carries.

use super::entry::{Entry, Role};
use super::fold::fold;
use super::form::{form, stem};
use super::letters::{MISSPELT, STOP, letters};
use super::query::is_stop_word;
use super::slips::Typed;
use super::sound::sound;
use super::table::{Part, Table, Writer, number};
use crate::library::Words;
use crate::model::WordSet;
use std::collections::{BTreeMap, BTreeSet};

/// The fewest letters of a word that is taken for a misspelling, of one that may hold two slips, and
/// the letters at the end of a word that inflection changes.
const SLIP_MIN: usize = 6;
const LONG: usize = 10;
const INFLECTED: usize = 3;

/// A name, ready to be written.
struct Name {
    shown: String,
    role: Role,
    record: u32,
    /// Its folded words, by their places in the vocabulary.
    words: Vec<u32>,
}

/// Makes the arrays of an index. The same entries give the same bytes.
pub(super) fn build(entries: &[Entry], words: &Words) -> Table {
    let (names, texts) = folded(entries);
    let vocabulary: BTreeMap<&str, u32> = names
        .iter()
        .flat_map(|(.., folded)| folded.split(' '))
        .chain(texts.iter().flat_map(|text| text.iter().map(String::as_str)))
        .filter(|word| !word.is_empty())
        .collect::<BTreeSet<&str>>()
        .into_iter()
        .zip(0..)
        .collect();
    let place = |word: &str| vocabulary.get(word).copied();
    let names: Vec<Name> = names
        .iter()
        .map(|(role, record, shown, folded)| Name {
            shown: (*shown).to_owned(),
            role: *role,
            record: *record,
            words: folded.split(' ').filter_map(place).collect(),
        })
        .collect();
    let mut writer = Writer::new();
    let spelt: Vec<&str> = vocabulary.keys().copied().collect();
    write_words(&mut writer, &spelt, &misspelt(entries.len(), &names, &texts, &spelt));
    write_named(&mut writer, spelt.len(), &names);
    let told = texts.iter().zip(0..).flat_map(|(text, record)| {
        text.iter().filter_map(|word| place(word)).map(move |word| (word, record))
    });
    write_postings(&mut writer, Part::Told, Part::ToldAt, spelt.len(), told);
    write_names(&mut writer, &names, &spelt);
    write_records(&mut writer, entries, &names);
    write_pairs(&mut writer, words, &spelt);
    writer.finish()
}

type FoldedName<'a> = (Role, u32, &'a str, String);

/// Folds the names and the texts of entries; of texts each word once, without those that every
/// text holds.
fn folded(entries: &[Entry]) -> (Vec<FoldedName<'_>>, Vec<BTreeSet<String>>) {
    let mut names = Vec::new();
    let mut texts = Vec::new();
    for (entry, record) in entries.iter().zip(0..) {
        let all = std::iter::once((Role::Title, &entry.title))
            .chain(entry.names.iter().map(|name| (Role::Name, name)))
            .chain(entry.words.iter().map(|name| (Role::Word, name)));
        names.extend(all.map(|(role, name)| (role, record, name.as_str(), fold(name))));
        let text = fold(&entry.text);
        let words = text.split(' ').filter(|word| !word.is_empty() && !is_stop_word(word));
        texts.push(words.map(str::to_owned).collect());
    }
    (names, texts)
}

/// Returns the words that pages list as misspellings: they stand only among everyday words, and near
/// a word of the same thing's names or text.
fn misspelt(
    records: usize,
    names: &[Name],
    texts: &[BTreeSet<String>],
    spelt: &[&str],
) -> BTreeSet<u32> {
    let word = |place: u32| spelt.get(place as usize).copied().unwrap_or_default();
    let mut proper: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); records];
    for name in names.iter().filter(|name| name.role != Role::Word) {
        proper[name.record as usize].extend(name.words.iter().map(|place| word(*place)));
    }
    let known: BTreeSet<&str> = proper
        .iter()
        .flatten()
        .copied()
        .chain(texts.iter().flatten().map(String::as_str))
        .collect();
    let mut misspelt = BTreeSet::new();
    for name in names.iter().filter(|name| name.role == Role::Word) {
        let record = name.record as usize;
        for place in &name.words {
            let typed = word(*place);
            let right =
                || proper[record].iter().copied().chain(texts[record].iter().map(String::as_str));
            if !known.contains(typed) && right().any(|right| is_slip(typed, right)) {
                misspelt.insert(*place);
            }
        }
    }
    misspelt
}

/// Returns whether a word is most likely another one, misspelt: it sounds the same, or has a slip, and
/// not at its end, where words are inflected.
fn is_slip(typed: &str, right: &str) -> bool {
    if typed.len() < SLIP_MIN || form(typed) == form(right) || stem(typed) == stem(right) {
        return false;
    }
    let same = typed.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count();
    let may = if typed.len() < LONG { 1 } else { 2 };
    let slips = || Typed::new(typed).map(|typed| typed.slips(right.as_bytes()).whole);
    sound(typed) == sound(right)
        || (same + INFLECTED < typed.len() && slips().is_some_and(|slips| slips <= may))
}

/// Writes the vocabulary, and the ways from a sound, a form and a stem to its words.
fn write_words(writer: &mut Writer, spelt: &[&str], misspelt: &BTreeSet<u32>) {
    writer.texts(Part::WordText, Part::WordTextAt, spelt);
    writer.numbers(
        Part::WordLetters,
        spelt.iter().zip(0..).map(|(word, place)| {
            let stop = if is_stop_word(word) { STOP } else { 0 };
            letters(word) | stop | if misspelt.contains(&place) { MISSPELT } else { 0 }
        }),
    );
    let mut sounds: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (word, place) in spelt.iter().zip(0..) {
        sounds.entry(sound(word)).or_default().push(place);
    }
    writer.texts(Part::SoundText, Part::SoundTextAt, sounds.keys());
    writer.numbers(Part::SoundLetters, sounds.keys().map(|key| letters(key)));
    writer.lists(Part::SoundWords, Part::SoundWordsAt, sounds.into_values());
    write_hashes(writer, Part::FormHash, Part::FormWord, spelt, form);
    write_hashes(writer, Part::StemHash, Part::StemWord, spelt, stem);
}

fn write_hashes(
    writer: &mut Writer,
    hash_part: Part,
    word_part: Part,
    spelt: &[&str],
    key: impl Fn(&str) -> String,
) {
    let mut pairs: Vec<(u32, u32)> =
        spelt.iter().zip(0..).map(|(word, place)| (hash(&key(word)), place)).collect();
    pairs.sort_unstable();
    writer.numbers(hash_part, pairs.iter().map(|(hash, _)| *hash));
    writer.numbers(word_part, pairs.iter().map(|(_, place)| *place));
}

/// Writes for each word the records that hold it in a name, with what is known of it there.
fn write_named(writer: &mut Writer, words: usize, names: &[Name]) {
    let mut lists: Vec<BTreeMap<u32, u32>> = vec![BTreeMap::new(); words];
    for name in names {
        let proper = u32::from(name.role != Role::Word) << 1;
        for (n, word) in name.words.iter().enumerate() {
            if let Some(list) = lists.get_mut(*word as usize) {
                *list.entry(name.record).or_default() |= proper | u32::from(n == 0);
            }
        }
    }
    let packed = lists
        .into_iter()
        .map(|list| list.into_iter().map(|(record, bits)| record << 2 | bits).collect());
    writer.lists(Part::Named, Part::NamedAt, packed);
}

/// Writes for each word what holds it, each once, in rising order.
fn write_postings(
    writer: &mut Writer,
    part: Part,
    at: Part,
    words: usize,
    pairs: impl Iterator<Item = (u32, u32)>,
) {
    let mut lists: Vec<Vec<u32>> = vec![Vec::new(); words];
    for (word, record) in pairs {
        if let Some(list) = lists.get_mut(word as usize)
            && list.last() != Some(&record)
        {
            list.push(record);
        }
    }
    for list in &mut lists {
        list.sort_unstable();
        list.dedup();
    }
    writer.lists(part, at, lists);
}

fn write_names(writer: &mut Writer, names: &[Name], spelt: &[&str]) {
    writer.texts(Part::NameText, Part::NameTextAt, names.iter().map(|name| &name.shown));
    writer.lists(Part::NameWords, Part::NameWordsAt, names.iter().map(|name| name.words.clone()));
    writer.numbers(
        Part::NameLetters,
        names.iter().map(|name| {
            name.words.iter().fold(0, |bits, word| bits | letters(spelt[*word as usize]))
        }),
    );
    writer.numbers(Part::NameRole, names.iter().map(|name| name.role.number()));
    writer.numbers(Part::NameRecord, names.iter().map(|name| name.record));
}

fn write_records(writer: &mut Writer, entries: &[Entry], names: &[Name]) {
    let kinds = |entry: &Entry| {
        number(
            crate::model::Kind::ALL.iter().position(|kind| *kind == entry.kind).unwrap_or_default(),
        )
    };
    writer.numbers(Part::RecordKind, entries.iter().map(kinds));
    let ends = entries
        .iter()
        .zip(1..)
        .map(|(_, next)| number(names.partition_point(|name| name.record < next)));
    writer.numbers(Part::RecordNamesAt, std::iter::once(0).chain(ends));
    writer.lists(Part::RecordOf, Part::RecordOfAt, entries.iter().map(|entry| entry.of.clone()));
    writer.texts(
        Part::RecordAddress,
        Part::RecordAddressAt,
        entries.iter().map(|entry| entry.address.to_string()),
    );
    let place = |entry: &Entry| entry.place.unwrap_or_default();
    writer.numbers(Part::RecordPlace, entries.iter().map(|entry| number(place(entry).0)));
    writer.numbers(Part::RecordCount, entries.iter().map(|entry| number(place(entry).1)));
    writer.numbers(Part::RecordWeight, entries.iter().map(|entry| number(entry.weight)));
    writer.numbers(Part::RecordUrgent, entries.iter().map(|entry| u32::from(entry.urgent)));
}

/// Writes pairs of words as lists, pairs with phrases as phrases, both both ways.
fn write_pairs(writer: &mut Writer, words: &Words, spelt: &[&str]) {
    let mut forms: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (word, place) in spelt.iter().zip(0..) {
        forms.entry(form(word)).or_default().push(place);
    }
    let known = |phrase: &str| phrase.split(' ').all(|word| forms.contains_key(word));
    let mut lists: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); spelt.len()];
    let mut phrases: BTreeSet<(String, String)> = BTreeSet::new();
    for (one, other) in words.pairs.iter().flat_map(|(everyday, medical)| {
        let both = |one: &String, other: &String| [(forms_of(one), forms_of(other))];
        everyday.iter().flat_map(move |one| medical.iter().flat_map(move |other| both(one, other)))
    }) {
        for (from, to) in [(&one, &other), (&other, &one)] {
            match (forms.get(from), forms.get(to)) {
                (Some(from), Some(to)) => {
                    for word in from {
                        lists[*word as usize].extend(to);
                    }
                }
                _ if known(to) => {
                    phrases.insert((from.clone(), to.clone()));
                }
                _ => {}
            }
        }
    }
    writer.lists(
        Part::Paired,
        Part::PairedAt,
        lists.into_iter().map(|list| list.into_iter().collect()),
    );
    writer.texts(
        Part::PhraseText,
        Part::PhraseTextAt,
        phrases.iter().map(|(from, to)| format!("{from}\n{to}")),
    );
    let alarms: BTreeSet<String> = words.alarms.iter().map(|words| forms_of(words)).collect();
    writer.texts(Part::AlarmText, Part::AlarmTextAt, alarms);
}

/// Returns the forms of the words of a phrase, parted by blanks.
pub(super) fn forms_of(phrase: &str) -> String {
    fold(phrase).split(' ').map(form).collect::<Vec<_>>().join(" ")
}

/// Returns a hash of a key (FNV-1a of 32 bits). Two keys may share it, so that readers compare.
pub(super) fn hash(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
