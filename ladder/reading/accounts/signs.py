"""Words that ask, or that change what is asked, and the kinds of entries of a record that can hold them."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ladder.qualifications import Experience
from ladder.reading.accounts.entries import PERSON, Entry, plain
from ladder.reading.passages import Span

_ARTICLE = r"(?:an?|any|valid|current|active|appropriate|possess|possession of|holds?|holding|have|having)"


class _Sign(NamedTuple):
    """A kind of word, and the kinds of entries whose words it cannot stand in."""

    words: re.Pattern[str]
    foreign_to: frozenset[str]


_LICENSE = _Sign(
    re.compile(
        rf"\b{_ARTICLE} (?:[\w'./-]{{1,20}} ){{0,5}}?"
        r"(?:licen[cs]e|certificate|certification|registration|cdl|credential)"
        r"(?=[,;.)]|$| (?:as|from|by|in|with|issued|at|to|is|and|or|for|valid|required)\b)"
        r"|\b(?:and|or|with|plus) (?:certification|registration|licensure) (?:as|from|by|in|with)\b"
        r"|\bmembership (?:on|in|of)\b"
        r"|\bdrivers?'?s? licen[cs]e\b"
        r"|\b(?:be|is|are|being) (?:[a-z]{1,12} )?(?:licensed|certified|registered|bonded)\b",
        re.IGNORECASE,
    ),
    frozenset({"experience", "education", PERSON}),
)
_STUDY = _Sign(
    re.compile(
        r"\b(?:bachelor'?s?|baccalaureate|master's|associate'?s|doctoral|college"
        r"|university|graduate) degrees?\b|\b(?:high school|school) (?:diploma|graduat\w+)|\bdiploma\b"
        r"|\bg\.?e\.?d\.?(?= |$|[,;)])"
        r"|\bgraduation from\b|\bgraduated from\b|\b(?:semester|quarter|credit) (?:hours|units)\b",
        re.IGNORECASE,
    ),
    frozenset({"experience", "credential", PERSON}),
)
_SERVICE = _Sign(
    re.compile(
        r"\bexperience\b|\byears? (?:of|as) (?!age\b|study\b|college\b|school\b|education\b|graduate\b)", re.IGNORECASE
    ),
    frozenset({"education", "credential", "programme", PERSON}),
)
_WISH = _Sign(
    re.compile(
        r"\bpreferred\b|\bpreferably\b|\b(?:is|are|highly|also) (?:desirable|desired|recommended)\b"
        r"|\ban asset\b|\ba plus\b|\bideally\b",
        re.IGNORECASE,
    ),
    frozenset({"experience", "education", "credential"}),
)
_INSTEAD = _Sign(
    re.compile(
        r"\bsubstitut\w+|\bin lieu\b|\bin place of\b|\binstead of\b"
        r"|\b(?:year|month)[- ]for[- ](?:a[- ])?(?:year|month)\b|\bwaived\b|\bmay be credited\b|\bcredited\b",
        re.IGNORECASE,
    ),
    frozenset({"experience", "education", "credential", "programme", PERSON}),
)
_EXCEPT = _Sign(
    re.compile(
        r"\bexcept(?:ing)?\b|\bexcluding\b|\bexclusive of\b|\bunless\b|\bother than\b"
        r"|\b(?:does|do|is|are|will|may|shall) not\b"
        r"|\bnot (?:including|as|be)\b|\bcannot\b",
        re.IGNORECASE,
    ),
    frozenset({"experience", "education", "credential"}),
)
_OF_A_PERSON = _Sign(
    re.compile(
        r"\byears (?:of age|old)\b|\bcitizens?(?:hip)? of\b|\bu\.?s\.? citizen"
        r"|\bbackground (?:check|investigation)\b|\bresident of\b|\bresidency\b|\bdrug (?:test|screen)",
        re.IGNORECASE,
    ),
    frozenset({"experience", "education", "credential"}),
)
_TEST = _Sign(
    re.compile(r"\bpass(?:es|ed|ing|age of)? (?:[\w'-]{1,20} ){0,5}?(?:tests?|examinations?|exam)\b", re.IGNORECASE),
    frozenset({"experience", "education", "credential", PERSON}),
)
_ABLE = _Sign(
    re.compile(
        r"\bable to\b|\bability to\b|\bmust (?!have\b|include|involve|be\b)|\bpossess(?:es|ion|ing)?\b"
        r"|\beligible for\b",
        re.IGNORECASE,
    ),
    frozenset({"experience", PERSON}),
)
_COMBINED = _Sign(
    re.compile(
        r"\bequivalent combination\b|\bcombination of (?:education|training|study)\b"
        r"|\bor (?:an? |the )?(?:equivalent|related|relevant) (?:education|training|study)\b"
        r"|\bor (?:an? )?(?:(?:general|working|demonstrated|proven|sound) )?(?:knowledge of|ability to|skill in)\b",
        re.IGNORECASE,
    ),
    frozenset({"experience", "education", "credential"}),
)
_EACH = _Sign(
    re.compile(r"\byears? each\b|\b(?:in|of) each of\b|\bconcurrent", re.IGNORECASE), frozenset({"experience"})
)
_WINDOW = _Sign(
    re.compile(r"\bwithin the (?:last|past|preceding|previous)\b|\bimmediately (?:preceding|prior)\b", re.IGNORECASE),
    frozenset({"experience"}),
)
_SIGNS = (_LICENSE, _STUDY, _SERVICE, _WISH, _INSTEAD, _EXCEPT, _OF_A_PERSON, _TEST, _ABLE, _COMBINED, _EACH, _WINDOW)
_BEHIND_STUDY = ("post ", "post-", "after the ", "after a ")
"""Words before study that tell when the service was: behind it."""
_ORDERS = frozenset({"ORDER_SAID"})


_EQUAL_BY_TEST = re.compile(r"\bged\b|\bg\.e\.d\b|\beducational development\b|\bequivalency\b", re.IGNORECASE)
"""What is called a certificate and is a high school diploma."""


def find_foreign_signs(text: str, entries: Iterable[Entry], alone: frozenset[str]) -> Iterator[Span]:
    """Yield each word that asks and that no entry of a kind for it holds.

    ``alone`` are the requirements that suffice by themselves: what stands for everything else may say so.
    """
    known = tuple(entries)
    for sign in _SIGNS:
        for found in sign.words.finditer(text):
            holding = [one for one in known if one.holds(found.end() - 1)]
            if sign is _LICENSE and _EQUAL_BY_TEST.search(found.group()):
                continue
            if holding and all(_is_foreign(sign, one, found, holding, alone) for one in holding):
                yield Span(*found.span())


def _is_foreign(sign: _Sign, entry: Entry, found: re.Match[str], holding: list[Entry], alone: frozenset[str]) -> bool:
    if entry.kind not in sign.foreign_to:
        return False
    if sign is _INSTEAD:
        return not _suffices(entry, alone)
    if sign is _SERVICE and _suffices(entry, alone):
        return _INSTEAD.words.search(plain(entry.told.source.quote or "")) is None
    return not (isinstance(entry.told, Experience) and _is_told_of(sign, entry.told, found, holding))


def _suffices(entry: Entry, alone: frozenset[str]) -> bool:
    return getattr(entry.told, "id", "") in alone


def _is_told_of(sign: _Sign, rule: Experience, found: re.Match[str], holding: list[Entry]) -> bool:
    """Return whether the record tells of a word in the words of service in a way of its own."""
    if sign is _EXCEPT:
        return bool(rule.classes) or plain(found.group()) in plain(rule.what)
    if sign is _EACH:
        return sum(isinstance(one.told, Experience) for one in holding) > 1
    if sign is _WINDOW:
        return rule.within_last_months is not None
    if sign is _STUDY and found.string[: found.start()].casefold().endswith(_BEHIND_STUDY):
        return True
    is_ordered = rule.after is not None or any(one.code in _ORDERS for one in holding)
    return sign is _STUDY and is_ordered
