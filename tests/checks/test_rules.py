"""Every rule fires where its fault is planted, alone, and not on the clean twin."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from ladder.checks.catalogue import all_rules, find_all
from ladder.checks.checked_paths import open_all
from ladder.checks.file_faults import FILE_RULES
from tests.checks.planted import AS_OF, Planting, clean, find_in, plant, write_folder
from tests.checks.plantings_files import FILES
from tests.checks.plantings_identity import IDENTITY, JURISDICTIONS, NAMING, REFERENCES
from tests.checks.plantings_pay import DATES, GRADES, PAY
from tests.checks.plantings_requirements import QUOTES, REQUIREMENTS, ROUTES, SUBSTITUTIONS
from tests.checks.plantings_texts import DOCUMENTS, NOTES, TEXTS

RECORDS: Mapping[str, Sequence[Planting]] = {
    **IDENTITY, **NAMING, **REFERENCES, **JURISDICTIONS, **REQUIREMENTS, **ROUTES, **SUBSTITUTIONS, **QUOTES,
    **PAY, **GRADES, **DATES, **TEXTS, **DOCUMENTS,
}  # fmt: skip
LEAST = 5
FILE_CODES = {rule.code for rule in FILE_RULES}
IN_FILES_ONLY = {"RECORD_FILE_OF_OTHER_CLASS"}


def test_every_rule_has_five_plantings_at_least() -> None:
    planted = {**RECORDS, **FILES, **NOTES, **dict.fromkeys(IN_FILES_ONLY, FILES_NAMED_WRONGLY)}
    assert set(planted) == set(all_rules())
    assert {code: len(some) for code, some in planted.items() if len(some) < LEAST} == {}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(clean(), tmp_path_factory.mktemp("clean"))


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    """Return the clean catalog as a folder that may be spoilt."""
    return Path(shutil.copytree(written, tmp_path / "catalog"))


def test_nothing_is_found_in_the_clean_catalog(folder: Path) -> None:
    assert find_in(clean()) == ()
    assert codes_in(folder) == []


@pytest.mark.parametrize("code", RECORDS)
def test_what_is_planted_in_records_is_found_and_nothing_else(code: str) -> None:
    found = [find_in(plant(planting)) for planting in RECORDS[code]]
    assert [{one.code for one in some} for some in found] == [{code}] * len(found)
    assert all(one.found and one.what and one.do for some in found for one in some)
    assert all(one.beside or code in FILE_CODES for some in found for one in some)


@pytest.mark.parametrize("code", NOTES)
def test_what_was_noted_in_reading_is_told_by_one_rule(code: str) -> None:
    for noted in NOTES[code]:
        (found,) = find_in(clean(), noted.documents())
        assert (found.code, found.file, found.line) == (code, noted.file, 7)
        assert (found.found, found.beside) == ("as the reader says", f"note {noted.code}")
        assert found.class_id == noted.class_id


def codes_in(folder: Path) -> list[str]:
    (under,) = open_all([folder], as_of=AS_OF)
    return [one.code for one in find_all(under)]


@pytest.mark.parametrize("code", FILES)
def test_what_is_planted_in_files_is_found_and_nothing_else(code: str, written: Path, tmp_path: Path) -> None:
    for number, spoil in enumerate(FILES[code]):
        folder = Path(shutil.copytree(written, tmp_path / str(number)))
        spoil(folder)
        assert set(codes_in(folder)) == {code}, number


FILES_NAMED_WRONGLY: Sequence[tuple[tuple[str, str], ...]] = (
    (("2001", "0"), ("2002", "2001"), ("0", "2002")),
    (("2003", "0"), ("2004", "2003"), ("0", "2004")),
    (("2004", "0"), ("2001", "2004"), ("0", "2001")),
    (("2002", "0"), ("2003", "2002"), ("0", "any")),
    (("2004", "0"), ("2003", "2004"), ("0", "park")),
)


@pytest.mark.parametrize("names", FILES_NAMED_WRONGLY)
def test_a_file_that_bears_the_code_of_another_class_is_found(names: Sequence[tuple[str, str]], folder: Path) -> None:
    for old, new in names:
        (folder / "us-yy" / f"{old}.yaml").rename(folder / "us-yy" / f"{new}.yaml")
    assert set(codes_in(folder)) == {"RECORD_FILE_OF_OTHER_CLASS"}
