"""Requirements that are additional to one another: the sums that they must reach together.

A month counts for one of them alone. Each is a *side*: a requirement, and those within it,
for which a month counts at once. For every choice of sides, and of one requirement of each,
the service that counts for any of them must reach what they ask together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from ladder.eligibility.needs import AnyNeed, Need, service_rule
from ladder.qualifications import Experience, Qualifications, experience_of

Side = tuple[Need, ...]
"""Needs of one route for which a month counts at once."""


def joint_needs(names: Sequence[str], needs: Mapping[str, AnyNeed], rules: Qualifications) -> Iterator[Need]:
    """Yield a need for each sum that requirements of a route must reach together."""
    experience = experience_of(rules)
    if not any(rule.additional_to for rule in experience.values()):
        return
    for root in dict.fromkeys(_added_to(name, experience) for name in experience):
        sides = [_side(name, names, needs, experience) for name in experience if _added_to(name, experience) == root]
        yield from _sums(sorted(filter(None, sides), key=lambda side: names.index(side[0].reference.partition("#")[2])))


def _added_to(name: str, experience: Mapping[str, Experience]) -> str:
    """Return the requirement at the end of the chain of additions, the name itself if none."""
    while onto := experience[name].additional_to:
        name = onto
    return name


def _side(name: str, names: Sequence[str], needs: Mapping[str, AnyNeed], experience: Mapping[str, Experience]) -> Side:
    """Return the needs of the route that are the requirement or within it."""
    return tuple(
        need
        for one in names
        if one in experience and name in _containers(one, experience) and isinstance(need := needs[one], Need)
    )


def _containers(name: str, experience: Mapping[str, Experience]) -> Iterator[str]:
    """Yield the requirement itself, and what it is within, innermost first."""
    yield name
    while around := experience[name].within:
        yield around
        name = around


def _sums(sides: Sequence[Side]) -> Iterator[Need]:
    for size in range(2, len(sides) + 1):
        for chosen in combinations(sides, size):
            for parts in product(*chosen):
                yield _sum_of(parts)


def _sum_of(parts: Iterable[Need]) -> Need:
    parts = tuple(parts)
    reference = "+".join(part.reference for part in parts)
    return Need(
        reference=reference,
        what="the sum of requirements that are additional to one another",
        asked_months=sum(part.asked_months for part in parts),
        service=service_rule(reference, {}, contained=tuple(part.service for part in parts), is_sum=True),
        source=parts[0].source,
        capped=tuple(one for part in parts for one in part.capped),
        parts=parts,
    )
