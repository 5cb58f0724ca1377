//! What an action changes. Nothing here draws.

use super::action::{Action, Effect};
use super::anywhere::{anywhere, ask, step};
use super::app::{App, Armed, Purpose};
use super::help::Help;
use super::layers;
use super::layout::Pane;
use super::mouse;
use super::moves::{self, focus};
use super::page::Marked;
use crate::browse::Place;
use crate::document::{Door, Target};
use crate::model::{SectionId, WordSet};

/// Changes the state by an action, and returns what the terminal has to do.
pub fn update(app: &mut App<'_>, action: Action) -> Effect {
    let hidden = app.layout().too_small;
    let before = app.is_heard().then(|| (app.message.clone(), app.shown()));
    if !matches!(action, Action::Resize { .. } | Action::Repaint | Action::Suspend) {
        app.message = None;
    }
    if !matches!(action, Action::OpenSection(_)) {
        app.number = 0;
    }
    let effect = match action {
        Action::Leave => return Effect::Leave(130),
        Action::Suspend => Effect::Suspend,
        Action::Repaint => Effect::Repaint,
        Action::Resize { width, height } => {
            app.size = (width, height);
            app.fit();
            Effect::Repaint
        }
        Action::ToggleMouse => {
            app.look.mouse = !app.look.mouse;
            let words = if app.look.mouse {
                "Mouse on. Hold Shift to select text with it."
            } else {
                "Mouse off. It selects text now."
            };
            app.message = Some(words.to_owned());
            Effect::Mouse(app.look.mouse)
        }
        // What a reader cannot see is not to be changed; only the way out stays open.
        Action::Quit if hidden => return Effect::Leave(0),
        _ if hidden => Effect::Draw,
        action if app.help.is_some() => match layers::in_help(app, action) {
            Some(chosen) => return update(app, chosen),
            None => Effect::Draw,
        },
        action if app.prompt.is_some() => {
            layers::in_prompt(app, &action);
            Effect::Draw
        }
        action if app.results.is_some() => layers::in_results(app, action),
        action => on_page(app, action),
    };
    app.refresh();
    // A message that went away would be heard as a change in the place of the focused row, so it
    // stays until something else changes too.
    if let Some((message, shown)) = before
        && app.message.is_none()
        && app.shown() == shown
    {
        app.message = message;
    }
    effect
}

fn on_page(app: &mut App<'_>, action: Action) -> Effect {
    if moves::by_rows(app, &action) {
        return Effect::Draw;
    }
    match action {
        // A list beside the page, or in its place, is closed before the page is left.
        Action::Back | Action::Close if app.pane != Pane::Page => app.pane = Pane::Page,
        Action::Open => open(app),
        Action::OpenSection(place) if app.condition().is_none() || app.pane == Pane::Conditions => {
            moves::to_number(app, place);
        }
        Action::OpenSection(place) => match SectionId::ALL.get(place) {
            Some(section) => open_section(app, *section),
            None => return Effect::Draw,
        },
        Action::ShowContents => focus(app, Pane::Contents),
        Action::ShowRelated => moves::to_related(app),
        Action::FindHere => ask(app, Purpose::FindHere),
        Action::Close => app.armed = None,
        Action::Click(at) => {
            if mouse::click(app, at) {
                open(app);
            }
        }
        Action::Wheel { at, down } => mouse::wheel(app, at, down),
        Action::ClickBack => step(app, true),
        other => return anywhere(app, &other),
    }
    Effect::Draw
}

/// Opens a section of the condition the reader is in.
fn open_section(app: &mut App<'_>, section: SectionId) {
    match app.condition() {
        Some(condition) if app.section() != Some(section) => {
            app.go(Place::section(&condition.id, section));
        }
        Some(_) => {
            app.pane = Pane::Page;
            app.move_to(Pane::Page, 0);
        }
        None => app.message = Some("Choose a condition first.".to_owned()),
    }
}

/// Opens what has the focus.
fn open(app: &mut App<'_>) {
    match app.pane {
        Pane::Conditions => {
            if let Some(card) = app.library.cards().nth(app.conditions.row) {
                app.go(Place::section(&card.id, SectionId::Overview));
            }
        }
        Pane::Contents => {
            if let Some(section) = SectionId::ALL.get(app.contents.row) {
                open_section(app, *section);
                app.pane = Pane::Page;
            }
        }
        Pane::Page => match app.page.block().and_then(|block| block.target.clone()) {
            Some(Target::Place(address)) => app.visit(&address),
            Some(Target::Sources(numbers)) => open_sources(app, &numbers),
            Some(Target::Door(Door::Search)) => {
                app.go(Place::Results { typed: String::new(), kind: None, exact: false });
            }
            Some(Target::Door(Door::Help)) => app.help = Some(Help::open()),
            Some(Target::Door(Door::Glossary)) => app.go(Place::Glossary),
            Some(Target::Door(Door::About)) => app.go(Place::About),
            None => app.message = Some("Nothing to open on this line.".to_owned()),
        },
    }
}

/// Opens the first of some sources. All of them are marked, so that `n` leads to the others.
fn open_sources(app: &mut App<'_>, numbers: &[usize]) {
    if app.history.now().place == Place::Glossary {
        return open_sources_below(app, numbers);
    }
    let first = numbers.first().and_then(|first| app.numbered(SectionId::Sources, *first));
    if let Some(address) = first {
        app.visit(&address);
        let items = numbers.iter().filter_map(|number| number.checked_sub(1)).collect();
        app.armed = Some(Armed { what: Marked::Items(items), current: 0 });
    }
}

/// Goes down to the first of some sources of the glossary, which stand behind its terms. All of them
/// are marked.
fn open_sources_below(app: &mut App<'_>, numbers: &[usize]) {
    let terms = app.library.glossary().terms.len();
    let items: Vec<usize> = numbers.iter().map(|number| terms + number - 1).collect();
    let row = items.first().and_then(|item| app.page.row_of_item(*item));
    app.go(Place::Glossary);
    if let Some(row) = row {
        let height = app.height(Pane::Page);
        app.page.land_on(row, height);
    }
    app.armed = Some(Armed { what: Marked::Items(items), current: 0 });
}
