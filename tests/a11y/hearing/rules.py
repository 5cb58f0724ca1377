"""The rules: what must be true of a step."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from .step import Step
from .words import words

READER_NAMES = ("yasr", "fenrir", "brltty", "orca")

# The escape sequences that yasr, Fenrir, BRLTTY and a plain console all take in silence. Others, such
# as links, titles, cursor shapes or colours with colons, are partly read out as letters and digits;
# `?25l`, which hides the cursor, leaves readers without a place. So only these may be written:
ALLOWED_SEQUENCES = re.compile(
    rb"\x1b\["
    rb"(?:"
    rb"[\d;]*[HfABCDmJKr]"  # move the cursor, set the look, clear, set the rows that scroll
    rb"|\?25h"  # show the cursor
    rb"|\?1049[hl]"  # go to the second page of the terminal and back
    rb"|\?2004[hl]"  # pasted text arrives marked
    rb")"
)
NOT_ASCII = re.compile(rb"[^\x20-\x7e\r\n]")


def holds(text: str, part: str) -> bool:
    return part.lower() in text.lower()


def on_focus(step: Step) -> bool:
    """Whether the row of the cursor was said, and nothing else."""
    return bool(step.words) and step.words == words(step.cursor_line)


def plain(step: Step) -> bool:
    """Whether only printable ASCII, line ends and allowed sequences were written."""
    return not NOT_ASCII.search(ALLOWED_SEQUENCES.sub(b"", step.written))


# What can follow the name of a rule, as a pattern.
NOTHING, TEXT, NUMBER, PERHAPS_A_NUMBER = r"", r".+", r"\d+", r"\d*"

# Name: what follows it, and the test. The test gets the step and what follows.
CHECKS: dict[str, tuple[str, Callable[[Step, str], bool]]] = {
    "says": (TEXT, lambda step, text: holds(step.speech, text)),
    "only": (TEXT, lambda step, text: words(step.speech) == words(text)),
    "first": (TEXT, lambda step, text: step.speech.lower().startswith(text.lower())),
    "never": (TEXT, lambda step, text: not holds(step.speech, text)),
    "silent": (NOTHING, lambda step, _: not step.said),
    "focus-said": (NOTHING, lambda step, _: on_focus(step)),
    "said-once": (NOTHING, lambda step, _: len(set(step.said)) == len(step.said)),
    "words": (NUMBER, lambda step, number: len(step.words) <= int(number)),
    "symbols": (NUMBER, lambda step, number: len(step.symbols) <= int(number)),
    "whole-words": (NOTHING, lambda step, _: not step.cut_words),
    "cursor-on": (TEXT, lambda step, text: step.cursor_visible and holds(step.cursor_line, text)),
    "cursor-shown": (NOTHING, lambda step, _: step.cursor_visible),
    "rows-changed": (NUMBER, lambda step, number: step.rows_changed <= int(number)),
    "braille": (TEXT, lambda step, text: holds(step.braille or "", text)),
    "calm": (NOTHING, lambda step, _: step.at_rest),
    "ascii": (NOTHING, lambda step, _: plain(step)),
    "ended": (PERHAPS_A_NUMBER, lambda step, number: step.exit_status == int(number or 0)),
}


@dataclass(frozen=True)
class Rule:
    """One line of a task file below a key."""

    line: int
    text: str
    readers: frozenset[str]  # empty: all
    name: str
    argument: str

    @classmethod
    def read(cls, line: int, text: str) -> "Rule":
        """Reads `cursor-on Back pain` or `yasr, fenrir: says Hello`; raises ValueError."""
        readers, rest = frozenset(), text
        front, colon, back = text.partition(":")
        names = frozenset(re.findall(r"[^\s,]+", front))
        if colon and names and names <= set(READER_NAMES):
            readers, rest = names, back.strip()
        name, _, argument = rest.partition(" ")
        if name not in CHECKS:
            raise ValueError(f"there is no rule {name}")
        if not re.fullmatch(CHECKS[name][0], argument):
            raise ValueError(f"{rest} is not how the rule {name} is written")
        return cls(line, text, readers, name, argument)

    def concerns(self, reader: str, has_braille: bool) -> bool:
        """Whether the rule is to be asked of this reader."""
        return (not self.readers or reader in self.readers) and (self.name != "braille" or has_braille)

    def test(self, step: Step) -> bool:
        return CHECKS[self.name][1](step, self.argument)
