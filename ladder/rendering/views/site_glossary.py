"""The glossary of the site: of its tables what the catalog in use has to do with, in the language that is spoken."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ladder.telling.messages import say

_ROW = re.compile(r"\|(.*)\|")
_EMPHASIS = re.compile(r"[*`]+")
_COLUMNS = 3
_CLAUSE = re.compile(r"(?=[;,:] )")
"""Where one clause of a cell ends and the next begins."""
_MARKS = {
    "us-ct": ("CT", "Connecticut", "Connecticut's", "5246SH", "4952", "SH", "MP", "CL", "Title 38"),
    "us-nd": ("ND", "North Dakota", "0441", "Hay"),
    "us-ca-los-angeles": ("Los Angeles",),
    "us-pa-philadelphia": ("Philadelphia",),
}
"""Words of the glossary that speak of one jurisdiction alone."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term: what it means here, and who prints it."""

    name: str
    meaning: str
    printed_by: str


@dataclass(frozen=True, slots=True)
class TermSection:
    """Terms under one heading."""

    heading: str
    terms: tuple[Term, ...]


def glossary_of(places: Collection[str]) -> tuple[TermSection, ...]:
    """Return the sections with what they say of these jurisdictions, by id, and of all; the rest is left out.

    A term stays where one of them, the trade or ladder itself prints it, and where something of its meaning
    is left.
    """
    foreign = [word for place, words in _MARKS.items() if place not in places for word in words]
    found = (TermSection(one.heading, tuple(_terms(one.terms, foreign))) for one in read_glossary())
    return tuple(one for one in found if one.terms)


def _terms(terms: Iterable[Term], foreign: Sequence[str]) -> Iterator[Term]:
    for one in terms:
        meaning, printed_by = _without(one.meaning, foreign), _without(one.printed_by, foreign)
        if meaning and printed_by:
            yield Term(one.name, meaning, printed_by)


def _without(cell: str, foreign: Sequence[str]) -> str:
    """Return the clauses of a cell that name none of the words; '' where the first, on which they hang, does."""
    first, *others = _CLAUSE.split(cell)
    kept = [one for one in others if not _names(one, foreign)]
    if not _names(first, foreign):
        return first + "".join(kept)
    return "".join(kept).lstrip(";,: ") if others and others[0].startswith(";") else ""


def _names(clause: str, words: Sequence[str]) -> bool:
    bare = f" {re.sub(r'[^A-Za-z0-9 -]', ' ', clause)} "
    return any(f" {re.sub(r'[^A-Za-z0-9 -]', ' ', word)} " in bare for word in words)


def read_glossary() -> tuple[TermSection, ...]:
    """Return the sections of the glossary in their order."""
    return parse_glossary(say("glossary.terms"))


@cache
def parse_glossary(text: str) -> tuple[TermSection, ...]:
    r"""Return the sections of a glossary in Markdown: a heading of the second level, then one table each.

    >>> parse_glossary("\n## Pay\n\n| term | what | who |\n|---|---|---|\n| grade | the `level` | **ND** |\n")
    (TermSection(heading='Pay', terms=(Term(name='grade', meaning='the level', printed_by='ND'),)),)
    """
    return tuple(_sections(text))


def _sections(text: str) -> Iterator[TermSection]:
    for section in text.split("\n## ")[1:]:
        heading, _, table = section.partition("\n")
        rows = [found[1].split("|") for found in _ROW.finditer(table)]
        terms = tuple(Term(*map(_plain, row)) for row in rows[2:] if len(row) == _COLUMNS)
        yield TermSection(heading.strip(), terms)


def _plain(cell: str) -> str:
    return _EMPHASIS.sub("", cell).strip()
