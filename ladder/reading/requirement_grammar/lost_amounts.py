"""Amounts of time that no field of a tree holds: they are unread, never dropped.

A production that takes words as they come ("with a major in law plus two years ...") may
take an amount with them. Whoever meets what was read has then not met what is asked.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ladder.reading.passages import Span
from ladder.reading.rare_words import may_hold

_NUMBER = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|sixty|"
    "several|[0-9]{1,3}(?:\\.[0-9])?"
)
_LONG_THINGS = (
    "colleges?|universit|degree|program|institution|warrant|lease|plan|budget|period|cycle|term|contract|fixed|bond"
)
_AMOUNT = re.compile(
    rf"(?i:\b(?P<number>{_NUMBER})\b\+?(?: and (?:one-)?half)?(?: ?\([^()]{{1,12}}\))?"
    rf"(?: or more| plus|(?: to |-| - )(?:{_NUMBER}))?"
    r"(?: (?:additional|full|continuous|recent|calendar|full-time|more)){0,2}"
    r" ?(?P<unit>years|months|year|month|weeks|yrs?|mos?)\b'?"
    rf"(?! old\b| of age\b|-| (?:{_LONG_THINGS}))"
    r"(?=(?P<tail>(?:(?! and | or )[^.;,]){0,120})))"
)
_SERVICE = re.compile(
    r"(?i:\b(?:experience|exp|service|employment|practice|teaching|worked|working|work)\b| as an? [A-Z])"
)


_COURSES = re.compile(r"(?i:\bcourse[ -]?work\b)")


def find_lost_amounts(text: str, held: Iterable[Span], service: Sequence[Span] = ()) -> Iterator[Span]:
    """Yield each passage that counts time of service and that stands in none of the places held.

    In the words of ``service`` any amount counts it; elsewhere one does that speaks of it.

    >>> text = "A degree by the way two years of experience"
    >>> [text[slice(*one)] for one in find_lost_amounts(text, [])]
    ['two years of experience']
    """
    places = tuple(held)
    end = 0
    for found in _AMOUNT.finditer(text):
        if found.start() < end or any(one.start <= found.start() < one.end for one in places):
            continue
        if found["unit"] in {"year", "month"} and found["number"].casefold() not in {"one", "1"}:
            continue  # "a five year plan" says how long the plan is
        is_service = any(one.start <= found.start() < one.end for one in service)
        if is_service or _SERVICE.search(_COURSES.sub("", found["tail"])):
            end = found.end("tail")
            yield Span(found.start(), end)


INITIALS = r"(?!I{1,3}\b|IV\b|VI{0,3}\b|IX\b|XI{0,3}\b|AND\b|OR\b)[A-Z]{2,4}\b"
"""What a license is written as: "CPA". A grade is no initials."""
_FEW = "one|two|three|four|five|six"
_THING = r"(?:licen[cs]e|certificate|certification|registration|degree|diploma|course|test|examination|internship)\b"
_UNITS = (
    r"(?:[0-9]{1,3}|six|nine|ten|twelve|fifteen|eighteen|twenty|thirty|sixty) "
    r"(?:semester|quarter|college|credit|academic)[\w ]{0,12}\b(?:hours?|credits?|units?)\b[^.;]{0,60}"
)
_JOINER = r"(?:\b(?:and|plus|with|supplemented by|as well as|followed by|including)\b|&|[,;]) ?"
_ASKED = re.compile(
    rf"(?i:{_JOINER}(?:must (?:also )?(?:hold|have|possess)\b[^.;]{{0,80}}|membership in [^.;]{{0,60}}"
    r"|be (?:bonded|insured|licensed|certified|registered)\b|(?:one|two|three|four|five|several) (?:seasons|voyages)\b"
    rf"|(?:an? )?(?-i:{INITIALS})(?=[.;]|$)"
    rf"|(?:an?|the|any) (?:valid |current )?(?:[\w'.-]+ ){{0,4}}?{_THING})"
    rf"|{_UNITS}"
    rf"|, (?:at least )?(?:{_FEW}) (?:at|in|on|with) [^.;]{{1,80}}"
    r"|\b(?:(?:satisfactory|successful) )?(?:completion|possession) of [^.;]{0,80}"
    r"|\b(?:half|one|two|three|four|five|six|[0-9]{1,2}) of (?:it\b|them\b|(?:those|these)"
    r"(?= years| months| as | in | at | must|[,.;]|$)))"
)
ASKED_WORDS = (
    *("must", "membership", "be bonded", "be insured", "be licensed", "be certified", "be registered", "seasons"),
    *("voyages", "licen", "certificat", "registration", "degree", "diploma", "course", "test", "examination"),
    *("internship", "hour", "credit", "unit", "completion", "possession", " of it", " of them", " of those"),
    *(" of these", *(f", {least}{one} " for least in ("", "at least ") for one in _FEW.split("|"))),
)
"""Words of which one stands in what is asked by the way, but for initials."""
_MAY_BE_INITIALS = re.compile(r"[A-Z]{2,4}(?=[.;]|$)")
_NOT_ASKED = ("after", "following", "upon", "equivalent to", "toward", "towards")
"""Words before "completion of" that tell when, or how much, and ask for none."""
_OF_PART = re.compile(
    r"(?i:[,;]? ?(?:at least )?(?:half|one|two|three|four|five|six|[0-9]{1,2}) (?:of|at|in|on|with)\b)"
)
_BEFORE_PART = len(", ")
ALTERNATIVE_WORDS = ("or demonstrated", "or proven")
_ALTERNATIVE = re.compile(r"(?i:\bor (?:demonstrated|proven) (?:experience|ability)\b)")


def find_other_ways(text: str, held: Iterable[Span]) -> Iterator[Span]:
    """Yield what may stand for a part of service by a quality: "or demonstrated experience"; it has no measure.

    >>> [text[slice(*one)] for text in ["One year as lead or proven ability"] for one in find_other_ways(text, [])]
    ['or proven ability']
    """
    places = tuple(held)
    yield from (
        Span(*found.span())
        for found in (_ALTERNATIVE.finditer(text) if may_hold(text, ALTERNATIVE_WORDS) else ())
        if not any(one.start < found.end() <= one.end for one in places)
    )


def find_lost_asks(
    text: str, held: Iterable[Span], amounts: Sequence[Span] = (), parts: Iterable[Span] = ()
) -> Iterator[Span]:
    """Yield what is asked by the way among words of service, and stands in none of the places held.

    The words that tell of a part are held by ``parts``; a license or a course behind them is not.
    A passage with one of the ``amounts`` that fields hold is a clause of its own.

    >>> [text[slice(*one)] for text in ["Two years of work, half of it at sea"] for one in find_lost_asks(text, [])]
    ['half of it']
    """
    places, within = tuple(held), tuple(parts)
    for found in _ASKED.finditer(text) if _may_ask(text) else ():
        if any(found.start() <= one.start < found.end() for one in amounts):
            continue
        if not (_is_held(found, places) or _is_part(found, within) or _is_after(found, _NOT_ASKED)):
            yield Span(*found.span())


def _may_ask(text: str) -> bool:
    """Return whether a text may ask something by the way: it holds a word for it, or initials."""
    return may_hold(text, ASKED_WORDS) or _MAY_BE_INITIALS.search(text) is not None


def _is_held(found: re.Match[str], places: Iterable[Span]) -> bool:
    return any(one.start < found.end() <= one.end or one.start <= found.start() < one.end for one in places)


def _is_part(found: re.Match[str], parts: Iterable[Span]) -> bool:
    """Return whether a passage tells of one of the parts: the mark before it may stand outside of the part."""
    start = found.start()
    is_within = any(one.start - _BEFORE_PART <= start < one.end for one in parts)
    return is_within and _OF_PART.match(found.string, start) is not None


def _is_after(found: re.Match[str], words: tuple[str, ...]) -> bool:
    return found.string[: found.start()].rstrip().endswith(words)
