//! The help: a field that filters, and every command with its keys.

use super::Focus;
use super::paint::{Paint, row};
use super::results::field;
use crate::document::Role;
use crate::tui::help::{Help, Row};
use crate::tui::layout::{HELP_ABOVE, below};
use crate::tui::list::Focus as Keys;
use crate::tui::theme::Part;
use ratatui::layout::{Position, Rect};

/// Columns of the names of keys.
const KEYS: u16 = 28;

pub(super) fn draw(help: &Help, paint: &mut Paint<'_>, area: Rect) -> Focus {
    let mut focus = field(paint, row(area, 0), "Type to filter: ", &help.finder);
    let list = below(area, HELP_ABOVE);
    if help.rows.is_empty() {
        paint.words(row(list, 0), &[(Part::Words(Role::Text), "No command has this name.")]);
    }
    let choice = help.finder.choice;
    for (n, entry) in help.rows.iter().enumerate().skip(choice.top).take(usize::from(list.height)) {
        let at = row(list, n - choice.top);
        match entry {
            Row::Group(name) => {
                paint.words(at, &[(Part::Words(Role::Heading), name)]);
            }
            Row::Command { keys, about, .. } => {
                let width = KEYS.min(at.width / 2);
                paint.words(
                    Rect { x: at.x + 2.min(at.width), width: width.saturating_sub(2), ..at },
                    &[(Part::Words(Role::Name), keys)],
                );
                let rest = Rect { x: at.x + width, width: at.width - width, ..at };
                paint.words(rest, &[(Part::Words(Role::Text), about)]);
            }
        }
        if n == choice.row && help.finder.focus == Keys::List {
            paint.over(at, Part::Focus);
            focus = Focus(Position::new(at.x, at.y));
        }
    }
    focus
}
