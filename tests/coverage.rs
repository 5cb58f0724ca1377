//! `docs/coverage.md`: what is on the shelf. `RAREBOOK_UPDATE=1 cargo test` writes it.

use crate::shelf::bundled;
use rarebook::editorial::reading;
use rarebook::model::{Kind, SectionId, WordSet};

const HEAD: &str = "\
# Coverage: what is on the shelf

Made by `RAREBOOK_UPDATE=1 cargo test` from the pages, and kept true by a test. Items are everything but sources. A section without a
good source stays empty, and the page says so. The grade is that of Flesch and Kincaid, years of school, with the names of the condition
counted as easy ([plain-language.md](plain-language.md)). No clinician has checked any page.

";

#[test]
fn the_list_of_coverage_is_that_of_the_pages() {
    let library = bundled();
    let mut rows = String::new();
    let (mut items, mut sources, mut grades) = (0, 0, Vec::new());
    for card in library.cards() {
        let condition = library.condition(&card.id).unwrap();
        let filled = condition.sections.iter().filter(|section| !section.is_empty()).count();
        let empty: Vec<&str> = condition
            .sections
            .iter()
            .filter(|section| section.is_empty())
            .map(|section| section.id.word())
            .collect();
        let own = condition
            .sections
            .iter()
            .flat_map(|section| &section.items)
            .filter(|item| item.kind != Kind::Source)
            .count();
        let cited = condition.sources().count();
        let reading = reading(condition);
        rows.push_str(&format!(
            "| [{}](../data/conditions/{}.toml) | {filled} of {} | {} | {own} | {cited} | {:.1} | {:.1} | {} |\n",
            card.name,
            card.id,
            SectionId::ALL.len(),
            if empty.is_empty() { "none".to_owned() } else { empty.join(", ") },
            reading.grade,
            reading.words_per_sentence,
            condition.check_again,
        ));
        items += own;
        sources += cited;
        grades.push(reading.grade);
    }
    grades.sort_by(f64::total_cmp);
    let median = grades[grades.len() / 2];
    assert!(median <= 7.0, "median grade {median}");
    let text = format!(
        "{HEAD}{} pages, {items} items, {sources} sources; median grade {median:.1}, highest {:.1}.\n\n\
         | page | sections | empty | items | sources | grade | words a sentence | check again by |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- |\n{rows}",
        grades.len(),
        grades[grades.len() - 1],
    );
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/coverage.md");
    if std::env::var_os("RAREBOOK_UPDATE").is_some() {
        std::fs::write(path, text).unwrap();
    } else {
        let shown = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(shown, text, "RAREBOOK_UPDATE=1 cargo test writes it");
    }
}
