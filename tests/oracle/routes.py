"""The ways into one class: each route, as it stands or with whole substitutions (docs/semantics.md, section 1, C9)."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache, cached_property
from itertools import combinations, product
from typing import NamedTuple

from tests.oracle.claims import Claims
from tests.oracle.documents import Json, exact
from tests.oracle.person import Job
from tests.oracle.splitting import least_left, most_credit
from tests.oracle.studying import Study
from tests.oracle.supplies import Demand, Supply, Taken, Way
from tests.oracle.timing import Times

TRAINED = "trained"
"""The kind of a requirement that is service as a trainee for the class, by the trainee class's own record."""


class Part(NamedTuple):
    """One thing that a way in asks: a requirement, or what stands wholly for it (then ``by`` is that)."""

    name: str
    rule: Json
    by: Json | None = None

    @property
    def kind(self) -> str:
        """What kind of thing it is."""
        if self.by is not None:
            return "whole service" if self.by["kind"] == "service" else "programme"
        return str(self.rule["kind"])


class WayIn:
    """One way into a class: parts that must all hold. ``name`` is the route's id (docs/contracts.md, JSON answers)."""

    def __init__(
        self, route: str, parts: tuple[Part, ...], claims: Claims, study: Study, *, entering: bool = False
    ) -> None:
        self.parts = parts
        self.claims = claims
        self.rules = claims.rules
        self.study = study
        self.entering = entering
        self.timing = Times(claims, study)
        stands_in = [one.name for one in parts if one.by is not None]
        self.name = "+".join(stands_in if route == "general" and stands_in else [route, *stands_in])
        self._taken = cache(self._ways_taken)
        before, claims.closed = claims.closed, set()
        self.open = {one.name: self._standing(one) for one in parts}
        for one in parts:
            if one.kind == "programme":
                claims.approved(one.by or one.rule)
        self.is_closed = bool(claims.closed)
        claims.closed |= before

    def _standing(self, part: Part) -> bool:
        rule = part.rule if part.by is None else part.by
        return self.claims.standing(rule.get("standing"))

    def reference(self, name: str) -> str:
        """Return a part as answers name it."""
        return f"{self.rules.class_id}#{name}"

    @property
    def is_untold(self) -> bool:
        """Tell whether it is trainee service of a length that no text states; answers have no name for it."""
        return any(one.kind == TRAINED and one.rule["months"] is None for one in self.parts)

    # ------------------------------------------------------------------ what is asked

    def left(
        self, month: int, supply: Supply, *, without: frozenset[str] = frozenset(), guess: bool = False
    ) -> Fraction | None:
        """Return the months of experience left at a month, 0 where the way in is met; none where it is not that alone.

        ``without`` names parts taken as held; with ``guess`` a program of unknown length is complete.
        """
        parts = [one for one in self.parts if one.name not in without]
        if not all(self.open[one.name] and self._holds(one, month, guess=guess) for one in parts):
            return None
        asked = [self._demand(one, month) for one in parts if self._takes_service(one)]
        taken = self._taken_in_time(month) if self.rules.has_limits else self._taken
        return least_left([one for one in asked if one.months > 0], supply, taken, self._rivals)

    def _taken_in_time(self, month: int) -> Taken:
        """Return the ways in which a job counts for a part, in an answer for a month (C24, C26)."""

        def taken(job: Job, name: str) -> frozenset[int]:
            part = next(one for one in self.parts if one.name == name)
            found = self._taken(job.whenever, name)
            timely = part.kind != "experience" or not found or self.timing.are_right(job, name, month)
            return found if timely else frozenset()

        return taken

    def licensed(self, month: int) -> bool:
        """Tell whether all that is asked by appointment is held in a month (C25)."""
        names = [one.rule["name"] for one in self.parts if one.kind == "credential" and one.rule.get("by")]
        return all(not self.claims.may_be_entered_without(name) and self.claims.license(name, month) for name in names)

    def _takes_service(self, part: Part) -> bool:
        if part.kind in {"experience", "whole service", TRAINED}:
            return True
        return part.kind == "education" and bool(self._by_service(part.name))

    def _holds(self, part: Part, month: int, *, guess: bool) -> bool:
        """Tell whether a part that no service fills is held; others are looked at together."""
        match part.kind:
            case "programme":
                return self._completed(part.by or part.rule, month, guess=guess)
            case "credential":
                return self._licensed_in_time(part.rule, month)
            case "condition":
                return self.claims.granted(part.rule["code"])
            case "education":
                return self._takes_service(part) or self.claims.studied(self.study, part.rule, month)
        told = part.kind != TRAINED or part.rule["months"] is not None
        return told or (guess and self._is_trainee(part))

    def _licensed_in_time(self, rule: Json, month: int) -> bool:
        """Tell whether a license is held, or need not be before appointment; whoever enters is appointed (C25)."""
        if rule.get("by") and (not self.entering or self.claims.may_be_entered_without(rule["name"])):
            return True
        return self.claims.license(rule["name"], month)

    def _completed(self, rule: Json, month: int, *, guess: bool) -> bool:
        """Tell whether a program is complete (docs/semantics.md, C18, C30)."""
        end = self.claims.person.program_end(rule["programme"])
        if not self.claims.approved(rule) or end is None:
            return False
        return guess if isinstance(end, str) else end <= month

    def _is_trainee(self, part: Part) -> bool:
        """Tell whether any job is service as a trainee, whose length no text states (docs/semantics.md, section 5)."""
        person = self.claims.person
        jobs = [*(job for job, _ in person.past), *person.present]
        return any(self.claims.counts_as_trainee(job, part.rule["feeder"]) for job in jobs)

    # ------------------------------------------------------------------ what service fills

    @cached_property
    def _root(self) -> dict[str, str]:
        """Each requirement of the way in with the outmost one of them that it lies within."""
        asked = {one.name for one in self.parts if one.by is None}
        return {one: [*(name for name in self.rules.wholes(one) if name in asked)][-1] for one in asked}

    def _demand(self, part: Part, month: int) -> Demand:
        if part.kind == "education":
            counts = self.claims.in_a_field(part.rule.get("fields", []))
            years = self.study.years_left(part.rule, month, counts)
            months = Fraction(0) if self.claims.studied(self.study, part.rule, month) else 12 * years
            return Demand(
                part.name, months, tuple(map(_way, self._by_service(part.name))), part.name, filled_first=True
            )
        if part.kind == "experience":
            ways = (Way(), *map(_way, self._capped(part.name)))
            return Demand(part.name, self._experience_asked(part.rule, month), ways, self._root[part.name])
        months = exact((part.by or part.rule).get("months") or 0)
        return Demand(part.name, self._rounded(months), (Way(),), part.name)

    def _experience_asked(self, rule: Json, month: int) -> Fraction:
        """Return the months that study and degrees leave of a requirement (docs/semantics.md, C4, C8)."""
        months = exact(rule["months"])
        for one in self.rules.standing_in_for(rule["id"], "study"):
            months -= self.study.blocks(one, month, self.claims.in_a_field(one.get("fields", [])))
        masters = [exact(one["months"]) for one in self._degrees(rule, month) if one["degree"] == "master"]
        others = [exact(one["months"]) for one in self._degrees(rule, month) if one["degree"] != "master"]
        return self._rounded(months - max(masters, default=Fraction(0)) - sum(others))

    def _degrees(self, rule: Json, month: int) -> list[Json]:
        given = self.rules.standing_in_for(rule["id"], "degree")
        return [one for one in given if self.claims.degree(self.study, one, month)]

    def _rounded(self, months: Fraction) -> Fraction:
        """Return what must be held; half a month less where months are rounded to the nearest (C3)."""
        nearest = self.rules.conventions.get("rounding") == "nearest_month"
        return max(Fraction(0), months - (Fraction(1, 2) if nearest else 0))

    def _capped(self, name: str) -> list[Json]:
        return [one for one in self.rules.standing_in_for(name, "service") if not stands_wholly(one)]

    def _by_service(self, name: str) -> list[Json]:
        return self._capped(name)

    def _ways_taken(self, job: Job, name: str) -> frozenset[int]:
        part = next(one for one in self.parts if one.name == name)
        if part.kind == TRAINED:
            return frozenset({0}) if self.claims.counts_as_trainee(job, part.rule["feeder"]) else frozenset()
        if part.by is not None:
            return frozenset({0}) if self.claims.counts_by(job, part.by) else frozenset()
        found = {0} if part.kind == "experience" and self.claims.counts_directly(job, name) else set()
        first = 1 if part.kind == "experience" else 0
        rules = self._capped(name) if first else self._by_service(name)
        for place, one in enumerate(rules, first):
            if self.claims.counts_by(job, one) and self.claims.standing(one.get("standing")):
                found.add(place)
        return frozenset(found)

    def _rivals(self, one: str, other: str) -> bool:
        """Tell whether a month counts for only one of two parts (C2, C22)."""
        kinds = {part.name: part.kind for part in self.parts}
        for mine, theirs in ((one, other), (other, one)):
            if kinds[mine] == "education" and kinds[theirs] != "education":
                return not any(rule.get("also_counts") for rule in self._by_service(mine))
        known = self.rules.requirements
        return one in known and other in known and self.rules.share_a_month(one, other)

    def look_over(self, jobs: list[Job]) -> None:
        """Come upon every condition that the texts ask here, and that the jobs and the study of a person meet."""
        for part in self.parts:
            self._look_over_standing(part)
            if self._takes_service(part):
                for job in jobs:
                    self._taken(job, part.name)
        self.left(10**6, Supply({}, ()))
        for part in self.parts:
            self._holds(part, 10**6, guess=True)
            if part.kind == "education":
                self.claims.studied(self.study, part.rule, 10**6)
            if part.kind == "experience":
                self._experience_asked(part.rule, 10**6)
                self.timing.look_over(part.name)

    def _look_over_standing(self, part: Part) -> None:
        rules = [*self.rules.parts[part.name], *self._by_service(part.name)] if part.name in self.rules.parts else []
        for rule in [*rules, part.by or part.rule]:
            named = [*rule.get("classes", ()), *([rule["named"]] if rule.get("named") else [])]
            for told in (rule.get("standing"), *(one.get("only_for") for one in named)):
                self.claims.standing(told)
            if rule.get("lead") and part.name not in self.claims.lead_settled:
                self.claims.granted("LEAD")

    def led(self, supply: Supply) -> Iterator[str]:
        """Yield the requirements in which sure lead work fills all lead work asked (docs/semantics.md, C29)."""
        for part in self.parts:
            leads = self.rules.leads_in(part.name) if part.kind == "experience" else []
            if leads and all(self._is_led(one, supply) for one in leads):
                yield part.name

    def _is_led(self, rule: Json, supply: Supply) -> bool:
        months = self._rounded(exact(rule["months"]))
        return most_credit(Demand(rule["id"], months, (Way(),), rule["id"]), supply, self._leads) >= months

    def _leads(self, job: Job, name: str) -> frozenset[int]:
        return frozenset({0}) if self.claims.leads_surely(job, name) else frozenset()

    def bounds(self, job: Job) -> Fraction:
        """Return so many months of a job that more of them change nothing on this way in."""
        mine = [one for one in self.parts if self._takes_service(one) and self._taken(job, one.name)]
        return sum((self._most_used(one) for one in mine), Fraction(0))

    def _most_used(self, part: Part) -> Fraction:
        demand = self._demand(part, 0)
        return demand.months / min((way.rate for way in demand.ways), default=Fraction(1))


def stands_wholly(substitution: Json) -> bool:
    """Tell whether a service substitution stands for the whole requirement and alone (C9, C22)."""
    return not any(substitution.get(key) for key in ("at_most_months", "gives_months", "gives_years"))


def _way(substitution: Json) -> Way:
    most = substitution.get("at_most_months")
    gives = substitution.get("gives_months")
    if substitution.get("gives_years") is not None:
        gives = exact(substitution["gives_years"]) * 12
    rate = Fraction(1) if gives is None else exact(gives) / substitution["months"]
    return Way(rate, None if most is None else exact(most))


def ways_in(claims: Claims, study: Study, *, entering: bool = False) -> list[WayIn]:
    """Return every way into the class: routes with each choice of whole substitutions, and trainee service.

    Who is ``entering`` the class is appointed to it on the way.
    """
    rules = claims.rules
    found = []
    for route in rules.routes:
        choices = [list(_choices(claims, name)) for name in route["requires"]]
        found += [WayIn(route["id"], parts, claims, study, entering=entering) for parts in product(*choices)]
    for feeder, text in claims.catalog.trainee_targets(rules.class_id):
        rule = {"kind": TRAINED, "feeder": feeder, "months": text.get("months")}
        found.append(WayIn(f"sub:{feeder}", (Part(f"sub:{feeder}", rule),), claims, study))
    return found


def _choices(claims: Claims, name: str) -> Iterator[Part]:
    rule = claims.rules.requirements[name]
    yield Part(name, rule)
    for one in claims.rules.standing_in_for(name, "service"):
        if stands_wholly(one):
            yield Part(f"sub:{one['named']['class']}", rule, one)
    for one in claims.rules.standing_in_for(name, "programme"):
        yield Part("program", rule, one)


def smallest(sets: list[frozenset[str]]) -> set[frozenset[str]]:
    """Return the sets that hold no other of them."""
    return {one for one in sets if not any(other < one for other in sets)}


def some_of(names: list[str]) -> Iterator[frozenset[str]]:
    """Yield every choice of the names, the fewest first."""
    for size in range(len(names) + 1):
        yield from map(frozenset, combinations(names, size))
