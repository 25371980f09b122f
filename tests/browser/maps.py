"""What tests do with an open map page: where a class is on screen, and what assistive technology hears."""

import json
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

PLACE = """id => {
  const node = JSON.parse(document.getElementById('map-network').textContent).nodes.find(one => one.id === id);
  const data = JSON.parse(document.getElementById('map-data').textContent);
  const region = document.getElementById('region'), sheet = document.getElementById('sheet');
  const left = (sheet.clientWidth - data.width) / 2, top = (sheet.clientHeight - data.height) / 2;
  region.scrollTo(node.x + left - region.clientWidth / 2, node.y + top - region.clientHeight / 2);
  region.scrollIntoView({block: 'center'});
  const box = region.getBoundingClientRect();
  return [box.left + region.clientLeft + node.x + left - region.scrollLeft,
          box.top + region.clientTop + node.y + top - region.scrollTop];
}"""


def point_of(page: Page, node: str) -> tuple[float, float]:
    """Bring a class, or the words of a step, into view and return where it is on screen."""
    across, down = page.evaluate(PLACE, node)
    page.wait_for_timeout(50)
    return across, down


def click_on(page: Page, node: str) -> None:
    across, down = point_of(page, node)
    page.mouse.move(across, down)
    page.mouse.click(across, down)
    page.wait_for_timeout(50)


def spoken(page: Page) -> str:
    """Return all names and texts of the page's accessibility tree."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    return "\n".join(_names(tree["nodes"]))


def _names(nodes: list[dict[str, Any]]) -> Iterator[str]:
    for node in nodes:
        if not node.get("ignored"):
            yield " ".join(str(node.get("name", {}).get("value", "")).split())


def map_data(page: Page) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(page.locator("#map-data").text_content() or "")
    return read
