//! The glossary: medical words in plain sentences, for all pages.

use super::Item;
use serde::{Deserialize, Serialize};

/// Words that are explained once for all pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glossary {
    /// The words, in the order of the alphabet.
    pub terms: Vec<Item>,
    /// What was read for them. Terms name them by number, counted from 1.
    pub sources: Vec<Item>,
}

impl Glossary {
    /// Returns the glossary laid over another one: a term takes the place of that of its id.
    #[must_use]
    pub fn over(self, below: &Self) -> Self {
        let mut sources = below.sources.clone();
        let mut terms = below.terms.clone();
        terms.retain(|term| self.terms.iter().all(|own| own.id != term.id));
        terms.extend(self.terms.into_iter().map(|mut term| {
            term.sources.iter_mut().for_each(|number| *number += below.sources.len());
            term
        }));
        terms.sort_by_cached_key(|term| term.name.to_lowercase());
        sources.extend(self.sources);
        Self { terms, sources }
    }
}
