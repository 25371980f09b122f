"""What every page must be: without a fault for axe-core, and no wider than its window."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"], "resultTypes": ["violations"]}
"""What axe-core looks for; of what it finds in order it tells one place, not all: that would take half of its time."""
WIDE = """but => {
  const isClipped = (one) => {
    const {position, overflow, clipPath} = getComputedStyle(one), {width, height} = one.getBoundingClientRect();
    const isTiny = width <= 1 && height <= 1;
    return isTiny && position === 'absolute' && overflow === 'hidden' && clipPath !== 'none';
  };
  const isHeardOnly = (one) => one && (isClipped(one) || isHeardOnly(one.parentElement));
  return [...document.querySelectorAll('body *')]
    .filter(one => !one.closest(but) && one.getBoundingClientRect().right > innerWidth + 1 && !isHeardOnly(one))
    .map(one => one.tagName + one.id + ' ' + one.textContent.slice(0, 40));
}"""
"""Parts that reach over the right edge, but for what is clipped away for those who hear the page."""

LOOKS = [
    pytest.param(320, True, id="320-dark"),
    pytest.param(1440, False, id="1440-light"),
    pytest.param(320, False, id="320-light", marks=pytest.mark.full),
    pytest.param(1440, True, id="1440-dark", marks=pytest.mark.full),
]
"""Each width and each colouring; all four together in ``make pages``."""
CONTRAST = "color-contrast"
IN_WORDS = "#words"
"""All classes in words, below the faces of a map: the same in every state but where they are searched or filtered."""


def without_faults(page: Page, state: str = "", *, seen: str = "") -> None:
    """Fail where axe-core finds a fault by WCAG 2.1 A, AA or best practice.

    Contrast takes nine tenths of its time; where other tests look at the colors of a part, as it is here, that part
    is ``seen``.
    """
    if not seen:
        _judge(page, state, RULES)
        return
    _judge(page, state, RULES | {"rules": {CONTRAST: {"enabled": False}}})
    _judge(page, state, RULES | {"runOnly": {"type": "rule", "values": [CONTRAST]}}, {"exclude": [[seen]]})


def _judge(page: Page, state: str, options: dict[str, Any], context: dict[str, Any] | None = None) -> None:
    found = Axe().run(page, context=context, options=options)
    assert found.violations_count == 0, state + found.generate_report()


def wide_parts(page: Page, *, but: str) -> list[str]:
    """Return what reaches over the right edge, the page itself too, but for what the selector names and holds."""
    found: list[str] = page.evaluate(WIDE, but)
    return found + (["page"] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else [])
