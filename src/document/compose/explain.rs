//! What medical words mean, said where each first stands on a page.
//!
//! The explanation is a block of its own below the words that hold the term, and not a look or a key:
//! it is seen, heard and printed alike, and whoever knows the word passes over one line.

use crate::document::block::{Block, BlockKind, Document, Role, Target};
use crate::library::Library;
use crate::model::{Address, Condition, Detail, Item};
use std::collections::{BTreeMap, BTreeSet};

/// Adds an explanation for each term of the glossary, below the item or the text in which it first
/// stands. The names of the condition are explained by the page itself.
pub(super) fn words(document: &mut Document, library: &Library, condition: &Condition) {
    let glossary = library.glossary();
    if glossary.terms.is_empty() {
        return;
    }
    let mut forms = Forms::of(library);
    let mut told: BTreeSet<usize> = condition.names().flat_map(|name| forms.within(name)).collect();
    forms.add_conditions(library);
    let mut waiting: Vec<&Item> = Vec::new();
    let mut blocks: Vec<Block> = Vec::with_capacity(document.blocks.len());
    for block in document.blocks.drain(..) {
        let above = blocks.last().and_then(|above| above.item);
        let text = match block.kind {
            BlockKind::Paragraph => true,
            // At the top of a page stand lists of names and numbers.
            BlockKind::Facts => block.item.is_some(),
            _ => false,
        };
        if !text || block.item != above {
            blocks.extend(waiting.drain(..).map(|term| explanation(term, above)));
        }
        let name = name_of(&block);
        let words = if text { block.text.as_str() } else { name };
        for place in forms.within(words) {
            let Some(term) = glossary.terms.get(place) else { continue };
            // What an item is called is what it tells of.
            let its_name = !text && term.name.to_lowercase() == name.to_lowercase();
            if !its_name && told.insert(place) {
                waiting.push(term);
            }
        }
        blocks.push(block);
    }
    let above = blocks.last().and_then(|above| above.item);
    blocks.extend(waiting.drain(..).map(|term| explanation(term, above)));
    document.blocks = blocks;
}

/// Returns the name of an item, if the block is one.
fn name_of(block: &Block) -> &str {
    let name = block.spans.iter().find(|span| span.role == Role::Name);
    name.and_then(|span| block.text.get(span.range.clone())).unwrap_or_default()
}

/// Returns the forms in which a term stands in texts.
fn forms_of(term: &Item) -> impl Iterator<Item = &String> {
    std::iter::once(&term.name).chain(term.also_called())
}

fn explanation(term: &Item, item: Option<usize>) -> Block {
    let mut block = Block::new(BlockKind::Explained, "");
    block.push(Role::Label, "Word explained:");
    block.push(Role::Text, &format!(" {}", term.text));
    if let Detail::Term { say_it: Some(said), .. } = &term.detail {
        block.push(Role::Quiet, &format!(" Say it: {said}."));
    }
    Block { item, ..block.to(Target::Place(Address::term(&term.id))) }
}

/// The words of a form and the place of its term; none for the name of a condition, whose words mean
/// that condition and not what each of them means.
type Form<'a> = (Vec<&'a str>, Option<usize>);

/// The forms in which terms stand in texts, by their first words.
struct Forms<'a> {
    by_word: BTreeMap<String, Vec<Form<'a>>>,
}

impl<'a> Forms<'a> {
    fn of(library: &'a Library) -> Self {
        let mut forms = Self { by_word: BTreeMap::new() };
        for (place, term) in library.glossary().terms.iter().enumerate() {
            for form in forms_of(term) {
                forms.add(form, Some(place));
            }
        }
        forms
    }

    fn add_conditions(&mut self, library: &'a Library) {
        for card in library.cards() {
            for name in std::iter::once(&card.name).chain(&card.also_called) {
                self.add(name, None);
            }
        }
    }

    fn add(&mut self, form: &'a str, term: Option<usize>) {
        let words: Vec<&str> = split(form).collect();
        if let Some(first) = words.first() {
            self.by_word.entry(first.to_lowercase()).or_default().push((words, term));
        }
    }

    /// Returns the terms that stand in a text, in their order there.
    fn within(&self, text: &str) -> Vec<usize> {
        let words: Vec<&str> = split(text).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let forms = self.by_word.get(&word.to_lowercase()).map_or(&[][..], Vec::as_slice);
            let here = words.get(at..).unwrap_or_default();
            let form = forms
                .iter()
                .filter(|(form, _)| {
                    here.len() >= form.len() && form.iter().zip(here).all(|(a, b)| same(a, b))
                })
                // Of "nerve" and "nerve block", the longer one is meant.
                .max_by_key(|(form, _)| form.len());
            at += form.map_or(1, |(form, _)| form.len());
            found.extend(form.and_then(|(_, term)| *term));
        }
        found
    }
}

/// Returns the words of a text. A hyphen joins, an apostrophe ends a word.
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty())
}

/// Returns whether two words are the same. An abbreviation is one in capitals only.
fn same(form: &str, word: &str) -> bool {
    let capitals = form.len() > 1 && form.chars().all(|c| c.is_uppercase() || c.is_numeric());
    if capitals { form == word } else { form.to_lowercase() == word.to_lowercase() }
}
