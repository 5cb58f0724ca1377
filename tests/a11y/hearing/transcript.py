"""A run as a text that stays the same from run to run: no times, no counts of bytes."""

import difflib
from pathlib import Path

from .step import Step

LONGEST_DIFF = 30


def path(folder: Path, task: str, mode: str, reader: str) -> Path:
    """Where the transcript of a run is kept."""
    return folder / f"{task}.{mode}.{reader}.txt"


def left_over(folder: Path, runs: set[tuple[str, str]]) -> list[Path]:
    """The transcripts of tasks and modes that are no more."""
    return [file for file in sorted(folder.glob("*.*.*.txt")) if tuple(file.name.split(".")[:2]) not in runs]


def text(title: str, steps: list[Step]) -> str:
    """The transcript of a run."""
    lines = [f"# {title}", "# Written by `tests/a11y/run --write`."]
    for step in steps:
        lines += ["", step.key]
        lines += [f"  {name:<8} {value}" for name, value in step.summary()]
    return "\n".join(lines) + "\n"


def difference(stored: str, heard: str) -> list[str]:
    """A short account of what changed."""
    lines = difflib.unified_diff(stored.splitlines(), heard.splitlines(), "stored", "heard", n=1, lineterm="")
    changed = list(lines)
    if len(changed) > LONGEST_DIFF:
        changed[LONGEST_DIFF:] = [f"... and {len(changed) - LONGEST_DIFF} lines more"]
    return changed
