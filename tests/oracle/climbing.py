"""The best months up to a class, by looking at every way to go there, month by month (docs/semantics.md, section 4)."""

from bisect import bisect_right
from collections.abc import Iterable
from fractions import Fraction
from math import lcm
from operator import ge
from typing import NamedTuple

from tests.oracle.claims import Plan
from tests.oracle.documents import Catalog, Json
from tests.oracle.person import Job, Person
from tests.oracle.supplies import Supply
from tests.oracle.timing import NEVER
from tests.oracle.verdicts import LAST_MONTH, Target, Verdict, assess

Served = tuple[int, ...]
"""What is served from the as-of month on, by job, in equal parts of a month; as much as can matter."""


class Climb(NamedTuple):
    """The least months to the target and the fewest moves that take so many; none where it is never open.

    Moves are None, too, where more states than ``MANY`` would have to be looked at.
    """

    months: int | None
    moves: int | None = None


MANY = 1_500
"""States of one month at most, where the fewest moves are looked for."""


class Climber:
    """One person on the way from a class, with what is taken as true."""

    def __init__(
        self,
        catalog: Catalog,
        person: Person,
        classes: Iterable[str],
        plan: Plan,
        true: frozenset[str] = frozenset(),
        *,
        target: str,
    ) -> None:
        self.person = person
        self.first = person.present[0]
        self.classes = tuple(dict.fromkeys(classes))
        later = [Job(-2 - place, one, planned=True) for place, one in enumerate(self.classes)]
        self.places = [self.first, *later]
        entered = set(self.classes) - {target}
        targets = {one: Target(catalog, person, one, plan, true, entering=one in entered) for one in self.classes}
        self.known = {one: target for one, target in targets.items() if not target.rules.known_only_by_name}
        self.settled = max([person.last_change, *(one.settled for one in self.known.values())])
        later_cuts = {cut for one in self.known.values() for cut in one.cuts(0) if 0 < cut < NEVER}
        self.begins = [0, *sorted(later_cuts)]
        dated = any(one.rules.has_limits for one in self.known.values())
        self.jobs = [job._replace(when=month) if dated else job for job in self.places for month in self.begins]
        self.unit, self.pace = self._pace(targets[self.classes[0]])
        self.most = [int(self._most(job) * self.unit) + 1 if self._most(job) else 0 for job in self.jobs]
        self._matters = {
            one: [any(way.bounds(job) for way in target.ways) for job in self.jobs]
            for one, target in self.known.items()
        }
        self._seen: dict[tuple[str, int, Served], bool] = {}

    def _pace(self, any_target: Target) -> tuple[int, list[int]]:
        """Return a part of a month that every share is a multiple of, and what each month brings in such parts."""
        shares = [
            any_target.share(self.person.shares(month, self.first)) for month in range(self.person.last_change + 1)
        ]
        unit = lcm(*(share.denominator for share in shares))
        return unit, [int(share * unit) for share in shares]

    def _most(self, job: Job) -> Fraction:
        """Return so many months of a job that more of them change nothing anywhere: the rest may be forgotten."""
        return max((way.bounds(job) for target in self.known.values() for way in target.ways), default=Fraction(0))

    def start(self) -> Served:
        """Return what is served on the first day: nothing."""
        return tuple(0 for _ in self.jobs)

    def place_of(self, class_id: str) -> int:
        """Return the place of a class entered on the way."""
        return 1 + self.classes.index(class_id)

    def _slots(self, place: int) -> range:
        """Return the jobs of a place: one for each stretch of months in which service counts alike."""
        return range(place * len(self.begins), (place + 1) * len(self.begins))

    def serve(self, served: Served, place: int, month: int) -> Served:
        """Return what is served a month later, in one place."""
        slot = self._slots(place)[bisect_right(self.begins, month) - 1]
        after = served[slot] + self.pace[min(month, len(self.pace) - 1)]
        return (*served[:slot], min(self.most[slot], after), *served[slot + 1 :])

    def open(self, class_id: str, month: int, served: Served) -> bool:
        """Tell whether the minimum qualifications of a class are met at a month."""
        if class_id not in self.known:
            return False
        matters = self._matters[class_id]
        month = min(month, self.settled)
        mine = tuple(months if matter else 0 for months, matter in zip(served, matters, strict=True))
        key = (class_id, month, mine)
        if key not in self._seen:
            self._seen[key] = self._is_open(class_id, month, mine)
        return self._seen[key]

    def _is_open(self, class_id: str, month: int, served: Served) -> bool:
        target = self.known[class_id]
        alone = dict(target.before.alone)
        for job, parts in zip(self.jobs, served, strict=True):
            if parts:
                alone[job] = Fraction(parts, self.unit)
        return target.met(month, Supply(alone, target.before.crowds))

    def useful(self, target: str) -> list[str]:
        """Return the classes worth entering: those whose service counts for anything on the way, and no target."""
        return [one for one in self.classes if one != target and self.most[self._slots(self.place_of(one))[-1]]]

    def ever(self, target: str) -> bool:
        """Tell whether the target is ever open: each class that opens is held so long that more would change nothing.

        Nobody need hurry, so all of that can be served, one class after the other.
        """
        entered: set[str] = set()
        while True:
            held = [self._slots(place)[-1] for place in (0, *map(self.place_of, entered))] if self.pace[-1] else []
            served = tuple(most if slot in held else 0 for slot, most in enumerate(self.most))
            if self.open(target, self.settled, served):
                return True
            more = {one for one in self.useful(target) if self.open(one, self.settled, served)}
            if more == entered:
                return False
            entered = more

    def asked(self) -> frozenset[str]:
        """Return every condition that the person comes upon in any of the classes."""
        for target in self.known.values():
            for way in target.ways:
                way.look_over([*(job for job, _ in self.person.past), *self.places])
        return frozenset(code for target in self.known.values() for code in target.claims.asked)


def least_months(climber: Climber, target: str) -> int | None:
    """Return the first month in which the target is open, over every choice of where to serve each month.

    What is once open stays open and may be entered again at any time, so a state is
    what is served so far and whether the first job, which nobody can return to, goes on.
    """
    if not climber.ever(target):
        return None
    useful = climber.useful(target)
    states: set[tuple[bool, Served]] = {(True, climber.start())}
    for month in range(LAST_MONTH + 1):
        if any(climber.open(target, month, served) for _, served in states):
            return month
        after: set[tuple[bool, Served]] = set()
        for at_first, served in states:
            if at_first:
                after.add((True, climber.serve(served, 0, month)))
            else:
                after.add((False, served))
            for one in useful:
                if climber.open(one, month, served):
                    after.add((False, climber.serve(served, climber.place_of(one), month)))
        states = _not_outdone(after)
    return None


def _not_outdone(states: set[tuple[bool, Served]]) -> set[tuple[bool, Served]]:
    """Return the states without those that another has outdone in everything.

    More service never closes a class, and who still holds the first job can leave it, so
    the state outdone can do nothing that the other cannot do as soon.
    """
    kept: list[tuple[bool, Served]] = []
    for one in sorted(states, key=lambda state: (-sum(state[1]), not state[0])):
        if not any(_outdoes(other, one) for other in kept):
            kept.append(one)
    return set(kept)


def _outdoes(other: tuple[bool, Served], one: tuple[bool, Served]) -> bool:
    return other[0] >= one[0] and all(map(ge, other[1], one[1]))


def fewest_moves(climber: Climber, start: str, target: str, months: int) -> int | None:
    """Return the fewest moves of a way that takes the least months; None where there is too much to look at."""
    useful = climber.useful(target)
    states: dict[tuple[int, Served], int] = {(0, climber.start()): 0}
    for month in range(months):
        for (place, served), moves in list(states.items()):
            held = start if place == 0 else climber.classes[place - 1]
            for one in useful:
                if one != held and climber.open(one, month, served):
                    key = (climber.place_of(one), served)
                    states[key] = min(moves + 1, states.get(key, moves + 1))
        after: dict[tuple[int, Served], int] = {}
        for (place, served), moves in states.items():
            key = (place, climber.serve(served, place, month))
            after[key] = min(moves, after.get(key, moves))
        states = after
        if len(states) > MANY:
            return None
    return 1 + min(moves for (_, served), moves in states.items() if climber.open(target, months, served))


def climb(catalog: Catalog, person: Person, start: str, target: str, plan: Plan) -> tuple[Verdict, int | None]:
    """Return the verdict on the best way from a class to another, and the fewest moves of it."""
    classes = sorted(catalog.on_ladders(start, target))
    if not classes:
        return Verdict("no_path"), None
    climber = Climber(catalog, person, classes, plan, target=target)
    months = better = least_months(climber, target)
    asked = climber.asked()
    if asked and months != 0:
        better = least_months(Climber(catalog, person, classes, plan, asked, target=target), target)
    status = "unreachable" if months is None else "after" if months else "now"
    moves = None if months is None else fewest_moves(climber, start, target, months)
    return Verdict(status, months, better=None if better == months else better, asked=asked), moves


def along(catalog: Catalog, person: Person, classes: list[str], plan: Plan) -> list[int] | None:
    """Return how long each class is held along a path, each only until the next is open; none where one never is."""
    climber = Climber(catalog, person, classes, plan, target=classes[-1])
    served, month, place, holds = climber.start(), 0, 0, []
    for one in classes[1:]:
        begun = month
        while not climber.open(one, month, served):
            before, served = served, climber.serve(served, place, month)
            month += 1
            if month > LAST_MONTH or (month > climber.settled + 1 and before == served):
                return None
        holds.append(month - begun)
        place = climber.place_of(one)
    return holds


def open_route(catalog: Catalog, person: Person, target: str, plan: Plan) -> Verdict:
    """Return what going on in the class that the path starts from comes to (docs/semantics.md, C28)."""
    return assess(catalog, person, target, plan._replace(kind="stay"))


def read_start(case: Json, classes: frozenset[str]) -> Person:
    """Return the person of a case, who holds the class that the path starts from."""
    return Person(case["profile"], classes, case["from"])
