"""``ladder assess``: when a profile meets the minimum qualifications of classes."""

from pathlib import Path

import click

from ladder.answers import assessment_json
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.options import PlanChoices, answer_options, as_of_option, catalog_option, complete_class, plan_options
from ladder.cli.output import AnswerForm, Table, deliver
from ladder.cli.questions import history_of, plan_of
from ladder.cli.tables import print_table
from ladder.cli.wording import assessment_in_words, closing_words, spell_month
from ladder.eligibility.answers import Assessment
from ladder.eligibility.assessment import assess
from ladder.eligibility.plans import Plan, PlanKind
from ladder.errors import BadCallError
from ladder.histories import History
from ladder.paths.answers import assess_climb
from ladder.service_time import Month, spell_months

_HEADINGS = ("Class", "Title", "Status", "Months", "Month", "Route", "Source")


@click.command()
@click.argument("profile", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--target",
    "targets",
    multiple=True,
    metavar="CLASS",
    shell_complete=complete_class,
    help="Ask about this class; repeat it for several. Default: every class.",
)
@plan_options
@as_of_option
@catalog_option
@answer_options(csv=True)
def command(  # noqa: PLR0913 - one value an option
    *,
    profile: Path,
    targets: tuple[str, ...],
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
    if plan.via and plan.kind is not PlanKind.CLIMB:
        raise BadCallError(what="--via takes classes on a climb", try_this="add --plan climb")
    history = history_of(classes, profile, as_of)
    asked = [classes.find_class(text).class_id for text in targets] or list(classes.classes)
    answers = [answer_for(classes, history, target, plan) for target in asked]
    one = answers[0] if len(targets) == 1 else None
    deliver(
        form,
        text=lambda: one_in_words(classes, one) if one else _many_in_words(classes, answers),
        answer=lambda: assessment_json(classes, one) if one else _many_json(classes, answers),
        table=lambda: Table(_HEADINGS, [_row(classes, answer) for answer in answers]),
    )


def answer_for(catalog: Catalog, history: History, target: str, plan: Plan) -> Assessment:
    """Return the assessment of one class under the plan, climbing included."""
    if plan.kind is PlanKind.CLIMB:
        return assess_climb(catalog, history, target, plan)
    return assess(catalog, history, target, plan._replace(via=()))


def one_in_words(catalog: Catalog, answer: Assessment) -> str:
    """Return the page about one class."""
    return assessment_in_words(catalog, answer) + "\n" + closing_words(catalog, [answer.target])


def _many_json(catalog: Catalog, answers: list[Assessment]) -> dict[str, object]:
    return {"assessments": [assessment_json(catalog, answer) for answer in answers]}


def _many_in_words(catalog: Catalog, answers: list[Assessment]) -> str:
    rows = [
        (
            answer.target,
            catalog.classes[answer.target].title,
            answer.status.value if answer.months is None else spell_months(answer.months),
            "" if answer.month is None else spell_month(answer.month),
            ", ".join(answer.routes),
            ", ".join(one.code for one in answer.conditions if one.effect == "asked"),
        )
        for answer in answers
    ]
    table = print_table(("Class", "Title", "Met after", "In", "Route", "Asked"), rows)
    more = "\n'ladder assess PROFILE --target CLASS' shows the reasons and sources of one.\n"
    return table + more + closing_words(catalog, [answer.target for answer in answers])


def _row(catalog: Catalog, answer: Assessment) -> tuple[object, ...]:
    spec = catalog.classes[answer.target]
    month = "" if answer.month is None else spell_month(answer.month)
    routes = ", ".join(answer.routes)
    return answer.target, spec.title, answer.status.value, answer.months, month, routes, str(spec.source)
