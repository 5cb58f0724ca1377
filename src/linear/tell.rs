//! What each place says.

use super::command::HELP;
use super::hits::hit_words;
use super::reader::Reader;
use super::say::document_speech;
use crate::browse::{Place, above_hits, nothing, others};
use crate::document::{BlockKind, Document, Listing, count, heard, link, sentence};
use crate::model::{Kind, capital};
use crate::search::{Index, Query};
use crate::speech::spoken;

/// The most results that are listed.
const RESULTS_MAX: usize = 30;

impl Reader<'_> {
    /// Says the place where the reader is.
    pub(super) fn tell_place(&mut self) {
        self.targets.clear();
        match self.history.now().place.clone() {
            Place::Home => {
                let mut said = vec![
                    "Topic: rarebook, rare and long term health conditions, offline.".to_owned(),
                ];
                said.push("This is not a diagnosis. No doctor has checked these pages. In an emergency call your local emergency number.".to_owned());
                said.extend(menu(&self.composer.home("")));
                self.tell(&said);
            }
            Place::About => self.tell_document(&self.composer.about()),
            Place::Help => self.tell(HELP),
            Place::Glossary => {
                self.tell_document(&self.composer.glossary_contents());
            }
            Place::Term { term } => {
                let of = self.library.glossary().terms.len();
                self.tell_document(&self.composer.term(term));
                self.answer.add(&format!("Word {} of {of}.", term + 1), self.width, false);
            }
            Place::Contents { .. } => {
                let Some(condition) = self.condition() else { return };
                self.tell_document(&self.composer.contents(condition));
            }
            Place::Section { section, .. } => {
                let Some(condition) = self.condition() else { return };
                let document = self.composer.section(condition, section);
                self.tell_document(&document);
                self.answer.add(&format!("End of {}.", document.title), self.width, false);
            }
            Place::Item { section, item, .. } => {
                let Some(condition) = self.condition() else { return };
                let of = condition.section(section).items.len();
                let document = self.composer.item(condition, section, item);
                self.tell_document(&document);
                self.answer.add(&format!("Item {} of {of}.", item + 1), self.width, false);
            }
            Place::Results { typed, kind, exact } => self.tell_results(&typed, kind, exact),
        }
    }

    fn tell_results(&mut self, typed: &str, kind: Option<Kind>, exact: bool) {
        let mut query = Query { exact, ..Query::new(typed) };
        query.kinds.extend(kind);
        let library = self.library;
        let found = self.index.get_or_init(|| Index::of(library)).search(&query);
        let what = kind.map_or_else(
            || "result".to_owned(),
            |kind| format!("{} result", kind.label().to_lowercase()),
        );
        if found.hits.is_empty() {
            self.hits.clear();
            let others = kind.and_then(|kind| {
                let all = Query { exact, ..Query::new(typed) };
                Some((kind, self.index.get()?.search(&all)))
            });
            return self.tell(&match others {
                Some((kind, others)) if !others.hits.is_empty() => vec![format!(
                    "No {} for \"{typed}\", but {} of other kinds. Type k alone to hear them.",
                    kind.label().to_lowercase(),
                    count(others.hits.len(), "result", "results")
                )],
                _ => {
                    let said = nothing(&found, typed, self.library.cards().len());
                    said.iter().map(|words| spoken(words)).collect()
                }
            });
        }
        let all = found.count();
        let how = if exact { ", exactly as typed" } else { "" };
        let count = format!("{} for {typed}{how}.", count(all, &what, &format!("{what}s")));
        let mut said: Vec<String> =
            above_hits(&found, typed).iter().map(|words| spoken(words)).collect();
        self.hits = found.hits;
        self.hits.truncate(RESULTS_MAX);
        said.push(count);
        said.extend(self.hits.iter().enumerate().map(|(n, hit)| {
            let more = others(hit, library)
                .map(|words| format!(" {}.", spoken(&words)))
                .unwrap_or_default();
            format!("{}. {}{more}", n + 1, spoken(&hit_words(hit)))
        }));
        if all > self.hits.len() {
            said.push(format!(
                "{} more are not listed. Add a word to narrow the search.",
                all - self.hits.len()
            ));
        }
        self.tell(&said);
    }

    /// Says the list of what can be chosen again.
    pub(super) fn tell_list(&mut self) {
        let said = match &self.history.now().place {
            Place::Home => menu(&self.composer.home("")),
            Place::Results { .. } => return self.tell_place(),
            Place::About | Place::Help => {
                vec!["There is no list here. Type b to go back.".to_owned()]
            }
            Place::Glossary | Place::Term { .. } => menu(&self.composer.glossary_contents()),
            Place::Contents { .. } => {
                let condition = self.condition();
                condition
                    .map(|condition| menu(&self.composer.contents(condition)))
                    .unwrap_or_default()
            }
            Place::Section { section, .. } | Place::Item { section, .. } => {
                self.condition().map_or_else(Vec::new, |condition| {
                    let items = &condition.section(*section).items;
                    let title = format!(
                        "{}, {}. {}.",
                        spoken(&condition.name),
                        section.title(),
                        capital(&count(items.len(), "item", "items"))
                    );
                    let names = items
                        .iter()
                        .enumerate()
                        .map(|(n, item)| format!("{}. {}", n + 1, sentence(&spoken(&item.name))));
                    std::iter::once(title).chain(names).collect()
                })
            }
        };
        self.remark(&said);
    }

    fn tell_document(&mut self, document: &Document) {
        self.targets = document.blocks.iter().filter_map(link).cloned().collect();
        self.answer = document_speech(document, self.width);
        self.said = 0;
    }
}

/// Returns the lines of a document that can be chosen from, with the heading above them.
fn menu(document: &Document) -> Vec<String> {
    let blocks = heard(document, Listing::Numbered).blocks;
    let from_heading = blocks.into_iter().skip_while(|block| block.kind != BlockKind::Group);
    from_heading
        .filter(|block| matches!(block.kind, BlockKind::Group | BlockKind::Choice))
        .map(|block| block.text)
        .collect()
}
