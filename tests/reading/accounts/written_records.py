"""Records written by hand beside the text they are said to be read from."""

from collections.abc import Sequence
from typing import Any

from ladder.qualifications import Education, Experience, Judgement, Qualifications, Requirement, Route, Substitution
from ladder.reading.accounts.entries import Entry, find_entries, plain, tell_all
from ladder.reading.accounts.ledger import find_unaccounted
from ladder.reading.drafts import Statement
from ladder.reading.passages import Document, Excerpt, Span
from ladder.sources import Source


def said(words: str) -> Source:
    """Return the source of a fact that stands on these words."""
    return Source(document="a.txt", section="Minimum qualifications", lines=(1, 1), quote=words)


def service(name: str, months: int, words: str, **more: Any) -> Experience:  # noqa: ANN401 - any field of a record
    """Return service that is asked in these words."""
    return Experience(id=name, months=months, what=more.pop("what", words), source=said(words), **more)


def study(name: str, words: str, **more: Any) -> Education:  # noqa: ANN401 - any field of a record
    """Return study that is asked in these words."""
    return Education(id=name, what=words, source=said(words), **more)


def judged(name: str, code: str, words: str) -> Judgement:
    """Return what a person judges, in these words."""
    return Judgement(id=name, what=words, code=code, source=said(words))


def rules_of(
    *requirements: Requirement, ways: Sequence[Sequence[str]] = (), allowed: Sequence[Substitution] = ()
) -> Qualifications:
    """Return qualifications of these requirements: the ways given, or one that asks them all."""
    named = ways or ([one.id for one in requirements],)
    routes = tuple(Route(id=f"way-{number}", requires=tuple(one)) for number, one in enumerate(named, start=1))
    return Qualifications(requirements=requirements, routes=routes, substitutions=tuple(allowed))


def entries_of(text: str, rules: Qualifications) -> tuple[Entry, ...]:
    """Return the entries of a record in a text."""
    return find_entries(plain(text), tell_all(rules))


def untold(text: str, rules: Qualifications) -> list[str]:
    """Return the words of a text that a record does not account for."""
    document = Document("a.txt", text)
    statement = Statement(Excerpt(document, (Span(0, len(text)),)))
    return [one.words for one in find_unaccounted(document, (statement,), rules)]
