"""One specification in every format that people keep: the same record out of each of them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from ladder.reading.class_rows import open_documents
from ladder.reading.documents import read_document
from ladder.records import json_tree_of
from tests.cli.running import run_ladder
from tests.reading.formats.making import FORMATS, MORE_FORMATS, csv_of, hidden_posting_of, json_of, text_of, xlsx_of
from tests.reading.formats.specification import Specification
from tests.reading.formats.specifications import INSPECTOR, SURVEYOR
from tests.reading.text.making import pdf_of

JURISDICTION = "us-zz"
WRITERS = {**FORMATS, **MORE_FORMATS}


def records_in(path: Path) -> list[object]:
    """Return the whole records of a file, without their sources, and with ids that no list's numbers enter."""
    documents = open_documents(path)
    readings = [one for document in documents for one in read_document(document, jurisdiction=JURISDICTION)]
    assert all(one.record is not None for one in readings)
    return [_numbered(json_tree_of(one.record)) for one in readings if one.record is not None]


def _numbered(record: object) -> object:
    """Return a record whose rules are named by their places: an id has the number that a list prints, if it does."""
    assert isinstance(record, dict)
    rules = record["qualifications"] or {}
    names = {one["id"]: f"requirement {number}" for number, one in enumerate(rules.get("requirements", ()), 1)}
    for kind in ("routes", "substitutions"):
        for number, one in enumerate(rules.get(kind, ()), 1):
            one["id"] = f"{kind} {number}"
    return _renamed(record, names)


def _renamed(tree: object, names: Mapping[str, str]) -> object:
    match tree:
        case dict():
            kept = {key: value for key, value in tree.items() if key != "source"}
            return {key: value if key == "kind" else _renamed(value, names) for key, value in kept.items()}
        case list():
            return [_renamed(one, names) for one in tree]
        case str():
            return names.get(tree, tree)
        case _:
            return tree


def written(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("spec", [INSPECTOR, SURVEYOR], ids=lambda spec: spec.code)
def test_every_format_gives_the_record_of_the_text(spec: Specification, name: str, tmp_path: Path) -> None:
    (expected,) = records_in(written(tmp_path, "said.txt", text_of(spec)))
    (read,) = records_in(written(tmp_path, name, WRITERS[name](spec)))
    assert read == expected


def test_the_record_of_the_text_is_what_the_text_says(tmp_path: Path) -> None:
    (first,) = records_in(written(tmp_path, "a.txt", text_of(INSPECTOR)))
    (second,) = records_in(written(tmp_path, "b.txt", text_of(SURVEYOR)))
    assert summed_up(first) == ("0417", "Drainage Inspector II", "whole", [24, 48, None], 2)
    assert summed_up(second) == ("0093", "Groundwater Surveyor", "whole", [None, 36, None, 60], 2)


def summed_up(record: object) -> tuple[object, ...]:
    assert isinstance(record, dict)
    rules = record["qualifications"]
    months = [one.get("months") for one in rules["requirements"]]
    return record["code"], record["title"], record["completeness"], months, len(rules["routes"])


def test_a_sheet_of_several_classes_is_a_document_a_class(tmp_path: Path) -> None:
    both = (INSPECTOR, SURVEYOR._replace(sections=INSPECTOR.sections))
    for name, make in (("a.csv", csv_of), ("a.xlsx", xlsx_of), ("a.json", json_of)):
        path = written(tmp_path, name, make(*both))
        assert [one.name for one in open_documents(path)] == [f"{name}, 0417", f"{name}, 0093"]
        assert [summed_up(one)[0] for one in records_in(path)] == ["0417", "0093"]


def test_each_citation_leads_to_the_row_that_it_was_read_in(tmp_path: Path) -> None:
    (tmp_path / "classes.csv").write_bytes(csv_of(INSPECTOR))
    run = run_ladder("read", "--json", "--jurisdiction", JURISDICTION, str(tmp_path / "classes.csv"))
    assert (run.status, run.err) == (0, "")
    record = json.loads(run.out)
    assert record["file"] == "classes.csv, 0417"
    source = record["class"]["qualifications"]["requirements"][0]["source"]
    assert (source["document"], source["section"]) == ("classes.csv, 0417", "Minimum Qualifications")
    assert source["quote"] == "Two years of experience as a Drainage Inspector I"


def refused(folder: Path, name: str, content: bytes) -> str:
    """Return the one line that a file is refused with; nothing is written."""
    path = written(folder, name, content)
    run = run_ladder("read", "--jurisdiction", JURISDICTION, str(path), "-o", str(folder / "catalog"))
    assert (run.status, run.out) == (2, "")
    assert not (folder / "catalog").exists()
    (line,) = run.err.splitlines()
    return line


REFUSED: Sequence[tuple[str, bytes, str]] = (
    ("scan.pdf", pdf_of([], []), "this is a scan without a text layer"),
    ("a.odt", b"words", "the name says ODT, and the file is none"),
    ("a.csv", b"Name,Phone\r\nAda,555\r\n", "nothing in it is named as titles and qualifications are"),
    ("a.json", b'{"title": "Clerk", }', "it is no sound JSON"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "an old format of Word or Excel"),
    ("a.rtf", b"{\\rtf1 Two years {of", "part of the file is missing"),
)


@pytest.mark.parametrize(("name", "content", "what"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_what_is_not_read_is_refused_in_one_line(name: str, content: bytes, what: str, tmp_path: Path) -> None:
    assert what in refused(tmp_path, name, content)


def test_a_page_without_words_is_read_from_its_posting_and_says_so(tmp_path: Path) -> None:
    (document,) = open_documents(written(tmp_path, "a.html", hidden_posting_of(INSPECTOR)))
    (note,) = document.notes
    assert (note.code, note.text[-8:]) == ("JOB_POSTING_READ", " Loading")
