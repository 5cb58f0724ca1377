//! Frames that are calm to listen to and cheap to send.
//!
//! ratatui's own terminal writes the cells that changed, and a screen reader then speaks parts of
//! words. Here the screen as it is shown is known, whole rows are compared, and each frame is one
//! write that ends with the move of the cursor. The cursor is never hidden, and the screen is
//! never cleared. A frame cannot be painted without saying where the cursor goes.

use std::io::{self, Write};

use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect, Size},
};

use super::{
    glyph::{self, MARK},
    paint::{self, Pen},
    sgr::Look,
};

/// The screen. It writes to anything, so that a test can look at the bytes.
pub(super) struct Calm<W: Write> {
    out: W,
    color: bool,
    size: Size,
    /// The cells as the terminal shows them, row after row; empty while nothing is known.
    shown: Vec<Cell>,
    /// Where the cursor is known to be.
    at: Option<Position>,
}

impl<W: Write> Calm<W> {
    /// Without `color`, bold, underline and reverse remain.
    pub(super) fn new(out: W, size: Size, color: bool) -> Self {
        Self { out, color, size, shown: Vec::new(), at: None }
    }

    /// Takes over another size of the terminal.
    pub(super) fn resize(&mut self, size: Size) {
        if self.size != size {
            self.size = size;
            self.forget();
        }
    }

    /// Makes the next frame write every row.
    pub(super) fn forget(&mut self) {
        self.shown.clear();
        self.at = None;
    }

    /// Paints one frame and sends what differs from the screen, in one write.
    pub(super) fn draw(&mut self, paint: impl FnOnce(&mut Buffer) -> Position) -> io::Result<()> {
        let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, self.size)));
        let cursor = self.within(paint(&mut buffer));
        self.tidy(&mut buffer.content);
        let bytes = self.frame(&buffer.content, cursor);
        if !bytes.is_empty() {
            // Until the write has succeeded, nothing is known about the screen.
            self.forget();
            self.out.write_all(&bytes)?;
            self.out.flush()?;
        }
        self.at = Some(cursor);
        self.shown = buffer.content;
        Ok(())
    }

    /// Lets a test look at what was written.
    #[cfg(test)]
    pub(super) fn out_mut(&mut self) -> &mut W {
        &mut self.out
    }

    fn columns(&self) -> usize {
        usize::from(self.size.width).max(1)
    }

    /// Makes every cell one that may be shown: a safe symbol, a look that can be sent, and
    /// nothing behind the first half of a wide character.
    fn tidy(&self, cells: &mut [Cell]) {
        for row in cells.chunks_mut(self.columns()) {
            let mut x = 0;
            while let Some([cell, rest @ ..]) = row.get_mut(x..) {
                let mut symbol = glyph::shown(cell.symbol());
                if glyph::width(symbol) > 1 + rest.len() {
                    symbol = MARK;
                }
                // The columns that ratatui takes for hidden must not come back later.
                let hidden = glyph::width(cell.symbol()).clamp(1, 1 + rest.len());
                if symbol != cell.symbol() {
                    let symbol = symbol.to_owned();
                    cell.set_symbol(&symbol);
                }
                let look = Look::of(cell, paint::is_blank(cell), self.color);
                (cell.fg, cell.bg, cell.modifier) = (look.fg, look.bg, look.modifier);
                for covered in rest.iter_mut().take(hidden - 1) {
                    *covered = Cell::EMPTY;
                }
                x += hidden;
            }
        }
    }

    fn frame(&self, wanted: &[Cell], cursor: Position) -> Vec<u8> {
        let mut pen = Pen::new(self.at);
        let columns = self.columns();
        let known = self.shown.len() == wanted.len();
        for (y, row) in (0..).zip(wanted.chunks(columns)) {
            let start = usize::from(y) * columns;
            let changed = match self.shown.get(start..start + row.len()) {
                Some(shown) if known => self
                    .at
                    .filter(|at| at.y == y && cursor.y == y)
                    .and_then(|at| paint::typed(shown, row, at.x, cursor.x))
                    .or_else(|| paint::changed(shown, row)),
                _ => Some(0..row.len()),
            };
            if let Some(columns) = changed {
                pen.row(y, row, columns);
            }
        }
        pen.finish(cursor)
    }

    /// Returns the place, moved onto the screen.
    fn within(&self, at: Position) -> Position {
        let last = |columns: u16| columns.saturating_sub(1);
        Position { x: at.x.min(last(self.size.width)), y: at.y.min(last(self.size.height)) }
    }
}
