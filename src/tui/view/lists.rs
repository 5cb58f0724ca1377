//! The lists beside the page: conditions, and the sections of one.

use super::Focus;
use super::paint::{Paint, cut, row};
use crate::document::Role;
use crate::model::{Kind, SectionId, WordSet};
use crate::tui::app::App;
use crate::tui::keymap::SECTION_KEYS;
use crate::tui::layout::Pane;
use crate::tui::list::Choice;
use crate::tui::theme::Part;
use ratatui::layout::{Position, Rect};

/// A row of a list.
struct Row {
    /// The key that opens it, or nothing.
    key: String,
    name: String,
    /// What stands at the right end.
    count: String,
    /// Whether the reader is there.
    current: bool,
}

pub(super) fn conditions(app: &App<'_>, paint: &mut Paint<'_>, area: Rect) -> Focus {
    let here = app.condition().map(|condition| condition.id.as_str());
    let rows: Vec<Row> = app
        .library
        .cards()
        .map(|card| Row {
            key: String::new(),
            name: card.name.clone(),
            count: String::new(),
            current: here == Some(card.id.as_str()),
        })
        .collect();
    let title = crate::document::count(rows.len(), "condition", "conditions");
    list(paint, area, &title, &rows, app.conditions, app.pane == Pane::Conditions)
}

pub(super) fn contents(app: &App<'_>, paint: &mut Paint<'_>, area: Rect) -> Focus {
    let condition = app.condition();
    let rows: Vec<Row> = SectionId::ALL
        .iter()
        .zip(SECTION_KEYS)
        .map(|(section, key)| {
            let items = condition.map_or(0, |condition| {
                let items = &condition.section(*section).items;
                items.iter().filter(|item| item.kind != Kind::Disagreement).count()
            });
            Row {
                key: format!("{key} "),
                name: short(*section).to_owned(),
                count: if items == 0 { String::new() } else { items.to_string() },
                current: app.section() == Some(*section),
            }
        })
        .collect();
    list(paint, area, "On this page", &rows, app.contents, app.pane == Pane::Contents)
}

/// Returns the title of a section, short enough for a narrow list.
fn short(section: SectionId) -> &'static str {
    match section {
        SectionId::GetHelp => "Get help",
        SectionId::Alternative => "Alternative",
        other => other.title(),
    }
}

fn list(
    paint: &mut Paint<'_>,
    area: Rect,
    title: &str,
    rows: &[Row],
    choice: Choice,
    focused: bool,
) -> Focus {
    paint.over(row(area, 0), Part::Rule);
    paint.words(row(area, 0), &[(Part::Title, title)]);
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let mut focus = body.as_position();
    for (n, entry) in rows.iter().enumerate().skip(choice.top).take(usize::from(body.height)) {
        let at = row(body, n - choice.top);
        let room = usize::from(at.width).saturating_sub(entry.key.len() + entry.count.len() + 1);
        let name = cut(&entry.name, room.max(1));
        let part = if entry.current { Part::Current } else { Part::Words(Role::Text) };
        let used = paint.words(at, &[(Part::Words(Role::Quiet), &entry.key), (part, &name)]);
        if !entry.count.is_empty() {
            paint.right(at, used.saturating_sub(1), Part::Words(Role::Quiet), &entry.count);
        }
        if n == choice.row {
            let key = u16::try_from(entry.key.len()).unwrap_or_default();
            focus = Position::new((at.x + key).min(at.right().saturating_sub(1)), at.y);
            if focused {
                paint.over(at, Part::Focus);
            }
        }
    }
    Focus(focus)
}
