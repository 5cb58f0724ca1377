//! The program in a real pseudo-terminal: what cannot be seen from inside the process. That is
//! how it starts and leaves, what it does on signals, and each byte it sends.

mod pty;
mod stream;

use pty::{Launch, PROGRAM, Pty, Stream, home, run};
use rustix::process::{Signal, kill_process};
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use stream::{assert_silent, assert_tame, colours};

const TREATMENT: &str = "Botulinum toxin injections";
const DEADLY: [Signal; 4] = [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT];

/// Opens the treatment by a search.
fn at_treatment() -> Pty {
    let mut pty = Pty::first_page();
    find_treatment(&mut pty);
    pty
}

fn find_treatment(pty: &mut Pty) {
    pty.press("/botox");
    pty.wait("results", |seen| seen.has("Result 1 of"));
    pty.press_until_on(&["\r"], TREATMENT);
}

#[test]
fn the_first_page_names_the_conditions_and_opens_the_row_of_the_cursor() {
    let mut pty = Pty::first_page();
    pty.look(|seen| {
        assert!(seen.has("Conditions"));
        assert!(seen.has("Acute dystonic reaction"));
        assert!(!seen.screen().hide_cursor());
    });
    pty.press("\r");
    pty.wait("the search", |seen| {
        let (row, _) = seen.screen().cursor_position();
        seen.row(row).contains("Search:") && !seen.screen().hide_cursor()
    });
}

#[test]
fn leaving_gives_the_terminal_back_and_keeps_no_file() {
    let mut pty = Pty::first_page();
    pty.assert_taken();
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    pty.assert_given_back();
    assert_eq!(fs::read_dir(home()).unwrap().count(), 0);
}

#[test]
fn a_deadly_signal_gives_the_terminal_back() {
    for signal in DEADLY {
        let pty = at_treatment();
        pty.assert_taken();
        kill_process(pty.started(), signal).unwrap();
        assert_eq!(pty.exit_code(), 128 + signal.as_raw());
        pty.assert_given_back();
    }
}

#[test]
fn the_program_dies_of_a_deadly_signal() {
    for signal in DEADLY {
        let mut pty = Launch::leader(&[PROGRAM]).start(80, 24).at_first_page();
        kill_process(pty.leader(), signal).unwrap();
        assert_eq!(pty.end_of_session().signal(), Some(signal.as_raw()));
    }
}

#[test]
fn a_brand_name_leads_to_the_treatment_with_the_cursor_on_its_row() {
    let pty = at_treatment();
    pty.look(|seen| {
        assert!(seen.has("Home > Dystonia > Treatment"));
        assert!(seen.has("dystonia/treatment/botulinum-toxin"));
    });
}

#[test]
fn another_size_keeps_the_focus() {
    let mut pty = at_treatment();
    pty.resize(40, 12);
    pty.wait("a small page", |seen| seen.is_on(TREATMENT));
    pty.resize(1, 1);
    pty.wait("one cell", |seen| {
        seen.news().ends_with(b"\x1b[1;1H") && seen.screen().contents().len() == 1
    });
    pty.resize(80, 24);
    pty.wait("the page again", |seen| seen.is_on(TREATMENT) && seen.has("/ search"));
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_whole_session_sends_only_text_moves_looks_and_a_few_modes() {
    let mut pty = Launch::new().arg("--theme").arg("dark").start(80, 24).at_first_page();
    pty.press("jjk");
    find_treatment(&mut pty);
    pty.press("?");
    pty.wait("the help", |seen| seen.has("Type to filter"));
    pty.press("theme\r");
    pty.wait("the page", |seen| seen.has("Home > Dystonia"));
    pty.press_until_on(&["MM", "z", "z", "\x0c", "\x1a", "f", "toxin\r", "n", "N", "s", "2"], "");
    pty.resize(130, 40);
    pty.wait("three panes", |seen| seen.has(" conditions") && seen.has("On this page"));
    pty.press("a");
    pty.wait("the sources", |seen| seen.has("Where this text comes from"));
    pty.press("\x03");
    assert_eq!(pty.exit_code(), 130);
    pty.assert_given_back();
    assert_tame(&pty.sent());
}

/// Returns the first letters of the name of a condition of the list, as many as the narrowest pane
/// shows.
fn card(place: usize) -> String {
    let library = crate::shelf::bundled();
    let name = library.cards().nth(place).unwrap().name.clone();
    name.chars().take(12).collect()
}

#[test]
fn a_key_that_changes_nothing_sends_nothing() {
    let mut pty = Pty::first_page();
    // Neither an unbound key, nor a stop that nobody could end, nor the end of a list.
    for idle in ["%", "\x1a", "\x1b[A"] {
        pty.press_until_on(&["c", "g"], &card(0));
        let alone = pty.press_until_on(&["j"], &card(1));
        pty.press_until_on(&["k"], &card(0));
        let after = pty.press_until_on(&[idle, "j"], &card(1));
        assert_eq!(after, alone, "{idle:?}");
        pty.press_until_on(&["i"], "Search for a symptom");
    }
}

#[test]
fn moving_the_selection_sends_little() {
    let mut pty = Pty::first_page();
    for (keys, words) in [
        (["j"], "How to use this program"),
        (["j"], "Where this text comes from"),
        (["k"], "How to use this program"),
    ] {
        let sent = pty.press_until_on(&keys, words);
        assert!(sent.len() < 600, "{} bytes: {sent:?}", sent.len());
    }
    pty.press_until_on(&["c", "g"], &card(0));
    let sent = pty.press_until_on(&["j"], &card(1));
    assert!(sent.len() < 600, "{} bytes: {sent:?}", sent.len());
}

#[test]
fn no_color_sends_no_colour_and_keeps_the_selection_in_reverse() {
    let dark = || Launch::new().arg("--theme").arg("dark");
    assert_ne!(colours(&dark().start(80, 24).at_first_page().sent()), [0_u16; 0]);
    let mut pty = dark().env("NO_COLOR", "1").start(80, 24).at_first_page();
    find_treatment(&mut pty);
    pty.press_until_on(&["t"], TREATMENT);
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(colours(&pty.sent()), [0_u16; 0]);
}

#[test]
fn an_old_terminal_is_good_enough() {
    let mut pty = Launch::new().env("TERM", "vt100").start(80, 24).at_first_page();
    find_treatment(&mut pty);
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    pty.assert_given_back();
}

#[test]
fn without_a_capable_terminal_the_panes_name_the_linear_mode() {
    use Stream::{Pipe, Terminal};
    for (stdin, stdout, term) in [
        (Terminal, Terminal, Some("dumb")),
        (Terminal, Terminal, Some("")),
        (Terminal, Terminal, None),
        (Terminal, Pipe, Some("xterm")),
        (Pipe, Terminal, Some("xterm")),
    ] {
        let (output, terminal) = run(stdin, stdout, term);
        let case = format!("{stdin:?}, {stdout:?}, TERM {term:?}: {output:?}");
        assert_eq!(output.status.code(), Some(2), "{case}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("rarebook --linear"), "{case}");
        assert_eq!(output.stdout, b"", "{case}");
        assert!(![output.stderr, terminal].concat().contains(&b'\x1b'), "{case}");
    }
}

#[test]
fn linear_mode_says_why_it_is_on_and_writes_only_ascii_lines() {
    for (launch, reason) in [
        (Launch::new().arg("--linear"), "the flag linear"),
        (Launch::new().env("ACCESSIBLE", "1"), "the environment variable ACCESSIBLE"),
        (Launch::new().arg("--linear").env("TERM", "dumb"), "the flag linear"),
    ] {
        let mut pty = launch.start(80, 24);
        pty.wait("the question", |seen| seen.has("or h: ") || seen.has("h or q: "));
        pty.mark();
        pty.press("s botox\n");
        pty.wait("results", |seen| seen.has("results for") && seen.news().ends_with(b"h: "));
        pty.press("q\n");
        assert_eq!(pty.exit_code(), 0);
        let said = pty.sent();
        let start = format!("Linear mode is on, asked for by {reason}");
        assert!(said.starts_with(&start), "{said}");
        for line in said.replace("\r\n", "\n").lines() {
            assert!(line.chars().all(|c| matches!(c, ' '..='~')), "{line:?}");
        }
    }
}

#[test]
fn accessible_0_leaves_the_panes_on() {
    let pty = Launch::new().env("ACCESSIBLE", "0").start(80, 24).at_first_page();
    pty.assert_taken();
}

#[test]
fn hostile_text_in_a_paste_never_comes_back_raw() {
    let mut pty = Pty::first_page();
    pty.press("/");
    pty.wait("the search", |seen| seen.has("Search:"));
    pty.press("\x1b[200~");
    pty.press(
        "a\x1b]52;c;aGk=\x07b\u{9b}31mc\x1b[31md\u{202e}e\u{200b}f\x1bP0;1|17/6\x1b\\g\x1b[?25l",
    );
    pty.press(b"\x9b31m\xff");
    pty.press("\x1b[6n\x1b[c\r\nq\tlast\u{e0041}");
    pty.press("\x1b[201~");
    pty.wait("the paste", |seen| seen.row(2).contains("last"));
    pty.press("\x03");
    assert_eq!(pty.exit_code(), 130);
    pty.assert_given_back();
    assert_tame(&pty.sent());
    assert_eq!(colours(&pty.sent()), [0_u16; 0]);
}

#[test]
fn the_screen_reader_mode_writes_only_ascii_and_sequences_that_every_reader_takes_in_silence() {
    let mut pty = Launch::new().arg("--screen-reader").start(80, 24);
    pty.wait("the first page", |seen| seen.row(0).starts_with("Topic: rarebook"));
    for (keys, title) in [
        ("/botox\r", "Results: "),
        ("?", "Topic: Help"),
        ("bc", "Heading: Conditions."),
        ("a", "Topic: Where this text comes from."),
    ] {
        pty.press(keys);
        pty.wait(title, |seen| seen.row(0).starts_with(title));
    }
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    pty.assert_given_back();
    assert_silent(&pty.sent());
}

/// Returns the words that trace a program's calls into a file, and the file, or nothing where
/// calls cannot be traced.
fn trace() -> Option<(Vec<String>, PathBuf)> {
    let folder = std::env::split_paths(&std::env::var_os("PATH")?)
        .find(|folder| folder.join("strace").is_file())?;
    let strace = folder.join("strace").display().to_string();
    let file =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("calls-{}", std::process::id()));
    let path = file.display().to_string();
    let words = [&strace, "-f", "-qq", "-e", "trace=%network,execve", "-o", &path];
    let words = words.map(str::to_owned).to_vec();
    let allowed = Command::new(&strace)
        .args(["-o", &path, PROGRAM, "--version"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    allowed.is_ok_and(|status| status.success()).then_some((words, file))
}

#[test]
#[expect(clippy::print_stdout, reason = "a test that cannot look says so")]
fn no_command_and_no_session_opens_a_connection_or_starts_a_program() {
    let Some((words, file)) = trace() else {
        println!("Skipped: calls cannot be traced here.");
        return;
    };
    let assert_quiet = |what: &str| {
        let calls = fs::read_to_string(&file).unwrap();
        assert!(!calls.contains("socket(") && !calls.contains("connect("), "{what}: {calls}");
        assert_eq!(calls.matches("execve(").count(), 1, "{what}: {calls}");
    };
    let words: Vec<&str> = words.iter().map(String::as_str).chain([PROGRAM]).collect();
    let mut pty = Launch::command(&words).start(80, 24).at_first_page();
    find_treatment(&mut pty);
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
    assert_quiet("a session");
    let (strace, rest) = words.split_first().unwrap();
    for command in [["show", "dystonia"].as_slice(), &["search", "botox"], &["list"]] {
        let output =
            Command::new(strace).args(rest).args(command).env("HOME", home()).output().unwrap();
        assert!(output.status.success(), "{command:?}: {output:?}");
        assert_quiet(&command.join(" "));
    }
    fs::remove_file(file).unwrap();
}

#[test]
fn a_page_is_read_again_while_its_editor_looks_at_it() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("read-again");
    fs::create_dir_all(&folder).unwrap();
    let page = fs::read_to_string("data/conditions/blepharospasm.toml").unwrap();
    let write = |name: &str| {
        let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
        let at = lines.iter().position(|line| line.starts_with("name = ")).unwrap();
        lines[at] = format!("name = \"{name}\"");
        fs::write(folder.join("blepharospasm.toml"), lines.join("\n")).unwrap();
    };
    write("Eye spasm of mine");
    let launch = Launch::new().arg("--data").arg(&folder.display().to_string());
    let mut pty = launch.arg("blepharospasm/symptoms").start(80, 24);
    pty.wait("the own name", |seen| seen.has("Eye spasm of mine > Symptoms"));
    write("Eye spasm of yours");
    pty.press("u");
    pty.wait("the new name", |seen| {
        seen.has("Eye spasm of yours > Symptoms") && seen.has("Your files were read again")
    });
    fs::write(folder.join("blepharospasm.toml"), "name = 7").unwrap();
    pty.press("u");
    pty.wait("the bundled page", |seen| {
        seen.has("Home > Blepharospasm > Symptoms") && seen.has("blepharospasm.toml, line 1: ")
    });
    fs::remove_dir_all(&folder).unwrap();
    pty.press("u");
    pty.wait("what is wrong", |seen| seen.has("cannot be read"));
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
}
