"""What was found about a whole catalog: five findings with their lists, and the lists besides."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ladder.catalog.pay_gains import PayGain
from ladder.eligibility.answers import Assessment, Status
from ladder.measures.counts import JurisdictionCount
from ladder.measures.ends import feeders_by_class
from ladder.measures.ladder_lengths import TimedLadder
from ladder.measures.step_times import StepTime
from ladder.measures.whole_ladder import LadderMeasures
from ladder.paths.ladders import NO_OTHERS, steps_used
from ladder.rendering.layout.pay_bands import lowest_yearly
from ladder.rendering.reports.break_words import ways_tried, why_broken
from ladder.rendering.reports.pay_columns import LOW_PAY, pay_columns
from ladder.rendering.views.citations import Page
from ladder.rendering.views.report_tables import ReportTable, Row
from ladder.rendering.views.segments import Cited, cite, cite_all, plain
from ladder.rendering.views.tiny_pictures import Counted, Picture, draw_gate, draw_rows, draw_stairs
from ladder.specification import ClassSpecification, Completeness
from ladder.telling.class_names import class_part, spell_completeness
from ladder.telling.messages import all_of, say, sentences, tell
from ladder.telling.parts import Words, plain_text, with_capital
from ladder.telling.pay_words import pay_in_brief, signed_dollars, spell_unit
from ladder.telling.times import spell_months
from ladder.telling.verdicts import MustHold, time_in_words

_LISTED = 40
_LONGEST = 10
_MANY = 3
_NO_FIGURES: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, or one list besides: what was found in a sentence, its picture, and the list that it counts.

    ``link`` is what leads to the list; ``table`` is None where nothing was found.
    """

    name: str
    heading: str
    told: str
    link: str
    picture: Picture | None
    table: ReportTable | None


class Findings(NamedTuple):
    """What was found about the classes of a page's catalog, told with their sources."""

    page: Page
    found: LadderMeasures

    def leading(self) -> tuple[Finding, ...]:
        """Return the findings that a report begins with."""
        return (self._gatekeepers(), self._ends(), self._one(), self._degrees(), self._longest())

    def besides(self) -> tuple[Finding, ...]:
        """Return the lists besides; each that has no row is left out."""
        lists = (
            self._breaks(),
            self._entries(),
            self._waits(),
            self._pays(),
            self._months(),
            self._parts(),
            self._counts(),
        )
        return tuple(one for one in lists if one.table)

    @property
    def _specs(self) -> Sequence[ClassSpecification]:
        return tuple(self.page.catalog.classes.values())

    def _entered(self) -> Sequence[int]:
        """Return how many classes lead to each class that a step leads to."""
        return [len(one) for one in feeders_by_class(steps_used(self.page.catalog, NO_OTHERS)).values()]

    # -------------------------------------------------------------- the five

    def _gatekeepers(self) -> Finding:
        kept = sorted(self.found.keepers.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        rows = [
            (self._named(one), self._pay(one), plain(str(len(classes))), plain(self._titles(classes)))
            for one, classes in kept
        ]
        told, picture = "", None
        if kept:
            first, classes = kept[0]
            every = len(frozenset[str]().union(*(one for _, one in kept)))
            title = self.page.catalog.classes[first].title
            told = say("found.gates_are", count=len(kept), kept=every, title=title, most=len(classes))
            feeders = feeders_by_class(steps_used(self.page.catalog, NO_OTHERS)).get(first, ())
            picture = draw_gate(title, len(feeders), len(classes))
        return _finding("gates", told, rows, ("class", "pay", "gates_count", "gates_kept"), picture, numeric={2})

    def _titles(self, classes: Iterable[str]) -> str:
        return plain_text(all_of([self.page.catalog.classes[one].title for one in sorted(classes)]))

    def _breaks(self) -> Finding:
        broken, entered = self.found.breaks, len(self._entered())
        rows = [
            (self._named(one.target), plain(why_broken(self.page, one)), plain(ways_tried(one)))
            for one in sorted(broken, key=lambda one: one.is_unknown)
        ]
        picture = draw_rows(
            [
                Counted(say("found.breaks_shut"), len(broken), is_marked=True),
                Counted(say("found.breaks_open"), entered - len(broken)),
            ]
        )
        told = say("found.breaks_are", count=len(broken), entered=entered)
        return _finding("breaks", told, rows, ("class", "breaks_why", "breaks_tried"), picture)

    def _ends(self) -> Finding:
        ends = self.found.dead_ends
        specs = [self.page.catalog.classes[one.class_id] for one in ends]
        pays = [int(pay) for spec in specs if (pay := lowest_yearly(spec)) is not None]
        rows = [
            (self._named(one.class_id), self._pay(one.class_id), plain(_yes_or_no(is_so=one.is_entered)))
            for one in ends
        ]
        low = sum(pay < LOW_PAY for pay in pays)
        told = sentences(
            say("found.ends_are", count=len(ends), classes=len(self._specs)),
            say("found.ends_low", low=low, pay=f"${LOW_PAY:,}") if pays else "",
        )
        return _finding("ends", plain_text(told), rows, ("class", "pay", "ends_into"), pay_columns(pays))

    def _one(self) -> Finding:
        rows = [
            (
                self._named(one.class_id),
                plain(class_part(self.page.catalog, one.feeder_class)),
                plain(_yes_or_no(is_so=one.is_open)),
                self._pay(one.class_id),
            )
            for one in self.found.one_feeder
        ]
        entered = self._entered()
        feeders = Counter(min(_MANY, count) for count in entered)
        picture = draw_rows(
            [
                Counted(say(f"found.feeders_{count}"), feeders[count], is_marked=count == 1)
                for count in range(1, _MANY + 1)
            ]
        )
        closed = sum(not one.is_open for one in self.found.one_feeder)
        told = say("found.one_are", count=len(rows), entered=len(entered), closed=closed)
        return _finding("one", told, rows, ("class", "one_from", "one_open", "pay"), picture)

    def _degrees(self) -> Finding:
        rows = [
            (
                self._named(one.class_id),
                plain(with_capital(say(f"degree.{one.degree.value}"))),
                self._pay(one.class_id),
            )
            for one in self.found.degrees_asked
        ]
        described = sum(spec.qualifications is not None for spec in self._specs)
        picture = draw_rows(
            [
                Counted(say("found.degrees_bar"), len(rows), is_marked=True),
                Counted(say("found.degrees_other"), described - len(rows)),
            ]
        )
        told = say("found.degrees_are", count=len(rows), described=described)
        return _finding("degrees", told, rows, ("class", "degrees_which", "pay"), picture)

    def _longest(self) -> Finding:
        ladders = self.found.most_steps
        rows = [
            (
                self._path(one),
                plain(str(len(one.classes) - 1)),
                plain(_time(self.page, one.answer)),
                plain(_gained(one.gain)),
            )
            for one in ladders
        ]
        told, picture = "", None
        if ladders:
            told, classes = _longest_told(self.page, ladders[0]), ladders[0].classes
            picture = draw_stairs(str(place) for place in range(1, len(classes) + 1))
        link = say("found.ten", count=len(rows))
        return _finding("longest", told, rows, ("path", "moves", "time", "gain"), picture, link=link, numeric={1})

    # -------------------------------------------------------------- lists besides

    def _entries(self) -> Finding:
        rows = [
            (self._named(one.class_id), plain(str(len(one.ways))), self._pay(one.class_id))
            for one in self.found.entries
        ]
        return _list("entries", rows, ("class", "entries_ways", "pay"), numeric={1})

    def _waits(self) -> Finding:
        rows = [(self._step(one), plain(spell_months(one.answer.months or 0))) for one in self.found.waits[:_LONGEST]]
        return _list("waits", rows, ("step", "time"), of=len(self.found.waits))

    def _pays(self) -> Finding:
        rows = [
            (
                self._step(one),
                self._gain(one),
                plain(spell_months(one.answer.months or 0)),
                plain(_gained_per_month(one)),
            )
            for one in self.found.gains
        ]
        return _list("pays", rows, ("step", "pays_gain", "time", "pays_month"))

    def _months(self) -> Finding:
        found = self.found.most_months
        rows = [
            (self._path(one), plain(_time(self.page, one.answer)), plain(_gained(one.gain))) for one in found.ladders
        ]
        left_out = say("found.months_some", joined=found.joined, timed=found.timed)
        told = left_out if found.timed < found.joined else ""
        return _list("months", rows, ("path", "time", "gain"), left_out=told)

    def _parts(self) -> Finding:
        rows = [
            (self._named(spec.class_id), plain(with_capital(spell_completeness(spec.completeness))))
            for spec in self.found.not_whole
        ]
        return _list("parts", rows, ("class", "parts_record"))

    def _counts(self) -> Finding:
        rows = [self._count(one) for one in self.found.counts]
        headings = ("place", "classes", "whole", "partial", "named", "steps")
        return _list("counts", rows, headings, numeric=set(range(1, len(headings))))

    def _count(self, one: JurisdictionCount) -> Row:
        numbers = (one.classes, *(one.by_completeness[completeness] for completeness in Completeness), one.steps)
        return plain(self.page.catalog.jurisdiction(one.jurisdiction).name), *(plain(str(one)) for one in numbers)

    # -------------------------------------------------------------- cells

    def _named(self, class_id: str) -> Cited:
        spec = self.page.catalog.classes[class_id]
        return cite(self.page.sources, spec.source, class_part(self.page.catalog, class_id))

    def _pay(self, class_id: str) -> Cited:
        pay = self.page.catalog.classes[class_id].pay
        return cite(self.page.sources, pay.source if pay and pay.ranges else None, pay_in_brief(pay))

    def _path(self, one: TimedLadder) -> Cited:
        sources = [move.source for move in one.answer.steps]
        sources = sources or [self.page.catalog.classes[one.classes[-1]].source]
        told: Words = ()
        for class_id in one.classes:
            part = class_part(self.page.catalog, class_id)
            told = tell("found.then", first=told, last=part) if told else (part,)
        return cite_all(self.page.sources, sources, told)

    def _step(self, one: StepTime) -> Cited:
        start, target = (class_part(self.page.catalog, end) for end in one.step[:2])
        return cite(self.page.sources, one.step.source, tell("found.step_is", start=start, target=target))

    def _gain(self, one: StepTime) -> Cited:
        ends = (one.step.feeder_class, one.step.target_class)
        passages = [pay.source for end in ends if (pay := self.page.catalog.classes[end].pay)]
        return cite_all(self.page.sources, passages, _gained(one.gain))


# ------------------------------------------------------------------ findings


def _finding(
    name: str,
    told: str,
    rows: Sequence[Row],
    headings: Iterable[str],
    picture: Picture | None,
    *,
    link: str = "",
    numeric: Iterable[int] = _NO_FIGURES,
) -> Finding:
    """Return a finding with its whole list; one that has no row says so and shows nothing."""
    heading = say(f"found.{name}")
    if not rows:
        return Finding(name, heading, say("found.none"), "", None, None)
    told_headings = tuple(say(f"found.{one}") for one in headings)
    table = ReportTable(say(f"found.{name}_list"), told_headings, tuple(rows), frozenset(numeric))
    return Finding(name, heading, told, link or say("found.all", count=len(rows)), picture, table)


def _list(
    name: str,
    rows: Sequence[Row],
    headings: Iterable[str],
    *,
    numeric: Iterable[int] = _NO_FIGURES,
    of: int = 0,
    left_out: str = "",
) -> Finding:
    """Return a list besides, cut short to what a page holds; ``of`` is how many there are if rows are fewer."""
    count, shown = max(of, len(rows)), tuple(rows[:_LISTED])
    if len(shown) < count:
        left_out = say("found.listed", most=len(shown), count=count)
    table = ReportTable(
        say(f"found.{name}_list"), tuple(say(f"found.{one}") for one in headings), shown, frozenset(numeric), left_out
    )
    return Finding(name, say(f"found.{name}"), "", "", None, table if rows else None)


def _yes_or_no(*, is_so: bool) -> str:
    return say("found.yes") if is_so else say("found.no")


def _longest_told(page: Page, one: TimedLadder) -> str:
    start, target = (page.catalog.classes[end].title for end in (one.classes[0], one.classes[-1]))
    steps = len(one.classes) - 1
    told = say("found.longest_is" if steps > 1 else "found.longest_one", steps=steps, start=start, target=target)
    if one.answer.months is None:
        return told
    return plain_text(sentences(told, say("found.longest_time", time=time_in_words(one.answer))))


# ------------------------------------------------------------------ cells


def _time(page: Page, answer: Assessment) -> str:
    """Return the time of the quickest plan, or that there is none and what would give one."""
    met = answer.if_conditions_met
    if answer.months is not None or met is None:
        return say("found.not_met") if answer.status is Status.UNREACHABLE else time_in_words(answer)
    conditions = MustHold(page.catalog, answer.target, met.months).in_words(met.conditions)
    return say("found.not_met_if", time=spell_months(met.months), conditions=conditions)


def _gained(gain: PayGain | None) -> str:
    return say("pay.gain", gain=signed_dollars(gain.low), unit=spell_unit(gain.unit)) if gain else ""


def _gained_per_month(one: StepTime) -> str:
    """Return what a month of waiting gains, to a hundredth of a cent."""
    if one.gain is None or one.gain_per_month is None:
        return say("found.pays_once")
    amount = Decimal(round(one.gain_per_month * 10_000)) / 10_000
    return say("pay.gain", gain=signed_dollars(amount), unit=spell_unit(one.gain.unit))
