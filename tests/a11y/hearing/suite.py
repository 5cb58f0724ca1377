"""Many trials side by side, and what is printed about them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import transcript, trial
from .reader import Reader
from .script import load
from .trial import Hearing, Settings, Trial


def collect(files: list[Path], modes: list[str], readers: list[type[Reader]]) -> list[Trial]:
    """All trials of the files, in these modes and under these readers."""
    return [
        Trial(file, section, reader)
        for file in files
        for mode, section in load(file).items()
        if mode in modes
        for reader in readers
    ]


def left_over(files: list[Path], transcripts: Path) -> list[Path]:
    """The transcripts that no task and mode of the files has."""
    return transcript.left_over(transcripts, {(file.stem, mode) for file in files for mode in load(file)})


def heard(trials: list[Trial], settings: Settings, jobs: int) -> Iterator[tuple[Trial, Hearing]]:
    """Runs the trials, which mostly wait, some at a time; gives them back in their order."""
    with ThreadPoolExecutor(jobs) as pool:
        try:
            yield from zip(trials, pool.map(lambda each: trial.run(each, settings), trials))
        finally:
            pool.shutdown(cancel_futures=True)


def report(each: Trial, hearing: Hearing) -> str:
    """A line about a trial, and its failures below."""
    line = ["failed" if hearing.failed else "passed", *each.name, f"{hearing.passed + hearing.failed} rules"]
    if hearing.failed:
        line.append(f"{hearing.failed} failed")
    if hearing.attempts > 1:
        line.append(f"heard {hearing.attempts} times")
    return "\n".join(["  ".join(line), *(f"  {problem}" for problem in hearing.problems)])
