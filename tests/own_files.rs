//! Files of the reader's own, laid over the book: what they change, what a bad one does not, and reading
//! them again.

use crate::shelf::{files, invented};
use rarebook::library::{File, Library};
use rarebook::linear;
use rarebook::model::{Address, Kind};
use rarebook::search::{Index, Query};
use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Returns an invented page with other words in one place.
fn page(name: &str, from: &str, to: &str) -> File {
    let (_, bytes) =
        files("tests/fixtures/library").into_iter().find(|(it, _)| it == name).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains(from), "{from}");
    (name.to_owned(), text.replace(from, to).into_bytes())
}

fn first(library: &Library, typed: &str) -> Address {
    Index::of(library).search(&Query::new(typed)).hits[0].address.clone()
}

#[test]
fn a_file_takes_the_place_of_the_page_of_its_name_and_another_is_added() {
    let mine = page("marl-syndrome.toml", "Cups fall and break.", "A quern may crack.");
    let other = page("left-marl.toml", "Left marl", "Inland marl");
    let other = ("inland-marl.toml".to_owned(), other.1);
    let (library, problems) = invented().overlaid(&[mine, other]);
    assert_eq!(problems, []);
    assert_eq!(library.cards().len(), invented().cards().len() + 1);
    assert_eq!(
        first(&library, "quern crack").to_string(),
        "marl-syndrome/complications/dropped-cups"
    );
    assert_eq!(first(&library, "inland marl").to_string(), "inland-marl");
    // What is not laid over stays, with what points to it counted anew.
    assert_eq!(library.card("quill-fever"), invented().card("quill-fever"));
}

#[test]
fn a_file_with_a_problem_changes_nothing_and_hides_no_other() {
    let bad = page("marl-syndrome.toml", "level = \"routine\"", "level = \"soon\"");
    let lost = page("left-marl.toml", "related = [", "related = [\"no-such-page\", ");
    let good = page("quill-fever.toml", "Quill fever", "Quill ague");
    let (library, problems) = invented().overlaid(&[bad, lost, good]);
    let named: Vec<&str> = problems.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(named, ["left-marl.toml", "marl-syndrome.toml"]);
    assert_eq!(library.condition("marl-syndrome"), invented().condition("marl-syndrome"));
    assert_eq!(library.condition("left-marl"), invented().condition("left-marl"));
    assert_eq!(library.card("quill-fever").unwrap().name, "Quill ague");
}

#[test]
fn own_words_and_terms_are_laid_over_too() {
    let term = |name: &str, text: &str| {
        format!("[[term]]\nname = \"{name}\"\ntext = \"{text}\"\nsrc = [\"me\"]\n")
    };
    let source = "[[source]]\nid = \"me\"\ntitle = \"T\"\npublisher = \"P\"\n\
                  url = \"https://example.org\"\nread = 2026-11-22\n";
    let terms = term("tide", "The tide is mine.") + &term("loom", "A loom weaves.") + source;
    let words = "[[pair]]\neveryday = [\"ague\"]\nmedical = [\"fever\"]\nsrc = [\"me\"]\n";
    let (library, problems) = invented().overlaid(&[
        ("glossary.toml".to_owned(), terms.into_bytes()),
        ("words.toml".to_owned(), format!("{words}{source}").into_bytes()),
    ]);
    assert_eq!(problems, []);
    let glossary = library.glossary();
    let terms: Vec<(&str, &[usize])> =
        glossary.terms.iter().map(|it| (it.name.as_str(), it.sources.as_slice())).collect();
    assert_eq!(terms, [("Loom", &[3][..]), ("Marl", &[2]), ("Scale", &[1, 2]), ("Tide", &[3])]);
    assert_eq!(first(&library, "quill ague").to_string(), "quill-fever");
    let found = Index::of(&library).search(&Query::new("looms")).hits[0].kind;
    assert_eq!(found, Kind::Term);
}

#[test]
fn the_linear_mode_reads_again_and_stays_where_the_reader_is() {
    let times = Cell::new(0);
    let again = || {
        times.set(times.get() + 1);
        match times.get() {
            1 => {
                let mine = page("marl-syndrome.toml", "Cups fall", "Jugs fall");
                (Some(invented().overlaid(&[mine]).0), "Read.".to_owned())
            }
            2 => (None, "The folder is gone.".to_owned()),
            _ => (Some(Library::from_files(&[]).unwrap()), "All is gone.".to_owned()),
        }
    };
    let options = linear::Options {
        width: 200,
        part: 100,
        echo: true,
        reason: "test".to_owned(),
        start: Some("marl-syndrome/complications/1".parse().unwrap()),
    };
    let mut output = Vec::new();
    let typed = "u\nu\nb\nu\nq\n";
    linear::run(invented(), Some(&again), typed.as_bytes(), &mut output, &options).unwrap();
    insta::assert_snapshot!(String::from_utf8(output).unwrap());
}

/// A folder of content files that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn of(name: &str, files: &[File]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _fresh = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for (name, bytes) in files {
            fs::write(folder.join(name), bytes).unwrap();
        }
        Self(folder)
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rarebook"));
        command.args(args).arg("--data").arg(&self.0).output().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _gone = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn every_command_sees_the_folder_and_names_what_is_wrong_in_it() {
    let bare = page("marl-syndrome.toml", "related = [\"left-marl\", \"quill-fever\"]\n", "");
    let bare = String::from_utf8(bare.1).unwrap();
    let links = |line: &&str| !line.starts_with("see = ");
    let bare: Vec<&str> = bare.lines().filter(links).collect();
    let mine = ("marl-syndrome.toml".to_owned(), bare.join("\n").into_bytes());
    let folder =
        Folder::of("own-files", &[mine, ("bad-page.toml".to_owned(), b"name = 7".to_vec())]);
    for (args, words) in [
        (&["list"][..], "Marl syndrome: Marl makes the left hand feel like clay."),
        (&["show", "marl-syndrome/complications"], "Cups fall and break."),
        (&["search", "clay", "hand"], "marl-syndrome"),
        (&["show", "dystonia"], "Dystonia"),
    ] {
        let output = folder.run(args);
        let (out, err) = (String::from_utf8(output.stdout), String::from_utf8(output.stderr));
        let (out, err) = (out.unwrap(), err.unwrap());
        assert_eq!(output.status.code(), Some(0), "{err}");
        assert!(out.contains(words), "{args:?}: {out}");
        assert!(err.contains("bad-page.toml:1:8: `name` must be words"), "{err}");
    }
}

#[test]
fn a_page_that_is_missing_for_a_problem_is_not_only_called_missing() {
    let folder = Folder::of("bad-page", &[("my-page.toml".to_owned(), b"name = 7".to_vec())]);
    for args in [&["my-page"][..], &["--linear", "my-page"], &["show", "my-page"]] {
        let output = folder.run(args);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(
            said.contains("my-page.toml:1:8: `name`") && said.contains("no condition"),
            "{said}"
        );
    }
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let folder = Folder::of("no-files", &[]);
    fs::remove_dir(&folder.0).unwrap();
    let output = folder.run(&["list"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("no-files cannot be read"), "{said}");
}
