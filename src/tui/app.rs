//! The state of the panes.

use super::help::Help;
use super::keymap::Context;
use super::layout::{HELP_ABOVE, Layout, Pane, RESULTS_ABOVE, Wanted, layout};
use super::list::{Choice, Finder, Focus};
use super::page::{Page, Setting};
use super::results::Results;
use super::theme::ThemeName;
use crate::browse::{History, Place};
use crate::document::{Composer, Document};
use crate::library::Library;
use crate::model::{Address, Condition, ItemRef, SectionId, WordSet};
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

/// Words that were found on a page, and which of them the reader is on.
#[derive(Clone, Debug)]
pub(super) struct Armed {
    pub(super) typed: String,
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
        let measure =
            options.measure.and_then(|width| u16::try_from(width).ok()).unwrap_or(MEASURE);
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

    /// Returns whether the mouse is wanted.
    pub fn wants_mouse(&self) -> bool {
        self.look.mouse
    }

    /// Returns where everything stands on the screen.
    pub(super) fn layout(&self) -> Layout {
        let inside = matches!(self.history.now().place, Place::Section { .. });
        layout(Wanted {
            screen: Rect::new(0, 0, self.size.0, self.size.1),
            panes: (inside || self.pane != Pane::Page) && !self.look.text_only && self.over_page(),
            focus: if self.over_page() { self.pane } else { Pane::Page },
            side: self.side,
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

    /// Returns the area of a list that stands below some rows of the page's area.
    pub(super) fn list_area(&self, above: usize) -> Rect {
        let area = self.layout().page.unwrap_or_default();
        let above = u16::try_from(above).unwrap_or_default().min(area.height);
        Rect { y: area.y + above, height: (area.height - above).max(1), ..area }
    }

    /// Returns the document of the place where the reader is.
    fn document(&self) -> Document {
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
    fn setting(&self) -> Setting {
        Setting {
            width: self.layout().page.map_or(1, |area| usize::from(area.width)),
            marked: self.armed.as_ref().map(|armed| armed.typed.clone()),
            brackets: self.look.text_only,
        }
    }

    /// Shows the place that the history has come to, with the line that was left.
    pub(super) fn arrive(&mut self) {
        self.pane = Pane::Page;
        self.find = None;
        let visit = self.history.now().clone();
        if let Place::Results { typed, kind } = &visit.place {
            let mut results = Results::with(typed, *kind);
            let library = self.library;
            results.search(self.index.get_or_init(|| Index::of(library)));
            if !results.rows.is_empty() && visit.spot != crate::browse::Spot::default() {
                results.finder.focus = Focus::List;
                results.finder.choice = Choice {
                    row: visit.spot.block.min(results.rows.len() - 1),
                    top: visit.spot.top,
                };
            }
            self.results = Some(results);
            return;
        }
        self.results = None;
        self.page = Page::of(self.document(), self.setting(), visit.spot);
        let height = self.height(Pane::Page);
        if visit.place == Place::Home && visit.spot == crate::browse::Spot::default() {
            let first = self.page.document.blocks.iter().position(|block| block.target.is_some());
            self.page.row =
                first.and_then(|block| self.page.row_of_block(block)).unwrap_or_default();
        }
        self.page.move_to(self.page.row, height);
        if let Some(condition) = self.condition() {
            let row =
                self.library.cards().position(|card| card.id == condition.id).unwrap_or_default();
            let (length, height) = (self.library.cards().len(), self.height(Pane::Conditions));
            self.conditions.move_to(row, length, height);
        }
        if let Some(section) = self.section() {
            let height = self.height(Pane::Contents);
            self.contents.move_to(section.index(), SectionId::ALL.len(), height);
        }
    }

    /// Lays the page out again if its width, its marks or its view changed.
    pub(super) fn refresh(&mut self) {
        if self.results.is_some() {
            return;
        }
        let setting = self.setting();
        if setting != self.page.setting {
            self.page.set(self.document(), setting);
        }
        let height = self.height(Pane::Page);
        self.page.move_to(self.page.row, height);
        // After a change of size the last page may be less than full.
        self.page.top = self.page.top.min(self.page.row);
    }

    /// Begins the pages of every list and text anew, so that a larger screen is filled again.
    pub(super) fn turn_to_focus(&mut self) {
        self.page.top = 0;
        for pane in [Pane::Conditions, Pane::Contents] {
            let height = self.height(pane);
            let choice =
                if pane == Pane::Conditions { &mut self.conditions } else { &mut self.contents };
            choice.turn(height);
        }
        let height = |above| usize::from(self.list_area(above).height);
        let (results, help) = (height(RESULTS_ABOVE), height(HELP_ABOVE));
        if let Some(Results { finder, .. }) = &mut self.results {
            finder.choice.turn(results);
        }
        if let Some(Help { finder, .. }) = &mut self.help {
            finder.choice.turn(help);
        }
    }

    /// Notes the line on which the reader is, for coming back.
    pub(super) fn remember(&mut self) {
        let spot = match &self.results {
            Some(results) => {
                let choice = results.finder.choice;
                crate::browse::Spot { block: choice.row, line: 1, top: choice.top }
            }
            None => self.page.spot(),
        };
        self.history.stand(spot);
    }

    /// Goes to a place, from which the reader can come back.
    pub(super) fn go(&mut self, place: Place) {
        self.remember();
        self.armed = None;
        self.history.go(place);
        self.arrive();
    }

    /// Goes to what an address leads to. A condition opens at its overview, an item in its section.
    pub(super) fn visit(&mut self, address: &Address) {
        let place = match self.library.find(address) {
            Ok(found) => {
                let section = found.section.map_or(SectionId::Overview, |section| section.id);
                (Place::section(&found.condition.id, section), found.item.map(|(item, _)| item))
            }
            Err(missing) => {
                self.message = Some(format!("{} {}", missing.message, missing.hint));
                return;
            }
        };
        self.go(place.0);
        if let Some(row) = place.1.and_then(|item| self.page.row_of_item(item)) {
            let height = self.height(Pane::Page);
            self.page.land_on(row, height);
        }
    }

    /// Returns the address that names an item by number.
    pub(super) fn numbered(&self, section: SectionId, number: usize) -> Option<Address> {
        let condition = self.condition()?;
        Some(Address {
            condition: condition.id.clone(),
            section: Some(section),
            item: Some(ItemRef::Number(number)),
        })
    }
}
