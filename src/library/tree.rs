//! Looking into parsed TOML without trusting it: what is missing or of the wrong sort is `None`.

use crate::model::{Date, WordSet};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value with its place in the file.
pub(super) type Value<'a> = &'a Spanned<DeValue<'a>>;

/// A text with its place in the file.
pub(super) type Text<'a> = (&'a str, Range<usize>);

/// Returns a text.
pub(super) fn text<'a>(table: &'a DeTable<'a>, key: &str) -> Option<Text<'a>> {
    let value = table.get(key)?;
    value.get_ref().as_str().map(|text| (text, value.span()))
}

/// Returns the texts of a list; none if it is missing.
pub(super) fn list<'a>(table: &'a DeTable<'a>, key: &str) -> impl Iterator<Item = Text<'a>> {
    table
        .get(key)
        .and_then(|value| value.get_ref().as_array())
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.get_ref().as_str().map(|text| (text, entry.span())))
}

/// Returns a date.
pub(super) fn date<'a>(table: &'a DeTable<'a>, key: &str) -> Option<(Date, Range<usize>)> {
    let value = table.get(key)?;
    let date = value.get_ref().as_datetime()?.date?;
    Some((Date { year: date.year, month: date.month, day: date.day }, value.span()))
}

/// Returns the member of a closed set that a text names.
pub(super) fn choice<T: WordSet>(table: &DeTable<'_>, key: &str) -> Option<T> {
    text(table, key).and_then(|(word, _)| T::from_word(word))
}

/// Returns the tables of a block, whether it is repeated or not, each with its place.
pub(super) fn blocks<'a>(
    top: &'a DeTable<'a>,
    name: &str,
) -> impl Iterator<Item = (&'a DeTable<'a>, Range<usize>)> {
    let value = top.get(name);
    let one = value.and_then(|value| value.get_ref().as_table().map(|table| (table, value.span())));
    let many = value
        .and_then(|value| value.get_ref().as_array())
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.get_ref().as_table().map(|table| (table, entry.span())));
    one.into_iter().chain(many)
}
