"""One answer as a page of the terminal: the answer, its reasons, its conditions, its sources."""

from collections.abc import Iterable, Iterator

from ladder.catalog.catalog import Catalog
from ladder.cli.numbered_sources import Citations
from ladder.cli.page_text import INDENT, print_list, print_section, print_table, wrap_text
from ladder.cli.wording import dated, keep_together, name_of, pay_in_words, short_name
from ladder.eligibility.answer_conditions import Condition
from ladder.eligibility.answers import Assessment, RequirementTrace
from ladder.requirement_references import requirement_referred_to
from ladder.service_time import Month, print_exact
from ladder.specification import EarlyFiling
from ladder.telling.asked import asked_words, credited_in_words, together_in_words
from ladder.telling.condition_words import condition_words
from ladder.telling.jurisdiction_notes import jurisdiction_notes
from ladder.telling.messages import clauses_of_all, say
from ladder.telling.missing import missing_in_words
from ladder.telling.parts import Told, plain_text
from ladder.telling.routes import requirement_name, routes_in_words
from ladder.telling.times import count_months, spell_month, spell_months
from ladder.telling.verdicts import (
    EFFECTS,
    ToldAnswer,
    appointment_in_words,
    effect_heading,
    filing_in_words,
    why_in_words,
)
from ladder.values import Value

_NUMBERS = frozenset({1, 2, 3, 4})
_STEP_COLUMNS = ("in", "class", "route", "held_for", "pay")
_TRACE_COLUMNS = ("requirement", "asked", "held", "credited", "left", "source")


class AnswerPage(Value):
    """The page about the answer for one class of a catalog; it cites its sources among those of the whole output."""

    catalog: Catalog
    answer: Assessment
    citations: Citations

    def verdict(self) -> str:
        """Return the sentences that answer: when, by which route, and what would change it."""
        spec, words = self.catalog.classes[self.answer.target], ToldAnswer(self.catalog, self.answer, spell_together)
        told = say("answer.of_class", title=name_of(self.catalog, spec.class_id), told=words.when())
        sentences = [
            say("answer.sentence", told=self.citations.beside(told, spec.source)),
            words.if_conditions_met(),
            _filing(self.answer, spec.early_filing, self.citations),
            appointment_in_words(self.answer, spell=spell_together),
        ]
        return " ".join(filter(None, sentences))

    def text(self, *, others: str = "") -> str:
        """Return the answer about one class, down to its conditions; ``others`` follows the steps."""
        sections = [
            wrap_text(self.verdict()) + "\n",
            self._missing(),
            self._steps(),
            others,
            self._reasons(),
            _conditions(self.answer.conditions, self.citations),
        ]
        return "\n".join(filter(None, sections))

    def _missing(self) -> str:
        items = [_missing_one(one, self.citations) for one in missing_in_words(self.catalog, self.answer)]
        several = INDENT + say("page.any") if len(items) > 1 else ""
        return print_section(say("page.missing"), several, print_list(items)) if items else ""

    def _steps(self) -> str:
        """Return the steps as a table: when, what to enter, by which route, how long to hold it, pay there."""
        if not self.answer.steps:
            return ""
        as_of, (first, *onward) = self.answer.as_of, self.answer.steps
        rows = [self._step_row(as_of, first.feeder_class, say("page.start"), spell_months(first.hold_months))]
        holds = [*(spell_months(move.hold_months) for move in onward), say("page.reached")]
        for move, hold in zip(self.answer.steps, holds, strict=True):
            route = self.citations.beside(routes_in_words(self.catalog, [move.route]), move.source)
            rows.append(self._step_row(Month(as_of + move.at_month), move.target_class, route, hold))
        table = print_table([say(f"page.{one}") for one in _STEP_COLUMNS], rows, indent=INDENT)
        return print_section(say("page.steps"), table)

    def _step_row(self, month: Month, class_id: str, route: str, hold: str) -> tuple[str, ...]:
        pay = pay_in_words(self.catalog.classes[class_id].pay, self.citations)
        return keep_together(spell_month(month)), short_name(self.catalog, class_id), route, hold, pay

    def _reasons(self) -> str:
        """Return the pencil work: asked, held, credited, left, the source of each, and its meaning."""
        if not self.answer.requirements:
            return ""
        rows = [self._trace_row(trace) for trace in self.answer.requirements]
        headings = [say(f"page.{one}") for one in _TRACE_COLUMNS]
        table = print_table(headings, rows, numeric=_NUMBERS, indent=INDENT)
        details = print_list(" ".join(self._details(trace)) for trace in self.answer.requirements)
        title = self.catalog.classes[self.answer.target].title
        heading = say("page.asks", title=title, month=spell_month(self.answer.as_of))
        return print_section(wrap_text(heading), table, "\n", details)

    def _trace_row(self, trace: RequirementTrace) -> tuple[str, ...]:
        name = requirement_name(self.catalog, requirement_referred_to(trace.reference))
        mark = self.citations.mark(trace.source)
        if trace.asked is None:
            return name, "", "", "", _state(trace.met_in_month), mark
        credited = sum(one.months for one in trace.credited)
        figures = (trace.asked, trace.held or 0, credited, trace.left or 0)
        return name, *map(print_exact, figures), mark

    def _details(self, trace: RequirementTrace) -> Iterator[str]:
        name = requirement_name(self.catalog, requirement_referred_to(trace.reference))
        what = asked_words(self.catalog, trace.reference)
        yield say("page.meaning", name=self.citations.beside(name, trace.source), what=what)
        for job in trace.counted:
            why = why_in_words(job.why)
            yield say("page.counts", number=job.job, title=job.title, months=count_months(job.months), why=why)
        yield from filter(None, [together_in_words(trace)])
        for one in trace.credited:
            stands = say("page.stands", what=credited_in_words(self.catalog, one), months=count_months(one.months))
            yield say("answer.sentence", told=self.citations.beside(stands, one.source))


def _filing(answer: Assessment, early: EarlyFiling | None, citations: Citations) -> str:
    words = filing_in_words(answer, spell=spell_together).removesuffix(".")
    return f"{citations.beside(words, early.source)}." if words and early else ""


def spell_together(month: Month) -> str:
    """Return a calendar month in words, which no end of a line parts."""
    return keep_together(spell_month(month))


def closing_words(
    catalog: Catalog,
    class_ids: Iterable[str],
    citations: Citations,
    *,
    disclaim: bool = True,
    as_of: Month | None = None,
) -> str:
    """Return what every page ends with: sources, what is outside the model, notes, dates; ``as_of`` tells their age."""
    class_ids = list(dict.fromkeys(class_ids))
    dates = [dated(catalog.classes[one], citations, as_of=as_of) for one in class_ids] if len(class_ids) == 1 else []
    jurisdictions = dict.fromkeys(one.partition("/")[0] for one in class_ids)
    notes = [
        say("page.note", place=record.name, note=note)
        for name in jurisdictions
        if (record := catalog.jurisdictions.get(name))
        for note in jurisdiction_notes(record)
    ]
    outside = [say("page.disclaimer", outside=say("page.outside"))] if disclaim else []
    paragraphs = [wrap_text(one) + "\n" for one in (*outside, *notes, *dates)]
    return "\n".join([citations.listed(), *paragraphs])


def _missing_one(requirements: Iterable[Told], citations: Citations) -> str:
    """Return one set of requirements that would be enough, each with its source."""
    told = clauses_of_all(*(_cited(one, citations) for one in requirements))
    return say("answer.sentence", told=told)


def _cited(told: Told, citations: Citations) -> str:
    return citations.beside(str(told), told.sources[0] if told.sources else None)


def _state(met_in_month: int | None) -> str:
    if met_in_month is None:
        return say("page.not_met")
    return say("page.met_in", months=met_in_month) if met_in_month else say("page.met")


def _conditions(conditions: tuple[Condition, ...], citations: Citations) -> str:
    """Return the conditions by what they do to the answer."""
    bodies = []
    for effect in EFFECTS:
        items = [
            citations.beside(plain_text(condition_words(one)), one.source) for one in conditions if one.effect is effect
        ]
        if items:
            bodies.append(f"{INDENT}{effect_heading(effect)}\n{print_list(items)}")
    return print_section(say("page.conditions"), *bodies)
