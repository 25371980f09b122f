"""No code, no id and no reference stands in the text of a page or report: addresses, commands and JSON have them."""

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.condition_codes import ConditionCode
from ladder.rendering.ladder_map import render_map
from ladder.rendering.reports.catalog_reports import render_catalog_report
from ladder.rendering.reports.class_reports import render_class_report
from ladder.rendering.site.all_pages import site_pages
from tests.rendering.report_pages import AS_OF, four_reports, path_page, profile_page

pytestmark = pytest.mark.untraced
PLACES = ("", "los-angeles", "philadelphia")
SHARE = 1 if os.environ.get("LADDER_FULL") else 100
"""Of so many class pages and class reports one is rendered."""
CODES = [code.value for code in ConditionCode if "_" in code.value]
ONE_WORD = [code.value for code in ConditionCode if "_" not in code.value]
IDS = re.compile(
    rf"\b(?:{'|'.join(CODES)})\b"
    rf"|\b(?:{'|'.join(ONE_WORD)}) \((?:asked|shown|closed|assumed)\)"
    r"|\b(?:requirement|route|special|general|credential|education|program)-\d"
    r"|\bsub:|\bus-[a-z]{2}(?:-[a-z-]+)?/|[a-z0-9]#[a-z]+|\bnamed-only\b"
)


@cache
def catalog_of(place: str) -> Catalog:
    return load_catalog(Path(place) if place else None)


def text_of(page: str) -> str:
    """Return what a person reads of a page: no script, no style, no tag, no address; what stands in code is typed."""
    body = page.partition("<body")[2]
    for element in ("script", "style", "code", "svg"):
        body = re.sub(rf"<{element}\b.*?</{element}>", " ", body, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", body))


def ids_in(pages: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{name}: {found[0]}" for name, page in pages for found in IDS.finditer(text_of(page))]


def reports(place: str) -> Iterator[tuple[str, str]]:
    catalog = catalog_of(place)
    yield "catalog report", render_catalog_report(catalog, as_of=AS_OF)
    for class_id in list(catalog.classes)[::SHARE]:
        yield f"report of {class_id}", render_class_report(catalog, class_id, as_of=AS_OF)
    for step in catalog.steps[::SHARE]:
        yield f"path to {step.target_class}", path_page(catalog, step.feeder_class, step.target_class)
        profile = {"present": {"class": step.feeder_class}, "jobs": [{"class": step.feeder_class, "months": 5}]}
        yield f"progress to {step.target_class}", profile_page(catalog, profile, step.target_class)


@pytest.mark.untraced
@pytest.mark.parametrize("place", PLACES)
def test_no_report_holds_an_id(place: str) -> None:
    assert ids_in(reports(place)) == []


def test_the_four_reports_hold_no_id() -> None:
    assert ids_in(four_reports(catalog_of("")).items()) == []


@pytest.mark.parametrize("place", PLACES)
def test_no_page_of_a_site_holds_an_id(place: str) -> None:
    pages = list(site_pages(catalog_of(place), as_of=AS_OF))
    own = [one for one in pages if "class" not in one.path and "map" not in one.path]
    classes = [one for one in pages if one not in own and "map" not in one.path]
    assert ids_in((one.path, one.prepare().render()) for one in (*own, *classes[::SHARE])) == []


@pytest.mark.parametrize("place", PLACES)
def test_the_map_page_holds_no_id(place: str) -> None:
    assert ids_in([("map", render_map(catalog_of(place), as_of=AS_OF))]) == []
