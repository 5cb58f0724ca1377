"""The command line of `tests/a11y/run`."""

import argparse
import io
import os
import subprocess
import sys
import unittest
from pathlib import Path

from .rules import READER_NAMES
from .script import MODES, ScriptError

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parent.parent
TRANSCRIPTS = ROOT / "docs" / "transcripts"
PROGRAMS = [ROOT / "target" / profile / "rarebook" for profile in ("release", "debug")]
ORCA = "orca"
ORCA_VARIABLE = "RAREBOOK_ORCA"


def options(arguments: list[str]) -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        prog="tests/a11y/run", description="Runs rarebook under real screen readers and checks what they say."
    )
    parser.add_argument("tasks", nargs="*", metavar="TASK", help="a task, such as start (all tasks)")
    parser.add_argument("--mode", action="append", choices=MODES, help="only this mode (all modes)")
    parser.add_argument(
        "--reader",
        action="append",
        choices=["all", *READER_NAMES],
        help=f"only this reader (all but orca; with {ORCA_VARIABLE}=1 all)",
    )
    parser.add_argument("--program", type=Path, help="the program to run (target/release/rarebook)")
    parser.add_argument("--write", action="store_true", help="write the transcripts anew")
    parser.add_argument("--show", action="store_true", help="print what was heard")
    parser.add_argument("--jobs", type=int, default=2 * (os.cpu_count() or 1), help="runs side by side")
    parser.add_argument(
        "--settle-factor", type=float, default=1.0, help="wait so much longer for silence (1.0)"
    )
    parser.add_argument("--require", action="store_true", help="fail if a reader is not installed")
    parser.add_argument("--self-test", action="store_true", help="only test the tests, without any reader")
    return parser.parse_args(arguments)


def self_test() -> bool:
    """Tests the parser and the rules; needs no reader."""
    told = io.StringIO()
    tests = unittest.defaultTestLoader.discover(str(HERE))
    result = unittest.TextTestRunner(stream=told).run(tests)
    print(f"self-test: {result.testsRun} tests passed" if result.wasSuccessful() else told.getvalue())
    return result.wasSuccessful()


def reader_names(chosen: list[str] | None) -> list[str]:
    """The readers to run, in a fixed order."""
    if chosen:
        return [name for name in READER_NAMES if name in chosen or "all" in chosen]
    wants_orca = os.environ.get(ORCA_VARIABLE) == "1"
    return [name for name in READER_NAMES if name != ORCA or wants_orca]


def missing_line(name: str, programs: list[str]) -> str:
    """Says that a reader cannot be run, and what to do about it."""
    lack = f"{name} is not installed" if name in programs else f"{name} lacks {', '.join(programs)}"
    how = "tests/a11y/install.sh" + f" {ORCA}" * (name == ORCA)
    return f"{lack}: its runs are skipped ({how} installs it)"


def task_files(names: list[str]) -> list[Path]:
    """The files of the tasks, all if none is named."""
    files = [HERE / f"{Path(name).stem}.hear" for name in names] or sorted(HERE.glob("*.hear"))
    for file in files:
        if not file.exists():
            raise ScriptError(f"there is no task {file.stem}")
    return files


def find_program(chosen: Path | None) -> Path:
    """The program to test; builds it if there is none."""
    if chosen:
        return chosen.resolve(strict=True)
    for program in PROGRAMS:
        if program.exists():
            return program
    subprocess.run(["cargo", "build", "--release", "--locked"], cwd=ROOT, check=True)
    return PROGRAMS[0]


def main(arguments: list[str]) -> int:
    """Runs what the command line asks for; the exit status."""
    chosen = options(arguments)
    if not self_test():
        return 1
    if chosen.self_test:
        return 0
    try:
        return listen(chosen)
    except (ScriptError, OSError, subprocess.CalledProcessError) as problem:
        print(f"tests/a11y/run: {problem}", file=sys.stderr)
        return 1


def listen(chosen: argparse.Namespace) -> int:
    """Hears all trials and prints how they went; the exit status."""
    try:
        from . import suite
        from .readers import READERS
        from .trial import Settings
    except ModuleNotFoundError as problem:
        print(f"{problem.name} is not installed: all runs are skipped (tests/a11y/install.sh installs it)")
        print("0 passed, 0 failed")
        return int(chosen.require)
    names = reader_names(chosen.reader)
    missing = {name: READERS[name].missing() for name in names}
    for name, programs in missing.items():
        if programs:
            print(missing_line(name, programs))
    readers = [READERS[name] for name in names if not missing[name]]
    trials = suite.collect(task_files(chosen.tasks), chosen.mode or list(MODES), readers)
    passed = failed = flaky = 0
    if trials:
        settings = Settings(find_program(chosen.program), TRANSCRIPTS, chosen.settle_factor, chosen.write)
        for trial, hearing in suite.heard(trials, settings, chosen.jobs):
            print(suite.report(trial, hearing), flush=True)
            if chosen.show:
                print(hearing.transcript)
            passed += hearing.passed
            failed += hearing.failed
            flaky += hearing.flaky
    for file in suite.left_over(task_files([]), TRANSCRIPTS):
        print(f"failed  {file.relative_to(ROOT)} belongs to no task: delete it")
        failed += 1
    if flaky:
        print(f"{flaky} flaky: failed first and passed when heard again")
    print(f"{passed} passed, {failed} failed")
    return int(failed > 0 or (chosen.require and any(missing.values())))
