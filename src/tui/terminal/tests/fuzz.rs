//! The screen against a real terminal parser: after every one of many random frames
//! the parser shows what was painted.

use std::io;

use ratatui::{
    buffer::{Buffer, CellWidth},
    layout::{Rect, Size},
    style::{Color, Modifier, Style},
};

use super::{Calm, Writes};

const PIECES: [&str; 12] =
    ["a", "bc", " ", "  ", "é", "世", "界x", "e\u{301}", "─", "한글", "word", "🩺"];

/// A small generator, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn short(&mut self, sides: u64) -> u16 {
        u16::try_from(self.roll(sides)).unwrap_or(0)
    }

    fn style(&mut self) -> Style {
        let colors = [Color::Reset, Color::Red, Color::LightBlue, Color::Reset];
        let pick =
            |n: u64| colors.get(usize::try_from(n).unwrap_or(0)).copied().unwrap_or(Color::Reset);
        let modifier = Modifier::from_bits_truncate(self.short(512))
            & (Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED);
        Style::new().fg(pick(self.roll(4))).bg(pick(self.roll(4))).add_modifier(modifier)
    }
}

/// A terminal full of what something else has left on it, since after a resize nothing
/// is known about the screen.
fn littered(size: Size) -> vt100::Parser {
    let mut parser = vt100::Parser::new(size.height, size.width, 0);
    parser.process(b"\x1b[7;41m");
    parser.process(&b"X".repeat(usize::from(size.width) * usize::from(size.height)));
    parser.process(b"\x1b[0m");
    parser
}

#[test]
fn random_frames_are_shown_as_wanted() -> io::Result<()> {
    for seed in 0..40 {
        let mut dice = Dice(seed);
        let mut size = Size::new(20, 5);
        let mut parser = littered(size);
        let mut screen = Calm::new(Writes::default(), size, true);
        for step in 0..60 {
            if dice.roll(10) == 0 {
                size = Size::new(1 + dice.short(24), 1 + dice.short(6));
                parser = littered(size);
                screen.resize(size);
                // As the session does, since the new size may be the old one.
                screen.forget();
            }
            let cursor = (dice.short(u64::from(size.width)), dice.short(u64::from(size.height)));
            let mut pieces = Vec::new();
            for _ in 0..dice.roll(6) {
                let piece =
                    PIECES.get(usize::try_from(dice.roll(12)).unwrap_or(0)).copied().unwrap_or("a");
                pieces.push((
                    dice.short(u64::from(size.width)),
                    dice.short(u64::from(size.height)),
                    piece,
                    dice.style(),
                ));
            }
            let area = Rect::new(0, dice.short(u64::from(size.height)), size.width, 1);
            let bar = (dice.roll(3) == 0).then(|| dice.style());
            let mut wanted = Buffer::empty(Rect::ZERO);
            screen.draw(|buffer| {
                for (x, y, piece, style) in &pieces {
                    buffer.set_string(*x, *y, piece, *style);
                }
                if let Some(style) = bar {
                    buffer.set_style(area, style);
                }
                wanted.clone_from(buffer);
                cursor.into()
            })?;
            let bytes = std::mem::take(&mut screen.out_mut().0).concat();
            parser.process(&bytes);
            let mut hidden = 0;
            for position in wanted.area.positions() {
                let at = format!("seed {seed}, step {step}, {position}");
                if position.x > 0 && hidden > 0 {
                    hidden -= 1;
                    continue;
                }
                let (Some(want), Some(have)) =
                    (wanted.cell(position), parser.screen().cell(position.y, position.x))
                else {
                    panic!("{at}: no such cell");
                };
                hidden = want.symbol().cell_width().saturating_sub(1);
                let text = if have.has_contents() { have.contents() } else { " " };
                assert_eq!(want.symbol(), text, "{at}");
                assert_eq!(want.modifier.contains(Modifier::REVERSED), have.inverse(), "{at}");
                assert_eq!(want.modifier.contains(Modifier::UNDERLINED), have.underline(), "{at}");
                assert_eq!(
                    want.bg == Color::Reset,
                    have.bgcolor() == vt100::Color::Default,
                    "{at}"
                );
            }
            assert_eq!(
                parser.screen().cursor_position(),
                (cursor.1, cursor.0),
                "seed {seed}, step {step}"
            );
        }
    }
    Ok(())
}
