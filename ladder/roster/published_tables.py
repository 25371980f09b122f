"""Tables of a roster that may be published: no count of 1 to 4 people, nor anything that tells of one.

What tells of persons, and of rejected rows, is left out. Of the benches, 1 to 4 people print
"<5", 0 prints 0, and what could be worked out by subtraction prints "hidden"; where even that
does not do, the feeders of a class are left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

from ladder.roster.bench import Cell, Row
from ladder.roster.count_blocks import FEW, HIDDEN, LEAST, Block, block_of, is_small, safe_block
from ladder.roster.planner_tables import PlainTable

PUBLISHED = ("bench", "feeders", "next_step", "answerable", "observed")
"""The tables that are published; no other is."""
_WITHIN = ("ready_now", "within_6", "within_12", "within_24")
_BEFORE_24 = ("if_now", "if_6", "if_12")
_STEPS = (*_WITHIN, "if_24")

Record: TypeAlias = dict[str, Cell]


def publish(tables: Mapping[str, PlainTable]) -> Mapping[str, PlainTable]:
    """Return the tables as they may be published."""
    rows = {name: [dict(zip(tables[name][0], row, strict=True)) for row in tables[name][1]] for name in PUBLISHED}
    made = rows | _benches(rows["bench"], rows["feeders"])
    told = {one["class"]: one for one in made["bench"]}
    made["next_step"] = [_next_step(one, told[one["class"]]) for one in rows["next_step"]]
    made["observed"] = list(map(_observed, rows["observed"]))
    return {name: (tables[name][0], tuple(_row(one, tables[name][0]) for one in some)) for name, some in made.items()}


def _benches(benches: Sequence[Record], feeders: Sequence[Record]) -> dict[str, list[Record]]:
    """Return the benches and their feeders as printed."""
    by_class = {name: list(some) for name, some in groupby(feeders, key=lambda one: one["class"])}
    found: dict[str, list[Record]] = {"bench": [], "feeders": []}
    for one in benches:
        parts = by_class.get(one["class"], [])
        block = safe_block([_counts(row) for row in (one, *parts)], map(_most, parts))
        found["bench"].append(_bench(one, block, parts))
        found["feeders"] += _feeders(parts, block)
    return found


def _row(record: Record, columns: Iterable[str]) -> Row:
    return tuple(record[name] for name in columns)


def _counts(record: Record) -> list[int]:
    return [int(record[name] or 0) for name in _STEPS]


def _most(feeder: Record) -> int:
    """Return how many people of a feeder may be ready, as far as is printed: no more than hold the class."""
    people = int(feeder["incumbents"] or 0)
    return max(LEAST - 1 if is_small(people) else people, *_counts(feeder))


def _count(cell: Cell) -> Cell:
    """Return a count of people as it is printed."""
    return FEW if isinstance(cell, int) and is_small(cell) else cell


def _feeders(feeders: Sequence[Record], block: Block) -> Iterator[Record]:
    """Yield the feeders of a class as printed; none where they would tell what is hidden."""
    for number, one in enumerate(feeders[: len(block.rows) - 1], 1):
        yield one | dict(zip(_STEPS, block.printed(number), strict=True)) | {"incumbents": _count(one["incumbents"])}


def _bench(bench: Record, block: Block, feeders: Sequence[Record]) -> Record:
    exits = block_of([[int(bench[name] or 0) for name in ("exits_12", "exits_24", "incumbents")]]).printed(0)
    leaving = dict(zip(("exits_12", "exits_24"), exits, strict=False)) | {"incumbents": _count(bench["incumbents"])}
    if exits[2] == HIDDEN:
        leaving |= {"exits_12": None, "exits_24": None}
    printed = bench | dict(zip(_STEPS, block.printed(0), strict=True)) | leaving
    return printed | _at_best(bench, printed) | _shares(bench, printed, feeders, block) | _gaps(bench, printed)


def _at_best(bench: Record, printed: Record) -> Record:
    """Return how many would be ready sooner, all three or none of them."""
    chain = [int(bench[name] or 0) for name in (*_BEFORE_24, "if_24")]
    beside = [int(bench[name] or 0) for name in _WITHIN]
    steps = [*chain, *(after - one for one, after in pairwise(chain))]
    steps += [one - other for one, other in zip(chain, beside, strict=True)]
    is_told = all(isinstance(printed[name], int) for name in _STEPS) and not any(map(is_small, steps))
    return {} if is_told else dict.fromkeys(_BEFORE_24)


def _shares(bench: Record, printed: Record, feeders: Sequence[Record], block: Block) -> Record:
    """Return nothing to change where the share of the top feeder tells no more than its row does."""
    if bench["within_24"] == 0:
        return {}
    rows = zip(feeders, range(1, len(block.rows)), strict=False)
    told = {one["feeder"]: block.printed(row)[_WITHIN.index("within_24")] for one, row in rows}
    is_told = isinstance(printed["within_24"], int) and isinstance(told.get(bench["top_feeder"]), int)
    return {} if is_told else {"top_feeder": None, "top_feeder_share": None, "feeders": None}


def _gaps(bench: Record, printed: Record) -> Record:
    """Return the gaps of which both counts are printed; the warning of one that is not goes with it."""
    changed: Record = {}
    for months in ("12", "24"):
        told = (printed[f"exits_{months}"], printed[f"within_{months}"])
        changed[f"gap_{months}"] = bench[f"gap_{months}"] if all(isinstance(one, int) for one in told) else None
    warnings = [one for one in str(bench["warnings"] or "").split(" | ") if one and _is_told(one, changed, printed)]
    return changed | {"warnings": " | ".join(warnings)}


def _is_told(warning: str, changed: Record, printed: Record) -> bool:
    if warning == "exits_exceed_bench":
        return changed["gap_24"] is not None
    return warning != "single_feeder" or isinstance(printed["within_24"], int)


def _next_step(one: Record, bench: Record) -> Record:
    """Return what a step does: of few people, or where the bench hides what it would tell, not how many."""
    people = int(one["people readied"] or 0)
    is_told = all(isinstance(bench[name], int) for name in ("within_24", "if_24"))
    told = _count(people) if is_told or people < LEAST else HIDDEN
    return one | {"people readied": told, "months saved": None}


def _observed(one: Record) -> Record:
    people = int(one["people"] or 0)
    return one | {"people": _count(people)} | ({"median months held": None} if people < LEAST else {})
