"""``make picture``: the pictures of the pages in the README, taken of a city in a real browser."""

import io
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from pathlib import Path
from types import MappingProxyType

from playwright.sync_api import Page

from ladder.cli.running import run
from tests.browser.finding import choose_ends
from tests.browser.my_path import pick, settled
from tests.browsing import drawn, patient, quiet, started
from tests.conftest import find_browser
from tests.measure import ROOT

PICTURES = ROOT / "docs" / "pictures"
CITY = "los-angeles"


def explore(page: Page) -> None:
    """Leave the page as it opens: the class with most steps, and what is around it."""
    drawn(page)


def route(page: Page) -> None:
    """Ask for the way from Secretary to Chief Management Analyst."""
    choose_ends(page, "1116", "9182")
    page.locator("#route-ways li").first.wait_for()


def my_path(page: Page) -> None:
    """Tell four made-up facts."""
    page.get_by_role("link", name="My path").first.click()
    pick(page.get_by_label("Your class now"), "us-ca-los-angeles/1117")
    page.get_by_label("Month", exact=True).select_option("09")
    page.get_by_label("Year", exact=True).fill("2024")
    page.get_by_label("Highest education").select_option("some")
    page.get_by_label("College credits (semester hours)").fill("60")
    settled(page)
    page.locator("#my-path-heading").focus()


SHOWN: Mapping[str, Callable[[Page], None]] = MappingProxyType(
    {"explore.png": explore, "route.png": route, "my-path.png": my_path}
)
"""The pictures, by what is done on the page before each is taken."""


def take_picture(browser_path: str, page_file: Path, show: Callable[[Page], None]) -> bytes:
    """Return what the window shows, as a PNG."""
    with started(browser_path) as browser:
        page = patient(browser.new_context(viewport={"width": 1440, "height": 900})).new_page()
        page.goto(page_file.as_uri())
        quiet(page)
        show(page)
        page.mouse.move(0, 0)
        return page.screenshot(animations="disabled")


def main(folder: Path) -> None:
    """Draw the city's map into the folder, take the pictures of it, keep them; a browser must be there."""
    browser_path = find_browser()
    if browser_path is None:
        sys.exit("no browser found; name one with LADDER_BROWSER")
    page_file = folder.resolve() / "map.html"
    with redirect_stdout(io.StringIO()):
        run(["map", "--catalog", CITY, "--as-of", "2026-11", "-o", str(page_file)])
    PICTURES.mkdir(exist_ok=True)
    for name, show in SHOWN.items():
        picture = take_picture(browser_path, page_file, show)
        (PICTURES / name).write_bytes(picture)
        sys.stdout.write(f"docs/pictures/{name}: {len(picture):,} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
