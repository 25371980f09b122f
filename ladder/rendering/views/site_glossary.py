"""The glossary of the site: the tables of ``docs/glossary.md``, of which the package holds a copy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_ROW = re.compile(r"\|(.*)\|")
_EMPHASIS = re.compile(r"[*`]+")
_COLUMNS = 3


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


@cache
def read_glossary() -> tuple[TermSection, ...]:
    """Return the sections of the glossary in their order."""
    text = files("ladder.rendering").joinpath("pages", "site_glossary.md").read_text("utf-8")
    return tuple(parse_glossary(text))


def parse_glossary(text: str) -> Iterator[TermSection]:
    r"""Yield the sections of a glossary in Markdown: a heading of the second level, then one table each.

    >>> next(parse_glossary("\n## Pay\n\n| term | what | who |\n|---|---|---|\n| grade | the `level` | **ND** |\n"))
    TermSection(heading='Pay', terms=(Term(name='grade', meaning='the level', printed_by='ND'),))
    """
    for section in text.split("\n## ")[1:]:
        heading, _, table = section.partition("\n")
        rows = [found[1].split("|") for found in _ROW.finditer(table)]
        terms = tuple(Term(*map(_plain, row)) for row in rows[2:] if len(row) == _COLUMNS)
        yield TermSection(heading.strip(), terms)


def _plain(cell: str) -> str:
    return _EMPHASIS.sub("", cell).strip()
