"""The steps that are tried for a part of a roster, and which of them the whole roster tells of.

Rulings are told of for the classes below that most people hold. A part does not know how many
hold them elsewhere, so it tries them all; the whole then takes those that count.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from ladder.catalog.catalog import Catalog
from ladder.roster.crowd import Crowd, KeptMonths
from ladder.roster.next_steps import MOST_RULINGS, NextSteps, Row, below, most_held
from ladder.roster.totals import Step, Totals

_RULING = "ruling "
"""What the name of a step that is a ruling begins with."""


class _Offered(Crowd):
    """People of whom it is not known which classes they hold: some classes are taken as held, whoever holds them."""

    def __init__(self, people: Crowd, held: Collection[str]) -> None:
        """Take the people, whose gains are counted, and the classes."""
        self._people = people
        self.holders = {class_id: [0] for class_id in held}

    def gain(self, before: KeptMonths, after: Sequence[int], closed: Collection[str]) -> tuple[int, int]:
        """Return the gain of the people."""
        return self._people.gain(before, after, closed)


def steps_of_part(steps: NextSteps) -> Iterator[Row]:
    """Yield the gains of all steps for the people of a part; rulings are tried for every class below."""
    catalog, columns = steps.case.catalog, steps.columns
    rounds = _rounds(columns, catalog)
    for number, held in enumerate(rounds or [[]]):
        crowd = _Offered(steps.crowd, held)
        if number == 0:
            yield from steps._replace(crowd=crowd).rows()
        else:
            above = {one: column for one, column in columns.items() if not below(one, catalog).isdisjoint(held)}
            more = steps._replace(crowd=crowd, columns=above, asking=frozenset())
            yield from (row for row in more.rows() if row[1].startswith(_RULING))


def _rounds(class_ids: Collection[str], catalog: Catalog) -> list[list[str]]:
    """Return all classes of the series in rounds: no more of a series in one than rulings are tried at once."""
    found: dict[int, list[str]] = {}
    for series in {tuple(sorted(catalog.series_of(catalog.classes[one]))) for one in class_ids}:
        for place, one in enumerate(series):
            found.setdefault(place // MOST_RULINGS, []).append(one)
    return [found[number] for number in sorted(found)]


def steps_told(totals: Totals, catalog: Catalog) -> list[Row]:
    """Return a row for each step that does anything: rulings for the classes below that most people hold."""
    places = {class_id: place for place, class_id in enumerate(catalog.classes)}
    people = {class_id: heads[0] for class_id, heads in totals.heads.items()}
    rows = [(*step, *gain) for step, gain in totals.steps.items() if _is_told(step, people, catalog)]
    return sorted(rows, key=lambda row: (places[row[0]], -row[2], -row[3], row[1]))


def _is_told(step: Step, people: Mapping[str, int], catalog: Catalog) -> bool:
    class_id, what = step
    return not what.startswith(_RULING) or what.removeprefix(_RULING) in most_held(class_id, people, catalog)
