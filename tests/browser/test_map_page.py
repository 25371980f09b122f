"""The map page in a real browser: it asks for nothing, answers, and can be used by keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ladder.catalog.loading import load_catalog
from tests.browser.conftest import Opener
from tests.browser.maps import click_on, map_data, spoken

pytestmark = pytest.mark.browser


def choose(page: Page, start: str, target: str) -> None:
    page.get_by_label("From", exact=True).select_option(start)
    page.get_by_label("To", exact=True).select_option(target)


def scrolled(page: Page) -> float:
    """Return how far down the map is scrolled, once it has had time to move."""
    page.wait_for_timeout(300)
    return float(page.locator("#region").evaluate("region => region.scrollTop"))


def test_the_page_has_a_title_a_language_and_headings(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    assert page.title() == "Career ladder map"
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_a_route_is_told_in_the_status(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    choose(page, "us-nd/0441", "us-nd/0443")
    status = page.get_by_role("status")
    expect(status).to_contain_text("after 3 years, from 2029-11 on")
    expect(page.locator("#moves li").first).to_contain_text("for 24 months")


def test_no_ladder_one_class_twice_and_nothing_chosen_are_told(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    status = page.get_by_role("status")
    choose(page, "us-nd/0441", "us-ct/5246SH")
    expect(status).to_contain_text("No ladder leads from Customer Service Representative")
    choose(page, "us-nd/0441", "us-nd/0441")
    expect(status).to_have_text("Choose two different classes.")
    choose(page, "", "us-nd/0441")
    expect(status).to_have_text("Choose a class in both lists.")


def test_a_class_is_found_by_title_and_shown_with_its_sources(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    box = page.get_by_role("searchbox", name="Find a class")
    box.fill("senior  consultant")
    expect(page.get_by_role("status")).to_contain_text("1 class: Customer Service Senior Consultant (0444, grade K)")
    box.press("Enter")
    expect(page.get_by_role("heading", name="Customer Service Senior Consultant (0444, grade K)")).to_be_visible()
    expect(page.locator("#details-body")).to_contain_text("Source: 002_349053c8399e9c6d.txt")
    box.fill("no such class")
    expect(page.get_by_role("status")).to_have_text("No class has these words.")


def test_a_class_and_a_step_clicked_on_the_map_are_told(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    click_on(page, "us-nd/0442")
    expect(page.locator("#details-heading")).to_have_text("Customer Service Specialist (0442, grade I)")
    place = next(step["place"] for step in map_data(page)["steps"] if step["to"] == "us-nd/0443")
    click_on(page, f"step {place} words")
    expect(page.locator("#details-body")).to_contain_text("Customer Service Specialist (0442, grade I) to")


def test_the_wheel_scrolls_and_never_zooms(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    region = page.get_by_role("region", name="Drawing of the map")
    region.hover()
    before = page.locator("#sheet").evaluate("sheet => sheet.style.height")
    page.mouse.wheel(0, 200)
    assert scrolled(page) > 0
    assert page.locator("#sheet").evaluate("sheet => sheet.style.height") == before


def test_zoom_goes_by_buttons(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)

    def height() -> float:
        return float(page.locator("#sheet").evaluate("sheet => sheet.clientHeight"))

    actual = height()
    page.get_by_role("button", name="Zoom in").click()
    assert height() > actual
    page.get_by_role("button", name="Whole map").click()
    assert height() < actual
    page.get_by_role("button", name="Actual size").click()
    assert height() == actual


def test_everything_is_reached_by_keyboard(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    reached: list[str] = []
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("e => document.activeElement.id || document.activeElement.textContent.trim()"))
    titles = [spec.title for spec in load_catalog().classes.values()]
    assert {"from", "to", "find", "Zoom in", "region", *titles} <= set(reached)
    page.locator("#region").focus()
    page.keyboard.press("PageDown")
    assert scrolled(page) > 0
    page.get_by_role("link", name="Processing Technician").press("Enter")
    expect(page.locator("#details")).to_be_focused()
    expect(page.locator("#details-heading")).to_contain_text("Processing Technician")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_every_title_and_every_step_is_in_the_accessibility_tree(
    bundled_map: Path, open_map: Opener, *, script: bool
) -> None:
    page = open_map(bundled_map, script=script)
    heard = spoken(page)
    catalog = load_catalog()
    assert [spec.title for spec in catalog.classes.values() if spec.title not in heard] == []
    sentences = [step["sentence"] for step in map_data(page)["steps"]]
    assert len(sentences) == 13
    assert [one for one in sentences if one not in heard] == []


def test_without_javascript_the_drawing_and_all_words_are_there(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map, script=False)
    expect(page.locator("svg.drawn")).to_be_visible()
    assert page.locator("svg.drawn rect.box").count() == len(load_catalog().classes)
    expect(page.locator("#ask")).to_be_hidden()
    expect(page.locator("#routes")).to_contain_text("after 3 years, from 2029-11 on")
    page.locator("summary").first.click()
    expect(page.locator("dl").first).to_be_visible()


def test_the_drawing_is_what_is_printed(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    expect(page.locator("svg.drawn")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("svg.drawn")).to_be_visible()
    expect(page.locator("#canvas")).to_be_hidden()


def test_letters_on_the_map_are_12_pixels_at_least(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map, script=False)
    sizes = page.locator("svg.drawn text").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    sides = page.locator("svg.drawn").evaluate("one => [one.getBoundingClientRect().width, one.viewBox.baseVal.width]")
    assert min(sizes) * sides[0] / sides[1] >= 12
    nodes = page.locator("#map-options").text_content() or ""
    assert '"size": 14' in nodes


def test_text_in_boxes_does_not_stick_out(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    page.emulate_media(media="print")
    widths = page.locator("svg.drawn text.title").evaluate_all("all => all.map(one => one.getBBox().width)")
    assert 0 < max(widths) <= 170
