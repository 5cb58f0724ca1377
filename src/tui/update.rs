//! What an action changes. Nothing here draws.

use super::action::{Action, Effect};
use super::app::{App, Armed, MEASURES};
use super::help::Help;
use super::layout::{HELP_ABOVE, Pane, RESULTS_ABOVE};
use super::list::{Finder, Focus};
use super::mouse;
use super::moves::{self, focus};
use super::results::Row;
use crate::browse::Place;
use crate::document::{Door, Target};
use crate::model::{Kind, SectionId, WordSet};
use crate::search::Index;

/// Changes the state by an action, and returns what the terminal has to do.
pub fn update(app: &mut App<'_>, action: Action) -> Effect {
    let hidden = app.layout().too_small;
    if !matches!(action, Action::Resize { .. } | Action::Repaint | Action::Suspend) {
        app.message = None;
    }
    let effect = match action {
        Action::Leave => return Effect::Leave(130),
        Action::Suspend => Effect::Suspend,
        Action::Repaint => Effect::Repaint,
        Action::Resize { width, height } => {
            app.size = (width, height);
            app.turn_to_focus();
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
        action if app.help.is_some() => return in_help(app, action),
        action if app.find.is_some() => {
            in_find(app, &action);
            Effect::Draw
        }
        action if app.results.is_some() => in_results(app, action),
        action => on_page(app, action),
    };
    app.refresh();
    effect
}

/// Actions that mean the same on the page, in a list and in results.
fn anywhere(app: &mut App<'_>, action: &Action) -> Effect {
    match action {
        Action::Quit => return Effect::Leave(0),
        Action::Back => step(app, true),
        Action::Forward => step(app, false),
        Action::Search => app.go(Place::Results { typed: String::new(), kind: None }),
        Action::Help => app.help = Some(Help::open()),
        Action::ShowHome => app.go(Place::Home),
        Action::ShowAbout => app.go(Place::About),
        Action::ShowConditions => focus(app, Pane::Conditions),
        Action::ChangeTheme => {
            app.look.theme = app.look.theme.next();
            let name = app.look.theme.word();
            app.message = Some(format!("Theme: {name}."));
        }
        Action::Narrower => measure(app, |now| MEASURES.into_iter().rev().find(|wide| *wide < now)),
        Action::Wider => measure(app, |now| MEASURES.into_iter().find(|wide| *wide > now)),
        Action::TextOnly => {
            app.look.text_only = !app.look.text_only;
            let words =
                if app.look.text_only { "Text only. Press z for the panes." } else { "Panes." };
            app.message = Some(words.to_owned());
        }
        _ => {}
    }
    Effect::Draw
}

fn step(app: &mut App<'_>, back: bool) {
    app.remember();
    let armed = app.armed.take();
    let moved = if back { app.history.back() } else { app.history.forward() };
    if moved {
        app.arrive();
    } else {
        app.armed = armed;
        let words =
            if back { "This is where you began." } else { "There is nothing to go forward to." };
        app.message = Some(words.to_owned());
    }
}

fn measure(app: &mut App<'_>, other: impl Fn(u16) -> Option<u16>) {
    if let Some(measure) = other(app.look.measure) {
        app.look.measure = measure;
    }
    app.message = Some(format!("Lines of at most {} letters.", app.look.measure));
}

fn on_page(app: &mut App<'_>, action: Action) -> Effect {
    if moves::by_rows(app, &action) {
        return Effect::Draw;
    }
    match action {
        Action::Open => open(app),
        Action::OpenSection(place) => match SectionId::ALL.get(place) {
            Some(section) => open_section(app, *section),
            None => return Effect::Draw,
        },
        Action::ShowContents => focus(app, Pane::Contents),
        Action::ShowRelated => moves::to_related(app),
        Action::FindHere => app.find = Some(Finder::default()),
        Action::Close => {
            if app.pane == Pane::Page {
                app.armed = None;
            }
            app.pane = Pane::Page;
        }
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
            let height = app.height(Pane::Page);
            app.page.move_to(0, height);
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
            Some(Target::Sources(numbers)) => {
                if let Some(address) =
                    numbers.first().and_then(|first| app.numbered(SectionId::Sources, *first))
                {
                    app.visit(&address);
                }
            }
            Some(Target::Door(Door::Search)) => {
                app.go(Place::Results { typed: String::new(), kind: None });
            }
            Some(Target::Door(Door::Conditions)) => focus(app, Pane::Conditions),
            Some(Target::Door(Door::Help)) => app.help = Some(Help::open()),
            Some(Target::Door(Door::About)) => app.go(Place::About),
            None => app.message = Some("Nothing to open on this line.".to_owned()),
        },
    }
}

fn in_results(app: &mut App<'_>, action: Action) -> Effect {
    let list = app.list_area(RESULTS_ABOVE);
    let Some(results) = &mut app.results else { return Effect::Draw };
    if let Action::Click(at) = action {
        if mouse::click_in_finder(&mut results.finder, results.rows.len(), list, at) {
            return open_result(app);
        }
        return Effect::Draw;
    }
    if moves::in_finder(&mut results.finder, results.rows.len(), usize::from(list.height), &action)
    {
        return Effect::Draw;
    }
    let mut changed = false;
    match action {
        Action::Edit(request) => changed = results.finder.edit(request),
        Action::Paste(text) => changed = results.finder.paste(&text),
        Action::NextKind | Action::NextPane => results.show_only(results.neighbour_kind(1)),
        Action::PreviousKind | Action::PreviousPane => {
            results.show_only(results.neighbour_kind(-1));
        }
        Action::Search => results.finder.focus = Focus::Field,
        Action::Open => return open_result(app),
        Action::Close => {
            step(app, true);
            return Effect::Draw;
        }
        Action::ClickBack => step(app, true),
        other => return anywhere(app, &other),
    }
    if changed {
        retype(app);
    }
    Effect::Draw
}

/// Searches for what the field says now, as one place with what it said before.
fn retype(app: &mut App<'_>) {
    let library = app.library;
    let index = app.index.get_or_init(|| Index::of(library));
    if let Some(results) = &mut app.results {
        results.search(index);
        let place =
            Place::Results { typed: results.finder.input.value().to_owned(), kind: results.only };
        app.history.become_place(place);
    }
}

fn open_result(app: &mut App<'_>) -> Effect {
    let Some(results) = &mut app.results else { return Effect::Draw };
    let row = results.chosen();
    if let Some(Row::Heading(kind, _) | Row::More(kind, _)) = row {
        let only = if results.only == Some(kind) { None } else { Some(kind) };
        results.show_only(only);
        return Effect::Draw;
    }
    let Some((_, hit)) = results.chosen_hit() else { return Effect::Draw };
    let (address, kind, typed) =
        (hit.address.clone(), hit.kind, results.finder.input.value().to_owned());
    let matched = hit.text.clone();
    let only = results.only;
    app.history.become_place(Place::Results { typed: typed.clone(), kind: only });
    app.visit(&address);
    arm(app, &typed, &matched, kind);
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
    let name = app.page.block().map(|block| block.text.clone()).unwrap_or_default();
    let words = if here(app, typed) {
        typed.to_owned()
    } else if here(app, matched) && kind != Kind::Condition {
        matched.to_owned()
    } else {
        name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').to_owned()
    };
    app.armed = Some(Armed { typed: words, current: 0 });
    app.refresh();
    let row = app.page.row;
    let current = app.page.mark_rows().iter().position(|marked| *marked >= row);
    if let Some(armed) = &mut app.armed {
        armed.current = current.unwrap_or_default();
    }
}

fn in_find(app: &mut App<'_>, action: &Action) {
    let Some(find) = &mut app.find else { return };
    match action {
        Action::Edit(request) => {
            find.edit(*request);
        }
        Action::Paste(text) => {
            find.paste(text);
        }
        Action::Close => app.find = None,
        Action::Open => {
            let typed = find.input.value().to_owned();
            app.find = None;
            app.pane = Pane::Page;
            app.armed =
                (!typed.trim().is_empty()).then_some(Armed { typed: typed.clone(), current: 0 });
            app.refresh();
            moves::to_first_match(app, &typed);
        }
        _ => {}
    }
}

fn in_help(app: &mut App<'_>, action: Action) -> Effect {
    let list = app.list_area(HELP_ABOVE);
    let Some(help) = &mut app.help else { return Effect::Draw };
    let mut action = action;
    if let Action::Click(at) = action {
        if !mouse::click_in_finder(&mut help.finder, help.rows.len(), list, at) {
            return Effect::Draw;
        }
        action = Action::Open;
    }
    if moves::in_finder(&mut help.finder, help.rows.len(), usize::from(list.height), &action) {
        return Effect::Draw;
    }
    let changed = match action {
        Action::Edit(request) => help.finder.edit(request),
        Action::Paste(text) => help.finder.paste(&text),
        Action::Search => {
            help.finder.focus = Focus::Field;
            false
        }
        Action::Open => {
            let chosen = help.chosen();
            if let Some(action) = chosen {
                app.help = None;
                return update(app, action);
            }
            false
        }
        Action::Close | Action::Back | Action::Quit | Action::ClickBack => {
            app.help = None;
            app.refresh();
            return Effect::Draw;
        }
        _ => false,
    };
    if let Some(help) = &mut app.help
        && changed
    {
        help.filter();
    }
    Effect::Draw
}
