"""``ladder assess``: when a profile meets the minimum qualifications of classes."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from ladder.answer_json import assessment_json, assessments_json
from ladder.answer_tables import assess_table
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.answer_page import AnswerPage, closing_words, spell_together
from ladder.cli.numbered_sources import Citations
from ladder.cli.options import (
    INPUT,
    answer_options,
    as_of_option,
    catalog_option,
    complete_class,
    lower_pay_option,
    plan_options,
)
from ladder.cli.output import AnswerForm, deliver
from ladder.cli.page_text import INDENT, print_list, print_section, print_table, wrap_text
from ladder.cli.questions import read_case
from ladder.cli.wording import short_name
from ladder.eligibility.answer_conditions import Effect
from ladder.eligibility.answers import Assessment
from ladder.eligibility.plans import PlanKind
from ladder.errors import BadCallError
from ladder.paths.asking import Question, SomeClasses, answer
from ladder.paths.next_classes import NextClass, next_classes
from ladder.paths.plan_choices import PlanChoices
from ladder.service_time import Month
from ladder.telling.messages import say
from ladder.telling.pay_words import spell_gain
from ladder.telling.routes import routes_in_words
from ladder.telling.times import spell_month
from ladder.telling.verdicts import MustHold, month_in_words, time_in_words

_MOST_NEXT = 5
"""Of the classes that come next, how many are told in words."""


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
@answer_options(csv=True, listed=True)
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
    classes = load_catalog(catalog, as_of=as_of)
    if lower_pay and targets:
        raise BadCallError(what="--lower-pay is about the list of next classes", try_this="leave --target out")
    case = read_case(classes, profile, choices, as_of=as_of, otherwise=PlanKind.STAY)
    asked = tuple(classes.find_class(text).class_id for text in targets) or tuple(classes.classes)
    answers = answer(Question(case, SomeClasses(asked)))
    one = answers[0] if len(targets) == 1 else None
    following = None if targets else next_classes(case, answers, lower_pay=lower_pay)
    many = _ManyAnswers(classes, answers, _soonest(answers, form.most_listed), Citations(told=form.with_sources))
    deliver(
        form,
        text=lambda: _one_in_words(AnswerPage(classes, one, Citations())) if one else many.text(following or ()),
        answer=lambda: assessment_json(classes, one) if one else assessments_json(classes, answers, following),
        table=lambda: assess_table(classes, answers),
    )


def _one_in_words(page: AnswerPage) -> str:
    told = page.text()  # before its sources, which it numbers
    return f"{told}\n{closing_words(page.catalog, [page.answer.target], page.citations, as_of=page.answer.as_of)}"


def _soonest(answers: Sequence[Assessment], most: int | None) -> Sequence[Assessment]:
    """Return the answers in their order; of more than ``most`` the soonest, those without a month last."""
    if most is None or len(answers) <= most:
        return answers
    return sorted(answers, key=lambda one: (one.months is None, one.months or 0))[:most]


class _ManyAnswers(NamedTuple):
    """The page about many classes of a catalog: all that were asked about, and those that are shown."""

    catalog: Catalog
    answers: Sequence[Assessment]
    shown: Sequence[Assessment]
    citations: Citations

    def text(self, ahead: Sequence[NextClass]) -> str:
        """Return the page; ``ahead`` are the classes that come next."""
        answers, shown = self.answers, self.shown
        rows = [self._line(one) for one in shown if self.catalog.classes[one.target].qualifications]
        table = print_table(("Class", "Time", "Month", "Way"), rows) if rows else ""
        title = f"When you could meet the minimum, counted from {spell_month(answers[0].as_of)}\n"
        how_many = f"The {len(shown)} soonest of {len(answers)} classes: --all lists all. "
        cut = how_many if len(shown) < len(answers) else ""
        more = wrap_text(f"{cut}'ladder assess PROFILE --target CLASS' gives the reasons and conditions of one class.")
        sections = [title, table, self._next_classes(ahead), self._asked(), self._only_named(), more + "\n"]
        sections.append(closing_words(self.catalog, [one.target for one in answers], self.citations))
        return "\n".join(filter(None, sections))

    def _line(self, answer: Assessment) -> tuple[str, ...]:
        return (
            short_name(self.catalog, answer.target),
            self.citations.beside(time_in_words(answer), self.catalog.classes[answer.target].source),
            month_in_words(answer, spell=spell_together),
            routes_in_words(self.catalog, answer.routes),
        )

    def _next_classes(self, ahead: Sequence[NextClass]) -> str:
        """Return the first of the classes that come next, each with what its lowest pay gains."""
        rows = [
            (*self._line(one.answer)[:3], spell_gain(one.pay_gain) or say("pay.no_gain")) for one in ahead[:_MOST_NEXT]
        ]
        table = print_table(("Class", "Time", "Month", "Lowest pay"), rows, indent=INDENT) if rows else ""
        return print_section("What comes next", table) if rows else ""

    def _asked(self) -> str:
        """Return the conditions that are not declared and might change an answer, by class."""
        found = [
            say("answer.of_class", title=self.catalog.classes[answer.target].title, told=self._conditions_asked(answer))
            for answer in self.shown
            if any(one.effect is Effect.ASKED for one in answer.conditions)
        ]
        return print_section(say("page.asked_of"), print_list(found)) if found else ""

    def _conditions_asked(self, answer: Assessment) -> str:
        asked = (one.code for one in answer.conditions if one.effect is Effect.ASKED)
        return MustHold(self.catalog, answer.target).in_words(asked)

    def _only_named(self) -> str:
        specs = [self.catalog.classes[one.target] for one in self.shown]
        named = [self.citations.beside(spec.title, spec.source) for spec in specs if not spec.qualifications]
        return print_section("Unknown, as what they ask is not in the data", print_list(named)) if named else ""
