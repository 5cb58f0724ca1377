"""yasr: speaks what is written to the screen, piece by piece, and the line that the cursor moves to."""

import re
from pathlib import Path

from .reader import Reader
from .terminal import Terminal

DEFAULTS = Path("/etc/yasr/yasr.conf")

# The protocol of Emacspeak's speech servers: `q {text}` puts a text into the queue, `l {x}` says a letter.
SPOKEN = re.compile(r"^(?:q|l|tts_say) \{(.*?)\}$", re.MULTILINE | re.DOTALL)


class Yasr(Reader):
    """Its voice is the Emacspeak server, a command that reads what to say: here it keeps it."""

    name = "yasr"
    needs = ("yasr",)
    settle = 0.4

    def start(self) -> Terminal:
        voice = self.write_script("voice", f"exec cat >> {self.speech}")
        kept = [line for line in DEFAULTS.read_text().splitlines() if not line.startswith("synthesizer")]
        options = kept.index("[options]") + 1
        kept[options:options] = ["synthesizer=emacspeak server", f"synthesizer port=|{voice}"]
        settings = self.write("yasr.conf", "\n".join(kept) + "\n")
        command = ["yasr", "-C", str(settings), str(self.program)]
        return Terminal(command, self.environment, self.launch.rows, self.launch.columns)

    def parse(self, speech: str) -> list[str]:
        return SPOKEN.findall(speech)
