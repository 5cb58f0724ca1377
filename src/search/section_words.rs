//! Everyday words for whole sections: what readers ask when they have no name for it.

use crate::model::SectionId;

/// Returns the words and questions that lead to a section of any condition.
pub(super) fn section_words(section: SectionId) -> &'static [&'static str] {
    match section {
        SectionId::Overview => &["what is it", "types", "other names"],
        SectionId::GetHelp => &[
            "when to see a doctor",
            "emergency",
            "is it dangerous",
            "warning signs",
            "red flags",
            "should I worry",
            "hospital",
        ],
        SectionId::Symptoms => &["signs", "what does it feel like", "what does it look like"],
        SectionId::Causes => {
            &["why", "what causes it", "why does it happen", "reasons", "risk factors", "triggers"]
        }
        SectionId::Complications => &["what can happen", "what can go wrong", "long term effects"],
        SectionId::Diagnosis => &[
            "tests",
            "how is it diagnosed",
            "which test shows it",
            "how do doctors find it",
            "examination",
        ],
        SectionId::Treatment => &[
            "how is it treated",
            "what helps",
            "medicines",
            "medication",
            "drugs",
            "therapy",
            "therapies",
            "surgery",
            "operation",
        ],
        SectionId::Coping => &[
            "what helps at home",
            "what can I do",
            "home remedies",
            "self care",
            "self help",
            "daily life",
            "living with it",
            "tips",
            "exercise",
        ],
        SectionId::Alternative => {
            &["complementary treatments", "natural remedies", "herbal", "supplements"]
        }
        SectionId::Support => &[
            "support group",
            "organisations",
            "organizations",
            "charity",
            "who can help",
            "talk to somebody",
        ],
        SectionId::Sources => &[],
    }
}
