//! The format of a condition file as one table, and what tables of other files are made of.
//!
//! Everything that knows the format reads this table: the reader (`read`), the JSON Schema for
//! editors (`schema`), and the tests that hold `data/README.md` to it.

use crate::model::{
    Audience, BodyArea, CauseKind, Evidence, HowOften, Kind, Level, SectionId, TreatmentKind,
    WordSet,
};
use std::ops::RangeInclusive;

/// What a value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words on one line.
    Line,
    /// Paragraphs.
    Text,
    /// A list of words or phrases.
    Lines,
    /// One word out of a set.
    Choice(&'static [&'static str]),
    /// A list of words out of a set.
    Choices(&'static [&'static str]),
    /// A date without a time, such as 2026-11-22.
    Date,
    /// A year.
    Year,
    /// Small letters, digits and hyphens.
    Slug,
    /// A list of slugs of conditions.
    Slugs,
    /// A list of addresses, such as `dystonia/treatment`.
    Addresses,
    /// A list of codes, such as `MONDO:0003441`.
    Codes,
    /// A term of the Human Phenotype Ontology, such as `HP:0000643`.
    Hpo,
    /// A web address.
    Url,
    /// A list of ids of sources.
    SourceIds,
}

/// Whether something may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must stand in the file.
    Required,
    /// It may be left out.
    Optional,
}

/// One key and its value.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The word before the equals sign.
    pub name: &'static str,
    /// What the value looks like.
    pub shape: Shape,
    /// Whether it may be left out.
    pub need: Need,
    /// What it says, for editors.
    pub about: &'static str,
}

/// The format of one sort of file.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What a file of this sort is called, such as `the page`.
    pub file: &'static str,
    /// The keys at the top of the file.
    pub keys: &'static [Key],
    /// The blocks, in the order in which they are read.
    pub blocks: &'static [Block],
}

/// The format of a condition file.
pub const CONDITION: Format = Format { file: "the page", keys: TOP_KEYS, blocks: BLOCKS };

/// What a block stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// `[block]`: the opening words of a section.
    Opening(SectionId),
    /// `[block]`: a fact of the overview, under the given name.
    Fact(&'static str),
    /// `[[block]]`: items of a kind.
    Items(Kind),
    /// `[[block]]`: an entry of a list, such as a correction, that is no item of a page.
    Entry,
}

/// A block of keys.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// The word in brackets.
    pub name: &'static str,
    /// What it stands for.
    pub role: Role,
    /// Whether it may be left out.
    pub need: Need,
    /// Its own keys, besides those that all blocks of its role share.
    pub own: &'static [Key],
    /// What it says, for editors.
    pub about: &'static str,
}

impl Block {
    /// Returns whether the block is repeated, in double brackets.
    pub fn repeats(&self) -> bool {
        matches!(self.role, Role::Items(_) | Role::Entry)
    }

    /// Returns all keys that may stand in the block.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> {
        let shared: &[Key] = match self.role {
            Role::Opening(_) | Role::Fact(_) => PASSAGE_KEYS,
            Role::Items(Kind::Source | Kind::Disagreement) | Role::Entry => &[],
            Role::Items(_) => ITEM_KEYS,
        };
        shared.iter().chain(self.own)
    }
}

pub(super) const fn required(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, need: Need::Required, about }
}

pub(super) const fn optional(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, need: Need::Optional, about }
}

/// The systems of numbers that `codes` may use.
pub const CODE_SYSTEMS: &[&str] =
    &["MONDO", "ORPHA", "OMIM", "ICD-10", "ICD-11", "HP", "GARD", "MESH", "UMLS"];

/// The years that a source may carry. Others are slips of the keyboard.
pub const YEARS: RangeInclusive<u16> = 1900..=2200;

/// The keys at the top of the file.
pub const TOP_KEYS: &[Key] = &[
    required("name", Shape::Line, "The title of the page."),
    required("summary", Shape::Line, "One sentence of at most 20 words that says what it is."),
    optional("say_it", Shape::Line, "How the name is spoken, with capitals for stress."),
    optional("also_called", Shape::Lines, "Other medical names."),
    optional("short_names", Shape::Lines, "Abbreviations."),
    required("search_words", Shape::Lines, "Everyday words, brand names and misspellings."),
    optional("audience", Shape::Choices(Audience::WORDS), "For whom the page is written."),
    required("body_areas", Shape::Choices(BodyArea::WORDS), "The parts of the body it touches."),
    optional("codes", Shape::Codes, "Numbers in registers of diseases, such as MONDO:0003441."),
    optional("related", Shape::Slugs, "Other conditions worth reading."),
    required("written", Shape::Date, "The day of the first version."),
    required("checked", Shape::Date, "The day of the last check against the sources."),
    required("check_again", Shape::Date, "At most 3 years after the check."),
    optional("plain_words", Shape::Lines, "Words that the reading grade counts as easy."),
];

/// The keys of every text block.
pub const PASSAGE_KEYS: &[Key] = &[
    required("text", Shape::Text, "The words, in plain paragraphs."),
    required("src", Shape::SourceIds, "Ids of the sources that say so."),
];

/// The keys of every item.
pub const ITEM_KEYS: &[Key] = &[
    required("name", Shape::Line, "A short name that a reader would look for."),
    required("text", Shape::Text, "One to three sentences."),
    required("src", Shape::SourceIds, "Ids of the sources that say so."),
    optional("id", Shape::Slug, "A stable id, where the name is long or may change."),
    optional("group", Shape::Line, "A heading above a run of items."),
    optional("see", Shape::Addresses, "Other places worth reading."),
    optional("search_words", Shape::Lines, "Words that should find this very item."),
];

/// Returns the words by which readers look for a fact of the overview. They are the same on every
/// page, so that editors need not write them.
pub fn fact_words(block: &str) -> &'static [&'static str] {
    match block {
        "starts_at" => &["age", "when does it start", "age at onset", "how old"],
        "how_common" => &["how rare", "how many people", "prevalence", "number of people"],
        "inheritance" => &[
            "inherited",
            "hereditary",
            "genetic",
            "runs in families",
            "will my child get it",
            "is it contagious",
            "can I catch it",
        ],
        "outlook" => &[
            "outlook",
            "prognosis",
            "can it be cured",
            "is there a cure",
            "cure",
            "cured",
            "will it get worse",
            "will it get better",
            "it never gets better",
            "does it go away",
            "will I die",
            "life expectancy",
            "how long does it last",
        ],
        _ => &[],
    }
}

const OPTIONAL: Need = Need::Optional;
const REQUIRED: Need = Need::Required;

pub(super) const fn block(
    name: &'static str,
    role: Role,
    need: Need,
    own: &'static [Key],
    about: &'static str,
) -> Block {
    Block { name, role, need, own, about }
}

const EVIDENCE: &[Key] = &[optional(
    "evidence",
    Shape::Choice(Evidence::WORDS),
    "How much evidence the sources report.",
)];

/// A text that was read. Every sort of file names them in the same way.
pub(super) const SOURCE: Block = block(
    "source",
    Role::Items(Kind::Source),
    REQUIRED,
    &[
        required("id", Shape::Slug, "A short id, used in src."),
        required("title", Shape::Line, "The title of the text."),
        required("publisher", Shape::Line, "Who published it."),
        required("url", Shape::Url, "The address of the original."),
        required("read", Shape::Date, "The day on which you read it."),
        optional("year", Shape::Year, "The year of the text."),
        optional("copy", Shape::Url, "The address of the copy, if you read a copy."),
        optional("licence", Shape::Line, "Its licence."),
    ],
    "A text that was read.",
);

/// The blocks of a condition file, in the order in which they are read.
pub const BLOCKS: &[Block] = &[
    block("overview", Role::Opening(SectionId::Overview), REQUIRED, &[], "What it is."),
    block("starts_at", Role::Fact("When it starts"), OPTIONAL, &[], "At which age it starts."),
    block(
        "how_common",
        Role::Fact("How common it is"),
        OPTIONAL,
        &[],
        "How many people live with it.",
    ),
    block(
        "inheritance",
        Role::Fact("How it is passed on"),
        OPTIONAL,
        &[],
        "Whether it runs in families.",
    ),
    block("outlook", Role::Fact("What to expect"), OPTIONAL, &[], "How it goes on."),
    block(
        "get_help_intro",
        Role::Opening(SectionId::GetHelp),
        REQUIRED,
        &[],
        "When to see a doctor.",
    ),
    block(
        "symptoms_intro",
        Role::Opening(SectionId::Symptoms),
        OPTIONAL,
        &[],
        "Before the symptoms.",
    ),
    block("causes_intro", Role::Opening(SectionId::Causes), OPTIONAL, &[], "Before the causes."),
    block(
        "complications_intro",
        Role::Opening(SectionId::Complications),
        OPTIONAL,
        &[],
        "Before the complications.",
    ),
    block(
        "diagnosis_intro",
        Role::Opening(SectionId::Diagnosis),
        OPTIONAL,
        &[],
        "Before the tests.",
    ),
    block(
        "treatment_intro",
        Role::Opening(SectionId::Treatment),
        OPTIONAL,
        &[],
        "Before the treatments.",
    ),
    block("coping_intro", Role::Opening(SectionId::Coping), OPTIONAL, &[], "Before the tips."),
    block(
        "alternative_intro",
        Role::Opening(SectionId::Alternative),
        OPTIONAL,
        &[],
        "Before the alternative treatments.",
    ),
    block("support_intro", Role::Opening(SectionId::Support), OPTIONAL, &[], "Before the support."),
    block("type", Role::Items(Kind::Type), OPTIONAL, &[], "A type of the condition."),
    block(
        "red_flag",
        Role::Items(Kind::RedFlag),
        REQUIRED,
        &[
            required("level", Shape::Choice(Level::WORDS), "How soon help is needed."),
            required("do", Shape::Line, "What to do, one sentence."),
        ],
        "A sign that needs help: name and text say what to look for.",
    ),
    block(
        "symptom",
        Role::Items(Kind::Symptom),
        REQUIRED,
        &[
            optional("area", Shape::Choice(BodyArea::WORDS), "Where it is felt."),
            optional("how_often", Shape::Choice(HowOften::WORDS), "Only where a source says so."),
            optional("hpo", Shape::Hpo, "The term of the Human Phenotype Ontology."),
        ],
        "A symptom.",
    ),
    block(
        "cause",
        Role::Items(Kind::Cause),
        OPTIONAL,
        &[optional("kind", Shape::Choice(CauseKind::WORDS), "The sort of cause.")],
        "A cause, or a disease it can be a symptom of.",
    ),
    block("complication", Role::Items(Kind::Complication), OPTIONAL, &[], "What it can lead to."),
    block(
        "test",
        Role::Items(Kind::Test),
        OPTIONAL,
        &[optional("looks_for", Shape::Line, "What the test looks for, a short phrase.")],
        "A test or examination.",
    ),
    block(
        "treatment",
        Role::Items(Kind::Treatment),
        OPTIONAL,
        &[
            required("kind", Shape::Choice(TreatmentKind::WORDS), "The sort of treatment."),
            optional("works_on", Shape::Line, "The brain chemical or signal it acts on."),
            optional("side_effects", Shape::Lines, "Side effects, short phrases."),
        ],
        "A treatment.",
    ),
    block("tip", Role::Items(Kind::Coping), OPTIONAL, EVIDENCE, "A thing to do at home."),
    block(
        "alternative",
        Role::Items(Kind::Alternative),
        OPTIONAL,
        EVIDENCE,
        "A complementary treatment.",
    ),
    block(
        "support",
        Role::Items(Kind::Support),
        OPTIONAL,
        &[
            optional("country", Shape::Line, "The country it serves."),
            optional("url", Shape::Url, "Its web address."),
            optional("phone", Shape::Line, "Its telephone number, in groups."),
        ],
        "Help with feelings, an organisation, a group.",
    ),
    SOURCE,
    block(
        "disagree",
        Role::Items(Kind::Disagreement),
        OPTIONAL,
        &[
            required("about", Shape::Line, "What the sources differ about."),
            required("text", Shape::Text, "How they differ."),
            required("src", Shape::SourceIds, "Ids of the sources that differ."),
        ],
        "A point on which sources differ.",
    ),
    block(
        "fixed",
        Role::Entry,
        OPTIONAL,
        &[
            required("on", Shape::Date, "The day of the correction."),
            required("what", Shape::Line, "What was wrong and what it says now."),
        ],
        "A correction, kept for editors.",
    ),
];
