"""Presses the keys of a script and takes down what follows each."""

from collections.abc import Iterable, Iterator

from . import keys
from .reader import Reader
from .step import Step
from .words import words

LOOK = 0.02  # seconds
LONGEST_STEP = 6.0
BETWEEN_STROKES = 3  # looks of silence
ROUTING = 3  # BRLTTY takes its time to bring the cursor to a routing key
BLANK = "blank"


def without_blanks(said: list[str]) -> list[str]:
    """Leaves out the empty rows that a reader passed over on its way.

    After Enter, Fenrir says "blank" if it looks before the answer has come, and else not. Where
    nothing more is said the word stays: then the reader was left on an empty row.
    """
    return [text for text in said if text != BLANK] or said[:1]


def whole_rows(said: list[str], rows: Iterable[str]) -> list[str]:
    """Joins utterances that stand side by side in a row.

    yasr speaks what it has read so far. Where it stops in a row depends on the moment, so the same
    run would never give the same utterances twice. What it says, and in which order, does not change.
    """
    tidy_rows = [" ".join(row.split()) for row in rows]
    joined: list[str] = []
    for text in said:
        longer = " ".join([*joined[-1:], text])
        if joined and any(longer in row for row in tidy_rows):
            joined[-1] = longer
        else:
            joined.append(text)
    return joined


class Listener:
    """Hears one run.

    A step is over after a silence. Silence is counted in looks and not by the clock: on a busy
    machine the looks become rarer, just as the readers become slower.
    """

    def __init__(self, reader: Reader, settle_factor: float) -> None:
        self._reader = reader
        self._settle = round(reader.settle * settle_factor / LOOK)
        self._longest = round(LONGEST_STEP * settle_factor / LOOK)

    def steps(self, script_keys: list[str]) -> Iterator[Step]:
        """One step a key, until the program ends. The first key is `start`."""
        self._rest(self._settle)
        self._reader.utterances()
        for key in script_keys:
            step = self._step(key)
            yield step
            if step.exit_status is not None:
                return

    def _step(self, key: str) -> Step:
        reader, terminal = self._reader, self._reader.terminal
        screen = terminal.screen
        rows_before = tuple(screen.text)
        screen.shown = set(rows_before)
        written_before = len(terminal.written)
        at_rest = self._do(key)
        written = terminal.written[written_before:]
        rows = tuple(screen.text)
        utterances = reader.utterances()
        if key.startswith(keys.LINE) and reader.has_braille:
            # Which of the prompts that pass by are said is chance. The display is what counts here.
            utterances = []
        return Step(
            key=key,
            said=tuple(whole_rows(without_blanks(utterances), screen.shown)),
            rows_before=rows_before,
            rows=rows,
            shown=frozenset(words(" ".join(screen.shown))),
            cursor_row=screen.cursor.y,
            cursor_visible=not screen.cursor.hidden,
            braille=reader.braille(),
            written=written,
            at_rest=at_rest and not (key.startswith(keys.WAIT) and written),
            exit_status=reader.exit_status(),
        )

    def _do(self, key: str) -> bool:
        """Presses the key and listens; says if all came to rest by itself."""
        reader = self._reader
        if key == keys.START:
            reader.open_gate()
            reader.until(self._program_is_there, "the program")
        elif key.startswith(keys.WAIT):
            for _ in range(round(keys.seconds(key) / LOOK)):
                reader.look(LOOK)
        elif key.startswith(keys.BRAILLE):
            reader.press_braille(key.removeprefix(keys.BRAILLE))
            return self._rest(ROUTING * self._settle)
        else:
            for stroke in keys.strokes(key):
                reader.press(stroke)
                self._rest(BETWEEN_STROKES)
        return self._rest(self._settle)

    def _program_is_there(self) -> bool:
        return bool(self._reader.terminal.written) or self._reader.exit_status() is not None

    def _rest(self, looks: int) -> bool:
        """Looks until nothing happens for so many looks; False if it never came to that."""
        quiet = 0
        for _ in range(self._longest):
            quiet = 0 if self._reader.look(LOOK) else quiet + 1
            if quiet >= looks:
                return True
        return False
