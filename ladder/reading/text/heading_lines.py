"""Lines of a document that are set as headings, told from the others by their class."""

from collections.abc import Iterable, Iterator

_LEVELS = range(1, 7)


class HeadingLine(str):
    """A line of a paragraph that is set as a heading, and its level, from 1."""

    __slots__ = ("level",)
    level: int


def with_level(lines: Iterable[str], level: int) -> Iterator[str]:
    """Yield the lines of a paragraph, as lines of a heading where the level is one that a heading has."""
    for line in lines:
        if level in _LEVELS:
            heading = HeadingLine(line)
            heading.level = level
            yield heading
        else:
            yield line


def headings_in(lines: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the lines set as headings, each with its level.

    >>> list(headings_in(["one", *with_level(["two"], 3)]))
    [(2, 3)]
    """
    number = 1
    for line in lines:
        if isinstance(line, HeadingLine) and line.strip():
            yield number, line.level
        number += 1 + line.count("\n")
