"""The networkx graph of classes and steps: one record a class, one record a step."""

from collections.abc import Iterator

import networkx as nx

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.paths.ladders import steps_used
from ladder.qualifications import Certainty
from ladder.specification import ClassSpecification

NO_OTHERS: frozenset[Certainty] = frozenset()
"""No step besides those of a text."""


def build_graph(catalog: Catalog, *, include: frozenset[Certainty] = NO_OTHERS) -> "nx.MultiDiGraph[str]":
    """Return every class of the catalog, joined by the steps that its requirements draw.

    A class carries its record as ``specification``, a step as ``step``; the key of a
    step is its place among the steps taken in. ``include`` names certainties taken in
    besides those of a text. A catalog without classes gives an empty graph.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for class_id, specification in catalog.classes.items():
        graph.add_node(class_id, specification=specification)
    for place, step in enumerate(steps_used(catalog, include)):
        graph.add_edge(step.feeder_class, step.target_class, key=place, step=step)
    return graph


def classes_of(graph: "nx.MultiDiGraph[str]") -> Iterator[ClassSpecification]:
    """Yield the classes of the graph in the catalog's order."""
    for class_id in graph.nodes:
        specification: ClassSpecification = graph.nodes[class_id]["specification"]
        yield specification


def steps_of(graph: "nx.MultiDiGraph[str]") -> tuple[Step, ...]:
    """Return the steps of the graph in the catalog's order."""
    found: dict[int, Step] = {key[2]: graph.edges[key]["step"] for key in graph.edges(keys=True)}
    return tuple(found[place] for place in sorted(found))
