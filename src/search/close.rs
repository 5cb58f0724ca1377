//! Close words: what to offer where nothing was found.

use super::index::Index;
use super::query::Token;
use super::slips::Typed;
use super::table::number;

/// The most words that are offered.
const CLOSE_MAX: usize = 5;

/// The fewest letters of a word that is offered or stood for.
const LETTERS_MIN: usize = 4;

/// Returns the words of names that are spelt most like the typed ones: at most two slips in five
/// letters away.
pub(super) fn close(index: &Index, tokens: &[Token]) -> Vec<String> {
    let mut found = Vec::new();
    for token in tokens.iter().filter(|token| token.needed && token.text.len() >= LETTERS_MIN) {
        let Some(typed) = Typed::new(&token.text) else { continue };
        let may = token.text.len() * 2 / 5;
        for word in 0..number(index.words()) {
            let text = index.spelt_bytes(word);
            if text.len() < LETTERS_MIN || text.len().abs_diff(token.text.len()) > may {
                continue;
            }
            let slips = typed.slips(text).whole;
            if slips <= may && index.named(word) > 0 {
                found.push((slips, std::cmp::Reverse(index.named(word)), word));
            }
        }
    }
    found.sort_unstable();
    found.dedup_by_key(|(.., word)| *word);
    found.into_iter().take(CLOSE_MAX).map(|(.., word)| index.spelt(word).to_owned()).collect()
}
