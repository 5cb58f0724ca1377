//! Hits as lines, for the linear mode and for `rarebook search`.

use crate::browse::others;
use crate::document::sentence;
use crate::library::Library;
use crate::model::{Kind, capital, clean};
use crate::search::{Hit, around};

/// Blanks before the lines of a hit after its first, so that numbers stand out.
const INDENT: &str = "   ";

/// Returns the lines of a hit for a command's output: number, kind, name, place, why, and the
/// address on a line of its own.
pub fn hit_lines(number: usize, hit: &Hit, library: &Library, width: usize) -> Vec<String> {
    let mut words = hit_words(hit);
    if let Some(part) = around(hit, library) {
        words = format!("{words} \"{part}\"");
    }
    let options = textwrap::Options::new(width)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .subsequent_indent(INDENT);
    let mut lines: Vec<String> = textwrap::wrap(&format!("{number}. {words}"), options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect();
    lines.push(format!("{INDENT}{}", clean(&hit.address.to_string())));
    if let Some(others) = others(hit, library) {
        let options =
            textwrap::Options::new(width).initial_indent(INDENT).subsequent_indent(INDENT);
        let others = textwrap::wrap(&others, options);
        lines.extend(others.into_iter().map(std::borrow::Cow::into_owned));
    }
    lines
}

/// Returns what a hit is, where it stands and why it was found, as sentences.
pub(super) fn hit_words(hit: &Hit) -> String {
    let mut words = format!("{}: {}", hit.kind.label(), sentence(&clean(&hit.title)));
    if !matches!(hit.kind, Kind::Condition | Kind::Term) {
        words.push_str(&format!(" {}", place_words(hit)));
    }
    if let Some(why) = &hit.why {
        words.push_str(&format!(" {}", sentence(&capital(&clean(why)))));
    }
    words
}

/// Returns where a hit stands: `Dystonia, Treatment, 1 of 14.`
fn place_words(hit: &Hit) -> String {
    // The name of such a hit is the section.
    let named = hit.address.section.filter(|_| hit.kind != Kind::Section);
    let section = named.map(|section| format!(", {}", section.title())).unwrap_or_default();
    let place = hit.place.map(|(number, of)| format!(", {number} of {of}")).unwrap_or_default();
    format!("{}{section}{place}.", clean(&hit.condition))
}
