"""Tests the task files' parser and the rules, without any screen reader."""

import unittest

from hearing import keys, transcript
from hearing.rules import CHECKS, Rule
from hearing.script import ScriptError, parse
from hearing.step import Step
from hearing.words import words

TASK = """\
# A task.
always
  calm
[screen-reader]
args: --screen-reader --start-at dystonia
size: 40x12
env: NO_COLOR=1
always
  whole-words
start
  first Rarebook
Down
  yasr, fenrir: says Back pain
brl:Route 1
  cursor-on Back pain
[linear]
start
> treatment
  symbols 0
"""


def step(**facts) -> Step:
    """A step in which a list said its second row, changed by the facts."""
    usual = {
        "key": "Down",
        "said": ("Back pain",),
        "rows_before": ("Topics", "Asthma", "Back pain"),
        "rows": ("Topics", "Asthma", "Back pain"),
        "shown": frozenset(words("Topics Asthma Back pain")),
        "cursor_row": 2,
        "cursor_visible": True,
        "braille": "Back pain",
        "written": b"\x1b[3;1H",
        "at_rest": True,
        "exit_status": None,
    }
    return Step(**usual | facts)


# A rule, and what makes it false; it is true of the usual step, or of the third.
CASES = [
    ("says back PAIN", {"said": ("Back",)}, {}),
    ("only Back pain.", {"said": ("Back pain", "Asthma")}, {}),
    ("first Back", {"said": ("Topics", "Back pain")}, {}),
    ("never Asthma", {"said": ("Asthma",)}, {}),
    ("silent", {}, {"said": ()}),
    ("focus-said", {"said": ("Asthma",)}, {}),
    ("focus-said", {"said": (), "rows": ("", "", "")}, {}),
    ("said-once", {"said": ("Back pain", "Back pain")}, {}),
    ("words 2", {"said": ("Back pain", "Asthma")}, {}),
    ("symbols 0", {"said": ("Back pain", "vertical bar")}, {}),
    ("symbols 0", {"said": ("│ Back pain",)}, {}),
    ("whole-words", {"said": ("Back pa",)}, {}),
    ("cursor-on Back", {"cursor_visible": False}, {}),
    ("cursor-on Back", {"cursor_row": 1}, {}),
    ("cursor-shown", {"cursor_visible": False}, {}),
    ("rows-changed 0", {"rows": ("Topics", "Asthma", "Gout")}, {}),
    ("braille Back", {"braille": ""}, {}),
    ("calm", {"at_rest": False}, {}),
    ("ascii", {"written": "│".encode()}, {}),
    ("ascii", {"written": b"\x1b[?25l"}, {}),
    ("ascii", {"written": b"\x1b]0;Title\x07"}, {}),
    ("ascii", {"written": b"\x1b[38:2::1:2:3m"}, {}),
    ("ascii", {"written": b"\t"}, {"written": b"\x1b[?1049h\x1b[1;4mHi\x1b[m\x1b[K\r\n"}),
    ("ended", {}, {"exit_status": 0}),
    ("ended", {"exit_status": 101}, {"exit_status": 0}),
    ("ended 130", {"exit_status": 0}, {"exit_status": 130}),
]

MISTAKES = {
    "Down\n": "before the first [mode]",
    "[visual]\n  calm\n": "before the first key",
    "[visual]\nDown\n": "first key is start",
    "[visual]\nstart\nstart\n": "first key is start",
    "[visual]\n": "has no start",
    "[spoken]\n": "no mode spoken",
    "[visual]\nstart\n[visual]\n": "twice",
    "[visual]\nstart\n  sayz Hello\n": "no rule sayz",
    "[visual]\nstart\n  words many\n": "how the rule words is written",
    "[visual]\nstart\n  calm now\n": "how the rule calm is written",
    "[visual]\nstart\nDwon\n": "no key Dwon",
    "[visual]\nstart\nwait:long\n": "does not name seconds",
    "[visual]\nstart\nsize: 40x12\n": "above the keys",
    "[visual]\nsize: wide\n": "not written as COLUMNSxROWS",
    "[visual]\nsize: 200x24\n": "largest screen",
    "[visual]\nenv: NO_COLOR\n": "not written as NAME=value",
}


class RulesTest(unittest.TestCase):
    def test_each_rule_tells_right_from_wrong(self):
        for text, wrong, right in CASES:
            with self.subTest(text):
                rule = Rule.read(1, text)
                self.assertTrue(rule.test(step(**right)))
                self.assertFalse(rule.test(step(**wrong)))

    def test_each_rule_is_tested(self):
        self.assertEqual({text.split()[0] for text, _, _ in CASES}, set(CHECKS))

    def test_a_rule_can_name_its_readers(self):
        rule = Rule.read(1, "yasr, fenrir: says Note: rest")
        self.assertEqual(rule.readers, {"yasr", "fenrir"})
        self.assertEqual(rule.argument, "Note: rest")
        self.assertFalse(rule.concerns("brltty", has_braille=True))
        self.assertEqual(Rule.read(1, "says Note: rest").readers, frozenset())

    def test_braille_is_asked_only_where_there_is_some(self):
        rule = Rule.read(1, "braille Back pain")
        self.assertTrue(rule.concerns("brltty", has_braille=True))
        self.assertFalse(rule.concerns("yasr", has_braille=False))


class ScriptTest(unittest.TestCase):
    def test_a_section_has_its_settings_keys_and_rules(self):
        section = parse(TASK, "task")["screen-reader"]
        self.assertEqual(section.args, ["--screen-reader", "--start-at", "dystonia"])
        self.assertEqual((section.columns, section.rows), (40, 12))
        self.assertEqual(section.environment, [("NO_COLOR", "1")])
        self.assertEqual([rule.name for rule in section.always], ["calm", "whole-words"])
        self.assertEqual([press.key for press in section.presses], ["start", "Down", "brl:Route 1"])
        self.assertEqual(section.presses[0].rules[0].line, 11)

    def test_a_section_without_settings_has_those_of_its_mode(self):
        section = parse(TASK, "task")["linear"]
        self.assertEqual(section.args, ["--linear"])
        self.assertEqual((section.columns, section.rows), (80, 24))
        self.assertEqual([rule.name for rule in section.always], ["calm"])

    def test_keys_of_a_braille_display_need_one(self):
        section = parse(TASK, "task")["screen-reader"]
        self.assertEqual(len(section.presses_for(has_braille=True)), 3)
        self.assertEqual(len(section.presses_for(has_braille=False)), 2)

    def test_a_mistake_is_told_with_its_place(self):
        for text, message in MISTAKES.items():
            with self.subTest(text), self.assertRaisesRegex(ScriptError, r"task.*" + message.replace("[", r"\[")):
                parse(text, "task")


class KeysTest(unittest.TestCase):
    def test_a_line_is_typed_and_ends_with_enter(self):
        self.assertEqual(keys.strokes("> go"), ["g", "o", "Enter"])
        self.assertEqual(keys.strokes(">"), ["Enter"])

    def test_keys_have_the_bytes_of_a_terminal(self):
        for stroke, sent in {"Down": b"\x1b[B", "q": b"q", "C-c": b"\x03", "M-x": b"\x1bx"}.items():
            self.assertEqual(keys.encoded(stroke), sent)


class TranscriptTest(unittest.TestCase):
    def test_a_transcript_tells_speech_cursor_and_braille(self):
        told = transcript.text("task", [step(), step(key="q", said=(), braille=None, exit_status=0)])
        self.assertIn("Down\n  said     Back pain\n  cursor   row 3: Back pain\n  braille  Back pain\n", told)
        self.assertIn("q\n  said     (nothing)\n  cursor   row 3: Back pain\n  ended    with exit status 0\n", told)

    def test_a_difference_is_short(self):
        changed = transcript.difference("a\n" * 100, "b\n" * 100)
        self.assertLessEqual(len(changed), transcript.LONGEST_DIFF + 1)


if __name__ == "__main__":
    unittest.main()
