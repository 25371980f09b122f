"""Small ladders, written in a few words, for the tests of paths."""

from typing import Any

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import Accrual, Credit
from ladder.eligibility.plans import Plan, PlanKind
from ladder.paths.board import Board, lay_out
from ladder.paths.path_answers import PathAnswer, find_paths
from ladder.paths.problem import Climb, Demand, DoorRoute
from ladder.paths.work import WORK
from tests.eligibility.small_catalogs import PLACE, Json, catalog_of, grade, person, service

FULL_TIME = Accrual(((0, 0, 1),))
CLIMB = Plan(PlanKind.CLIMB)


def asks(code: str, *needs: tuple[int, str], **more: Any) -> Json:  # noqa: ANN401 - fields of a record
    """Return a class with one route; each need is months and the codes of the classes that count."""
    rules = [service(f"e{number}", months, *codes) for number, (months, codes) in enumerate(needs)]
    return grade(code, *rules, **more)


def either(code: str, *needs: tuple[int, str]) -> Json:
    """Return a class with a route for each need."""
    routes = [[f"e{number}"] for number in range(len(needs))]
    return asks(code, *needs, routes=routes)


def path(
    catalog: Catalog,
    start: str,
    target: str,
    *,
    plan: Plan = CLIMB,
    alternatives: int = 0,
    budget: int = WORK,
    **profile: Any,  # noqa: ANN401 - fields of a record
) -> PathAnswer:
    """Return the answer between two classes for a profile."""
    return find_paths(
        Case(catalog, person(catalog, **profile), plan),
        start=f"{PLACE}/{start}",
        target=f"{PLACE}/{target}",
        alternatives=alternatives,
        budget=budget,
    )


def best(catalog: Catalog, start: str, target: str, *, plan: Plan = CLIMB, **profile: Any) -> Assessment:  # noqa: ANN401
    """Return the best plan between two classes."""
    found = path(catalog, start, target, plan=plan, **profile).best
    assert found is not None
    return found


def moves(found: Assessment) -> list[tuple[str, str, int]]:
    """Return each move as the two codes and the months held."""
    return [
        (one.feeder_class.partition("/")[2], one.target_class.partition("/")[2], one.hold_months) for one in found.steps
    ]


def board(*doors: list[DoorRoute], goal: list[DoorRoute], accrual: Accrual = FULL_TIME) -> Board:
    """Return a board; place 0 is the start, the others have the doors given."""
    names = tuple(f"p{number}" for number in range(len(doors) + 1))
    return lay_out(Climb(names, ((), *(tuple(routes) for routes in doors)), tuple(goal), accrual))


def door(*demands: Demand, ready: int = 0) -> DoorRoute:
    """Return a route through a door."""
    return DoorRoute("r", ready, demands)


def demand(months: int, *places: int, credit: Credit | None = None) -> Demand:
    """Return a demand for months in any of the places."""
    return Demand(sum(1 << place for place in places), months, credit)


PAIRS = catalog_of(
    asks("s", (1, "s")),
    asks("a", (0, "s")),
    asks("b", (0, "s")),
    asks("c", (0, "s")),
    asks("t", (2, "ab"), (2, "bc"), (2, "ac")),
)
"""Three classes open at once, each pair asked for two months: three months in all."""
