//! Looks: the one file that names colours.
//!
//! Every look differs by weight, underline or reverse too, so that no meaning hangs on colour.
//! `auto` sets no colour at all: no colour of the sixteen is readable on both a black and a white
//! background. The other themes set text and background together.

use crate::document::Role;
use crate::model::word_set;
use ratatui::style::{Color, Modifier, Style};

word_set! {
    /// The name of a theme.
    #[derive(Default)]
    ThemeName {
        #[default]
        Auto = "auto",
        Light = "light",
        Dark = "dark",
        HighContrast = "high-contrast",
    }
}

/// What a piece of the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Words of a document.
    Words(Role),
    /// Letters that a search found.
    Mark,
    /// The row on which the reader is.
    Focus,
    /// The line above everything, and the title of a pane.
    Title,
    /// A row that only parts others.
    Rule,
    /// What the reader looks at, in a pane that has not the focus.
    Current,
}

/// The colours of a theme: text, background, accent, alert.
struct Palette {
    text: Color,
    back: Color,
    accent: Color,
    alert: Color,
}

fn palette(theme: ThemeName) -> Palette {
    match theme {
        ThemeName::Auto => Palette {
            text: Color::Reset,
            back: Color::Reset,
            accent: Color::Reset,
            alert: Color::Reset,
        },
        ThemeName::Light => Palette {
            text: Color::Black,
            back: Color::White,
            accent: Color::Blue,
            alert: Color::Red,
        },
        ThemeName::Dark => Palette {
            text: Color::Gray,
            back: Color::Black,
            accent: Color::LightCyan,
            alert: Color::LightYellow,
        },
        ThemeName::HighContrast => Palette {
            text: Color::White,
            back: Color::Black,
            accent: Color::White,
            alert: Color::LightYellow,
        },
    }
}

/// Returns the look of the empty screen.
pub(super) fn ground(theme: ThemeName) -> Style {
    let Palette { text, back, .. } = palette(theme);
    Style::new().fg(text).bg(back)
}

/// Returns the look of a part, to be laid over the ground.
pub(super) fn look(theme: ThemeName, part: Part) -> Style {
    let Palette { text, back, accent, alert } = palette(theme);
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let underlined = Style::new().add_modifier(Modifier::UNDERLINED);
    match part {
        Part::Words(Role::Heading | Role::Name) => bold.fg(accent),
        Part::Words(Role::Alert) => bold.fg(alert),
        Part::Words(Role::Link) => underlined.fg(accent),
        Part::Words(Role::Text | Role::Label | Role::Quiet) => Style::new(),
        // One bar: the colours of the words on the row would be reversed each in its own way.
        Part::Focus => Style::new().fg(text).bg(back).add_modifier(Modifier::REVERSED),
        Part::Mark | Part::Title => bold.add_modifier(Modifier::UNDERLINED),
        Part::Rule => underlined,
        Part::Current => bold,
    }
}

impl ThemeName {
    /// Returns the theme after this one, the first after the last.
    pub(super) fn next(self) -> Self {
        use crate::model::WordSet;
        let place = Self::ALL.iter().position(|name| *name == self).unwrap_or_default();
        Self::ALL.get(place + 1).copied().unwrap_or_default()
    }
}
