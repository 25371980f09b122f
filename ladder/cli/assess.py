"""``ladder assess``: when a profile meets the minimum qualifications of classes."""

from collections.abc import Sequence
from pathlib import Path

import click

from ladder.answers import assessment_json, next_class_json
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.citations import Citations
from ladder.cli.csv_text import Table
from ladder.cli.options import (
    INPUT,
    PlanChoices,
    answer_options,
    as_of_option,
    catalog_option,
    complete_class,
    lower_pay_option,
    plan_options,
)
from ladder.cli.output import AnswerForm, deliver
from ladder.cli.pages import closing_words, page_of
from ladder.cli.questions import history_of, plan_of
from ladder.cli.tables import INDENT, print_list, print_section, print_table, wrap_text
from ladder.cli.wording import keep_together, short_name
from ladder.eligibility.answers import Assessment
from ladder.eligibility.assessment import assess
from ladder.eligibility.conditions import Effect
from ladder.eligibility.plans import Plan, PlanKind
from ladder.errors import BadCallError
from ladder.histories import History
from ladder.paths.answers import assess_climb
from ladder.paths.next_classes import NextClass, next_classes
from ladder.service_time import Month, print_month
from ladder.telling.messages import say
from ladder.telling.pay_words import spell_gain
from ladder.telling.routes import routes_in_words
from ladder.telling.times import spell_month
from ladder.telling.verdicts import names_of_conditions, time_in_words

_MOST_NEXT = 5
"""Of the classes that come next, how many are told in words."""
_HEADINGS = ("Class", "Title", "Status", "Months", "Month", "Route", "Source")


@click.command()
@click.argument("profile", type=INPUT)
@click.option(
    "--target",
    "targets",
    multiple=True,
    metavar="CLASS",
    shell_complete=complete_class,
    help="Ask about this class; repeat it for several. Default: every class.",
)
@lower_pay_option
@plan_options
@as_of_option
@catalog_option
@answer_options(csv=True)
def command(
    *,
    profile: Path,
    targets: tuple[str, ...],
    lower_pay: bool,
    choices: PlanChoices,
    as_of: Month | None,
    catalog: Path | None,
    form: AnswerForm,
) -> None:
    """Tell when the profile in PROFILE meets the minimum qualifications, and why.

    PROFILE is a YAML or JSON file, or - for standard input; 'ladder profile new' begins
    one. The plan is stay (the present job goes on) unless --plan says otherwise.
    """
    classes = load_catalog(catalog)
    plan = plan_of(classes, choices, otherwise=PlanKind.STAY)
    _refuse_idle_options(plan, lower_pay=lower_pay and bool(targets))
    history = history_of(classes, profile, as_of)
    asked = [classes.find_class(text).class_id for text in targets] or list(classes.classes)
    answers = [answer_for(classes, history, target, plan) for target in asked]
    one = answers[0] if len(targets) == 1 else None
    following = None if targets else next_classes(classes, history, answers, plan.include, lower_pay=lower_pay)
    deliver(
        form,
        text=lambda: _one_in_words(classes, one) if one else _many_in_words(classes, answers, following or ()),
        answer=lambda: assessment_json(classes, one) if one else _many_json(classes, answers, following),
        table=lambda: Table(_HEADINGS, [_row(classes, answer) for answer in answers]),
    )


def _refuse_idle_options(plan: Plan, *, lower_pay: bool) -> None:
    """Refuse options that would change nothing: ``lower_pay`` says that it was given with classes to ask about."""
    if plan.via and plan.kind is not PlanKind.CLIMB:
        raise BadCallError(what="--via takes classes on a climb", try_this="add --plan climb")
    if lower_pay:
        raise BadCallError(what="--lower-pay is about the list of next classes", try_this="leave --target out")


def answer_for(catalog: Catalog, history: History, target: str, plan: Plan) -> Assessment:
    """Return the assessment of one class under the plan, climbing included."""
    if plan.kind is PlanKind.CLIMB:
        return assess_climb(catalog, history, target, plan)
    return assess(catalog, history, target, plan._replace(via=()))


def _one_in_words(catalog: Catalog, answer: Assessment) -> str:
    citations = Citations()
    page = page_of(catalog, answer, citations)
    return f"{page}\n{closing_words(catalog, [answer.target], citations)}"


def _many_json(catalog: Catalog, answers: list[Assessment], ahead: Sequence[NextClass] | None) -> dict[str, object]:
    told: dict[str, object] = {"assessments": [assessment_json(catalog, answer) for answer in answers]}
    return told if ahead is None else told | {"next": [next_class_json(catalog, one) for one in ahead]}


def _many_in_words(catalog: Catalog, answers: list[Assessment], ahead: Sequence[NextClass]) -> str:
    citations = Citations()
    known = [one for one in answers if catalog.classes[one.target].qualifications]
    rows = [_line(catalog, answer, citations) for answer in known]
    table = print_table(("Class", "Met after", "In", "Route"), rows) if rows else ""
    title = f"When the minimum qualifications are met, counted from {spell_month(answers[0].as_of)}\n"
    more = wrap_text("'ladder assess PROFILE --target CLASS' gives the reasons and conditions of one class.") + "\n"
    sections = [
        title,
        table,
        _next_in_words(catalog, ahead, citations),
        _asked(catalog, answers),
        _only_named(catalog, answers, citations),
        more,
    ]
    sections.append(closing_words(catalog, [answer.target for answer in answers], citations))
    return "\n".join(filter(None, sections))


def _line(catalog: Catalog, answer: Assessment, citations: Citations) -> tuple[str, ...]:
    return (
        short_name(catalog, answer.target),
        citations.beside(time_in_words(answer), catalog.classes[answer.target].source),
        "" if answer.month is None else keep_together(spell_month(answer.month)),
        routes_in_words(catalog, answer.routes),
    )


def _next_in_words(catalog: Catalog, ahead: Sequence[NextClass], citations: Citations) -> str:
    """Return the first of the classes that come next, each with what its lowest pay gains."""
    rows = [
        (*_line(catalog, one.answer, citations)[:3], spell_gain(one.pay_gain) or say("pay.no_gain"))
        for one in ahead[:_MOST_NEXT]
    ]
    table = print_table(("Class", "Met after", "In", "Lowest pay"), rows, indent=INDENT) if rows else ""
    return print_section("What comes next", table) if rows else ""


def _asked(catalog: Catalog, answers: list[Assessment]) -> str:
    """Return the conditions that are not declared and might change an answer, by class."""
    found = [
        say("answer.of_class", title=catalog.classes[answer.target].title, told=_conditions_asked(catalog, answer))
        for answer in answers
        if any(one.effect is Effect.ASKED for one in answer.conditions)
    ]
    return print_section(say("page.asked_of"), print_list(found)) if found else ""


def _conditions_asked(catalog: Catalog, answer: Assessment) -> str:
    return names_of_conditions(
        catalog, answer.target, (one.code for one in answer.conditions if one.effect is Effect.ASKED)
    )


def _only_named(catalog: Catalog, answers: list[Assessment], citations: Citations) -> str:
    specs = [catalog.classes[one.target] for one in answers]
    named = [citations.beside(spec.title, spec.source) for spec in specs if not spec.qualifications]
    return print_section("Unknown, as what they ask is not in the data", print_list(named)) if named else ""


def _row(catalog: Catalog, answer: Assessment) -> tuple[object, ...]:
    spec = catalog.classes[answer.target]
    month = "" if answer.month is None else print_month(answer.month)
    routes = ", ".join(answer.routes)
    return answer.target, spec.title, answer.status.value, answer.months, month, routes, str(spec.source)
