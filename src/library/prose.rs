//! The words of a content file that somebody reads or hears, and where they stand in it.

use super::format::{BLOCKS, Key, Shape, TOP_KEYS};
use super::glossary;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Keys of one line that an editor cannot put in other words: how a name is spoken, a number, and what
/// others have called their own.
const NOT_PROSE: [&str; 5] = ["say_it", "phone", "title", "publisher", "licence"];

/// Words of a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    /// Where they stand, in bytes, without the quotes around them.
    pub range: Range<usize>,
    /// The key that they belong to.
    pub key: &'static str,
    /// The block that they stand in; empty at the top of the file.
    pub block: &'static str,
}

impl Prose {
    /// Returns whether these are sentences and not a name or a phrase.
    pub fn is_sentences(&self) -> bool {
        matches!(self.key, "summary" | "text" | "do")
    }
}

/// Returns the sentences and names of a content file in order; `None` if the file is no TOML.
pub fn prose(source: &str) -> Option<Vec<Prose>> {
    let top = DeTable::parse(source).ok()?;
    let top = top.get_ref();
    let mut found = texts(source, top, "", TOP_KEYS.iter());
    for block in BLOCKS.iter().chain(glossary::BLOCKS) {
        let Some(value) = top.get(block.name) else { continue };
        let tables = match value.get_ref() {
            DeValue::Table(table) => vec![table],
            DeValue::Array(list) => {
                list.iter().filter_map(|entry| entry.get_ref().as_table()).collect()
            }
            _ => Vec::new(),
        };
        for table in tables {
            found.extend(texts(source, table, block.name, block.keys()));
        }
    }
    found.sort_by_key(|prose| prose.range.start);
    Some(found)
}

/// Returns the texts of some keys.
fn texts(
    source: &str,
    table: &DeTable<'_>,
    block: &'static str,
    keys: impl Iterator<Item = &'static Key>,
) -> Vec<Prose> {
    let mut found = Vec::new();
    for key in keys.filter(|key| !NOT_PROSE.contains(&key.name)) {
        let Some(value) = table.get(key.name) else { continue };
        let mut add = |range| {
            found.push(Prose { range: inside(source, range), key: key.name, block });
        };
        match (key.shape, value.get_ref()) {
            (Shape::Line | Shape::Text, DeValue::String(_)) => add(value.span()),
            (Shape::Lines, DeValue::Array(list)) if key.name == "side_effects" => {
                list.iter().for_each(|entry| add(entry.span()));
            }
            _ => {}
        }
    }
    found
}

/// Returns a string's range without its quotes.
fn inside(source: &str, range: Range<usize>) -> Range<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    let quotes = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| text.starts_with(quote));
    let width = quotes.map_or(0, str::len);
    range.start + width..range.end.saturating_sub(width).max(range.start + width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_are_read_out_are_found() {
        let source = "name = \"Marl\"\nsay_it = \"MARL\"\nsearch_words = [\"marrl\"]\n\
                      [[treatment]]\ntext = \"\"\"Two.\nLines.\"\"\"\nside_effects = ['tired']\n\
                      hpo = \"HP:0000001\"\n[[source]]\nurl = \"https://a.org\"\ntitle = \"T\"\n";
        let words: Vec<&str> =
            prose(source).unwrap().into_iter().map(|it| source.get(it.range).unwrap()).collect();
        assert_eq!(words, ["Marl", "Two.\nLines.", "tired"]);
        assert_eq!(prose("name = "), None);
    }
}
