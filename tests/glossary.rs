//! Medical words: explained where they first stand on a page, found, and read alone.

use crate::shelf::{bundled, files, invented};
use rarebook::document::{BlockKind, Composer, Document, plain};
use rarebook::library::Library;
use rarebook::linear;
use rarebook::model::{Address, Detail, Kind, SectionId, WordSet};
use rarebook::search::{Index, Query};
use rarebook::tui::{Action, App, Options, update, view};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn explained(document: &Document) -> Vec<&str> {
    let blocks = document.blocks.iter().filter(|block| block.kind == BlockKind::Explained);
    blocks.map(|block| block.text.as_str()).collect()
}

fn shown(library: &Library, address: &str) -> Document {
    Composer::of(library).sought(&library.seek_typed(address).unwrap().1)
}

#[test]
fn a_word_is_explained_once_below_the_text_in_which_it_first_stands() {
    let library = invented();
    let page = shown(&library, "marl-syndrome");
    let tide = "Word explained: The tide is the sea that comes and goes twice a day. Say it: TYDE.";
    assert_eq!(explained(&page), [tide, "Word explained: A scale tells how heavy a thing is."]);
    let at = page.blocks.iter().position(|block| block.text == tide).unwrap();
    assert!(page.blocks[at - 1].text.contains("with the tide"));
    assert_eq!(page.blocks[at + 1].kind, BlockKind::Sources);
    // Each section is a page of its own, and an item says what it says in its section.
    assert_eq!(explained(&shown(&library, "marl-syndrome/symptoms")), [tide]);
    assert_eq!(explained(&shown(&library, "marl-syndrome/symptoms/2")), [tide]);
    assert_eq!(explained(&shown(&library, "marl-syndrome/symptoms/3")), [""; 0]);
}

#[test]
fn a_page_explains_its_own_name() {
    let library = invented();
    for section in SectionId::WORDS {
        let page = shown(&library, &format!("marl-syndrome/{section}"));
        assert!(!explained(&page).iter().any(|text| text.contains("sort of clay")), "{section}");
    }
}

#[test]
fn the_glossary_is_a_page_with_its_sources_below() {
    let text = plain::render(&shown(&invented(), "glossary"), 60);
    insta::assert_snapshot!(text);
}

#[test]
fn a_word_is_found_by_its_names_and_stands_behind_pages_of_that_name() {
    let library = invented();
    let first = |typed: &str| Index::of(&library).search(&Query::new(typed)).hits[0].clone();
    for typed in ["tides", "MTD", "ebb and flow", "what does a scale mean", "what is the tide"] {
        assert_eq!(first(typed).kind, Kind::Term, "{typed}");
    }
    assert_eq!(first("ebb flow").address, Address::term("tide"));
    assert_eq!(first("marl").kind, Kind::Condition);
}

/// Returns the screen, and the row with the cursor.
fn screen(app: &App<'_>) -> (String, String) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let cursor = view(app, &mut buffer);
    let row = |y| (0..80).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    ((0..24).map(row).collect::<Vec<_>>().join("\n"), row(cursor.y))
}

#[test]
fn enter_on_an_explanation_opens_the_word_and_back_returns() {
    let library = invented();
    let start = Some("marl-syndrome/symptoms".parse().unwrap());
    let mut app = App::new(&library, &Options { start, ..Options::default() }, (80, 24));
    for _ in 0..40 {
        if screen(&app).1.contains("Word explained:") {
            break;
        }
        update(&mut app, Action::Down);
    }
    update(&mut app, Action::Open);
    let (all, row) = screen(&app);
    assert!(row.contains("3. Tide"), "{all}");
    update(&mut app, Action::Back);
    assert!(screen(&app).1.contains("Word explained:"));
}

#[test]
fn the_linear_mode_lists_words_and_reads_one_with_its_sources() {
    let options = linear::Options {
        width: 200,
        part: 100,
        echo: false,
        reason: "test".to_owned(),
        start: None,
    };
    let mut output = Vec::new();
    let typed = "v\n3\np\ng glossary/tide\nq\n";
    linear::run(invented(), None, typed.as_bytes(), &mut output, &options).unwrap();
    let text = String::from_utf8(output).unwrap();
    insta::assert_snapshot!(text.split_once("Heading: Words").unwrap().1);
}

#[test]
fn every_bundled_word_says_what_it_is_in_one_plain_sentence_that_holds_it() {
    let library = bundled();
    let glossary = library.glossary();
    assert!(glossary.terms.len() >= 150, "{}", glossary.terms.len());
    for term in &glossary.terms {
        let Detail::Term { also_called, .. } = &term.detail else { panic!("{term:?}") };
        let text = term.text.to_lowercase();
        let forms = std::iter::once(&term.name).chain(also_called);
        assert!(forms.map(|form| form.to_lowercase()).any(|form| text.contains(&form)), "{text}");
        assert!(text.ends_with('.') && text.matches(['.', '!', '?']).count() == 1, "{text}");
        assert!(text.split(' ').count() <= 20, "{text}");
        assert!(!term.sources.is_empty());
    }
    assert_eq!(files("data").len(), 2, "the glossary and the everyday words");
}
