//! The reading grade of a page.

use super::sentences::words as words_of;
use super::syllables::syllables;
use crate::model::{Condition, Detail, SectionId};

/// How hard a text is to read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The Flesch-Kincaid grade: years of school in the United States (Kincaid and others, 1975).
    pub grade: f64,
    /// Words in a sentence, on average.
    pub words_per_sentence: f64,
    /// Words in the longest sentence.
    pub longest: usize,
}

/// Returns how hard a condition's sentences are to read.
///
/// Names of the condition and the words listed in `plain_words` count as one short word, because
/// a page cannot avoid them; names of items and lists are no sentences and are left out.
pub fn reading(condition: &Condition) -> Reading {
    let mut text = condition.summary.clone();
    for section in condition.sections.iter().filter(|section| section.id != SectionId::Sources) {
        let opening = section.text.iter().map(|passage| passage.text.as_str());
        let items = section.items.iter().flat_map(|item| {
            let action = match &item.detail {
                Detail::RedFlag { action, .. } => action.as_str(),
                _ => "",
            };
            [item.text.as_str(), action]
        });
        for part in opening.chain(items).filter(|part| !part.is_empty()) {
            text.push('\n');
            text.push_str(part);
        }
    }
    let mut easy: Vec<&str> =
        condition.names().chain(condition.plain_words.iter().map(String::as_str)).collect();
    easy.sort_by_key(|word| std::cmp::Reverse(word.len()));
    measure(&text, &easy)
}

/// Returns how hard a text is to read, with some words counted as easy.
pub fn measure(text: &str, easy: &[&str]) -> Reading {
    let text = masked(&text.to_lowercase(), easy);
    let (mut sentences, mut words, mut sounds, mut longest) = (0, 0, 0, 0);
    for sentence in text.split_inclusive(['.', '!', '?', ':', '\n']) {
        let own = words_of(sentence);
        if own.is_empty() {
            continue;
        }
        sentences += 1;
        words += own.len();
        longest = longest.max(own.len());
        sounds += own.iter().map(|word| syllables(word)).sum::<usize>();
    }
    if sentences == 0 {
        return Reading { grade: 0.0, words_per_sentence: 0.0, longest: 0 };
    }
    #[expect(clippy::cast_precision_loss, reason = "pages are short")]
    let (per_sentence, per_word) =
        (words as f64 / f64::from(sentences), sounds as f64 / words as f64);
    Reading {
        grade: 0.39 * per_sentence + 11.8 * per_word - 15.59,
        words_per_sentence: per_sentence,
        longest,
    }
}

/// Puts a short word in the place of every easy one that stands as a whole word. Both are in small
/// letters.
fn masked(text: &str, easy: &[&str]) -> String {
    let mut text = text.to_owned();
    for word in easy.iter().map(|word| word.to_lowercase()).filter(|word| !word.is_empty()) {
        let mut masked = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once(&word) {
            let inside =
                before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
            masked.push_str(before);
            masked.push_str(if inside { &word } else { "cat" });
            rest = after;
        }
        masked.push_str(rest);
        text = masked;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_and_sentences_read_easily_and_long_ones_do_not() {
        let easy = measure("The head turns. It can hurt. Rest may help.", &[]);
        let hard = measure(
            "Neurophysiological investigation demonstrates characteristic abnormalities of reciprocal inhibition.",
            &[],
        );
        assert!(easy.grade < 2.0 && hard.grade > 15.0, "{easy:?} {hard:?}");
    }

    #[test]
    fn a_name_that_cannot_be_avoided_counts_as_short() {
        let text = "Oromandibular dystonia hurts.";
        assert!(measure(text, &["oromandibular dystonia"]).grade < measure(text, &[]).grade);
        assert_eq!(measure(text, &["or"]), measure(text, &[]), "only whole words are masked");
    }
}
