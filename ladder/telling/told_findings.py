"""Findings of the whole ladder in sentences: one each, and one or two that tell what matters most."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.measures.analysis import Analysis, Finding, Measure
from ladder.measures.ends import DegreeAsked
from ladder.measures.ladder_lengths import TimedLadder
from ladder.measures.staff_ways import StaffWay
from ladder.measures.step_times import StepTime
from ladder.telling.messages import all_of, say, sentences
from ladder.telling.parts import plain_text
from ladder.telling.pay_words import spell_dollars, spell_unit
from ladder.telling.times import spell_exact, spell_months, spell_span
from ladder.telling.verdicts import MustHold

MOST_NAMED = 6
"""Classes that a headline names; a finding names all of its own."""


class ToldFindings(NamedTuple):
    """The findings of a catalog, as sentences put them."""

    catalog: Catalog
    analysis: Analysis

    def sentence(self, one: Finding) -> str:
        """Return a finding in one sentence, which names every class that it is about."""
        if isinstance(one.about, TimedLadder):
            return self._slowest(one.about)
        if isinstance(one.about, StepTime):
            return self._pay(one, one.about)
        if isinstance(one.about, StaffWay):
            return self._staff(one, one.about)
        if isinstance(one.about, DegreeAsked):
            degree = say(f"degree.{one.about.degree.value}")
            return say("analysis.degree_only", title=self._title(one.class_ids[0]), degree=degree)
        return self._counted(one)

    def _counted(self, one: Finding) -> str:
        titles = [self._title(class_id) for class_id in one.class_ids]
        count = str(one.value)
        message = f"analysis.{one.measure.value}{_ending(one)}"
        return say(message, title=titles[0], other=titles[-1], count=count, classes=self._named(one.classes))

    def _slowest(self, ladder: TimedLadder) -> str:
        start, target = self._title(ladder.classes[0]), self._title(ladder.classes[-1])
        count = len(ladder.classes) - 1
        moves = say("analysis.move") if count == 1 else say("analysis.moves", count=count)
        answer, met = ladder.answer, ladder.answer.if_conditions_met
        if answer.months is not None:
            message = "analysis.slowest_unproved" if answer.between else "analysis.slowest"
            return say(message, time=spell_span(answer.months, answer.between), start=start, title=target, moves=moves)
        months = met.months if met else 0
        conditions = MustHold(self.catalog, answer.target, months).in_words(met.conditions if met else ())
        message = "analysis.slowest_if_unproved" if answer.if_conditions_between else "analysis.slowest_if"
        time = spell_span(months, answer.if_conditions_between)
        return say(message, time=time, start=start, title=target, conditions=conditions)

    def _pay(self, one: Finding, step: StepTime) -> str:
        amount = one.value if isinstance(one.value, Decimal) else Decimal(0)
        return say(
            "analysis.pay_per_month_less" if amount < 0 else "analysis.pay_per_month",
            start=self._title(one.classes[0]),
            title=self._title(one.class_ids[0]),
            amount=spell_dollars(abs(amount)),
            unit=spell_unit(step.gain.unit) if step.gain else "",
            time=spell_months(step.answer.months or 0),
        )

    def _staff(self, one: Finding, way: StaffWay) -> str:
        return say(
            "analysis.open_internal_as" if way.feeders else "analysis.open_internal",
            title=self._title(one.class_ids[0]),
            open=spell_exact(way.open_months),
            staff=spell_exact(way.staff_months),
            classes=plain_text(all_of([self._title(name) for name in way.feeders])),
        )

    def headline(self, class_id: str | None) -> str:
        """Return what matters most, of all classes or of one: what hangs on it."""
        return self._of_class(class_id) if class_id else self._of_all()

    def _of_all(self) -> str:
        keepers = self.analysis.of(Measure.GATEKEEPER)
        count = len(self.catalog.classes)
        if not keepers:
            return say("analysis.top_none", classes=count)
        kept = len({name for one in keepers for name in one.classes})
        told = say("analysis.kept_one") if kept == 1 else say("analysis.kept_many", count=kept)
        message = "analysis.top" if len(keepers) > 1 else "analysis.top_one"
        title = self._title(keepers[0].class_ids[0])
        first = say(message, keepers=len(keepers), classes=count, kept=told, title=title)
        return plain_text(sentences(first, self.sentence(keepers[0]))) if len(keepers) > 1 else first

    def _of_class(self, class_id: str) -> str:
        title = self._title(class_id)
        keeps, shared, keepers = self._kept(class_id), self._shared(class_id), self._keepers_of(class_id)
        return plain_text(
            sentences(
                self._kept_by(class_id, keeps),
                say("analysis.of_class_pairs", classes=self._in_brief(shared)) if shared else "",
                self._reach_of(class_id),
                say("analysis.of_class_kept", title=title, classes=self._in_brief(keepers)) if keepers else "",
            )
        )

    def _kept(self, class_id: str) -> Sequence[str]:
        return next((one.classes for one in self.analysis.of(Measure.GATEKEEPER) if class_id in one.class_ids), ())

    def _shared(self, class_id: str) -> Sequence[str]:
        """Return the classes that the class keeps together with another."""
        pairs = [one.classes for one in self.analysis.of(Measure.GATEKEEPER_PAIR) if class_id in one.class_ids]
        return tuple(dict.fromkeys(name for classes in pairs for name in classes))

    def _keepers_of(self, class_id: str) -> Sequence[str]:
        return [one.class_ids[0] for one in self.analysis.of(Measure.GATEKEEPER) if class_id in one.classes]

    def _kept_by(self, class_id: str, kept: Sequence[str]) -> str:
        title = self._title(class_id)
        if not kept:
            return say("analysis.of_class_keeps_none", title=title)
        named = self._named(kept) if len(kept) <= MOST_NAMED else say("analysis.of_class_these")
        message = "analysis.of_class_keeps_one" if len(kept) == 1 else "analysis.of_class_keeps"
        return say(message, count=_classes(len(kept)), title=title, classes=named)

    def _reach_of(self, class_id: str) -> str:
        found = [len(one.classes) for one in self.analysis.of(Measure.REACH) if class_id in one.class_ids]
        return (
            say("analysis.of_class_reach", count=_classes(found[0])) if found else say("analysis.of_class_reach_none")
        )

    def _in_brief(self, classes: Sequence[str]) -> str:
        """Return the classes by their titles; of many how many there are."""
        return self._named(classes) if len(classes) <= MOST_NAMED else _classes(len(classes))

    def _named(self, classes: Sequence[str]) -> str:
        return plain_text(all_of([self._title(one) for one in classes]))

    def _title(self, class_id: str) -> str:
        return self.catalog.classes[class_id].title


def _classes(count: int) -> str:
    return say("analysis.class_one") if count == 1 else say("analysis.class_many", count=count)


def _ending(one: Finding) -> str:
    """Return which of the sentences of a measure tells of so many classes."""
    count = one.value if one.measure is Measure.ENTRY else len(one.classes)
    if one.measure is Measure.DEAD_END:
        return "_alone" if count == 0 else "_one" if count == 1 else ""
    is_counted = one.measure in {Measure.GATEKEEPER, Measure.ENTRY, Measure.REACH}
    return "_many" if is_counted and count != 1 else ""
