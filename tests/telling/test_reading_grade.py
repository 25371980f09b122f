"""What people read on the terminal asks for nine years of school, and no more."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import click
import pytest

from ladder.catalog.loading import load_catalog
from ladder.cli.program import program
from tests.telling.many_answers import answers, random_answers
from tests.telling.reading_grade import grade_of, whole_sentences

HIGHEST = 9.0
PLACES = ("", "los-angeles", "philadelphia")
QUESTIONS = 170 if os.environ.get("LADDER_FULL") else 20
"""Random questions for each catalog: 510 in the whole measure."""


def test_two_hundred_answers_can_be_read() -> None:
    catalog = load_catalog()
    told = answers(catalog)
    assert len(told) >= 200
    titles = [one.title for one in catalog.classes.values()]
    found = [sentence for page in told for sentence in whole_sentences(page, titles)]
    assert len(found) > 1000
    assert grade_of(found) <= HIGHEST


@pytest.mark.parametrize("place", PLACES)
def test_random_questions_have_answers_that_can_be_read(place: str) -> None:
    catalog = load_catalog(Path(place) if place else None)
    titles = [one.title for one in catalog.classes.values()]
    told = random_answers(catalog, Random(f"grade {place}"), QUESTIONS)
    assert grade_of(one for page in told for one in whole_sentences(page, titles)) <= HIGHEST


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
