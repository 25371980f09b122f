"""What is asked by the way, among words that a clause took as they came: a license, a course, a part without a field.

The phrases are those of the grammar file (``by_the_way``); what they find and no field holds
is unread, never dropped.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ladder.reading.passages import Span
from ladder.reading.rare_words import may_hold
from ladder.reading.requirement_grammar.grammar import any_phrase, phrase

_NOT_ASKED = ("after", "following", "upon", "equivalent to", "toward", "towards")
"""Words before "completion of" that tell when, or how much, and ask for none."""
_OF_PART = re.compile(
    r"(?i:[,;]? ?(?:at least )?(?:half|one|two|three|four|five|six|[0-9]{1,2}) (?:of|at|in|on|with)\b)"
)
_BEFORE_PART = len(", ")
_NO_OTHER = re.compile(r"(?i:certificate program|program|closely related|foreign studies|equivalent)")
_BESIDE_SERVICE = (
    "MUST_HOLD_BESIDE",
    "INITIALS_BESIDE",
    "THING_BESIDE",
    "UNITS_BESIDE",
    "PART_BESIDE",
    "PART_IS_BESIDE",
    "SERVICE_BESIDE",
    "CERTIFIED_BESIDE",
    "DIPLOMA_BESIDE",
    "DONE_BESIDE",
    "SHARE_OF_THEM",
    "DEGREE_BESIDE",
    "LICENSE_BESIDE",
    "HELD_BESIDE",
    "BEING_BESIDE",
)
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty"),
    *("sixty", "several"),
)
BESIDE_SERVICE_WORDS = (
    *("must", "membership", "be bonded", "be insured", "be licensed", "be certified", "be registered", "seasons"),
    *("voyages", "licen", "certificat", "registration", "degree", "diploma", "course", "test", "examination"),
    *("internship", "hour", "credit", "unit", "completion", "possession", " of it", " of them", " of those"),
    *(
        " of these",
        ", service as",
        ", employment as",
        ", at least ",
        "certified",
        "ged",
        "cdl",
        " class ",
        "certifi",
        "discharge",
    ),
    *(
        "bilingual",
        "fluen",
        "citizen",
        "residen",
        "some college",
        "coursework",
        "course work",
        "be ",
        "hold ",
        "pass ",
    ),
    *("possess ", "have "),
    *(f", {one} " for one in _NUMBERS),
    *(f", {one}" for one in range(10)),
)
"""Words of which one stands in what is asked beside service, but for initials."""
_MAY_BE_INITIALS = re.compile(r"[A-Z]{2,4}(?=[.;]|$)")
QUALITY_WORDS = ("or demonstrated", "or proven")
"""Words of which one stands in what tells of a quality instead of service."""
_BESIDE_STUDY = ("BESIDE_STUDY", "LICENSE_IN_STUDY", "INSTEAD_OF_STUDY")


@lru_cache(maxsize=1)
def _beside_service() -> re.Pattern[str]:
    return any_phrase(_BESIDE_SERVICE)


@lru_cache(maxsize=1)
def _beside_study() -> re.Pattern[str]:
    return any_phrase(_BESIDE_STUDY)


def find_beside_study(text: str, span: Span) -> Span | None:
    """Return what stands in the words of a degree that is no study: a license or experience that no field holds.

    >>> find_beside_study("A degree in law, and a notary's certificate", Span(0, 43))
    Span(start=17, end=43)
    """
    found = _beside_study().search(text, span.start, span.end)
    if found is not None and not _NO_OTHER.search(found.group()):
        return Span(*found.span())
    return None


def find_other_ways(text: str, held: Iterable[Span]) -> Iterator[Span]:
    """Yield what may stand for a part of service by a quality: "or demonstrated experience"; it has no measure.

    >>> [text[slice(*one)] for text in ["One year as lead or proven ability"] for one in find_other_ways(text, [])]
    ['or proven ability']
    """
    places = tuple(held)
    yield from (
        Span(*found.span())
        for found in (phrase("QUALITY_INSTEAD").finditer(text) if may_hold(text, QUALITY_WORDS) else ())
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
    for found in _beside_service().finditer(text) if _may_ask(text) else ():
        if any(found.start() <= one.start < found.end() for one in amounts):
            continue
        if not (_is_held(found, places) or _is_part(found, within) or _is_after(found, _NOT_ASKED)):
            yield Span(*found.span())


def _may_ask(text: str) -> bool:
    """Return whether a text may ask something beside service: it holds a word for it, or initials."""
    return may_hold(text, BESIDE_SERVICE_WORDS) or _MAY_BE_INITIALS.search(text) is not None


def _is_held(found: re.Match[str], places: Iterable[Span]) -> bool:
    return any(one.start < found.end() <= one.end or one.start <= found.start() < one.end for one in places)


def _is_part(found: re.Match[str], parts: Iterable[Span]) -> bool:
    """Return whether a passage tells of one of the parts: the mark before it may stand outside of the part."""
    start = found.start()
    is_within = any(one.start - _BEFORE_PART <= start < one.end for one in parts)
    return is_within and _OF_PART.match(found.string, start) is not None


def _is_after(found: re.Match[str], words: tuple[str, ...]) -> bool:
    return found.string[: found.start()].rstrip().endswith(words)
