"""Sentences of real documents in the project's own files: runs of twelve words that a document has too."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from ladder.reading.text.html import read_html
from ladder.reading.text.plain import read_plain

RUN = 12
"""So many words in a row are no accident."""

_WORD = re.compile("[a-z]+")
_PAGES = frozenset({".htm", ".html"})
_TEXTS = frozenset({".txt", ".md"})
_BY_STRING = frozenset({".json", ".jsonl"})
_READ_ME = "README.md"
_LONGEST_SHOWN = 90
FACTS = frozenset({"title", "title_also", "file", "in_classes", "at_level_of", "employer"})
"""Fields of a hand-read row that hold titles and names, which are facts: a title may run to twelve words."""


def runs_of_documents(folder: Path) -> frozenset[int]:
    """Return a number for each run of words of all the documents below a folder, its own explanations left out."""
    files = sorted(one for one in folder.rglob("*") if one.suffix in _PAGES | _TEXTS and one.name != _READ_ME)
    return frozenset(run for file in files for run, _ in runs_in(_text_of(file)))


def _text_of(file: Path) -> str:
    content = file.read_bytes()
    read = read_html if file.suffix in _PAGES else read_plain
    return read(content, name=file.name).text


def runs_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield a number for each run of words, letters alone and in small letters, and where the run begins.

    >>> [place for _, place in runs_in("one 2 " * 13)]
    [0, 6]
    """
    words = [(found[0], found.start()) for found in _WORD.finditer(text.lower())]
    for first in range(len(words) - RUN + 1):
        yield hash(tuple(word for word, _ in words[first : first + RUN])), words[first][1]


def borrowed(file: Path, runs: frozenset[int], *, facts: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield where a file has a run of a document, and how the run begins.

    Of JSON each text is looked at by itself: titles that stand side by side in a list are
    no sentence. The values of the fields ``facts`` are passed over.
    """
    text = file.read_text("utf-8", errors="replace")
    for passage in _strings_in(text, facts) if file.suffix in _BY_STRING else (text,):
        reached = -1
        for run, place in runs_in(passage):
            if run in runs and place > reached:
                reached = place + _LONGEST_SHOWN
                words = " ".join(passage[place:reached].split())
                yield f"{file.name}: {words}"


def _strings_in(text: str, facts: frozenset[str]) -> Iterator[str]:
    """Yield the texts of JSON, or of a line of JSON each; what is neither is a text itself."""
    whole = _parsed(text)
    values = [_parsed(line) for line in text.splitlines()] if isinstance(whole, str) else [whole]
    for value in values:
        yield from _strings_of(value, facts)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _strings_of(value: object, facts: frozenset[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings_of(one, facts)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in facts:
                yield from _strings_of(one, facts)
