"""Requirements that are additional to one another: the sums that they must reach together.

A month counts for one of them alone. Each is a *side*: a requirement, and those within it,
for which a month counts at once. For every choice of sides, and of one requirement of each,
the service that counts for any of them must reach what they ask together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

from ladder.eligibility.clocks import Amount, exact
from ladder.eligibility.needs import AnyNeed, CappedService, Need, service_rule
from ladder.qualifications import Qualifications
from ladder.service_credit import Side, sides_of


def joint_needs(names: Sequence[str], needs: Mapping[str, AnyNeed], rules: Qualifications) -> Iterator[Need]:
    """Yield a need for each sum that requirements of a route must reach together."""
    for sides in sides_of(names, rules):
        for chosen in _chosen(sides):
            yield _sum_of([need for name in chosen if isinstance(need := needs[name], Need)])


def _chosen(sides: Sequence[Side]) -> Iterator[tuple[str, ...]]:
    """Yield every choice of two sides or more, and of one requirement of each."""
    for size in range(2, len(sides) + 1):
        for some in combinations(sides, size):
            yield from product(*some)


def _sum_of(parts: Iterable[Need]) -> Need:
    parts = tuple(parts)
    reference = "+".join(part.reference for part in parts)
    return Need(
        reference=reference,
        what="the sum of requirements that are additional to one another",
        asked_months=sum(in_service(part.asked_months, part) for part in parts),
        service=service_rule(reference, {}, contained=tuple(part.service for part in parts), is_sum=True),
        source=parts[0].source,
        capped=tuple(_one_for_one(one, part) for part in parts for one in part.capped),
        parts=parts,
    )


def in_service(months: Amount, part: Need) -> Amount:
    """Return months of a requirement as the months of service that give them."""
    return months if part.rate == 1 else exact(Fraction(months) / part.rate)


def _one_for_one(one: CappedService, part: Need) -> CappedService:
    most = None if one.at_most_months is None else in_service(one.at_most_months, part)
    return one._replace(rate=exact(Fraction(one.rate) / part.rate), at_most_months=most)
