//! The page: text in rows, one of them with the focus.

use super::Focus;
use super::paint::{Paint, row};
use crate::document::wrap::Line;
use crate::document::{Block, Role};
use crate::tui::app::App;
use crate::tui::layout::Pane;
use crate::tui::page::Page;
use crate::tui::theme::Part;
use ratatui::layout::{Position, Rect};
use std::ops::Range;

pub(super) fn draw(app: &App<'_>, paint: &mut Paint<'_>, area: Rect) -> Focus {
    let page = &app.page;
    let mut focus = Position::new(area.x, area.y);
    for (n, line) in page.rows.iter().enumerate().skip(page.top).take(usize::from(area.height)) {
        let Some(block) = page.document.blocks.get(line.block) else { continue };
        let at = row(area, n - page.top);
        let indent = u16::try_from(line.indent).unwrap_or_default().min(at.width);
        let text = Rect { x: at.x + indent, width: at.width - indent, ..at };
        let words = marked(page, block, line);
        let words: Vec<(Part, &str)> =
            words.iter().map(|(part, text)| (*part, text.as_str())).collect();
        paint.words(text, &words);
        if n == page.row {
            focus = Position::new(text.x.min(area.right().saturating_sub(1)), at.y);
            if app.pane == Pane::Page {
                paint.over(at, Part::Focus);
            }
        }
    }
    Focus(focus)
}

/// Returns the words of a line with their looks; found letters have a look of their own.
fn marked(page: &Page, block: &Block, line: &Line) -> Vec<(Part, String)> {
    let mut words = Vec::new();
    let mut at = line.range.start;
    let mut add = |range: Range<usize>, mark: bool| {
        for (role, text) in block.pieces(range) {
            words.push((if mark { Part::Mark } else { Part::Words(role) }, text.to_owned()));
        }
    };
    for mark in page.marks_of(line) {
        let (start, end) = (mark.start.max(line.range.start), mark.end.min(line.range.end));
        if start < end {
            add(at..start, false);
            add(start..end, true);
            at = end;
        }
    }
    add(at..line.range.end, false);
    if words.is_empty() {
        words.push((Part::Words(Role::Text), String::new()));
    }
    words
}
