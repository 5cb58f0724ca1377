//! One address, the same words in all three front ends; one table, the same keys in all documents.

use crate::shelf::invented;
use rarebook::document::{Composer, plain};
use rarebook::linear;
use rarebook::model::{Address, SectionId, WordSet};
use rarebook::tui::keymap::{bindings, shown_key};
use rarebook::tui::{App, Options, Presentation, view};
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

/// Returns a line as it was before it was announced: without the word for its heading, the length of
/// its list, the number of its link, and the words for a stressed part.
fn unannounced(line: &str) -> String {
    let mut line = line;
    for announced in ["Topic: ", "Heading: ", "Note: "] {
        line = line.strip_prefix(announced).unwrap_or(line);
    }
    let mut words: Vec<&str> = line.split(' ').collect();
    if let Some(at) = words.iter().position(|word| matches!(*word, "Link" | "Link." | "Stress:")) {
        words.truncate(at);
    }
    match words.as_slice() {
        [name @ .., _, "item." | "items."] if !name.is_empty() && name.join(" ").ends_with('.') => {
            name.join(" ")
        }
        _ => words.join(" "),
    }
}

/// Returns what the linear mode says, without the words that announce.
fn said(address: &str) -> Vec<String> {
    let options = linear::Options {
        width: 10_000,
        part: 10_000,
        echo: false,
        reason: "test".to_owned(),
        start: Some(address.parse().unwrap()),
    };
    let mut output = Vec::new();
    linear::run(invented(), None, "q\n".as_bytes(), &mut output, &options).unwrap();
    let text = String::from_utf8(output).unwrap();
    let lines: Vec<String> = text
        .lines()
        .skip(1)
        .filter(|line| {
            !line.starts_with("End of ") && !line.starts_with("Number, ") && !is_place(line)
        })
        .map(unannounced)
        .collect();
    words(&lines.join("\n"))
}

fn is_place(line: &str) -> bool {
    line.strip_prefix("Item ")
        .and_then(|rest| rest.strip_suffix('.'))
        .is_some_and(|rest| rest.contains(" of "))
}

/// Returns what a screen of the screen-reader mode says, without the words that announce. The place
/// of an item stands first again, as it does in print.
fn heard(address: &str) -> Vec<String> {
    let start: Address = address.parse().unwrap();
    let presentation = Presentation::ScreenReader;
    let options = Options { start: Some(start), presentation, ..Options::default() };
    let library = invented();
    let app = App::new(&library, &options, (400, 300));
    let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 300));
    let _cursor = view(&app, &mut buffer);
    let rows = (0..299).map(|y| (0..400).map(|x| buffer[(x, y)].symbol()).collect::<String>());
    let lines = rows.map(|row| {
        let line = unannounced(row.trim_end());
        let placed = line.strip_suffix('.').and_then(|line| line.rsplit_once(", "));
        let number = placed.and_then(|(name, place)| {
            let (number, of) = place.split_once(" of ")?;
            let numbers = of.parse::<usize>().is_ok() && number.parse::<usize>().is_ok();
            numbers.then(|| format!("{number} {name}"))
        });
        number.unwrap_or(line)
    });
    words(&lines.collect::<Vec<_>>().join("\n"))
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

/// Returns printed words as a voice gets them: signs in words, accents dropped.
fn for_the_ear(printed: &[String]) -> Vec<String> {
    words(&rarebook::speech::spoken(&printed.join(" ")))
}

#[test]
fn an_address_says_the_same_words_in_all_front_ends() {
    for id in ["marl-syndrome", "left-marl", "quill-fever"] {
        for section in SectionId::WORDS {
            let address = format!("{id}/{section}");
            let shown = shown(&address);
            assert_eq!(seen(&address), shown, "{address} in the panes");
            let expected = for_the_ear(&shown);
            assert_eq!(for_the_ear(&said(&address)), expected, "{address} in linear mode");
            assert_eq!(for_the_ear(&heard(&address)), expected, "{address} in screen-reader mode");
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
