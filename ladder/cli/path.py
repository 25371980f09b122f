"""``ladder path``: the ladders between two classes, and the time they take."""

from typing import TYPE_CHECKING

import click

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.answer_page import AnswerPage, closing_words, spell_together
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
from ladder.cli.output import AnswerForm, deliver
from ladder.cli.page_text import INDENT, print_section, print_table, wrap_text
from ladder.cli.questions import read_case
from ladder.cli.wording import name_of
from ladder.eligibility.answers import Assessment
from ladder.eligibility.plans import PlanKind
from ladder.paths.asking import MOST_ALTERNATIVES, PathBetween, Question, answer
from ladder.paths.path_answers import PathAnswer
from ladder.paths.plan_choices import PlanChoices
from ladder.service_time import Month
from ladder.telling.verdicts import month_in_words, no_ladder_in_words, time_in_words
from ladder.values import Value

if TYPE_CHECKING:
    from pathlib import Path

    from ladder.answer_tables import Table


@click.command()
@class_argument("start", metavar="FROM")
@class_argument("target", metavar="TO")
@click.option(
    "--profile",
    type=INPUT,
    metavar="PROFILE",
    help="The person's profile. Default: day one in FROM, full time, standing assumed.",
)
@click.option(
    "-k",
    "alternatives",
    type=WholeNumber(0, MOST_ALTERNATIVES),
    default=3,
    metavar="N",
    help="Show up to N other ladders.",
)
@plan_options
@as_of_option
@catalog_option
@answer_options(csv=True)
def command(
    *,
    start: str,
    target: str,
    profile: "Path | None",
    alternatives: int,
    choices: PlanChoices,
    as_of: Month | None,
    catalog: "Path | None",
    form: AnswerForm,
) -> int:
    """Tell how to get from FROM to TO, the time it takes, and by which routes.

    Classes are named by id, code or title. The time is that of holding each class
    while it counts, not the sum of the steps. Exit status 1 says that no ladder joins
    the two.
    """
    classes = load_catalog(catalog, as_of=as_of)
    first, last = classes.find_class(start).class_id, classes.find_class(target).class_id
    case = read_case(classes, profile, choices, as_of=as_of, otherwise=PlanKind.CLIMB)
    found = answer(Question(case, PathBetween(first, last, alternatives)))
    deliver(
        form,
        text=PathPage(classes, found, Citations()).text,
        answer=lambda: _as_json(classes, found),
        table=lambda: _as_table(classes, found),
    )
    return 0 if found.best else 1


def _as_json(catalog: Catalog, answer: PathAnswer) -> object:
    from ladder.answer_json import path_json  # noqa: PLC0415 - an answer in words does not pay for it

    return path_json(catalog, answer)


def _as_table(catalog: Catalog, answer: PathAnswer) -> "Table":
    from ladder.answer_tables import path_table  # noqa: PLC0415 - as above

    return path_table(catalog, answer)


class PathPage(Value):
    """The page about the ladders between two classes of a catalog."""

    catalog: Catalog
    answer: PathAnswer
    citations: Citations

    def text(self) -> str:
        """Return the page: the best ladder and the others, or what service alone comes to."""
        catalog, answer = self.catalog, self.answer
        parts = [wrap_text(f"From {name_of(catalog, answer.start)} to {name_of(catalog, answer.target)}") + "\n"]
        if answer.best is not None:
            parts.append(AnswerPage(catalog, answer.best, self.citations).text(others=self._others()))
        else:
            parts.append(wrap_text(no_ladder_in_words(catalog, answer, spell=spell_together)) + "\n")
        if answer.open_route is not None:
            title = catalog.classes[answer.start].title
            parts.append(wrap_text(f"Without a path, if you go on as {title}:") + "\n")
            parts.append(AnswerPage(catalog, answer.open_route, self.citations).text())
        parts.append(closing_words(catalog, [answer.target], self.citations, as_of=_as_of(answer)))
        return "\n".join(parts)

    def _others(self) -> str:
        rows = [self._other_row(one) for one in self.answer.alternatives]
        table = print_table(("Time", "Month", "By way of"), rows, indent=INDENT) if rows else ""
        more = INDENT + "There are more paths than we looked at." if self.answer.truncated else ""
        return print_section("Other paths", table, more)

    def _other_row(self, one: Assessment) -> tuple[str, str, str]:
        """Return the time of another ladder and the classes entered on it, each with its source."""
        rungs = [
            self.citations.beside(self.catalog.classes[move.target_class].title, move.source) for move in one.steps
        ]
        month = month_in_words(one, spell=spell_together)
        return time_in_words(one), month, ", then ".join(rungs)


def _as_of(answer: PathAnswer) -> Month | None:
    """Return the month that the answer counts from; None where no class is told of."""
    told = answer.best or answer.open_route
    return told.as_of if told else None
