"""One task in one mode under one reader: hears it, judges it, and hears it again if that failed."""

from dataclasses import dataclass, field
from pathlib import Path
from subprocess import SubprocessError

from . import transcript
from .listen import Listener
from .reader import Launch, Reader
from .rules import Rule
from .script import Press, Section
from .step import Step

ATTEMPTS = 3


@dataclass(frozen=True)
class Settings:
    """What is the same for all trials of a run."""

    program: Path
    transcripts: Path
    settle_factor: float
    write: bool


@dataclass(frozen=True)
class Trial:
    """What is to be heard."""

    file: Path
    section: Section
    reader: type[Reader]

    @property
    def name(self) -> tuple[str, str, str]:
        """The task, the mode and the reader."""
        return self.file.stem, self.section.mode, self.reader.name


@dataclass
class Hearing:
    """What was heard, and what was wrong with it."""

    transcript: str = ""
    passed: int = 0
    failed: int = 0
    problems: list[str] = field(default_factory=list)
    attempts: int = 1
    flaky: bool = False

    def fail(self, *lines: str) -> None:
        """Counts a failed rule and keeps what is to be told about it."""
        self.failed += 1
        self.problems += lines


def run(trial: Trial, settings: Settings) -> Hearing:
    """Hears a trial until it passes, a few times at the most: machines are busy at times.

    With `write` a new transcript counts only if it was heard twice in a row.
    """
    path = transcript.path(settings.transcripts, *trial.name)
    stored = expected = path.read_text() if path.exists() else None
    for attempt in range(1, ATTEMPTS + 1):
        hearing = _attempt(trial, settings, expected)
        if not hearing.failed:
            break
        if settings.write and hearing.transcript:
            expected = hearing.transcript
    enough = 1 if expected == stored else 2
    hearing.attempts, hearing.flaky = attempt, attempt > enough and not hearing.failed
    if settings.write and not hearing.failed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(hearing.transcript)
    return hearing


def _attempt(trial: Trial, settings: Settings, expected: str | None) -> Hearing:
    presses = trial.section.presses_for(trial.reader.has_braille)
    hearing = Hearing()
    try:
        steps = hear(trial, settings, presses)
    except (OSError, SubprocessError) as problem:
        hearing.fail(f"{trial.file.name}: could not be heard: {problem}")
        return hearing
    for press, step in zip(presses, steps):
        judge(trial, press, step, hearing)
    count_unheard(trial, presses[len(steps) :], hearing)
    hearing.transcript = transcript.text(", ".join(trial.name), steps)
    compare(expected, hearing)
    return hearing


def hear(trial: Trial, settings: Settings, presses: list[Press]) -> list[Step]:
    """Runs the program under the reader and presses the keys."""
    section = trial.section
    command = (str(settings.program), *section.args)
    reader = trial.reader(Launch(command, tuple(section.environment), section.rows, section.columns))
    try:
        return list(Listener(reader, settings.settle_factor).steps([press.key for press in presses]))
    finally:
        reader.close()


def rules_for(trial: Trial, press: Press) -> list[Rule]:
    """The rules that are asked after a key."""
    rules = [*trial.section.always, *press.rules]
    return [rule for rule in rules if rule.concerns(trial.reader.name, trial.reader.has_braille)]


def judge(trial: Trial, press: Press, step: Step, hearing: Hearing) -> None:
    """Asks the rules of one key."""
    failed_before = hearing.failed
    for rule in rules_for(trial, press):
        if rule.test(step):
            hearing.passed += 1
        else:
            hearing.fail(f"{trial.file.name}:{rule.line}: [{press.key}] {rule.text}")
    if hearing.failed > failed_before:
        hearing.problems += [f"  {name:<8} {text}" for name, text in step.summary()]


def count_unheard(trial: Trial, presses: list[Press], hearing: Hearing) -> None:
    """Fails the rules of the keys that could not be pressed, because the program had ended."""
    if presses:
        hearing.failed += sum(len(rules_for(trial, press)) for press in presses)
        hearing.problems.append(f"{trial.file.name}: [{presses[0].key}] the program had ended before")


def compare(expected: str | None, hearing: Hearing) -> None:
    """Asks whether the transcript is the expected one, which is a rule like others."""
    if expected == hearing.transcript:
        hearing.passed += 1
    elif expected is None:
        hearing.fail("there is no transcript yet: --write makes it")
    else:
        changes = transcript.difference(expected, hearing.transcript)
        hearing.fail("transcript differs", *(f"  {change}" for change in changes))
