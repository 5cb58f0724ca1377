//! A document laid out in rows, with the row on which the reader is.

use crate::browse::Spot;
use crate::document::wrap::{Line, wrap, wrap_flat};
use crate::document::{Block, BlockKind, Document, Role, Span};
use crate::search::marks;
use std::ops::Range;

/// What is marked on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Marked {
    /// Words, as they were typed.
    Words(String),
    /// The names of some items, counted from 0.
    Items(Vec<usize>),
}

impl Marked {
    /// Returns the marked letters of a block, in bytes.
    fn letters(&self, block: &Block) -> Vec<Range<usize>> {
        match self {
            Self::Words(typed) => marks(typed, &block.text),
            Self::Items(items) => {
                let named = matches!(block.kind, BlockKind::Item { .. })
                    && block.item.is_some_and(|item| items.contains(&item));
                let name = block.spans.iter().filter(|span| span.role == Role::Name);
                name.filter(|_| named).map(|span| span.range.clone()).collect()
            }
        }
    }
}

/// What a page shows and how. When it changes, the page is laid out again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Setting {
    /// Columns of text.
    pub(super) width: usize,
    /// What to mark.
    pub(super) marked: Option<Marked>,
    /// Whether marks are brackets, for a view without looks.
    pub(super) brackets: bool,
    /// Whether every row says something from its first column on, for a screen reader.
    pub(super) flat: bool,
}

/// A document laid out in rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) document: Document,
    pub(super) setting: Setting,
    pub(super) rows: Vec<Line>,
    /// The marked letters of each block, in bytes.
    marks: Vec<Vec<Range<usize>>>,
    /// The row on which the reader is.
    pub(super) row: usize,
    /// The first row that is shown.
    pub(super) top: usize,
}

impl Page {
    /// Lays out a document. The reader is put on the line of the spot.
    pub(super) fn of(document: Document, setting: Setting, spot: Spot) -> Self {
        let mut page = Self { document, setting, ..Self::default() };
        page.lay_out(spot);
        page
    }

    /// Lays the same document out again.
    pub(super) fn set(&mut self, document: Document, setting: Setting) {
        let spot = self.spot();
        self.document = document;
        self.setting = setting;
        self.lay_out(spot);
    }

    fn lay_out(&mut self, spot: Spot) {
        let marked = self.setting.marked.as_ref();
        let letters = |block| marked.map(|marked| marked.letters(block)).unwrap_or_default();
        self.marks = self.document.blocks.iter().map(letters).collect();
        if self.setting.brackets {
            for (block, marks) in self.document.blocks.iter_mut().zip(&mut self.marks) {
                bracket(block, marks);
            }
        }
        let break_lines = if self.setting.flat { wrap_flat } else { wrap };
        self.rows = break_lines(&self.document, self.setting.width);
        let first = self.rows.iter().position(|line| line.block >= spot.block).unwrap_or_default();
        self.row = (first + spot.line).min(self.last());
        self.top = spot.top.min(self.row);
    }

    /// Returns the line on which the reader is, in a way that outlives a new layout.
    pub(super) fn spot(&self) -> Spot {
        let Some(line) = self.rows.get(self.row) else { return Spot::default() };
        let first =
            self.rows.iter().position(|other| other.block == line.block).unwrap_or_default();
        Spot { block: line.block, line: self.row.saturating_sub(first), top: self.top, list: None }
    }

    /// Returns the number of the last row.
    pub(super) fn last(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    /// Returns the block on which the reader is.
    pub(super) fn block(&self) -> Option<&Block> {
        self.document.blocks.get(self.rows.get(self.row)?.block)
    }

    /// Returns the item on which the reader is, counted from 0.
    pub(super) fn item(&self) -> Option<usize> {
        self.block()?.item
    }

    /// Returns the first row of a block.
    pub(super) fn row_of_block(&self, block: usize) -> Option<usize> {
        self.rows.iter().position(|line| line.block == block)
    }

    /// Returns the row of an item's name.
    pub(super) fn row_of_item(&self, item: usize) -> Option<usize> {
        self.row_of_block(self.document.block_of_item(item)?)
    }

    /// Returns the rows on which names of items stand.
    pub(super) fn item_rows(&self) -> Vec<usize> {
        let named = |line: &Line| {
            matches!(
                self.document.blocks.get(line.block),
                Some(Block { kind: BlockKind::Item { .. }, .. })
            )
        };
        let mut rows: Vec<usize> = Vec::new();
        for (row, line) in self.rows.iter().enumerate() {
            let first =
                row == 0 || self.rows.get(row - 1).is_none_or(|above| above.block != line.block);
            if first && named(line) {
                rows.push(row);
            }
        }
        rows
    }

    /// Returns the marked letters of a row, in bytes of its block.
    pub(super) fn marks_of(&self, line: &Line) -> &[Range<usize>] {
        self.marks.get(line.block).map_or(&[], Vec::as_slice)
    }

    /// Returns the rows with marks, in order. Marks on one row count as one, because going from one
    /// to the next would move nothing.
    pub(super) fn mark_rows(&self) -> Vec<usize> {
        let marked =
            |line: &Line| self.marks_of(line).iter().any(|mark| line.range.contains(&mark.start));
        self.rows.iter().enumerate().filter(|(_, line)| marked(line)).map(|(row, _)| row).collect()
    }

    /// Moves to a row and turns pages so that it is shown on a screen of some height.
    pub(super) fn move_to(&mut self, row: usize, height: usize) {
        self.row = row.min(self.last());
        self.top = turned(self.row, self.top, height).min(self.last_top(height));
    }

    /// Moves to a row and shows it in the upper third of the screen. Where the screen is heard, it
    /// is the first row, because the screen is read from there.
    pub(super) fn land_on(&mut self, row: usize, height: usize) {
        self.row = row.min(self.last());
        let above = if self.setting.flat { 0 } else { height / 3 };
        self.top = self.row.saturating_sub(above).min(self.last_top(height));
    }

    /// Returns the last row that may be the first on the screen. A page that is seen stays full; one
    /// that is heard begins with what is new, or rows would be heard twice.
    fn last_top(&self, height: usize) -> usize {
        if self.setting.flat { self.last() } else { self.rows.len().saturating_sub(height.max(1)) }
    }
}

/// Returns the first row to show so that a row is on the screen. A page is turned whole, so that
/// the cursor always moves and each page is heard once.
pub(super) fn turned(row: usize, top: usize, height: usize) -> usize {
    let height = height.max(1);
    if row < top {
        (row + 1).saturating_sub(height)
    } else if row >= top + height {
        row
    } else {
        top
    }
}

/// Writes brackets around marked letters and moves roles and marks along.
fn bracket(block: &mut Block, marks: &mut [Range<usize>]) {
    let mut text = String::new();
    let mut at = 0;
    let spans = std::mem::take(&mut block.spans);
    let moved = |place: usize, marks: &[Range<usize>]| {
        place
            + marks
                .iter()
                .map(|mark| usize::from(place > mark.start) + usize::from(place >= mark.end))
                .sum::<usize>()
    };
    for mark in marks.iter() {
        text.push_str(block.text.get(at..mark.start).unwrap_or_default());
        text.push('[');
        text.push_str(block.text.get(mark.clone()).unwrap_or_default());
        text.push(']');
        at = mark.end;
    }
    text.push_str(block.text.get(at..).unwrap_or_default());
    block.spans = spans
        .into_iter()
        .map(|span| Span {
            range: moved(span.range.start, marks)..moved(span.range.end, marks),
            role: span.role,
        })
        .collect();
    block.text = text;
    for (n, mark) in marks.iter_mut().enumerate() {
        *mark = mark.start + 2 * n..mark.end + 2 * n + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(words: &str, typed: &str, brackets: bool) -> Page {
        let mut document = Document::titled("Title");
        let mut block = Block::new(BlockKind::Paragraph, "");
        block.push(Role::Label, "Label:");
        block.push(Role::Text, words);
        document.push(block);
        let setting = Setting {
            width: 12,
            marked: Some(Marked::Words(typed.to_owned())),
            brackets,
            flat: false,
        };
        Page::of(document, setting, Spot::default())
    }

    #[test]
    fn brackets_stand_around_what_was_found_and_roles_stay() {
        let page = page(" the neck", "neck", true);
        let block = &page.document.blocks[1];
        assert_eq!(block.text, "Label: the [neck]");
        assert_eq!(block.pieces(0..6), [(Role::Label, "Label:")]);
        assert_eq!(block.text.get(page.marks[1][0].clone()), Some("[neck]"));
    }

    #[test]
    fn a_page_is_turned_whole() {
        assert_eq!(turned(10, 0, 10), 10);
        assert_eq!(turned(9, 10, 10), 0);
        assert_eq!(turned(5, 0, 10), 0);
    }

    #[test]
    fn a_spot_survives_another_width() {
        let mut page = page(" some words that fill several lines of it", "", false);
        page.move_to(3, 10);
        let line = page.rows[3].block;
        page.set(page.document.clone(), Setting { width: 60, ..Setting::default() });
        assert_eq!(page.rows[page.row].block, line);
    }
}
