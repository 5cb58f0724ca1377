//! `rarebook new` and `rarebook suggest`: files for somebody to fill in.

use super::args::{New, Suggest};
use super::failure::{Failure, Kind};
use super::output::Output;
use crate::library::Library;
use crate::library::format::{BLOCKS, Block, Key, Need, Role, Shape, TOP_KEYS};
use crate::model::{Item, Kind as ItemKind, SectionId, WordSet, is_slug};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Writes a condition file with every key explained, ready to be filled in.
pub(super) fn new(new: &New, output: &mut Output) -> Result<ExitCode, Failure> {
    if !is_slug(&new.slug) {
        let message = format!("\"{}\" cannot be the name of a condition file.", new.slug);
        let hint = "Use small letters, digits and single hyphens, such as writers-cramp.";
        return Err(Failure::new(Kind::Usage, message).hint(hint));
    }
    let file = PathBuf::from(format!("{}.toml", new.slug));
    write_new(&file, &template())?;
    output.write(&format!(
        "{} is there. Fill it in, then run: rarebook check {}\n",
        file.display(),
        file.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes one item for a section, to be filled in and sent to the editors.
pub(super) fn suggest(
    suggest: &Suggest,
    library: &Library,
    output: &mut Output,
) -> Result<ExitCode, Failure> {
    let (address, found) = library.find_typed(&suggest.address)?;
    let Some(section) = found.section else {
        let message = format!("{address} names no section.");
        let hint = format!("Name one, such as: rarebook suggest {}/symptoms", found.condition.id);
        return Err(Failure::new(Kind::Usage, message).hint(hint));
    };
    let Some(block) = block_of(section.id) else {
        let message = format!("The section {} has no items to suggest.", section.id.word());
        return Err(Failure::new(Kind::Usage, message).hint("Try symptoms, treatment or coping."));
    };
    let file = PathBuf::from(format!("suggest-{}-{}.toml", found.condition.id, section.id.word()));
    write_new(&file, &suggestion(&found.condition.name, &found.condition.id, block, found.item))?;
    output.write(&format!(
        "{} is there. Fill it in, name what you read, and send it to the editors.\n",
        file.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a file that must not be there yet: what somebody has written is never lost.
fn write_new(file: &Path, text: &str) -> Result<(), Failure> {
    let opened = OpenOptions::new().write(true).create_new(true).open(file);
    opened.and_then(|mut opened| opened.write_all(text.as_bytes())).map_err(|why| {
        let file = file.display();
        if why.kind() == ErrorKind::AlreadyExists {
            let hint = "Move it away, or work in another folder.";
            return Failure::new(Kind::Content, format!("{file} is there already.")).hint(hint);
        }
        Failure::new(Kind::Content, format!("{file} cannot be written: {why}."))
    })
}

/// Returns a condition file with every key explained. What must be there is empty, and what may be
/// left out is a comment.
pub(super) fn template() -> String {
    let mut text = String::from(
        "# A page of rarebook. data/README.md explains the format; rarebook check names what is wrong.\n\
         # Write in plain words, give no doses, and name a source for every statement.\n\n",
    );
    for key in TOP_KEYS {
        text.push_str(&line(key));
    }
    for block in BLOCKS {
        let needed = block.need == Need::Required;
        let head = if block.repeats() {
            format!("[[{}]]", block.name)
        } else {
            format!("[{}]", block.name)
        };
        let mark = if needed { "" } else { "# " };
        text.push_str(&format!("\n# {}\n{mark}{head}\n", block.about));
        for key in block.keys() {
            let own = line(key);
            let commented = own.lines().map(|line| {
                let plain = needed || line.starts_with('#');
                if plain { format!("{line}\n") } else { format!("# {line}\n") }
            });
            text.extend(commented);
        }
    }
    text
}

/// Returns a key with what it says and an empty value.
fn line(key: &Key) -> String {
    let words = |words: &[&str]| format!(" One of: {}.", words.join(", "));
    let choice = match key.shape {
        Shape::Choice(set) | Shape::Choices(set) => words(set),
        _ => String::new(),
    };
    let mark = if key.need == Need::Required { "" } else { "# " };
    format!("# {}{choice}\n{mark}{} = {}\n", key.about, key.name, empty(key.shape))
}

/// Returns an empty value of a shape.
fn empty(shape: Shape) -> &'static str {
    match shape {
        Shape::Line | Shape::Choice(_) | Shape::Slug | Shape::Hpo | Shape::Url => "\"\"",
        Shape::Text => "\"\"\"\n\"\"\"",
        Shape::Date => "2026-01-01",
        Shape::Year => "2026",
        Shape::Lines
        | Shape::Choices(_)
        | Shape::Slugs
        | Shape::Addresses
        | Shape::Codes
        | Shape::SourceIds => "[]",
    }
}

/// Returns the block of the items that a section mostly holds.
fn block_of(section: SectionId) -> Option<&'static Block> {
    BLOCKS.iter().find(|block| match block.role {
        Role::Items(ItemKind::Source | ItemKind::Disagreement) => false,
        Role::Items(kind) => SectionId::of_kind(kind) == section,
        _ => false,
    })
}

fn suggestion(name: &str, id: &str, block: &Block, item: Option<(usize, &Item)>) -> String {
    let about = match item {
        Some((_, item)) => format!("# A change to \"{}\".\n", item.name),
        None => String::new(),
    };
    let mut text = format!(
        "# A suggestion for {name} ({id}), written with rarebook suggest.\n{about}\
         # Say what you read it in: an editor reads it too before it goes on the page.\n\n[[{}]]\n",
        block.name
    );
    for key in block.keys() {
        match (key.name, item) {
            ("name", Some((_, item))) => text.push_str(&format!("name = {:?}\n", item.name)),
            ("text", Some((_, item))) => text.push_str(&format!("text = {:?}\n", item.text)),
            _ => text.push_str(&line(key)),
        }
    }
    text.push_str("\n# What you read: the title, who published it, the address, and the day.\n");
    text.push_str("# title = \"\"\n# publisher = \"\"\n# url = \"\"\n# read = 2026-01-01\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::read;

    #[test]
    fn the_template_names_every_key_and_what_is_missing_is_told() {
        let text = template();
        for key in TOP_KEYS.iter().chain(BLOCKS.iter().flat_map(Block::keys)) {
            assert!(text.contains(&format!("{} = ", key.name)), "{}", key.name);
        }
        let problems = read("a-page.toml", text.as_bytes()).unwrap_err();
        let wrong = problems.iter().find(|problem| problem.message.contains("unknown"));
        assert!(wrong.is_none(), "{wrong:?}");
    }

    #[test]
    fn each_section_with_items_has_a_block_for_suggestions() {
        for id in SectionId::ALL.iter().filter(|id| **id != SectionId::Sources) {
            assert!(block_of(*id).is_some(), "{}", id.word());
        }
        assert!(block_of(SectionId::Sources).is_none());
    }
}
