//! The book: what the program carries, with the files of a folder laid over it.

use super::failure::{Failure, Kind};
use super::folder::{files_in, is_content, read};
use super::output::aside;
use crate::document::count;
use crate::library::{File, Library, Problem};
use crate::model::clean;
use std::path::Path;

/// Where the book comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Book<'a> {
    /// The folder whose files lie over it.
    folder: Option<&'a Path>,
}

impl<'a> Book<'a> {
    pub(super) fn with(folder: Option<&'a Path>) -> Self {
        Self { folder }
    }

    /// Returns whether files lie over the book, which may have changed since they were read.
    pub(super) fn has_folder(self) -> bool {
        self.folder.is_some()
    }

    /// Opens the book. Files with problems are left out, and the problems returned.
    ///
    /// # Errors
    ///
    /// Returns why the program file, or the folder, cannot be read.
    pub(super) fn open(self) -> Result<(Library, Vec<Problem>), Failure> {
        let carried = carried()?;
        let Some(folder) = self.folder else { return Ok((carried, Vec::new())) };
        let paths = files_in(folder, is_content).map_err(|why| {
            let message = format!("{} cannot be read: {why}.", folder.display());
            Failure::new(Kind::Content, message).hint("Name a folder with condition files.")
        })?;
        let mut files: Vec<File> = Vec::new();
        let mut problems = Vec::new();
        for path in &paths {
            match read(path) {
                Ok(file) => files.push(file),
                Err(why) => problems.push(Problem::unreadable(&path.display().to_string(), &why)),
            }
        }
        let (library, found) = carried.overlaid(&files);
        problems.extend(found);
        Ok((library, problems))
    }

    /// Opens the book again for somebody who is reading it, and returns what to tell them. Where the
    /// folder cannot be read any more, there is only that to tell.
    pub(super) fn open_again(self) -> (Option<Library>, String) {
        match self.open() {
            Ok((library, problems)) => {
                let told = told(&problems).unwrap_or_else(|| {
                    let many = count(library.cards().len(), "condition", "conditions");
                    format!("Your files were read again: {many}.")
                });
                (Some(library), told)
            }
            Err(why) => (None, why.line()),
        }
    }
}

/// Writes all problems to standard error.
pub(super) fn say_all(problems: &[Problem]) {
    for problem in problems {
        aside(&format!("{problem}\n"));
    }
}

fn carried() -> Result<Library, Failure> {
    crate::bundled().map_err(|why| {
        Failure::new(Kind::Content, format!("The program file is damaged: {why}."))
            .hint("Install rarebook again.")
    })
}

/// Returns one line about the problems of files that were left out: the first of them first, because
/// a narrow screen shows no more.
pub(super) fn told(problems: &[Problem]) -> Option<String> {
    let Problem { file, line, message, .. } = problems.first()?;
    let name =
        Path::new(file).file_name().map_or_else(|| file.clone(), |it| it.display().to_string());
    let many = count(problems.len(), "problem", "problems");
    let (name, message) = (clean(&name).into_owned(), clean(message));
    Some(format!("{name}, line {line}: {message}. {many} in all; such files are left out."))
}
