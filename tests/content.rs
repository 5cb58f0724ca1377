//! Every page of `data/`: alone, together, and as readers meet it.

use crate::shelf::{bundled, files};
use flate2::read::GzDecoder;
use rarebook::document::{Composer, plain};
use rarebook::editorial::{Register, reading, wrong_codes};
use rarebook::library::{Library, read, read_files};
use rarebook::model::{Detail, Kind, Level, SectionId, WordSet};
use rarebook::speech::Level as Matter;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

#[test]
fn every_page_is_right_alone_and_together() {
    let files = files("data/conditions");
    assert!(files.len() >= 6);
    for (name, bytes) in &files {
        if let Err(problems) = read(name, bytes) {
            panic!("{problems:#?}");
        }
    }
    assert_eq!(read_files(&files, &[]).problems, []);
}

#[test]
fn the_bundled_library_holds_every_page_word_for_word() {
    let bundled = bundled();
    let read = Library::from_files(&[files("data/conditions"), files("data")].concat()).unwrap();
    assert!(read.cards().eq(bundled.cards()));
    for card in read.cards() {
        assert_eq!(bundled.condition(&card.id), read.condition(&card.id));
    }
    assert_eq!(bundled.glossary(), read.glossary());
    assert_eq!(bundled.words(), read.words());
}

#[test]
fn every_page_reads_at_grade_seven_or_lower() {
    let library = bundled();
    for card in library.cards() {
        let condition = library.condition(&card.id).unwrap();
        let reading = reading(condition);
        assert!(reading.grade <= 7.0, "{}: {reading:?}", card.id);
        assert!(reading.words_per_sentence <= 13.0, "{}: {reading:?}", card.id);
        assert!(reading.longest <= 25, "{}: {reading:?}", card.id);
    }
}

#[test]
fn every_page_says_first_what_is_an_emergency() {
    let library = bundled();
    for card in library.cards() {
        let signs = &library.condition(&card.id).unwrap().section(SectionId::GetHelp).items;
        let first = signs.first().map(|sign| &sign.detail);
        assert!(
            matches!(first, Some(Detail::RedFlag { level: Level::Emergency, .. })),
            "{}",
            card.id
        );
    }
}

#[test]
fn every_item_names_a_source_and_every_page_two_publishers() {
    let library = bundled();
    for card in library.cards() {
        let condition = library.condition(&card.id).unwrap();
        let publishers: BTreeSet<&str> =
            condition.sources().map(|(_, source)| source.publisher.as_str()).collect();
        assert!(publishers.len() >= 2, "{}", card.id);
        for item in condition.sections.iter().flat_map(|section| &section.items) {
            assert!(
                item.kind == Kind::Source || !item.sources.is_empty(),
                "{}: {}",
                card.id,
                item.id
            );
        }
    }
}

#[test]
fn the_dystonia_page_covers_what_a_reader_looks_for() {
    let library = bundled();
    let condition = library.condition("dystonia").unwrap();
    let text = plain::render(&Composer::of(&library).condition(condition), 200).to_lowercase();
    for words in [
        // The lists that every page on dystonia should hold, one word or two of each line.
        "focal",
        "segmental",
        "general",
        "no cure",
        "one action",
        "stress",
        "neck",
        "eyelid",
        "jaw",
        "voice box",
        "hand",
        "parkinson",
        "huntington",
        "wilson",
        "injury",
        "stroke",
        "tumor",
        "oxygen",
        "tuberculosis",
        "medicine",
        "manganese",
        "cerebral palsy",
        "daily",
        "blind",
        "swallow",
        "pain",
        "anxiety",
        "blood or urine",
        "mri",
        "ct scan",
        "electromyography",
        "gene",
        "botulinum",
        "3 to 4 months",
        "weakness",
        "dry mouth",
        "levodopa",
        "trihexyphenidyl",
        "benztropine",
        "tetrabenazine",
        "deutetrabenazine",
        "diazepam",
        "clonazepam",
        "baclofen",
        "physical",
        "occupational",
        "speech",
        "stretch",
        "massage",
        "deep brain stimulation",
        "denervation",
        "sensory trick",
        "warm",
        "meditation",
        "biofeedback",
        "yoga",
        "acupuncture",
        "therapist",
        "support group",
        "dystonia medical research foundation",
        "dystonia uk",
    ] {
        assert!(text.contains(words), "nothing on: {words}");
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn codes_agree_with_the_tables_of_mondo_where_they_are_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/mondo");
    if !folder.is_dir() {
        return println!("skipped: ../shared/data/mondo is not on this machine");
    }
    let mut register = Register::default();
    for table in ["exactmatch_omim", "exactmatch_orphanet", "hasdbxref_gard"] {
        let file = File::open(folder.join(format!("mondo_{table}.sssom.tsv.gz"))).unwrap();
        let mut text = String::new();
        GzDecoder::new(file).read_to_string(&mut text).unwrap();
        assert!(register.add(&text), "{table}");
    }
    let mut wrong = Vec::new();
    for (name, bytes) in files("data/conditions") {
        let (source, condition) = (String::from_utf8_lossy(&bytes), read(&name, &bytes).unwrap());
        let found = wrong_codes(&name, &source, &condition.codes, &register);
        wrong.extend(found.into_iter().filter(|remark| remark.level != Matter::Hint));
    }
    let lines: Vec<String> = wrong.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn every_page_says_how_it_is_passed_on_which_test_shows_it_and_what_helps_at_home() {
    let library = bundled();
    for card in library.cards() {
        let condition = library.condition(&card.id).unwrap();
        let overview = condition.section(SectionId::Overview);
        assert!(overview.items.iter().any(|item| item.id == "inheritance"), "{}", card.id);
        for (section, kind) in [
            (SectionId::Diagnosis, Kind::Test),
            (SectionId::Treatment, Kind::Treatment),
            (SectionId::Coping, Kind::Coping),
            (SectionId::Support, Kind::Support),
        ] {
            let items = &condition.section(section).items;
            assert!(items.iter().filter(|item| item.kind == kind).count() >= 2, "{}", card.id);
        }
    }
}

#[test]
fn no_page_holds_a_placeholder_or_an_invented_address() {
    let library = bundled();
    for card in library.cards() {
        let condition = library.condition(&card.id).unwrap();
        let text = plain::render(&Composer::of(&library).condition(condition), 200).to_lowercase();
        for words in ["lorem ipsum", "example.org", "example.com", ".invalid"] {
            assert!(!text.contains(words), "{}: {words}", card.id);
        }
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        assert!(!words.any(|word| ["todo", "tbd", "xxx"].contains(&word)), "{}", card.id);
    }
}

#[test]
fn every_section_has_an_address_that_leads_to_it() {
    let library = bundled();
    for card in library.cards() {
        for section in SectionId::WORDS {
            let (_, found) = library.find_typed(&format!("{}/{section}", card.id)).unwrap();
            for (place, item) in found.section.unwrap().items.iter().enumerate() {
                let by_number =
                    library.find_typed(&format!("{}/{section}/{}", card.id, place + 1)).unwrap();
                let by_id =
                    library.find_typed(&format!("{}/{section}/{}", card.id, item.id)).unwrap();
                assert_eq!(by_number.1.item.unwrap().0, by_id.1.item.unwrap().0, "{}", item.id);
            }
        }
    }
}
