"""A small clean catalog of two invented jurisdictions, and edits that plant one fault into a copy of it."""

import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from decimal import ROUND_CEILING, Decimal
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ladder.catalog.catalog import CatalogRecord
from ladder.catalog.files import FilesRead
from ladder.catalog.record_faults import find_faults
from ladder.checks.catalog_under_check import CatalogUnderCheck, DocumentNotes
from ladder.checks.catalogue import find_all
from ladder.checks.findings import Finding
from ladder.errors import BadFileError
from ladder.record_files import LocatedRecord
from ladder.records import validate_json
from ladder.service_time import read_month

AS_OF = read_month("2026-11")
FILE = "planted.json"
Raw = dict[str, Any]


class Edit(NamedTuple):
    """One change: where, as ``1001/pay/grade`` or ``us-xx/name``, and the new value.

    A path that ends in ``+`` appends; the value DROP takes the field out.
    """

    path: str
    value: object


class New(NamedTuple):
    """One more class: like another, with a code of its own, or none, and changed fields."""

    code: str
    like: str
    changed: Mapping[str, object]


Planting = Sequence[Edit | New]
DROP = object()
OWN = "the document of the class itself"
"""Stands for the name of the document that a class cites as its own."""


def source(document: str, line: int = 3, **more: object) -> Raw:
    return {"document": document, "section": "Heading", "lines": [line, line], "revision": "2024-03-01", **more}


def pay_ranges(yearly: Sequence[int]) -> list[Raw]:
    """Return hourly, biweekly and yearly pay that hang together by the pay basis of us-xx."""
    cent = Decimal("0.01")
    biweekly = [(Decimal(one) / Decimal("26.1")).quantize(cent, ROUND_CEILING) for one in yearly]
    hourly = [(one / 80).quantize(cent, ROUND_CEILING) for one in biweekly]
    return [
        {"unit": unit, "low": str(low), "high": str(high)}
        for unit, (low, high) in (("hourly", hourly), ("biweekly", biweekly), ("yearly", yearly))
    ]


def experience(name: str, months: int, document: str, **more: object) -> Raw:
    what = more.pop("what", f"Work in the {name} part of records keeping")
    return {"kind": "experience", "id": name, "months": months, "what": what, "source": source(document, 9), **more}


def _class(code: str, title: str, rules: Raw, **more: object) -> Raw:
    document = f"{code} {title.upper()}.txt"
    return {
        "jurisdiction": "us-xx" if code.startswith("1") else "us-yy",
        "code": code,
        "title": title,
        "completeness": "whole",
        "designation": "Competitive",
        "occupational_group": "Records",
        "dates": {
            "effective": "2024-03-01",
            "established": "2010-05-04",
            "revised": "2024-03-01",
            "replaces": "2019-02-01",
            "source": source(document, 40),
        },
        "qualifications": rules,
        "source": source(document),
        **more,
    }


def _only_named(jurisdiction: str, slug: str, title: str, **more: object) -> Raw:
    named = {"jurisdiction": jurisdiction, "slug": slug, "title": title, "completeness": "named-only", **more}
    return {**named, "source": source("1001 RECORDS CLERK.txt", 12)}


def _pay(plan: str, grade: str, document: str, ranges: list[Raw]) -> Raw:
    return {"plan": plan, "grade": grade, "ranges": ranges, "source": source(document, 5)}


def _clerk() -> Raw:
    document = "1001 RECORDS CLERK.txt"
    rules = {
        "requirements": [
            experience("general", 36, document),
            experience("aide", 12, document, classes=_named("filing-aide")),
        ],
        "routes": [{"id": "general", "requires": ["general"]}, {"id": "aide", "requires": ["aide"]}],
        "substitutions": [
            {
                "kind": "programme",
                "stands_for": "general",
                "programme": "us-xx/records-academy",
                "source": source(document, 14),
            },
            {
                "kind": "service",
                "stands_for": "general",
                "named": {"class": "us-xx/1005"},
                "months": 12,
                "source": source(document, 15),
            },
        ],
    }
    pay = _pay("GS", "10", document, pay_ranges([40_000, 50_000]))
    return _class("1001", "Records Clerk", rules, pay=pay, series={"name": "Records", "rank": 1})


def _named(*slugs: str) -> list[Raw]:
    return [{"class": f"us-xx/{slug}"} for slug in slugs]


def _senior_clerk() -> Raw:
    document = "1002 SENIOR RECORDS CLERK.txt"
    rules = {
        "requirements": [
            experience("general", 48, document),
            experience("internal", 24, document, classes=_named("1001"), standing="internal"),
        ],
        "routes": [{"id": "general", "requires": ["general"]}, {"id": "internal", "requires": ["internal"]}],
    }
    pay = _pay("GS", "12", document, pay_ranges([46_000, 58_000]))
    more = {"pay": pay, "series": {"name": "Records", "rank": 2}}
    return _class("1002", "Senior Records Clerk", rules, superiors=[_superior("1003", document)], **more)


def _superior(code: str, document: str) -> Raw:
    return {"class": f"us-xx/{code}", "source": source(document, 20)}


def _supervisor() -> Raw:
    document = "1003 RECORDS SUPERVISOR.txt"
    general = source(document, 9, quote="Five (5) years in the keeping of records")
    special = source(document, 10, quote="Two (2) years of it in charge of others")
    rules = {
        "requirements": [
            {**experience("general", 60, document), "source": general},
            {**experience("special", 24, document, within="general"), "source": special},
            experience("internal", 12, document, classes=_named("1002"), standing="internal"),
        ],
        "routes": [{"id": "general", "requires": ["general", "special"]}, {"id": "internal", "requires": ["internal"]}],
        "substitutions": [
            {
                "kind": "study",
                "stands_for": "general",
                "semester_hours": 15,
                "months": 6,
                "at_most_months": 24,
                "source": source(document, 14),
            },
            {
                "kind": "degree",
                "stands_for": "general",
                "degree": "master",
                "months": 12,
                "source": source(document, 15, quote="A master's degree stands for one (1) year more"),
            },
        ],
    }
    pay = _pay("GS", "15", document, pay_ranges([56_000, 70_000]))
    more = {"pay": pay, "series": {"name": "Records", "rank": 3}}
    return _class("1003", "Records Supervisor", rules, superiors=[_superior("1004", document)], **more)


def _manager() -> Raw:
    document = "1004 RECORDS MANAGER.txt"
    rules = {
        "requirements": [
            experience("general", 84, document),
            {
                "kind": "education",
                "id": "degree",
                "what": "A bachelor's degree in archives",
                "degree": "bachelor",
                "fields": ["archives"],
                "source": source(document, 10),
            },
            {
                "kind": "credential",
                "id": "licence",
                "what": "The records keeper's licence",
                "name": "Records keeper",
                "source": source(document, 11),
            },
        ],
        "routes": [
            {"id": "general", "requires": ["general", "licence"]},
            {"id": "degree", "requires": ["degree", "licence"]},
        ],
    }
    condition = {"code": "TRAVEL", "text": "A position may ask for travel.", "source": source(document, 22)}
    alias = {"code": "1904", "title": "Chief of Records", "note": "old title", "source": source(document, 4)}
    pay = _pay("GS", "20", document, pay_ranges([80_000, 101_000]))
    return _class("1004", "Records Manager", rules, pay=pay, conditions=[condition], aliases=[alias])


def _trainee() -> Raw:
    document = "1005 TRAINEE IN RECORDS.txt"
    studied = source(document, 9, quote="Thirty semester hours of study; 30 semester hours in all")
    rules = {
        "requirements": [
            {"kind": "education", "id": "study", "what": "Study of any kind", "semester_hours": 30, "source": studied}
        ],
        "routes": [{"id": "general", "requires": ["study"]}],
    }
    target = {"class": "us-xx/1001", "months": 12, "at_most_months": 24, "source": source(document, 18)}
    pay = _pay("GS", "7", document, pay_ranges([32_000, 39_000]))
    return _class("1005", "Trainee in Records", rules, pay=pay, trainee_targets=[target])


_YY = (
    ("2001", "Gardener", "A"),
    ("2002", "Tree Surgeon", "B"),
    ("2003", "Park Ranger", "C"),
    ("2004", "Park Warden", "D"),
)


def _of_parks(number: int) -> Raw:
    code, title, grade = _YY[number]
    document = f"{code} {title.upper()}.txt"
    rules: Raw = {
        "requirements": [experience("general", 12 * (number + 1), document)],
        "routes": [{"id": "general", "requires": ["general"]}],
    }
    if number:
        feeder = [{"class": f"us-yy/{_YY[number - 1][0]}"}]
        rules["requirements"].append(experience("below", 6, document, classes=feeder))
        rules["routes"].append({"id": "below", "requires": ["below"]})
    yearly = {"unit": "yearly", "low": f"{30_000 + 5_000 * number}", "high": f"{40_000 + 5_000 * number}"}
    return _class(code, title, rules, pay=_pay("Parks", grade, document, [yearly]), designation=None)


def clean() -> Raw:
    """Return the clean catalog as plain values, made anew."""
    notes = [
        {"id": f"C{number}", "question": "What holds?", "answer": "This.", "basis": "Text"} for number in range(1, 19)
    ]
    ruling = {
        "class": "us-xx/1001",
        "counts_toward": ["us-xx/1003#general"],
        "by": "The board",
        "date": "2025-01-07",
        "reason": "The work is of one kind.",
    }
    alias = {"title": "Clerk of Records", "class": "us-xx/1001", "source": source("1002 SENIOR RECORDS CLERK.txt", 11)}
    return {
        "jurisdictions": [
            {
                "id": "us-xx",
                "name": "Exland",
                "convention_notes": notes,
                "title_aliases": [alias],
                "rulings": [ruling],
                "pay_basis": {"pay_periods_a_year": "26.1", "hours_a_pay_period": "80", "note": "as printed"},
                "exam_designations": ["Competitive"],
                "offers_inferred_steps": True,
            },
            {"id": "us-yy", "name": "Wyeland", "grades_lowest_first": ["A", "B", "C", "D"]},
        ],
        "classes": [
            _clerk(),
            _senior_clerk(),
            _supervisor(),
            _manager(),
            _trainee(),
            _only_named("us-xx", "filing-aide", "Filing Aide"),
            _only_named("us-xx", "records-academy", "Academy of Records", is_programme=True),
            *map(_of_parks, range(4)),
        ],
    }


def plant(planting: Planting) -> Raw:
    """Return the clean catalog with the edits made."""
    raw = clean()
    for one in planting:
        if isinstance(one, New):
            like = _owner(raw, one.like)
            like = json.loads(json.dumps(like).replace(like["source"]["document"], OWN))
            added = {**like, "code": one.code or DROP, **one.changed}
            raw["classes"].append(deepcopy({name: value for name, value in added.items() if value is not DROP}))
        else:
            _edit(raw, one)
    raw["classes"] = [_with_own(spec, spec["source"]["document"]) for spec in raw["classes"]]
    return raw


def _with_own(value: Any, document: str) -> Any:  # noqa: ANN401 - plain values of any kind
    if isinstance(value, dict):
        return {name: _with_own(one, document) for name, one in value.items()}
    if isinstance(value, list):
        return [_with_own(one, document) for one in value]
    return document if value == OWN else value


def _owner(raw: Raw, name: str) -> Raw:
    everything = [*raw["classes"], *raw["jurisdictions"]]
    return next(one for one in everything if name in (one.get("code"), one.get("slug"), one.get("id")))


def _edit(raw: Raw, edit: Edit) -> None:
    name, *parts, last = edit.path.split("/")
    here: Any = _owner(raw, name)
    for part in parts:
        here = here[int(part)] if isinstance(here, list) else here.setdefault(part, [] if last == "+" else {})
    if last == "+":
        here.append(deepcopy(edit.value))
    elif edit.value is DROP:
        del here[int(last) if isinstance(here, list) else last]
    else:
        here[int(last) if isinstance(here, list) else last] = deepcopy(edit.value)


def under_check(raw: Raw, documents: Sequence[DocumentNotes] = ()) -> CatalogUnderCheck:
    """Return the catalog that plain values hold, as one compiled file would give it."""
    record = validate_json(CatalogRecord, json.dumps(raw))
    classes = tuple(LocatedRecord(spec, FILE, name=spec.class_id) for spec in record.classes)
    jurisdictions = tuple(LocatedRecord(one, FILE, name=one.id) for one in record.jurisdictions)
    faults = BadFileError(find_faults(classes, jurisdictions)).faults
    return CatalogUnderCheck(FilesRead(jurisdictions, classes, faults), AS_OF, tuple(documents))


def find_in(raw: Raw, documents: Sequence[DocumentNotes] = ()) -> tuple[Finding, ...]:
    """Return what all rules find in the catalog that plain values hold."""
    return find_all(under_check(raw, documents))


def write_folder(raw: Raw, folder: Path) -> Path:
    """Write the catalog as people keep it: a folder a jurisdiction, a YAML file a record."""
    for one in raw["jurisdictions"]:
        (folder / one["id"]).mkdir()
        _write(folder / one["id"] / "jurisdiction.yaml", one)
    for one in raw["classes"]:
        _write(folder / one["jurisdiction"] / f"{one.get('code') or one.get('slug')}.yaml", one)
    return folder


def _write(file: Path, record: Raw) -> None:
    file.write_text(yaml.safe_dump(_bare(record), sort_keys=False, width=200), encoding="utf-8")


def _bare(value: Any) -> Any:  # noqa: ANN401 - plain values of any kind
    """Return the values with decimals as bare numbers, as people write them."""
    if isinstance(value, dict):
        numbers = {"low", "high", "pay_periods_a_year", "hours_a_pay_period"}
        return {name: float(one) if name in numbers else _bare(one) for name, one in value.items()}
    return [_bare(one) for one in value] if isinstance(value, list) else value
