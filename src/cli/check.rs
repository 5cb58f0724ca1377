//! `rarebook check`: checks condition files before they are shared.

use super::args::{Check, ReportForm};
use super::failure::{Failure, Kind};
use super::folder::{files_in, is_content, read};
use super::output::{Output, aside};
use super::report::report;
use crate::document::count;
use crate::editorial::{
    Register, Remark, hard_parts, hard_to_read, said_twice, sounds_wrong, too_close, wrong_codes,
};
use crate::library::{self, File, FileKind, Library, Problem, prose, read_files, read_glossary};
use crate::speech::Level;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Endings of files that may be checked by ear besides condition files.
const TEXTS: [&str; 2] = ["txt", "md"];

pub(super) fn run(check: &Check, output: &mut Output) -> Result<ExitCode, Failure> {
    let mut files = Vec::new();
    let mut remarks = Vec::new();
    let mut paths = BTreeSet::new();
    for path in &check.paths {
        paths.extend(files_of(path, check.speech)?);
    }
    for path in &paths {
        match read(path) {
            Ok(file) => files.push(file),
            Err(why) => remarks.push(unreadable(path, &why)),
        }
    }
    if paths.is_empty() {
        let what = if check.speech { "no .toml, .txt or .md file" } else { "no .toml file" };
        return Err(Failure::new(Kind::Usage, format!("There is {what} in that place.")));
    }
    if check.speech {
        remarks.extend(files.iter().flat_map(|(name, bytes)| by_ear(name, bytes)));
    } else {
        remarks.extend(by_all(check, &files)?);
    }
    // Hints are many, and no page needs to follow all of them.
    let hints = remarks.iter().filter(|remark| remark.level == Level::Hint).count();
    if !check.hints {
        remarks.retain(|remark| remark.level != Level::Hint);
    }
    output.write(&report(&remarks, paths.len(), check.form()))?;
    if hints > 0 && !check.hints && check.form() == ReportForm::Text {
        let many = count(hints, "hint", "hints");
        aside(&format!("{many} not shown: --hints shows them.\n"));
    }
    let worst = remarks.iter().map(|remark| remark.level).min();
    Ok(match worst {
        Some(Level::Error) => ExitCode::from(2),
        Some(Level::Warning) if check.strict => ExitCode::from(1),
        _ => ExitCode::SUCCESS,
    })
}

/// Checks condition files: their form, and if that is right, their language, their sound, sentences
/// that stand twice, and words too close to a text that was read.
fn by_all(check: &Check, files: &[File]) -> Result<Vec<Remark>, Failure> {
    // A page may point to a page beside it, or to one that the program carries, without naming it
    // on the command line.
    let beside: Vec<String> = check
        .paths
        .iter()
        .filter(|path| path.is_file())
        .flat_map(|path| slugs_beside(path))
        .collect();
    let bundled = crate::bundled().ok();
    let carried = bundled.iter().flat_map(Library::cards).map(|card| card.id.as_str());
    let others: Vec<&str> = beside.iter().map(String::as_str).chain(carried).collect();
    let problems = read_files(files, &others).problems;
    let mut remarks: Vec<Remark> = problems.into_iter().map(Remark::from).collect();
    let against = check.against.as_deref().map(text_of).transpose()?;
    let register = register(&check.codes)?;
    let mut pages = Vec::new();
    for (name, bytes) in files {
        let source = String::from_utf8_lossy(bytes).into_owned();
        let Some((names, own)) = of_form(name, bytes, &source, &register) else { continue };
        remarks.extend(own);
        remarks.extend(sounds_wrong(name, &source));
        if let Some(read) = &against {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            remarks.extend(too_close(name, &source, &names, read));
        }
        pages.push((name.clone(), source));
    }
    remarks.extend(said_twice(&pages));
    remarks.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    Ok(remarks)
}

/// Returns the text of a file that was named beside those to check.
fn text_of(path: &Path) -> Result<String, Failure> {
    let (_, bytes) = read(path).map_err(|why| {
        let message = format!("{} cannot be read: {why}.", path.display());
        Failure::new(Kind::Content, message)
    })?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads mapping tables.
fn register(tables: &[PathBuf]) -> Result<Register, Failure> {
    let mut register = Register::default();
    for path in tables {
        if !register.add(&text_of(path)?) {
            let message = format!("{} is no mapping table in SSSOM.", path.display());
            let hint = "It needs the columns subject_id and object_id. Unpack a .gz file first.";
            return Err(Failure::new(Kind::Content, message).hint(hint));
        }
    }
    Ok(register)
}

/// Returns the names that a file of the right form defines, what is hard to read in it and which of
/// its codes are wrong; none if it has no text for readers, or not the right form.
fn of_form(
    name: &str,
    bytes: &[u8],
    source: &str,
    register: &Register,
) -> Option<(Vec<String>, Vec<Remark>)> {
    match FileKind::of(Path::new(name)) {
        Some(FileKind::Words) => None,
        Some(FileKind::Glossary) => {
            let glossary = read_glossary(name, bytes).ok()?;
            let names = glossary.terms.into_iter().map(|term| term.name).collect();
            Some((names, hard_parts(name, source, &[])))
        }
        _ => {
            let condition = library::read(name, bytes).ok()?;
            let mut own = hard_to_read(name, source, &condition);
            own.extend(wrong_codes(name, source, &condition.codes, register));
            Some((condition.names().map(str::to_owned).collect(), own))
        }
    }
}

/// Checks how a text sounds. A condition file that is no TOML cannot be told from its words.
fn by_ear(name: &str, bytes: &[u8]) -> Vec<Remark> {
    let text = String::from_utf8_lossy(bytes);
    if is_content(Path::new(name)) && prose(&text).is_none() {
        let problems = library::read(name, bytes).err().unwrap_or_default();
        return problems.into_iter().map(Remark::from).collect();
    }
    sounds_wrong(name, &text)
}

/// Returns the path itself if it is no folder, else the files in it that can be checked, sorted.
fn files_of(path: &Path, texts: bool) -> Result<Vec<PathBuf>, Failure> {
    let is_text = |path: &Path| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        texts && ending.is_some_and(|ending| TEXTS.contains(&ending))
    };
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    files_in(path, |path| is_content(path) || is_text(path))
        .map_err(|why| Failure::new(Kind::Content, unreadable(path, &why).to_string()))
}

/// Returns the slugs of the condition files in the folder of a file.
fn slugs_beside(path: &Path) -> Vec<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let beside = files_in(folder, is_content).unwrap_or_default();
    beside.iter().filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect()
}

/// Returns the remark on a path that cannot be read.
fn unreadable(path: &Path, why: &std::io::Error) -> Remark {
    Problem::unreadable(&path.display().to_string(), why).into()
}
