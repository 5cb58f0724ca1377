//! What the format alone cannot say: sources that are used, dates in order, no doses.

use super::format::{BLOCKS, Block, Role};
use super::problem::{Problems, quote};
use super::tree::{self, Text};
use crate::model::{Date, Kind, SectionId, is_slug, slug};
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
    "µg",
    "μg",
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
    sources(BLOCKS, top, problems);
    publishers(top, problems);
    item_ids(top, problems);
    itself(id, top, problems);
    for (text, at) in every_text(top) {
        dose(text, &at, problems);
    }
}

/// Notes the amount of a medicine, if a text gives one.
pub(super) fn dose(text: &str, at: &Range<usize>, problems: &mut Problems<'_>) {
    if let Some(dose) = amount(text) {
        problems.add(
            &problems.within(at, &dose),
            format!("{} looks like a dose, and pages give no doses", quote(&dose)),
            Some("Say what the treatment does, and leave the amount to the doctor.".to_owned()),
        );
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
            Some("Mend the wrong one of the two dates.".to_owned()),
        );
    }
    if let (Some((checked, _)), Some((again, at))) = (&checked, &again) {
        // The 29th of February has no like three years on.
        let day = if checked.month == 2 { checked.day.min(28) } else { checked.day };
        let last = Date { year: checked.year + CHECK_YEARS, day, ..*checked };
        let what = if again <= checked {
            "not after the last check"
        } else if again > &last {
            "more than 3 years after the last check"
        } else {
            return;
        };
        problems.add(
            at,
            format!("`check_again` is {again}, {what}"),
            Some(format!("Write a day after {checked}, and not after {last}.")),
        );
    }
}

/// Every id named in a `src` must be a source, and every source must be named.
pub(super) fn sources(blocks: &[Block], top: &DeTable<'_>, problems: &mut Problems<'_>) {
    let mut known: BTreeMap<&str, Range<usize>> = BTreeMap::new();
    let mut all_named = true;
    for (source, _) in tree::blocks(top, "source") {
        let Some((id, at)) = tree::text(source, "id").filter(|(id, _)| is_slug(id)) else {
            all_named = false;
            continue;
        };
        if known.insert(id, at.clone()).is_some() {
            problems.add(
                &at,
                format!("two sources have the id {}", quote(id)),
                Some("Give one of them another id.".to_owned()),
            );
        }
    }
    let mut used = BTreeSet::new();
    for block in blocks {
        for (table, _) in tree::blocks(top, block.name) {
            for (id, at) in tree::list(table, "src") {
                used.insert(id);
                // A source with a bad id may be the one that is meant, and is reported itself.
                if all_named && !known.contains_key(id) && !known.is_empty() {
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
}

/// There must be two publishers, so that no page rests on one voice.
fn publishers(top: &DeTable<'_>, problems: &mut Problems<'_>) {
    let publishers: Vec<Text<'_>> = tree::blocks(top, "source")
        .filter_map(|(source, _)| tree::text(source, "publisher"))
        .collect();
    let names: BTreeSet<String> =
        publishers.iter().map(|(name, _)| name.trim().to_lowercase()).collect();
    if let (1, Some((_, last))) = (names.len(), publishers.last()) {
        problems.add(
            last,
            "all sources have the same publisher",
            Some(
                "A page rests on two or more independent publishers: read another one.".to_owned(),
            ),
        );
    }
}

/// Ids must be unique in a section, because an address leads to one item.
fn item_ids(top: &DeTable<'_>, problems: &mut Problems<'_>) {
    let mut seen: BTreeMap<(SectionId, String), &str> = BTreeMap::new();
    for block in BLOCKS {
        if let Role::Fact(_) = block.role
            && top.contains_key(block.name)
        {
            seen.insert((SectionId::Overview, slug(block.name)), block.name);
        }
    }
    for block in BLOCKS {
        let Role::Items(kind) = block.role else { continue };
        let name_key = if kind == Kind::Disagreement { "about" } else { "name" };
        for (table, _) in tree::blocks(top, block.name) {
            let own = tree::text(table, "id");
            let is_own = own.is_some();
            let made = tree::text(table, name_key).map(|(name, at)| (slug(name), at));
            let Some((id, at)) = own.map(|(id, at)| (id.to_owned(), at)).or(made) else {
                continue;
            };
            if id.is_empty() || id.bytes().all(|b| b.is_ascii_digit()) {
                let from = if is_own { "id" } else { name_key };
                problems.add(
                    &at,
                    format!("this {from} has no plain letter, so that no address can name it"),
                    Some(if is_own || kind == Kind::Disagreement {
                        "Put a letter from a to z into it.".to_owned()
                    } else {
                        "Put a letter from a to z into it, or add id = \"...\".".to_owned()
                    }),
                );
                continue;
            }
            let other = seen.insert((SectionId::of_kind(kind), id.clone()), block.name);
            // Sources of one id are reported where sources are counted.
            if let Some(other) = other.filter(|other| kind != Kind::Source || *other != "source") {
                let place = if other == block.name {
                    format!("two blocks [[{other}]] have")
                } else {
                    format!("`{other}` and this `{}` both have", block.name)
                };
                problems.add(
                    &at,
                    format!("{place} the id {}", quote(&id)),
                    Some(if kind == Kind::Disagreement {
                        "Word one of them in another way.".to_owned()
                    } else {
                        "Give one of them another name, or its own id = \"...\".".to_owned()
                    }),
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
        if matches!(block.role, Role::Items(Kind::Source) | Role::Entry) {
            continue;
        }
        for (table, _) in tree::blocks(top, block.name) {
            for key in ["name", "about", "group", "text", "do", "looks_for", "works_on"] {
                texts.extend(tree::text(table, key));
            }
            texts.extend(tree::list(table, "side_effects"));
        }
    }
    texts
}

/// Returns a number with a unit of dose, such as `50 mg`, if the text holds one, as it stands there.
fn amount(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.iter().enumerate().find_map(|(n, word)| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let rest = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        if rest.len() == word.len() {
            return None;
        }
        let next = words.get(n + 1).copied().unwrap_or_default();
        let unit = if rest.is_empty() { next } else { rest };
        // A unit may be one of several, as in "5 mg/kg" and "20-mg".
        let unit = unit.split('/').next().unwrap_or_default();
        let unit = unit.trim_matches(|c: char| !c.is_alphanumeric());
        DOSE_UNITS
            .contains(&unit.to_lowercase().as_str())
            .then(|| if rest.is_empty() { format!("{word} {unit}") } else { word.to_owned() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doses_are_seen_and_other_numbers_are_not() {
        for text in [
            "take 50 mg a day",
            "500mg.",
            "about 2.5 ml",
            "(100 units)",
            "5 mg/kg",
            "20-mg",
            "8 µg",
        ] {
            assert!(amount(text).is_some(), "{text}");
        }
        for text in ["every 3 to 4 months", "1 in 7 people", "In 2016 a study", "aged 40."] {
            assert_eq!(amount(text), None, "{text}");
        }
    }
}
