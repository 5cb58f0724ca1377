//! The layers: each uses only what stands left of it. Reads the source, so that no review has to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Layers with the layers that each may use.
fn allowed() -> BTreeMap<&'static str, Vec<&'static str>> {
    BTreeMap::from([
        ("model", vec![]),
        ("speech", vec!["model"]),
        ("library", vec!["model"]),
        ("search", vec!["model", "library"]),
        ("document", vec!["model", "speech", "library", "editorial"]),
        ("editorial", vec!["model", "speech", "library"]),
        ("browse", vec!["model", "library", "search", "document"]),
        ("linear", vec!["model", "speech", "library", "search", "document", "browse"]),
        ("tui", vec!["model", "speech", "library", "search", "document", "browse"]),
        (
            "cli",
            vec![
                "model",
                "speech",
                "library",
                "search",
                "document",
                "browse",
                "editorial",
                "linear",
                "tui",
            ],
        ),
    ])
}

/// Outside crates with the only places that may name them.
const CRATES: &[(&str, &[&str])] = &[
    ("toml", &["library", "cli/settings.rs"]),
    ("postcard", &["library/pack.rs"]),
    ("fuzzy_matcher", &["search/fuzzy.rs"]),
    ("textwrap", &["document/wrap.rs", "linear/hits.rs"]),
    ("ratatui", &["tui"]),
    ("crossterm", &["tui"]),
    ("signal_hook", &["tui/terminal"]),
    ("clap", &["cli"]),
    ("serde_json", &["cli/json.rs", "cli/report.rs"]),
    ("etcetera", &["cli"]),
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Returns every source file with its path below `src`, slashes between the parts.
fn files() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![source()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name =
                    path.strip_prefix(source()).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// Returns the code without comments and line breaks, so that prose may name what it likes.
fn code(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let comment = line.trim_start().starts_with("//");
        if comment { "" } else { line.split(" // ").next().unwrap_or_default() }
    });
    lines.collect::<Vec<_>>().join(" ")
}

/// Returns the names that stand right behind a root such as `crate`, in paths and in `use` trees.
fn named(code: &str, root: &str) -> Vec<String> {
    let ident = |text: &str| {
        text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
    };
    let mut names = Vec::new();
    for rest in code.split(&format!("{root}::")).skip(1) {
        let Some(tree) = rest.strip_prefix('{') else {
            names.push(ident(rest));
            continue;
        };
        let mut depth = 1;
        let mut fresh = true;
        for (at, c) in tree.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' => fresh = depth == 1,
                _ if c.is_whitespace() => {}
                _ if depth == 1 && fresh => {
                    names.push(ident(tree.get(at..).unwrap()));
                    fresh = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    names
}

#[test]
fn a_layer_uses_only_what_stands_left_of_it() {
    let allowed = allowed();
    let mut wrong = Vec::new();
    for (name, text) in files() {
        let layer = name.split('/').next().unwrap_or_default();
        if !name.contains('/') {
            continue;
        }
        assert!(allowed.contains_key(layer), "{name} stands in no layer that this test knows");
        for other in
            allowed.keys().filter(|other| **other != layer && !allowed[layer].contains(other))
        {
            if named(&code(&text), "crate").iter().any(|name| name == *other) {
                wrong.push(format!("{name} uses {other}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn outside_crates_stay_in_the_files_that_wrap_them() {
    let mut wrong = Vec::new();
    for (name, text) in files() {
        for (outside, places) in CRATES {
            let named = code(&text).contains(&format!("{outside}::"))
                && !code(&text).contains(&format!("::{outside}::"));
            if named && !places.iter().any(|place| name.starts_with(place)) {
                wrong.push(format!("{name} names {outside}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_command_line_prints_reads_the_environment_or_the_disk() {
    for (name, text) in files().into_iter().filter(|(name, _)| !name.starts_with("cli/")) {
        let code = code(&text);
        let doors = named(&code, "std");
        assert!(!doors.iter().any(|door| door == "env" || door == "fs"), "{name} uses {doors:?}");
        for door in ["println!", "print!", "SystemTime", "io::stdout", "io::stdin"] {
            // The terminal layer holds the terminal's own descriptors.
            let own = name.starts_with("tui/terminal/") && door.starts_with("io::std");
            assert!(own || !code.contains(door), "{name} uses {door}");
        }
    }
}

#[test]
fn nothing_starts_a_program_or_opens_a_socket() {
    for (name, text) in files() {
        let code = code(&text);
        assert!(!named(&code, "std").iter().any(|door| door == "net"), "{name} uses std::net");
        for door in ["Command::new", "TcpStream", "UdpSocket", "UnixStream::connect"] {
            assert!(!code.contains(door), "{name} uses {door}");
        }
    }
}

#[test]
fn names_behind_a_root_are_seen_in_paths_and_in_trees() {
    let code = "use crate::{a::{x, y}, b}; use crate::c; crate::d::e()";
    assert_eq!(named(code, "crate"), ["a", "b", "c", "d"]);
}

#[test]
fn one_file_names_colours() {
    for (name, text) in files() {
        if name == "tui/theme.rs" || name.starts_with("tui/terminal/") {
            continue;
        }
        assert!(!code(&text).contains("Color::"), "{name} names a colour");
    }
}

#[test]
fn files_stay_short_and_none_is_a_drawer() {
    let files = files();
    let mut lengths: Vec<usize> = Vec::new();
    for (name, text) in &files {
        let own = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().lines().count();
        assert!(own <= 400, "{name} has {own} lines");
        lengths.push(own);
        let stem = Path::new(name).file_stem().unwrap().to_string_lossy().into_owned();
        for drawer in ["utils", "helpers", "common", "misc", "types", "manager", "handler"] {
            assert_ne!(stem, drawer, "{name} is named for nothing");
        }
    }
    lengths.sort_unstable();
    assert!(
        lengths[lengths.len() / 2] < 120,
        "the median file has {} lines",
        lengths[lengths.len() / 2]
    );
}
