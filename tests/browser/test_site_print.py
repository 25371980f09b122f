"""The site on paper: a class page prints on one or two sheets of US Letter, an index as a table of small rows."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.rendering.site.addresses import class_page
from ladder.rendering.site.all_pages import site_pages
from tests.browsing import patient, sheets
from tests.rendering.sites import AS_OF

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
SHARE = 1 if os.environ.get("LADDER_FULL") else 60
FEWEST_ROWS = 60
"""Rows of the index on a sheet that holds nothing else."""
Writer = Callable[[str], Path]


@pytest.fixture(scope="module")
def write_site(tmp_path_factory: pytest.TempPathFactory) -> Writer:
    """Return what writes the index and some class pages of a bundled catalog, the longest ones among them."""

    def written(place: str) -> Path:
        folder = tmp_path_factory.mktemp("site")
        catalog = load_catalog(Path(place) if place else None)
        wanted = {"index.html", *chosen(catalog)}
        for one in site_pages(catalog, as_of=AS_OF):
            if one.path in wanted:
                file = folder / one.path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(one.prepare().render(), "utf-8")
        return folder

    return written


def chosen(catalog: Catalog) -> set[str]:
    """Return the class pages to print: those with most requirements, and a share of all."""
    asked = {
        one.class_id: len(one.qualifications.requirements) for one in catalog.classes.values() if one.qualifications
    }
    longest = sorted(asked, key=lambda one: -asked[one])[:3]
    return {class_page(one) for one in [*longest, *list(catalog.classes)[::SHARE]]}


@pytest.mark.parametrize("place", ["", "los-angeles", "philadelphia"])
def test_a_class_page_prints_on_one_or_two_sheets(browser: Browser, write_site: Writer, place: str) -> None:
    folder = write_site(place)
    context = patient(browser.new_context(offline=True))
    page = context.new_page()
    printed = 0
    for file in sorted((folder / "classes").rglob("*.html")):
        page.goto(file.as_uri())
        found = sheets(page)
        assert len(found) in {1, 2}, file
        assert "".join((page.locator("h1").text_content() or "").split()) in found[0], file
        assert "Findaclass" not in "".join(found), file
        printed += 1
    assert printed >= 3
    page.goto((folder / "index.html").as_uri())
    rows = page.locator(".of-classes tbody tr").count()
    found = sheets(page)
    assert len(found) <= 2 + rows // FEWEST_ROWS
    assert re.search(r"Class(Group)?PayFedbyLeadsto", found[0])
    context.close()
