//! Drawing. Takes the state as it is and changes nothing.
//!
//! Every screen's function returns the [`Focus`] it was drawn with, and [`view`] returns it to the
//! terminal, so that no screen can forget to say where the reader is.

mod foot;
mod heard;
mod help;
mod lists;
mod page;
mod paint;
mod results;

use super::app::App;
use super::layout::Pane;
use super::theme::{Colours, Part, ground};
use crate::browse::Place;
use paint::Paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Where the reader is on the screen. The terminal's cursor stands there in every frame.
#[must_use]
struct Focus(Position);

/// Draws the state on a whole buffer. Returns where the reader is, which is where the terminal's
/// cursor belongs.
#[must_use]
pub fn view(app: &App<'_>, buffer: &mut Buffer) -> Position {
    let area = buffer.area;
    let colours = if app.is_heard() { Colours::None } else { app.look.colours };
    let theme = app.look.theme;
    buffer.set_style(area, ground(theme, colours));
    let borders = app.look.borders;
    let Focus(at) = screen(app, &mut Paint { buffer, theme, colours, borders });
    if area.contains(at) { at } else { area.as_position() }
}

fn screen(app: &App<'_>, paint: &mut Paint<'_>) -> Focus {
    let layout = app.layout();
    if layout.too_small {
        let area = layout.page.unwrap_or_default();
        let sentences = [
            "Make the window larger, or run: rarebook --linear",
            "Make the window larger.",
            "Too small",
        ];
        let fits = |words: &&&str| words.len() <= usize::from(area.width);
        let words = sentences.iter().find(fits).unwrap_or(&"");
        paint.words(area, &[(Part::Words(crate::document::Role::Text), words)]);
        return Focus(area.as_position());
    }
    if app.is_heard() {
        return heard::draw(app, paint, &layout);
    }
    header(app, paint, &layout);
    let focus = if let Some(help) = &app.help {
        help::draw(help, paint, layout.page.unwrap_or_default())
    } else if let Some(results) = &app.results {
        results::draw(results, app.library, paint, layout.page.unwrap_or_default())
    } else {
        let conditions = layout.conditions.map(|area| lists::conditions(app, paint, area));
        let contents = layout.contents.map(|area| lists::contents(app, paint, area));
        let page = layout.page.map(|area| page::draw(app, paint, area));
        let focus = match app.pane {
            Pane::Conditions => conditions,
            Pane::Contents => contents,
            Pane::Page => page,
        };
        focus.unwrap_or(Focus(Position::ORIGIN))
    };
    foot::draw(app, paint, &layout).unwrap_or(focus)
}

/// Draws the line that says where the reader is.
fn header(app: &App<'_>, paint: &mut Paint<'_>, layout: &super::layout::Layout) {
    let Some(area) = layout.header else { return };
    let way = way(app);
    let right = match (&app.help, &app.results) {
        (Some(help), _) => {
            let commands = help
                .rows
                .iter()
                .filter(|row| matches!(row, super::help::Row::Command { .. }))
                .count();
            crate::document::count(commands, "command", "commands")
        }
        (None, Some(results)) => {
            let count = crate::document::count(results.found.count(), "result", "results");
            let words = results.found.corrected.as_ref();
            words.map_or(count.clone(), |words| format!("{count} for \"{words}\""))
        }
        (None, None) => "? help".to_owned(),
    };
    if layout.rule.is_some() {
        paint.over(area, Part::Rule);
    }
    let inner = paint::inset(area);
    let used = paint.words(inner, &[(Part::Current, &way)]);
    paint.right(inner, used, Part::Words(crate::document::Role::Quiet), &right);
}

/// Returns the way from the first page to where the reader is.
fn way(app: &App<'_>) -> String {
    if app.help.is_some() {
        return "Help".to_owned();
    }
    match (&app.history.now().place, app.condition(), app.section()) {
        (Place::Results { .. }, ..) => "Search".to_owned(),
        (Place::Glossary, ..) => "Home > Medical words explained".to_owned(),
        (Place::About, ..) => "Home > Where this text comes from".to_owned(),
        (_, Some(condition), Some(section)) => {
            format!("Home > {} > {}", condition.name, section.title())
        }
        _ => "Home".to_owned(),
    }
}
