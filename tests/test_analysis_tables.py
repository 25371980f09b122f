"""The analysis as a table and as JSON: the same rows, a pair of classes in one cell."""

import json

import pytest

from ladder.analysis_tables import ANALYSIS_COLUMNS, analysis_json, analysis_table, read_measures
from ladder.catalog.catalog import Catalog
from ladder.errors import BadCallError
from ladder.measures.analysis import Analysis, Measure, analyse_ladder
from ladder.paths.starts import on_day_one
from ladder.specification import PayUnit
from ladder.telling.told_findings import ToldFindings
from tests.eligibility.small_catalogs import PLACE, catalog_of, grade, service, stands_for
from tests.measures.made_ladders import AS_OF, paid
from tests.rendering.catalogs import catalog_of as graded_catalog
from tests.rendering.catalogs import graded


def analysis_of(catalog: Catalog) -> Analysis:
    return analyse_ladder(on_day_one(catalog, AS_OF))


def test_a_row_a_finding_with_its_sentence_and_source() -> None:
    catalog = catalog_of(grade("1"), grade("2"), grade("3", service("a", 12, "1", "2")))
    found = analysis_of(catalog)
    table = analysis_table(ToldFindings(catalog, found))
    assert table.columns == ANALYSIS_COLUMNS == ("class", "measure", "value", "classes", "sentence", "source")
    assert table.rows[0] == (
        f"{PLACE}/1 + {PLACE}/2",
        "gatekeeper_pair",
        1,
        f"{PLACE}/3",
        "Nobody enters Class 3 without service in Class 1 or Class 2; either is enough.",
        "d.txt, s, line 1",
    )
    told = analysis_json(
        ToldFindings(catalog, found), found.chosen(None, [Measure.REACH]), as_of=AS_OF, class_id=f"{PLACE}/1"
    )
    assert (told["as_of"], told["class"], told["classes"]) == ("2026-11", f"{PLACE}/1", 3)
    assert told["told"] == (
        "No class hangs on Class 1 alone. With one other class, it keeps Class 3. Service in it is enough to come to "
        "1 class."
    )
    assert told["findings"] == [
        {
            "class": f"{PLACE}/{code}",
            "measure": "reach",
            "value": 1,
            "classes": [f"{PLACE}/3"],
            "sentence": f"Service in Class {code} is enough to come to 1 class: Class 3.",
            "source": {"document": "d.txt", "section": "s", "lines": [1, 1], "revision": None},
        }
        for code in "12"
    ]


def test_dollars_words_and_parts_of_a_month_are_told_exactly() -> None:
    two = paid(graded("1"), (PayUnit.YEARLY, "100")), paid(graded("2", feeders=["1"]), (PayUnit.YEARLY, "101"))
    catalog = graded_catalog(*two)
    found = analysis_of(catalog).chosen(None, [Measure.PAY_PER_MONTH])
    assert str(analysis_table(ToldFindings(catalog, found)).rows[0][2]) == "0.0833"
    told = json.loads(json.dumps(analysis_json(ToldFindings(catalog, found), found, as_of=AS_OF)))
    assert [row["value"] for row in told["findings"]] == ["0.0833"]
    rated = stands_for("service", "a", feeder="1", months=2, gives_months=3, at_most_months=12)
    whole = stands_for("service", "a", feeder="2", months=6, standing="internal")
    asked = grade("3", service("a", 24), substitutions=[rated, whole])
    small = catalog_of(grade("1"), grade("2"), asked)
    staff = analysis_of(small).chosen(None, [Measure.OPEN_INTERNAL])
    assert analysis_table(ToldFindings(small, staff)).rows[0][2] == 18


def test_a_measure_that_is_not_there_is_refused_with_those_that_are() -> None:
    assert read_measures(["reach"]) == (Measure.REACH,)
    with pytest.raises(BadCallError, match="no measure 'gate'; it is one of gatekeeper, "):
        read_measures(["gate"])
