"""Thirty documents that the reader called whole, read by hand before anybody looked at the record.

Three of their records were wrong when the rows were compared, each of a kind that was mended; their records are
partial now, and so is a fourth, whose words on courses its record does not hold. The others stay whole, and what
they ask is what was read.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from ladder.qualifications import Experience
from ladder.reading.readings import Reading
from tests.measure import ROOT
from tests.reading.corpora import needs_corpora, readings_of
from tests.reading.philadelphia_gold import gold_amounts, read_amounts, rows_of
from tests.reading.safety.hand_read_rows import plain

pytestmark = needs_corpora
CITIES = ("los-angeles", "philadelphia")

TOLD_NOW = {
    "TRANSPORTATION ENGINEERING AIDE 7285 100915.txt": "UNREAD_REQUIREMENT",
    "SENIOR BUILDING MECHANICAL INSPECTOR 4253 2017 REV (1).txt": "MAXIMUM_SHARED",
    "3f22.htm": "SUBSTITUTION_NOT_HELD",
    "3e19.htm": "WORDS_NOT_ACCOUNTED_FOR",
}
"""Two of three that a list names; a maximum that four classes share; a degree in fields named
elsewhere; a degree whose last field must have included certain courses."""
THREE_AMOUNTS = "3b33.htm"
"""General experience, a part of it and special experience besides, which the figures of a pair do not hold."""


def _pairs(city: str) -> Iterator[tuple[dict[str, Any], Reading]]:
    by_name = {one.document.name: one for one in readings_of(city)}
    yield from ((row, by_name[row["file"]]) for row in rows_of(ROOT / f"tests/reading/hand_read/{city}-wholes.jsonl"))


@pytest.mark.parametrize("city", CITIES)
def test_a_record_is_whole_or_tells_why_not(city: str) -> None:
    pairs = list(_pairs(city))
    assert len(pairs) == 15
    for row, reading in pairs:
        record = reading.record
        assert record is not None
        told = TOLD_NOW.get(row["file"])
        assert record.completeness == ("partial" if told else "whole"), row["file"]
        assert told is None or told in {note.code for note in reading.notes}


@pytest.mark.parametrize("city", CITIES)
def test_title_and_code_are_those_read(city: str) -> None:
    for row, reading in _pairs(city):
        assert reading.record is not None
        assert (plain(reading.record.title), reading.record.code) == (plain(row["title"]), row["class_code"])


def test_months_steps_and_early_filing_of_los_angeles_are_those_read() -> None:
    for row, reading in _pairs("los-angeles"):
        record = reading.record
        assert record is not None
        assert record.qualifications is not None
        asked = {rule.months for rule in record.qualifications.requirements if isinstance(rule, Experience)}
        printed = {atom["months"] for route in row["routes"] for atom in route["all_of"] if atom["months"]}
        steps = {(plain(one.from_title), one.months) for one in reading.steps}
        assert asked == printed, row["file"]
        assert steps == {(plain(one["from_title"]), one["months"]) for one in row["promotion_edges"]}, row["file"]
        early = record.early_filing
        assert (early.lacking_months if early else None) == row["early_filing_months"], row["file"]


def test_months_of_philadelphia_are_those_read() -> None:
    for row, reading in _pairs("philadelphia"):
        assert reading.record is not None
        if row["file"] == THREE_AMOUNTS:
            rules = [one for one in reading.record.experience() if one.within or one.additional_to]
            assert [(one.months, bool(one.within)) for one in rules] == [(24, True), (24, False)]
        else:
            assert gold_amounts(row) == read_amounts(reading.record.qualifications), row["file"]
