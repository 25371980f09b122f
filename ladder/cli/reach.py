"""``ladder reach`` and ``ladder feeders``: what a class leads to, and what leads to it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import click

from ladder.answer_json import joined_json
from ladder.answer_tables import reach_table
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.answer_page import closing_words, spell_together
from ladder.cli.numbered_sources import Citations
from ladder.cli.options import (
    INPUT,
    WholeNumber,
    answer_options,
    as_of_option,
    catalog_option,
    class_argument,
    plan_options,
)
from ladder.cli.output import AnswerForm, deliver, print_fault
from ladder.cli.page_text import print_table, wrap_text
from ladder.cli.questions import read_case
from ladder.cli.wording import name_of, pay_in_words, short_name
from ladder.eligibility.answers import Assessment
from ladder.eligibility.plans import PlanKind
from ladder.paths.asking import FeedersOf, Joined, Question, ReachFrom, answer, within_months
from ladder.paths.plan_choices import PlanChoices
from ladder.service_time import Month
from ladder.telling.routes import routes_in_words
from ladder.telling.times import spell_month
from ladder.telling.verdicts import month_in_words, time_in_words

_ONE_OF_THEM = "'ladder path FROM TO' gives the steps, reasons and conditions of one."

Item = TypeVar("Item")

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
@answer_options(csv=True, listed=True)
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
    classes = load_catalog(catalog, as_of=as_of)
    first = classes.find_class(start).class_id
    case = read_case(classes, profile, choices, as_of=as_of, otherwise=PlanKind.CLIMB)
    found = answer(Question(case, ReachFrom(first)), watch=_with_progress)
    kept = within_months(found, within)
    nothing = f"no class is reached from {first}" + ("" if within is None else f" within {within} months")
    title = f"Where {name_of(classes, first)} leads"
    return _FoundLadders(classes, kept, onward=True).tell(form, title=title, nothing=nothing)


@click.command(name="feeders")
@class_argument("target", metavar="TO")
@_PROFILE
@plan_options
@as_of_option
@catalog_option
@answer_options(csv=True, listed=True)
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
    classes = load_catalog(catalog, as_of=as_of)
    last = classes.find_class(target).class_id
    case = read_case(classes, profile, choices, as_of=as_of, otherwise=PlanKind.CLIMB)
    found = answer(Question(case, FeedersOf(last)), watch=_with_progress)
    title = f"What leads to {name_of(classes, last)}"
    return _FoundLadders(classes, found, onward=False).tell(form, title=title, nothing=f"no class leads to {last}")


class _FoundLadders(NamedTuple):
    """The ladders of a catalog that were found, soonest first: onward from one class, or to one."""

    catalog: Catalog
    found: Sequence[Joined]
    onward: bool

    def tell(self, form: AnswerForm, *, title: str, nothing: str) -> int:
        """Deliver the ladders under the title, or say that there are none, and return the exit status."""
        if not self.found:
            print_fault(f"{nothing}; 'ladder show CLASS' lists the steps of a class")
            return 1
        deliver(
            form,
            text=lambda: self._in_words(title, form),
            answer=lambda: joined_json(self.catalog, self.found),
            table=lambda: reach_table(self.catalog, self.found),
        )
        return 0

    def _in_words(self, title: str, form: AnswerForm) -> str:
        """Return the page: the end that all share in its title, the other end in each line."""
        citations = Citations(told=form.with_sources)
        first, shown = self.found[0].answer, self.found[: form.most_listed]
        rows = [self._line(start, one, citations) for start, one in shown]
        heading = wrap_text(f"{title}, counted from {spell_month(first.as_of)}") + "\n"
        there = pay_in_words(self.catalog.classes[first.target].pay, citations) if not self.onward else ""
        pay = wrap_text(f"Pay there: {there}.") + "\n" if there else ""
        table = print_table(("Class", "Time", "Month", "Way", *(("Pay there",) if self.onward else ())), rows)
        cut = _cut_in_words(len(shown), len(self.found), onward=self.onward)
        more = wrap_text(f"{cut}{_ONE_OF_THEM}") + "\n"
        closing = closing_words(self.catalog, [one.target for _, one in self.found], citations)
        return "\n".join(filter(None, [heading, pay, table, more, closing]))

    def _line(self, start: str, one: Assessment, citations: Citations) -> tuple[str, ...]:
        spec = self.catalog.classes[one.target]
        source = one.steps[-1].source if one.steps else spec.source
        return (
            short_name(self.catalog, one.target if self.onward else start),
            citations.beside(time_in_words(one), source),
            month_in_words(one, spell=spell_together),
            routes_in_words(self.catalog, one.routes),
            *((pay_in_words(spec.pay, citations),) if self.onward else ()),
        )


def _cut_in_words(shown: int, count: int, *, onward: bool) -> str:
    """Return how to see the classes that the list leaves out; nothing where it leaves out none."""
    if shown == count:
        return ""
    within = "; --within MONTHS lists those met by then" if onward else ""
    return f"The {shown} soonest of {count} classes: --all lists all{within}. "


def _with_progress(items: Sequence[Item], /) -> Iterator[Item]:
    """Yield the items, with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label="Ladders", file=sys.stderr) as bar:
        yield from bar
