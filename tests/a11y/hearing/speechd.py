"""A stand-in for Speech Dispatcher, the speech server of Linux desktops: it keeps what it is to say.

It knows as much of its protocol, SSIP, as Orca asks: lines of text, each answered by a number.
"""

import html
import re
import socketserver
import threading
from pathlib import Path

# What a request begins with, and the lines of the answer before its last one.
LISTS = {
    "HISTORY GET CLIENT_ID": ["245-1"],
    "LIST OUTPUT_MODULES": ["250-file"],
    "LIST SYNTHESIS_VOICES": ["249-plain\ten\tnone"],
    "LIST VOICES": ["249-MALE1"],
    "GET ": ["251-0"],
}
QUEUED = ["225-1", "225 OK MESSAGE QUEUED"]


class _Talk(socketserver.StreamRequestHandler):
    """One client."""

    def handle(self) -> None:
        for line in self._lines():
            if line == "SPEAK":
                self._answer(["230 OK RECEIVING DATA"])
                self.server.keep(list(iter(lambda: next(self._lines(), "."), ".")))
                self._answer(QUEUED)
            elif line.startswith(("CHAR ", "KEY ")):
                self.server.keep([line.partition(" ")[2]])
                self._answer(QUEUED)
            else:
                listed = next((answer for start, answer in LISTS.items() if line.startswith(start)), [])
                number = listed[0][:3] if listed else "200"
                self._answer([*listed, f"{number} OK"])

    def _lines(self):
        while line := self.rfile.readline():
            yield line.decode(errors="replace").rstrip("\r\n")

    def _answer(self, lines: list[str]) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


class SpeechServer(socketserver.ThreadingUnixStreamServer):
    """Listens on a socket and appends each text, on a line of its own, to a file."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, address: Path, speech: Path) -> None:
        super().__init__(str(address), _Talk)
        self._speech = speech
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def keep(self, lines: list[str]) -> None:
        """Keeps a text, without its markup."""
        text = html.unescape(re.sub(r"<[^>]*>", "", "\n".join(lines)))
        with self._speech.open("a") as file:
            file.write(text + "\n")

    def close(self) -> None:
        self.shutdown()
        self.server_close()
