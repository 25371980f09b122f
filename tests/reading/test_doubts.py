"""Readings that are doubtful though all was read: ways in that nobody needs."""

import pytest

from ladder.reading.documents import read_document
from ladder.reading.doubts import NOT_ACCOUNTED_FOR, ROUTE_NEVER_NEEDED
from ladder.reading.passages import Document
from ladder.reading.readings import Reading
from ladder.specification import Completeness
from tests.reading.philadelphia_pages import END, MINIMUM, SCHOOL, TOP


def read(*lines: str, jurisdiction: str = "us-zz") -> Reading:
    (reading,) = read_document(Document("a.txt", "\n".join(lines)), jurisdiction=jurisdiction)
    assert reading.record is not None
    return reading


def outline(*asked: str) -> tuple[str, ...]:
    return (
        "Ferry Keeper",
        "Class Code: 4471",
        "",
        "Minimum Qualifications",
        "",
        *asked,
        "",
        "Duties",
        "",
        "Keeps boats.",
    )


def codes_in(reading: Reading) -> list[str]:
    return [note.code for note in reading.notes]


def completeness_of(reading: Reading) -> Completeness:
    assert reading.record is not None
    return reading.record.completeness


def test_a_way_that_asks_all_of_another_and_more_leaves_the_record_partial() -> None:
    reading = read(
        *outline(
            "1. Two years of experience as a Deckhand; or",
            "2. Two years of experience as a Deckhand and a valid driver's license.",
        )
    )
    assert reading.record is not None
    assert reading.record.qualifications is not None
    assert len(reading.record.qualifications.routes) == 2
    (note,) = [note for note in reading.notes if note.code == ROUTE_NEVER_NEEDED]
    assert note.line == 7
    assert "driver's license" in note.text
    assert completeness_of(reading) is Completeness.PARTIAL


@pytest.mark.parametrize("second", ["2. Four years of experience as a Purser.", "2. A bachelor's degree."])
def test_ways_that_ask_different_things_leave_no_doubt(second: str) -> None:
    reading = read(*outline("1. Two years of experience as a Deckhand; or", second))
    assert ROUTE_NEVER_NEEDED not in codes_in(reading)
    assert completeness_of(reading) is Completeness.WHOLE


def test_what_the_page_says_of_a_specialty_is_asked_of_it_alone() -> None:
    page = (*TOP, "(Ponds)", "(General)", "GENERAL DEFINITION", "Keeps parks.", MINIMUM, "All Specialties")
    asked = ("EDUCATION:", SCHOOL, "Ponds Specialty", "AND", "EXPERIENCE:", "Two years of experience in dredging.")
    reading = read(*page, *asked, *END, jurisdiction="us-pa-philadelphia")
    assert reading.record is not None
    assert reading.record.qualifications is not None
    assert [len(route.requires) for route in reading.record.qualifications.routes] == [2, 1]
    assert ROUTE_NEVER_NEEDED not in codes_in(reading)
    assert completeness_of(reading) is Completeness.WHOLE


def test_why_words_could_not_be_looked_at_is_told_as_it_is() -> None:
    letters = "abcdefghijk"
    kinds = [f"{first}{second}" for first in letters for second in letters][:101]
    asked = [f"Two years of experience in {kind * 3} work and" for kind in kinds]
    reading = read(*outline(*asked, "two years of experience in purser work."))
    told = [note.text for note in reading.notes if note.code == NOT_ACCOUNTED_FOR]
    assert told == ["102 things are asked, too many to look at again"]
