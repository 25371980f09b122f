"""What a class asks as a tree: what all ways ask once, parts below their whole, what may stand for a thing."""

from dataclasses import replace

import pytest

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.qualifications import Experience, Judgement, Qualifications, Route
from ladder.specification import ClassSpecification
from ladder.telling import asked_trees
from ladder.telling.asked_trees import AskedNode, AskedTrees
from tests.reading.readings import record_of, source_of


def spelled(node: AskedNode | None) -> object:
    """Return the tree as names and leads, branches in lists."""
    assert node is not None
    name = node.requirement or node.lead or ("-" if node.item else "")
    return [name, *map(spelled, node.branches)] if node.branches else name


def tree_in(catalog: Catalog, class_id: str) -> AskedNode | None:
    return AskedTrees(catalog).tree_of(class_id)


def tree_of(*routes: tuple[str, ...], within: str | None = None) -> object:
    return spelled(tree_in(*catalog_of(*routes, within=within)))


def catalog_of(*routes: tuple[str, ...], within: str | None = None) -> tuple[Catalog, str]:
    spec = record_of("1")
    names = dict.fromkeys(name for route in routes for name in route)
    asked = [experience(name, within if name == "special" else None) for name in names if name != "unread"]
    unread = (
        [Judgement(id="unread", what="Some words.", code="UNREAD", source=source_of())] if "unread" in names else []
    )
    ways = tuple(Route(id=f"route-{number}", requires=route) for number, route in enumerate(routes, start=1))
    rules = Qualifications(requirements=(*asked, *unread), routes=ways)
    return only(replace(spec, qualifications=rules)), spec.class_id


def only(spec: ClassSpecification) -> Catalog:
    return Catalog(CatalogRecord(jurisdictions=(), classes=(spec,)))


def experience(name: str, within: str | None) -> Experience:
    return Experience(id=name, months=12, what="Work", within=within, source=source_of())


def test_one_way_is_all_of_these() -> None:
    assert tree_of(("a", "b")) == ["All of these", "a", "b"]


def test_ways_that_share_nothing_stand_beside_one_another() -> None:
    ways = [["Way 1, all of these", "a", "b"], ["Way 2", "c"]]
    assert tree_of(("a", "b"), ("c",)) == ["Any one of these ways", *ways]


def test_what_all_ways_ask_stands_once_before_them() -> None:
    ways = ["And any one of these ways", ["Way 1", "a"], ["Way 2", "b"]]
    assert tree_of(("a", "unread"), ("b", "unread")) == ["All of these", "unread", ways]


def test_a_way_that_asks_no_more_than_all_do_says_so() -> None:
    ways = ["And any one of these ways", ["Way 1", "nothing more"], ["Way 2", "b"]]
    assert tree_of(("a",), ("a", "b")) == ["All of these", "a", ways]


def test_a_part_stands_below_its_whole() -> None:
    assert tree_of(("general", "special"), within="general") == [
        "All of these",
        ["general", ["Part of it", "special"]],
    ]


def test_what_may_stand_for_a_thing_stands_below_it() -> None:
    catalog = load_catalog()
    assert spelled(tree_in(catalog, "us-ct/0029MP")) == [
        "All of these",
        ["general", ["Part of it", "special"], ["What may count instead", "-"]],
    ]


def test_of_many_ways_the_first_are_shown_and_the_others_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked_trees, "MOST_WAYS", 1)
    assert tree_of(("a",), ("b",), ("c",)) == ["Any one of these ways", ["Way 1", "a"], "and 2 more ways"]


def test_a_class_that_is_only_named_has_no_tree() -> None:
    assert tree_in(load_catalog(), "us-ct/office-assistant") is None
