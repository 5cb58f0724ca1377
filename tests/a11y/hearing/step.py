"""What happened after one key."""

from dataclasses import dataclass
from functools import cached_property

from .words import BLANK, SYMBOL_NAMES, marks, words


@dataclass(frozen=True)
class Step:
    """All that can be known from outside between one key and the next."""

    key: str
    said: tuple[str, ...]
    rows_before: tuple[str, ...]
    rows: tuple[str, ...]
    shown: frozenset[str]  # every word that stood on the screen at some moment
    cursor_row: int
    cursor_visible: bool
    braille: str | None  # None if the reader has no display
    written: bytes
    at_rest: bool
    exit_status: int | None  # None while the program runs

    @property
    def speech(self) -> str:
        return " ".join(self.said)

    @property
    def cursor_line(self) -> str:
        return self.rows[self.cursor_row].strip()

    @cached_property
    def words(self) -> list[str]:
        """The words said, without the names of symbols."""
        return [word for word in words(self.speech) if word in self.shown or word not in SYMBOL_NAMES]

    @cached_property
    def symbols(self) -> list[str]:
        """The symbols said: as such, or by a name that the screen does not show."""
        named = [word for word in words(self.speech) if word not in self.shown and word in SYMBOL_NAMES]
        if self.exit_status is not None:
            # The empty screen of a program that has ended is none of its rows.
            named = [word for word in named if word != BLANK]
        return marks(self.speech) + named

    @property
    def cut_words(self) -> list[str]:
        """The words said that the screen never showed: parts of words, or words run together."""
        return [word for word in self.words if word not in self.shown]

    @property
    def rows_changed(self) -> int:
        return sum(before != after for before, after in zip(self.rows_before, self.rows))

    def summary(self) -> list[tuple[str, str]]:
        """The step in words, as transcripts and failures tell it."""
        lines = [("said", text) for text in self.said] or [("said", "(nothing)")]
        place = "row" if self.cursor_visible else "hidden in row"
        lines.append(("cursor", f"{place} {self.cursor_row + 1}: {self.cursor_line or '(blank)'}"))
        if self.braille is not None:
            lines.append(("braille", self.braille or "(blank)"))
        if self.exit_status is not None:
            lines.append(("ended", f"with exit status {self.exit_status}"))
        return lines
