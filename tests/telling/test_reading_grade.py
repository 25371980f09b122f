"""What people read on the terminal asks for nine years of school, and no more."""

import json
from collections.abc import Iterator
from itertools import product

import click

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.citations import Citations
from ladder.cli.pages import closing_words, page_of
from ladder.cli.program import program
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.paths import asking
from ladder.paths.asking import OneClass, Question
from ladder.profiles import read_profile
from tests.telling.reading_grade import grade_of, whole_sentences
from tests.telling.surfaces import AS_OF

HIGHEST = 9.0
PEOPLE: list[dict[str, object]] = [
    {"present": {"class": "us-nd/0441"}, "jobs": [{"class": "us-nd/0441", "months": 14}]},
    {"present": {"class": "us-nd/0442"}, "education": {"semester_hours": 40}},
    {"present": {"class": "us-ct/office-assistant"}, "standing": {"state_employee": False}},
    {"jobs": [{"title": "Clerk", "months": 30, "counts_toward": ["us-ct/5246SH#general"]}]},
    {"present": {"class": "us-ct/5257MP"}, "education": {"degrees": [{"level": "master", "field": "law"}]}},
]


def answers(catalog: Catalog) -> list[str]:
    known = [one.class_id for one in catalog.classes.values()]
    told = []
    for person, target, kind in product(PEOPLE, known, (PlanKind.STAY, PlanKind.NONE)):
        text = json.dumps(person)
        history = read_profile(text, file="profile.json", catalog=catalog, as_of=AS_OF, today=AS_OF)
        citations = Citations()
        page = page_of(
            catalog, asking.answer(Question(Case(catalog, history, Plan(kind=kind)), OneClass(target))), citations
        )
        told.append(f"{page}\n{closing_words(catalog, [target], citations)}")
    return told


def test_two_hundred_answers_can_be_read() -> None:
    catalog = load_catalog()
    told = answers(catalog)
    assert len(told) >= 200
    titles = [one.title for one in catalog.classes.values()]
    found = [sentence for page in told for sentence in whole_sentences(page, titles)]
    assert len(found) > 1000
    assert grade_of(found) <= HIGHEST


def help_texts(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield what the help of a command and those below it says, paragraph by paragraph."""
    yield from (command.help or "").split("\n\n")
    for one in command.params:
        yield getattr(one, "help", None) or ""
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from help_texts(below, context)


def test_the_help_can_be_read() -> None:
    told = [" ".join(text.split()) for text in help_texts(program, click.Context(program))]
    found = [sentence for text in told for sentence in whole_sentences(text, [])]
    assert len(found) > 100
    assert grade_of(found) <= HIGHEST
