//! Moving: rows, screens, items, sections, matches, panes.

use super::action::Action;
use super::app::App;
use super::layout::Pane;
use super::list::{Finder, Focus};
use crate::browse::Place;
use crate::document::{BlockKind, Target};
use crate::model::{SectionId, WordSet};

/// Rows that one step of the wheel moves.
pub(super) const WHEEL: usize = 3;

/// Returns the row after a move in a list of some length, if the action is such a move.
fn moved(action: &Action, row: usize, length: usize, height: usize) -> Option<usize> {
    let last = length.saturating_sub(1);
    Some(match action {
        Action::Down => (row + 1).min(last),
        Action::Up => row.saturating_sub(1),
        Action::ScreenDown => (row + height).min(last),
        Action::ScreenUp => row.saturating_sub(height),
        Action::HalfDown => (row + height / 2).min(last),
        Action::HalfUp => row.saturating_sub(height / 2),
        Action::Top => 0,
        Action::Bottom => last,
        _ => return None,
    })
}

/// Moves in the list below a text field. The way up from the first row leads to the field.
pub(super) fn in_finder(
    finder: &mut Finder,
    (length, height): (usize, usize),
    has_field: bool,
    action: &Action,
) -> bool {
    if let Action::Wheel { down, .. } = action {
        let row =
            if *down { finder.choice.row + WHEEL } else { finder.choice.row.saturating_sub(WHEEL) };
        finder.choice.move_to(row, length, height);
        return true;
    }
    let typing = finder.focus == Focus::Field;
    match action {
        Action::Down | Action::ScreenDown if typing => {
            if length > 0 {
                finder.focus = Focus::List;
            }
        }
        Action::Up | Action::ScreenUp if typing => {}
        Action::Up if finder.choice.row == 0 && has_field => finder.focus = Focus::Field,
        _ => {
            let Some(row) = moved(action, finder.choice.row, length, height).filter(|_| !typing)
            else {
                return false;
            };
            finder.choice.move_to(row, length, height);
        }
    }
    true
}

/// Carries out an action that moves in the focused pane or between panes. Returns whether it did.
pub(super) fn by_rows(app: &mut App<'_>, action: &Action) -> bool {
    let (pane, height) = (app.pane, app.height(app.pane));
    if let Some(row) = moved(action, app.row(pane), app.length(pane), height) {
        // A screen of text is a page turned whole, wherever on it the reader stood.
        match action {
            Action::ScreenDown if pane == Pane::Page => {
                app.page.top = (app.page.top + height).min(app.page.last());
            }
            Action::ScreenUp if pane == Pane::Page => {
                app.page.top = app.page.top.saturating_sub(height);
            }
            _ => {}
        }
        app.move_to(pane, row);
        return true;
    }
    match action {
        Action::NextItem => to_item(app, true),
        Action::PreviousItem => to_item(app, false),
        Action::NextSection => to_section(app, 1),
        Action::PreviousSection => to_section(app, -1),
        Action::NextMatch => to_match(app, 1),
        Action::PreviousMatch => to_match(app, -1),
        Action::NextPane => to_pane(app, 1, true),
        Action::PreviousPane => to_pane(app, -1, true),
        Action::PaneRight => to_pane(app, 1, false),
        Action::PaneLeft => to_pane(app, -1, false),
        _ => return false,
    }
    true
}

/// Jumps to the condition whose number is typed digit by digit. A digit that leads past the end of
/// the list begins a new number.
pub(super) fn to_number(app: &mut App<'_>, section_key: usize) {
    // The keys of the sections stand for 1 to 9 and 0, and one more that is no digit.
    let Some(digit) = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0].get(section_key) else { return };
    let conditions = app.library.cards().len();
    let longer = app.number.saturating_mul(10) + digit;
    app.number = if longer <= conditions { longer } else { *digit };
    let number = app.number;
    let Some(place) = number.checked_sub(1).filter(|place| *place < conditions) else {
        app.message = Some(format!("Conditions are numbered from 1 to {conditions}."));
        return;
    };
    if app.pane == Pane::Conditions {
        return app.move_to(Pane::Conditions, place);
    }
    let menu = app.page.document.blocks.iter().enumerate().filter(|(_, block)| {
        matches!(&block.target, Some(Target::Place(_))) && block.kind == BlockKind::Choice
    });
    let block = menu.map(|(block, _)| block).nth(place);
    match block.and_then(|block| app.page.row_of_block(block)) {
        Some(row) => app.move_to(Pane::Page, row),
        None => app.message = Some("Choose a condition first.".to_owned()),
    }
}

fn to_item(app: &mut App<'_>, next: bool) {
    app.pane = Pane::Page;
    let (row, rows) = (app.page.row, app.page.item_rows());
    let to = if next {
        rows.iter().find(|other| **other > row)
    } else {
        rows.iter().rev().find(|other| **other < row)
    };
    if let Some(to) = to {
        let height = app.height(Pane::Page);
        let end = rows.iter().find(|other| *other > to).copied().unwrap_or(app.page.rows.len());
        // An item that the edge of the screen would cut is shown from its name on.
        if end > app.page.top + height {
            app.page.land_on(*to, height);
        } else {
            app.page.move_to(*to, height);
        }
    } else {
        let words = if next { "This is the last item." } else { "This is the first item." };
        app.message = Some(words.to_owned());
    }
}

fn to_section(app: &mut App<'_>, by: isize) {
    let (Some(condition), Some(section)) = (app.condition(), app.section()) else { return };
    if let Some(section) =
        section.index().checked_add_signed(by).and_then(|place| SectionId::ALL.get(place))
    {
        app.go(Place::section(&condition.id, *section));
    } else {
        let words = if by > 0 { "This is the last section." } else { "This is the first section." };
        app.message = Some(words.to_owned());
    }
}

/// Goes to the related conditions, which stand at the end of the overview.
pub(super) fn to_related(app: &mut App<'_>) {
    let Some(condition) = app.condition() else {
        app.message = Some("Choose a condition first.".to_owned());
        return;
    };
    if condition.related.is_empty() {
        app.message = Some("This page names no related conditions.".to_owned());
        return;
    }
    if app.section() != Some(SectionId::Overview) {
        app.go(Place::section(&condition.id, SectionId::Overview));
    }
    app.pane = Pane::Page;
    let links = app
        .page
        .document
        .blocks
        .iter()
        .position(|block| block.kind == BlockKind::Link && block.item.is_none());
    if let Some(row) = links.and_then(|block| app.page.row_of_block(block)) {
        let height = app.height(Pane::Page);
        app.page.land_on(row, height);
    }
}

/// Goes to the next or previous match on the page; after the last comes the first.
fn to_match(app: &mut App<'_>, by: isize) {
    app.pane = Pane::Page;
    let rows = app.page.mark_rows();
    let Some(armed) = &mut app.armed else {
        app.message = Some("Nothing is marked. Press f to find words on this page.".to_owned());
        return;
    };
    if rows.is_empty() {
        app.message = Some("What was found is not on this page.".to_owned());
        return;
    }
    let length = isize::try_from(rows.len()).unwrap_or(1);
    let next = isize::try_from(armed.current).unwrap_or_default() + by;
    if next < 0 || next >= length {
        let words = if by > 0 { "From the top again." } else { "From the end again." };
        app.message = Some(words.to_owned());
    }
    armed.current = usize::try_from(next.rem_euclid(length)).unwrap_or_default();
    if let Some(row) = rows.get(armed.current) {
        app.move_to(Pane::Page, *row);
    }
}

/// Goes to the first match from the reader's row on, or says that there is none.
pub(super) fn to_first_match(app: &mut App<'_>, typed: &str) {
    let (row, rows) = (app.page.row, app.page.mark_rows());
    if app.armed.is_none() {
        return;
    }
    let Some(current) = rows.iter().position(|marked| *marked >= row).or(if rows.is_empty() {
        None
    } else {
        Some(0)
    }) else {
        app.message = Some(format!(
            "\"{}\" is not on this page. Press / to search everything.",
            crate::model::clean(typed)
        ));
        app.armed = None;
        return;
    };
    if let Some(armed) = &mut app.armed {
        armed.current = current;
    }
    if let Some(row) = rows.get(current) {
        let height = app.height(Pane::Page);
        app.page.land_on(*row, height);
    }
}

/// Moves the focus between panes from left to right. Left and Right stay among those on the screen
/// and never open one; Tab goes round all that the place has.
fn to_pane(app: &mut App<'_>, by: isize, round: bool) {
    if app.is_heard() {
        if round {
            let words =
                "This mode shows one page at a time. Press s for sections, c for conditions.";
            app.message = Some(words.to_owned());
        }
        return;
    }
    let layout = app.layout();
    let shown = [
        (Pane::Conditions, layout.conditions),
        (Pane::Contents, layout.contents.filter(|_| layout.conditions.is_none())),
        (Pane::Page, layout.page),
        (Pane::Contents, layout.contents.filter(|_| layout.conditions.is_some())),
    ];
    let mut panes: Vec<Pane> =
        shown.into_iter().filter(|(_, area)| area.is_some()).map(|(pane, _)| pane).collect();
    if panes.len() < 2 && round {
        panes = vec![Pane::Conditions, Pane::Page];
        panes.extend(app.condition().map(|_| Pane::Contents));
    }
    let here = panes.iter().position(|pane| *pane == app.pane).unwrap_or_default();
    let length = isize::try_from(panes.len()).unwrap_or(1).max(1);
    let next = isize::try_from(here).unwrap_or_default() + by;
    if !round && (next < 0 || next >= length) {
        return;
    }
    let next = usize::try_from(next.rem_euclid(length)).ok();
    if let Some(pane) = next.and_then(|place| panes.get(place)) {
        focus(app, *pane);
    }
}

/// Opens a list as a page: the conditions are on the first page, below a heading.
fn to_list(app: &mut App<'_>, pane: Pane) {
    match (pane, app.condition()) {
        (Pane::Contents, Some(condition)) => {
            app.go(Place::Contents { condition: condition.id.clone() });
        }
        (Pane::Contents, None) => app.message = Some("Choose a condition first.".to_owned()),
        _ => {
            let here = app.history.now().place == Place::Home;
            if !here {
                app.go(Place::Home);
            }
            let mut blocks = app.page.document.blocks.iter();
            let heading = blocks.position(|block| block.kind == BlockKind::Group);
            if let Some(row) = heading.and_then(|block| app.page.row_of_block(block)) {
                let height = app.height(Pane::Page);
                // Rows that only moved up would not be heard again: then the cursor comes to them.
                if here {
                    app.page.move_to(row, height);
                } else {
                    app.page.land_on(row, height);
                }
            }
        }
    }
}

/// Puts the focus on a pane, where the place has such a pane. Where the screen is heard, each list is
/// a page of its own.
pub(super) fn focus(app: &mut App<'_>, pane: Pane) {
    if app.is_heard() && pane != Pane::Page {
        return to_list(app, pane);
    }
    if app.results.is_some() {
        app.go(Place::Home);
    }
    if pane == Pane::Contents && app.condition().is_none() {
        app.message = Some("Choose a condition first.".to_owned());
        return;
    }
    let hidden = app.height(pane);
    app.pane = pane;
    if pane != Pane::Page {
        app.side = pane;
        if app.height(pane) != hidden {
            app.fit_list(pane);
        }
    }
}
