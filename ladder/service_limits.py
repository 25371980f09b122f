"""Experience that counts only after something, or only where it is recent: the limits, and what cannot be worked out.

What is within another requirement is part of it, so the limits of that one hold for it
too (docs/semantics.md, C24, C26).
"""

from collections.abc import Iterator

from ladder.qualifications import Credential, Education, Experience, Qualifications, experience_of
from ladder.service_credit import names_sharing_months, rated_for
from ladder.values import Value


class ServiceLimits(Value):
    """What service must come after, and within how many months of the month answered; None for any time."""

    after: tuple[Education | Credential, ...] = ()
    last_months: int | None = None

    @property
    def is_none(self) -> bool:
        """Whether service of any time counts."""
        return not self.after and self.last_months is None


ANY_TIME = ServiceLimits()
"""Service of any time counts."""


def limits_of(rule: Experience, rules: Qualifications) -> ServiceLimits:
    """Return the limits of an experience: its own, and those of what it is within."""
    around = tuple(_itself_and_around(rule, rules))
    names = dict.fromkeys(one.after for one in around if one.after)
    after = (one for one in rules.requirements if one.id in names)
    windows = [one.within_last_months for one in around if one.within_last_months is not None]
    return ServiceLimits(
        tuple(one for one in after if isinstance(one, Education | Credential)), min(windows, default=None)
    )


def _itself_and_around(rule: Experience, rules: Qualifications) -> Iterator[Experience]:
    known = experience_of(rules)
    here: Experience | None = rule
    while here is not None:
        yield here
        here = known.get(here.within) if here.within else None


def faults_of_limits(rules: Qualifications) -> list[tuple[str, str]]:
    """Return what in the order and the recency asked of experience cannot be worked out exactly: of which, in words."""
    experience = experience_of(rules).values()
    if not any(one.after or one.within_last_months for one in experience):
        return []
    found = [(one.id, fault) for one in experience if one.after for fault in _faults_of_order(one, one.after, rules)]
    sharing = names_sharing_months(rules)
    shared = "counts only after something, or only where it is recent, and shares months with others"
    return found + [
        (one.id, f"{one.id!r} {shared}: say so in a condition")
        for one in experience
        if one.id in sharing and not limits_of(one, rules).is_none
    ]


def _faults_of_order(rule: Experience, after: str, rules: Qualifications) -> Iterator[str]:
    other = next(one for one in rules.requirements if one.id == after)
    if after == rule.id:
        yield f"{rule.id!r} is asked after itself"
    elif not isinstance(other, Education | Credential):
        yield f"{rule.id!r} is asked after {after!r}, which is {other.kind}: name an education or a credential"
    elif rated_for(rules, after):
        yield f"{rule.id!r} is asked after {after!r}, for which service may stand: the month it was met is not clear"
