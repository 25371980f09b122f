"""The graph carries one record a class and one record a step, from the requirements alone."""

from ladder.catalog.loading import load_catalog
from ladder.graph import build_graph, classes_of, steps_of
from ladder.qualifications import Certainty
from tests.rendering.catalogs import catalog_of, graded


def test_a_class_carries_its_specification_and_a_step_its_record() -> None:
    catalog = catalog_of(graded("1"), graded("2", feeders=["1"]))
    graph = build_graph(catalog)
    assert dict(graph.nodes["xx/1"]) == {"specification": catalog.classes["xx/1"]}
    assert [(*ends, dict(kept)) for *ends, kept in graph.edges(keys=True, data=True)] == [
        ("xx/1", "xx/2", 0, {"step": catalog.steps[0]})
    ]


def test_every_class_is_there_and_steps_keep_the_catalogs_order() -> None:
    catalog = catalog_of(graded("1"), graded("3", feeders=["2", "1"]), graded("2", feeders=["1"]))
    graph = build_graph(catalog)
    assert [spec.class_id for spec in classes_of(graph)] == ["xx/1", "xx/3", "xx/2"]
    assert steps_of(graph) == catalog.steps


def test_an_empty_catalog_gives_an_empty_graph() -> None:
    graph = build_graph(catalog_of())
    assert not graph.nodes
    assert steps_of(graph) == ()


def test_inferred_steps_come_only_where_they_are_asked_for() -> None:
    catalog = load_catalog()
    named = build_graph(catalog)
    offered = build_graph(catalog, include=frozenset([Certainty.INFERRED]))
    assert not named.has_edge("us-ct/0029MP", "us-ct/5257MP")
    assert offered.has_edge("us-ct/0029MP", "us-ct/5257MP")
    assert named.number_of_edges() == offered.number_of_edges() - 1


def test_a_superior_is_no_step() -> None:
    assert build_graph(load_catalog()).degree("us-nd/customer-service-manager") == 0
