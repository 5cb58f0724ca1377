//! Numbers: ranges, fractions, dates, and what stands against them.

use super::rule::Rule;
use crate::model::Date;

/// Returns the rule that a word with digits breaks, with the words to say, if there are any.
pub(super) fn number_words(word: &str) -> Option<(Rule, Option<String>)> {
    if !word.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    date(word).or_else(|| range(word)).or_else(|| fraction(word)).or_else(|| around(word))
}

/// Returns whether a text is a number: digits with commas or one point.
pub(super) fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.ends_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
}

/// `2026-11-22` is said as a day. In `01/02/2025` nobody knows which is the month.
fn date(word: &str) -> Option<(Rule, Option<String>)> {
    let parts: Vec<&str> = word.split(['-', '/']).collect();
    let [first, second, third] = parts[..] else { return None };
    let digits = |text: &str, length: std::ops::RangeInclusive<usize>| {
        length.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
    };
    if digits(first, 4..=4) && digits(second, 2..=2) && digits(third, 2..=2) {
        let (month, day) = (second.parse().ok()?, third.parse().ok()?);
        let known = (1..=12).contains(&month) && (1..=31).contains(&day);
        let date = Date { year: first.parse().ok()?, month, day };
        return Some((Rule::Date, known.then(|| date.in_words())));
    }
    let numeric = digits(first, 1..=2) && digits(second, 1..=2) && digits(third, 2..=4);
    (numeric && word.contains('/')).then_some((Rule::Date, None))
}

/// `3-4` and `10–20%`. Parts of telephone numbers and codes are no ranges: a range rises, and its
/// numbers do not begin with 0.
fn range(word: &str) -> Option<(Rule, Option<String>)> {
    let (from, to) = word.split_once(['-', '–', '—'])?;
    let end = to.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','));
    let (to, behind) = to.split_at(end.unwrap_or(to.len()));
    let unit = behind.chars().all(|c| c.is_alphabetic() || c == '%') && behind.len() <= 4;
    if !(is_number(from) && is_number(to) && unit) {
        return None;
    }
    let value = |text: &str| text.replace(',', "").parse::<f64>().ok();
    let rises = value(from)? < value(to)?;
    let leading = |text: &str| text.len() > 1 && text.starts_with('0') && !text.contains('.');
    // Telephone numbers begin so: 1-800, 555-1234.
    let telephone = (from.len() == 3 && to.len() == 4) || (from == "1" && to.len() == 3);
    if !rises || leading(from) || leading(to) || telephone {
        return None;
    }
    let behind = suffixed(to, behind).unwrap_or_else(|| format!("{to}{behind}"));
    Some((Rule::Range, Some(format!("{from} to {behind}"))))
}

/// `1/2` is a half; of other numbers with a slash only a writer knows what they mean.
fn fraction(word: &str) -> Option<(Rule, Option<String>)> {
    let (over, under) = word.split_once('/')?;
    if !(is_number(over) && is_number(under)) {
        return None;
    }
    let say = match (over, under) {
        ("1", "2") => Some("one half"),
        ("1", "3") => Some("one third"),
        ("2", "3") => Some("two thirds"),
        ("1", "4") => Some("one quarter"),
        ("3", "4") => Some("three quarters"),
        _ => None,
    };
    Some((Rule::Fraction, say.map(str::to_owned)))
}

/// Signs before and behind a number: `~500`, `<5`, `20+`, `5%`, `500mg`.
fn around(word: &str) -> Option<(Rule, Option<String>)> {
    const BEFORE: &[(&str, &str)] = &[
        ("~", "about "),
        ("≈", "about "),
        ("<=", "at most "),
        (">=", "at least "),
        ("≤", "at most "),
        ("≥", "at least "),
        ("<", "less than "),
        (">", "more than "),
        ("±", "plus or minus "),
        ("+", "plus "),
        ("−", "minus "),
    ];
    const MONEY: &[(&str, &str)] = &[("£", " pounds"), ("$", " dollars"), ("€", " euros")];
    for (sign, say) in BEFORE {
        if let Some(rest) = word.strip_prefix(sign) {
            let rest = around(rest).and_then(|(_, say)| say).or_else(|| number(rest))?;
            return Some((Rule::Sign, Some(format!("{say}{rest}"))));
        }
    }
    for (sign, say) in MONEY {
        if let Some(rest) = word.strip_prefix(sign).filter(|rest| is_number(rest)) {
            return Some((Rule::Sign, Some(format!("{rest}{say}"))));
        }
    }
    let end = word.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))?;
    let (number, behind) = word.split_at(end);
    let rule = if behind.chars().all(char::is_alphabetic) { Rule::Unit } else { Rule::Sign };
    suffixed(number, behind).map(|say| (rule, Some(say)))
}

fn number(text: &str) -> Option<String> {
    is_number(text).then(|| text.to_owned())
}

/// Returns a number with what stands right behind it in words.
fn suffixed(number: &str, behind: &str) -> Option<String> {
    if !is_number(number) {
        return None;
    }
    Some(match behind {
        "%" => format!("{number} percent"),
        "+" => format!("{number} or more"),
        "°C" => format!("{number} degrees Celsius"),
        "°F" => format!("{number} degrees Fahrenheit"),
        "°" => format!("{number} degrees"),
        _ => format!("{number} {}", unit(behind, number == "1")?),
    })
}

/// Returns the words for a short unit. Units of one letter stand for too much, except liter.
pub(super) fn unit(short: &str, one: bool) -> Option<String> {
    const UNITS: &[(&str, &str)] = &[
        ("mg", "milligram"),
        ("mcg", "microgram"),
        ("µg", "microgram"),
        ("μg", "microgram"),
        ("kg", "kilogram"),
        ("ml", "milliliter"),
        ("mL", "milliliter"),
        ("dl", "deciliter"),
        ("dL", "deciliter"),
        ("L", "liter"),
        ("mm", "millimeter"),
        ("cm", "centimeter"),
        ("km", "kilometer"),
        ("hr", "hour"),
        ("hrs", "hour"),
        ("mins", "minute"),
        ("wk", "week"),
        ("wks", "week"),
        ("yr", "year"),
        ("yrs", "year"),
        ("lb", "pound"),
        ("lbs", "pound"),
        ("oz", "ounce"),
    ];
    let (_, long) = UNITS.iter().find(|(name, _)| *name == short)?;
    Some(if one { (*long).to_owned() } else { format!("{long}s") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(word: &str) -> Option<String> {
        number_words(word)?.1
    }

    #[test]
    fn ranges_are_said_with_to_and_codes_are_left_alone() {
        assert_eq!(say("3-4").as_deref(), Some("3 to 4"));
        assert_eq!(say("10–20%").as_deref(), Some("10 to 20 percent"));
        assert_eq!(say("1,000-2,000").as_deref(), Some("1,000 to 2,000"));
        for code in ["555-1234", "1-800", "0300-0400", "24-7", "1-800-555", "COVID-19", "978-3"] {
            assert_eq!(number_words(code), None, "{code}");
        }
    }

    #[test]
    fn dates_and_fractions_are_said_only_where_they_are_clear() {
        assert_eq!(say("2026-11-22").as_deref(), Some("22 November 2026"));
        assert_eq!(number_words("01/02/2025"), Some((Rule::Date, None)));
        assert_eq!(say("1/2").as_deref(), Some("one half"));
        assert_eq!(number_words("120/80"), Some((Rule::Fraction, None)));
    }

    #[test]
    fn signs_and_units_against_a_number_become_words() {
        for (word, words) in [
            ("~500", "about 500"),
            ("<5%", "less than 5 percent"),
            ("20+", "20 or more"),
            ("500mg", "500 milligrams"),
            ("1mg", "1 milligram"),
            ("£20", "20 pounds"),
            ("38°C", "38 degrees Celsius"),
        ] {
            assert_eq!(say(word).as_deref(), Some(words));
        }
        assert_eq!(number_words("2022"), None);
        assert_eq!(number_words("HP:0012049"), None);
    }
}
