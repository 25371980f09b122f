"""Made-up catalogs of any size, always the same from one seed: layered by grade, as real ones are.

Each class has one to four routes, each of one to three requirements over sets of one to
four classes of the two grades below. The sets of a class are nested or disjoint in nine
classes of ten, else they cross. A third of the classes take study for experience, a few
are joined sideways, and no requirement asks for 0 months.
"""

import json
from random import Random
from typing import Any

Json = dict[str, Any]
HOME = "us-zz"
GRADES = 12
CROSSING, SIDEWAYS = 0.1, 0.05
"""Shares of classes with crossing sets, and of those joined to a class of their own grade."""
MONTHS = (6, 12, 18, 24, 36, 48, 60)
AREAS = ("Eligibility Services", "Customer Service", "Labor Relations", "Records", "Field Inspection", "Accounts")
LEVELS = ("Trainee", "Clerk", "Assistant", "Representative", "Specialist", "Officer", "Consultant", "Analyst")
LEADS = ("Senior Analyst", "Supervisor", "Manager", "Director")


def make_catalog(count: int, *, seed: int = 1) -> Json:
    """Return a compiled catalog of so many classes, lowest grade first."""
    rng = Random(f"{count} {seed}")
    grades = min(GRADES, count)
    ids = [f"{HOME}/{1000 + place}" for place in range(count)]
    layers = [ids[count * grade // grades : count * (grade + 1) // grades] for grade in range(grades)]
    home = {"id": HOME, "name": "A made-up state", "grades_lowest_first": [str(grade + 10) for grade in range(grades)]}
    classes = [
        _Maker(rng, layers, grade, place).record(class_id)
        for grade, layer in enumerate(layers)
        for place, class_id in enumerate(layer)
    ]
    return {"format": 1, "jurisdictions": [home], "classes": classes}


class _Maker:
    """Makes one class of a grade."""

    def __init__(self, rng: Random, layers: list[list[str]], grade: int, place: int) -> None:
        self.rng, self.layers, self.grade, self.place = rng, layers, grade, place
        self.lower = [one for layer in layers[max(0, grade - 2) : grade] for one in layer]

    def record(self, class_id: str) -> Json:
        code = class_id.partition("/")[2]
        area, level = AREAS[self.place % len(AREAS)], (*LEVELS, *LEADS)[self.grade]
        title = f"{area} {level} {self.place // len(AREAS) + 1}"
        low = 16 + 3 * self.grade + self.place % 7 / 4
        return {
            "jurisdiction": HOME,
            "code": code,
            "title": title,
            "completeness": "whole",
            "series": {"name": f"{area} {self.place // len(AREAS) + 1}", "rank": self.grade + 1},
            "pay": {
                "plan": "ZZ",
                "grade": str(self.grade + 10),
                "ranges": [{"unit": "hourly", "low": f"{low:.2f}", "high": f"{low * 1.25:.2f}"}],
                "source": self.source(code, "Pay", 5),
            },
            "occupational_group": f"({self.place % 40:02d})-{area}",
            "designation": "Classified/Competitive",
            "dates": {"effective": "2022-04-01", "revised": "2023-12-15"},
            "qualifications": self.qualifications(code),
            "source": self.source(code, "Heading", 1),
        }

    def source(self, code: str, section: str, line: int) -> Json:
        return {"document": f"{code}.txt", "section": section, "lines": [line, line + 2]}

    # ------------------------------------------------------------------ minimum qualifications

    def qualifications(self, code: str) -> Json:
        if not self.lower:
            return self.rules(code, [[]], [["e0"]])
        counts = [self.rng.choice((1, 1, 2, 2, 3)) for _ in range(self.rng.choice((1, 1, 2, 2, 3, 4)))]
        names = [f"e{number}" for number in range(sum(counts))]
        routes = [names[sum(counts[:number]) : sum(counts[: number + 1])] for number in range(len(counts))]
        return self.rules(code, self.sets(len(names)), routes)

    def sets(self, count: int) -> list[list[str]]:
        """Return the sets of classes that requirements name: nested, disjoint or crossing."""
        shape = "crossing" if self.rng.random() < CROSSING else self.rng.choice(("nested", "disjoint"))
        pool = self.rng.sample(self.lower, min(len(self.lower), 4 if shape != "disjoint" else 4 * count))
        if shape == "nested":
            found = [pool[: self.rng.randint(1, len(pool))] for _ in range(count)]
        elif shape == "disjoint" and len(pool) >= count:
            found = [pool[number::count][: self.rng.randint(1, 4)] for number in range(count)]
        else:
            found = [self.rng.sample(pool, self.rng.randint(1, len(pool))) for _ in range(count)]
        if self.place and self.rng.random() < SIDEWAYS:
            found[0] = [*found[0][:3], self.layers[self.grade][self.place - 1]]
        return found

    def rules(self, code: str, sets: list[list[str]], routes: list[list[str]]) -> Json:
        rules: Json = {
            "requirements": [self.experience(code, number, classes) for number, classes in enumerate(sets)],
            "routes": [
                {"id": f"route{number}" if number else "general", "requires": requires}
                for number, requires in enumerate(routes)
            ],
        }
        if self.rng.random() < 1 / 3:
            rules["substitutions"] = [self.study(code, rules["requirements"][0]["months"])]
        return rules

    def experience(self, code: str, number: int, classes: list[str]) -> Json:
        return {
            "kind": "experience",
            "id": f"e{number}",
            "months": self.rng.choice(MONTHS),
            "what": "Work of the kind that the classes named do",
            "classes": [{"class": one} for one in classes],
            "source": self.source(code, "Experience", 40 + number),
        }

    def study(self, code: str, months: int) -> Json:
        return {
            "kind": "study",
            "stands_for": "e0",
            "semester_hours": 15,
            "months": 6,
            "at_most_months": min(48, months),
            "source": self.source(code, "Substitutions", 60),
        }


def write_catalog(count: int, *, seed: int = 1) -> bytes:
    """Return the catalog as a compiled file holds it."""
    return json.dumps(make_catalog(count, seed=seed), separators=(",", ":"), sort_keys=True).encode()
