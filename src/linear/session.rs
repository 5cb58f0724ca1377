//! A conversation: the reader types a line, the program says an answer.

use super::command::Command;
use super::reader::Reader;
use super::say::lines;
use crate::library::{Again, Library};
use crate::model::Address;
use crate::speech::{ascii, spoken};
use std::io::{self, BufRead, Read, Write};

/// The most bytes of one typed line that are read.
const LINE_MAX: u64 = 4096;

/// How the conversation is held.
#[derive(Clone, Debug)]
pub struct Options {
    /// The longest line, in columns.
    pub width: usize,
    /// How many lines are said before the reader is asked to go on.
    pub part: usize,
    /// Whether typed lines are written too, for input that no terminal shows.
    pub echo: bool,
    /// Why the mode is on, such as `asked for by the flag linear`.
    pub reason: String,
    /// Where to begin.
    pub start: Option<Address>,
}

/// Holds a conversation until the reader leaves or the input ends. Where content may have changed,
/// the reader can have it read again.
///
/// # Errors
///
/// Returns the first error of the reader or the writer.
pub fn run(
    mut library: Library,
    again: Option<Again<'_>>,
    mut input: impl BufRead,
    mut output: impl Write,
    options: &Options,
) -> io::Result<()> {
    let first = format!("Linear mode is on, {}. Type h for help, q to leave.", options.reason);
    write(&mut output, &lines(&first, options.width))?;
    let mut history = None;
    loop {
        let mut reader = match history.take() {
            None => Reader::at(&library, options.width, options.start.as_ref()),
            Some(history) => Reader::again(&library, options.width, history),
        };
        if !talk(&mut reader, again, &mut input, &mut output, options)? {
            return output.flush();
        }
        let (other, told) = again.map_or((None, String::new()), |again| again());
        write(&mut output, &lines(&spoken(&told), options.width))?;
        history = Some(reader.history);
        library = other.unwrap_or(library);
    }
}

/// Obeys typed lines until the reader leaves, or wants the content read again, which it returns.
fn talk(
    reader: &mut Reader<'_>,
    again: Option<Again<'_>>,
    input: &mut impl BufRead,
    output: &mut impl Write,
    options: &Options,
) -> io::Result<bool> {
    let mut said_aside = false;
    loop {
        // What is said aside stands alone; the reader goes on with the text by Enter.
        if !said_aside {
            say_part(reader, output, options.part.max(1))?;
        }
        output.write_all(prompt(reader).as_bytes())?;
        output.flush()?;
        let Some(typed) = read_line(input)? else {
            output.write_all(b"\n")?;
            return Ok(false);
        };
        if options.echo {
            write(output, std::slice::from_ref(&typed))?;
        }
        match Command::read(&typed) {
            Command::Quit => return Ok(false),
            Command::ReadAgain if again.is_some() => return Ok(true),
            command => reader.obey(command),
        }
        said_aside = !reader.aside.is_empty();
        if said_aside {
            write(output, &std::mem::take(&mut reader.aside))?;
        }
    }
}

/// Reads one typed line in printable ASCII; nothing at the end of the input. What is left of a line
/// that is too long is dropped, so that it is not taken for further commands.
fn read_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut typed = Vec::new();
    if input.take(LINE_MAX).read_until(b'\n', &mut typed)? == 0 {
        return Ok(None);
    }
    let mut ended = typed.ends_with(b"\n");
    while !ended {
        let mut rest = Vec::new();
        let read = input.take(LINE_MAX).read_until(b'\n', &mut rest)?;
        ended = read == 0 || rest.ends_with(b"\n");
    }
    Ok(Some(ascii(String::from_utf8_lossy(&typed).trim())))
}

/// Returns the prompt: at most 30 letters, so that a braille display shows it with the answer.
fn prompt(reader: &Reader<'_>) -> &'static str {
    if reader.said < reader.answer.lines.len() {
        "Enter for more, or h: "
    } else {
        "Number, s, n, b, h or q: "
    }
}

/// Says the next part of the answer, and whether there is more.
fn say_part(reader: &mut Reader<'_>, output: &mut impl Write, rows: usize) -> io::Result<()> {
    let parts = reader.answer.parts(reader.width, rows);
    let next = parts.iter().copied().enumerate().find(|(_, end)| *end > reader.said);
    let Some((place, end)) = next else { return Ok(()) };
    write(output, reader.answer.lines.get(reader.said..end).unwrap_or_default())?;
    reader.said = end;
    if place + 1 < parts.len() {
        let words = format!("Part {} of {}. Press Enter for more.", place + 1, parts.len());
        write(output, &[words])?;
    }
    Ok(())
}

fn write(output: &mut impl Write, lines: &[String]) -> io::Result<()> {
    for line in lines {
        output.write_all(line.as_bytes())?;
        output.write_all(b"\n")?;
    }
    Ok(())
}
