"""Orca: hears from a terminal window, through the desktop's accessibility interface, what it shows.

The window is LXTerminal (its inside, VTE, is that of most Linux desktops) on a display that nobody
sees. The program runs on our own pseudo-terminal, so that its screen can be followed as with the
other readers, and is joined to the window by `relay`. Keys are pressed in the window: Orca wants
to see them.
"""

import json
import os
import select
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from . import relay
from .reader import Reader
from .speechd import SpeechServer
from .terminal import Terminal

# Only one Orca runs for a user: a second one asks the first to leave.
ONE_ORCA = threading.Lock()

X_NAMES = {
    "Enter": "Return",
    "Escape": "Escape",
    "Backspace": "BackSpace",
    "BackTab": "shift+Tab",
    "PageUp": "Prior",
    "PageDown": "Next",
    "Space": "space",
    " ": "space",
}

# Orca must not say the keys that are typed: that is not the program's doing.
ORCA_SETTINGS = {
    "general": {"enableKeyEcho": False},
    "profiles": {"default": {"profile": ["Default", "default"]}},
    "pronunciations": {},
    "keybindings": {},
}


def x_name(stroke: str) -> str:
    """What xdotool calls a key."""
    if len(stroke) == 3 and stroke[:2] in ("C-", "M-"):
        return ("ctrl+" if stroke[0] == "C" else "alt+") + stroke[2]
    if len(stroke) == 1 and not stroke.isalnum():
        return X_NAMES.get(stroke, f"U{ord(stroke):04X}")
    return X_NAMES.get(stroke, stroke)


class Orca(Reader):
    """A desktop of one window, with Orca, for one run."""

    name = "orca"
    needs = ("orca", "lxterminal", "Xvfb", "xdotool", "dbus-daemon")
    settle = 0.8

    _window: socket.socket | None = None
    _voice: SpeechServer | None = None

    def __init__(self, *arguments) -> None:
        self._children: list[subprocess.Popen] = []
        ONE_ORCA.acquire()  # until `stop`, which is called whatever happens
        super().__init__(*arguments)

    def start(self) -> Terminal:
        self._start_desktop()
        self._start_orca()
        self._open_window()
        terminal = Terminal([str(self.program)], self.environment, self.launch.rows, self.launch.columns)
        terminal.screen.write_process_input = lambda _: None  # the window answers
        terminal.copy_to = self._window.sendall
        return terminal

    def _start_desktop(self) -> None:
        runtime = self.folder / "runtime"
        runtime.mkdir(0o700)
        self._voice = SpeechServer(runtime / "voice", self.speech)
        self._desktop = self.environment | {
            "XDG_RUNTIME_DIR": str(runtime),
            "GSETTINGS_BACKEND": "memory",
            "SPEECHD_ADDRESS": f"unix_socket:{runtime / 'voice'}",
        }
        screen = self._child("Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24")
        self._desktop["DISPLAY"] = ":" + screen.stdout.readline().strip()
        bus = self._child("dbus-daemon", "--session", "--nofork", "--print-address=1")
        self._desktop["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()

    def _start_orca(self) -> None:
        folder = self.folder / ".local/share/orca"
        folder.mkdir(parents=True)
        (folder / "user-settings.conf").write_text(json.dumps(ORCA_SETTINGS))
        self._child("orca")
        self.until(lambda: self.speech.stat().st_size > 0, "Orca")

    def _open_window(self) -> None:
        address = self.folder / "relay"
        command = shlex.join([sys.executable, str(Path(relay.__file__)), str(address)])
        script = self.write_script("window", f"exec {command}")
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(address))
            listener.listen()
            listener.settimeout(30)
            geometry = f"--geometry={self.launch.columns}x{self.launch.rows}"
            self._child("lxterminal", "--no-remote", geometry, "-e", str(script))
            self._window, _ = listener.accept()
        self.until(self._focused, "the window")
        time.sleep(1)
        # As at a shell: after Return, Orca reads what comes.
        self._xdotool("key", "Return")
        self._window.recv(16)

    def _child(self, *command: str) -> subprocess.Popen:
        child = subprocess.Popen(
            command,
            env=self._desktop,
            text=True,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._children.append(child)
        return child

    def _xdotool(self, *words: str) -> str:
        command = ["xdotool", *words]
        return subprocess.run(command, env=self._desktop, capture_output=True, text=True, timeout=10).stdout

    def _focused(self) -> bool:
        windows = self._xdotool("search", "--onlyvisible", "--class", "lxterminal").split()
        if windows:
            self._xdotool("windowfocus", "--sync", windows[-1])
        return bool(windows)

    def press(self, stroke: str) -> None:
        self._xdotool("key", x_name(stroke))

    def attend(self) -> bool:
        """Hands the keys that the window sends to the program."""
        pressed = False
        while select.select([self._window], [], [], 0)[0]:
            keys = self._window.recv(65536)
            if not keys:
                break
            self.terminal.send(keys)
            pressed = True
        return pressed

    def parse(self, speech: str) -> list[str]:
        return speech.split("\n")

    def stop(self) -> None:
        if self._window:
            self._window.close()
        for child in reversed(self._children):
            try:
                os.killpg(child.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            child.wait()
            child.stdout.close()
        if self._voice:
            self._voice.close()
        ONE_ORCA.release()
