//! A ratatui backend that is calm to listen to and cheap to send.
//!
//! The stock backend writes the cells that changed, and a screen reader then speaks
//! parts of words. This one knows what the terminal shows, compares whole rows, and
//! sends each frame in one write that ends with the move of the cursor. The cursor is
//! never hidden, and the screen is never cleared.

use std::io::{self, Write};

use ratatui::{
    backend::{Backend, ClearType, WindowSize},
    buffer::Cell,
    layout::{Position, Size},
};

use super::{
    glyph::{self, MARK},
    paint::{self, Pen},
    sgr::Look,
};

/// The backend. It writes to anything, so that a test can look at the bytes.
pub(super) struct Calm<W: Write> {
    out: W,
    color: bool,
    size: Size,
    /// The screen as ratatui wants it, row after row.
    wanted: Vec<Cell>,
    /// The screen as the terminal shows it.
    shown: Vec<Cell>,
    /// Whether nothing is known about what the terminal shows.
    stale: bool,
    /// Where the cursor should be, and where it is known to be.
    cursor: Position,
    at: Option<Position>,
}

impl<W: Write> Calm<W> {
    /// Without `color`, bold, underline and reverse remain.
    pub(super) fn new(out: W, size: Size, color: bool) -> Self {
        let blank = Self::blank(size);
        let cursor = Position::ORIGIN;
        Self {
            out,
            color,
            size,
            wanted: blank.clone(),
            shown: blank,
            stale: true,
            cursor,
            at: None,
        }
    }

    /// Takes over another size of the terminal.
    pub(super) fn resize(&mut self, size: Size) {
        if self.size != size {
            self.size = size;
            self.wanted = Self::blank(size);
            self.shown = self.wanted.clone();
            self.forget();
        }
    }

    /// Makes the next frame write every row.
    pub(super) fn forget(&mut self) {
        self.stale = true;
        self.at = None;
    }

    /// Lets a test look at what was written.
    #[cfg(test)]
    pub(super) fn out_mut(&mut self) -> &mut W {
        &mut self.out
    }

    fn blank(size: Size) -> Vec<Cell> {
        vec![Cell::EMPTY; usize::from(size.width) * usize::from(size.height)]
    }

    /// The cell as it will be shown: with a safe symbol and a look that can be sent.
    fn tidy(&self, x: u16, cell: &Cell) -> Cell {
        let mut symbol = glyph::shown(cell.symbol());
        if usize::from(x) + glyph::width(symbol) > usize::from(self.size.width) {
            symbol = MARK;
        }
        let mut tidy = Cell::EMPTY;
        tidy.set_symbol(symbol);
        let look = Look::of(cell, paint::is_blank(&tidy), self.color);
        (tidy.fg, tidy.bg, tidy.modifier) = (look.fg, look.bg, look.modifier);
        tidy
    }

    fn frame(&self) -> Vec<u8> {
        let mut pen = Pen::new(self.at);
        let columns = usize::from(self.size.width).max(1);
        let rows = self.shown.chunks(columns).zip(self.wanted.chunks(columns));
        for (y, (shown, wanted)) in (0..).zip(rows) {
            let columns =
                if self.stale { Some(0..wanted.len()) } else { paint::changed(shown, wanted) };
            if let Some(columns) = columns {
                pen.row(y, wanted, columns);
            }
        }
        pen.finish(self.goal())
    }

    /// Where the cursor goes: where it was asked to, but within the screen.
    fn goal(&self) -> Position {
        let last = Position {
            x: self.size.width.saturating_sub(1),
            y: self.size.height.saturating_sub(1),
        };
        Position { x: self.cursor.x.min(last.x), y: self.cursor.y.min(last.y) }
    }
}

impl<W: Write> Backend for Calm<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            if x >= self.size.width || y >= self.size.height {
                continue;
            }
            let at = usize::from(y) * usize::from(self.size.width) + usize::from(x);
            let tidy = self.tidy(x, cell);
            // ratatui leaves out the columns that it takes for hidden by a wide symbol,
            // and what it has left out must not come back later.
            let room = usize::from(self.size.width - x);
            let hidden = glyph::width(cell.symbol()).clamp(1, room);
            if let Some([old, rest @ ..]) = self.wanted.get_mut(at..at + hidden) {
                *old = tidy;
                rest.fill(Cell::EMPTY);
            }
        }
        Ok(())
    }

    /// The cursor is always shown, since screen readers and braille displays follow it.
    fn hide_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Nothing is cleared on the terminal: the next frame writes all that differs.
    fn clear_region(&mut self, kind: ClearType) -> io::Result<()> {
        let columns = usize::from(self.size.width);
        let row = usize::from(self.cursor.y) * columns;
        let at = row + usize::from(self.cursor.x);
        let cells = match kind {
            ClearType::All => 0..self.wanted.len(),
            ClearType::AfterCursor => at..self.wanted.len(),
            ClearType::BeforeCursor => 0..at,
            ClearType::CurrentLine => row..row + columns,
            ClearType::UntilNewLine => at..row + columns,
        };
        self.stale |= kind == ClearType::All;
        if let Some(cells) = self.wanted.get_mut(cells) {
            cells.fill(Cell::EMPTY);
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        let bytes = self.frame();
        if bytes.is_empty() {
            return Ok(());
        }
        // Until the write has succeeded, nothing is known about the screen.
        self.forget();
        self.out.write_all(&bytes)?;
        self.out.flush()?;
        self.stale = false;
        self.at = Some(self.goal());
        self.shown.clone_from(&self.wanted);
        Ok(())
    }
}
