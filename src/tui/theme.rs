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

/// How many colours may be sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// None: bold, underline and reverse remain.
    #[default]
    None,
    /// The 16 named ones, which every terminal shows in its own way.
    Sixteen,
    /// The 256, of which those from 16 on look the same on every terminal.
    All,
}

/// The colours of a theme: text, background, accent, alert.
struct Palette {
    text: Color,
    back: Color,
    accent: Color,
    alert: Color,
}

/// Returns the colours of a theme. With 256 they are chosen for 7 to 1 between words and background
/// (WCAG 2.2, 1.4.6). The named ones are too different from terminal to terminal for that: of them
/// only black and white are used, and bold and underline say the rest.
fn palette(theme: ThemeName, colours: Colours) -> Palette {
    let all = |text, back, accent, alert| {
        let [text, back, accent, alert] = [text, back, accent, alert].map(Color::Indexed);
        Palette { text, back, accent, alert }
    };
    let two = |text, back| Palette { text, back, accent: text, alert: text };
    match (theme, colours) {
        (ThemeName::Auto, _) | (_, Colours::None) => two(Color::Reset, Color::Reset),
        (ThemeName::Light, Colours::Sixteen) => two(Color::Black, Color::White),
        (_, Colours::Sixteen) => two(Color::White, Color::Black),
        // #1c1c1c on white, dark blue, dark red.
        (ThemeName::Light, Colours::All) => all(234, 231, 18, 88),
        // #dadada on #1c1c1c, light blue, light amber.
        (ThemeName::Dark, Colours::All) => all(253, 234, 117, 222),
        // White on black, yellow.
        (ThemeName::HighContrast, Colours::All) => all(231, 16, 231, 226),
    }
}

/// Returns the look of the empty screen.
pub(super) fn ground(theme: ThemeName, colours: Colours) -> Style {
    let Palette { text, back, .. } = palette(theme, colours);
    Style::new().fg(text).bg(back)
}

/// Returns the look of a part, to be laid over the ground.
pub(super) fn look(theme: ThemeName, colours: Colours, part: Part) -> Style {
    let Palette { text, back, accent, alert } = palette(theme, colours);
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
