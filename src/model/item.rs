//! Items: the smallest things that have an address.

use super::{Address, BodyArea, CauseKind, Date, Evidence, HowOften, Kind, Level, TreatmentKind};
use serde::{Deserialize, Serialize};

/// One symptom, treatment, tip, source and so on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The stable id, unique in its section.
    pub id: String,
    /// What the item is.
    pub kind: Kind,
    /// The short name a reader looks for.
    pub name: String,
    /// Paragraphs, parted by an empty line. Empty for a source.
    pub text: String,
    /// The heading under which a run of items stands.
    pub group: Option<String>,
    /// Numbers of the sources, counted from 1. Empty for a source.
    pub sources: Vec<usize>,
    /// Other places worth reading.
    pub see: Vec<Address>,
    /// Everyday words, brand names and misspellings that should find this item.
    pub search_words: Vec<String>,
    /// What only this kind of item has.
    pub detail: Detail,
}

impl Item {
    /// Returns the other names of a term, as they stand in texts; none for other items.
    pub fn also_called(&self) -> &[String] {
        match &self.detail {
            Detail::Term { also_called, .. } => also_called,
            _ => &[],
        }
    }
}

/// What only some kinds of items have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Detail {
    /// Nothing beyond name and text.
    None,
    /// How soon help is needed, and what to do.
    RedFlag {
        /// How soon.
        level: Level,
        /// What to do, one sentence.
        action: String,
    },
    /// Where a symptom is felt and how often it comes.
    Symptom {
        /// The part of the body.
        area: Option<BodyArea>,
        /// How often it comes.
        how_often: Option<HowOften>,
        /// The term of the Human Phenotype Ontology, such as `HP:0000643`.
        hpo: Option<String>,
    },
    /// The sort of cause.
    Cause(Option<CauseKind>),
    /// What a test looks for.
    Test {
        /// A short phrase.
        looks_for: Option<String>,
    },
    /// The sort of treatment and what to expect of it.
    Treatment {
        /// The sort.
        kind: TreatmentKind,
        /// The brain chemical or signal it acts on.
        works_on: Option<String>,
        /// Side effects, short phrases.
        side_effects: Vec<String>,
    },
    /// How much evidence there is.
    Evidence(Option<Evidence>),
    /// Where to find an organisation.
    Support {
        /// The country it serves.
        country: Option<String>,
        /// Its web address.
        url: Option<String>,
        /// Its telephone number, in groups.
        phone: Option<String>,
    },
    /// How a word of the glossary is said, and its other forms.
    Term {
        /// With capitals for stress.
        say_it: Option<String>,
        /// Plurals, abbreviations and other names, as they stand in texts.
        also_called: Vec<String>,
    },
    /// Where a text was read.
    Source(Source),
}

/// Where a text was read and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Who published it.
    pub publisher: String,
    /// The address of the original.
    pub url: String,
    /// The day on which the editor read it.
    pub read: Date,
    /// The year of the text, where it is known.
    pub year: Option<u16>,
    /// The address of the copy that was read, if not the original.
    pub copy: Option<String>,
    /// The licence of the source.
    pub licence: Option<String>,
}
