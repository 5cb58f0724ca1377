//! How a document sounds: the same words as everywhere, with a word for each heading.

use crate::document::wrap::columns;
use crate::document::{Block, BlockKind, Document, Target};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lines to be said, and before which of them a pause leaves nothing torn apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Speech {
    /// The lines.
    pub(super) lines: Vec<String>,
    /// The lines, counted from 0 and rising, with which a part may begin.
    pub(super) starts: Vec<usize>,
}

impl Speech {
    /// Adds words, broken into lines.
    pub(super) fn add(&mut self, words: &str, width: usize, may_start: bool) {
        if may_start {
            self.starts.push(self.lines.len());
        }
        self.lines.extend(lines(words, width));
    }

    /// Returns where each part ends if at most `rows` rows are said at once. A line that a terminal
    /// of this width wraps takes several rows.
    pub(super) fn parts(&self, width: usize, rows: usize) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut at = 0;
        while at < self.lines.len() {
            let mut room = rows.max(1);
            let fits = self.lines.iter().skip(at).take_while(|line| {
                let needs = columns(line).div_ceil(width.max(1)).max(1);
                let fits = needs <= room;
                room = room.saturating_sub(needs);
                fits
            });
            let full = at + fits.count().max(1);
            let end = if full >= self.lines.len() {
                self.lines.len()
            } else {
                self.starts
                    .iter()
                    .rev()
                    .copied()
                    .find(|start| *start > at && *start <= full)
                    .unwrap_or(full)
            };
            ends.push(end);
            at = end;
        }
        ends
    }
}

/// Returns what is said of a document, wrapped at a width. Links are numbered from 1.
pub(super) fn document_speech(document: &Document, width: usize) -> Speech {
    let mut speech = Speech::default();
    let mut links = 0;
    let mut above: Option<&Block> = None;
    for block in &document.blocks {
        // What belongs to an item, and what stands below a heading, is not parted from it.
        let heading = above.is_some_and(|above| {
            matches!(above.kind, BlockKind::Title | BlockKind::Section | BlockKind::Group)
        });
        let inside = block.item.is_some()
            && !matches!(block.kind, BlockKind::Item { .. } | BlockKind::Group);
        let apart = !heading && !inside && block.kind != BlockKind::Sources;
        speech.add(&block_words(block, &mut links), width, apart);
        above = Some(block);
    }
    speech
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
            document_speech(&document, 72).lines,
            ["Topic: Marl.", "Heading: Injections.", "See also: Other. Link 1."]
        );
    }

    #[test]
    fn a_part_ends_before_an_item_and_never_after_a_heading() {
        let mut speech = Speech::default();
        for (words, may_start) in [
            ("one", true),
            ("two", true),
            ("heading", true),
            ("item", false),
            ("text", false),
            ("item", true),
        ] {
            speech.add(words, 72, may_start);
        }
        assert_eq!(speech.parts(72, 4), [2, 6]);
        assert_eq!(speech.parts(72, 100), [6]);
        assert_eq!(speech.parts(2, 4).last(), Some(&6), "long lines take several rows");
    }
}
