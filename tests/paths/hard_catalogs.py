"""Made-up catalogs on which the best plan is hard to find or to prove, always the same from one seed.

The least time over a ladder is a hitting set in disguise, so no fast method is right on all
catalogs. These are the shapes that burned the most work: one route of many requirements that
cross, layers of classes whose requirements cross from layer to layer, and a share of full time
so small that a plan takes very many months.
"""

import json
from random import Random
from typing import NamedTuple

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.records import validate_json
from tests.eligibility.small_catalogs import PLACE, Json, grade, service

FROM, TO = "s", "t"


class Hard(NamedTuple):
    """One question over a made-up catalog: from ``s`` to ``t``, with a profile where one is given."""

    name: str
    classes: tuple[Json, ...]
    profile: Json | None = None

    @property
    def record(self) -> str:
        """The catalog as a compiled file holds it."""
        home = {"id": PLACE, "name": "A made-up state"}
        return json.dumps({"format": 1, "jurisdictions": [home], "classes": list(self.classes)})

    @property
    def catalog(self) -> Catalog:
        """The catalog, loaded."""
        return Catalog(validate_json(CatalogRecord, self.record))


def hitting_set(classes: int = 20, sets: int = 30, *, months: tuple[int, ...] = (1,), seed: int = 1) -> Hard:
    """Return classes open from the start and a target that asks months in each of so many triples of them."""
    rng = Random(f"{classes} {sets} {months} {seed}")
    codes = [f"c{number}" for number in range(classes)]
    asked = [service(f"e{number}", rng.choice(months), *rng.sample(codes, 3)) for number in range(sets)]
    open_at_once = (grade(code, service("e0", 0, FROM)) for code in codes)
    name = f"hitting set, {classes} classes, {sets} triples of {months[0]} to {months[-1]} months"
    return Hard(name, (grade(FROM, service("e0", 1, FROM)), *open_at_once, grade(TO, *asked)))


def layers(
    count: int,
    width: int,
    *,
    routes: int,
    needs: int,
    lateral: bool = False,
    months: tuple[int, ...] = (6, 12, 18, 24, 36, 48, 60),
    seed: int = 1,
) -> Hard:
    """Return layers of classes, each asking service in three classes of the layer below, in each need of each route.

    With ``lateral`` pairs, every second class may be entered from its neighbor besides.
    """
    rng = Random(f"{count} {width} {routes} {needs} {lateral} {seed}")
    rows = [[f"l{row}x{place}" for place in range(width)] for row in range(count)]
    made = [grade(FROM, service("e0", 1, FROM))]
    for row, codes in enumerate(rows):
        below = rows[row - 1] if row else [FROM]
        for place, code in enumerate(codes):
            beside = codes[place - 1] if lateral and place % 2 else None
            made.append(_crossing(rng, code, below, (routes if row else 1, needs if row else 1), months, beside))
    made.append(_crossing(rng, TO, rows[-1], (routes, needs), months, None))
    words = f"{len(made)} classes in {count} layers, {routes} routes of {needs} over 3" + (", lateral" * lateral)
    return Hard(words, tuple(made))


def _crossing(
    rng: Random,
    code: str,
    below: list[str],
    shape: tuple[int, int],
    months: tuple[int, ...],
    beside: str | None,
) -> Json:
    routes, needs = shape
    rules = [
        service(f"e{number}", rng.choice(months), *rng.sample(below, min(3, len(below))))
        for number in range(routes * needs)
    ]
    names = [[f"e{route * needs + need}" for need in range(needs)] for route in range(routes)]
    if beside:
        rules.append(service("beside", rng.choice(months), beside))
        names.append(["beside"])
    return grade(code, *rules, routes=names)


def hard_catalogs() -> tuple[Hard, ...]:
    """Return every hard catalog of its kind, smallest first."""
    return (
        hitting_set(),
        hitting_set(months=(6, 12, 18, 24, 36, 48, 60)),
        hitting_set(months=(6, 12, 18, 24, 36, 48, 60), seed=2),
        layers(6, 6, routes=2, needs=2),
        layers(6, 6, routes=2, needs=2, seed=2),
        layers(8, 10, routes=3, needs=4),
        layers(8, 10, routes=3, needs=4, seed=2),
        layers(30, 20, routes=2, needs=2, lateral=True),
        layers(30, 20, routes=2, needs=2, lateral=True, months=(6, 12), seed=2),
    )


SLOW_SHARES = ("0.25", "0.1", "0.0001", "0.000000001")
LONG_LEAVES = (240, 1_200)


def slow_profiles() -> dict[str, Json]:
    """Return profiles over the bundled data under which time runs slowly: small shares of full time, long leave."""
    present = {"class": "us-nd/0441", "fte": "1"}
    events: dict[str, Json] = {f"fte {share}": {"month": "2026-11", "fte": share} for share in SLOW_SHARES}
    events |= {f"leave of {months} months": {"month": "2027-02", "leave_months": months} for months in LONG_LEAVES}
    return {name: {"as_of": "2026-11", "present": present, "events": [event]} for name, event in events.items()}
