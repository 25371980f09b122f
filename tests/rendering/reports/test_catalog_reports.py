"""The report about a catalog tells what was measured, and says where a list is cut short."""

import json
import re
from functools import cache
from pathlib import Path

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


def list_of(page: str, name: str) -> list[str]:
    """Return the rows of a list of the page, each as words."""
    section = re.search(rf'<section id="{name}".*?</section>', page, re.DOTALL)
    assert section, name
    body = section[0].partition("<tbody")[2]
    return [words_of(f"<body>{row}") for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)]


def card(page: str, heading: str) -> str:
    """Return the words of a finding's card."""
    found = re.search(rf"<li>\s*<h2>{heading}</h2>.*?</li>", page, re.DOTALL)
    assert found, heading
    return words_of(f"<body>{found[0]}")


@cache
def page_of(name: str | None) -> str:
    """Return the report about the bundled catalog, or about a city."""
    return render_catalog_report(load_catalog(Path(name) if name else None), as_of=AS_OF)


@pytest.mark.untraced
def test_long_lists_are_cut_short_and_say_so() -> None:
    catalog = Catalog(validate_json(CatalogRecord, json.dumps(make_catalog(60))))
    page = render_catalog_report(catalog, as_of=AS_OF)
    words = words_of(page)
    assert re.search(r"The first 40 of \d+ are listed\.", words)
    assert re.search(r"The first 10 of \d+ are listed\.", words)
    assert len(page.encode()) < 400_000


FINDINGS = {
    "gates": ("Gatekeepers", r"(\d+) classes are gatekeepers"),
    "ends": ("No next step", r"(\d+) of \d+ classes lead"),
    "one": ("One way in", r"(\d+) of \d+ classes with a step in are fed by one class"),
    "degrees": ("Degree asked", r"(\d+) of \d+ classes ask"),
}


@pytest.mark.parametrize("name", [None, "los-angeles", "philadelphia"])
def test_the_figure_of_each_finding_equals_its_list(name: str | None) -> None:
    page = page_of(name)
    for place, (heading, pattern) in FINDINGS.items():
        told = card(page, heading)
        if name is None and place == "gates":
            assert told == "Gatekeepers None in our data."
            continue
        figure = re.search(pattern, told)
        assert figure, told
        assert int(figure[1]) == len(list_of(page, place)) > 0
        assert f"All {figure[1]}" in told
    longest = list_of(page, "longest")
    moves = re.search(r"(\d+) moves?, from (.+) to (.+?)\.", card(page, "Longest path"))
    assert moves
    assert moves[2] in longest[0]
    assert moves[3] in longest[0]
    assert f" {moves[1]} " in longest[0]


def test_a_finding_that_is_empty_says_so_and_links_nowhere() -> None:
    page = render_catalog_report(catalog_of(graded("1")), as_of=AS_OF)
    for heading in ("Gatekeepers", "One way in", "Degree asked", "Longest path"):
        told = card(page, heading)
        assert told == f"{heading} None in our data."
    assert words_of(page).startswith("How 1 class moves up ")
    assert len(re.findall(r'href="#(\w+)"', page)) == len(set(re.findall(r'href="#(\w+)"', page)))


def test_a_report_leads_with_findings_and_every_link_has_its_list() -> None:
    page = page_of("los-angeles")
    assert page.index('class="findings"') < page.index("<table")
    assert {"longest", "entries", "waits", "counts"} <= set(re.findall(r'href="#([a-z]+)"', page))
    links = set(re.findall(r'href="#([a-z0-9-]+)"', page))
    assert links <= set(re.findall(r'id="([a-z0-9-]+)"', page))
    assert "requirement 2 (" not in words_of(page).partition("Out of reach")[0]


@pytest.mark.full
def test_a_catalog_of_700_classes_makes_a_page_under_a_megabyte() -> None:
    catalog = Catalog(validate_json(CatalogRecord, json.dumps(make_catalog(700))))
    assert len(render_catalog_report(catalog, as_of=AS_OF).encode()) < 1_000_000


def test_a_break_tells_what_is_missing_or_why_it_cannot_be_told(bundled: Catalog) -> None:
    words = words_of(render_catalog_report(bundled, as_of=AS_OF))
    assert "Missing: special experience (1 year of the general experience as lead worker). 1 year, if 12 of " in words
    assert "We cannot say. The length of the training is not in our data" in words


def test_pay_gained_a_month_is_rounded_to_a_hundredth_of_a_cent() -> None:
    catalog = catalog_of(
        paid(graded("1"), (PayUnit.HOURLY, "10.10"), (PayUnit.YEARLY, "21000")),
        paid(graded("2", feeders=["1"]), (PayUnit.HOURLY, "10.35"), (PayUnit.YEARLY, "21500.10")),
        paid(graded("3", feeders=["1"]), (PayUnit.HOURLY, "9.60")),
        paid(graded("4", feeders=["1"]), (PayUnit.MONTHLY, "9000")),
    )
    words = words_of(render_catalog_report(catalog, as_of=AS_OF))
    assert "+$500.10 a year [1] 1 year +$41.675 a year" in words
    assert "\N{MINUS SIGN}$0.50 an hour [1] 1 year \N{MINUS SIGN}$0.0417 an hour" in words


def test_the_style_sheet_knows_each_list_whose_sources_paper_holds() -> None:
    page = page_of(None)
    cited_in = re.findall(r'<li id="source-[0-9]+" value="[0-9]+" class="([^"]+)"', page)
    lists = {one.removeprefix("in-") for names in cited_in for one in names.split()} - {"first"}
    assert len(lists) > 8
    assert [one for one in lists if f"main:has(#{one}:target) #sources li:not(.in-{one})" not in page] == []
