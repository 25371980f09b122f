"""What tests do with an open map page: where a class is on screen, and what assistive technology hears."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

from playwright.sync_api import Page

from tests.browsing import drawn
from tests.rendering.packed import records_of, unpack, whole_data

PLACE = """([x, y, width, height]) => {
  const region = document.getElementById('region'), sheet = document.getElementById('sheet');
  const scale = Number(sheet.dataset.scale);
  const left = (sheet.clientWidth - width * scale) / 2, top = (sheet.clientHeight - height * scale) / 2;
  region.scrollTo(x * scale + left - region.clientWidth / 2, y * scale + top - region.clientHeight / 2);
  region.scrollIntoView({block: 'center'});
  const box = region.getBoundingClientRect();
  return [box.left + region.clientLeft + x * scale + left - region.scrollLeft,
          box.top + region.clientTop + y * scale + top - region.scrollTop];
}"""


def settle(page: Page) -> None:
    """Wait until the page's program has drawn what it opens with."""
    page.locator("html[data-settled]").wait_for(state="attached")


def map_data(page: Page) -> dict[str, Any]:
    """Return what the page's program works on."""
    titles = page.locator("#words article h5").all_text_contents()
    return whole_data(json.loads(unpack(page.locator("#packed-data").text_content() or "")), titles)


def sentences(page: Page) -> list[str]:
    """Return the sentence of every step, in the order of steps, without the letter of its source."""
    told: list[str] = page.locator("[id^='s-']").evaluate_all(
        "all => all.sort((a, b) => a.id.slice(2) - b.id.slice(2)).map(one => one.firstChild.textContent.trim())"
    )
    return told


def _around(data: dict[str, Any], view: str) -> tuple[list[int], dict[str, tuple[float, float]]]:
    told, ids = data["around"], [one["id"] for one in data["classes"]]
    focus = int(view.partition("-")[2])
    sheet = next(one for one in records_of(told["sheets"]) if one["focus"] == focus)
    width, height = told["box"]
    corners = {one + focus: (left, top) for one, left, top in sheet["boxes"]}
    at: dict[str, tuple[float, float]] = {
        ids[one]: (left + width / 2, top + height / 2) for one, (left, top) in corners.items()
    }
    drawn = {(ids.index(one["from"]), ids.index(one["to"])) for one in data["steps"]}
    ends = sorted(pair for pair in drawn if pair[0] != pair[1] and corners.keys() >= set(pair))
    for (start, end), line in zip(ends, sheet["lines"], strict=True):
        left, top = corners[start]
        begins = top + line["down"]
        other = corners[end][1] + (0 if line["down"] else height)
        half_way = left + line["out"], begins + line.get("bend", other - begins) / 2  # of its first part, upright
        at |= dict.fromkeys(_words_of(data, ids[start], ids[end]), half_way)
    return [sheet["width"], sum(tall for _, tall in sheet["bands"])], at


def _words_of(data: dict[str, Any], start: str, end: str) -> list[str]:
    ends = (start, end)
    return [f"step {place} words" for place, one in enumerate(data["steps"]) if (one["from"], one["to"]) == ends]


def _grouped(data: dict[str, Any], view: str) -> tuple[list[int], dict[str, tuple[float, float]]]:
    shown = next(one for one in data["views"] if one["name"] == view)
    network = json.loads(shown["network"])
    at: dict[str, tuple[float, float]] = {node["id"]: (node["x"], node["y"]) for node in network["nodes"]}
    for edge in network["edges"]:
        (left, top), (right, bottom), *_ = edge["points"]
        at |= {f"step {place} words": ((left + right) / 2, (top + bottom) / 2) for place in edge["steps"]}
    return [shown["width"], shown["height"]], at


def point_of(page: Page, node: str) -> tuple[float, float]:
    """Bring a class, or a point of the line of a step, into view and return where it is on screen."""
    drawn(page)
    data = map_data(page)
    view = parse_qs(page.get_by_label("Link for this view").input_value().partition("#")[2])["view"][0]
    size, at = _around(data, view) if view.startswith("around-") else _grouped(data, view)
    across, down = page.evaluate(PLACE, [*at[node], *size])
    drawn(page)
    return across, down


def click_on(page: Page, node: str) -> None:
    across, down = point_of(page, node)
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
