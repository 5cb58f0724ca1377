//! `rarebook paths`: which files the program reads and writes.

use super::failure::Failure;
use super::output::Output;
use super::settings;
use crate::model::clean;
use std::process::ExitCode;

pub(super) fn run(output: &mut Output) -> Result<ExitCode, Failure> {
    let settings = settings::file().map_or_else(
        || "none, because there is no home folder".to_owned(),
        |file| {
            let state = if file.is_file() { "" } else { " (not there; defaults are used)" };
            format!("{}{state}", clean(&file.display().to_string()))
        },
    );
    output.write(&format!(
        "Conditions: inside the program\nSettings: {settings}\nFiles written: none\nNetwork: none\n"
    ))?;
    Ok(ExitCode::SUCCESS)
}
