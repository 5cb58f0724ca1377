//! Which front end opens, and why.

use super::args::Args;
use super::book::{Book, say_all, told};
use super::failure::{Failure, Kind};
use super::output::{terminal_width, width};
use super::settings::{self, Mode, Settings};
use crate::document::wrap::WIDTHS;
use crate::library::{Again, Library};
use crate::linear;
use crate::model::{Address, WordSet};
use crate::tui::{self, Colours, Presentation, ThemeName};
use std::env;
use std::io::{self, ErrorKind, IsTerminal};
use std::process::ExitCode;

/// How many lines the linear mode says at once where no terminal says how many it shows.
const PART: usize = 20;

pub(super) fn run(args: &Args, book: Book<'_>) -> Result<ExitCode, Failure> {
    let (library, problems) = book.open()?;
    let start = match args.address.as_deref().map(|typed| library.seek_typed(typed)) {
        Some(Ok((address, _))) => Some(address),
        Some(Err(missing)) => {
            // The page may be missing because its file has a problem.
            say_all(&problems);
            return Err(missing.into());
        }
        None => None,
    };
    let (settings, complaint) = match settings::read() {
        Ok(settings) => (settings, None),
        Err(complaint) => (Settings::default(), Some(complaint)),
    };
    let open_again = || book.open_again();
    let again: Option<Again<'_>> = if book.has_folder() { Some(&open_again) } else { None };
    if let Some(reason) = linear_reason(args, &settings) {
        if let Some(complaint) = complaint {
            complaint.report();
        }
        say_all(&problems);
        linear(args, library, again, start, &settings, reason)
    } else {
        let message = told(&problems).or_else(|| complaint.map(|complaint| complaint.line()));
        panes(args, library, again, start, &settings, message)
    }
}

/// Returns why the linear mode is on, if it is: flag before environment before file.
fn linear_reason(args: &Args, settings: &Settings) -> Option<&'static str> {
    let accessible = env::var("ACCESSIBLE").ok().filter(|value| !value.is_empty());
    match accessible.as_deref() {
        _ if args.linear => Some("asked for by the flag linear"),
        _ if args.screen_reader => None,
        Some("0" | "false") => None,
        Some(_) => Some("asked for by the environment variable ACCESSIBLE"),
        None => (settings.mode == Some(Mode::Linear)).then_some("asked for by the settings file"),
    }
}

fn linear(
    args: &Args,
    library: Library,
    again: Option<Again<'_>>,
    start: Option<Address>,
    settings: &Settings,
    reason: &str,
) -> Result<ExitCode, Failure> {
    let rows =
        rustix::termios::tcgetwinsize(io::stdout()).map_or(0, |size| usize::from(size.ws_row));
    let options = linear::Options {
        width: width(args.width.or(settings.width)).max(*WIDTHS.start()),
        // The greeting, the number of the part and the prompt need rows too.
        part: if rows > 8 && terminal_width().is_some() { rows - 5 } else { PART },
        echo: !io::stdin().is_terminal(),
        reason: reason.to_owned(),
        start,
    };
    match linear::run(library, again, io::stdin().lock(), io::stdout().lock(), &options) {
        Err(why) if why.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::new(Kind::Content, format!("The conversation cannot go on: {why}.")))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// Returns how many colours the terminal says that it has, unless the reader wants none.
fn colours() -> Colours {
    let set = |name| env::var(name).ok().filter(|value: &String| !value.is_empty());
    let many = |term: &String| term.contains("256color") || term.contains("direct");
    if set("NO_COLOR").is_some() {
        Colours::None
    } else if set("COLORTERM").is_some() || set("TERM").as_ref().is_some_and(many) {
        Colours::All
    } else {
        Colours::Sixteen
    }
}

fn panes(
    args: &Args,
    library: Library,
    again: Option<Again<'_>>,
    start: Option<Address>,
    settings: &Settings,
    message: Option<String>,
) -> Result<ExitCode, Failure> {
    let no_terminal = |what: &str| {
        let address = start.as_ref().map_or_else(|| "dystonia".to_owned(), ToString::to_string);
        Failure::new(Kind::Usage, format!("The panes need a terminal, but {what}.")).hint(format!(
            "For plain text: rarebook show {address}. To read line by line: rarebook --linear."
        ))
    };
    if !io::stdout().is_terminal() {
        return Err(no_terminal("standard output is not one"));
    }
    if !io::stdin().is_terminal() {
        return Err(no_terminal("standard input is not one"));
    }
    if !env::var("TERM").is_ok_and(|term| !term.is_empty() && term != "dumb") {
        return Err(no_terminal("this one cannot move its cursor (TERM is dumb or not set)"));
    }
    let theme = args.theme.or_else(|| ThemeName::from_word(settings.theme.as_deref()?));
    let heard = args.screen_reader || settings.mode == Some(Mode::ScreenReader);
    let options = tui::Options {
        presentation: if heard { Presentation::ScreenReader } else { Presentation::Panes },
        no_borders: args.no_borders || settings.borders == Some(false),
        no_status: settings.status == Some(false),
        theme: theme.unwrap_or_default(),
        mouse: !args.no_mouse && settings.mouse.unwrap_or(!heard),
        measure: args.width.or(settings.width),
        colours: colours(),
        start,
        message,
        own_files: again.is_some(),
    };
    tui::run(library, again, &options)
        .map_err(|why| Failure::new(Kind::Content, format!("The terminal cannot be used: {why}.")))
}
