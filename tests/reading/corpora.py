"""The real documents, where they are there, read once a process."""

from functools import lru_cache
from pathlib import Path

import pytest

from ladder.reading.collation import Collation, collate
from ladder.reading.documents import read_files
from ladder.reading.readings import Reading
from tests.measure import SHARED
from tests.reading.text.opened import opened_here

CORPORA = {
    "specs": (SHARED / "specs", None),
    "los-angeles": (SHARED / "corpora" / "los-angeles", "us-ca-los-angeles"),
    "philadelphia": (SHARED / "corpora" / "philadelphia", "us-pa-philadelphia"),
}

needs_corpora = pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not here (../shared/corpora)")


def files_of(corpus: str) -> list[Path]:
    """Return the documents of a corpus in order of name."""
    folder, _ = CORPORA[corpus]
    return sorted(one for one in folder.iterdir() if one.is_file())


@lru_cache(maxsize=3)
def readings_of(corpus: str) -> tuple[Reading, ...]:
    """Return the readings of a corpus, document by document."""
    _, jurisdiction = CORPORA[corpus]
    with opened_here():
        found = read_files(files_of(corpus), jurisdiction=jurisdiction)
        return tuple(reading for readings in found for reading in readings)


@lru_cache(maxsize=3)
def collation_of(corpus: str) -> Collation:
    """Return the readings of a corpus together."""
    return collate(readings_of(corpus))
