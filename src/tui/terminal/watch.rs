//! The watcher: ends the program when its terminal is gone and no signal says so.

use std::{io, sync::Arc, thread, time::Duration};

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::low_level::exit;

use super::tty::Tty;

/// How long a `SIGHUP` that is on its way may take; it is the better way to die.
const GRACE: Duration = Duration::from_millis(100);
/// What a shell reports for a death by `SIGHUP`.
const STATUS: i32 = 129;

/// Starts the thread that waits for the hang-up. It is needed because crossterm 0.29
/// never returns from a terminal that has vanished, but spins on it.
pub(super) fn start(tty: &Arc<Tty>) -> io::Result<()> {
    let tty = Arc::clone(tty);
    thread::Builder::new().name("watch".to_owned()).spawn(move || watch(&tty)).map(|_| ())
}

/// Asks for no event at all, so only a hang-up or an error ends the wait.
fn watch(tty: &Tty) {
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    loop {
        let mut wait = [PollFd::new(&tty.input, PollFlags::empty())];
        // An error other than an interruption cannot happen on a descriptor of our own;
        // if it does, watching is given up rather than repeated for ever.
        match poll(&mut wait, None) {
            Ok(_) if wait.iter().any(|fd| fd.revents().intersects(gone)) => break,
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => return,
        }
    }
    thread::sleep(GRACE);
    exit(STATUS);
}
