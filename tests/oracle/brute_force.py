"""An independent brute force: month by month, from docs/semantics.md alone, over plain dicts.

Nothing here comes from the engine, its reading of the records included.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tests.oracle.clauses import Books, Clauses, Plan
from tests.oracle.declarations import Json, Person, Slot, Work, planned_slot, read_person
from tests.oracle.tallies import FOREVER, Ledger, Tally

States = dict[tuple[int, ...], dict[int, int]]
"""Months spent in each slot, and with how few moves one may then be in each place."""
STANDINGS = ("INTERNAL", "STATE_EMPLOYEE", "PERMANENT")


@dataclass(frozen=True)
class Verdict:
    """The answer of ``assess``: status, months, routes with the least months, what is missing."""

    status: str
    months: int | None = None
    routes: frozenset[str] = frozenset()
    missing: frozenset[frozenset[str]] = frozenset()
    if_conditions_met: int | None = None


@dataclass(frozen=True)
class Ascent:
    """The answer of ``climb``: the least months over all plans, and the fewest moves among those."""

    status: str
    months: int | None = None
    moves: int | None = None


def assess(catalog: Json, profile: Json, target: str, plan: Plan) -> Verdict:
    """Answer when the qualifications are met if no class changes."""
    books = Books(catalog)
    person = read_person(profile, frozenset(books.classes))
    clauses = Clauses(books, person, target, plan)
    if clauses.spec.get("qualifications") is None:
        return Verdict("unknown")
    found = _assess(clauses)
    asked = frozenset(_undeclared(clauses)) - (frozenset(["LEAD"]) if _lead_is_settled(clauses) else frozenset())
    freed = Clauses(books, person, target, replace(plan, assumed=plan.assumed | asked))
    best = _assess(freed).months if asked else None
    return replace(found, if_conditions_met=None if best == found.months else best)


def _assess(clauses: Clauses) -> Verdict:
    stay = _Stay(clauses)
    met = {route: stay.first_month(names) for route, names in clauses.routes}
    months = min((month for month in met.values() if month is not None), default=None)
    if months is not None:
        routes = frozenset(route for route, month in met.items() if month == months)
        return Verdict("after" if months else "now", months, routes)
    if stay.hangs_on_a_fact:
        return Verdict("unknown")
    return Verdict("unreachable", missing=stay.missing())


def _lead_is_settled(clauses: Clauses) -> bool:
    """Tell whether work planned or declared as lead work fills every requirement that takes such work (C29).

    Whether a standing that is asked besides is held does not bear on it.
    """
    plan, person = clauses.plan, clauses.person
    stay = _Stay(clauses.under(replace(plan, assumed=plan.assumed | {*STANDINGS})))
    works = [spell.work for spell in person.past if spell.months or spell.covers]
    works += person.present if clauses.plan.kind == "stay" else ()
    for name in {name for _, names in clauses.routes for name in names if clauses.takes_lead(name)}:
        month = stay.first_month((name,))
        led = any(clauses.is_led(name, work) and clauses.counts(name, work) for work in works)
        if month is None or (month and not led):
            return False
    return True


def _undeclared(clauses: Clauses) -> Iterator[str]:
    """Yield every asked condition that the profile does not settle."""
    yield from (code for code in STANDINGS if clauses.person.holds(code.lower(), clauses.home) is None)
    yield from ("EQUIVALENT", "TARGET_CLASS", "LEAD", "CLOSELY_RELATED")
    yield from ("CREDENTIAL",) if clauses.person.licences is None else ()
    yield from (rule["code"] for rule in clauses.rules.values() if rule["kind"] == "condition")


def _forever(slots: Sequence[Slot], tally: Tally, goes_on: Slot | None) -> list[int]:
    return [months + FOREVER * (slot == goes_on) for slot, months in zip(slots, tally, strict=True)]


class _Stay:
    """Months spent in the present jobs, or in none."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        works = clauses.person.present if clauses.plan.kind == "stay" else ()
        until = range(clauses.person.settled + 1)
        self.months = [planned_slot(clauses.person, works, month, clauses.conventions) for month in until]
        self.slots = list(dict.fromkeys(slot for slot in self.months if slot))
        self.ledger = Ledger(clauses, self.slots)
        self._tallies = [[0] * len(self.slots)]

    def tally(self, month: int) -> Tally:
        """Return the months spent in each slot by a month of the plan."""
        while len(self._tallies) <= month:
            latest = self.months[min(len(self._tallies), len(self.months)) - 1]
            spent = zip(self.slots, self._tallies[-1], strict=True)
            self._tallies.append([months + (slot == latest) for slot, months in spent])
        return self._tallies[month]

    @property
    def in_the_end(self) -> Tally:
        """Months enough in what goes on in the end; other slots as they were."""
        return _forever(self.slots, self.tally(len(self.months)), self.months[-1])

    def first_month(self, names: tuple[str, ...]) -> int | None:
        """Return the first month in which the requirements are met."""
        if not self.ledger.meets(names, FOREVER, self.in_the_end):
            return None
        month = 0
        while not self.ledger.meets(names, month, self.tally(month)):
            month += 1
        return month

    @property
    def hangs_on_a_fact(self) -> bool:
        """Whether a route would be met were a fact that is not in the data favourable."""
        is_partial = self.clauses.spec["completeness"] == "partial"
        return is_partial or self.ledger.is_open(FOREVER, self.in_the_end, granted=True)

    def missing(self) -> frozenset[frozenset[str]]:
        """Return the smallest sets of what is missing; a route that is shut offers none beside an open one.

        Training of no stated length is no requirement of the class itself: it is never missing.
        """
        routes = [names for _, names in self.clauses.routes if not self.clauses.states_no_length(names)]
        unshut = [names for names in routes if not any(self.clauses.is_closed(name) for name in names)]
        found = [one for names in unshut or routes for one in self.ledger.missing(names, self.in_the_end)]
        least = [one for one in found if not any(other < one for other in found)]
        return frozenset(frozenset(f"{self.clauses.class_id}#{name}" for name in one) for one in least)


# ---------------------------------------------------------------------- climbing


def find_ladder(books: Books, start: str, target: str) -> frozenset[str]:
    """Return every class on some way of steps between the two; empty where there is none.

    A way leaves the first class once and ends where it reaches the last.
    """
    steps = [(feeder, onto) for feeder, onto in _steps(books) if feeder != target and onto != start]
    above = _connected(start, steps)
    below = _connected(target, [(onto, feeder) for feeder, onto in steps])
    return frozenset(above & below) if target in above else frozenset()


def _connected(first: str, steps: list[tuple[str, str]]) -> set[str]:
    found, before = {first}, set[str]()
    while found != before:
        before = set(found)
        found |= {onto for feeder, onto in steps if feeder in found}
    return found


def _steps(books: Books) -> Iterator[tuple[str, str]]:
    for class_id, spec in books.classes.items():
        yield from ((class_id, one["class"]) for one in spec.get("trainee_targets", []))
        rules = spec.get("qualifications") or {"requirements": []}
        for rule in [*rules["requirements"], *rules.get("substitutions", [])]:
            yield from ((feeder, class_id) for feeder in _feeders(rule))


def _feeders(rule: Json) -> Iterator[str]:
    named = [*rule.get("classes", []), *([rule["named"]] if "named" in rule else [])]
    yield from (one["class"] for one in named if one.get("certainty", "named") in {"named", "level"})
    yield from [rule["programme"]] if rule["kind"] == "programme" else []


def climb(catalog: Json, profile: Json, start: str, target: str, plan: Plan) -> Ascent:
    """Answer with the least months over all plans, by exhaustive search."""
    books = Books(catalog)
    ladder = find_ladder(books, start, target)
    if not ladder:
        return Ascent("no_path")
    person = read_person(profile, frozenset(books.classes))
    hill = _Hill(books, person, plan, start, [*sorted(ladder - {target}), target])
    if hill.reaches_target():
        return hill.search()
    hangs = hill.reaches_target(granted=True) or books.classes[target]["completeness"] == "partial"
    return Ascent("unknown" if hangs else "unreachable")


class _Hill:
    """Places to serve in: the class held at the start, then every class that may be entered.

    The last class is the target; it is entered once and nothing is served in it.
    """

    def __init__(self, books: Books, person: Person, plan: Plan, start: str, classes: list[str]) -> None:
        self.person = person
        conventions = books.conventions(classes[-1].partition("/")[0])
        self.works = tuple(_works(person, start, classes[:-1]))
        months = range(person.settled + 1)
        self.calendar = [[planned_slot(person, (work,), month, conventions) for work in self.works] for month in months]
        self.slots = list(dict.fromkeys(slot for month in self.calendar for slot in month if slot))
        self.doors = [Ledger(Clauses(books, person, one, plan), self.slots) for one in classes]

    def reaches_target(self, *, granted: bool = False) -> bool:
        """Tell whether the target opens some day, every open class being served in long enough."""
        reached = {0}
        while True:
            tally = [FOREVER * any(slot == self.calendar[-1][place] for place in reached) for slot in self.slots]
            opened = {
                place for place, door in enumerate(self.doors, 1) if door.is_open(FOREVER, tally, granted=granted)
            }
            if len(self.doors) in opened or opened <= reached:
                return len(self.doors) in opened
            reached |= opened

    def search(self) -> Ascent:
        """Go on month by month through all that can have been served, until the target opens."""
        states: States = {(0,) * len(self.slots): {0: 0}}
        month = 0
        while True:
            arrived = [moves for tally, places in states.items() for moves in self._enter(month, tally, places)]
            if arrived:
                return Ascent("after" if month else "now", month, min(arrived) + 1)
            states = self._serve(month, states)
            month += 1

    def _enter(self, month: int, tally: Tally, places: dict[int, int]) -> Iterable[int]:
        """Add the places that may be entered now; return the moves made by then if the target opens."""
        fewest = min(places.values())
        if self.doors[-1].is_open(month, tally):
            return [fewest]
        for place, door in enumerate(self.doors[:-1], 1):
            if places.get(place, FOREVER) > fewest + 1 and door.is_open(month, tally):
                places[place] = fewest + 1
        return []

    def _serve(self, month: int, states: States) -> States:
        following: States = {}
        row = self.calendar[min(month, len(self.calendar) - 1)]
        gained = [self.slots.index(slot) if slot else None for slot in row]
        for tally, places in states.items():
            for place, moves in places.items():
                later = _one_more(tally, gained[place])
                known = following.setdefault(later, {})
                known[place] = min(moves, known.get(place, moves))
        return following


def _one_more(tally: tuple[int, ...], slot: int | None) -> tuple[int, ...]:
    return tally if slot is None else (*tally[:slot], tally[slot] + 1, *tally[slot + 1 :])


def _works(person: Person, start: str, classes: Iterable[str]) -> Iterator[Work]:
    """Yield planned work in each place: at the start what the profile says of it, then the class alone."""
    own = next((work for work in person.present if work.class_id == start), None)
    together = min(1, sum(work.fte for work in person.present)) if person.present else 1
    fte = own.fte if own else together
    yield own or Work("start", start, fte=fte, planned=True)
    yield from (Work(f"in {one}", one, fte=fte, planned=True) for one in classes)


def along(catalog: Json, profile: Json, classes: list[str], plan: Plan) -> list[int] | None:
    """Return how long each class is held on the way through these, null where the way is shut."""
    books = Books(catalog)
    person = read_person(profile, frozenset(books.classes))
    hill = _Hill(books, person, plan, classes[0], classes[1:])
    holds: list[int] = []
    tally: tuple[int, ...] = (0,) * len(hill.slots)
    for place, door in enumerate(hill.doors):
        held = _hold(hill, place, sum(holds), tally, door.is_open)
        if held is None:
            return None
        holds.append(held[0])
        tally = held[1]
    return holds


def _hold(
    hill: _Hill, place: int, month: int, tally: tuple[int, ...], is_open: Callable[[int, Tally], bool]
) -> tuple[int, tuple[int, ...]] | None:
    """Return the months to hold a place until the next class opens, and the tally by then."""
    if not is_open(FOREVER, _forever(hill.slots, tally, hill.calendar[-1][place])):
        return None
    held = 0
    while not is_open(month + held, tally):
        slot: Slot | None = hill.calendar[min(month + held, len(hill.calendar) - 1)][place]
        tally = _one_more(tally, hill.slots.index(slot) if slot else None)
        held += 1
    return held, tally
