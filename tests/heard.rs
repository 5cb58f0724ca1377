//! The screen-reader mode: what is on the screen, and what a move of the focus changes.

use crate::screens::Screen;
use crate::shelf::bundled;
use insta::assert_snapshot;
use rarebook::model::{SectionId, WordSet};
use rarebook::speech::{Rule, findings};
use rarebook::tui::keymap::bindings;
use rarebook::tui::{App, Colours, Effect, Options, Presentation, view};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

fn options(address: Option<&str>) -> Options {
    Options {
        presentation: Presentation::ScreenReader,
        start: address.map(|address| address.parse().unwrap()),
        colours: Colours::All,
        ..Options::default()
    }
}

fn home() -> Screen {
    Screen::with(80, 24, &options(None))
}

fn at(address: &str) -> Screen {
    Screen::with(80, 24, &options(Some(address)))
}

/// Keys that together reach every screen of the mode.
const WAYS: [&str; 7] = [
    "",
    "c<down><enter>s<down><down><enter>}}<enter>",
    "/marlbane<enter><down><down><enter>n",
    "/marlbnae<enter>e",
    "/zzz<enter>",
    "?<down><down>",
    "a<down>b",
];

#[test]
fn the_first_page_says_what_it_is_and_has_the_cursor_on_its_title() {
    assert_snapshot!(home().snapshot());
}

#[test]
fn a_section_names_each_item_first_and_its_place_behind() {
    assert_snapshot!(at("marl-syndrome/treatment").snapshot());
}

#[test]
fn results_come_on_enter_and_say_how_many_they_are_first() {
    assert_snapshot!(home().press("/marlbane<enter>").snapshot());
}

#[test]
fn the_mode_fits_a_screen_of_40_columns_and_12_rows() {
    let screen = Screen::with(40, 12, &options(Some("marl-syndrome/get-help")));
    assert_snapshot!(screen.snapshot());
}

#[test]
fn a_new_page_has_its_title_with_its_kind_on_the_first_row_under_the_cursor() {
    for (keys, title) in [
        ("", "Topic: rarebook"),
        ("c<down><enter>", "Topic: "),
        ("?", "Topic: Help"),
        ("a", "Topic: Where this text comes from"),
        ("/neck<enter>", "Results: "),
    ] {
        let screen = home().press(keys);
        let (_, cursor) = screen.drawn();
        assert_eq!(cursor, Position::ORIGIN, "{keys}");
        assert!(screen.rows()[0].starts_with(title), "{keys}: {}", screen.rows()[0]);
    }
}

#[test]
fn a_move_of_the_focus_changes_no_cell_and_the_cursor_by_one_line() {
    for ways in WAYS {
        for key in ["<down>", "<up>", "<right>", "<left>"] {
            let screen = home().press(ways);
            let (before, from) = screen.drawn();
            let (after, to) = screen.press(key).drawn();
            if before.content != after.content {
                // The page was turned, or a message went away with it.
                assert!(from.y == 0 || from.y >= 21, "{ways} {key}");
                continue;
            }
            assert!(from.y.abs_diff(to.y) <= 1 && from.x == to.x, "{ways} {key}");
        }
    }
}

#[test]
fn every_cell_is_plain_printable_ascii_at_every_size() {
    for ways in WAYS {
        for (width, height) in [(80, 24), (40, 12), (20, 4), (160, 50), (19, 3)] {
            let screen = Screen::with(width, height, &options(None)).press(ways);
            let (buffer, cursor) = screen.drawn();
            for cell in &buffer.content {
                let symbol = cell.symbol();
                assert!(symbol.len() == 1 && (" "..="~").contains(&symbol), "{symbol:?}");
                assert_eq!(*cell, Cell::new(symbol.to_owned().leak()), "{ways}");
            }
            assert_eq!(cursor.x.min(width), cursor.x);
        }
    }
}

#[test]
fn no_row_but_the_last_is_empty_or_begins_with_a_blank() {
    for ways in WAYS {
        let rows = home().press(ways).rows();
        let used = rows.iter().rposition(|row| !row.is_empty()).unwrap_or_default();
        let page = rows.iter().take(used).take_while(|row| !row.is_empty()).count();
        assert!(rows.iter().skip(page).take(used - page).all(String::is_empty), "{ways}: {rows:?}");
        assert!(rows.iter().all(|row| !row.starts_with(' ')), "{ways}: {rows:?}");
    }
}

#[test]
fn going_back_stands_on_the_row_that_was_left() {
    let left = home().press("c<down><down>");
    let row = left.cursor_row();
    assert_eq!(left.press("<enter>b").cursor_row(), row);
    let results = home().press("/marlbane<enter><down><down>");
    let row = results.cursor_row();
    assert_eq!(results.press("<enter>b").cursor_row(), row);
}

#[test]
fn an_item_that_was_found_is_the_first_row_and_has_the_cursor() {
    let screen = home().press("/marlbane<enter><down><down><enter>");
    let (_, cursor) = screen.drawn();
    assert_eq!(cursor, Position::ORIGIN);
    assert!(screen.rows()[0].contains("arlbane"), "{}", screen.rows()[0]);
}

#[test]
fn pages_are_turned_whole_and_begin_with_the_new_row() {
    let mut screen = Screen::with(40, 6, &options(Some("marl-syndrome/overview")));
    for _ in 0..4 {
        screen = screen.press("<down>");
    }
    let last = screen.rows();
    let screen = screen.press("<down>");
    let (_, cursor) = screen.drawn();
    assert_eq!(cursor, Position::ORIGIN);
    assert!(!last[..5].contains(&screen.rows()[0]));
}

#[test]
fn a_message_stays_while_the_focus_moves_and_goes_with_the_page() {
    let screen = at("marl-syndrome/overview").press("<down><tab>");
    let message = screen.rows().pop().unwrap();
    assert!(message.starts_with("This mode shows one page at a time."), "{message}");
    let screen = screen.press("<down>");
    assert_eq!(screen.rows().pop().unwrap(), message);
    assert_ne!(screen.press("3").rows().pop().unwrap(), message);
}

#[test]
fn left_and_right_and_tab_open_and_close_nothing() {
    let screen = at("marl-syndrome/symptoms");
    let rows = screen.rows();
    let screen = screen.press("<left><right><left>");
    assert_eq!(screen.rows(), rows);
}

#[test]
fn lists_are_pages_of_their_own_and_numbers_jump_in_the_list_of_conditions() {
    let sections = at("marl-syndrome/symptoms").press("s");
    assert!(sections.text().contains("\nSymptoms, 5 items, 3 of 11.\n"), "{}", sections.text());
    let home = home().press("c");
    assert!(home.cursor_row().starts_with("Heading: Conditions."));
    assert!(home.press("2").cursor_row().ends_with(", 2 of 3."));
}

#[test]
fn plain_keys_reach_every_page_and_q_quits_from_each() {
    for ways in WAYS {
        let plain = ways.replace("<enter>", "").replace("<down>", "");
        assert!(!plain.contains('<'), "{ways} needs more than a plain key");
        assert_eq!(home().press(ways).press("q").last, Effect::Leave(0), "{ways}");
    }
}

#[test]
fn the_help_is_a_page_that_names_every_command_in_words() {
    let screen = Screen::with(80, 200, &options(None)).press("?");
    let text = screen.text();
    for binding in bindings() {
        let about = rarebook::speech::spoken(&binding.about.to_lowercase()).to_lowercase();
        assert!(text.to_lowercase().contains(&about), "{about}");
    }
    assert!(text.contains("Search everything: slash."), "{text}");
}

#[test]
fn nothing_on_any_page_of_the_shelf_sounds_wrong() {
    let library = bundled();
    let mut wrong = Vec::new();
    for card in library.cards() {
        for section in SectionId::WORDS {
            let address = format!("{}/{section}", card.id);
            let app = App::new(&library, &options(Some(&address)), (400, 500));
            let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 500));
            let _cursor = view(&app, &mut buffer);
            for y in 0..499 {
                let row: String = (0..400).map(|x| buffer[(x, y)].symbol()).collect();
                for found in findings(row.trim_end()) {
                    let words = row.get(found.range.clone()).unwrap_or_default();
                    // The titles of sources are what others have called their own.
                    let title = section == &"sources"
                        && matches!(found.rule, Rule::Slash | Rule::Fraction | Rule::Capitals);
                    if !title {
                        wrong.push(format!("{address}: {words:?} {:?}", found.rule));
                    }
                }
            }
        }
    }
    wrong.retain(|line| !line.ends_with("Homograph"));
    assert_eq!(wrong, [""; 0], "{}", wrong.join("\n"));
}
