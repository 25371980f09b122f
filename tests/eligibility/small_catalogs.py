"""Small catalogs and people, written in a few words, for the tests of the engine."""

import json
from typing import Any

from ladder.candidates import Profile
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.eligibility.answers import Assessment
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import History
from ladder.profiles import resolve_profile
from ladder.records import validate_json
from ladder.service_time import read_month

Json = dict[str, Any]
PLACE = "us-xx"
SOURCE = {"document": "d.txt", "section": "s", "lines": [1, 1]}
AS_OF = "2026-11"


def service(name: str, months: int, /, *classes: str | Json, **more: Any) -> Json:  # noqa: ANN401 - fields of a record
    """Return an experience requirement; classes by code."""
    named = [{"class": f"{PLACE}/{one}"} if isinstance(one, str) else one for one in classes]
    return {
        "kind": "experience",
        "id": name,
        "months": months,
        "what": "work",
        "classes": named,
        "source": SOURCE,
        **more,
    }


def other(kind: str, name: str, /, **more: Any) -> Json:  # noqa: ANN401 - fields of a record
    """Return a requirement of another kind."""
    return {"kind": kind, "id": name, "what": "something", "source": SOURCE, **more}


def stands_for(kind: str, name: str, /, **more: Any) -> Json:  # noqa: ANN401 - fields of a record
    """Return a substitution; ``feeder`` names the class whose service stands for the requirement."""
    feeder = more.pop("feeder", None)
    named = {"named": {"class": f"{PLACE}/{feeder}"}} if feeder else {}
    return {"kind": kind, "stands_for": name, "source": SOURCE, **named, **more}


def grade(code: str, *requirements: Json, routes: list[list[str]] | None = None, **more: Any) -> Json:  # noqa: ANN401
    """Return a class; each route takes the requirements named, one route of all where none is given."""
    substitutions = more.pop("substitutions", [])
    names = [[one["id"] for one in requirements]] if routes is None else routes
    rules = {
        "requirements": list(requirements),
        "routes": [{"id": "-".join(route) or "general", "requires": route} for route in names],
        "substitutions": substitutions,
    }
    named_only = not requirements
    return {
        "jurisdiction": PLACE,
        "code": code,
        "title": f"Class {code}",
        "completeness": "named-only" if named_only else "whole",
        "source": SOURCE,
        **({} if named_only else {"qualifications": rules}),
        **more,
    }


def catalog_of(*classes: Json, **jurisdiction: Any) -> Catalog:  # noqa: ANN401 - fields of a record
    """Return a catalog of the classes, with the fields of its one jurisdiction."""
    record = {"jurisdictions": [{"id": PLACE, "name": "Place", **jurisdiction}], "classes": list(classes)}
    return Catalog(validate_json(CatalogRecord, json.dumps(record)))


def person(catalog: Catalog, **profile: Any) -> History:  # noqa: ANN401 - fields of a record
    """Return the history that a profile declares."""
    record = validate_json(Profile, json.dumps({"as_of": AS_OF, **profile}))
    history, faults = resolve_profile(record, catalog, as_of=read_month(AS_OF))
    assert not faults
    return history


def work(code: str, months: str | int | None = None, **more: Any) -> Json:  # noqa: ANN401 - fields of a record
    """Return a job in a class, past where it has months."""
    past = {} if months is None else {"months": str(months)}
    return {"class": f"{PLACE}/{code}", **past, **more}


def toward(reference: str, months: str | int | None = None, **more: Any) -> Json:  # noqa: ANN401 - fields of a record
    """Return a job that counts toward a requirement, past where it has months."""
    past = {} if months is None else {"months": str(months)}
    return {"counts_toward": [f"{PLACE}/{reference}"], **past, **more}


def answer(catalog: Catalog, target: str, *, plan: Plan | None = None, **profile: Any) -> Assessment:  # noqa: ANN401
    """Return the assessment of a profile for a class; the present job goes on."""
    return assess(Case(catalog, person(catalog, **profile), plan or Plan(PlanKind.STAY)), f"{PLACE}/{target}")


def effects(assessment: Assessment) -> dict[str, str]:
    """Return each condition's code and effect."""
    return {one.code: one.effect.value for one in assessment.conditions}
