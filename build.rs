//! Checks every page of `data/conditions` and embeds the compact form.
//!
//! A bad page fails the build with file, line, column and a hint, all problems at once, so that bad
//! content cannot be shipped.

#![expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the build uses a part of these layers"
)]

use std::path::{Path, PathBuf};
use std::{env, fs, io, process::ExitCode};

#[path = "src/library/mod.rs"]
mod library;
#[path = "src/model/mod.rs"]
mod model;

const CONDITIONS: &str = "data/conditions";

fn main() -> ExitCode {
    // Without the folder's own line, a new file in it would not be noticed.
    for path in [CONDITIONS, "src/library", "src/model", "build.rs"] {
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
    let files = files(Path::new(CONDITIONS)).map_err(|why| vec![format!("{CONDITIONS}: {why}")])?;
    let conditions = library::read_all(&files)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let pack = library::encode(&conditions).map_err(|why| vec![why.to_string()])?;
    let out = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    fs::write(out.join("bundled.pack"), pack).map_err(said)
}

/// Returns the name and the bytes of every TOML file in a folder, sorted, so that builds repeat.
fn files(folder: &Path) -> io::Result<Vec<library::File>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| library::is_condition_file(path));
    paths.sort();
    paths.iter().map(|path| Ok((path.display().to_string(), fs::read(path)?))).collect()
}
