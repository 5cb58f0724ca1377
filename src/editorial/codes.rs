//! Numbers in registers of diseases, compared with the mapping tables of Mondo.
//!
//! The tables come as SSSOM (Simple Standard for Sharing Ontological Mappings), tab-separated text in
//! which a row says that a Mondo number means the same as a number of another register.

use super::remark::Remark;
use crate::speech::Level;
use std::collections::{BTreeMap, BTreeSet};

/// The register to which the others are mapped.
const MONDO: &str = "MONDO";

/// Registers that the tables call by another word than pages do.
const OTHER_WORDS: [(&str, &str); 2] = [("Orphanet", "ORPHA"), ("mesh", "MESH")];

/// What mapping tables say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The Mondo numbers of each number of another register.
    mondo: BTreeMap<String, BTreeSet<String>>,
    /// The name of each Mondo number.
    names: BTreeMap<String, String>,
    /// The registers that the tables cover.
    systems: BTreeSet<String>,
}

impl Register {
    /// Adds a table. Returns whether it is one: a row of headings names `subject_id` and `object_id`.
    pub fn add(&mut self, table: &str) -> bool {
        let mut rows = table.lines().filter(|line| !line.starts_with('#'));
        let headings: Vec<&str> = rows.next().unwrap_or_default().split('\t').collect();
        let column = |name| headings.iter().position(|heading| *heading == name);
        let (Some(subject), Some(object)) = (column("subject_id"), column("object_id")) else {
            return false;
        };
        let label = column("subject_label");
        for row in rows {
            let cells: Vec<&str> = row.split('\t').collect();
            let (Some(mondo), Some(code)) = (cells.get(subject), cells.get(object)) else {
                continue;
            };
            let code = as_pages_write(code);
            self.systems.extend([MONDO].into_iter().chain(system(&code)).map(str::to_owned));
            self.mondo.entry(code).or_default().insert((*mondo).to_owned());
            let name = label.and_then(|label| cells.get(label)).copied().unwrap_or_default();
            self.names.insert((*mondo).to_owned(), name.to_owned());
        }
        true
    }

    /// Returns the code with as many zeros before its number as the tables write, if they know it so.
    fn padded(&self, code: &str) -> Option<&str> {
        let bare = |code: &str| {
            code.split_once(':')
                .map(|(system, number)| format!("{system}:{}", number.trim_start_matches('0')))
        };
        self.mondo.keys().map(String::as_str).find(|other| bare(other) == bare(code))
    }

    /// Returns a Mondo number with its name.
    fn named(&self, mondo: &str) -> String {
        match self.names.get(mondo).filter(|name| !name.is_empty()) {
            Some(name) => format!("{mondo} ({name})"),
            None => mondo.to_owned(),
        }
    }
}

/// Returns the codes of a condition file that do not agree with the tables: numbers of something that
/// the page does not name by its Mondo number, and numbers that the tables do not know. The latter
/// matter less, because the tables list only what is mapped.
pub fn wrong_codes(file: &str, source: &str, codes: &[String], register: &Register) -> Vec<Remark> {
    let own: BTreeSet<&str> =
        codes.iter().map(String::as_str).filter(|code| system(code) == Some(MONDO)).collect();
    let mut remarks = Vec::new();
    for code in codes {
        let Some((level, message, hint)) = wrong(code, &own, register) else { continue };
        let at = source.find(&format!("\"{code}\"")).unwrap_or_default();
        remarks.push(Remark::at(file, source, at, level, "code", message).hint(hint));
    }
    remarks
}

/// Returns how much it matters what is wrong with a code, what it is and what to do.
fn wrong(code: &str, own: &BTreeSet<&str>, register: &Register) -> Option<(Level, String, String)> {
    let system = system(code).filter(|system| register.systems.contains(*system))?;
    let known = register.mondo.get(code);
    if known.is_none() && !register.names.contains_key(code) {
        let message = format!("the tables do not know {code}");
        return Some(match register.padded(code) {
            Some(other) => (Level::Warning, message, format!("Write \"{other}\".")),
            None => (Level::Hint, message, format!("Look it up in the register {system} again.")),
        });
    }
    let meant = known.filter(|meant| !meant.iter().any(|mondo| own.contains(mondo.as_str())))?;
    let named: Vec<String> = meant.iter().map(|mondo| register.named(mondo)).collect();
    let first = meant.first()?;
    Some((
        Level::Warning,
        format!("{code} is {}, which the page does not name", named.join(" or ")),
        format!("Write \"{first}\" beside it if the page is about that too, else delete it."),
    ))
}

/// Returns the register of a code.
fn system(code: &str) -> Option<&str> {
    code.split_once(':').map(|(system, _)| system)
}

fn as_pages_write(code: &str) -> String {
    let other =
        system(code).and_then(|word| OTHER_WORDS.iter().find(|(theirs, _)| *theirs == word));
    match (other, code.split_once(':')) {
        (Some((_, ours)), Some((_, number))) => format!("{ours}:{number}"),
        _ => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# a comment\nsubject_id\tsubject_label\tpredicate_id\tobject_id\n\
                         MONDO:1\tmarl\tskos:exactMatch\tOrphanet:77\n\
                         MONDO:2\tleft marl\tskos:exactMatch\tOrphanet:78\n";

    fn said(codes: &[&str]) -> Vec<String> {
        let mut register = Register::default();
        assert!(register.add(TABLE));
        let source = format!("name = \"Marl\"\ncodes = {codes:?}\n");
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        let remarks = wrong_codes("marl.toml", &source, &codes, &register);
        remarks.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn numbers_of_one_thing_agree_and_other_registers_are_left_alone() {
        assert_eq!(said(&["MONDO:1", "ORPHA:77", "ICD-10:G24"]), [""; 0]);
        assert_eq!(said(&["MONDO:1", "MONDO:2", "ORPHA:77", "ORPHA:78"]), [""; 0]);
    }

    #[test]
    fn a_number_of_something_else_or_of_nothing_is_named_in_its_place() {
        assert_eq!(
            said(&["MONDO:1", "ORPHA:78", "ORPHA:79", "MONDO:3", "ORPHA:077"]),
            [
                "marl.toml:2:21: warning, code: ORPHA:78 is MONDO:2 (left marl), which the page does \
                 not name\n  Hint: Write \"MONDO:2\" beside it if the page is about that too, else \
                 delete it.",
                "marl.toml:2:33: hint, code: the tables do not know ORPHA:79\n  \
                 Hint: Look it up in the register ORPHA again.",
                "marl.toml:2:45: hint, code: the tables do not know MONDO:3\n  \
                 Hint: Look it up in the register MONDO again.",
                "marl.toml:2:56: warning, code: the tables do not know ORPHA:077\n  \
                 Hint: Write \"ORPHA:77\".",
            ]
        );
    }

    #[test]
    fn a_text_without_the_two_columns_is_no_table() {
        assert!(!Register::default().add("a\tb\n1\t2\n"));
    }
}
