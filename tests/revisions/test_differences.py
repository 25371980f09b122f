"""Each part that differs is one row with what it says in words; catalogs alike differ in nothing."""

from dataclasses import replace
from typing import Any

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.revision_tables import DIFF_COLUMNS, diff_json, diff_table
from ladder.revisions.differences import Compared
from ladder.service_time import read_month
from ladder.telling.told_revisions import ToldDifferences, classes_in
from tests.eligibility.small_catalogs import SOURCE, catalog_of, grade, other, service, stands_for

Json = dict[str, Any]
WORK = service("general", 24)
PAY = {"plan": "P", "grade": "A", "ranges": [{"unit": "yearly", "low": "10", "high": "20"}], "source": SOURCE}


def told_of(before: list[Json], after: list[Json]) -> ToldDifferences:
    pair = Compared(catalog_of(*before), catalog_of(*after))
    return ToldDifferences(pair, pair.differences())


def changes_of(before: Json, after: Json) -> list[str]:
    told = told_of([before, grade("0"), grade("2")], [after, grade("0"), grade("2")])
    return [told.sentence(one) for one in told.found]


def test_catalogs_alike_differ_in_nothing_and_a_source_alone_is_no_change() -> None:
    catalog = load_catalog()
    told = ToldDifferences(Compared(catalog, catalog), Compared(catalog, catalog).differences())
    assert (told.found, told.headline(names=("a", "b"))) == ((), "Nothing differs between a and b.")
    assert told.headline(names=("a", ""), since=read_month("2015-01")) == (
        "Nothing in our data has changed since January 2015."
    )
    moved = tuple(replace(one, source=replace(one.source, section="Elsewhere")) for one in catalog.record.classes)
    assert Compared(catalog, Catalog(replace(catalog.record, classes=moved))).differences() == ()


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({}, {"title": "Clerk"}, "Another title: Clerk; before: Class 1."),
        (
            {"dates": {"revised": "2010-01"}},
            {"dates": {"revised": "2015-01"}},
            "Rules of another date: January 2015; before: January 2010.",
        ),
        ({}, {"completeness": "partial"}, "More or less of its rules is in our data: we have part of the rules."),
        ({}, {"pay": PAY}, "Pay told: P A: $10 to $20 a year."),
        ({"pay": PAY}, {}, "Pay no longer told; before: P A: $10 to $20 a year."),
        ({}, {"series": {"name": "S", "rank": 2}}, "Put in a series: S, rank 2."),
        (
            {},
            {"early_filing": {"lacking_months": 6, "source": SOURCE}},
            "Leave to apply early: 6 months or less may be lacking.",
        ),
        ({}, {"conditions": [{"code": "X", "text": "told", "source": SOURCE}]}, "HR decides something more."),
        ({}, {"occupational_group": "G"}, "Occupational group told: G."),
        ({"notes": ["n"]}, {"notes": ["m"]}, "Notes changed."),
    ],
)
def test_what_is_told_of_facts(before: Json, after: Json, told: str) -> None:
    assert changes_of(grade("1", WORK, **before), grade("1", WORK, **after)) == [told]


def test_what_is_told_of_rules() -> None:
    special = service("special", 12, "0", within="general")
    assert changes_of(grade("1", WORK), grade("1", service("general", 12))) == [
        "General experience: 1 year less: general experience (1 year); before: general experience (2 years)."
    ]
    assert changes_of(grade("1", WORK), grade("1", service("general", 25)))[0].startswith(
        "General experience: 1 month more: "
    )
    gone = changes_of(grade("1", WORK, special), grade("1", WORK, routes=[["general"]]))
    assert gone[0] == (
        "Special experience taken out; before: special experience (1 year of the general experience). 1 pair of "
        "classes touched."
    )
    assert [one.partition(":")[0] for one in gone[1:]] == ["A way taken out", "A way added"]
    assert changes_of(grade("1", WORK), grade("1", {**WORK, "what": "other work"})) == [
        "General experience reads otherwise: general experience (2 years); before: general experience (2 years)."
    ]


def test_what_is_told_of_substitutions() -> None:
    study = stands_for("study", "general", semester_hours=30, months=12, at_most_months=12)
    two = [study, {**study, "semester_hours": 15, "months": 6}]
    degree = stands_for("degree", "general", degree="law", months=12)
    feeder = stands_for("service", "general", feeder="0", months=12)
    program = stands_for("programme", "general", programme="us-xx/2")
    for substitutions, told in (
        ([study], "Something more may count instead: study: 30 college credits count as 1 year"),
        ([degree], "Something more may count instead: a degree: A law degree counts as 1 year"),
        ([feeder], "Something more may count instead: service as Class 0: 1 year"),
        ([program], "Something more may count instead: training program: Completing"),
    ):
        (found,) = changes_of(grade("1", WORK), grade("1", WORK, substitutions=substitutions))
        assert found.startswith(told[:40]), found
    assert len(changes_of(grade("1", WORK), grade("1", WORK, substitutions=two))) == 2


def test_classes_that_come_and_go() -> None:
    undated, dated = grade("1", WORK), grade("1", WORK, dates={"revised": "2015-03"})
    named = grade("1")
    cases = [
        ([], [undated], "New in our data."),
        ([], [dated], "New in our data, with rules dated March 2015."),
        ([dated], [], "Gone from our data."),
        ([named], [undated], "Its rules are in our data; what it asked before is not."),
        ([named], [dated], "Its rules of March 2015 are in our data; what it asked before is not."),
        ([dated], [named], "Only named: its rules are no longer in our data."),
    ]
    for before, after, words in cases:
        told = told_of(before, after)
        assert [told.sentence(one) for one in told.found] == [words]
        assert told.title("us-xx/1") == "Class 1"


def test_the_headline_counts_classes_by_the_way_they_changed() -> None:
    before = [grade("0"), grade("1", WORK), grade("2", WORK), grade("3", WORK), grade("4", WORK), grade("6", WORK)]
    after = [grade("1", service("general", 12)), grade("2", WORK, title="T") | {"title": "T"}, grade("5", WORK)]
    after += [grade("0", WORK), grade("6", other("credential", "general", name="a license"))]
    told = told_of(before, after)
    assert told.headline(names=("a", "b")) == (
        "7 classes changed between a and b: 2 new or described for the first time, 2 gone, 2 ask something else and 1 "
        "changed in something else."
    )
    assert (
        told_of([grade("1", WORK)], [grade("1", service("general", 12))]).headline(
            names=("a", "b"), since=read_month("2015-01")
        )
        == "1 class changed in our data since January 2015: 1 asks something else."
    )
    assert len(classes_in(told.found)) == 7


def test_the_table_and_json_have_the_same_rows() -> None:
    trainee = {"class": "us-xx/1", "months": 12, "source": SOURCE}
    before = [grade("0", WORK), grade("1", service("general", 24, "0"))]
    after = [grade("0", WORK, trainee_targets=[trainee]), grade("1", service("general", 12, "0"))]
    told = told_of(before, after)
    table = diff_table(told)
    assert table.columns == ("class", "change", "requirement", "before", "after", "ladders", "source")
    assert table.rows[1] == (
        "us-xx/1",
        "General experience: 1 year less",
        "us-xx/1#general",
        "general experience (2 years)",
        "general experience (1 year)",
        1,
        "d.txt, s, line 1",
    )
    assert table.rows[0][1:6] == ("It trains for another class", None, None, None, 0)
    found = diff_json(told, headline="told")
    assert found["told"] == "told"
    rows = found["changes"]
    assert isinstance(rows, list)
    assert [tuple(row)[:6] for row in rows] == [DIFF_COLUMNS[:6]] * 2
