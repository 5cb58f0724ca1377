//! Front end 3, and the door to the others: commands, settings, exit codes.
//!
//! Entry point: [`main`]. This is the only layer that prints, ends the program, and reads the
//! environment, the disk or the clock.

mod args;
mod book;
mod check;
mod failure;
mod folder;
mod front;
mod json;
mod list;
mod new;
mod output;
mod paths;
mod report;
mod search;
mod settings;
mod show;

use args::Command;
use book::{Book, say_all};
use failure::Failure;
use output::Output;
use std::process::ExitCode;

/// Runs the program with the arguments and the environment of the process.
pub fn main() -> ExitCode {
    harden();
    match run() {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}

fn run() -> Result<ExitCode, Failure> {
    let args = args::parse()?;
    let file = args.command.as_ref().and_then(Command::output);
    let mut output = Output::to(file);
    let book = Book::with(args.data());
    let library = || {
        let (library, problems) = book.open()?;
        say_all(&problems);
        Ok::<_, Failure>(library)
    };
    let end = match &args.command {
        None => return front::run(&args, book),
        Some(Command::Show(show)) => show::run(show, &library()?, &mut output),
        Some(Command::Search(search)) => search::run(search, &library()?, &mut output),
        Some(Command::List(list)) => list::run(list, &library()?, &mut output),
        Some(Command::Check(check)) => check::run(check, &mut output),
        Some(Command::New(args)) => new::new(args, &mut output),
        Some(Command::Suggest(args)) => new::suggest(args, &library()?, &mut output),
        Some(Command::Paths) => paths::run(&mut output),
    };
    // A reader that closed the pipe has seen enough, whatever was still to come.
    if output.is_closed() {
        return Ok(ExitCode::SUCCESS);
    }
    let code = end?;
    output.finish()?;
    Ok(code)
}

/// Keeps what is read and typed out of core dumps, and away from other processes of the same user.
fn harden() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Where the system refuses, reading is still better than not reading.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}
