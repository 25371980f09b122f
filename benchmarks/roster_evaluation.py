"""Report what a roster costs before the classes of real cities: ``python -m benchmarks.roster_evaluation``.

Times are processor time, of one run. The evaluation stands beside the writing of its answer
arrays alone, and beside the engine asked about some of the same cells without traces.
"""

import argparse
import resource
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from benchmarks.cpu_time import cpu_seconds
from benchmarks.made_rosters import make_roster
from benchmarks.run import row
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import read_catalog
from ladder.roster.answer_columns import Histories
from ladder.roster.batch import Batch
from ladder.roster.cells import Before, before, case_of, classes_before
from ladder.roster.class_tables import ClassTable
from ladder.roster.joined_rows import join_all
from ladder.roster.people import Column, PresentJobs, Roster, ServiceRows
from ladder.roster.planner_tables import evaluate_roster

CITIES = (Path("data/cities/los-angeles.json"), Path("data/cities/philadelphia.json"))
CELLS, RUNS = 2_000, 9


def main() -> None:
    """Print what was measured beside the goals."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.roster_evaluation", description=__doc__)
    words.add_argument("--people", type=int, default=100_000, help="people in the roster")
    words.add_argument("--tables", action="store_true", help="make all tables, too")
    words.add_argument("--seed", type=int, default=1, help="of the roster")
    asked = words.parse_args()
    catalog = both_cities()
    roster = in_arrays(make_roster(catalog, asked.people, seed=asked.seed))
    row("measure", "figure", "goal")
    for line in _lines(roster, catalog, tables=asked.tables):
        row(*line)


def both_cities() -> Catalog:
    """Return the classes of two cities in one catalog."""
    records = [read_catalog(file) for file in CITIES]
    places = tuple(one for record in records for one in record.jurisdictions)
    return Catalog(replace(records[0], jurisdictions=places, classes=tuple(s for r in records for s in r.classes)))


def in_arrays(roster: Roster) -> Roster:
    """Return the roster in columns of numpy, as reading a Parquet file gives them."""
    rows = ServiceRows(*(_array(column) for column in roster.rows))
    present = PresentJobs(*(_array(column) for column in roster.present))
    return roster._replace(declared_of=_array(roster.declared_of), rows=rows, present=present)


def _array(column: Column) -> Column:
    return cast("Column", np.asarray(column))


def _lines(roster: Roster, catalog: Catalog, *, tables: bool) -> Iterator[tuple[str, str, str]]:
    people, case = len(roster.declared_of), case_of(roster, catalog)
    classes = list(before(case, classes_before(roster, case)))
    yield f"{people:,} people, {len(roster.rows.person):,} rows, classes", f"{len(classes):,}", ""
    yield "distinct combinations declared", f"{len(roster.declared):,}", ""
    began = process_time()
    batch = Batch(roster)
    made = [batch.maker.table(one) for one in classes]
    yield "compile", f"{process_time() - began:.2f} s", "1 s"
    yield "rows joined (part of the evaluation)", f"{cpu_seconds(lambda: join_all(roster)):.2f} s", ""
    spent = yield from _evaluation(batch, made, people)
    engine = _engine(roster, classes)
    yield "a cell by the engine without trace", f"{engine * 1e6:.0f} us", ""
    yield "times less than the engine alone", f"{engine * people * len(classes) / spent:,.0f}", "at least 5,000"
    if tables:
        yield "all tables", f"{cpu_seconds(lambda: evaluate_roster(roster, case)):.1f} s", ""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield "most memory of this program, all arrays held", f"{most:,.0f} MB", ""


def _evaluation(batch: Batch, made: Sequence[ClassTable], people: int) -> Generator[tuple[str, str, str], None, float]:
    """Yield what the evaluation takes beside the writing of its arrays; return its seconds."""
    arrays = [np.empty((len(made), people), kind) for kind in (np.int16, np.int16, np.uint16)]
    _write(arrays)
    writing = median(cpu_seconds(lambda: _write(arrays)) for _ in range(RUNS))
    yield "writing the answer arrays alone, median", f"{writing:.3f} s", ""
    began, asked = process_time(), 0
    for place, one in enumerate(made):
        asked += batch.column(one, [array[place] for array in arrays]).by_engine
    spent = process_time() - began
    yield "evaluation", f"{spent:.2f} s", ""
    yield "times the writing", f"{spent / writing:.1f}", "at most 25"
    yield "cells asked of the engine", f"{asked:,} of {people * len(made):,}", ""
    return spent


def _write(arrays: Sequence[npt.NDArray[Any]]) -> None:
    for array in arrays:
        array.fill(2)


def _engine(roster: Roster, classes: list[Before]) -> float:
    """Return the seconds that the engine takes for a cell, histories put together before."""
    rng, histories = Random(1), Histories(roster)
    cells = [(rng.randrange(len(roster.declared_of)), rng.choice(classes)) for _ in range(CELLS)]
    for person, _ in cells:
        histories.of(person)
    began = process_time()
    for person, one in cells:
        histories.judge(one, person)
    return (process_time() - began) / CELLS


if __name__ == "__main__":
    main()
