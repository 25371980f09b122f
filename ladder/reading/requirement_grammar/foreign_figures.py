"""Figures that are not of the digits 0 to 9: raised, full-width, of other scripts. None of them is read.

Whether "2\u00b9 years" is two years and a footnote, or twenty-one, only a person can say; a
digit of another script in a specification in English is most likely damage. Where such a
figure counts time or study, its passage is unread, whatever stands around it.
"""

import re
from collections.abc import Iterator
from itertools import islice
from unicodedata import category

from ladder.reading.passages import Span

_WORD = re.compile(r"[^\s()\-]+")
_UNIT = re.compile(r"(?i:(?:year|month|week|day|hour|semester|quarter|unit|credit)s?)\b")
_PLAIN_FRACTIONS = frozenset("\u00bc\u00bd\u00be")
_WORDS_TO_UNIT = 3


def find_foreign_figures(text: str) -> Iterator[Span]:
    """Yield the passages where such a figure counts years, months, hours or units of study.

    >>> [text[slice(*one)] for text in ["Two (2\u00b9) full years"] for one in find_foreign_figures(text)]
    ['2\u00b9) full years']
    """
    if text.isascii():
        return
    words = list(_WORD.finditer(text))
    for number, word in enumerate(words, start=1):
        if _is_foreign_figure(word[0]):
            following = islice(words, number, number + _WORDS_TO_UNIT)
            yield from islice((Span(word.start(), unit.end()) for unit in following if _UNIT.match(unit[0])), 1)


def _is_foreign_figure(word: str) -> bool:
    figures = [letter for letter in word if not letter.isascii() and category(letter).startswith("N")]
    return bool(figures) and not _PLAIN_FRACTIONS.issuperset(figures) and not any(map(str.isalpha, word))
