"""What tests do with an open map page: where a class is on screen, and what assistive technology hears."""

import json
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from tests.browsing import drawn
from tests.rendering.packed import unpack

PLACE = """([x, y, width, height]) => {
  const region = document.getElementById('region'), sheet = document.getElementById('sheet');
  const left = (sheet.clientWidth - width) / 2, top = (sheet.clientHeight - height) / 2;
  region.scrollTo(x + left - region.clientWidth / 2, y + top - region.clientHeight / 2);
  region.scrollIntoView({block: 'center'});
  const box = region.getBoundingClientRect();
  return [box.left + region.clientLeft + x + left - region.scrollLeft,
          box.top + region.clientTop + y + top - region.scrollTop];
}"""


def settle(page: Page) -> None:
    """Wait until the page's program has drawn what it opens with."""
    page.locator("html[data-settled]").wait_for(state="attached")


def map_data(page: Page) -> dict[str, Any]:
    """Return what the page's program works on."""
    read: dict[str, Any] = json.loads(unpack(page.locator("#packed-data").text_content() or ""))
    return read


def sentences(page: Page) -> list[str]:
    """Return the sentence of every step, in the order of steps, without the letter of its source."""
    told: list[str] = page.locator("[id^='s-']").evaluate_all(
        "all => all.sort((a, b) => a.id.slice(2) - b.id.slice(2)).map(one => one.firstChild.textContent.trim())"
    )
    return told


def point_of(page: Page, node: str, view: str = "whole") -> tuple[float, float]:
    """Bring a class, or the words of a step, into view at actual size and return where it is on screen."""
    shown = next(one for one in map_data(page)["views"] if one["name"] == view)
    at = next(one for one in json.loads(shown["network"])["nodes"] if one["id"] == node)
    across, down = page.evaluate(PLACE, [at["x"], at["y"], shown["width"], shown["height"]])
    drawn(page)
    return across, down


def click_on(page: Page, node: str, view: str = "whole") -> None:
    across, down = point_of(page, node, view)
    page.mouse.move(across, down)
    page.mouse.click(across, down)
    drawn(page)


def spoken(page: Page) -> str:
    """Return all names and texts of the page's accessibility tree."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    return "\n".join(_names(tree["nodes"]))


def _names(nodes: list[dict[str, Any]]) -> Iterator[str]:
    for node in nodes:
        if not node.get("ignored"):
            yield " ".join(str(node.get("name", {}).get("value", "")).split())
