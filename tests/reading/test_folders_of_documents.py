"""Real documents into a catalog folder: it loads, holds every class, and reading them again writes nothing."""

from pathlib import Path

import pytest

from ladder.catalog.loading import load_catalog
from ladder.reading.collation import collate
from ladder.reading.documents import read_document
from ladder.reading.folder_readings import set_apart
from ladder.reading.folders import FolderOutcome, plan_folder, write_folder
from ladder.reading.kept_files import read_kept_folder
from ladder.reading.readings import Reading
from tests.measure import FULL, SHARED
from tests.reading.text.opened import open_document, opened_here

pytestmark = pytest.mark.untraced

EVERY = 1 if FULL else 12
"""Of so many documents one is taken."""

SETS = ("specs", "corpora/los-angeles", "corpora/philadelphia")


@pytest.fixture(scope="module", params=SETS)
def readings(request: pytest.FixtureRequest, shared: Path) -> tuple[Reading, ...]:
    """Return the readings of one set of documents."""
    assert shared == SHARED
    files = sorted((shared / request.param).iterdir())
    taken = files if request.param == "specs" else files[::EVERY]
    with opened_here():
        return tuple(one for file in taken for one in read_document(open_document(file)))


def read_into(folder: Path, readings: tuple[Reading, ...]) -> FolderOutcome:
    kept = read_kept_folder(folder)
    going_on, apart = set_apart(readings, kept)
    plan = plan_folder(collate(going_on, kept.known()), kept, set_aside=apart, names={})
    return write_folder(folder, plan, write=write_file)


def write_file(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def test_the_folder_holds_every_class_and_is_written_once(tmp_path: Path, readings: tuple[Reading, ...]) -> None:
    first = read_into(tmp_path, readings)
    catalog = load_catalog(tmp_path)
    assert {one.record.class_id for one in readings if one.record} <= catalog.classes.keys()
    assert len(first.written) >= len(catalog.classes)
    collation = collate(readings)
    read = {one.record.class_id: one.record for one in collation.readings if one.record}
    assert {class_id: catalog.classes[class_id] for class_id in read} == read
    again = read_into(tmp_path, readings)
    assert (again.written, again.removed, again.put_aside) == ((), (), ())
