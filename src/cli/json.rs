//! JSON output. The shapes are part of the interface and are described in `docs/json.md`.

use crate::editorial;
use crate::library::{Found, Library, Sought};
use crate::model::{Address, Condition, Detail, Glossary, Item, Section, WordSet};
use crate::search::{Query, Results};
use serde_json::{Map, Value, json};

/// The version of the shapes.
const SCHEMA: u32 = 1;

/// Returns all conditions.
pub(super) fn list(library: &Library) -> String {
    let conditions: Vec<Value> = library
        .cards()
        .map(|card| {
            json!({
                "id": card.id, "name": card.name, "summary": card.summary,
                "also_called": card.also_called, "pack": null,
            })
        })
        .collect();
    text(&json!({ "schema": SCHEMA, "conditions": conditions }))
}

/// Returns what was asked for: a condition or a part of it, or the glossary or a term of it.
pub(super) fn show(sought: &Sought<'_>, library: &Library) -> String {
    match sought {
        Sought::Page(found) => page(found),
        Sought::Glossary(term) => glossary(library.glossary(), term.map(|(place, _)| place)),
    }
}

fn glossary(glossary: &Glossary, only: Option<usize>) -> String {
    let ids: Vec<&str> = glossary.sources.iter().map(|source| source.id.as_str()).collect();
    let asked = glossary.terms.iter().enumerate();
    let asked = asked.filter(|(place, _)| only.is_none_or(|only| only == *place));
    let terms: Vec<&Item> = asked.map(|(_, term)| term).collect();
    let cited = |number| terms.iter().any(|term| term.sources.contains(&number));
    let sources = glossary.sources.iter().enumerate().filter(|(place, _)| cited(place + 1));
    text(&json!({
        "schema": SCHEMA,
        "glossary": {
            "terms": terms.iter().map(|term| item(&Address::term(&term.id), &ids, term)).collect::<Vec<_>>(),
            "sources": sources.filter_map(|(place, item)| source(place, item)).collect::<Vec<_>>(),
        },
    }))
}

fn page(found: &Found<'_>) -> String {
    let condition = found.condition;
    let sections: Vec<Value> = condition
        .sections
        .iter()
        .filter(|section| found.section.is_none_or(|asked| asked.id == section.id))
        .map(|section| self::section(condition, section, found.item.map(|(place, _)| place)))
        .collect();
    let cited = cited(found);
    let sources: Vec<Value> = condition
        .sources()
        .enumerate()
        .filter(|(place, _)| cited.contains(&(place + 1)))
        .filter_map(|(place, (item, _))| source(place, item))
        .collect();
    let grade = (editorial::reading(condition).grade * 10.0).round() / 10.0;
    text(&json!({
        "schema": SCHEMA,
        "condition": {
            "id": condition.id, "name": condition.name, "summary": condition.summary,
            "say_it": condition.say_it, "also_called": condition.also_called,
            "short_names": condition.short_names, "codes": condition.codes,
            "audience": words(&condition.audience), "body_areas": words(&condition.body_areas),
            "related": condition.related, "written": condition.written.to_string(),
            "checked": condition.checked.to_string(), "check_again": condition.check_again.to_string(),
            "reading_grade": grade, "sections": sections, "sources": sources,
        },
    }))
}

/// Returns a source by its place, counted from 0.
fn source(place: usize, item: &Item) -> Option<Value> {
    let Detail::Source(source) = &item.detail else { return None };
    Some(json!({
        "id": item.id, "number": place + 1, "title": item.name, "publisher": source.publisher,
        "url": source.url, "read": source.read.to_string(), "year": source.year,
        "copy": source.copy, "licence": source.licence,
    }))
}

/// Returns the numbers of the sources that a part names; all of them for a whole condition.
fn cited(found: &Found<'_>) -> Vec<usize> {
    match (found.section, found.item) {
        (Some(_), Some((_, item))) => item.sources.clone(),
        (Some(section), None) if section.id != crate::model::SectionId::Sources => {
            let opening = section.text.iter().flat_map(|passage| passage.sources.iter().copied());
            opening
                .chain(section.items.iter().flat_map(|item| item.sources.iter().copied()))
                .collect()
        }
        _ => (1..=found.condition.sources().count()).collect(),
    }
}

fn section(condition: &Condition, section: &Section, only: Option<usize>) -> Value {
    let ids: Vec<&str> = condition.sources().map(|(item, _)| item.id.as_str()).collect();
    let items: Vec<Value> = section
        .items
        .iter()
        .enumerate()
        .filter(|(place, _)| only.is_none_or(|only| only == *place))
        .map(|(_, item)| {
            let address = Address::item(&condition.id, section.id, &item.id);
            self::item(&address, &ids, item)
        })
        .collect();
    let opening = section.text.as_ref().filter(|_| only.is_none());
    json!({
        "id": section.id.word(), "title": section.id.title(),
        "text": opening.map(|passage| &passage.text),
        "sources": opening.map(|passage| source_ids(&ids, &passage.sources)).unwrap_or_default(),
        "items": items,
    })
}

fn item(address: &Address, sources: &[&str], item: &Item) -> Value {
    let mut value = json!({
        "id": item.id, "address": address.to_string(),
        "kind": item.kind.word(), "title": item.name, "text": item.text, "group": item.group,
        "sources": source_ids(sources, &item.sources),
        "see": item.see.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "search_words": item.search_words,
    });
    if let Some(object) = value.as_object_mut() {
        object.append(&mut detail(&item.detail));
    }
    value
}

/// Returns what only some kinds of items have.
fn detail(detail: &Detail) -> Map<String, Value> {
    let value = match detail {
        Detail::None => json!({}),
        Detail::RedFlag { level, action } => json!({ "level": level.word(), "do": action }),
        Detail::Symptom { area, how_often, hpo } => json!({
            "area": area.map(WordSet::word), "how_often": how_often.map(WordSet::word), "hpo": hpo,
        }),
        Detail::Cause(kind) => json!({ "cause": kind.map(WordSet::word) }),
        Detail::Test { looks_for } => json!({ "looks_for": looks_for }),
        Detail::Treatment { kind, works_on, side_effects } => json!({
            "treatment": kind.word(), "works_on": works_on, "side_effects": side_effects,
        }),
        Detail::Evidence(evidence) => json!({ "evidence": evidence.map(WordSet::word) }),
        Detail::Support { country, url, phone } => {
            json!({ "country": country, "url": url, "phone": phone })
        }
        Detail::Term { say_it, also_called } => {
            json!({ "say_it": say_it, "also_called": also_called })
        }
        Detail::Source(source) => json!({
            "publisher": source.publisher, "url": source.url, "read": source.read.to_string(),
        }),
    };
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

fn source_ids(ids: &[&str], numbers: &[usize]) -> Vec<String> {
    numbers.iter().filter_map(|number| ids.get(number - 1)).map(|id| (*id).to_owned()).collect()
}

fn words<T: WordSet>(members: &[T]) -> Vec<&'static str> {
    members.iter().map(|member| member.word()).collect()
}

/// Returns the hits of a query.
pub(super) fn search(query: &Query, results: &Results, library: &Library) -> String {
    let hits: Vec<Value> = results
        .hits
        .iter()
        .enumerate()
        .map(|(n, hit)| {
            let matched = hit.matched(&hit.found_in(library));
            json!({
                "address": hit.address.to_string(), "condition": hit.address.condition,
                "section": hit.address.section.map(WordSet::word), "kind": hit.kind.word(),
                "title": hit.title, "text": hit.text(library), "alias": hit.alias, "field": hit.field.word(),
                "matched": matched.iter().map(|range| [range.start, range.end]).collect::<Vec<_>>(),
                "why": hit.why, "fit": hit.fit.word(), "rank": n + 1,
                "others": hit.others.iter().map(ToString::to_string).collect::<Vec<_>>(),
            })
        })
        .collect();
    text(&json!({
        "schema": SCHEMA, "query": query.typed, "corrected": results.corrected,
        "emergency": results.alarm.as_ref().map(|alarm| {
            json!({ "help": alarm.help.as_ref().map(|hit| hit.address.to_string()) })
        }),
        "close": results.close, "hits": hits,
    }))
}

/// Writes a value on several lines. Unsafe characters are escaped, so that printing is safe too.
pub(super) fn text(value: &Value) -> String {
    let raw = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut text = String::with_capacity(raw.len() + 1);
    for c in raw.chars() {
        if c != '\n' && crate::model::is_unsafe(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            text.push(c);
        }
    }
    text.push('\n');
    text
}
