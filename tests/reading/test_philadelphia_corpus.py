"""The real pages of Philadelphia: against the hand-read answers, and beside the ladder that the City drew."""

import pytest

from ladder.reading.jurisdictions.philadelphia import FIELD_READERS
from ladder.reading.readings import Reading
from tests.approving import approved_text
from tests.measure import ROOT
from tests.reading.clerical_chart import compare, tell
from tests.reading.corpora import needs_corpora, readings_of
from tests.reading.philadelphia_gold import (
    CHART,
    GOLD,
    class_figures,
    gold_amounts,
    gold_classes,
    read_amounts,
    read_classes,
    rows_of,
)

pytestmark = [needs_corpora, pytest.mark.untraced]
LADDER_PAGE = ROOT / "docs" / "philadelphia-clerical-ladder.md"


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {one.document.name: one for one in readings_of("philadelphia")}


def test_general_and_special_months_are_right_on_all_hand_read_pages(readings: dict[str, Reading]) -> None:
    wrong = {}
    for row in rows_of(GOLD):
        record = readings[row["file"]].record
        assert record is not None
        if gold_amounts(row) != read_amounts(record.qualifications):
            wrong[row["file"]] = (gold_amounts(row), read_amounts(record.qualifications))
    assert wrong == {}


def test_the_classes_named_are_those_that_a_person_read(readings: dict[str, Reading]) -> None:
    pairs = [(gold_classes(row), read_classes(readings[row["file"]])) for row in rows_of(GOLD)]
    hits, extra, missed = class_figures(pairs)
    # One class is read that the answers leave out: the first of two listed for 3F15.
    assert (hits, extra, missed) == (22, 1, 0)


def test_codes_are_those_of_the_pages(readings: dict[str, Reading]) -> None:
    for row in rows_of(GOLD):
        record = readings[row["file"]].record
        assert record is not None
        assert record.code == row["class_code"]
        if row["pay_group"] is not None:
            assert record.pay is not None
            printed = (f"{record.pay.plan}{record.pay.grade}", record.pay.grade)
            assert any(one.startswith(row["pay_group"]) for one in printed)


def test_a_claimed_passage_reads_again_to_the_same_value(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        text = reading.document.text
        for claim in reading.claims:
            if claim.field in FIELD_READERS:
                assert FIELD_READERS[claim.field](text[claim.span.start : claim.span.end]) == claim.value


def test_the_class_that_cites_its_own_code_is_noted(readings: dict[str, Reading]) -> None:
    noted = [name for name, one in readings.items() if any(note.code == "OWN_CODE_CITED" for note in one.notes)]
    assert noted == ["1b21.htm"]


def test_the_drawn_ladder_beside_the_text_is_as_approved(readings: dict[str, Reading]) -> None:
    page = tell(compare(rows_of(CHART), tuple(readings.values())))
    assert page == approved_text(LADDER_PAGE, page)
