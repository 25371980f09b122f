"""The page of a changed requirement in a browser: WCAG 2.1 AA, nothing scrolls sideways, two bars a ladder seen."""

from pathlib import Path

import pytest

from ladder.catalog.loading import load_catalog
from ladder.rendering.reports.what_if_report import render_what_if_report
from tests.browser.accessible import LOOKS, wide_parts, without_faults
from tests.browser.conftest import Opener
from tests.telling.test_told_what_if import LEAD, scenarios_of

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
BUT = "thead"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("what-if") / "page.html"
    found = scenarios_of(load_catalog(), LEAD, {"kind": "abolish", "class": "0443"}, with_people=True)
    file.write_bytes(render_what_if_report(found).encode("utf-8"))
    return file


@pytest.mark.parametrize(("width", "dark"), LOOKS)
def test_axe_finds_nothing(saved: Path, open_map: Opener, *, width: int, dark: bool) -> None:
    without_faults(open_map(saved, width=width, dark=dark))


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_nothing_scrolls_sideways_and_the_bars_are_there(saved: Path, open_map: Opener, width: int) -> None:
    page = open_map(saved, width=width)
    assert wide_parts(page, but=BUT) == []
    bars = page.locator(".ladders .bar").all()
    assert len(bars) >= 2
    assert all(one.bounding_box() for one in bars)
