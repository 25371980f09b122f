"""The four reports in a real browser: WCAG 2.1 AA, nothing scrolls sideways but a drawing, hostile words only shown."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from ladder.catalog.loading import load_catalog
from tests.browser.accessible import LOOKS, wide_parts, without_faults
from tests.browser.conftest import Opener
from tests.rendering.catalogs import HOSTILE, hostile_catalog
from tests.rendering.report_pages import four_reports, hostile_reports

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
SORTS = ("class", "profile", "path", "catalog")
BUT = ".picture, thead"


def saved(pages: Mapping[str, str], folder: Path) -> Path:
    for sort, page in pages.items():
        (folder / f"{sort}.html").write_bytes(page.encode("utf-8"))
    return folder


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(four_reports(load_catalog()), tmp_path_factory.mktemp("bundled"))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(four_reports(load_catalog(), with_map=False), tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(hostile_reports(hostile_catalog()), tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize(("width", "dark"), LOOKS)
@pytest.mark.parametrize("sort", SORTS)
def test_axe_finds_nothing(bundled: Path, open_map: Opener, sort: str, *, width: int, dark: bool) -> None:
    without_faults(open_map(bundled / f"{sort}.html", width=width, dark=dark))


@pytest.mark.parametrize("sort", SORTS)
def test_axe_finds_nothing_on_paper_or_in_plain_html(bundled: Path, plain: Path, open_map: Opener, sort: str) -> None:
    page = open_map(bundled / f"{sort}.html", width=720)
    page.emulate_media(media="print")
    without_faults(page)
    without_faults(open_map(plain / f"{sort}.html"))


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("sort", SORTS)
def test_nothing_but_a_drawing_scrolls_sideways(
    bundled: Path, hostile: Path, open_map: Opener, sort: str, *, width: int
) -> None:
    for folder in (bundled, hostile):
        page = open_map(folder / f"{sort}.html", width=width)
        assert wide_parts(page, but=BUT) == []


@pytest.mark.parametrize("sort", SORTS)
def test_tables_stay_tables_on_paper_and_judgements_have_their_lines(
    bundled: Path, open_map: Opener, sort: str
) -> None:
    page = open_map(bundled / f"{sort}.html", width=720)
    judged = page.locator(".judgement")
    assert [one.is_visible() for one in judged.all()] == [False] * judged.count()
    page.emulate_media(media="print")
    assert [one.is_visible() for one in judged.all()] == [True] * judged.count()
    assert set(page.locator("table").evaluate_all("all => all.map(one => getComputedStyle(one).display)")) == {"table"}
    assert set(page.locator("thead").evaluate_all("all => all.map(one => getComputedStyle(one).position)")) == {
        "static"
    }
    assert page.evaluate("document.documentElement.scrollWidth") <= 720


@pytest.mark.parametrize("sort", SORTS)
def test_hostile_words_are_shown_as_typed_and_nothing_runs(hostile: Path, open_map: Opener, sort: str) -> None:
    page = open_map(hostile / f"{sort}.html")
    shown = page.locator("body").text_content() or ""
    expected = {"class": HOSTILE[:1], "path": HOSTILE[4:5]}.get(sort, HOSTILE)
    assert [words for words in expected if words not in shown] == []
    assert page.evaluate("window.canary ?? null") is None
    assert page.locator("main img, main iframe, main script, main b").count() == 0
    without_faults(page)


@pytest.mark.parametrize("sort", SORTS)
def test_every_citation_leads_to_its_source(bundled: Path, open_map: Opener, sort: str) -> None:
    page = open_map(bundled / f"{sort}.html", script=False)
    page.locator("a[href^='#source-']:visible").last.click()
    source = page.locator(":target")
    assert source.count() == 1
    assert source.is_visible()
