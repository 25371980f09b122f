"""A folder of records read from a few bulletins of a city, as people hold it."""

from pathlib import Path

import pytest

from tests.cli.running import run_here
from tests.measure import SHARED

BULLETINS = SHARED / "corpora" / "los-angeles"
TITLES = (
    "SENIOR ADMINISTRATIVE CLERK 1368",
    "PERSONNEL RECORDS SUPERVISOR 1129",
    "BENEFITS SPECIALIST 1203",
    "COMMERCIAL FIELD REPRESENTATIVE 1600",
    "COMMERCIAL FIELD SUPERVISOR 1603",
    "PRINCIPAL CLERK UTILITY 1202",
)


def read_bulletins(folder: Path) -> Path:
    """Read the bulletins into the folder and return it; without them the test is skipped."""
    if not BULLETINS.is_dir():
        pytest.skip("the folder shared beside this checkout, with the bulletins, is not here")
    files = [str(file) for title in TITLES for file in sorted(BULLETINS.glob(f"{title} *.txt"))]
    assert len(files) == len(TITLES)
    done = run_here("read", *files, "--jurisdiction", "us-ca-los-angeles", "-o", str(folder))
    assert done.status == 0, done.err
    return folder
