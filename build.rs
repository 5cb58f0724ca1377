//! Checks every file of `data`, builds the search index and embeds both in the compact form.
//!
//! A bad page fails the build with file, line, column and a hint, all problems at once, so that bad
//! content cannot be shipped.

#![expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the build uses a part of these layers"
)]

use std::path::PathBuf;
use std::{env, fs, io, process::ExitCode};

#[path = "src/library/mod.rs"]
mod library;
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/search/mod.rs"]
mod search;

const DATA: &str = "data";

fn main() -> ExitCode {
    // Without the folder's own line, a new file in it would not be noticed.
    for path in [DATA, "src/library", "src/model", "src/search", "build.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for line in problems.iter().flat_map(|problem| problem.lines()) {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Vec<String>> {
    let said = |why: io::Error| vec![why.to_string()];
    let all = |problems: Vec<library::Problem>| -> Vec<String> {
        problems.iter().map(ToString::to_string).collect()
    };
    let files = files().map_err(|why| vec![format!("{DATA}: {why}")])?;
    let library = library::Library::from_files(&files).map_err(all)?;
    let index = search::Index::build(&search::entries(&library), library.words());
    let pack = library.encode(index.bytes()).map_err(|why| vec![why.to_string()])?;
    let out = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    fs::write(out.join("bundled.pack"), pack).map_err(said)
}

/// Returns the name and the bytes of every content file, sorted, so that builds repeat.
fn files() -> io::Result<Vec<library::File>> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for folder in [DATA.to_owned(), format!("{DATA}/conditions")] {
        for entry in fs::read_dir(folder)? {
            paths.push(entry?.path());
        }
    }
    paths.retain(|path| library::FileKind::of(path).is_some());
    paths.sort();
    paths.iter().map(|path| Ok((path.display().to_string(), fs::read(path)?))).collect()
}
