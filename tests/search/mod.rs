//! What readers type and what they should find.

mod big;
mod everyday;
mod generated;
mod hpo;
mod lookalike;
mod order;
mod quality;
mod scale;
mod score;

use crate::shelf::{bundled, invented};
use rarebook::model::Kind;
use rarebook::search::{Field, Hit, Index, Query};

fn hits(typed: &str) -> Vec<Hit> {
    Index::of(&invented()).search(&Query::new(typed)).hits
}

fn first(typed: &str) -> String {
    hits(typed).first().map(|hit| hit.address.to_string()).unwrap_or_default()
}

#[test]
fn words_in_any_order_prefixes_accents_and_signs_find_the_same() {
    for typed in [
        "marlbane injections",
        "injections marlbane",
        "marlb inj",
        "MARLBANE  Injections",
        "märlbane",
        "marlbane-injections",
    ] {
        assert_eq!(first(typed), "marl-syndrome/treatment/marlbane", "{typed}");
    }
}

#[test]
fn other_names_brands_and_everyday_words_find_the_medical_item() {
    for (typed, address) in [
        ("clay hand disease", "marl-syndrome"),
        ("maladie de marl", "marl-syndrome"),
        ("ms 1", "marl-syndrome"),
        ("clayex", "marl-syndrome/treatment/marlbane"),
        ("hand drops things", "marl-syndrome/symptoms/heavy-hand"),
        ("cannot breathe", "marl-syndrome/get-help/trouble-breathing-after-marlbane"),
        ("writes too much", "quill-fever"),
    ] {
        assert_eq!(first(typed), address, "{typed}");
    }
}

#[test]
fn the_name_of_the_condition_narrows_to_its_items() {
    assert_eq!(first("left marl marlbane"), "left-marl/treatment/marlbane");
    assert_eq!(first("marl syndrome marlbane"), "marl-syndrome/treatment/marlbane");
}

#[test]
fn letters_may_be_left_out_of_names() {
    assert_eq!(first("mrlbne"), "marl-syndrome/treatment/marlbane");
    assert_eq!(first("qfever"), "quill-fever");
    assert!(hits("mrlbne")[0].why.as_deref().unwrap().contains("mrlbne"));
}

#[test]
fn exact_search_leaves_no_letters_out_and_mends_nothing() {
    for typed in ["mrlbne", "marlbnae"] {
        let query = Query { exact: true, ..Query::new(typed) };
        assert!(Index::of(&invented()).search(&query).hits.is_empty(), "{typed}");
    }
}

#[test]
fn slips_of_spelling_are_mended_and_said() {
    for (typed, address) in [
        ("marlbnae", "marl-syndrome/treatment/marlbane"),
        ("marlbain injections", "marl-syndrome/treatment/marlbane"),
        ("marl sindrome", "marl-syndrome"),
        ("haedache", "marl-syndrome/symptoms/headache"),
    ] {
        let found = Index::of(&invented()).search(&Query::new(typed));
        let hit = found.hits.first().unwrap_or_else(|| panic!("{typed}"));
        assert_eq!(hit.address.to_string(), address, "{typed}");
        assert!(found.corrected.is_some(), "{typed}");
        assert!(hit.why.as_deref().unwrap().contains(&format!("you typed \"{typed}\"")), "{hit:?}");
    }
    assert_eq!(Index::of(&invented()).search(&Query::new("marlbane")).corrected, None);
}

#[test]
fn matched_letters_are_counted_in_characters_of_the_field() {
    let hit = hits("maladie marl").into_iter().next().unwrap();
    assert_eq!(hit.field, Field::Alias);
    let found_in = hit.found_in(&invented());
    let letters: Vec<char> = found_in.chars().collect();
    let marked: Vec<String> = hit
        .matched(&found_in)
        .iter()
        .map(|range| letters[range.clone()].iter().collect())
        .collect();
    assert_eq!(marked, ["Maladie", "Märl"]);
}

#[test]
fn kinds_and_places_narrow_the_search() {
    let query = Query { kinds: vec![Kind::Symptom], ..Query::new("hand") };
    assert!(Index::of(&invented()).search(&query).hits.iter().all(|hit| hit.kind == Kind::Symptom));
    let query = Query { within: Some("left-marl".parse().unwrap()), ..Query::new("hand") };
    let hits = Index::of(&invented()).search(&query).hits;
    assert!(!hits.is_empty() && hits.iter().all(|hit| hit.address.condition == "left-marl"));
}

#[test]
fn nothing_is_found_for_nothing_and_for_nonsense() {
    for typed in ["", "   ", "...", "\u{1b}[31m\u{7}", "xqzwv", "the of and zzz"] {
        assert!(hits(typed).is_empty(), "{typed:?}: {:?}", hits(typed));
    }
}

#[test]
fn the_same_query_gives_the_same_order() {
    assert_eq!(hits("hand"), hits("hand"));
}

#[test]
fn a_danger_is_called_one_and_a_medicine_that_is_looked_up_is_not() {
    let index = Index::of(&bundled());
    let alarmed = |typed: &str| index.search(&Query::new(typed)).alarm.is_some();
    for typed in ["choking", "chest pain", "stridor", "chocking", "can't breathe after botox"] {
        assert!(alarmed(typed), "{typed}");
    }
    for typed in ["botox", "botx", "dysport", "gabapentin", "levetiracetam", "t: warfarin"] {
        assert!(!alarmed(typed), "{typed}");
    }
}

/// Questions of readers to the real shelf.
#[test]
fn everyday_questions_find_their_answer_on_the_shelf() {
    let index = Index::of(&bundled());
    for (typed, address) in [
        ("botox", "dystonia/treatment/botulinum-toxin"),
        ("dystonia botox", "dystonia/treatment/botulinum-toxin"),
        ("dystonia", "dystonia"),
        ("blepharospasm", "blepharospasm"),
        ("spasmodic torticollis", "cervical-dystonia"),
        ("spasmodic dysphonia", "laryngeal-dystonia"),
        ("meige", "oromandibular-dystonia"),
        ("writer's cramp", "task-specific-dystonia"),
        ("deep brain stimulation", "dystonia/treatment"),
        ("neck twisting", "dystonia/symptoms"),
        ("eyes squeeze shut", "blepharospasm"),
        ("distonia", "dystonia"),
        ("distonai", "dystonia"),
        ("botulinim", "dystonia/treatment/botulinum-toxin"),
        ("spasmodic torticolis", "cervical-dystonia"),
        ("deep brain stimluation", "dystonia/treatment"),
        ("baclofin", "*/treatment/"),
        ("neck", "cervical-dystonia"),
        ("can it be cured", "dystonia/overview/outlook"),
        ("how is it passed on", "dystonia/overview/inheritance"),
        ("what helps at home", "dystonia/coping"),
        ("which test shows it", "dystonia/diagnosis"),
        ("what causes it", "dystonia/causes"),
        ("is it dangerous", "dystonia/get-help"),
    ] {
        let hits = index.search(&Query::new(typed)).hits;
        let found: Vec<String> = hits.iter().take(3).map(|hit| hit.address.to_string()).collect();
        // A star stands for any condition.
        let right = |found: &String| match address.strip_prefix('*') {
            Some(place) => found.contains(place),
            None => found.starts_with(address),
        };
        assert!(found.iter().any(right), "{typed}: {found:?}");
    }
}
