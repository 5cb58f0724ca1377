//! What a frame changes, row by row, and the bytes that show it.

use std::ops::Range;

use ratatui::{buffer::Cell, layout::Position};

use super::{
    glyph::{is_sure, width},
    sgr::Look,
};

/// Fewer trailing blanks than the erasing sequence has bytes are written as they are.
const ERASE: &[u8] = b"\x1b[K";

/// The columns of a row to write, if any. A changed text means the whole row, for a
/// screen reader speaks what is written, and parts of rows are parts of words. A changed
/// look alone means the words from the first to the last that changed.
pub(super) fn changed(shown: &[Cell], wanted: &[Cell]) -> Option<Range<usize>> {
    let differ = |(a, b): (&Cell, &Cell)| a != b;
    let first = shown.iter().zip(wanted).position(differ)?;
    if shown.iter().zip(wanted).any(|(a, b)| a.symbol() != b.symbol()) {
        return Some(0..wanted.len());
    }
    let last = shown.iter().zip(wanted).rposition(differ)?;
    // Two neighbours belong together when neither is a blank, or when the second is
    // the hidden half of a wide character.
    let half = covered(wanted);
    let solid =
        |x: usize| half.get(x) == Some(&true) || wanted.get(x).is_some_and(|cell| !is_blank(cell));
    let joined = |x: usize| half.get(x) == Some(&true) || (solid(x) && x > 0 && solid(x - 1));
    let from = (0..=first).rev().find(|x| !joined(*x)).unwrap_or(0);
    let to = (last + 1..wanted.len()).find(|x| !joined(*x)).unwrap_or(wanted.len());
    Some(from..to)
}

/// The columns of a row that typing has changed, if nothing else did: letters behind the cursor where
/// blanks were, or blanks where letters were. Written alone, they sound as typing does everywhere:
/// a reader says the letter and not the whole row again.
pub(super) fn typed(shown: &[Cell], wanted: &[Cell], from: u16, to: u16) -> Option<Range<usize>> {
    let columns = usize::from(from.min(to))..usize::from(from.max(to));
    let differ = |range: Range<usize>| shown.get(range.clone()) != wanted.get(range);
    let elsewhere = differ(0..columns.start) || differ(columns.end..wanted.len());
    let emptied = if from < to { shown } else { wanted }.get(columns.clone())?;
    let typing = !columns.is_empty() && !elsewhere && differ(columns.clone());
    (typing && emptied.iter().all(is_blank)).then_some(columns)
}

/// Which columns are the second half of a wide character.
fn covered(row: &[Cell]) -> Vec<bool> {
    let mut half = Vec::with_capacity(row.len());
    while let Some(cell) = row.get(half.len()) {
        half.push(false);
        if width(cell.symbol()) == 2 && half.len() < row.len() {
            half.push(true);
        }
    }
    half
}

pub(super) fn is_blank(cell: &Cell) -> bool {
    cell.symbol().trim().is_empty()
}

fn look(cell: &Cell) -> Look {
    Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
}

/// The bytes of one frame, and where they leave the terminal's cursor and look.
pub(super) struct Pen {
    pub bytes: Vec<u8>,
    at: Option<Position>,
    look: Look,
}

impl Pen {
    /// Starts where the last frame has left the cursor, or nowhere in particular.
    pub(super) fn new(at: Option<Position>) -> Self {
        Self { bytes: Vec::new(), at, look: Look::default() }
    }

    /// Writes some columns of a row.
    pub(super) fn row(&mut self, y: u16, row: &[Cell], columns: Range<usize>) {
        let half = covered(row);
        let mut end = columns.end;
        if columns.end == row.len() {
            let plain = |cell: &Cell| cell.symbol() == " " && look(cell) == Look::default();
            end = row
                .iter()
                .zip(&half)
                .rposition(|(cell, half)| *half || !plain(cell))
                .map_or(0, |x| x + 1);
            end = end.max(columns.start);
            if columns.end - end <= ERASE.len() {
                end = columns.end;
            }
        }
        for ((x, cell), half) in (0..).zip(row).zip(half).take(end).skip(columns.start) {
            if !half {
                self.cell(Position { x, y }, cell, row.len());
            }
        }
        if end < columns.end {
            // Erasing paints with the look of the moment.
            self.go(Position { x: u16::try_from(end).unwrap_or(u16::MAX), y });
            self.style(Look::default());
            self.bytes.extend_from_slice(ERASE);
        }
    }

    /// Ends the frame: plain look, and the cursor's move as the very last bytes.
    pub(super) fn finish(mut self, cursor: Position) -> Vec<u8> {
        self.style(Look::default());
        self.go(cursor);
        self.bytes
    }

    fn cell(&mut self, to: Position, cell: &Cell, columns: usize) {
        self.go(to);
        self.style(look(cell));
        self.bytes.extend_from_slice(cell.symbol().as_bytes());
        let next = usize::from(to.x) + width(cell.symbol());
        // Behind the last column a terminal waits with the wrap, and behind an emoji
        // sequence terminals disagree: the next piece is then placed anew.
        let sure = next < columns && is_sure(cell.symbol());
        self.at = u16::try_from(next).ok().filter(|_| sure).map(|x| Position { x, y: to.y });
    }

    fn go(&mut self, to: Position) {
        if self.at != Some(to) {
            self.bytes.extend_from_slice(format!("\x1b[{};{}H", to.y + 1, to.x + 1).as_bytes());
            self.at = Some(to);
        }
    }

    fn style(&mut self, to: Look) {
        self.look.switch(to, &mut self.bytes);
        self.look = to;
    }
}
