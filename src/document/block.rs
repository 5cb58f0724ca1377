//! Blocks: what a document is made of.

use crate::model::Address;
use std::ops::Range;

/// A text for readers: a heading and blocks in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The title, also the text of the first block.
    pub title: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// One heading, paragraph, name of an item, line of facts or link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// The words, on one line however long.
    pub text: String,
    /// Roles of parts of the text, in order, not overlapping. The rest is ordinary text.
    pub spans: Vec<Span>,
    /// The item that the block belongs to, counted from 0 in its section.
    pub item: Option<usize>,
    /// Where the block leads when it is opened.
    pub target: Option<Target>,
}

/// What a block is. Front ends decide how it looks or sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The title of the document.
    Title,
    /// The heading of a section in a document that holds several.
    Section,
    /// The heading above a run of items.
    Group,
    /// The number and name of an item.
    Item {
        /// Its number, counted from 1.
        number: usize,
        /// How many items the section has.
        of: usize,
    },
    /// Running text.
    Paragraph,
    /// How to say the name: `Say it: dis-TOE-nee-uh.`, the stress in capitals.
    SayIt,
    /// Short facts in the form `Name: value.`
    Facts,
    /// What a word of the text above means.
    Explained,
    /// The numbers of the sources.
    Sources,
    /// A web address on a line of its own.
    Web,
    /// A link to another place.
    Link,
    /// A line of a menu.
    Choice,
    /// What must not be missed.
    Notice,
}

/// A part of a block's text with a role of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Bytes of the block's text.
    pub range: Range<usize>,
    /// What the part is.
    pub role: Role,
}

/// What a piece of text is for. Themes and renderers turn roles into looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// A title or heading.
    Heading,
    /// The name of an item.
    Name,
    /// The word before a fact, such as `Side effects:`.
    Label,
    /// The word for danger, such as `Emergency:`.
    Alert,
    /// What can be followed.
    Link,
    /// What can be passed over: numbers, sources, dates.
    Quiet,
}

/// Where a block leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a place in the handbook.
    Place(Address),
    /// To some sources of the condition, by number.
    Sources(Vec<usize>),
    /// To a part of the program.
    Door(Door),
}

/// A part of the program that a menu leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Search everything.
    Search,
    /// Keys and commands.
    Help,
    /// The words that are explained.
    Glossary,
    /// What the program is and where its text comes from.
    About,
}

impl Block {
    /// Makes a block without roles.
    pub fn new(kind: BlockKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), spans: Vec::new(), item: None, target: None }
    }

    /// Makes a block whose whole text has one role.
    pub fn all(kind: BlockKind, role: Role, text: impl Into<String>) -> Self {
        let mut block = Self::new(kind, "");
        block.push(role, &text.into());
        block
    }

    /// Adds words with a role to the end.
    pub fn push(&mut self, role: Role, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        if role != Role::Text && !text.is_empty() {
            self.spans.push(Span { range: start..self.text.len(), role });
        }
    }

    /// Returns the block with a place it leads to.
    #[must_use]
    pub fn to(mut self, target: Target) -> Self {
        self.target = Some(target);
        self
    }

    /// Returns the block as a part of an item.
    #[must_use]
    pub fn of_item(mut self, item: usize) -> Self {
        self.item = Some(item);
        self
    }

    /// Returns the pieces of a part of the text, each with its role.
    pub fn pieces(&self, part: Range<usize>) -> Vec<(Role, &str)> {
        let mut pieces = Vec::new();
        let mut at = part.start;
        let mut add = |range: Range<usize>, role| {
            if let Some(text) = self.text.get(range).filter(|text| !text.is_empty()) {
                pieces.push((role, text));
            }
        };
        for span in &self.spans {
            let (start, end) = (span.range.start.max(part.start), span.range.end.min(part.end));
            if start < end {
                add(at..start, Role::Text);
                add(start..end, span.role);
                at = end;
            }
        }
        add(at..part.end, Role::Text);
        pieces
    }
}

impl Document {
    /// Starts a document with its title.
    pub fn titled(title: impl Into<String>) -> Self {
        let title = title.into();
        let first = Block::all(BlockKind::Title, Role::Heading, title.as_str());
        Self { title, blocks: vec![first] }
    }

    /// Adds a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Returns the place of the block that names an item, counted from 0.
    pub fn block_of_item(&self, item: usize) -> Option<usize> {
        self.blocks.iter().position(|block| {
            block.item == Some(item) && matches!(block.kind, BlockKind::Item { .. })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_block_keeps_its_roles() {
        let mut block = Block::new(BlockKind::Facts, "");
        block.push(Role::Label, "Area:");
        block.push(Role::Text, " neck");
        assert_eq!(block.pieces(2..8), [(Role::Label, "ea:"), (Role::Text, " ne")]);
        assert_eq!(block.pieces(6..10), [(Role::Text, "neck")]);
    }
}
