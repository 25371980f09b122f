"""What a case says, as plain dicts: the catalog, its classes and their rules.

Nothing of the engine is used here: ids are put together and numbers are read anew.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any

Json = dict[str, Any]

NEVER_MORE = 10**9
"""A month so late that whatever accrues at all has accrued (docs/semantics.md, C31 ends the search at 1,200)."""


def exact(value: object) -> Fraction:
    """Return a number of a document exactly (docs/semantics.md, C3)."""
    return value if isinstance(value, Fraction) else Fraction(str(value))


class Rules:
    """What one class asks: its requirements by id, their substitutions, and how they lie within one another."""

    def __init__(self, spec: Json, place: Json) -> None:
        conventions: Json = place.get("conventions", {})
        self.aliases: list[list[str]] = place.get("field_aliases", [])
        rulings: list[Json] = place.get("rulings", [])
        self.spec = spec
        self.class_id = id_of(spec)
        self.conventions = conventions
        asked: Json = spec.get("qualifications") or {"requirements": [], "routes": []}
        self.requirements: dict[str, Json] = {one["id"]: one for one in asked["requirements"]}
        self.routes: list[Json] = asked["routes"]
        self.substitutions: list[Json] = asked.get("substitutions", [])
        self.rulings = rulings
        self.known_only_by_name = "qualifications" not in spec

    @property
    def jurisdiction(self) -> str:
        """The jurisdiction of the class."""
        return self.class_id.partition("/")[0]

    @property
    def series(self) -> str | None:
        """The series of the class."""
        return (self.spec.get("series") or {}).get("name")

    def standing_in_for(self, requirement: str, kind: str) -> list[Json]:
        """Return the substitutions of a kind for a requirement, in the order printed."""
        return [one for one in self.substitutions if one["stands_for"] == requirement and one["kind"] == kind]

    @cached_property
    def parts(self) -> Mapping[str, list[Json]]:
        """Each experience requirement with all that lies within it, itself first (docs/semantics.md, C16)."""
        return {name: list(self._parts_of(name)) for name in self.requirements}

    def _parts_of(self, name: str) -> Iterator[Json]:
        yield self.requirements[name]
        for other in self.requirements.values():
            if other.get("within") == name:
                yield from self._parts_of(other["id"])

    def leads_in(self, name: str) -> list[Json]:
        """Return what a requirement asks as lead work: itself, or parts of it."""
        return [part for part in self.parts[name] if part.get("lead")]

    def wholes(self, name: str) -> Iterator[str]:
        """Yield the requirement and those that it lies within, inmost first."""
        here: str | None = name
        while here is not None:
            yield here
            here = self.requirements[here].get("within")

    def is_named(self, field: str | None, fields: list[str]) -> bool:
        """Tell whether a field is among those named, or an alias of one; any is where none is named (C23)."""
        if not fields:
            return True
        alike = [set(group) for group in self.aliases if field in group]
        return field in fields or any(group & set(fields) for group in alike)

    def limits(self, name: str) -> tuple[list[Json], int | None]:
        """Return what service for a requirement must come after, and the window that it must lie in (C24, C26)."""
        around = [self.requirements[one] for one in self.wholes(name)]
        after = [self.requirements[one["after"]] for one in around if one.get("after")]
        windows = [one["within_last_months"] for one in around if one.get("within_last_months")]
        return after, min(windows, default=None)

    @property
    def has_limits(self) -> bool:
        """Tell whether it matters for anything asked here when service was."""
        return any(one.get("after") or one.get("within_last_months") for one in self.requirements.values())

    def share_a_month(self, one: str, other: str) -> bool:
        """Tell whether a month counts for only one of two: they are additional (docs/semantics.md, C2).

        What lies within a requirement is a part of it, so it is additional to the same
        ones (docs/semantics.md, C2).
        """
        mine, theirs = set(self.wholes(one)), set(self.wholes(other))
        apart = {(a, b) for a in mine - theirs for b in theirs - mine}
        return any(b in self._sum_of(a) for a, b in apart)

    def _sum_of(self, name: str) -> set[str]:
        """Return the requirements of the one sum that a requirement belongs to."""
        found, added = {name}, True
        while added:
            size = len(found)
            for one in self.requirements.values():
                pair = {one["id"], one.get("additional_to")} - {None}
                found |= pair if pair & found else set()
            added = len(found) > size
        return found


class Catalog:
    """The classes of a case, their rules, and the steps between them."""

    def __init__(self, record: Json) -> None:
        self.specs: dict[str, Json] = {id_of(spec): spec for spec in record["classes"]}
        self._jurisdictions: dict[str, Json] = {one["id"]: one for one in record["jurisdictions"]}
        self._rules: dict[str, Rules] = {}

    def rules(self, class_id: str) -> Rules:
        """Return what a class asks."""
        if class_id not in self._rules:
            place = self._jurisdictions.get(class_id.partition("/")[0], {})
            found = Rules(self.specs[class_id], place)
            self._rules[class_id] = found
        return self._rules[class_id]

    def series_of(self, class_id: str | None) -> str | None:
        """Return the series of a class, none where there is no class."""
        return (self.specs.get(class_id or "", {}).get("series") or {}).get("name")

    def trainee_targets(self, class_id: str) -> list[tuple[str, Json]]:
        """Return the trainee classes whose own record leads to the class, each with what it says."""
        return [
            (feeder, one)
            for feeder, spec in self.specs.items()
            for one in spec.get("trainee_targets", [])
            if one["class"] == class_id
        ]

    def steps(self) -> set[tuple[str, str]]:
        """Return every step that a requirement's own text draws (docs/semantics.md, section 5 and C20)."""
        drawn = {(feeder, target) for target in self.specs for feeder in self._feeders(target)}
        return {(feeder, target) for feeder, target in drawn if feeder != target}

    def _feeders(self, target: str) -> Iterator[str]:
        rules = self.rules(target)
        for rule in rules.requirements.values():
            yield from (one["class"] for one in rule.get("classes", []))
            if rule["kind"] == "programme":
                yield rule["programme"]
        for one in rules.substitutions:
            if one["kind"] == "service" and one.get("named"):
                yield one["named"]["class"]
            if one["kind"] == "programme":
                yield one["programme"]
        yield from (feeder for feeder, _ in self.trainee_targets(target))

    def on_ladders(self, start: str, target: str) -> frozenset[str]:
        """Return every class on some ladder: steps lead to it from the start, and on from it to the target.

        Neither way passes the other end.
        Rungs may be skipped, so the order in which a person holds such classes may be
        another than that of the steps. None where no ladder joins the two.
        """
        steps = self.steps()
        above = _reached(start, {step for step in steps if step[0] != target})
        below = _reached(target, {(onward, feeder) for feeder, onward in steps if onward != start})
        return frozenset(above & below)


def _reached(start: str, steps: set[tuple[str, str]]) -> set[str]:
    found, size = {start}, 0
    while len(found) > size:
        size = len(found)
        found |= {onward for feeder, onward in steps if feeder in found}
    return found


def id_of(spec: Json) -> str:
    """Return the id of a class: jurisdiction, slash, code or slug."""
    return f"{spec['jurisdiction']}/{spec.get('code') or spec['slug']}"
