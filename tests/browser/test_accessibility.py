"""WCAG 2.1 AA by axe-core in light, in dark and at 320 pixels; nothing but the map scrolls sideways."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing(bundled_map: Path, open_map: Opener, *, width: int, dark: bool) -> None:
    page = open_map(bundled_map, width=width, dark=dark)
    page.locator("a[data-class]").first.click()
    page.locator("#from").select_option("us-nd/0441")
    page.locator("#to").select_option("us-nd/0443")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


def test_axe_finds_nothing_among_hostile_words(hostile_map: Path, open_map: Opener) -> None:
    found = Axe().run(open_map(hostile_map), options=RULES)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("which", ["bundled_map", "hostile_map"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_nothing_but_the_map_scrolls_sideways(
    which: str, open_map: Opener, request: pytest.FixtureRequest, *, width: int, script: bool
) -> None:
    page = open_map(request.getfixturevalue(which), width=width, script=script)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(one => !one.closest('#region, .skip, thead, script')"
        " && one.getBoundingClientRect().right > innerWidth + 1).map(one => one.tagName + one.id)"
    )
    assert wide == []
