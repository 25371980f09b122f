"""The browser of the page tests, started so that it asks the network for nothing, and the pages it opens."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.city import write_city
from ladder.catalog.bundled import read_bundled
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.records import validate_json
from ladder.rendering.ladder_map import render_map
from ladder.service_time import read_month
from tests.browser.maps import settle
from tests.browsing import patient, started
from tests.cases.run_cases import CATALOGS
from tests.rendering.catalogs import hostile_catalog

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
Opener = Callable[..., Page]


# Not for the session: Playwright keeps an event loop running, and notebooks need one of their own.
@pytest.fixture(scope="module")
def browser(browser_path: str) -> Iterator[Browser]:
    with started(browser_path, *ARGUMENTS) as found:
        yield found


def _saved(name: str, make: Callable[[], Catalog], factory: pytest.TempPathFactory) -> Path:
    """Return the file of a map; processes of one run share it."""
    base = factory.getbasetemp()
    file = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"{name}.html"
    if not file.exists():
        draft = factory.mktemp(name) / file.name
        draft.write_bytes(render_map(make(), as_of=read_month("2026-11")).encode("utf-8"))
        draft.replace(file)
    return file


@pytest.fixture(scope="session")
def bundled_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _saved("bundled", load_catalog, tmp_path_factory)


@pytest.fixture(scope="session")
def harbor_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map of the worked cases' harbor, whose classes let one file early."""
    return _saved("harbor", lambda: load_catalog(CATALOGS / "harbor"), tmp_path_factory)


@pytest.fixture(scope="session")
def city_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map of 700 made-up classes."""
    return _saved("city", lambda: Catalog(validate_json(CatalogRecord, write_city(700))), tmp_path_factory)


@pytest.fixture(scope="session")
def los_angeles_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map of a real city."""
    return _saved("los-angeles", lambda: Catalog(read_bundled(name="los-angeles")), tmp_path_factory)


@pytest.fixture(scope="session")
def philadelphia_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map of another real city, whose classes are mostly met on a condition."""
    return _saved("philadelphia", lambda: Catalog(read_bundled(name="philadelphia")), tmp_path_factory)


@pytest.fixture(scope="session")
def hostile_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _saved("hostile", hostile_catalog, tmp_path_factory)


@pytest.fixture
def open_map(browser: Browser) -> Iterator[Opener]:
    """Open a page file, a map at work; a request but that of the file, or a fault of a script, fails the test."""
    faults: list[str] = []
    contexts = []

    def open_file(
        file: Path,
        *,
        width: int = 1440,
        height: int = 900,
        dark: bool = False,
        script: bool = True,
        link: str = "",
        density: int = 1,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=density,
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            offline=True,
        )
        contexts.append(patient(context))
        page = context.new_page()
        page.on(
            "request",
            lambda request: (
                None if request.url.partition("#")[0] == file.as_uri() else faults.append(request.url[:200])
            ),
        )
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.goto(file.as_uri() + link)
        if script and page.locator("#packed-data").count():
            settle(page)
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert faults == []
