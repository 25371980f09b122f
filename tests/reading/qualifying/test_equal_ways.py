"""Ways in that ask the same are one way; nothing that tells two apart is passed over."""

import pytest

from ladder.qualifications import DegreeLevel, Education, Experience, Requirement, Route
from ladder.reading.qualifying.equal_ways import Ways, merge_equal_ways
from tests.reading.readings import source_of


def school(name: str, what: str, level: DegreeLevel = DegreeLevel.HIGH_SCHOOL) -> Education:
    return Education(id=name, what=what, degree=level, source=source_of(line=int(name[-1])))


def work(name: str, what: str = "work", months: int = 12, within: str | None = None) -> Experience:
    return Experience(id=name, months=months, what=what, within=within, source=source_of())


def merged(*routes: tuple[str, ...], asked: tuple[Requirement, ...]) -> Ways:
    return merge_equal_ways([Route(id=f"way-{'-'.join(one)}", requires=one) for one in routes], asked)


def test_two_words_for_one_schooling_are_one_way_with_both_words() -> None:
    ways = merged(("a1",), ("a2",), asked=(school("a1", "A diploma"), school("a2", "a GED")))
    assert [one.requires for one in ways.routes] == [("a1",)]
    assert [one.what for one in ways.requirements] == ["A diploma or a GED"]


def test_order_and_names_tell_no_ways_apart() -> None:
    asked = (school("a1", "A diploma"), work("b1"), school("a2", "A diploma"), work("b2"))
    ways = merged(("a1", "b1"), ("b2", "a2"), asked=asked)
    assert [one.requires for one in ways.routes] == [("a1", "b1")]
    assert [one.id for one in ways.requirements] == ["a1", "b1"]
    assert ways.requirements[0].what == "A diploma"


def test_a_part_belongs_to_its_whole_and_goes_with_it() -> None:
    asked = (work("b1"), work("c1", within="b1"), work("b2"), work("c2", within="b2"))
    ways = merged(("b1", "c1"), ("b2", "c2"), asked=asked)
    assert [one.id for one in ways.requirements] == ["b1", "c1"]


@pytest.mark.parametrize(
    "other",
    [
        school("a2", "A diploma", DegreeLevel.BACHELOR),
        work("b2", "other work"),
        work("b2", months=24),
    ],
    ids=["level", "kind of work", "months"],
)
def test_what_tells_ways_apart_keeps_them_apart(other: Requirement) -> None:
    asked = (school("a1", "A diploma"), work("b1"), other)
    routes = ("a1",) if isinstance(other, Education) else ("b1",)
    ways = merged(routes, (other.id,), asked=asked)
    assert [one.requires for one in ways.routes] == [routes, (other.id,)]
    assert ways.requirements == asked
