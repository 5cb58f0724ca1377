//! The libraries that tests read: invented pages for the program, real ones for content.

use rarebook::library::{File, Library};
use std::fs;
use std::path::Path;

/// Returns the condition files of a folder below the project.
pub(crate) fn files(folder: &str) -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<File> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// Returns the library of invented conditions.
pub(crate) fn invented() -> Library {
    match Library::from_files(&files("tests/fixtures/library")) {
        Ok(library) => library,
        Err(problems) => {
            panic!("{problems:#?}")
        }
    }
}

/// Returns the bundled library.
pub(crate) fn bundled() -> Library {
    rarebook::bundled().unwrap()
}
