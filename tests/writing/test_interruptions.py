"""A kill and a full disk at the writing operations of the commands: a share here, all in ``make interruptions``."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.measure import FULL

ROOT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="a child that stops itself is forked"),
    pytest.mark.untraced,
]


def sweep(*words: str) -> tuple[int, str]:
    """Run the sweep in a process of its own, which forks; return its exit status and what it says."""
    line = [sys.executable, "-m", "tests.writing.interruptions", *words]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_nothing_is_torn_and_no_draft_is_left_wherever_it_stops() -> None:
    status, told = sweep("--every", "1" if FULL else "10")
    assert status == 0, told
    kills, disks = map(int, re.findall(r"(\d+) (?:kills|full disks)", told))
    assert (kills, disks) >= ((200, 50) if FULL else (20, 20))


def test_the_sweep_bites_where_a_file_is_written_in_place() -> None:
    status, told = sweep("--only", "classes", "--careless")
    assert status == 1
    assert "c.json is torn" in told
