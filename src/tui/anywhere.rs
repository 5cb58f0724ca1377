//! Actions that mean the same on every screen.

use super::action::{Action, Effect};
use super::app::{App, MEASURES, Prompt, Purpose};
use super::help::Help;
use super::layout::Pane;
use super::list::Finder;
use super::moves::focus;
use crate::browse::Place;
use crate::model::WordSet;

/// Actions that mean the same on the page, in a list and in results.
pub(super) fn anywhere(app: &mut App<'_>, action: &Action) -> Effect {
    match action {
        Action::Quit => return Effect::Leave(0),
        Action::Back => step(app, true),
        Action::Forward => step(app, false),
        Action::Search if app.is_heard() => ask(app, Purpose::Search),
        Action::Search => app.go(Place::Results { typed: String::new(), kind: None, exact: false }),
        Action::AsTyped => {
            app.message = Some("Search first: press / and type.".to_owned());
        }
        Action::Help if app.is_heard() => app.go(Place::Help),
        Action::Help => app.help = Some(Help::open()),
        Action::ShowHome => app.go(Place::Home),
        Action::ReadAgain if app.own_files => return Effect::ReadAgain,
        Action::ReadAgain => {
            let words = "No files of your own are read. Start with: rarebook --data FOLDER";
            app.message = Some(words.to_owned());
        }
        Action::ShowGlossary => app.go(Place::Glossary),
        Action::ShowAbout => app.go(Place::About),
        Action::ShowConditions => focus(app, Pane::Conditions),
        Action::ChangeTheme | Action::TextOnly if app.is_heard() => {
            app.message = Some("Screen reader mode has no colors and no panes.".to_owned());
        }
        Action::ChangeTheme => {
            app.look.theme = app.look.theme.next();
            let name = app.look.theme.word();
            app.message = Some(format!("Theme: {name}."));
        }
        Action::Narrower => measure(app, |now| MEASURES.into_iter().rev().find(|wide| *wide < now)),
        // One plain key reaches every length, so the longest is followed by the shortest.
        Action::Wider => measure(app, |now| {
            MEASURES.into_iter().find(|wide| *wide > now).or(MEASURES.first().copied())
        }),
        Action::TextOnly => {
            app.look.text_only = !app.look.text_only;
            app.fit_list(Pane::Conditions);
            app.fit_list(Pane::Contents);
            let words =
                if app.look.text_only { "Text only. Press z for the panes." } else { "Panes." };
            app.message = Some(words.to_owned());
        }
        _ => {}
    }
    Effect::Draw
}

pub(super) fn step(app: &mut App<'_>, back: bool) {
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

/// Opens the field at the foot.
pub(super) fn ask(app: &mut App<'_>, purpose: Purpose) {
    app.prompt = Some(Prompt { finder: Finder::default(), purpose });
}

fn measure(app: &mut App<'_>, other: impl Fn(u16) -> Option<u16>) {
    if let Some(measure) = other(app.look.measure) {
        app.look.measure = measure;
    }
    app.message = Some(format!("Lines of at most {} letters.", app.look.measure));
}
