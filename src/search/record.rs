//! Records: what can be found. One for each condition, each section and each item.

use super::fold::Folded;
use super::section_words::section_words;
use crate::library::Library;
use crate::model::{Address, Condition, Detail, Item, Kind, Section, SectionId};

/// The part of a record in which a query was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The name.
    Title,
    /// Another name, a brand or an everyday word.
    Alias,
    /// The text.
    Text,
}

impl Field {
    /// Returns the word for the field in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Alias => "alias",
            Self::Text => "text",
        }
    }
}

/// A text as it is shown and as it is compared.
#[derive(Clone, Debug)]
pub(super) struct Searched {
    pub(super) shown: String,
    pub(super) folded: Folded,
}

impl Searched {
    fn of(shown: &str) -> Self {
        Self { shown: shown.to_owned(), folded: Folded::of(shown) }
    }
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) address: Address,
    pub(super) kind: Kind,
    pub(super) condition: String,
    /// The place in its section and the number of items there, counted from 1; none for conditions.
    pub(super) place: Option<(usize, usize)>,
    pub(super) title: Searched,
    /// Other names of the same thing.
    pub(super) names: Vec<Searched>,
    /// Words that lead here: everyday words, brands, misspellings.
    pub(super) aliases: Vec<Searched>,
    pub(super) text: Searched,
    /// The names of the condition, so that "dystonia botox" finds the treatment there.
    pub(super) context: Folded,
    /// How many other conditions point to this condition.
    pub(super) links: usize,
}

/// Makes the records of a library, conditions in the order of their names.
pub(super) fn records(library: &Library) -> Vec<Record> {
    let mut records = Vec::new();
    for card in library.cards() {
        let Some(condition) = library.condition(&card.id) else { continue };
        records.push(whole(condition, card.links));
        let names: Vec<&str> = condition.names().collect();
        let context = Folded::of(&names.join(" "));
        for section in condition.sections.iter().filter(|section| !section.is_empty()) {
            if section.id != SectionId::Sources {
                records.push(whole_section(condition, section, &context, card.links));
            }
            for (place, item) in section.items.iter().enumerate() {
                if item.kind != Kind::Source {
                    let address = Address::item(&condition.id, section.id, &item.id);
                    let place = (place + 1, section.items.len());
                    records.push(part(condition, item, address, place, &context, card.links));
                }
            }
        }
    }
    records
}

fn whole(condition: &Condition, links: usize) -> Record {
    let opening = condition.sections.first().and_then(|section| section.text.as_ref());
    let text = opening.map_or_else(
        || condition.summary.clone(),
        |passage| format!("{} {}", condition.summary, passage.text.replace("\n\n", " ")),
    );
    Record {
        address: Address::condition(&condition.id),
        kind: Kind::Condition,
        condition: condition.name.clone(),
        place: None,
        title: Searched::of(&condition.name),
        names: condition.names().skip(1).map(Searched::of).collect(),
        aliases: condition.search_words.iter().map(|word| Searched::of(word)).collect(),
        text: Searched::of(&text),
        context: Folded::default(),
        links,
    }
}

fn whole_section(
    condition: &Condition,
    section: &Section,
    context: &Folded,
    links: usize,
) -> Record {
    Record {
        address: Address::section(&condition.id, section.id),
        kind: Kind::Section,
        condition: condition.name.clone(),
        place: None,
        title: Searched::of(section.id.title()),
        names: Vec::new(),
        aliases: section_words(section.id).iter().map(|words| Searched::of(words)).collect(),
        // The items of the section are found themselves; its opening words add nothing to them.
        text: Searched::of(""),
        context: context.clone(),
        links,
    }
}

fn part(
    condition: &Condition,
    item: &Item,
    address: Address,
    place: (usize, usize),
    context: &Folded,
    links: usize,
) -> Record {
    let mut text = item.text.replace("\n\n", " ");
    if let Detail::RedFlag { action, .. } = &item.detail {
        text = format!("{text} {action}");
    }
    if let Detail::Treatment { side_effects, .. } = &item.detail
        && !side_effects.is_empty()
    {
        text = format!("{text} Side effects: {}.", side_effects.join(", "));
    }
    Record {
        address,
        kind: item.kind,
        condition: condition.name.clone(),
        place: Some(place),
        title: Searched::of(&item.name),
        names: Vec::new(),
        aliases: item.search_words.iter().map(|word| Searched::of(word)).collect(),
        text: Searched::of(&text),
        context: context.clone(),
        links,
    }
}
