//! What the reader does: keys, pastes, clicks, and a changed screen.

use std::{
    io,
    time::{Duration, Instant},
};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, MouseEvent, MouseEventKind};

use super::tty::Tty;
use crate::model::is_unsafe;

/// The longest paste in bytes; the rest is dropped.
const PASTE_LIMIT: usize = 64 * 1024;
/// One look for more input. It must not be zero: crossterm then says no even when
/// events are waiting in its own queue (crossterm-rs/crossterm#839). Below a thousandth
/// of a second it asks again and again instead of sleeping, so it is kept short. Should
/// the look come too late, the next wait finds the event at once.
const LOOK: Duration = Duration::from_micros(250);
/// All looks together, so that a held key does not keep the screen from changing.
const DRAIN: Duration = Duration::from_millis(8);

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// A key was pressed or repeats. A `Char` is never an invisible character.
    Key(KeyEvent),
    /// Text was pasted. It is raw: the caller cleans it before use.
    Paste {
        /// At most 64 KiB.
        text: String,
        /// Whether there was more.
        cut: bool,
    },
    /// A click or a turn of the wheel, always within the screen.
    Mouse(MouseEvent),
    /// The terminal has another size, or had one for a moment.
    Resize,
    /// The program was stopped and goes on: everything is drawn again.
    Redraw,
}

/// Waits for the first event that matters, then takes what else is there.
pub(super) fn wait(tty: &Tty) -> io::Result<Vec<Input>> {
    let mut found = Vec::new();
    while found.is_empty() {
        if !tty.take_redraw() {
            take(tty, event::read()?, &mut found);
            let end = Instant::now() + DRAIN;
            while Instant::now() < end && event::poll(LOOK)? {
                take(tty, event::read()?, &mut found);
            }
            if !tty.take_redraw() {
                continue;
            }
        }
        found.retain(|one| *one != Input::Resize);
        found.push(Input::Redraw);
    }
    Ok(found)
}

fn take(tty: &Tty, event: Event, found: &mut Vec<Input>) {
    let input = match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => return,
        // A C1 control arrives as a character like any other.
        Event::Key(KeyEvent { code: KeyCode::Char(c), .. }) if is_unsafe(c) => return,
        Event::Key(key) => Input::Key(key),
        Event::Paste(text) => cut(text),
        Event::Mouse(mouse) if tty.has_mouse() => match within(tty, mouse) {
            Some(mouse) => Input::Mouse(mouse),
            None => return,
        },
        // One resize in a list is enough.
        Event::Resize(..) if !found.contains(&Input::Resize) => Input::Resize,
        _ => return,
    };
    found.push(input);
}

fn cut(mut text: String) -> Input {
    let cut = text.len() > PASTE_LIMIT;
    if cut {
        let end = (0..=PASTE_LIMIT).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        text.truncate(end);
        text.shrink_to_fit();
    }
    Input::Paste { text, cut }
}

/// crossterm 0.29 counts from one without a check, so a forged click lies anywhere
/// (crossterm-rs/crossterm#1049). Only clicks and the wheel are let through.
fn within(tty: &Tty, mut mouse: MouseEvent) -> Option<MouseEvent> {
    if matches!(mouse.kind, MouseEventKind::Moved | MouseEventKind::Drag(_)) {
        return None;
    }
    let size = tty.size();
    mouse.column = mouse.column.min(size.width - 1);
    mouse.row = mouse.row.min(size.height - 1);
    Some(mouse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_paste_is_cut_at_a_character() {
        let Input::Paste { text, cut } = cut("x".to_owned() + &"é".repeat(PASTE_LIMIT)) else {
            return assert!(std::hint::black_box(false), "not a paste");
        };
        assert!(cut);
        assert_eq!(text.len(), PASTE_LIMIT - 1);
    }

    #[test]
    fn a_short_paste_is_kept() {
        assert_eq!(cut("a\nb".to_owned()), Input::Paste { text: "a\nb".to_owned(), cut: false });
    }
}
