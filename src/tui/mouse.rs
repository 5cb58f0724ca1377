//! The mouse: what lies under the pointer, clicks and the wheel.

use super::app::App;
use super::layout::Pane;
use super::list::{Finder, Focus};
use super::moves::{WHEEL, focus};
use ratatui::layout::{Position, Rect};

/// Chooses the row of a list under the pointer. Returns whether it was chosen before, so that the
/// second click opens it.
pub(super) fn click_in_finder(
    finder: &mut Finder,
    length: usize,
    list: Rect,
    at: Position,
) -> bool {
    if !list.contains(at) {
        finder.focus = Focus::Field;
        return false;
    }
    let row = finder.choice.top + usize::from(at.y - list.y);
    let again = finder.focus == Focus::List && finder.choice.row == row;
    if row < length {
        finder.focus = Focus::List;
        finder.choice.move_to(row, length, usize::from(list.height));
    }
    again && row < length
}

/// Returns the pane under a point, and the row of it that the point is on.
fn pane_at(app: &App<'_>, at: Position) -> Option<(Pane, usize)> {
    let layout = app.layout();
    let inside = |area: Option<Rect>, title: u16| {
        area.filter(|area| area.contains(at))
            .and_then(|area| at.y.checked_sub(area.y + title))
            .map(usize::from)
    };
    inside(layout.conditions, 1)
        .map(|row| (Pane::Conditions, row))
        .or_else(|| inside(layout.page, 0).map(|row| (Pane::Page, row)))
        .or_else(|| inside(layout.contents, 1).map(|row| (Pane::Contents, row)))
}

/// A click chooses a row. Returns whether it was chosen before and can be opened.
pub(super) fn click(app: &mut App<'_>, at: Position) -> bool {
    let Some((pane, row)) = pane_at(app, at) else { return false };
    let top = match pane {
        Pane::Conditions => app.conditions.top,
        Pane::Page => app.page.top,
        Pane::Contents => app.contents.top,
    };
    let chosen = top + row;
    if chosen >= app.length(pane) {
        return false;
    }
    let before = (app.pane, app.row(app.pane));
    focus(app, pane);
    app.move_to(pane, chosen);
    let opens = pane != Pane::Page || app.page.block().is_some_and(|block| block.target.is_some());
    before == (pane, chosen) && opens
}

/// The wheel moves the pane under the pointer.
pub(super) fn wheel(app: &mut App<'_>, at: Position, down: bool) {
    let pane = pane_at(app, at).map_or(app.pane, |(pane, _)| pane);
    let row = app.row(pane);
    app.move_to(pane, if down { row + WHEEL } else { row.saturating_sub(WHEEL) });
}
