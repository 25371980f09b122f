"""The parts of the search: boards, bounds, dives, proofs, narrowing; bounds never above, plans never below."""

import random
from collections import deque
from fractions import Fraction
from itertools import pairwise

import pytest

from ladder.eligibility.clocks import Accrual, Credit
from ladder.paths import search
from ladder.paths.board import Board, lay_out, nested_families, open_at_start, places_in, start_values
from ladder.paths.bounds import UNREACHED, find_bound
from ladder.paths.dives import dive, held_for, is_done, start_position
from ladder.paths.narrowing import narrow
from ladder.paths.problem import Climb, Demand, DoorRoute, without_weaker
from ladder.paths.proofs import OutOfBudgetError, Prover, makespan
from ladder.paths.search import Failures, find_plan
from ladder.paths.work import Work
from tests.paths.small_ladders import FULL_TIME, board, demand, door


@pytest.mark.parametrize(
    ("jobs", "end"),
    [
        ({}, 0),
        ({0b1: (3, 4)}, 7),
        ({0b1: (0, 4), 0b10: (0, 5)}, 9),
        ({0b1: (0, 4), 0b10: (9, 5)}, 14),
        ({0b1: (0, 4), 0b11: (0, 6)}, 6),
        ({0b1: (0, 6), 0b11: (0, 4)}, 6),
        ({0b1: (2, 4), 0b11: (0, 6)}, 6),
        ({0b1: (0, 2), 0b10: (0, 2), 0b11: (0, 3)}, 4),
        ({0b1: (0, 2), 0b10: (0, 2), 0b11: (0, 7)}, 7),
        ({0b11: (0, 5), 0b110: (0, 4)}, 5),
        ({0b1: (0, 0)}, 0),
        ({0b1: (5, 0), 0b10: (0, 2)}, 2),
        ({0b1: (0, 3), 0b11: (0, 5), 0b111: (0, 9)}, 9),
    ],
)
def test_the_least_time_for_jobs_that_share_months(jobs: dict[int, tuple[int, int]], end: int) -> None:
    assert makespan(jobs) == end


@pytest.mark.parametrize(
    ("masks", "families"),
    [
        ([], ()),
        ([0b1], (((0, -1),),)),
        ([0b11, 0b1], (((1, 0), (0, -1)),)),
        ([0b1, 0b10], (((0, -1), (1, -1)),)),
        ([0b11, 0b110], (((0, -1),), ((1, -1),))),
        ([0b1, 0b1], (((0, 1), (1, -1)),)),
    ],
)
def test_families_of_nested_or_disjoint_sets(masks: list[int], families: object) -> None:
    found = nested_families(masks)
    assert sorted(found) == sorted(families)  # type: ignore[call-overload] # a tuple of tuples in each case


def test_places_of_a_bit_set() -> None:
    assert list(places_in(0b10110)) == [1, 2, 4]
    assert list(places_in(0)) == []


@pytest.mark.parametrize(
    ("goal", "months"),
    [
        ([door(demand(6, 0))], 6),
        ([door(demand(6, 0), ready=9)], 9),
        ([door(ready=4)], 4),
        ([door()], 0),
        ([], UNREACHED),
        ([door(demand(6))], UNREACHED),
        ([door(demand(6, 0)), door(demand(4, 0))], 4),
        ([door(demand(6, 0), demand(4, 1))], 10),
        ([door(demand(6, 0, 1), demand(4, 1))], 7),
        ([door(demand(6, 0, 1), demand(4, 0))], 6),
        ([door(demand(6, 1), demand(4, 1))], 9),
        ([door(demand(6, 0, credit=Credit(((0, 0), (4, 3)))))], 4),
        ([door(demand(6, 0, credit=Credit(((0, 0), (2, 3)))))], 3),
        ([door(demand(6, credit=Credit(((0, 0), (8, 6)))))], 8),
        ([door(demand(6, 1, credit=Credit(((0, 0), (8, 6)))))], 8),
        ([door(demand(6, credit=Credit(((0, 0), (8, 5)))))], UNREACHED),
    ],
)
def test_bound_and_plan_of_small_boards(goal: list[DoorRoute], months: int) -> None:
    small = board([door(demand(3, 0))], goal=goal)
    bound = find_bound(small, start_values(small), 0, open_at_start(small))
    plan = dive(small)
    found = find_plan(small.climb)
    if months == UNREACHED:
        assert (bound.goal, found.held) == (UNREACHED, None)
        assert found.reachable == ("p1",)
        return
    assert found.held is not None
    assert plan is not None
    assert bound.goal <= months <= len(plan)
    assert (len(found.held), found.proved_months) == (months, months)


def test_part_time_takes_whole_months() -> None:
    accrual = Accrual(((0, 0, Fraction(7, 10)),))
    small = board([door(demand(24, 0))], goal=[door(demand(12, 1))], accrual=accrual)
    found = find_plan(small.climb)
    assert found.held == ("p0",) * 35 + ("p1",) * 18
    assert small.months_for(24) == 35
    assert small.months_for(Fraction(7, 10)) == 1


def test_a_maximum_is_two_demands() -> None:
    capped = (Demand(0b10, 7), Demand(0b11, 10))
    small = board([door(demand(1, 0))], goal=[DoorRoute("r", 0, capped)])
    found = find_plan(small.climb)
    assert found.held is not None
    assert (len(found.held), found.proved_months) == (10, 10)
    assert 1 <= found.held.count("p0") <= 3


def test_of_places_that_serve_alike_a_first_plan_takes_the_one_preferred() -> None:
    small = board([door()], [door()], [door()], goal=[door(demand(3, 2, 3))])
    assert dive(small) == (2, 2, 2)
    both = board([door()], [door()], [door()], goal=[door(demand(3, 1, 2, 3), demand(2, 2, 3))])
    assert dive(both) == (2, 2, 2)
    stays = board([door()], [door()], goal=[door(demand(3, 0, 1, 2))])
    assert dive(stays) == (0, 0, 0)


@pytest.mark.parametrize(("first", "months"), [(1, 6), (4, 7), (10, 10)])
def test_months_that_count_half(first: int, months: int) -> None:
    halves = Demand(0b11, 10, None, ((1, 0b11), (1, 0b10)))
    small = board([door(demand(first, 0))], goal=[DoorRoute("r", 0, (halves,))])
    found = find_plan(small.climb)
    assert found.held is not None
    assert small.months_to_fill(small.demands[1], 10) == 5
    assert (len(found.held), found.proved_months) == (months, months)


def test_a_place_left_is_not_open_again_at_the_start() -> None:
    small = board([door()], goal=[door(demand(3, 0), demand(2, 1))])
    left = held_for(small, start_position(small), 1)
    assert not left.places & 1
    assert not left.at_start
    assert held_for(small, start_position(small), 0).at_start
    assert not is_done(small, held_for(small, left, 1, 40))


def true_months(small: Board, *, most: int = 40) -> int | None:
    """Return the least months, by trying every class in every month."""
    start = start_position(small)
    queue, seen = deque([start]), {start}
    while queue:
        position = queue.popleft()
        if is_done(small, position):
            return position.month
        if position.month == most:
            continue
        for place in places_in(position.places):
            following = held_for(small, position, place)
            if following not in seen:
                seen.add(following)
                queue.append(following)
    return None


def random_board(seed: int) -> Board:
    rng = random.Random(seed)
    places = rng.randint(1, 4)

    def some_demand() -> Demand:
        mask = rng.randint(1, 2**places - 1)
        credit = Credit(((0, 0), (rng.randint(1, 4), rng.randint(1, 2)))) if rng.random() < 0.2 else None
        levels = ((1, mask), (rng.choice([1, 2]), mask & rng.randint(0, 15)))
        some = tuple(one for one in levels if one[1]) if rng.random() < 0.15 else ()
        return Demand(mask, rng.randint(1, 4), credit, some)

    def some_routes() -> tuple[DoorRoute, ...]:
        return tuple(
            DoorRoute(f"r{number}", rng.choice([0, 0, 0, 2]), tuple(some_demand() for _ in range(rng.randint(0, 3))))
            for number in range(rng.randint(1, 2))
        )

    doors = [(), *(some_routes() for _ in range(places - 1))]
    shares = [Accrual(((0, 0, Fraction(1, 2)),)), Accrual(((0, 0, 1), (2, 2, 0), (4, 2, 1)))]
    accrual = rng.choice([FULL_TIME, FULL_TIME, FULL_TIME, *shares])
    return lay_out(Climb(tuple(f"p{one}" for one in range(places)), tuple(doors), some_routes(), accrual))


@pytest.mark.parametrize("share", range(10))
def test_bounds_never_above_and_plans_never_below_the_truth(share: int) -> None:
    for seed in range(share * 20, share * 20 + 20):
        small = random_board(seed)
        months = true_months(small)
        bound = find_bound(small, start_values(small), 0, open_at_start(small))
        found = find_plan(small.climb)
        if months is None:
            assert found.held is None or len(found.held) > 40, seed
            continue
        assert bound.goal <= months, seed
        assert found.held is not None, seed
        assert (len(found.held), found.proved_months) == (months, months), seed
        rough = find_plan(small.climb, Work(0))
        assert rough.proved_months is not None, seed
        assert rough.proved_months <= months, seed
        assert rough.held is None or len(rough.held) >= months, seed
        for patient in (False, True):
            plan = dive(small, patient=patient)
            assert plan is None or len(plan) >= months, seed


@pytest.mark.parametrize("share", range(5))
def test_a_narrowed_board_has_the_same_answer(share: int) -> None:
    for seed in range(share * 20, share * 20 + 20):
        small = random_board(seed)
        months = true_months(small)
        if months is None:
            continue
        bound = find_bound(small, start_values(small), 0, open_at_start(small), goal_only=False, limit=months)
        narrowed = narrow(bound, months)
        assert true_months(narrowed) == months, seed
        assert set(narrowed.climb.places) <= set(small.climb.places)


def routes_kept(small: Board, limit: int) -> dict[str, int]:
    """Return how many routes into each place, and into the goal, a board of so many months keeps."""
    bound = find_bound(small, start_values(small), 0, open_at_start(small), goal_only=False, limit=limit)
    climb = narrow(bound, limit).climb
    return {name: len(routes) for name, routes in zip((*climb.places, "goal"), (*climb.doors, climb.goal), strict=True)}


@pytest.mark.parametrize(("limit", "kept"), [(23, 2), (20, 2), (12, 2), (11, 1), (10, 1)])
def test_a_place_that_two_doors_ask_is_kept_until_the_later_of_their_last_months(limit: int, kept: int) -> None:
    ways = [door(demand(3, 0)), door(demand(11, 0))]
    for goal in ([door(demand(1, 1), demand(1, 2))], [door(demand(1, 2), demand(1, 1))]):
        small = board(ways, [door(demand(6, 1))], goal=goal)
        assert routes_kept(small, limit) == {"p0": 0, "p1": kept, "p2": 1, "goal": 1}


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        (demand(4, 1), 15),
        (demand(4, 1, 2), 12),
        (demand(4, 1, credit=Credit(((0, 0), (3, 2)))), 12),
    ],
)
def test_a_place_that_alone_fills_a_demand_serves_for_all_of_its_months(asked: Demand, last: int) -> None:
    small = board([door(demand(3, 0)), door(demand(11, 0))], [door()], goal=[door(asked)])
    assert [routes_kept(small, limit)["p1"] for limit in (last, last - 1)] == [2, 1]


@pytest.mark.parametrize(("limit", "kept"), [(9, ["p0", "p1", "p2"]), (8, ["p0", "p2"]), (6, ["p0", "p2"])])
def test_a_place_is_kept_where_it_opens_in_the_last_month_that_serves(limit: int, kept: list[str]) -> None:
    small = board([door(demand(5, 0))], [door(demand(2, 0))], goal=[door(demand(4, 1)), door(demand(4, 2))])
    assert list(routes_kept(small, limit))[:-1] == kept


@pytest.mark.parametrize("share", range(5))
def test_plans_have_the_fewest_moves(share: int) -> None:
    for seed in range(share * 20, share * 20 + 20):
        small = random_board(seed)
        found = find_plan(small.climb)
        if found.held is None or len(found.held) > 12:
            continue
        moves = sum(one != following for one, following in pairwise(("p0", *found.held)))
        assert moves == _fewest(small, len(found.held)), seed


def _fewest(small: Board, months: int) -> int:
    start = start_position(small)
    reached = {start: 0}
    for _ in range(months):
        following: dict[object, int] = {}
        for position, moves in reached.items():
            for place in places_in(position.places):
                later = held_for(small, position, place)
                cost = moves + (place != position.held)
                following[later] = min(cost, following.get(later, cost))
        reached = following  # type: ignore[assignment] # positions of the next month
    return min(moves for position, moves in reached.items() if is_done(small, position))


CROSSED = [door(demand(2, 1, 2), demand(2, 2, 3), demand(2, 1, 3))]
"""Three places open at once, each pair asked for two months."""


def test_a_proof_without_budget_leaves_both_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    small = board([door()], [door()], [door()], goal=CROSSED)
    monkeypatch.setattr(search, "PROOF_BUDGET", 0)
    rough = find_plan(small.climb, Work(0))
    assert rough.held is not None
    assert rough.proved_months is not None
    assert rough.proved_months < len(rough.held)
    exact = find_plan(small.climb)
    assert exact.held is not None
    assert (len(exact.held), exact.proved_months) == (3, 3)


def test_a_prover_out_of_budget_says_so() -> None:
    small = board([door()], [door()], [door()], goal=CROSSED)
    bound = find_bound(small, start_values(small), 0, open_at_start(small), goal_only=False)
    with pytest.raises(OutOfBudgetError):
        list(Prover(bound, limit=9, budget=0).least())


def test_a_limit_lowered_on_the_way_cuts_what_is_left() -> None:
    small = board([door()], goal=[door(demand(5, 0)), door(ready=8)])
    bound = find_bound(small, start_values(small), 0, open_at_start(small), goal_only=False)
    assert list(Prover(bound, limit=9, budget=99).least()) == [5, 8]
    prover = Prover(bound, limit=9, budget=99)
    ends = []
    for end in prover.least():
        ends.append(end)
        prover.limit = end
    assert ends == [5]


def test_a_door_is_no_way_to_itself() -> None:
    small = board([door(demand(2, 0)), door(demand(1, 2))], [door(demand(1, 1))], goal=[door(demand(2, 2))])
    bound = find_bound(small, start_values(small), 0, open_at_start(small), goal_only=False)
    assert list(Prover(bound, limit=9, budget=99).least()) == [5]


@pytest.mark.parametrize("seed", [235, 680])
def test_doors_that_wait_for_one_another(seed: int) -> None:
    small = random_board(seed)
    found = find_plan(small.climb)
    assert found.held is not None
    assert len(found.held) == found.proved_months == true_months(small)


def test_failures_kept_are_few_and_never_make_a_plan_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_MOST_FAILED_COMPARED", 1)
    monkeypatch.setattr(search, "PROOF_BUDGET", 0)
    for seed in range(40):
        small = random_board(seed)
        months = true_months(small)
        found = find_plan(small.climb)
        if months is not None:
            assert found.held is not None, seed
            assert (len(found.held), found.proved_months) == (months, months), seed


def test_a_failure_covers_what_is_no_better() -> None:
    small = board([door(demand(5, 0))], goal=[door(demand(9, 1))])
    failures = Failures(small)
    position = held_for(small, start_position(small), 0, 3)
    assert not failures.covers(position)
    failures.add(position)
    assert failures.covers(position)
    worse = position._replace(values=tuple(value - 1 for value in position.values))
    better = position._replace(values=tuple(value + 1 for value in position.values))
    assert failures.covers(worse)
    assert not failures.covers(better)
    assert not failures.covers(position._replace(month=4))
    assert not failures.covers(position, 1)


def test_a_failure_past_the_most_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_MOST_FAILED_COMPARED", 1)
    small = board([door(demand(5, 0))], goal=[door(demand(9, 1))])
    failures = Failures(small)
    position = held_for(small, start_position(small), 0, 3)
    better = position._replace(values=tuple(value + 1 for value in position.values))
    for one in (position, better):
        failures.add(one)
    assert failures.covers(position)
    assert not failures.covers(better)


def test_a_demand_that_asks_no_more_of_more_places_is_left_out() -> None:
    narrow, wide, less = Demand(0b1, 7), Demand(0b11, 9), Demand(0b101, 7)
    halves = Demand(0b11, 7, None, ((1, 0b11), (1, 0b10)))
    assert without_weaker([narrow, wide, less, halves]) == [wide, narrow, halves]
