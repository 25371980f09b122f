"""No test is decided by a clock, and each way to read one, or to wait by one, is seen."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.house.clocks import IN_PAGES, clocks_in
from tests.house.tracked import ROOT
from tests.measure import HANG_SECONDS

pytestmark = pytest.mark.untraced

LEFT = frozenset(
    {
        # The processor time of a reading under fuzz, which is told and decides only that one has hung.
        "fuzz/__main__.py",
        "fuzz/running.py",
    }
)
CLOCKS = {
    "a clock": "import time\ntime.monotonic()",
    "one by another name": "import time as t",
    "one clock of many": "from time import perf_counter_ns as count",
    "imported in a test": "def test_a():\n    import timeit",
    "imported by name": "import importlib\nimportlib.import_module('time')",
    "imported by name, in short": "from importlib import import_module\nimport_module('time').sleep(1)",
    "imported by call": "__import__('time').sleep(1)",
    "taken from what is loaded": "import sys\nsys.modules['time']",
    "got by name": "getattr(clock, 'perf_counter')",
    "asked for by name": "operator.attrgetter('monotonic')(clock)",
    "of the system": "import os\nos.times()",
    "of the system, imported": "from os import times",
    "use of resources": "from resource import getrusage",
    "the wall": "import datetime\ndatetime.datetime.now()",
    "the wall, imported": "from datetime import datetime\nx = datetime.now(tz=UTC)",
    "the day": "from datetime import date\ndate.today()",
    "the day, handed on": "from datetime import date\nf(date.today)",
    "an alarm": "import signal\nsignal.alarm(5)",
    "a timer": "import signal\nsignal.setitimer(0, 5)",
    "a signal of a timer": "from signal import SIGVTALRM",
    "a wait in a loop": "import asyncio\nasyncio.sleep(0)",
    "a thread that waits": "from threading import Timer",
    "a program with a limit": "subprocess.run(['a'], timeout=60)",
    "a limit that is counted": "page.click(timeout=2 * HANG_SECONDS / 100)",
    "a lock with a limit": "lock.acquire(timeout=3)",
    "a thread with a limit": "thread.join(5)",
    "a queue with a limit": "future.result(2.5)",
    "a page that waits": "page.wait_for_timeout(300)",
    "a page with a limit": "page.set_default_timeout(5000)",
    "a mark with a limit": "@pytest.mark.timeout(5)\ndef test_a(): ...",
    "a deadline": "settings(deadline=200)",
    "a check of speed": "settings(suppress_health_check=[HealthCheck.filter_too_much])",
    "a clock in the page": f"page.evaluate('{IN_PAGES[0]}()')",
}
NO_CLOCKS = """
import subprocess
from datetime import date
subprocess.run(["a"], timeout=HANG_SECONDS)
page.set_default_timeout(HANG_MILLISECONDS)
settings(deadline=None)
date(2026, 11, 1)
threads.join()
", ".join(words)
known.get("a")
times = 3
time.step
"today"
"""


@pytest.mark.parametrize("name", CLOCKS)
def test_bites(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(CLOCKS[name], "utf-8")
    assert clocks_in(tmp_path)


def test_lets_tests_without_a_clock_pass(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(NO_CLOCKS, "utf-8")
    assert clocks_in(tmp_path) == []


def test_no_test_reads_a_clock() -> None:
    assert clocks_in(ROOT / "tests", but=LEFT) == []


def test_every_file_left_out_still_needs_it() -> None:
    found = clocks_in(ROOT / "tests")
    assert {name for name in LEFT if any(f"{ROOT / 'tests' / name}:" in one for one in found)} == LEFT


def test_no_example_is_too_slow() -> None:
    assert settings.default is not None
    assert settings.default.deadline is None
    assert HealthCheck.too_slow in settings.default.suppress_health_check


def test_only_what_hangs_is_stopped() -> None:
    assert HANG_SECONDS >= 180
