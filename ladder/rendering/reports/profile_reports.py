"""The personal progress report: what was declared, what is asked and left, and what would help."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.measures.personal_progress import MOST_TARGETS, Progress, measure_progress
from ladder.measures.single_changes import SingleChange, SingleChanges
from ladder.paths.next_classes import NextClass
from ladder.rendering.reports.framing import closing_words, fill_report
from ladder.rendering.views.assessments import assessment_view
from ladder.rendering.views.citations import Page, begin_page
from ladder.rendering.views.declarations import declaration_view
from ladder.rendering.views.report_tables import ReportTable, Row, first_of
from ladder.rendering.views.segments import Cited, cite, plain
from ladder.telling.changes import deed_in_words
from ladder.telling.class_names import class_part, name_class
from ladder.telling.condition_words import condition_words
from ladder.telling.messages import say
from ladder.telling.parts import plain_text
from ladder.telling.pay_words import spell_gain, spell_pay
from ladder.telling.routes import routes_in_words
from ladder.telling.times import spell_months
from ladder.telling.verdicts import month_in_words, time_in_words

_TITLE = "Progress report"


class _Best(NamedTuple):
    """The step that saves most, what it does, and the table of all that were looked at."""

    step: str
    what_it_does: str
    table: ReportTable | None = None


def render_profile_report(case: Case, targets: Sequence[str], *, with_map: bool = True, lower_pay: bool = False) -> str:
    """Return the progress report of one person.

    ``targets`` are class ids; where there are none, the classes one step on from the
    present class are told, else those that come next, else some of those met now. With ``lower_pay`` classes that pay
    less may come next too.

    Raises:
        BadCallError: as :func:`ladder.paths.asking.answer`.

    """
    page, found = begin_page(case), measure_progress(case, targets, lower_pay=lower_pay)
    asked = [one.target for one in found.answers]
    left_out = "" if targets else first_of(found.one_step_on, MOST_TARGETS, "classes one step on")
    return fill_report(
        "report_profile.html",
        title=_TITLE,
        as_of=case.history.as_of,
        with_map=with_map,
        lower_pay=lower_pay,
        declared=declaration_view(case, asked),
        in_short=_answers_table(page, found.answers, "When the minimum qualifications are met", left_out),
        doors=_doors_table(page, found.doors),
        best=_best_step(case, found),
        answers=tuple(assessment_view(page, one, number=number) for number, one in enumerate(found.answers, 1)),
        closing=closing_words(case.catalog, [*asked, *(one.answer.target for one in found.doors)]),
        sources=page.sources.listed(),
    )


def _answers_table(page: Page, answers: Sequence[Assessment], caption: str, left_out: str = "") -> ReportTable | None:
    headings = ("Class", "Met after", "In", "By the route", "Pay")
    rows = tuple(_answer_row(page, one) for one in answers)
    return ReportTable(caption, headings, rows, left_out=left_out) if rows else None


def _doors_table(page: Page, doors: Sequence[NextClass]) -> ReportTable | None:
    headings = ("Class", "Met after", "In", "By the route", "Pay", "Lowest pay gained")
    rows = tuple((*_answer_row(page, one.answer), _gained(one)) for one in doors)
    return ReportTable("The next three doors", headings, rows) if rows else None


def _gained(door: NextClass) -> Cited:
    return plain(spell_gain(door.pay_gain) or say("pay.no_gain"))


def _answer_row(page: Page, answer: Assessment) -> Row:
    spec = page.catalog.classes[answer.target]
    return (
        cite(page.sources, spec.source, class_part(page.catalog, answer.target)),
        plain(time_in_words(answer)),
        plain(month_in_words(answer)),
        plain(routes_in_words(page.catalog, answer.routes)),
        cite(page.sources, spec.pay.source if spec.pay else None, spell_pay(spec.pay)),
    )


# ------------------------------------------------------------------ the one step that saves most


def _best_step(case: Case, found: Progress) -> _Best | None:
    """Return the step toward the first class asked about that is not met now; null where there is no class."""
    if found.changes is None:
        met = "The minimum qualifications of every class told below are met now: no step can bring them nearer."
        return _Best("None is needed.", met) if found.answers else None
    step, what_it_does = _best_in_words(case, found.changes)
    return _Best(step, what_it_does, _changes_table(case, found.changes))


def _best_in_words(case: Case, changes: SingleChanges) -> tuple[str, str]:
    base, useful = changes.base, changes.useful
    name = name_class(case.catalog, base.target)
    if not useful:
        return "None was found.", f"No single change looked at brings the minimum qualifications of {name} nearer."
    best = useful[0]
    met = "now" if best.answer.months == 0 else f"after {time_in_words(best.answer)}"
    without = time_in_words(base) if base.months is None else f"after {time_in_words(base)}"
    also = sum(one.answer.months == best.answer.months for one in useful[1:])
    as_much = f" {also} other {'change does' if also == 1 else 'changes do'} as much." if also else ""
    told = f"The minimum qualifications of {name} would then be met {met}; without it, {without}.{as_much}"
    return f"{deed_in_words(case, best.what).removesuffix('.')}.", told


def _changes_table(case: Case, changes: SingleChanges) -> ReportTable | None:
    name = name_class(case.catalog, changes.base.target)
    rows = tuple(_change_row(case, one, changes.base) for one in changes.changes)
    headings = ("Change", "Met after", "In", "Saves", "New conditions")
    left_out = changes.feeders_left_out
    told = f"{left_out} further feeder classes were not looked at." if left_out else ""
    return ReportTable(f"Single changes toward {name}", headings, rows, left_out=told) if rows else None


def _change_row(case: Case, change: SingleChange, base: Assessment) -> Row:
    answer = change.answer
    return (
        plain(deed_in_words(case, change.what)),
        plain(time_in_words(answer)),
        plain(month_in_words(answer)),
        plain(_saved(change, base)),
        plain(" ".join(_leaned_on(change)) or "none"),
    )


def _leaned_on(change: SingleChange) -> Iterator[str]:
    """Yield the words of each condition that comes with the change."""
    yield from (plain_text(condition_words(one)) for one in change.answer.conditions if one.code in change.leans_on)


def _saved(change: SingleChange, base: Assessment) -> str:
    if not change.saves(base):
        return "nothing"
    if base.months is None:
        return "gives a month"
    return spell_months(base.months - (change.answer.months or 0))
