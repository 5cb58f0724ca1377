//! Words as they stand in a text: what is between blanks, without the marks around it.

use std::ops::Range;

/// Marks that may open a word.
const OPENING: &[char] = &['(', '[', '{', '"', '\'', '“', '‘'];

/// Marks that may close one.
const CLOSING: &[char] = &[')', ']', '}', '"', '\'', '”', '’', ',', ';', ':', '.', '!', '?'];

/// A word without the marks around it, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// The word. Never empty.
    pub(super) text: &'a str,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// The marks behind it.
    pub(super) after: &'a str,
}

/// Returns the words of a text in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let open = word.len() - word.trim_start_matches(OPENING).len();
        let core = word.get(open..).unwrap_or_default().trim_end_matches(CLOSING);
        if !core.is_empty() {
            let start = at + open;
            found.push(Token {
                text: core,
                range: start..start + core.len(),
                after: word.get(open + core.len()..).unwrap_or_default(),
            });
        }
        at += piece.len();
    }
    found
}

impl Token<'_> {
    /// Returns whether this is an address or a flag, which is to be copied and not to be heard.
    pub(super) fn is_address(&self) -> bool {
        let text = self.text;
        let flag = text.starts_with("--");
        text.contains("://")
            || text.starts_with("www.")
            || text.contains('@')
            || flag
            || is_path(text)
    }
}

/// Returns whether a word is the name of a place in the handbook or of a host with a path:
/// `dystonia/treatment/3`, `example.org/help`.
fn is_path(text: &str) -> bool {
    let Some((first, rest)) = text.split_once('/') else { return false };
    let host = first.contains('.') && first.chars().any(char::is_alphabetic);
    // A digital object identifier begins so.
    let doi = first.starts_with("10.") && first.len() > 5;
    host || doi || (rest.contains('/') && rest.starts_with(|c: char| c.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_a_word_do_not_belong_to_it() {
        let found = tokens("See (3-4), \"now\".");
        let words: Vec<(&str, &str)> =
            found.iter().map(|token| (token.text, token.after)).collect();
        assert_eq!(words, [("See", ""), ("3-4", "),"), ("now", "\".")]);
        assert_eq!(found[1].range, 5..8);
    }

    #[test]
    fn addresses_are_known() {
        let is = |text: &str| tokens(text)[0].is_address();
        assert!(is("https://a.org/x-y") && is("www.a.org") && is("a@b.org") && is("nhs.uk/x"));
        assert!(!is("and/or") && !is("3/4") && !is("e.g."));
    }
}
