//! Phrases that mean the same: "heart racing" for palpitations, and back.

use super::form::form;
use super::index::Index;
use super::query::Token;
use super::table::{Part, number};

/// The most other ways to say a query that are tried.
const WAYS_MAX: usize = 4;

/// The longest phrase, in words.
const WORDS_MAX: usize = 4;

/// Returns the query with one of its phrases said otherwise, each way once, longer phrases first.
pub(super) fn phrases(index: &Index, tokens: &[Token]) -> Vec<Vec<Token>> {
    let forms: Vec<String> = tokens.iter().map(|token| form(&token.text)).collect();
    let mut ways = Vec::new();
    for length in (1..=WORDS_MAX.min(tokens.len())).rev() {
        for (start, words) in forms.windows(length).enumerate() {
            for other in others(index, &words.join(" ")) {
                let said = other.split(' ').map(|word| Token {
                    text: word.to_owned(),
                    open: false,
                    needed: true,
                });
                let mut way: Vec<Token> = tokens.to_vec();
                way.splice(start..start + length, said);
                way.truncate(super::query::WORDS_MAX);
                ways.push(way);
                if ways.len() == WAYS_MAX {
                    return ways;
                }
            }
        }
    }
    ways
}

/// Returns what a phrase, given by the forms of its words, can be said as.
fn others<'a>(index: &'a Index, phrase: &str) -> Vec<&'a str> {
    let key = format!("{phrase}\n");
    let first = index.table.first_text(Part::PhraseText, Part::PhraseTextAt, &key);
    (first..number(index.table.count(Part::PhraseTextAt)))
        .map(|place| index.table.text(Part::PhraseText, Part::PhraseTextAt, place))
        .map_while(|text| text.strip_prefix(&key))
        .collect()
}
