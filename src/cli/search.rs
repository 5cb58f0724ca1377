//! `rarebook search`: ranked hits as numbered lines.

use super::args::Search;
use super::failure::{Failure, Kind};
use super::json;
use super::output::{Output, aside, width};
use crate::browse::{above_hits, nothing};
use crate::document::wrap::fold_lines;
use crate::library::{Found, Library};
use crate::linear::hit_lines;
use crate::model::Address;
use crate::search::{Index, Query, fold, kind_words, kinds_from_words};
use std::process::ExitCode;

pub(super) fn run(
    search: &Search,
    library: &Library,
    output: &mut Output,
) -> Result<ExitCode, Failure> {
    let typed = search.words.join(" ");
    if fold(&typed).is_empty() {
        let hint = "Write a word or more, such as: rarebook search neck pain";
        return Err(Failure::new(Kind::Usage, "There is nothing to search for.").hint(hint));
    }
    let kinds =
        kinds_from_words(search.kind.as_deref().unwrap_or_default()).map_err(|(word, near)| {
            Failure::new(Kind::Usage, format!("There is no kind \"{word}\".")).hint(
                near.map_or_else(
                    || format!("Choose from: {}.", kind_words().join(", ")),
                    |near| format!("Did you mean \"{near}\"?"),
                ),
            )
        })?;
    let within = match &search.within {
        // The stable form: hits name items by id, not by number.
        Some(typed) => Some(stable(library.find_typed(typed)?.1)),
        None => None,
    };
    let query = Query { typed, kinds, within, exact: search.exact };
    let mut results = Index::of(library).search(&query);
    let all = results.count();
    results.hits.truncate(search.limit);
    if search.json {
        output.write(&json::search(&query, &results, library))?;
        return Ok(ExitCode::from(u8::from(results.hits.is_empty())));
    }
    if results.hits.is_empty() {
        let conditions = if query.within.is_some() { 1 } else { library.cards().len() };
        let mut said = nothing(&results, &query.typed, conditions);
        let hint = said.pop().unwrap_or_default();
        return Err(Failure::new(Kind::NothingFound, said.join(" ")).hint(hint));
    }
    let width = width(None);
    let mut text = String::new();
    for line in above_hits(&results, &query.typed) {
        for line in fold_lines(&line, width) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    for (n, hit) in results.hits.iter().enumerate() {
        for line in hit_lines(n + 1, hit, library, width) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    output.write(&text)?;
    if all > results.hits.len() {
        aside(&format!("{} more: --limit {all} shows them.\n", all - results.hits.len()));
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns the address of what was found, an item by its id.
fn stable(found: Found<'_>) -> Address {
    let id = &found.condition.id;
    match (found.section, found.item) {
        (Some(section), Some((_, item))) => Address::item(id, section.id, &item.id),
        (Some(section), None) => Address::section(id, section.id),
        _ => Address::condition(id),
    }
}
