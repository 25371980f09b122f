"""Somebody at a page, whose keys and clicks are counted."""

from playwright.sync_api import Page

MOST_TABS = 60
"""Tab keys in a row after which a control counts as out of reach."""
HAS_FOCUS = """selector => [document.activeElement, document.activeElement.parentElement]
  .some(one => one?.matches(selector))"""


class Hands:
    """Somebody at the page who counts the keys pressed and the clicks."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys, self.clicks = page, 0, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def write(self, words: str) -> None:
        """Type the words, a key each letter."""
        self.press(*words)

    def tab_to(self, selector: str, *, most: int = MOST_TABS) -> None:
        """Press Tab until the element, or what it opens by, has the focus."""
        for _ in range(most):
            if self.page.evaluate(HAS_FOCUS, selector):
                return
            self.press("Tab")
        assert self.page.evaluate(HAS_FOCUS, selector), selector

    def click(self, selector: str) -> None:
        self.page.locator(selector).click()
        self.clicks += 1
