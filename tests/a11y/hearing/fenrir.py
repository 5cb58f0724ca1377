"""Fenrir: compares each screen with the one before and speaks the rows that changed."""

from .reader import Reader
from .terminal import Terminal

# Only what is needed to run without a console, a sound card and the rights of root. What users hear
# stays as Fenrir has it by default, but for what it says of typed keys, which is not the program's doing.
SETTINGS = """\
[general]
shell={program}
debugLevel=0
autoSpellCheck=False
[screen]
driver=ptyDriver
[keyboard]
driver=ptyDriver
keyboardLayout=pty
charEcho=False
wordEcho=False
[speech]
driver=genericDriver
genericSpeechCommand={voice} "fenrirText"
[sound]
enabled=False
driver=dummyDriver
[braille]
enabled=False
driver=dummyDriver
[remote]
enable=False
driver=dummyDriver
"""

END_OF_LINE = " , "  # Fenrir turns the end of a row into a pause


class Fenrir(Reader):
    """Its generic voice runs a command for each text: here the command keeps it."""

    name = "fenrir"
    needs = ("fenrir",)
    settle = 0.5

    def start(self) -> Terminal:
        voice = self.write_script("voice", f"printf '%s\\0' \"$1\" >> {self.speech}")
        settings = self.write("settings.conf", SETTINGS.format(program=self.program, voice=voice))
        command = ["fenrir", "--emulated-pty", "--setting", str(settings)]
        return Terminal(command, self.environment, self.launch.rows, self.launch.columns)

    def parse(self, speech: str) -> list[str]:
        return [row for text in speech.split("\0") for row in text.split(END_OF_LINE)]
