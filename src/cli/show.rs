//! `rarebook show`: prints what an address leads to.

use super::args::{Format, Show};
use super::failure::Failure;
use super::json;
use super::output::{Output, width};
use crate::document::{Composer, html, markdown, plain};
use crate::library::Library;
use std::process::ExitCode;

pub(super) fn run(
    show: &Show,
    library: &Library,
    output: &mut Output,
) -> Result<ExitCode, Failure> {
    let (_, sought) = library.seek_typed(&show.address)?;
    let document = || Composer::of(library).sought(&sought);
    let text = match show.format {
        Format::Text => plain::render(&document(), width(show.width)),
        Format::Markdown => markdown::render(&document()),
        Format::Html => html::render(&document()),
        Format::Json => json::show(&sought, library),
    };
    output.write(&text)?;
    Ok(ExitCode::SUCCESS)
}
