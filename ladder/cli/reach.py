"""``ladder reach`` and ``ladder feeders``: what a class leads to, and what leads to it."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from ladder.answers import assessment_json
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.citations import Citations
from ladder.cli.csv_text import Table
from ladder.cli.options import (
    INPUT,
    PlanChoices,
    WholeNumber,
    answer_options,
    as_of_option,
    catalog_option,
    class_argument,
    plan_options,
)
from ladder.cli.output import AnswerForm, deliver, print_fault
from ladder.cli.pages import closing_words
from ladder.cli.questions import history_and_plan, plan_of
from ladder.cli.tables import print_table, wrap_text
from ladder.cli.wording import keep_together, name_of, pay_cells, pay_in_words, short_name
from ladder.eligibility.answers import Assessment
from ladder.eligibility.plans import PlanKind
from ladder.paths.ladders import classes_above, classes_below
from ladder.paths.reaching import find_feeders, find_reach
from ladder.service_time import Month, print_month
from ladder.telling.routes import routes_in_words
from ladder.telling.times import spell_month
from ladder.telling.verdicts import time_in_words

_HEADINGS = ("From", "To", "Title", "Status", "Months", "In", "Route", "Pay", "Pay source", "Source")

Item = TypeVar("Item")
Found = list[tuple[str, Assessment]]

_PROFILE = click.option(
    "--profile",
    type=INPUT,
    metavar="PROFILE",
    help="The person's profile. Default: day one, full time, standing assumed.",
)


@click.command(name="reach")
@class_argument("start", metavar="FROM")
@click.option("--within", type=WholeNumber(0), metavar="MONTHS", help="Only classes reached in so many months.")
@_PROFILE
@plan_options
@as_of_option
@catalog_option
@answer_options(csv=True)
def command(
    *,
    start: str,
    within: int | None,
    profile: Path | None,
    choices: PlanChoices,
    as_of: Month | None,
    catalog: Path | None,
    form: AnswerForm,
) -> int:
    """List every class that ladders from FROM lead to, soonest first, with its pay.

    Exit status 1 says that there is none.
    """
    classes = load_catalog(catalog)
    first = classes.find_class(start).class_id
    plan = plan_of(classes, choices, otherwise=PlanKind.CLIMB)
    history, plan = history_and_plan(classes, profile, as_of, plan)
    count = len(classes_above(classes, first, plan.include))
    answers = _with_progress(find_reach(classes, history, start=first, plan=plan), count)
    kept = [one for one in answers if within is None or (one.months is not None and one.months <= within)]
    nothing = f"no class is reached from {first}" + ("" if within is None else f" within {within} months")
    title = f"Where {name_of(classes, first)} leads"
    return _tell(classes, [(first, one) for one in kept], form, title=title, nothing=nothing, onward=True)


@click.command(name="feeders")
@class_argument("target", metavar="TO")
@_PROFILE
@plan_options
@as_of_option
@catalog_option
@answer_options(csv=True)
def feeders(
    *,
    target: str,
    profile: Path | None,
    choices: PlanChoices,
    as_of: Month | None,
    catalog: Path | None,
    form: AnswerForm,
) -> int:
    """List every class that ladders to TO start from, soonest first.

    Exit status 1 says that there is none.
    """
    classes = load_catalog(catalog)
    last = classes.find_class(target).class_id
    plan = plan_of(classes, choices, otherwise=PlanKind.CLIMB)
    history, plan = history_and_plan(classes, profile, as_of, plan)
    count = len(classes_below(classes, last, plan.include))
    found = list(_with_progress(find_feeders(classes, history, target=last, plan=plan), count))
    title = f"What leads to {name_of(classes, last)}"
    return _tell(classes, found, form, title=title, nothing=f"no class leads to {last}", onward=False)


def _tell(catalog: Catalog, found: Found, form: AnswerForm, *, title: str, nothing: str, onward: bool) -> int:
    if not found:
        print_fault(f"{nothing}; 'ladder show CLASS' lists the steps of a class")
        return 1
    found = sorted(found, key=lambda one: (one[1].months is None, one[1].months or 0, one[0], one[1].target))
    deliver(
        form,
        text=lambda: _in_words(catalog, found, title, onward=onward),
        answer=lambda: {"classes": [{"from": start, **assessment_json(catalog, one)} for start, one in found]},
        table=lambda: Table(_HEADINGS, [_row(catalog, start, one) for start, one in found]),
    )
    return 0


def _in_words(catalog: Catalog, found: Found, title: str, *, onward: bool) -> str:
    """Return the page: the end that all share in its title, the other end in each line."""
    citations = Citations()
    target = found[0][1].target
    rows = [_line(catalog, start, one, citations, onward=onward) for start, one in found]
    heading = wrap_text(f"{title}, counted from {spell_month(found[0][1].as_of)}") + "\n"
    pay = "" if onward else wrap_text(f"Pay there: {pay_in_words(catalog.classes[target].pay, citations)}.") + "\n"
    table = print_table(("Class", "Met after", "In", "Route", *(("Pay there",) if onward else ())), rows)
    more = wrap_text("'ladder path FROM TO' gives the steps, reasons and conditions of one.") + "\n"
    closing = closing_words(catalog, [one.target for _, one in found], citations)
    return "\n".join(filter(None, [heading, pay, table, more, closing]))


def _line(catalog: Catalog, start: str, one: Assessment, citations: Citations, *, onward: bool) -> tuple[str, ...]:
    spec = catalog.classes[one.target]
    source = one.steps[-1].source if one.steps else spec.source
    return (
        short_name(catalog, one.target if onward else start),
        citations.beside(time_in_words(one), source),
        "" if one.month is None else keep_together(spell_month(one.month)),
        routes_in_words(catalog, one.routes),
        *((pay_in_words(spec.pay, citations),) if onward else ()),
    )


def _row(catalog: Catalog, start: str, one: Assessment) -> tuple[object, ...]:
    spec = catalog.classes[one.target]
    month = "" if one.month is None else print_month(one.month)
    routes = ", ".join(one.routes)
    source = one.steps[-1].source if one.steps else spec.source
    return start, one.target, spec.title, one.status.value, one.months, month, routes, *pay_cells(spec.pay), str(source)


def _with_progress(items: Iterable[Item], count: int) -> Iterator[Item]:
    """Yield the items, with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length=count, label="Ladders", file=sys.stderr) as bar:
        yield from bar
