"""What tests do with a box in which a class is typed or chosen."""

from playwright.sync_api import Page


def choose_class(page: Page, label: str, words: str) -> None:
    """Type into the box of this name and take the first class that is found; '' empties it."""
    box = page.get_by_label(label, exact=True)
    box.fill(words)
    box.press("Enter" if words else "Tab")


def choose_ends(page: Page, start: str, target: str) -> None:
    """Choose both ends of a route."""
    choose_class(page, "From", start)
    choose_class(page, "To", target)
