//! The terminal: the one module that reads keys from it and writes frames to it.
//!
//! Everything here is shared through `Arc`, blocks instead of polling, and gives the
//! terminal back whatever happens: a normal end, an error, a panic, a signal, a stop.
//! At most one [`Session`] may be opened in the life of a process.

mod calm;
mod events;
mod gate;
mod glyph;
mod job;
mod paint;
mod restore;
mod sequence;
mod sgr;
mod signals;
#[cfg(test)]
mod tests;
mod tty;
mod watch;

use std::{io, sync::Arc, time::Duration};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Size},
};

pub(super) use self::events::Input;
use self::{
    calm::Calm,
    gate::Gate,
    tty::{State, Tty},
};

/// A terminal that has been taken over; dropping it gives the terminal back.
pub(super) struct Session {
    tty: Arc<Tty>,
    screen: Calm<Gate>,
    /// Whether the watcher has been started.
    watched: bool,
}

impl Session {
    /// Takes the terminal over. Standard input and output must both be terminals, and
    /// the caller has made sure that `TERM` is set and not `dumb`. Without `colour`, no colour
    /// code is sent, whatever a theme says.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be read, set or written, or when a thread or a
    /// descriptor is refused. The terminal is then as it was before.
    pub(super) fn open(mouse: bool, colour: bool) -> io::Result<Self> {
        let tty = Arc::new(Tty::new(mouse)?);
        // After a failure the signal thread must not take the terminal at a SIGCONT.
        Self::begin(&tty, colour).inspect_err(|_| tty.emergency_restore(State::Over))
    }

    fn begin(tty: &Arc<Tty>, colour: bool) -> io::Result<Self> {
        // Signals come before the first change, so that there is no moment in which one
        // would leave a changed terminal behind.
        signals::start(tty)?;
        restore::install_panic_hook(tty);
        // A poll of no length makes crossterm create its input source now. Later it
        // could miss the signal that announces the return from a stop.
        crossterm::event::poll(Duration::ZERO)?;
        let screen = Calm::new(Gate::new(tty), tty.size(), colour);
        tty.enter()?;
        Ok(Self { tty: Arc::clone(tty), screen, watched: false })
    }

    /// Paints one frame and sends it in one write. The painter returns where the cursor goes. A
    /// frame that changes nothing writes nothing.
    ///
    /// # Errors
    ///
    /// When the terminal is gone. The program should then leave without a word.
    pub(super) fn draw(&mut self, paint: impl FnOnce(&mut Buffer) -> Position) -> io::Result<()> {
        self.screen.resize(self.tty.size());
        self.screen.draw(paint)
    }

    /// Makes the next frame write every row again, for a screen that something else
    /// has written on. It does not clear the screen first.
    pub(super) fn repaint(&mut self) {
        self.screen.forget();
    }

    /// Waits, without a time limit, for something to happen, and returns it with all
    /// that arrived meanwhile. The list is never empty.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be read any more.
    pub(super) fn next_events(&mut self) -> io::Result<Vec<Input>> {
        // Only a wait can be endless, so that the first frame does not pay for the watcher.
        if !self.watched {
            watch::start(&self.tty)?;
            self.watched = true;
        }
        let found = events::wait(&self.tty)?;
        if found.iter().any(|one| matches!(one, Input::Resize | Input::Redraw)) {
            self.repaint();
        }
        Ok(found)
    }

    /// Asks the terminal to report clicks and the wheel, or to stop reporting them.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written.
    pub(super) fn set_mouse(&mut self, mouse: bool) -> io::Result<()> {
        self.tty.set_mouse(mouse)
    }

    /// Stops the whole job, as the terminal's Ctrl-Z would. Returns false, and does
    /// nothing, where nobody could continue it (as under an SSH `ForceCommand`).
    #[must_use]
    pub(super) fn suspend(&self) -> bool {
        let can = job::can_stop();
        if can {
            // Before the signal: a wrapper script in the same job may stop faster than
            // this program can clean up.
            self.tty.emergency_restore(State::Away);
            job::stop_group();
        }
        can
    }

    /// The size of the terminal, 80x24 where it cannot be told.
    #[must_use]
    pub(super) fn size(&self) -> Size {
        self.tty.size()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.tty.emergency_restore(State::Over);
    }
}
