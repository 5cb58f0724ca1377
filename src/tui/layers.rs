//! What an action changes while a field has the keys: the search screen, the help, finding here.

use super::action::{Action, Effect};
use super::anywhere::{anywhere, ask, step};
use super::app::{App, Armed, Prompt, Purpose};
use super::layout::Pane;
use super::list::Focus;
use super::page::Marked;
use super::results::Row;
use super::{mouse, moves};
use crate::browse::Place;
use crate::model::Kind;
use tui_input::InputRequest;

pub(super) fn in_results(app: &mut App<'_>, action: Action) -> Effect {
    let (list, heard) = (app.results_area(), app.is_heard());
    let Some(results) = &mut app.results else { return Effect::Draw };
    if let Action::Click(at) = action {
        if mouse::click_in_finder(&mut results.finder, results.rows.len(), list, at) {
            return open_result(app);
        }
        return Effect::Draw;
    }
    let size = (results.rows.len(), usize::from(list.height));
    if moves::in_finder(&mut results.finder, size, !heard, &action) {
        return Effect::Draw;
    }
    let mut changed = false;
    match action {
        Action::Edit(InputRequest::DeletePrevChar) if results.finder.input.value().is_empty() => {
            // The plain key that leaves an empty field, where no other key would.
            step(app, true);
            return Effect::Draw;
        }
        Action::Edit(request) => changed = results.finder.edit(request),
        Action::Paste(text) => changed = results.finder.paste(&text),
        Action::NextKind | Action::NextPane => results.show_only(results.neighbour_kind(1)),
        Action::PreviousKind | Action::PreviousPane => {
            results.show_only(results.neighbour_kind(-1));
        }
        Action::Search if heard => ask(app, Purpose::Search),
        Action::Search => results.finder.focus = Focus::Field,
        Action::AsTyped => return as_typed(app),
        Action::Open => return open_result(app),
        Action::Quit if heard => return anywhere(app, &Action::Quit),
        // A kind that is shown alone is a layer over all kinds.
        Action::Back | Action::Close | Action::Quit | Action::ClickBack => {
            if !results.show_all() {
                step(app, true);
                return Effect::Draw;
            }
        }
        other => return anywhere(app, &other),
    }
    if changed {
        app.search();
    }
    app.note_results();
    Effect::Draw
}

fn open_result(app: &mut App<'_>) -> Effect {
    let Some(results) = &mut app.results else { return Effect::Draw };
    match results.chosen() {
        Some(Row::Heading(kind, _) | Row::More(kind, _)) => {
            let only = if results.only == Some(kind) { None } else { Some(kind) };
            results.show_only(only);
            app.note_results();
            return Effect::Draw;
        }
        Some(Row::Others(hit)) => {
            results.show_others(hit);
            return Effect::Draw;
        }
        Some(Row::AsTyped) => return as_typed(app),
        _ => {}
    }
    let Some((hit, other)) = results.chosen_place() else { return Effect::Draw };
    let typed = results.found.corrected.clone();
    let typed = typed.unwrap_or_else(|| results.finder.input.value().to_owned());
    let (address, kind) = (other.unwrap_or(&hit.address).clone(), hit.kind);
    let matched = hit.found_in(app.library);
    app.visit(&address);
    arm(app, &typed, &matched, kind);
    Effect::Draw
}

/// Searches for the letters as typed, or for what they may mean again.
fn as_typed(app: &mut App<'_>) -> Effect {
    if let Some(results) = &mut app.results {
        results.exact = !results.exact;
        app.search();
        app.note_results();
    }
    Effect::Draw
}

/// Marks what was found on the page. Where the typed words do not stand on the item that was
/// opened, as with a brand name that only search knows, its own name is marked.
fn arm(app: &mut App<'_>, typed: &str, matched: &str, kind: Kind) {
    let item = app.page.item();
    let here =
        |app: &App<'_>, words: &str| {
            app.page.document.blocks.iter().any(|block| {
                block.item == item && !crate::search::marks(words, &block.text).is_empty()
            })
        };
    let what = if here(app, typed) {
        Marked::Words(typed.to_owned())
    } else if here(app, matched) && !matches!(kind, Kind::Condition | Kind::Section) {
        Marked::Words(matched.to_owned())
    } else {
        Marked::Items(item.into_iter().collect())
    };
    app.armed = Some(Armed { what, current: 0 });
    app.refresh();
    let row = app.page.row;
    let current = app.page.mark_rows().iter().position(|marked| *marked >= row);
    if let Some(armed) = &mut app.armed {
        armed.current = current.unwrap_or_default();
    }
}

/// Carries out an action in the field at the foot.
pub(super) fn in_prompt(app: &mut App<'_>, action: &Action) {
    let Some(Prompt { finder, purpose }) = &mut app.prompt else { return };
    match action {
        Action::Edit(InputRequest::DeletePrevChar) if finder.input.value().is_empty() => {
            app.prompt = None;
        }
        Action::Edit(request) => {
            finder.edit(*request);
        }
        Action::Paste(text) => {
            finder.paste(text);
        }
        Action::Close => app.prompt = None,
        Action::Open => {
            let (typed, purpose) = (finder.input.value().to_owned(), *purpose);
            app.prompt = None;
            match purpose {
                Purpose::FindHere => find_here(app, &typed),
                Purpose::Search if typed.trim().is_empty() => {}
                Purpose::Search => app.go(Place::Results { typed, kind: None, exact: false }),
            }
        }
        _ => {}
    }
}

fn find_here(app: &mut App<'_>, typed: &str) {
    app.pane = Pane::Page;
    let what = Marked::Words(typed.to_owned());
    app.armed = (!typed.trim().is_empty()).then_some(Armed { what, current: 0 });
    app.refresh();
    moves::to_first_match(app, typed);
}

/// Carries out an action in the help. Returns the action of the row that was chosen, which is to be
/// carried out where the reader came from.
pub(super) fn in_help(app: &mut App<'_>, action: Action) -> Option<Action> {
    let list = app.help_area();
    let help = app.help.as_mut()?;
    let mut action = action;
    if let Action::Click(at) = action {
        if !mouse::click_in_finder(&mut help.finder, help.rows.len(), list, at) {
            return None;
        }
        action = Action::Open;
    }
    let size = (help.rows.len(), usize::from(list.height));
    if moves::in_finder(&mut help.finder, size, true, &action) {
        return None;
    }
    let empty = help.finder.input.value().is_empty();
    let changed = match action {
        Action::Edit(InputRequest::DeletePrevChar) if empty => {
            app.help = None;
            false
        }
        Action::Edit(request) => help.finder.edit(request),
        Action::Paste(text) => help.finder.paste(&text),
        Action::Search => {
            help.finder.focus = Focus::Field;
            false
        }
        Action::Open => {
            let chosen = help.chosen();
            if chosen.is_some() {
                app.help = None;
            }
            return chosen;
        }
        Action::Close | Action::Back | Action::Quit | Action::ClickBack => {
            app.help = None;
            return None;
        }
        _ => false,
    };
    if let Some(help) = &mut app.help
        && changed
    {
        help.filter();
    }
    None
}
