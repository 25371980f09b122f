"""Values are frozen, made by place or by name, and equal only to a value of their kind with the same fields."""

import copy
from typing import Any, Generic, TypeVar

import pytest

from ladder.values import Value

Held = TypeVar("Held")


class Point(Value):
    """A value with a default."""

    across: int
    up: int
    name: str = ""

    @property
    def sum(self) -> int:
        return self.across + self.up


class Other(Value):
    across: int
    up: int
    name: str = ""


class Box(Value, Generic[Held]):
    held: Held


class Nothing(Value):
    pass


def test_a_value_is_made_by_place_or_by_name() -> None:
    assert Point(1, 2) == Point(1, up=2) == Point(up=2, across=1) == Point(1, 2, "") == Point(1, 2, name="")
    point = Point(1, 2, "a")
    assert (point.across, point.up, point.name, point.sum) == (1, 2, "a", 3)
    assert Nothing() == Nothing()
    assert Box(3).held == 3


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((), {}),
        ((1,), {}),
        ((1,), {"name": "a"}),
        ((1, 2, "a", 4), {}),
        ((1, 2), {"across": 1}),
        ((1,), {"across": 1, "up": 2}),
        ((1,), {"down": 2}),
        ((1, 2), {"down": 2}),
    ],
)
def test_what_does_not_fit_the_fields_makes_no_value(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="Point takes across, up, name"):
        Point(*given, **named)


def test_a_value_stays_as_it_is() -> None:
    point: Any = Point(1, 2)
    with pytest.raises(AttributeError, match="Point is frozen: its field up stays as it is"):
        point.up = 3
    with pytest.raises(AttributeError, match="Point is frozen"):
        point.down = 3
    with pytest.raises(AttributeError, match="Point is frozen"):
        del point.up
    changed = point._replace(up=3)
    assert (point, changed) == (Point(1, 2), Point(1, 3))
    with pytest.raises(TypeError, match="Point takes"):
        point._replace(down=3)


def test_only_values_of_a_kind_are_equal() -> None:
    assert Point(1, 2) != Point(2, 1)
    assert Point(1, 2) != Other(1, 2)
    assert Point(1, 2) != (1, 2, "")
    assert {Point(1, 2), Point(up=2, across=1), Point(1, 3)} == {Point(1, 2), Point(1, 3)}
    with pytest.raises(TypeError, match="unhashable"):
        hash(Box([]))


def test_a_value_tells_how_it_is_made_and_can_be_copied() -> None:
    assert repr(Point(1, 2)) == "Point(across=1, up=2, name='')"
    assert repr(Nothing()) == "Nothing()"
    box = Box((Point(1, 2),))
    assert box == copy.copy(box) == copy.deepcopy(box)
