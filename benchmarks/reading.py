"""What reading a city's bulletins costs beside a plain pass of patterns over the same files.

Both are whole processes over the same folder (``benchmarks.plain_pass``). Reading is measured
to JSON Lines and into a new catalog folder, pages in one process and shared out: processor time,
that of all its processes included, and the clock. ``python -m benchmarks.reading [FOLDER]``
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks.cpu_time import as_installed, cpu_seconds
from ladder.reading.class_rows import open_documents
from ladder.reading.documents import read_document

_RUNS = 5
_JURISDICTION = "us-ca-los-angeles"
_READ = ("ladder", "read", "--jurisdiction")

BULLETINS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "los-angeles"
"""The City of Los Angeles's bulletins, where they are beside the checkout."""

PAGES = BULLETINS.with_name("philadelphia")
"""The City of Philadelphia's specifications, pages of HTML, which are many enough to be shared out."""


class Spent(NamedTuple):
    """Seconds of processors, and by the clock on the wall."""

    processor: float
    clock: float


def _spent_on(*words: str, fresh: Path | None = None, alone: bool = True, runs: int = _RUNS) -> Spent:
    """Return the medians of runs of this interpreter; ``alone`` on one processor, ``fresh`` removed before each."""
    before = _on_one_processor if alone and hasattr(os, "sched_setaffinity") else None
    command = [sys.executable, "-m", *words]
    run = partial(subprocess.run, command, check=False, capture_output=True, preexec_fn=before, env=as_installed())
    spent = [_once(run, fresh) for _ in range(runs)]
    return Spent(*(statistics.median(one) for one in zip(*spent, strict=True)))


def _once(run: Callable[[], object], fresh: Path | None) -> Spent:
    if fresh is not None:
        shutil.rmtree(fresh, ignore_errors=True)
    began = perf_counter()
    return Spent(cpu_seconds(run), perf_counter() - began)


def _on_one_processor() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _longest(folder: Path) -> tuple[float, str]:
    """Return the processor time of the document that takes longest, once every pattern is made, and its name."""
    files = sorted(folder.glob("*.txt"))
    for file in files:
        _read(file)
    return max((cpu_seconds(partial(_read, file)), file.name) for file in files)


def _read(file: Path) -> object:
    return [read_document(one, jurisdiction=_JURISDICTION) for one in open_documents(file)]


def _tell(what: str, spent: Spent, more: str) -> None:
    line = f"{what}: {spent.processor:.2f} s of processor time, {spent.clock:.2f} s by the clock, {more}"
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Print the medians of whole processes, and their ratios without the start-up of the command."""
    folder = sys.argv[1] if sys.argv[1:] else str(BULLETINS)
    if not Path(folder).is_dir():
        sys.stdout.write("reading: the bulletins are not here (../shared/corpora/los-angeles); not measured\n")
        return
    plain = _spent_on("benchmarks.plain_pass", folder).processor
    start_up = _spent_on("ladder", "read", "--help").processor
    sys.stdout.write(f"plain pass of regular expressions {plain:.2f} s; start-up of ladder read {start_up:.2f} s\n")
    with tempfile.TemporaryDirectory() as home:
        out = Path(home, "catalog")
        for words in (("--json",), ("-o", str(out))):
            spent = _spent_on(*_READ, _JURISDICTION, *words, folder, fresh=out)
            times = f"{(spent.processor - start_up) / plain:.1f} times the plain pass, plus start-up"
            _tell(f"ladder read {words[0]}", spent, times)
        for alone, how in ((True, "one process"), (False, "shared out")) if PAGES.is_dir() else ():
            spent = _spent_on(*_READ, "us-pa-philadelphia", "-o", str(out), str(PAGES), fresh=out, alone=alone, runs=1)
            _tell("ladder read -o, the pages of Philadelphia", spent, how)
    longest, name = _longest(Path(folder))
    sys.stdout.write(f"the document that takes longest: {longest:.3f} s of processor time ({name})\n")


if __name__ == "__main__":
    main()
