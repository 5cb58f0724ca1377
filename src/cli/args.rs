//! The command line: commands, flags and their help.

use super::failure::{Failure, Kind};
use crate::document::wrap::WIDTHS;
use crate::library::nearest;
use crate::model::WordSet;
use crate::tui::ThemeName;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use std::path::{Path, PathBuf};

/// The help of the whole program: at most 24 lines of 80 columns, the commonest first.
const HELP: &str = "\
{about}
Usage: {usage}

Read. An ADDRESS is such as dystonia, dystonia/treatment, dystonia/treatment/3
  --screen-reader  The whole screen, calm: for screen readers and braille
  --linear         Line by line: for screen readers, plain terminals, scripts
  --theme THEME    Look of the panes: auto, light, dark, high-contrast
  --width N        The longest line of text, 20 to 200 columns
  --no-borders, --no-mouse  Fewer lines; the mouse left to the terminal
  --data FOLDER    Your own pages laid over the book; u reads them again
Print
  show ADDRESS     A condition, a section or an item: text, HTML, Markdown, JSON
  search WORDS     Find symptoms, treatments, tips and conditions
  list             All conditions with one sentence each
Write
  check PATH       Check condition files, or how any text sounds
  new SLUG         Write a condition file to fill in
  suggest ADDRESS  Write one item to fill in and send to the editors
  paths            Say which files the program reads and writes
More
  --help, --version; \"rarebook COMMAND --help\" shows the flags of a command
Examples: rarebook search botox --kind treatment
          rarebook show dystonia --format html --output dystonia.html
Exit codes: 0 done, 1 nothing found, 2 wrong usage or bad content
";

/// The offline handbook of rare and long-term health conditions.
#[derive(Debug, Default, Parser)]
#[command(
    name = "rarebook",
    version,
    about = "rarebook: rare and long-term health conditions, offline, for the terminal",
    help_template = HELP,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    max_term_width = 80,
    override_usage = "rarebook [OPTIONS] [ADDRESS], or rarebook COMMAND"
)]
pub(super) struct Args {
    /// Where to open: dystonia, dystonia/treatment, dystonia/treatment/3
    pub(super) address: Option<String>,
    /// The whole screen, calm: for screen readers and braille
    #[arg(long, conflicts_with = "linear")]
    pub(super) screen_reader: bool,
    /// Line by line: for screen readers and scripts
    #[arg(long)]
    pub(super) linear: bool,
    /// Look of the panes: auto, light, dark, high-contrast
    #[arg(long, hide_possible_values = true, value_name = "THEME", value_parser = theme())]
    pub(super) theme: Option<ThemeName>,
    /// No lines between the parts of the screen
    #[arg(long)]
    pub(super) no_borders: bool,
    /// Leave the mouse to the terminal
    #[arg(long)]
    pub(super) no_mouse: bool,
    /// The longest line of text, 20 to 200 columns
    #[arg(long, value_name = "N", value_parser = width)]
    pub(super) width: Option<usize>,
    #[command(flatten)]
    own: Own,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print a condition, a section or an item
    Show(Show),
    /// Find symptoms, treatments, tips and conditions
    Search(Search),
    /// List all conditions with one sentence each
    List(List),
    /// Check condition files
    Check(Check),
    /// Write a condition file to fill in
    New(New),
    /// Write one item to fill in and send to the editors
    Suggest(Suggest),
    /// Say which files the program reads and writes
    Paths,
}

#[derive(Debug, clap::Args)]
pub(super) struct New {
    /// The name of the file without its ending, such as writers-cramp
    pub(super) slug: String,
}

#[derive(Debug, clap::Args)]
pub(super) struct Suggest {
    /// The section or the item: dystonia/symptoms, dystonia/treatment/3
    pub(super) address: String,
    #[command(flatten)]
    own: Own,
}

#[derive(Debug, clap::Args)]
pub(super) struct Show {
    /// What to print: dystonia, dystonia/treatment, dystonia/treatment/3
    pub(super) address: String,
    /// The form of the text: text, markdown, html or json
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: Format,
    /// The longest line, 20 to 200 columns
    #[arg(long, value_name = "N", value_parser = width)]
    pub(super) width: Option<usize>,
    #[command(flatten)]
    own: Own,
    #[command(flatten)]
    destination: Destination,
}

/// A form of printed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Markdown,
    Html,
    Json,
}

#[derive(Debug, clap::Args)]
pub(super) struct Search {
    /// Words in any order; beginnings of words are enough
    #[arg(required = true)]
    pub(super) words: Vec<String>,
    /// Only these kinds, parted by commas: symptom, treatment, coping and others
    #[arg(long, value_name = "KINDS")]
    pub(super) kind: Option<String>,
    /// Only in this condition or section
    #[arg(long = "in", value_name = "ADDRESS")]
    pub(super) within: Option<String>,
    /// At most this many hits
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = limit)]
    pub(super) limit: usize,
    /// Only words as typed
    #[arg(long)]
    pub(super) exact: bool,
    /// Print JSON, described in docs/json.md
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    own: Own,
    #[command(flatten)]
    destination: Destination,
}

#[derive(Debug, clap::Args)]
pub(super) struct List {
    /// Print JSON, described in docs/json.md
    #[arg(long, conflicts_with = "csv")]
    pub(super) json: bool,
    /// Print comma-separated values: id, name, summary
    #[arg(long)]
    pub(super) csv: bool,
    #[command(flatten)]
    own: Own,
    #[command(flatten)]
    destination: Destination,
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Condition files, or folders of them; with --speech any text
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Only how it sounds when a voice reads it
    #[arg(long)]
    pub(super) speech: bool,
    /// Warnings count as problems too
    #[arg(long)]
    pub(super) strict: bool,
    /// Show hints as well, such as long sentences and hard words
    #[arg(long)]
    pub(super) hints: bool,
    /// Name runs of 8 words that stand in this text too
    #[arg(long, value_name = "FILE", conflicts_with = "speech")]
    pub(super) against: Option<PathBuf>,
    /// Compare codes with a mapping table of Mondo (SSSOM); may be given several times
    #[arg(long, value_name = "FILE", conflicts_with = "speech")]
    pub(super) codes: Vec<PathBuf>,
    /// Print JSON, described in docs/json.md
    #[arg(long, conflicts_with = "sarif")]
    json: bool,
    /// Print SARIF 2.1.0
    #[arg(long)]
    sarif: bool,
    #[command(flatten)]
    destination: Destination,
}

/// A form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReportForm {
    Text,
    Json,
    Sarif,
}

/// Files of the reader's own.
#[derive(Debug, Default, clap::Args)]
struct Own {
    /// Lay the content files of this folder over the book
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// Where an answer goes.
#[derive(Debug, clap::Args)]
pub(super) struct Destination {
    /// Write the answer to this file
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Args {
    /// Returns the folder whose files lie over the book, if one was named.
    pub(super) fn data(&self) -> Option<&Path> {
        let own = match &self.command {
            None => &self.own,
            Some(Command::Show(show)) => &show.own,
            Some(Command::Search(search)) => &search.own,
            Some(Command::List(list)) => &list.own,
            Some(Command::Suggest(suggest)) => &suggest.own,
            Some(Command::Check(_) | Command::New(_) | Command::Paths) => return None,
        };
        own.data.as_deref()
    }
}

impl Command {
    /// Returns the file that the answer goes to, if one was named.
    pub(super) fn output(&self) -> Option<&Path> {
        let destination = match self {
            Self::Show(show) => &show.destination,
            Self::Search(search) => &search.destination,
            Self::List(list) => &list.destination,
            Self::Check(check) => &check.destination,
            Self::New(_) | Self::Suggest(_) | Self::Paths => return None,
        };
        destination.output.as_deref()
    }
}

impl Check {
    /// Returns the form that was asked for.
    pub(super) fn form(&self) -> ReportForm {
        match (self.json, self.sarif) {
            (true, _) => ReportForm::Json,
            (_, true) => ReportForm::Sarif,
            _ => ReportForm::Text,
        }
    }
}

fn limit(typed: &str) -> Result<usize, String> {
    typed.parse().ok().filter(|limit| *limit > 0).ok_or("write a number from 1 on".to_owned())
}

fn width(typed: &str) -> Result<usize, String> {
    let range = format!("write a number from {} to {}", WIDTHS.start(), WIDTHS.end());
    typed.parse().ok().filter(|width| WIDTHS.contains(width)).ok_or(range)
}

fn theme() -> impl TypedValueParser<Value = ThemeName> {
    PossibleValuesParser::new(ThemeName::WORDS)
        .map(|word| ThemeName::from_word(&word).unwrap_or_default())
}

/// Reads the arguments of the process.
///
/// # Errors
///
/// Returns one sentence about the first wrong argument. Help and version count as done.
pub(super) fn parse() -> Result<Args, Failure> {
    // The commonest call has no arguments, and is drawn sooner if nothing has to be parsed.
    if std::env::args_os().len() <= 1 {
        return Ok(Args::default());
    }
    if std::env::args_os().skip(1).eq(["help"]) {
        return Err(Failure::new(Kind::Asked, Args::command().render_help().to_string()));
    }
    let args = Args::try_parse().map_err(|error| explain(&error))?;
    // No condition has the name of a command, so that a flag stood before it.
    match &args.address {
        Some(word) if Args::command().find_subcommand(word).is_some() => Err(no_command()),
        _ => Ok(args),
    }
}

fn explain(error: &clap::Error) -> Failure {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => Some(word.clone()),
        Some(ContextValue::Strings(words)) => words.first().cloned(),
        _ => None,
    };
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let name = context(ContextKind::InvalidArg).unwrap_or_default();
    let near = context(ContextKind::SuggestedArg)
        .or_else(|| context(ContextKind::SuggestedSubcommand))
        .or_else(|| context(ContextKind::SuggestedValue));
    let message = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Failure::new(Kind::Asked, error.render().to_string());
        }
        ErrorKind::UnknownArgument if !name.starts_with('-') => {
            format!("There is one word too many: {name}.")
        }
        ErrorKind::UnknownArgument => format!("There is no flag {name}."),
        ErrorKind::InvalidValue if value.is_empty() => format!("{name} needs a value."),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("{name} cannot be \"{value}\".")
        }
        ErrorKind::MissingRequiredArgument => format!("{name} is missing."),
        ErrorKind::InvalidSubcommand => {
            format!(
                "There is no command {}.",
                context(ContextKind::InvalidSubcommand).unwrap_or_default()
            )
        }
        // Two words that belong to no command: the first was meant to be one.
        ErrorKind::ArgumentConflict => return no_command(),
        _ => error
            .to_string()
            .lines()
            .next()
            .unwrap_or_default()
            .trim_start_matches("error: ")
            .to_owned(),
    };
    let hint = match (near, error.get(ContextKind::ValidValue)) {
        (Some(near), _) => format!("Did you mean \"{near}\"?"),
        (None, Some(ContextValue::Strings(words))) if !words.is_empty() => {
            format!("Choose from: {}.", words.join(", "))
        }
        _ => match std::error::Error::source(error) {
            Some(why) => format!("Please {why}."),
            None => "\"rarebook --help\" shows all commands and flags.".to_owned(),
        },
    };
    Failure::new(Kind::Usage, message).hint(hint)
}

/// Says what is wrong with words that do not go together: flags of the panes before a command, or
/// a first word that is no command.
fn no_command() -> Failure {
    let commands: Vec<String> =
        Args::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let typed: Vec<String> = std::env::args().skip(1).collect();
    if let Some(command) = typed.iter().find(|word| commands.contains(word)) {
        let message = format!("The flags before \"{command}\" belong to the panes.");
        let hint = format!("\"rarebook {command} --help\" shows the flags of this command.");
        return Failure::new(Kind::Usage, message).hint(hint);
    }
    let first = typed.iter().find(|word| !word.starts_with('-')).cloned().unwrap_or_default();
    let near = nearest(&first, commands.iter().map(String::as_str));
    Failure::new(Kind::Usage, format!("There is no command \"{first}\".")).hint(near.map_or_else(
        || format!("The commands are {}.", commands.join(", ")),
        |near| format!("Did you mean \"{near}\"?"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_every_command_and_flag_and_fits_24_lines_of_80_columns() {
        let help = Args::command().render_help().to_string();
        assert!(help.lines().count() <= 24 && help.lines().all(|line| line.len() <= 80), "{help}");
        let args = Args::command();
        for command in args.get_subcommands() {
            assert!(help.contains(&format!("\n  {} ", command.get_name())), "{help}");
        }
        for flag in args.get_arguments().filter_map(clap::Arg::get_long) {
            assert!(help.contains(&format!("--{flag}")), "{flag}");
        }
    }
}
