//! The search screen: what is typed, the kinds, the hits in groups.

use super::Focus;
use super::paint::{Paint, cut, row};
use crate::browse::{self, others};
use crate::document::Role;
use crate::document::wrap::{columns, fold_lines};
use crate::library::Library;
use crate::model::Kind;
use crate::search::{Field, Hit, around};
use crate::tui::layout::{RESULTS_ABOVE, below};
use crate::tui::list::{Finder, Focus as Keys};
use crate::tui::results::{Results, Row};
use crate::tui::theme::Part;
use ratatui::layout::{Position, Rect};

/// The longest line of running text, in columns.
const MEASURE: usize = 72;

pub(super) fn draw(
    results: &Results,
    library: &Library,
    paint: &mut Paint<'_>,
    area: Rect,
) -> Focus {
    let mut focus = field(paint, row(area, 0), "Search: ", &results.finder);
    let list = below(area, RESULTS_ABOVE);
    if list.y > area.y + 1 {
        kinds(results, paint, row(area, 1));
    }
    if results.found.hits.is_empty() {
        // Below the row that switches mending on again, if it is there.
        let rows = results.rows.len();
        nothing(results, library, paint, below(list, if rows == 0 { 0 } else { rows + 1 }));
    }
    let choice = results.finder.choice;
    for (n, entry) in
        results.rows.iter().enumerate().skip(choice.top).take(usize::from(list.height))
    {
        let at = row(list, n - choice.top);
        match entry {
            Row::Count => {}
            Row::Heading(kind, count) => {
                let words = format!("{} {count}", kind.heading());
                paint.words(at, &[(Part::Words(Role::Heading), &words)]);
            }
            Row::Hit(hit) => {
                if let Some(hit) = results.found.hits.get(*hit) {
                    self::hit(hit, library, paint, inside(at));
                }
            }
            Row::More(_, count) => {
                paint.words(inside(at), &[(Part::Words(Role::Quiet), &format!("{count} more"))]);
            }
            Row::Others(hit) => {
                let words = results.found.hits.get(*hit).and_then(|hit| others(hit, library));
                let words = cut(&words.unwrap_or_default(), usize::from(inside(at).width));
                paint.words(inside(at), &[(Part::Words(Role::Quiet), &words)]);
            }
            Row::Other(hit, other) => {
                let hit = results.found.hits.get(*hit);
                if let Some((hit, address)) =
                    hit.and_then(|hit| Some((hit, hit.others.get(*other)?)))
                {
                    self::hit(
                        &browse::at(hit, address, library),
                        library,
                        paint,
                        inside(inside(at)),
                    );
                }
            }
            Row::Said(place) => {
                let words = results.said.get(*place).map(String::as_str).unwrap_or_default();
                paint.words(at, &[(Part::Words(Role::Text), &cut(words, usize::from(at.width)))]);
            }
            Row::AsTyped => {
                let words = as_typed(results.exact);
                paint.words(at, &[(Part::Words(Role::Quiet), words)]);
            }
        }
        if n == choice.row && results.finder.focus == Keys::List {
            paint.over(at, Part::Focus);
            let x = match entry {
                Row::Count | Row::Heading(..) | Row::Said(_) | Row::AsTyped => at.x,
                Row::Hit(_) | Row::More(..) | Row::Others(_) => inside(at).x,
                Row::Other(..) => inside(inside(at)).x,
            };
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
    if results.found.hits.is_empty() {
        return;
    }
    let all = std::iter::once((None, "All", results.found.count()));
    let each =
        results.found.kinds.iter().map(|(kind, count)| (Some(*kind), kind.heading(), *count));
    let mut words = Vec::new();
    let mut chosen = 0;
    for (n, (kind, name, count)) in all.chain(each).enumerate() {
        // The chosen kind stands in brackets, so that no look is needed to see it.
        if kind == results.only {
            chosen = n;
            words.push((Part::Current, format!("[{name} {count}]")));
        } else {
            words.push((Part::Words(Role::Quiet), format!(" {name} {count} ")));
        }
    }
    // Where the row is too short, kinds before the chosen one make room for it.
    let width =
        |words: &[(Part, String)]| words.iter().map(|(_, text)| columns(text)).sum::<usize>();
    let room = usize::from(area.width);
    let first = (0..chosen)
        .find(|first| width(words.get(*first..=chosen).unwrap_or_default()) <= room)
        .unwrap_or(chosen);
    let words: Vec<(Part, &str)> =
        words.iter().skip(first).map(|(part, text)| (*part, text.as_str())).collect();
    paint.words(area, &words);
}

/// Draws a hit: its name with the letters that matched, why it is here, and its place at the
/// right. Where there is little room, the place grows shorter first, then the reason goes.
fn hit(hit: &Hit, library: &Library, paint: &mut Paint<'_>, area: Rect) {
    let places = places(hit);
    let name = columns(&hit.title);
    let why = reason(hit, library);
    let width = usize::from(area.width);
    let fits = |why: &str, place: &str| {
        let gap = if place.is_empty() { 0 } else { 2 };
        name + columns(why) + gap + columns(place) <= width
    };
    let whys = [why.as_str(), ""];
    let last = places.last().cloned().unwrap_or_default();
    let (why, place) = places
        .iter()
        .flat_map(|place| whys.map(|why| (why, place)))
        .find(|(why, place)| fits(why, place))
        .unwrap_or(("", &last));
    let mut words = marked_title(hit);
    words.push((Part::Words(Role::Quiet), why.to_owned()));
    let room = width.saturating_sub(if place.is_empty() { 0 } else { columns(place) + 2 });
    let used = cut_words(&mut words, room);
    let words: Vec<(Part, &str)> =
        words.iter().map(|(part, text)| (*part, text.as_str())).collect();
    paint.words(area, &words);
    paint.right(area, u16::try_from(used).unwrap_or_default(), Part::Words(Role::Quiet), place);
}

/// Returns the place of a hit in words, the fullest first.
fn places(hit: &Hit) -> Vec<String> {
    let Some(section) = hit.address.section else { return vec![String::new()] };
    if hit.kind == Kind::Section {
        return vec![hit.condition.clone()];
    }
    let short = format!("{} > {}", hit.condition, section.title());
    let numbered = hit.place.map(|(number, of)| format!("{short}, {number} of {of}"));
    numbered.into_iter().chain([short, hit.condition.clone()]).collect()
}

/// Returns why a hit is here, where its name does not say so.
fn reason(hit: &Hit, library: &Library) -> String {
    match &hit.why {
        Some(why) => format!(", {why}"),
        None => around(hit, library).map(|around| format!(": \"{around}\"")).unwrap_or_default(),
    }
}

/// Returns the name of a hit with the letters that matched.
fn marked_title(hit: &Hit) -> Vec<(Part, String)> {
    let letters: Vec<char> = hit.title.chars().collect();
    let part = |from: usize, to: usize| {
        letters.get(from..to).unwrap_or_default().iter().collect::<String>()
    };
    let mut words = Vec::new();
    let mut at = 0;
    for range in hit.matched(&hit.title).iter().filter(|_| hit.field == Field::Title) {
        words.push((Part::Words(Role::Text), part(at, range.start)));
        words.push((Part::Mark, part(range.start, range.end)));
        at = range.end;
    }
    words.push((Part::Words(Role::Text), part(at, letters.len())));
    words
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

/// Returns the words of the row that switches mending off and on.
fn as_typed(exact: bool) -> &'static str {
    if exact { "As typed. Similar words too: Ctrl-T" } else { "Only the letters as typed: Ctrl-T" }
}

fn nothing(results: &Results, library: &Library, paint: &mut Paint<'_>, area: Rect) {
    let typed = results.finder.input.value().trim();
    let lines: Vec<String> = if typed.is_empty() {
        vec![
            "Type a symptom, a treatment, a brand name or everyday words.".to_owned(),
            String::new(),
            "For example:  eyes squeeze shut    botox    hand cramps when writing".to_owned(),
        ]
    } else {
        let said = browse::nothing(&results.found, typed, library.cards().len());
        said.into_iter().flat_map(|line| [line, String::new()]).collect()
    };
    let width = usize::from(area.width).clamp(1, MEASURE);
    for (n, line) in lines.iter().flat_map(|line| fold_lines(line, width)).enumerate() {
        paint.words(row(area, n), &[(Part::Words(Role::Text), &line)]);
    }
}

fn inside(area: Rect) -> Rect {
    Rect { x: area.x + 2.min(area.width), width: area.width.saturating_sub(2), ..area }
}
