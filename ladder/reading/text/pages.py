"""The pages of a text in which a form feed begins each page but the first."""

import re

_AT_LINE_START = re.compile(r"^\f{1,100}", re.MULTILINE)


def part_pages(text: str) -> tuple[str, tuple[int, ...]]:
    r"""Return the text without its form feeds, and the page that each line begins on.

    >>> part_pages("one\n\ftwo\nfo\fur\nfive")
    ('one\ntwo\nfo ur\nfive', (1, 2, 2, 3))
    """
    if "\f" not in text:
        return text, (1,) * (text.count("\n") + 1)
    return _AT_LINE_START.sub("", text).replace("\f", " "), tuple(_count_pages(text))


def _count_pages(text: str) -> list[int]:
    pages, turned = [], 1
    for line in text.split("\n"):
        opening = line[: len(line) - len(line.lstrip())].count("\f")
        pages.append(turned + opening)
        turned += line.count("\f")
    return pages
