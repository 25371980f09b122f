"""How much of a document is read: what is past the bounds is unread and noted, and work grows no faster than text."""

from _lsprof import Profiler
from collections.abc import Callable
from functools import partial

import pytest

from benchmarks.hostile import HEADS, TEXTS, Shape
from ladder.reading import extent
from ladder.reading.collation import collate
from ladder.reading.documents import read_document
from ladder.reading.drafts import Role
from ladder.reading.extent import cut_to_extent
from ladder.reading.passages import LONGEST_QUOTE, Document, Span
from ladder.reading.qualifying.naming import Names
from ladder.reading.qualifying.statements import read_by_grammar
from ladder.reading.readings import MOST_JOINT, Reading
from ladder.reading.text.plain import read_plain
from ladder.specification import Completeness

LAKES = "xx-lakes"


def reading_of(text: str, *, jurisdiction: str = LAKES) -> Reading:
    (reading,) = read_document(Document("a.txt", text), jurisdiction=jurisdiction)
    return reading


def codes_of(reading: Reading) -> list[str]:
    return [note.code for note in reading.notes]


# ------------------------------------------------------------------ documents


def test_a_document_within_the_bounds_is_left_as_it_is() -> None:
    document = Document("a.txt", "one\ntwo\n" + "\n" * 9_000)
    assert cut_to_extent(document) is document


def test_lines_past_the_most_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "MOST_LINES", 3)
    cut = cut_to_extent(Document("a.txt", "1\n2\n3\n4\n", pages=(1, 1, 2, 2, 2), headings=((2, 1), (4, 1))))
    assert (cut.text, cut.pages, cut.headings) == ("1\n2\n3\n", (1, 1, 2), ((2, 1),))
    assert [(note.code, note.line) for note in cut.notes] == [("READING_STOPPED", 4)]


@pytest.mark.parametrize(("most", "read"), [(8, "one\ntwo\n"), (7, "one\n"), (11, "one\ntwo\n"), (2, "on")])
def test_a_line_is_read_whole_or_not_at_all_unless_it_is_the_first(
    monkeypatch: pytest.MonkeyPatch, most: int, read: str
) -> None:
    monkeypatch.setattr(extent, "MOST_CHARACTERS", most)
    assert cut_to_extent(Document("a.txt", "one\ntwo\nthree")).text == read


def test_what_stands_past_the_bound_is_unread_and_the_record_is_partial(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEADS[LAKES] + "Two years of experience as a Clerk.\nDUTIES\nWork.\nLICENSES\nA license.\n"
    whole = reading_of(text)
    monkeypatch.setattr(extent, "MOST_LINES", 4)
    cut = reading_of(text)
    assert whole.record is not None
    assert cut.record is not None
    assert (whole.record.completeness, cut.record.completeness) == (Completeness.WHOLE, Completeness.PARTIAL)
    assert cut.unread[-1][1] == 8
    assert cut.document.text == text
    assert ("READING_STOPPED" in codes_of(whole), codes_of(cut).count("READING_STOPPED")) == (False, 1)


# ------------------------------------------------------------------ statements


def statements(*texts: str) -> Reading:
    return reading_of(HEADS[LAKES] + "".join(f"{number}. {text}\n" for number, text in enumerate(texts, 1)))


def unread_notes(reading: Reading) -> list[str]:
    return [note.text for note in reading.notes if note.code == "UNREAD_REQUIREMENT"]


def test_a_statement_longer_than_any_is_unread_and_told_in_few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ladder.reading.qualifying.statements.LONGEST_STATEMENT", 2_000)
    long = "Two years of experience as a Clerk " + "in an office " * 200
    reading = statements("One year of experience as a Typist; and", long)
    (told,) = unread_notes(reading)
    assert told.startswith("not read: Two years of experience as a Clerk in an office")
    assert told.endswith(" characters)")
    assert len(told) < 1_100
    assert reading.record is not None
    assert reading.record.completeness is Completeness.PARTIAL
    assert reading.unread == ((5, 5),)


@pytest.mark.parametrize(("bound", "most"), [("MOST_STATEMENTS", 2), ("MOST_STATED", 75)])
def test_statements_past_the_most_are_unread(monkeypatch: pytest.MonkeyPatch, bound: str, most: int) -> None:
    monkeypatch.setattr(f"ladder.reading.qualifying.statements.{bound}", most)
    asked = [f"Two years of experience as a Clerk {n}; and" for n in (1, 2)]
    reading = statements(*asked, "One year of work as a Cook.")
    assert unread_notes(reading) == ["not read: One year of work as a Cook."]
    assert reading.unread == ((6, 6),)


def test_a_long_passage_is_cited_by_its_lines_and_not_quoted() -> None:
    document = Document("a.txt", "x" * (LONGEST_QUOTE + 1) + "\n" + "y" * LONGEST_QUOTE)
    first, second = (document.cite("S", span) for span in spans_of(document))
    assert (first.quote, first.lines) == (None, (1, 1))
    assert second.quote == "y" * LONGEST_QUOTE


def spans_of(document: Document) -> list[Span]:
    start = document.line_starts[1]
    return [Span(0, start - 1), Span(start, len(document.text))]


def test_what_is_asked_besides_a_step_is_told_up_to_a_bound() -> None:
    asked = "".join(f"{n}. A valid license of the kind {n}; and\n" for n in range(1, MOST_JOINT + 4))
    reading = reading_of(HEADS[LAKES] + asked + f"{MOST_JOINT + 4}. Two years of experience as a Typist.\n")
    (step,) = reading.steps
    assert step.joint_conditions[-1] == "and 3 more"
    assert len(step.joint_conditions) <= MOST_JOINT + 2


def test_a_name_asked_for_again_and_again_is_given_the_next_number_that_is_free() -> None:
    names = Names()
    assert [names.give(one) for one in ("a", "a-2", "a", "a", "b", "a")] == ["a", "a-2", "a-3", "a-4", "b", "a-5"]


# ------------------------------------------------------------------ work


def calls_of(work: Callable[[], object]) -> int:
    """Return how many functions, Python's own among them, a piece of work calls; they are counted in C."""
    counter = Profiler(int)  # a timer that stands still: calls are counted, and no clock is read
    counter.enable()
    try:
        work()
    finally:
        counter.disable()
    return sum(entry.callcount for entry in counter.getstats())


def read_all(shape: Shape, size: int, jurisdiction: str) -> None:
    document = read_plain((HEADS[jurisdiction] + shape(size)).encode(), name="a.txt")
    collate(read_document(document, jurisdiction=jurisdiction))


MOST_CALLS = 8_000_000
"""Calls of the costliest document: some seconds of work."""

WORST = ("list marks", "clauses, a line each", "colons", "titles asked", "list marks going deeper")
SHAPES = [name for name in TEXTS if not name.startswith("NUL")]


@pytest.mark.untraced
@pytest.mark.parametrize("name", SHAPES)
def test_the_work_of_reading_grows_no_faster_than_the_text(name: str) -> None:
    """Four times the text is read with at most six times the calls, whatever the text: never with sixteen."""
    jurisdiction = list(HEADS)[SHAPES.index(name) % len(HEADS)]
    read_by_grammar("One year of work", Role.OPEN)
    read_all(TEXTS[name], 1_000, jurisdiction)
    small, large = (calls_of(partial(read_all, TEXTS[name], size, jurisdiction)) for size in (3_000, 12_000))
    assert large <= 6 * small + 2_000


@pytest.mark.untraced
@pytest.mark.parametrize(("name", "jurisdiction"), list(zip(WORST, HEADS, strict=True)))
def test_text_past_the_bounds_costs_no_more_than_to_be_listed(name: str, jurisdiction: str) -> None:
    most, more = (calls_of(partial(read_all, TEXTS[name], size, jurisdiction)) for size in (250_000, 500_000))
    assert most < MOST_CALLS
    assert more - most < 250_000 * 5
