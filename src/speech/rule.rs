//! The rules, and how much breaking one matters.

use crate::model::word_set;

word_set! {
    /// What can sound wrong.
    Rule {
        Range = "range",
        Fraction = "fraction",
        Date = "date",
        Sign = "sign",
        Slash = "slash",
        Unit = "unit",
        ShortForm = "short-form",
        ShortName = "short-name",
        Capitals = "capitals",
        PlaceWord = "place-word",
        Homograph = "homograph",
    }
}

word_set! {
    /// How much a finding matters.
    Level {
        Error = "error",
        Warning = "warning",
        Hint = "hint",
    }
}

impl Rule {
    /// Returns why it sounds wrong, as one sentence.
    pub fn why(self) -> &'static str {
        match self {
            Self::Range => "A voice says the dash, or leaves it out and the range with it.",
            Self::Fraction => "A voice says \"slash\" between the numbers.",
            Self::Date => "A voice says the numbers of a date one by one.",
            Self::Sign => "A voice leaves this sign out, or says its name.",
            Self::Slash => "A voice says \"slash\".",
            Self::Unit => "A voice says the letters of a short unit.",
            Self::ShortForm => "A voice says a short form as it is written.",
            Self::ShortName => "A voice reads this short name as a word.",
            Self::Capitals => "Capitals are no stress to a voice, and some voices spell them.",
            Self::PlaceWord => "Who listens has no above, below or color.",
            Self::Homograph => {
                "This word is said in two ways, and a voice may choose the wrong one."
            }
        }
    }

    /// Returns how much it matters.
    pub fn level(self) -> Level {
        match self {
            Self::Range
            | Self::Fraction
            | Self::Date
            | Self::Sign
            | Self::Slash
            | Self::Unit
            | Self::ShortForm => Level::Error,
            Self::ShortName | Self::Capitals | Self::PlaceWord => Level::Warning,
            Self::Homograph => Level::Hint,
        }
    }
}
