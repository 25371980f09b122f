"""What is published of a roster: an attacker who has all tables, and adds and subtracts, finds no few people."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations, pairwise, product
from random import Random
from typing import Any

import pytest

from benchmarks.made_rosters import make_roster
from ladder.roster.cells import case_of
from ladder.roster.count_blocks import block_of, safe_block
from ladder.roster.planner_tables import PlainTable, evaluate_roster
from ladder.roster.published_tables import PUBLISHED, publish
from tests.measure import SLOW, measure
from tests.roster.made_people import AS_OF, city, roster_of
from tests.roster.test_bench import TWELVE, job, person, records, tables_of, twelve

ROSTERS = 200
STEPS = ("ready_now", "within_6", "within_12", "within_24", "if_24")
COUNTS = ("incumbents", *STEPS, "if_now", "if_6", "if_12", "exits_12", "exits_24", "gap_12", "gap_24", "people readied")
Cell = int | str | None
Rows = list[list[Cell]]


# ------------------------------------------------------------------ an attacker: a small solver of its own


class Attacker:
    """Looks for other counts that would be printed the same: rows rise, and parts add up to the first row.

    Only counts within 2 of the true ones are looked at: who finds none may be wrong to take a
    count for solved, and never the other way.
    """

    def __init__(self, printed: Rows, true: Sequence[Sequence[int]], most: Sequence[int] = ()) -> None:
        self.printed, self.true, self.most = printed, true, most
        self.parts = range(1, len(printed))

    def domain(self, row: int, column: int) -> list[int]:
        """Return what a printed cell may be."""
        cell, true = self.printed[row][column], self.true[row][column]
        if isinstance(cell, int):
            return [cell]
        low, high = (1, 4) if cell == "<5" else (5, true + 2)
        if row and self.most:
            high = min(high, self.most[row - 1])
        return [one for one in (true, true + 1, true - 1, true + 2, true - 2) if low <= one <= high]

    def finds(self, fixed: Mapping[tuple[int, int], int]) -> bool:
        """Return whether there are such counts with some cells fixed."""
        first = min(column for _, column in fixed)
        columns = [*range(first, len(STEPS)), *range(first - 1, -1, -1)]
        return self._fill(columns, {}, fixed)

    def _fill(
        self, columns: list[int], found: dict[tuple[int, int], int], fixed: Mapping[tuple[int, int], int]
    ) -> bool:
        if not columns:
            return True
        column, rest = columns[0], columns[1:]
        domains = [self._allowed(row, column, found, fixed) for row in range(len(self.printed))]
        return any(
            self._fill(rest, found | {(row, column): one for row, one in enumerate(counts)}, fixed)
            for counts in self._adding_up(column, domains)
        )

    def _allowed(
        self, row: int, column: int, found: dict[tuple[int, int], int], fixed: Mapping[tuple[int, int], int]
    ) -> list[int]:
        before, after = found.get((row, column - 1), 0), found.get((row, column + 1), 10**9)
        wanted = fixed.get((row, column))
        return [one for one in self.domain(row, column) if before <= one <= after and wanted in {None, one}]

    def _adding_up(self, column: int, domains: list[list[int]]) -> Iterator[tuple[int, ...]]:
        """Yield counts that add up, of which at most two parts are not the true ones, unless they must be."""
        if not self.parts:
            yield from ((one,) for one in domains[0])
            return
        true = [self.true[row][column] for row in self.parts]
        must = [number for number, one in enumerate(true) if one not in domains[number + 1]]
        may = [number for number, domain in enumerate(domains[1:]) if len(domain) > 1 and number not in must]
        for more in (some for size in range(3) for some in combinations(may, size)):
            changed = [*must, *more]
            for counts in product(*(domains[number + 1] for number in changed)):
                parts = true.copy()
                for number, one in zip(changed, counts, strict=True):
                    parts[number] = one
                if sum(parts) in domains[0]:
                    yield (sum(parts), *parts)

    def is_solved(self, row: int, column: int) -> bool:
        """Return whether a hidden cell can be nothing but what it is."""
        others = [one for one in self.domain(row, column) if one != self.true[row][column]]
        return not any(self.finds({(row, column): one}) for one in others)

    def is_step_solved(self, row: int, column: int) -> bool:
        """Return whether a difference between two cells of a row can be nothing else."""
        one, other = self.true[row][column], self.true[row][column + 1]
        pairs = product(self.domain(row, column), self.domain(row, column + 1))
        near = [(before, after) for before, after in pairs if 0 <= after - before != other - one]
        return not any(self.finds({(row, column): before, (row, column + 1): after}) for before, after in near)


def told_by(printed: Rows, true: Sequence[Sequence[int]], most: Sequence[int] = ()) -> list[tuple[int, ...]]:
    """Return everything of few people that the attacker finds out; ``most`` are the people who hold each feeder."""
    attacker = Attacker(printed, true, most)
    places = [(row, column) for row in range(len(printed)) for column in range(len(STEPS))]
    found = [one for one in places if not isinstance(printed[one[0]][one[1]], int) and attacker.is_solved(*one)]
    steps = [(row, column) for row, column in places if column + 1 < len(STEPS)]
    small = [(row, column) for row, column in steps if 0 < true[row][column + 1] - true[row][column] < 5]
    return [*found, *((*one, 1) for one in small if attacker.is_step_solved(*one))]


# ------------------------------------------------------------------ counts of one class


def random_counts(rng: Random) -> list[list[int]]:
    """Return the counts of a bench of a few feeders, often small ones."""
    parts = []
    for _ in range(rng.choice((0, 1, 1, 2, 3, 4))):
        count, row = 0, []
        for _ in STEPS:
            count += rng.choice((0, 0, 0, 1, 2, 3, 4, 5, 7, 12))
            row.append(count)
        if row[-1]:
            parts.append(row)
    whole = [sum(column) for column in zip(*parts, strict=True)] if parts else [0] * len(STEPS)
    return [whole, *parts]


@pytest.mark.untraced
def test_no_hidden_count_of_a_class_can_be_worked_out() -> None:
    rng, with_feeders = Random(8), 0
    for number in range(measure(3_000, share=SLOW)):
        true = random_counts(rng)
        block = safe_block(true)
        printed: Rows = [list(block.printed(row)) for row in range(len(block.rows))]
        assert told_by(printed, true[: len(printed)]) == [], (number, true)
        with_feeders += len(printed) == len(true) > 1
    assert with_feeders > number // 3


def test_the_attacker_finds_what_is_not_protected() -> None:
    true = [[9, 9, 9, 9, 9], [6, 6, 6, 6, 6], [3, 3, 3, 3, 3]]
    block = block_of(true)
    printed: Rows = [list(block.printed(row)) for row in range(3)]
    assert printed[1:] == [[6] * 5, ["<5"] * 5]
    assert told_by(printed, true)


def test_who_holds_a_class_does_not_tell_how_few_of_another_are_ready() -> None:
    # All 13 of one class and all 4 of another are ready if HR confirms: 17 less at most 13 leaves at least 4.
    true = [[0, 0, 0, 0, 17], [0, 0, 0, 0, 4], [0, 0, 0, 0, 13]]
    printed: Rows = [list(safe_block(true).printed(row)) for row in range(3)]
    assert printed == [[0, 0, 0, 0, 17], [0, 0, 0, 0, "<5"], [0, 0, 0, 0, "hidden"]]
    assert told_by(printed, true) == []
    assert told_by(printed, true, [4, 13]) == [(1, 4), (2, 4), (1, 3, 1)]
    block = safe_block(true, [4, 13])
    printed = [list(block.printed(row)) for row in range(len(block.rows))]
    assert told_by(printed, true, [4, 13]) == []


def test_a_whole_without_its_parts_does_not_tell_how_few_hold_one_of_them() -> None:
    # 90 people, of whom 86 are in classes that print their number: 4 are in the class that prints <5.
    block = safe_block([[90] * 5, [4] * 5, [86] * 5], [4, 86])
    assert "hidden" in block.printed(0)
    assert 90 not in block.printed(0)
    # 5 and 4 people hold two classes, and all 9 are ready within a year.
    block = safe_block([[0, 0, 5, 9, 9], [0, 0, 1, 5, 5], [0, 0, 4, 4, 4]], [5, 4])
    assert [list(block.printed(row)) for row in range(len(block.rows))] == [[0, 0, 5, "hidden", "hidden"]]


# ------------------------------------------------------------------ rosters


@cache
def some_tables(seed: int) -> Mapping[str, PlainTable]:
    rng = Random(f"published {seed}")
    people = [rng.choice(sorted(TWELVE)) for _ in range(rng.choice((5, 12, 30, 60, 120)))]
    exits = [AS_OF + rng.randint(0, 30) if rng.random() < 1 / 4 else -1 for _ in people]
    some = [TWELVE[name] for name in people]
    some += [
        person(job(f"us-nd/044{rng.randint(1, 4)}", f"20{rng.randint(20, 25)}-0{rng.randint(1, 9)}")) for _ in range(4)
    ]
    return tables_of(roster_of([(one, Fraction(0)) for one in some], exits=[*exits, *[-1] * 4]))


@pytest.mark.untraced
def test_no_suppressed_cell_of_any_roster_is_solvable_from_all_its_tables() -> None:
    for seed in range(measure(ROSTERS, share=SLOW)):
        check(some_tables(seed))


@pytest.mark.untraced
def test_nor_of_a_city() -> None:
    catalog = city("los-angeles")
    roster = make_roster(catalog, 60)
    check(evaluate_roster(roster, case_of(roster, catalog)), most_parts=12)


def check(tables: Mapping[str, PlainTable], *, most_parts: int = 100) -> None:
    told = publish(tables)
    assert set(told) == set(PUBLISHED)
    true_feeders, feeders = records(tables["feeders"]), records(told["feeders"])
    for before, after in zip(records(tables["bench"]), records(told["bench"]), strict=True):
        name = before["class"]
        parts = [[one[step] for step in STEPS] for one in feeders if one["class"] == name]
        true = [[one[step] for step in STEPS] for one in true_feeders if one["class"] == name]
        printed = [[after[step] for step in STEPS], *parts]
        if len(parts) <= most_parts:
            held = [one["incumbents"] for one in feeders if one["class"] == name]
            most = [4 if one == "<5" else one for one in held]
            assert told_by(printed, [[before[step] for step in STEPS], *true[: len(parts)]], most) == []
        assert len(parts) in {0, len(true)}
        assert_at_best(after)
    for name in told:
        for one in records(told[name]):
            assert [one[column] for column in COUNTS if isinstance(one.get(column), int) and 0 < one[column] < 5] == []
    assert_steps_tell_no_more(told)


def assert_at_best(after: Mapping[str, Any]) -> None:
    """Look at differences between what is ready and what would be, where both are printed."""
    chain = [after[name] for name in ("if_now", "if_6", "if_12", "if_24")]
    beside = [after[name] for name in STEPS[:4]]
    pairs = [*pairwise(chain), *zip(beside, chain, strict=True)]
    differences = [other - one for one, other in pairs if isinstance(one, int) and isinstance(other, int)]
    assert [one for one in differences if 0 < one < 5] == []
    for months in ("12", "24"):
        if after[f"gap_{months}"] is not None:
            assert isinstance(after[f"exits_{months}"], int)
            assert isinstance(after[f"within_{months}"], int)
    if after["top_feeder_share"] is not None:
        assert isinstance(after["within_24"], int)


def assert_steps_tell_no_more(told: Mapping[str, PlainTable]) -> None:
    bench = {one["class"]: one for one in records(told["bench"])}
    for one in records(told["next_step"]):
        if isinstance(one["people readied"], int) and one["people readied"]:
            assert all(isinstance(bench[one["class"]][name], int) for name in ("within_24", "if_24"))
    assert not any(one["median months held"] for one in records(told["observed"]) if one["people"] == "<5")


def test_few_people_print_as_few_and_none_as_none() -> None:
    told = publish(tables_of(twelve(), persons=True))
    bench = {one["class"]: one for one in records(told["bench"])}
    assert "persons" not in told
    assert [bench["us-nd/0442"][name] for name in ("incumbents", *STEPS)] == ["<5"] * 6
    assert [bench["us-nd/0441"][name] for name in ("incumbents", "ready_now", "exits_12")] == [5, 0, 0]
    assert bench["us-nd/0444"]["warnings"] == "not_answerable"
    assert (bench["us-nd/0444"]["gap_24"], bench["us-nd/0444"]["top_feeder"]) == (None, None)


def test_exits_that_would_tell_how_few_stay_are_withheld() -> None:
    # 8 hold 0444 and 5 of them leave: that 3 stay would be told.
    roster = roster_of([(TWELVE["j"], Fraction(0))] * 8, exits=[AS_OF + 6] * 5 + [-1] * 3)
    bench = {one["class"]: one for one in records(publish(tables_of(roster))["bench"])}
    told = [bench["us-nd/0444"][name] for name in ("incumbents", "exits_12", "exits_24", "gap_12", "gap_24")]
    assert told == [8, None, None, None, None]
    assert "exits_exceed_bench" not in bench["us-nd/0444"]["warnings"]
