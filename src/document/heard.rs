//! A document as a voice gets it: the same words as everywhere, with a word for each heading, the
//! length before each list, and signs replaced by what they stand for.
//!
//! Both modes for screen readers take their text from here, so that they cannot part.

use super::block::{Block, BlockKind, Document, Target};
use super::words::count;
use crate::model::capital;
use crate::speech::{ascii, spoken};

/// How the place of something in a list is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// The number first, because it is what the reader types: `3. Neck pain.`
    Numbered,
    /// The name first, because the focus moves by names: `Neck pain, 3 of 8.`
    Placed,
}

/// Returns the document in printable ASCII, each block as it is heard. Blocks stay where they are,
/// with their items and targets; roles are gone. Links are numbered from 1, or said to be links.
pub fn heard(document: &Document, listing: Listing) -> Document {
    let mut links = 0;
    let mut blocks = Vec::with_capacity(document.blocks.len());
    for (place, block) in document.blocks.iter().enumerate() {
        let mut text = block_words(document, place, listing);
        match listing {
            Listing::Numbered if link(block).is_some() => {
                links += 1;
                text = format!("{text} Link {links}.");
            }
            Listing::Placed if leads(block) => text.push_str(" Link."),
            _ => {}
        }
        blocks.push(Block { text, spans: Vec::new(), ..block.clone() });
    }
    Document { title: spoken(&document.title), blocks }
}

/// Returns where a block leads that a reader follows by the number of the link.
pub fn link(block: &Block) -> Option<&Target> {
    let numbered = matches!(block.kind, BlockKind::Link | BlockKind::Notice);
    block.target.as_ref().filter(|_| numbered)
}

/// Returns whether a reader must be told that a block leads somewhere. A menu does so of itself.
fn leads(block: &Block) -> bool {
    let told = matches!(block.kind, BlockKind::Choice | BlockKind::Section);
    block.target.is_some() && !told
}

/// Returns words that end so that a voice pauses.
pub fn sentence(words: &str) -> String {
    let end = if words.ends_with(['.', '!', '?', ':']) { "" } else { "." };
    format!("{words}{end}")
}

fn block_words(document: &Document, place: usize, listing: Listing) -> String {
    let Some(block) = document.blocks.get(place) else { return String::new() };
    let words = sentence(&spoken(&block.text));
    match block.kind {
        BlockKind::Title => format!("Topic: {words}"),
        BlockKind::Section => format!("Heading: {words}"),
        BlockKind::Group => match below(document, place) {
            0 => format!("Heading: {words}"),
            items => format!("Heading: {words} {}.", capital(&count(items, "item", "items"))),
        },
        BlockKind::Notice => format!("Note: {words}"),
        // A full stop would become a part of the address.
        BlockKind::Web => ascii(&block.text),
        BlockKind::SayIt => say_it(&block.text),
        BlockKind::Explained => explained(&block.text),
        BlockKind::Item { number, of } if listing == Listing::Placed => {
            let name = block.text.strip_prefix(&format!("{number}. ")).unwrap_or(&block.text);
            placed(&spoken(name), number, of)
        }
        BlockKind::Choice => {
            let (number, of) = run(document, place);
            match listing {
                Listing::Numbered => format!("{number}. {words}"),
                Listing::Placed => placed(&spoken(&block.text), number, of),
            }
        }
        BlockKind::Item { .. }
        | BlockKind::Paragraph
        | BlockKind::Facts
        | BlockKind::Sources
        | BlockKind::Link => words,
    }
}

/// Returns a name with its place: `Neck pain, 3 of 8.`
pub fn placed(name: &str, number: usize, of: usize) -> String {
    format!("{}, {number} of {of}.", name.trim_end_matches('.'))
}

/// Returns how many items or choices stand below a heading, up to the next one.
fn below(document: &Document, heading: usize) -> usize {
    let blocks = document.blocks.iter().skip(heading + 1);
    blocks
        .take_while(|block| !matches!(block.kind, BlockKind::Group | BlockKind::Section))
        .filter(|block| matches!(block.kind, BlockKind::Item { .. } | BlockKind::Choice))
        .count()
}

/// Returns the place of a line in its menu, counted from 1, and the length of the menu.
fn run(document: &Document, place: usize) -> (usize, usize) {
    let is = |block: &&Block| block.kind == BlockKind::Choice;
    let (above, rest) = document.blocks.split_at(place);
    let before = above.iter().rev().take_while(is).count();
    (before + 1, before + rest.iter().take_while(is).count())
}

/// Returns what a word means, and how it is said in words.
fn explained(text: &str) -> String {
    match text.split_once(" Say it: ") {
        Some((words, said)) => format!("{} {}", sentence(&spoken(words)), say_it(said)),
        None => sentence(&spoken(text)),
    }
}

/// Returns how a name is said, in words: capitals are no stress to a voice, and a braille reader
/// finds the stressed part named.
fn say_it(text: &str) -> String {
    let stressed: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| part.len() > 1 && part.chars().all(char::is_uppercase))
        .map(str::to_lowercase)
        .collect();
    let said = text.trim_end_matches('.').replacen("Say it: ", "", 1).to_lowercase();
    let said = ascii(&said.replace('-', " "));
    match stressed.as_slice() {
        [one] => format!("Say it: {said}. Stress: {}.", ascii(one)),
        [] => format!("Say it: {said}."),
        many => format!("Say it: {said}. Stress: {}.", ascii(&many.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Role;

    fn page() -> Document {
        let mut document = Document::titled("Marl: Treatment");
        document.push(Block::new(BlockKind::SayIt, "Say it: MARL-uh."));
        document.push(Block::new(BlockKind::Group, "Injections"));
        let mut name = Block::new(BlockKind::Item { number: 1, of: 2 }, "1. ");
        name.push(Role::Name, "Long-term care");
        document.push(name.of_item(0));
        let sources = Block::new(BlockKind::Sources, "Source 4.").to(Target::Sources(vec![4]));
        document.push(sources.of_item(0));
        document.push(Block::new(BlockKind::Web, "https://a.org/x-y").of_item(0));
        let other = Target::Place("other".parse().unwrap());
        document.push(Block::new(BlockKind::Link, "See also: Other").to(other));
        document
    }

    fn said(listing: Listing) -> Vec<String> {
        heard(&page(), listing).blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn headings_are_announced_with_their_length_and_links_are_numbered() {
        assert_eq!(
            said(Listing::Numbered),
            [
                "Topic: Marl: Treatment.",
                "Say it: marl uh. Stress: marl.",
                "Heading: Injections. 1 item.",
                "1. Long term care.",
                "Source 4.",
                "https://a.org/x-y",
                "See also: Other. Link 1.",
            ]
        );
    }

    #[test]
    fn a_name_stands_first_with_its_place_behind_it() {
        let said = said(Listing::Placed);
        assert_eq!(said[3], "Long term care, 1 of 2.");
        assert_eq!(said[4], "Source 4. Link.");
        assert_eq!(said[6], "See also: Other. Link.");
    }

    #[test]
    fn lines_of_a_menu_are_counted_in_their_own_run() {
        let mut document = Document::titled("T");
        for words in ["a", "b"] {
            document.push(Block::new(BlockKind::Choice, words));
        }
        document.push(Block::new(BlockKind::Group, "Names"));
        document.push(Block::new(BlockKind::Choice, "c"));
        let said: Vec<String> =
            heard(&document, Listing::Placed).blocks.into_iter().map(|b| b.text).collect();
        assert_eq!(
            said[1..],
            ["a, 1 of 2.", "b, 2 of 2.", "Heading: Names. 1 item.", "c, 1 of 1."]
        );
    }
}
