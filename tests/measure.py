"""How much of a measure runs: a tenth in ``make test``, the whole where LADDER_FULL=1."""

import os
from pathlib import Path

HANG_SECONDS = 300
"""After so long a program under test hangs, however busy the machine; nothing else may end a test by the clock."""
FULL = os.environ.get("LADDER_FULL") == "1"
ROOT = Path(__file__).resolve().parents[1]
SHARED = (ROOT.parent if ROOT.name == "mutants" else ROOT).parent / "shared"


SLOW = 25
"""The share that runs of a measure whose cases take long: one in so many."""


def measure(whole: int, *, share: int = 10) -> int:
    """Return how many cases to run of a measure that is ``whole`` cases long: a tenth, or less where it is slow."""
    return whole if FULL else -(-whole // share)
