//! The foot: where the reader is, what must stay in sight, and the keys that matter now.

use super::Focus;
use super::paint::{Paint, inset};
use super::results::field;
use crate::document::Role;
use crate::document::wrap::columns;
use crate::tui::app::{App, Prompt, Purpose};
use crate::tui::layout::{Layout, Pane};
use crate::tui::theme::Part;
use ratatui::layout::Rect;

const PLAIN: Part = Part::Words(Role::Text);

/// Draws the foot. Returns the focus if a field in it has the keys.
pub(super) fn draw(app: &App<'_>, paint: &mut Paint<'_>, layout: &Layout) -> Option<Focus> {
    if let Some(area) = layout.rule {
        paint.over(area, Part::Rule);
    }
    if let Some(area) = layout.status {
        let area = inset(area);
        let left = app.message.clone().or_else(|| place(app)).unwrap_or_default();
        let used = paint.words(area, &[(PLAIN, &left)]);
        paint.right(area, used, PLAIN, &matches(app).unwrap_or_default());
    }
    if let Some(area) = layout.safety {
        let area = inset(area);
        paint.words(area, &[(PLAIN, safety(app, usize::from(area.width)))]);
    }
    let area = inset(layout.hints?);
    if let Some(focus) = prompt(app, paint, area) {
        return Some(focus);
    }
    match &app.message {
        // Where there is no status line, a message takes the place of the keys.
        Some(message) if layout.status.is_none() => paint.words(area, &[(PLAIN, message)]),
        _ => keys(app, paint, area),
    };
    None
}

/// Draws the field at the foot, if it is open, and returns where its caret is.
pub(super) fn prompt(app: &App<'_>, paint: &mut Paint<'_>, area: Rect) -> Option<Focus> {
    let Prompt { finder, purpose } = app.prompt.as_ref().filter(|_| app.help.is_none())?;
    let label = match purpose {
        Purpose::FindHere => "Find on this page: ",
        Purpose::Search => "Search: ",
    };
    Some(field(paint, area, label, finder))
}

/// Returns the address of the reader, and which item of how many it is.
fn place(app: &App<'_>) -> Option<String> {
    if app.help.is_some() {
        return Some("Enter runs the command of the line.".to_owned());
    }
    if let Some(results) = &app.results {
        let (n, hit) = results.chosen_hit()?;
        return Some(format!("Result {} of {}: {}", n + 1, results.found.count(), hit.address));
    }
    let (condition, section) = (app.condition()?, app.section()?);
    let address = app.address()?;
    Some(match app.page.item() {
        Some(item) => {
            format!("{address}, item {} of {}", item + 1, condition.section(section).items.len())
        }
        None => address.to_string(),
    })
}

fn matches(app: &App<'_>) -> Option<String> {
    let armed = app.armed.as_ref().filter(|_| app.over_page())?;
    let of = app.page.mark_rows().len();
    (of > 0).then(|| format!("match {} of {of}", armed.current + 1))
}

/// Returns the sentence that must stay in sight, as long as fits.
fn safety(app: &App<'_>, width: usize) -> &'static str {
    let inside = app.condition().is_some() && app.over_page();
    let sentences: &[&str] = if inside {
        &[
            "Not a diagnosis. In an emergency call your emergency number. Signs: press 2",
            "Not a diagnosis. Emergency signs: press 2",
            "Emergency signs: press 2",
        ]
    } else {
        &[
            "Not a diagnosis. In an emergency call your local emergency number.",
            "In an emergency call for help.",
        ]
    };
    sentences.iter().find(|sentence| sentence.len() <= width).copied().unwrap_or_default()
}

/// Draws the keys that matter now: those that fit, the most important first.
fn keys(app: &App<'_>, paint: &mut Paint<'_>, area: Rect) -> u16 {
    let hints: &[(u8, &str)] = match (&app.help, &app.results, app.pane) {
        // The same words in the field and in the list, so that a move between them rewrites nothing.
        (Some(_), ..) => {
            &[(0, "Enter run"), (1, "Down to the list"), (2, "/ type again"), (0, "Esc close")]
        }
        (None, Some(_), ..) => &[
            (0, "Enter open"),
            (1, "Down to the list"),
            (2, "Tab kind"),
            (3, "/ type again"),
            (0, "Esc close"),
        ],
        (None, None, Pane::Page) if app.condition().is_some() => &[
            (0, "/ search"),
            (4, "Enter open"),
            (2, "b back"),
            (3, "[ ] section"),
            (1, "s sections"),
            (5, "c conditions"),
            (6, "f find"),
            (0, "? help"),
            (0, "q quit"),
        ],
        _ => &[
            (0, "/ search"),
            (0, "Enter open"),
            (1, "b back"),
            (2, "c conditions"),
            (3, "Tab pane"),
            (0, "? help"),
            (0, "q quit"),
        ],
    };
    let mut shown: Vec<(u8, &str)> = hints.to_vec();
    let width = |shown: &[(u8, &str)]| {
        shown.iter().map(|(_, words)| columns(words) + 2).sum::<usize>().saturating_sub(2)
    };
    while width(&shown) > usize::from(area.width) && shown.len() > 1 {
        let least =
            shown.iter().enumerate().max_by_key(|(n, (rank, _))| (*rank, *n)).map(|(n, _)| n);
        shown.remove(least.unwrap_or_default());
    }
    let words: Vec<&str> = shown.iter().map(|(_, words)| *words).collect();
    paint.words(area, &[(PLAIN, &words.join("  "))])
}
