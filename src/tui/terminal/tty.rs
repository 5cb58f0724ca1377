//! The terminal's descriptors, its settings before and during the session, and whose it
//! is at the moment. Every byte to it passes here.

use std::{
    io,
    os::fd::OwnedFd,
    sync::atomic::{AtomicBool, AtomicU8, Ordering::SeqCst},
};

use ratatui::layout::Size;
use rustix::{
    event::{PollFd, PollFlags},
    io::{Errno, fcntl_dupfd_cloexec},
    process::getpgrp,
    stdio,
    termios::{
        OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcgetpgrp, tcgetwinsize, tcsetattr,
    },
};

use super::sequence::{ALTERNATE, MODES, MOUSE_OFF, MOUSE_ON};

/// No real screen is larger. The bound keeps a nonsense size from eating the memory.
const LARGEST: Size = Size { width: 1000, height: 500 };

/// Whose the terminal is.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum State {
    /// The shell's, before the start and while stopped.
    Away,
    /// Being taken; no frame is let through yet.
    Entering,
    /// Ours.
    Here,
    /// Being given back; no frame is let through any more.
    Leaving,
    /// The shell's again, for good.
    Over,
}

/// The terminal, shared by the main, signal and watcher threads.
pub(super) struct Tty {
    /// Own copies of the descriptors, so that nobody can close them under us.
    pub(super) input: OwnedFd,
    pub(super) output: OwnedFd,
    /// The settings as they were found.
    pub(super) before: Termios,
    /// Set while the main thread is inside a write.
    pub(super) writing: AtomicBool,
    state: AtomicU8,
    raw: Termios,
    mouse: AtomicBool,
    /// Whether the mouse was on at any time.
    had_mouse: AtomicBool,
    redraw: AtomicBool,
}

impl Tty {
    pub(super) fn new(mouse: bool) -> io::Result<Self> {
        let input = fcntl_dupfd_cloexec(stdio::stdin(), 3)?;
        let output = fcntl_dupfd_cloexec(stdio::stdout(), 3)?;
        let before = tcgetattr(&input)?;
        let mut raw = before.clone();
        raw.make_raw();
        // A read that finds nothing returns at once, and `poll` does the waiting. With
        // the usual minimum of 1, crossterm gets stuck in `read` after half an escape
        // sequence and then sees neither a resize nor the return from a stop.
        raw.special_codes[SpecialCodeIndex::VMIN] = 0;
        raw.special_codes[SpecialCodeIndex::VTIME] = 0;
        Ok(Self {
            input,
            output,
            before,
            writing: AtomicBool::new(false),
            state: AtomicU8::new(State::Away as u8),
            raw,
            mouse: AtomicBool::new(mouse),
            had_mouse: AtomicBool::new(mouse),
            redraw: AtomicBool::new(false),
        })
    }

    /// Takes the terminal, at the start and after a stop. When a step fails the state
    /// is `Here` all the same, so that the restore undoes the steps before it.
    pub(super) fn enter(&self) -> io::Result<()> {
        if !self.change(State::Away, State::Entering) {
            return Ok(());
        }
        let result =
            tcsetattr(&self.input, OptionalActions::Now, &self.raw).map_err(io::Error::from);
        let result = result.and_then(|()| self.modes(ALTERNATE, State::Entering));
        self.change(State::Entering, State::Here);
        result
    }

    /// Takes the terminal up again after `SIGCONT`, and tells whether a frame is due.
    pub(super) fn resume(&self) -> bool {
        // A size that cannot be read means that the terminal is gone. Waking crossterm
        // would then make it start `tput`.
        if self.is_in_background() || tcgetwinsize(&self.output).is_err() {
            return false;
        }
        if self.is(State::Away) {
            drop(self.enter());
        } else if self.change(State::Here, State::Entering) {
            // Stopped by a SIGSTOP, which cannot be caught: the alternate screen was
            // never left, but the shell has changed the rest.
            let _ = tcsetattr(&self.input, OptionalActions::Now, &self.raw);
            drop(self.modes("", State::Entering));
            self.change(State::Entering, State::Here);
        } else {
            return false;
        }
        self.redraw.store(true, SeqCst);
        true
    }

    /// Whether the terminal belongs to another job of the shell at the moment.
    pub(super) fn is_in_background(&self) -> bool {
        tcgetpgrp(&self.input).is_ok_and(|group| group != getpgrp())
    }

    pub(super) fn set_mouse(&self, mouse: bool) -> io::Result<()> {
        self.mouse.store(mouse, SeqCst);
        self.had_mouse.fetch_or(mouse, SeqCst);
        self.put(if mouse { MOUSE_ON } else { MOUSE_OFF }, State::Here)
    }

    pub(super) fn has_mouse(&self) -> bool {
        self.mouse.load(SeqCst)
    }

    /// Whether the mouse was on at any time.
    pub(super) fn had_mouse(&self) -> bool {
        self.had_mouse.load(SeqCst)
    }

    /// Whether everything must be drawn again. Asking answers it.
    pub(super) fn take_redraw(&self) -> bool {
        self.redraw.swap(false, SeqCst)
    }

    /// By ioctl on the own descriptor, since crossterm's `size` starts `tput` from PATH
    /// when it fails.
    pub(super) fn size(&self) -> Size {
        match tcgetwinsize(&self.output) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => {
                Size::new(size.ws_col.min(LARGEST.width), size.ws_row.min(LARGEST.height))
            }
            _ => Size::new(80, 24),
        }
    }

    pub(super) fn is(&self, state: State) -> bool {
        self.state.load(SeqCst) == state as u8
    }

    /// Moves from one state to another, and tells whether this call did so.
    pub(super) fn change(&self, from: State, to: State) -> bool {
        self.state.compare_exchange(from as u8, to as u8, SeqCst, SeqCst).is_ok()
    }

    /// Switches the modes on after something else, all in one write.
    fn modes(&self, first: &str, state: State) -> io::Result<()> {
        let mouse = if self.has_mouse() { MOUSE_ON } else { "" };
        self.put(&[first, MODES, mouse].concat(), state)
    }

    /// Writes all of `text` as long as `state` lasts; after that it is dropped, for
    /// nothing may be drawn over the shell.
    fn put(&self, text: &str, state: State) -> io::Result<()> {
        self.write(text.as_bytes(), state)
    }

    pub(super) fn write(&self, bytes: &[u8], state: State) -> io::Result<()> {
        self.writing.store(true, SeqCst);
        let result = self.write_while(bytes, state);
        self.writing.store(false, SeqCst);
        result
    }

    fn write_while(&self, mut bytes: &[u8], state: State) -> io::Result<()> {
        while !bytes.is_empty() && self.is(state) {
            match rustix::io::write(&self.output, bytes) {
                Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
                Err(Errno::INTR) => {}
                // Someone has made the shared terminal non-blocking: wait here instead.
                Err(Errno::AGAIN) => {
                    let mut wait = [PollFd::new(&self.output, PollFlags::OUT)];
                    let _ = rustix::event::poll(&mut wait, None);
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}
