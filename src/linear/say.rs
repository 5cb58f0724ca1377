//! What is said, in lines and in parts of a screen.

use crate::document::wrap::columns;
use crate::document::{BlockKind, Document, Listing, heard};
use crate::speech::ascii;

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
    let mut above: Option<BlockKind> = None;
    for block in heard(document, Listing::Numbered).blocks {
        // What belongs to an item, and what stands below a heading, is not parted from it.
        let heading = above.is_some_and(|above| {
            matches!(above, BlockKind::Title | BlockKind::Section | BlockKind::Group)
        });
        let inside = block.item.is_some()
            && !matches!(block.kind, BlockKind::Item { .. } | BlockKind::Group);
        let apart = !heading && !inside && block.kind != BlockKind::Sources;
        speech.add(&block.text, width, apart);
        above = Some(block.kind);
    }
    speech
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_addresses_stay_whole() {
        let address = "https://example.org/a/very/long/address/that/is/wider/than/the/line";
        assert_eq!(lines(address, 20), [address]);
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
