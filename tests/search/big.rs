//! The shared queries at the size of thousands of diseases, where the data sets are on the machine.

use super::scale;
use super::score::table;

/// What must be reached over all classes but nonsense: the first hit, and one of the first five.
const FLOOR: (f64, f64) = (93.0, 96.0);

#[test]
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn thousands_of_diseases_are_searched_as_well() {
    let Some(scale) = scale::read() else {
        println!("skipped: ../shared/data/hpo is not on this machine");
        return;
    };
    assert!(scale.entries.len() > 31_000 && scale.pairs > 245_000);
    let scores = scale.scores(&mut |_, _| {});
    let (first, five) = scores["all but nonsense"].shares();
    assert!(first >= FLOOR.0 && five >= FLOOR.1, "{}", table(&scores));
}
