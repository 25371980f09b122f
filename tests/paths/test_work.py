"""One budget of work: parts of it, and a path answer that ends where it ends."""

from typing import ClassVar

import pytest

from ladder.paths import path_answers
from ladder.paths.work import WORK, Work
from tests.paths.hard_catalogs import FROM, TO, Hard, hard_catalogs, hitting_set, layers
from tests.paths.small_ladders import path


def test_a_part_ends_with_its_own_steps_and_the_whole_goes_on() -> None:
    whole = Work(10)
    part = whole.part(3)
    assert part.spend(3)
    assert (part.left, part.is_done, whole.left) == (0, False, 7)
    assert not part.spend(1)
    assert (part.left, part.is_done, whole.left, whole.is_done) == (0, True, 6, False)
    assert whole.spend(6)
    assert not whole.spend(1)


def test_a_part_ends_with_the_whole() -> None:
    whole = Work(10)
    part = whole.part(100)
    assert part.left == 10
    assert whole.spend(8)
    assert part.left == 2
    assert not part.spend(3)
    assert part.is_done
    assert whole.share(2).left == 0


def test_a_share_is_one_part_of_what_is_left() -> None:
    whole = Work(10)
    whole.spend(2)
    assert whole.share(4).left == 2


class Counted(Work):
    """Work that remembers all that was ever asked of it and of its parts."""

    made: ClassVar[list["Counted"]] = []

    def __init__(self, steps: int, *, whole: Work | None = None) -> None:
        super().__init__(steps, whole=whole)
        self.asked = 0
        self.made.append(self)

    def spend(self, steps: int) -> bool:
        self.asked += steps
        return super().spend(steps)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[Counted]:
    monkeypatch.setattr(Counted, "made", [])
    monkeypatch.setattr(path_answers, "Work", Counted)
    return Counted.made


HARD = hard_catalogs()[:-1]
SECOND_SEEDS = (2, 4, 6)
"""Places of catalogs that differ from the one before by their seed alone: these run in the whole measure."""
EACH = [
    pytest.param(one, id=one.name, marks=[pytest.mark.full] if place in SECOND_SEEDS else [])
    for place, one in enumerate(HARD)
]


@pytest.mark.untraced
@pytest.mark.parametrize("hard", EACH)
def test_every_hard_catalog_ends_with_both_months_or_beyond_what_is_sought(hard: Hard, counted: list[Counted]) -> None:
    found = path(hard.catalog, FROM, TO, alternatives=3).best
    assert found is not None
    told = {condition.code for condition in found.conditions}
    assert sum(one.asked for one in counted) <= WORK + WORK // 10
    if found.months is None:
        assert (found.status, found.missing) == ("unreachable", ())
        assert "HORIZON" in told
        return
    assert found.proved_months is not None
    assert 0 < found.proved_months <= found.months <= 1_200
    assert found.between == (None if found.proved_months == found.months else (found.proved_months, found.months))


def test_a_hard_catalog_is_not_proved_and_says_so() -> None:
    found = path(hitting_set(months=(6, 12, 18, 24, 36, 48, 60)).catalog, FROM, TO).best
    assert found is not None
    assert found.between is not None
    assert found.between[0] < found.between[1] == found.months


def test_more_work_never_tells_less() -> None:
    catalog = layers(3, 4, routes=2, needs=2).catalog
    figures = [path(catalog, FROM, TO, budget=budget).best for budget in (0, 100, 1_000, 10_000, WORK)]
    spans = [(one.proved_months, one.months) for one in figures if one]
    proved, months = zip(*spans, strict=True)
    assert list(proved) == sorted(proved)
    assert list(months) == sorted(months, reverse=True)
    assert proved[-1] == months[-1]
