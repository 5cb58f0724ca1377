//! The help: every command with its keys, filtered by what is typed.

use super::action::Action;
use super::keymap::{bindings, heard_key, shown_key};
use super::list::Finder;
use crate::document::{Block, BlockKind, Document, Role};
use crate::model::capital;
use crate::search::fold;

/// A row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A heading.
    Group(&'static str),
    /// A command: its keys, what it does, and the action that opening the row runs.
    Command { keys: String, about: &'static str, action: Action },
}

/// The state of the help.
#[derive(Debug)]
pub(super) struct Help {
    pub(super) finder: Finder,
    pub(super) rows: Vec<Row>,
}

impl Help {
    /// Opens with all commands.
    pub(super) fn open() -> Self {
        let mut help = Self { finder: Finder::default(), rows: Vec::new() };
        help.filter();
        help
    }

    /// Keeps the commands that hold every typed word.
    pub(super) fn filter(&mut self) {
        let typed = fold(self.finder.input.value());
        let words: Vec<&str> = typed.split(' ').filter(|word| !word.is_empty()).collect();
        self.rows.clear();
        let mut group = "";
        for binding in bindings() {
            let keys: Vec<String> = binding.keys.iter().map(|key| shown_key(key)).collect();
            let text = fold(&format!("{} {} {}", binding.about, binding.group, keys.join(" ")));
            if !words.iter().all(|word| text.contains(word)) {
                continue;
            }
            if binding.group != group {
                group = binding.group;
                self.rows.push(Row::Group(group));
            }
            self.rows.push(Row::Command {
                keys: keys.join("  "),
                about: binding.about,
                action: binding.action,
            });
        }
        let first = self.rows.iter().position(|row| matches!(row, Row::Command { .. }));
        self.finder.choice.row = first.unwrap_or_default();
        self.finder.choice.top = 0;
    }

    /// Returns the action of the chosen row.
    pub(super) fn chosen(&self) -> Option<Action> {
        match self.rows.get(self.finder.choice.row)? {
            Row::Command { action, .. } => Some(action.clone()),
            Row::Group(_) => None,
        }
    }
}

/// Returns the help as a page to read: every command with its keys in words.
pub(super) fn help_page() -> Document {
    let mut document = Document::titled("Help: keys and commands");
    document.push(Block::new(
        BlockKind::Paragraph,
        "The cursor stands on the row that has the focus. Every command has a plain key.",
    ));
    let mut group = "";
    for binding in bindings() {
        if binding.group != group {
            group = binding.group;
            document.push(Block::all(BlockKind::Group, Role::Heading, group));
        }
        let keys: Vec<String> = binding.keys.iter().map(|key| heard_key(key)).collect();
        let words = format!("{}: {}", capital(&binding.about.to_lowercase()), keys.join(" or "));
        document.push(Block::new(BlockKind::Paragraph, words));
    }
    document
}
