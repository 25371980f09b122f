"""The title and the code of a class, by the labels of a document or by the first line that can be a title."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ladder.reading.jurisdictions.outline.labels import Labelled, around_value
from ladder.reading.jurisdictions.outline.lines import Line, read_lines
from ladder.reading.jurisdictions.outline.vocabulary import Vocabulary
from ladder.reading.passages import Document, Span

_LONGEST_TITLE = 160
_MOST_WORDS = 20
_CODE_AFTER_TITLE = re.compile(
    r"[ \t]{1,9}\((?:Class (?:Code|No\.?) )?(?=[A-Z-]{0,7}[0-9])(?P<value>[A-Z0-9-]{3,12})\)$"
)
_CODE_BEFORE_TITLE = re.compile(r"(?P<value>(?=[A-Z]{0,4}[0-9]{2})[A-Z0-9]{3,8})[ \t]{1,4}[-:][ \t]{1,4}(?=[A-Z])")
_CODE_VALUE = re.compile(r"(?=[A-Za-z._/-]{0,12}[0-9])[A-Za-z0-9][A-Za-z0-9._/-]{0,19}(?=$|[\s,;()])|[A-Z]{2,8}$")
_CODE_IN_LINE = re.compile(
    r"\b(?:Class|Job|Classification|Specification|Occupation(?:al)?)[ \t]{1,4}"
    r"(?:Code(?:[ \t]{1,4}(?:No\.?|Number))?|No\.?|Number)"
    r"[ \t]{0,9}[:#][ \t]{0,40}(?P<value>[A-Za-z0-9][A-Za-z0-9._-]{0,19})",
    re.IGNORECASE,
)
_UNFIT = re.compile(r"[$:@]|https?|[a-z]{5}\.\s|\.$|\?$|!$|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}|^\W*[0-9]+\W*$|^[-\u2022*]\s")
_CELL_END = re.compile(r"[ ]{3,}|[ ]*\t")
_SENTENCE = re.compile(r"\b(?:is|are|was|will|shall|must|may|can|has|have|you|we|our|your|please)\b")


class Identity(NamedTuple):
    """Where the title and the code of a class stand, and their labels.

    ``is_sure`` says that a label, a code beside it or its setting tells the title.
    """

    title: Span | None
    code: Span | None
    is_sure: bool
    labels: tuple[Span, ...] = ()


def find_identity(
    document: Document, scope: Span, labelled: Sequence[Labelled], vocabulary: Vocabulary, *, head_end: int
) -> Identity:
    """Return where the title and the code stand: by labels, by the line set as the first heading, else the first line.

    ``head_end`` is where the first known heading stands. A code in brackets after the
    title, or before it with a dash, is the code where no label gives one.
    """
    head = Span(scope.start, head_end)
    title, named = _find_title(document, head, labelled, vocabulary)
    sure = title
    title = title or _first_line(document, head, vocabulary)
    beside = _code_beside(document, title) if title else None
    code, label = _labelled_code(document, scope, labelled)
    labels = tuple(span for one in (*named, *label) for span in around_value(document, one))
    if beside is None:
        return Identity(title, code, is_sure=sure is not None, labels=labels)
    return Identity(beside.title, code or beside.code, is_sure=True, labels=(*labels, *beside.marks))


def _find_title(
    document: Document, head: Span, labelled: Sequence[Labelled], vocabulary: Vocabulary
) -> tuple[Span | None, tuple[Labelled, ...]]:
    """Return the title that a label or its setting tells, and its label."""
    named = find_titles(document, labelled, vocabulary)
    set_apart = None if named else _set_title(document, head, vocabulary)
    if not named and set_apart is None:
        named = find_titles(document, labelled, vocabulary, fact="job_title")
    return (named[0].value if named else set_apart), named[:1]


def find_titles(
    document: Document, labelled: Iterable[Labelled], vocabulary: Vocabulary, *, fact: str = "title"
) -> tuple[Labelled, ...]:
    """Return the values of the label of titles that is trusted most, in the order printed."""
    fit = [one for one in labelled if one.fact == fact and may_be_title(_text(document, one.value), vocabulary)]
    best = min((one.rank for one in fit), default=0)
    return tuple(one for one in fit if one.rank == best)


def may_be_title(words: str, vocabulary: Vocabulary) -> bool:
    """Return whether words can be the title of a class: short, no sentence, no known heading, no site's name."""
    if len(words) > _LONGEST_TITLE or len(words.split()) > _MOST_WORDS or _UNFIT.search(words):
        return False
    if not any(letter.isalpha() for letter in words) or _SENTENCE.search(words):
        return False
    return vocabulary.kind_of(words) is None and not vocabulary.is_no_title(words)


def find_coded_titles(document: Document, scope: Span, vocabulary: Vocabulary) -> tuple[Span, ...]:
    """Return the lines that are each a title with a code beside it, those of the same title once."""
    found: dict[str, Span] = {}
    for line in read_lines(document, scope):
        beside = _code_beside(document, line.span)
        if beside is not None and may_be_title(_text(document, beside.title), vocabulary):
            found.setdefault(_text(document, beside.title).casefold(), line.printed)
    return tuple(found.values())


def _set_title(document: Document, head: Span, vocabulary: Vocabulary) -> Span | None:
    """Return the first line of the highest level set as a heading that can be a title."""
    lines = [line for line in read_lines(document, head) if line.level and _fits(document, line, vocabulary)]
    highest = min((line.level for line in lines), default=0)
    return next((line.span for line in lines if line.level == highest), None)


def _first_line(document: Document, head: Span, vocabulary: Vocabulary) -> Span | None:
    """Return the first line that can be a title, or its first cell."""
    for line in read_lines(document, head):
        gap = _CELL_END.search(document.text, *line.span)
        cell = line._replace(span=Span(line.span.start, gap.start())) if gap else line
        if _fits(document, cell, vocabulary):
            return cell.span
    return None


def _fits(document: Document, line: Line, vocabulary: Vocabulary) -> bool:
    words = line.words(document)
    return may_be_title(words, vocabulary) and vocabulary.label_of(words) is None


class _CodeBeside(NamedTuple):
    """A title without the code beside it, that code, and the marks around the code."""

    title: Span
    code: Span
    marks: tuple[Span, ...]


def _code_beside(document: Document, title: Span) -> _CodeBeside | None:
    """Return a title parted from the code in brackets after it, or before it with a dash."""
    after = _CODE_AFTER_TITLE.search(document.text, *title)
    if after is not None:
        code = Span(*after.span("value"))
        marks = (Span(after.start(), code.start), Span(code.end, after.end()))
        return _CodeBeside(Span(title.start, after.start()), code, marks)
    before = _CODE_BEFORE_TITLE.match(document.text, *title)
    if before is None:
        return None
    code = Span(*before.span("value"))
    return _CodeBeside(Span(before.end(), title.end), code, (Span(code.end, before.end()),))


def _labelled_code(
    document: Document, scope: Span, labelled: Iterable[Labelled]
) -> tuple[Span | None, tuple[Labelled, ...]]:
    """Return the code of the label trusted most, and that label; else one labelled in the middle of a line."""
    for one in sorted((one for one in labelled if one.fact == "code"), key=lambda one: (one.rank, one.value)):
        found = _CODE_VALUE.match(document.text, *one.value)
        if found is not None:
            value = Span(*found.span())
            return value, (one._replace(value=value),)
    inline = _CODE_IN_LINE.search(document.text, *scope)
    if inline is None:
        return None, ()
    value = Span(*inline.span("value"))
    return value, (Labelled("code", 0, Span(inline.start(), value.start), value),)


def _text(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]
