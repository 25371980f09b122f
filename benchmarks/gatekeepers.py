"""Gatekeepers of a real city, what they cost, and how often measures on arrows are wrong about them.

``python -m benchmarks.gatekeepers`` prints processor seconds for the bundled cities, then what dominators,
articulation points and betweenness say, beside what is found by taking classes out: in the
cities and in random catalogs.
"""

import json
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx

from benchmarks.cpu_time import cpu_seconds
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.measures.class_ways import ways_in
from ladder.measures.gatekeepers import Gates
from ladder.paths.ladders import NO_OTHERS, steps_used
from ladder.paths.starts import on_day_one
from ladder.records import validate_json
from tests.eligibility.small_catalogs import PLACE
from tests.measures.and_or import entered, random_classes
from tests.measures.made_ladders import AS_OF

_CITIES = ("los-angeles", "philadelphia")
_RANDOM = 2_000
_ROOT = "root"

Pairs = set[tuple[str, str]]


def main() -> None:
    """Print the figures of each city, then those of random catalogs together."""
    for city in _CITIES:
        catalog = load_catalog(Path(city))
        gates = Gates(ways_in(on_day_one(catalog, AS_OF)))
        kept, pairs = cpu_seconds(partial(_keepers_of, catalog)), cpu_seconds(partial(_pairs_of, catalog))
        true = {(keeper, name) for keeper, names in gates.keepers().items() for name in names}
        print(f"{city}: {len(catalog.classes)} classes; gatekeepers {kept:.2f} CPU s, with pairs {pairs:.2f} (goal 3)")  # noqa: T201
        _report([(catalog, true)])
    found = []
    for seed in range(_RANDOM):
        classes = random_classes(seed)
        record = {"jurisdictions": [{"id": PLACE, "name": "Place"}], "classes": classes}
        every = entered(classes)
        true = {(one, name) for one in every for name in every - entered(classes, (one,)) - {one}}
        found.append((Catalog(validate_json(CatalogRecord, json.dumps(record))), true))
    print(f"{_RANDOM:,} random catalogs")  # noqa: T201 - what a benchmark is for
    _report(found)


def _keepers_of(catalog: Catalog) -> object:
    return Gates(ways_in(on_day_one(catalog, AS_OF))).keepers()


def _pairs_of(catalog: Catalog) -> object:
    gates = Gates(ways_in(on_day_one(catalog, AS_OF)))
    return gates.keepers(), gates.pairs()


def _report(found: Iterable[tuple[Catalog, Pairs]]) -> None:
    """Print, for each measure on arrows, how many it names, how many of them wrongly, and how many it misses."""
    said: dict[str, list[int]] = {}
    for catalog, true in found:
        graph: nx.DiGraph[Any] = nx.DiGraph()
        graph.add_nodes_from(catalog.classes)
        graph.add_edges_from(step[:2] for step in steps_used(catalog, NO_OTHERS))
        keepers = {keeper for keeper, _ in true}
        dominated = _dominators(graph)
        _count(said, "dominators, pairs", dominated, true)
        _count(said, "dominators, gatekeepers", {keeper for keeper, _ in dominated}, keepers)
        _count(said, "articulation points", set(nx.articulation_points(graph.to_undirected())), keepers)
        between: Mapping[str, float] = nx.betweenness_centrality(graph)
        most = sorted(between, key=lambda one: (-between[one], one))[: len(keepers)]
        _count(said, "betweenness, as many of the highest", set(most), keepers)
    for name, (named, false, missed, of) in said.items():
        print(f"  {name}: {named:,} named for {of:,} true, {false:,} of them false, {missed:,} missed")  # noqa: T201


def _dominators(graph: "nx.DiGraph[Any]") -> Pairs:
    """Return who dominates whom, from a root above all classes that no step enters."""
    rooted = graph.copy()
    rooted.add_edges_from((_ROOT, one) for one, entering in graph.in_degree() if not entering)
    if _ROOT not in rooted:
        return set()
    next_up = nx.immediate_dominators(rooted, _ROOT)
    found: Pairs = set()
    for one in next_up:
        keeper = next_up[one]
        while one != _ROOT and keeper not in (_ROOT, None):
            found.add((keeper, one))
            keeper = next_up[keeper]
    return found


def _count(said: dict[str, list[int]], name: str, found: AbstractSet[object], true: AbstractSet[object]) -> None:
    counted = (len(found), len(found - true), len(true - found), len(true))
    said[name] = [before + more for before, more in zip(said.get(name, [0] * 4), counted, strict=True)]


if __name__ == "__main__":
    main()
