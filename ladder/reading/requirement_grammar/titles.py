"""Named classes in a clause: lists of titles, pay-grade numerals, codes, and what is no class of the city."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lark import Token

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.grammar import Parsed, blank_even, span_of
from ladder.reading.requirement_grammar.tree import ClassMention, Manner, TypicalClasses

_GRADE = re.compile(r"(?:I{1,3}|IV|VI?|[1-9])$")
_RANK = re.compile(
    r"(?:Assistant|Associate|Chief|Deputy|Entry|Executive|Head|Junior|Lead|Managing|Principal|Senior|[A-Z][a-z]+ing)"
)
_LEAST_SHARED = 2
_SLASH = re.compile(r" ?/ ?")
_AND_OR_SLASH = re.compile(r" and | ?/ ?| & ")
_BEFORE = r"^(?:[A-Z][\w'.-]*,? (?:(?:of|for|and|to|the) )*)"
_DOER = (
    r"(?:(?i:\w+(?:er|or|ist|ant|ian|man|woman|yst|ect|eer|ive|ent))"
    r"|Aide|Clerk|Trainee|Apprentice|Guard|Hand|Cook|Nurse|Steward|Intern|Chief|Foreman)"
    r"(?: (?:I{1,3}|IV|VI?|[1-9]))?$"
)
_IS_ONE = re.compile(f"{_BEFORE}+{_DOER}")
_IS_ANY = re.compile(f"{_BEFORE}*{_DOER}")
_CODE = re.compile(r"[0-9A-Z]{4,6}\b")
_ARTICLES = re.compile(r"(?i:(?:of|at or above|at) (?:the |an? )?)")
_LEVEL_SAID = re.compile(r"(?i: level(?: or (?:above|higher))?)$")
_NO_CLASS = re.compile(
    r"\b(?:United States|U\.S|US|FAA|American|Federal|National|Certified|Licensed|Accredited|Army|Navy|Marine Corps|"
    r"Air Force|Coast Guard|Co-Chair)\b|^(?:City|County|State|Chair)$"
)
_DESIGNATED = re.compile(r"(?i:\bdesignated as )")
_BONUS = re.compile(r"(?i:appropriate (?:salary )?bonus)")
_NO_LEVEL = re.compile(r"^(?:Entry|Journey|Trainee|Full|Advanced|Intermediate|Supervisory|Professional|Second|First)\b")


def read_titles(
    named: Parsed, manner: Manner, *, is_closed: bool, is_combined: bool
) -> tuple[list[ClassMention], Span | None]:
    """Return the classes of a list, and the words behind them that are none.

    Productions: ``named``, ``level``. A list of several titles is closed by "or" or
    "and", or by words such as "or its equivalent" after it (``is_closed``); in one that
    is not closed only the first title is taken: "as a Chief Clerk, Police". Where the
    service may be a combination (``is_combined``), "and" stands between two titles;
    elsewhere it may stand in one: "Painter and Sign Poster".
    """
    titles = [child for child in named.children if not isinstance(child, Token)]
    kept = titles if is_closed or is_combined or _has_a_closing_mark(named) else titles[:1]
    rest = titles[len(kept) :]
    joined = _AND_OR_SLASH if is_combined else _SLASH
    mentions = _with_shared_nouns([mention for title in kept for mention in _mentions(title, manner, joined)])
    return mentions, Span(span_of(rest[0]).start, span_of(rest[-1]).end) if rest else None


def _with_shared_nouns(mentions: list[ClassMention]) -> list[ClassMention]:
    """Return the classes with the noun that a list says once: "a Senior or Chief Park Planner"."""
    last = mentions[-1].title.split() if mentions else []
    if len(last) < _LEAST_SHARED:
        return mentions
    noun = " ".join(last[1:])
    return [replace(one, title=f"{one.title} {noun}") if _RANK.fullmatch(one.title) else one for one in mentions]


def _has_a_closing_mark(named: Parsed) -> bool:
    """Return whether "or", "and" or the like stands between titles of the list."""
    marks = (child for child in named.children if isinstance(child, Token) and child.type == "LIST_SEP")
    return any(blank_even(str(mark)) for mark in marks)


def _mentions(title: Parsed, manner: Manner, joined: re.Pattern[str]) -> Iterator[ClassMention]:
    """Yield a title once for each of its pay-grade numerals: "Engineering Associate II or III".

    Production: ``title``.
    """
    tokens = [child for child in title.children if isinstance(child, Token)]
    if _is_no_class(tokens):
        return
    code = next((_code(token) for token in tokens if token.type == "CLASS_CODE"), None)
    *others, last = _titles_in_one(blank_even(tokens[0]), joined)
    full = last + "".join(map(_behind, tokens))
    yield from (ClassMention(other, manner, None, span_of(tokens[0])) for other in others)
    yield ClassMention(full, manner, code, span_of(tokens[0]))
    base = _GRADE.sub("", full).strip(" ,")
    grades = [token for token in tokens if token.type == "MORE_GRADE"]
    yield from (ClassMention(f"{base} {_grade(token)}", manner, code, span_of(token)) for token in grades)


def _is_no_class(tokens: Sequence[Token]) -> bool:
    return _NO_CLASS.search(blank_even(tokens[0])) is not None or any(token.type == "NOT_ITSELF" for token in tokens)


def _grade(token: Token) -> str:
    return str(token).split()[-1].strip(",")


def _behind(token: Token) -> str:
    """Return what belongs to a title behind its words: a specialty in brackets, an agency after a comma."""
    if token.type == "SPECIALTY":
        return f" {token}"
    return str(token) if token.type == "OF_AGENCY" else ""


def _titles_in_one(words: str, joined: re.Pattern[str]) -> list[str]:
    """Return the titles that a slash, or "and", joins into one run of words, where each is one for itself.

    >>> _titles_in_one("Plant Fitter/Pump Fitter", _SLASH), _titles_in_one("Clerk/Typist", _SLASH)
    (['Plant Fitter', 'Pump Fitter'], ['Clerk/Typist'])
    """
    parts = joined.split(words)
    pattern = _IS_ONE if joined is _SLASH else _IS_ANY
    return parts if len(parts) > 1 and all(pattern.search(part) for part in parts) else [words]


def _code(token: Token) -> str:
    return [match.group() for match in _CODE.finditer(token)][-1]


def mention_at_level(token: Token) -> ClassMention | None:
    """Return the class of "at the Clerk 3 level"; none where the words name a level of skill.

    Production: ``TITLE_LEVEL``.
    """
    words = _LEVEL_SAID.sub("", _ARTICLES.sub("", blank_even(token), count=1))
    if _NO_LEVEL.match(words) or _NO_CLASS.search(words):
        return None
    return ClassMention(words, Manner.LEVEL, None, span_of(token))


def without_pay_designation(text: str, mentions: Sequence[ClassMention]) -> list[ClassMention]:
    """Return the classes without the last named before "receiving the appropriate salary bonus": it is no class."""
    bonus = _BONUS.search(text)
    if bonus is None:
        return list(mentions)
    before = [one for one in mentions if one.span.end <= bonus.start()]
    if not before or _DESIGNATED.search(text, before[-1].span.end, bonus.start()):
        return list(mentions)
    base = _GRADE.sub("", before[-1].title).strip()
    return [one for one in mentions if _GRADE.sub("", one.title).strip() != base]


def read_typical_classes(parsed: Parsed) -> TypicalClasses:
    """Return the classes that a specification says typically meet a requirement.

    Production: ``typical``.
    """
    mentions: list[ClassMention] = []
    for child in parsed.children:
        assert isinstance(child, Token)  # noqa: S101 - the production has no other child
        if child.type == "TITLE":
            mentions.append(ClassMention(blank_even(child), Manner.NAMED, None, span_of(child)))
        elif child.type == "CLASS_CODE":
            mentions[-1] = replace(mentions[-1], code=_code(child))
    return TypicalClasses(tuple(mentions), span_of(parsed))
