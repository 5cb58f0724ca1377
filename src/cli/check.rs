//! `rarebook check`: checks condition files before they are shared.

use super::args::Check;
use super::failure::{Failure, Kind};
use super::output::Output;
use crate::document::count;
use crate::library::{File, Library, is_condition_file, read_among};
use crate::model::clean;
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The most bytes of one file that are read. More than any page may have.
const READ_MAX: u64 = 9 * 1024 * 1024;

pub(super) fn run(check: &Check, output: &mut Output) -> Result<ExitCode, Failure> {
    let mut files = Vec::new();
    let mut unreadable = Vec::new();
    let mut paths = BTreeSet::new();
    for path in &check.paths {
        paths.extend(toml_files(path)?);
    }
    for path in paths {
        match read(&path) {
            Ok(file) => files.push(file),
            Err(why) => unreadable.push(why),
        }
    }
    if files.is_empty() && unreadable.is_empty() {
        return Err(Failure::new(Kind::Usage, "There is no .toml file in that place."));
    }
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
    let problems = match read_among(&files, &others) {
        Ok(_) if unreadable.is_empty() => {
            let files = count(files.len(), "file", "files");
            output.write(&format!("{files} checked, no problems.\n"))?;
            return Ok(ExitCode::SUCCESS);
        }
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    };
    let mut text = String::new();
    for line in unreadable.iter().cloned().chain(problems.iter().map(ToString::to_string)) {
        text.push_str(&line);
        text.push('\n');
    }
    let all = count(problems.len() + unreadable.len(), "problem", "problems");
    let files = count(files.len() + unreadable.len(), "file", "files");
    output.write(&format!("{text}{all} in {files}.\n"))?;
    Ok(ExitCode::from(2))
}

/// Returns the path itself if it is no folder, else the condition files in it, sorted.
fn toml_files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries =
        fs::read_dir(path).map_err(|why| Failure::new(Kind::Content, unreadable(path, &why)))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| is_condition_file(path))
        .collect();
    files.sort();
    Ok(files)
}

/// Returns the slugs of the condition files in the folder of a file.
fn slugs_beside(path: &Path) -> Vec<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let beside = toml_files(folder.unwrap_or(Path::new("."))).unwrap_or_default();
    beside.iter().filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect()
}

fn read(path: &Path) -> Result<File, String> {
    let bytes = fs::metadata(path)
        .and_then(|about| {
            if !about.is_file() {
                return Err(std::io::Error::other("it is not a file"));
            }
            let mut bytes = Vec::new();
            fs::File::open(path)?.take(READ_MAX).read_to_end(&mut bytes)?;
            Ok(bytes)
        })
        .map_err(|why| unreadable(path, &why))?;
    Ok((path.display().to_string(), bytes))
}

/// Returns the sentence for a path that cannot be read.
fn unreadable(path: &Path, why: &std::io::Error) -> String {
    format!("{}: this cannot be read: {why}", clean(&path.display().to_string()))
}
