"""Cases whose answers are known: the table of docs/semantics.md, and small catalogs worked out by hand."""

import json
from pathlib import Path

from tests.oracle.dice import AS_OF, HOME, SOURCE
from tests.oracle.documents import Json

DATA = Path(__file__).parents[2] / "data" / "catalog.json"
LEADING = ["us-nd/0442", "us-nd/0443"]


def work(name: str, months: int, *classes: str, **more: object) -> Json:
    """Return an experience requirement."""
    named = [{"class": f"{HOME}/{one}"} for one in classes]
    rule: Json = {
        "kind": "experience",
        "id": name,
        "months": months,
        "what": "work",
        "classes": named,
        "source": SOURCE,
    }
    return rule | more


def grade(code: str, *rules: Json, substitutions: tuple[Json, ...] = ()) -> Json:
    """Return a class with one route that asks everything."""
    route = {"id": "general", "requires": [one["id"] for one in rules]}
    asked = {"requirements": list(rules), "routes": [route], "substitutions": list(substitutions)}
    return {
        "jurisdiction": HOME,
        "code": code,
        "title": f"Class {code}",
        "completeness": "whole",
        "source": SOURCE,
        "qualifications": asked,
    }


def instead(requirement: str, class_id: str, **more: object) -> Json:
    """Return a substitution of service in a class for a requirement."""
    one: Json = {"kind": "service", "stands_for": requirement, "named": {"class": f"{HOME}/{class_id}"}}
    return one | {"months": 12, "source": SOURCE} | more


def question(kind: str, classes: list[Json], profile: Json, target: str, start: str = "", **plan: object) -> Json:
    """Return a case of a small catalog."""
    catalog = {"format": 1, "jurisdictions": [{"id": HOME, "name": HOME}], "classes": classes}
    told: Json = {"kind": "climb" if kind == "climb" else "stay", "study": "0", "lead_in": [], "assumed": []}
    case: Json = {"kind": kind, "catalog": catalog, "plan": told | plan, "profile": {"as_of": AS_OF} | profile}
    return case | {"target": f"{HOME}/{target}", "from": f"{HOME}/{start or target}"}


def paired_classes() -> Json:
    """Return the case that jumps between thresholds get wrong: three classes, two months of each pair (truth 3)."""
    pairs = [work("e0", 2, "a", "b"), work("e1", 2, "b", "c"), work("e2", 2, "a", "c")]
    feeders = [grade("a", work("e0", 0, "b", "c")), grade("b", work("e0", 0, "a")), grade("c", work("e0", 0, "a"))]
    return question("climb", [*feeders, grade("t", *pairs)], {}, "t", "a")


def best_split() -> Json:
    """Return the split that credits most: B at most 6, C at most 12, both January to June, B alone to December: 12."""
    capped = (instead("e0", "b", at_most_months=6), instead("e0", "c", at_most_months=12))
    classes = [
        grade("b", work("e0", 1)),
        grade("c", work("e0", 1)),
        grade("t", work("e0", 12, "x"), substitutions=capped),
    ]
    jobs = [
        {"class": f"{HOME}/b", "start": "2025-01", "end": "2026-01"},
        {"class": f"{HOME}/c", "start": "2025-01", "end": "2025-07"},
    ]
    return question("assess", [*classes, grade("x", work("e0", 1))], {"jobs": jobs}, "t")


def beside_a_part() -> Json:
    """Return parts beside a sum (docs/semantics.md, C2): general 24 (12 by study), special 24 within, 12 added: 36."""
    rules = [work("e0", 24), work("e1", 24, within="e0"), work("e2", 12, additional_to="e0")]
    study = {"kind": "study", "stands_for": "e0", "semester_hours": 30, "months": 12, "at_most_months": 12}
    present = {"counts_toward": [f"{HOME}/t#e1", f"{HOME}/t#e2"]}
    profile = {"present": present, "education": {"semester_hours": "30"}}
    return question("assess", [grade("t", *rules, substitutions=(study | {"source": SOURCE},))], profile, "t")


def two_parts_beside_another() -> Json:
    """Return two parts of one requirement and an addition to it, for which twelve months are too few (never met).

    The added six could take the months of either part, each of which is then short; to
    look at one part at a time would find six months for it each time.
    """
    rules = [work("e0", 6), work("e1", 6, within="e0"), work("e2", 6, within="e0"), work("e3", 6, additional_to="e0")]
    jobs = [{"months": "6", "counts_toward": [f"{HOME}/t#{part}", f"{HOME}/t#e3"]} for part in ("e1", "e2")]
    return question("assess", [grade("t", *rules)], {"jobs": jobs}, "t")


def service_for_a_degree(hours: str) -> Json:
    """Return C22: a bachelor's and 24 months asked, and service may stand year for year (72 with nothing studied)."""
    degree: Json = {"kind": "education", "id": "o0", "what": "a degree", "degree": "bachelor", "source": SOURCE}
    by_service = instead("o0", "a", gives_years=1)
    classes = [grade("a", work("e0", 1)), grade("t", degree, work("e0", 24, "a"), substitutions=(by_service,))]
    profile = {"present": {"class": f"{HOME}/a"}, "education": {"semester_hours": hours}}
    return question("assess", classes, profile, "t")


TABLE: dict[str, tuple[int, Json]] = {
    "office assistant from day one": (
        36,
        {"from": "us-ct/office-assistant", "target": "us-ct/6435CL", "profile": {}},
    ),
    "bachelor's, leading from specialist on": (
        36,
        {
            "from": "us-nd/0441",
            "target": "us-nd/0444",
            "lead_in": LEADING,
            "profile": {"standing": {"internal": True}, "education": {"degrees": [{"level": "bachelor"}]}},
        },
    ),
    "0.7 of full time": (
        53,
        {
            "from": "us-nd/0441",
            "target": "us-nd/0443",
            "profile": {"standing": {"internal": True}, "present": {"class": "us-nd/0441", "fte": "0.7"}},
        },
    ),
    "consultant for six months, all leading": (
        6,
        {
            "kind": "assess",
            "from": "us-nd/0443",
            "target": "us-nd/0444",
            "profile": {
                "standing": {"internal": True},
                "jobs": [{"class": "us-nd/0443", "months": "6", "counts_toward": ["us-nd/0444#special"]}],
                "present": {"class": "us-nd/0443", "counts_toward": ["us-nd/0444#special"]},
            },
        },
    ),
    "bachelor's, master's and law": (
        24,
        {
            "kind": "assess",
            "from": "us-ct/0029MP",
            "target": "us-ct/5257MP",
            "profile": {
                "present": {"title": "Other work", "counts_toward": ["us-ct/5257MP#special"]},
                "education": {
                    "degrees": [
                        {"level": "bachelor"},
                        {"level": "master", "field": "labor relations"},
                        {"level": "law"},
                    ]
                },
            },
        },
    ),
}
"""Rows of the table "Time along a path": the true months, and the case."""


def bundled_case(told: Json) -> Json:
    """Return a case of the bundled catalog."""
    kind = told.get("kind", "climb")
    plan = {
        "kind": "stay" if kind == "assess" else "climb",
        "study": "0",
        "lead_in": told.get("lead_in", []),
        "assumed": [],
    }
    catalog: Json = json.loads(DATA.read_text("utf-8"))
    catalog.pop("checksum", None)
    case: Json = {"kind": kind, "catalog": catalog, "plan": plan}
    return case | {"from": told["from"], "target": told["target"], "profile": {"as_of": AS_OF} | told["profile"]}
