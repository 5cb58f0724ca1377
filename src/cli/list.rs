//! `rarebook list`: all conditions, one line each.

use super::args::List;
use super::failure::Failure;
use super::json;
use super::output::Output;
use crate::library::Library;
use crate::model::clean;
use std::fmt::Write;
use std::process::ExitCode;

pub(super) fn run(
    list: &List,
    library: &Library,
    output: &mut Output,
) -> Result<ExitCode, Failure> {
    let mut text = String::new();
    if list.json {
        text = json::list(library);
    } else if list.csv {
        text.push_str("id,name,summary\n");
        for card in library.cards() {
            let fields = [&card.id, &card.name, &card.summary].map(|field| quoted(field));
            let _ = writeln!(text, "{}", fields.join(","));
        }
    } else {
        for card in library.cards() {
            let address = if crate::model::slug(&card.name) == card.id {
                String::new()
            } else {
                format!(" ({})", card.id)
            };
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{}{address}: {}", clean(&card.name), clean(&card.summary));
        }
    }
    output.write(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// Returns a field of comma-separated values (RFC 4180), in quotes where it needs them.
fn quoted(field: &str) -> String {
    let field = clean(field);
    if field.contains([',', '"']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.into_owned()
    }
}
