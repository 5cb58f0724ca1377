//! What editors are told about bad files. Every file of `fixtures/bad` is one mistake, or several.

use rarebook::library::{File, Problem, read, read_files};
use rarebook::model::{Condition, is_unsafe};
use std::fs;
use std::path::Path;

/// Files that look odd and are right.
const GOOD: &[&str] = &["bom.toml", "crlf.toml"];

/// Files with several mistakes, and how many.
const SEVERAL: &[(&str, usize)] = &[
    ("Several In A Bad Name.toml", 3),
    ("several-broken-lines.toml", 3),
    ("several-in-one-list.toml", 4),
    ("several-missing.toml", 4),
    ("several.toml", 7),
];

fn bad_files() -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad");
    let mut files: Vec<File> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(&path).unwrap())
        })
        .collect();
    files.sort();
    assert!(files.len() >= 45, "{} files", files.len());
    files
}

fn problems(read: Result<Condition, Vec<Problem>>) -> Vec<Problem> {
    read.err().unwrap_or_default()
}

fn shown(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Returns the bytes of a good page with another name.
fn page(name: &str) -> String {
    let file = bad_files().into_iter().find(|(file, _)| file == "bom.toml").unwrap();
    let text = String::from_utf8(file.1).unwrap();
    text.trim_start_matches('\u{feff}').replacen("Marl syndrome", name, 1)
}

fn files(files: &[(&str, String)]) -> Vec<File> {
    files.iter().map(|(file, text)| ((*file).to_owned(), text.clone().into_bytes())).collect()
}

fn all_problems(named: &[(&str, String)]) -> Vec<String> {
    let found = read_files(&files(named), &[]).problems;
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn every_mistake_is_told_in_plain_words() {
    for (file, bytes) in bad_files() {
        let name = file.trim_end_matches(".toml").replace(' ', "-");
        let said = match read(&file, &bytes) {
            Ok(condition) => format!("{file}: accepted as \"{}\"", condition.name),
            Err(problems) => shown(&problems),
        };
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("problems__{name}"), said);
        });
    }
}

#[test]
fn every_bad_file_has_a_problem_and_odd_but_right_files_have_none() {
    for (file, bytes) in bad_files() {
        let found = problems(read(&file, &bytes));
        assert_eq!(found.is_empty(), GOOD.contains(&file.as_str()), "{file}: {}", shown(&found));
    }
}

#[test]
fn one_mistake_makes_one_problem_and_several_make_as_many() {
    // These have one cause as well, but every line of the page must change.
    let whole_page = ["empty-file.toml", "markdown-page.toml"];
    for (file, bytes) in bad_files() {
        if GOOD.contains(&file.as_str()) || whole_page.contains(&file.as_str()) {
            continue;
        }
        let wanted = SEVERAL.iter().find(|(name, _)| *name == file).map_or(1, |(_, count)| *count);
        let found = problems(read(&file, &bytes));
        assert_eq!(found.len(), wanted, "{file}:\n{}", shown(&found));
    }
}

#[test]
fn every_problem_names_the_file_a_line_and_a_column_that_exist() {
    for (file, bytes) in bad_files() {
        let lines: Vec<usize> =
            String::from_utf8_lossy(&bytes).split('\n').map(|line| line.chars().count()).collect();
        for problem in problems(read(&file, &bytes)) {
            let Problem { line, column, .. } = problem;
            let said = problem.to_string();
            assert!(said.starts_with(&format!("{file}:{line}:{column}: ")), "{said}");
            assert!(line >= 1 && line <= lines.len(), "{said}");
            assert!(column >= 1 && column <= lines[line - 1] + 1, "{said}");
        }
    }
}

#[test]
fn every_problem_says_what_to_do() {
    for (file, bytes) in bad_files() {
        for problem in problems(read(&file, &bytes)) {
            let hint = problem.hint.as_deref().unwrap_or_default();
            assert!(hint.ends_with(['.', '?']) || hint.starts_with("Add "), "{problem}");
        }
    }
}

#[test]
fn no_problem_carries_unsafe_characters_out_of_the_file() {
    for (file, bytes) in bad_files() {
        let said = shown(&problems(read(&file, &bytes)));
        let unsafe_one = said.chars().find(|c| is_unsafe(*c) && *c != '\n');
        assert_eq!(unsafe_one, None, "{file}");
        assert!(said.is_ascii(), "a fixture's odd bytes came through: {file}");
    }
}

#[test]
fn a_file_name_cannot_command_the_terminal() {
    for said in problems(read("a\u{1b}[2Jb/\u{202e}x.toml", b"")) {
        assert!(!said.to_string().chars().any(|c| is_unsafe(c) && c != '\n'), "{said:?}");
    }
}

#[test]
fn a_file_that_is_too_large_is_not_parsed() {
    let found = problems(read("large.toml", &vec![b'['; 9 * 1024 * 1024]));
    assert_eq!(found.len(), 1);
    assert!(found[0].message.contains("bytes"), "{}", found[0]);
}

#[test]
fn the_problems_of_a_file_end_before_they_fill_the_screen_for_hours() {
    let source = "= \n".repeat(20_000);
    assert!(problems(read("heap.toml", source.as_bytes())).len() <= 200);
}

#[test]
fn links_that_lead_nowhere_are_told_where_they_stand() {
    let linked = page("Marl syndrome").replacen(
        "written",
        "related = [\"cold-feet\", \"cold-fete\", \"warm-ears\"]\nwritten",
        1,
    );
    let seen = linked.replacen(
        "kind = \"device\"",
        "kind = \"device\"\nsee = [\"cold-feet/treatment/warm-glove\", \"cold-feet/symptoms/7\"]",
        1,
    );
    let said = all_problems(&[("marl-syndrome.toml", seen), ("cold-feet.toml", page("Cold feet"))]);
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_link_to_a_bad_page_is_not_dead() {
    let linked = page("Marl syndrome").replacen("written", "related = [\"cold-feet\"]\nwritten", 1);
    let said =
        all_problems(&[("marl-syndrome.toml", linked), ("cold-feet.toml", "name = 7".to_owned())]);
    assert!(said.iter().all(|said| said.starts_with("cold-feet.toml:")), "{said:?}");
}

#[test]
fn two_pages_of_one_name_are_told_apart() {
    let said = all_problems(&[
        ("a/marl-syndrome.toml", page("Marl syndrome")),
        ("b/marl-syndrome.toml", page("Another syndrome")),
        ("cold-feet.toml", page("marl Syndrome")),
    ]);
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn one_bad_file_hides_no_other() {
    let all = bad_files();
    let alone: usize = all.iter().map(|(file, bytes)| problems(read(file, bytes)).len()).sum();
    let together = read_files(&all, &[]).problems;
    assert!(together.len() >= alone, "{} of {alone}", together.len());
    for (file, _) in all.iter().filter(|(file, _)| !GOOD.contains(&file.as_str())) {
        assert!(together.iter().any(|problem| problem.file == *file), "{file}");
    }
}

#[test]
fn a_hostile_file_name_is_not_offered_as_a_hint() {
    let page = std::fs::read("tests/fixtures/library/quill-fever.toml").unwrap();
    let page = String::from_utf8(page).unwrap().replace("marl-syndrome", "left-marly");
    let files = [("quill-fever.toml".to_owned(), page.into_bytes())];
    let problems = read_files(&files, &["left-marl\u{1b}[31m"]).problems;
    assert!(!problems.is_empty());
    for problem in problems {
        assert!(
            problem.to_string().chars().all(|c| c == '\n' || !rarebook::model::is_unsafe(c)),
            "{problem:?}"
        );
    }
}
