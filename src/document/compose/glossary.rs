//! The glossary as a page of its own, and one term of it.

use super::Composer;
use super::item::{At, compose};
use crate::document::block::{Block, BlockKind, Document, Role};
use crate::document::words::count;

/// The title of the glossary.
const TITLE: &str = "Medical words explained";

impl Composer<'_> {
    /// Returns the whole glossary: its terms as items, and below them its sources, which are counted
    /// on as items of the page.
    pub fn glossary(self) -> Document {
        let glossary = self.library.glossary();
        let terms = glossary.terms.len();
        let mut document = Document::titled(TITLE);
        let length = format!("There are {}.", count(terms, "word", "words"));
        document.push(Block::all(BlockKind::Paragraph, Role::Quiet, length));
        for (place, term) in glossary.terms.iter().enumerate() {
            compose(&mut document, At::in_list(place, terms), term, self);
        }
        self.sources_read(&mut document, |_| true);
        document
    }

    /// Returns one term with the sources that it names.
    pub fn term(self, place: usize) -> Document {
        let mut document = Document::titled(TITLE);
        if let Some(term) = self.library.glossary().terms.get(place) {
            compose(
                &mut document,
                At::in_list(place, self.library.glossary().terms.len()),
                term,
                self,
            );
            self.sources_read(&mut document, |number| term.sources.contains(&number));
        }
        document
    }

    /// Returns the terms as a menu.
    pub fn glossary_contents(self) -> Document {
        let mut document = Document::titled(TITLE);
        document.push(Block::all(BlockKind::Group, Role::Heading, "Words"));
        for term in &self.library.glossary().terms {
            document.push(Block::new(BlockKind::Choice, term.name.as_str()));
        }
        document
    }

    /// Adds the sources whose numbers are wanted, if there are any.
    fn sources_read(self, document: &mut Document, wanted: impl Fn(usize) -> bool) {
        let glossary = self.library.glossary();
        let (terms, of) = (glossary.terms.len(), glossary.sources.len());
        let sources = glossary.sources.iter().enumerate().filter(|(n, _)| wanted(n + 1));
        for (n, (place, source)) in sources.enumerate() {
            let at = At { place: terms + place, number: place + 1, of };
            if n == 0 {
                let heading = Block::all(BlockKind::Group, Role::Heading, "Sources");
                document.push(heading.of_item(at.place));
            }
            compose(document, at, source, self);
        }
    }
}
