"""The page of one class: its ways in, what college does, who can move here, where it leads, what is good to know."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, TypedDict

from ladder.catalog.catalog import Catalog
from ladder.catalog.pay_gains import pay_gain
from ladder.catalog.steps import IN_THE_TEXT, Step
from ladder.rendering.layout.mini_ladders import MiniLadder, draw_mini_ladder
from ladder.rendering.views.citations import CitedPassage, SourceList
from ladder.rendering.views.class_records import CitedItem, CitedSection, record_view
from ladder.rendering.views.college import CollegeRow, CollegeTables
from ladder.rendering.views.pay_bars import PayScales, UnitPay, unit_pays
from ladder.rendering.views.segments import Cited, cite_all
from ladder.service_time import MONTHS_A_YEAR, Month, read_month
from ladder.specification import ClassSpecification, Completeness
from ladder.telling.class_names import marks_of, spell_completeness
from ladder.telling.messages import say
from ladder.telling.pay_words import signed_gain
from ladder.telling.step_words import label_step
from ladder.telling.times import spell_date, spell_months
from ladder.telling.ways import ToldWays, Way, count_ways

MOST_WAYS = 24
"""Ways that a page shows as cards; real classes have at most 10."""
_FULL_FACTS = (
    *("record", "pay", "code", "series", "bargaining_unit", "occupational_group", "designation"),
    *("revised", "effective", "established", "replaces", "replaced"),
)
"""Facts that stand in the rules in full; the head of the page tells the first four as well."""


@dataclass(frozen=True, slots=True)
class WayCard:
    """One way: its time, what it asks part by part, who may go it, and whether HR decides about some of it."""

    time: str
    parts: tuple[tuple[Cited, Cited], ...]
    only_for: tuple[str, ...]
    is_judged: bool


@dataclass(frozen=True, slots=True)
class CollegeView:
    """How college shortens one requirement, and the numbers of the passages that say so."""

    heading: Cited
    rows: tuple[CollegeRow, ...]


@dataclass(frozen=True, slots=True)
class Neighbor:
    """A class one step away: its title, the time that the step asks, what it pays more to begin with."""

    class_id: str
    title: str
    time: Cited
    gain: str
    is_loss: bool
    is_level: bool


@dataclass(frozen=True, slots=True)
class ClassPageView:
    """All that the page of a class shows."""

    class_id: str
    title: str
    jurisdiction: str
    facts: tuple[str, ...]
    dated: str
    record: str
    pays: tuple[UnitPay, ...]
    pay_source: int
    ways_heading: str
    ways_lead: str
    ways: tuple[WayCard, ...]
    ways_more: str
    colleges: tuple[CollegeView, ...]
    ladder: MiniLadder | None
    into: tuple[Neighbor, ...]
    onward: tuple[Neighbor, ...]
    good_to_know: tuple[CitedItem, ...]
    decided: tuple[CitedItem, ...]
    notes: tuple[str, ...]
    in_full: tuple[CitedSection, ...]
    sources: tuple[CitedPassage, ...]


class ClassPages(NamedTuple):
    """What the pages of the classes of one catalog are told from."""

    catalog: Catalog
    scales: PayScales
    as_of: Month

    def view(self, class_id: str) -> ClassPageView:
        """Return the page of a class; its sources are numbered in the order in which it is read."""
        spec, sources = self.catalog.classes[class_id], SourceList()
        pay_source = sources.number(spec.pay.source if spec.pay else None)
        ways = self._ways(spec)
        cards = tuple(_card(way, sources) for way in ways[:MOST_WAYS])
        colleges = tuple(self._colleges(spec, sources))
        into = self.steps_told(class_id)
        feeders = self._neighbors(into, sources, is_onward=False)
        targets = self._neighbors(_in_the_text(self.catalog.steps_from(class_id)), sources, is_onward=True)
        record = record_view(self.catalog, class_id, sources)
        return ClassPageView(
            class_id=class_id,
            title=spec.title,
            jurisdiction=record.jurisdiction,
            facts=tuple(self._small_facts(spec)),
            dated=self._dated(spec),
            record=_how_whole(spec),
            pays=unit_pays(spec.jurisdiction, spec.pay, self.scales),
            pay_source=pay_source,
            ways_heading=count_ways(len(ways)) if ways else "",
            ways_lead=_lead(ways),
            ways=cards,
            ways_more=say("ways.more", count=len(ways) - MOST_WAYS) if len(ways) > MOST_WAYS else "",
            colleges=colleges,
            ladder=draw_mini_ladder(spec, into, self.catalog.classes),
            into=feeders,
            onward=targets,
            notes=record.notes_of_jurisdiction,
            sources=sources.listed(),
            **_parted(record.sections),
        )

    def steps_told(self, class_id: str) -> list[Step]:
        """Return the steps into a class that its page draws."""
        return _in_the_text(self.catalog.steps_into(class_id))

    def _ways(self, spec: ClassSpecification) -> list[Way]:
        return list(ToldWays(self.catalog, spec.qualifications).ways()) if spec.qualifications else []

    def _small_facts(self, spec: ClassSpecification) -> Iterator[str]:
        if spec.code:
            yield say("class.number", code=spec.code)
        told = {spec.code, spell_completeness(spec.completeness)}
        yield from (mark for mark in marks_of(self.catalog, spec) if mark not in told)

    def _dated(self, spec: ClassSpecification) -> str:
        if not spec.revision:
            return say("class.undated")
        age = self.as_of - read_month(spec.revision_month or "")
        date = spell_date(spec.revision)
        if age < 0:
            return say("class.dated_future", date=date)
        years = age // MONTHS_A_YEAR * MONTHS_A_YEAR
        return say(
            "class.dated", date=date, age=say("class.age", time=spell_months(years)) if years else say("class.age_new")
        )

    def _colleges(self, spec: ClassSpecification, sources: SourceList) -> Iterator[CollegeView]:
        if spec.qualifications:
            for one in CollegeTables(self.catalog, spec, spec.qualifications).tables():
                yield CollegeView(cite_all(sources, one.sources, one.heading), one.rows)

    def _neighbors(self, steps: Iterable[Step], sources: SourceList, *, is_onward: bool) -> tuple[Neighbor, ...]:
        return tuple(self._neighbor(step, sources, is_onward=is_onward) for step in steps)

    def _neighbor(self, step: Step, sources: SourceList, *, is_onward: bool) -> Neighbor:
        here, other = (step.feeder_class, step.target_class) if is_onward else (step.target_class, step.feeder_class)
        spec = self.catalog.classes[other]
        gain = pay_gain(self.catalog.classes[here].pay, spec.pay) if is_onward else None
        return Neighbor(
            class_id=other,
            title=spec.title,
            time=cite_all(sources, (step.source,), label_step(step)[1]),
            gain=signed_gain(gain),
            is_loss=gain is not None and gain.low < 0,
            is_level=step.certainty.value == "level",
        )


def _card(way: Way, sources: SourceList) -> WayCard:
    parts = tuple((cite_all(sources, one.sources, one.lead), cite_all(sources, (), one.told)) for one in way.parts)
    return WayCard(way.time, parts, way.only_for, way.is_judged)


def _lead(ways: list[Way]) -> str:
    if not ways:
        return say("ways.none")
    if len(ways) > 1:
        return say("ways.any")
    return say("ways.all") if len(ways[0].parts) > 1 else ""


class _Parted(TypedDict):
    """A record parted into what is good to know, what people decide, and the rules in full."""

    good_to_know: tuple[CitedItem, ...]
    decided: tuple[CitedItem, ...]
    in_full: tuple[CitedSection, ...]


def _parted(sections: Iterable[CitedSection]) -> _Parted:
    """Part a record; all of it is in one of the parts."""
    full = {say(f"label.{name}") for name in _FULL_FACTS}
    parts = _Parted(good_to_know=(), decided=(), in_full=())
    for one in sections:
        if one.name == "facts":
            parts["good_to_know"] = tuple(item for item in one.items if item.label not in full)
            parts["in_full"] += (replace(one, items=tuple(item for item in one.items if item.label in full)),)
        elif one.name == "conditions":
            parts["decided"] = one.items
        else:
            parts["in_full"] += (one,)
    return parts


def _in_the_text(steps: Iterable[Step]) -> list[Step]:
    return [one for one in steps if one.certainty in IN_THE_TEXT]


def _how_whole(spec: ClassSpecification) -> str:
    """Return what is said of a record that is not whole; '' of one that is."""
    return "" if spec.completeness is Completeness.WHOLE else say(f"record.{spec.completeness.value}")
