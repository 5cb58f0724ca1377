//! Signals: give the terminal back and do what the signal asks.

use std::{io, sync::Arc, thread, time::Duration};

use rustix::process::getpid;
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
    low_level::{emulate_default_handler, exit, raise},
};

use super::{
    job,
    tty::{State, Tty},
};

/// How long the signals that are sent along with `SIGCONT` may take.
const SETTLE: Duration = Duration::from_millis(50);

/// Starts the thread that waits for signals. It lives as long as the process, so that
/// a signal still ends the program after the session is over.
pub(super) fn start(tty: &Arc<Tty>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGCONT, SIGTSTP])?;
    let tty = Arc::clone(tty);
    let run = move || {
        loop {
            let arrived: Vec<i32> = signals.wait().collect();
            for signal in arrived {
                match signal {
                    SIGTSTP => stop(&tty, &mut signals),
                    SIGCONT => resume(&tty, &mut signals),
                    _ => die(&tty, signal),
                }
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(run).map(|_| ())
}

/// Dies of the same signal, so that a shell or a script sees what happened.
fn die(tty: &Tty, signal: i32) {
    tty.emergency_restore(State::Over);
    if !getpid().is_init() {
        drop(emulate_default_handler(signal));
    }
    // The first process of a container cannot die of its own signal.
    exit(128 + signal);
}

/// Stops, unless nobody could continue the program. The rest follows at `SIGCONT`.
fn stop(tty: &Tty, signals: &mut Signals) {
    if !job::can_stop() {
        // The shell may have died since the terminal was given back for this stop.
        if tty.is(State::Away) {
            resume(tty, signals);
        }
        return;
    }
    tty.emergency_restore(State::Away);
    // A wrapper script may have stopped first. The shell then has the terminal back, and
    // touching it has stopped us too: that stop, which is over, was the one asked for. And
    // the shell may have died meanwhile, so the second question is asked again.
    if was_continued(tty, signals) || !job::can_stop() {
        resume(tty, signals);
    } else {
        drop(raise(SIGSTOP));
    }
}

/// Takes the terminal up again and wakes the main thread, which waits in crossterm, by
/// a signal for which crossterm always returns.
fn resume(tty: &Tty, signals: &mut Signals) {
    if tty.is_in_background() {
        // Continued by `bg`, or by `kill`, which sends the deadly signal first. A shell
        // sends no SIGCONT when it takes a running job to the foreground, so the job
        // stops again, as it would by touching the terminal.
        thread::sleep(SETTLE);
        was_continued(tty, signals);
        if tty.is_in_background() {
            if job::can_stop() {
                tty.emergency_restore(State::Away);
                drop(raise(SIGSTOP));
            }
            return;
        }
    }
    if tty.resume() {
        drop(raise(SIGWINCH));
    }
}

/// Whether `SIGCONT` has arrived since the last look. A deadly signal is obeyed at once.
fn was_continued(tty: &Tty, signals: &mut Signals) -> bool {
    let mut continued = false;
    for signal in signals.pending() {
        match signal {
            SIGCONT => continued = true,
            SIGTSTP => {}
            _ => die(tty, signal),
        }
    }
    continued
}
