//! Remarks as text for people, as JSON for programs and as SARIF for editors and code hosts.

use super::args::ReportForm;
use super::json;
use crate::document::count;
use crate::editorial::Remark;
use crate::model::WordSet;
use crate::speech::Level;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The version of the JSON shape.
const SCHEMA: u32 = 1;

/// Returns the remarks on so many files in a form.
pub(super) fn report(remarks: &[Remark], files: usize, form: ReportForm) -> String {
    match form {
        ReportForm::Text => text(remarks, files),
        ReportForm::Json => json::text(&json!({
            "schema": SCHEMA, "files": files, "remarks": remarks.iter().map(remark).collect::<Vec<_>>(),
        })),
        ReportForm::Sarif => json::text(&sarif(remarks)),
    }
}

fn text(remarks: &[Remark], files: usize) -> String {
    let files = count(files, "file", "files");
    if remarks.is_empty() {
        return format!("{files} checked, no problems.\n");
    }
    let mut text = String::new();
    for remark in remarks {
        text.push_str(&format!("{remark}\n"));
    }
    let of = |level, one, many| {
        let number = remarks.iter().filter(|remark| remark.level == level).count();
        (number > 0).then(|| count(number, one, many))
    };
    let counts: Vec<String> = [
        of(Level::Error, "problem", "problems"),
        of(Level::Warning, "warning", "warnings"),
        of(Level::Hint, "hint", "hints"),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!("{text}{} in {files}.\n", crate::document::and_list(&counts))
}

fn remark(remark: &Remark) -> Value {
    json!({
        "file": remark.file, "line": remark.line, "column": remark.column,
        "level": remark.level.word(), "rule": remark.rule, "message": remark.message, "hint": remark.hint,
    })
}

/// Returns remarks in the Static Analysis Results Interchange Format 2.1.0 (OASIS).
fn sarif(remarks: &[Remark]) -> Value {
    let rules: BTreeMap<&str, Value> =
        remarks.iter().map(|remark| (remark.rule, json!({ "id": remark.rule }))).collect();
    let results: Vec<Value> = remarks
        .iter()
        .map(|remark| {
            let hint = remark.hint.as_ref().map(|hint| format!(" {hint}")).unwrap_or_default();
            let file = json!({ "uri": remark.file });
            let region = json!({ "startLine": remark.line, "startColumn": remark.column });
            let place = if remark.line == 0 {
                json!({ "artifactLocation": file })
            } else {
                json!({ "artifactLocation": file, "region": region })
            };
            json!({
                "ruleId": remark.rule,
                "level": match remark.level {
                    Level::Error => "error",
                    Level::Warning => "warning",
                    Level::Hint => "note",
                },
                "message": { "text": format!("{}{hint}", remark.message) },
                "locations": [{ "physicalLocation": place }],
            })
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.into_values().collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}
