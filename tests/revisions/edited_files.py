"""Random changes of random classes, and the same made by hand in what the files say: nothing of ladder's own."""

import random
from typing import Any

from tests.eligibility.small_catalogs import PLACE, SOURCE, grade, service, stands_for

Json = dict[str, Any]


def random_change(classes: list[Json], chance: random.Random) -> Json | None:
    """Return a change as a file says it; None where the class drawn has no rules."""
    one = chance.choice(classes)
    kind = chance.choice(("set", "set", "drop", "drop", "substitution", "merge", "abolish", "new_class"))
    if kind == "new_class":
        feeder = chance.choice(classes)["code"]
        return {"kind": kind, "record": grade("new", service("general", 12, feeder))}
    if kind == "merge":
        other = chance.choice([other for other in classes if other is not one])
        return {"kind": kind, "class": _id(one), "into": _id(other)}
    if kind == "abolish":
        return {"kind": kind, "class": _id(one)}
    rules = one.get("qualifications")
    months = [rule for rule in rules["requirements"] if rule["kind"] == "experience"] if rules else []
    if not rules or not months:
        return None
    rule = chance.choice(months)
    study = stands_for("study", rule["id"], semester_hours=30, months=12, at_most_months=18)
    found: dict[str, Json] = {
        "set": {"kind": kind, "requirement": f"{_id(one)}#{rule['id']}", "months": chance.choice((0, 6, 18, 36))},
        "drop": {"kind": kind, "requirement": f"{_id(one)}#{chance.choice(rules['requirements'])['id']}"},
        "substitution": {"kind": kind, "class": _id(one), "substitution": study},
    }
    return found[kind]


def edited(classes: list[Json], change: Json) -> list[Json]:
    """Return the classes as somebody would edit their files."""
    kind = change["kind"]
    if kind == "new_class":
        return sorted([*classes, change["record"]], key=_id)
    if kind == "merge":
        return _merged(classes, change["class"], change["into"])
    if kind == "abolish":
        return [_abolished(one) if _id(one) == change["class"] else one for one in classes]
    class_id = change.get("class") or change["requirement"].partition("#")[0]
    return [_edited(one, change) if _id(one) == class_id else one for one in classes]


def _id(one: Json) -> str:
    return f"{PLACE}/{one['code']}"


def _edited(one: Json, change: Json) -> Json:
    rules = one["qualifications"]
    if change["kind"] == "substitution":
        new = change["substitution"]
        others = [
            sub
            for sub in rules["substitutions"]
            if not (sub["kind"] == "study" and sub["stands_for"] == new["stands_for"])
        ]
        return one | {"qualifications": rules | {"substitutions": [*others, new]}}
    name = change["requirement"].partition("#")[2]
    if change["kind"] == "set":
        asked = [rule | {"months": change["months"]} if rule["id"] == name else rule for rule in rules["requirements"]]
        return one | {"qualifications": rules | {"requirements": asked}}
    return one | {"qualifications": _without(rules, name)}


def _without(rules: Json, name: str) -> Json:
    substitutions = [sub for sub in rules["substitutions"] if sub["stands_for"] != name]
    if any(route["requires"] == [name] for route in rules["routes"]):
        empty = service(name, 0)
        asked = [
            empty | {"what": rule["what"], "source": rule["source"]} if rule["id"] == name else rule
            for rule in rules["requirements"]
        ]
        return rules | {"requirements": asked, "substitutions": substitutions}
    routes = [route | {"requires": [one for one in route["requires"] if one != name]} for route in rules["routes"]]
    left = [rule for rule in rules["requirements"] if rule["id"] != name]
    return {"requirements": left, "routes": routes, "substitutions": substitutions}


def _abolished(one: Json) -> Json:
    asked = service("abolished", 1, {"class": _id(one)}, what="Service in the class, which is abolished", source=SOURCE)
    rules = {"requirements": [asked], "routes": [{"id": "abolished", "requires": ["abolished"]}], "substitutions": []}
    return one | {"qualifications": rules, "completeness": "whole"}


def _merged(classes: list[Json], gone: str, into: str) -> list[Json]:
    found = []
    for one in classes:
        if _id(one) != gone:
            found.append(_renamed(one, gone, into))
        if _id(one) == into:
            old = next(other for other in classes if _id(other) == gone)
            alias = {"code": old["code"], "title": old["title"], "note": "merged into this class", "source": SOURCE}
            found[-1] = found[-1] | {"aliases": [alias]}
    return found


def _renamed(one: Json, gone: str, into: str) -> Json:
    rules = one.get("qualifications")
    if not rules:
        return one
    requirements = [_rule_renamed(rule, gone, into) for rule in rules["requirements"]]
    substitutions: list[Json] = []
    for sub in rules["substitutions"]:
        named = sub.get("named")
        new = sub | {"named": {"class": into}} if named and named["class"] == gone else sub
        key = (new["stands_for"], new.get("named", {}).get("class"))
        if not any(_twins(old, new, key) for old in substitutions):
            substitutions.append(new)
    return one | {"qualifications": rules | {"requirements": requirements, "substitutions": substitutions}}


def _twins(old: Json, new: Json, key: tuple[str, str | None]) -> bool:
    if new["kind"] != "service" or old["kind"] != "service":
        return False
    return (old["stands_for"], old.get("named", {}).get("class")) == key


def _rule_renamed(rule: Json, gone: str, into: str) -> Json:
    if rule["kind"] == "programme" and rule["programme"] == gone:
        return rule | {"programme": into}
    if not rule.get("classes"):
        return rule
    named = [into if one["class"] == gone else one["class"] for one in rule["classes"]]
    return rule | {"classes": [{"class": one} for one in dict.fromkeys(named)]}
