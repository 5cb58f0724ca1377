//! From checked TOML to a condition. What is not there becomes empty; nothing is judged here.

use super::format::{BLOCKS, Block, Role, fact_words};
use super::tree;
use crate::model::{
    Address, Condition, Detail, Glossary, Item, Kind, Passage, Section, SectionId, Source, WordSet,
    capital, slug,
};
use toml::de::{DeTable, DeValue};

/// Builds a condition from a table that passed every check.
pub(super) fn condition(id: &str, top: &DeTable<'_>) -> Option<Condition> {
    let sources = source_ids(top);
    let mut sections: Vec<Section> = SectionId::ALL
        .iter()
        .map(|id| Section { id: *id, text: None, items: Vec::new() })
        .collect();
    // Types stand before the facts of the overview, as a reader asks "which sorts are there" first.
    let (items, facts): (Vec<&Block>, Vec<&Block>) =
        BLOCKS.iter().partition(|block| !matches!(block.role, Role::Fact(_)));
    for block in items.into_iter().chain(facts) {
        for (table, _) in tree::blocks(top, block.name) {
            match block.role {
                Role::Opening(section) => {
                    sections[section.index()].text = Some(passage(table, &sources)?);
                }
                Role::Fact(name) => {
                    sections[SectionId::Overview.index()]
                        .items
                        .push(fact(block.name, name, table, &sources)?);
                }
                Role::Items(kind) => {
                    let section = &mut sections[SectionId::of_kind(kind).index()];
                    section.items.push(item(kind, table, &sources)?);
                }
                Role::Entry => {}
            }
        }
    }
    sections[SectionId::GetHelp.index()].items.sort_by_key(|item| match item.detail {
        Detail::RedFlag { level, .. } => Some(level),
        _ => None,
    });
    Some(Condition {
        id: id.to_owned(),
        name: line(top, "name")?,
        summary: line(top, "summary")?,
        say_it: line(top, "say_it"),
        also_called: lines(top, "also_called"),
        short_names: lines(top, "short_names"),
        search_words: lines(top, "search_words"),
        audience: choices(top, "audience"),
        body_areas: choices(top, "body_areas"),
        codes: lines(top, "codes"),
        related: lines(top, "related"),
        plain_words: lines(top, "plain_words"),
        written: tree::date(top, "written")?.0,
        checked: tree::date(top, "checked")?.0,
        check_again: tree::date(top, "check_again")?.0,
        sections,
    })
}

/// Builds the glossary from a table that passed every check. Terms come in the order of the
/// alphabet, whatever the order in the file.
pub(super) fn glossary(top: &DeTable<'_>) -> Option<Glossary> {
    let sources = source_ids(top);
    let items = |block, kind| -> Option<Vec<Item>> {
        tree::blocks(top, block).map(|(table, _)| item(kind, table, &sources)).collect()
    };
    let mut terms = items("term", Kind::Term)?;
    // In the file a term is written as in a sentence, in lists like every other name.
    for term in &mut terms {
        term.name = capital(&term.name);
    }
    terms.sort_by_cached_key(|term| term.name.to_lowercase());
    Some(Glossary { terms, sources: items("source", Kind::Source)? })
}

fn source_ids<'a>(top: &'a DeTable<'a>) -> Vec<&'a str> {
    tree::blocks(top, "source")
        .filter_map(|(source, _)| tree::text(source, "id").map(|(id, _)| id))
        .collect()
}

fn fact(id: &str, name: &str, table: &DeTable<'_>, sources: &[&str]) -> Option<Item> {
    let Passage { text, sources } = passage(table, sources)?;
    Some(Item {
        id: slug(id),
        kind: Kind::Fact,
        name: name.to_owned(),
        text,
        group: None,
        sources,
        see: Vec::new(),
        search_words: fact_words(id).iter().map(|word| (*word).to_owned()).collect(),
        detail: Detail::None,
    })
}

fn item(kind: Kind, table: &DeTable<'_>, sources: &[&str]) -> Option<Item> {
    let name = line(
        table,
        match kind {
            Kind::Source => "title",
            Kind::Disagreement => "about",
            _ => "name",
        },
    )?;
    Some(Item {
        id: line(table, "id").unwrap_or_else(|| slug(&name)),
        kind,
        name,
        text: tree::text(table, "text").map(|(text, _)| paragraphs(text)).unwrap_or_default(),
        group: line(table, "group"),
        sources: numbers(table, sources),
        see: tree::list(table, "see")
            .filter_map(|(text, _)| text.parse::<Address>().ok())
            .collect(),
        search_words: lines(table, "search_words"),
        detail: detail(kind, table)?,
    })
}

fn detail(kind: Kind, table: &DeTable<'_>) -> Option<Detail> {
    Some(match kind {
        Kind::RedFlag => {
            Detail::RedFlag { level: tree::choice(table, "level")?, action: line(table, "do")? }
        }
        Kind::Symptom => Detail::Symptom {
            area: tree::choice(table, "area"),
            how_often: tree::choice(table, "how_often"),
            hpo: line(table, "hpo"),
        },
        Kind::Cause => Detail::Cause(tree::choice(table, "kind")),
        Kind::Test => Detail::Test { looks_for: line(table, "looks_for") },
        Kind::Treatment => Detail::Treatment {
            kind: tree::choice(table, "kind")?,
            works_on: line(table, "works_on"),
            side_effects: lines(table, "side_effects"),
        },
        Kind::Coping | Kind::Alternative => Detail::Evidence(tree::choice(table, "evidence")),
        Kind::Support => Detail::Support {
            country: line(table, "country"),
            url: line(table, "url"),
            phone: line(table, "phone"),
        },
        Kind::Term => {
            Detail::Term { say_it: line(table, "say_it"), also_called: lines(table, "also_called") }
        }
        Kind::Source => Detail::Source(Source {
            publisher: line(table, "publisher")?,
            url: line(table, "url")?,
            read: tree::date(table, "read")?.0,
            year: match table.get("year").map(toml::Spanned::get_ref) {
                Some(DeValue::Integer(year)) => year.as_str().parse().ok(),
                _ => None,
            },
            copy: line(table, "copy"),
            licence: line(table, "licence"),
        }),
        Kind::Condition
        | Kind::Section
        | Kind::Type
        | Kind::Fact
        | Kind::Complication
        | Kind::Disagreement => Detail::None,
    })
}

fn passage(table: &DeTable<'_>, sources: &[&str]) -> Option<Passage> {
    let (text, _) = tree::text(table, "text")?;
    Some(Passage { text: paragraphs(text), sources: numbers(table, sources) })
}

/// Returns the numbers of the sources named in `src`, counted from 1, in rising order.
fn numbers(table: &DeTable<'_>, sources: &[&str]) -> Vec<usize> {
    let mut numbers: Vec<usize> = tree::list(table, "src")
        .filter_map(|(id, _)| sources.iter().position(|known| *known == id))
        .map(|place| place + 1)
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn line(table: &DeTable<'_>, key: &str) -> Option<String> {
    tree::text(table, key).map(|(text, _)| one_line(text))
}

fn lines(table: &DeTable<'_>, key: &str) -> Vec<String> {
    tree::list(table, key).map(|(text, _)| one_line(text)).collect()
}

fn choices<T: WordSet>(table: &DeTable<'_>, key: &str) -> Vec<T> {
    tree::list(table, key).filter_map(|(word, _)| T::from_word(word)).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Joins the lines of each paragraph; paragraphs stay parted by one empty line.
fn paragraphs(text: &str) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        if line.trim().is_empty() {
            if !lines.is_empty() {
                paragraphs.push(one_line(&lines.join(" ")));
                lines.clear();
            }
        } else {
            lines.push(line);
        }
    }
    paragraphs.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn lines_of_a_paragraph_become_one() {
        assert_eq!(paragraphs("\nOne\n  two.\n \n\nThree.\n"), "One two.\n\nThree.");
    }
}
