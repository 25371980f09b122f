"""Figures in documents that count something of the product: each is counted, none is taken on trust.

``docs/decisions`` and the change log record what was so once, and are left alone. ``docs/checks.md``
and the page of Philadelphia are made by tests, which compare them whole.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

RULES_AND_EXAMPLES = {"semantics.md", "contracts.md"}
"""Documents that set rules: most of their figures are what a class asks, what an example comes to, or a bound.

The worked cases and the tests of the data hold those. Only the things that are counted of the product are compared.
"""
MADE_BY_TESTS = {"checks.md", "philadelphia-clerical-ladder.md"}
IN_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
)
WORDS = {word: number for number, word in enumerate(IN_WORDS.split(" "), start=2)}
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
FIGURE = re.compile(
    rf"(?<![\w/.#-])(?P<figure>[0-9][0-9,]{{0,12}}|{'|'.join(WORDS)})"
    r" (?P<noun>(?:[a-z-]{1,20} ){0,2}?[a-z-]{2,20}s)(?![\w-])",
    re.IGNORECASE,
)
"""A figure and the words up to the first that may be a plural."""
MEASURES = {"months", "years", "semester hours", "hours", "days", "seconds", "lines", "thirds", "digits", "spaces"}
"""Units and parts: a figure before them counts nothing of the product."""
NO_PLURALS = {"is", "us", "has", "was", "this", "its", "as", "says", "does", "asks"}


def figures_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield each figure of a document that counts things, with the noun; what is in a block of code is output."""
    for found in FIGURE.finditer(CODE.sub("", text)):
        noun = found["noun"].lower()
        if noun not in MEASURES and noun.rpartition(" ")[2] not in NO_PLURALS:
            yield _number(found["figure"]), noun


def _number(figure: str) -> int:
    return WORDS[figure.lower()] if figure.lower() in WORDS else int(figure.replace(",", "").strip() or 0)


def compared_in(name: str, text: str, measured: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield the figures of a document that are compared: all, or in a document of rules those of things counted."""
    for figure, noun in figures_in(text):
        if name not in RULES_AND_EXAMPLES or noun in measured:
            yield figure, noun


def wrong_figures(
    files: Mapping[str, str], truth: Mapping[str, Callable[[], int]], measured: Collection[str] = ()
) -> list[str]:
    """Return the figures that are not so, and those of which nobody has said how they are counted."""
    found = []
    for name, text in files.items():
        for figure, noun in compared_in(name, text, measured):
            if noun not in truth:
                found.append(f"{name}: {figure:,} {noun}: say in tests/house/test_figures.py how these are counted")
            elif (counted := truth[noun]()) != figure:
                found.append(f"{name}: {figure:,} {noun}: there are {counted:,}")
    return found


def documents(root: Path) -> dict[str, str]:
    """Return the documents whose figures are typed by hand, and the lines that the Makefile prints."""
    files = [root / "README.md", root / "Makefile", *sorted(root.glob("CONTRIBUTING*"))]
    files += [file for file in sorted((root / "docs").glob("*.md")) if file.name not in MADE_BY_TESTS]
    return {file.name: file.read_text("utf-8") for file in files}
