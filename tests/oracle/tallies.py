"""Whether the clauses of a class hold after so many months in each slot of a plan."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations

from tests.oracle.allocation import SINK, SOURCE, Edge, can_fill
from tests.oracle.clauses import Clauses
from tests.oracle.declarations import Amount, Json, Slot, Work, past_slots

FOREVER = 1200
"""A month of the plan by which everything has happened that ever will."""

Tally = Sequence[int]
"""Months spent in each slot of the plan."""


class Ledger:
    """The clauses of one class, the past, and the slots that a plan may fill."""

    def __init__(self, clauses: Clauses, planned: Sequence[Slot]) -> None:
        """Keep what is counted already."""
        self.clauses = clauses
        self.past = past_slots(clauses.person, clauses.conventions)
        self.planned = planned
        self._counted: dict[str, tuple[Amount, list[tuple[int, Amount]]]] = {}
        self._capped: dict[str, list[tuple[Amount, Amount, list[tuple[int, Amount]]]]] = {}

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """Every job of the past and of the plan."""
        slots = [*(slot for slot, _ in self.past), *self.planned]
        return tuple({work.key: work for slot in slots for work, _ in slot.held}.values())

    def holds(self, name: str, month: int, tally: Tally) -> bool | None:
        """Tell whether a requirement holds; null where that hangs on a fact not in the data."""
        if not self.clauses.is_work(name):
            return self.clauses.holds_by(name, month)
        if name not in self.clauses.trainees and not self.clauses.holds(self._rule(name).get("standing")):
            return False
        return self._has_enough(name, month, tally)

    def _rule(self, name: str) -> Json:
        return self.clauses.rules.get(name) or self.clauses.stand_ins[name]

    def _has_enough(self, name: str, month: int, tally: Tally) -> bool:
        before, rates = self._service(name)
        left = self.clauses.asked(name) - before - self.clauses.credit(name, month)
        for place, rate in rates:
            left -= tally[place] * rate
        for most, held, capped in self._substitutes(name):
            left -= min(most, held + sum(tally[place] * rate for place, rate in capped))
        return left <= 0

    def _service(self, name: str) -> tuple[Amount, list[tuple[int, Amount]]]:
        if name not in self._counted:
            self._counted[name] = self._count(frozenset(w.key for w in self.works if self.clauses.counts(name, w)))
        return self._counted[name]

    def _substitutes(self, name: str) -> list[tuple[Amount, Amount, list[tuple[int, Amount]]]]:
        if name not in self._capped:
            rules = self.clauses.capped.get(name, [])
            self._capped[name] = [
                (rule["at_most_months"], *self._count(self._taken_by(rule) - self._direct(name))) for rule in rules
            ]
        return self._capped[name]

    def _direct(self, name: str) -> frozenset[str]:
        return frozenset(work.key for work in self.works if self.clauses.counts(name, work))

    def _taken_by(self, rule: Json) -> frozenset[str]:
        return frozenset(work.key for work in self.works if self.clauses.counts_as_substitute(rule, work))

    def _count(self, keys: frozenset[str]) -> tuple[Amount, list[tuple[int, Amount]]]:
        before: Amount = sum(slot.counting(keys) * months for slot, months in self.past)
        rates = [(place, slot.counting(keys)) for place, slot in enumerate(self.planned)]
        return before, [(place, rate) for place, rate in rates if rate]

    # ------------------------------------------------------------------ routes

    def meets(self, names: Iterable[str], month: int, tally: Tally, *, granted: bool = False) -> bool:
        """Tell whether all the requirements hold, those additional to one another by separate months.

        With ``granted``, facts that are not in the data are taken to be favourable.
        """
        names = tuple(names)
        for name in names:
            held = self.holds(name, month, tally)
            if held is False or (held is None and not granted):
                return False
        return all(self._can_share(group, month, tally) for group in self.rivals(names))

    def is_open(self, month: int, tally: Tally, *, granted: bool = False) -> bool:
        """Tell whether some route is met."""
        if self.clauses.spec.get("qualifications") is None:
            return False
        return any(self.meets(names, month, tally, granted=granted) for _, names in self.clauses.routes)

    def rivals(self, names: tuple[str, ...]) -> Iterator[list[str]]:
        """Yield the requirements, among these, that may not count the same months."""
        groups: dict[str, list[str]] = {}
        for name in names:
            if self.clauses.rules.get(name, {}).get("kind") == "experience":
                groups.setdefault(self._added_to(name), []).append(name)
        yield from (group for group in groups.values() if len(group) > 1)

    def _added_to(self, name: str) -> str:
        while onto := self.clauses.rules[name].get("additional_to"):
            name = onto
        return name

    def _can_share(self, group: list[str], month: int, tally: Tally) -> bool:
        slots = [*self.past, *zip(self.planned, tally, strict=True)]
        need = {name: max(0, self.clauses.asked(name) - self.clauses.credit(name, month)) for name in group}
        edges: list[Edge] = [(name, SINK, months) for name, months in need.items()]
        for place, (slot, months) in enumerate(slots):
            edges += self._edges(place, slot, months, group)
        return can_fill([*edges, *self._capped_edges(group)], demand=sum(need.values()))

    def _edges(self, place: int, slot: Slot, months: Amount, group: list[str]) -> Iterator[Edge]:
        """Yield how the months of a slot may be shared out among requirements."""
        whole = sum(share for _, share in slot.held) if slot.most is None else slot.most
        yield SOURCE, place, whole * months
        for work, share in slot.held:
            yield place, (place, work.key), share * months
            for name in group:
                if self.clauses.counts(name, work):
                    yield (place, work.key), name, share * months
                for number, rule in enumerate(self.clauses.capped.get(name, [])):
                    if self.clauses.counts_as_substitute(rule, work):
                        yield (place, work.key), (name, number), share * months

    def _capped_edges(self, group: list[str]) -> Iterator[Edge]:
        for name in group:
            for number, rule in enumerate(self.clauses.capped.get(name, [])):
                yield (name, number), name, rule["at_most_months"]

    def missing(self, names: tuple[str, ...], tally: Tally) -> list[frozenset[str]]:
        """Return the smallest sets of requirements without which the rest would be met some day."""
        found: list[frozenset[str]] = []
        for size in range(1, len(names) + 1):
            for chosen in map(frozenset, combinations(names, size)):
                rest = [name for name in names if name not in chosen]
                if not any(smaller <= chosen for smaller in found) and self.meets(rest, FOREVER, tally):
                    found.append(chosen)
        return found
