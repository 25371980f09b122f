"""OpenFisca-core beside the roster: the same counters to months and status, ``python -m benchmarks.roster_openfisca``.

Both get the same people. Ladder evaluates the classes as it always does, from dated rows, with
months at best and routes besides. OpenFisca gets what it has no way to find: for each kind of
service the months held and the share of full time now, the months that study gives, when
other things are held. Its formulas are the same arithmetic in numpy; months and status are
compared cell by cell. Asked are classes whose rules it can tell, of people who study nothing more.

What it cannot say, so that it is not in the figure: months from dated rows (its periods hold
one value each, no rows); a first month (a value is of one period; without this closed form each
of 1,200 months is asked); unknown (what is not given is 0); what would be if more were true
(a second simulation); which route, and from which line of a document.

It runs in a temporary environment of its own, or by the Python that is named.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from time import process_time
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from benchmarks import openfisca_side
from benchmarks.made_rosters import make_roster
from benchmarks.roster_evaluation import both_cities, in_arrays
from benchmarks.run import row
from ladder.roster.batch import Batch
from ladder.roster.cells import before, case_of, classes_before, status_at
from ladder.roster.class_tables import SURE, AnyTable, ClassTable, Groups, ServiceNeed
from ladder.roster.declared_facts import Dates
from ladder.roster.people import Roster
from ladder.roster.people_before import service_of

OPENFISCA = "openfisca-core==46.0.1"
Whole = npt.NDArray[np.int32]


def main() -> None:
    """Print what both take for the same cells, and how many differ."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.roster_openfisca", description=__doc__)
    words.add_argument("--people", type=int, default=100_000, help="people in the roster")
    words.add_argument("--classes", type=int, default=100, help="classes they stand before")
    words.add_argument("--python", help="a Python that has OpenFisca-core; else one is made")
    asked = words.parse_args()
    catalog = both_cities()
    roster = _nobody_studies(in_arrays(make_roster(catalog, asked.people)))
    row("measure", "figure", "goal")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        case = case_of(roster, catalog)
        batch = Batch(roster)
        tables = (batch.maker.table(one) for one in before(case, classes_before(roster, case)))
        chosen = [one for one in tables if one.seen and _can_be_told(one)]
        chosen = chosen[:: max(1, len(chosen) // asked.classes)][: asked.classes]
        began = process_time()
        ours = [batch.column(one) for one in chosen]
        spent = process_time() - began
        Counters(batch, folder).write(chosen)
        python = asked.python or _environment(folder)
        subprocess.run([python, str(Path(openfisca_side.__file__)), str(folder)], check=True)
        answers = np.load(folder / "answers.npy")
        for line in _lines(folder, asked.people, spent, ours, answers):
            row(*line)


def _nobody_studies(roster: Roster) -> Roster:
    return roster._replace(declared=tuple(one._replace(study_hours_a_year=0 * one[1]) for one in roster.declared))


def _environment(folder: Path) -> str:
    """Return the Python of a new environment with OpenFisca and the numpy of this one."""
    venv.create(folder / "environment", with_pip=True)
    python = str(folder / "environment" / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    wanted = [OPENFISCA, f"numpy=={version('numpy')}"]
    subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted], check=True)
    return python


def _lines(
    folder: Path, people: int, spent: float, ours: Sequence[Any], answers: npt.NDArray[np.int16]
) -> Iterator[tuple[str, str, str]]:
    theirs = json.loads((folder / "spent.json").read_text(encoding="utf-8"))
    months, status = answers
    names = [status_at(place).value for place in range(openfisca_side.NEVER + 1)]
    places = np.asarray([openfisca_side.STATUSES.index(name) for name in names])
    differ = sum(
        int(((column.months != months[place]) | (places[column.months] != status[place])).sum())
        for place, column in enumerate(ours)
    )
    yield f"{people:,} people before classes", f"{len(ours):,}", ""
    yield "ladder, from rows: months, at best, routes", f"{spent:.2f} s", ""
    yield "OpenFisca-core, from counters: months, status", f"{theirs['answers']:.2f} s", ""
    yield "and to make its rules, to take the counters", f"{theirs['rules']:.2f} s, {theirs['inputs']:.2f} s", ""
    yield "times ladder's", f"{theirs['answers'] / spent:.1f}", "reported"
    yield "cells that differ in months or status", f"{differ:,} of {people * len(ours):,}", "0"


def _can_be_told(table: ClassTable) -> bool:
    """Return whether the rules of a class are whole numbers on counters alone, alike for all standings."""
    is_flat = table.is_plain and table.is_simple and not table.last_month
    return is_flat and all(_is_told(need) for need in table.needs)


def _is_told(need: AnyTable) -> bool:
    if isinstance(need, ServiceNeed):
        one_step = all(len(pair[SURE]) == 1 for pair in need.credits.steps)
        return one_step and len({each[SURE] for each in need.terms}) == 1
    return isinstance(need, Dates)


class Counters:
    """Writes what OpenFisca is given: counters of everybody, and what the classes make of them."""

    def __init__(self, batch: Batch, folder: Path) -> None:
        """Take the roster made ready, and where to write."""
        self._batch, self._folder, self._places = batch, folder, dict[Groups, int]()
        self._unit = 0

    def write(self, tables: Sequence[ClassTable]) -> None:
        """Write the rules of the classes, and every counter that they look at."""
        rules = [self._rules(one) for one in tables]
        (self._folder / "rules.json").write_text(json.dumps(rules), encoding="utf-8")

    def _rules(self, table: ClassTable) -> dict[str, Any]:
        self._unit = self._batch.held.sums(table.before.rules.conventions).unit
        needs = [self._need(need, table) for need in table.needs]
        return {"needs": needs, "routes": table.routes, "in_part": table.before.seen_in_part}

    def _need(self, need: AnyTable, table: ClassTable) -> dict[str, Any]:
        if isinstance(need, Dates):
            places = np.asarray([pair[SURE] for pair in need.months])[np.asarray(need.lookup.of_declared)]
            return {"dates": self._saved(f"in_dates_{need.number}", places[self._batch.declared_of])}
        need = cast("ServiceNeed", need)
        scale = need.parts * self._unit
        credit = np.asarray([int(pair[SURE][0][1] * scale) for pair in need.credits.steps])
        by_person = credit[np.asarray(need.credits.lookup.of_declared)][self._batch.declared_of]
        bounds = [
            (int((need.asked - bound.used_up) * scale), [self._level(need, *one, table) for one in bound.levels])
            for bound in need.terms[0][SURE].bounds or ()
        ]
        return {"credit": self._saved(f"in_credit_{need.credits.number}_{scale}", by_person), "bounds": bounds}

    def _level(self, need: ServiceNeed, weight: Any, groups: Groups, table: ClassTable) -> tuple[int, int]:  # noqa: ANN401 - an exact number
        if groups not in self._places:
            place = self._places[groups] = len(self._places)
            people = self._batch.held.holders(groups)
            service = service_of(
                self._batch.held.sums(table.before.rules.conventions), self._batch.held.holders, people
            )
            for name, values in (("held", service.held(groups)), ("now", service.now(groups))):
                counter = np.zeros(len(self._batch.declared_of), dtype=np.int32)
                counter[people] = values
                self._saved(f"in_{name}_{place}", counter)
        return int(weight * need.parts), self._places[groups]

    def _saved(self, name: str, values: npt.NDArray[Any]) -> str:
        if int(np.abs(values).max()) > np.iinfo(np.int32).max:
            raise OverflowError(name)
        np.save(self._folder / f"{name}.npy", values.astype(np.int32))
        return name


if __name__ == "__main__":
    main()
