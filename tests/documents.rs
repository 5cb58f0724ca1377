//! Printed forms of documents.

use crate::shelf::{bundled, invented};
use insta::assert_snapshot;
use rarebook::document::{Composer, Document, html, markdown, plain};
use rarebook::model::WordSet;

fn document(address: &str) -> Document {
    let library = invented();
    let (_, found) = library.find_typed(address).unwrap();
    Composer::of(&library).found(&found)
}

#[test]
fn a_page_prints_as_plain_text() {
    assert_snapshot!("plain_72", plain::render(&document("marl-syndrome"), 72));
    assert_snapshot!("plain_20", plain::render(&document("marl-syndrome/treatment"), 20));
}

#[test]
fn a_page_prints_as_markdown() {
    assert_snapshot!(markdown::render(&document("marl-syndrome")));
}

#[test]
fn a_page_prints_as_one_html_file() {
    assert_snapshot!(html::render(&document("marl-syndrome")));
}

/// Returns the open tags of the file in order, failing where one is closed that is not open.
fn checked_tags(html: &str) -> Vec<String> {
    let (mut open, mut seen) = (Vec::new(), Vec::new());
    for tag in html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        let name = tag.trim_start_matches('/').split_whitespace().next().unwrap().to_owned();
        if tag.starts_with('!') || name == "meta" {
            continue;
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name));
        } else {
            seen.push(name.clone());
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
    seen
}

#[test]
fn every_page_is_well_formed_html_with_landmarks_and_headings_in_order() {
    let library = bundled();
    for card in library.cards() {
        let addresses = rarebook::model::SectionId::WORDS
            .iter()
            .map(|section| format!("{}/{section}", card.id));
        for address in addresses.chain([card.id.clone()]) {
            let (_, found) = library.find_typed(&address).unwrap();
            let page = html::render(&Composer::of(&library).found(&found));
            let tags = checked_tags(&page);
            for landmark in ["main", "header", "h1", "title"] {
                assert_eq!(
                    tags.iter().filter(|tag| *tag == landmark).count(),
                    1,
                    "{address}: {landmark}"
                );
            }
            let levels: Vec<usize> =
                tags.iter().filter_map(|tag| tag.strip_prefix('h')?.parse().ok()).collect();
            for pair in levels.windows(2) {
                assert!(pair[1] <= pair[0] + 1, "{address}: a heading level is left out");
            }
            let mut ids: Vec<&str> =
                page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{address}: an id stands twice");
            assert!(!page.contains("<script") && !page.contains("src=\"http"), "{address}");
        }
    }
}

#[test]
fn signs_of_html_and_markdown_in_a_text_stay_text() {
    let mut document = Document::titled("a < b & \"c\"");
    document.push(rarebook::document::Block::new(
        rarebook::document::BlockKind::Paragraph,
        "<script>x</script> *not strong* [no](link)",
    ));
    let page = html::render(&document);
    assert!(
        page.contains("&lt;script&gt;")
            && page.contains("<title>a &lt; b &amp; &quot;c&quot;</title>")
    );
    let text = markdown::render(&document);
    assert!(text.contains("\\*not strong\\*") && text.contains("\\<script\\>"), "{text}");
}
