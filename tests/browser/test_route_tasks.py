"""Task scripts of the route page, by keys alone and by mouse: what each takes is counted, and may not grow."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.finding import choose_ends
from tests.browser.hands import Hands

pytestmark = [pytest.mark.browser, pytest.mark.untraced]

MOST_TABS = 12
"""Tab keys between the choice of a route and any of its own buttons."""


def ends(hands: Hands, start: str, target: str) -> None:
    """Choose both ends by keys, from the first of them on."""
    hands.page.locator("#from").focus()
    hands.write(start)
    hands.press("Enter")
    hands.tab_to("#to")
    hands.write(target)
    hands.press("Enter")


def test_representative_to_consultant_by_keys(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    hands = Hands(page)
    ends(hands, "0441", "0443")
    expect(page.get_by_role("status")).to_have_text("3 years, to November 2029, for Customer Service Consultant.")
    assert hands.keys <= 13


def test_the_lead_condition_is_accepted_in_place_by_keys_and_by_mouse(bundled_map: Path, open_map: Opener) -> None:
    answered = "4 years, to November 2030, for Customer Service Senior Consultant."
    page = open_map(bundled_map)
    hands = Hands(page)
    ends(hands, "0441", "0444")
    hands.tab_to("#route-conditions input", most=MOST_TABS)
    hands.press("Space")
    expect(page.get_by_role("status")).to_have_text(answered)
    assert hands.keys <= 22
    page = open_map(bundled_map)
    choose_ends(page, "0441", "0444")
    hands = Hands(page)
    hands.click("#route-conditions label")
    expect(page.get_by_role("status")).to_have_text(answered)
    assert hands.clicks == 1


@pytest.mark.parametrize(("button", "most"), [("#route-copy", 8), ("#route-print", 7)])
def test_a_route_is_shared_and_printed_by_one_click_or_a_few_keys(
    button: str, most: int, bundled_map: Path, open_map: Opener
) -> None:
    page = open_map(bundled_map)
    page.evaluate("navigator.clipboard.writeText = async text => { window.done = text; }")
    page.evaluate("window.print = () => { window.done = 'printed'; }")
    choose_ends(page, "0441", "0443")
    hands = Hands(page)
    hands.tab_to(button, most=MOST_TABS)
    hands.press("Enter")
    page.wait_for_function("window.done")
    assert hands.keys <= most
    page.evaluate("window.done = ''")
    hands.click(button)
    page.wait_for_function("window.done")
    assert hands.clicks == 1


def test_on_a_phone_the_ends_fold_to_a_line_each_and_change_opens_them(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map, width=390)
    choose_ends(page, "0441", "0443")
    expect(page.locator("#from")).to_be_hidden()
    expect(page.locator("#told-to")).to_have_text("Customer Service Consultant")
    change = page.get_by_role("button", name="Change", exact=True).first
    expect(change).to_be_focused()
    change.press("Enter")
    expect(page.locator("#from")).to_be_focused()


def test_every_source_is_one_click_away(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    choose_ends(page, "0441", "0443")
    for place in range(page.locator("#route-todo .cited summary").count()):
        page.locator("#route-todo .cited summary").nth(place).click()
        expect(page.locator("#route-todo .cited .source").nth(place)).to_be_visible()
    page.locator("#route-hr summary").first.click()
    expect(page.locator("#route-hr .source").first).to_be_visible()
    page.locator("#route-why").click()
    expect(page.locator("#route-proof")).to_contain_text("line")
