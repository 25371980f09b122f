"""The personal progress report: the answer first, what comes next, what is asked and held, what was told."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ladder.catalog.pay_gains import PayGain
from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.measures.personal_progress import MOST_TARGETS, Progress, measure_progress
from ladder.measures.single_changes import SingleChange, SingleChanges
from ladder.rendering.reports.framing import closing_words, fill_report
from ladder.rendering.views.assessments import assessment_view
from ladder.rendering.views.citations import Page, begin_page
from ladder.rendering.views.declarations import declaration_view
from ladder.rendering.views.headlines import headline
from ladder.rendering.views.report_tables import ReportTable, Row, first_of
from ladder.rendering.views.segments import Cited, cite, plain
from ladder.service_time import Month
from ladder.telling.changes import deed_in_words
from ladder.telling.class_names import class_part, name_class
from ladder.telling.condition_words import condition_words
from ladder.telling.messages import listed, say, sentences
from ladder.telling.parts import Words, plain_text
from ladder.telling.pay_words import pay_in_brief, spell_gain
from ladder.telling.times import spell_month, spell_months
from ladder.telling.verdicts import month_in_words, time_in_words

_WIDTH = 600
"""Units of the line from the first month to the last."""
_TICKS = 4


class _Best(NamedTuple):
    """The step that saves most, what it does, and the table of all that were looked at."""

    step: str
    what_it_does: str
    table: ReportTable | None = None


class _Ahead(NamedTuple):
    """A class that comes next: its name and pay, when, and how far along the line that is."""

    name: Cited
    pay: str
    when: str
    at: int


class _Tick(NamedTuple):
    """A month of the axis, and how far along it is."""

    month: str
    at: int


class _Timeline(NamedTuple):
    """The classes that come next, soonest first, with the months of the axis."""

    classes: tuple[_Ahead, ...]
    axis: tuple[_Tick, ...]


def render_profile_report(case: Case, targets: Sequence[str], *, with_map: bool = True, lower_pay: bool = False) -> str:
    """Return the progress report of one person: the answer, what comes next, what is asked, what was told.

    ``targets`` are class ids; where there are none, the classes one step on from the
    present class are told, else those that come next, else some of those met now. With ``lower_pay`` classes that pay
    less may come next too.

    Raises:
        BadCallError: as :func:`ladder.paths.asking.answer`.

    """
    page, found = begin_page(case), measure_progress(case, targets, lower_pay=lower_pay)
    asked = [one.target for one in found.answers]
    left_out = "" if targets else first_of(found.one_step_on, MOST_TARGETS)
    return fill_report(
        "report_profile.html",
        title=say("progress.title"),
        as_of=case.history.as_of,
        with_map=with_map,
        styles=("report_progress.css",),
        lower_pay=lower_pay,
        heading=_heading(page, found.answers),
        ahead=_timeline(page, found),
        left_out=left_out,
        declared=declaration_view(case, asked),
        best=_best_step(case, found),
        answers=tuple(assessment_view(page, one, number=number) for number, one in enumerate(found.answers, 1)),
        closing=closing_words(case.catalog, [*asked, *(one.answer.target for one in found.doors)]),
        sources=page.sources.listed(),
    )


def _heading(page: Page, answers: Sequence[Assessment]) -> Cited:
    """Return the sentence that the report begins with: when the first class asked about is met."""
    if not answers:
        return plain(say("progress.nothing"))
    return plain(plain_text(headline(page, answers[0])))


def _timeline(page: Page, found: Progress) -> _Timeline | None:
    """Return the classes asked about and those that come next, by month; None where no month is known."""
    gains = {one.answer.target: one.pay_gain for one in found.doors}
    answers = {one.target: one for one in (*found.answers, *(door.answer for door in found.doors))}
    dated = sorted((one for one in answers.values() if one.months is not None), key=_months_of)
    if not dated:
        return None
    last = max(_months_of(dated[-1]), _TICKS)
    last += -last % _TICKS
    as_of = page.case.history.as_of
    ticks = [last * place // _TICKS for place in range(_TICKS + 1)]
    return _Timeline(
        tuple(_one_ahead(page, one, last, gains.get(one.target)) for one in dated),
        tuple(_Tick(spell_month(Month(as_of + month)), month * _WIDTH // last) for month in ticks),
    )


def _months_of(one: Assessment) -> int:
    return one.months or 0


def _one_ahead(page: Page, one: Assessment, last: int, gain: PayGain | None) -> _Ahead:
    spec = page.catalog.classes[one.target]
    return _Ahead(
        cite(page.sources, spec.source, class_part(page.catalog, one.target)),
        plain_text(listed([told for told in (pay_in_brief(spec.pay), spell_gain(gain)) if told])),
        month_in_words(one) if one.months else say("progress.ahead_now"),
        _months_of(one) * _WIDTH // last,
    )


# ------------------------------------------------------------------ the one step that saves most


def _best_step(case: Case, found: Progress) -> _Best | None:
    """Return the step toward the first class asked about that is not met now; None where there is no class."""
    if found.changes is None:
        return _Best(say("progress.best_none"), say("progress.best_met")) if found.answers else None
    step, what_it_does = _best_in_words(case, found.changes)
    return _Best(step, what_it_does, _changes_table(case, found.changes))


def _best_in_words(case: Case, changes: SingleChanges) -> tuple[str, str]:
    title = name_class(case.catalog, changes.base.target)
    if not changes.useful:
        return say("progress.best_nothing"), say("progress.best_for", title=title)
    best, *others = changes.useful
    also = sum(one.answer.months == best.answer.months for one in others)
    as_much = say("progress.best_also_one" if also == 1 else "progress.best_also", count=also) if also else ""
    with_it, without = time_in_words(best.answer), time_in_words(changes.base)
    told = sentences(say("progress.best_is", title=title, with_it=with_it, without=without), as_much)
    return say("answer.sentence", told=deed_in_words(case, best.what).removesuffix(".")), plain_text(told)


def _changes_table(case: Case, changes: SingleChanges) -> ReportTable | None:
    title = name_class(case.catalog, changes.base.target)
    rows = tuple(_change_row(case, one, changes.base) for one in changes.changes)
    headings = tuple(say(f"progress.{one}") for one in ("change", "time", "month", "saves", "new"))
    left_out = changes.feeders_left_out
    told = say("progress.left_out", count=left_out) if left_out else ""
    return ReportTable(say("progress.changes", title=title), headings, rows, left_out=told) if rows else None


def _change_row(case: Case, change: SingleChange, base: Assessment) -> Row:
    answer = change.answer
    return (
        plain(deed_in_words(case, change.what)),
        plain(time_in_words(answer)),
        plain(month_in_words(answer)),
        plain(_saved(change, base)),
        plain(plain_text(sentences(*_leaned_on(change))) or say("progress.none")),
    )


def _leaned_on(change: SingleChange) -> Iterator[Words]:
    """Yield the words of each condition that comes with the change."""
    yield from (condition_words(one) for one in change.answer.conditions if one.code in change.leans_on)


def _saved(change: SingleChange, base: Assessment) -> str:
    if not change.saves(base):
        return say("progress.saves_nothing")
    if base.months is None:
        return say("progress.saves_month")
    return spell_months(base.months - (change.answer.months or 0))
