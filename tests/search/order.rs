//! What stands before what, on the invented shelf: one line for each rule of the ranking.

use crate::shelf::invented;
use rarebook::search::{Index, Query};

/// What is typed, what stands higher, what stands lower or is not there.
const ORDER: &[(&str, &str, &str)] = &[
    // The name of a condition before what stands in it.
    ("marl", "marl-syndrome", "marl-syndrome/treatment/marlbane"),
    ("marl syndrome", "marl-syndrome", "left-marl"),
    ("left marl", "left-marl", "marl-syndrome/overview/left-marl"),
    ("quill fever", "quill-fever", "quill-fever/symptoms/writes-at-night"),
    // A proper name before everyday words, everyday words before the text.
    ("maladie de marl", "marl-syndrome", "left-marl"),
    ("heavy hand", "marl-syndrome/symptoms/heavy-hand", "left-marl/symptoms/heavy-left-hand"),
    (
        "heavy hand",
        "marl-syndrome/symptoms/heavy-hand",
        "marl-syndrome/get-help/a-heavy-hand-for-a-week",
    ),
    ("heavy hand", "marl-syndrome/symptoms/heavy-hand", "marl-syndrome/coping/light-cups"),
    ("headache", "marl-syndrome/symptoms/headache", "marl-syndrome/symptoms/cold-fingers"),
    ("cold fingers", "marl-syndrome/symptoms/cold-fingers", "marl-syndrome/symptoms/headache"),
    ("salt water", "marl-syndrome/treatment/salt-water", "marl-syndrome/treatment/marlbane"),
    ("cannot breathe", "marl-syndrome/get-help/trouble-breathing-after-marlbane", "marl-syndrome"),
    ("weighing", "marl-syndrome/diagnosis/weighing-the-hand", "marl-syndrome/symptoms/heavy-hand"),
    // A name that begins with the words before one that only holds them.
    ("heavy", "marl-syndrome/symptoms/heavy-hand", "quill-fever/symptoms/writes-at-night"),
    ("sleeping", "marl-syndrome/symptoms/sleeping-hand", "marl-syndrome/symptoms/heavy-hand"),
    ("left", "left-marl", "left-marl/symptoms/heavy-left-hand"),
    // Symptoms and treatments before tips, tips before complications.
    ("cups", "marl-syndrome/coping/light-cups", "marl-syndrome/complications/dropped-cups"),
    (
        "marlbane",
        "marl-syndrome/treatment/marlbane",
        "marl-syndrome/get-help/trouble-breathing-after-marlbane",
    ),
    // The page that others point to before the others.
    ("marlbane", "marl-syndrome/treatment/marlbane", "left-marl/treatment/marlbane"),
    ("marlbane injections", "marl-syndrome/treatment/marlbane", "left-marl/treatment/marlbane"),
    // With the name of a condition, what stands in that one.
    ("left marl marlbane", "left-marl/treatment/marlbane", "marl-syndrome/treatment/marlbane"),
    ("left marl hand", "left-marl/symptoms/heavy-left-hand", "marl-syndrome/symptoms/heavy-hand"),
    ("marl syndrome headache", "marl-syndrome/symptoms/headache", "left-marl"),
    // As typed before mended, one slip before two, the name before what holds it.
    ("marlbnae", "marl-syndrome/treatment/marlbane", "marl-syndrome"),
    ("heavy hnad", "marl-syndrome/symptoms/heavy-hand", "marl-syndrome/symptoms/shaking-hand"),
    ("haedache", "marl-syndrome/symptoms/headache", "marl-syndrome/symptoms/heavy-hand"),
    ("quil fever", "quill-fever", "quill-fever/symptoms/writes-at-night"),
    ("sleping hand", "marl-syndrome/symptoms/sleeping-hand", "marl-syndrome/symptoms/shaking-hand"),
    // All words before some of them.
    ("shaking hand", "marl-syndrome/symptoms/shaking-hand", "marl-syndrome/symptoms/heavy-hand"),
    (
        "cold fingers zebra",
        "marl-syndrome/symptoms/cold-fingers",
        "marl-syndrome/symptoms/headache",
    ),
    // Any order of the words, and words without meaning between them.
    ("hand heavy", "marl-syndrome/symptoms/heavy-hand", "marl-syndrome/symptoms/sleeping-hand"),
    ("the heavy hand", "marl-syndrome/symptoms/heavy-hand", "marl-syndrome/symptoms/sleeping-hand"),
    // A whole section by the question that it answers.
    ("what helps at home", "marl-syndrome/coping", "marl-syndrome/treatment"),
];

#[test]
fn the_better_answer_stands_higher() {
    let index = Index::of(&invented());
    let mut wrong = Vec::new();
    for (typed, higher, lower) in ORDER {
        let hits = index.search(&Query::new(typed)).hits;
        // The other places of a hit stand right behind it.
        let found: Vec<String> = hits
            .iter()
            .flat_map(|hit| std::iter::once(&hit.address).chain(&hit.others))
            .map(ToString::to_string)
            .collect();
        let place = |address: &str| found.iter().position(|other| other == address);
        let right =
            place(higher).is_some_and(|higher| place(lower).is_none_or(|lower| higher < lower));
        if !right {
            wrong.push(format!(
                "{typed}: {higher} before {lower} in {:?}",
                found.get(..6.min(found.len()))
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
