"""Make a case on which engine and oracle disagree as small as it will go."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

from ladder.errors import LadderError
from tests.oracle.comparison import UnusableCaseError, disagreements
from tests.oracle.documents import Json

Place = tuple[str | int, ...]


def shrink(case: Json, still_differs: Callable[[Json], bool]) -> Json:
    """Drop parts of the case, and lower its numbers, while it still differs."""
    again = True
    while again:
        again = False
        for smaller in _smaller(case):
            if _fits(smaller) and still_differs(smaller):
                case, again = smaller, True
                break
    return case


def shrink_disagreement(case: Json, judge: Callable[[Json], list[str]] = disagreements) -> Json:
    """Return the smallest case found on which they still disagree about the same thing."""
    about = judge(case)[0].partition(":")[0]

    def still_differs(smaller: Json) -> bool:
        try:
            return any(one.partition(":")[0] == about for one in judge(smaller))
        except (ValueError, KeyError, LookupError, TypeError, AttributeError, UnusableCaseError, LadderError):
            return False

    return shrink(case, still_differs)


def _fits(case: Json) -> bool:
    """Tell whether every class that the case mentions is there."""
    try:
        known = {f"{spec['jurisdiction']}/{spec.get('code') or spec['slug']}" for spec in case["catalog"]["classes"]}
    except KeyError:
        return False
    return {case.get("target"), case.get("from")} <= known and _mentioned(case) <= known


def _mentioned(part: Any) -> set[str]:  # noqa: ANN401 - any part of a JSON document
    if isinstance(part, dict):
        own = {part[key] for key in ("class", "programme") if isinstance(part.get(key), str)}
        return own.union(*map(_mentioned, part.values()))
    return set().union(*map(_mentioned, part)) if isinstance(part, list) else set()


def _smaller(case: Json) -> Iterator[Json]:
    """Yield the case with one part less, or one number lower; whole branches first."""
    for place in sorted(_places(case), key=len):
        part = _part(case, place)
        if place and place[0] != "kind":
            yield _changed(case, place, None)
        if isinstance(part, int) and not isinstance(part, bool) and part > 1:
            yield _changed(case, place, part - 1)
        if isinstance(part, str) and part.isdigit() and int(part) > 0:
            yield _changed(case, place, str(int(part) - 1))


def _places(part: Any, here: Place = ()) -> Iterator[Place]:  # noqa: ANN401 - any part of a JSON document
    yield here
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inner:
        yield from _places(value, (*here, key))


def _part(case: Any, place: Place) -> Any:  # noqa: ANN401 - any part of a JSON document
    for key in place:
        case = case[key]
    return case


def _changed(case: Json, place: Place, value: int | str | None) -> Json:
    """Return a copy with the part replaced, or without it where the value is null."""
    copied = copy.deepcopy(case)
    holder = _part(copied, place[:-1])
    if value is None:
        del holder[place[-1]]
    else:
        holder[place[-1]] = value
    return copied


def print_case(case: Json) -> str:
    """Return the case as text, one record a line."""
    parts = [f"{name}: {json.dumps(case[name])}" for name in case if name != "catalog"]
    records = [*case["catalog"]["jurisdictions"], *case["catalog"]["classes"]]
    return "\n".join([*parts, *(f"  {json.dumps(record)}" for record in records)])
