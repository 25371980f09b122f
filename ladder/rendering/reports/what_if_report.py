"""The page of a changed requirement: a sentence, four counts, before and after as two bars, people ready."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ladder.rendering.templates import fill_page
from ladder.revision_tables import Scenario
from ladder.revisions.pools import Count, PoolChange
from ladder.revisions.what_if import LadderChange, Plan
from ladder.roster.crowd import BANDS
from ladder.telling.messages import say
from ladder.telling.times import spell_months
from ladder.telling.told_what_if import ToldWhatIf, kind_of

MOST_LADDERS, MOST_POOLS = 12, 6
WIDTH = 600
"""Points of the longest bar."""
_TALL, _STEP, _COLUMN, _ROOM, _FEW_TALL = 120, 110, 42, 26, 16
"""Points of the highest column, between horizons, of a column, above it for its figure, of one that tells no count."""


class LadderBars(NamedTuple):
    """A ladder before and after: its ends, its words, the widths of its two bars, and what becomes of it."""

    title: str
    before: str
    after: str
    before_width: int
    after_width: int
    outcome: str
    is_gain: bool


class Column(NamedTuple):
    """People ready by a horizon, before or after: the figure, and where its column stands."""

    figure: Count
    x: int
    y: int
    height: int
    is_after: bool

    @property
    def middle(self) -> int:
        """Where the figure stands."""
        return self.x + _COLUMN // 2


class PoolPicture(NamedTuple):
    """The people before one class: columns by horizon, what they say in words, and who gains by education."""

    title: str
    columns: tuple[Column, ...]
    horizons: tuple[tuple[int, str], ...]
    told: str
    by_education: tuple[tuple[str, Count, Count], ...]


def render_what_if_report(found: tuple[Scenario, ...], *, is_published: bool = False) -> str:
    """Return the page of the changes: all together, with what each would do alone; one text for one answer."""
    told, alone = found[-1].told, found[:-1]
    ladders = told.found.ladders
    return fill_page(
        "report_what_if.html",
        title=told.question,
        styles=("house.css", "report.css", "report_what_if.css"),
        told=told.headline(),
        counts=list(_counts(told)),
        alone=[(one.told.question, one.told.headline()) for one in alone],
        ladders=list(_bars(told, ladders[:MOST_LADDERS])),
        more=say("whatif.page.more", count=len(ladders) - MOST_LADDERS) if len(ladders) > MOST_LADDERS else "",
        pools=[_picture(told, one) for one in (told.pool.classes[:MOST_POOLS] if told.pool else ())],
        ways=[told.way(one) for one in told.routes],
        dropped=list(told.dropped()),
        has_people=told.pool is not None,
        is_published=is_published,
        width=WIDTH,
        tall=_TALL + _ROOM,
        wide=_STEP * len(BANDS),
    )


def _counts(told: ToldWhatIf) -> Iterator[tuple[int, str]]:
    kinds = [kind_of(one) for one in told.found.ladders]
    counts = {
        "classes": len({one.class_id for one in told.routes}),
        "dates": kinds.count("dates"),
        "shorter": kinds.count("shorter"),
        "longer": sum(kinds.count(one) for one in ("longer", "lost", "gone")),
    }
    for what, count in counts.items():
        message = f"whatif.page.count_{what}"
        yield count, say(f"{message}_one" if count == 1 else message)


def _bars(told: ToldWhatIf, ladders: Iterable[LadderChange]) -> Iterator[LadderBars]:
    shown = tuple(ladders)
    longest = max((_length(plan) for one in shown for plan in (one.before, one.after)), default=0) or 1
    for one in shown:
        kind = kind_of(one)
        title = say("whatif.page.of", start=told.title(one.start), target=told.title(one.target))
        title += say("whatif.with_degree") if one.with_degree else ""
        yield LadderBars(
            title,
            say("whatif.page.before", told=told.plan(one, 0)),
            say("whatif.page.after", told=told.plan(one, 1)),
            _length(one.before) * WIDTH // longest,
            _length(one.after) * WIDTH // longest,
            say(f"whatif.page.{kind}", time=spell_months(abs(one.months_saved))),
            kind in {"dates", "shorter", "new"},
        )


def _length(plan: Plan | None) -> int:
    return (plan.least or 0) if plan else 0


def _picture(told: ToldWhatIf, one: PoolChange) -> PoolPicture:
    when = [say("whatif.page.now") if band == 0 else say("whatif.page.months", months=band) for band in BANDS]
    pairs = list(zip(one.before.within, one.after.within, strict=True))
    words = (
        say("whatif.page.columns", before=before, after=after, when=label)
        for (before, after), label in zip(pairs, when, strict=True)
    )
    return PoolPicture(
        say("whatif.page.ready_of", title=told.title(one.class_id)),
        tuple(_columns(pairs)),
        tuple((place * _STEP + _COLUMN, label) for place, label in enumerate(when)),
        "; ".join(words),
        (
            (say("whatif.page.no_degree"), one.gained_without, one.lost_without),
            (say("whatif.page.degree"), one.gained_with_degree, one.lost_with_degree),
        ),
    )


def _columns(pairs: Iterable[tuple[Count, Count]]) -> Iterator[Column]:
    """Yield the columns; a count that is not printed has one of a fixed height."""
    shown = tuple(pairs)
    most = max((people for pair in shown for people in pair if isinstance(people, int)), default=0) or 1
    for place, pair in enumerate(shown):
        for is_after, people in enumerate(pair):
            height = max(2, people * _TALL // most) if isinstance(people, int) else _FEW_TALL
            x = place * _STEP + is_after * _COLUMN
            yield Column(people, x, _ROOM + _TALL - height, height, bool(is_after))
