//! Keys: one table that the program obeys, the help shows and a test compares with the README.

use super::action::Action;
use crate::model::{SectionId, WordSet, capital};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use tui_input::backend::crossterm::to_input_request;

/// Where keys are pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Not in a text field: letters are commands.
    Commands,
    /// In a text field: letters are typed.
    Field,
}

/// A command with its keys.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The heading it stands under in the help.
    pub group: &'static str,
    /// The keys by name, the one to show first.
    pub keys: &'static [&'static str],
    /// What it does, for the help.
    pub about: &'static str,
    /// The action.
    pub action: Action,
}

/// Names of the sections' keys: digits in reading order, then the key right of them.
pub(super) const SECTION_KEYS: [&str; 11] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-"];

/// Returns all commands with their keys, in the order of the help.
pub fn bindings() -> Vec<Binding> {
    use Action as A;
    let mut all = Vec::new();
    let mut add = |group, keys, about, action| all.push(Binding { group, keys, about, action });
    add("Move", &["down", "j"], "row below", A::Down);
    add("Move", &["up", "k"], "row above", A::Up);
    add("Move", &["space", "pagedown"], "screen down", A::ScreenDown);
    add("Move", &["pageup"], "screen up", A::ScreenUp);
    add("Move", &["ctrl-d"], "half a screen down", A::HalfDown);
    add("Move", &["ctrl-u"], "half a screen up", A::HalfUp);
    add("Move", &["g", "home"], "first row", A::Top);
    add("Move", &["G", "end"], "last row", A::Bottom);
    add("Move", &["}", "."], "next item", A::NextItem);
    add("Move", &["{", ","], "previous item", A::PreviousItem);
    add("Move", &["]"], "next section", A::NextSection);
    add("Move", &["["], "previous section", A::PreviousSection);
    for (key, section) in SECTION_KEYS.iter().zip(SectionId::ALL) {
        let open = A::OpenSection(section.index());
        add("Sections", std::slice::from_ref(key), section.title(), open);
    }
    add("Find", &["/"], "search everything", A::Search);
    add("Find", &["e", "ctrl-t"], "search exactly as typed, or not", A::AsTyped);
    add("Find", &["f"], "find on this page", A::FindHere);
    add("Find", &["n"], "next match", A::NextMatch);
    add("Find", &["N", "p"], "previous match", A::PreviousMatch);
    add("Find", &["c"], "list of conditions", A::ShowConditions);
    add("Find", &["s"], "list of sections", A::ShowContents);
    add("Find", &["r"], "related conditions", A::ShowRelated);
    add("Find", &["v"], "medical words explained", A::ShowGlossary);
    add("Find", &["i"], "first page", A::ShowHome);
    add("Open and go back", &["enter"], "open, follow", A::Open);
    add("Open and go back", &["b", "backspace", "H", "ctrl-o"], "back", A::Back);
    add("Open and go back", &["L", "o"], "forward", A::Forward);
    add("Open and go back", &["tab"], "next pane", A::NextPane);
    add("Open and go back", &["backtab"], "previous pane", A::PreviousPane);
    add("Open and go back", &["right"], "pane on the right", A::PaneRight);
    add("Open and go back", &["left"], "pane on the left", A::PaneLeft);
    add("Open and go back", &["esc"], "close, forget matches", A::Close);
    add("View", &["z"], "text only, or panes", A::TextOnly);
    add("View", &["t"], "theme", A::ChangeTheme);
    add("View", &["<"], "shorter lines", A::Narrower);
    add("View", &[">", "w"], "longer lines, then the shortest", A::Wider);
    add("View", &["M", "x"], "mouse on or off", A::ToggleMouse);
    add("View", &["u", "f5"], "read your own files again", A::ReadAgain);
    add("View", &["ctrl-l"], "draw again", A::Repaint);
    add("Leave", &["?", "h", "f1", ":"], "this help", A::Help);
    add("Leave", &["a"], "where the text comes from", A::ShowAbout);
    add("Leave", &["q"], "close, or quit", A::Quit);
    add("Leave", &["ctrl-c"], "quit at once", A::Leave);
    add("Leave", &["ctrl-z"], "pause", A::Suspend);
    all
}

/// Returns what a key asks for.
pub fn action(context: Context, key: KeyEvent) -> Option<Action> {
    let name = key_name(key);
    if context == Context::Field {
        return field_action(&name, key);
    }
    bindings()
        .into_iter()
        .find(|binding| binding.keys.contains(&name.as_str()))
        .map(|binding| binding.action)
}

fn field_action(name: &str, key: KeyEvent) -> Option<Action> {
    Some(match name {
        "enter" => Action::Open,
        "esc" => Action::Close,
        "down" | "ctrl-n" => Action::Down,
        "up" | "ctrl-p" => Action::Up,
        "pagedown" => Action::ScreenDown,
        "pageup" => Action::ScreenUp,
        "tab" => Action::NextKind,
        "backtab" => Action::PreviousKind,
        "ctrl-c" => Action::Leave,
        "ctrl-z" => Action::Suspend,
        "ctrl-l" => Action::Repaint,
        "f1" => Action::Help,
        "ctrl-t" => Action::AsTyped,
        _ => {
            let request = to_input_request(&Event::Key(key))?;
            match request {
                tui_input::InputRequest::InsertChar(c) if crate::model::is_unsafe(c) => {
                    return None;
                }
                _ => Action::Edit(request),
            }
        }
    })
}

/// Returns the name of a key: `down`, `ctrl-d`, `G`.
pub fn key_name(key: KeyEvent) -> String {
    let name = match key.code {
        KeyCode::Char(' ') => "space".to_owned(),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::F(number) => format!("f{number}"),
        KeyCode::BackTab => "backtab".to_owned(),
        KeyCode::PageDown => "pagedown".to_owned(),
        KeyCode::PageUp => "pageup".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    };
    let ctrl = if key.modifiers.contains(KeyModifiers::CONTROL) { "ctrl-" } else { "" };
    let alt = if key.modifiers.contains(KeyModifiers::ALT) { "alt-" } else { "" };
    format!("{ctrl}{alt}{name}")
}

/// Returns a key's name as readers see it: `Down`, `Ctrl-D`, `G`.
pub fn shown_key(name: &str) -> String {
    match name {
        "pagedown" => "PgDn".to_owned(),
        "pageup" => "PgUp".to_owned(),
        "backtab" => "Shift-Tab".to_owned(),
        _ if name.chars().count() == 1 => name.to_owned(),
        _ => name.split('-').map(capital).collect::<Vec<_>>().join("-"),
    }
}

/// Returns a key's name as it is heard: `slash`, `control d`, `capital G`.
pub fn heard_key(name: &str) -> String {
    let named = match name {
        "/" => "slash",
        "?" => "question mark",
        ":" => "colon",
        "-" => "minus",
        "[" => "left bracket",
        "]" => "right bracket",
        "{" => "left brace",
        "}" => "right brace",
        "." => "period",
        "," => "comma",
        "<" => "less than",
        ">" => "greater than",
        "up" => "up arrow",
        "down" => "down arrow",
        "left" => "left arrow",
        "right" => "right arrow",
        "pagedown" => "page down",
        "pageup" => "page up",
        "backtab" => "shift tab",
        "esc" => "escape",
        _ if name.len() == 1 && name.starts_with(|c: char| c.is_ascii_uppercase()) => {
            return format!("capital {name}");
        }
        _ => return name.replace("ctrl-", "control ").replace("alt-", "alt "),
    };
    named.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen = BTreeSet::new();
        for binding in bindings() {
            for key in binding.keys {
                assert!(seen.insert(*key), "{key} has two commands");
            }
        }
    }

    #[test]
    fn every_command_has_a_plain_key_or_is_only_a_comfort() {
        let comforts = [
            "half a screen down",
            "half a screen up",
            "draw again",
            "quit at once",
            "pause",
            "close, forget matches",
            "previous pane",
            "shorter lines",
        ];
        let named = [
            "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "tab",
            "space",
        ];
        for binding in bindings() {
            // Keys that need no Shift on a common keyboard.
            let plain = binding.keys.iter().any(|key| {
                let letter = key.len() == 1
                    && key.contains(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
                letter || named.contains(key) || ["/", "-", "[", "]", ".", ","].contains(key)
            });
            assert!(plain || comforts.contains(&binding.about), "{}", binding.about);
        }
    }

    #[test]
    fn letters_are_typed_in_a_field_and_commands_elsewhere() {
        let q = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
        assert_eq!(action(Context::Commands, q), Some(Action::Quit));
        assert_eq!(
            action(Context::Field, q),
            Some(Action::Edit(tui_input::InputRequest::InsertChar('q')))
        );
    }
}
