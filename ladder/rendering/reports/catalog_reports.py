"""The report about a whole catalog: ways in, dead ends, longest ladders, pay, and where ladders break."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.pay_gains import PayGain
from ladder.eligibility.answers import Assessment, Status
from ladder.measures.breaks import Break
from ladder.measures.counts import JurisdictionCount
from ladder.measures.ends import DeadEnd, Entry, Way
from ladder.measures.ladder_lengths import LongestByMonths, TimedLadder
from ladder.measures.step_times import StepTime
from ladder.measures.whole_ladder import LadderMeasures, measure_ladder
from ladder.paths.starts import on_day_one
from ladder.rendering.drawings import Drawing, draw_classes, named
from ladder.rendering.reports.framing import closing_words, fill_report
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
from ladder.telling.verdicts import MustHold, time_in_words

_TITLE = "The catalog at a glance"
_LISTED = 40
_LONGEST = 10
_DRAWN = 32
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
    lists = _lists(page, measure_ladder(page.case))
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


def _lists(page: Page, found: LadderMeasures) -> _Lists:
    return _Lists(
        counts=_counts(page, found.counts),
        entries=_entries(page, found.entries),
        dead_ends=_dead_ends(page, found.dead_ends),
        in_part=_in_part(page, found.not_whole),
        most_steps=_most_steps(page, found.most_steps),
        most_months=_most_months(page, found.most_months),
        longest_waits=_longest_waits(page, found.waits),
        pay=_pay(page, found.gains),
        breaks=_breaks(page, found.breaks),
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


def _counts(page: Page, counts: Sequence[JurisdictionCount]) -> ReportTable:
    headings = ("Jurisdiction", "Classes", *(spell_completeness(one).capitalize() for one in Completeness), "Steps")
    rows = tuple(_count(page, one) for one in counts)
    return ReportTable("Classes and steps", headings, rows, frozenset(range(1, len(headings))))


def _count(page: Page, one: JurisdictionCount) -> Row:
    numbers = (one.classes, *(one.by_completeness[completeness] for completeness in Completeness), one.steps)
    return plain(page.catalog.jurisdiction(one.jurisdiction).name), *(plain(str(number)) for number in numbers)


def _entries(page: Page, entries: Sequence[Entry]) -> ReportTable | None:
    rows = [(plain(class_part(page.catalog, one.class_id)), _asked(page, one.ways)) for one in entries]
    return _table("Entry classes", ("Class", "What the open route asks"), rows, what="entry classes")


def _asked(page: Page, ways: Sequence[Way]) -> Cited:
    """Return the ways in, in words, all as one, with what they ask."""
    words = "; or ".join(" and ".join(requirement_in_brief(page.catalog, rule) for rule in way) for way in ways)
    return cite_all(page.sources, [rule.source for way in ways for rule in way], words)


def _dead_ends(page: Page, ends: Sequence[DeadEnd]) -> ReportTable | None:
    rows = [
        (
            _named_by(page, page.catalog.classes[one.class_id]),
            plain("steps lead here and none leads on" if one.is_entered else "no step touches it"),
        )
        for one in ends
    ]
    return _table("Dead ends: classes that no step leaves", ("Class", "Why"), rows, what="such classes")


def _in_part(page: Page, found: Sequence[ClassSpecification]) -> ReportTable | None:
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
            plain(_pay_gained(one.gain)),
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
            plain(_pay_gained(one.gain)),
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
    conditions = MustHold(page.catalog, answer.target, met.months).in_words(met.conditions)
    return f"not met; {spell_months(met.months)} if {conditions}"


def _pay_gained(gain: PayGain | None) -> str:
    return f"{_dollars(Fraction(gain.low))} {spell_unit(gain.unit)}" if gain else "not printed for both"


def _dollars(amount: Fraction) -> str:
    """Return dollars to a hundredth of a cent, without idle noughts beyond the cent."""
    hundredths = round(abs(amount) * 10_000)
    whole, rest = divmod(hundredths, 10_000)
    digits = f"{rest:04d}"
    return f"{'-' if amount < 0 else ''}${whole:,}.{digits[:2]}{digits[2:].rstrip('0')}"


# ------------------------------------------------------------------ steps


def _longest_waits(page: Page, waits: Sequence[StepTime]) -> ReportTable | None:
    rows = [(_step(page, one), plain(spell_months(one.answer.months or 0))) for one in waits[:_LONGEST]]
    told = f"The longest {len(rows)} of {len(waits)} steps are listed." if len(rows) < len(waits) else ""
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


def _pay(page: Page, gains: Sequence[StepTime]) -> ReportTable | None:
    rows = [
        (
            _step(page, one),
            _gain(page, one),
            plain(spell_months(one.answer.months or 0)),
            plain(_gained_per_month(one)),
        )
        for one in gains
    ]
    headings = ("Step", "Lowest pay gained", "Months waited", "Gained per month waited")
    return _table("Pay gained per month waited, best first", headings, rows, what="steps")


def _gained_per_month(one: StepTime) -> str:
    if one.gain is None or one.gain_per_month is None:
        return "nothing is waited for"
    return f"{_dollars(one.gain_per_month)} {spell_unit(one.gain.unit)}"


def _gain(page: Page, one: StepTime) -> Cited:
    ends = (one.step.feeder_class, one.step.target_class)
    passages = [pay.source for end in ends if (pay := page.catalog.classes[end].pay)]
    return cite_all(page.sources, passages, _pay_gained(one.gain))


def _breaks(page: Page, breaks: Sequence[Break]) -> ReportTable | None:
    rows = [
        (_named_by(page, page.catalog.classes[one.target]), plain(_why(page, one)), plain(_tried(one)))
        for one in sorted(breaks, key=lambda one: one.is_unknown)
    ]
    headings = ("Class", "What stands in the way", "Looked at")
    return _table("Where ladders break", headings, rows, what="such classes")


def _why(page: Page, broken: Break) -> str:
    if broken.is_unknown:
        return f"It cannot be told. {' '.join(one.text for one in broken.unseen)}"
    told = " and ".join(called(page.catalog, requirement_referred_to(one)) for one in broken.missing)
    return f"Service in the classes below is not enough: {told} is missing.{_if_conditions_held(page, broken)}"


def _if_conditions_held(page: Page, broken: Break) -> str:
    soonest = broken.soonest_if_met
    least = soonest and soonest.if_conditions_met
    if least is None:
        return ""
    names = MustHold(page.catalog, broken.target, least.months).in_words(least.conditions)
    return f" If {names}, it would take {spell_months(least.months)}."


def _tried(broken: Break) -> str:
    every = "every class" if broken.tried == broken.starts else f"{broken.tried} of {broken.starts} classes"
    return f"{every} below that a ladder can begin in"
