//! The search screen: what is typed, the kinds, the hits in groups.

use super::Focus;
use super::paint::{Paint, cut, row};
use crate::document::Role;
use crate::document::wrap::columns;
use crate::search::{Field, Hit};
use crate::tui::list::{Finder, Focus as Keys};
use crate::tui::results::{Results, Row};
use crate::tui::theme::Part;
use ratatui::layout::{Position, Rect};

/// Rows above the hits: the field, the kinds, an empty one.
pub(in crate::tui) const ABOVE: usize = 3;

pub(super) fn draw(results: &Results, paint: &mut Paint<'_>, area: Rect) -> Focus {
    let mut focus = field(paint, row(area, 0), "Search: ", &results.finder);
    kinds(results, paint, row(area, 1));
    let list = Rect {
        y: area.y + u16::try_from(ABOVE).unwrap_or_default(),
        height: area.height.saturating_sub(u16::try_from(ABOVE).unwrap_or_default()),
        ..area
    };
    if results.rows.is_empty() {
        nothing(results, paint, list);
        return focus;
    }
    let choice = results.finder.choice;
    for (n, entry) in
        results.rows.iter().enumerate().skip(choice.top).take(usize::from(list.height))
    {
        let at = row(list, n - choice.top);
        match entry {
            Row::Heading(kind, count) => {
                let words = format!("{} {count}", kind.heading());
                paint.words(at, &[(Part::Words(Role::Heading), &words)]);
            }
            Row::Hit(hit) => {
                if let Some(hit) = results.hits.get(*hit) {
                    self::hit(hit, paint, inside(at));
                }
            }
            Row::More(_, count) => {
                paint.words(inside(at), &[(Part::Words(Role::Quiet), &format!("{count} more"))]);
            }
        }
        if n == choice.row && results.finder.focus == Keys::List {
            paint.over(at, Part::Focus);
            let x = if matches!(entry, Row::Heading(..)) { at.x } else { inside(at).x };
            focus = Focus(Position::new(x, at.y));
        }
    }
    focus
}

/// Draws a field with its caret and returns where the caret is.
pub(super) fn field(paint: &mut Paint<'_>, area: Rect, label: &str, finder: &Finder) -> Focus {
    let used = paint.words(area, &[(Part::Words(Role::Label), label)]);
    let room = usize::from(area.width.saturating_sub(used + 1));
    let scroll = finder.input.visual_scroll(room);
    let mut skipped = 0;
    let shown: String = finder
        .input
        .value()
        .chars()
        .skip_while(|c| {
            let hidden = skipped < scroll;
            skipped += columns(c.encode_utf8(&mut [0; 4]));
            hidden
        })
        .collect();
    let at = Rect { x: area.x + used, width: area.width - used, ..area };
    paint.words(at, &[(Part::Current, &shown)]);
    let caret =
        u16::try_from(finder.input.visual_cursor().saturating_sub(scroll)).unwrap_or_default();
    Focus(Position::new((at.x + caret).min(area.right().saturating_sub(1)), area.y))
}

fn kinds(results: &Results, paint: &mut Paint<'_>, area: Rect) {
    if results.hits.is_empty() {
        return;
    }
    let all = std::iter::once((None, "All", results.hits.len()));
    let each = results.kinds.iter().map(|(kind, count)| (Some(*kind), kind.heading(), *count));
    let mut words = Vec::new();
    for (kind, name, count) in all.chain(each) {
        // The chosen kind stands in brackets, so that no look is needed to see it.
        if kind == results.only {
            words.push((Part::Current, format!("[{name} {count}]")));
        } else {
            words.push((Part::Words(Role::Quiet), format!(" {name} {count} ")));
        }
    }
    let words: Vec<(Part, &str)> =
        words.iter().map(|(part, text)| (*part, text.as_str())).collect();
    paint.words(area, &words);
}

/// Draws a hit: its name or the words around it, why it is here, and its place at the right.
fn hit(hit: &Hit, paint: &mut Paint<'_>, area: Rect) {
    let place = match (hit.address.section, hit.place) {
        (Some(section), Some((number, of))) if area.width >= 70 => {
            format!("{} > {}, {number} of {of}", hit.condition, section.title())
        }
        (Some(section), _) if area.width >= 56 => {
            format!("{} > {}", hit.condition, section.title())
        }
        (Some(_), _) => hit.condition.clone(),
        (None, _) => String::new(),
    };
    let width = usize::from(area.width);
    let room = width.saturating_sub(if place.is_empty() { 0 } else { columns(&place) + 2 });
    let letters: Vec<char> = hit.title.chars().collect();
    let mut words: Vec<(Part, String)> = Vec::new();
    if hit.field == Field::Title {
        let mut at = 0;
        for range in &hit.matched {
            words.push((
                Part::Words(Role::Text),
                letters.get(at..range.start).unwrap_or_default().iter().collect(),
            ));
            words.push((
                Part::Mark,
                letters.get(range.clone()).unwrap_or_default().iter().collect(),
            ));
            at = range.end;
        }
        words.push((
            Part::Words(Role::Text),
            letters.get(at..).unwrap_or_default().iter().collect(),
        ));
    } else {
        words.push((Part::Words(Role::Text), hit.title.clone()));
    }
    if let Some(why) = &hit.why {
        words.push((Part::Words(Role::Quiet), format!(", {why}")));
    }
    if hit.field == Field::Text
        && let Some(around) = crate::search::around(hit)
    {
        words.push((Part::Words(Role::Quiet), format!(": \"{around}\"")));
    }
    let used = cut_words(&mut words, room);
    let words: Vec<(Part, &str)> =
        words.iter().map(|(part, text)| (*part, text.as_str())).collect();
    paint.words(area, &words);
    paint.right(area, u16::try_from(used).unwrap_or_default(), Part::Words(Role::Quiet), &place);
}

/// Cuts a run of words to columns and returns how many are left.
fn cut_words(words: &mut Vec<(Part, String)>, room: usize) -> usize {
    let mut used = 0;
    for n in 0..words.len() {
        let width = columns(&words[n].1);
        if used + width > room {
            words[n].1 = cut(&words[n].1, room - used);
            used += columns(&words[n].1);
            words.truncate(n + 1);
            break;
        }
        used += width;
    }
    used
}

fn nothing(results: &Results, paint: &mut Paint<'_>, area: Rect) {
    let typed = results.finder.input.value().trim();
    let lines: Vec<String> = if typed.is_empty() {
        vec![
            "Type a symptom, a treatment, a brand name or everyday words.".to_owned(),
            String::new(),
            "For example:  eyes squeeze shut    botox    hand cramps when writing".to_owned(),
        ]
    } else {
        vec![
            format!("Nothing found for \"{typed}\"."),
            String::new(),
            "Try fewer or other words, or close this and read the list of".to_owned(),
            "conditions with c. Not finding something here does not mean".to_owned(),
            "it is not real or not serious.".to_owned(),
        ]
    };
    for (n, line) in lines.iter().enumerate() {
        paint.words(row(area, n), &[(Part::Words(Role::Text), line)]);
    }
}

fn inside(area: Rect) -> Rect {
    Rect { x: area.x + 2.min(area.width), width: area.width.saturating_sub(2), ..area }
}
