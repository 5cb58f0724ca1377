//! Folders of content: which files they hold, and their bytes.

use crate::library::{File, FileKind};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The most bytes of one file that are read. More than any page may have.
const READ_MAX: u64 = 9 * 1024 * 1024;

/// The folder inside a folder of content that holds its conditions, as in the project's own `data`.
const CONDITIONS: &str = "conditions";

/// Returns the wanted files of a folder and of the folder `conditions` in it, sorted.
///
/// # Errors
///
/// Returns why the folder cannot be read.
pub(super) fn files_in(folder: &Path, wanted: impl Fn(&Path) -> bool) -> io::Result<Vec<PathBuf>> {
    let inside = folder.join(CONDITIONS);
    let mut files = Vec::new();
    for folder in [folder, &inside].into_iter().filter(|it| *it == folder || it.is_dir()) {
        let entries = fs::read_dir(folder)?;
        files.extend(entries.filter_map(|entry| entry.ok().map(|entry| entry.path())));
    }
    files.retain(|path| path.is_file() && wanted(path));
    files.sort();
    Ok(files)
}

/// Returns whether a file holds content, by its name.
pub(super) fn is_content(path: &Path) -> bool {
    FileKind::of(path).is_some()
}

/// Returns a file with its name as it was given.
///
/// # Errors
///
/// Returns why it cannot be read.
pub(super) fn read(path: &Path) -> io::Result<File> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(READ_MAX).read_to_end(&mut bytes)?;
    Ok((path.display().to_string(), bytes))
}
