"""What a changed requirement costs before 100,000 people of a real city, beside one evaluation of them all.

``python -m benchmarks.what_if`` prints processor seconds, and each change as a share of one evaluation.
"""

import argparse
from functools import partial
from pathlib import Path

from benchmarks.cpu_time import cpu_seconds
from benchmarks.made_rosters import make_roster
from benchmarks.roster_evaluation import in_arrays
from benchmarks.run import row
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.revisions.changing import changed
from ladder.revisions.differences import Compared
from ladder.revisions.pools import find_pool
from ladder.revisions.proposals import AbolishClass, Change, MergeClass, Names, read_setting, read_taking_out
from ladder.revisions.what_if import what_if
from ladder.roster.cells import case_of
from ladder.roster.evaluation import evaluate
from ladder.roster.people import Roster
from ladder.service_time import read_month

_CHANGES: tuple[Change, ...] = (
    read_setting("Management Analyst#requirement-1=24"),
    read_taking_out("Senior Management Analyst#general"),
    AbolishClass(class_text="Management Analyst"),
    MergeClass(class_text="Chief Clerk", into="Principal Clerk"),
)
_AS_OF = read_month("2026-11")


def main() -> None:
    """Print what each change costs, its pool and its ladders."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.what_if", description=__doc__)
    words.add_argument("--people", type=int, default=100_000, help="people in the roster")
    people: int = words.parse_args().people
    catalog = load_catalog(Path("los-angeles"))
    roster = in_arrays(make_roster(catalog, people))
    row("measure", "figure", "goal")
    once = cpu_seconds(lambda: list(evaluate(roster, case_of(roster, catalog))))
    row(f"one evaluation of {people:,} people", f"{once:.2f} CPU s", "")
    for change in _CHANGES:
        found = Names(catalog).found((change,))
        pool = cpu_seconds(partial(_pool, found, catalog, roster))
        ladders = cpu_seconds(partial(what_if, found, catalog, _AS_OF))
        row(f"{change.kind}: its pool", f"{pool / once:.2f} evaluations", "")
        row(f"{change.kind}: its ladders", f"{ladders:.2f} CPU s", "")
        row(f"{change.kind}: both", f"{(pool + ladders) / once:.2f} evaluations", "2 at most")


def _pool(changes: tuple[Change, ...], catalog: Catalog, roster: Roster) -> object:
    return find_pool(roster, Compared(catalog, changed(changes, catalog)), changes)


if __name__ == "__main__":
    main()
