//! What editors are told about the words of a page. Every file of `fixtures/hard` breaks the rule that it
//! is named after.

use crate::shelf::files;
use rarebook::editorial::{Remark, hard_to_read, said_twice, sounds_wrong, too_close};
use rarebook::library::read;
use rarebook::speech::Level;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

fn remarks(file: &str, bytes: &[u8]) -> Vec<Remark> {
    let source = String::from_utf8_lossy(bytes);
    let condition = read(file, bytes).unwrap();
    let mut remarks = hard_to_read(file, &source, &condition);
    remarks.extend(sounds_wrong(file, &source));
    remarks
}

#[test]
fn every_bad_example_breaks_the_rule_it_is_named_after_in_the_place_it_names() {
    let mut rules = BTreeSet::new();
    for (file, bytes) in files("tests/fixtures/hard") {
        let rule = file.trim_end_matches(".toml");
        let found = remarks(&file, &bytes);
        let remark = found.iter().find(|remark| remark.rule == rule);
        let remark = remark.unwrap_or_else(|| panic!("{file}: {found:#?}"));
        let whole = ["page-grade", "mean-sentence"].contains(&rule);
        assert_eq!(remark.line, if whole { 1 } else { 10 }, "{remark}");
        assert!(remark.hint.is_some(), "{remark}");
        rules.insert(rule.to_owned());
    }
    assert!(rules.len() >= 18, "{rules:?}");
}

#[test]
fn the_bundled_pages_break_no_rule_but_hints() {
    let mut found = Vec::new();
    for (file, bytes) in files("data/conditions") {
        found.extend(remarks(&file, &bytes).into_iter().filter(|it| it.level != Level::Hint));
    }
    let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn a_sentence_on_two_pages_and_words_of_a_source_are_named() {
    let text = "The hands feel cold and stiff and sore on most winter mornings.";
    let page = format!("[overview]\ntext = \"{text}\"\n");
    let twice =
        said_twice(&[("a.toml".to_owned(), page.clone()), ("b.toml".to_owned(), page.clone())]);
    assert_eq!(twice.len(), 1);
    assert_eq!(twice[0].to_string().lines().next().unwrap().split(": ").next(), Some("b.toml:2:9"));
    let close = too_close("a.toml", &page, &[], &text.to_uppercase());
    assert_eq!((close[0].level, close[0].line), (Level::Error, 2));
}

#[test]
fn new_and_suggest_write_a_file_once_and_lose_nothing() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("new-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for (args, file, words) in [
        (["new", "marl-fever"], "marl-fever.toml", "[[treatment]]"),
        (["suggest", "dystonia/symptoms"], "suggest-dystonia-symptoms.toml", "[[symptom]]"),
        (["suggest", "dystonia/treatment/1"], "suggest-dystonia-treatment.toml", "A change to"),
    ] {
        let run = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_rarebook"));
            command.args(args).current_dir(&folder).output().unwrap().status.code()
        };
        assert_eq!(run(), Some(0), "{args:?}");
        let written = fs::read_to_string(folder.join(file)).unwrap();
        assert!(written.contains(words), "{written}");
        assert_eq!(run(), Some(2), "a file that is there is kept");
        assert_eq!(fs::read_to_string(folder.join(file)).unwrap(), written);
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn no_report_lets_a_file_name_reach_the_terminal_raw() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("raw-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("a\u{9b}31mb.toml"), "").unwrap();
    for form in [None, Some("--json"), Some("--sarif")] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rarebook"));
        let output = command.arg("check").args(form).arg(&folder).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("31mb.toml") && !text.contains('\u{9b}'), "{form:?}: {text:?}");
    }
    fs::remove_dir_all(&folder).unwrap();
}
