//! Job control: whether and how this program may be stopped.

use rustix::process::{Signal, getpgid, getpgrp, getppid, getsid, kill_current_process_group};

/// Whether somebody could continue the program after a stop.
///
/// The kernel discards the default action of `SIGTSTP` in an orphaned process group,
/// but the action cannot be set back to the default without unsafe code, and the
/// `SIGSTOP` used instead is never discarded. As an SSH `ForceCommand`, or as the first
/// process of a container, the program would then freeze for good. So the kernel's
/// rule is followed here by hand.
pub(super) fn can_stop() -> bool {
    let Some(parent) = getppid() else {
        return false;
    };
    let (Ok(session), Ok(theirs)) = (getsid(None), getsid(Some(parent))) else {
        return false;
    };
    let (group, Ok(above)) = (getpgrp(), getpgid(Some(parent))) else {
        return false;
    };
    // A parent in another group of the session is a job-control shell. A parent in our
    // own group is a wrapper script; then the shell above it has made the group, unless
    // the group is the session's first, which no shell of the session stands above.
    session == theirs && (above != group || group != session)
}

/// Sends `SIGTSTP` to all of the job, since a wrapper script has to stop as well.
pub(super) fn stop_group() {
    // It cannot fail, for this process is in the group.
    let _ = kill_current_process_group(Signal::TSTP);
}
