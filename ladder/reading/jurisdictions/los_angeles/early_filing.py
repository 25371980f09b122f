"""Leave to file for the examination early, out of the sentence that gives it."""

import re
from collections.abc import Iterable

from ladder.figures import read_whole_number
from ladder.reading.drafts import EarlyFilingSaid
from ladder.reading.requirement_grammar.quantities import NUMBERS
from ladder.specification import ShownCondition

EARLY_FILING = "EARLY_FILING"
"""The code of the condition that such a sentence becomes, whatever it says is lacking."""

_BRACKETED = re.compile(r"\s?\([^()]{1,160}\)")
_LEAVE = re.compile(
    r"(?P<who>(?:[^.;]|(?<=\bNo)\.){0,120}?)\black(?:s|ing)?\s(?P<months>[a-z0-9]{1,9})\smonths(?:\sor\sless)?\sof\s"
    r"(?P<what>(?:[^.;]|(?<=\bNo)\.){1,240}?)\smay\s(?:file|apply)\b"
)
_NUMBERED = re.compile(r"(?:#|\bNo\.?\s?|\bNumber\s)(?P<number>[0-9]{1,2})\b")


def find_early_filing(conditions: Iterable[ShownCondition]) -> EarlyFilingSaid | None:
    """Return what the conditions say of filing before the experience is complete; none where they are at odds."""
    told = [said for one in conditions if one.code == EARLY_FILING and (said := read_early_filing(one))]
    return told[0] if len({(one.lacking_months, one.of_requirements) for one in told}) == 1 else None


def read_early_filing(condition: ShownCondition) -> EarlyFilingSaid | None:
    """Return the months of experience that may be lacking, and of which requirements; none where none are said.

    Leave to lack study or training alone says nothing of experience.
    """
    found = _LEAVE.match(_BRACKETED.sub("", condition.text))
    if found is None or "experience" not in found["what"]:
        return None
    months = NUMBERS.get(found["months"], read_whole_number(found["months"]))
    if months is None:
        return None
    numbers = [one["number"] for part in ("who", "what") for one in _NUMBERED.finditer(found[part])]
    return EarlyFilingSaid(months, frozenset(numbers), condition.source)
