//! Putting words into cells: always cleaned, always cut at the edge.

use crate::document::wrap::columns;
use crate::model::clean;
use crate::tui::theme::{Colours, Part, ThemeName, look};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A buffer and the theme to paint it in.
pub(super) struct Paint<'a> {
    pub(super) buffer: &'a mut Buffer,
    pub(super) theme: ThemeName,
    pub(super) colours: Colours,
    /// Whether rows are underlined that only part others.
    pub(super) borders: bool,
}

impl Paint<'_> {
    /// Writes words on the first row of an area, cut at its right edge. Returns the columns used.
    pub(super) fn words(&mut self, area: Rect, words: &[(Part, &str)]) -> u16 {
        let area = area.intersection(self.buffer.area);
        let mut x = area.x;
        if area.height == 0 {
            return 0;
        }
        for (part, text) in words {
            let room = usize::from(area.right().saturating_sub(x));
            if room == 0 {
                break;
            }
            let style = look(self.theme, self.colours, *part);
            (x, _) = self.buffer.set_stringn(x, area.y, clean(text), room, style);
        }
        x - area.x
    }

    /// Writes words at the right end of the first row of an area, if they fit behind what is there.
    pub(super) fn right(&mut self, area: Rect, used: u16, part: Part, text: &str) {
        let width = u16::try_from(columns(text)).unwrap_or(u16::MAX);
        if width > 0 && used + 2 + width <= area.width {
            let x = area.right() - width;
            self.words(Rect { x, width, ..area }, &[(part, text)]);
        }
    }

    /// Lays a look over a row.
    pub(super) fn over(&mut self, area: Rect, part: Part) {
        if part == Part::Rule && !self.borders {
            return;
        }
        let area = area.intersection(self.buffer.area);
        self.buffer.set_style(area, look(self.theme, self.colours, part));
    }
}

/// Returns the area without its outermost columns, where it has some to spare.
pub(super) fn inset(area: Rect) -> Rect {
    let by = u16::from(area.width >= 60);
    Rect { x: area.x + by, width: area.width - 2 * by, ..area }
}

/// Returns a row of an area, counted from 0.
pub(super) fn row(area: Rect, y: usize) -> Rect {
    let y = u16::try_from(y).unwrap_or(u16::MAX);
    Rect { y: area.y.saturating_add(y), height: u16::from(y < area.height), ..area }
}

/// Cuts a text to columns. What is cut is said by three dots.
pub(super) fn cut(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    for c in text.chars() {
        if columns(&short) + columns(c.encode_utf8(&mut [0; 4])) + 3 > width {
            break;
        }
        short.push(c);
    }
    format!("{}...", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(cut("Guillain-Barré syndrome", 12), "Guillain-...");
        assert_eq!(cut("Dystonia", 8), "Dystonia");
    }
}
