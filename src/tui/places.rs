//! Coming to places: with the row that was left, on a screen of any size.

use super::app::App;
use super::help::Help;
use super::layout::Pane;
use super::list::Focus;
use super::page::Page;
use super::results::Results;
use crate::browse::{Place, Spot};
use crate::library::Sought;
use crate::model::{Address, ItemRef, SectionId, WordSet};
use crate::search::Index;

impl App<'_> {
    /// Shows the place that the history has come to, with the row that was left.
    pub(super) fn arrive(&mut self) {
        self.pane = Pane::Page;
        self.prompt = None;
        self.results = None;
        let visit = self.history.now().clone();
        if let Place::Results { typed, kind, exact } = &visit.place {
            self.arrive_at_results(
                Results::with(typed, *kind, *exact, self.is_heard()),
                visit.spot,
            );
            return;
        }
        self.page = Page::of(self.document(), self.setting(), visit.spot);
        if visit.place == Place::Home && visit.spot == Spot::default() && !self.is_heard() {
            let first = self.page.document.blocks.iter().position(|block| block.target.is_some());
            self.page.row =
                first.and_then(|block| self.page.row_of_block(block)).unwrap_or_default();
        }
        if let Some(condition) = self.condition() {
            let row = self.library.cards().position(|card| card.id == condition.id);
            self.conditions.row = row.unwrap_or_default();
        }
        if let Some(row) = visit.spot.list {
            (self.pane, self.side) = (Pane::Conditions, Pane::Conditions);
            self.conditions.row = row;
        }
        if let Some(section) = self.section() {
            self.contents.row = section.index();
        }
        self.refresh();
        self.fit_list(Pane::Conditions);
        self.fit_list(Pane::Contents);
    }

    fn arrive_at_results(&mut self, results: Results, spot: Spot) {
        self.results = Some(results);
        self.search();
        let height = usize::from(self.results_area().height);
        if let Some(Results { finder, rows, .. }) = &mut self.results {
            if !rows.is_empty() && spot != Spot::default() {
                finder.focus = Focus::List;
                finder.choice.row = spot.block;
            }
            finder.choice.fit(rows.len(), height);
        }
    }

    /// Searches for what the field of the search screen says.
    pub(super) fn search(&mut self) {
        let library = self.library;
        let room = self.results_room();
        let index = self.index.get_or_init(|| Index::of(library));
        if let Some(results) = &mut self.results {
            results.search(index, library.cards().len(), room);
        }
    }

    /// Returns how many columns and rows the results have.
    fn results_room(&self) -> (usize, usize) {
        let area = self.results_area();
        (usize::from(area.width), usize::from(area.height))
    }

    /// Notes the query and the kind of the search screen as the place where the reader is.
    pub(super) fn note_results(&mut self) {
        if let Some(results) = &self.results {
            let typed = results.finder.input.value().to_owned();
            let (kind, exact) = (results.only, results.exact);
            self.history.become_place(Place::Results { typed, kind, exact });
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
    }

    /// Fits every list and text to the screen anew, so that a larger one is filled again.
    pub(super) fn fit(&mut self) {
        self.page.top = 0;
        self.fit_list(Pane::Conditions);
        self.fit_list(Pane::Contents);
        let (results, help) = (self.results_room(), self.help_area().height);
        if let Some(shown) = &mut self.results {
            shown.resize(results);
        }
        if let Some(Help { finder, rows }) = &mut self.help {
            finder.choice.fit(rows.len(), usize::from(help));
        }
    }

    /// Fits a list beside the page to the rows it has now.
    pub(super) fn fit_list(&mut self, pane: Pane) {
        let (length, height) = (self.length(pane), self.height(pane));
        match pane {
            Pane::Conditions => self.conditions.fit(length, height),
            Pane::Contents => self.contents.fit(length, height),
            Pane::Page => {}
        }
    }

    /// Returns the row with the focus in a pane.
    pub(super) fn row(&self, pane: Pane) -> usize {
        match pane {
            Pane::Conditions => self.conditions.row,
            Pane::Page => self.page.row,
            Pane::Contents => self.contents.row,
        }
    }

    /// Returns the number of rows that a pane holds, shown or not.
    pub(super) fn length(&self, pane: Pane) -> usize {
        match pane {
            Pane::Conditions => self.library.cards().len(),
            Pane::Page => self.page.rows.len(),
            Pane::Contents => SectionId::ALL.len(),
        }
    }

    /// Moves to a row of a pane, turning its pages.
    pub(super) fn move_to(&mut self, pane: Pane, row: usize) {
        let (length, height) = (self.length(pane), self.height(pane));
        match pane {
            Pane::Conditions => self.conditions.move_to(row, length, height),
            Pane::Page => self.page.move_to(row, height),
            Pane::Contents => self.contents.move_to(row, length, height),
        }
    }

    /// Notes the row on which the reader is, for coming back.
    pub(super) fn remember(&mut self) {
        let spot = if let Some(results) = &self.results {
            let choice = results.finder.choice;
            Spot { block: choice.row, line: 1, top: choice.top, list: None }
        } else {
            let list = (self.pane == Pane::Conditions).then_some(self.conditions.row);
            Spot { list, ..self.page.spot() }
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
        let (place, item) = match self.library.seek(address) {
            Ok(Sought::Glossary(term)) => (Place::Glossary, term.map(|(term, _)| term)),
            Ok(Sought::Page(found)) => {
                let section = found.section.map_or(SectionId::Overview, |section| section.id);
                (Place::section(&found.condition.id, section), found.item.map(|(item, _)| item))
            }
            Err(missing) => {
                self.message = Some(format!("{} {}", missing.message, missing.hint));
                return;
            }
        };
        self.go(place);
        if let Some(row) = item.and_then(|item| self.page.row_of_item(item)) {
            let height = self.height(Pane::Page);
            self.page.land_on(row, height);
        }
    }

    /// Returns the address that names an item by number, counted from 1.
    pub(super) fn numbered(&self, section: SectionId, number: usize) -> Option<Address> {
        let condition = self.condition()?;
        Some(Address {
            condition: condition.id.clone(),
            section: Some(section),
            item: Some(ItemRef::Number(number)),
        })
    }
}
