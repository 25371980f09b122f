"""What tasks are about: catalogs with the words that profiles and plans may use of them."""

import json
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any, NamedTuple

from benchmarks.synthetic import make_catalog
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.records import RecordRefusedError, validate_json
from ladder.rendering.page_catalog import PageCatalog
from ladder.specification import ClassSpecification
from tests.oracle.generate import SOURCE, new_case

Json = dict[str, Any]
DAY_RULES = ("first_day", "half_month", "days")


class Subject(NamedTuple):
    """One catalog: as the engine holds it, as pages hold it, and what profiles can say of it.

    ``longest`` is about the longest service that its requirements ask, in months.
    """

    key: str
    catalog: Catalog
    compiled: Json
    longest: int

    @property
    def ids(self) -> list[str]:
        return list(self.catalog.classes)

    @property
    def references(self) -> list[str]:
        return list(self.catalog.experience_references)

    @property
    def programmes(self) -> list[str]:
        return [class_id for class_id, spec in self.catalog.classes.items() if spec.is_programme]

    @property
    def jurisdictions(self) -> list[str]:
        return sorted({class_id.partition("/")[0] for class_id in self.catalog.classes})


def subject_of(key: str, catalog: Catalog, *, longest: int) -> Subject:
    """Return the subject of a catalog, told as pages hold it."""
    return Subject(key, catalog, json.loads(json.dumps(PageCatalog(catalog).told())), longest)


def with_early_filing(record: Json, seed: str) -> Json:
    """Return the catalog with leave to file early for most of its classes, by any route or by some."""
    rng = Random(f"early filing {seed}")
    for spec in record["classes"]:
        routes = [route["id"] for route in (spec.get("qualifications") or {"routes": []})["routes"]]
        if routes and rng.random() < 0.8:
            by = [one for one in routes if rng.random() < 0.7] if rng.random() < 0.4 else []
            lacking = rng.choice((0, 1, 1, 2, 2, 3, 6, 12))
            spec["early_filing"] = {"lacking_months": lacking, "routes": by, "source": SOURCE}
    return record


def small(seed: int, kind: str = "assess") -> tuple[Subject, Json]:
    """Return a small random catalog, and the question that was made with it; days count by any of the rules."""
    case = new_case(seed, kind)
    made = with_early_filing(case["catalog"], f"{kind} {seed}")
    for jurisdiction in made["jurisdictions"]:
        jurisdiction["conventions"]["day_rule"] = Random(f"day rule {seed}").choice(DAY_RULES)
    _give_levels(Random(f"levels {seed}"), made)
    catalog = Catalog(validate_json(CatalogRecord, json.dumps(made)))
    return subject_of(f"{kind} {seed}", catalog, longest=8), case


def rated(seed: int, kind: str = "assess") -> Subject:
    """Return a small random catalog in which service stands for study, and for other service at rates."""
    rng, case = Random(f"rated {seed}"), new_case(seed, kind)
    classes = case["catalog"]["classes"]
    feeders = [f"{one['jurisdiction']}/{one.get('code') or one.get('slug')}" for one in classes]
    case["catalog"]["classes"] = [_with_rates(rng, spec, feeders) for spec in classes]
    catalog = Catalog(validate_json(CatalogRecord, json.dumps(case["catalog"])))
    return subject_of(f"rated {kind} {seed}", catalog, longest=16)


def _with_rates(rng: Random, spec: Json, feeders: list[str]) -> Json:
    """Return the class with service at rates; as it was where that cannot be worked out."""
    made: Json = json.loads(json.dumps(spec))
    rules = made.get("qualifications")
    if rules is None:
        return spec
    subs = rules.setdefault("substitutions", [])
    for sub in subs:
        if sub["kind"] == "service" and "at_most_months" in sub and rng.random() < 0.5:
            sub["gives_months"] = rng.choice((1, 2, 3, 7))
    if rng.random() < 0.6:
        asked = rng.choice(({"degree": "bachelor"}, {"degree": "associate", "fields": ["law"]}, {"semester_hours": 5}))
        rules["requirements"].append({"kind": "education", "id": "school", "what": "study", "source": SOURCE} | asked)
        subs += [_for_study(rng, feeders) for _ in range(rng.choice((1, 1, 2)))]
        for route in rules["routes"]:
            route["requires"] += ["school"] if rng.random() < 0.8 else []
    try:
        validate_json(ClassSpecification, json.dumps(made))
    except RecordRefusedError:
        return spec
    return made


def _for_study(rng: Random, feeders: list[str]) -> Json:
    who = {"what": "work of the kind"} if rng.random() < 0.5 else {"named": {"class": rng.choice(feeders)}}
    rate = rng.choice(({"months": 12, "gives_years": 1}, {"months": 5, "gives_months": 2}, {"months": 1}))
    most = {"at_most_months": rng.randint(1, 40)} if "gives_years" not in rate or rng.random() < 0.5 else {}
    also = {"also_counts": True} if rng.random() < 0.3 else {}
    return {"kind": "service", "stands_for": "school", "source": SOURCE, **who, **rate, **most, **also}


def _give_levels(rng: Random, catalog: Json) -> None:
    """Give most classes a grade, many of them pay in one unit or two; some are named by their level."""
    for spec in catalog["classes"]:
        for named in _classes_named(spec.get("qualifications") or {}):
            if rng.random() < 0.2:
                named["certainty"] = rng.choice(("level", "level", "level", "peer"))
        if rng.random() < 0.7:
            units = rng.choices(("hourly", "biweekly", "yearly"), k=rng.choice((0, 1, 1, 2, 3)))
            lows = [rng.randint(1_000, 4_000) for _ in units]
            ranges = [
                {"unit": unit, "low": f"{low / 100:.2f}", "high": rng.choice((f"{low + 5}", f"{low}.5", f"{low}.1234"))}
                for unit, low in zip(units, lows, strict=True)
            ]
            spec["pay"] = {
                "plan": rng.choice("PPPQ"),
                "grade": rng.choice(("1", "2", "2", "salary")),
                "ranges": ranges,
                "source": SOURCE,
            }


def _classes_named(rules: Json) -> Iterator[Json]:
    for rule in rules.get("requirements", []):
        yield from rule.get("classes", [])
    yield from (one["named"] for one in rules.get("substitutions", []) if "named" in one)


@cache
def bundled() -> Subject:
    """Return the bundled data."""
    return subject_of("bundled", load_catalog(), longest=96)


@cache
def synthetic(count: int, seed: int) -> Subject:
    """Return a made-up catalog of so many classes; every other one offers inferred steps between few groups."""
    made = make_catalog(count, seed=seed)
    if seed % 2:
        made["jurisdictions"][0]["offers_inferred_steps"] = True
        for spec in made["classes"]:
            spec["occupational_group"] = spec["occupational_group"].partition("-")[2]
    record = validate_json(CatalogRecord, json.dumps(with_early_filing(made, f"synthetic {count} {seed}")))
    return subject_of(f"synthetic {count} {seed}", Catalog(record), longest=60)


@cache
def crossing(count: int, seed: int) -> Subject:
    """Return a catalog whose requirements cross everywhere, so that bound and plan lie apart."""
    rng = Random(f"crossing {count} {seed}")
    classes = [_crossing_class(rng, place) for place in range(count)]
    made = with_early_filing({"jurisdictions": [], "classes": classes}, f"crossing {count} {seed}")
    record = validate_json(CatalogRecord, json.dumps(made))
    return subject_of(f"crossing {count} {seed}", Catalog(record), longest=12)


def _crossing_class(rng: Random, place: int) -> Json:
    routes = [[f"e{number}{part}" for part in range(rng.choice((1, 2, 2, 3)))] for number in range(rng.choice((1, 2)))]
    return {
        "jurisdiction": "us-aa",
        "code": f"{place:02d}C",
        "title": f"Class {place}",
        "completeness": "whole",
        "qualifications": {
            "requirements": [_crossing_experience(rng, place, name) for names in routes for name in names],
            "routes": [{"id": f"r{number}", "requires": names} for number, names in enumerate(routes)],
        },
        "source": SOURCE,
    }


def _crossing_experience(rng: Random, place: int, name: str) -> Json:
    lower = [f"us-aa/{one:02d}C" for one in range(place)]
    classes = [{"class": one} for one in rng.sample(lower, min(place, rng.randint(1, 4)))]
    return {
        "kind": "experience",
        "id": name,
        "months": rng.randint(1, 9) if classes else 0,
        "what": "work",
        "classes": classes,
        "source": SOURCE,
    }
