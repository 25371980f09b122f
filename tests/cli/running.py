"""The program run as a process of its own, as people run it."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from ladder.cli.running import run
from tests.measure import HANG_SECONDS

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    """What one run left: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


def run_ladder(*words: str, given: str | bytes = b"", env: Mapping[str, str] | None = None) -> Run:
    """Run ``ladder`` with the words; ``given`` is its standard input."""
    outer = {name: value for name, value in os.environ.items() if not name.startswith(("LADDER", "_LADDER"))}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "ladder", *words],
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        check=False,
        timeout=HANG_SECONDS,
        env={**outer, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "LADDER_CACHE": "off", **(env or {})},
    )
    return Run(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def run_here(*words: str, given: str = "", env: Mapping[str, str] | None = None) -> Run:
    """Run ``ladder`` with the words in this process: many times as fast, and counted as covered."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8"))
        for name, value in (env or {}).items():
            patch.setenv(name, value)
        status = run(list(words))
    return Run(int(status), _written(out), _written(err))


def _written(stream: io.TextIOWrapper) -> str:
    """Return what was written, be it as text or as bytes."""
    stream.flush()
    stream.seek(0)
    return stream.read()
