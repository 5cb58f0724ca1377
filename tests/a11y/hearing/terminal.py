"""A program on a pseudo-terminal, and the screen that it draws there.

Programs are started by `setsid --ctty` (util-linux) and not by `pty.fork`: trials run in threads,
and Python code between fork and exec could wait for ever for a lock of another thread.
"""

import copy
import os
import select
import signal
import subprocess
import termios
import time
from collections.abc import Callable

import pyte

ALTERNATE_SCREEN = 1049


class Screen(pyte.Screen):
    """pyte's screen with a second page, which remembers the words it has shown."""

    def __init__(self, columns: int, rows: int) -> None:
        self._first_page = None
        self.shown: set[str] = set()
        super().__init__(columns, rows)

    @property
    def text(self) -> list[str]:
        """The rows, without the blanks at their ends."""
        return [row.rstrip() for row in self.display]

    def index(self) -> None:
        """Keeps the rows before they scroll away: one piece of output can push out many."""
        bottom = self.margins.bottom if self.margins else self.lines - 1
        if self.cursor.y == bottom:
            self.shown.update(self.text)
        super().index()

    def set_mode(self, *modes: int, private: bool = False) -> None:
        super().set_mode(*modes, private=private)
        if private and ALTERNATE_SCREEN in modes and not self._first_page:
            self._first_page = copy.deepcopy(self.buffer), copy.copy(self.cursor)
            self.erase_in_display(2)
            self.cursor_position()

    def reset_mode(self, *modes: int, private: bool = False) -> None:
        super().reset_mode(*modes, private=private)
        if private and ALTERNATE_SCREEN in modes and self._first_page:
            self.buffer, self.cursor = self._first_page
            self._first_page = None

    # pyte 0.8.0 knows no private form of these two and would end with a TypeError.

    def select_graphic_rendition(self, *attributes: int, private: bool = False) -> None:
        if not private:
            super().select_graphic_rendition(*attributes)

    def report_device_status(self, mode: int = 0, private: bool = False) -> None:
        if not private:
            super().report_device_status(mode)


class Terminal:
    """A command on a new pseudo-terminal."""

    def __init__(self, command: list[str], environment: dict[str, str], rows: int, columns: int) -> None:
        self.screen = Screen(columns, rows)
        self.screen.write_process_input = lambda answer: self.send(answer.encode())
        self.copy_to: Callable[[bytes], None] | None = None
        self.written = b""
        self.closed = False
        self._stream = pyte.ByteStream(self.screen)
        self._ours, theirs = os.openpty()
        termios.tcsetwinsize(theirs, (rows, columns))
        self._process = subprocess.Popen(
            ["setsid", "--ctty", *command], env=environment, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)

    def send(self, data: bytes) -> None:
        """Types the bytes."""
        try:
            os.write(self._ours, data)
        except OSError:
            self.closed = True

    def read(self, wait: float) -> bool:
        """Takes in all that is written, waiting a while for its beginning; says if there was any."""
        before = len(self.written)
        if self.closed:
            time.sleep(wait)
        while not self.closed and select.select([self._ours], [], [], wait)[0]:
            self._take()
            wait = 0
        return len(self.written) > before

    def _take(self) -> None:
        try:
            data = os.read(self._ours, 65536)
        except OSError:
            data = b""
        if not data:
            self.closed = True
            return
        self.written += data
        self._stream.feed(data)
        self.screen.shown.update(self.screen.text)
        if self.copy_to:
            self.copy_to(data)

    def close(self) -> None:
        """Hangs up, as a closed terminal window does, and harder if that is not enough."""
        for sign in (signal.SIGHUP, signal.SIGTERM, signal.SIGKILL):
            self.read(0)
            self._process.send_signal(sign)
            try:
                self._process.wait(2)
                break
            except subprocess.TimeoutExpired:
                continue
        os.close(self._ours)
