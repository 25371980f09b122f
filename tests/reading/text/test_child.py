"""The process that opens DOCX and PDF: its answers, its bounds, and what is past them."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from ladder.errors import BadFileError
from ladder.reading.text import child, confined, containers, limits, opening, pdf_text
from ladder.reading.text.extracts import Extract, UnfitDocumentError
from ladder.reading.text.opening import open_file
from tests.reading.formats.making import FORMATS, MORE_FORMATS
from tests.reading.formats.specifications import INSPECTOR
from tests.reading.text.making import docx_of, docx_with, pdf_of, pdf_of_streams, replace_parts
from tests.reading.text.opened import read_content

ONE_MB = 1_000_000
BARE = {"text": "", "paged": False, "scanned": [], "struck": [], "notes": [], "headings": [], "is_table": False}


def told(answer: bytes) -> tuple[dict[str, object], str]:
    head, _, text = answer.partition(b"\n")
    return json.loads(head), text.decode()


def refused(content: bytes, kind: str = "DOCX") -> object:
    return told(child.answer(kind, content))[0]["refused"]


def test_the_answer_tells_text_and_pages() -> None:
    assert told(child.answer("DOCX", docx_of("one"))) == (BARE, "one")
    assert told(child.answer("PDF", pdf_of(["one"], [])))[0] == BARE | {"paged": True, "scanned": [2]}
    noted = [["STRUCK_OUT", "WARNING", 1, "words struck out are left out: two"]]
    assert told(child.answer("HTML", b"<p><s>two</s> three")) == (BARE | {"notes": noted}, "three\n")
    assert told(child.answer("HTML", b"<h3>one</h3>two")) == (BARE | {"headings": [[1, 3]]}, "one\ntwo\n")
    assert "NUL" in str(refused(b"<p>a\0b", "HTML"))


@pytest.mark.parametrize(
    ("name", "kind"), [("text.odt", "ODT"), ("text.rtf", "RTF"), ("row.xlsx", "XLSX"), ("row.json", "JSON")]
)
def test_every_kind_is_answered(name: str, kind: str) -> None:
    answer = child.answer(kind, {**FORMATS, **MORE_FORMATS}[name](INSPECTOR))
    head, text = told(answer)
    assert head["is_table"] is (kind in {"XLSX", "JSON"})
    assert "Drainage Inspector II" in text
    assert "no sound JSON" in str(refused(b"{", "JSON"))


def test_the_child_limits_itself_and_answers_on_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    limited = list[bool]()
    monkeypatch.setattr(child, "limit_this_process", lambda: limited.append(True))
    output = BytesIO()
    child.main("PDF", BytesIO(pdf_of(["one"])), output)
    assert limited == [True]
    assert told(output.getvalue())[1].strip() == "one"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no process")
def test_memory_and_time_of_a_process_are_bounded() -> None:
    asked = (
        "import resource as r; from ladder.reading.text.child import limit_this_process as limit; limit(); limit(); "
        "print(*(r.getrlimit(what)[1] for what in (r.RLIMIT_AS, r.RLIMIT_CPU)))"
    )
    printed = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True).stdout
    assert printed.split() == ["500000000", "8"]


def test_bounds_that_the_system_does_not_know_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    child.limit_this_process()


def test_bounds_that_the_system_refuses_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    asked = list[int]()

    def refuse(what: int, _bounds: tuple[int, int]) -> None:
        asked.append(what)
        raise ValueError

    monkeypatch.setattr(resource, "setrlimit", refuse)
    child.limit_this_process()
    assert resource.RLIMIT_AS in asked
    assert len(asked) == 4


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (MemoryError(), "more memory"),
        (RecursionError(), "more memory"),
        (KeyError("styles\nmore"), "cannot be opened: 'styles\\nmore'"),
        (OSError(), "cannot be opened: OSError"),
        (UnfitDocumentError("it is no sound zip"), "it is no sound zip"),
    ],
)
def test_every_failure_is_an_answer(monkeypatch: pytest.MonkeyPatch, error: Exception, what: str) -> None:
    def fail(_content: bytes) -> Extract:
        raise error

    monkeypatch.setattr(child, "_READERS", {"DOCX": lambda: fail})
    assert what in str(refused(b""))


def test_more_text_than_a_document_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "LARGEST_EXTRACT", 10)
    monkeypatch.setattr(pdf_text, "LARGEST_EXTRACT", 10)
    assert "more than 10 characters" in str(refused(docx_of("eleven words")))
    assert "more than 10 characters" in str(refused(pdf_of(["seven"], ["eleven words"]), "PDF"))


def test_a_pdf_without_pages_or_damaged() -> None:
    assert "cannot be opened" in str(refused(pdf_of_streams(), "PDF"))
    assert "cannot be opened" in str(refused(b"%PDF-1.4 damaged", "PDF"))


def test_a_hyphen_at_the_end_of_a_line_stays_as_it_is_printed() -> None:
    assert pdf_text.read_pdf_text(pdf_of(["exper-", "ience"])).text.split() == ["exper-", "ience"]


# ------------------------------------------------------------------ containers


def zip_of(**parts: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name.replace("_", "."), content)
    return made.getvalue()


def unfit(content: bytes) -> str:
    with pytest.raises(UnfitDocumentError) as refusal:
        containers.check_container(content)
    return str(refusal.value)


def test_what_a_container_says_and_what_it_does_are_both_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "LARGEST_INFLATED", 3 * ONE_MB)
    monkeypatch.setattr(containers, "LARGEST_PART", ONE_MB)
    containers.check_container(zip_of(a_xml=bytes(ONE_MB), b_png=bytes(2 * ONE_MB)))
    assert "more than 1,000,000 bytes" in unfit(zip_of(a_xml=bytes(ONE_MB + 1)))
    assert "more than 3,000,000 bytes" in unfit(zip_of(a_png=bytes(2 * ONE_MB), b_png=bytes(ONE_MB + 1)))
    understated = zip_of(a_xml=bytes(2 * ONE_MB)).replace((2 * ONE_MB).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    assert "no sound zip" in unfit(understated)


def test_a_part_that_inflates_beyond_what_it_says_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    content = zip_of(a_xml=b"small")
    monkeypatch.setattr(containers, "LARGEST_PART", ONE_MB)
    monkeypatch.setattr(ZipFile, "open", lambda *_: BytesIO(bytes(ONE_MB + 1)))
    assert "more than 1,000,000 bytes" in unfit(content)


def test_damaged_and_crowded_containers() -> None:
    assert "no sound zip" in unfit(b"PK\3\4 and nothing")
    assert "no sound zip" in unfit(zip_of(a_xml=b"word " * 999)[:-40] + bytes(40))
    assert "more than 5,000 parts" in unfit(b"PK\1\2" * 5001)


# ------------------------------------------------------------------ bounds, each through the whole of the opening
#
# Not the files that took other programs down stand here, but the first ones past our own bounds, lowered for the test:
# a part that unpacks to 300 MB, a zip in a zip, entities made of entities, 4 GB of text in one page of a PDF, 900,000
# divisions in one another, a line of a million letters.


def zip_in_zip() -> bytes:
    return zip_of(word_document=b"0", inner_zip=zip_of(word_document=bytes(1000)))


def one_entity() -> bytes:
    return docx_with("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", before='<!DOCTYPE x [<!ENTITY e "word">]>')


PAST: dict[str, tuple[Callable[[], bytes], str]] = {
    "a.docx": (zip_in_zip, "a zip that holds no Word, OpenDocument"),
    "b.docx": (one_entity, "it declares entities"),
    "c.docx": (lambda: docx_with("<w:sdt>" * 300), "it cannot be opened"),
    "a.txt": (lambda: b"x" * 60, "a line is 60 characters long"),
    "a.htm": (lambda: b"<html><p>" + b"x" * 1_000_000, "a line is 1,000,000 characters long"),
    "b.txt": (lambda: b"text\n\0", "NUL bytes stand in it"),
    "c.txt": (lambda: b"Two years.\n" * 10, "the plain text is larger than 100 bytes"),
    "b.htm": (lambda: b"<html>" + b"<p>x</p>" * 20_000, "the HTML is larger than"),
}


@pytest.mark.parametrize("name", PAST)
def test_what_is_past_a_bound_is_refused_in_one_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGEST_TEXT", 100)
    monkeypatch.setattr(opening, "LARGEST_PAGE", 1_500_000 if name == "a.htm" else 1_000)
    monkeypatch.setattr(limits, "LONGEST_LINE", 50)
    make, what = PAST[name]
    (tmp_path / name).write_bytes(make())
    with pytest.raises(BadFileError) as refusal:
        open_file(tmp_path / name)
    (fault,) = refusal.value.faults
    assert what in fault.what


def test_parts_that_unpack_to_more_than_they_may_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "LARGEST_PART", ONE_MB)
    assert "more than 1,000,000" in str(refused(replace_parts(docx_of("x"), {"word/document.xml": bytes(ONE_MB + 1)})))


def ended(monkeypatch: pytest.MonkeyPatch, does: str, *, bounds: str = "") -> tuple[int, str]:
    """Return how a child ended whose reader does this, with these bounds, and what is told of it."""
    entry = (
        "import sys; kind, *sys.path = sys.argv[1:]; from ladder.reading.text import child; "
        f"{bounds}child._READERS = {{'HTML': lambda: lambda content: {does}}}; "
        "child.main(kind, sys.stdin.buffer, sys.stdout.buffer)"
    )
    monkeypatch.setattr(confined, "_ENTRY", entry)
    run, ends = confined._run_child, list[int]()

    def run_and_keep(content: bytes, kind: str, answer: IO[bytes]) -> int:
        ends.append(run(content, kind, answer))
        return ends[-1]

    monkeypatch.setattr(confined, "_run_child", run_and_keep)
    with pytest.raises(BadFileError) as refusal:
        read_content(b"<html>x", name="a.htm")
    return ends[0], refusal.value.faults[0].what


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no process")
def test_a_child_that_never_ends_is_ended_by_its_bound_of_processor_time(monkeypatch: pytest.MonkeyPatch) -> None:
    status, told = ended(
        monkeypatch, "all(iter(int, 1)) or [0 for _ in iter(int, 1)]", bounds="child.CHILD_SECONDS = 1; "
    )
    assert -status in {signal.SIGXCPU, signal.SIGKILL}
    assert "takes more time or memory than a document should" in told


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to its memory")
def test_a_child_that_wants_more_memory_than_its_bound_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    status, told = ended(monkeypatch, "bytearray(child.CHILD_MEMORY)", bounds="child.CHILD_MEMORY = 100_000_000; ")
    assert status == 0
    assert "reading it takes more memory than a document should" in told


def test_a_child_that_waits_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(*_: object) -> int:
        raise subprocess.TimeoutExpired([], 1)

    monkeypatch.setattr(confined, "_run_child", wait)
    with pytest.raises(BadFileError, match=f"more than {limits.CHILD_WAIT} seconds"):
        read_content(b"<html>x", name="a.htm")


def test_a_zip_within_a_document_is_never_opened() -> None:
    content = replace_parts(docx_of("one"), {"word/embeddings/inner.zip": zip_in_zip()})
    assert read_content(content, name="a.docx").text == "one"
