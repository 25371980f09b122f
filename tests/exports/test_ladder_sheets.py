"""The two sheets: every class and step, typed columns, and nothing known that is not."""

from decimal import Decimal
from pathlib import Path

import pytest

from ladder.catalog.loading import load_catalog
from ladder.exports.ladder_sheets import (
    CLASS_COLUMNS,
    STEP_COLUMNS,
    Column,
    Kind,
    lay_out_sheets,
    neighborhood,
    print_value,
)
from ladder.measures.graph import build_graph
from ladder.specification import Completeness
from tests.exports.ladders import bundled, hostile, mixed, sheets_of, stepping
from tests.rendering.catalogs import graded

KEPT_BY_FORMATS = {"id", "label", "source", "target", "key", "type", "weight", "start", "end"}


@pytest.mark.parametrize("column", [*CLASS_COLUMNS, *STEP_COLUMNS])
def test_no_column_has_a_name_that_a_format_keeps(column: Column) -> None:
    assert column.name not in KEPT_BY_FORMATS


@pytest.mark.parametrize("name", ["seeds", "los-angeles", "philadelphia"])
def test_the_sheets_hold_what_the_graph_holds(name: str) -> None:
    catalog = load_catalog(None if name == "seeds" else Path(name))
    sheets, graph = sheets_of(catalog), build_graph(catalog)
    assert [row[0] for row in sheets.classes.rows] == list(graph.nodes)
    assert {(str(one["from"]), str(one["to"]), one["months"], one["kind"]) for one in sheets.steps.records()} == {
        (lower, upper, known.get("months"), known["kind"]) for lower, upper, known in graph.edges(data=True)
    }
    for record in sheets.classes.records():
        known = graph.nodes[str(record["class"])]
        assert (record["title"], record["code"], record["series_rank"]) == (
            known["title"],
            known.get("code"),
            known.get("rank"),
        )


def test_what_is_not_known_is_none_and_never_no() -> None:
    told = [(one["months"], one["promotion"]) for one in mixed().steps.records()]
    assert told == [(24, True), (Decimal("14.5"), False), (None, None)]
    assert next(iter(bundled("los-angeles").classes.records()))["series"] is None


def test_whether_records_were_seen_in_part_is_known_of_records_alone() -> None:
    part = graded("1", feeders=["2"])
    steps = [stepping("xx/1", "xx/9", 1), stepping("xx/1", "xx/9", 1, partial=True), stepping("xx/1", "xx/2", 1)]
    sheets = lay_out_sheets([part, graded("2")], steps)
    assert [one["partial"] for one in sheets.steps.records()] == [None, True, False]
    assert part.completeness is Completeness.WHOLE


def test_a_neighborhood_is_a_class_its_steps_and_their_other_ends() -> None:
    near = neighborhood(bundled("los-angeles"), "us-ca-los-angeles/1117")
    assert near.about == "us-ca-los-angeles/1117"
    assert all(near.about in (one["from"], one["to"]) for one in near.steps.records())
    ends = {end for one in near.steps.records() for end in (one["from"], one["to"])}
    assert {one["class"] for one in near.classes.records()} == ends
    whole = bundled("los-angeles").steps.records()
    assert len(near.steps.rows) == sum(near.about in (one["from"], one["to"]) for one in whole) > 0


def test_a_class_without_steps_has_itself_for_a_neighborhood() -> None:
    near = neighborhood(lay_out_sheets([graded("1"), graded("2")], []), "xx/2")
    assert ([row[0] for row in near.classes.rows], near.steps.rows) == (["xx/2"], ())


def test_values_are_printed_for_formats_without_types() -> None:
    assert [print_value(one, Kind.MONTHS) for one in (0, 24, Decimal("14.50"))] == ["0", "24", "14.5"]
    assert [print_value(one, Kind.TRUTH) for one in (True, False)] == ["yes", "no"]
    assert print_value("0441", Kind.TEXT) == "0441"
    assert len(hostile().classes.rows) == len(hostile().steps.rows)
