"""Tests marked as untraced are traced by nothing, in a process of pytest-xdist too; tracing takes twice their time."""

import sys

import pytest
from coverage import Coverage


def traced() -> bool:
    return type(sys.gettrace()).__module__.startswith("coverage") or Coverage.current() is not None


@pytest.mark.untraced
def test_an_untraced_test_is_traced_by_nothing() -> None:
    assert not traced()


def test_any_other_test_is_traced_where_coverage_is_measured(request: pytest.FixtureRequest) -> None:
    assert traced() == bool(request.config.getoption("cov_source", None))
