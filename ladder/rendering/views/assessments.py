"""One answer as a report shows it: verdict, steps, each requirement with its working, conditions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from ladder.eligibility.answer_conditions import Condition, Effect
from ladder.eligibility.answers import Assessment, Move, RequirementTrace
from ladder.eligibility.clocks import Amount
from ladder.eligibility.plans import PlanKind
from ladder.rendering.views.citations import Page, SourceList
from ladder.rendering.views.report_tables import ReportTable, Row
from ladder.rendering.views.segments import Cited, cite, cite_all, plain
from ladder.rendering.views.workings import Working, find_workings
from ladder.requirement_references import requirement_referred_to
from ladder.service_time import Month, print_exact
from ladder.specification import ClassSpecification
from ladder.telling.asked import credited_in_words
from ladder.telling.citing import dated_words
from ladder.telling.class_names import class_part
from ladder.telling.condition_words import condition_words
from ladder.telling.messages import all_of, clauses_of_all, say, tell
from ladder.telling.missing import missing_in_words
from ladder.telling.parts import Told, plain_text, with_capital, without_capital
from ladder.telling.pay_words import spell_pay
from ladder.telling.routes import requirement_name, route_in_words, routes_in_words
from ladder.telling.step_words import STYLES
from ladder.telling.times import count_months, spell_month, spell_months
from ladder.telling.verdicts import EFFECTS, ToldAnswer, appointment_in_words, effect_heading, filing_in_words


@dataclass(frozen=True, slots=True)
class ConditionGroup:
    """The conditions that do the same to the answer; those asked are for a person to judge in writing."""

    heading: str
    is_asked: bool
    items: tuple[Cited, ...]


class Segment(NamedTuple):
    """A part of a bar: ``look`` says what it is, ``share`` how much of the bar it takes, in twentieths."""

    look: str
    share: int
    told: str


@dataclass(frozen=True, slots=True)
class AskedBar:
    """One requirement as a bar: its number and name, how far it is met, and its parts; none where it asks no months."""

    heading: Cited
    state: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """The answer about one class, with everything that it rests on.

    ``missing`` are alternatives: any one of them would do.
    """

    number: int
    title: str
    verdict: Cited
    filing: Cited | None
    dated: Cited
    if_met: str
    missing: tuple[Cited, ...]
    steps: ReportTable | None
    routes: tuple[str, ...]
    bars: tuple[AskedBar, ...]
    workings: tuple[Working, ...]
    conditions: tuple[ConditionGroup, ...]


def assessment_view(page: Page, answer: Assessment, *, number: int = 1) -> AssessmentView:
    """Return the answer in plain words; ``number`` is its place on the page, from 1."""
    catalog = page.catalog
    spec = catalog.classes[answer.target]
    told, filing = ToldAnswer(catalog, answer), filing_in_words(answer)
    early = spec.early_filing
    return AssessmentView(
        number=number,
        title=spec.title,
        verdict=cite(
            page.sources, spec.source, f"{with_capital(told.when())}. {appointment_in_words(answer)}".rstrip()
        ),
        filing=cite(page.sources, early.source, filing) if filing and early else None,
        dated=dated(page, spec),
        if_met=told.if_conditions_met(),
        missing=tuple(_missing(one, page.sources) for one in missing_in_words(catalog, answer)),
        steps=steps_table(page, answer),
        routes=tuple(_routes(page, answer, number)),
        bars=tuple(_bars(page, answer, number)),
        workings=tuple(find_workings(page, answer, number)),
        conditions=condition_groups(answer.conditions, page.sources),
    )


def dated(page: Page, spec: ClassSpecification) -> Cited:
    """Return the sentence with the date that the specification bears."""
    title = class_part(page.catalog, spec.class_id)
    if not spec.qualifications:
        return cite(page.sources, spec.source, tell("page.only_named", title=title))
    return cite(page.sources, spec.source, dated_words(spec, title, as_of=page.case.history.as_of))


def condition_groups(conditions: Iterable[Condition], sources: SourceList) -> tuple[ConditionGroup, ...]:
    """Return the conditions by what they do to the answer: asked, closed, assumed, shown."""
    told = tuple(conditions)
    groups = (
        ConditionGroup(
            effect_heading(effect),
            effect is Effect.ASKED,
            tuple(cite(sources, one.source, condition_words(one)) for one in told if one.effect is effect),
        )
        for effect in EFFECTS
    )
    return tuple(group for group in groups if group.items)


# ------------------------------------------------------------------ steps


def steps_table(page: Page, answer: Assessment) -> ReportTable | None:
    """Return the classes held one after the other: from when, by which way, how long, at what pay."""
    if not answer.steps:
        return None
    first = answer.steps[0]
    holds = [*(spell_months(move.hold_months) for move in answer.steps), say("progress.reached")]
    rows = [_class_held(page, answer.as_of, first.feeder_class, plain(say("progress.start")), holds[0])]
    for move, hold in zip(answer.steps, holds[1:], strict=True):
        month = Month(answer.as_of + move.at_month)
        route = cite(page.sources, move.source, _route_of(page, move))
        rows.append(_class_held(page, month, move.target_class, route, hold))
    headings = tuple(say(f"progress.{one}") for one in ("class", "from", "way_in", "held_for", "pay"))
    return ReportTable(say("progress.on_the_way"), headings, tuple(rows))


def _class_held(page: Page, month: Month, class_id: str, route: Cited, hold: str) -> Row:
    pay = page.catalog.classes[class_id].pay
    return (
        plain(class_part(page.catalog, class_id)),
        plain(spell_month(month)),
        route,
        plain(hold),
        cite(page.sources, pay.source if pay else None, spell_pay(pay)),
    )


def _route_of(page: Page, move: Move) -> str:
    style = STYLES.get(move.kind)
    way = routes_in_words(page.catalog, [move.route])
    kind = style.words if style else say("progress.no_step")
    return kind if way in kind else say("progress.by", way=way, kind=kind)


# ------------------------------------------------------------------ requirements


def _missing(requirements: Iterable[Told], sources: SourceList) -> Cited:
    """Return one set of requirements that would be enough, with all its sources."""
    told = list(requirements)
    words = plain_text(clauses_of_all(*(one.words for one in told)))
    return cite_all(sources, [source for one in told for source in one.sources], say("answer.sentence", told=words))


def _routes(page: Page, answer: Assessment, number: int) -> Iterator[str]:
    """Yield each route with the numbers of the requirements that it asks."""
    numbers = {trace.reference: f"{number}.{place}" for place, trace in enumerate(answer.requirements, 1)}
    candidacy = page.case.candidacy(answer.target)
    for route in candidacy.rules.routes if candidacy else ():
        needs = [numbers[need.reference] for need in route.needs if need.reference in numbers]
        way = with_capital(route_in_words(page.catalog, route.id))
        yield say("progress.way", way=way, numbers=all_of(needs))


def _bars(page: Page, answer: Assessment, number: int) -> Iterator[AskedBar]:
    for place, trace in enumerate(answer.requirements, 1):
        name = requirement_name(page.catalog, requirement_referred_to(trace.reference))
        heading = cite(page.sources, trace.source, f"{number}.{place} {name}")
        segments = tuple(_segments(page, trace, trace.asked)) if trace.asked else ()
        yield AskedBar(heading, _state(trace, is_climb=page.case.plan.kind is PlanKind.CLIMB), segments)


def _segments(page: Page, trace: RequirementTrace, asked: Amount) -> Iterator[Segment]:
    """Yield the parts of a bar: months worked, months that something counts as, and months to go."""
    parts = [("worked", trace.held or 0, say("progress.worked", months=print_exact(trace.held or 0)))]
    for one in trace.credited:
        what = credited_in_words(page.catalog, one)
        told = say("progress.credited", months=print_exact(one.months), what=without_capital(what))
        parts.append(("credited", one.months, told))
    left = trace.left or 0
    parts.append(("left", left, say("progress.left", months=print_exact(left))))
    yield from (
        Segment(look, min(_SHARES, max(1, round(_SHARES * Fraction(months) / Fraction(asked)))), told)
        for look, months, told in parts
        if months
    )


_SHARES = 20


def _state(trace: RequirementTrace, *, is_climb: bool) -> str:
    """Return how far a requirement is met: what is left of it, and when it is met if the plan is to stay."""
    when, left = trace.met_in_month, trace.left
    if (trace.asked is not None and left == 0) or (trace.asked is None and when == 0):
        return say("progress.state_done")
    if trace.asked is None:
        return say("progress.state_never") if when is None else say("progress.state_when", time=spell_months(when))
    months = count_months(left or 0)
    if not when or is_climb:
        return say("progress.state_left", months=months)
    return say("progress.state_after", months=months, time=spell_months(when))
