"""Reads task files: one task, with the keys and rules of each mode.

    # A comment stands on its own line.
    [screen-reader]
    args: --screen-reader --start-at dystonia
    size: 40x12
    always
      whole-words
    start
      first Rarebook
    Down
      focus-said
"""

import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path

from . import keys
from .keys import START
from .rules import Rule

# The arguments of the program that ask for a mode.
MODES = {"visual": "", "screen-reader": "--screen-reader", "linear": "--linear"}
DEFAULT_SIZE = (80, 24)
LARGEST = (132, 60)  # BRLTTY's driver takes no more
ALWAYS = "always"


class ScriptError(Exception):
    """A task file says something that cannot be understood."""


@dataclass
class Press:
    """A key and the rules for what follows it."""

    key: str
    rules: list[Rule] = field(default_factory=list)


@dataclass
class Section:
    """What is done in one mode."""

    mode: str
    args: list[str]
    columns: int = DEFAULT_SIZE[0]
    rows: int = DEFAULT_SIZE[1]
    environment: list[tuple[str, str]] = field(default_factory=list)
    always: list[Rule] = field(default_factory=list)
    presses: list[Press] = field(default_factory=list)

    def presses_for(self, has_braille: bool) -> list[Press]:
        """What is pressed: keys of a braille display only where there is one."""
        return [press for press in self.presses if has_braille or not press.key.startswith(keys.BRAILLE)]


def variable(text: str) -> tuple[str, str]:
    """The name and value of `NO_COLOR=1`."""
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise ValueError(f"{text} is not written as NAME=value")
    return name, value


def screen_size(text: str) -> tuple[int, int]:
    """The columns and rows of `40x12`."""
    numbers = re.fullmatch(r"(\d+)x(\d+)", text)
    if not numbers:
        raise ValueError(f"{text} is not written as COLUMNSxROWS")
    columns, rows = int(numbers[1]), int(numbers[2])
    if not (0 < columns <= LARGEST[0] and 0 < rows <= LARGEST[1]):
        raise ValueError(f"the largest screen is {LARGEST[0]}x{LARGEST[1]}")
    return columns, rows


class Parser:
    """Reads one file line by line. Rules go to the key, or the `always`, above them."""

    def __init__(self) -> None:
        self.sections: dict[str, Section] = {}
        self._section: Section | None = None
        self._for_all: list[Rule] = []
        self._rules: list[Rule] | None = None

    def read(self, number: int, line: str) -> None:
        """Takes in one line; raises ValueError."""
        text = line.strip()
        if not text or text.startswith("#"):
            return
        if line[0].isspace():
            self._read_rule(number, text)
        elif text.startswith("[") and text.endswith("]"):
            self._open_section(text[1:-1].strip())
        elif text == ALWAYS:
            self._rules = self._section.always if self._section else self._for_all
        elif not self._section:
            raise ValueError("a key stands before the first [mode]")
        elif not self._read_setting(text):
            self._read_key(text)

    def _read_rule(self, number: int, text: str) -> None:
        if self._rules is None:
            raise ValueError("a rule stands before the first key")
        self._rules.append(Rule.read(number, text))

    def _open_section(self, mode: str) -> None:
        if mode not in MODES:
            raise ValueError(f"there is no mode {mode}")
        if mode in self.sections:
            raise ValueError(f"the mode {mode} stands here twice")
        self._section = Section(mode, shlex.split(MODES[mode]), always=list(self._for_all))
        self.sections[mode] = self._section
        self._rules = None

    def _read_setting(self, text: str) -> bool:
        name, colon, value = text.partition(": ")
        if not colon or name not in ("args", "size", "env"):
            return False
        if self._section.presses:
            raise ValueError(f"{name} belongs above the keys")
        if name == "args":
            self._section.args = shlex.split(value)
        elif name == "env":
            self._section.environment.append(variable(value.strip()))
        else:
            self._section.columns, self._section.rows = screen_size(value.strip())
        return True

    def _read_key(self, key: str) -> None:
        if (key == START) == bool(self._section.presses):
            raise ValueError("the first key is start, and no other is")
        if key != START:
            keys.check(key)
        self._section.presses.append(Press(key))
        self._rules = self._section.presses[-1].rules


def parse(text: str, name: str) -> dict[str, Section]:
    """The sections of a task file by their modes; the name is for what goes wrong."""
    parser = Parser()
    for number, line in enumerate(text.splitlines(), 1):
        try:
            parser.read(number, line)
        except ValueError as problem:
            raise ScriptError(f"{name}:{number}: {problem}") from None
    for section in parser.sections.values():
        if not section.presses:
            raise ScriptError(f"{name}: the mode {section.mode} has no start")
    return parser.sections


def load(path: Path) -> dict[str, Section]:
    """The sections of a task file."""
    return parse(path.read_text(), path.name)
