"""A run that takes its own output as approved does not pass for a run that compared it."""

import ast
import os
import subprocess
import sys

import pytest

from tests.approving import NOT_HERE, REWRITTEN, VARIABLE, refusal, verdict
from tests.house.bars import read_modules
from tests.house.tracked import ROOT
from tests.measure import HANG_SECONDS

pytestmark = pytest.mark.untraced

ANY_TEST = "tests/house/test_approving.py::test_a_run_without_the_variable_is_as_it_is"


def run_one(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    outer = {name: value for name, value in os.environ.items() if name not in {VARIABLE, "CI", "PYTEST_ADDOPTS"}}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", ANY_TEST, *words]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**outer, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=HANG_SECONDS,
    )


def test_a_run_without_the_variable_is_as_it_is() -> None:
    assert refusal({"CI": "true"}) == ""
    assert verdict({}, asked_for=False) == ""
    assert verdict({VARIABLE: "update"}, asked_for=True) == ""
    assert verdict({VARIABLE: "yes"}, asked_for=False) == REWRITTEN


@pytest.mark.parametrize("words", [(), ("-n", "1")], ids=["one process", "workers"])
def test_a_variable_left_set_fails_the_run(words: tuple[str, ...]) -> None:
    done = run_one(*words, **{VARIABLE: "update"})
    assert done.returncode == 1
    assert REWRITTEN in done.stdout
    assert "1 passed" in done.stdout


def test_make_golden_passes() -> None:
    assert run_one("--approve", **{VARIABLE: "update"}).returncode == 0
    assert "--approve" in (ROOT / "Makefile").read_text("utf-8").partition("golden:")[2].partition("\n\n")[0]
    assert run_one().returncode == 0


def test_the_continuous_integration_refuses_at_once() -> None:
    done = run_one("--approve", **{VARIABLE: "update", "CI": "true"})
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert NOT_HERE in done.stderr


def test_the_variable_is_asked_in_one_place() -> None:
    asks = {
        file.relative_to(ROOT).as_posix()
        for file, tree in read_modules(ROOT / "tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value == VARIABLE
    }
    assert asks == {"tests/approving.py"}
