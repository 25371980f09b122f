"""Texts: damaged characters, page furniture and cut sentences in titles, words and quotes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ladder.checks.findings import Spot, class_rule
from ladder.checks.places import requirements_of, sources_of
from ladder.qualifications import Credential
from ladder.record_files import Place
from ladder.sources import Severity, Source
from ladder.specification import ClassSpecification

_MOJIBAKE = re.compile(
    "\u00c3[\u0080-\u00bf\u2030\u201a]|\u00e2\u20ac|\u00c2[\u00a0-\u00bf]|\u00ef\u00bb\u00bf|\u00ef\u00ac"
)
_UNPRINTED = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_MARKUP = re.compile(r"&(?:[a-z]{2,8}|#[0-9]{2,5});|</?[a-z]{1,10}(?: [^<>]{0,80})?/?>", re.IGNORECASE)
_FURNITURE = re.compile(
    r"\bpage [0-9]+(?: of [0-9]+)?\b|\bcontinued on (?:the )?(?:next|reverse)|\b(?:over|see) reverse\b|\bprinted on\b"
    r"|https?://|\bwww\.|(?:^|\s)-\s?[0-9]{1,3}\s?-(?:\s|$)|\bclass code\s*:",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"\b([A-Za-z][a-z]{1,20})- ([a-z]{2,20})\b")
_SUSPENDED = frozenset({"and", "or", "to", "but", "nor"})
_CUT_OFF = re.compile(r"(?:(?:^|\s)(?:(?i:of|the|in|with|by|an|for|to|as|at|from)|a)|[A-Za-z]-|\()$")
_TWICE = re.compile(r"\b([a-z]{2,20})(?: \1\b)+", re.IGNORECASE)
_NOTHING = frozenset({"", "na", "none", "tbd", "tba", "unknown", "todo", "xx", "xxx", "xxxx"})
"""What is left of a text that says nothing, letters and figures alone."""
_MAY_STAND_TWICE = frozenset({"that", "had", "very", "walla", "bora"})
_BLANKS = re.compile(r"^\s|[ \t\n]{2}|[\t\n\r\f\v]|\s$")
_AROUND = 24


class _Text(NamedTuple):
    """A text of a record: where it stands, and the passage it comes from."""

    place: Place
    text: str
    source: Source | None


def _texts(spec: ClassSpecification) -> Iterator[_Text]:
    yield _Text(("title",), spec.title, spec.source)
    yield from _own_words(spec)
    yield from _quotes(spec)


def _own_words(spec: ClassSpecification) -> Iterator[_Text]:
    for place, rule in requirements_of(spec):
        yield _Text((*place, "what"), rule.what, rule.source)
        if isinstance(rule, Credential):
            yield _Text((*place, "name"), rule.name, rule.source)
    for number, alias in enumerate(spec.aliases):
        if alias.title is not None:
            yield _Text(("aliases", number, "title"), alias.title, alias.source)
    for number, condition in enumerate(spec.conditions):
        yield _Text(("conditions", number, "text"), condition.text, condition.source)


def _quotes(spec: ClassSpecification) -> Iterator[_Text]:
    for place, source in sources_of(spec):
        if source.quote is not None:
            yield _Text((*place, "quote"), source.quote, source)


def _around(text: str, start: int, end: int) -> str:
    """Return what was found with a few words on either side, on one line."""
    return " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())


@class_rule(
    "TEXT_MOJIBAKE",
    Severity.WARNING,
    "A text was read in the wrong encoding",
    why="Titles with such letters match nothing, and quotes are no quotes.",
    do="Save the document as UTF-8 and read it again.",
)
def text_mojibake(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield texts with pairs of letters that a wrong encoding makes of one."""
    yield from _found(spec, _MOJIBAKE)


def _found(spec: ClassSpecification, pattern: re.Pattern[str], *, but_title: bool = False) -> Iterator[Spot]:
    for one in _texts(spec):
        found = None if but_title and one.place == ("title",) else pattern.search(one.text)
        if found:
            yield Spot(one.place, _around(one.text, *found.span()), f"{found[0]!a}", one.source)


@class_rule(
    "TEXT_UNPRINTED",
    Severity.WARNING,
    "A text holds characters that no document prints",
    why="Something was lost in reading: a replacement character stands for a letter nobody knows.",
    do="Look at the original document, and write what it prints.",
)
def text_unprinted(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield texts with replacement, private, control or invisible characters."""
    yield from _found(spec, _UNPRINTED)


@class_rule(
    "TEXT_MARKUP",
    Severity.WARNING,
    "A text holds markup of a web page",
    why="Words with entities or tags in them match nothing, and look like faults to readers.",
    do="Write the characters that the page shows.",
)
def text_markup(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield texts with entities or tags."""
    yield from _found(spec, _MARKUP)


@class_rule(
    "TEXT_FURNITURE",
    Severity.WARNING,
    "A text holds page furniture",
    why="A page number or heading inside a sentence changes what is quoted, and often hides words.",
    do="Take it out; look whether words of the sentence are missing beside it.",
)
def text_furniture(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield texts but titles with page numbers, addresses or notes to the reader of paper."""
    yield from _found(spec, _FURNITURE, but_title=True)


@class_rule(
    "TEXT_CUT_OFF",
    Severity.WARNING,
    "A text ends in the middle of a sentence",
    why="What follows may ask for more, or open another way.",
    do="Read the rest of the sentence in the document.",
)
def text_cut_off(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield texts but titles that end in a preposition, an article, a hyphen or an open bracket."""
    for one in _texts(spec):
        left_alone = one.place == ("title",) or _says_nothing(one.text)
        found = None if left_alone else _CUT_OFF.search(one.text.rstrip())
        if found:
            yield Spot(one.place, _around(one.text, *found.span()), f"ends in {found[0].strip()}", one.source)


@class_rule(
    "TEXT_EMPTY",
    Severity.WARNING,
    "A text says nothing",
    why="The words were not read, or a place was kept for them; people are shown a blank.",
    do="Write what the document says, or take the record of it out.",
)
def text_empty(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield texts of blanks and marks alone, or of words such as N/A and TBD."""
    for one in _texts(spec):
        if _says_nothing(one.text):
            yield Spot(one.place, repr(one.text), "no words", one.source)


def _says_nothing(text: str) -> bool:
    return "".join(filter(str.isalnum, text.casefold())) in _NOTHING


@class_rule(
    "TEXT_DOUBLE_BLANKS",
    Severity.INFO,
    "A text holds two blanks together",
    why="Columns of a page, or a word that was lost, often leave such a gap.",
    do="Look whether a word is missing; else write one blank.",
)
def text_double_blanks(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield texts with two blanks, a tab or a line break between words, or a blank at an end."""
    for one in _texts(spec):
        found = _BLANKS.search(one.text) if one.text.strip() else None
        if found:
            yield Spot(one.place, _around(one.text, *found.span()), "two blanks, or one at an end", one.source)


@class_rule(
    "TEXT_UNBALANCED",
    Severity.INFO,
    "A bracket is opened and not closed",
    why="The end of the bracket was cut off with what it held.",
    do="Look at the document, and close the bracket.",
)
def text_unbalanced(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield texts but titles with more opening than closing brackets of a kind, but for one at the very end."""
    for one in _texts(spec):
        open_kinds = [left for left, right in ("()", "[]") if one.text.count(left) > one.text.count(right)]
        if open_kinds and one.place != ("title",) and not one.text.rstrip().endswith("("):
            where = one.text.rindex(open_kinds[0])
            yield Spot(one.place, _around(one.text, where, where + 1), f"{open_kinds[0]} is not closed", one.source)


@class_rule(
    "TEXT_BROKEN_WORD",
    Severity.INFO,
    "A word is broken by the end of a line",
    why="Nobody finds the word, and the match of titles fails on it.",
    do="Join the two parts.",
)
def text_broken_word(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield texts with a hyphen and a blank inside a word; "two- and four-year" is none."""
    for one in _texts(spec):
        broken = [found for found in _BROKEN.finditer(one.text) if found[2] not in _SUSPENDED]
        if broken:
            yield Spot(one.place, _around(one.text, *broken[0].span()), broken[0][0], one.source)


@class_rule(
    "TEXT_WORD_TWICE",
    Severity.INFO,
    "A word stands twice in a row",
    why="A slip in the document, or words of two lines joined wrongly.",
    do="Look at the document; keep the slip in a quote, and take it out elsewhere.",
)
def text_word_twice(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield texts with one word of two letters or more twice in a row."""
    for one in _texts(spec):
        twice = [found for found in _TWICE.finditer(one.text) if found[1].casefold() not in _MAY_STAND_TWICE]
        if twice:
            yield Spot(one.place, _around(one.text, *twice[0].span()), f"{twice[0][1]} twice", one.source)
