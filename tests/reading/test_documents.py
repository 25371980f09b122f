"""Which reader reads a document, and what comes of one that no reader knows."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module, metadata
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from ladder.errors import BadCallError, BadFileError
from ladder.reading import documents
from ladder.reading.documents import find_reader, find_readers, read_document, read_files
from ladder.reading.drafts import ClassDraft
from ladder.reading.passages import Claim, Document, Span

PAPER = Document("paper.txt", "Sea Guild\nKeeper of lights\n")


class GuildReader:
    """A reader such as another package adds."""

    jurisdiction = "xx-guild"
    name = "Sea Guild"

    def recognises(self, document: Document) -> bool:
        return document.text.startswith("Sea Guild")

    def read(self, document: Document) -> Sequence[ClassDraft]:
        if "Keeper" not in document.text:
            return ()
        return [ClassDraft("xx-guild", code="K1", title="Keeper", claims=(Claim("title", Span(10, 26)),))]


READER = GuildReader()


@pytest.fixture(autouse=True)
def added(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add the guild's reader by its entry point, and a second one for a jurisdiction that ladder reads itself."""
    points = (
        EntryPoint("guild", f"{__name__}:READER", documents.GROUP),
        EntryPoint("again", "ladder.reading.jurisdictions.connecticut:READER", documents.GROUP),
    )
    monkeypatch.setattr(metadata, "entry_points", lambda *, group: points if group == documents.GROUP else ())
    monkeypatch.setattr(EntryPoint, "load", lambda self: READER if self.name == "guild" else find_own()["us-ct"])
    find_readers.cache_clear()
    yield
    find_readers.cache_clear()


def find_own() -> Mapping[str, object]:
    return {name: import_module(module).READER for name, module in documents._OWN.items()}


def test_readers_are_ladders_own_and_those_that_packages_add() -> None:
    assert list(find_readers()) == [*find_own(), "xx-guild"]
    assert find_readers()["us-ct"] is find_own()["us-ct"]


def test_a_document_is_read_by_the_reader_that_recognises_it() -> None:
    (reading,) = read_document(PAPER)
    assert reading.record is not None
    assert (reading.record.class_id, reading.unread) == ("xx-guild/K1", ((1, 1),))


def test_a_reader_is_found_by_the_jurisdiction_named() -> None:
    assert find_reader(PAPER, jurisdiction="us-ct") is find_own()["us-ct"]
    assert find_reader(PAPER, jurisdiction="xx-guild") is READER


def test_a_document_that_no_reader_knows_is_listed_whole() -> None:
    (reading,) = read_document(Document("x.txt", "one\n\ntwo\n"))
    assert (reading.record, reading.jurisdiction, reading.unread) == (None, None, ((1, 3),))
    assert [note.code for note in reading.notes] == ["UNRECOGNISED"]


def test_a_document_without_a_class_says_so() -> None:
    (reading,) = read_document(Document("x.txt", "Sea Guild\n"), jurisdiction="xx-guild")
    assert (reading.record, reading.jurisdiction) == (None, "xx-guild")
    assert [note.code for note in reading.notes] == ["NO_CLASS"]


def test_a_jurisdiction_without_a_reader_is_read_as_an_outline() -> None:
    reader = find_reader(PAPER, jurisdiction="us-zz")
    assert reader is not None
    assert reader.jurisdiction == "us-zz"


@pytest.mark.parametrize("name", ["", "US-CT", "us ct", "us/ct", "ü"])
def test_a_name_that_cannot_be_a_jurisdiction_is_refused(name: str) -> None:
    with pytest.raises(BadCallError, match="cannot be the id"):
        read_document(PAPER, jurisdiction=name)


def test_files_are_read_in_the_order_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAPER.text, encoding="utf-8")
    (tmp_path / "b.txt").write_text("nothing known\n", encoding="utf-8")
    found = list(read_files([tmp_path / "b.txt", tmp_path / "a.txt"]))
    assert [readings[0].document.name for readings in found] == ["b.txt", "a.txt"]
    with pytest.raises(BadFileError):
        list(read_files([tmp_path / "none.txt"]))
