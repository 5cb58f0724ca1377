//! The screen for a screen reader: rows of words from the first column on, and one row of keys.
//!
//! No looks, no columns, no marker: the terminal's cursor is the focus. A row stays as it is while
//! the focus moves, so that a reader says the focused row and nothing else.

use super::Focus;
use super::foot::prompt;
use super::paint::{Paint, cut, row};
use crate::browse::{self, others};
use crate::document::wrap::columns;
use crate::document::{Role, count, placed};
use crate::library::Library;
use crate::search::Hit;
use crate::speech::{ascii, spoken};
use crate::tui::app::App;
use crate::tui::layout::Layout;
use crate::tui::results::{Results, Row};
use crate::tui::theme::Part;
use ratatui::layout::{Position, Rect};

const PLAIN: Part = Part::Words(Role::Text);

pub(super) fn draw(app: &App<'_>, paint: &mut Paint<'_>, layout: &Layout) -> Focus {
    let area = layout.page.unwrap_or_default();
    let focus = match &app.results {
        Some(results) => draw_results(results, app.library, paint, area),
        None => draw_page(app, paint, area),
    };
    let Some(foot) = layout.hints else { return focus };
    if let Some(caret) = prompt(app, paint, foot) {
        return caret;
    }
    let words = match &app.message {
        Some(message) => cut(&ascii(message), usize::from(foot.width)),
        None => hint(app, usize::from(foot.width)).to_owned(),
    };
    paint.words(foot, &[(PLAIN, &words)]);
    focus
}

fn draw_page(app: &App<'_>, paint: &mut Paint<'_>, area: Rect) -> Focus {
    let page = &app.page;
    let rows = page.rows.iter().enumerate().skip(page.top).take(usize::from(area.height));
    for (n, line) in rows {
        let block = page.document.blocks.get(line.block);
        let words = block.and_then(|block| block.text.get(line.range.clone()));
        paint.words(row(area, n - page.top), &[(PLAIN, words.unwrap_or_default())]);
    }
    at(area, page.row - page.top.min(page.row))
}

fn draw_results(results: &Results, library: &Library, paint: &mut Paint<'_>, area: Rect) -> Focus {
    let choice = results.finder.choice;
    let rows = results.rows.iter().enumerate().skip(choice.top).take(usize::from(area.height));
    for (n, entry) in rows {
        let words = row_words(*entry, results, library, usize::from(area.width));
        paint.words(row(area, n - choice.top), &[(PLAIN, &words)]);
    }
    at(area, choice.row - choice.top.min(choice.row))
}

fn at(area: Rect, row: usize) -> Focus {
    let y = area.y.saturating_add(u16::try_from(row).unwrap_or(u16::MAX));
    Focus(Position::new(area.x, y))
}

/// Returns the words of a row of results, the fullest that fit.
fn row_words(entry: Row, results: &Results, library: &Library, width: usize) -> String {
    let hits = &results.found.hits;
    let of = results.found.count();
    let words = match entry {
        Row::Count => vec![results_title(results)],
        Row::Said(place) => vec![results.said.get(place).cloned().unwrap_or_default()],
        Row::AsTyped if results.exact => vec!["As typed. Similar words too: press e.".to_owned()],
        Row::AsTyped => vec!["Only the letters as typed: press e.".to_owned()],
        Row::Heading(kind, count) => vec![format!("Heading: {}, {count}.", kind.heading())],
        Row::More(kind, more) => vec![format!("{more} more: {}.", kind.heading())],
        Row::Others(hit) => hits.get(hit).map_or_else(Vec::new, |hit| {
            let many = count(hit.others.len(), "other condition", "other conditions");
            let all = others(hit, library).map(|words| format!("{words}."));
            all.into_iter().chain([format!("In {many} too.")]).collect()
        }),
        Row::Other(hit, other) => {
            let there = hits.get(hit).and_then(|hit| Some((hit, hit.others.get(other)?)));
            let there = there.map(|(hit, address)| (browse::at(hit, address, library), hit));
            there.map_or_else(Vec::new, |(there, hit)| {
                vec![placed(&there.condition, other + 1, hit.others.len())]
            })
        }
        Row::Hit(n) => hits.get(n).map_or_else(Vec::new, |hit| hit_words(hit, n + 1, of)),
    };
    let words: Vec<String> = words.iter().map(|words| spoken(words)).collect();
    let fits = words.iter().find(|words| columns(words) <= width);
    fits.cloned().unwrap_or_else(|| cut(words.last().map_or("", String::as_str), width))
}

/// Returns the first row of the results: how many there are for which words.
fn results_title(results: &Results) -> String {
    let typed = results.finder.input.value();
    let found = match results.only {
        Some(only) => {
            let of_kind = results.found.kinds.iter().find(|(kind, _)| *kind == only);
            let many = of_kind.map_or(0, |(_, count)| *count);
            format!("{}, {}", only.heading(), count(many, "result", "results"))
        }
        None => count(results.found.count(), "result", "results"),
    };
    format!("Results: {found} for {typed}.")
}

/// Returns what may stand for a hit, the fullest first: its name, why it is here, where it stands,
/// and which result it is. The name is never left out.
fn hit_words(hit: &Hit, number: usize, of: usize) -> Vec<String> {
    let kind = hit.kind.label().to_lowercase();
    let why = hit.why.as_ref().map(|why| format!(", {why}")).unwrap_or_default();
    let named = hit.title == hit.condition;
    let place = if named { String::new() } else { format!(" in {}", hit.condition) };
    [
        format!("{}{why}, {kind}{place}", hit.title),
        format!("{}, {kind}{place}", hit.title),
        format!("{}, {kind}", hit.title),
        hit.title.clone(),
    ]
    .iter()
    .map(|words| placed(words, number, of))
    .chain([hit.title.clone()])
    .collect()
}

/// Returns the keys that matter here, as many as fit. They stay the same while the place does.
fn hint(app: &App<'_>, width: usize) -> &'static str {
    let hints: &[&str] = if app.results.is_some() {
        &[
            "Enter opens. Slash searches again. Tab is the next kind. b goes back. q quits.",
            "Enter opens. Slash searches. b goes back.",
            "Enter opens. b goes back. q quits.",
        ]
    } else if app.condition().is_some() {
        &[
            "2 emergency signs, s sections, slash search, h help, b back, q quit.",
            "2 emergency signs, s sections, slash search, h help, b back.",
            "2 emergency signs, h help, b back.",
        ]
    } else {
        &[
            "Enter opens. Slash searches. h is help. b goes back. q quits.",
            "Enter opens. Slash searches. h is help.",
        ]
    };
    hints.iter().find(|words| words.len() <= width).copied().unwrap_or("b goes back.")
}
