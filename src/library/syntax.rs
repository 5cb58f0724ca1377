//! What breaks the TOML itself, in the words of somebody who writes pages and not programs.
//!
//! A missing bracket makes a parser stumble over everything after it. So a broken file is cut into
//! statements, at every line that begins with a known key or block, and each is parsed alone: a
//! mistake is then reported once, where it was made, and hides none further down.

use super::format::{BLOCKS, Block, Key, Shape, TOP_KEYS};
use super::problem::{Problems, quote};
use crate::model::{clean, is_unsafe};
use std::ops::Range;
use toml::de::{DeTable, Error};

/// The most letters of the parser's own words that a message repeats.
const OWN_WORDS_MAX: usize = 160;

/// A message and a hint.
type Words = (String, String);

/// Notes what is wrong with the TOML of a file, given what the parser said of the whole of it.
pub(super) fn check(source: &str, errors: &[Error], problems: &mut Problems<'_>) {
    for piece in pieces(source) {
        in_piece(source, &piece, problems);
    }
    doubles(source, errors, problems);
    if problems.is_empty() {
        // The parts are sound, so that only the parser knows what is wrong with the whole.
        for error in errors.iter().take(1) {
            let (message, hint) = other(error);
            problems.add(&error.span().unwrap_or(0..0), message, Some(hint));
        }
    }
}

/// Returns the statements of a file: each begins with a known key or block and ends before the
/// next. Blank ends are left out, so that a missing bracket is missed on its own line.
fn pieces(source: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut offset = 0;
    for line in source.split_inclusive('\n') {
        if offset > 0 && begins_statement(line) {
            starts.push(offset);
        }
        offset += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([source.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| {
            let text = source.get(*start..end).unwrap_or_default();
            *start..start + text.trim_end().len()
        })
        .collect()
}

fn begins_statement(line: &str) -> bool {
    let line = line.trim();
    if let Some(name) = line.strip_prefix('[') {
        let name = name.trim_start_matches('[').split([']', '#']).next().unwrap_or_default().trim();
        return BLOCKS.iter().any(|block| block.name == name);
    }
    line.split_once('=').is_some_and(|(key, _)| key_named(key.trim()).is_some())
}

fn key_named(name: &str) -> Option<&'static Key> {
    TOP_KEYS.iter().chain(BLOCKS.iter().flat_map(Block::keys)).find(|key| key.name == name)
}

/// Notes the first mistake of every line of a statement.
fn in_piece(source: &str, piece: &Range<usize>, problems: &mut Problems<'_>) {
    let text = source.get(piece.clone()).unwrap_or_default();
    let (_, mut errors) = DeTable::parse_recoverable(text);
    errors.sort_by_key(|error| error.span().map(|span| span.start));
    let mut last_line: Option<Range<usize>> = None;
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start).min(text.len());
        if last_line.as_ref().is_some_and(|line| at <= line.end) {
            continue;
        }
        let line = line_around(text, at);
        let place = Place { text, line: line.clone(), at };
        let (at, (message, hint), rest) = plain(error, &place);
        last_line = Some(line);
        let at = piece.start + at;
        problems.add(&(at..at), message, Some(hint));
        if rest == Rest::Lost {
            break;
        }
    }
}

/// Notes keys and blocks that are written twice, which no single statement shows.
fn doubles(source: &str, errors: &[Error], problems: &mut Problems<'_>) {
    let mut in_double_block = false;
    for error in errors.iter().filter(|error| error.message().starts_with("duplicate key")) {
        let Some(span) = error.span() else { continue };
        let line = source.get(line_around(source, span.start)).unwrap_or_default();
        let name = quote(source.get(span.clone()).unwrap_or_default()).replace('"', "`");
        let header = line.trim_start().starts_with('[');
        if header {
            problems.add(
                &span,
                format!("the block {name} is written twice"),
                Some(
                    "Join the two into one. A block that may stand often has double brackets."
                        .to_owned(),
                ),
            );
        } else if !in_double_block {
            problems.add(
                &span,
                format!("{name} is written twice in the same place"),
                Some("Keep one of the two lines, or begin a new block above this one.".to_owned()),
            );
        }
        // Every key of a second block of the same name is a double too, which says nothing new.
        in_double_block |= header;
    }
}

/// Where the parser stumbled inside a statement.
struct Place<'a> {
    text: &'a str,
    line: Range<usize>,
    at: usize,
}

impl Place<'_> {
    fn line(&self) -> &str {
        self.text.get(self.line.clone()).unwrap_or_default()
    }

    fn ahead(&self) -> &str {
        self.text.get(self.at..self.line.end).unwrap_or_default()
    }

    /// Returns what stands before the equals sign of the statement.
    fn key(&self) -> &str {
        self.text.split(['=', '\n']).next().unwrap_or_default().trim()
    }

    /// Returns what stands after the equals sign on this line.
    fn value(&self) -> &str {
        self.line().split_once('=').map_or("", |(_, value)| value.trim())
    }
}

/// Whether what follows a mistake in the same statement can still be understood.
#[derive(PartialEq, Eq)]
enum Rest {
    Readable,
    Lost,
}

/// Returns where to point, what to say, and whether the rest of the statement is worth reading.
fn plain(error: &Error, place: &Place<'_>) -> (usize, Words, Rest) {
    let said = error.message();
    let starts = |beginnings: &[&str]| beginnings.iter().any(|start| said.starts_with(start));
    if let Some((at, found)) = odd_character(place) {
        return (at, found, Rest::Readable);
    }
    if starts(&["invalid multi-line"]) {
        let open = place.text.find("\"\"\"").or_else(|| place.text.find("'''"));
        return (
            open.unwrap_or(place.at),
            words(
                "these three quotes are never closed",
                "Put three quotes after the last of the words, too.",
            ),
            Rest::Lost,
        );
    }
    let table = starts(&["unclosed array table"]);
    if !table
        && starts(&["missing comma", "unclosed array", "unexpected `=` in array", "extra comma"])
    {
        return (place.at, list(said, place), Rest::Lost);
    }
    if starts(&["key with no value", "invalid unquoted key", "missing value for key"]) {
        let (at, words) = key(place);
        return (at, words, Rest::Readable);
    }
    (place.at, one_line(said, place).unwrap_or_else(|| other(error)), Rest::Readable)
}

/// Returns what is wrong with a list.
fn list(said: &str, place: &Place<'_>) -> Words {
    if said.starts_with("extra comma") {
        return words("this list has one comma too many", "Put one comma between two entries.");
    }
    if said.starts_with("missing comma") && place.value().contains(']') {
        return words(
            "a comma is missing in this list",
            "Put a comma between two entries: [\"one\", \"two\"].",
        );
    }
    words("this list is not closed", "Put ] after its last entry.")
}

/// Returns what is wrong with a line, if it is one of the mistakes that people make.
fn one_line(said: &str, place: &Place<'_>) -> Option<Words> {
    let starts = |beginnings: &[&str]| beginnings.iter().any(|start| said.starts_with(start));
    if starts(&["unclosed table", "unclosed array table"]) {
        return Some(words(
            "the brackets around the name of this block are not closed",
            "Write as many brackets after the name as before it: [[symptom]] or [overview].",
        ));
    }
    if starts(&["unexpected key or value", "unexpected content"]) {
        return Some(if place.ahead().contains('=') {
            words(
                "a second key stands on this line",
                "Give every key and every block a line of its own.",
            )
        } else if place.value().starts_with('"') {
            words(
                "the words end at this quote, but the line goes on",
                "Write ' for a quote inside the words, and \" only before and after them.",
            )
        } else {
            words(
                "the line goes on after the end of its value",
                "Put words in quotes; a note to other editors begins with #.",
            )
        });
    }
    if starts(&["missing escaped value", "too few unicode", "invalid escape"]) {
        return Some(words(
            "a backslash has a meaning of its own here",
            "Leave the backslash out, or write two of them.",
        ));
    }
    if starts(&["cannot recurse", "recursion limit"]) {
        return Some(words(
            "there are too many brackets inside one another",
            "A list has one pair of brackets: [\"one\", \"two\"].",
        ));
    }
    value(said, place)
}

/// Returns what is wrong with a line that does not begin with a key and an equals sign, and where.
fn key(place: &Place<'_>) -> (usize, Words) {
    let line = place.line().trim();
    let begin = place.line.start + place.line().find(line).unwrap_or_default();
    let first = line.split([' ', '=', ':']).next().unwrap_or_default();
    if line.contains('=') {
        let found = words(
            "the name before the equals sign is not one word",
            "Names of keys are small letters joined by underscores, such as search_words.",
        );
        return (begin, found);
    }
    let hint = format!("Write {} = and then the value.", clean(first));
    if let Some((before, _)) = line.split_once(':')
        && key_named(before.trim()).is_some()
    {
        return (
            begin + before.len(),
            ("a colon stands where an equals sign belongs".to_owned(), hint),
        );
    }
    if key_named(first).is_some() {
        return (begin + first.len(), ("the equals sign is missing".to_owned(), hint));
    }
    let found = words(
        "this line is no key with an equals sign and no block",
        "Put words that go on from the line above inside its quotes; begin a note with #.",
    );
    (begin, found)
}

/// Returns what is wrong with the value of a key.
fn value(said: &str, place: &Place<'_>) -> Option<Words> {
    let value = place.value();
    if said.starts_with("invalid basic string") || said.starts_with("invalid literal string") {
        return Some(words(
            "the quotes are not closed on this line",
            "Put a quote after the words. Words on several lines stand between three quotes.",
        ));
    }
    if value.is_empty() || value.starts_with('#') {
        let key = quote(place.key()).replace('"', "`");
        return Some((
            format!("{key} has no value"),
            "Write the value after the equals sign, or delete the line.".to_owned(),
        ));
    }
    let is_date = key_named(place.key()).is_some_and(|key| key.shape == Shape::Date);
    if said.starts_with("invalid date") || is_date {
        return Some(words(
            "this is no date of the calendar",
            "Write the year, the month and the day with all digits, such as 2026-03-09.",
        ));
    }
    if said.starts_with("missing opening quote") {
        return Some(words("a quote is missing before these words", "Put \" before the words."));
    }
    let unreadable = ["string values must be quoted", "invalid ", "unexpected "];
    unreadable.iter().any(|start| said.starts_with(start)).then(|| {
        words("these words are not in quotes", "Put \" before the words and \" after them.")
    })
}

/// Returns a character on the line, from the mistake on, that no keyboard should have made.
fn odd_character(place: &Place<'_>) -> Option<(usize, Words)> {
    let line = place.line();
    if let Some(at) = line.find('\r') {
        return Some((
            place.line.start + at,
            words(
                "the line ends in a way that only very old programs know",
                "Let your editor save the file with the line ends LF or CRLF.",
            ),
        ));
    }
    if let Some((at, c)) = line.char_indices().find(|(_, c)| is_unsafe(*c) && *c != '\t') {
        return Some((
            place.line.start + at,
            (
                format!("here is a hidden character, U+{:04X}", u32::from(c)),
                "Delete the words around it and type them by hand.".to_owned(),
            ),
        ));
    }
    let value = place.value();
    if value.starts_with(['\u{201c}', '\u{201d}', '\u{201e}', '\u{2018}', '\u{ab}']) {
        return Some((
            place.line.start + line.find(value).unwrap_or_default(),
            words(
                "these are curly quotes, and values need straight ones",
                "Type \" by hand, and switch off smart quotes in your editor.",
            ),
        ));
    }
    None
}

/// Returns the parser's own words, for mistakes that nobody has made yet.
fn other(error: &Error) -> Words {
    let said: String = clean(error.message()).chars().take(OWN_WORDS_MAX).collect();
    (
        format!("this cannot be read: {said}"),
        "Look for a missing quote, bracket or equals sign here or on the line before.".to_owned(),
    )
}

fn words(message: &str, hint: &str) -> Words {
    (message.to_owned(), hint.to_owned())
}

/// Returns the line around a byte, without its line feed.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let before = text.get(..at).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |feed| feed + 1);
    let after = text.get(at..).unwrap_or_default();
    start..at + after.find('\n').unwrap_or(after.len())
}
