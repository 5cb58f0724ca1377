//! One value against its shape: is it of the right sort, and are its characters safe?

use super::format::{CODE_SYSTEMS, Shape, YEARS};
use super::nearest::nearest;
use super::problem::{Problems, quote};
use crate::model::{Address, AddressError, SectionId, WordSet, clean, is_slug, is_unsafe};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeInteger, DeValue};

/// Checks one value and notes what is wrong with it.
pub(super) fn check(
    key: &str,
    shape: Shape,
    value: &Spanned<DeValue<'_>>,
    problems: &mut Problems<'_>,
) {
    let at = value.span();
    match (shape, value.get_ref()) {
        (
            Shape::Line | Shape::Text | Shape::Choice(_) | Shape::Slug | Shape::Hpo | Shape::Url,
            DeValue::String(text),
        ) => {
            word(key, shape, text, &at, problems);
        }
        (
            Shape::Lines
            | Shape::Choices(_)
            | Shape::Slugs
            | Shape::Addresses
            | Shape::Codes
            | Shape::SourceIds,
            DeValue::Array(list),
        ) => {
            if shape == Shape::SourceIds && list.is_empty() {
                problems.add(
                    &at,
                    "nothing is stated without a source",
                    Some("Name the id of at least one [[source]] that you read.".to_owned()),
                );
            }
            for entry in list {
                match entry.get_ref() {
                    DeValue::String(text) => word(key, shape, text, &entry.span(), problems),
                    _ => problems.add(
                        &entry.span(),
                        format!("an entry of `{key}` is not in quotes"),
                        Some("Put \" before and after every entry of the list.".to_owned()),
                    ),
                }
            }
        }
        (Shape::Date, DeValue::Datetime(date)) if date.date.is_some() && date.time.is_none() => {}
        (Shape::Year, DeValue::Integer(number)) if is_year(number) => {}
        _ => wrong_sort(key, shape, value, problems),
    }
}

fn is_year(number: &DeInteger<'_>) -> bool {
    number.radix() == 10 && number.as_str().parse().is_ok_and(|year: u16| YEARS.contains(&year))
}

fn wanted(shape: Shape) -> &'static str {
    match shape {
        Shape::Line | Shape::Text | Shape::Slug | Shape::Hpo => "words in quotes",
        Shape::Choice(_) => "one word in quotes",
        Shape::Url => "a web address in quotes",
        Shape::Date => "a date without quotes, such as 2026-11-22",
        Shape::Year => "a year without quotes, such as 2024",
        Shape::Lines
        | Shape::Choices(_)
        | Shape::Slugs
        | Shape::Addresses
        | Shape::Codes
        | Shape::SourceIds => "a list of words in quotes, such as [\"one\", \"two\"]",
    }
}

/// Returns a value as an editor would begin to write it.
pub(super) fn example(shape: Shape) -> &'static str {
    match shape {
        Shape::Line | Shape::Text | Shape::Slug | Shape::Hpo | Shape::Choice(_) | Shape::Url => {
            "\"...\""
        }
        Shape::Date => "2026-11-22",
        Shape::Year => "2024",
        Shape::Lines
        | Shape::Choices(_)
        | Shape::Slugs
        | Shape::Addresses
        | Shape::Codes
        | Shape::SourceIds => "[\"...\"]",
    }
}

fn wrong_sort(key: &str, shape: Shape, value: &Spanned<DeValue<'_>>, problems: &mut Problems<'_>) {
    let (found, hint) = match value.get_ref() {
        DeValue::String(text) => (
            "words in quotes",
            match shape {
                Shape::Date | Shape::Year => "Take the quotes away.".to_owned(),
                _ => format!("Put square brackets around them: [{}].", quote(text)),
            },
        ),
        DeValue::Integer(_) if shape == Shape::Year => {
            ("another number", format!("Write a year from {} to {}.", YEARS.start(), YEARS.end()))
        }
        DeValue::Integer(_) | DeValue::Float(_) => ("a number", as_example(key, shape)),
        DeValue::Boolean(_) => ("the word true or false", as_example(key, shape)),
        DeValue::Datetime(_) if shape == Shape::Date => {
            ("a time", "Write the day alone, without a time.".to_owned())
        }
        DeValue::Datetime(_) => ("a date", as_example(key, shape)),
        DeValue::Array(_) => ("a list", "Take the square brackets away.".to_owned()),
        DeValue::Table(_) => ("a block", as_example(key, shape)),
    };
    problems.add(
        &value.span(),
        format!("`{key}` must be {}, but it is {found}", wanted(shape)),
        Some(hint),
    );
}

fn as_example(key: &str, shape: Shape) -> String {
    format!("Write it as {key} = {}.", example(shape))
}

/// Notes a character that must not reach a reader, at its own place.
fn hidden(key: &str, c: char, at: &Range<usize>, problems: &mut Problems<'_>) {
    let raw = c.to_string();
    let written = [raw.as_str(), "\\u", "\\U", "\\x", "\\e", "\\n", "\\t", "\\r", "\\b", "\\f"];
    let place = written.iter().map(|text| problems.within(at, text)).find(|place| place != at);
    let (message, hint) = match c {
        '\n' => (format!("`{key}` goes on to a second line"), "Write it on one line.".to_owned()),
        '\t' => (format!("`{key}` holds a tab"), "Write a blank in its place.".to_owned()),
        _ => (
            format!("`{key}` holds a hidden character, U+{:04X}", u32::from(c)),
            "Delete the words around it and type them by hand.".to_owned(),
        ),
    };
    problems.add(place.as_ref().unwrap_or(at), message, Some(hint));
}

/// Checks the characters of one text, then what its shape asks of it.
fn word(key: &str, shape: Shape, text: &str, at: &Range<usize>, problems: &mut Problems<'_>) {
    let line_feeds = shape == Shape::Text;
    if let Some(c) = text.chars().find(|c| is_unsafe(*c) && !(line_feeds && *c == '\n')) {
        hidden(key, c, at, problems);
        return;
    }
    // The text holds no unsafe character, so that cleaning can only have cut a flood of marks.
    if let Some(line) = text.lines().find(|line| clean(line) != *line) {
        let same = line.chars().zip(clean(line).chars()).take_while(|(a, b)| a == b).count();
        let before: String = line.chars().take(same).collect();
        let place = problems.within(at, &before);
        problems.add(
            &if place == *at { place } else { place.end..place.end },
            format!("`{key}` has too many accents on one letter"),
            Some("Delete the letter and type it again.".to_owned()),
        );
        return;
    }
    if text.trim().is_empty() {
        problems.add(
            at,
            format!("`{key}` is empty"),
            Some("Write the words. A key that may be left out can be deleted.".to_owned()),
        );
        return;
    }
    match shape {
        Shape::Choice(words) | Shape::Choices(words) if !words.contains(&text) => {
            let hint = match nearest(text, words.iter().copied()) {
                Some(word) => format!("Did you mean \"{word}\"?"),
                None => format!("Choose from: {}.", words.join(", ")),
            };
            problems.add(at, format!("`{key}` cannot be {}", quote(text)), Some(hint));
        }
        Shape::Slug | Shape::Slugs if !is_slug(text) => problems.add(
            at,
            format!("{} is not an id", quote(text)),
            Some(
                "Use a few small letters, digits and single hyphens, such as writers-cramp."
                    .to_owned(),
            ),
        ),
        Shape::Addresses => {
            if let Err(why) = text.parse::<Address>() {
                address(text, &why, at, problems);
            }
        }
        Shape::Codes => code(text, at, problems),
        Shape::Hpo if !is_hpo(text) => problems.add(
            at,
            format!("{} is not a term of the Human Phenotype Ontology", quote(text)),
            Some("Write HP: and seven digits, such as HP:0000643.".to_owned()),
        ),
        Shape::Url if !is_web_address(text) => problems.add(
            at,
            format!("{} is not a web address", quote(text)),
            Some(
                "Copy the whole address; it begins with https:// or http:// and has no blanks."
                    .to_owned(),
            ),
        ),
        _ => {}
    }
}

fn address(text: &str, why: &AddressError, at: &Range<usize>, problems: &mut Problems<'_>) {
    let AddressError::Section(section) = why else {
        problems.add(
            at,
            format!("{} is not an address", quote(text)),
            Some(
                "Write a condition, and a section if you like, such as dystonia/treatment."
                    .to_owned(),
            ),
        );
        return;
    };
    let hint = match nearest(section, SectionId::WORDS.iter().copied()) {
        Some(word) => format!("Did you mean \"{word}\"?"),
        None => format!("The sections are {}.", SectionId::WORDS.join(", ")),
    };
    problems.add(at, format!("{} names no section of a page", quote(text)), Some(hint));
}

fn code(text: &str, at: &Range<usize>, problems: &mut Problems<'_>) {
    let right = text.split_once(':').is_some_and(|(system, id)| {
        CODE_SYSTEMS.contains(&system)
            && !id.is_empty()
            && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
    });
    if !right {
        problems.add(
            at,
            format!("{} is not a code", quote(text)),
            Some(format!("Write SYSTEM:NUMBER with one of {}.", CODE_SYSTEMS.join(", "))),
        );
    }
}

fn is_hpo(text: &str) -> bool {
    text.strip_prefix("HP:")
        .is_some_and(|id| id.len() == 7 && id.bytes().all(|b| b.is_ascii_digit()))
}

/// Returns whether a text is a web address that may be shown: a host with a dot, no blanks.
fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.')
            && host.split('.').all(|label| !label.is_empty())
            && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':'))
            && rest.bytes().all(|b| b.is_ascii_graphic())
    })
}
