"""The ladder as a networkx graph for planners: classes and steps with plain values that any tool can take."""

from collections.abc import Mapping
from typing import TypeAlias

import networkx as nx

from ladder.catalog.catalog import Catalog
from ladder.catalog.pay_gains import widest_range
from ladder.catalog.steps import Step
from ladder.paths.ladders import NO_OTHERS, steps_used
from ladder.qualifications import Certainty
from ladder.specification import ClassSpecification, Pay

Plain = str | int | float | bool
"""What an attribute may be, so that every format of graphs can hold it."""
LadderGraph: TypeAlias = "nx.MultiDiGraph[str]"
"""Classes by id, and the steps between them."""


def build_graph(catalog: Catalog, *, include: frozenset[Certainty] = NO_OTHERS) -> LadderGraph:
    """Return every class of the catalog by its id, joined by the steps that its requirements draw.

    Attributes are text, numbers and truth values; what is not known is not there: no
    ``months`` where the text states none, no ``grade`` where none is printed. **networkx
    counts a step without months as 1** where it weighs by ``months``: take such steps out
    first (``findings/networkx-a-step-of-unknown-length.sh``), and ask ``path`` for the time
    of a ladder, which is seldom the sum of its steps. Pay is in dollars for one ``pay_unit``. The key
    of a step is its place among the steps taken in. ``include`` names certainties taken in
    besides those of a text. A catalog without classes gives an empty graph.
    """
    graph: LadderGraph = nx.MultiDiGraph()
    for class_id, spec in catalog.classes.items():
        graph.add_node(class_id, **_known(class_attributes(spec)))
    for place, step in enumerate(steps_used(catalog, include)):
        graph.add_edge(step.feeder_class, step.target_class, key=place, **_known(step_attributes(step)))
    return graph


def find_isolated(graph: LadderGraph) -> frozenset[str]:
    """Return the classes that no step joins to another."""
    return frozenset(one for found in nx.weakly_connected_components(graph) if len(found) == 1 for one in found)


def find_ends(graph: LadderGraph) -> Mapping[str, frozenset[str]]:
    """Return the classes that no step leaves, each with the classes that lead to it."""
    return {one: frozenset(graph.predecessors(one)) for one, onward in graph.out_degree() if not onward}


def find_circles(graph: LadderGraph) -> tuple[tuple[str, ...], ...]:
    """Return the groups of classes that lead to one another, each in the order of its codes."""
    found = (tuple(sorted(one)) for one in nx.strongly_connected_components(graph) if len(one) > 1)
    return tuple(sorted(found))


def class_attributes(spec: ClassSpecification) -> Mapping[str, Plain | None]:
    """Return what a class carries; None where it is not known."""
    return {
        "title": spec.title,
        "jurisdiction": spec.jurisdiction,
        "code": spec.code,
        "series": spec.series.name if spec.series else None,
        "rank": spec.series.rank if spec.series else None,
        "group": spec.occupational_group,
        "bargaining_unit": spec.bargaining_unit,
        **_pay_attributes(spec.pay),
        "completeness": spec.completeness.value,
        "is_programme": spec.is_programme,
        "revision": spec.revision,
        "source": str(spec.source),
    }


def _pay_attributes(pay: Pay | None) -> Mapping[str, Plain | None]:
    widest = widest_range(pay)
    return {
        "pay_plan": pay.plan if pay else None,
        "grade": pay.grade if pay and pay.is_graded else None,
        "pay_low": float(widest.low) if widest else None,
        "pay_high": float(widest.high) if widest else None,
        "pay_unit": widest.unit.value if widest else None,
    }


def step_attributes(step: Step) -> Mapping[str, Plain | None]:
    """Return what a step carries; None where it is not known. ``months`` are what its clause asks, not a time left."""
    return {
        "kind": step.kind.value,
        "months": step.months,
        "at_most_months": step.at_most_months,
        "certainty": step.certainty.value,
        "conditions": " | ".join(step.conditions) or None,
        "promotion": step.promotion,
        "partial": step.partial,
        "requirement": step.requirement,
        "source": str(step.source),
    }


def _known(attributes: Mapping[str, Plain | None]) -> dict[str, Plain]:
    return {name: value for name, value in attributes.items() if value is not None}
