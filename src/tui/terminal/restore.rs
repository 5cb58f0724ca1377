//! Giving the terminal back, in any thread and at any moment.

use std::{
    fmt::Write as _,
    panic::{self, PanicHookInfo},
    sync::{Arc, atomic::Ordering::SeqCst},
    thread,
    time::Duration,
};

use rustix::{
    fs::{OFlags, fcntl_getfl, fcntl_setfl},
    io::Errno,
    stdio,
    termios::{OptionalActions, QueueSelector, tcflush, tcsetattr},
};

use super::{
    sequence::{CANCEL, LEAVE, MOUSE_OFF},
    tty::{State, Tty},
};

/// How often a blocked terminal is tried again, and how long to wait in between: a
/// tenth of a second in all, so that no signal takes longer than that.
const TRIES: u8 = 20;
const PAUSE: Duration = Duration::from_millis(5);
/// A panic message may hold anything, so it is cut.
const LONGEST_MESSAGE: usize = 200;

impl Tty {
    /// Gives the terminal back and moves to `next`, which is `Away` or `Over`. It may be
    /// called any number of times from any thread. It takes no lock and no memory, and
    /// it does not block on a terminal that nobody reads.
    pub(super) fn emergency_restore(&self, next: State) {
        // Only one thread does it. The others wait, lest the program end too early, but
        // not for ever, lest it never end.
        for _ in 0..2 * TRIES {
            if self.change(State::Here, State::Leaving) {
                self.give_back();
                self.change(State::Leaving, next);
                return;
            }
            if self.is(State::Over) || self.is(next) || self.change(State::Away, next) {
                return;
            }
            thread::sleep(PAUSE);
        }
    }

    fn give_back(&self) {
        // First what needs no room in the terminal's buffer. In the background it is the
        // shell's business, and trying would stop us right here.
        let ours = !self.is_in_background();
        if ours {
            let _ = tcsetattr(&self.input, OptionalActions::Now, &self.before);
        }
        let flags = fcntl_getfl(&self.output);
        if let Ok(flags) = flags {
            let _ = fcntl_setfl(&self.output, flags | OFlags::NONBLOCK);
        }
        // Whether a sequence may have been cut short. After a quiet moment none was, and what
        // still waits for a slow terminal is let through.
        let mut torn = self.writing.load(SeqCst);
        for _ in 0..TRIES {
            // Dropping the waiting output also frees a main thread that is stuck in a
            // write. It sees that the terminal is no longer ours and gives up.
            if ours && torn {
                let _ = tcflush(&self.output, QueueSelector::OFlush);
            }
            if !self.writing.load(SeqCst) && self.try_leave(torn) {
                break;
            }
            torn = true;
            thread::sleep(PAUSE);
        }
        if let Ok(flags) = flags {
            let _ = fcntl_setfl(&self.output, flags);
        }
    }

    /// Writes the leaving bytes once. After a torn sequence they begin with CAN, so that a second
    /// try may follow a first that was cut short. True also when no try can help.
    fn try_leave(&self, torn: bool) -> bool {
        let cancel = if torn { CANCEL } else { "" };
        // A reader who never had the mouse need not get codes about it.
        let mouse = if self.had_mouse() { MOUSE_OFF } else { "" };
        let bytes = [cancel, mouse, LEAVE].concat();
        match rustix::io::write(&self.output, bytes.as_bytes()) {
            Ok(count) => count == bytes.len(),
            Err(Errno::AGAIN | Errno::INTR) => false,
            Err(_) => true,
        }
    }
}

/// Makes a panic of this thread give the terminal back and then say so in two plain
/// lines. Another thread's panic is silent while the screen is ours: it must neither
/// take the screen away nor write over it.
pub(super) fn install_panic_hook(tty: &Arc<Tty>) {
    let tty = Arc::clone(tty);
    let owner = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        let mine = thread::current().id() == owner;
        if mine {
            tty.emergency_restore(State::Over);
        }
        if mine || !tty.is(State::Here) {
            let _ = rustix::io::write(stdio::stderr(), message(info).as_bytes());
        }
    }));
}

/// Two lines without control characters, of bounded length.
fn message(info: &PanicHookInfo) -> String {
    let payload = info.payload();
    let cause = payload.downcast_ref::<&str>().copied();
    let cause = cause.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let shown = |c: char| if crate::model::is_unsafe(c) { '?' } else { c };
    let cause: String =
        cause.unwrap_or("no reason given").chars().map(shown).take(LONGEST_MESSAGE).collect();
    let mut text =
        concat!(env!("CARGO_PKG_NAME"), " stopped because of a fault in the program itself.\n")
            .to_owned();
    match info.location() {
        Some(at) => writeln!(text, "{}, line {}: {cause}", at.file(), at.line()),
        None => writeln!(text, "{cause}"),
    }
    .ok();
    text
}
