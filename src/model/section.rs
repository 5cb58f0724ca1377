//! Sections: the closed list of parts that every condition has, in reading order.

use super::word_set::word_set;
use super::{Item, Kind};
use serde::{Deserialize, Serialize};

word_set! {
    /// The name of a section in addresses, files and JSON.
    SectionId {
        Overview = "overview",
        GetHelp = "get-help",
        Symptoms = "symptoms",
        Causes = "causes",
        Complications = "complications",
        Diagnosis = "diagnosis",
        Treatment = "treatment",
        Coping = "coping",
        Alternative = "alternative",
        Support = "support",
        Sources = "sources",
    }
}

impl SectionId {
    /// Returns the heading that readers see.
    pub fn title(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::GetHelp => "When to get help",
            Self::Symptoms => "Symptoms",
            Self::Causes => "Causes",
            Self::Complications => "Complications",
            Self::Diagnosis => "Diagnosis",
            Self::Treatment => "Treatment",
            Self::Coping => "Coping",
            Self::Alternative => "Alternative treatments",
            Self::Support => "Support",
            Self::Sources => "Sources",
        }
    }

    /// Returns the place of the section in reading order, counted from 0.
    pub fn index(self) -> usize {
        self as usize
    }

    /// Returns the section that holds items of a kind.
    pub fn of_kind(kind: Kind) -> Self {
        match kind {
            // What stands in no section stands for a whole page, which begins with this one.
            Kind::Condition | Kind::Section | Kind::Term | Kind::Type | Kind::Fact => {
                Self::Overview
            }
            Kind::RedFlag => Self::GetHelp,
            Kind::Symptom => Self::Symptoms,
            Kind::Cause => Self::Causes,
            Kind::Complication => Self::Complications,
            Kind::Test => Self::Diagnosis,
            Kind::Treatment => Self::Treatment,
            Kind::Coping => Self::Coping,
            Kind::Alternative => Self::Alternative,
            Kind::Support => Self::Support,
            Kind::Source | Kind::Disagreement => Self::Sources,
        }
    }
}

/// A piece of running text with the numbers of its sources, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Paragraphs, parted by an empty line.
    pub text: String,
    /// Numbers of the sources, counted from 1 in the order of the sources section.
    pub sources: Vec<usize>,
}

/// One section of a condition: opening words and items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Which section this is.
    pub id: SectionId,
    /// The words before the items.
    pub text: Option<Passage>,
    /// The items in reading order.
    pub items: Vec<Item>,
}

impl Section {
    /// Returns whether no source had anything to say here.
    pub fn is_empty(&self) -> bool {
        self.text.is_none() && self.items.is_empty()
    }

    /// Returns the place of the item with a stable id, counted from 0.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }
}
