//! From the library to documents: which words stand where.

mod explain;
mod front;
mod glossary;
mod item;

use super::block::{Block, BlockKind, Document, Role, Target};
use super::words::{and_list, count, numbers};
use crate::library::{Found, Library, Sought};
use crate::model::{Address, Condition, Kind, Passage, Section, SectionId, WordSet};

/// Makes documents out of a library.
#[derive(Clone, Copy, Debug)]
pub struct Composer<'a> {
    library: &'a Library,
}

impl<'a> Composer<'a> {
    /// Composes from a library.
    pub fn of(library: &'a Library) -> Self {
        Self { library }
    }

    /// Returns the document for what an address leads to.
    pub fn sought(self, sought: &Sought<'_>) -> Document {
        match sought {
            Sought::Page(found) => self.found(found),
            Sought::Glossary(None) => self.glossary(),
            Sought::Glossary(Some((place, _))) => self.term(*place),
        }
    }

    /// Returns the document for a part of a condition.
    pub fn found(self, found: &Found<'_>) -> Document {
        match (found.section, found.item) {
            (Some(section), Some((place, _))) => self.item(found.condition, section.id, place),
            (Some(section), None) => self.section(found.condition, section.id),
            _ => self.condition(found.condition),
        }
    }

    /// Returns the whole page of a condition, all sections in reading order.
    pub fn condition(self, condition: &Condition) -> Document {
        let mut document = Document::titled(&condition.name);
        for section in &condition.sections {
            document.push(
                Block::all(BlockKind::Section, Role::Heading, section.id.title())
                    .to(Target::Place(Address::section(&condition.id, section.id))),
            );
            self.body(&mut document, condition, section);
        }
        document.push(Self::closing());
        explain::words(&mut document, self.library, condition);
        document
    }

    /// Returns one section of a condition.
    pub fn section(self, condition: &Condition, id: SectionId) -> Document {
        let mut document = Document::titled(format!("{}: {}", condition.name, id.title()));
        self.body(&mut document, condition, condition.section(id));
        explain::words(&mut document, self.library, condition);
        document
    }

    /// Returns the sections of a condition as a menu.
    pub fn contents(self, condition: &Condition) -> Document {
        let mut document = Document::titled(&condition.name);
        document.push(Block::new(BlockKind::Paragraph, condition.summary.as_str()));
        document.push(Block::all(BlockKind::Group, Role::Heading, "Sections"));
        for section in &condition.sections {
            let items = match section.items.len() {
                0 => String::new(),
                many => format!(", {}", count(many, "item", "items")),
            };
            let place = Target::Place(Address::section(&condition.id, section.id));
            let words = format!("{}{items}", section.id.title());
            document.push(Block::new(BlockKind::Choice, words).to(place));
        }
        document
    }

    /// Returns one item, as it stands in its section.
    pub fn item(self, condition: &Condition, id: SectionId, place: usize) -> Document {
        let mut document = self.section(condition, id);
        document.blocks.retain(|block| {
            block.kind == BlockKind::Title
                || block.item == Some(place) && block.kind != BlockKind::Group
        });
        document
    }

    /// Returns the name of a condition, or its slug if it is not in the library.
    fn name(self, id: &str) -> String {
        self.library.card(id).map_or_else(|| id.to_owned(), |card| card.name.clone())
    }

    /// Returns the words that lead to a place: `Cervical dystonia: Treatment`.
    fn place_name(self, address: &Address) -> String {
        let name = self.name(&address.condition);
        // Only the name of an item needs its page to be decoded.
        let item = address.item.as_ref().and_then(|_| self.library.find(address).ok()?.item);
        match (item, address.section) {
            (Some((_, item)), _) => format!("{name}: {}", item.name),
            (None, Some(section)) => format!("{name}: {}", section.title()),
            (None, None) => name,
        }
    }

    /// Adds what a section says after its heading.
    fn body(self, document: &mut Document, condition: &Condition, section: &Section) {
        if section.id == SectionId::Overview {
            front::opening(document, condition);
        }
        // What needs help at once stands before everything that can wait.
        let signs_first = section.id == SectionId::GetHelp && !section.items.is_empty();
        if let Some(passage) = section.text.as_ref().filter(|_| !signs_first) {
            paragraphs(document, passage, None);
        }
        if section.id == SectionId::Overview {
            front::facts(document, condition);
        }
        if section.id == SectionId::Sources {
            front::record(document, condition);
        }
        if section.is_empty() {
            document.push(Block::new(
                BlockKind::Paragraph,
                "No good source was found for this section.",
            ));
        }
        self.items(document, section);
        if let Some(passage) = section.text.as_ref().filter(|_| signs_first) {
            document.push(Block::all(BlockKind::Group, Role::Heading, "When to see a doctor"));
            paragraphs(document, passage, None);
        }
        if section.id == SectionId::Overview {
            self.related(document, condition);
        }
    }

    /// Adds the items with the headings above their groups and, before a list, its length.
    fn items(self, document: &mut Document, section: &Section) {
        if section.id != SectionId::Overview && !section.items.is_empty() {
            document.push(Block::all(BlockKind::Paragraph, Role::Quiet, length(section)));
        }
        let mut group: Option<String> = None;
        for (place, item) in section.items.iter().enumerate() {
            let above = item::group(item);
            if above != group {
                group.clone_from(&above);
                if let Some(heading) = above {
                    document
                        .push(Block::all(BlockKind::Group, Role::Heading, heading).of_item(place));
                }
            }
            let at = item::At::in_list(place, section.items.len());
            item::compose(document, at, item, self);
        }
    }

    fn related(self, document: &mut Document, condition: &Condition) {
        if condition.related.is_empty() {
            return;
        }
        document.push(Block::all(BlockKind::Group, Role::Heading, "Related conditions"));
        for id in &condition.related {
            let mut block = Block::new(BlockKind::Link, "See also: ");
            block.push(Role::Link, &self.name(id));
            document.push(block.to(Target::Place(Address::condition(id))));
        }
    }

    fn closing() -> Block {
        Block::new(
            BlockKind::Notice,
            "This is information, not a diagnosis. No doctor has checked this text. \
             In an emergency call your local emergency number.",
        )
    }
}

/// Returns the sentence that says how long a list is.
fn length(section: &Section) -> String {
    let (one, many) = match section.id {
        SectionId::GetHelp => ("sign", "signs"),
        SectionId::Symptoms => ("symptom", "symptoms"),
        SectionId::Causes => ("cause", "causes"),
        SectionId::Complications => ("complication", "complications"),
        SectionId::Diagnosis => ("test", "tests"),
        SectionId::Treatment => ("treatment", "treatments"),
        SectionId::Coping => ("tip", "tips"),
        SectionId::Alternative => ("alternative treatment", "alternative treatments"),
        SectionId::Sources => ("source", "sources"),
        SectionId::Overview | SectionId::Support => ("item", "items"),
    };
    let differ = section.items.iter().filter(|item| item.kind == Kind::Disagreement).count();
    let items = section.items.len() - differ;
    let verb = if items == 1 { "is" } else { "are" };
    let list = format!("There {verb} {}", count(items, one, many));
    match differ {
        0 => format!("{list}."),
        _ => format!("{list}, and {} where they differ.", count(differ, "point", "points")),
    }
}

/// Adds paragraphs and the line of their sources.
fn paragraphs(document: &mut Document, passage: &Passage, item: Option<usize>) {
    for text in passage.text.split("\n\n").filter(|text| !text.is_empty()) {
        document.push(Block { item, ..Block::new(BlockKind::Paragraph, text) });
    }
    sources(document, &passage.sources, item);
}

fn sources(document: &mut Document, sources: &[usize], item: Option<usize>) {
    if !sources.is_empty() {
        let words = format!("{}.", numbers(sources));
        let block = Block::all(BlockKind::Sources, Role::Quiet, words);
        document.push(Block { item, ..block.to(Target::Sources(sources.to_vec())) });
    }
}

/// Returns how a name is said.
fn say_it(said: &str) -> Block {
    Block::all(BlockKind::SayIt, Role::Quiet, format!("Say it: {said}."))
}

/// Returns a block of facts, `Name: value. Name: value.`, if there is any.
fn facts_block(facts: &[(&str, Option<String>)]) -> Option<Block> {
    let mut block = Block::new(BlockKind::Facts, "");
    for (label, value) in facts {
        let Some(value) = value.as_deref().filter(|value| !value.is_empty()) else { continue };
        if !block.text.is_empty() {
            block.push(Role::Text, " ");
        }
        block.push(Role::Label, &format!("{label}:"));
        block.push(Role::Text, &format!(" {}.", value.trim_end_matches('.')));
    }
    (!block.text.is_empty()).then_some(block)
}

/// Returns members of a closed set as words in a list.
fn word_list<T: WordSet>(words: &[T]) -> Option<String> {
    let words: Vec<&str> = words.iter().map(|word| word.word()).collect();
    (!words.is_empty()).then(|| and_list(&words))
}
