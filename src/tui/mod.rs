//! Front end 2: the panes.
//!
//! Entry point: [`run`]. State, update and view are apart: [`update`] changes an [`App`] by an
//! [`Action`], [`view`] draws it, and only `terminal` touches the terminal. One table holds all
//! keys (`keymap`), one file names colours (`theme`), and every screen says where its focus is.

mod action;
mod anywhere;
mod app;
mod help;
pub mod keymap;
mod layers;
mod layout;
mod list;
mod mouse;
mod moves;
mod page;
mod places;
mod results;
mod terminal;
mod theme;
mod update;
mod view;

pub use action::{Action, Effect};
pub use app::{App, Options, Presentation};
pub use theme::{Colours, ThemeName};
pub use update::update;
pub use view::view;

use crate::library::{Again, Library};
use app::Stay;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
use std::collections::VecDeque;
use std::io;
use std::process::ExitCode;
use terminal::{Input, Session};

/// Runs the panes on the terminal until the reader leaves. Returns the exit code. Where content may
/// have changed, the reader can have it read again.
///
/// # Errors
///
/// Returns why the terminal could not be taken over. A terminal that goes away later is a quiet
/// end.
pub fn run(
    mut library: Library,
    again: Option<Again<'_>>,
    options: &Options,
) -> io::Result<ExitCode> {
    let mut session = Session::open(options.mouse, options.colours != Colours::None)?;
    let size = session.size();
    let mut inputs = VecDeque::new();
    let mut left: Option<(Stay, String)> = None;
    loop {
        let mut app = match left.take() {
            None => App::new(&library, options, (size.width, size.height)),
            Some((stay, told)) => App::again(&library, stay, &told),
        };
        let code = browse(&mut app, &mut session, &mut inputs)?;
        let (None, Some(again)) = (code, again) else { return Ok(code.unwrap_or_default()) };
        let stay = app.stay();
        let (other, told) = again();
        library = other.unwrap_or(library);
        left = Some((stay, told));
    }
}

/// Shows one library until the reader leaves, and returns the exit code; none if the content is to
/// be read again. Inputs that have come and are not yet obeyed wait in the queue.
fn browse(
    app: &mut App<'_>,
    session: &mut Session,
    inputs: &mut VecDeque<Input>,
) -> io::Result<Option<ExitCode>> {
    loop {
        while let Some(input) = inputs.pop_front() {
            let Some(action) = action_of(input, app, session) else { continue };
            match update(app, action) {
                Effect::Draw => {}
                Effect::Repaint => session.repaint(),
                Effect::Mouse(on) => session.set_mouse(on)?,
                Effect::Suspend => {
                    let _stopped = session.suspend();
                }
                Effect::ReadAgain => return Ok(None),
                Effect::Leave(code) => return Ok(Some(ExitCode::from(code))),
            }
        }
        if session.draw(|buffer| view(app, buffer)).is_err() {
            return Ok(Some(ExitCode::SUCCESS));
        }
        match session.next_events() {
            Ok(events) => inputs.extend(events),
            Err(_) => return Ok(Some(ExitCode::SUCCESS)),
        }
    }
}

/// Returns what an input asks for.
fn action_of(input: Input, app: &App<'_>, session: &Session) -> Option<Action> {
    match input {
        Input::Key(key) => keymap::action(app.context(), key),
        Input::Paste { text, .. } => Some(Action::Paste(text)),
        Input::Mouse(mouse) => mouse_action(mouse),
        Input::Resize | Input::Redraw => {
            let size = session.size();
            Some(Action::Resize { width: size.width, height: size.height })
        }
    }
}

fn mouse_action(mouse: MouseEvent) -> Option<Action> {
    let at = Position::new(mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Action::Click(at)),
        MouseEventKind::Down(MouseButton::Right) => Some(Action::ClickBack),
        MouseEventKind::ScrollDown => Some(Action::Wheel { at, down: true }),
        MouseEventKind::ScrollUp => Some(Action::Wheel { at, down: false }),
        _ => None,
    }
}
