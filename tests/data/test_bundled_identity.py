"""Pay, dates, spellings, conditions and jurisdictions of the bundled data."""

from collections import Counter
from decimal import ROUND_UP, Decimal

import pytest

from ladder.specification import Completeness, PayUnit
from tests.data.bundled import PARTIAL, SERIES, WHOLE, bundled, paid_classes, specification


@pytest.mark.parametrize(
    ("class_id", "plan", "grade"),
    [
        ("us-ct/5246SH", "SH", "17"),
        ("us-ct/0029MP", "MP", "57"),
        ("us-ct/6435CL", "CL", "16"),
        ("us-ct/5257MP", "MP", "63"),
        ("us-ct/5258MP", "MP", "65"),
        ("us-nd/0441", "Hay", "H"),
        ("us-nd/0442", "Hay", "I"),
        ("us-nd/0443", "Hay", "J"),
        ("us-nd/0444", "Hay", "K"),
    ],
)
def test_plan_and_grade(class_id: str, plan: str, grade: str) -> None:
    pay = specification(class_id).pay
    assert pay is not None
    assert (pay.plan, pay.grade) == (plan, grade)


@pytest.mark.parametrize(
    ("class_id", "effective", "established", "revised", "replaces"),
    [
        ("us-ct/5246SH", "2023-12-15", "1992-09-07", "2023-12-15", "2023-03-08"),
        ("us-ct/0029MP", "2022-04-01", "2000-02-11", "2022-11-18", "2010-12-03"),
        ("us-ct/6435CL", "2022-12-30", "1986-04-25", "2022-12-30", "2009-05-26"),
        ("us-ct/5257MP", "2022-04-22", "2019-10-25", "2022-04-21", "2019-10-25"),
        *((class_id, "2000-04", None, "2012-07", None) for class_id in SERIES),
    ],
)
def test_dates(class_id: str, effective: str, established: str | None, revised: str, replaces: str | None) -> None:
    dates = specification(class_id).dates
    found = (dates.effective, dates.established, dates.revised, dates.replaces)
    assert found == (effective, established, revised, replaces)
    assert specification(class_id).revision == revised


@pytest.mark.parametrize(
    ("class_id", "codes"),
    [
        ("us-ct/5246SH", ["TITLE38", "LANGUAGE", "TRAVEL"]),
        ("us-ct/0029MP", []),
        ("us-ct/6435CL", []),
        ("us-ct/5257MP", ["LICENCE", "TRAVEL"]),
        *((class_id, ["SELECTION", "HIRING_AUTHORITY"]) for class_id in SERIES),
    ],
)
def test_shown_conditions(class_id: str, codes: list[str]) -> None:
    assert [condition.code for condition in specification(class_id).conditions] == codes


def test_completeness_of_every_class() -> None:
    found = Counter(spec.completeness for spec in bundled().record.classes)
    assert found == {Completeness.WHOLE: 8, Completeness.PARTIAL: 2, Completeness.NAMED_ONLY: 12}
    assert {spec.class_id for spec in bundled().record.classes if spec.completeness is Completeness.WHOLE} == {
        *WHOLE,
        *SERIES,
    }
    assert all(specification(class_id).completeness is Completeness.PARTIAL for class_id in PARTIAL)


def test_the_series_climbs_one_rank_a_class() -> None:
    series = [specification(class_id).series for class_id in SERIES]
    assert [(one.name, one.rank) for one in series if one] == [("Customer Service", rank) for rank in (1, 2, 3, 4)]


def test_all_six_pay_points_fit_the_pay_basis() -> None:
    basis = bundled().jurisdictions["us-ct"].pay_basis
    assert basis is not None
    fitting = 0
    for spec in paid_classes():
        assert spec.pay is not None
        ranges = {one.unit: (one.low, one.high) for one in spec.pay.ranges}
        points = zip(ranges[PayUnit.YEARLY], ranges[PayUnit.BIWEEKLY], ranges[PayUnit.HOURLY], strict=True)
        for yearly, biweekly, hourly in points:
            assert rounded_up(yearly / basis.pay_periods_a_year) == biweekly
            assert rounded_up(biweekly / basis.hours_a_pay_period) == hourly
            assert hourly * 2080 != yearly
            fitting += 1
    assert fitting == 6


def rounded_up(dollars: Decimal) -> Decimal:
    return dollars.quantize(Decimal("0.01"), rounding=ROUND_UP)


@pytest.mark.parametrize(
    ("text", "class_id"),
    [
        ("5246", "us-ct/5246SH"),
        ("4952", "us-ct/5246SH"),
        ("Labor Department Community Service Representative", "us-ct/5246SH"),
        ("Labor Department Community Services Representative(RC)", "us-ct/5246SH"),
        ("Customer Services Representative", "us-nd/0441"),
        ("Customer Services Specialist", "us-nd/0442"),
        ("Customer Services Consultant", "us-nd/0443"),
        ("customer service senior consultant", "us-nd/0444"),
    ],
)
def test_printed_spellings_find_their_class(text: str, class_id: str) -> None:
    assert bundled().find_class(text).class_id == class_id


def test_the_pay_variant_is_an_alias_with_its_own_grade() -> None:
    (alias,) = specification("us-ct/5246SH").aliases
    assert alias.pay is not None
    assert (alias.code, alias.pay.plan, alias.pay.grade) == ("4952", "SH", "20")
    assert "2002-04-19" in alias.note


def test_every_convention_is_noted_in_each_jurisdiction() -> None:
    wanted = [f"C{number}" for number in range(1, 20)]
    for jurisdiction in bundled().record.jurisdictions:
        assert [note.id for note in jurisdiction.convention_notes] == wanted


def test_rulings_are_those_of_c11_and_no_others() -> None:
    assert bundled().jurisdictions["us-ct"].rulings == ()
    found = {
        (ruling.class_id, requirement, ruling.shows.code if ruling.shows else None)
        for ruling in bundled().jurisdictions["us-nd"].rulings
        for requirement in ruling.counts_toward
    }
    shown = {"0441": None, "0442": "PROGRESSIVE", "0443": "PROGRESSIVE", "0444": None}
    assert found == {
        (served, f"us-nd/{code}#general", condition) for served in SERIES for code, condition in shown.items()
    }


def test_jurisdiction_switches_and_notes() -> None:
    connecticut, north_dakota = bundled().jurisdictions["us-ct"], bundled().jurisdictions["us-nd"]
    assert (connecticut.offers_inferred_steps, north_dakota.offers_inferred_steps) == (True, False)
    assert connecticut.exam_designations == ("Classified/Competitive",)
    assert north_dakota.grades_lowest_first == ("H", "I", "J", "K")
    assert [note.date for note in north_dakota.notes] == ["2020-07-01"]
