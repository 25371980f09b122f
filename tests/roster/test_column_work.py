"""Columns by numpy and by lists come to the same, on rows at random."""

import random
from collections.abc import Iterable

import pytest

from ladder.roster.column_lists import ListWork
from ladder.roster.column_work import OPEN_END, JobRows

pytest.importorskip("numpy", reason="columns need numpy, which is not installed")

from ladder.roster.column_arrays import ArrayWork

WORKS = (ArrayWork(), ListWork())


def listed(found: object) -> object:
    """Return what was found in plain lists."""
    if isinstance(found, tuple | list):
        return [listed(one) for one in found]
    return list(map(int, found)) if isinstance(found, Iterable) else found


def random_rows(seed: int, number: int) -> JobRows:
    chance = random.Random(seed)
    starts = [chance.randrange(100, 130) for _ in range(number)]
    columns = (
        [chance.randrange(4) for _ in range(number)],
        [chance.randrange(2) for _ in range(number)],
        starts,
        [chance.choice((start, start + 3, start + 7, OPEN_END)) for start in starts],
        [chance.randrange(3) for _ in range(number)],
        [chance.randrange(2) for _ in range(number)],
        [chance.randrange(5) for _ in range(number)],
        [chance.choice((1, 0, -1)) for _ in range(number)],
        [chance.randrange(2) for _ in range(number)],
        list(range(2, number + 2)),
    )
    return JobRows(*columns)


@pytest.mark.parametrize("seed", range(60))
def test_both_find_the_same(seed: int) -> None:
    rows = random_rows(seed, seed % 31)
    follows = (True, False, True, True, False)
    found = []
    for work in WORKS:
        ordered, by_sequence = work.in_order(rows), work.in_order(rows, by_sequence=True)
        told: list[object] = [
            work.overlapping(ordered),
            work.on_one_day(by_sequence),
            work.repeated(ordered),
            [listed(one) for one in work.split(work.merged(ordered), 110, 115)[:2]],
            work.split(ordered, 110, 115).set_aside,
            work.gaps(by_sequence, follows),
            work.beginnings(ordered.person, 5),
            work.places_of(rows.kind, [0, 2]),
            work.without(rows, list(range(0, len(rows.row), 3))),
        ]
        once = without_places(work, by_sequence)
        told += [sorted_ends(work, once), work.run_together(work.in_order(once, by_sequence=True), follows)]
        found.append([told[0:3], *[listed(one) if not isinstance(one, dict) else dict(one) for one in told[3:]]])
        found[-1][0] = [listed(one) for one in told[0:3]]
    assert found[0] == found[1]


def without_places(work: ArrayWork | ListWork, rows: JobRows) -> JobRows:
    """Return the rows without those that share a day with another."""
    return JobRows(*work.without(rows, work.on_one_day(rows)))


def sorted_ends(work: ArrayWork | ListWork, rows: JobRows) -> object:
    return listed(work.ended_by_next(rows))


@pytest.mark.parametrize("columns", [([1, 2, 1], [5, -1, 5]), ([], []), ([2**40, 0], [2**40, 1])])
def test_combinations_are_those_of_the_rows(columns: tuple[list[int], list[int]]) -> None:
    for work in WORKS:
        places, combinations = work.combined(columns)
        assert [combinations[place] for place in places] == list(zip(*columns, strict=True))
        assert len(set(combinations)) == len(combinations)


def test_rows_too_far_apart_to_be_packed_are_put_in_order(  # numpy sorts such keys one by one
) -> None:
    far = [2**40, 0, 2**41]
    rows = JobRows(far, far, [1, 2, 3], far, [0, 0, 0], [0] * 3, [0] * 3, [0] * 3, [0] * 3, [2, 3, 4])
    assert [listed(work.in_order(rows).row) for work in WORKS] == [[3, 2, 4], [3, 2, 4]]


def test_dates_and_masks() -> None:
    for work in WORKS:
        assert listed(work.days([-1, 21, 40], 7)) == [7, 10, 20]
        assert listed(work.printed_days([-1, 21, 40])) == [0, 1, 0]
        assert listed(work.masked([1, 2], [-1, 0])) == [1, -1]
        assert listed(work.later([1, 5], [3, 2])) == [3, 5]
        assert listed(work.taken([7, 8], [1, 0, 1])) == [8, 7, 8]
        assert listed(work.joined([work.column([1]), work.column([2, 3])])) == [1, 2, 3]
        assert listed(work.joined([])) == []
        assert listed(work.places_where_any_at_most([[1, -5], [0, 0]], -5)) == [1]
        assert listed(work.reversed_places([2 * 40, 2 * 40, 2 * 40], [2 * 39 + 1, 2 * 39, -1])) == [0]


@pytest.mark.parametrize("width", [1, 2**55])
def test_rows_are_put_in_order_with_their_places_or_without_and_equal_ones_stay_as_they_stand(width: int) -> None:
    chance = random.Random(4)
    count = 500
    columns = [
        [chance.randrange(3) * width for _ in range(count)],
        *[[0] * count for _ in range(8)],
        list(range(count)),
    ]
    found = [listed(work.in_order(JobRows(*columns))) for work in WORKS]
    assert found[0] == found[1]


def test_columns_that_stand_for_several_are_held_once() -> None:
    work = ArrayWork()
    nothing = work.column([0] * 4)
    columns = [*[nothing] * 9, work.column(range(4))]
    rows = JobRows(*columns)
    assert len({id(one) for one in work.without(rows, [2])}) == 2
    assert work.without(rows, []) == rows
    assert len({id(one) for one in work.ended_by_next(rows)}) <= 5
