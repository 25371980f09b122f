"""No sentence of a real document stands in the project: facts and figures carry over, sentences do not."""

import doctest
from pathlib import Path

import pytest

from tests.house import borrowed
from tests.house.tracked import ROOT, tracked_or_skip
from tests.measure import SHARED

pytestmark = pytest.mark.untraced

DOCUMENTS = SHARED / "corpora"
HAND_READ = Path("tests/reading/strangers")
TWELVE = "the keeper of ferries looks after two boats and one small pier"


@pytest.mark.untraced
@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the real documents are not here (../shared/corpora)")
def test_no_tracked_file_has_twelve_words_of_a_document_in_a_row() -> None:
    runs = borrowed.runs_of_documents(DOCUMENTS)
    assert len(runs) > 100_000
    files = tracked_or_skip(ROOT)
    assert [found for file in files for found in borrowed.borrowed(file, runs, facts=facts_of(file))] == []


def facts_of(file: Path) -> frozenset[str]:
    """Titles and employers in the rows read by hand are facts; everywhere else a run is a run."""
    is_row = file.suffix == ".jsonl" and file.parent == ROOT / HAND_READ
    return borrowed.FACTS if is_row else frozenset()


def test_titles_are_facts_in_rows_read_by_hand_alone() -> None:
    assert facts_of(ROOT / HAND_READ / "hand_read.jsonl") == borrowed.FACTS
    assert facts_of(ROOT / HAND_READ / "README.md") == frozenset()
    assert facts_of(ROOT / "tests/reading/hand_read/los-angeles.jsonl") == frozenset()


@pytest.mark.parametrize(
    ("row", "count"),
    [
        (f'{{"title": "{TWELVE}", "routes": [{{"in_classes": ["{TWELVE}"], "at_level_of": ["{TWELVE}"]}}]}}', 0),
        (f'{{"file": "{TWELVE}", "title_also": ["{TWELVE}"], "employer": "{TWELVE}"}}', 0),
        (f'{{"title": "", "routes": [{{"in_classes": [], "field": "{TWELVE}"}}]}}', 1),
        (f'{{"must_not": ["{TWELVE}"], "conditions": ["{TWELVE}"], "ambiguous": "{TWELVE}"}}', 3),
    ],
)
def test_of_a_row_read_by_hand_only_titles_and_names_are_passed_over(
    documents: Path, tmp_path: Path, row: str, count: int
) -> None:
    (tmp_path / "rows.jsonl").write_text(f"{row}\n", "utf-8")
    found = borrowed.borrowed(tmp_path / "rows.jsonl", borrowed.runs_of_documents(documents), facts=borrowed.FACTS)
    assert len(list(found)) == count


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{TWELVE}. And more.\n", "utf-8")
    (folder / "b.htm").write_text("<p>Whoever steers a ferry on the river at night must show red lights.</p>", "utf-8")
    (folder / "README.md").write_text("how the documents of this folder were found and what each of them is\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("a.py", f"# {TWELVE.upper().replace(' ', '  12 ')}\n", 1),
        ("a.md", "Whoever steers a ferry, on the\nriver at night: must show RED lights", 1),
        ("a.md", TWELVE.removeprefix("the "), 0),
        ("a.md", "how the documents of this folder were found and what each of them is", 0),
        ("a.jsonl", f'{{"what": "{TWELVE}"}}\n\n["{TWELVE}"]\n', 2),
        ("a.json", '["the keeper of ferries", "looks after two boats and one small pier"]', 0),
        ("a.json", f"{{{{ no JSON }}}} {TWELVE}", 1),
    ],
)
def test_what_counts_as_a_sentence_of_a_document(
    documents: Path, tmp_path: Path, name: str, text: str, count: int
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    found = list(borrowed.borrowed(tmp_path / name, borrowed.runs_of_documents(documents)))
    assert len(found) == count


def test_the_example_of_the_module() -> None:
    assert doctest.testmod(borrowed).failed == 0
