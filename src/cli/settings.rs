//! Settings: flags before environment before file before default.

use super::failure::{Failure, Kind};
use crate::document::wrap::WIDTHS;
use crate::library::{nearest, position};
use crate::model::WordSet;
use crate::tui::ThemeName;
use etcetera::BaseStrategy;
use serde::Deserialize;
use std::path::PathBuf;

/// The keys of the settings file.
const KEYS: [&str; 6] = ["mode", "theme", "width", "mouse", "borders", "status"];

/// What the settings file may say. All of it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Settings {
    /// The front end.
    pub(super) mode: Option<Mode>,
    /// The theme of the panes.
    pub(super) theme: Option<String>,
    /// The longest line of text, in columns.
    pub(super) width: Option<usize>,
    /// Whether the mouse is used.
    pub(super) mouse: Option<bool>,
    /// Whether lines part the screen.
    pub(super) borders: Option<bool>,
    /// Whether there is a line with the address.
    pub(super) status: Option<bool>,
}

/// A front end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Mode {
    /// The panes.
    Panes,
    /// The whole screen for a screen reader.
    ScreenReader,
    /// The linear mode.
    Linear,
}

/// Returns where the settings file is, whether it exists or not.
pub(super) fn file() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join("rarebook").join("config.toml"))
}

/// Reads the settings file, if there is one.
///
/// # Errors
///
/// Returns a sentence about the first mistake in it, with file and line. The program goes on with
/// the defaults.
pub(super) fn read() -> Result<Settings, Failure> {
    let Some(text) = file().and_then(|file| std::fs::read_to_string(file).ok()) else {
        return Ok(Settings::default());
    };
    parse(&text)
}

fn parse(text: &str) -> Result<Settings, Failure> {
    let settings: Settings = toml::from_str(text).map_err(|why| {
        let at = why.span().map_or(0, |span| span.start);
        let (line, _) = position(text, at);
        let word = text
            .get(at..)
            .unwrap_or_default()
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or_default();
        let hint = nearest(word, KEYS).map_or_else(
            || format!("The keys are {}.", KEYS.join(", ")),
            |near| format!("Did you mean \"{near}\"?"),
        );
        let what = plain(why.message());
        Failure::new(Kind::Content, format!("config.toml line {line}: {what}.")).hint(hint)
    })?;
    if let Some(width) = settings.width.filter(|width| !WIDTHS.contains(width)) {
        let message = format!("config.toml: `width` cannot be {width}.");
        let hint = format!("Write a number from {} to {}.", WIDTHS.start(), WIDTHS.end());
        return Err(Failure::new(Kind::Content, message).hint(hint));
    }
    if let Some(theme) = settings.theme.as_deref()
        && ThemeName::from_word(theme).is_none()
    {
        let names = ThemeName::WORDS;
        return Err(Failure::new(
            Kind::Content,
            format!("config.toml: there is no theme \"{theme}\"."),
        )
        .hint(format!("Choose from: {}.", names.join(", "))));
    }
    Ok(settings)
}

/// Returns what the reader of a settings file means by serde's words.
fn plain(message: &str) -> String {
    let quoted = message.split('`').nth(1).unwrap_or_default();
    if message.starts_with("unknown field") {
        format!("there is no setting \"{quoted}\"")
    } else if message.starts_with("unknown variant") {
        format!(
            "the mode cannot be \"{quoted}\", only \"panes\", \"screen-reader\" \
             or \"linear\""
        )
    } else if message.starts_with("invalid type") {
        "this value is of the wrong sort: theme and mode are words in quotes, width is a number, \
         mouse, borders and status are true or false"
            .to_owned()
    } else {
        message.lines().next().unwrap_or_default().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_key_is_named_with_its_line_and_the_nearest_right_one() {
        let failure = parse("mouse = false\nthem = \"dark\"\n").unwrap_err().to_string();
        assert!(
            failure.contains("config.toml line 2") && failure.contains("\"theme\""),
            "{failure}"
        );
        assert!(parse("width = 0").is_err() && parse("width = 65535").is_err());
        assert_eq!(parse("mode = \"linear\"").unwrap().mode, Some(Mode::Linear));
    }
}
