"""What each class asks of classes before anybody enters it: one of them, or several, by each way in.

Everything that a person may have without holding a class (study, a license, work of a kind,
work in a field, what HR decides) is taken as given. So a way in is a list of things asked, all
of them; each is met by one of the classes named, or by shares that several give. A class whose
requirements are not in the data is entered: nothing is known that would keep people out.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ladder.eligibility.cases import Case
from ladder.eligibility.clocks import Amount
from ladder.eligibility.matching import takes_any_work
from ladder.eligibility.needs import AnyNeed, Need, OtherNeed, ServiceRule
from ladder.eligibility.rules import ClassRules, RouteRules
from ladder.qualifications import Certainty, Programme, StandingHeld


class Asked(NamedTuple):
    """One thing that a way asks of classes: service in any one of ``any_of``, or ``months`` of shares.

    ``shares`` are the most months that service in a class may stand for, by class.
    """

    any_of: tuple[str, ...]
    shares: tuple[tuple[str, Amount], ...] = ()
    months: Amount = 1

    def classes(self) -> frozenset[str]:
        """Return every class that may help to meet it."""
        return frozenset(self.any_of).union(name for name, _ in self.shares)

    def is_met_by(self, held: frozenset[str] | set[str]) -> bool:
        """Return whether these classes meet it."""
        if not held.isdisjoint(self.any_of):
            return True
        return sum(months for name, months in self.shares if name in held) >= self.months


class Way(NamedTuple):
    """One way into a class: its route, and all that it asks of classes; nothing where it is open to everyone."""

    route: str
    asked: tuple[Asked, ...]


Ways = Mapping[str, tuple[Way, ...]]
"""The ways into each class; a jurisdiction stands among them for holding any of its classes."""

NOT_IN_DATA = Way("", ())
"""The way into a class whose requirements are not in the data."""


def ways_in(case: Case) -> Ways:
    """Return the ways into each class of the case's catalog, and into the jurisdictions that a standing is asked in."""
    classes = case.catalog.classes
    found = {class_id: tuple(_ways_into(case, class_id)) for class_id in classes}
    named = {one for ways in found.values() for way in ways for asked in way.asked for one in asked.any_of}
    staff: dict[str, list[Way]] = {place: [] for place in sorted(named - classes.keys())}
    for spec in classes.values():
        if spec.jurisdiction in staff:
            staff[spec.jurisdiction].append(Way("", (Asked((spec.class_id,)),)))
    return found | {place: tuple(ways) for place, ways in staff.items()}


def _ways_into(case: Case, class_id: str) -> Iterator[Way]:
    candidacy = case.candidacy(class_id)
    if candidacy is None:
        yield NOT_IN_DATA
        return
    for route in candidacy.rules.routes:
        yield Way(route.id, tuple(dict.fromkeys(_asked_by(route, candidacy.rules))))


def _asked_by(route: RouteRules, rules: ClassRules) -> Iterator[Asked]:
    for need in route.needs:
        yield from _asked_for(need, rules)


def _asked_for(need: AnyNeed, rules: ClassRules) -> Iterator[Asked]:
    if isinstance(need, Need):
        yield from _service_asked(need, rules)
    elif not isinstance(need, OtherNeed):
        yield Asked((need.feeder_class,))
    elif isinstance(need.requirement, Programme):
        yield Asked((need.requirement.programme,))
    elif isinstance(need.requirement, StandingHeld):
        yield Asked((rules.jurisdiction,))


def _service_asked(need: Need, rules: ClassRules) -> Iterator[Asked]:
    """Yield what a need of months asks of classes; a sum of needs asks nothing that its parts do not."""
    if need.joint:
        return
    asked = None if need.schooling or takes_any_work(need.service, rules.conventions) else _months_asked(need)
    if asked:
        yield asked
    if need.standing and not (asked and _is_of_staff(asked, rules.jurisdiction)):
        yield Asked((rules.jurisdiction,))


def _is_of_staff(asked: Asked, place: str) -> bool:
    """Return whether whoever has met what is asked has worked for the jurisdiction."""
    return all(one.partition("/")[0] == place for one in asked.classes())


def _months_asked(need: Need) -> Asked | None:
    """Return the months that must come from classes; None where study may stand for all of them."""
    study = sum(one.at_most_months for one in need.studies) + sum(one.months for one in need.degrees)
    left = need.asked_months - study
    shares = [(name, one.at_most_months) for one in need.capped for name in one.service.named]
    whole = [name for name, months in shares if months is None]
    in_part = tuple((name, months) for name, months in shares if months is not None)
    return Asked(tuple(dict.fromkeys((*_named_by(need.service), *whole))), in_part, left) if left > 0 else None


def _named_by(rule: ServiceRule) -> Iterator[str]:
    """Yield the classes whose service counts: named by the text, ruled, or counted for something within."""
    yield from (name for name, one in rule.named.items() if one.certainty is not Certainty.PEER)
    yield from rule.rulings
    for one in rule.contained:
        yield from _named_by(one)
