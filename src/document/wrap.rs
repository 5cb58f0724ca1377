//! Breaking a document into lines of a width.
//!
//! `textwrap` finds the words, cuts those that are wider than a line, and fits them; this file
//! says how far each block is indented and where empty lines stand.

use super::block::{Block, BlockKind, Document};
use std::ops::Range;
use textwrap::WordSeparator;
use textwrap::core::{Word, break_words, display_width};
use textwrap::wrap_algorithms::wrap_first_fit;

/// The narrowest and the widest measure that can be asked for, in columns.
pub const WIDTHS: std::ops::RangeInclusive<usize> = 20..=200;

/// One line: a part of a block's text, moved to the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The block, counted from 0. An empty line belongs to the block above it.
    pub block: usize,
    /// Blanks before the text.
    pub indent: usize,
    /// Bytes of the block's text; empty for an empty line.
    pub range: Range<usize>,
}

/// Breaks a document into lines of at most `width` columns. Widths below 1 count as 1.
pub fn wrap(document: &Document, width: usize) -> Vec<Line> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut shape = Shape::default();
    for (n, block) in document.blocks.iter().enumerate() {
        let above = n.checked_sub(1).and_then(|n| document.blocks.get(n));
        if above.is_some_and(|above| parted(above, block)) {
            lines.push(Line { block: n - 1, indent: 0, range: 0..0 });
        }
        shape = Shape::of(block, &shape);
        let fit = |indent: usize| width.saturating_sub(indent).max(1);
        // In a very narrow window indents would leave no room for words.
        let (first, rest) = if width < 2 * shape.rest { (0, 0) } else { (shape.first, shape.rest) };
        for (k, range) in fit_words(&block.text, fit(first), fit(rest)).into_iter().enumerate() {
            lines.push(Line { block: n, indent: if k == 0 { first } else { rest }, range });
        }
    }
    lines
}

/// Breaks a document into lines of at most `width` columns, without indents and empty lines: rows
/// for a screen reader, each of which says something from its first column on.
pub fn wrap_flat(document: &Document, width: usize) -> Vec<Line> {
    let width = width.max(1);
    let lines = |(block, of): (usize, &Block)| {
        let ranges = fit_words(&of.text, width, width);
        ranges.into_iter().map(move |range| Line { block, indent: 0, range })
    };
    document.blocks.iter().enumerate().flat_map(lines).collect()
}

/// How far the first and the other lines of a block are indented.
#[derive(Clone, Copy, Debug, Default)]
struct Shape {
    first: usize,
    rest: usize,
}

impl Shape {
    /// Numbers of a list stand right-aligned, and all text of its items in one column behind them.
    fn of(block: &Block, above: &Self) -> Self {
        match block.kind {
            BlockKind::Item { number, of } => {
                let digits = |n: usize| n.to_string().len();
                Self { first: digits(of) - digits(number), rest: digits(of) + 2 }
            }
            BlockKind::Group | BlockKind::Title | BlockKind::Section => Self::default(),
            _ if block.item.is_some() => Self { first: above.rest, rest: above.rest },
            _ => Self::default(),
        }
    }
}

/// Returns whether an empty line parts two blocks.
fn parted(above: &Block, block: &Block) -> bool {
    use BlockKind::{
        Choice, Explained, Facts, Group, Item, Link, Notice, Paragraph, SayIt, Section, Sources,
        Title, Web,
    };
    match (above.kind, block.kind) {
        (Group, Choice) => false,
        (_, Title | Section | Group | Item { .. } | Notice)
        | (Title | Section | Group | Notice, _) => true,
        // Facts, sources and links stand right below what they belong to.
        (_, Sources | Explained)
        | (Item { .. } | Web, _)
        | (Facts | Link | Choice, Facts | Web | Link | Choice) => false,
        // An empty line inside an item would look like its end.
        (Paragraph | Sources, Facts | Web | Link) | (Facts | SayIt | Paragraph, Paragraph)
            if block.item.is_some() =>
        {
            false
        }
        _ => true,
    }
}

/// Fits words into lines and returns the bytes of each line, without blanks at its end.
fn fit_words(text: &str, first: usize, rest: usize) -> Vec<Range<usize>> {
    let words: Vec<Word<'_>> = WordSeparator::AsciiSpace.find_words(text).collect();
    let words = break_words(words, rest.min(first));
    #[expect(clippy::cast_precision_loss, reason = "widths of a screen are small")]
    let widths = [first as f64, rest as f64];
    let mut at = 0;
    wrap_first_fit(&words, &widths)
        .into_iter()
        .map(|line| {
            let start = at;
            let bytes: usize =
                line.iter().map(|word| word.word.len() + word.whitespace.len()).sum();
            at += bytes;
            let blanks = line.last().map_or(0, |word| word.whitespace.len());
            start..at - blanks
        })
        .collect()
}

/// Breaks one text into lines of at most `width` columns.
pub fn fold_lines(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let ranges = fit_words(text, width, width);
    let lines: Vec<String> =
        ranges.into_iter().filter_map(|range| text.get(range)).map(str::to_owned).collect();
    if lines.is_empty() { vec![String::new()] } else { lines }
}

/// Returns how many columns a text takes on a terminal.
pub fn columns(text: &str) -> usize {
    display_width(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        fit_words(text, width, width).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn words_fill_lines_and_blanks_at_the_end_go() {
        assert_eq!(lines("the head turns to one side", 10), ["the head", "turns to", "one side"]);
    }

    #[test]
    fn wide_letters_take_two_columns_and_combining_ones_none() {
        assert_eq!(lines("日本語 日本語", 6), ["日本語", "日本語"]);
        assert_eq!(lines("e\u{301}e\u{301}e\u{301} x", 3), ["e\u{301}e\u{301}e\u{301}", "x"]);
    }

    #[test]
    fn words_longer_than_a_line_are_cut() {
        assert_eq!(lines("https://www.example", 8), ["https://", "www.exam", "ple"]);
    }

    #[test]
    fn the_text_of_an_item_stands_behind_its_number() {
        let mut document = Document::titled("T");
        let mut name = Block::new(BlockKind::Item { number: 2, of: 10 }, "2. Name").of_item(1);
        name.item = Some(1);
        document.push(name);
        document.push(Block::new(BlockKind::Paragraph, "words").of_item(1));
        let indents: Vec<usize> = wrap(&document, 40).iter().map(|line| line.indent).collect();
        assert_eq!(indents, [0, 0, 1, 4]);
    }
}
