"""The bench page of a planner: how many could step up to each class, from where and when, and what to watch."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ladder.answer_tables import Table
from ladder.catalog.catalog import Catalog
from ladder.csv_text import print_csv
from ladder.rendering.templates import fill_page, read_modules
from ladder.rendering.views.top_bar import bench_bar, place_words
from ladder.roster.bench import Cell
from ladder.roster.count_blocks import HIDDEN, at_least
from ladder.roster.planner_tables import PlainTable
from ladder.service_time import Month
from ladder.telling.messages import messages_of, say
from ladder.telling.times import spell_month

_BANDS = ("ready_now", "within_6", "within_12", "within_24")
_WIDTH, _GAP, _LEAST, _MOST = 22, 2, 22, 340
"""Points of a bar: for each person, between parts, at least, and at most for the longest bar of the page."""

MOST_FEEDERS = 5
"""Feeders of a class that are drawn: those with most people."""
MOST_DOTS = 40
"""People in a class who are drawn as dots; more are a figure alone."""
_CALM = frozenset({"entry_class", "not_answerable"})
"""Words of the table that warn of nothing: how the class is entered, and what HR decides."""

_SAID_BY_SCRIPT = ("bench.found", "bench.not_found", "bench.close")
"""Messages that the page's script says."""

Record = Mapping[str, Cell]


class BarPart(NamedTuple):
    """One part of a bar: its band, the figure in it, where it begins and how wide it is."""

    band: str
    figure: str
    left: int
    width: int

    @property
    def middle(self) -> int:
        """Where the figure stands."""
        return self.left + self.width // 2


class FeederBar(NamedTuple):
    """The people who come from one class, as a bar, and in words."""

    title: str
    parts: tuple[BarPart, ...]
    told: str


class ClassBench(NamedTuple):
    """One class of the page; ``dots`` are the people in it who are drawn, ``notes`` the words that warn of nothing.

    ``no_feeder`` says why no feeder is drawn. ``is_calm`` says that there is no warning, and
    that none is withheld.
    """

    code: str
    title: str
    incumbents: Cell
    dots: int
    ready_now: Cell
    within_24: Cell
    if_24: Cell
    feeders: tuple[FeederBar, ...]
    no_feeder: str
    more: str
    warnings: tuple[str, ...]
    notes: tuple[str, ...]
    is_calm: bool


def render_bench_report(
    tables: Mapping[str, PlainTable],
    *,
    as_of: Month,
    catalog: Catalog,
    is_published: bool = False,
    known_from: Month | None = None,
) -> str:
    """Return the page of the tables ``bench`` and ``feeders``, published or not; the same tables give the same text.

    First come the classes of the catalog on whose bench somebody is, those with most
    people in them first, then those that somebody holds; the others are named at the end.
    The page saves the table ``bench`` as CSV. ``known_from`` is the month before which
    no service is told, where there is one.
    """
    bench, feeders = (_records(tables[name]) for name in ("bench", "feeders"))
    told = sorted(filter(_is_peopled, bench), key=_by_bench)
    return fill_page(
        "report_bench.html",
        title=say("bench.title"),
        styles=("house.css", "report.css", "top_bar.css", "report_bench.css"),
        scripts=(read_modules("report_bench.js"),),
        bar=bench_bar(place_words(_places(bench, catalog))),
        saved=print_csv(Table(*tables["bench"])),
        messages=messages_of(_SAID_BY_SCRIPT),
        told=say("bench.told", classes=str(len(bench)), month=spell_month(as_of)),
        counts=list(_counts(bench)),
        classes=list(_class_benches(told, feeders, catalog)),
        others=sorted(str(one["title"]) for one in bench if not _is_peopled(one)),
        is_published=is_published,
        known_from=say("bench.known_from", month=spell_month(known_from)) if known_from is not None else "",
    )


def _is_peopled(one: Record) -> bool:
    """Return whether somebody holds a class, or is on its bench."""
    return bool(one["incumbents"] or one["within_24"])


def _class_benches(told: Iterable[Record], feeders: Sequence[Record], catalog: Catalog) -> Iterator[ClassBench]:
    titles = {class_id: spec.title for class_id, spec in catalog.classes.items()}
    scale = _scale(feeders)
    for one in told:
        yield _class_bench(one, [row for row in feeders if row["class"] == one["class"]], titles, scale)


def _places(bench: Sequence[Record], catalog: Catalog) -> Iterator[str]:
    """Yield the names of the jurisdictions whose classes the bench has."""
    for place in {str(one["class"]).partition("/")[0]: None for one in bench}:
        yield catalog.jurisdiction(place).name


def _by_bench(one: Record) -> tuple[bool, int, str]:
    return one["within_24"] == 0, -at_least(one["incumbents"]), str(one["title"])


def _records(table: PlainTable) -> list[Record]:
    return [dict(zip(table[0], row, strict=True)) for row in table[1]]


def _counts(bench: Sequence[Record]) -> list[tuple[str, str, bool]]:
    """Return the four counts of the page, and which are to be watched; what a part is withheld of is not counted."""
    is_withheld = any(one["feeders"] is None for one in bench)
    warnings = [str(one["warnings"] or "").split(" | ") for one in bench]
    single, empty = (sum(word in one for one in warnings) for word in ("single_feeder", "empty_bench"))
    return [
        (_total(bench, "incumbents"), say("bench.people"), False),
        (_total(bench, "ready_now"), say("bench.ready"), False),
        (HIDDEN if is_withheld else f"{single:,}", say("bench.single"), bool(single) or is_withheld),
        (f"{empty:,}", say("bench.empty"), bool(empty)),
    ]


def _total(bench: Sequence[Record], column: str) -> str:
    counts = [one[column] for one in bench]
    known = [one for one in counts if isinstance(one, int)]
    return f"{sum(known):,}" if len(known) == len(counts) else HIDDEN


def _scale(feeders: Sequence[Record]) -> int:
    """Return how many people the longest bar stands for."""
    return max((one["within_24"] for one in feeders if isinstance(one["within_24"], int)), default=0)


def _class_bench(one: Record, feeders: Sequence[Record], titles: Mapping[str, str], scale: int) -> ClassBench:
    ready = sorted((row for row in feeders if row["within_24"] != 0), key=_by_people)
    more = len(ready) - MOST_FEEDERS
    warnings, notes = _watch_words(one)
    return ClassBench(
        code=str(one["class"]).partition("/")[2],
        title=str(one["title"]),
        incumbents=one["incumbents"],
        dots=_dots(one["incumbents"]),
        ready_now=one["ready_now"],
        within_24=one["within_24"],
        if_24=one["if_24"] if one["if_24"] != one["within_24"] else None,
        feeders=tuple(_bar(row, titles, scale) for row in ready[:MOST_FEEDERS]),
        no_feeder="" if ready else _no_feeder(one),
        more=say("bench.more", count=str(more)) if more > 0 else "",
        warnings=warnings,
        notes=notes,
        is_calm=not (warnings or _may_withhold(one)),
    )


def _no_feeder(one: Record) -> str:
    """Return why no feeder is drawn: nobody is on the bench, or what is published leaves out where they come from."""
    return say("bench.nobody") if one["within_24"] == 0 else say("bench.feeders_hidden")


def _may_withhold(one: Record) -> bool:
    """Return whether a published row may leave out a warning: that of a single feeder, or of exits."""
    return one["feeders"] is None or one["gap_24"] is None


def _watch_words(one: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what the row warns of, and what it says besides, in words."""
    words = str(one["warnings"]).split(" | ") if one["warnings"] else []
    told = [(word in _CALM, say(f"bench.warning.{word}")) for word in words]
    return tuple(word for is_calm, word in told if not is_calm), tuple(word for is_calm, word in told if is_calm)


def _dots(people: Cell) -> int:
    return people if isinstance(people, int) and people <= MOST_DOTS else 0


def _by_people(feeder: Record) -> tuple[int, str]:
    return -at_least(feeder["within_24"]), str(feeder["feeder"])


def _bar(row: Record, titles: Mapping[str, str], scale: int) -> FeederBar:
    name = str(row["feeder"])
    figures = [row[band] for band in _BANDS]
    words = [say(f"bench.band.{_word(band)}") for band in _BANDS]
    told = ", ".join(f"{figure} {word}" for figure, word in zip(figures, words, strict=True))
    return FeederBar(titles.get(name, name), tuple(_parts(figures, scale)), told)


def _word(band: str) -> str:
    return "now" if band == "ready_now" else band


def _parts(figures: Sequence[Cell], scale: int) -> list[BarPart]:
    """Return a part for each band that somebody is in; one fixed part where a count is not printed."""
    known = [one for one in figures if isinstance(one, int)]
    if len(known) < len(figures):
        return [BarPart("few", str(figures[-1]) if not isinstance(figures[-1], int) else "<5", 0, 3 * _LEAST)]
    found: list[BarPart] = []
    left = before = 0
    for band, count in zip(_BANDS, known, strict=True):
        if count > before:
            people = count - before
            width = max(_LEAST, people * _WIDTH if scale * _WIDTH <= _MOST else people * _MOST // scale)
            found.append(BarPart(_word(band), str(people), left, width))
            left += width + _GAP
        before = count
    return found
