"""What is left to settle of a reading: unread parts in their place, words that the record has not, doubts."""

from dataclasses import replace

from ladder.reading.open_places import Matter, OpenPlace, find_open_places
from ladder.sources import Note, Severity
from tests.reading.readings import nothing_read, reading_of
from tests.rendering.reading_sheets import unsettled


def noted(code: str, text: str, line: int = 3) -> tuple[OpenPlace, ...]:
    return find_open_places(reading_of("1", notes=(Note(code, Severity.WARNING, line, text),)))


def test_a_whole_reading_leaves_nothing_to_settle() -> None:
    assert find_open_places(reading_of("1")) == ()
    assert find_open_places(nothing_read()) == ()
    assert noted("NEAR_TITLE", "for information") == ()


def test_an_unread_part_is_told_once_with_its_ways_in() -> None:
    base = unsettled()
    told = Note("UNREAD_REQUIREMENT", Severity.WARNING, 10, "not read: Must swim.")
    notes = (*(one for one in base.notes if one.code != told.code), told)
    found = find_open_places(replace(base, notes=notes))
    assert [(one.matter, one.lines) for one in found] == [
        (Matter.FOOTNOTE, (8, 8)),
        (Matter.UNREAD_PART, (10, 10)),
        (Matter.LEFT_OUT, (12, 12)),
    ]
    assert found[1].requirements == ("unread",)
    assert found[1].routes == ("general", "route-2")
    assert found[2].words == "It files things."


def test_words_that_the_record_has_not_are_told_without_what_the_note_says_of_them() -> None:
    assert noted("UNREAD_REQUIREMENT", "not read: Boats: all") == (OpenPlace(Matter.LEFT_OUT, "Boats: all", (3, 3)),)
    assert noted("SUBSTITUTION_NOT_HELD", "a record cannot hold this: Rowing")[0].matter is Matter.NOT_HELD
    assert noted("READING_STOPPED", "too long: the rest is not read", 0) == (
        OpenPlace(Matter.LEFT_OUT, "too long: the rest is not read", None),
    )


def test_a_doubt_names_the_requirements_on_its_line_and_their_ways_in() -> None:
    (place,) = noted("ROUTE_NEVER_NEEDED", "one way in asks what another does")
    assert (place.matter, place.requirements, place.routes) == (Matter.JOIN, ("general",), ("general",))
    (elsewhere,) = noted("FOOTNOTE_UNREAD", "a footnote", 9)
    assert (elsewhere.matter, elsewhere.requirements, elsewhere.routes) == (Matter.FOOTNOTE, (), ())


def test_a_class_that_asks_nothing_has_no_places_in_its_record() -> None:
    base = reading_of("1", completeness="named-only", qualifications=None)
    (place,) = find_open_places(replace(base, notes=(Note("FOOTNOTE_UNREAD", Severity.WARNING, 3, "a footnote"),)))
    assert (place.requirements, place.routes) == ((), ())
