//! The format as a JSON Schema, so that editing programs can complete and check while one types.
//!
//! The schema is made from the table in `format` and says no more than the table does. What only a
//! whole page can show, such as a source that nobody names, is left to the reader in this layer.

use super::format::{BLOCKS, Block, CODE_SYSTEMS, Key, Need, Shape, TOP_KEYS, YEARS};
use crate::model::{SectionId, WordSet};

/// A slug as a regular expression of JSON Schema, without its anchors.
const SLUG: &str = "[a-z0-9]+(-[a-z0-9]+)*";

/// Returns the format of a condition file as JSON Schema, draft 2020-12.
///
/// The text ends with a line feed, and the same table always gives the same text, so that it can be
/// kept in a file beside the conditions.
pub fn json_schema() -> String {
    let mut properties: Vec<(&str, Json)> =
        TOP_KEYS.iter().map(|key| (key.name, described(key.about, value(key.shape)))).collect();
    properties.extend(BLOCKS.iter().map(|block| (block.name, block_schema(block))));
    let keys = TOP_KEYS.iter().filter(|key| key.need == Need::Required).map(|key| key.name);
    let blocks = BLOCKS.iter().filter(|block| block.need == Need::Required).map(|block| block.name);
    let required: Vec<&str> = keys.chain(blocks).collect();
    let mut schema = vec![
        ("$schema", Json::text("https://json-schema.org/draft/2020-12/schema")),
        ("title", Json::text("A condition file of rarebook")),
        ("description", Json::text("One file for each condition. data/README.md explains it.")),
    ];
    schema.extend(object(properties, &required));
    let mut text = String::new();
    Json::Object(schema).write(0, &mut text);
    text.push('\n');
    text
}

fn block_schema(block: &Block) -> Json {
    let keys: Vec<&Key> = block.keys().collect();
    let properties =
        keys.iter().map(|key| (key.name, described(key.about, value(key.shape)))).collect();
    let required: Vec<&str> =
        keys.iter().filter(|key| key.need == Need::Required).map(|key| key.name).collect();
    let one = object(properties, &required);
    if !block.repeats() {
        return described(block.about, one);
    }
    let mut many = vec![("type", Json::text("array"))];
    if block.need == Need::Required {
        many.push(("minItems", Json::Number(1)));
    }
    many.push(("items", Json::Object(one)));
    described(block.about, many)
}

fn object(properties: Vec<Pair>, required: &[&str]) -> Vec<Pair> {
    vec![
        ("type", Json::text("object")),
        ("required", Json::words(required)),
        ("additionalProperties", Json::No),
        ("properties", Json::Object(properties)),
    ]
}

fn described(about: &str, mut rest: Vec<Pair>) -> Json {
    rest.insert(0, ("description", Json::text(about)));
    Json::Object(rest)
}

/// Returns what a value of a shape must look like.
fn value(shape: Shape) -> Vec<Pair> {
    match shape {
        Shape::Line | Shape::Text => words(),
        Shape::Choice(set) => vec![("enum", Json::words(set))],
        Shape::Date => vec![("type", Json::text("string")), ("format", Json::text("date"))],
        Shape::Year => vec![
            ("type", Json::text("integer")),
            ("minimum", Json::Number(*YEARS.start())),
            ("maximum", Json::Number(*YEARS.end())),
        ],
        Shape::Slug => pattern(SLUG),
        Shape::Hpo => pattern("HP:[0-9]{7}"),
        Shape::Url => pattern("https?://[A-Za-z0-9:-]+(\\.[A-Za-z0-9:-]+)+([/?#][!-~]*)?"),
        Shape::Lines => list(words()),
        Shape::Choices(set) => list(vec![("enum", Json::words(set))]),
        Shape::Slugs => list(pattern(SLUG)),
        Shape::Codes => list(pattern(&format!("({}):[A-Za-z0-9.]+", CODE_SYSTEMS.join("|")))),
        Shape::Addresses => {
            let sections = SectionId::WORDS.join("|");
            list(pattern(&format!("{SLUG}(/({sections})(/{SLUG})?)?")))
        }
        Shape::SourceIds => {
            let mut ids = list(pattern(SLUG));
            ids.insert(1, ("minItems", Json::Number(1)));
            ids
        }
    }
}

fn words() -> Vec<Pair> {
    vec![("type", Json::text("string")), ("minLength", Json::Number(1))]
}

fn pattern(inner: &str) -> Vec<Pair> {
    vec![("type", Json::text("string")), ("pattern", Json::Text(format!("^{inner}$")))]
}

fn list(items: Vec<Pair>) -> Vec<Pair> {
    vec![("type", Json::text("array")), ("items", Json::Object(items))]
}

type Pair = (&'static str, Json);

/// As much of JSON as a schema needs. It is written by hand because the build script uses this
/// layer too, and would pay for a whole library with every build.
enum Json {
    No,
    Number(u16),
    Text(String),
    Words(Vec<String>),
    Object(Vec<Pair>),
}

impl Json {
    fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    fn words(words: &[&str]) -> Self {
        Self::Words(words.iter().map(|word| (*word).to_owned()).collect())
    }

    /// Writes the value, its later lines indented by so many steps.
    fn write(&self, depth: usize, out: &mut String) {
        match self {
            Self::No => out.push_str("false"),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Text(text) => quoted(text, out),
            Self::Words(words) => {
                out.push('[');
                for (n, word) in words.iter().enumerate() {
                    out.push_str(if n == 0 { "" } else { ", " });
                    quoted(word, out);
                }
                out.push(']');
            }
            Self::Object(pairs) => {
                out.push('{');
                for (n, (name, value)) in pairs.iter().enumerate() {
                    out.push_str(if n == 0 { "\n" } else { ",\n" });
                    out.push_str(&"  ".repeat(depth + 1));
                    quoted(name, out);
                    out.push_str(": ");
                    value.write(depth + 1, out);
                }
                out.push('\n');
                out.push_str(&"  ".repeat(depth));
                out.push('}');
            }
        }
    }
}

fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            _ if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_backslashes_and_controls_are_escaped() {
        let mut text = String::new();
        Json::text("a \"b\" \\ \n").write(0, &mut text);
        assert_eq!(text, r#""a \"b\" \\ \u000a""#);
    }

    #[test]
    fn an_object_stands_on_indented_lines_and_words_on_one() {
        let mut text = String::new();
        Json::Object(vec![("a", Json::words(&["b", "c"])), ("d", Json::No)]).write(1, &mut text);
        assert_eq!(text, "{\n    \"a\": [\"b\", \"c\"],\n    \"d\": false\n  }");
    }
}
