//! How long it takes until the first screen is full, beside `less` on a file of 17 kB, in turns.
//!
//! Run with `cargo bench --bench first_frame`. Prints medians and their ratio; the budget is 1.0.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints, and may fail")]

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// Runs of each program. The first pair warms up and is not counted.
const RUNS: usize = 41;

fn main() {
    if std::process::Command::new("less").arg("-V").output().is_err() {
        println!("skipped: less is not on this machine");
        return;
    }
    let file = std::env::temp_dir().join("first-frame-17k.txt");
    let line = "The quick brown fox jumps over the lazy dog and goes on. ";
    let text: Vec<String> = (0..290).map(|n| format!("{n:03} {line}")).collect();
    std::fs::write(&file, text.join("\n")).unwrap();
    let program = env!("CARGO_BIN_EXE_rarebook");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        ours.push(first_frame(program, None, b"q quit"));
        theirs.push(first_frame("less", Some(&file), b"first-frame-17k.txt"));
    }
    std::fs::remove_file(&file).unwrap();
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    println!("rarebook {:.2} ms, less {:.2} ms", ms(ours), ms(theirs));
    println!("ratio {:.2} (budget 1.0)", ours.as_secs_f64() / theirs.as_secs_f64());
}

/// Returns the time from the start of a program until it has written what ends its first screen.
fn first_frame(program: &str, file: Option<&Path>, end: &[u8]) -> Duration {
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(program);
    command.args(file);
    command.env("TERM", "xterm-256color");
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut seen = Vec::new();
    let mut part = [0; 16_384];
    let time = loop {
        let read = reader.read(&mut part).unwrap();
        seen.extend_from_slice(part.get(..read).unwrap());
        if seen.windows(end.len()).any(|window| window == end) {
            break start.elapsed();
        }
    };
    writer.write_all(b"q").unwrap();
    child.wait().unwrap();
    time
}

fn median(times: &mut Vec<Duration>) -> Duration {
    times.remove(0);
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
