"""What all screen readers have in common: one run of one program under one of them."""

import errno
import os
import shlex
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .keys import encoded
from .terminal import Terminal

# BRLTTY stands in a folder for administrators, which is not on the path of everybody.
PATH = os.environ.get("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin"
START_SECONDS = 30


@dataclass(frozen=True)
class Launch:
    """A program and how it is started."""

    command: tuple[str, ...]
    environment: tuple[tuple[str, str], ...]
    rows: int
    columns: int


class Reader:
    """A screen reader whose voice writes into a file.

    The program waits at a gate, a named pipe, until the reader is up and has said its own greeting.
    So all it draws is new to the reader, and a slow start of the reader changes nothing.
    """

    name: str
    needs: tuple[str, ...]
    settle: float  # seconds of silence after which a step is over
    has_braille = False
    terminal: Terminal | None = None
    _opener: int | None = None

    def __init__(self, launch: Launch) -> None:
        self.launch = launch
        self.folder = Path(tempfile.mkdtemp(prefix="hearing-"))
        self.speech = self.write("speech", "")
        self._heard = 0
        self.environment = {"PATH": PATH, "HOME": str(self.folder), "LANG": "C.UTF-8", "TERM": "linux"}
        self._gate = self.folder / "gate"
        os.mkfifo(self._gate)
        self._pid = self.folder / "pid"
        self._status = self.folder / "status"
        self.program = self._gated_program()
        try:
            self.terminal = self.start()
            self.until(self._somebody_waits, "the program")
        except BaseException:
            self.close()
            raise

    @classmethod
    def missing(cls) -> list[str]:
        """The programs that are needed and not installed."""
        return [program for program in cls.needs if not shutil.which(program, path=PATH)]

    # What each reader does its own way.

    def start(self) -> Terminal:
        """Starts the reader, and in it or beside it the program on a terminal."""
        raise NotImplementedError

    def parse(self, speech: str) -> list[str]:
        """The utterances in a piece of the speech file."""
        raise NotImplementedError

    def attend(self) -> bool:
        """Does what the reader needs while we listen; says if something happened."""
        return False

    def press(self, stroke: str) -> None:
        """Presses a key of the keyboard."""
        self.terminal.send(encoded(stroke))

    def press_braille(self, command: str) -> None:
        """Presses a key of the braille display."""
        raise NotImplementedError

    def braille(self) -> str | None:
        """The text on the braille display, if there is one."""
        return None

    def stop(self) -> None:
        """Ends what `start` began, besides the terminal."""

    # What they share.

    def write(self, name: str, text: str, mode: int = 0o600) -> Path:
        """Writes a file into the folder of this run."""
        path = self.folder / name
        path.write_text(text)
        path.chmod(mode)
        return path

    def write_script(self, name: str, *lines: str) -> Path:
        """Writes a shell script into the folder of this run."""
        return self.write(name, "\n".join(("#!/bin/sh", *lines, "")), 0o700)

    def _gated_program(self) -> Path:
        """A script that runs the program once the gate opens and the terminal has its size.

        Readers give their inner terminal its size only after they started something in it. When the
        program has ended the terminal stays, as a shell would make it stay: a reader that lost its
        terminal would leave, in a hurry and with its last words unsaid.
        """
        settings = [f"{name}={value}" for name, value in self.launch.environment]
        size = f"{self.launch.rows} {self.launch.columns}"
        return self.write_script(
            "program",
            f"echo $$ > {self._pid}",
            f"read -r _ < {self._gate}",
            f'until [ "$(stty size)" = "{size}" ]; do sleep 0.02; done',
            "trap : INT QUIT",  # Control-C is for the program, even where Fenrir passes on that it is ignored
            shlex.join(["env", "--default-signal=INT,QUIT", *settings, *self.launch.command]),
            f"echo $? > {self._status}",
            "exec sleep 1000",
        )

    def _somebody_waits(self) -> bool:
        try:
            self._opener = os.open(self._gate, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as problem:
            if problem.errno == errno.ENXIO:
                return False
            raise
        return True

    def open_gate(self) -> None:
        """Lets the program start."""
        os.write(self._opener, b"go\n")

    def until(self, ready: Callable[[], bool], what: str) -> None:
        """Waits for a part of the run to be up."""
        end = time.monotonic() + START_SECONDS
        while not ready():
            if time.monotonic() > end:
                raise OSError(f"{self.name}: {what} did not start")
            if self.terminal:
                self.terminal.read(0)
            time.sleep(0.05)

    def look(self, seconds: float) -> bool:
        """Lets time go by; says if something was written or said, or changed on the display."""
        length = self.speech.stat().st_size
        written = self.terminal.read(seconds)
        happened = self.attend()
        return written or happened or self.speech.stat().st_size != length

    def utterances(self) -> list[str]:
        """What was said since the last time."""
        with self.speech.open("rb") as file:
            file.seek(self._heard)
            data = file.read()
        self._heard += len(data)
        tidy = [" ".join(text.split()) for text in self.parse(data.decode(errors="replace"))]
        return [text for text in tidy if text]

    def exit_status(self) -> int | None:
        """The exit status of the program, once it has ended."""
        text = self._status.read_text() if self._status.exists() else ""
        return int(text) if text.endswith("\n") else None

    def _end_program(self) -> None:
        """Ends what the reader left running: the group of the script, which leads a session."""
        for sign in (signal.SIGHUP, signal.SIGKILL):
            try:
                os.killpg(int(self._pid.read_text()), sign)
            except (FileNotFoundError, ProcessLookupError):
                return
            time.sleep(0.1)

    def close(self) -> None:
        """Ends everything and removes the folder."""
        self.stop()
        if self._opener:
            os.close(self._opener)
        if self.terminal:
            self.terminal.close()
        self._end_program()
        shutil.rmtree(self.folder, ignore_errors=True)
