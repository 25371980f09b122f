"""GraphML read back by networkx, igraph and rustworkx: the same classes, steps and months, unknown never "no"."""

import io
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings

from ladder.exports.graphml_export import FORM
from ladder.exports.ladder_sheets import LadderSheets
from tests.exports.ladders import any_ladders, bundled, hostile, mixed
from tests.exports.reading_back import Read, check

CASES = [hostile(), mixed(), bundled("los-angeles")]
NAMES = ["hostile", "mixed", "city"]


def with_ends(classes: list[dict[str, Any]], steps: list[tuple[int, int, dict[str, Any]]]) -> Read:
    """Return what was read, each step with the classes that its ends are."""
    return {
        "classes": classes,
        "steps": [
            {**known, "from": classes[lower]["class"], "to": classes[upper]["class"]} for lower, upper, known in steps
        ],
    }


def read_networkx(sheets: LadderSheets) -> Read:
    graph = nx.read_graphml(io.BytesIO(FORM.write(sheets)["ladder.graphml"]))
    places = {name: place for place, name in enumerate(graph)}
    steps = [(places[lower], places[upper], known) for lower, upper, known in graph.edges(data=True)]
    return with_ends([known for _, known in graph.nodes(data=True)], steps)


@pytest.mark.parametrize("sheets", CASES, ids=NAMES)
def test_networkx_reads_the_same(sheets: LadderSheets) -> None:
    check(sheets, FORM, read_networkx(sheets))
    assert FORM.write(sheets) == FORM.write(sheets)


@settings(max_examples=30)
@given(any_ladders())
def test_any_ladder_is_there_or_listed(sheets: LadderSheets) -> None:
    check(sheets, FORM, read_networkx(sheets))


@pytest.mark.parametrize("sheets", CASES, ids=NAMES)
def test_igraph_reads_the_same(sheets: LadderSheets, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    file = tmp_path / "ladder.graphml"
    file.write_bytes(FORM.write(sheets)["ladder.graphml"])
    graph = igraph.Graph.Read_GraphML(str(file))
    steps = [(one.source, one.target, one.attributes()) for one in graph.es]
    check(sheets, FORM, with_ends([one.attributes() for one in graph.vs], steps))


@pytest.mark.parametrize("sheets", CASES, ids=NAMES)
def test_rustworkx_reads_the_same(sheets: LadderSheets, tmp_path: Path) -> None:
    rustworkx = pytest.importorskip("rustworkx")
    file = tmp_path / "ladder.graphml"
    file.write_bytes(FORM.write(sheets)["ladder.graphml"])
    (graph,) = rustworkx.read_graphml(str(file))
    check(sheets, FORM, with_ends(list(graph.nodes()), graph.weighted_edge_list()))
