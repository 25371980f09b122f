"""``make picture``: the picture of the map page in the README, taken in a real browser."""

import io
import sys
from contextlib import redirect_stdout
from pathlib import Path

from ladder.cli.running import run
from tests.browser.finding import choose_ends
from tests.browsing import drawn, patient, quiet, started
from tests.conftest import find_browser
from tests.measure import ROOT

PICTURE = ROOT / "docs" / "pictures" / "map.png"
LARGEST = 150_000
"""Bytes that the picture may have."""
FROM, TO = "0441", "0443"


def take_picture(browser_path: str, page_file: Path) -> bytes:
    """Return the whole map with one ladder marked, as a PNG."""
    with started(browser_path) as browser:
        page = patient(browser.new_context(viewport={"width": 900, "height": 760})).new_page()
        page.goto(page_file.as_uri())
        quiet(page)
        choose_ends(page, FROM, TO)
        page.get_by_role("button", name="Fit").click()
        drawn(page)
        return page.locator("#region").screenshot(animations="disabled")


def main(folder: Path) -> None:
    """Draw the map into the folder, take its picture, keep it; a browser must be there."""
    browser_path = find_browser()
    if browser_path is None:
        sys.exit("no browser found; name one with LADDER_BROWSER")
    page_file = folder.resolve() / "map.html"
    with redirect_stdout(io.StringIO()):
        run(["map", "--as-of", "2026-11", "-o", str(page_file)])
    picture = take_picture(browser_path, page_file)
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_bytes(picture)
    sys.stdout.write(f"{PICTURE.relative_to(ROOT)}: {len(picture):,} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
