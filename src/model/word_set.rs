//! Closed sets of words: what an editor may write where only certain words make sense.

/// A closed set of words, such as the levels of a red flag.
pub trait WordSet: Copy + Sized + 'static {
    /// Every member, in the order in which readers should meet them.
    const ALL: &'static [Self];
    /// The word of every member, in the same order.
    const WORDS: &'static [&'static str];

    /// Returns the word that stands for this member in files, addresses and JSON.
    fn word(self) -> &'static str;

    /// Returns the member that a word stands for.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.word() == word)
    }
}

/// Makes an enum and its words in one place, so that they cannot part.
macro_rules! word_set {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $member:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $($(#[$doc])* #[doc = concat!("`", $word, "`.")] $member,)+
        }

        impl $crate::model::WordSet for $name {
            const ALL: &'static [Self] = &[$(Self::$member,)+];
            const WORDS: &'static [&'static str] = &[$($word,)+];

            fn word(self) -> &'static str {
                match self { $(Self::$member => $word,)+ }
            }
        }
    };
}
pub(crate) use word_set;

word_set! {
    /// What an item is. Search filters by these words.
    Kind {
        Condition = "condition",
        Section = "section",
        Type = "type",
        Fact = "fact",
        RedFlag = "red-flag",
        Symptom = "symptom",
        Cause = "cause",
        Complication = "complication",
        Test = "test",
        Treatment = "treatment",
        Coping = "coping",
        Alternative = "alternative",
        Support = "support",
        Source = "source",
        Disagreement = "disagreement",
        Term = "term",
    }
}

impl Kind {
    /// Returns the word for one such thing, as a reader would say it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Condition => "Condition",
            Self::Section => "Section",
            Self::Type => "Type",
            Self::Fact => "Fact",
            Self::RedFlag => "When to get help",
            Self::Symptom => "Symptom",
            Self::Cause => "Cause",
            Self::Complication => "Complication",
            Self::Test => "Test",
            Self::Treatment => "Treatment",
            Self::Coping => "Coping tip",
            Self::Alternative => "Alternative treatment",
            Self::Support => "Support",
            Self::Source => "Source",
            Self::Disagreement => "Where sources differ",
            Self::Term => "Word explained",
        }
    }

    /// Returns the heading above several such things.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Condition => "Conditions",
            Self::Section => "Sections",
            Self::Type => "Types",
            Self::Fact => "Facts",
            Self::RedFlag => "When to get help",
            Self::Symptom => "Symptoms",
            Self::Cause => "Causes",
            Self::Complication => "Complications",
            Self::Test => "Tests",
            Self::Treatment => "Treatments",
            Self::Coping => "Coping tips",
            Self::Alternative => "Alternative treatments",
            Self::Support => "Support",
            Self::Source => "Sources",
            Self::Disagreement => "Where sources differ",
            Self::Term => "Words explained",
        }
    }
}

word_set! {
    /// How soon a red flag needs help, the most pressing first.
    Level {
        Emergency = "emergency",
        Urgent = "urgent",
        Routine = "routine",
    }
}

impl Level {
    /// Returns the word that stands before a red flag, so that its level is never colour alone.
    pub fn label(self) -> &'static str {
        match self {
            Self::Emergency => "Emergency",
            Self::Urgent => "Urgent",
            Self::Routine => "Routine",
        }
    }

    /// Returns the heading above all red flags of this level.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Emergency => "Emergency: get help now",
            Self::Urgent => "Urgent: get help today",
            Self::Routine => "Routine: make an appointment",
        }
    }
}

word_set! {
    /// How often a symptom comes, where a source says so.
    HowOften {
        Always = "always",
        VeryOften = "very often",
        Often = "often",
        Sometimes = "sometimes",
        Rarely = "rarely",
    }
}

word_set! {
    /// What sort of cause an item names.
    CauseKind {
        Gene = "gene",
        Medicine = "medicine",
        Injury = "injury",
        Infection = "infection",
        Toxin = "toxin",
        Disease = "disease",
        Unknown = "unknown",
    }
}

word_set! {
    /// What sort of treatment an item names.
    TreatmentKind {
        Injection = "injection",
        Medicine = "medicine",
        Therapy = "therapy",
        Surgery = "surgery",
        Device = "device",
    }
}

word_set! {
    /// How much evidence the sources report for a tip or an alternative treatment.
    Evidence {
        Good = "good",
        Some = "some",
        Little = "little",
    }
}

word_set! {
    /// For whom a page is written.
    Audience {
        Adults = "adults",
        Children = "children",
        Parents = "parents",
        Carers = "carers",
    }
}

word_set! {
    /// A part of the body, for symptoms and for the list of areas of a condition.
    BodyArea {
        WholeBody = "whole body",
        Head = "head",
        Eyes = "eyes",
        Ears = "ears",
        Face = "face",
        Jaw = "jaw",
        Mouth = "mouth",
        Throat = "throat",
        Voice = "voice",
        Neck = "neck",
        Arm = "arm",
        Hand = "hand",
        Trunk = "trunk",
        Back = "back",
        Leg = "leg",
        Foot = "foot",
        Heart = "heart",
        Lungs = "lungs",
        Blood = "blood",
        Skin = "skin",
        Bones = "bones",
        Joints = "joints",
        Muscles = "muscles",
        Nerves = "nerves",
        Brain = "brain",
        Mind = "mind",
        Belly = "belly",
        Bladder = "bladder",
        Kidneys = "kidneys",
        Liver = "liver",
        Hormones = "hormones",
    }
}
