//! The state of the panes.

use super::help::Help;
use super::keymap::Context;
use super::layout::{HELP_ABOVE, Layout, Pane, RESULTS_ABOVE, Wanted, below, layout};
use super::list::{Choice, Finder, Focus};
use super::page::{Marked, Page, Setting};
use super::results::Results;
use super::theme::ThemeName;
use crate::browse::{History, Place};
use crate::document::wrap::WIDTHS;
use crate::document::{Composer, Document};
use crate::library::Library;
use crate::model::{Address, Condition, SectionId};
use crate::search::Index;
use ratatui::layout::Rect;
use std::cell::OnceCell;

/// The measures that `<` and `>` choose from, in columns. 72 letters read best.
pub(super) const MEASURES: [u16; 4] = [48, 60, 72, 90];

/// The measure to begin with.
const MEASURE: u16 = 72;

/// The widest that results and help grow, in columns.
const LIST_WIDTH: u16 = 96;

/// How the panes begin.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The theme.
    pub theme: ThemeName,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// The longest line of text, in columns, if somebody asked for one.
    pub measure: Option<usize>,
    /// Whether colours may be sent.
    pub colour: bool,
    /// Where to begin.
    pub start: Option<Address>,
    /// What to say on the first screen.
    pub message: Option<String>,
}

/// How things look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub(super) theme: ThemeName,
    pub(super) measure: u16,
    pub(super) text_only: bool,
    pub(super) mouse: bool,
    pub(super) colour: bool,
}

/// What is marked on a page, and which mark the reader is on.
#[derive(Clone, Debug)]
pub(super) struct Armed {
    pub(super) what: Marked,
    pub(super) current: usize,
}

/// What the reader sees: a place, a row of it, and what lies over it. No drawing, no terminal.
#[derive(Debug)]
pub struct App<'a> {
    pub(super) library: &'a Library,
    pub(super) index: OnceCell<Index>,
    pub(super) history: History,
    pub(super) page: Page,
    /// The search screen, while the reader is at results.
    pub(super) results: Option<Results>,
    /// The help, while it lies over everything.
    pub(super) help: Option<Help>,
    /// The field for finding on this page, while it is open.
    pub(super) find: Option<Finder>,
    pub(super) pane: Pane,
    pub(super) side: Pane,
    pub(super) conditions: Choice,
    pub(super) contents: Choice,
    pub(super) armed: Option<Armed>,
    pub(super) look: Look,
    pub(super) size: (u16, u16),
    pub(super) message: Option<String>,
}

impl<'a> App<'a> {
    /// Begins at the first page, or where the options say, on a screen of columns and rows.
    pub fn new(library: &'a Library, options: &Options, size: (u16, u16)) -> Self {
        let measure = options
            .measure
            .filter(|width| WIDTHS.contains(width))
            .and_then(|width| u16::try_from(width).ok())
            .unwrap_or(MEASURE);
        let mut app = Self {
            library,
            index: OnceCell::new(),
            history: History::at(Place::Home),
            page: Page::default(),
            results: None,
            help: None,
            find: None,
            pane: Pane::Page,
            side: Pane::Contents,
            conditions: Choice::default(),
            contents: Choice::default(),
            armed: None,
            look: Look {
                theme: options.theme,
                measure,
                text_only: false,
                mouse: options.mouse,
                colour: options.colour,
            },
            size,
            message: options
                .message
                .as_deref()
                .map(|message| crate::model::clean(message).into_owned()),
        };
        match &options.start {
            Some(address) => app.visit(address),
            None => app.arrive(),
        }
        app
    }

    /// Returns where keys go: letters are typed in a field and are commands elsewhere.
    pub fn context(&self) -> Context {
        if self.layout().too_small {
            return Context::Commands;
        }
        let typing = |finder: &Finder| finder.focus == Focus::Field;
        let field = match (&self.help, &self.find, &self.results) {
            (Some(help), ..) => typing(&help.finder),
            (None, Some(_), _) => true,
            (None, None, Some(results)) => typing(&results.finder),
            (None, None, None) => false,
        };
        if field { Context::Field } else { Context::Commands }
    }

    /// Returns where everything stands on the screen.
    pub(super) fn layout(&self) -> Layout {
        let inside = matches!(self.history.now().place, Place::Section { .. });
        layout(Wanted {
            screen: Rect::new(0, 0, self.size.0, self.size.1),
            panes: (inside || self.pane != Pane::Page) && !self.look.text_only && self.over_page(),
            focus: if self.over_page() { self.pane } else { Pane::Page },
            side: self.side,
            contents: inside,
            measure: if self.over_page() { self.look.measure } else { LIST_WIDTH },
        })
    }

    /// Returns whether the page is what the reader sees, and not the search screen or the help.
    pub(super) fn over_page(&self) -> bool {
        self.results.is_none() && self.help.is_none()
    }

    /// Returns the condition the reader is in.
    pub(super) fn condition(&self) -> Option<&'a Condition> {
        match &self.history.now().place {
            Place::Section { condition, .. } => self.library.condition(condition),
            _ => None,
        }
    }

    /// Returns the section the reader is in.
    pub(super) fn section(&self) -> Option<SectionId> {
        match self.history.now().place {
            Place::Section { section, .. } => Some(section),
            _ => None,
        }
    }

    /// Returns the address of where the reader is, with the item in its stable form.
    pub(super) fn address(&self) -> Option<Address> {
        let (condition, section) = (self.condition()?, self.section()?);
        let item = self.page.item().and_then(|item| condition.section(section).items.get(item));
        Some(match item {
            Some(item) => Address::item(&condition.id, section, &item.id),
            None => Address::section(&condition.id, section),
        })
    }

    /// Returns the number of rows for text or a list in a pane, its title left out.
    pub(super) fn height(&self, pane: Pane) -> usize {
        let layout = self.layout();
        let area = match pane {
            Pane::Conditions => layout.conditions,
            Pane::Page => layout.page,
            Pane::Contents => layout.contents,
        };
        let title = u16::from(pane != Pane::Page);
        area.map_or(1, |area| usize::from(area.height.saturating_sub(title).max(1)))
    }

    /// Returns where the hits of a search stand.
    pub(super) fn results_area(&self) -> Rect {
        below(self.layout().page.unwrap_or_default(), RESULTS_ABOVE)
    }

    /// Returns where the commands of the help stand.
    pub(super) fn help_area(&self) -> Rect {
        below(self.layout().page.unwrap_or_default(), HELP_ABOVE)
    }

    /// Returns the document of the place where the reader is.
    pub(super) fn document(&self) -> Document {
        let composer = Composer::of(self.library);
        match &self.history.now().place {
            Place::Home => composer.home(),
            Place::About => composer.about(),
            Place::Section { condition, section } => self
                .library
                .condition(condition)
                .map_or_else(Document::default, |condition| composer.section(condition, *section)),
            Place::Contents { .. } | Place::Item { .. } | Place::Results { .. } => {
                Document::default()
            }
        }
    }

    /// Returns how the page is to be laid out now.
    pub(super) fn setting(&self) -> Setting {
        Setting {
            width: self.layout().page.map_or(1, |area| usize::from(area.width)),
            marked: self.armed.as_ref().map(|armed| armed.what.clone()),
            brackets: self.look.text_only,
        }
    }
}
