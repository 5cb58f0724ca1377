//! What a search says above its hits, the same in every front end.

use crate::document::{NOT_FINDING, and_list, count, nothing_found};
use crate::library::Library;
use crate::model::{Address, SectionId, clean};
use crate::search::{Fit, Hit, Results};

/// What is said where the words may mean an emergency.
const EMERGENCY: &str =
    "These words can mean an emergency. If it is happening now, call your emergency number.";

/// Returns the sentences that stand above the hits: what to do in an emergency, and how the best
/// hits were found where they are not what was typed.
pub fn above_hits(results: &Results, typed: &str) -> Vec<String> {
    emergency(results).into_iter().chain(nearness(results, typed)).collect()
}

/// Returns how the best hit was found, where it is not what was typed.
pub fn nearness(results: &Results, typed: &str) -> Option<String> {
    let typed = clean(typed.trim());
    Some(match results.hits.first()?.fit {
        Fit::Exact => return None,
        Fit::Kindred => format!("Nothing for \"{typed}\" as typed. Other words for it:"),
        Fit::Similar => format!("No exact match for \"{typed}\". Similar spelling:"),
        Fit::Partly => format!("Nothing has all words of \"{typed}\". These have some:"),
    })
}

/// Returns what is said where the words may mean an emergency, with the place that says what to do.
pub fn emergency(results: &Results) -> Option<String> {
    let alarm = results.alarm.as_ref()?;
    let place = alarm.help.as_ref().map(|hit| {
        format!(
            " {}, under {}, says what to do.",
            clean(&hit.condition),
            SectionId::GetHelp.title()
        )
    });
    Some(format!("{EMERGENCY}{}", place.unwrap_or_default()))
}

/// Returns what is said where nothing was found: that, words that are near, other doors, and what it
/// does not mean.
pub fn nothing(results: &Results, typed: &str, conditions: usize) -> Vec<String> {
    let mut said: Vec<String> = emergency(results).into_iter().collect();
    said.push(nothing_found(typed, conditions));
    if !results.close.is_empty() {
        let words: Vec<String> = results.close.iter().map(|word| format!("\"{word}\"")).collect();
        said.push(format!("Words here that are spelt nearly so: {}.", and_list(&words)));
    }
    said.push(NOT_FINDING.to_owned());
    said
}

/// Returns in how many other conditions the same stands as a hit, and in which, in words.
pub fn others(hit: &Hit, library: &Library) -> Option<String> {
    if hit.others.is_empty() {
        return None;
    }
    let names: Vec<String> = hit
        .others
        .iter()
        .filter_map(|address| library.card(&address.condition))
        .map(|card| clean(&card.name).into_owned())
        .collect();
    let many = count(hit.others.len(), "other condition", "other conditions");
    Some(format!("In {many} too: {}", and_list(&names)))
}

/// Returns the hit as it stands at another of its places.
pub fn at(hit: &Hit, address: &Address, library: &Library) -> Hit {
    let found = library.find(address).ok();
    let condition = found.as_ref().map(|found| found.condition.name.clone());
    let place = found.and_then(|found| {
        let (place, _) = found.item?;
        Some((place + 1, found.section?.items.len()))
    });
    let mut there = hit.clone();
    there.address = address.clone();
    there.condition = condition.unwrap_or_default();
    there.place = place;
    there.others = Vec::new();
    there
}
