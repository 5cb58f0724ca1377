//! The fixed sequences that take the terminal and give it back.

/// The alternate screen on.
pub(super) const ALTERNATE: &str = "\x1b[?1049h";
/// Bracketed paste on and the cursor shown, in case the last program hid it.
pub(super) const MODES: &str = "\x1b[?2004h\x1b[?25h\x1b[0m";
/// Clicks and wheel in the form without a column limit; never motion.
pub(super) const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
/// The same two modes off.
pub(super) const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";
/// CAN, which ends a sequence that was cut short.
pub(super) const CANCEL: &str = "\x18";
/// Plain text style and paste off. The clearing leaves nothing for the next reader on
/// terminals that keep or lack the alternate screen; then that is left and the cursor shown.
pub(super) const LEAVE: &str = "\x1b[0m\x1b[?2004l\x1b[2J\x1b[H\x1b[?1049l\x1b[?25h";
