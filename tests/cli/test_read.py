"""``ladder read`` as people run it: what it finds, says, writes and refuses, and how it ends."""

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from ladder.catalog.loading import load_catalog
from ladder.cli.running import run
from ladder.reading import many_documents
from ladder.reading.passages import Document
from ladder.reading.readings import Reading
from ladder.sources import Note, Severity
from tests.cli.running import run_here
from tests.cli.test_site import run_on_a_terminal
from tests.reading.readings import nothing_read, reading_of
from tests.reading.written import ConnecticutClass, print_connecticut

INSPECTOR = ConnecticutClass()
PLANNER = ConnecticutClass(title="Harbor Planner", number=2345, superior=None, special=None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two documents, one in a folder below, and files that are none."""
    (tmp_path / "docs" / "more").mkdir(parents=True)
    (tmp_path / "docs" / "inspector.txt").write_text(print_connecticut(INSPECTOR), "utf-8")
    (tmp_path / "docs" / "more" / "planner.txt").write_text(print_connecticut(PLANNER), "utf-8")
    for name in (".hidden.txt", "~$open.docx", "README.md", ".git/x.txt"):
        (tmp_path / "docs" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "docs" / name).write_text("nothing", "utf-8")
    return tmp_path / "docs"


def lines_of(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


# ------------------------------------------------------------------ as a process of its own


def test_a_folder_is_read_and_summed_up(folder: Path) -> None:
    run = run_here("read", str(folder))
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("2 documents read: 2 classes")
    assert "1 file of other kinds in the folders is left out." in run.out
    assert re.search(r"us-ct/1234EU +Bridge Inspector", run.out)
    assert max(map(len, run.out.splitlines())) <= 80


def test_json_is_one_line_a_class_with_titles_resolved(folder: Path) -> None:
    run = run_here("read", "--json", str(folder))
    assert (run.status, run.err) == (0, "")
    first, second = lines_of(run.out)
    assert list(first) == ["file", "jurisdiction", "class", "steps", "notes", "unread"]
    assert (first["file"], first["jurisdiction"]) == ("inspector.txt", "us-ct")
    record, other = first["class"], second["class"]
    assert isinstance(record, dict)
    assert isinstance(other, dict)
    assert (record["code"], other["code"]) == ("1234EU", "2345EU")
    assert record["superiors"][0]["class"] == "us-ct/2345EU"


def test_a_catalog_folder_answers_at_once_and_is_kept_up(folder: Path, tmp_path: Path) -> None:
    catalog = tmp_path / "catalog"
    run = run_here("read", str(folder), "-o", str(catalog))
    assert (run.status, run.err) == (0, "")
    assert f"Thecatalogisin{catalog}:" in "".join(run.out.split())
    shown = run_here("show", "1234", "--catalog", str(catalog))
    assert (shown.status, shown.out.startswith("Bridge Inspector (us-ct/1234EU)")) == (0, True)
    file = catalog / "us-ct" / "1234EU.yaml"
    file.write_text(file.read_text("utf-8").replace("title: Bridge Inspector", "title: Inspector of Bridges"), "utf-8")
    again = run_here("read", str(folder), "-o", str(catalog))
    assert again.status == 0
    assert "0 files written" in " ".join(again.out.split())
    assert load_catalog(catalog).classes["us-ct/1234EU"].title == "Inspector of Bridges"


def test_what_cannot_be_opened_is_named_and_the_others_are_read(folder: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"no pdf")
    run = run_here("read", "--json", str(bad), str(folder / "inspector.txt"), str(tmp_path / "gone.txt"))
    assert run.status == 2
    assert [line.partition(":")[0].rpartition("/")[2] for line in run.err.splitlines()] == ["bad.pdf", "gone.txt"]
    assert [one["file"] for one in lines_of(run.out)] == ["inspector.txt"]


def test_progress_is_told_on_a_terminal_only(folder: Path) -> None:
    told = run_on_a_terminal("read", str(folder))
    assert "Documents" in told
    assert "100%" in told


# ------------------------------------------------------------------ in this process


def status_of(*words: str | Path) -> int:
    return int(run(["read", *map(str, words)]))


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Given":
    return Given(monkeypatch, tmp_path)


class Given:
    """Stands in for the readers: each file is read as what was given for its name."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.folder = folder / "given"
        self.folder.mkdir()
        self._found: dict[str, Sequence[Reading] | Exception] = {}
        monkeypatch.setattr(many_documents, "read_document", self._read)

    def file(self, name: str, *readings: Reading, fault: Exception | None = None) -> Path:
        path = self.folder / name
        path.write_text(name, "utf-8")
        self._found[name] = fault or readings
        return path

    def _read(self, document: Document, *, jurisdiction: str | None, words: object) -> Sequence[Reading]:
        del jurisdiction, words
        found = self._found[document.name]
        if isinstance(found, Exception):
            raise found
        return found


def test_where_no_class_is_found_it_ends_with_1(given: Given, capsys: pytest.CaptureFixture[str]) -> None:
    note = Note("UNRECOGNISED", Severity.ERROR, 0, "no reader knows this layout")
    nothing = Reading(document=Document("n.txt", "x"), jurisdiction=None, notes=(note,))
    given.file("n.txt", nothing)
    assert status_of(given.folder, "-o", given.folder / "catalog") == 1
    out = capsys.readouterr().out
    assert out.startswith("1 document read: 0 classes, and 0 steps that lead to them.\n")
    assert "- n.txt: UNRECOGNISED: no reader knows this layout" in out
    assert not (given.folder / "catalog").exists()


def test_an_empty_folder_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(tmp_path) == 1
    assert capsys.readouterr() == ("", "there is no document to read; name documents, or folders that hold some\n")


def test_a_folder_that_cannot_be_looked_into_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def walk(path: Path, *, onerror: object) -> list[object]:
        assert callable(onerror)
        onerror(PermissionError(13, "Permission denied", str(path)))
        return []

    monkeypatch.setattr(os, "walk", walk)
    assert status_of(tmp_path) == 2
    err = capsys.readouterr().err
    assert err == f"{tmp_path}: the folder cannot be read: Permission denied; look at its permissions\n"


@pytest.mark.parametrize(
    "words",
    [
        ["x.txt", "-o", "-"],
        ["x.txt", "--json", "--sheet", "-"],
        ["--nothing"],
        [],
    ],
)
def test_bad_calls_are_refused(given: Given, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    path = given.file("x.txt")
    assert status_of(*[path if word == "x.txt" else word for word in words]) == 2
    assert capsys.readouterr().out == ""


def test_a_jurisdiction_that_cannot_be_one_is_a_bad_call(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(folder, "--jurisdiction", "No Such") == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)


def test_a_fault_of_ladder_keeps_no_other_document_from_being_read(
    given: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = given.file("a.txt", fault=ZeroDivisionError("so\nit is"))
    given.file("b.txt", reading_of("1", document="b.txt"))
    assert status_of(given.folder) == 70
    told = capsys.readouterr()
    assert told.err == (f"{bad}: a fault of ladder itself: ZeroDivisionError: so it is; read it alone with --debug\n")
    assert told.out.startswith("1 document read: 1 class")
    assert status_of(bad) == 70
    capsys.readouterr()
    assert run(["--debug", "read", str(bad)]) == 70
    assert "ZeroDivisionError: so\nit is\nladder: a fault of ladder itself" in capsys.readouterr().err


def test_the_summary_counts_and_shortens(given: Given, capsys: pytest.CaptureFixture[str]) -> None:
    warnings = tuple(Note("UNREAD_REQUIREMENT", Severity.WARNING, line, "not read: x") for line in range(1, 25))
    long = Note("LONG", Severity.ERROR, 3, "y" * 500)
    hint = Note("NEAR_TITLE", Severity.INFO, 0, "near")
    for number in range(45):
        name = f"{number:02d}.txt"
        notes = (*warnings, long, hint) if number == 0 else ()
        given.file(name, reading_of(f"{number}", document=name, feeders={"xx/helper": "Helper"}, notes=notes))
    assert status_of(given.folder) == 0
    out = capsys.readouterr().out
    flat = " ".join(out.split())
    assert "45 documents read: 45 classes, and 45 steps that lead to them. 1 class more is only named." in flat
    assert "and 5 more" in flat
    assert "What is likely wrong, or left out (WARNING): 24 UNREAD_REQUIREMENT" in flat
    assert "and 4 more" in flat
    assert "00.txt:3: LONG: yyy" in flat
    assert "y" * 400 not in out
    assert "For information (INFO): 1 NEAR_TITLE" in flat
    assert "24 passages in 1 document, bearing on what is asked, are left out of the records" in flat


def test_everything_read_is_said(given: Given, capsys: pytest.CaptureFixture[str]) -> None:
    given.file("a.txt", reading_of("1", document="a.txt", completeness="partial"))
    assert status_of(given.folder) == 0
    out = capsys.readouterr().out
    assert "1 class, 1 of them only in part" in out
    assert "The records hold all that was found to bear on what is asked." in out


def test_what_was_done_to_the_folder_is_told(given: Given, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given.file("a.txt", reading_of("1", document="a.txt"))
    given.file("b.txt", reading_of("1", document="b.txt"), reading_of("2", document="b.txt"))
    catalog = tmp_path / "catalog"
    assert status_of(given.folder, "-o", catalog) == 0
    assert "1 record set aside in its folder quarantine." in " ".join(capsys.readouterr().out.split())
    (catalog / "xx" / "1.yaml").unlink()
    text = (catalog / "xx" / "2.yaml").read_text("utf-8")
    (catalog / "xx" / "2.yaml").write_text(f"{text}# mine\n", "utf-8")
    given.file("b.txt", reading_of("1", document="b.txt"), reading_of("2", document="b.txt", months=30))
    assert status_of(given.folder, "-o", catalog) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "FILE_DELETED - xx/1.yaml: the file was deleted by hand: it stays out until its document changes" in out
    assert "Files that a person changed, written anew and kept as they were - xx/2.yaml.old" in out


def test_json_leaves_what_is_told_of_the_folder_to_standard_error(
    given: Given, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given.file("a.txt", reading_of("1", document="a.txt", feeders={"xx/known": "Known", "xx/helper": "Helper"}))
    catalog = tmp_path / "catalog"
    own = b'jurisdiction: xx\ncode: "7"\ntitle: Known\ncompleteness: named-only\nsource: {document: d, section: s}\n'
    (catalog / "xx").mkdir(parents=True)
    (catalog / "xx" / "7.yaml").write_bytes(own)
    (catalog / "xx" / "jurisdiction.yaml").write_bytes(b"id: xx\nname: X\n")
    assert status_of(given.folder, "-o", catalog, "--json") == 0
    told = capsys.readouterr()
    (line,) = lines_of(told.out)
    assert line["class"] is not None
    assert line["steps"] == [
        {
            "from_title": title,
            "from": found,
            "months": 24,
            "kind": "named_experience",
            "joint_conditions": ["Work"],
            "certainty": "named",
            "source": {
                "document": "a.txt",
                "section": "Experience",
                "lines": [3, 3],
                "revision": None,
                "page": None,
                "quote": "Two years",
            },
        }
        for title, found in (("Known", "xx/7"), ("Helper", None))
    ]
    assert told.err.startswith("The catalog is in")


def test_documents_stay_in_their_order_whatever_is_set_aside(
    given: Given, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given.file("b.txt", reading_of("1", document="b.txt"))
    catalog = tmp_path / "catalog"
    assert status_of(given.folder, "-o", catalog) == 0
    given.file("a.txt", reading_of("1", document="a.txt"), reading_of("2", document="a.txt"))
    capsys.readouterr()
    assert status_of(given.folder, "-o", catalog, "--json") == 0
    found = lines_of(capsys.readouterr().out)
    assert [one["file"] for one in found] == ["a.txt", "a.txt", "b.txt"]
    notes = found[0]["notes"]
    assert isinstance(notes, list)
    assert notes[0]["code"] == "DUPLICATE_CODE"


def test_the_sheet_goes_to_a_file_or_in_place_of_the_summary(
    given: Given, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    given.file("a.txt", reading_of("1", document="a.txt"), nothing_read("a.txt"))
    sheet = tmp_path / "sheet.html"
    assert status_of(given.folder, "--sheet", sheet) == 0
    assert capfdbinary.readouterr().out.startswith(b"2 documents")
    assert status_of(given.folder, "--sheet", "-") == 0
    assert capfdbinary.readouterr().out == sheet.read_bytes()
    assert b"Review of what was read" in sheet.read_bytes()


def test_what_cannot_be_written_ends_with_3(given: Given, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = given.file("a.txt", reading_of("1", document="a.txt"))
    for words in (("-o", path / "catalog"), ("--sheet", tmp_path / "none" / "sheet.html")):
        assert status_of(path, *words) == 3
        told = capsys.readouterr()
        assert (told.out, len(told.err.splitlines())) == ("", 1)


def test_a_folder_with_faults_is_refused_before_anything_is_read(
    given: Given, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = given.file("a.txt", fault=AssertionError())
    (tmp_path / "catalog" / "xx").mkdir(parents=True)
    (tmp_path / "catalog" / "xx" / "1.yaml").write_bytes(b"code: [")
    assert status_of(path, "-o", tmp_path / "catalog") == 2
    assert "1.yaml" in capsys.readouterr().err


def test_documents_beside_the_records_read_from_them_are_read_again(folder: Path) -> None:
    files = [str(one) for one in sorted(folder.glob("*.txt"))]
    assert run_here("read", *files, "-o", str(folder)).status == 0
    again = run_here("read", str(folder))
    assert (again.status, again.err) == (0, "")
    assert again.out.startswith("2 documents read: 2 classes")
