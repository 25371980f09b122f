"""Tests marked as untraced are traced by nothing, in a process of pytest-xdist too; tracing takes twice their time."""

import sys

import pytest
from coverage import Coverage

from ladder.checks.catalogue import all_rules
from ladder.titles import fold_title
from tests.warmed_caches import WarmedCaches


def traced() -> bool:
    return type(sys.gettrace()).__module__.startswith("coverage") or Coverage.current() is not None


@pytest.mark.untraced
def test_an_untraced_test_is_traced_by_nothing() -> None:
    assert not traced()


def test_any_other_test_is_traced_where_coverage_is_measured(request: pytest.FixtureRequest) -> None:
    assert traced() == bool(request.config.getoption("cov_source", None))


def test_what_an_untraced_test_was_the_first_to_call_runs_anew_in_a_traced_one() -> None:
    warmed = WarmedCaches()
    all_rules.cache_clear()
    fold_title("kept")
    warmed.before_untraced()
    rules = all_rules()
    warmed.after_untraced()
    assert all_rules() is rules
    warmed.before_traced()
    assert (all_rules.cache_info().currsize, fold_title.cache_info().currsize > 0) == (0, True)
    rules = all_rules()
    warmed.before_traced()
    assert all_rules() is rules
