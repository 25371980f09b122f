"""Words of one's own: beside the documents, by an option, and in the descriptions of layouts."""

from dataclasses import replace
from pathlib import Path

import pytest

from ladder.errors import BadFileError
from ladder.reading.documents import find_reader, read_document
from ladder.reading.jurisdictions.outline.vocabulary import HEADINGS_FILE, load_vocabulary, words_for
from ladder.reading.passages import Document
from tests.cli.running import run_here
from tests.reading.text.opened import open_document

OWN = """
open: {phrases: [what a trimmer brings]}
other: {phrases: [lore of lamps]}
labels: {code: [lamp mark]}
"""
TEXT = "Class Title: Lamp Trimmer\nLamp Mark: L7\nWhat a trimmer brings\nTwo years of experience.\nLore of lamps\nOld."


def test_words_of_ones_own_are_added() -> None:
    vocabulary = load_vocabulary()

    assert vocabulary.kind_of("Lore of lamps") is None
    assert vocabulary.kind_of("QUALIFICATIONS") == "open"


@pytest.mark.parametrize(
    ("heading", "ends"), [("How lamps apply", True), ("Lore of lamps", False), ("Experience to apply", False)]
)
def test_a_heading_of_words_that_nobody_knows_ends_by_one_that_is_known(heading: str, ends: bool) -> None:  # noqa: FBT001
    assert replace(load_vocabulary()).heads_an_end(heading) == ends


@pytest.mark.parametrize("is_named", [True, False])
def test_a_file_of_words_is_found_beside_a_document_or_named(tmp_path: Path, is_named: bool) -> None:  # noqa: FBT001
    document = tmp_path / "trimmer.txt"
    document.write_text(TEXT, "utf-8")
    words = tmp_path / ("mine.yaml" if is_named else HEADINGS_FILE)
    words.write_text(OWN, "utf-8")
    option = ("--headings", str(words)) if is_named else ()
    run = run_here("read", "--json", "--jurisdiction", "us-xx-port", *option, str(document))

    assert (run.status, run.err) == (0, "")
    assert '"code": "L7"' in run.out
    assert '"completeness": "whole"' in run.out


def test_without_such_a_file_there_are_no_words_of_ones_own(tmp_path: Path) -> None:
    document = tmp_path / "trimmer.txt"
    document.write_text(TEXT, "utf-8")
    (reading,) = read_document(open_document(document), jurisdiction="us-xx-port", words=words_for(document))

    assert reading.record is not None
    assert (reading.record.code, reading.record.qualifications) == (None, None)


def test_words_of_ones_own_are_asked_first(tmp_path: Path) -> None:
    (tmp_path / HEADINGS_FILE).write_text(OWN, "utf-8")
    words = words_for(tmp_path / "trimmer.txt")
    (reading,) = read_document(Document("trimmer.txt", TEXT), jurisdiction="us-xx-port", words=words)

    assert reading.record is not None
    assert (reading.record.code, len(reading.steps), reading.unread) == ("L7", 0, ((5, 6),))


def test_a_file_of_words_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / HEADINGS_FILE).write_text("headings: [lore of lamps]\n", "utf-8")
    with pytest.raises(BadFileError, match="headings"):
        words_for(tmp_path / "trimmer.txt")


CALIFORNIA = """Keeper of Lamps
California State Personnel Board Specification
Schematic Code: ZZ10
Class Code: 9999
Typical Tasks
Trims lamps.
Minimum Qualifications
Two years of experience with lamps.
Felony Disqualification
None who stole oil.
"""
NEW_YORK_CITY = """Business Title: Night Owl
Civil Service Title: LAMP TRIMMER
Title Classification: Competitive
Title Code No: 09999
Minimum Qual Requirements
Two years of experience with lamps.
Preferred Skills
Oil.
"""
DESCRIBED = {
    "us-ca": (CALIFORNIA, "Keeper of Lamps", "9999"),
    "us-ny-new-york": (NEW_YORK_CITY, "LAMP TRIMMER", "09999"),
}


@pytest.mark.parametrize("jurisdiction", DESCRIBED)
def test_a_described_layout_is_recognized_and_read(jurisdiction: str) -> None:
    text, title, code = DESCRIBED[jurisdiction]
    document = Document("made.txt", text)
    (reading,) = read_document(document)
    reader = find_reader(document)

    assert reader is not None
    assert reader.jurisdiction == jurisdiction
    assert reading.record is not None
    assert (reading.record.title, reading.record.code) == (title, code)
    assert reading.record.completeness.value == "whole"
