//! One address, the same words in all three front ends; one table, the same keys in all documents.

use crate::shelf::invented;
use rarebook::document::{Composer, plain};
use rarebook::linear;
use rarebook::model::{Address, SectionId, WordSet};
use rarebook::tui::keymap::{bindings, shown_key};
use rarebook::tui::{App, Options, view};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fs;

/// Returns the words of a text, without signs and without capitals.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Returns what `show` prints.
fn shown(address: &str) -> Vec<String> {
    let library = invented();
    let (_, found) = library.find_typed(address).unwrap();
    words(&plain::render(&Composer::of(&library).found(&found), 72))
}

/// Returns what the linear mode says, without the words that announce.
fn said(address: &str) -> Vec<String> {
    let options = linear::Options {
        width: 72,
        part: 10_000,
        echo: false,
        reason: "test".to_owned(),
        start: Some(address.parse().unwrap()),
    };
    let mut output = Vec::new();
    linear::run(&invented(), "q\n".as_bytes(), &mut output, &options).unwrap();
    let text = String::from_utf8(output).unwrap();
    let lines: Vec<&str> = text
        .lines()
        .skip(1)
        .filter(|line| {
            !line.starts_with("End of ") && !line.starts_with("Number, ") && !is_place(line)
        })
        .map(|line| {
            line.trim_start_matches("Topic: ")
                .trim_start_matches("Heading: ")
                .trim_start_matches("Note: ")
        })
        .collect();
    let mut words = words(&lines.join("\n"));
    let mut n = 0;
    while n + 1 < words.len() {
        if words[n] == "link" && words[n + 1].parse::<usize>().is_ok() {
            words.drain(n..n + 2);
        } else {
            n += 1;
        }
    }
    words
}

fn is_place(line: &str) -> bool {
    line.strip_prefix("Item ")
        .and_then(|rest| rest.strip_suffix('.'))
        .is_some_and(|rest| rest.contains(" of "))
}

/// Returns what the panes show in a window as long as the text.
fn seen(address: &str) -> Vec<String> {
    let library = invented();
    let start: Address = address.parse().unwrap();
    let options = Options { start: Some(start), ..Options::default() };
    let size = (58, 300);
    let app = App::new(&library, &options, size);
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    let _cursor = view(&app, &mut buffer);
    // Below 60 columns the page stands alone, between one line above and four below.
    let rows: Vec<String> =
        (2..size.1 - 4).map(|y| (0..size.0).map(|x| buffer[(x, y)].symbol()).collect()).collect();
    words(&rows.join("\n"))
}

/// Folds accents as the linear mode does.
fn plain_letters(words: Vec<String>) -> Vec<String> {
    words.into_iter().map(|word| rarebook::search::fold(&word)).collect()
}

#[test]
fn an_address_says_the_same_words_in_all_front_ends() {
    for id in ["marl-syndrome", "left-marl", "quill-fever"] {
        for section in SectionId::WORDS {
            let address = format!("{id}/{section}");
            let shown = shown(&address);
            assert_eq!(seen(&address), shown, "{address} in the panes");
            assert_eq!(
                plain_letters(said(&address)),
                plain_letters(shown),
                "{address} in linear mode"
            );
        }
    }
}

#[test]
fn an_item_says_the_same_words_in_linear_mode_and_in_print() {
    for address in [
        "marl-syndrome/treatment/1",
        "marl-syndrome/get-help/1",
        "marl-syndrome/sources/2",
        "marl-syndrome/support/1",
    ] {
        assert_eq!(said(address), shown(address), "{address}");
    }
}

#[test]
fn every_key_of_the_program_stands_in_the_readme() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    for binding in bindings() {
        for key in binding.keys {
            assert!(
                readme.contains(&format!("`{}`", shown_key(key))),
                "README.md does not name the key {}",
                shown_key(key)
            );
        }
    }
}
