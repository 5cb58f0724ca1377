//! The reader of the linear mode: where they are, what was last said, what a command does.

use super::command::{Command, HELP};
use super::hits::hit_words;
use super::say::{Speech, lines};
use crate::browse::{History, Place, at, others};
use crate::document::{Composer, Target, count, sentence};
use crate::library::{Library, Sought};
use crate::model::{Address, Condition, SectionId, WordSet, capital};
use crate::search::{Hit, Index, kind_words, kinds_from_words};
use crate::speech::spoken;
use std::cell::OnceCell;

/// What is said where no folder was named.
const NO_FILES: &str =
    "No files of your own are read. To read some, start with: rarebook --data FOLDER.";

/// A reader with the answer to their last command. Knows nothing of input and output.
pub(super) struct Reader<'a> {
    pub(super) library: &'a Library,
    pub(super) composer: Composer<'a>,
    pub(super) index: OnceCell<Index>,
    pub(super) history: History,
    /// The longest line, in columns.
    pub(super) width: usize,
    /// The last answer.
    pub(super) answer: Speech,
    /// What is said aside, before the reader can go on with the answer.
    pub(super) aside: Vec<String>,
    /// How many lines of the answer have been said.
    pub(super) said: usize,
    /// Where the numbered links of the last text lead.
    pub(super) targets: Vec<Target>,
    pub(super) hits: Vec<Hit>,
}

impl<'a> Reader<'a> {
    /// Begins at the first list, or at an address.
    pub(super) fn at(library: &'a Library, width: usize, start: Option<&Address>) -> Self {
        let mut reader = Self::new(library, width, History::at(Place::Home));
        match start {
            Some(address) => reader.go_to(address),
            None => reader.tell_place(),
        }
        reader
    }

    /// Goes on in another library, at the place where the reader was, if it is still there.
    pub(super) fn again(library: &'a Library, width: usize, history: History) -> Self {
        let mut reader = Self::new(library, width, history);
        match reader.history.now().place.clone() {
            _ if reader.condition_id().is_some_and(|id| library.card(&id).is_none()) => {
                reader.go(Place::Home);
            }
            Place::Item { condition, section, item } if item >= reader.choices() => {
                reader.go(Place::section(&condition, section));
            }
            Place::Term { term } if term >= reader.choices() => reader.go(Place::Glossary),
            _ => reader.tell_place(),
        }
        reader
    }

    fn new(library: &'a Library, width: usize, history: History) -> Self {
        Self {
            library,
            composer: Composer::of(library),
            index: OnceCell::new(),
            history,
            width,
            answer: Speech::default(),
            aside: Vec::new(),
            said: 0,
            targets: Vec::new(),
            hits: Vec::new(),
        }
    }

    /// Carries out a command. The answer is ready to be said afterwards.
    pub(super) fn obey(&mut self, command: Command) {
        match command {
            Command::More if self.said < self.answer.lines.len() => {}
            Command::More => self.remark(&["That was all. Type h for help."]),
            Command::Choose(number) => self.choose(number),
            Command::Back if self.history.back() => self.tell_place(),
            Command::Back => {
                self.remark(&["There is nothing to go back to. This is where you began."]);
            }
            Command::Forward if self.history.forward() => self.tell_place(),
            Command::Forward => self.remark(&["There is nothing to go forward to."]),
            Command::List => self.tell_list(),
            Command::Repeat => self.said = 0,
            Command::Next => self.step(1),
            Command::Previous => self.step(-1),
            Command::NextSection => self.step_section(1),
            Command::PreviousSection => self.step_section(-1),
            Command::Related => self.tell_related(),
            Command::Go(to) => self.follow(&to),
            Command::Search(typed) if typed.is_empty() => {
                self.remark(&["Type s and the words to search for, such as: s neck pain."]);
            }
            Command::Search(typed) => {
                self.go(Place::Results { typed, kind: None, exact: false });
            }
            Command::Exact => self.as_typed(),
            Command::Also(number) => self.also(number),
            Command::Kind(kind) => self.only_kind(&kind),
            Command::Home => self.go(Place::Home),
            Command::Glossary => self.go(Place::Glossary),
            Command::Sources => match self.condition_id() {
                Some(condition) => self.go(Place::section(&condition, SectionId::Sources)),
                None => self.remark(&["Choose a condition first. Its sources are named in it."]),
            },
            Command::About => self.go(Place::About),
            Command::Help => self.remark(HELP),
            Command::Unknown(typed) => {
                let words = format!("There is no command \"{typed}\". {}", self.what_to_type());
                self.remark(&[&words]);
            }
            Command::ReadAgain => self.remark(&[NO_FILES]),
            Command::Quit => {}
        }
    }

    /// Says what can be chosen now.
    fn what_to_type(&self) -> String {
        match self.choices() {
            0 => "Type h for help.".to_owned(),
            1 => "Type 1, s and words to search, or h for help.".to_owned(),
            many => {
                format!("Type a number from 1 to {many}, s and words to search, or h for help.")
            }
        }
    }

    /// Returns how many things can be chosen by number.
    fn choices(&self) -> usize {
        match &self.history.now().place {
            Place::Home => self.library.cards().len(),
            Place::About | Place::Help => 0,
            Place::Glossary | Place::Term { .. } => self.library.glossary().terms.len(),
            Place::Contents { .. } => SectionId::ALL.len(),
            Place::Section { section, .. } | Place::Item { section, .. } => {
                self.condition().map_or(0, |condition| condition.section(*section).items.len())
            }
            Place::Results { .. } => self.hits.len(),
        }
    }

    fn choose(&mut self, number: usize) {
        let many = self.choices();
        if number == 0 || number > many {
            let words = format!("There is no number {number}. {}", self.what_to_type());
            return self.remark(&[&words]);
        }
        let place = match self.history.now().place.clone() {
            Place::Home => self
                .library
                .cards()
                .nth(number - 1)
                .map(|card| Place::Contents { condition: card.id.clone() }),
            Place::Contents { condition } => SectionId::ALL
                .get(number - 1)
                .map(|section| Place::Section { condition, section: *section }),
            Place::Section { condition, section } | Place::Item { condition, section, .. } => {
                Some(Place::Item { condition, section, item: number - 1 })
            }
            Place::Results { .. } => {
                if let Some(hit) = self.hits.get(number - 1) {
                    let address = hit.address.clone();
                    self.go_to(&address);
                }
                return;
            }
            Place::Glossary | Place::Term { .. } => Some(Place::Term { term: number - 1 }),
            Place::About | Place::Help => None,
        };
        if let Some(place) = place {
            self.go(place);
        }
    }

    /// Goes to the next or previous item or section.
    fn step(&mut self, by: isize) {
        let beside =
            |from: usize| from.checked_add_signed(by).filter(|place| *place < self.choices());
        let other = match self.history.now().place.clone() {
            Place::Item { condition, section, item } => {
                beside(item).map(|item| Place::Item { condition, section, item })
            }
            Place::Term { term } => beside(term).map(|term| Place::Term { term }),
            _ => return self.step_section(by),
        };
        match other {
            Some(place) => self.go(place),
            None => self.no_further(by),
        }
    }

    /// Goes to the next or previous section.
    fn step_section(&mut self, by: isize) {
        match self.history.now().place.clone() {
            Place::Section { condition, section } | Place::Item { condition, section, .. } => {
                let other = section.index().checked_add_signed(by);
                match other.and_then(|place| SectionId::ALL.get(place)) {
                    Some(section) => self.go(Place::section(&condition, *section)),
                    None => self.no_further(by),
                }
            }
            Place::Contents { condition } if by > 0 => {
                self.go(Place::section(&condition, SectionId::Overview));
            }
            Place::Contents { .. } => self.no_further(by),
            Place::Home
            | Place::About
            | Place::Help
            | Place::Glossary
            | Place::Term { .. }
            | Place::Results { .. } => {
                self.remark(&["Next and previous work inside a condition. Choose one first."]);
            }
        }
    }

    fn no_further(&mut self, by: isize) {
        let words = if by > 0 { "This is the last one." } else { "This is the first one." };
        self.remark(&[words]);
    }

    /// Lists the related conditions as links, whichever part of the page the reader is in.
    fn tell_related(&mut self) {
        let Some(condition) = self.condition() else {
            return self.remark(&["Choose a condition first. Its related ones are named in it."]);
        };
        let names: Vec<(Address, String)> = condition
            .related
            .iter()
            .filter_map(|id| Some((Address::condition(id), self.library.card(id)?.name.clone())))
            .collect();
        if names.is_empty() {
            return self.remark(&["This page names no related conditions."]);
        }
        let many = count(names.len(), "related condition", "related conditions");
        let mut said = vec![format!("{}. Type g and a number.", capital(&many))];
        said.extend(
            names
                .iter()
                .enumerate()
                .map(|(n, (_, name))| format!("{}. {}", n + 1, sentence(&spoken(name)))),
        );
        self.targets = names.into_iter().map(|(address, _)| Target::Place(address)).collect();
        self.remark(&said);
    }

    fn follow(&mut self, to: &str) {
        if let Ok(number) = to.parse::<usize>() {
            if let Some(Target::Place(address)) =
                number.checked_sub(1).and_then(|place| self.targets.get(place)).cloned()
            {
                self.go_to(&address);
            } else {
                let words = format!(
                    "There is no link {number} here. {}.",
                    capital_count(self.targets.len())
                );
                self.remark(&[&words]);
            }
            return;
        }
        match self.library.seek_typed(to) {
            Ok((address, _)) => self.go_to(&address),
            Err(missing) => {
                let words = format!("{} {}", missing.message, missing.hint);
                self.remark(&[&words]);
            }
        }
    }

    /// Searches for the letters as typed, or for what they may mean again.
    fn as_typed(&mut self) {
        match self.history.now().place.clone() {
            Place::Results { typed, kind, exact } => {
                self.go(Place::Results { typed, kind, exact: !exact });
            }
            _ => self.remark(&["Search first: type s and words."]),
        }
    }

    /// Lists the other conditions in which a result stands, to choose from.
    fn also(&mut self, number: usize) {
        let library = self.library;
        let Some(hit) = number.checked_sub(1).and_then(|n| self.hits.get(n)).cloned() else {
            return self.remark(&["Search first; then x and the number of a result."]);
        };
        let Some(words) = others(&hit, library) else {
            return self.remark(&["It stands in no other condition."]);
        };
        self.hits = hit.others.iter().map(|address| at(&hit, address, library)).collect();
        let mut said = vec![format!("{} {words}.", sentence(&spoken(&hit.title)))];
        said.extend(
            self.hits
                .iter()
                .enumerate()
                .map(|(n, hit)| format!("{}. {}", n + 1, spoken(&hit_words(hit)))),
        );
        self.remark(&said);
    }

    fn only_kind(&mut self, typed: &str) {
        let Place::Results { typed: words, exact, .. } = self.history.now().place.clone() else {
            return self.remark(&["Search first: type s and words."]);
        };
        match kinds_from_words(typed) {
            Ok(kinds) if kinds.len() > 1 => self.remark(&["Name one kind at a time."]),
            Ok(kinds) => {
                self.go(Place::Results { typed: words, kind: kinds.first().copied(), exact });
            }
            Err((wrong, near)) => {
                let hint = near.map_or_else(
                    || format!("Kinds are {}.", kind_words().join(", ")),
                    |near| format!("Did you mean {near}?"),
                );
                let words = format!("There is no kind \"{wrong}\". {hint}");
                self.remark(&[&words]);
            }
        }
    }

    fn go_to(&mut self, address: &Address) {
        let place = match self.library.seek(address) {
            Ok(Sought::Glossary(None)) => Place::Glossary,
            Ok(Sought::Glossary(Some((term, _)))) => Place::Term { term },
            Ok(Sought::Page(found)) => match (found.section, found.item) {
                (Some(section), Some((item, _))) => {
                    Place::Item { condition: found.condition.id.clone(), section: section.id, item }
                }
                (Some(section), None) => Place::section(&found.condition.id, section.id),
                _ => Place::Contents { condition: found.condition.id.clone() },
            },
            Err(missing) => {
                let words = format!("{} {}", missing.message, missing.hint);
                return self.remark(&[&words]);
            }
        };
        self.go(place);
    }

    fn go(&mut self, place: Place) {
        self.history.go(place);
        self.tell_place();
    }

    pub(super) fn condition_id(&self) -> Option<String> {
        match &self.history.now().place {
            Place::Contents { condition }
            | Place::Section { condition, .. }
            | Place::Item { condition, .. } => Some(condition.clone()),
            _ => None,
        }
    }

    pub(super) fn condition(&self) -> Option<&'a Condition> {
        self.library.condition(&self.condition_id()?)
    }

    /// Says something aside: help, a mistake. The answer, and how much of it was said, stay.
    pub(super) fn remark<T: AsRef<str>>(&mut self, said: &[T]) {
        self.aside = said.iter().flat_map(|words| lines(words.as_ref(), self.width)).collect();
    }

    /// Makes sentences the answer.
    pub(super) fn tell<T: AsRef<str>>(&mut self, said: &[T]) {
        self.answer = Speech::default();
        for words in said {
            self.answer.add(words.as_ref(), self.width, true);
        }
        self.said = 0;
    }
}

fn capital_count(links: usize) -> String {
    match links {
        0 => "This text has no links".to_owned(),
        1 => "This text has 1 link".to_owned(),
        many => format!("Links are numbered from 1 to {many}"),
    }
}
