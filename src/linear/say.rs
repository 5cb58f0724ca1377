//! How a document sounds: the same words as everywhere, with a word for each heading.

use crate::document::wrap::columns;
use crate::document::{Block, BlockKind, Document, Target};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Returns the lines of a document in linear mode, wrapped at a width. Links are numbered from 1.
pub(super) fn document_lines(document: &Document, width: usize) -> Vec<String> {
    let mut links = 0;
    document.blocks.iter().flat_map(|block| lines(&block_words(block, &mut links), width)).collect()
}

fn block_words(block: &Block, links: &mut usize) -> String {
    let words = sentence(&block.text);
    let words = match block.kind {
        BlockKind::Title => format!("Topic: {words}"),
        BlockKind::Section | BlockKind::Group => format!("Heading: {words}"),
        BlockKind::Notice => format!("Note: {words}"),
        // A full stop would become a part of the address.
        BlockKind::Web => block.text.clone(),
        BlockKind::Item { .. }
        | BlockKind::Paragraph
        | BlockKind::Facts
        | BlockKind::Sources
        | BlockKind::Link
        | BlockKind::Choice => words,
    };
    if link(block).is_none() {
        return words;
    }
    *links += 1;
    format!("{words} Link {links}.")
}

/// Returns where a block leads that the reader can follow by number.
pub(super) fn link(block: &Block) -> Option<&Target> {
    let numbered = matches!(block.kind, BlockKind::Link | BlockKind::Notice);
    block.target.as_ref().filter(|_| numbered)
}

/// Returns words that end so that a voice pauses.
pub(super) fn sentence(words: &str) -> String {
    let end = if words.ends_with(['.', '!', '?', ':']) { "" } else { "." };
    format!("{words}{end}")
}

/// Returns words with a capital first.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Breaks words into lines of printable ASCII. A word longer than a line stands on its own line.
pub(super) fn lines(words: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in ascii(words).split_whitespace() {
        match lines.last_mut() {
            Some(line) if columns(line) + 1 + columns(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Returns text in printable ASCII: accents dropped, signs replaced by what they stand for.
pub(super) fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            ' '..='~' => plain.push(c),
            '\n' | '\t' | '\u{a0}' => plain.push(' '),
            '‘' | '’' => plain.push('\''),
            '“' | '”' => plain.push('"'),
            '–' | '—' => plain.push('-'),
            '…' => plain.push_str("..."),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            _ => plain.push('?'),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_printable_ascii_is_said() {
        assert_eq!(ascii("Guillain-Barré “x” – y…\u{1b}[2J"), "Guillain-Barre \"x\" - y...?[2J");
    }

    #[test]
    fn long_addresses_stay_whole() {
        let address = "https://example.org/a/very/long/address/that/is/wider/than/the/line";
        assert_eq!(lines(address, 20), [address]);
    }

    #[test]
    fn every_heading_is_announced_and_every_line_pauses() {
        let mut document = Document::titled("Marl");
        document.push(Block::new(BlockKind::Group, "Injections"));
        let other = Target::Place("other".parse().unwrap());
        document.push(Block::new(BlockKind::Link, "See also: Other").to(other));
        assert_eq!(
            document_lines(&document, 72),
            ["Topic: Marl.", "Heading: Injections.", "See also: Other. Link 1."]
        );
    }
}
