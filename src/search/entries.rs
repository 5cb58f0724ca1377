//! The entries of a library: one for each condition, each section and each item.

use super::entry::Entry;
use super::section_words::section_words;
use crate::library::{Found, Library, Sought};
use crate::model::{Address, Condition, Detail, Item, Kind, Level, Section, SectionId};

/// Makes the entries of a library: conditions in the order of their names, then the glossary. Decodes
/// every condition.
pub fn entries(library: &Library) -> Vec<Entry> {
    let mut entries = Vec::new();
    for card in library.cards() {
        let Some(condition) = library.condition(&card.id) else { continue };
        let of = super::table::number(entries.len());
        entries.push(whole(condition, card.links));
        for section in condition.sections.iter().filter(|section| !section.is_empty()) {
            if section.id == SectionId::Sources {
                continue;
            }
            entries.push(whole_section(condition, section, of, card.links));
            for (place, item) in section.items.iter().enumerate() {
                let mut entry = part(condition, section, item, of, card.links);
                entry.place = Some((place + 1, section.items.len()));
                entries.push(entry);
            }
        }
        // Where sources differ stands among the sources, which are not searched themselves.
        let sources = condition.section(SectionId::Sources);
        for (place, item) in sources.items.iter().enumerate() {
            if item.kind != Kind::Source {
                let mut entry = part(condition, sources, item, of, card.links);
                entry.place = Some((place + 1, sources.items.len()));
                entries.push(entry);
            }
        }
    }
    let terms = &library.glossary().terms;
    entries.extend(
        terms
            .iter()
            .enumerate()
            .map(|(place, term)| Entry { place: Some((place + 1, terms.len())), ..of_term(term) }),
    );
    entries
}

fn of_term(term: &Item) -> Entry {
    Entry {
        names: term.also_called().to_vec(),
        words: term.search_words.clone(),
        text: term.text.clone(),
        ..Entry::new(Address::term(&term.id), Kind::Term, &term.name)
    }
}

/// Returns the text that is searched at a place: what it says, paragraphs joined.
pub(super) fn text_of(sought: &Sought<'_>) -> String {
    match sought {
        Sought::Page(found) => text_in(found),
        Sought::Glossary(term) => term.map(|(_, term)| term.text.clone()).unwrap_or_default(),
    }
}

fn text_in(found: &Found<'_>) -> String {
    match (found.section, found.item) {
        (Some(_), Some((_, item))) => item_text(item),
        // The items of a section are found themselves; its opening words add nothing to them.
        (Some(_), None) => String::new(),
        _ => opening(found.condition),
    }
}

fn opening(condition: &Condition) -> String {
    let opening = condition.sections.first().and_then(|section| section.text.as_ref());
    opening.map_or_else(
        || condition.summary.clone(),
        |passage| format!("{} {}", condition.summary, passage.text.replace("\n\n", " ")),
    )
}

fn item_text(item: &Item) -> String {
    let text = item.text.replace("\n\n", " ");
    match &item.detail {
        Detail::RedFlag { action, .. } => format!("{text} {action}"),
        Detail::Treatment { side_effects, .. } if !side_effects.is_empty() => {
            format!("{text} Side effects: {}.", side_effects.join(", "))
        }
        _ => text,
    }
}

fn whole(condition: &Condition, links: usize) -> Entry {
    Entry {
        names: condition.names().skip(1).map(str::to_owned).collect(),
        words: condition.search_words.clone(),
        text: opening(condition),
        weight: links,
        ..Entry::new(Address::condition(&condition.id), Kind::Condition, &condition.name)
    }
}

fn whole_section(condition: &Condition, section: &Section, of: u32, links: usize) -> Entry {
    let address = Address::section(&condition.id, section.id);
    Entry {
        words: section_words(section.id).iter().map(|words| (*words).to_owned()).collect(),
        of: vec![of],
        weight: links,
        ..Entry::new(address, Kind::Section, section.id.title())
    }
}

fn part(condition: &Condition, section: &Section, item: &Item, of: u32, links: usize) -> Entry {
    let address = Address::item(&condition.id, section.id, &item.id);
    Entry {
        words: item.search_words.clone(),
        text: item_text(item),
        of: vec![of],
        weight: links,
        urgent: matches!(
            item.detail,
            Detail::RedFlag { level: Level::Emergency | Level::Urgent, .. }
        ),
        ..Entry::new(address, item.kind, &item.name)
    }
}
