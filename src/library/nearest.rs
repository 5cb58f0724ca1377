//! The nearest right word to a wrong one, for hints.

/// How alike two words must be to be worth suggesting, from 0 to 1.
const ALIKE: f64 = 0.6;

/// Returns the word most like the wrong one, if any is alike enough.
///
/// Likeness is one minus the optimal string alignment distance over the longer length, so that a
/// swap of two letters counts as one slip. A word that begins with the other is always alike.
pub fn nearest<'a>(wrong: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase().replace([' ', '-'], "_");
    words
        .into_iter()
        .map(|word| (likeness(&wrong, &word.to_lowercase().replace([' ', '-'], "_")), word))
        .filter(|(alike, _)| *alike >= ALIKE)
        .fold(None, |best: Option<(f64, &str)>, (alike, word)| match best {
            Some((most, _)) if most >= alike => best,
            _ => Some((alike, word)),
        })
        .map(|(_, word)| word)
}

fn likeness(a: &str, b: &str) -> f64 {
    let longer = a.chars().count().max(b.chars().count());
    if longer == 0 {
        return 0.0;
    }
    if a.len().min(b.len()) >= 3 && (a.starts_with(b) || b.starts_with(a)) {
        return 0.9;
    }
    #[expect(clippy::cast_precision_loss, reason = "words are short")]
    let alike = 1.0 - strsim::osa_distance(a, b) as f64 / longer as f64;
    alike
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_mended_and_strangers_are_not() {
        let words = ["symptom", "summary", "treatment", "search_words"];
        assert_eq!(nearest("symptms", words), Some("symptom"));
        assert_eq!(nearest("tretament", words), Some("treatment"));
        assert_eq!(nearest("search words", words), Some("search_words"));
        assert_eq!(nearest("treatments", words), Some("treatment"));
        assert_eq!(nearest("zebra", words), None);
    }
}
