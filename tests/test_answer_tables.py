"""Answers as tables: what each column holds, and that nothing unknown becomes a figure."""

from decimal import Decimal

import pytest

from ladder.answer_tables import (
    ASSESS_COLUMNS,
    CLASS_COLUMNS,
    PATH_COLUMNS,
    REACH_COLUMNS,
    STEP_COLUMNS,
    Table,
    assess_table,
    class_table,
    path_table,
    reach_table,
    step_table,
)
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.catalog.steps import Step, StepKind
from ladder.eligibility.answer_conditions import Condition, Effect
from ladder.eligibility.answers import Assessment, Move, Status
from ladder.paths.path_answers import PathAnswer
from ladder.service_time import read_month
from ladder.sources import Source
from tests.measure import ROOT

AGREED = (ROOT / "docs" / "contracts.md").read_text("utf-8")
CT, ND, NAMED = "us-ct/5246SH", "us-nd/0444", "us-ct/office-assistant"
AS_OF = read_month("2026-11")
STEP_SOURCE = Source(document="d.txt", section="Routes", lines=(9, 9))


def catalog() -> Catalog:
    return load_catalog(None)


def move(to: str, *, months: int, route: str = "internal") -> Move:
    return Move("us-nd/0443", to, "internal_qualification", months, months, route, ("LEAD",), STEP_SOURCE)


def only_row(table: Table) -> dict[str, object]:
    (row,) = table.rows
    return dict(zip(table.columns, row, strict=True))


@pytest.mark.parametrize(
    ("commands", "columns"),
    [
        ("`reach`, `feeders`", REACH_COLUMNS),
        ("`path`", PATH_COLUMNS),
        ("`assess`", ASSESS_COLUMNS),
        ("`classes`", CLASS_COLUMNS),
    ],
)
def test_the_columns_are_those_of_the_contracts(commands: str, columns: tuple[str, ...]) -> None:
    section = AGREED.partition("## 7. Tables as CSV\n")[2].partition("\n## ")[0]
    assert f"\n| {commands} | {', '.join(columns)} |\n" in section


def test_an_assessment_tells_routes_conditions_with_their_effect_and_pay_as_figures() -> None:
    answer = Assessment(
        CT,
        Status.AFTER,
        AS_OF,
        months=4,
        routes=("general", "internal"),
        conditions=(Condition("EXAM", "An examination.", Effect.SHOWN), Condition("LEAD", "Lead.", Effect.ASKED)),
        file_months=1,
    )
    assert only_row(assess_table(catalog(), [answer])) == {
        "target": CT,
        "title": "Labor Department Community Services Representative",
        "status": "after",
        "months": 4,
        "month": "2027-03",
        "file_month": "2026-12",
        "routes": "general | internal",
        "missing": None,
        "conditions": "EXAM (shown) | LEAD (asked)",
        "pay_low": Decimal(57625),
        "pay_high": Decimal(72787),
        "pay_unit": "yearly",
        "source": "000_fb6d06c11bab8aef.txt, Heading, line 3, revision 2023-12-15 | "
        "000_fb6d06c11bab8aef.txt, Heading; the grade again on line 127, lines 5-6, revision 2023-12-15",
    }


def test_each_set_of_what_is_missing_is_kept_whole() -> None:
    answer = Assessment(ND, Status.UNREACHABLE, AS_OF, missing=(("a#general",), ("a#special", "a#degree")))
    assert only_row(assess_table(catalog(), [answer]))["missing"] == "a#general | a#special + a#degree"


def test_what_is_not_known_is_none_and_months_of_now_are_0() -> None:
    unknown = only_row(assess_table(catalog(), [Assessment(NAMED, Status.UNKNOWN, AS_OF)]))
    told = {"target": NAMED, "title": "Office Assistant", "status": "unknown"}
    source = unknown["source"]
    assert source == str(catalog().classes[NAMED].source)
    assert unknown == dict.fromkeys(ASSESS_COLUMNS) | told | {"source": source}
    now = only_row(assess_table(catalog(), [Assessment(ND, Status.NOW, AS_OF, months=0)]))
    assert (now["months"], now["month"], now["pay_low"], now["pay_unit"]) == (0, "2026-11", None, None)


def test_a_row_of_reach_is_cited_by_its_last_step_else_by_the_class() -> None:
    reached = Assessment(ND, Status.AFTER, AS_OF, months=12, routes=("internal",), steps=(move(ND, months=12),))
    row = only_row(reach_table(catalog(), [("us-nd/0443", reached)]))
    assert row == dict.fromkeys(REACH_COLUMNS) | {
        "from": "us-nd/0443",
        "to": ND,
        "title": "Customer Service Senior Consultant",
        "status": "after",
        "months": 12,
        "month": "2027-11",
        "route": "internal",
        "source": "d.txt, Routes, line 9",
    }
    never = only_row(reach_table(catalog(), [("us-nd/0443", Assessment(ND, Status.UNREACHABLE, AS_OF))]))
    assert (never["months"], never["route"]) == (None, None)
    assert never["source"] == str(catalog().classes[ND].source)


def test_a_path_has_a_row_a_step_of_each_ladder_the_last_with_the_months_of_the_answer() -> None:
    steps = (move("us-nd/0443", months=5), move(ND, months=17, route=""))
    best = Assessment(ND, Status.AFTER, AS_OF, months=17, steps=steps)
    other = Assessment(ND, Status.AFTER, AS_OF, months=20, steps=(move(ND, months=20),))
    table = path_table(catalog(), PathAnswer("us-nd/0442", ND, best, (other,)))
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(one["ladder"], one["step"], one["to"], one["months"]) for one in rows] == [
        (1, 1, "us-nd/0443", 5),
        (1, 2, ND, 17),
        (2, 1, ND, 20),
    ]
    assert rows[1] == dict.fromkeys(PATH_COLUMNS) | {
        "ladder": 1,
        "step": 2,
        "from": "us-nd/0443",
        "to": ND,
        "kind": "internal_qualification",
        "hold_months": 17,
        "months": 17,
        "month": "2028-04",
        "source": "d.txt, Routes, line 9",
    }


def test_a_path_without_a_time_is_a_row_without_one_and_no_ladder_is_no_row() -> None:
    best = Assessment(ND, Status.UNREACHABLE, AS_OF)
    row = only_row(path_table(catalog(), PathAnswer("us-nd/0442", ND, best)))
    source = str(catalog().classes[ND].source)
    assert row == dict.fromkeys(PATH_COLUMNS) | {"from": "us-nd/0442", "to": ND, "source": source}
    assert path_table(catalog(), PathAnswer("us-nd/0442", ND, None)).rows == ()


def test_a_class_has_its_grade_even_where_no_pay_is_printed() -> None:
    spec = catalog().classes[ND]
    row = only_row(class_table([spec]))
    assert row == dict.fromkeys(CLASS_COLUMNS) | {
        "class": ND,
        "title": spec.title,
        "pay_plan": "Hay",
        "pay_grade": "K",
        "completeness": "whole",
        "revision": "2012-07",
        "source": str(spec.source),
    }
    assert only_row(class_table([catalog().classes[CT]]))["pay_low"] == Decimal(57625)
    assert only_row(class_table([catalog().classes[NAMED]]))["pay_grade"] is None


def test_a_step_has_its_months_as_asked_and_its_certainty() -> None:
    step = Step("us-aa/1", "us-aa/2", StepKind.SPECIAL_EXPERIENCE, None, STEP_SOURCE, promotion=True)
    row = only_row(step_table([step]))
    assert row == dict.fromkeys(STEP_COLUMNS) | {
        "from": "us-aa/1",
        "to": "us-aa/2",
        "kind": "special_experience",
        "certainty": "named",
        "promotion": "yes",
        "partial": "no",
        "source": "d.txt, Routes, line 9",
    }
