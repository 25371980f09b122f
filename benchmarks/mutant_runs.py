"""The tests of the engine run with a mutant in place: in a forked process, or in a copy of the tree."""

import gc
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType

import pytest

from benchmarks.mutating import ROOT, Mutant

ENGINE_TESTS = (
    "tests/catalog",
    "tests/data",
    "tests/eligibility",
    "tests/paths",
    "tests/test_profiles.py",
    "tests/test_histories.py",
    "tests/test_service_time.py",
    "tests/cases",
)
LATER = (
    "test_the_least_way_is_the_best_split",
    "test_every_hard_catalog_ends",
    "test_the_best_plan_of_a_climb_at_a_rate",
    "test_months_are_used_as_well_as_can_be",
    "test_filing_is_never_late",
)
"""Tests of the engine that take most of its time: they run in the copy of the tree alone."""
SLOW_TESTS = (
    "tests/properties",
    "tests/cli",
    "tests/test_answer_json.py",
    "tests/checks",
    "tests/golden",
    "tests/oracle",
    "tests/agreement",
)
WORDS = ("-q", "--tb=no", "-m", "not browser", "-p", "no:cacheprovider", "-p", "no:xdist")
BOUND = 120
"""Processor seconds after which a run of tests is ended: a mutant that never ends is caught."""
NO_FAULT = (0, 5)
"""How pytest ends where every test passes, or where there is none."""


class FirstPass:
    """Runs the tests collected for each mutant, until one fails; a plugin of pytest, in place of its own loop.

    ``caught`` holds the test that failed, or how else the run ended, by mutant.
    """

    def __init__(self, drawn: Sequence[Mutant]) -> None:
        """Take the mutants to run."""
        self.drawn = drawn
        self.caught: dict[Mutant, str] = {}
        self.failed = ""

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Fork for each mutant; print what becomes of it."""
        killers: list[str] = []
        soon = [item for item in session.items if not any(name in item.nodeid for name in LATER)]
        gc.freeze()  # what was imported stays in pages that all processes share
        if fails := self.run_forked(None, soon):
            sys.exit(f"without any mutant {fails} fails: nothing is caught by it")
        for one in self.drawn:
            items = sorted(soon, key=partial(nearness, one, tuple(killers)))
            by = self.run_forked(one, items)
            if by:
                self.caught[one] = by
                killers.append(by)
            sys.stdout.write(f"{f'caught by {by}' if by else 'missed'}: {one.told()}\n\n")
            sys.stdout.flush()
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the first test that fails."""
        if report.failed and not self.failed:
            self.failed = report.nodeid

    def run_forked(self, mutant: Mutant | None, items: Sequence[pytest.Item]) -> str:
        """Return what fails where the tests run in a process that has the mutant, if one is given."""
        reads, writes = os.pipe()
        child = os.fork()
        if not child:
            self.run_here(mutant, items, writes)
        os.close(writes)
        with os.fdopen(reads) as pipe:
            told = pipe.read()
        _, status = os.waitpid(child, 0)
        return told or (f"ended with {status}" if status else "")

    def run_here(self, mutant: Mutant | None, items: Sequence[pytest.Item], writes: int) -> None:
        """Put the mutant in place, run the tests until one fails, write which, and end the process."""
        resource.setrlimit(resource.RLIMIT_CPU, (BOUND, BOUND))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        if mutant is None or put_in_place(mutant):
            for item, following in zip(items, [*items[1:], None], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if self.failed:
                    os.write(writes, self.failed.encode())
                    break
        os._exit(0)


def nearness(mutant: Mutant, killers: tuple[str, ...], item: pytest.Item) -> tuple[bool, bool, bool]:
    """Return how soon a test is run: first its module's own, then those that caught others, then its folder's."""
    own, place = own_tests(mutant.file), mutant.file.replace("ladder/", "tests/", 1).rpartition("/")[0]
    name = item.nodeid
    return not name.startswith(tuple(own)), name not in killers, not name.startswith(place)


def own_tests(file: str) -> list[str]:
    """Return the examples of a module, and the file of tests that bears its name where there is one."""
    place = Path(file.replace("ladder/", "tests/", 1))
    mirrored = place.with_name(f"test_{place.name}").as_posix()
    return [file, *([mirrored] if (ROOT / mirrored).is_file() else [])]


def put_in_place(mutant: Mutant) -> bool:
    """Give the function of a module that is imported the mutant's code; tell whether that changes it.

    A change of what its words are without being given lies outside its code.
    """
    found: object = sys.modules[mutant.file.removesuffix(".py").replace("/", ".")]
    for name in mutant.function.split("."):
        found = vars(found)[name]
    function = getattr(found, "__func__", found)
    changed = next(code for code in codes_in(mutant) if code.co_qualname == mutant.function)
    if not isinstance(function, FunctionType) or function.__code__ == changed:
        return False
    function.__code__ = changed
    return True


def codes_in(mutant: Mutant) -> Iterator[CodeType]:
    """Yield the code of the functions and classes of a mutant's file, and of the methods."""
    whole = compile(mutant.text, str(ROOT / mutant.file), "exec", dont_inherit=True)
    for part in whole.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from (one for one in part.co_consts if isinstance(one, CodeType))


def run_in_tree(tree: Path, mutant: Mutant) -> str:
    """Return what fails where the tests run from the start in a copy of the tree that has the mutant."""
    file = tree / mutant.file
    own = file.read_text("utf-8")
    write_module(file, mutant.text)
    told = (run_tests(tree, tests) for tests in ([*own_tests(mutant.file), *ENGINE_TESTS], SLOW_TESTS))
    by = next(filter(None, told), "")
    write_module(file, own)
    return by


def write_module(file: Path, text: str) -> None:
    """Write a module and throw away what is compiled of it: two texts of one second look alike."""
    file.write_text(text, "utf-8")
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
        compiled.unlink()


def run_tests(tree: Path, tests: Sequence[str]) -> str:
    """Return the first test that fails in a tree, or how else the run ended; nothing where every test passes."""
    limit = partial(resource.setrlimit, resource.RLIMIT_CPU, (BOUND, BOUND))
    words = [sys.executable, "-m", "pytest", "-x", *WORDS, *tests]
    done = subprocess.run(words, cwd=tree, check=False, capture_output=True, text=True, preexec_fn=limit)
    if done.returncode in NO_FAULT:
        return ""
    failed = (line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR ")))
    return next(failed, f"ended with {done.returncode}")
