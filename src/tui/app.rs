//! The state of the panes.

use super::help::{Help, help_page};
use super::keymap::Context;
use super::layout::{HELP_ABOVE, Layout, Pane, RESULTS_ABOVE, Wanted, below, layout, one_page};
use super::list::{Choice, Finder, Focus};
use super::page::{Marked, Page, Setting};
use super::results::Results;
use super::theme::{Colours, ThemeName};
use crate::browse::{History, Place};
use crate::document::wrap::WIDTHS;
use crate::document::{Composer, Document, Listing, heard};
use crate::library::Library;
use crate::model::{Address, Condition, SectionId};
use crate::search::Index;
use ratatui::layout::Rect;
use std::cell::OnceCell;

/// The measures that `<` and `>` choose from, in columns. 72 letters read best.
pub(super) const MEASURES: [u16; 4] = [48, 60, 72, 90];

/// What the first page says to somebody who sees it, and to somebody who hears it.
const SEEN_GREETING: &str = "Screen reader? Quit with q and run: rarebook --screen-reader";
const HEARD_GREETING: &str = "Screen reader mode is on. h is help. q quits.";

/// The measure to begin with.
const MEASURE: u16 = 72;

/// The widest that results and help grow, in columns.
const LIST_WIDTH: u16 = 96;

/// How the browser is presented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presentation {
    /// Panes side by side, with looks.
    #[default]
    Panes,
    /// One page of rows for a screen reader: the cursor is the focus, nothing else changes when it
    /// moves, and all text is ASCII.
    ScreenReader,
}

/// How the panes begin.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The presentation.
    pub presentation: Presentation,
    /// Whether rows that only part others are left out.
    pub no_borders: bool,
    /// Whether the line with the address is left out.
    pub no_status: bool,
    /// The theme.
    pub theme: ThemeName,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// The longest line of text, in columns, if somebody asked for one.
    pub measure: Option<usize>,
    /// How many colours may be sent.
    pub colours: Colours,
    /// Where to begin.
    pub start: Option<Address>,
    /// What to say on the first screen.
    pub message: Option<String>,
    /// Whether the content holds files of the reader's own, which may change.
    pub own_files: bool,
}

/// What stays of the panes when content was read again.
#[derive(Debug)]
pub(super) struct Stay {
    history: History,
    look: Look,
    size: (u16, u16),
}

/// How things look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub(super) presentation: Presentation,
    pub(super) theme: ThemeName,
    pub(super) borders: bool,
    pub(super) status: bool,
    pub(super) measure: u16,
    pub(super) text_only: bool,
    pub(super) mouse: bool,
    pub(super) colours: Colours,
}

/// What is marked on a page, and which mark the reader is on.
#[derive(Clone, Debug)]
pub(super) struct Armed {
    pub(super) what: Marked,
    pub(super) current: usize,
}

/// A field at the foot, and what it is for.
#[derive(Clone, Debug)]
pub(super) struct Prompt {
    pub(super) finder: Finder,
    pub(super) purpose: Purpose,
}

/// What the words of a field at the foot are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Finding on this page.
    FindHere,
    /// Searching everything.
    Search,
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
    /// The field at the foot, while it is open.
    pub(super) prompt: Option<Prompt>,
    pub(super) pane: Pane,
    pub(super) side: Pane,
    pub(super) conditions: Choice,
    pub(super) contents: Choice,
    pub(super) armed: Option<Armed>,
    /// The number that is being typed to jump in a list.
    pub(super) number: usize,
    pub(super) look: Look,
    pub(super) size: (u16, u16),
    pub(super) message: Option<String>,
    pub(super) own_files: bool,
}

impl<'a> App<'a> {
    /// Begins at the first page, or where the options say, on a screen of columns and rows.
    pub fn new(library: &'a Library, options: &Options, size: (u16, u16)) -> Self {
        let measure = options
            .measure
            .filter(|width| WIDTHS.contains(width))
            .and_then(|width| u16::try_from(width).ok())
            .unwrap_or(MEASURE);
        let look = Look {
            presentation: options.presentation,
            theme: options.theme,
            borders: !options.no_borders,
            status: !options.no_status,
            measure,
            text_only: false,
            mouse: options.mouse,
            colours: options.colours,
        };
        let stay = Stay { history: History::at(Place::Home), look, size };
        let mut app = Self::empty(library, stay, options.own_files);
        app.say(options.message.as_deref());
        match &options.start {
            Some(address) => app.visit(address),
            None => app.arrive(),
        }
        app
    }

    /// Goes on in another library where the reader was, if that is still there.
    pub(super) fn again(library: &'a Library, stay: Stay, told: &str) -> Self {
        let mut app = Self::empty(library, stay, true);
        if let Place::Section { condition, .. } | Place::Contents { condition } =
            &app.history.now().place
            && library.card(condition).is_none()
        {
            app.history.go(Place::Home);
        }
        app.arrive();
        app.say(Some(told));
        app
    }

    /// Returns what stays when the content is read again.
    pub(super) fn stay(mut self) -> Stay {
        self.remember();
        Stay { history: self.history, look: self.look, size: self.size }
    }

    fn empty(library: &'a Library, stay: Stay, own_files: bool) -> Self {
        Self {
            library,
            index: OnceCell::new(),
            history: stay.history,
            page: Page::default(),
            results: None,
            help: None,
            prompt: None,
            pane: Pane::Page,
            side: Pane::Contents,
            conditions: Choice::default(),
            contents: Choice::default(),
            armed: None,
            number: 0,
            look: stay.look,
            size: stay.size,
            message: None,
            own_files,
        }
    }

    fn say(&mut self, words: Option<&str>) {
        self.message = words.map(|words| crate::model::clean(words).into_owned());
    }

    /// Returns where keys go: letters are typed in a field and are commands elsewhere.
    pub fn context(&self) -> Context {
        if self.layout().too_small {
            return Context::Commands;
        }
        let typing = |finder: &Finder| finder.focus == Focus::Field;
        let field = match (&self.help, &self.prompt, &self.results) {
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
        let screen = Rect::new(0, 0, self.size.0, self.size.1);
        if self.is_heard() {
            return one_page(screen);
        }
        layout(Wanted {
            screen,
            panes: (inside || self.pane != Pane::Page) && !self.look.text_only && self.over_page(),
            focus: if self.over_page() { self.pane } else { Pane::Page },
            side: self.side,
            contents: inside,
            status: self.look.status,
            rule: self.look.borders,
            measure: if self.over_page() { self.look.measure } else { LIST_WIDTH },
        })
    }

    /// Returns whether the screen is for a screen reader.
    pub(super) fn is_heard(&self) -> bool {
        self.look.presentation == Presentation::ScreenReader
    }

    /// Returns what decides which rows are on the screen, the focus left out.
    pub(super) fn shown(&self) -> (Place, usize, bool) {
        let top = self.results.as_ref().map_or(self.page.top, |found| found.finder.choice.top);
        (self.history.now().place.clone(), top, self.prompt.is_some())
    }

    /// Returns whether the page is what the reader sees, and not the search screen or the help.
    pub(super) fn over_page(&self) -> bool {
        self.results.is_none() && self.help.is_none()
    }

    /// Returns the condition the reader is in.
    pub(super) fn condition(&self) -> Option<&'a Condition> {
        match &self.history.now().place {
            Place::Section { condition, .. } | Place::Contents { condition } => {
                self.library.condition(condition)
            }
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
        if self.history.now().place == Place::Glossary {
            let terms = &self.library.glossary().terms;
            let term = self.page.item().and_then(|item| terms.get(item));
            return Some(term.map_or_else(Address::glossary, |term| Address::term(&term.id)));
        }
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
        let page = self.layout().page.unwrap_or_default();
        if self.is_heard() { page } else { below(page, RESULTS_ABOVE) }
    }

    /// Returns where the commands of the help stand.
    pub(super) fn help_area(&self) -> Rect {
        below(self.layout().page.unwrap_or_default(), HELP_ABOVE)
    }

    /// Returns the document of the place where the reader is, as it is seen or as it is heard.
    pub(super) fn document(&self) -> Document {
        let document = self.place_document();
        if self.is_heard() { heard(&document, Listing::Placed) } else { document }
    }

    fn place_document(&self) -> Document {
        let composer = Composer::of(self.library);
        let within = |condition: &str| self.library.condition(condition);
        let page = match &self.history.now().place {
            Place::Home if self.is_heard() => Some(composer.home(HEARD_GREETING)),
            Place::Home => Some(composer.home(SEEN_GREETING)),
            Place::About => Some(composer.about()),
            Place::Help => Some(help_page()),
            Place::Section { condition, section } => {
                within(condition).map(|condition| composer.section(condition, *section))
            }
            Place::Contents { condition } => within(condition).map(|it| composer.contents(it)),
            Place::Glossary => Some(composer.glossary()),
            Place::Term { .. } | Place::Item { .. } | Place::Results { .. } => None,
        };
        page.unwrap_or_default()
    }

    /// Returns how the page is to be laid out now.
    pub(super) fn setting(&self) -> Setting {
        Setting {
            width: self.layout().page.map_or(1, |area| usize::from(area.width)),
            marked: self.armed.as_ref().map(|armed| armed.what.clone()),
            brackets: self.look.text_only,
            flat: self.is_heard(),
        }
    }
}
