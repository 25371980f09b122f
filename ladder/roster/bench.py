"""The bench of each class: who could step up, now and within two years, from where, and what to watch."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple, Protocol

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step, is_used
from ladder.roster.answerable import Answerable
from ladder.roster.crowd import LATER, Headcount, Ready

Cell = int | str | Decimal | None
Row = tuple[Cell, ...]

BENCH_COLUMNS = (
    *("class", "title", "grade", "incumbents", "ready_now", "within_6", "within_12", "within_24"),
    *("if_now", "if_6", "if_12", "if_24", "feeders", "top_feeder", "top_feeder_share"),
    *("exits_12", "exits_24", "gap_12", "gap_24", "warnings", "answerable"),
)
FEEDER_COLUMNS = (
    *("class", "feeder", "incumbents", "ready_now", "within_6", "within_12", "within_24", "if_24", "step", "source"),
)
EMPTY, ENTRY, NO_LADDER = "empty_bench", "entry_class", "no_ladder_leads_here"
SINGLE, EXITS, NOT_ANSWERABLE = "single_feeder", "exits_exceed_bench", "not_answerable"
_SEVERAL = " | "
_SHARE = Decimal("0.001")


class Heads(Protocol):
    """What tells how many people hold a class now, and how many of them leave."""

    def headcount(self, class_id: str) -> Headcount:
        """Return the people of a class."""


class Bench(NamedTuple):
    """The bench of one class: its people by when they are ready and by the class that they hold now."""

    class_id: str
    counts: Counter[Ready]
    answerable: Answerable

    def within(self) -> list[int]:
        """Return how many are ready now, and within 6, 12 and 24 months."""
        return _cumulative((one.band, people) for one, people in self.counts.items())

    def within_if(self) -> list[int]:
        """Return the same were what is asked true."""
        return _cumulative((one.if_band, people) for one, people in self.counts.items())

    def by_feeder(self) -> Mapping[str, Counter[Ready]]:
        """Return the people by the class that they hold now, in the order of codes."""
        found: dict[str, Counter[Ready]] = {}
        for one, people in sorted(self.counts.items(), key=lambda told: told[0].present_class):
            found.setdefault(one.present_class, Counter())[one] += people
        return found


def _cumulative(counted: Iterable[tuple[int, int]]) -> list[int]:
    found = [0] * LATER
    for band, people in counted:
        for place in range(band, LATER):
            found[place] += people
    return found


def bench_row(bench: Bench, heads: Heads, catalog: Catalog) -> Row:
    """Return the row of a class in the table ``bench``."""
    class_id = bench.class_id
    spec, head = catalog.classes[class_id], heads.headcount(class_id)
    within, within_if = bench.within(), bench.within_if()
    feeders = _feeders_of(bench)
    top, share = _top(feeders, within[-1])
    gap_12, gap_24 = head.exits_12 - within[2], head.exits_24 - within[3]
    warnings = tuple(_warnings(bench, catalog, feeders=len(feeders), gap_24=gap_24))
    grade = spec.pay.grade if spec.pay and spec.pay.is_graded else None
    return (
        *(class_id, spec.title, grade, head.incumbents, *within, *within_if, len(feeders), top, share),
        *(head.exits_12, head.exits_24, gap_12, gap_24, _SEVERAL.join(warnings), _SEVERAL.join(bench.answerable.by)),
    )


def _feeders_of(bench: Bench) -> Mapping[str, int]:
    """Return the present classes of those who are ready within 24 months, with how many they are."""
    found = {
        name: _cumulative((one.band, n) for one, n in told.items())[-1] for name, told in bench.by_feeder().items()
    }
    return {name: people for name, people in found.items() if people}


def _top(feeders: Mapping[str, int], people: int) -> tuple[str | None, Decimal | None]:
    """Return the class that most come from, the first by code of several, and its share; none of an empty bench."""
    if not feeders:
        return None, None
    top = min(feeders, key=lambda name: (-feeders[name], name))
    return top, (Decimal(feeders[top]) / people).quantize(_SHARE).normalize()


def _warnings(bench: Bench, catalog: Catalog, *, feeders: int, gap_24: int) -> Iterator[str]:
    is_led_to = bool(steps_to(bench.class_id, catalog))
    is_entry = not is_led_to and bench.answerable.without_service
    if not bench.within()[-1] and not is_entry:
        yield EMPTY
    if not is_led_to:
        yield ENTRY if is_entry else NO_LADDER
    if feeders == 1:
        yield SINGLE
    if gap_24 > 0:
        yield EXITS
    if not bench.answerable.is_answerable:
        yield NOT_ANSWERABLE


def steps_to(class_id: str, catalog: Catalog) -> tuple[Step, ...]:
    """Return the steps that lead to a class and that a text names."""
    return tuple(step for step in catalog.steps_into(class_id) if is_used(step, frozenset()))


def feeder_rows(bench: Bench, heads: Heads, catalog: Catalog) -> Iterator[Row]:
    """Yield a row for each class that people on the bench hold now, in the order of codes."""
    class_id = bench.class_id
    steps = {step.feeder_class: step for step in reversed(steps_to(class_id, catalog))}
    for name, counts in bench.by_feeder().items():
        step = steps.get(name)
        within = _cumulative((one.band, people) for one, people in counts.items())
        within_if = _cumulative((one.if_band, people) for one, people in counts.items())
        drawn = (step.kind.value, str(step.source)) if step else (None, None)
        yield (class_id, name, heads.headcount(name).incumbents, *within, within_if[-1], *drawn)
