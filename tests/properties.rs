//! What must hold for any text, any width, any query.

use crate::shelf::invented;
use proptest::prelude::*;
use rarebook::document::wrap::{columns, wrap};
use rarebook::document::{Block, BlockKind, Document, plain};
use rarebook::library::Library;
use rarebook::model::{Address, clean, is_unsafe};
use rarebook::search::{Index, Query, fold, marks};

/// Any text, with the letters that break things well represented.
fn text() -> impl Strategy<Value = String> {
    let letters = prop_oneof![
        5 => proptest::char::range('a', 'z'),
        2 => Just(' '),
        1 => prop_oneof![Just('日'), Just('\u{301}'), Just('é'), Just('ß'), Just('👍'), Just('ש'), Just('-'), Just('\'')],
        1 => any::<char>(),
    ];
    proptest::collection::vec(letters, 0..400).prop_map(|letters| letters.into_iter().collect())
}

fn document(words: &str) -> Document {
    let mut document = Document::titled("Title");
    document
        .push(Block::new(BlockKind::Item { number: 3, of: 12 }, format!("3. {words}")).of_item(2));
    document.push(Block::new(BlockKind::Paragraph, words).of_item(2));
    document.push(Block::new(BlockKind::Paragraph, words));
    document
}

proptest! {
    #[test]
    fn wrapping_loses_no_word_and_keeps_to_the_width(words in text(), width in 20_usize..=200) {
        let words = clean(&words).into_owned();
        let document = document(&words);
        let mut seen = String::new();
        for line in wrap(&document, width) {
            let text = &document.blocks[line.block].text.get(line.range.clone());
            let text = text.expect("a line lies on letters");
            prop_assert!(line.indent + columns(text) <= width, "{:?}", text);
            seen.extend(text.chars().filter(|c| *c != ' '));
        }
        let all: String = document.blocks.iter().flat_map(|block| block.text.chars()).filter(|c| *c != ' ').collect();
        prop_assert_eq!(seen, all);
    }

    #[test]
    fn any_width_is_survived(words in text(), width in 0_usize..30) {
        let _lines = wrap(&document(&words), width);
    }

    #[test]
    fn printed_text_is_safe_whatever_the_document_holds(words in text()) {
        let printed = plain::render(&document(&words), 40);
        prop_assert!(printed.chars().all(|c| c == '\n' || !is_unsafe(c)));
    }

    #[test]
    fn cleaning_twice_changes_nothing_more(words in text()) {
        let once = clean(&words).into_owned();
        prop_assert!(once.chars().all(|c| !is_unsafe(c)));
        prop_assert_eq!(clean(&once).into_owned(), once);
    }

    #[test]
    fn folding_twice_changes_nothing_more(words in text()) {
        let once = fold(&words);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn marks_lie_on_letters_in_order_and_apart(typed in text(), shown in text()) {
        let mut last = 0;
        for mark in marks(&typed, &shown) {
            prop_assert!(mark.start >= last && mark.start < mark.end);
            prop_assert!(shown.get(mark.clone()).is_some());
            last = mark.end;
        }
    }

    #[test]
    fn an_address_is_read_as_written_or_refused(typed in ".{0,40}") {
        if let Ok(address) = typed.parse::<Address>() {
            prop_assert_eq!(address.to_string().parse::<Address>(), Ok(address));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_query_gives_an_answer_with_matches_inside_its_text(typed in text()) {
        thread_local! {
            static LIBRARY: Library = invented();
            static INDEX: Index = LIBRARY.with(Index::of);
        }
        LIBRARY.with(|library| INDEX.with(|index| {
            for hit in index.search(&Query::new(&typed)).hits {
                let found_in = hit.found_in(library);
                let length = found_in.chars().count();
                let matched = hit.matched(&found_in);
                prop_assert!(matched.iter().all(|range| range.start < range.end && range.end <= length));
            }
            Ok(())
        }))?;
    }
}

/// Queries that nobody should type, and somebody will.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,40}",
        "[\u{300}-\u{36f}\u{200b}-\u{200f}\u{202a}-\u{202e}]{1,40}",
        "(the|of|and|what|is|it|a| ){1,60}",
        "[\u{0}-\u{1f}\u{7f}-\u{9f}]{1,30}",
        "([a-z]{1,9} ){40}",
        "[a-z:]{1,3} ?[a-z]{0,20}",
        "[\u{4e00}-\u{4e20}\u{3b1}-\u{3c9}\u{430}-\u{44f}\u{5d0}-\u{5ea} ]{1,40}",
        "[a-z]{100,300}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_hostile_query_is_answered_the_same_way_twice(typed in hostile(), exact in any::<bool>()) {
        thread_local! { static INDEX: Index = Index::of(&crate::shelf::bundled()); }
        INDEX.with(|index| {
            let query = Query { exact, ..Query::new(&typed) };
            let results = index.search(&query);
            prop_assert_eq!(&results, &index.search(&query));
            let listed: usize = results.kinds.iter().map(|(_, count)| count).sum();
            prop_assert!(listed >= results.hits.len());
            Ok(())
        })?;
    }

    #[test]
    fn a_damaged_index_answers_or_is_refused(at in 0_usize..200_000, byte in any::<u8>()) {
        let mut bytes = Index::of(&invented()).bytes().to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Some(index) = Index::open(std::borrow::Cow::Owned(bytes)) {
            for typed in ["marl", "heavy hnad", "mrlbne", "headache cold zebra"] {
                let _found = index.search(&Query::new(typed));
            }
        }
    }
}

#[test]
fn a_huge_paste_is_answered() {
    let index = Index::of(&crate::shelf::bundled());
    for typed in ["neck ".repeat(20_000), "x".repeat(100_000), "\u{301}".repeat(100_000)] {
        let _found = index.search(&Query::new(&typed));
    }
}
