"""A city's page as people see it: its drawing fills the page, and two choices give an answer to scale."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ladder.catalog.bundled import read_bundled
from ladder.catalog.catalog import Catalog
from ladder.rendering.ladder_map import render_map
from ladder.service_time import read_month
from tests.browser.accessible import without_faults
from tests.browser.conftest import Opener
from tests.browser.finding import choose_ends
from tests.browser.maps import settle

pytestmark = [pytest.mark.browser, pytest.mark.untraced]

START, TARGET = "us-ca-los-angeles/1116", "us-ca-los-angeles/9182"


@pytest.fixture(scope="module")
def los_angeles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("city") / "map.html"
    page = render_map(Catalog(read_bundled(name="los-angeles")), as_of=read_month("2026-11"))
    file.write_bytes(page.encode("utf-8"))
    return file


def choose(page: Page) -> None:
    choose_ends(page, START.rpartition("/")[2], TARGET.rpartition("/")[2])


def test_two_choices_give_an_answer_to_scale(los_angeles: Path, open_map: Opener) -> None:
    page = open_map(los_angeles)
    settle(page)
    choose(page)
    expect(page.locator("#stairs h3")).to_have_text("9 years, to November 2035, for Chief Management Analyst.")
    flights = page.locator("#stairs .todo li")
    assert flights.locator("b").all_text_contents() == [
        "Secretary",
        "Executive Administrative Assistant",
        "Management Analyst",
        "Senior Personnel Analyst",
        "Chief Management Analyst",
    ]
    assert flights.locator(".when").all_text_contents() == [
        "November 2026 \u00b7 2 years",
        "November 2028 \u00b7 3 years",
        "November 2031 \u00b7 2 years",
        "November 2033 \u00b7 2 years",
        "November 2035",
    ]
    assert flights.nth(1).locator(".pay").text_content() == "$60,656 +$11,233"
    widths = page.locator("#stairs rect.ground").evaluate_all(
        "all => all.map(one => Number(one.getAttribute('width')))"
    )
    assert [round(width / widths[0], 2) for width in widths] == [1, 1.5, 1, 1]
    heights = page.locator("#stairs rect.ground").evaluate_all(
        "all => all.map(one => Number(one.getAttribute('height')))"
    )
    assert [round(height / heights[0], 2) for height in heights] == [1, 1.23, 1.42, 1.75]
    without_faults(page)


def test_swapping_the_ends_asks_the_other_way(los_angeles: Path, open_map: Opener) -> None:
    page = open_map(los_angeles)
    settle(page)
    choose(page)
    page.get_by_role("button", name="Swap").click()
    expect(page.locator("#from")).to_have_value("Chief Management Analyst")
    expect(page.locator("#result")).to_contain_text("No")
    expect(page.locator("#stairs")).to_be_hidden()
