"""The report about a catalog tells what was measured, and says where a list is cut short."""

import json

import pytest

from benchmarks.synthetic import make_catalog
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.records import validate_json
from ladder.rendering.reports.catalog_reports import render_catalog_report
from ladder.specification import PayUnit
from tests.measures.made_ladders import AS_OF, paid
from tests.rendering.catalogs import catalog_of, graded
from tests.rendering.report_pages import words_of


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


def test_long_lists_are_cut_short_and_say_so() -> None:
    catalog = Catalog(validate_json(CatalogRecord, json.dumps(make_catalog(60))))
    page = render_catalog_report(catalog, as_of=AS_OF)
    words = words_of(page)
    assert "steps are listed." in words
    assert "The first 40 of" in words
    assert len(page.encode()) < 400_000


@pytest.mark.full
def test_a_catalog_of_700_classes_makes_a_page_under_a_megabyte() -> None:
    catalog = Catalog(validate_json(CatalogRecord, json.dumps(make_catalog(700))))
    assert len(render_catalog_report(catalog, as_of=AS_OF).encode()) < 1_000_000


def test_a_break_tells_what_is_missing_or_why_it_cannot_be_told(bundled: Catalog) -> None:
    words = words_of(render_catalog_report(bundled, as_of=AS_OF))
    lead = "If 12 of those months are lead work (your supervisor must confirm it)"
    assert f"special experience is missing. {lead}, it would take 1 year." in words
    assert "It cannot be told. The length of the training is not in our data" in words


def test_pay_gained_a_month_is_rounded_to_a_hundredth_of_a_cent() -> None:
    catalog = catalog_of(
        paid(graded("1"), (PayUnit.HOURLY, "10.10"), (PayUnit.YEARLY, "21000")),
        paid(graded("2", feeders=["1"]), (PayUnit.HOURLY, "10.35"), (PayUnit.YEARLY, "21500.10")),
        paid(graded("3", feeders=["1"]), (PayUnit.HOURLY, "9.60")),
        paid(graded("4", feeders=["1"]), (PayUnit.MONTHLY, "9000")),
    )
    words = words_of(render_catalog_report(catalog, as_of=AS_OF))
    assert "$500.10 a year [1] 1 year $41.675 a year" in words
    assert "-$0.50 an hour [1] 1 year -$0.0417 an hour" in words
