"""The reading grade of plain text: Flesch-Kincaid, a title counted as one word of two syllables."""

import re
from collections.abc import Iterable, Iterator
from statistics import mean

_TITLE = "Titled"
_VOWELS = re.compile("[aeiouy]+")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'/.,-]*")
_LEAST_WORDS = 3


def whole_sentences(page: str, titles: Iterable[str]) -> Iterator[str]:
    """Yield the sentences of a page of the terminal, each title as one word; tables and sources are none."""
    longest_first = sorted(titles, key=len, reverse=True)
    for block in _blocks(page.partition("\nSources\n")[0]):
        text = re.sub(r"\s*\[\d+\]", "", block)
        for title in longest_first:
            if title in text:
                text = re.sub(rf"{re.escape(title)}( \([^()]*\))?", _TITLE, text)
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            if sentence.endswith((".", "!", "?")) and len(_WORD.findall(sentence)) >= _LEAST_WORDS:
                yield sentence


def _blocks(page: str) -> Iterator[str]:
    """Yield paragraphs and items of lists; a line with a gap of two blanks within it is a row of a table."""
    lines: list[str] = []
    for line in [*page.splitlines(), ""]:
        bare = line.strip()
        if not bare or bare.startswith("- ") or "  " in bare:
            yield " ".join(lines)
            lines = []
        if "  " not in bare:
            lines.append(bare.removeprefix("- "))


def grade_of(sentences: Iterable[str]) -> float:
    """Return the mean grade of the sentences."""
    return mean(_grade(one) for one in sentences)


def _grade(sentence: str) -> float:
    words = _WORD.findall(sentence)
    return 0.39 * len(words) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Return the syllables of a word by its groups of vowels; a number counts as two.

    >>> [syllables(word) for word in ("State", "Counted", "experience", "qualifications", "2029")]
    [1, 2, 4, 5, 2]
    """
    bare = re.sub("[^a-z]", "", word.lower())
    if not bare:
        return 2
    count = len(_VOWELS.findall(bare)) + len(re.findall("ia|io(?!n)|ie(?=n)|iu|eo", bare))
    if bare.endswith("e") and not bare.endswith("le"):
        count -= 1
    if bare.endswith("ed") and not bare.endswith(("ted", "ded")):
        count -= 1
    return max(1, count)
