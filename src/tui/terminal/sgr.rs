//! Looks: the 256 colours, bold, underline and reverse, and nothing else.
//!
//! crossterm writes a full reset under `NO_COLOR`, which takes the reverse with it
//! (crossterm-rs/crossterm#1069), so the sequences are made here.

use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};

/// What the program can send; everything else is dropped.
const KEPT: Modifier = Modifier::BOLD.union(Modifier::UNDERLINED).union(Modifier::REVERSED);
/// What is seen on a blank.
const ON_BLANK: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED);

/// How one cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub fg: Color,
    pub bg: Color,
    pub modifier: Modifier,
}

impl Look {
    /// The look that a cell should have, as far as it can be sent and seen: two cells
    /// that look the same on the screen are then equal.
    pub(super) fn of(cell: &Cell, blank: bool, color: bool) -> Self {
        let keep = |wanted| {
            if color && code(wanted, FOREGROUND).is_some() { wanted } else { Color::Reset }
        };
        let mut look =
            Self { fg: keep(cell.fg), bg: keep(cell.bg), modifier: cell.modifier & KEPT };
        if blank && !look.modifier.intersects(ON_BLANK) {
            look.fg = Color::Reset;
            look.modifier = Modifier::empty();
        }
        look
    }

    /// Writes the sequence that leads from this look to another, if one is needed.
    pub(super) fn switch(self, to: Self, out: &mut Vec<u8>) {
        if self == to {
            return;
        }
        let dropped = |from, to| from != Color::Reset && to == Color::Reset;
        let reset = !to.modifier.contains(self.modifier)
            || dropped(self.fg, to.fg)
            || dropped(self.bg, to.bg);
        let from = if reset { Self::default() } else { self };
        let added = to.modifier - from.modifier;
        let fg = if from.fg == to.fg { None } else { code(to.fg, FOREGROUND) };
        let bg = if from.bg == to.bg { None } else { code(to.bg, BACKGROUND) };
        let word = |there: bool, code: &str| there.then(|| code.to_owned());
        let parts = [
            word(reset, "0"),
            word(added.contains(Modifier::BOLD), "1"),
            word(added.contains(Modifier::UNDERLINED), "4"),
            word(added.contains(Modifier::REVERSED), "7"),
            fg,
            bg,
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        out.extend_from_slice(format!("\x1b[{}m", parts.join(";")).as_bytes());
    }
}

/// What is added to the number of a colour for letters and for what is behind them.
const FOREGROUND: u8 = 0;
const BACKGROUND: u8 = 10;

/// The code of a colour. None for the default, and for colours beyond the 256, which are shown as
/// the default.
fn code(color: Color, ground: u8) -> Option<String> {
    let named = match color {
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        Color::Indexed(n @ 0..=7) => 30 + n,
        Color::Indexed(n @ 8..=15) => 82 + n,
        Color::Indexed(n) => return Some(format!("{};5;{n}", 38 + ground)),
        Color::Reset | Color::Rgb(..) => return None,
    };
    Some((named + ground).to_string())
}
