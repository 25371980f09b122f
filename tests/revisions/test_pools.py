"""The people before a class and after a change, worked on paper: the twelve of the bench (tests/roster/test_bench.py).

Without the lead year before 0444: h now as before, g now (12 as 0443), i in 18 (9 left at a half); f in 33, d in 36,
c in 48, a in 60, e in 72, b in 78. l is gone by then, but the month stands: 82.
"""

import pytest

from ladder.catalog.loading import load_catalog
from ladder.revisions.changing import changed
from ladder.revisions.differences import Compared
from ladder.revisions.pools import Pool, PoolChange, Ready, find_pool
from ladder.revisions.proposals import AbolishClass, Change, MergeClass, Names, SetMonths, TakeOut
from ladder.roster import evaluation, planner_tables
from tests.roster.test_bench import twelve

LEAD = TakeOut(requirement="0444#special")


@pytest.fixture(autouse=True, params=["with numpy", "without numpy"])
def numpy(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "with numpy":
        pytest.importorskip("numpy", reason="numpy is not installed")
    else:
        monkeypatch.setattr(evaluation, "find_spec", lambda _: None)
        monkeypatch.setattr(planner_tables, "find_spec", lambda _: None)


def pool_of(*changes: Change) -> Pool:
    catalog = load_catalog()
    found = Names(catalog).found(changes)
    return find_pool(twelve(), Compared(catalog, changed(found, catalog)), found)


def test_who_is_ready_without_the_lead_year() -> None:
    found = pool_of(LEAD)
    assert found.classes == (
        PoolChange("us-nd/0444", Ready((1, 1, 1, 1), 0), Ready((2, 2, 2, 3), 36), 2, 0, 1, 1, 0, 0),
    )
    assert found.dropped == (("us-nd/0444#special", 1),)


def test_a_change_that_moves_nobody_tells_of_nobody() -> None:
    assert pool_of(SetMonths(requirement="0441#general", months=49)) == Pool((), ())
    assert pool_of() == Pool((), ())


def test_nobody_is_ready_for_a_class_that_is_abolished() -> None:
    (found,) = pool_of(AbolishClass(class_text="0443")).classes
    assert (found.class_id, found.before.within, found.after, found.lost, found.gained) == (
        *("us-nd/0443", (1, 1, 2, 2), Ready((0, 0, 0, 0), None), 2),
        0,
    )


def test_jobs_of_a_class_merged_are_jobs_of_the_other() -> None:
    found = {one.class_id: one for one in pool_of(MergeClass(class_text="0442", into="0441")).classes}
    assert found["us-nd/0442"].after.within == (0, 0, 0, 0)
    assert found["us-nd/0443"].before.within == (1, 1, 2, 2)
    assert int(found["us-nd/0443"].after.within[0]) > 1
