//! The scan: every place of a text that sounds wrong, in order.

use super::ascii::ascii;
use super::names::{is_fine, spelt};
use super::numbers::{is_number, number_words, unit};
use super::rule::Rule;
use super::token::{Token, tokens};
use super::words::{PLACE_WORDS, is_homograph, short_form, sign, slashed};
use std::ops::Range;

/// The shortest word in capitals that is taken for stress and not for a short name.
const SHOUT: usize = 7;

/// A place that sounds wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What is wrong.
    pub rule: Rule,
    /// What to say in its place, where only one thing can be meant.
    pub say: Option<String>,
}

/// Returns what sounds wrong in a text, in order, no two at the same place. Web addresses are left
/// out: they are copied and not listened to.
pub fn findings(text: &str) -> Vec<Finding> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    for (n, token) in tokens.iter().enumerate() {
        if token.is_address() {
            continue;
        }
        let before = n.checked_sub(1).and_then(|n| tokens.get(n));
        match whole(token, before, tokens.get(n + 1)) {
            Some(finding) => found.push(finding),
            None => found.extend(signs(token)),
        }
    }
    found.extend(place_words(text));
    found.sort_by_key(|finding| (finding.range.start, finding.range.end));
    let mut end = 0;
    found.retain(|finding| {
        let apart = finding.range.start >= end;
        end = end.max(finding.range.end);
        apart
    });
    found
}

/// Returns the text as a screen reader should get it: what sounds wrong said in other words where
/// only one thing can be meant, hyphens between letters parted, double quotes dropped, brackets
/// turned into pauses, all in printable ASCII.
///
/// A hyphen is parted because Fenrir says "dash" for it at its usual setting, as yasr says "quote"
/// and "left paren".
pub fn spoken(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut at = 0;
    for Finding { range, say, .. } in findings(text) {
        let Some(say) = say else { continue };
        said.push_str(text.get(at..range.start).unwrap_or_default());
        // Words put in for a sign bring blanks that may meet others.
        let say = if said.is_empty() || said.ends_with(' ') { say.trim_start() } else { &say };
        said.push_str(say);
        at = range.end;
        if said.ends_with(' ') && text.get(at..).is_some_and(|rest| rest.starts_with(' ')) {
            at += 1;
        }
    }
    said.push_str(text.get(at..).unwrap_or_default());
    parted(&ascii(said.trim_end()))
}

/// Returns what is wrong with a word as a whole.
fn whole(
    token: &Token<'_>,
    before: Option<&Token<'_>>,
    after: Option<&Token<'_>>,
) -> Option<Finding> {
    let word = token.text;
    let previous = before.map_or("", |token| token.text);
    let finding = |rule, say| Some(Finding { range: token.range.clone(), rule, say });
    if matches!(word, "-" | "–" | "—") {
        let numbers = is_number(previous) && after.is_some_and(|after| is_number(after.text));
        let (rule, say) = if numbers { (Rule::Range, "to") } else { (Rule::Sign, ",") };
        let mut range = token.range.clone();
        if !numbers && before.is_some() {
            // The comma stands right behind the word before it.
            range.start -= 1;
        }
        return Some(Finding { range, rule, say: Some(say.to_owned()) });
    }
    if let Some((rule, say)) = number_words(word) {
        return finding(rule, say);
    }
    if let Some(words) = unit(word, previous == "1").filter(|_| is_number(previous)) {
        return finding(Rule::Unit, Some(words));
    }
    if let Some(words) = short_form(word) {
        // The point of a short form goes with it, if it does not end the sentence too.
        let goes_on = after.is_some_and(|after| after.text.starts_with(char::is_lowercase));
        let point = usize::from(token.after.starts_with('.') && (goes_on || token.after.len() > 1));
        let range = token.range.start..token.range.end + point;
        return Some(Finding { range, rule: Rule::ShortForm, say: Some(words.to_owned()) });
    }
    if word == "A&E" {
        return finding(Rule::ShortName, Some("emergency department".to_owned()));
    }
    if word.contains('/') {
        return finding(Rule::Slash, slashed(word).map(str::to_owned));
    }
    if let Some(words) = spelt(word, previous) {
        return finding(Rule::ShortName, Some(words));
    }
    let capitals = word.len() >= SHOUT && word.chars().all(|c| c.is_ascii_uppercase());
    if capitals && !is_fine(word) {
        return finding(Rule::Capitals, None);
    }
    if is_homograph(word, after.map_or("", |token| token.text)) {
        return finding(Rule::Homograph, None);
    }
    None
}

/// Returns the signs inside a word. Letters with accents are no signs.
fn signs(token: &Token<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, c) in token.text.char_indices() {
        let say = sign(c);
        let plain = matches!(c, ' '..='~') || c == '’' || c == '‘';
        if say.is_none() && (plain || c.is_alphanumeric() || is_mark(c)) {
            continue;
        }
        let between =
            token.text.get(..at).is_some_and(|text| text.ends_with(char::is_alphanumeric));
        let say = match (c, say) {
            // A long dash against words is a pause; between names it is a hyphen.
            ('—', _) => Some(", ".to_owned()),
            ('–' | '‑' | '‐', _) if between => continue,
            ('“' | '”', _) => continue,
            (_, say) => say.map(str::to_owned),
        };
        let start = token.range.start + at;
        found.push(Finding { range: start..start + c.len_utf8(), rule: Rule::Sign, say });
    }
    found
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Returns phrases that only make sense to somebody who sees the page.
fn place_words(text: &str) -> Vec<Finding> {
    let low = text.to_ascii_lowercase();
    let edge =
        |at: usize| !low.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    PLACE_WORDS
        .iter()
        .flat_map(|phrase| low.match_indices(phrase))
        .filter(|(at, phrase)| {
            let begins = low.get(..*at).is_some_and(|text| !text.ends_with(char::is_alphanumeric));
            begins && edge(at + phrase.len())
        })
        .map(|(at, phrase)| Finding {
            range: at..at + phrase.len(),
            rule: Rule::PlaceWord,
            say: None,
        })
        .collect()
}

/// Parts hyphens that stand against a letter, drops double quotes and turns brackets into pauses,
/// except in web addresses.
fn parted(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    for piece in text.split_inclusive(' ') {
        if tokens(piece).first().is_some_and(Token::is_address) {
            said.push_str(piece);
            continue;
        }
        let letters: Vec<char> = piece.chars().collect();
        for (n, c) in letters.iter().enumerate() {
            let near = |at: Option<usize>| at.and_then(|at| letters.get(at)).copied();
            let (before, after) = (near(n.checked_sub(1)), near(Some(n + 1)));
            let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            match c {
                '-' if joins(before) && (letter(before) || letter(after)) => said.push(' '),
                '(' | '[' if !joins(before) => pause(&mut said),
                ')' | ']' if !joins(after) && (after.is_none() || after == Some(' ')) => {
                    pause(&mut said);
                }
                // A voice says "quote", and the words say no less without. Inside a word, as in
                // "medicine(s)", there is no pause.
                '"' | '(' | '[' | ')' | ']' => {}
                _ => said.push(*c),
            }
        }
    }
    said.trim_end_matches([',', ' ']).to_owned()
}

/// Puts a comma behind the last word, if there is a word and no mark behind it.
fn pause(said: &mut String) {
    let blanks = said.len() - said.trim_end().len();
    said.truncate(said.len() - blanks);
    if said.ends_with(char::is_alphanumeric) || said.ends_with('\'') {
        said.push(',');
    }
    if blanks > 0 {
        said.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_finding_is_said_in_words_with_one_meaning() {
        for (text, words) in [
            ("It takes 3-4 weeks.", "It takes 3 to 4 weeks."),
            ("3 – 4 weeks", "3 to 4 weeks"),
            ("Rest – then walk", "Rest, then walk"),
            ("a 500 mg tablet", "a 500 milligrams tablet"),
            ("fish, e.g. salmon, etc.", "fish, for example salmon, and so on."),
            ("pain & stiffness", "pain and stiffness"),
            ("R&D", "R and D"),
            ("botulinum toxin (Botox and others).", "botulinum toxin, Botox and others."),
            ("the neck (also called nape) hurts", "the neck, also called nape, hurts"),
            ("medicine(s) (rarely)", "medicines, rarely"),
            ("so-called \"frozen\" shoulder", "so called frozen shoulder"),
            ("β-blockers", "beta blockers"),
            ("✓ Done", "yes Done"),
            ("long-term X-linked care", "long term X linked care"),
            ("neck and/or arm", "neck or arm"),
            ("Go to A&E.", "Go to emergency department."),
            ("COPD, IBS", "C O P D, I B S"),
            ("Read https://a.org/x-y-z today", "Read https://a.org/x-y-z today"),
            ("Call 0300-123 or 555-1234.", "Call 0300-123 or 555-1234."),
        ] {
            assert_eq!(spoken(text), words, "{text}");
        }
    }

    #[test]
    fn what_only_a_writer_can_mend_is_found_and_left() {
        let rules = |text: &str| -> Vec<Rule> {
            findings(text).into_iter().map(|finding| finding.rule).collect()
        };
        assert_eq!(rules("a BP of 120/80"), [Rule::Fraction]);
        assert_eq!(rules("See above, click here"), [Rule::PlaceWord, Rule::PlaceWord]);
        assert_eq!(rules("WARNING: lead"), [Rule::Capitals, Rule::Homograph]);
        assert_eq!(rules("HIV/AIDS"), [Rule::Slash]);
        assert_eq!(spoken("a BP of 120/80"), "a BP of 120/80");
    }

    #[test]
    fn plain_text_has_no_findings() {
        let text = "Most people get better in 3 to 4 weeks; about 1 in 10 do not. It's fine.";
        assert_eq!(findings(text), []);
        assert_eq!(spoken(text), text);
    }
}
