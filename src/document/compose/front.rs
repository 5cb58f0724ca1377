//! The first words of a page, its record of trust, and the pages that belong to no condition.

use super::{Composer, facts_block, word_list};
use crate::document::block::{Block, BlockKind, Document, Door, Role, Target};
use crate::document::words::count;
use crate::editorial::reading;
use crate::model::{Address, Condition, SectionId};

/// Adds what stands first on a page: how to say the name, where help is, one sentence.
pub(super) fn opening(document: &mut Document, condition: &Condition) {
    if let Some(say_it) = &condition.say_it {
        document.push(super::say_it(say_it));
    }
    document.push(Block::new(BlockKind::Paragraph, condition.summary.as_str()));
    let mut block = Block::new(BlockKind::Notice, "");
    block.push(Role::Alert, "Emergency signs:");
    block.push(Role::Text, " read ");
    block.push(Role::Link, SectionId::GetHelp.title());
    block.push(Role::Text, ".");
    document.push(block.to(Target::Place(Address::section(&condition.id, SectionId::GetHelp))));
}

/// Adds the short facts of a page: names, areas, audience, codes.
pub(super) fn facts(document: &mut Document, condition: &Condition) {
    let joined = |words: &[String]| (!words.is_empty()).then(|| words.join(", "));
    let facts = [
        ("Also called", joined(&condition.also_called)),
        ("Short names", joined(&condition.short_names)),
        ("Parts of the body", word_list(&condition.body_areas)),
        ("Written for", word_list(&condition.audience)),
        ("Codes", joined(&condition.codes)),
    ];
    for fact in facts {
        document.blocks.extend(facts_block(&[fact]));
    }
}

/// Adds who wrote a page, who did not check it, and when.
pub(super) fn record(document: &mut Document, condition: &Condition) {
    document.push(Block::new(
        BlockKind::Paragraph,
        "The editors of rarebook wrote this page in their own words from the sources of this page. \
         No doctor has checked it.",
    ));
    document.blocks.extend(facts_block(&[
        ("Written on", Some(condition.written.in_words())),
        ("Checked against the sources on", Some(condition.checked.in_words())),
        ("To be checked again by", Some(condition.check_again.in_words())),
        ("Reads at school grade", Some(format!("{:.1}", reading(condition).grade))),
    ]));
}

impl Composer<'_> {
    /// Returns the first page: what this is, a greeting, where to go, and all conditions.
    pub fn home(self, greeting: &str) -> Document {
        let cards = self.library.cards();
        let mut document =
            Document::titled("rarebook: rare and long-term health conditions, offline");
        let conditions = match cards.len() {
            1 => "1 condition is".to_owned(),
            many => format!("{} are", count(many, "condition", "conditions")),
        };
        // Little stands before the first line to choose, so that both are seen on a small screen.
        document.push(Block::new(BlockKind::Paragraph, greeting));
        for (text, door) in [
            ("Search for a symptom, treatment or word", Door::Search),
            ("How to use this program", Door::Help),
            ("Where this text comes from", Door::About),
            ("Medical words explained", Door::Glossary),
        ] {
            document.push(Block::new(BlockKind::Choice, text).to(Target::Door(door)));
        }
        document.push(Block::all(BlockKind::Group, Role::Heading, "Conditions"));
        for card in cards {
            let place = Target::Place(Address::condition(&card.id));
            document.push(Block::new(BlockKind::Choice, card.name.as_str()).to(place));
        }
        document.push(Block::new(
            BlockKind::Paragraph,
            format!(
                "{conditions} on this computer. Nothing you read or type leaves it. \
                 No doctor has checked these pages."
            ),
        ));
        document
    }

    /// Returns the page about the program and its text.
    pub fn about(self) -> Document {
        let mut document = Document::titled("Where this text comes from");
        for text in [
            "The pages are written by the editors of rarebook, in their own words, from public sources \
             that an editor has read, many of them only in part. Every statement names its sources by \
             number, and each page ends with the list: who published it, its address, and the day on \
             which it was read.",
            "No doctor has checked the text. It is information to talk about with somebody who knows \
             you, and never a diagnosis. It gives no doses.",
            "Each page says when it was last checked against its sources, and by when it should be \
             checked again. Where sources differ, the page says so.",
            "The text is free to share under the licence Creative Commons Attribution 4.0 (CC BY 4.0). \
             The program is free under MIT or Apache 2.0.",
            "rarebook opens no network connection and keeps no record of what you read.",
            "Is something wrong, or is a symptom missing? Tell the editors through the project\'s issues, \
             with the address that the status line shows. The program itself sends nothing.",
        ] {
            document.push(Block::new(BlockKind::Paragraph, text));
        }
        document
    }
}
