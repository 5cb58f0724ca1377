"""BRLTTY: follows the cursor with a braille display and speaks the line that the cursor is on.

It runs beside the program. It takes the screen from shared memory (its driver for GNU Screen, whose
part we play), shows braille on a socket (its virtual display) and speaks to a command.
"""

import ctypes
import os
import re
import signal
import socket
import subprocess

from .reader import Reader
from .terminal import Terminal

CELLS = 40
# Typed letters are not repeated: that is not the program's doing, and depends on the speed of typing.
PREFERENCES = "autospeak=yes,autospeak-inserted-characters=no,alert-tunes=no"
DRAWN = re.compile(rb'Visual "(.*)"')

# The layout of the shared memory: columns, rows, cursor column, cursor row, one byte each; then the
# characters, one byte each (Latin-1); then their colours; then two flags. Its size is fixed, and
# larger by far than the largest screen that a task can ask for.
MEMORY = 4 + 66 * 132 * 2
FLAGS = bytes([1, 0])  # somebody looks at the screen; the cursor keys are in their normal mode
PLAIN, REVERSE = 0x07, 0x70
IPC_CREAT = 0o1000
OWNER = 0o700  # BRLTTY asks for all three rights
IPC_RMID = 0

libc = ctypes.CDLL(None, use_errno=True)
libc.ftok.argtypes = [ctypes.c_char_p, ctypes.c_int]
libc.shmat.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_int]
libc.shmat.restype = ctypes.c_void_p
libc.shmdt.argtypes = [ctypes.c_void_p]


class Brltty(Reader):
    """Its display is ours to read and to press keys on; its routing keys come back as arrow keys."""

    name = "brltty"
    needs = ("brltty",)
    settle = 0.6
    has_braille = True

    _segment: int | None = None
    _daemon: subprocess.Popen | None = None
    _routed = False

    def start(self) -> Terminal:
        self._shown = ""
        self._unread = b""
        self._make_memory()
        terminal = Terminal([str(self.program)], self.environment, self.launch.rows, self.launch.columns)
        self._publish(terminal)
        self._keys_done = 0
        self._keys = self.write("keys", "")
        self._run_daemon()
        self._display = socket.socket(socket.AF_UNIX)
        self.until(self._connected, "BRLTTY")
        self._display.sendall(f"Cells {CELLS}\n".encode())
        self._display.setblocking(False)
        return terminal

    def _make_memory(self) -> None:
        key = libc.ftok(bytes(self.folder), ord("b"))
        segment = libc.shmget(key, MEMORY, IPC_CREAT | OWNER)
        if segment < 0:
            raise OSError(ctypes.get_errno(), "no shared memory for BRLTTY")
        self._segment = segment
        self._address = libc.shmat(segment, None, 0)

    def _run_daemon(self) -> None:
        voice = self.write_script("voice", f"exec cat >> {self.speech}")
        # BRLTTY presses keys by `screen -X stuff KEYS`. This stands in the place of screen.
        (self.folder / "bin").mkdir()
        self.write_script("bin/screen", 'for keys; do :; done', f'printf %s "$keys" >> {self._keys}')
        path = f"{self.folder}/bin:{self.environment['PATH']}"
        options = {
            "configuration-file": "/dev/null",
            "preferences-file": self.folder / "preferences",
            "override-preferences": PREFERENCES,
            "pid-file": self.folder / "brltty.pid",
            "updatable-directory": self.folder,
            "writable-directory": self.folder,
            "privilege-parameters": f"path={path}",
            "log-level": "warning",
            "text-table": "en_US",
            "screen-driver": "sc",
            "braille-driver": "vr",
            "braille-device": f"server:{self._socket()}",
            "speech-driver": "gs",
            "speech-parameters": f"gs:command={voice}",
        }
        command = ["brltty", "--no-daemon", "--standard-error", "--quiet", "--no-api", "--stay-privileged"]
        with (self.folder / "log").open("w") as log:
            self._daemon = subprocess.Popen(
                command + [f"--{name}={value}" for name, value in options.items()],
                env=self.environment | {"LC_ALL": "C.UTF-8"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def _socket(self) -> str:
        return str(self.folder / "display")

    def _connected(self) -> bool:
        if self._daemon.poll() is not None:
            raise OSError("BRLTTY ended: " + (self.folder / "log").read_text()[-500:])
        return self._display.connect_ex(self._socket()) == 0

    def _publish(self, terminal: Terminal) -> None:
        """Shows BRLTTY the screen, in one copy, so that it never sees half of a change."""
        screen, rows, columns = terminal.screen, self.launch.rows, self.launch.columns
        cells = [screen.buffer[row][column] for row in range(rows) for column in range(columns)]
        text = bytes((cell.data or " ").encode("latin-1", "replace")[0] for cell in cells)
        looks = bytes(REVERSE if cell.reverse else PLAIN for cell in cells)
        head = bytes([columns, rows, min(screen.cursor.x, columns - 1), screen.cursor.y])
        picture = head + text + looks + FLAGS
        ctypes.memmove(self._address, picture, len(picture))

    def attend(self) -> bool:
        self._publish(self.terminal)
        keys = self._keys.read_bytes()[self._keys_done :]
        if keys:
            self._keys_done += len(keys)
            self.terminal.send(keys)
        before = self._shown
        self._read_display()
        return bool(keys) or self._shown != before

    def _read_display(self) -> None:
        try:
            self._unread += self._display.recv(65536)
        except BlockingIOError:
            return
        *lines, self._unread = self._unread.split(b"\n")
        for line in lines:
            if drawn := DRAWN.match(line):
                self._shown = re.sub(r"\\(.)", r"\1", drawn[1].decode("latin-1")).rstrip()

    def parse(self, speech: str) -> list[str]:
        said = speech.split("\n")
        # After routing, BRLTTY says the letter where the cursor arrived: its own word, not the program's.
        return [text for text in said if len(text) > 1] if self._routed else said

    def braille(self) -> str:
        return self._shown

    def press(self, stroke: str) -> None:
        self._routed = False
        super().press(stroke)

    def press_braille(self, command: str) -> None:
        self._routed = command.upper().startswith("ROUTE")
        self._display.sendall(command.encode() + b"\n")

    def stop(self) -> None:
        if self._daemon:
            self._daemon.send_signal(signal.SIGTERM)
            try:
                self._daemon.wait(5)
            except subprocess.TimeoutExpired:
                self._daemon.kill()
                self._daemon.wait()
            self._display.close()
        if self._segment is not None:
            libc.shmdt(self._address)
            libc.shmctl(self._segment, IPC_RMID, None)
