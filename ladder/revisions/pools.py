"""What a change would do to the people of a roster: how many are ready by when before and after, and who gains.

Only classes whose rules change are looked at, so that it costs little beside an evaluation of all.
A fact that counts toward a requirement which is taken out counts for nothing, and is told.
"""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median_low
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.clocks import HORIZON
from ladder.qualifications import DegreeLevel
from ladder.revisions.changing import is_abolished
from ladder.revisions.differences import Compared
from ladder.revisions.proposals import Change, MergeClass
from ladder.roster.answer_columns import Column
from ladder.roster.cells import case_of
from ladder.roster.crowd import BANDS, Crowd, closed_before
from ladder.roster.evaluation import evaluate, held_service
from ladder.roster.people import Roster
from ladder.roster.planner_tables import crowd_of

_SCHOOL = frozenset({DegreeLevel.HIGH_SCHOOL})


Count = int | str
"""How many people; in words where it is published and tells of few."""


class Ready(NamedTuple):
    """People ready for a class: how many within each of the horizons, and the median of the months to come.

    The months are those of everybody who will be ready in the end; None where nobody will.
    """

    within: tuple[Count, ...]
    median: int | None


class PoolChange(NamedTuple):
    """The people before one class, before and after a change.

    ``gained`` are ready within 24 months by it, ``lost`` no longer are; each is told apart by a college degree
    held now, and none.
    """

    class_id: str
    before: Ready
    after: Ready
    gained: Count
    lost: Count
    gained_with_degree: Count
    gained_without: Count
    lost_with_degree: Count
    lost_without: Count


class Pool(NamedTuple):
    """The pools that a change touches, that which moves most first, and who told of service toward what it takes out.

    ``dropped`` are requirements that are there no more, each with how many people.
    """

    classes: tuple[PoolChange, ...]
    dropped: tuple[tuple[str, Count], ...]


def find_pool(roster: Roster, pair: Compared, changes: Iterable[Change]) -> Pool:
    """Return what the changes from one catalog to the other do to the people of a roster.

    Classes count where somebody of the roster works in their jurisdiction.
    """
    moved = _moved(roster, changes)
    before, after = _Side(roster, pair.before), _Side(moved, pair.after)
    classes = [one for one in before.classes_here(after) if before.rules(one) != after.rules(one)]
    before_columns, after_columns = before.columns(classes), after.columns(classes)
    compared = (
        _pool_change(one, (before, before_columns.get(one)), (after, after_columns.get(one))) for one in classes
    )
    found = sorted((one for one in compared if one), key=lambda one: (-one[0], one[1].class_id))
    return Pool(tuple(one for _, one in found), tuple(_dropped(moved, pair.after)))


class _Side:
    """The people of a roster before a catalog."""

    def __init__(self, roster: Roster, catalog: Catalog) -> None:
        self.roster, self.catalog = roster, catalog
        self.case = case_of(roster, catalog)
        self.crowd: Crowd = crowd_of(roster)

    def classes_here(self, other: "_Side") -> list[str]:
        """Return the classes of both sides in the jurisdictions where somebody works."""
        places = {one.partition("/")[0] for side in (self, other) for one in side.crowd.holders}
        every = {**self.catalog.classes, **other.catalog.classes}
        return [one for one in every if one.partition("/")[0] in places]

    def rules(self, class_id: str) -> object:
        candidacy = self.case.candidacy(class_id) if class_id in self.catalog.classes else None
        return candidacy and candidacy.rules

    def columns(self, classes: Sequence[str]) -> dict[str, Column]:
        """Return a column for each class that has rules and is not abolished."""
        asked = [one for one in classes if self.rules(one) and not is_abolished(self.catalog.classes[one])]
        held = held_service(self.roster) if asked else None
        return {one.class_id: one for one in evaluate(self.roster, self.case, asked, held=held)}

    def months(self, column: Column | None) -> dict[int, int]:
        """Return the months of everybody who counts before a class, by place in the roster."""
        if column is None:
            return {}
        closed = {
            one for name in closed_before(column.class_id, self.catalog) for one in self.crowd.holders.get(name, ())
        }
        there = self.crowd.people_in(column.class_id.partition("/")[0]) - closed
        return {person: int(column.months[person]) for person in there}


def _pool_change(
    class_id: str, before: tuple[_Side, Column | None], after: tuple[_Side, Column | None]
) -> tuple[int, PoolChange] | None:
    """Return how many people a change moves before one class, and what changes; None where nothing does."""
    one, other = before[0].months(before[1]), after[0].months(after[1])
    ready, ready_after = (_on_bench(side, found) for side, found in ((before[0], one), (after[0], other)))
    gained, lost = ready_after - ready, ready - ready_after
    educated = [_with_degree(before[0].roster, people) for people in (gained, lost)]
    found = PoolChange(
        class_id,
        _ready(before[0], one),
        _ready(after[0], other),
        len(gained),
        len(lost),
        educated[0],
        len(gained) - educated[0],
        educated[1],
        len(lost) - educated[1],
    )
    return None if found.before == found.after and not gained and not lost else (len(gained) + len(lost), found)


def _on_bench(side: _Side, months: dict[int, int]) -> set[int]:
    return {person for person, until in months.items() if side.crowd.is_on_bench(person, until)}


def _ready(side: _Side, months: dict[int, int]) -> Ready:
    there = [until for person, until in months.items() if side.crowd.is_on_bench(person, until)]
    dated = [until for until in months.values() if until <= HORIZON]
    within = tuple(sum(until <= band for until in there) for band in BANDS)
    return Ready(within, int(median_low(dated)) if dated else None)


def _with_degree(roster: Roster, people: Iterable[int]) -> int:
    """Return how many of these people declare a college degree."""
    declared = (roster.declared[roster.declared_of[person]].history.degrees for person in people)
    return sum(any(one.level not in _SCHOOL for one in degrees) for degrees in declared)


def _moved(roster: Roster, changes: Iterable[Change]) -> Roster:
    """Return the roster in which the jobs of a class that is merged are jobs of the other."""
    for one in changes:
        if isinstance(one, MergeClass):
            names = {one.class_text: one.into}
            kinds = tuple(
                kind._replace(
                    class_id=names.get(kind.class_id or "", kind.class_id),
                    target_class=names.get(kind.target_class or "", kind.target_class),
                )
                for kind in roster.kinds
            )
            roster = roster._replace(kinds=kinds)
    return roster


def _dropped(roster: Roster, catalog: Catalog) -> Iterator[tuple[str, int]]:
    """Yield the requirements that are there no more and that people have declared service toward, with how many."""
    gone = [sorted(kind.declared - catalog.experience_references.keys()) for kind in roster.kinds]
    people: dict[str, set[int]] = {}
    for rows in (roster.rows, roster.present):
        for person, kind in zip(rows.person, rows.kind, strict=True):
            for reference in gone[int(kind)]:
                people.setdefault(reference, set()).add(int(person))
    yield from sorted((reference, len(some)) for reference, some in people.items())
