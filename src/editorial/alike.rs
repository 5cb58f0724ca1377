//! Sentences that stand on several pages, and words that are too close to a source.

use super::remark::Remark;
use super::sentences::{sentences, words};
use crate::library::prose;
use crate::speech::Level;
use std::collections::{BTreeMap, BTreeSet};

/// The words of a sentence from which standing twice is no chance.
const SENTENCE_MIN: usize = 10;

/// The words in a row that two texts may share. More is copying, names and fixed terms aside.
const RUN: usize = 8;

/// Returns the sentences of pages, given with their file names, that stand on another page too. What to
/// do in an emergency may be said in the same words everywhere.
pub fn said_twice(pages: &[(String, String)]) -> Vec<Remark> {
    let mut places: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (n, (_, source)) in pages.iter().enumerate() {
        for part in prose(source).unwrap_or_default().iter().filter(|part| part.key == "text") {
            let text = source.get(part.range.clone()).unwrap_or_default();
            for range in sentences(text) {
                let own = words(text.get(range.clone()).unwrap_or_default());
                if own.len() >= SENTENCE_MIN {
                    places
                        .entry(own.join(" "))
                        .or_default()
                        .push((n, part.range.start + range.start));
                }
            }
        }
    }
    let mut remarks = Vec::new();
    for places in places.into_values() {
        let files: BTreeSet<usize> = places.iter().map(|(n, _)| *n).collect();
        let Some((first, _)) = places.first().filter(|_| files.len() > 1) else { continue };
        for (n, at) in places.iter().filter(|(n, _)| n != first) {
            let (Some((file, source)), Some((other, _))) = (pages.get(*n), pages.get(*first))
            else {
                continue;
            };
            let message = format!("this sentence stands in {other} too");
            let remark = Remark::at(file, source, *at, Level::Hint, "said-twice", message);
            remarks.push(remark.hint("Say it in words of this page, or link to the other one."));
        }
    }
    remarks
}

/// Returns where a condition file shares 8 words in a row or more with a text that was read. Runs
/// within the names of the page are not counted.
pub fn too_close(file: &str, source: &str, names: &[&str], read: &str) -> Vec<Remark> {
    let known: BTreeSet<Vec<String>> = words(read).windows(RUN).map(<[String]>::to_vec).collect();
    let names: Vec<String> = names.iter().map(|name| words(name).join(" ")).collect();
    let mut remarks = Vec::new();
    for part in prose(source).unwrap_or_default() {
        let text = source.get(part.range.clone()).unwrap_or_default();
        let own = words(text);
        let shared = own.windows(RUN).find(|run| {
            let words = run.join(" ");
            known.contains(*run) && !names.iter().any(|name| name.contains(&words))
        });
        if let Some(run) = shared {
            let message = format!("\"{}\" stands in the text that was read too", run.join(" "));
            let remark =
                Remark::at(file, source, part.range.start, Level::Error, "too-close", message);
            remarks.push(remark.hint("Close the source, and say it in your own words."));
        }
    }
    remarks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> String {
        format!("[overview]\ntext = \"{text}\"\n")
    }

    #[test]
    fn a_long_sentence_on_two_pages_is_named_on_the_second() {
        let words = "One two three four five six seven eight nine ten.";
        let pages = [
            ("a.toml".to_owned(), page(words)),
            ("b.toml".to_owned(), page(&format!("No. {words}"))),
        ];
        let found = said_twice(&pages);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].file.as_str(), found[0].line, found[0].column), ("b.toml", 2, 13));
    }

    #[test]
    fn eight_words_in_a_row_are_too_close_and_seven_are_not() {
        let read = "The quick brown fox jumps over the lazy dog.";
        let close = |text: &str| too_close("a.toml", &page(text), &[], read).len();
        assert_eq!(close("See: quick brown fox jumps over the lazy dog!"), 1);
        assert_eq!(close("A quick brown fox jumps over a lazy dog."), 0);
    }
}
