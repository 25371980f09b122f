"""The tables of a roster: the bench, its feeders, what to do next, what cannot be answered, and moves observed.

Persons are told of only where they are asked for. Nothing here reads a file, and no table
but that one names anybody.
"""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ladder.eligibility.cases import Case
from ladder.roster.answer_columns import Column, Histories
from ladder.roster.answerable import ANSWERABLE_COLUMNS, Answerable, answerable, answerable_row
from ladder.roster.bench import BENCH_COLUMNS, FEEDER_COLUMNS, Bench, Cell, bench_row, feeder_rows
from ladder.roster.cells import before
from ladder.roster.crowd import Crowd, KeptMonths, Ready, closed_before
from ladder.roster.evaluation import evaluate, held_service
from ladder.roster.next_steps import NEXT_STEP_COLUMNS, NextSteps
from ladder.roster.observed import OBSERVED_COLUMNS, observed_rows
from ladder.roster.people import Roster
from ladder.roster.person_rows import PERSON_COLUMNS, PersonRows

if TYPE_CHECKING:
    from collections import Counter

PlainTable = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]
"""The names of columns, and rows of cells under them."""


def evaluate_roster(roster: Roster, case: Case, *, persons: bool = False) -> Mapping[str, PlainTable]:
    """Return the tables of a roster before the classes with rules where its people work, by their names.

    ``case`` is that of somebody who declares nothing (:func:`ladder.roster.cells.case_of`);
    the tables are ``bench``, ``feeders``, ``next_step``, ``answerable`` and ``observed``, and
    ``persons`` where they are asked for.
    """
    held = held_service(roster)
    crowd, catalog = crowd_of(roster), case.catalog
    kept: dict[str, KeptMonths] = {}
    columns: list[Column] = []
    counts: dict[str, Counter[Ready]] = {}
    asking: set[str] = set()
    for one in evaluate(roster, case, held=held):
        closed = closed_before(one.class_id, catalog)
        counts[one.class_id] = crowd.counts(one, closed)
        kept[one.class_id] = crowd.keep(one)
        asking |= {one.class_id} if any(crowd.gain(kept[one.class_id], one.if_months, closed)) else set()
        columns += [one] if persons else []
    told = {one.rules.class_id: answerable(one.rules, roster.as_of) for one in before(case, kept)}
    found = [Bench(class_id, counts[class_id], told[class_id]) for class_id in kept]
    steps = NextSteps(roster, case, crowd, kept, frozenset(asking), held)
    tables: dict[str, PlainTable] = {
        "bench": (BENCH_COLUMNS, tuple(bench_row(one, crowd, catalog) for one in found)),
        "feeders": (FEEDER_COLUMNS, tuple(row for one in found for row in feeder_rows(one, crowd, catalog))),
        "next_step": (NEXT_STEP_COLUMNS, tuple(steps.rows())),
        "answerable": (ANSWERABLE_COLUMNS, tuple(map(answerable_row, told.values()))),
        "observed": (OBSERVED_COLUMNS, tuple(observed_rows(roster, catalog))),
    }
    return tables | ({"persons": _persons(columns, crowd, case)} if persons else {})


def crowd_of(roster: Roster) -> Crowd:
    """Return the people of a roster as benches count them, in columns of numpy where it is there."""
    if find_spec("numpy") is None:
        return Crowd(roster)
    from ladder.roster.crowd_arrays import CrowdArrays  # noqa: PLC0415 - it imports numpy, which may not be there

    return CrowdArrays(roster)


def _persons(columns: Sequence[Column], crowd: Crowd, case: Case) -> PlainTable:
    rows = PersonRows(crowd, Histories(crowd.roster), case).rows(columns)
    return PERSON_COLUMNS, tuple(rows)


__all__ = ["Answerable", "PlainTable", "crowd_of", "evaluate_roster"]
