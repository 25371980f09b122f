"""A statement parted into sentences, and a sentence into clauses, by the seams that the grammar names."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.grammar import phrase
from ladder.reading.requirement_grammar.statement_ends import AT_END, LABEL, LONGEST_AT_END

_OR = re.compile(r"(?i:\bor\b)")
_ENDS = " ,;:."
_MARKS = (",", ";")
_PART_BEFORE = re.compile(
    r"(?i:\binclud(?:es|ed|ing|e)?:? (?:at least )?"
    r"(?:one|two|three|four|five|six|[0-9]{1,2}) (?:years?|months?))\b[^;]{0,200}$"
)
_LIST_BEFORE = re.compile(
    r"(?i:\binclud(?:es|ed|ing|e): (?:one|two|three|four|five|six|[0-9]{1,2}) (?:years?|months?))\b"
)
_WEAK = ("with", ",")
"""Joiners that open a clause only where no amount of service is open before them."""
_SERVICE_OF_ITS_OWN = re.compile(
    r"(?i:(?:at least )?[\w()+ -]{1,30}?(?:years?|months?)'? of (?:[\w/-]+,? ){0,9}experience\b(?!,? of which))"
)
_NO_AMOUNT = re.compile(
    r"(?i:(?!sufficient|enough|current)(?:(?!years?\b|months?\b|of\b)[a-z]+ ){0,3}"
    r"(?:experience|service|employment|time)\b)"
)
NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|[0-9]{1,2}"
"""Words and figures of small numbers, as a pattern takes them."""
_AMOUNT = re.compile(
    rf"(?i:(?:at least )?(?:{NUMBER})(?: ?\([0-9]{{1,2}}\))?\+?"
    r"(?: or more| to [0-9a-z]{1,6})? (?:years?|months?|yrs))"
)

_BARE_DEGREE = re.compile(r"(?i:(?:bachelor|master|associate|doctora|baccalaureate)[\w']*\s)")
_DEGREE_SO_FAR = re.compile(r"(?i:\b(?:bachelor|master|associate|doctor|baccalaureate)[\w']*,? ?$)")
_DEGREE_WITH_FIELD = re.compile(r"(?i:\bdegree (?:with [^,;]{1,40} )?in [a-z])")
_WISH_SO_FAR = re.compile(r"(?i:[,;(] ?(?:preferably|ideally)\b[^,;()]*$)")
_STUDY_NEXT = re.compile(r"(?i:[^,;.]{0,60}\b(?:college|university|school|course|degree|study|training|education)\b)")

_NUMBER_ALONE = re.compile(rf"(?i: ?(?:at least |a minimum of )?(?:{NUMBER})(?: ?\([0-9]{{1,2}}\))?(?: years?)? ?)")


class Joined(NamedTuple):
    """A sentence or clause, whether "or" stands before it, and the mark that parts it from what is before "or"."""

    span: Span
    is_alternative: bool
    mark: str = ""


def split_sentences(text: str, whole: Span) -> Iterator[Joined]:
    """Yield the sentences without labels, joining words and punctuation at their ends.

    Production: ``SENTENCE_END``.

    >>> text = "1. One year of work. Or any equivalent combination."
    >>> [(text[one.span.start : one.span.end], one.is_alternative) for one in split_sentences(text, Span(0, len(text)))]
    [('One year of work', False), ('any equivalent combination', True)]
    """
    first = _trim(text, whole)
    start, last = first.span.start, max(first.span)
    ends = (match.end() for match in phrase("SENTENCE_END").finditer(text, start, last))
    for end in (*ends, last):
        if end < last and _is_in_brackets(text, start, end):
            continue
        sentence = _trim(text, Span(start, end))
        if start == first.span.start:
            sentence = sentence._replace(is_alternative=first.is_alternative)
        if sentence.span.start < sentence.span.end:
            yield sentence
        start = end


def split_clauses(text: str, sentence: Span) -> Iterator[Joined]:
    """Yield the clauses of a sentence: what "and" or "or" joins, where a clause can open after it.

    Production: ``seam``.

    >>> text = "A degree or two years of work and a valid license"
    >>> [text[one.span.start : one.span.end] for one in split_clauses(text, Span(0, len(text)))]
    ['A degree', 'two years of work', 'a valid license']
    """
    start, alternative, mark = sentence.start, False, ""
    for joiner in _joiner().finditer(text, sentence.start, sentence.end):
        if _is_in_brackets(text, start, joiner.start()) or _goes_on(text, start, joiner):
            continue
        yield Joined(_trim(text, Span(start, joiner.start())).span, alternative, mark)
        alternative = _OR.search(joiner.group()) is not None
        last = text[start : joiner.start()].rstrip()[-1:]
        mark = last if last in _MARKS else ";" if joiner.group().startswith(";") else ""
        start = joiner.end()
    yield Joined(_trim(text, Span(start, sentence.end)).span, alternative, mark)


@lru_cache(maxsize=1)
def _joiner() -> re.Pattern[str]:
    """Return the pattern of a seam between clauses: a joining word where words follow that open a clause."""
    joiners = {"AND_OR": "CLAUSE_OPENS", "SEMICOLON": "CLAUSE_OPENS", "WITH": "AMOUNT_OPENS", "COMMA": "AMOUNT_OPENS"}
    seams = (f"(?:{phrase(word).pattern})(?={phrase(after).pattern})" for word, after in joiners.items())
    return re.compile("|".join(seams))


def _goes_on(text: str, start: int, joiner: re.Match[str]) -> bool:
    """Return whether the clause goes on: "including one year of this and one year of that".

    "With two years of experience" opens a clause only where none of experience is open, and
    so do "experience in this", which says no amount of its own, and an amount after a comma.
    """
    if _is_one_thing(text, start, joiner):
        return True
    is_list = _NO_AMOUNT.match(text, joiner.end()) and not phrase("EXCLUSION").match(text, joiner.end())
    if joiner.group().startswith(",") and _SERVICE_OF_ITS_OWN.match(text, joiner.end()):
        return False
    if joiner.group().casefold().startswith(_WEAK) or is_list:
        return _AMOUNT.search(text, start, joiner.start()) is not None
    if _LIST_BEFORE.search(text, start, joiner.start()) and _AMOUNT.match(text, joiner.end()):
        return True
    return (
        text[start : joiner.start()].rstrip()[-1:] not in {",", ";"}
        and _AMOUNT.match(text, joiner.end()) is not None
        and _PART_BEFORE.search(text, start, joiner.start()) is not None
    )


def _is_one_thing(text: str, start: int, joiner: re.Match[str]) -> bool:
    """Return whether a joiner stands within one thing: "three or four years", "a bachelor's or master's degree".

    A degree without an article opens a clause behind an amount of service alone; a wish
    goes on over "or" where no mark parts it, and what follows is study as well.
    """
    before = Span(start, joiner.start())
    if _NUMBER_ALONE.fullmatch(text, *before):
        return True
    if _BARE_DEGREE.match(text, joiner.end()):
        opened = _AMOUNT.search(text, *before) or _DEGREE_WITH_FIELD.search(text, *before)
        return opened is None or _DEGREE_SO_FAR.search(text[slice(*before)]) is not None
    is_wish = _WISH_SO_FAR.search(text[slice(*before)]) is not None and _OR.search(joiner.group()) is not None
    return is_wish and _STUDY_NEXT.match(text, joiner.end()) is not None


def _is_in_brackets(text: str, start: int, end: int) -> bool:
    return text.count("(", start, end) > text.count(")", start, end)


def _trim(text: str, span: Span) -> Joined:
    """Return the passage without blanks, labels and joining words at its ends."""
    start, end = _strip(text, span.start, span.end)
    alternative = False
    while (label := LABEL.match(text, start, end)) is not None:
        alternative = alternative or label["or"] is not None
        start, end = _strip(text, label.end(), end)
    while (last := AT_END.search(text, max(start, end - LONGEST_AT_END), end)) is not None and not _is_said(text, last):
        start, end = _strip(text, start, last.start())
    return Joined(Span(start, end), alternative)


def _is_said(text: str, last: re.Match[str]) -> bool:
    """Return whether the words at the end say something: "is not required", "is a plus"."""
    return text[: last.start()].rstrip().endswith((" not", " a"))


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _ENDS:
        start += 1
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    if _is_all_in_brackets(text, start, end):
        return _strip(text, start + 1, end - 1)
    return start, end


def _is_all_in_brackets(text: str, start: int, end: int) -> bool:
    if not text.startswith("(", start, end) or text[end - 1] != ")":
        return False
    return text.find("(", start + 1, end) < 0 and text.find(")", start, end) == end - 1
