//! Short forms, signs between words, and words that a voice gets wrong.

/// Short forms with the words that are meant.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("e.g", "for example"),
    ("eg", "for example"),
    ("i.e", "that is"),
    ("etc", "and so on"),
    ("vs", "against"),
    ("approx", "about"),
    ("w/o", "without"),
    ("w/", "with"),
    ("incl", "including"),
    ("esp", "especially"),
];

/// Words with a slash that are said as other words without a change of meaning.
const SLASHES: &[(&str, &str)] = &[
    ("and/or", "or"),
    ("he/she", "he or she"),
    ("she/he", "she or he"),
    ("his/her", "his or her"),
    ("him/her", "him or her"),
    ("s/he", "he or she"),
    ("yes/no", "yes or no"),
];

/// Signs that stand alone or inside words, with the words that are meant. An empty text means that
/// the sign says nothing.
const SIGNS: &[(char, &str)] = &[
    ('&', " and "),
    ('→', " to "),
    ('⇒', " to "),
    ('✓', "yes "),
    ('✔', "yes "),
    ('✗', "no "),
    ('✘', "no "),
    ('•', ""),
    ('·', " "),
    ('▪', ""),
    ('●', ""),
    ('★', ""),
    ('™', ""),
    ('®', ""),
    ('©', "copyright "),
    ('×', " times "),
    ('÷', " divided by "),
    ('=', " equals "),
    ('½', " one half"),
    ('⅓', " one third"),
    ('¼', " one quarter"),
    ('¾', " three quarters"),
    ('²', " squared"),
    ('³', " cubed"),
    ('§', "section "),
    ('α', "alpha"),
    ('β', "beta"),
    ('γ', "gamma"),
    ('δ', "delta"),
    ('κ', "kappa"),
    ('λ', "lambda"),
    ('ω', "omega"),
    ('µ', "micro"),
    ('μ', "micro"),
    ('°', " degrees"),
    ('…', "..."),
];

/// Words that are said in two ways, where the wrong one can mislead.
const HOMOGRAPHS: &[&str] = &["lead", "tear", "tears", "wound", "bow"];

/// Phrases that only make sense to somebody who sees the page.
pub(super) const PLACE_WORDS: &[&str] = &[
    "see above",
    "see below",
    "shown above",
    "shown below",
    "listed above",
    "listed below",
    "described above",
    "described below",
    "mentioned above",
    "the table above",
    "the table below",
    "on the left of the page",
    "on the right of the page",
    "click here",
    "tap here",
    "in red",
    "in green",
    "in bold",
];

/// Returns the words for a short form. Its last point belongs to it where the sentence goes on.
pub(super) fn short_form(word: &str) -> Option<&'static str> {
    find(SHORT_FORMS, word.to_lowercase().trim_end_matches('.'))
}

/// Returns the words for a word with a slash.
pub(super) fn slashed(word: &str) -> Option<&'static str> {
    find(SLASHES, &word.to_lowercase())
}

fn find(list: &[(&str, &'static str)], word: &str) -> Option<&'static str> {
    list.iter().find(|(short, _)| *short == word).map(|(_, long)| *long)
}

/// Returns what is meant by a sign.
pub(super) fn sign(c: char) -> Option<&'static str> {
    SIGNS.iter().find(|(sign, _)| *sign == c).map(|(_, words)| *words)
}

/// Returns whether a word may be said wrongly before another one. "Lead to" is always the verb.
pub(super) fn is_homograph(word: &str, after: &str) -> bool {
    HOMOGRAPHS.contains(&word) && !(word == "lead" && after == "to")
}
