"""The totals of parts, added, come to the tables of the whole: in random catalogs, with rulings in a long series."""

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from random import Random

import pytest

from ladder.catalog.catalog import Catalog
from ladder.roster.cells import case_of
from ladder.roster.next_steps import below
from ladder.roster.planner_tables import Counted, count_roster, evaluate_roster, tables_of
from ladder.roster.totals import Totals, added, totals_json, totals_of
from tests.eligibility.small_catalogs import catalog_of, grade, person, service
from tests.roster.made_people import AS_OF, Person, random_case, roster_of

RANKS = 8


def exits(number: int, rng: Random) -> list[int]:
    return [rng.choice((-1, -1, AS_OF + 4, AS_OF + 20)) for _ in range(number)]


def parts(people: Sequence[Person], leaving: Sequence[int], number: int, catalog: Catalog) -> Iterator[Totals]:
    """Yield the totals of each part, as they come from another process."""
    for part in range(number):
        roster = roster_of(people[part::number], exits=leaving[part::number])
        totals = count_roster(roster, case_of(roster, catalog), in_part=True).totals
        yield totals_of(json.loads(json.dumps(totals_json(totals))))


def rows_alike(catalog: Catalog, people: Sequence[Person], number: int, seed: int) -> list[str]:
    """Return the steps that the whole tells of, after the tables of the parts were found to be the same."""
    leaving = exits(len(people), Random(seed))
    roster = roster_of(people, exits=leaving)
    case = case_of(roster, catalog)
    tables = evaluate_roster(roster, case)
    assert tables_of(Counted(added(parts(people, leaving, number, catalog)), None), case) == tables
    return [f"{row[0]} {row[1]}" for row in tables["next_step"][1]]


@pytest.mark.untraced
@pytest.mark.parametrize("seed", range(25))
def test_parts_of_random_rosters_before_random_catalogs_add_up(seed: int) -> None:
    catalog, people = random_case(seed, 24)
    rows_alike(catalog, people, 1 + seed % 6, seed)


@pytest.mark.parametrize("number", [1, 2, 5])
def test_rulings_are_of_the_classes_below_that_most_people_of_all_parts_hold(number: int) -> None:
    ranks = range(1, RANKS + 1)
    rules = [[service("work", 12)] if rank > 1 else [] for rank in ranks]
    catalog = catalog_of(
        *(grade(str(rank), *rule, series={"name": "S", "rank": rank}) for rank, rule in zip(ranks, rules, strict=True))
    )
    rng = Random(3)
    held = [rng.choice((1, 2, 2, 3, 4, 4, 4, 5, 6, 6, 6, 6)) for _ in range(40)]
    people = [
        (
            person(
                catalog,
                jobs=[{"class": f"us-xx/{rank}", "start": f"20{rng.randrange(10, 26)}-05"}],
                present={"class": f"us-xx/{rank}"},
            ),
            Fraction(0),
        )
        for rank in held
    ]
    told = [one for one in rows_alike(catalog, people, number, 1) if one.startswith("us-xx/8 ruling")]
    assert below("us-xx/8", catalog) == {f"us-xx/{rank}" for rank in range(1, RANKS)}
    most = sorted(set(held), key=lambda rank: (-held.count(rank), rank))[:3]
    assert {one.removeprefix("us-xx/8 ruling us-xx/") for one in told} == set(map(str, most))
