//! Short names: which of them a common voice reads as words, and which are words.

/// Short names of health and offices that a common voice (espeak-ng, measured) reads as a word or
/// half as one, such as `copd`, `sty` or `tear`, though people say the letters.
const LETTERS: &[&str] = &[
    "AAT", "AATD", "ABSD", "ACTH", "ADR", "AED", "AF", "ALS", "AMT", "ANA", "AVM", "BEB", "CAG",
    "CO", "COMT", "COPD", "DIOS", "ECG", "ED", "EDS", "EEG", "EKG", "EMA", "EMG", "ENT", "EPS",
    "ER", "ESR", "ETI", "GAD", "IBD", "IBS", "ICD", "ICU", "IGF", "ILD", "INR", "IQ", "IRT", "IUD",
    "IV", "IVF", "IVIG", "LEMS", "MAO", "MAOI", "ME", "NIDCD", "NIH", "OGTT", "OI", "OMD", "OSA",
    "OT", "PAH", "PE", "PEP", "RA", "SLE", "SMA", "SMI", "SSRI", "STI", "TAF", "TIA", "UTI",
    "YOPD",
];

/// Short names that people say as words, or that every voice spells.
const FINE: &[&str] = &[
    "ACE", "AIDS", "BMI", "CADASIL", "CAR", "COVID", "CT", "DNA", "EU", "FAST", "FDA", "GABA",
    "GARD", "GP", "HIV", "ID", "LHON", "MELAS", "MRI", "NHS", "NICE", "NORD", "OK", "OMIM",
    "ORPHA", "PDF", "PEG", "PERT", "PET", "PIN", "POTS", "RNA", "SARS", "SPECT", "TENS", "TV",
    "UK", "US", "USA",
];

/// Words after which `IV` is a number.
const NUMBERED: &[&str] = &["type", "stage", "grade", "class", "factor", "nerve", "phase"];

/// Returns whether a word is one that a voice reads as a word though people say its letters.
pub fn is_said_as_word(name: &str) -> bool {
    LETTERS.binary_search(&name).is_ok()
}

/// Returns whether a word in capitals is one that sounds right as it is.
pub(super) fn is_fine(name: &str) -> bool {
    FINE.binary_search(&name).is_ok()
}

/// Returns a word with the letters of short names parted that a voice would read as words: `C O P D`,
/// `M A O B` for `MAO-B`.
pub(super) fn spelt(word: &str, before: &str) -> Option<String> {
    let parts: Vec<&str> = word.split('-').collect();
    let spelt: Vec<Option<String>> = parts.iter().map(|part| letters(part, before)).collect();
    if spelt.iter().all(Option::is_none) {
        return None;
    }
    let words = parts.iter().zip(spelt).map(|(part, spelt)| spelt.unwrap_or((*part).to_owned()));
    Some(words.collect::<Vec<_>>().join(" "))
}

fn letters(word: &str, before: &str) -> Option<String> {
    let (name, plural) = match word.strip_suffix('s') {
        Some(name) if name.len() > 1 => (name, "s"),
        _ => (word, ""),
    };
    let number = name == "IV" && NUMBERED.contains(&before.to_lowercase().as_str());
    if !is_said_as_word(name) || number {
        return None;
    }
    let letters: Vec<String> = name.chars().map(String::from).collect();
    Some(format!("{}{plural}", letters.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_they_can_be_searched() {
        assert!(LETTERS.is_sorted() && FINE.is_sorted());
        assert!(LETTERS.iter().all(|name| !is_fine(name)));
    }

    #[test]
    fn letters_are_parted_and_a_roman_number_is_not() {
        assert_eq!(spelt("COPD", ""), Some("C O P D".to_owned()));
        assert_eq!(spelt("SSRIs", ""), Some("S S R Is".to_owned()));
        assert_eq!(spelt("IV", "Type"), None);
        assert_eq!(spelt("MAO-B", ""), Some("M A O B".to_owned()));
        assert_eq!(spelt("MRI", ""), None);
    }
}
