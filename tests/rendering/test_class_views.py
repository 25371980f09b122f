"""The page of one class as it is told: its date and age, its neighbors, and nothing of its record left out."""

from decimal import Decimal

import pytest

from ladder.catalog.loading import load_catalog
from ladder.catalog.pay_gains import PayGain
from ladder.rendering.class_views import MOST_WAYS, ClassPages, ClassPageView
from ladder.rendering.views.pay_bars import PayScales
from ladder.service_time import read_month
from ladder.specification import PayUnit
from ladder.telling.pay_words import signed_gain
from tests.telling.cases import EXPERIENCE, Json, asking, catalog_with, read_class


def page_of(class_id: str, month: str = "2026-11") -> ClassPageView:
    catalog = load_catalog()
    return ClassPages(catalog, PayScales(catalog.classes.values()), read_month(month)).view(class_id)


@pytest.mark.parametrize(
    ("month", "told"),
    [
        ("2023-11", "Rules of December 15, 2023."),
        ("2023-12", "Rules of December 15, 2023, less than a year old."),
        ("2024-11", "Rules of December 15, 2023, less than a year old."),
        ("2024-12", "Rules of December 15, 2023, 1 year old."),
        ("2026-11", "Rules of December 15, 2023, 2 years old."),
    ],
)
def test_the_age_of_the_rules_is_in_whole_years(month: str, told: str) -> None:
    assert page_of("us-ct/5246SH", month).dated == told


def test_a_class_that_is_only_named_says_that_its_rules_are_not_there() -> None:
    page = page_of("us-ct/social-services-trainee")
    assert (page.ways_heading, page.ways_lead) == (
        "",
        "We cannot say: the rules for this class are not in our data.",
    )
    assert page.facts == ()


def test_small_facts_are_number_and_grade() -> None:
    assert page_of("us-nd/0444").facts == ("Class 0444", "grade K")
    assert page_of("us-ct/5246SH").facts == ("Class 5246SH", "SH 17")


def test_gains_are_those_of_printed_pay_alone() -> None:
    assert [one.gain for one in page_of("us-nd/0443").onward] == [""]


def test_a_gain_says_what_it_is_paid_for_where_that_is_not_a_year() -> None:
    gain = PayGain(PayUnit.HOURLY, Decimal("-2.5"), Decimal(0))
    assert signed_gain(gain) == "\N{MINUS SIGN}$2.50 an hour"
    assert signed_gain(gain._replace(unit=PayUnit.YEARLY, low=Decimal(16182))) == "+$16,182"
    assert signed_gain(None) == ""


def test_more_ways_than_a_page_can_show_are_counted() -> None:
    rules: list[Json] = [{**EXPERIENCE, "id": f"requirement-{place}"} for place in range(1, MOST_WAYS + 4)]
    spec = read_class(asking(*rules, routes=[[str(one["id"])] for one in rules]))
    catalog = catalog_with(spec)
    page = ClassPages(catalog, PayScales([spec]), read_month("2026-11")).view(spec.class_id)
    assert len(page.ways) == MOST_WAYS
    assert page.ways_more.endswith("3 more stand in the rules in full, below.")
    assert page.ways_heading == "27 ways to meet the minimum."
