"""Random catalogs of classes that ask for one another, and what closes over them by trying; nothing of ladder's own.

The rules are read from the records as they are written: a class taken out, everything that can
still be entered is entered, again and again, until nothing more is.
"""

import random
from collections.abc import Collection
from typing import Any

from tests.eligibility.small_catalogs import PLACE, grade, other, service, stands_for

Json = dict[str, Any]


def random_classes(seed: int) -> list[Json]:
    """Return 3 to 12 classes whose ways ask for others: alternatives, several at once, shares, study, circles."""
    chance = random.Random(seed)
    codes = [f"{number:02d}" for number in range(chance.randint(3, 12))]
    return [_random_class(code, codes, chance) for code in codes]


def _random_class(code: str, codes: list[str], chance: random.Random) -> Json:
    if chance.random() < 0.2:
        return grade(code)
    rules = [_requirement(number, codes, chance) for number in range(chance.randint(1, 4))]
    names = [one["id"] for one in rules]
    routes = [chance.sample(names, chance.randint(1, len(names))) for _ in range(chance.randint(1, 3))]
    unique = [list(one) for one in dict.fromkeys(tuple(sorted(route)) for route in routes)]
    months = [one for one in rules if one["kind"] == "experience"]
    substitutions = [one for rule in months for one in _substitutions(rule, codes, chance)]
    return grade(code, *rules, routes=unique, substitutions=substitutions)


def _requirement(number: int, codes: list[str], chance: random.Random) -> Json:
    name = f"r{number}"
    kind = chance.choices(("named", "field", "kind", "programme", "standing", "license"), (12, 1, 2, 1, 1, 1))[0]
    named = chance.sample(codes, chance.randint(1, min(3, len(codes))))
    if kind == "programme":
        return other("programme", name, programme=f"{PLACE}/{named[0]}")
    if kind == "standing":
        return other("standing", name, standing="internal")
    if kind == "license":
        return other("credential", name, name="a license")
    classes = named if kind != "kind" else []
    return service(name, chance.choice((0, 12, 24, 24)), *classes, or_in_field=kind == "field")


def _substitutions(rule: Json, codes: list[str], chance: random.Random) -> list[Json]:
    name, found = rule["id"], []
    if chance.random() < 0.2:
        found.append(stands_for("study", name, semester_hours=30, months=12, at_most_months=12))
    if chance.random() < 0.1:
        found.append(stands_for("degree", name, degree="master", months=12))
    for feeder in chance.sample(codes, 2):
        if chance.random() < 0.2:
            cap = {} if chance.random() < 0.3 else {"at_most_months": chance.choice((6, 12, 24))}
            found.append(stands_for("service", name, feeder=feeder, months=12, **cap))
    return found


def entered(classes: list[Json], without: Collection[str] = ()) -> set[str]:
    """Return the ids of all classes that somebody can come to hold, some of them taken out."""
    held: set[str] = set()
    while True:
        more = {_id(one) for one in classes if _id(one) not in without and _is_open(one, held)} - held
        if not more:
            return held
        held |= more


def opened(classes: list[Json], start: str) -> set[str]:
    """Return the ids of the classes that somebody who holds one can come to by service in it and what it opens."""
    held = {start}
    while True:
        more = {_id(one) for one in classes if _is_open(one, held, uses_service=True)} - held
        if not more:
            return held - {start}
        held |= more


def _id(one: Json) -> str:
    return f"{PLACE}/{one['code']}"


def _is_open(one: Json, held: set[str], *, uses_service: bool = False) -> bool:
    rules = one.get("qualifications")
    if rules is None:
        return not uses_service
    by_id = {rule["id"]: rule for rule in rules["requirements"]}
    for route in rules["routes"]:
        asked = [_asks(by_id[name], rules["substitutions"], held) for name in route["requires"]]
        ways = [met for met, _ in asked]
        if all(ways) and (not uses_service or any(by_class for _, by_class in asked)):
            return True
    return False


def _asks(rule: Json, substitutions: list[Json], held: set[str]) -> tuple[bool, bool]:
    """Return whether the requirement is met, and whether nothing but a class held could meet it."""
    if rule["kind"] == "programme":
        return rule["programme"] in held, True
    if rule["kind"] == "standing":
        return bool(held), True
    if rule["kind"] != "experience" or not rule["classes"] or rule["or_in_field"]:
        return True, _is_met_by_whole(rule, substitutions, held)
    mine = [one for one in substitutions if one["stands_for"] == rule["id"]]
    free = sum(one.get("at_most_months") or one["months"] for one in mine if one["kind"] != "service")
    if free >= rule["months"]:
        return True, _is_met_by_whole(rule, substitutions, held)
    served = [one for one in mine if one["kind"] == "service" and one["named"]["class"] in held]
    by_class = any(named["class"] in held for named in rule["classes"])
    by_whole = any("at_most_months" not in one for one in served)
    in_part = sum(one.get("at_most_months", 0) for one in served)
    return by_class or by_whole or free + in_part >= rule["months"], True


def _is_met_by_whole(rule: Json, substitutions: list[Json], held: set[str]) -> bool:
    """Return whether service in a class held stands for the whole of what may be had without one."""
    mine = (one for one in substitutions if one["stands_for"] == rule["id"] and one["kind"] == "service")
    return any("at_most_months" not in one and one["named"]["class"] in held for one in mine)
