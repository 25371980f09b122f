"""Measures as JSON and as tables: one list a measure, the same rows in both, what is not known empty in both."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from ladder.catalog.loading import load_catalog
from ladder.csv_text import print_csv
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan
from ladder.measure_tables import Measured, tabulate_ladder, tabulate_progress
from ladder.measures.personal_progress import measure_progress
from ladder.measures.single_changes import ChangeKind
from ladder.measures.whole_ladder import measure_ladder
from ladder.paths.starts import on_day_one
from ladder.specification import ClassSpecification, PayUnit
from tests.measures.made_ladders import AS_OF, paid
from tests.rendering.catalogs import catalog_of, graded
from tests.rendering.report_pages import PERSON, history_of

HOURLY, YEARLY = PayUnit.HOURLY, PayUnit.YEARLY


def ladder_of(*classes: ClassSpecification) -> Measured:
    case = on_day_one(catalog_of(*classes), AS_OF)
    return tabulate_ladder(case, measure_ladder(case))


def progress_of(profile: Mapping[str, object], *targets: str) -> Measured:
    catalog = load_catalog()
    case = Case(catalog, history_of(catalog, profile), Plan())
    return tabulate_progress(case, measure_progress(case, targets))


def rows_of(found: Measured, name: str) -> list[dict[str, object]]:
    columns, rows = found.tables[name]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def json_of(found: Measured, name: str) -> list[dict[str, object]]:
    told = found.json[name]
    assert isinstance(told, list)
    return told


@pytest.fixture(scope="module")
def bundled() -> Measured:
    case = on_day_one(load_catalog(), AS_OF)
    return tabulate_ladder(case, measure_ladder(case))


@pytest.fixture(scope="module")
def person() -> Measured:
    return progress_of(PERSON, "us-ct/6435CL")


def names_of(found: Measured) -> Iterable[str]:
    return (name for name, told in found.json.items() if isinstance(told, list))


def test_each_list_is_a_table_of_as_many_rows_and_cells(bundled: Measured, person: Measured) -> None:
    for found in (bundled, person):
        assert set(names_of(found)) == set(found.tables)
        for name, table in found.tables.items():
            assert len(rows_of(found, name)) == len(json_of(found, name)), name
            assert print_csv(table).count("\n") == len(table.rows) + 1


def test_a_step_tells_its_time_and_its_pay() -> None:
    found = ladder_of(
        paid(graded("1"), (YEARLY, "20000")),
        paid(graded("2", feeders=["1"]), (YEARLY, "20100.50")),
        paid(graded("3", feeders=["2"]), (HOURLY, "9")),
    )
    (known, unknown), (gained, other) = json_of(found, "step_times"), rows_of(found, "step_times")
    assert known["pay_gain"] == {"unit": "yearly", "low": "100.50", "high": "0"}
    assert (known["from"], known["to"], known["status"], known["months"], known["proved_months"], known["month"]) == (
        *("xx/1", "xx/2", "after"),
        *(12, 12, "2027-11"),
    )
    assert (known["pay_gain_per_month"], gained["pay_gain_per_month"]) == ("8.3750", Decimal("8.3750"))
    pay = [gained[f"pay_gain_{name}"] for name in ("low", "high", "unit")]
    assert pay == [Decimal("100.50"), Decimal(0), "yearly"]
    assert (unknown["pay_gain"], unknown["pay_gain_per_month"], unknown["if_conditions_met"]) == (None, None, None)
    assert (other["pay_gain_low"], other["pay_gain_unit"], other["pay_gain_per_month"]) == (None, None, None)
    assert gained["source"] == "Specification, Minimum qualifications, lines 3-4, revision 2024-05"


def test_a_ladder_tells_its_classes_and_steps(bundled: Measured) -> None:
    longest, row = json_of(bundled, "most_steps")[0], rows_of(bundled, "most_steps")[0]
    assert longest["classes"] == ["us-nd/0441", "us-nd/0442", "us-nd/0443", "us-nd/0444"]
    assert (longest["steps"], longest["months"]) == (3, None)
    assert longest["if_conditions_met"] == {"months": 48, "between": None, "conditions": ["LEAD"]}
    assert row["classes"] == "us-nd/0441 | us-nd/0442 | us-nd/0443 | us-nd/0444"
    assert (row["months_if_met"], row["conditions_if_met"]) == (48, "LEAD")
    assert [one["months"] for one in json_of(bundled, "most_months")][:2] == [108, 108]
    assert (bundled.json["ladders_joined"], bundled.json["ladders_timed"], bundled.json["as_of"]) == (10, 10, "2026-11")


def test_ways_in_are_references_all_of_a_way_together(bundled: Measured) -> None:
    told = {str(one["class"]): one for one in json_of(bundled, "entries")}
    rows = {str(one["class"]): one for one in rows_of(bundled, "entries")}
    assert told["us-nd/0444"]["ways"] == [["us-nd/0444#general", "us-nd/0444#special"]]
    assert rows["us-nd/0444"]["ways"] == "us-nd/0444#general + us-nd/0444#special"
    assert told["us-nd/0441"]["title"] == "Customer Service Representative"


def test_dead_ends_counts_and_partial_records(bundled: Measured) -> None:
    ends = {str(one["class"]): one["entered"] for one in json_of(bundled, "dead_ends")}
    assert (ends["us-nd/0444"], ends["us-nd/customer-service-manager"]) == (True, False)
    assert {str(one["class"]): one["entered"] for one in rows_of(bundled, "dead_ends")}["us-nd/0444"] == "yes"
    assert json_of(bundled, "jurisdictions")[1] == {
        "jurisdiction": "us-nd",
        "name": "North Dakota",
        "classes": 6,
        "whole": 4,
        "partial": 0,
        "named_only": 2,
        "steps": 3,
    }
    assert rows_of(bundled, "jurisdictions") == json_of(bundled, "jurisdictions")
    assert {one["completeness"] for one in json_of(bundled, "not_whole")} == {"partial", "named-only"}


def test_a_break_tells_what_is_missing_or_not_in_the_data(bundled: Measured) -> None:
    told = {str(one["class"]): one for one in json_of(bundled, "breaks")}
    rows = {str(one["class"]): one for one in rows_of(bundled, "breaks")}
    lead, trainee = told["us-nd/0444"], told["us-ct/5257MP"]
    assert (lead["status"], lead["missing"], lead["unseen"]) == ("unreachable", ["us-nd/0444#special"], [])
    assert lead["if_conditions_met"] == {"months": 12, "between": None, "conditions": ["LEAD"]}
    assert (trainee["status"], trainee["unseen"], trainee["if_conditions_met"]) == ("unknown", ["PROGRAM_LENGTH"], None)
    assert (rows["us-ct/5257MP"]["missing"], rows["us-ct/5257MP"]["unseen"]) == (None, "PROGRAM_LENGTH")
    assert (rows["us-nd/0444"]["tried"], rows["us-nd/0444"]["starts"]) == (1, 1)


def test_without_rows_the_columns_are_there() -> None:
    found = ladder_of()
    assert {name: len(table.rows) for name, table in found.tables.items()} == dict.fromkeys(found.tables, 0)
    assert found.tables["breaks"].columns[:3] == ("class", "title", "status")


# ------------------------------------------------------------------ one person


def test_a_change_tells_what_it_is_and_saves() -> None:
    profile = {
        "standing": {"internal": True},
        "jobs": [{"class": "us-nd/0441", "months": 30}],
        "present": {"class": "us-nd/0441"},
        "education": {"semester_hours": 10.5},
    }
    found = progress_of(profile, "us-nd/0443")
    told = {str(one["kind"]): one for one in json_of(found, "changes")}
    rows = {str(one["kind"]): one for one in rows_of(found, "changes")}
    assert found.json["changes_toward"] == "us-nd/0443"
    degree, block, move = (told[kind] for kind in (ChangeKind.DEGREE, ChangeKind.STUDY_BLOCK, ChangeKind.MOVE))
    assert (degree["degree"], degree["field"], degree["months_saved"], degree["saves"]) == ("bachelor", None, 48, True)
    assert degree["what"] == "Hold a bachelor's degree in November 2026"
    assert (block["semester_hours"], rows["study_block"]["semester_hours"]) == (19.5, Decimal("19.5"))
    assert (move["class"], rows["move"]["class"], rows["move"]["saves"]) == ("us-nd/0442", "us-nd/0442", "yes")
    assert rows["study_a_year"]["semester_hours"] == 12


def test_a_month_where_there_was_none_is_no_number_of_months_saved() -> None:
    lead = {"jobs": [{"class": "us-nd/0443", "months": 24}], "present": {"class": "us-nd/0443"}}
    found = progress_of(lead | {"standing": {"internal": True}}, "us-nd/0444")
    (confirmed,) = [one for one in json_of(found, "changes") if one["condition"] == "LEAD"]
    assert (confirmed["saves"], confirmed["months_saved"], confirmed["months"]) == (True, None, 0)


def test_what_comes_next_and_what_is_met_now(person: Measured) -> None:
    doors = json_of(person, "next")
    assert [one["target"] for one in doors] == [one["target"] for one in rows_of(person, "next")]
    assert doors[0]["target"] == "us-nd/0443"
    assert rows_of(person, "one_step_on") == [{"class": "us-nd/0443", "title": "Customer Service Consultant"}]
    assert [one["target"] for one in json_of(person, "assessments")] == ["us-ct/6435CL"]
    assert (person.json["as_of"], person.json["feeders_left_out"]) == ("2026-11", 0)


def test_where_all_is_met_no_change_is_looked_at() -> None:
    held = {"jobs": [{"class": "us-nd/0441", "months": 24}], "present": {"class": "us-nd/0441"}}
    found = progress_of(held | {"standing": {"internal": True}}, "us-nd/0442")
    assert (found.json["changes_toward"], found.json["changes"]) == (None, [])
    assert found.tables["changes"].rows == ()


def test_hours_that_no_decimal_ends_are_a_fraction_in_text() -> None:
    profile = {"present": {"class": "us-nd/0441"}, "education": {"quarter_hours": 1}}
    found = progress_of(profile, "us-nd/0443")
    (block,) = [one for one in json_of(found, "changes") if one["kind"] == "study_block"]
    (row,) = [one for one in rows_of(found, "changes") if one["kind"] == "study_block"]
    assert (block["semester_hours"], row["semester_hours"]) == (str(30 - Fraction(2, 3)), "88/3")
