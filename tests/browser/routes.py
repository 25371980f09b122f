"""What tests ask of the answer to From and To on an open map page."""

from collections.abc import Iterator
from random import Random
from typing import Any

from playwright.sync_api import Page

import ladder
from ladder.catalog.bundled import read_bundled
from ladder.catalog.catalog import Catalog
from ladder.paths.ladders import classes_below
from tests.browsing import drawn

ASKED = """([start, target]) => {
  location.hash = '#' + new URLSearchParams({from: start, to: target});
}"""
ANSWERED = "([start, target]) => document.getElementById('route').dataset.asked === `${start} ${target}`"
BOXES = """() => {
  const sheet = document.querySelector('#route-chart svg');
  const size = sheet ? [+sheet.getAttribute('width'), +sheet.getAttribute('height')] : [0, 0];
  const texts = [...document.querySelectorAll('#route-chart text')].map(one => {
    const {x, y, width, height} = one.getBBox();
    return [one.textContent, x, y, width, height];
  });
  return {size, texts};
}"""
SLACK = 2


def ask(page: Page, start: str, target: str) -> None:
    """Ask for a route by its link, and wait until it is told."""
    page.evaluate(ASKED, [start, target])
    page.wait_for_function(ANSWERED, arg=[start, target])
    drawn(page)


def told(page: Page) -> str:
    """Return the sentence of the answer."""
    return page.get_by_role("status").text_content() or ""


def random_pairs(catalog: Catalog, count: int, *, seed: int) -> Iterator[tuple[str, str]]:
    """Yield pairs of classes, most of them with a ladder between."""
    rng = Random(seed)
    ids = sorted(catalog.classes)
    known = [class_id for class_id in ids if catalog.classes[class_id].qualifications]
    for _ in range(count):
        target = rng.choice(known if rng.random() < 0.95 else ids)
        below = sorted(classes_below(catalog, target, frozenset()) - {target})
        yield rng.choice(below if below and rng.random() < 0.85 else [one for one in ids if one != target]), target


def answered_pairs(city: str, count: int, *, seed: int) -> Iterator[tuple[str, str]]:
    """Yield those of so many pairs of a bundled city whose ladder takes a known time, or does if conditions hold."""
    catalog = ladder.load(city)
    for start, target in random_pairs(Catalog(read_bundled(name=city)), count, seed=seed):
        best = catalog.path(start, target).best
        if best and (best.months is not None or best.if_conditions_met):
            yield start, target


def crowded(page: Page) -> list[Any]:
    """Return the words of the drawn route that lie on one another or beyond the sheet."""
    found = page.evaluate(BOXES)
    (width, height), texts = found["size"], found["texts"]
    out = [
        one
        for one in texts
        if one[1] < -1 or one[2] < -1 or one[1] + one[3] > width + 1 or one[2] + one[4] > height + 1
    ]
    return out + [(one[0], other[0]) for at, one in enumerate(texts) for other in texts[at + 1 :] if _meet(one, other)]


def _meet(one: list[Any], other: list[Any]) -> bool:
    """Return whether two texts lie on one another; what a line of letters keeps free above and below is no text."""
    _, left, top, width, height = one
    _, far, low, wide, tall = other
    across: bool = left < far + wide - SLACK and far < left + width - SLACK
    down: bool = top + SLACK < low + tall - SLACK and low + SLACK < top + height - SLACK
    return across and down
