"""What changed, and what a change would do, as tables and as JSON: rows told in words, the sentence first."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ladder.answer_json import Json, source_json
from ladder.answer_tables import Cell, Table
from ladder.catalog.catalog import Catalog
from ladder.requirement_references import reference_to
from ladder.revisions.differences import Difference, PartKind
from ladder.revisions.pools import PoolChange, find_pool
from ladder.revisions.proposals import Change
from ladder.revisions.published_pools import publish_pool
from ladder.revisions.what_if import TOGETHER, scenarios
from ladder.roster.crowd import BANDS
from ladder.roster.people import Roster
from ladder.service_time import Month
from ladder.telling.told_revisions import ToldDifferences
from ladder.telling.told_what_if import ToldWhatIf

DIFF_COLUMNS = ("class", "change", "requirement", "before", "after", "ladders", "source")
CLASS_CHANGE_COLUMNS = ("class", "route", "before", "after", "why", "source", "change")
LADDER_CHANGE_COLUMNS = ("from", "to", "before", "after", "degree", "before_if", "after_if", "told", "change")
_BANDS = tuple("now" if band == 0 else str(band) for band in BANDS)
POOL_COLUMNS = (
    "class",
    *(f"{side}_{band}" for side in ("before", "after") for band in _BANDS),
    *("median_before", "median_after", "gained", "lost"),
    *("gained_degree", "gained_no_degree", "lost_degree", "lost_no_degree", "change"),
)
DROPPED_COLUMNS = ("requirement", "people", "change")
_OF_RULES = frozenset({PartKind.REQUIREMENT, PartKind.SUBSTITUTION})


def diff_table(told: ToldDifferences) -> Table:
    """Return one row a difference: class, change in words, requirement, before, after, ladders touched, source."""
    return Table(DIFF_COLUMNS, tuple((*_row(told, one), str(one.source)) for one in told.found))


def diff_json(told: ToldDifferences, *, headline: str) -> Json:
    """Return the same rows as JSON, the sentence first."""
    rows = [dict(zip(DIFF_COLUMNS, (*_row(told, one), source_json(one.source)), strict=True)) for one in told.found]
    return {"told": headline, "changes": rows}


def _row(told: ToldDifferences, one: Difference) -> tuple[Cell, ...]:
    reference = reference_to(one.class_id, one.name) if one.kind in _OF_RULES else None
    return one.class_id, told.change(one), reference, told.before(one) or None, told.after(one) or None, one.ladders


class Scenario(NamedTuple):
    """One change alone, or all together, and what is told of it."""

    name: str
    told: ToldWhatIf


def tell_scenarios(
    changes: tuple[Change, ...],
    catalog: Catalog,
    as_of: Month,
    roster: Roster | None = None,
    *,
    publishes: bool = False,
) -> tuple[Scenario, ...]:
    """Return what each change would do alone, then all together; of people as well where there is a roster.

    What is published tells of no 1 to 4 people.

    Raises:
        BadCallError: a change cannot be made.

    """
    found = scenarios(changes, catalog, as_of)
    if roster is None:
        return tuple(Scenario(name, ToldWhatIf(one)) for name, one in found.items())
    pools = {name: find_pool(roster, one.pair, one.changes) for name, one in found.items()}
    told = {name: publish_pool(pool) if publishes else pool for name, pool in pools.items()}
    return tuple(Scenario(name, ToldWhatIf(one, told[name])) for name, one in found.items())


def what_if_tables(found: tuple[Scenario, ...]) -> Mapping[str, Table]:
    """Return the tables ``classes`` and ``ladders``, and ``pool`` and ``dropped`` where there is a roster.

    The column ``change`` says which change a row is of, by its number, or ``together``.
    """
    tables = {
        "classes": Table(CLASS_CHANGE_COLUMNS, tuple(row for one in found for row in _class_rows(one))),
        "ladders": Table(LADDER_CHANGE_COLUMNS, tuple(row for one in found for row in _ladder_rows(one))),
    }
    if any(one.told.pool for one in found):
        tables["pool"] = Table(POOL_COLUMNS, tuple(row for one in found for row in _pool_rows(one)))
        tables["dropped"] = Table(DROPPED_COLUMNS, tuple(row for one in found for row in _dropped_rows(one)))
    return tables


def what_if_json(found: tuple[Scenario, ...]) -> Json:
    """Return the same as one object, a key a table; what matters most first, of all changes and of each."""
    last = found[-1].told if found else None
    told: Json = {
        "question": last.question if last else "",
        "told": last.headline() if last else "",
        "alone": [
            {"change": one.name, "question": one.told.question, "told": one.told.headline()}
            for one in found
            if one.name != TOGETHER
        ],
    }
    rows = {
        name: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
        for name, table in what_if_tables(found).items()
    }
    return told | rows


def _class_rows(one: Scenario) -> Iterator[tuple[Cell, ...]]:
    for way in one.told.routes:
        before, after = one.told.asked(way, 0) or None, one.told.asked(way, 1) or None
        yield way.class_id, way.route, before, after, one.told.why(way) or None, str(way.source), one.name


def _ladder_rows(one: Scenario) -> Iterator[tuple[Cell, ...]]:
    for ladder in one.told.found.ladders:
        plans = (ladder.before, ladder.after)
        before, after = (plan.months if plan else None for plan in plans)
        before_if, after_if = (plan.if_months if plan else None for plan in plans)
        degree = "bachelor" if ladder.with_degree else None
        ends, told = (ladder.start, ladder.target), one.told.ladder(ladder)
        yield *ends, before, after, degree, before_if, after_if, told, one.name


def _pool_rows(one: Scenario) -> Iterator[tuple[Cell, ...]]:
    for found in one.told.pool.classes if one.told.pool else ():
        yield *_pool_row(found), one.name


def _pool_row(one: PoolChange) -> tuple[Cell, ...]:
    within: tuple[Cell, ...] = (*one.before.within, *one.after.within)
    moved = (one.gained, one.lost)
    by_education = (one.gained_with_degree, one.gained_without, one.lost_with_degree, one.lost_without)
    return one.class_id, *within, one.before.median, one.after.median, *moved, *by_education


def _dropped_rows(one: Scenario) -> Iterator[tuple[Cell, ...]]:
    for reference, people in one.told.pool.dropped if one.told.pool else ():
        yield reference, people, one.name
