"""The bench page in a real browser: WCAG 2.1 AA, light and dark, narrow and on paper; it stays in its width."""

from pathlib import Path

import pytest

from ladder.catalog.loading import load_catalog
from ladder.rendering.reports.bench_report import render_bench_report
from ladder.roster.published_tables import publish
from tests.browser.accessible import LOOKS, wide_parts, without_faults
from tests.browser.conftest import Opener
from tests.roster.made_people import AS_OF
from tests.roster.test_bench import tables_of, twelve

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
SORTS = ("own", "published")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, tables = tmp_path_factory.mktemp("bench"), tables_of(twelve())
    titles = {one.class_id: one.title for one in load_catalog().classes.values()}
    for sort, told in (("own", tables), ("published", publish(tables))):
        text = render_bench_report(told, as_of=AS_OF, titles=titles, is_published=sort == "published")
        (folder / f"{sort}.html").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(("width", "dark"), LOOKS)
@pytest.mark.parametrize("sort", SORTS)
def test_axe_finds_nothing(pages: Path, open_map: Opener, sort: str, *, width: int, dark: bool) -> None:
    page = open_map(pages / f"{sort}.html", width=width, dark=dark)
    page.locator("summary").last.click()
    without_faults(page)


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_nothing_scrolls_sideways(pages: Path, open_map: Opener, width: int) -> None:
    page = open_map(pages / "own.html", width=width)
    assert wide_parts(page, but="thead") == []


def test_the_first_screen_holds_the_counts_and_five_classes_or_two_on_a_phone(pages: Path, open_map: Opener) -> None:
    for width, height, classes in ((1440, 900, 4), (390, 844, 2)):
        page = open_map(pages / "own.html", width=width)
        bottoms = page.locator(".bench tbody tr").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().bottom)"
        )
        assert sum(one <= height for one in bottoms) >= classes
        assert page.locator(".counts li").count() == 4


def test_on_paper_the_bench_is_a_table(pages: Path, open_map: Opener) -> None:
    page = open_map(pages / "own.html", width=720)
    page.emulate_media(media="print")
    without_faults(page)
    assert page.locator("table").evaluate("one => getComputedStyle(one).display") == "table"
    assert page.evaluate("document.documentElement.scrollWidth") <= 720
