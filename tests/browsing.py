"""A browser for tests that waits as long as a busy machine needs: only what hangs is stopped."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.measure import HANG_SECONDS

HANG_MILLISECONDS = 1000 * HANG_SECONDS
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"


@contextmanager
def started(path: str, *arguments: str) -> Iterator[Browser]:
    """Start the browser of a path, and let every expectation wait."""
    expect.set_options(timeout=HANG_MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(arguments), timeout=HANG_MILLISECONDS)
        yield browser
        browser.close()


def patient(context: BrowserContext) -> BrowserContext:
    """Return the context, whose pages wait as long as it takes."""
    context.set_default_timeout(HANG_MILLISECONDS)
    return context


def drawn(page: Page) -> None:
    """Wait until the page has done what it was told and has drawn it."""
    page.evaluate(TWO_FRAMES)


def quiet(page: Page) -> None:
    """Wait until the page has drawn itself and asks the network for nothing more."""
    page.wait_for_load_state("networkidle")
    drawn(page)


def sheets(page: Page) -> list[str]:
    """Return the letters of each sheet; what is read back of small print has spaces of its own."""
    with pypdfium2.PdfDocument(page.pdf(format="Letter")) as document:
        return ["".join(one.get_textpage().get_text_range().split()) for one in document]


def scrolls(page: Page, selector: str, way: str = "scrollTop") -> bool:
    """Wait until a part of the page has moved."""
    page.wait_for_function(f"found => document.querySelector(found).{way} > 0", arg=selector)
    return True
