"""A made-up city of any number of classes, always the same from one seed: series of a few ranks, as cities have.

Each class but the lowest of its series asks service in the class below, a third name a
class of another series besides, half ask special experience, and half take study for
part of it. About four steps for every three classes.
"""

import json
from random import Random
from typing import Any

Json = dict[str, Any]
HOME = "us-zz-anytown"
FIELDS = (
    "Accounting", "Library", "Street Services", "Water Utility", "Building Inspection", "Park Maintenance",
    "Personnel", "Data Systems", "Fire Prevention", "Traffic Signal", "Housing", "Animal Services",
    "Wastewater Treatment", "Payroll", "Electrical", "Equipment", "Sanitation", "Planning", "Crime Laboratory", "Port",
)  # fmt: skip
KINDS = ("Services", "Operations", "Records", "Field", "Central", "District", "Technical", "Public")
RANKS = ("Trainee", "Aide", "Worker", "Technician", "Specialist", "Senior Specialist", "Supervisor", "Manager")


def make_city(count: int, *, seed: int = 1) -> Json:
    """Return a compiled catalog of so many classes, series by series."""
    rng = Random(f"city {count} {seed}")
    classes: list[Json] = []
    place = 0
    while len(classes) < count:
        size = min(rng.choice((3, 4, 5, 6, 7)), count - len(classes))
        classes += _series(rng, place, size, [f"{HOME}/{one['code']}" for one in classes])
        place += 1
    home = {
        "id": HOME,
        "name": "The made-up city of Anytown",
        "grades_lowest_first": [str(grade) for grade in range(1, 41)],
    }
    return {"format": 1, "jurisdictions": [home], "classes": classes}


def _series(rng: Random, place: int, size: int, others: list[str]) -> list[Json]:
    field, kind = FIELDS[place % len(FIELDS)], KINDS[place // len(FIELDS) % len(KINDS)]
    name = f"{field} {kind}" + (f" {place // 160 + 1}" if place >= len(FIELDS) * len(KINDS) else "")
    first = rng.randint(0, len(RANKS) - size)
    codes = [f"{1000 + 10 * place + rank}" for rank in range(size)]
    return [_record(rng, name, field, codes, rank, RANKS[first + rank], others) for rank in range(size)]


def _record(rng: Random, series: str, field: str, codes: list[str], rank: int, word: str, others: list[str]) -> Json:
    code, grade = codes[rank], 3 + 4 * rank + rng.randint(0, 2)
    low = 38_000 + 2_350 * grade
    return {
        "jurisdiction": HOME,
        "code": code,
        "title": f"{series} {word}",
        "completeness": "whole",
        "series": {"name": series, "rank": rank + 1},
        "pay": {
            "plan": "AT",
            "grade": str(grade),
            "ranges": [{"unit": "yearly", "low": f"{low}.00", "high": f"{low * 5 // 4}.00"}],
            "source": _source(code, "Pay", 4),
        },
        "occupational_group": field,
        "dates": {"revised": f"20{10 + rng.randint(0, 15)}-0{rng.randint(1, 9)}"},
        "qualifications": _qualifications(rng, field, codes, rank, others),
        "source": _source(code, "Heading", 1),
    }


def _source(code: str, section: str, line: int) -> Json:
    return {"document": f"{code}.txt", "section": section, "lines": [line, line + 2]}


def _qualifications(rng: Random, field: str, codes: list[str], rank: int, others: list[str]) -> Json:
    code, years = codes[rank], rng.choice((1, 2, 2, 3, 4))
    what = f"Work in {field.lower()}, of growing difficulty"
    asked: list[Json] = [_experience(code, "general", 12 * (years + rank), what, 20)]
    routes = [{"id": "general", "requires": ["general"]}]
    if rank:
        below = {"class": f"{HOME}/{codes[rank - 1]}"}
        named = [below, {"class": rng.choice(others)}] if others and rng.random() < 1 / 3 else [below]
        internal = _experience(code, "internal", 12 * rng.choice((1, 2, 2)), "Service with the city", 30)
        asked.append({**internal, "classes": named, "standing": "internal"})
        routes.append({"id": "internal", "requires": ["internal"]})
    if rng.random() < 1 / 2:
        asked.append({**_experience(code, "special", 12, f"Lead work in {field.lower()}", 24), "within": "general"})
        routes[0] = {"id": "general", "requires": ["general", "special"]}
    rules: Json = {"requirements": asked, "routes": routes}
    if rng.random() < 1 / 2:
        study = {"kind": "study", "stands_for": "general", "semester_hours": 15, "months": 6}
        rules["substitutions"] = [
            {**study, "at_most_months": min(48, 12 * years), "source": _source(code, "Study", 40)}
        ]
    return rules


def _experience(code: str, name: str, months: int, what: str, line: int) -> Json:
    source = _source(code, "Qualifications", line)
    return {"kind": "experience", "id": name, "months": months, "what": what, "source": source}


def write_city(count: int, *, seed: int = 1) -> bytes:
    """Return the city as a compiled file holds it."""
    return json.dumps(make_city(count, seed=seed), separators=(",", ":"), sort_keys=True).encode()
