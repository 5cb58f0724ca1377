//! What the format alone cannot say: sources that are used, dates in order, no doses.

use super::format::{BLOCKS, Role};
use super::problem::{Problems, quote};
use super::tree::{self, Text};
use crate::model::{Date, Kind, slug};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use toml::de::DeTable;

/// The longest summary, in words.
const SUMMARY_MAX: usize = 20;

/// The longest time between two checks, in years.
const CHECK_YEARS: u16 = 3;

/// Words after a number that make it a dose.
const DOSE_UNITS: &[&str] = &[
    "mg",
    "mcg",
    "ug",
    "g",
    "ml",
    "iu",
    "unit",
    "units",
    "milligram",
    "milligrams",
    "microgram",
    "micrograms",
    "millilitre",
    "millilitres",
    "milliliter",
    "milliliters",
];

/// Checks one parsed page and notes what is wrong.
pub(super) fn condition(id: &str, top: &DeTable<'_>, problems: &mut Problems<'_>) {
    summary(top, problems);
    dates(top, problems);
    sources(top, problems);
    item_ids(top, problems);
    itself(id, top, problems);
    for (text, at) in every_text(top) {
        if let Some(dose) = dose(text) {
            problems.add(
                &at,
                format!("{} looks like a dose, and pages give no doses", quote(&dose)),
                Some("Say what the treatment does, and leave the amount to the doctor.".to_owned()),
            );
        }
    }
}

fn summary(top: &DeTable<'_>, problems: &mut Problems<'_>) {
    if let Some((text, at)) = tree::text(top, "summary") {
        let words = text.split_whitespace().count();
        if words > SUMMARY_MAX {
            problems.add(
                &at,
                format!("the summary has {words} words"),
                Some(format!("Say it in one sentence of at most {SUMMARY_MAX} words.")),
            );
        }
    }
}

fn dates(top: &DeTable<'_>, problems: &mut Problems<'_>) {
    let (written, checked, again) =
        (tree::date(top, "written"), tree::date(top, "checked"), tree::date(top, "check_again"));
    if let (Some((written, _)), Some((checked, at))) = (&written, &checked)
        && checked < written
    {
        problems.add(
            at,
            format!("the page was checked on {checked}, before it was written on {written}"),
            None,
        );
    }
    if let (Some((checked, _)), Some((again, at))) = (&checked, &again) {
        let last = Date { year: checked.year + CHECK_YEARS, ..*checked };
        if again <= checked || again > &last {
            problems.add(
                at,
                format!("`check_again` is {again}"),
                Some(format!("Write a day after {checked}, and not after {last}.")),
            );
        }
    }
}

/// Every id named in a `src` must be a source, every source must be named, and there must be two
/// publishers, so that no page rests on one voice.
fn sources(top: &DeTable<'_>, problems: &mut Problems<'_>) {
    let mut known: BTreeMap<&str, Range<usize>> = BTreeMap::new();
    let mut publishers = BTreeSet::new();
    let mut last = 0..0;
    for (source, at) in tree::blocks(top, "source") {
        publishers.extend(tree::text(source, "publisher").map(|(name, _)| name.to_lowercase()));
        last = at;
        if let Some((id, at)) = tree::text(source, "id")
            && known.insert(id, at.clone()).is_some()
        {
            problems.add(
                &at,
                format!("two sources have the id {}", quote(id)),
                Some("Give one of them another id.".to_owned()),
            );
        }
    }
    let mut used = BTreeSet::new();
    for block in BLOCKS {
        for (table, _) in tree::blocks(top, block.name) {
            for (id, at) in tree::list(table, "src") {
                used.insert(id);
                if !known.contains_key(id) && !known.is_empty() {
                    let hint = super::nearest::nearest(id, known.keys().copied()).map_or_else(
                        || "Add a [[source]] with this id.".to_owned(),
                        |near| format!("Did you mean \"{near}\"?"),
                    );
                    problems.add(&at, format!("there is no source {}", quote(id)), Some(hint));
                }
            }
        }
    }
    for (id, at) in known.iter().filter(|(id, _)| !used.contains(*id)) {
        problems.add(
            at,
            format!("the source {} is never used", quote(id)),
            Some("Name it in the `src` of what it says, or delete it.".to_owned()),
        );
    }
    if publishers.len() == 1 {
        problems.add(
            &last,
            "all sources have the same publisher",
            Some(
                "A page rests on two or more independent publishers: read another one.".to_owned(),
            ),
        );
    }
}

/// Ids must be unique in a section, because an address leads to one item.
fn item_ids(top: &DeTable<'_>, problems: &mut Problems<'_>) {
    for block in BLOCKS {
        let Role::Items(kind) = block.role else { continue };
        if matches!(kind, Kind::Source | Kind::Disagreement) {
            continue;
        }
        let mut seen = BTreeSet::new();
        for (table, _) in tree::blocks(top, block.name) {
            let own = tree::text(table, "id").map(|(id, at)| (id.to_owned(), at));
            let made = tree::text(table, "name").map(|(name, at)| (slug(name), at));
            let Some((id, at)) = own.or(made) else { continue };
            if id.is_empty() || id.bytes().all(|b| b.is_ascii_digit()) {
                problems.add(
                    &at,
                    "the name makes no id that an address can hold",
                    Some("Add `id = \"...\"` with small letters and hyphens.".to_owned()),
                );
            } else if !seen.insert(id.clone()) {
                problems.add(
                    &at,
                    format!("two items of [[{}]] have the id {}", block.name, quote(&id)),
                    Some("Give one of them another name, or its own `id`.".to_owned()),
                );
            }
        }
    }
}

/// A page that points to itself leads nowhere.
fn itself(id: &str, top: &DeTable<'_>, problems: &mut Problems<'_>) {
    for (other, at) in tree::list(top, "related") {
        if other == id {
            problems.add(
                &at,
                "the page names itself as related",
                Some("Delete it from the list.".to_owned()),
            );
        }
    }
}

/// Returns every text that readers will see, with its place.
fn every_text<'a>(top: &'a DeTable<'a>) -> Vec<Text<'a>> {
    let mut texts: Vec<Text<'a>> = tree::text(top, "summary").into_iter().collect();
    for block in BLOCKS {
        if matches!(block.role, Role::Items(Kind::Source) | Role::Fixed) {
            continue;
        }
        for (table, _) in tree::blocks(top, block.name) {
            for key in ["name", "text", "do", "looks_for", "works_on"] {
                texts.extend(tree::text(table, key));
            }
            texts.extend(tree::list(table, "side_effects"));
        }
    }
    texts
}

/// Returns a number with a unit of dose, such as `50 mg`, if the text holds one.
fn dose(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.iter().enumerate().find_map(|(n, word)| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let digits =
            word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        if digits.len() == word.len() {
            return None;
        }
        let unit =
            if digits.is_empty() { words.get(n + 1).copied().unwrap_or_default() } else { digits };
        let unit = unit.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        DOSE_UNITS
            .contains(&unit.as_str())
            .then(|| if digits.is_empty() { format!("{word} {unit}") } else { word.to_owned() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doses_are_seen_and_other_numbers_are_not() {
        for text in ["take 50 mg a day", "500mg.", "about 2.5 ml", "(100 units)"] {
            assert!(dose(text).is_some(), "{text}");
        }
        for text in ["every 3 to 4 months", "1 in 7 people", "In 2016 a study", "aged 40."] {
            assert_eq!(dose(text), None, "{text}");
        }
    }
}
