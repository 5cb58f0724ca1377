//! What stands beside the conditions for editors, the JSON Schema and the README: both as wide as
//! the format.

use rarebook::editorial::reading;
use rarebook::library::format::{
    BLOCKS, Block, CODE_SYSTEMS, ITEM_KEYS, Key, Need, PASSAGE_KEYS, Shape, TOP_KEYS,
};
use rarebook::library::{TERM_KEYS, json_schema, read};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn schema() -> Value {
    serde_json::from_str(&json_schema()).unwrap()
}

/// Returns the schema of one entry of a block: of the block itself, or of each of its repetitions.
fn entry<'a>(schema: &'a Value, block: &str) -> &'a Value {
    let block = &schema["properties"][block];
    block.get("items").unwrap_or(block)
}

#[test]
fn the_schema_beside_the_conditions_is_the_one_of_the_format() {
    let path = data().join("condition.schema.json");
    let schema = json_schema();
    if env::var_os("RAREBOOK_UPDATE").is_some() {
        fs::write(&path, &schema).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let different = kept.lines().zip(schema.lines()).position(|(old, new)| old != new);
    assert!(
        kept == schema,
        "data/condition.schema.json is older than src/library/format.rs (first at line {}).\n\
         Run \"RAREBOOK_UPDATE=1 cargo test\" to write it again, and commit it.",
        different.unwrap_or_else(|| kept.lines().count().min(schema.lines().count())) + 1
    );
}

#[test]
fn every_key_and_block_of_the_format_stands_in_the_schema() {
    let schema = schema();
    let described = |place: &Value, key: &Key| {
        assert_eq!(place["properties"][key.name]["description"], key.about, "{}", key.name);
    };
    for key in TOP_KEYS {
        described(&schema, key);
    }
    for block in BLOCKS {
        assert_eq!(schema["properties"][block.name]["description"], block.about, "{}", block.name);
        for key in block.keys() {
            described(entry(&schema, block.name), key);
        }
    }
    let count = schema["properties"].as_object().unwrap().len();
    assert_eq!(count, TOP_KEYS.len() + BLOCKS.len(), "a block and a key share a name");
}

#[test]
fn the_schema_allows_no_key_that_the_format_does_not_know() {
    let schema = schema();
    assert_eq!(schema["additionalProperties"], false);
    for block in BLOCKS {
        assert_eq!(entry(&schema, block.name)["additionalProperties"], false, "{}", block.name);
    }
}

#[test]
fn the_schema_knows_every_key_of_the_pages_and_asks_for_none_they_lack() {
    let schema = schema();
    let mut pages = 0;
    for file in fs::read_dir(data().join("conditions")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let page: toml::Table = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        fits(&serde_json::to_value(page).unwrap(), &schema, &name);
        pages += 1;
    }
    assert!(pages > 0);
}

/// Compares the keys of a table and of all tables in it with what the schema allows and asks for.
fn fits(table: &Value, schema: &Value, place: &str) {
    let table = table.as_object().unwrap();
    for (key, value) in table {
        let place = format!("{place}: {key}");
        let allowed = &schema["properties"][key];
        assert!(allowed.is_object(), "{place} is not in the schema");
        match value {
            Value::Object(_) if allowed["type"] == "object" => fits(value, allowed, &place),
            Value::Array(entries) if allowed["type"] == "array" => {
                for entry in entries.iter().filter(|entry| entry.is_object()) {
                    fits(entry, &allowed["items"], &place);
                }
            }
            // A date of TOML becomes a table of its own sort in JSON.
            Value::Object(_) => assert_eq!(allowed["format"], "date", "{place}"),
            _ => {}
        }
    }
    for key in schema["required"].as_array().unwrap() {
        assert!(table.contains_key(key.as_str().unwrap()), "{place} has no {key}");
    }
}

fn readme() -> String {
    fs::read_to_string(data().join("README.md")).unwrap().replace("\r\n", "\n")
}

fn word(need: Need) -> &'static str {
    if need == Need::Required { "yes" } else { "no" }
}

fn brackets(block: &Block) -> String {
    if block.repeats() { format!("[[{}]]", block.name) } else { format!("[{}]", block.name) }
}

/// Returns how the row of every key and block begins in the tables of the README.
fn rows() -> Vec<String> {
    let own_row = |key: &Key| format!("| `{}` | {} |", key.name, word(key.need));
    let mut rows: Vec<String> =
        TOP_KEYS.iter().chain(ITEM_KEYS).chain(TERM_KEYS).map(own_row).collect();
    for block in BLOCKS {
        let (name, need) = (brackets(block), word(block.need));
        // Blocks without the shared keys have all their keys below them.
        let alone = block.keys().count() == block.own.len();
        let gap = if alone { "| " } else { "" };
        rows.push(format!("| `{name}` {gap}| {need} |"));
        rows.extend(block.own.iter().map(|key| {
            let owner = if alone { String::new() } else { format!("`{name}` ") };
            format!("| {owner}| `{}` | {} |", key.name, word(key.need))
        }));
    }
    rows
}

#[test]
fn the_readme_lists_every_key_and_block_and_no_other() {
    let readme = readme();
    let listed: Vec<&str> = readme
        .lines()
        .filter(|line| line.starts_with("| ") && !line.contains("---") && !line.contains("Needed"))
        .collect();
    let mut wanted = rows();
    for row in &wanted {
        assert!(listed.iter().any(|line| line.starts_with(row)), "the README has no row {row}");
    }
    wanted.sort();
    for line in &listed {
        assert!(wanted.iter().any(|row| line.starts_with(row.as_str())), "no such key: {line}");
    }
    assert_eq!(listed.len(), wanted.len(), "a row stands twice in the README");
    for key in PASSAGE_KEYS {
        assert!(readme.contains(&format!("`{}`", key.name)), "{}", key.name);
    }
}

#[test]
fn the_readme_lists_every_word_that_a_key_may_have() {
    let readme = readme();
    let keys = TOP_KEYS.iter().chain(BLOCKS.iter().flat_map(Block::keys));
    for key in keys {
        if let Shape::Choice(words) | Shape::Choices(words) = key.shape {
            for word in words {
                assert!(readme.contains(&format!("`{word}`")), "{}: {word}", key.name);
            }
        }
    }
    for system in CODE_SYSTEMS {
        assert!(readme.contains(&format!("`{system}`")), "{system}");
    }
}

#[test]
fn the_example_of_the_readme_is_a_page_that_keeps_its_rules() {
    let readme = readme();
    let example =
        readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let condition = match read("marl-syndrome.toml", example.as_bytes()) {
        Ok(condition) => condition,
        Err(problems) => panic!("{}", problems[0]),
    };
    let reading = reading(&condition);
    assert!(reading.grade <= 7.0 && reading.longest <= 20, "{reading:?}");
}
