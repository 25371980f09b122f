"""The check report in a real browser: WCAG 2.1 AA, no wider than its window, tables on paper."""

from pathlib import Path

import pytest

from ladder.checks.findings import Finding
from ladder.rendering.reports.check_report import render_check_report
from ladder.sources import Severity
from tests.browser.accessible import wide_parts, without_faults
from tests.browser.conftest import Opener
from tests.checks.planted import Edit, find_in, plant
from tests.checks.plantings_texts import Noted
from tests.rendering.catalogs import HOSTILE

pytestmark = [pytest.mark.browser, pytest.mark.untraced]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    raw = plant([Edit("2001/pay/ranges/0/low", "40001"), Edit("1001/qualifications/requirements/0/months", 0)])
    found = find_in(raw, Noted("SCAN", Severity.ERROR, "a-scan-of-many-pages.pdf", "").documents())
    hostile = [
        Finding("PAY_INVERTED", Severity.INFO, words, words, 3, words, words, words, words, words, words)
        for words in (*HOSTILE, "x" * 300)
    ]
    file = tmp_path_factory.mktemp("check") / "check.html"
    file.write_bytes(render_check_report([*found, *hostile], checked="cat").encode("utf-8"))
    return file


@pytest.mark.parametrize(("width", "dark"), [(320, False), (768, True), (1440, False)])
def test_axe_finds_nothing_and_nothing_is_too_wide(report: Path, open_map: Opener, *, width: int, dark: bool) -> None:
    page = open_map(report, width=width, dark=dark)
    without_faults(page)
    assert wide_parts(page, but="thead") == []
    assert page.evaluate("window.canary ?? null") is None
    assert page.locator("main script, main img").count() == 0


def test_tables_stay_tables_on_paper(report: Path, open_map: Opener) -> None:
    page = open_map(report, width=720)
    page.emulate_media(media="print")
    without_faults(page)
    assert set(page.locator("table").evaluate_all("all => all.map(one => getComputedStyle(one).display)")) == {"table"}
    assert page.evaluate("document.documentElement.scrollWidth") <= 720


def test_a_rule_is_one_click_away(report: Path, open_map: Opener) -> None:
    page = open_map(report, script=False)
    page.locator("a[href='#rule-PAY_INVERTED']").first.click()
    assert page.locator(":target").count() == 1
    assert page.locator(":target").is_visible()
