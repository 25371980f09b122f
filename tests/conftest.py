"""What every test may lean on: the shared cases, a real browser, and the share of long measures."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

from tests.approving import refusal, verdict
from tests.measure import FULL, SHARED
from tests.warmed_caches import WarmedCaches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "chrome",
)

WARMED = WarmedCaches()

# How long an example takes says how busy the machine is.
settings.register_profile(
    "ladder",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
    print_blob=True,
    database=None,
)
settings.load_profile("ladder")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option by which ``make golden`` says what it is for."""
    parser.addoption("--approve", action="store_true", help="with LADDER_GOLDEN=update: approve, and do not fail")


def pytest_configure() -> None:
    """Refuse to begin where approved outputs must not be taken; keep the tests out of the user's cache."""
    os.environ["LADDER_CACHE"] = "off"
    if why := refusal(os.environ):
        raise pytest.UsageError(why)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that took its own output as approved, and so compared nothing."""
    if verdict(os.environ, asked_for=session.config.getoption("--approve")):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say why such a run failed."""
    if why := verdict(os.environ, asked_for=config.getoption("--approve")):
        terminalreporter.write_line(why, red=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests marked ``full`` where the whole measure is not asked for."""
    left_out = [item for item in items if item.get_closest_marker("full") and not FULL]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> "Iterator[None]":
    """Let a measure of many cases run untraced, its fixtures included: tracing it would double its time.

    That its lines are covered is for the tests beside it to show; the bars of coverage count those alone.
    """
    if Coverage.current() and item.get_closest_marker("untraced"):
        WARMED.before_untraced()
    else:
        WARMED.before_traced()
    stopped: list[Coverage] = []
    while item.get_closest_marker("untraced") and (tracing := Coverage.current()):
        tracing.stop()  # in a process of pytest-xdist there are two, one below the other
        stopped.append(tracing)
    try:
        return (yield)
    finally:
        for one in reversed(stopped):
            one.start()
        if stopped:
            WARMED.after_untraced()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder shared beside the checkout; skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the shared folder is not beside this checkout")
    return SHARED


def find_browser() -> str | None:
    """Return the path of a browser: the one named by LADDER_BROWSER, else one on the PATH."""
    named = os.environ.get("LADDER_BROWSER")
    return next(filter(None, map(shutil.which, [*filter(None, [named]), *BROWSERS])), None)


@pytest.fixture(scope="session")
def browser_path() -> str:
    """Return the path of a browser; skip where there is none, fail where CI=true."""
    if found := find_browser():
        return found
    reason = "no chromium, google-chrome or microsoft-edge on this machine"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}, and CI=true asks for one")
    pytest.skip(reason)


# Not for the session: Playwright keeps an event loop running, and notebooks need one of their own.
@pytest.fixture(scope="module")
def browser(browser_path: str) -> "Iterator[Browser]":
    """Start the browser for one module of tests."""
    from tests.browsing import started  # noqa: PLC0415 - most tests need no browser

    with started(browser_path) as found:
        yield found


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """Open a page with no past, for one test."""
    from tests.browsing import patient  # noqa: PLC0415 - as above

    context = patient(browser.new_context())
    yield context.new_page()
    context.close()
