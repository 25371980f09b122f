"""Which classes come next (docs/semantics.md, C27)."""

from typing import Any

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan
from ladder.paths.next_classes import classes_ahead, next_classes
from ladder.qualifications import Certainty
from tests.eligibility.small_catalogs import SOURCE, Json, catalog_of, grade, person, service, work

ALL_FIELD: Json = {"or_in_field": True}


def paid(low: str, **more: Json) -> Json:
    ranges = [{"unit": "yearly", "low": low, "high": "90"}]
    return {"pay": {"plan": "P", "grade": low, "ranges": ranges, "source": SOURCE}, **more}


def ranked(rank: int) -> Json:
    return {"series": {"name": "S", "rank": rank}}


def open_to_all(code: str, months: int, **more: Any) -> Json:  # noqa: ANN401 - fields of a record
    return grade(code, service("e0", months, "h", **ALL_FIELD), **more)


CATALOG = catalog_of(
    open_to_all("h", 5, **paid("50", **ranked(2))),
    open_to_all("low", 6, **paid("60", **ranked(1))),
    open_to_all("beside", 9, **paid("50", **ranked(2))),
    open_to_all("up", 12, **paid("60", **ranked(3))),
    open_to_all("soon", 3),
    open_to_all("poor", 2, **paid("40")),
    open_to_all("met", 0, **paid("70")),
    grade("never", service("e0", 3, "z")),
    grade("named"),
    {**open_to_all("away", 1, **paid("80")), "jurisdiction": "us-yy"},
    grade("z"),
)


def told(catalog: Catalog, *, lower_pay: bool = False, **profile: Any) -> list[str]:  # noqa: ANN401 - fields of a record
    history = person(catalog, **profile)
    answers = [assess(Case(catalog, history, Plan()), one) for one in reversed(list(catalog.classes))]
    found = next_classes(Case(catalog, history, Plan()), answers, lower_pay=lower_pay)
    gains = [one.pay_gain for one in found]
    return [
        f"{one.answer.target.partition('/')[2]} {one.answer.months} {gain.low if gain else '-'}"
        for one, gain in zip(found, gains, strict=True)
    ]


def test_not_met_not_held_not_below_not_behind_home_first_soonest_first() -> None:
    assert told(CATALOG, present=work("h")) == ["soon 3 -", "beside 9 0", "up 12 10", "away 1 30"]


def test_classes_that_pay_less_stand_behind_a_request() -> None:
    assert told(CATALOG, lower_pay=True, present=work("h"))[:2] == ["poor 2 -10", "soon 3 -"]


def test_what_leads_to_the_class_held_is_not_next() -> None:
    level: Json = {"class": "us-xx/low", "certainty": "level"}
    catalog = catalog_of(
        grade("h", service("e0", 1, level)),
        grade("low", service("e0", 2, "peer", "h", **ALL_FIELD), **paid("1")),
        grade("peer", service("e0", 2, "h"), **paid("1")),
        grade("other", service("e0", 2, "h")),
    )
    assert told(catalog, present=work("h")) == ["other 2 -"]
    history = person(catalog, present=work("h"))
    assert classes_ahead(Case(catalog, history, Plan(include=frozenset([Certainty.PEER])))) == ("us-xx/other",)


@pytest.mark.parametrize(
    "present", [None, [work("h"), work("never")], {"title": "Baker", "counts_toward": ["us-xx/soon#e0"]}]
)
def test_without_one_class_held_nothing_is_gained_and_nothing_pays_less(present: Json | None) -> None:
    held: Json = {} if present is None else {"present": present}
    found = told(CATALOG, jobs=[work("h", 1)], **held)
    assert all(one.endswith(" -") for one in found)
    assert ("poor 1 -" in found) == isinstance(present, list)


def test_to_who_holds_no_class_every_place_is_home() -> None:
    found = told(CATALOG, present={"title": "Baker", "counts_toward": [f"us-xx/{one}#e0" for one in ("up", "soon")]})
    assert found == ["soon 3 -", "up 12 -"]


def test_in_one_month_the_better_paid_comes_first() -> None:
    classes = [open_to_all(code, 4, **paid(low)) for code, low in (("a", "60"), ("b", "70"), ("c", "60"))]
    assert told(catalog_of(grade("h", **paid("50")), *classes), present=work("h")) == ["b 4 20", "a 4 10", "c 4 10"]


def test_a_specialist_is_not_told_the_class_below() -> None:
    catalog = load_catalog()
    history = person(catalog, present={"class": "us-nd/0442"})
    answers = [assess(Case(catalog, history, Plan()), one) for one in catalog.classes]
    assert next(one for one in answers if one.target == "us-nd/0441").months == 48
    found = [one.answer.target for one in next_classes(Case(catalog, history, Plan()), answers)]
    assert "us-nd/0441" not in found
    assert found[0] == "us-nd/0443"
