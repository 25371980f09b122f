"""The month from which something asked is held: a degree, hours, a license; and since when it may have been."""

from collections.abc import Iterable
from typing import NamedTuple

from ladder.condition_codes import ConditionCode
from ladder.eligibility.hours import EVER_BEFORE
from ladder.eligibility.matching import NOTHING, Candidacy
from ladder.histories import DegreeHeld, LicenceHeld
from ladder.qualifications import Credential
from ladder.titles import fold_title


class HeldSince(NamedTuple):
    """The month from which something is held, None if never, less than 0 for earlier; and the conditions of that.

    What has no month is held from the as-of month of the profile on: it may have been held
    since ``possibly``, which is then earlier than any month (docs/semantics.md, C24).
    """

    month: int | None
    possibly: int | None = None
    shown: frozenset[str] = NOTHING
    asked: frozenset[str] = NOTHING


def held_since_ever(candidacy: Candidacy, *shown: str) -> HeldSince:
    """Return what is held by the as-of month of the profile, nobody says since when."""
    return HeldSince(candidacy.history.study_from, EVER_BEFORE, shown=frozenset(shown))


def earliest(found: Iterable[DegreeHeld | LicenceHeld]) -> HeldSince:
    """Return since when any of these degrees or licenses is held."""
    found = tuple(found)
    month = min((one.from_month for one in found), default=None)
    return HeldSince(month, month if all(one.is_dated for one in found) else EVER_BEFORE)


def all_held(parts: Iterable[HeldSince]) -> HeldSince:
    """Return since when all of the parts are held, with the conditions of each."""
    parts = tuple(parts)
    return HeldSince(
        month=latest_of(one.month for one in parts),
        possibly=latest_of(one.possibly for one in parts),
        shown=NOTHING.union(*(one.shown for one in parts)),
        asked=NOTHING.union(*(one.asked for one in parts)),
    )


def any_held(parts: Iterable[HeldSince]) -> HeldSince:
    """Return since when the first of the parts is held; none where there is no part."""
    parts = tuple(parts)
    months = [one.month for one in parts if one.month is not None]
    possibly = [one.possibly for one in parts if one.possibly is not None]
    return HeldSince(min(months, default=None), min(possibly, default=None))


def latest_of(months: Iterable[int | None]) -> int | None:
    """Return the latest of the months, None if any of them is never, 0 where there is none."""
    found = tuple(months)
    known = [one for one in found if one is not None]
    return max(known, default=0) if len(known) == len(found) else None


def credential_held(rule: Credential, candidacy: Candidacy) -> HeldSince:
    """Return since when a license is held; it is asked where no license is declared and this one is not planned."""
    history = candidacy.history
    name = fold_title(rule.name)
    found = [one for one in (*(history.licences or ()), *history.licences_to_come) if fold_title(one.name) == name]
    if found or history.licences is not None:
        return earliest(found)
    if candidacy.is_assumed(ConditionCode.CREDENTIAL):
        return held_since_ever(candidacy, ConditionCode.CREDENTIAL)
    return HeldSince(None, asked=frozenset([ConditionCode.CREDENTIAL]))
