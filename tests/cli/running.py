"""The program run as a process of its own, as people run it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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
        env={**outer, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **(env or {})},
    )
    return Run(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))
