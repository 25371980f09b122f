"""The whole ladder analyzed: a row a finding, measured on what is asked of people."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import Amount
from ladder.measures.class_ways import ways_in
from ladder.measures.ends import DegreeAsked, find_degrees_asked
from ladder.measures.gatekeepers import Gates
from ladder.measures.graph import build_graph, find_circles, find_ends, find_isolated
from ladder.measures.ladder_lengths import TimedLadder, time_ladders
from ladder.measures.staff_ways import StaffWay, find_staff_ways
from ladder.measures.step_times import StepTime, order_gains, time_steps
from ladder.sources import Source
from ladder.specification import ClassSpecification

MOST_TIMED = 400
"""Pairs of a lowest and a highest class whose ladders are timed."""


class Measure(StrEnum):
    """What is measured, in the order of the rows."""

    GATEKEEPER = "gatekeeper"
    GATEKEEPER_PAIR = "gatekeeper_pair"
    ENTRY = "entry"
    DEAD_END = "dead_end"
    ISOLATED = "isolated"
    CYCLE = "cycle"
    REACH = "reach"
    SLOWEST = "slowest"
    DEGREE_ONLY = "degree_only"
    PAY_PER_MONTH = "pay_per_month"
    OPEN_INTERNAL = "open_internal"


About = DegreeAsked | TimedLadder | StepTime | StaffWay | None
"""What a finding rests on, where its value and classes do not tell all of it."""


class Finding(NamedTuple):
    """One finding: of which class (or which two together), its value, the classes it is about, and its source.

    The value counts ``classes``, but for: ``slowest`` months, ``degree_only`` the lowest
    degree, ``pay_per_month`` dollars for each month waited, ``open_internal`` months saved,
    ``entry`` open ways.
    """

    class_ids: tuple[str, ...]
    measure: Measure
    value: Amount | Decimal | str | None
    classes: tuple[str, ...]
    source: Source
    about: About = None

    def is_of(self, class_id: str) -> bool:
        """Return whether the finding is about the class, or is one of its gatekeepers."""
        is_kept = self.measure in {Measure.GATEKEEPER, Measure.GATEKEEPER_PAIR} and class_id in self.classes
        return class_id in self.class_ids or is_kept


class Analysis(NamedTuple):
    """All findings of a catalog, those of each measure together, the greatest first.

    ``timed`` ladders were timed for ``slowest``, of ``joined`` pairs of a lowest and a highest class.
    """

    findings: tuple[Finding, ...]
    timed: int
    joined: int

    def of(self, measure: Measure) -> tuple[Finding, ...]:
        """Return the findings of one measure."""
        return tuple(one for one in self.findings if one.measure is measure)

    def chosen(self, class_id: str | None, measures: Iterable[Measure] = ()) -> "Analysis":
        """Return the findings about a class, or of all, by the measures named, or by all."""
        kept = frozenset(measures) or frozenset(Measure)
        found = (one for one in self.findings if one.measure in kept and (class_id is None or one.is_of(class_id)))
        return self._replace(findings=tuple(found))


def analyse_ladder(case: Case) -> Analysis:
    """Return all findings about the case's catalog, for a person on day one (``on_day_one``) where time is asked."""
    times = time_steps(case)
    ladders, joined = time_ladders(case, times, most=MOST_TIMED)
    made = _Analyst(case, Gates(ways_in(case)))
    found = (
        *made.gatekeepers(),
        *made.pairs(),
        *made.entries(),
        *made.ends(),
        *made.reach(),
        *made.slowest(ladders),
        *made.degrees(),
        *_pay(order_gains(times)),
        *made.staff(),
    )
    return Analysis(found, len(ladders), joined)


class _Analyst(NamedTuple):
    """Takes the measures of one catalog."""

    case: Case
    gates: Gates

    @property
    def _classes(self) -> Mapping[str, ClassSpecification]:
        return self.case.catalog.classes

    def _finding(
        self, measure: Measure, class_id: str, classes: Iterable[str] = (), value: int | None = None
    ) -> Finding:
        """Return a finding of one class, its value how many classes it is about where none is given."""
        named = frozenset(classes)
        told = tuple(one for one in self._classes if one in named)
        value = len(told) if value is None else value
        return Finding((class_id,), measure, value, told, self._classes[class_id].source)

    def gatekeepers(self) -> list[Finding]:
        kept = self.gates.keepers()
        return _most_first(self._finding(Measure.GATEKEEPER, one, kept[one]) for one in kept)

    def pairs(self) -> list[Finding]:
        found = (
            self._finding(Measure.GATEKEEPER_PAIR, one.first, one.kept)._replace(class_ids=(one.first, one.second))
            for one in self.gates.pairs()
        )
        return _most_first(found)

    def entries(self) -> Iterator[Finding]:
        for class_id, spec in self._classes.items():
            ways = sum(not way.asked for way in self.gates.ways[class_id]) if spec.qualifications else 0
            if ways:
                yield self._finding(Measure.ENTRY, class_id, value=ways)

    def ends(self) -> Iterator[Finding]:
        """Yield the classes that no step leaves, those that no step joins, and the circles."""
        graph = build_graph(self.case.catalog)
        alone = find_isolated(graph)
        yield from (self._finding(Measure.DEAD_END, one, feeders) for one, feeders in find_ends(graph).items())
        yield from (self._finding(Measure.ISOLATED, one) for one in self._classes if one in alone)
        yield from (self._finding(Measure.CYCLE, one[0], one) for one in find_circles(graph))

    def reach(self) -> list[Finding]:
        found = ((one, self.gates.opened_by(one)) for one in self._classes)
        return _most_first(self._finding(Measure.REACH, one, opened) for one, opened in found if opened)

    def slowest(self, ladders: Iterable[TimedLadder]) -> Iterator[Finding]:
        """Yield the ladders that take longest, one for each highest class, as proved or as far as known."""
        longest: dict[str, tuple[int, TimedLadder]] = {}
        for one in ladders:
            met = one.answer.if_conditions_met
            months = one.answer.months if one.answer.months is not None else met.months if met else None
            if months is not None and months > longest.get(one.classes[-1], (-1, one))[0]:
                longest[one.classes[-1]] = (months, one)
        for target, (months, one) in sorted(longest.items(), key=lambda found: (-found[1][0], found[0])):
            yield Finding((target,), Measure.SLOWEST, months, one.classes, self._classes[target].source, one)

    def degrees(self) -> Iterator[Finding]:
        for one in find_degrees_asked(self._classes.values()):
            source = self._classes[one.class_id].source
            yield Finding((one.class_id,), Measure.DEGREE_ONLY, one.degree.value, (), source, one)

    def staff(self) -> Iterator[Finding]:
        found = find_staff_ways(self.case, self.gates.ways)
        for one in sorted(found, key=lambda way: (-way.months_saved, way.class_id)):
            yield Finding((one.class_id,), Measure.OPEN_INTERNAL, one.months_saved, one.feeders, one.source, one)


def _most_first(found: Iterable[Finding]) -> list[Finding]:
    """Return the findings with most classes first, then in the order of codes."""
    return sorted(found, key=lambda one: (-len(one.classes), one.class_ids))


def _pay(times: Iterable[StepTime]) -> Iterator[Finding]:
    for one in times:
        if one.dollars_a_month is not None:
            target, feeder = (one.step.target_class,), (one.step.feeder_class,)
            yield Finding(target, Measure.PAY_PER_MONTH, one.dollars_a_month, feeder, one.step.source, one)
