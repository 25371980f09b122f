"""What can be checked: folders, single files, compiled catalogs, the bundled data, documents, notes of reading."""

import json
from pathlib import Path

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.compiled import compile_catalog
from ladder.catalog.loading import load_catalog
from ladder.checks import checked_paths
from ladder.checks.catalog_under_check import CatalogUnderCheck
from ladder.checks.catalogue import find_all
from ladder.checks.checked_paths import NOTES_FILE, open_all
from ladder.reading.kept_files import LIST_FILE
from ladder.sources import Severity
from tests.checks.planted import AS_OF, DROP, Edit, clean, plant, under_check, write_folder
from tests.checks.plantings_identity import named_only

APPROVED = Path(__file__).parent / "approved"
BULLETIN = """BEE KEEPER
Class Code:       9999
Open Date:  03-01-24
CITY OF LOS ANGELES
ANNUAL SALARY
$40,000 to $60,000
DUTIES
A Bee Keeper keeps bees.
REQUIREMENTS/MINIMUM QUALIFICATIONS
Two years of paid, full-time experience as a Bee Watcher.
PROCESS NOTES
None.
"""


def opened(*paths: Path) -> CatalogUnderCheck:
    (under,) = open_all(paths, as_of=AS_OF)
    return under


def codes_in(under: CatalogUnderCheck) -> list[str]:
    return [one.code for one in find_all(under)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "catalog").mkdir()
    return write_folder(clean(), tmp_path / "catalog")


def test_without_a_path_the_bundled_catalog_is_opened() -> None:
    under = opened()
    assert {one.record.class_id for one in under.classes} == set(load_catalog().classes)
    assert under.faults == ()
    assert under.name_of("us-nd/0441") == "Customer Service Representative (us-nd/0441)"
    assert under.name_of("us-nd/9999") == "us-nd/9999"


def test_one_broken_file_does_not_hide_what_is_found_in_others(folder: Path) -> None:
    (folder / "us-yy" / "2004.yaml").write_text("code: 2004\n", encoding="utf-8")
    file = folder / "us-yy" / "2001.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("low: 30000.0", "low: 50000.0"), encoding="utf-8")
    found = find_all(opened(folder))
    assert {"CODE_COERCED", "FIELD_MISSING", "PAY_INVERTED"} <= {one.code for one in found}
    (inverted,) = [one for one in found if one.code == "PAY_INVERTED"]
    assert (inverted.file, inverted.class_id, inverted.field) == (str(file), "us-yy/2001", "pay.ranges[0]")
    assert "low: 50000.0" in file.read_text(encoding="utf-8").splitlines()[inverted.line]


def test_of_one_record_file_only_the_rules_speak_that_need_no_other(tmp_path: Path) -> None:
    raw = plant([Edit("2001/pay/ranges/0/low", "40001"), *named_only("forester", "Forester")[:1]])
    write_folder(raw, tmp_path)
    assert codes_in(opened(tmp_path / "us-yy" / "2001.yaml")) == ["PAY_INVERTED"]
    assert codes_in(opened(tmp_path / "us-yy" / "forester.yaml")) == []
    assert codes_in(opened(tmp_path / "us-yy" / "jurisdiction.yaml")) == []
    assert codes_in(opened(tmp_path / "us-yy")) == ["PAY_INVERTED", "NAMED_ONLY_UNNAMED"]


def test_a_profile_has_no_findings_but_its_faults(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text("jobs: []\n", encoding="utf-8")
    assert codes_in(opened(file)) == []
    file.write_text("jobs: []\nas_of: soon\n", encoding="utf-8")
    assert codes_in(opened(file)) == ["FIELD_REFUSED"]


def test_a_compiled_catalog_is_checked_class_by_class(tmp_path: Path) -> None:
    file = tmp_path / "c.json"
    file.write_bytes(compile_catalog(under_check(plant([Edit("2001/pay/ranges/0/low", "40001")])).catalog.record))
    (found,) = find_all(opened(file))
    assert (found.code, found.file, found.line, found.field) == ("PAY_INVERTED", str(file), 0, "pay.ranges[0]")


def test_faults_between_records_of_a_compiled_file_name_class_or_jurisdiction() -> None:
    raw = plant([Edit("2002/qualifications/requirements/1/classes/0/class", "us-yy/9")])
    (dangling,) = find_all(under_check(raw))
    assert (dangling.code, dangling.class_id) == ("REFERENCE_DANGLING", "us-yy/2002")
    assert dangling.field == "qualifications.requirements[1].classes[0].class"
    raw = clean()
    raw["jurisdictions"].append(raw["jurisdictions"][1])
    (twice,) = find_all(under_check(raw))
    assert (twice.code, twice.class_id, twice.field) == ("JURISDICTION_DUPLICATE", "", "id")


@pytest.mark.parametrize("name", ["gone", "gone.yaml", "gone.txt", "."])
def test_what_cannot_be_opened_is_a_finding(name: str, tmp_path: Path) -> None:
    assert codes_in(opened(tmp_path / name)) == ["FILE_UNREADABLE"]


def test_a_folder_that_nobody_may_read_is_a_finding(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    (found,) = find_all(opened(folder))
    assert (found.code, found.found) == ("FILE_UNREADABLE", "the folder cannot be read: Permission denied")


def test_several_paths_are_checked_one_after_the_other(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BULLETIN, encoding="utf-8")
    found = list(open_all([folder, tmp_path / "a.txt", folder / "us-xx" / "1001.yaml"], as_of=AS_OF))
    assert [len(under.classes) for under in found] == [11, 1, 2]
    assert [under.is_whole for under in found] == [True, False, True]


# ------------------------------------------------------------------ notes of reading


def test_the_notes_of_reading_lie_where_ladder_read_leaves_them() -> None:
    assert NOTES_FILE == LIST_FILE


@pytest.mark.parametrize("place", ["", "us-xx"])
def test_notes_of_reading_are_told_with_their_document(folder: Path, place: str) -> None:
    notes = [{"code": "UNREAD_REQUIREMENT", "severity": "WARNING", "line": 9, "text": "not read: so and so"}]
    documents = [{"file": "a.txt", "classes": ["us-xx/1001"], "notes": notes, "unread": [[1, 2]]}, {"file": "b.txt"}]
    (folder / place / NOTES_FILE).write_text(json.dumps({"documents": documents, "more": 1}), encoding="utf-8")
    (found,) = find_all(opened(folder))
    assert (found.code, found.class_id, found.file, found.line) == ("NOTE_UNREAD_REQUIREMENT", "us-xx/1001", "a.txt", 9)
    assert found.found == "not read: so and so"


@pytest.mark.parametrize("words", ["", "[]", "{}", '{"documents": [{"notes": 1}]}', '{"documents": [{"file": 1}]}'])
def test_notes_that_are_none_are_a_fault_of_their_file(folder: Path, words: str) -> None:
    (folder / NOTES_FILE).write_text(words, encoding="utf-8")
    (found,) = find_all(opened(folder))
    assert (found.code, found.file) == ("FIELD_REFUSED", str(folder / NOTES_FILE)) or found.code == "FILE_UNREADABLE"


def test_a_document_named_in_a_note_is_not_told_of_twice(folder: Path) -> None:
    raw = plant([Edit("2002/source/document", "2001 GARDENER.txt"), Edit("2002/source/revision", DROP)])
    plainly = {one.code for one in find_all(under_check(raw))}
    assert {"DOCUMENT_NAME_OF_OTHER_CODE", "DOCUMENT_NAME_OF_OTHER_TITLE"} <= plainly
    notes = [{"code": code, "severity": "WARNING"} for code in ("FILE_NAME_CODE", "FILE_NAME_TITLE")]
    documents = [{"file": "2001 GARDENER.txt", "classes": ["us-yy/2002"], "notes": notes}]
    (folder / NOTES_FILE).write_text(json.dumps({"documents": documents}), encoding="utf-8")
    noted = find_all(under_check(raw, opened(folder).documents))
    assert [one.code for one in noted if "NAME" in one.code] == ["NOTE_FILE_NAME"] * 2


# ------------------------------------------------------------------ documents themselves


def test_documents_are_read_and_checked_in_memory(tmp_path: Path) -> None:
    (tmp_path / "BEE KEEPER 9999 030124.txt").write_text(BULLETIN, encoding="utf-8")
    (tmp_path / "LION TAMER 9998 030124.txt").write_text(BULLETIN, encoding="utf-8")
    (tmp_path / "letter.txt").write_text("Nothing to see here.\n", encoding="utf-8")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 and no more")
    under = opened(tmp_path)
    assert {one.record.class_id for one in under.classes if one.record.code} == {"us-ca-los-angeles/9999"}
    found = {(one.code, Path(one.file).name) for one in find_all(under)}
    assert ("FILE_UNREADABLE", "broken.docx") in found
    assert ("NOTE_NO_CLASS", "letter.txt") in found
    assert ("NOTE_DUPLICATE_CODE", "LION TAMER 9998 030124.txt") in found
    assert ("NOTE_FILE_NAME", "LION TAMER 9998 030124.txt") in found
    assert all(one.severity is not Severity.ERROR for one in find_all(opened(tmp_path / "BEE KEEPER 9999 030124.txt")))


def test_a_finding_in_a_document_has_the_line_of_its_passage(tmp_path: Path) -> None:
    file = tmp_path / "BEE KEEPER 9999 030124.txt"
    file.write_text(BULLETIN.replace("$40,000 to", "$90,000 to"), encoding="utf-8")
    (found,) = [one for one in find_all(opened(tmp_path)) if one.code == "PAY_INVERTED"]
    assert (found.file, found.line) == (str(file), 6)


def test_a_folder_with_records_is_a_catalog_though_documents_lie_in_it(folder: Path) -> None:
    (folder / "a.txt").write_text(BULLETIN, encoding="utf-8")
    assert codes_in(opened(folder)) == []


def test_profiles_are_checked_beside_one_catalog_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path | None] = []

    def noting(path: Path | None) -> Catalog:
        read.append(path)
        return load_catalog(path)

    monkeypatch.setattr(checked_paths, "load_catalog", noting)
    files = [tmp_path / f"{number}.yaml" for number in range(3)]
    for file in files:
        file.write_text("as_of: 2026-11\njobs: [{class: us-nd/0441, months: 5}]\n", "utf-8")
    assert [under.faults for under in open_all(files, as_of=AS_OF)] == [(), (), ()]
    assert read == [None]
