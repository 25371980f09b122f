"""Readings put together, without the words of their documents, and what is said of their age."""

from dataclasses import replace

from ladder.facts_only.collations import facts_of_collation, facts_of_readings, notes_on_age
from ladder.reading.collation import Collation, collate
from ladder.reading.documents import read_document
from ladder.reading.passages import Document
from ladder.reading.readings import Reading
from ladder.specification import NO_DATES
from tests.reading.readings import nothing_read
from tests.reading.written import ConnecticutClass, print_connecticut


def read(title: str, number: int) -> Reading:
    text = print_connecticut(ConnecticutClass(title=title, number=number, superior=None, special=None))
    (reading,) = read_document(Document(f"{number}.txt", text), jurisdiction="us-ct")
    return reading


def undated(reading: Reading) -> Reading:
    record = reading.record
    assert record is not None
    return replace(reading, record=replace(record, dates=NO_DATES, source=replace(record.source, revision=None)))


def text_of(collation: Collation) -> str:
    return notes_on_age(collation)["us-ct"].text


def test_the_age_of_rules_is_told_by_the_documents_that_bear_a_date() -> None:
    first, second = read("Bridge Inspector", 1234), read("Harbor Planner", 2345)
    dated = collate([first, undated(second)])
    assert "dated from" not in text_of(dated)
    assert text_of(dated).startswith("These rules are those of documents dated ")
    assert notes_on_age(collate([undated(first), undated(second)])) == {}
    record = second.record
    assert record is not None
    later = replace(second, record=replace(record, dates=replace(record.dates, effective="2031-05-02", revised=None)))
    assert "to May 2031. The agency may have changed them" in text_of(collate([first, later]))


def test_what_is_no_class_keeps_its_notes_without_words() -> None:
    (kept,) = facts_of_readings([nothing_read()])
    assert (kept.record, tuple(kept.steps)) == (None, ())
    assert facts_of_collation(Collation((kept,), (), ())).readings == (kept,)
