"""Rows of classes by what they pay: one band for each 20,000 dollars a year, lowest below."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ladder.catalog.pay_gains import widest_range
from ladder.rendering.layout.rows import Ends
from ladder.specification import ClassSpecification, PayUnit

BAND = 20_000
"""Dollars a year from the foot of one band to that of the next."""

MOST_ABREAST = 6
"""Boxes of one row."""


class PayRow(NamedTuple):
    """One row of boxes: the foot of its band in dollars a year, none where no pay is known, and its classes."""

    foot: int | None
    classes: tuple[str, ...]


def lowest_yearly(spec: ClassSpecification) -> Decimal | None:
    """Return the lowest pay of a class in dollars a year; None where no yearly figure is printed."""
    found = widest_range(spec.pay)
    return found.low if found and found.unit is PayUnit.YEARLY else None


def has_bands(specs: Sequence[ClassSpecification]) -> bool:
    """Return whether classes can stand in bands of pay: all of one jurisdiction, most of those described with pay."""
    described = [spec for spec in specs if spec.qualifications]
    paid = sum(lowest_yearly(spec) is not None for spec in described)
    return len({spec.jurisdiction for spec in specs}) == 1 and paid * 2 > len(described) > 0


def pay_rows(specs: Iterable[ClassSpecification], steps: Sequence[Ends]) -> tuple[PayRow, ...]:
    """Return the rows from the lowest up, classes without pay below all.

    A step within a band goes up a row unless it pays less.
    The classes of a row are in order of title; one with too many is parted.
    """
    bands: dict[int | None, list[ClassSpecification]] = defaultdict(list)
    for spec in specs:
        pay = lowest_yearly(spec)
        bands[None if pay is None else int(pay) // BAND * BAND].append(spec)
    rows: list[PayRow] = []
    for foot in sorted(bands, key=lambda foot: -1 if foot is None else foot):
        rows += [PayRow(foot, part) for level in _levels(bands[foot], steps) for part in parts_of(level)]
    return tuple(rows)


def _levels(specs: Sequence[ClassSpecification], steps: Sequence[Ends]) -> Iterable[list[str]]:
    """Yield the classes of one band, those lower by their steps first."""
    titles = {spec.class_id: spec.title for spec in specs}
    paid = {spec.class_id: lowest_yearly(spec) or 0 for spec in specs}
    heights = _heights_of(sorted(titles), [ends for ends in steps if _goes_up(ends, paid)])
    for height in range(max(heights.values()) + 1):
        yield sorted((one for one in titles if heights[one] == height), key=lambda one: (titles[one], one))


def _goes_up(ends: Ends, paid: Mapping[str, Decimal | int]) -> bool:
    lower, upper = ends
    return lower in paid and upper in paid and paid[lower] <= paid[upper]


def _heights_of(classes: Sequence[str], steps: Sequence[Ends]) -> Mapping[str, int]:
    """Return how many of these steps lie below each class; one that closes a circle is passed over."""
    below: dict[str, list[str]] = defaultdict(list)
    for lower, upper in steps:
        if lower in classes and upper in classes:
            below[upper].append(lower)
    heights: dict[str, int] = {}

    def height(one: str, above: tuple[str, ...]) -> int:
        if one not in heights:
            feeders = [other for other in below[one] if other not in (*above, one)]
            heights[one] = max((height(other, (*above, one)) + 1 for other in feeders), default=0)
        return heights[one]

    for one in classes:
        height(one, ())
    return heights


def parts_of(classes: Sequence[str], most: int = MOST_ABREAST) -> list[tuple[str, ...]]:
    """Return the classes of a row in as few parts as hold at most so many each, about alike in length."""
    count = -(-len(classes) // most)
    return [tuple(classes[len(classes) * part // count : len(classes) * (part + 1) // count]) for part in range(count)]
