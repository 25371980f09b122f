"""Paragraphs that no word joins, one of which is as good as the study and service of those before it."""

import re
from collections.abc import Sequence

from ladder.reading.drafts import AllOf, AnyOf, Asked, Statement
from ladder.reading.requirement_grammar.gathering import says_equal_way

_ASKS_OF_A_PERSON = re.compile(
    r"\b(?:licen[cs]\w*|certificat\w+|registr\w+|years of age|citizen\w*|background|must|ability|knowledge)\b",
    re.IGNORECASE,
)
"""Words of a paragraph that a combination of study and service does not stand for."""


def first_words(asked: Asked) -> str:
    """Return the words of the first statement of what is asked."""
    return asked.excerpt.text if isinstance(asked, Statement) else first_words(asked.parts[0])


def beside_what_is_as_good(asked: Sequence[Asked | None], joined: Sequence[bool]) -> list[Asked | None]:
    """Return what paragraphs ask; where one is as good as those before it, these and it are two ways in its place.

    ``joined`` tells of which a number or a word says how they are joined: then nothing is
    changed. A license before it is asked with either way.
    """
    place = next((number for number, one in enumerate(asked) if number and _is_equal(one)), 0)
    ways = [number for number in range(place) if _is_study_or_service(asked[number])]
    if not ways or any(joined[: place + 1]):
        return list(asked)
    before = _those([asked[number] for number in ways])
    either = _those([before[0] if len(before) == 1 else AllOf(before), asked[place]])
    changed: dict[int, Asked | None] = {**dict.fromkeys(ways), place: AnyOf(either)}
    return [changed.get(number, one) for number, one in enumerate(asked)]


def _those(asked: Sequence[Asked | None]) -> tuple[Asked, ...]:
    return tuple(one for one in asked if one is not None)


def _is_equal(asked: Asked | None) -> bool:
    return isinstance(asked, Statement) and says_equal_way(asked.excerpt.text)


def _is_study_or_service(asked: Asked | None) -> bool:
    return asked is not None and _ASKS_OF_A_PERSON.search(first_words(asked)) is None
