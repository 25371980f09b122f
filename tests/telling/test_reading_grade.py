"""What people read on the terminal asks for nine years of school, and no more."""

from collections.abc import Iterator

import click

from ladder.catalog.loading import load_catalog
from ladder.cli.program import program
from tests.telling.many_answers import answers
from tests.telling.reading_grade import grade_of, whole_sentences

HIGHEST = 9.0


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
