//! A pseudo-terminal with the program in it. Tests wait for what it shows, never for time.

use portable_pty::{CommandBuilder, MasterPty, PtyPair, PtySize, native_pty_system};
use rustix::fs::{Mode, OFlags};
use rustix::process::Pid;
use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;
use vt100::{MouseProtocolMode, Parser, Screen};

/// The program.
pub(super) const PROGRAM: &str = env!("CARGO_BIN_EXE_rarebook");

/// How long to wait for what should come at once. Only a failed test ever waits so long, and a
/// loaded machine is slow.
const DEADLINE: Duration = Duration::from_secs(30);

/// Runs its arguments as a command, between a line with the process id and one with the exit
/// code, and then keeps the terminal. It is what leads the session: when a leader ends, Linux
/// sets the terminal back and may drop the last output, and nothing could be learnt from it.
const SHELL: &str = r#"
exec 3>&2 2>/dev/null
/bin/sh -c 'echo $$; exec "$0" "$@" 2>&3 3>&-' "$@"
echo "status $?"
read line
"#;

/// Returns the folder that the program is told is the reader's. Nothing may ever be in it.
pub(super) fn home() -> PathBuf {
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("empty-home");
    fs::create_dir_all(&home).unwrap();
    home
}

/// How to start the program.
pub(super) struct Launch {
    command: CommandBuilder,
}

impl Launch {
    /// From a shell, in an empty home folder.
    pub(super) fn new() -> Self {
        Self::command(&[PROGRAM])
    }

    /// A command from a shell.
    pub(super) fn command(words: &[&str]) -> Self {
        Self::leader(&[&["/bin/sh", "-c", SHELL, "sh"], words].concat())
    }

    /// The first process of a session.
    pub(super) fn leader(words: &[&str]) -> Self {
        let mut command = CommandBuilder::from_argv(words.iter().map(Into::into).collect());
        command.env_clear();
        command.env("HOME", home());
        command.env("TERM", "xterm-256color");
        command.cwd(home());
        Self { command }
    }

    pub(super) fn arg(mut self, arg: &str) -> Self {
        self.command.arg(arg);
        self
    }

    pub(super) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Starts the program on a terminal of some size.
    pub(super) fn start(self, columns: u16, rows: u16) -> Pty {
        let pair = pair(columns, rows);
        let before = settings(&*pair.master);
        let watched = Arc::new(Watched::new(columns, rows));
        watch(&watched, &*pair.master);
        let writer = pair.master.take_writer().unwrap();
        let leader: Box<dyn portable_pty::Child> = pair.slave.spawn_command(self.command).unwrap();
        // The standard library's own child tells the signal it died of.
        let leader = *leader.downcast().unwrap();
        // The stream ends when the program does only if nobody else has the terminal open.
        drop(pair.slave);
        Pty { watched, before, writer, master: pair.master, leader }
    }
}

fn pair(columns: u16, rows: u16) -> PtyPair {
    native_pty_system().openpty(size(columns, rows)).unwrap()
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// Returns the settings of a terminal, to compare them.
fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

/// All that has come from the program.
pub(super) struct Seen {
    parser: Parser,
    raw: Vec<u8>,
    /// Where the last mark stands in `raw`.
    mark: usize,
    ended: bool,
}

impl Seen {
    pub(super) fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// Returns whether some words stand on the screen.
    pub(super) fn has(&self, words: &str) -> bool {
        self.screen().contents().contains(words)
    }

    /// Returns whether a whole frame has come since the mark that ends with the cursor on a row
    /// with these words, and whether the row is shown in reverse.
    pub(super) fn is_on(&self, words: &str) -> bool {
        let (row, column) = self.screen().cursor_position();
        let end = format!("\x1b[{};{}H", row + 1, column + 1);
        self.news().ends_with(end.as_bytes())
            && self.row(row).contains(words)
            && self.screen().cell(row, column).is_some_and(vt100::Cell::inverse)
    }

    /// Returns what has come since the mark.
    pub(super) fn news(&self) -> &[u8] {
        self.raw.get(self.mark..).unwrap_or_default()
    }

    /// Returns the words of a row.
    pub(super) fn row(&self, row: u16) -> String {
        let (_, columns) = self.screen().size();
        self.screen().rows(0, columns).nth(usize::from(row)).unwrap_or_default()
    }
}

/// What the reading thread and the test share.
struct Watched {
    seen: Mutex<Seen>,
    changed: Condvar,
}

impl Watched {
    fn new(columns: u16, rows: u16) -> Self {
        let seen =
            Seen { parser: Parser::new(rows, columns, 0), raw: Vec::new(), mark: 0, ended: false };
        Self { seen: Mutex::new(seen), changed: Condvar::new() }
    }

    /// Waits until a question about what has come is answered with yes.
    fn wait(&self, what: &str, wanted: impl Fn(&Seen) -> bool) {
        let seen = self.seen.lock().unwrap();
        let waiting = |seen: &mut Seen| !wanted(seen) && !seen.ended;
        let (seen, _) = self.changed.wait_timeout_while(seen, DEADLINE, waiting).unwrap();
        if !wanted(&seen) {
            let end = if seen.ended { "The program has ended." } else { "The time is over." };
            let screen = seen.screen().contents();
            let news = String::from_utf8_lossy(seen.news()).escape_debug().to_string();
            drop(seen);
            panic!("not seen: {what}. {end}\nScreen:\n{screen}\nSince the mark: {news}");
        }
    }
}

/// Starts the thread that reads until nobody has the terminal open any more.
fn watch(watched: &Arc<Watched>, master: &dyn MasterPty) {
    let watched = Arc::clone(watched);
    let mut reader = master.try_clone_reader().unwrap();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        loop {
            // A terminal that nobody has open answers with an error on Linux.
            let count = reader.read(&mut bytes).unwrap_or_default();
            let mut seen = watched.seen.lock().unwrap();
            let new = bytes.get(..count).unwrap_or_default();
            seen.parser.process(new);
            seen.raw.extend_from_slice(new);
            seen.ended = count == 0;
            watched.changed.notify_all();
            if count == 0 {
                break;
            }
        }
    });
}

/// A terminal with the program in it. Dropping it ends the program.
pub(super) struct Pty {
    watched: Arc<Watched>,
    before: String,
    writer: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    leader: Child,
}

impl Pty {
    /// Starts the program as it is and waits for its first page.
    pub(super) fn first_page() -> Self {
        Launch::new().start(80, 24).at_first_page()
    }

    pub(super) fn at_first_page(self) -> Self {
        self.wait("the first page", |seen| seen.is_on("Search for a symptom"));
        self
    }

    pub(super) fn wait(&self, what: &str, wanted: impl Fn(&Seen) -> bool) {
        self.watched.wait(what, wanted);
    }

    /// Asks something about what has come.
    pub(super) fn look<T>(&self, question: impl FnOnce(&Seen) -> T) -> T {
        question(&self.watched.seen.lock().unwrap())
    }

    /// Returns all that the program has sent, without the lines of the shell.
    pub(super) fn sent(&self) -> String {
        let raw = String::from_utf8(self.look(|seen| seen.raw.clone())).unwrap();
        let sent = raw.split_once("\r\n").unwrap().1;
        sent.rsplit_once("status ").map_or(sent, |(sent, _)| sent).to_owned()
    }

    pub(super) fn press(&mut self, keys: impl AsRef<[u8]>) {
        self.writer.write_all(keys.as_ref()).unwrap();
    }

    /// Presses keys, waits for the cursor on a row with some words, and returns what came.
    pub(super) fn press_until_on(&mut self, keys: &[&str], words: &str) -> String {
        self.mark();
        for key in keys {
            self.press(key);
        }
        self.wait(words, |seen| seen.is_on(words));
        self.look(|seen| String::from_utf8_lossy(seen.news()).into_owned())
    }

    /// Lets the news begin here.
    pub(super) fn mark(&self) {
        let mut seen = self.watched.seen.lock().unwrap();
        seen.mark = seen.raw.len();
    }

    /// Gives the terminal another size. The news begin here.
    pub(super) fn resize(&self, columns: u16, rows: u16) {
        self.mark();
        self.watched.seen.lock().unwrap().parser.screen_mut().set_size(rows, columns);
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// Returns the process that the shell has started.
    pub(super) fn started(&self) -> Pid {
        let raw = self.look(|seen| seen.raw.clone());
        let line = String::from_utf8_lossy(&raw).lines().next().unwrap().to_owned();
        Pid::from_raw(line.parse().unwrap()).unwrap()
    }

    /// Returns the first process of the session.
    pub(super) fn leader(&self) -> Pid {
        Pid::from_child(&self.leader)
    }

    /// Waits until the program has ended by itself, and returns what the shell says of it.
    pub(super) fn exit_code(&self) -> i32 {
        let code = |seen: &Seen| -> Option<i32> {
            let raw = String::from_utf8_lossy(&seen.raw);
            raw.strip_suffix("\r\n")?.rsplit_once("status ")?.1.parse().ok()
        };
        self.wait("the end", |seen| code(seen).is_some());
        self.look(code).unwrap()
    }

    /// Waits until the first process of the session has ended by itself.
    pub(super) fn end_of_session(&mut self) -> ExitStatus {
        self.wait("the end", |seen| seen.ended);
        self.leader.wait().unwrap()
    }

    /// Asserts that the terminal is in the hands of the program.
    pub(super) fn assert_taken(&self) {
        assert_ne!(settings(&*self.master), self.before);
        self.look(|seen| {
            let screen = seen.screen();
            assert!(screen.alternate_screen() && screen.bracketed_paste());
            assert_ne!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        });
    }

    /// Asserts that the program has ended, and that the terminal is as it was before.
    pub(super) fn assert_given_back(&self) {
        let lines = format!("{}\nstatus {}", self.started(), self.exit_code());
        assert_eq!(settings(&*self.master), self.before);
        self.look(|seen| {
            let screen = seen.screen();
            assert_eq!(screen.contents(), lines);
            assert_eq!(screen.cursor_position(), (2, 0));
            assert!(!screen.alternate_screen() && !screen.hide_cursor());
            assert!(!screen.bracketed_paste());
            assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
            assert!(!screen.inverse() && !screen.bold() && !screen.underline());
        });
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // The end of the leader hangs up the terminal, and that ends the program.
        drop(self.leader.kill());
        drop(self.leader.wait());
    }
}

/// What stands at one end of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    Terminal,
    Pipe,
}

/// Runs the program with a terminal at one end, both, or none. Returns what it said, and all
/// that came to the terminal.
pub(super) fn run(stdin: Stream, stdout: Stream, term: Option<&str>) -> (Output, Vec<u8>) {
    let PtyPair { master, slave } = pair(80, 24);
    let watched = Arc::new(Watched::new(80, 24));
    watch(&watched, &*master);
    // A program that starts all the same must end as well.
    let mut writer = master.take_writer().unwrap();
    writer.write_all(b"q\n").unwrap();
    let terminal = master.tty_name().unwrap();
    let end = |stream| match stream {
        Stream::Pipe => Stdio::piped(),
        Stream::Terminal => {
            let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
            rustix::fs::open(&terminal, flags, Mode::empty()).unwrap().into()
        }
    };
    let output = Command::new(PROGRAM)
        .env_clear()
        .env("HOME", home())
        .envs(term.map(|term| ("TERM", term)))
        .stdin(end(stdin))
        .stdout(end(stdout))
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    drop(slave);
    watched.wait("the end", |seen| seen.ended);
    let raw = watched.seen.lock().unwrap().raw.clone();
    (output, raw)
}
