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

use crate::library::Library;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
use std::io;
use std::process::ExitCode;
use terminal::{Input, Session};

/// Runs the panes on the terminal until the reader leaves. Returns the exit code.
///
/// # Errors
///
/// Returns why the terminal could not be taken over. A terminal that goes away later is a quiet
/// end.
pub fn run(library: &Library, options: &Options) -> io::Result<ExitCode> {
    let mut session = Session::open(options.mouse, options.colours != Colours::None)?;
    let size = session.size();
    let mut app = App::new(library, options, (size.width, size.height));
    loop {
        if session.draw(|buffer| view(&app, buffer)).is_err() {
            return Ok(ExitCode::SUCCESS);
        }
        let Ok(inputs) = session.next_events() else { return Ok(ExitCode::SUCCESS) };
        for input in inputs {
            let Some(action) = action_of(input, &app, &session) else { continue };
            match update(&mut app, action) {
                Effect::Draw => {}
                Effect::Repaint => session.repaint(),
                Effect::Mouse(on) => session.set_mouse(on)?,
                Effect::Suspend => {
                    let _stopped = session.suspend();
                }
                Effect::Leave(code) => return Ok(ExitCode::from(code)),
            }
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
