//! Forms of one word: one and many, British and American, and the stem they grow from.

/// Endings that are spelt in two ways, British first.
const ENDINGS: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("ogue", "og"),
    ("amme", "am"),
    ("lling", "ling"),
    ("lled", "led"),
];

/// Endings that leave the meaning of a word nearly as it is, longest first.
const GROWN: &[&str] = &[
    "ization", "ations", "ation", "ments", "ition", "ance", "ence", "ment", "ness", "ions", "ing",
    "ion", "ful", "ers", "ors", "ed", "er", "or", "ly", "y", "e",
];

/// The fewest letters that a stem keeps.
const STEM_MIN: usize = 4;

/// Returns whether a folded word ends as nearly any word can. Of a word that nobody knows, other
/// endings may as well be a slip: "musicions" does not grow from music.
pub(super) fn has_plain_ending(word: &str) -> bool {
    let form = form(word);
    let learned = ["ation", "ition", "ion", "ance", "ence", "or"];
    !learned.iter().any(|end| form.ends_with(end))
}

/// Returns a folded word in American spelling.
pub(super) fn american(word: &str) -> String {
    if word.len() < 5 || !word.is_ascii() {
        return word.to_owned();
    }
    let (body, many) = match word.strip_suffix('s') {
        Some(body) if !body.ends_with('s') => (body, "s"),
        _ => (word, ""),
    };
    let mut body = match ENDINGS.iter().find(|(british, _)| body.ends_with(british)) {
        Some((british, american)) => {
            format!("{}{american}", body.strip_suffix(british).unwrap_or(body))
        }
        None => body.to_owned(),
    };
    if body.len() > 5 {
        body = body.replace("ae", "e").replace("oe", "e");
    }
    body = body.replace("our", "or").replace("sulph", "sulf");
    body + many
}

/// Returns the form by which a folded word is the same in one and many, with and without a
/// possessive s, in British and American spelling.
pub(super) fn form(word: &str) -> String {
    let mut form = american(word);
    if form.len() > 4 && form.ends_with("ies") {
        form.truncate(form.len() - 3);
        form.push('y');
    } else if form.len() > 4
        && ["sses", "xes", "zes", "ches", "shes"].iter().any(|end| form.ends_with(end))
    {
        form.truncate(form.len() - 2);
    } else if form.len() > 3
        && form.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| form.ends_with(end))
    {
        form.pop();
    }
    form
}

/// Returns the stem of a folded word: what is left without endings such as -ing and -ation.
pub(super) fn stem(word: &str) -> String {
    let mut stem = form(word);
    if !stem.is_ascii() {
        return stem;
    }
    if let Some(end) =
        GROWN.iter().find(|end| stem.len() >= STEM_MIN + end.len() && stem.ends_with(*end))
    {
        stem.truncate(stem.len() - end.len());
    }
    // "stopped" and "stop", "breathing" and "breathe", "anxieties" and "anxiety".
    let doubled = stem.as_bytes().last_chunk::<2>().is_some_and(|[a, b]| a == b);
    if stem.len() > STEM_MIN && (doubled || stem.ends_with(['e', 'i', 'y'])) {
        stem.pop();
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_many_and_both_spellings_are_one_form() {
        for (one, other) in [
            ("injections", "injection"),
            ("parkinsons", "parkinson"),
            ("therapies", "therapy"),
            ("crutches", "crutch"),
            ("tumour", "tumor"),
            ("tumours", "tumor"),
            ("oesophagus", "esophagus"),
            ("anaemia", "anemia"),
            ("generalised", "generalized"),
            ("fibre", "fiber"),
            ("behavioural", "behavioral"),
            ("paediatric", "pediatric"),
        ] {
            assert_eq!(form(one), form(other), "{one}");
        }
        for (one, other) in [("diagnosis", "diagnose"), ("shoe", "she"), ("mass", "mas")] {
            assert_ne!(form(one), form(other), "{one}");
        }
    }

    #[test]
    fn a_stem_is_shared_by_what_grows_from_it() {
        for (one, other) in [
            ("swallowing", "swallow"),
            ("shaking", "shake"),
            ("breathing", "breathe"),
            ("injected", "injection"),
            ("inherited", "inheritance"),
            ("treatment", "treated"),
            ("twitchy", "twitching"),
        ] {
            assert_eq!(stem(one), stem(other), "{one}");
        }
        assert_ne!(stem("hypotonia"), stem("hypertonia"));
    }
}
