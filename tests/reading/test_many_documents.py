"""Many documents: in one process or several, the same readings, faults and order."""

from pathlib import Path

import pytest

from ladder.errors import BadCallError
from ladder.reading import many_documents
from ladder.reading.collation import collate
from ladder.reading.folders import plan_folder
from ladder.reading.kept_files import KeptFolder
from ladder.reading.many_documents import DocumentRead, HowRead, read_each
from tests.reading.corpora import files_of, needs_corpora
from tests.reading.formats.making import FORMATS, MORE_FORMATS
from tests.reading.formats.specifications import INSPECTOR
from tests.reading.written import ConnecticutClass, print_connecticut

ASKS = "Minimum Qualifications"
WITHOUT_TEXT = {"empty.txt", "missing.txt", "bare.csv"}
ROWS = {"table.csv": 3}
WRITERS = {**FORMATS, **MORE_FORMATS}


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Return documents of several kinds, a table of three classes, one that holds none, one missing."""
    files = []
    for number in range(1001, 1009):
        file = tmp_path / f"{number}.txt"
        file.write_text(print_connecticut(ConnecticutClass(title=f"Harbor Guard {number}", number=number)), "utf-8")
        files.append(file)
    (tmp_path / "page.html").write_text("<html><body><p>Harbor Guard</p></body></html>", "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    (tmp_path / "marked.md").write_text(
        f"# Harbor Guard\n\n## {ASKS}\n\nTwo years of experience as a Deckhand\n", "utf-8"
    )
    rows = "".join(f"Harbor Guard {number},{number},Two years of experience as a Deckhand\n" for number in (1, 2, 3))
    (tmp_path / "table.csv").write_text(f"Class Title,Class Code,{ASKS}\n{rows}", "utf-8")
    (tmp_path / "bare.csv").write_text("a,b\n1,2\n", "utf-8")
    others = ("page.html", "empty.txt", "missing.txt", "marked.md", "table.csv", "bare.csv")
    return [*files[:4], *(tmp_path / name for name in others), *files[4:]]


def test_several_processes_read_what_one_reads(documents: list[Path]) -> None:
    one, several = (list(read_each(documents, HowRead(), processes=count)) for count in (1, 2))
    assert one == several
    assert [bool(each.fault) for each in one] == [path.name in WITHOUT_TEXT for path in documents]
    for path, each in zip(documents, several, strict=True):
        count = 0 if path.name in WITHOUT_TEXT else ROWS.get(path.name, 1)
        assert len({id(reading.document) for reading in each.readings}) == count
        assert [type(reading.printed).__name__ for reading in each.readings] == ["mappingproxy"] * len(each.readings)


def test_every_format_is_read_in_several_processes_as_in_one(tmp_path: Path) -> None:
    files = [tmp_path / name for name in WRITERS]
    for file, write in zip(files, WRITERS.values(), strict=True):
        file.write_bytes(write(INSPECTOR))
    one, several = (list(read_each(files, HowRead("us-zz"), processes=count)) for count in (1, 2))
    assert one == several
    assert all(each.readings[0].record is not None for each in several)


def test_few_documents_start_no_process(documents: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    counts = list[int]()

    def count() -> int:
        counts.append(1)
        return 1

    monkeypatch.setattr(many_documents, "count_processors", count)
    assert len(list(read_each(documents, HowRead()))) == len(documents)
    assert not counts
    assert len(list(read_each([Path("none.html")] * many_documents.MANY, HowRead()))) == many_documents.MANY
    assert counts == [1]


def test_of_most_documents_one_claim_is_kept(documents: list[Path]) -> None:
    whole, cut = (list(read_each(documents[:2], HowRead(whole=whole))) for whole in (True, False))
    assert all(len(one.readings[0].claims) > 1 for one in whole)
    assert all(len(one.readings[0].claims) == 1 for one in cut)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_bad_call_is_raised(documents: list[Path], processes: int) -> None:
    with pytest.raises(BadCallError, match="cannot be the id of a jurisdiction"):
        list(read_each(documents, HowRead(jurisdiction="Us Ct"), processes=processes))


def test_a_fault_of_ladder_loses_no_other_document(documents: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> tuple[str, bytes]:
        raise ZeroDivisionError(path.name)

    monkeypatch.setattr(many_documents, "fetch_file", fail)
    found = list(read_each(documents, HowRead()))
    assert [one.is_crash for one in found] == [True] * len(documents)
    assert found[0].fault == (
        f"{documents[0]}: a fault of ladder itself: ZeroDivisionError: {documents[0].name}; read it alone with --debug"
    )
    with pytest.raises(ZeroDivisionError):
        list(read_each(documents[:1], HowRead()))


def test_a_document_alone_is_told_as_among_others(documents: list[Path]) -> None:
    missing = next(path for path in documents if path.name == "missing.txt")
    assert list(read_each([missing], HowRead())) == list(read_each([missing, missing], HowRead()))[:1]
    with pytest.raises(BadCallError):
        list(read_each(documents[:1], HowRead(jurisdiction="Us Ct")))


def test_a_document_that_ends_its_process_is_told(documents: list[Path]) -> None:
    told = many_documents._told_at_death(many_documents._open(documents[0], HowRead()))
    assert (told.readings, told.is_crash) == ((), True)
    assert told.fault.startswith(f"{documents[0]}: the process that read it came to an end")
    before = DocumentRead(fault="no such file")
    assert many_documents._told_at_death(before) is before


@needs_corpora
def test_a_city_is_the_same_to_the_byte_in_several_processes() -> None:
    files, how = files_of("los-angeles")[:130], HowRead("us-ca-los-angeles", whole=False)
    plans = []
    for processes in (1, 2):
        readings = [one for each in read_each(files, how, processes=processes) for one in each.readings]
        plans.append(plan_folder(collate(readings), KeptFolder(), names={}))
    assert plans[0].files == plans[1].files
    assert plans[0] == plans[1]
