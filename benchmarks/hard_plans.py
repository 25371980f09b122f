"""Report the processor time of hard questions, beside another checkout: ``python -m benchmarks.hard_plans``.

Each question is asked of a whole process, as a person asks it. ``--beside`` names the
interpreter of another checkout; a question that it has not answered within its bound of
processor time is ended there, and told so. No figure makes the run fail.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.cpu_time import cpu_seconds
from tests.eligibility.small_catalogs import PLACE
from tests.paths.hard_catalogs import FROM, TO, hard_catalogs, slow_profiles

GOAL = "at most 2 s"


def main() -> None:
    """Print a table: each question, what it came to, and the processor seconds of each interpreter."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.hard_plans", description=__doc__)
    words.add_argument("--beside", type=Path, help="the interpreter of another checkout")
    words.add_argument("--bound", type=int, default=60, help="processor seconds after which a question is ended")
    words.add_argument("--only", default="", help="questions whose name holds this")
    asked = words.parse_args()
    interpreters = [Path(sys.executable), *([asked.beside] if asked.beside else [])]
    with tempfile.TemporaryDirectory() as folder:
        for name, question in questions(Path(folder)):
            if asked.only in name:
                told = [ask(python, question, asked.bound) for python in interpreters]
                sys.stdout.write(f"{name:<78}" + "  ".join(f"{one:<36}" for one in told) + f"{GOAL}\n")
                sys.stdout.flush()


def questions(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each question's name and the words of its command; its files go into the folder."""
    for number, hard in enumerate(hard_catalogs()):
        file = folder / f"catalog{number}.json"
        file.write_text(hard.record, "utf-8")
        yield hard.name, ["path", f"{PLACE}/{FROM}", f"{PLACE}/{TO}", "--catalog", str(file), "--as-of", "2026-11"]
    for number, (name, profile) in enumerate(slow_profiles().items()):
        file = folder / f"profile{number}.json"
        file.write_text(json.dumps(profile), "utf-8")
        yield f"us-nd/0441 to us-nd/0444, {name}", ["path", "us-nd/0441", "us-nd/0444", "--profile", str(file)]


def ask(python: Path, question: list[str], bound: int) -> str:
    """Return what a question comes to and the processor seconds of its process."""
    command = [str(python.absolute()), "-m", "ladder", *question, "--json"]
    done: list[subprocess.CompletedProcess[bytes]] = []

    def run() -> None:
        limit = partial(resource.setrlimit, resource.RLIMIT_CPU, (bound, bound))
        where = python.absolute().parents[2]
        done.append(subprocess.run(command, check=False, capture_output=True, cwd=where, preexec_fn=limit))

    spent = cpu_seconds(run)
    return f"{figures(done[0])} {spent:.1f} s"


def figures(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return the status and both months of an answer, or how its process ended."""
    try:
        best = json.loads(done.stdout)["best"]
    except ValueError:
        return f"ended with {done.returncode}"
    months = [best["proved_months"], best["months"]]
    better = best["if_conditions_met"]
    return f"{best['status']} {months}" + (f" if {better['months']}" if better else "")


if __name__ == "__main__":
    main()
