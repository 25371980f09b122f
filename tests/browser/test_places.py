"""Where links and the bar lead to on the page of the map: what is asked is in view, and Back leads back."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.finding import choose_ends
from tests.browser.my_path import holds

pytestmark = [pytest.mark.browser, pytest.mark.untraced]

ROUTE = "#from=us-nd%2F0441&to=us-nd%2F0443"


def follow(page: Page, link: str) -> None:
    """Follow a link within the page, from far down on it."""
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.goto(page.url.partition("#")[0] + link)


def here(page: Page) -> str:
    return page.locator(".bar nav a[aria-current]").inner_text().strip()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_link_that_is_followed_shows_what_is_asked(width: int, bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map, width=width)
    follow(page, ROUTE)
    expect(page.get_by_role("status")).to_contain_text("3 years, to November 2029")
    ends = ["#told-from", "#told-to", "#ends-change"] if width < 700 else ["#from", "#to"]
    for end in ends:
        expect(page.locator(end)).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("status")).to_be_in_viewport()
    follow(page, "#class=us-nd%2F0442")
    expect(page.locator("#details-heading, #rungs h3").filter(visible=True).first).to_be_in_viewport()
    expect(page.get_by_label("From", exact=True)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_bar_leads_to_each_part_and_says_which_it_is(width: int, bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map, width=width)
    ways = page.locator(".bar nav")
    assert here(page) == "Explore"
    ways.get_by_role("link", name="My path").click()
    expect(page.locator("#my-path-heading")).to_be_in_viewport(ratio=1)
    assert here(page) == "My path"
    expect(ways.get_by_role("link", name="Explore")).to_be_in_viewport(ratio=1)
    ways.get_by_role("link", name="All classes").click()
    expect(page.locator("#words-heading")).to_be_in_viewport(ratio=1)
    assert here(page) == "All classes"
    ways.get_by_role("link", name="Explore").click()
    expect(page.get_by_label("From", exact=True)).to_be_in_viewport(ratio=1)
    assert here(page) == "Explore"


def test_my_path_from_an_answer_is_a_place_and_back_leads_to_the_answer(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    choose_ends(page, "0441", "0443")
    page.get_by_role("button", name="Add my own facts").click()
    expect(page.locator("#my-path-heading")).to_be_in_viewport(ratio=1)
    assert here(page) == "My path"
    assert "0441" not in page.url
    holds(page.locator("#my-class"), "us-nd/0441")
    holds(page.locator("#my-target"), "us-nd/0443")
    page.go_back()
    expect(page.get_by_role("status")).to_be_in_viewport()
    expect(page.get_by_role("status")).to_contain_text("3 years, to November 2029")
    assert here(page) == "Explore"
