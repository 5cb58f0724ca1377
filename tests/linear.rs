//! Conversations in linear mode.

use crate::shelf::{bundled, invented};
use insta::assert_snapshot;
use rarebook::library::Library;
use rarebook::linear::{Options, run};
use rarebook::model::WordSet;

fn talk_in(library: Library, typed: &str, part: usize, width: usize) -> String {
    let options =
        Options { width, part, echo: true, reason: "flag --linear".to_owned(), start: None };
    let mut output = Vec::new();
    run(library, None, typed.as_bytes(), &mut output, &options).unwrap();
    String::from_utf8(output).unwrap()
}

fn talk(typed: &str) -> String {
    talk_in(invented(), typed, 20, 72)
}

#[test]
fn a_reader_finds_a_treatment_reads_it_and_leaves() {
    assert_snapshot!(talk("s marlbane\n1\nn\np\nb\nq\n"));
}

#[test]
fn a_reader_browses_from_the_list_to_an_item_and_back() {
    assert_snapshot!(talk("2\n7\n1\nl\nb\nb\nb\nb\nq\n"));
}

#[test]
fn links_kinds_sources_and_addresses_can_be_followed() {
    assert_snapshot!(talk(
        "g marl-syndrome/overview\nm\nm\ng 1\nb\no\nb\ns hand\nk symptom\nk nonsense\nf\nq\n"
    ));
}

#[test]
fn typed_rubbish_says_what_was_typed_and_what_can_be_typed() {
    let said = talk("xyz\n99\n0\ng 5\ng nowhere\nk treatment\ns\n-3\nq\n");
    assert!(said.contains("There is no command \"xyz\". Type a number from 1 to 3"), "{said}");
    assert!(said.contains("There is no number 99. Type a number from 1 to 3"), "{said}");
    assert_snapshot!(said);
}

#[test]
fn an_empty_line_and_the_end_of_input_lose_nothing() {
    let said = talk("2\n\n\n");
    assert!(said.contains("That was all. Type h for help."), "{said}");
    assert!(said.ends_with('\n'));
    assert!(talk("").contains("Heading: Conditions. 3 items."));
}

#[test]
fn help_and_mistakes_lose_nothing_of_a_long_text() {
    let said = talk_in(invented(), "2\n1\nh\nxyz\n99\n\n\n\n\nq\n", 8, 72);
    assert!(said.contains("There is no command \"xyz\"."), "{said}");
    assert!(said.contains("End of Marl syndrome: Overview."), "{said}");
}

#[test]
fn a_line_that_is_too_long_is_one_line() {
    let said = talk(&format!("{}\n2\nq\n", "x".repeat(50_000)));
    assert!(said.contains("Topic: Marl syndrome."), "{said}");
    assert_eq!(said.matches("There is no command").count(), 1, "{said}");
}

#[test]
fn nothing_of_a_kind_says_how_much_there_is_of_others() {
    let said = talk("s clayex\nk support\nq\n");
    assert!(said.contains("No support for \"clayex\", but 1 result of other kinds."), "{said}");
}

#[test]
fn long_text_comes_in_parts_with_their_numbers() {
    let said = talk_in(invented(), "2\n1\n\n\n\n\nq\n", 8, 72);
    assert!(said.contains("Part 1 of ") && said.contains("Press Enter for more."), "{said}");
    assert!(said.contains("End of Marl syndrome: Overview."), "{said}");
}

#[test]
fn prompts_are_short_alone_on_their_line_and_end_with_a_colon() {
    // Without an echo, what follows a prompt is the next answer, so that prompts can be told.
    let typed = "h\n1\n1\nq\n";
    let said = talk(typed);
    let prompts: Vec<&str> = said
        .lines()
        .filter(|line| ["h", "1", "q"].iter().any(|typed| line.ends_with(&format!(": {typed}"))))
        .collect();
    assert_eq!(prompts.len(), typed.lines().count(), "{said}");
    for prompt in prompts {
        let (words, typed) = prompt.rsplit_once(": ").unwrap();
        assert!(words.len() + 2 <= 30 && !typed.contains(' '), "{prompt}");
    }
}

#[test]
fn nothing_unspeakable_is_said_on_any_page_of_the_shelf() {
    let library = bundled();
    let mut typed = String::new();
    for card in library.cards() {
        for section in rarebook::model::SectionId::WORDS {
            typed.push_str(&format!("g {}/{section}\n", card.id));
        }
    }
    let said = talk_in(library, &typed, 100_000, 72);
    for line in said.lines() {
        assert!(line.bytes().all(|b| (b' '..=b'~').contains(&b)), "{line:?}");
        assert!(!line.contains("  "), "{line:?}");
        // What was typed stands behind the prompt, as long as it is.
        let typed = line.contains("q: g ");
        assert!(line.len() <= 72 || !line.contains(' ') || typed, "{line:?}");
    }
}

#[test]
fn every_answer_is_printable_ascii_whatever_is_typed() {
    let typed = "s \u{1b}[31mneck\u{202e}\n\u{9b}\ns m\u{e4}rl\n\u{feff}3\nq\n";
    let said = talk(typed);
    assert!(said.bytes().all(|b| b == b'\n' || (b' '..=b'~').contains(&b)), "{said:?}");
}

#[test]
fn the_last_words_can_be_searched_as_typed_and_other_places_of_a_result_chosen() {
    let said = talk("s marlbnae\ne\ns marlbane\nx 1\n1\nq\n");
    assert!(said.contains("No exact match for marlbnae. Similar spelling:"), "{said}");
    assert!(said.contains("Nothing found for marlbnae in 3 conditions."), "{said}");
    assert!(said.contains("In 1 other condition too: Left marl."), "{said}");
    assert!(said.contains("Topic: Left marl: Treatment."), "{said}");
}

#[test]
fn sections_can_be_walked_from_an_item_and_related_conditions_are_listed() {
    let said = talk("g marl-syndrome/symptoms/1\nnn\npp\npp\nt\ng 1\nq\n");
    let topics: Vec<&str> = said.lines().filter(|line| line.starts_with("Topic: ")).collect();
    assert_eq!(
        topics[1..5],
        [
            "Topic: Marl syndrome: Symptoms.",
            "Topic: Marl syndrome: Causes.",
            "Topic: Marl syndrome: Symptoms.",
            "Topic: Marl syndrome: When to get help.",
        ]
    );
    assert!(said.contains("Type g and a number."), "{said}");
    assert_eq!(topics.len(), 6, "{said}");
}
