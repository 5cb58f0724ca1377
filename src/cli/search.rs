//! `rarebook search`: ranked hits as numbered lines.

use super::args::Search;
use super::failure::{Failure, Kind};
use super::json;
use super::output::{Output, width};
use crate::library::Library;
use crate::linear::hit_lines;
use crate::model::clean;
use crate::search::{Index, Query, kind_words, kinds_from_words};
use std::process::ExitCode;

pub(super) fn run(
    search: &Search,
    library: &Library,
    output: &mut Output,
) -> Result<ExitCode, Failure> {
    let typed = search.words.join(" ");
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
        Some(typed) => Some(library.find_typed(typed)?.0),
        None => None,
    };
    let query = Query { typed, kinds, within, exact: search.exact };
    let mut results = Index::of(library).search(&query);
    results.hits.truncate(usize::try_from(search.limit).unwrap_or(usize::MAX));
    if search.json {
        output.write(&json::search(&query, &results))?;
        return Ok(ExitCode::from(u8::from(results.hits.is_empty())));
    }
    if results.hits.is_empty() {
        return Err(Failure::new(
            Kind::NothingFound,
            format!("Nothing found for \"{}\" in {} conditions.", clean(query.typed.trim()), library.cards().len()),
        )
        .hint("Try fewer or other words. Not finding something here does not mean it is not real or not serious."));
    }
    let width = width(None);
    let mut text = String::new();
    for (n, hit) in results.hits.iter().enumerate() {
        for line in hit_lines(n + 1, hit, width) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    output.write(&text)?;
    Ok(ExitCode::SUCCESS)
}
