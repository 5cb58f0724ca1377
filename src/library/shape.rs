//! One value against its shape: is it of the right sort, and are its characters safe?

use super::format::{CODE_SYSTEMS, Shape, YEARS};
use super::nearest::nearest;
use super::problem::{Problems, quote};
use crate::model::{Address, is_slug, is_unsafe};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

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
                    other => {
                        wrong_sort(
                            key,
                            "a list of words in quotes",
                            other,
                            &entry.span(),
                            problems,
                        );
                    }
                }
            }
        }
        (Shape::Date, DeValue::Datetime(date)) if date.date.is_some() && date.time.is_none() => {}
        (Shape::Year, DeValue::Integer(number)) if is_year(number.as_str()) => {}
        (_, other) => wrong_sort(key, wanted(shape), other, &at, problems),
    }
}

fn is_year(text: &str) -> bool {
    text.parse().is_ok_and(|year: u16| YEARS.contains(&year))
}

fn wanted(shape: Shape) -> &'static str {
    match shape {
        Shape::Line | Shape::Text | Shape::Slug | Shape::Hpo => "words in quotes",
        Shape::Choice(_) => "one word in quotes",
        Shape::Url => "a web address in quotes",
        Shape::Date => "a date such as 2026-11-22, without quotes",
        Shape::Year => "a year such as 2024, without quotes",
        Shape::Lines
        | Shape::Choices(_)
        | Shape::Slugs
        | Shape::Addresses
        | Shape::Codes
        | Shape::SourceIds => "a list of words in quotes, such as [\"one\", \"two\"]",
    }
}

fn wrong_sort(
    key: &str,
    wanted: &str,
    found: &DeValue<'_>,
    at: &Range<usize>,
    problems: &mut Problems<'_>,
) {
    let found = match found {
        DeValue::String(_) => "words in quotes",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a block",
    };
    problems.add(at, format!("`{key}` must be {wanted}, but it is {found}"), None);
}

/// Checks the characters of one text, then what its shape asks of it.
fn word(key: &str, shape: Shape, text: &str, at: &Range<usize>, problems: &mut Problems<'_>) {
    let line_feeds = shape == Shape::Text;
    if let Some(c) = text.chars().find(|c| is_unsafe(*c) && !(line_feeds && *c == '\n')) {
        let hint = match c {
            '\n' => "Write it on one line.",
            '\t' => "Use a blank instead of a tab.",
            _ => "Delete it and type the words again by hand.",
        };
        problems.add(
            at,
            format!(
                "`{key}` holds the character U+{:04X}, which must not reach a terminal",
                u32::from(c)
            ),
            Some(hint.to_owned()),
        );
        return;
    }
    if text.trim().is_empty() {
        problems.add(
            at,
            format!("`{key}` is empty"),
            Some("Write the words, or delete the line.".to_owned()),
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
            Some("Use small letters, digits and single hyphens, such as writers-cramp.".to_owned()),
        ),
        Shape::Addresses => {
            if let Err(why) = text.parse::<Address>() {
                problems.add(at, format!("{} is not an address: {why}", quote(text)), None);
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
            && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':'))
            && rest.bytes().all(|b| b.is_ascii_graphic())
    })
}
