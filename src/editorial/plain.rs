//! Plain language: what is hard to read on a page, with the thresholds of the editors' guide.
//!
//! The limits are written for our own syllable counter and are calibrated in `docs/plain-language.md`.

use super::grade::measure;
use super::hard_words::plainer;
use super::remark::Remark;
use super::sentences::{paragraphs, sentences, words};
use crate::library::{Prose, prose};
use crate::model::Condition;
use crate::speech::Level;

/// The grade from which a page is too hard, and from which it could be easier.
const PAGE_GRADE: (f64, f64) = (9.0, 8.0);

/// The grade from which a text of its own is too hard.
const PART_GRADE: f64 = 10.0;

/// The words of a text below which a grade means nothing.
const PART_WORDS: usize = 30;

/// The words of a sentence above which it is too long, and long.
const SENTENCE: (usize, usize) = (25, 20);

/// The words of a sentence that a page may have on average.
const MEAN: f64 = 13.0;

/// The sentences of a paragraph above which it is long.
const PARAGRAPH: usize = 4;

/// Forms of "to be" that may stand before a passive verb.
const TO_BE: [&str; 8] = ["is", "are", "was", "were", "be", "been", "being", "gets"];

/// Returns what is hard to read in a condition file, whose condition was read before.
pub fn hard_to_read(file: &str, source: &str, condition: &Condition) -> Vec<Remark> {
    let reading = super::reading(condition);
    let at_top = |level, rule, message| Remark::at(file, source, 0, level, rule, message);
    let mut remarks = Vec::new();
    let grade = format!("the page reads at school grade {:.1}", reading.grade);
    if reading.grade > PAGE_GRADE.1 {
        let level = if reading.grade > PAGE_GRADE.0 { Level::Error } else { Level::Warning };
        remarks.push(at_top(level, "page-grade", grade).hint("At most 7 is the aim."));
    }
    if reading.words_per_sentence > MEAN {
        let message = format!("sentences have {:.1} words on average", reading.words_per_sentence);
        remarks
            .push(at_top(Level::Warning, "mean-sentence", message).hint("At most 13 is the aim."));
    }
    let names: Vec<&str> =
        condition.names().chain(condition.plain_words.iter().map(String::as_str)).collect();
    remarks.extend(hard_parts(file, source, &names));
    remarks
}

/// Returns what is hard to read in the sentences of a content file. Some words count as easy.
pub fn hard_parts(file: &str, source: &str, easy: &[&str]) -> Vec<Remark> {
    let parts = prose(source).unwrap_or_default();
    let sentences = parts.iter().filter(|part| part.is_sentences());
    sentences.flat_map(|part| part_remarks(file, source, part, easy)).collect()
}

fn part_remarks(file: &str, source: &str, part: &Prose, names: &[&str]) -> Vec<Remark> {
    let Some(text) = source.get(part.range.clone()) else { return Vec::new() };
    let mut remarks = Vec::new();
    let mut add = |at: usize, level, rule, message: String, hint: &str| {
        remarks
            .push(Remark::at(file, source, part.range.start + at, level, rule, message).hint(hint));
    };
    let grade = measure(text, names).grade;
    if words(text).len() >= PART_WORDS && grade > PART_GRADE {
        let message = format!("this text reads at school grade {grade:.1}");
        add(0, Level::Error, "part-grade", message, "Use shorter words and sentences.");
    }
    for range in sentences(text) {
        let own = words(text.get(range.clone()).unwrap_or_default());
        let long = format!("this sentence has {} words", own.len());
        if own.len() > SENTENCE.0 {
            add(
                range.start,
                Level::Error,
                "sentence",
                long,
                "Make two of it: at most 20 words each.",
            );
        } else if own.len() > SENTENCE.1 {
            add(range.start, Level::Hint, "sentence", long, "At most 20 words are easier.");
        }
        for word in &own {
            if let Some(plain) = plainer(word) {
                let message = format!("\"{word}\" is a hard word");
                add(range.start, Level::Hint, "hard-word", message, &format!("Write \"{plain}\"."));
            }
        }
        if let Some(pair) = passive(&own) {
            let message = format!("\"{pair}\" may be the passive voice");
            add(range.start, Level::Hint, "passive", message, "Say who does it, if that matters.");
        }
    }
    for range in paragraphs(text) {
        let many = sentences(text.get(range.clone()).unwrap_or_default()).len();
        if many > PARAGRAPH {
            let message = format!("this paragraph has {many} sentences");
            add(
                range.start,
                Level::Hint,
                "paragraph",
                message,
                "Part it: three sentences are easy.",
            );
        }
    }
    remarks
}

/// Returns a form of "to be" with a participle behind it.
fn passive(words: &[String]) -> Option<String> {
    let pair = words.windows(2).find(|pair| {
        let participle = pair[1].len() > 4 && (pair[1].ends_with("ed") || pair[1].ends_with("wn"));
        TO_BE.contains(&pair[0].as_str()) && participle
    })?;
    Some(pair.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passive_is_a_form_of_to_be_before_a_participle() {
        let of = |text: &str| passive(&words(text));
        assert_eq!(of("It is repeated often."), Some("is repeated".to_owned()));
        assert_eq!(of("It is red, and they need it."), None);
    }
}
