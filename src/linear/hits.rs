//! Hits as lines, for the linear mode and for `rarebook search`.

use super::say::sentence;
use crate::document::wrap::columns;
use crate::model::{Kind, clean};
use crate::search::{Field, Hit, around};

/// Returns the lines of a hit: number, kind, name, place, why, and the address last.
pub fn hit_lines(number: usize, hit: &Hit, width: usize) -> Vec<String> {
    let mut words = format!("{number}. {}", hit_words(hit));
    let address = clean(&hit.address.to_string()).into_owned();
    if hit.field == Field::Text
        && let Some(part) = around(hit)
    {
        words = format!("{words} \"{part}\"");
    }
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace().map(str::to_owned).chain([address]) {
        match lines.last_mut() {
            Some(line) if columns(line) + 1 + columns(&word) <= width => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// Returns what a hit is, where it stands and why it was found, as sentences.
pub(super) fn hit_words(hit: &Hit) -> String {
    let mut words = format!("{}: {}", hit.kind.label(), sentence(&clean(&hit.title)));
    if hit.kind != Kind::Condition {
        words.push_str(&format!(" {}", place_words(hit)));
    }
    if let Some(why) = &hit.why {
        words.push_str(&format!(" {}", sentence(&capital(&clean(why)))));
    }
    words
}

/// Returns where a hit stands: `Dystonia, Treatment, 1 of 14.`
fn place_words(hit: &Hit) -> String {
    let section =
        hit.address.section.map(|section| format!(", {}", section.title())).unwrap_or_default();
    let place = hit.place.map(|(number, of)| format!(", {number} of {of}")).unwrap_or_default();
    format!("{}{section}{place}.", clean(&hit.condition))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
