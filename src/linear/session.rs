//! A conversation: the reader types a line, the program says an answer.

use super::command::{Command, HELP};
use super::hits::hit_words;
use super::say::{ascii, document_lines, lines, sentence};
use crate::browse::{History, Place};
use crate::document::{BlockKind, Composer, Document, Target, count};
use crate::library::Library;
use crate::model::{Address, Condition, SectionId, WordSet};
use crate::search::{Hit, Index, Query, kind_words, kinds_from_words};
use std::cell::OnceCell;
use std::io::{self, BufRead, Write};

/// The most bytes of one typed line that are read.
const LINE_MAX: u64 = 4096;

/// The most results that are listed.
const RESULTS_MAX: usize = 30;

/// How the conversation is held.
#[derive(Clone, Debug)]
pub struct Options {
    /// The longest line, in columns.
    pub width: usize,
    /// How many lines are said before the reader is asked to go on.
    pub part: usize,
    /// Whether typed lines are written too, for input that no terminal shows.
    pub echo: bool,
    /// Why the mode is on, such as `flag --linear`.
    pub reason: String,
    /// Where to begin.
    pub start: Option<Address>,
}

/// Holds a conversation until the reader leaves or the input ends.
///
/// # Errors
///
/// Returns the first error of the reader or the writer.
pub fn run(
    library: &Library,
    input: impl BufRead,
    output: impl Write,
    options: &Options,
) -> io::Result<()> {
    let mut session = Session {
        library,
        composer: Composer::of(library),
        index: OnceCell::new(),
        history: History::at(Place::Home),
        options,
        answer: Vec::new(),
        said: 0,
        targets: Vec::new(),
        hits: Vec::new(),
        output,
    };
    session.start()?;
    session.talk(input)
}

struct Session<'a, W> {
    library: &'a Library,
    composer: Composer<'a>,
    index: OnceCell<Index>,
    history: History,
    options: &'a Options,
    /// The lines of the last answer.
    answer: Vec<String>,
    /// How many of them have been said.
    said: usize,
    /// Where the numbered links of the last text lead.
    targets: Vec<Target>,
    hits: Vec<Hit>,
    output: W,
}

impl<W: Write> Session<'_, W> {
    fn start(&mut self) -> io::Result<()> {
        let first =
            format!("Linear mode is on ({}). Type h for help, q to leave.", self.options.reason);
        self.write(&lines(&first, self.options.width))?;
        if let Some(address) = self.options.start.clone() {
            self.go_to(&address);
        } else {
            self.tell_place();
        }
        self.say_part()
    }

    fn talk(&mut self, mut input: impl BufRead) -> io::Result<()> {
        loop {
            let prompt = if self.said < self.answer.len() {
                "Enter for more, or h: "
            } else {
                "Number, s, n, b, h or q: "
            };
            self.output.write_all(prompt.as_bytes())?;
            self.output.flush()?;
            let mut typed = Vec::new();
            let read = io::Read::take(&mut input, LINE_MAX).read_until(b'\n', &mut typed)?;
            let typed = ascii(String::from_utf8_lossy(&typed).trim());
            if read == 0 {
                self.output.write_all(b"\n")?;
                return self.output.flush();
            }
            if self.options.echo {
                self.write(std::slice::from_ref(&typed))?;
            }
            let command = Command::read(&typed);
            if command == Command::Quit {
                return self.output.flush();
            }
            self.obey(command);
            self.say_part()?;
        }
    }

    fn obey(&mut self, command: Command) {
        match command {
            Command::More if self.said < self.answer.len() => {}
            Command::More => self.tell(&["That was all. Type h for help."]),
            Command::Choose(number) => self.choose(number),
            Command::Back if self.history.back() => self.tell_place(),
            Command::Back => {
                self.tell(&["There is nothing to go back to. This is where you began."]);
            }
            Command::Forward if self.history.forward() => self.tell_place(),
            Command::Forward => self.tell(&["There is nothing to go forward to."]),
            Command::List => self.tell_list(),
            Command::Repeat => self.said = 0,
            Command::Next => self.step(1),
            Command::Previous => self.step(-1),
            Command::Go(to) => self.follow(&to),
            Command::Search(typed) if typed.is_empty() => {
                self.tell(&["Type s and the words to search for, such as: s neck pain."]);
            }
            Command::Search(typed) => self.go(Place::Results { typed, kind: None }),
            Command::Kind(kind) => self.only_kind(&kind),
            Command::Home => self.go(Place::Home),
            Command::Sources => match self.condition_id() {
                Some(condition) => self.go(Place::section(&condition, SectionId::Sources)),
                None => self.tell(&["Choose a condition first. Its sources are named in it."]),
            },
            Command::About => self.go(Place::About),
            Command::Help => self.tell(HELP),
            Command::Unknown(typed) => {
                let words = format!("There is no command \"{typed}\". {}", self.what_to_type());
                self.tell(&[&words]);
            }
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
            Place::About => 0,
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
            return self.tell(&[&words]);
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
            Place::About => None,
        };
        if let Some(place) = place {
            self.go(place);
        }
    }

    /// Goes to the next or previous item or section.
    fn step(&mut self, by: isize) {
        let place = match self.history.now().place.clone() {
            Place::Item { condition, section, item } => item
                .checked_add_signed(by)
                .filter(|item| *item < self.choices())
                .map(|item| Place::Item { condition, section, item }),
            Place::Section { condition, section } => section
                .index()
                .checked_add_signed(by)
                .and_then(|place| SectionId::ALL.get(place))
                .map(|section| Place::Section { condition, section: *section }),
            Place::Contents { condition } if by > 0 => {
                Some(Place::section(&condition, SectionId::Overview))
            }
            _ => {
                return self
                    .tell(&["Next and previous work inside a condition. Choose one first."]);
            }
        };
        match place {
            Some(place) => self.go(place),
            None if by > 0 => self.tell(&["This is the last one."]),
            None => self.tell(&["This is the first one."]),
        }
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
                self.tell(&[&words]);
            }
            return;
        }
        match self.library.find_typed(to) {
            Ok((address, _)) => self.go_to(&address),
            Err(missing) => {
                let words = format!("{} {}", missing.message, missing.hint);
                self.tell(&[&words]);
            }
        }
    }

    fn only_kind(&mut self, typed: &str) {
        let Place::Results { typed: words, .. } = self.history.now().place.clone() else {
            return self.tell(&["Search first: type s and words."]);
        };
        match kinds_from_words(typed) {
            Ok(kinds) => self.go(Place::Results { typed: words, kind: kinds.first().copied() }),
            Err((wrong, near)) => {
                let hint = near.map_or_else(
                    || format!("Kinds are {}.", kind_words().join(", ")),
                    |near| format!("Did you mean {near}?"),
                );
                let words = format!("There is no kind \"{wrong}\". {hint}");
                self.tell(&[&words]);
            }
        }
    }

    fn go_to(&mut self, address: &Address) {
        let place = match self.library.find(address) {
            Ok(found) => match (found.section, found.item) {
                (Some(section), Some((item, _))) => {
                    Place::Item { condition: found.condition.id.clone(), section: section.id, item }
                }
                (Some(section), None) => Place::section(&found.condition.id, section.id),
                _ => Place::Contents { condition: found.condition.id.clone() },
            },
            Err(missing) => {
                let words = format!("{} {}", missing.message, missing.hint);
                return self.tell(&[&words]);
            }
        };
        self.go(place);
    }

    fn go(&mut self, place: Place) {
        self.history.go(place);
        self.tell_place();
    }

    /// Says the place where the reader is.
    fn tell_place(&mut self) {
        self.targets.clear();
        match self.history.now().place.clone() {
            Place::Home => {
                let mut said = vec![
                    "Topic: rarebook, rare and long-term health conditions, offline.".to_owned(),
                ];
                said.push("This is not a diagnosis. No doctor has checked these pages. In an emergency call your local emergency number.".to_owned());
                said.extend(self.home_list());
                self.tell(&said);
            }
            Place::About => self.tell_document(&self.composer.about()),
            Place::Contents { .. } => {
                let Some(condition) = self.condition() else { return };
                let mut said = vec![
                    format!("Topic: {}", sentence(&condition.name)),
                    sentence(&condition.summary),
                ];
                said.extend(contents_list(condition));
                self.tell(&said);
            }
            Place::Section { section, .. } => {
                let Some(condition) = self.condition() else { return };
                let mut document = self.composer.section(condition, section);
                document.blocks.retain(|block| block.kind != BlockKind::Choice);
                self.tell_document(&document);
                let end = lines(&format!("End of {}.", document.title), self.options.width);
                self.answer.extend(end);
            }
            Place::Item { section, item, .. } => {
                let Some(condition) = self.condition() else { return };
                let of = condition.section(section).items.len();
                let document = self.composer.item(condition, section, item);
                self.tell_document(&document);
                self.answer.push(format!("Item {} of {of}.", item + 1));
            }
            Place::Results { typed, kind } => self.tell_results(&typed, kind),
        }
    }

    fn tell_results(&mut self, typed: &str, kind: Option<crate::model::Kind>) {
        let query = Query { kinds: kind.into_iter().collect(), ..Query::new(typed) };
        let library = self.library;
        self.hits = self.index.get_or_init(|| Index::of(library)).search(&query).hits;
        let all = self.hits.len();
        self.hits.truncate(RESULTS_MAX);
        let what = kind.map_or_else(
            || "result".to_owned(),
            |kind| format!("{} result", kind.label().to_lowercase()),
        );
        if self.hits.is_empty() {
            let words = format!(
                "Nothing found for \"{typed}\" in {}.",
                count(self.library.cards().len(), "condition", "conditions")
            );
            return self.tell(&[
                words.as_str(),
                "Try fewer or other words. Not finding something here does not mean it is not real or not serious.",
            ]);
        }
        let mut said = vec![format!("{} for \"{typed}\".", count(all, &what, &format!("{what}s")))];
        said.extend(
            self.hits.iter().enumerate().map(|(n, hit)| format!("{}. {}", n + 1, hit_words(hit))),
        );
        if all > self.hits.len() {
            said.push(format!(
                "{} more are not listed. Add a word to narrow the search.",
                all - self.hits.len()
            ));
        }
        self.tell(&said);
    }

    /// Says the list of what can be chosen again.
    fn tell_list(&mut self) {
        let said = match &self.history.now().place {
            Place::Home => self.home_list(),
            Place::Results { .. } => return self.tell_place(),
            Place::About => vec!["There is no list here. Type b to go back.".to_owned()],
            Place::Contents { .. } => self.condition().map(contents_list).unwrap_or_default(),
            Place::Section { section, .. } | Place::Item { section, .. } => {
                self.condition().map_or_else(Vec::new, |condition| {
                    let items = &condition.section(*section).items;
                    let title = format!(
                        "{}, {}. {}.",
                        condition.name,
                        section.title(),
                        capital(&count(items.len(), "item", "items"))
                    );
                    let names = items
                        .iter()
                        .enumerate()
                        .map(|(n, item)| format!("{}. {}", n + 1, sentence(&item.name)));
                    std::iter::once(title).chain(names).collect()
                })
            }
        };
        self.tell(&said);
    }

    fn home_list(&self) -> Vec<String> {
        let cards = self.library.cards();
        let title = format!("Conditions. {}.", count(cards.len(), "condition", "conditions"));
        let names =
            cards.enumerate().map(|(n, card)| format!("{}. {}", n + 1, sentence(&card.name)));
        std::iter::once(title).chain(names).collect()
    }

    fn condition_id(&self) -> Option<String> {
        match &self.history.now().place {
            Place::Contents { condition }
            | Place::Section { condition, .. }
            | Place::Item { condition, .. } => Some(condition.clone()),
            Place::Home | Place::About | Place::Results { .. } => None,
        }
    }

    fn condition(&self) -> Option<&Condition> {
        self.library.condition(&self.condition_id()?)
    }

    fn tell_document(&mut self, document: &Document) {
        self.targets = document
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Link)
            .filter_map(|block| block.target.clone())
            .collect();
        self.answer = document_lines(document, self.options.width);
        self.said = 0;
    }

    fn tell<T: AsRef<str>>(&mut self, said: &[T]) {
        self.answer =
            said.iter().flat_map(|words| lines(words.as_ref(), self.options.width)).collect();
        self.said = 0;
    }

    /// Says the next part of the answer, and whether there is more.
    fn say_part(&mut self) -> io::Result<()> {
        let part = self.options.part.max(1);
        let rest = self.answer.get(self.said..).unwrap_or_default();
        // A last line or two would make a part of their own: say them at once.
        let now = if rest.len() <= part + 2 { rest.len() } else { part };
        let said: Vec<String> = rest.iter().take(now).cloned().collect();
        self.write(&said)?;
        self.said += now;
        if self.said < self.answer.len() {
            let (number, of) = (
                self.said.div_ceil(part),
                self.answer.len().saturating_sub(2).div_ceil(part).max(2),
            );
            self.write(&[format!("Part {number} of {of}. Press Enter for more.")])?;
        }
        Ok(())
    }

    fn write(&mut self, lines: &[String]) -> io::Result<()> {
        for line in lines {
            self.output.write_all(line.as_bytes())?;
            self.output.write_all(b"\n")?;
        }
        Ok(())
    }
}

fn contents_list(condition: &Condition) -> Vec<String> {
    let title = format!("Sections. {} sections.", condition.sections.len());
    let names = condition.sections.iter().enumerate().map(|(n, section)| {
        let length = match section.items.len() {
            0 => String::new(),
            many => format!(" {}.", capital(&count(many, "item", "items"))),
        };
        format!("{}. {}{length}", n + 1, sentence(section.id.title()))
    });
    std::iter::once(title).chain(names).collect()
}

fn capital_count(links: usize) -> String {
    match links {
        0 => "This text has no links".to_owned(),
        1 => "This text has 1 link".to_owned(),
        many => format!("Links are numbered from 1 to {many}"),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
