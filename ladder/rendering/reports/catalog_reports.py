"""The report about a whole catalog: ways in, dead ends, longest ladders, pay, and where ladders break."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.condition_codes import ConditionCode
from ladder.eligibility.answers import Assessment, Status
from ladder.paths.starts import on_day_one
from ladder.qualifications import Experience, Qualifications, Requirement, StandingHeld
from ladder.rendering.drawings import Drawing, draw_classes, named
from ladder.rendering.reports.framing import closing_words, fill_report
from ladder.rendering.reports.ladder_lengths import (
    LongestByMonths,
    TimedLadder,
    longest_by_months,
    longest_by_steps,
)
from ladder.rendering.reports.step_times import (
    Break,
    PayGain,
    StepTime,
    find_breaks,
    gain_pay,
    is_unknown,
    pays_compared,
    time_steps,
)
from ladder.rendering.views.citations import Page, begin_page
from ladder.rendering.views.report_tables import ReportTable, Row, first_of
from ladder.rendering.views.segments import Cited, cite, cite_all, plain
from ladder.requirement_references import requirement_referred_to
from ladder.service_time import Month
from ladder.specification import ClassSpecification, Completeness
from ladder.telling.class_names import class_part, name_class, spell_completeness
from ladder.telling.pay_words import spell_unit
from ladder.telling.requirements import requirement_in_brief
from ladder.telling.routes import called
from ladder.telling.times import spell_months
from ladder.telling.verdicts import names_of_conditions, time_in_words

_TITLE = "The catalog at a glance"
_LISTED = 40
_LONGEST = 10
_DRAWN = 32
_UNSEEN = frozenset({ConditionCode.PROGRAM_LENGTH, ConditionCode.ENTRY_UNKNOWN, ConditionCode.PARTIAL_RECORD})
"""Codes of conditions that name the fact which is not in the data."""
_NO_FIGURES: frozenset[int] = frozenset()


class _Lists(NamedTuple):
    """The tables of the page; each is null where it has no row."""

    counts: ReportTable
    entries: ReportTable | None
    dead_ends: ReportTable | None
    in_part: ReportTable | None
    most_steps: ReportTable | None
    most_months: ReportTable | None
    longest_waits: ReportTable | None
    pay: ReportTable | None
    breaks: ReportTable | None


def render_catalog_report(catalog: Catalog, *, as_of: Month, with_map: bool = True) -> str:
    """Return the overview page of a catalog; long lists are cut short, and the page says so.

    Months are those of someone on day one in the lower class, at full time, with
    standing and target class taken as given. Without the map it is plain HTML.
    """
    page = begin_page(on_day_one(catalog, as_of))
    lists = _lists(page, time_steps(page.case))
    return fill_report(
        "report_catalog.html",
        title=_TITLE,
        as_of=as_of,
        with_map=with_map,
        drawing=_drawing(page) if with_map else None,
        lists=lists,
        closing=closing_words(catalog, catalog.classes),
        sources=page.sources.listed(),
    )


def _lists(page: Page, times: Sequence[StepTime]) -> _Lists:
    by_months = longest_by_months(page.case, times, most=_LONGEST)
    return _Lists(
        counts=_counts(page),
        entries=_entries(page),
        dead_ends=_dead_ends(page),
        in_part=_in_part(page),
        most_steps=_most_steps(page, longest_by_steps(page.case, most=_LONGEST)),
        most_months=_most_months(page, by_months),
        longest_waits=_longest_waits(page, times),
        pay=_pay(page, gain_pay(page.case, times)),
        breaks=_breaks(page, find_breaks(page.case, times)),
    )


def _table(
    caption: str, headings: tuple[str, ...], rows: Sequence[Row], *, what: str, numeric: frozenset[int] = _NO_FIGURES
) -> ReportTable | None:
    """Return the table cut short to what a page holds; null without rows."""
    told = first_of(rows, _LISTED, what)
    return ReportTable(caption, headings, tuple(rows[:_LISTED]), numeric, told) if rows else None


def _drawing(page: Page) -> Drawing | None:
    """Return the drawing of all classes on steps; null where there are none, or more than a page can show."""
    steps = named(page.catalog.steps)
    drawn = {end for step in steps for end in step[:2]}
    if not 1 < len(drawn) <= _DRAWN:
        return None
    return draw_classes(page.catalog, drawn, steps, label="Drawing of all classes on steps, told in words below.")


# ------------------------------------------------------------------ counts and lists


def _counts(page: Page) -> ReportTable:
    steps = named(page.catalog.steps)
    rows = []
    for name in sorted({spec.jurisdiction for spec in page.catalog.classes.values()}):
        own = [spec for spec in page.catalog.classes.values() if spec.jurisdiction == name]
        numbers = [sum(spec.completeness is one for spec in own) for one in Completeness]
        leading = sum(step.target_class.partition("/")[0] == name for step in steps)
        rows.append(
            (plain(page.catalog.jurisdiction(name).name), *(plain(str(one)) for one in (len(own), *numbers, leading)))
        )
    headings = ("Jurisdiction", "Classes", *(spell_completeness(one).capitalize() for one in Completeness), "Steps")
    return ReportTable("Classes and steps", headings, tuple(rows), frozenset(range(1, len(headings))))


def _entries(page: Page) -> ReportTable | None:
    rows = [
        (plain(class_part(page.catalog, spec.class_id)), cite_all(page.sources, [rule.source for rule in rules], words))
        for spec in page.catalog.classes.values()
        for rules, words in _ways_in(page, spec.qualifications)
    ]
    return _table("Entry classes", ("Class", "What the open route asks"), rows, what="entry classes")


def _ways_in(page: Page, rules: Qualifications | None) -> Iterable[tuple[list[Requirement], str]]:
    """Yield the routes open to people in no class at all, in words, all as one, with what they ask."""
    asked = [one for one in _routes_of(rules) if not any(map(_asks_for_a_place, one))] if rules else []
    if asked:
        words = "; or ".join(" and ".join(requirement_in_brief(page.catalog, rule) for rule in one) for one in asked)
        yield [rule for one in asked for rule in one], words


def _asks_for_a_place(rule: Requirement) -> bool:
    """Return whether the requirement asks for service in a class that it names, or for a standing."""
    if isinstance(rule, Experience):
        return bool(rule.standing or (rule.classes and not rule.or_in_field))
    return isinstance(rule, StandingHeld)


def _dead_ends(page: Page) -> ReportTable | None:
    feeders = {step.feeder_class for step in named(page.catalog.steps)}
    entered = {step.target_class for step in named(page.catalog.steps)}
    ends = [spec for spec in page.catalog.classes.values() if spec.class_id not in feeders]
    ends.sort(key=lambda spec: spec.class_id not in entered)
    rows = [
        (
            cite(page.sources, spec.source, class_part(page.catalog, spec.class_id)),
            plain("steps lead here and none leads on" if spec.class_id in entered else "no step touches it"),
        )
        for spec in ends
    ]
    return _table("Dead ends: classes that no step leaves", ("Class", "Why"), rows, what="such classes")


def _in_part(page: Page) -> ReportTable | None:
    found = [spec for spec in page.catalog.classes.values() if spec.completeness is not Completeness.WHOLE]
    rows = [(_named_by(page, spec), plain(spell_completeness(spec.completeness))) for spec in found]
    return _table("Classes not known whole", ("Class", "Record"), rows, what="such classes")


def _named_by(page: Page, spec: ClassSpecification) -> Cited:
    return cite(page.sources, spec.source, class_part(page.catalog, spec.class_id))


# ------------------------------------------------------------------ ladders


def _most_steps(page: Page, ladders: Sequence[TimedLadder]) -> ReportTable | None:
    rows = [
        (
            _way(page, one.classes, one.answer),
            plain(str(len(one.classes) - 1)),
            plain(_met(page, one.answer)),
            plain(_pay_gained(page, one.classes)),
        )
        for one in ladders
    ]
    headings = ("Ladder", "Steps", "From its first class to its last, by the quickest plan", "Pay gained")
    return _table("Ladders with the most steps", headings, rows, what="ladders", numeric=frozenset({1}))


def _most_months(page: Page, found: LongestByMonths) -> ReportTable | None:
    rows = [
        (
            _way(page, one.classes, one.answer),
            plain(_met(page, one.answer)),
            plain(_pay_gained(page, one.classes)),
        )
        for one in found.ladders
    ]
    if not rows:
        return None
    told = (
        f"{found.joined} pairs of a lowest and a highest class are joined; the months of {found.timed} were worked out"
    )
    chosen = ", those whose steps ask most" if found.timed < found.joined else ""
    headings = ("Quickest plan", "Takes", "Pay gained")
    return ReportTable("Ladders that take the most months", headings, tuple(rows), left_out=f"{told}{chosen}.")


def _way(page: Page, classes: Sequence[str], answer: Assessment) -> Cited:
    passages = [move.source for move in answer.steps] or [page.catalog.classes[classes[-1]].source]
    return cite_all(page.sources, passages, ", then ".join(name_class(page.catalog, one) for one in classes))


def _met(page: Page, answer: Assessment) -> str:
    """Return the months of the quickest plan, or that there are none and what would give some."""
    met = answer.if_conditions_met
    if answer.months is not None or met is None:
        return "not met" if answer.status is Status.UNREACHABLE else time_in_words(answer)
    return f"not met; {spell_months(met.months)} if {names_of_conditions(page.catalog, answer.target, met.conditions)}"


def _pay_gained(page: Page, classes: Sequence[str]) -> str:
    pays = pays_compared(page.case, classes[0], classes[-1])
    if pays is None:
        return "not printed for both"
    return f"{_dollars(Fraction(pays[1].low) - Fraction(pays[0].low))} {spell_unit(pays[0].unit)}"


def _dollars(amount: Fraction) -> str:
    """Return dollars to a hundredth of a cent, without idle noughts beyond the cent."""
    hundredths = round(abs(amount) * 10_000)
    whole, rest = divmod(hundredths, 10_000)
    digits = f"{rest:04d}"
    return f"{'-' if amount < 0 else ''}${whole:,}.{digits[:2]}{digits[2:].rstrip('0')}"


# ------------------------------------------------------------------ steps


def _longest_waits(page: Page, times: Sequence[StepTime]) -> ReportTable | None:
    waited = [(one.answer.months, one) for one in times if one.answer.months is not None]
    waited.sort(key=lambda found: (-found[0], found[1].step[:2]))
    rows = [(_step(page, one), plain(spell_months(months))) for months, one in waited[:_LONGEST]]
    told = f"The longest {len(rows)} of {len(waited)} steps are listed." if len(rows) < len(waited) else ""
    headings = ("Step", "Time in the lower class from day one")
    return ReportTable("The largest gaps between two rungs", headings, tuple(rows), left_out=told) if rows else None


def _step(page: Page, time: StepTime) -> Cited:
    step = time.step
    return cite(
        page.sources,
        step.source,
        class_part(page.catalog, step.feeder_class),
        " to ",
        class_part(page.catalog, step.target_class),
    )


def _pay(page: Page, gains: Sequence[PayGain]) -> ReportTable | None:
    rows = [
        (
            _step(page, one.time),
            _gain(page, one),
            plain(spell_months(one.months)),
            plain(f"{_dollars(one.per_month)} {spell_unit(one.unit)}" if one.months else "nothing is waited for"),
        )
        for one in gains
    ]
    headings = ("Step", "Lowest pay gained", "Months waited", "Gained per month waited")
    return _table("Pay gained per month waited, best first", headings, rows, what="steps")


def _gain(page: Page, gain: PayGain) -> Cited:
    ends = (gain.time.step.feeder_class, gain.time.step.target_class)
    passages = [pay.source for end in ends if (pay := page.catalog.classes[end].pay)]
    return cite_all(page.sources, passages, f"{_dollars(gain.gain)} {spell_unit(gain.unit)}")


def _breaks(page: Page, breaks: Sequence[Break]) -> ReportTable | None:
    rows = [
        (
            cite(page.sources, page.catalog.classes[one.target].source, class_part(page.catalog, one.target)),
            plain(_why(page, one)),
            plain(_tried(one)),
        )
        for one in sorted(breaks, key=is_unknown)
    ]
    headings = ("Class", "What stands in the way", "Looked at")
    return _table("Where ladders break", headings, rows, what="such classes")


def _why(page: Page, broken: Break) -> str:
    if is_unknown(broken):
        facts = {one.code: one.text for answer in broken.answers for one in answer.conditions if one.code in _UNSEEN}
        return f"It cannot be told. {' '.join(facts.values())}"
    missing = next((one.missing[0] for one in broken.answers if one.missing), ())
    told = " and ".join(called(page.catalog, requirement_referred_to(one)) for one in missing)
    return f"Service in the classes below is not enough: {told} is missing.{_if_conditions_held(page, broken)}"


def _if_conditions_held(page: Page, broken: Break) -> str:
    met = ((one.if_conditions_met, one.target) for one in broken.answers if one.if_conditions_met)
    least = min(met, default=None)
    if least is None:
        return ""
    names = names_of_conditions(page.catalog, least[1], least[0].conditions)
    return f" If {names}, it would take {spell_months(least[0].months)}."


def _tried(broken: Break) -> str:
    every = "every class" if broken.tried == broken.starts else f"{broken.tried} of {broken.starts} classes"
    return f"{every} below that a ladder can begin in"


def _routes_of(rules: Qualifications) -> list[list[Requirement]]:
    by_id = {rule.id: rule for rule in rules.requirements}
    return [[by_id[name] for name in route.requires] for route in rules.routes]
