"""What counts as a word and what as a symbol in things shown and said."""

import re

WORD = re.compile(r"\w+(?:['’]\w+)*")

# What yasr says for a row without text.
BLANK = "blank"

# What screen readers call a symbol when they read one out. Such a word is taken for a symbol only
# if the screen did not show it as a word.
SYMBOL_NAMES = frozenset(
    """
    apostrophe asterisk at backslash bang bar blank brace bracket bullet caret colon comma dash dollar
    dot equals greater hash left less line minus number paren percent pipe plus pound question quote
    right semi semicolon slash space star than tick tilde underline underscore
    """.split()
)


def words(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return WORD.findall(text.lower())


def marks(text: str) -> list[str]:
    """The parts of a text between spaces that have no letter and no digit."""
    return [part for part in text.split() if not WORD.search(part)]
