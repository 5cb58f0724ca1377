"""The bytes that a terminal sends for a key.

Arrow keys are sent as in the normal cursor mode: the program must work without the application mode.
"""

NAMED = {
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "Home": "\x1b[H",
    "End": "\x1b[F",
    "PageUp": "\x1b[5~",
    "PageDown": "\x1b[6~",
    "Insert": "\x1b[2~",
    "Delete": "\x1b[3~",
    "Enter": "\r",
    "Tab": "\t",
    "BackTab": "\x1b[Z",
    "Backspace": "\x7f",
    "Escape": "\x1b",
    "Space": " ",
}

START = "start"  # no key: what the program does by itself
TEXT = "text:"
WAIT = "wait:"
BRAILLE = "brl:"
LINE = ">"


def strokes(key: str) -> list[str]:
    """The single keys of one step: a typed text has one for each character."""
    if key.startswith(LINE):
        return [*key.removeprefix(LINE).strip(), "Enter"]
    if key.startswith(TEXT):
        return list(key.removeprefix(TEXT))
    return [key]


def encoded(stroke: str) -> bytes:
    """The bytes of one key: `Down`, `q`, `C-c` (with Control) or `M-x` (with Alt)."""
    if stroke in NAMED:
        return NAMED[stroke].encode()
    if len(stroke) == 1:
        return stroke.encode()
    if len(stroke) == 3 and stroke.startswith("C-") and stroke[2].isalpha():
        return bytes([ord(stroke[2].upper()) - ord("@")])
    if len(stroke) == 3 and stroke.startswith("M-"):
        return b"\x1b" + stroke[2].encode()
    raise ValueError(f"there is no key {stroke}")


def seconds(key: str) -> float:
    """How long `wait:2` waits."""
    try:
        return float(key.removeprefix(WAIT))
    except ValueError:
        raise ValueError(f"{key} does not name seconds") from None


def check(key: str) -> None:
    """Raises ValueError for a key that cannot be pressed."""
    if key.startswith(WAIT):
        seconds(key)
    elif not key.startswith(BRAILLE):
        for stroke in strokes(key):
            encoded(stroke)
