"""What a need asks in numbers, and of whom: months as rounded, and the standing that a rule asks."""

from fractions import Fraction

from ladder.catalog.jurisdictions import Conventions, Rounding
from ladder.eligibility.clocks import Amount
from ladder.eligibility.matching import NOTHING, Candidacy
from ladder.eligibility.needs import CappedService, Need
from ladder.qualifications import Standing


def asked_of(need: Need, conventions: Conventions) -> Amount:
    """Return the months that must be reached: half a month less where months of experience are rounded.

    An education for which service may stand is not asked in months, and is not rounded (docs/semantics.md, C3).
    """
    is_experience = any(part.schooling is None for part in need.parts or (need,))
    return rounded(need.asked_months, conventions) if is_experience else need.asked_months


def rounded(months: Amount, conventions: Conventions) -> Amount:
    """Return months of experience as they are asked: half a month less where they are rounded (C3)."""
    half = conventions.rounding is Rounding.NEAREST_MONTH and months > 0
    return months - Fraction(1, 2) if half else months


def standing_codes(standing: Standing | None, candidacy: Candidacy) -> tuple[frozenset[str], frozenset[str]]:
    """Return the codes asked and the codes closed for a standing that a rule asks."""
    if standing is None or candidacy.is_assumed(standing.name):
        return NOTHING, NOTHING
    held = candidacy.history.standing_in(standing, candidacy.rules.jurisdiction)
    code = frozenset([standing.name])
    return (code if held is None else NOTHING), (code if held is False else NOTHING)


def open_caps(need: Need, candidacy: Candidacy) -> tuple[CappedService, ...]:
    """Return the substitutions by service whose standing, if they ask one, is held or assumed."""
    return tuple([one for one in need.capped if not any(standing_codes(one.standing, candidacy))])
