"""Words before a list: how what they say belongs to each of its items."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.substitutions import asks_besides, find_asked_before

_LONGEST_END = 160
_CHOICE = (
    r"(?:either(?:\s(?:one\s)?of)?|(?:any\s)?one\sof)(?:\sthe\sfollowing|\sthese)?(?:\s(?!may\b|can\b)[a-z]{3,15}){0,3}"
)
_CHOICE_ALONE = re.compile(
    r"(?:[A-Z][\w ]{2,30}:\s)?either\s?:?|"
    r"(?:(?:you|applicants?|candidates?|persons?)\s(?:must|shall)\s(?:meet|have|possess|satisfy)\s)?"
    + _CHOICE
    + r"(?:\s(?:is|are)(?:\salso)?\srequired)?\s?:$",
    re.IGNORECASE,
)
_ALL_ALONE = re.compile(
    r"(?:(?:you|applicants?|candidates?|persons?)\s(?:must|shall)\s(?:meet|have|possess|satisfy)\s)?(?:all|each|both)\sof\s"
    r"(?:these|the\sfollowing)(?:\s(?:are|is)(?:\salso)?\srequired)?\s?:?$",
    re.IGNORECASE,
)
_HAVE_ALONE = re.compile(
    r"(?:at\sthe\stime\sof\s(?:application|appointment|hire),?\s)?(?:the\s)?(?:successful\s|qualified\s|prospective\s|all\s)?"
    r"(?:you|applicants?|candidates?)\s(?:must|shall|will|should)(?:\s(?:also\s)?(?:have|possess|need|meet|hold))?"
    r"(?:\s(?:all\sof\s)?the\sfollowing(?:\s(?:minimum\s)?(?:qualifications|requirements|criteria))?)?\s?:$",
    re.IGNORECASE,
)
_SOME_ALONE = re.compile(
    r"(?:(?:you|applicants?|candidates?|persons?)\s(?:must|shall)\s(?:meet|have|possess|satisfy)\s"
    r"|(?:(?:successful|satisfactory)\s)?completion\sof\s)?(?:any\s)?(?P<number>two|three|four|five)"
    r"\sof\s(?:these|the\sfollowing)(?:\s(?:two|three|four|five|six|seven|eight|nine|ten))?"
    r"(?:\s(?:categories|items|requirements|criteria|qualifications|conditions|options|alternatives))?"
    r"(?:\s(?:are|is)(?:\salso)?\srequired)?\s?:?$",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_JOINED_ON = re.compile(
    r"[;,.]?\s{0,3}\b(?P<word>and|or)(?P<choice>\s" + _CHOICE + r")?\s?:?$",
    re.IGNORECASE,
)
_CHOICE_AT_END = re.compile(r",?\s?\b" + _CHOICE + r"\s?:$", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:(?:one|two|three|four|five)\sor\smore|two|three|four|five|all|each|any|both|combination)\sof\b[^.;]{0,80}:$"
    r"|\b(?:includ(?:e|es|ed|ing)|consist(?:s|ing)?\sof)\b[^.;]{0,60}:$",
    re.IGNORECASE,
)
_SUBSTITUTES = re.compile(
    r"\b(?:may|can|will|shall|could|must)\s{1,8}(?:(?:also|only|each)\s{1,8})?(?:be\s{1,8})?"
    r"(?:(?:used|accepted|applied|counted)\s{1,8})?(?:to\s{1,8}|as\s{1,8}(?:a\s{1,8})?)?(?:substitut|in\s{1,8}(?:lieu|place)\s{1,8}of)"
    r"|\b(?:may|can|will|shall)\s{1,8}(?:take\s{1,8}the\s{1,8}place\s{1,8}of|stand\s{1,8}(?:in\s{1,8})?for)",
    re.IGNORECASE,
)
_OF_FOLLOWING = re.compile(
    r"(?:\b(?:(?:any|either)\s)?(?:one\s)?(?:or\smore\s)?of\s)?\bthe\sfollowing\b(?:\s(?!may\b|can\b)[a-z]{3,15}){0,3}\s?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?<=[a-z0-9)\"][.;])\s{1,3}(?=[(\"]?[A-Z0-9])|(?<=\.)\)\s{1,3}(?=[A-Z])|\s{1,3}(?=\*\s?[A-Z])"
)
_HOWEVER = re.compile(r"however,?\s", re.IGNORECASE)
_OF_THE_SAME = re.compile(
    r"\b(?:equals?|equalling|maximum|no\smore\sthan|not\smore\sthan|exceed|so\s(?:counted|used|substituted)|such|this|these|that|credit\w*"
    r"|substitut\w+|may|basis|rate|study|units?|hours)\b",
    re.IGNORECASE,
)
_EQUIVALENT = re.compile(
    r"(?:an?y?\s)?(?:satisfactory\s|suitable\s|acceptable\s)?(?:equivalent\b|combination\sof\s|education\s(?:and/or|and|or)\sexperience"
    r"\s(?:(?:that|which)\sis\s)?equivalent)",
    re.IGNORECASE,
)
_NO_ENDS = (" No.", " Nos.", " no.", " nos.", " Sec.", " St.")
_SAID_TO_BE_ASKED = re.compile(
    r"\b(?:is|are)\s(?:also\s)?required\b|\bmust\b|\bshall\b|\bin\saddition\b", re.IGNORECASE
)


class Manner(StrEnum):
    """How the words before a list belong to its items.

    ``nothing`` they only say that the items are alternatives; ``besides`` they are asked
    for themselves, and the items are joined on; ``each`` they belong to each item;
    ``together`` they and all the items are one statement.
    """

    NOTHING = "nothing"
    BESIDES = "besides"
    EACH = "each"
    TOGETHER = "together"


class LeadIn(NamedTuple):
    """The words before a list: what of them is said, how it belongs to the items, how those are joined.

    ``word`` joins the lead-in to the items where they are joined on; ``choice`` says that
    one item suffices by the words of the lead-in, ``least`` that so many of them do.
    """

    manner: Manner
    said: Span
    word: str = "and"
    choice: bool = False
    least: int = 0


def read_lead_in(text: str) -> LeadIn:
    """Return how the words before a list belong to its items.

    >>> read_lead_in("Two years of paid experience as one of the following:")
    LeadIn(manner=<Manner.EACH: 'each'>, said=Span(start=0, end=31), word='and', choice=True, least=0)
    """
    return _leading_alone(text) or _leading_with_words(text)


def _leading_alone(text: str) -> LeadIn | None:
    """Return a lead-in that only says how many of the items are asked; none where it says more."""
    some = _SOME_ALONE.fullmatch(text)
    if some is not None:
        return LeadIn(Manner.NOTHING, Span(0, 0), least=_NUMBERS[some["number"].casefold()])
    choice = _CHOICE_ALONE.fullmatch(text) is not None
    all_asked = _ALL_ALONE.fullmatch(text) or _HAVE_ALONE.fullmatch(text)
    return LeadIn(Manner.NOTHING, Span(0, 0), choice=choice) if choice or all_asked else None


def _leading_with_words(text: str) -> LeadIn:
    tail = max(0, len(text) - _LONGEST_END)
    joined = _JOINED_ON.search(text, tail)
    if joined is not None and joined.start():
        return LeadIn(Manner.BESIDES, Span(0, joined.start()), joined["word"].lower(), choice=bool(joined["choice"]))
    if _SEVERAL.search(text, tail):
        return LeadIn(Manner.TOGETHER, Span(0, len(text)))
    choice = _CHOICE_AT_END.search(text, tail)
    if choice is not None:
        return LeadIn(Manner.EACH, Span(0, choice.start()), choice=True)
    end = len(text) - 1 if text.endswith(":") else len(text)
    return LeadIn(Manner.EACH, Span(0, end))


def find_substitution(text: str) -> Span | None:
    """Return the sentences of a text that allow a substitution, or none; what stands before and after is asked.

    A sentence that asks something besides is none of them.
    After it stands what is asked in spite of it: "However, all candidates must have ...".
    """
    found = _SUBSTITUTES.search(text)
    if found is None:
        return None
    starts = [one.end() for one in _SENTENCE_END.finditer(text) if not text[: one.start()].endswith(_NO_ENDS)]
    first = max((one for one in starts if one <= found.start()), default=0)
    before = Span(first, found.start())
    if asks_besides(text, before) or find_asked_before(text, before):
        return None
    return Span(first, _end_of_substitution(text, [one for one in starts if one > found.end()]))


def _end_of_substitution(text: str, starts: Sequence[int]) -> int:
    """Return where the sentences that say more of a substitution end."""
    sentences = pairwise([*starts, len(text)])
    return next((start for start, end in sentences if not _goes_on(text[start:end])), len(text))


def _goes_on(sentence: str) -> bool:
    """Return whether a sentence behind a substitution says more of it: its rate, its maximum, what counts."""
    return _OF_THE_SAME.search(sentence) is not None and not says_it_is_asked(sentence) and not _HOWEVER.match(sentence)


def split_substitution(text: str) -> tuple[Span, Span]:
    """Return what stands before and after the words "the following" of a lead-in that allows a substitution.

    >>> text = "The following training may be substituted for one year:"
    >>> before, after = split_substitution(text)
    >>> text[slice(*before)], text[slice(*after)]
    ('', 'may be substituted for one year')
    """
    end = len(text) - 1 if text.endswith(":") else len(text)
    found = _OF_FOLLOWING.search(text)
    if found is None or found.end() >= end:
        return Span(0, end), Span(end, end)
    return Span(0, len(text[: found.start()].rstrip())), Span(found.end(), end)


def says_it_is_asked(text: str) -> bool:
    """Return whether a statement says of itself that it is asked of everybody."""
    return bool(_SAID_TO_BE_ASKED.search(text))


def is_still_asked(text: str) -> bool:
    """Return whether a text asks something in spite of what is allowed before it: "However, all candidates must"."""
    return _HOWEVER.match(text) is not None


def says_equivalent(text: str) -> bool:
    """Return whether a text is an equivalent of the ways printed before it.

    >>> says_equivalent("Education and/or experience equivalent to 1 or 2 above")
    True
    """
    return _EQUIVALENT.match(text) is not None
