"""Amounts of time that no field of a tree holds: they are unread, never dropped.

A production that takes words as they come ("with a major in law plus two years ...") may
take an amount with them. Whoever meets what was read has then not met what is asked.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ladder.reading.passages import Span

_NUMBER = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|several|[0-9]{1,3}(?:\\.[0-9])?"
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
