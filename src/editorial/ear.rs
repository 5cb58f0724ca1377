//! What sounds wrong in somebody's text, as remarks.

use super::remark::Remark;
use crate::library::{FileKind, prose};
use crate::model::WordSet;
use crate::speech::{Finding, Level, Rule, findings};
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

/// Returns what sounds wrong in a text, line by line. Of a content file (`.toml`) only the words that
/// are read out are looked at; one that is no TOML is looked at whole.
///
/// A short name, and a word with two sounds, is named where it stands first.
pub fn sounds_wrong(file: &str, text: &str) -> Vec<Remark> {
    let page = FileKind::of(Path::new(file)).and_then(|_| prose(text));
    let page = page.map(|page| page.into_iter().map(|prose| prose.range).collect());
    let parts = page.unwrap_or_else(|| lines(text));
    let mut remarks = Vec::new();
    let mut seen = BTreeSet::new();
    for part in parts {
        let Some(words) = text.get(part.clone()) else { continue };
        for finding in findings(words) {
            let wrong = words.get(finding.range.clone()).unwrap_or_default();
            let once = matches!(finding.rule, Rule::ShortName | Rule::Homograph);
            if once && !seen.insert(wrong) {
                continue;
            }
            let at = part.start + finding.range.start;
            remarks.push(remark(file, text, at, words, &finding));
        }
    }
    remarks
}

/// Returns whether a text says what a short name stands for: in brackets behind the long name, in
/// words, or in the list of short names of a page.
fn is_explained(name: &str, text: &str) -> bool {
    let ways = [
        format!("({name})"),
        format!("{name} is short for"),
        format!("{name} means"),
        format!("called {name}"),
        format!("or {name},"),
        format!("\"{name}\""),
    ];
    let whole = ways.iter().any(|way| text.contains(way));
    // Of a name such as `CO-Gas`, only the short part can be explained.
    let parts = name.split_once('-').is_some_and(|(first, _)| is_explained(first, text));
    whole || parts
}

/// Returns the ranges of the lines of a text.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let range = at..at + line.len();
            at = range.end;
            range
        })
        .collect()
}

fn remark(file: &str, text: &str, at: usize, words: &str, finding: &Finding) -> Remark {
    let Finding { range, rule, say } = finding;
    let wrong = words.get(range.clone()).unwrap_or_default().trim();
    let hint = match (rule, say.as_deref().map(str::trim)) {
        (_, Some("")) => "Leave it out.".to_owned(),
        (Rule::ShortName, Some(say)) => format!("Write it out in full, or \"{say}\"."),
        (_, Some(say)) => format!("Write \"{say}\"."),
        (Rule::Capitals, None) => format!("Write \"{}\".", wrong.to_lowercase()),
        (Rule::Homograph, None) => "Read the sentence aloud with both sounds.".to_owned(),
        (Rule::PlaceWord, None) => "Name the part of the text that is meant.".to_owned(),
        (_, None) => "Say it in words.".to_owned(),
    };
    let level = match rule {
        Rule::ShortName if is_explained(wrong, text) => Level::Hint,
        _ => rule.level(),
    };
    let message = format!("\"{wrong}\" sounds wrong. {}", rule.why());
    Remark::at(file, text, at, level, rule.word(), message).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_names_its_place_its_rule_and_better_words() {
        let found = sounds_wrong("a.txt", "Rest.\nIt takes é 3-4 weeks.\n");
        assert_eq!(
            found[0].to_string(),
            "a.txt:2:12: error, range: \"3-4\" sounds wrong. A voice says the dash, or leaves it out \
             and the range with it.\n  Hint: Write \"3 to 4\"."
        );
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_short_name_is_named_once_and_matters_less_where_it_is_explained() {
        let levels = |text: &str| -> Vec<Level> {
            sounds_wrong("a.txt", text).into_iter().map(|remark| remark.level).collect()
        };
        assert_eq!(levels("COPD is bad.\nCOPD is long."), [Level::Warning]);
        assert_eq!(levels("A lung disease (COPD) is long."), [Level::Hint]);
    }

    #[test]
    fn of_a_page_only_the_words_that_are_read_out_count() {
        let page = "name = \"A & B\"\nurl = \"https://a.org/3-4\"\ncodes = [\"X:3-4\"]\n";
        assert_eq!(sounds_wrong("a.toml", page).len(), 1);
    }
}
