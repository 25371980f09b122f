"""The graph holds every class and step with plain values; what is not known is not there."""

from ladder.catalog.loading import load_catalog
from ladder.measures.graph import build_graph, find_circles, find_ends, find_isolated
from ladder.qualifications import Certainty
from tests.rendering.catalogs import catalog_of, graded


def test_a_class_and_a_step_carry_plain_values() -> None:
    graph = build_graph(load_catalog())
    node, edge = graph.nodes["us-nd/0443"], next(iter(graph["us-nd/0442"]["us-nd/0443"].values()))
    assert (node["title"], node["jurisdiction"], node["code"], node["series"], node["rank"]) == (
        *("Customer Service Consultant", "us-nd", "0443", "Customer Service"),
        3,
    )
    assert (edge["kind"], edge["months"], edge["certainty"]) == ("internal_qualification", 12, "named")
    values = [value for _, told in graph.nodes(data=True) for value in told.values()]
    values += [value for *_, told in graph.edges(data=True) for value in told.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}


def test_what_is_not_known_is_not_there() -> None:
    graph = build_graph(load_catalog())
    assert {"grade", "pay_low", "pay_unit", "code"}.isdisjoint(graph.nodes["us-nd/customer-service-manager"])
    inferred = build_graph(load_catalog(), include=frozenset([Certainty.INFERRED]))["us-ct/0029MP"]["us-ct/5257MP"]
    assert [told.get("months", "not stated") for told in inferred.values()] == ["not stated"]


def test_every_class_is_there_and_steps_keep_the_catalogs_order() -> None:
    catalog = catalog_of(graded("1"), graded("3", feeders=["2", "1"]), graded("2", feeders=["1"]))
    graph = build_graph(catalog)
    assert list(graph) == ["xx/1", "xx/3", "xx/2"]
    keys = {key: ends for *ends, key in graph.edges(keys=True)}
    assert [tuple(keys[place]) for place in sorted(keys)] == [step[:2] for step in catalog.steps]


def test_an_empty_catalog_gives_an_empty_graph() -> None:
    assert not build_graph(catalog_of()).nodes


def test_inferred_steps_come_only_where_they_are_asked_for() -> None:
    catalog = load_catalog()
    named = build_graph(catalog)
    offered = build_graph(catalog, include=frozenset([Certainty.INFERRED]))
    assert not named.has_edge("us-ct/0029MP", "us-ct/5257MP")
    assert offered.has_edge("us-ct/0029MP", "us-ct/5257MP")
    assert named.number_of_edges() == offered.number_of_edges() - 1


def test_a_superior_is_no_step() -> None:
    assert build_graph(load_catalog()).degree("us-nd/customer-service-manager") == 0


def test_classes_alone_ends_and_circles() -> None:
    graph = build_graph(
        catalog_of(graded("0"), graded("1", feeders=["2"]), graded("2", feeders=["1"]), graded("3", feeders=["2"]))
    )
    assert find_isolated(graph) == {"xx/0"}
    assert find_ends(graph) == {"xx/0": frozenset(), "xx/3": {"xx/2"}}
    assert find_circles(graph) == (("xx/1", "xx/2"),)
