"""GEXF read back by networkx: titles as labels, and no day on which it was made."""

import io

import networkx as nx
import pytest
from hypothesis import given, settings

from ladder.exports.gexf_export import FORM
from ladder.exports.ladder_sheets import LadderSheets
from tests.exports.ladders import any_ladders, bundled, hostile, mixed
from tests.exports.reading_back import Read, check


def read_gexf(sheets: LadderSheets) -> Read:
    graph = nx.read_gexf(io.BytesIO(FORM.write(sheets)["ladder.gexf"]), version="1.3")
    classes = dict(graph.nodes(data=True))
    assert all(known["label"] == known["title"] for known in classes.values())
    steps = [
        {**known, "from": classes[lower]["class"], "to": classes[upper]["class"]}
        for lower, upper, known in graph.edges(data=True)
    ]
    return {"classes": list(classes.values()), "steps": steps}


@pytest.mark.parametrize("sheets", [hostile(), mixed(), bundled("los-angeles")], ids=["hostile", "mixed", "city"])
def test_networkx_reads_the_same(sheets: LadderSheets) -> None:
    check(sheets, FORM, read_gexf(sheets))
    content = FORM.write(sheets)["ladder.gexf"]
    assert content == FORM.write(sheets)["ladder.gexf"]
    assert b"lastmodified" not in content


@settings(max_examples=30)
@given(any_ladders())
def test_any_ladder_is_there_or_listed(sheets: LadderSheets) -> None:
    check(sheets, FORM, read_gexf(sheets))
