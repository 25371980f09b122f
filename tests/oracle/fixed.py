"""Cases known by hand: the three classes asked in pairs, and the table of docs/semantics.md, section 4."""

import json

from tests.measure import ROOT
from tests.oracle.declarations import Json

SOURCE = {"document": "d", "section": "s"}


def paired_classes() -> Json:
    """Return three classes, each pair asked for two months together: three months are enough."""
    rungs = [_class("A", {}), _class("B", {"any": ["A"]}), _class("C", {"any": ["A"]})]
    pairs = {"ab": ["A", "B"], "bc": ["B", "C"], "ac": ["A", "C"]}
    target = _class("T", pairs, months=2)
    return {
        "kind": "climb",
        "catalog": {"format": 1, "jurisdictions": [], "classes": [*rungs, target]},
        "from": "us-aa/A",
        "target": "us-aa/T",
        "plan": {"kind": "climb", "study": "0", "lead_in": [], "assumed": []},
        "profile": {"as_of": "2026-11"},
    }


def _class(code: str, asked: dict[str, list[str]], *, months: int = 0) -> Json:
    rules = [
        {
            "kind": "experience",
            "id": name,
            "months": months,
            "what": "work",
            "classes": [{"class": f"us-aa/{one}"} for one in classes],
            "source": SOURCE,
        }
        for name, classes in (asked or {"any": []}).items()
    ]
    return {
        "jurisdiction": "us-aa",
        "code": code,
        "title": f"Class {code}",
        "completeness": "whole",
        "qualifications": {
            "requirements": rules,
            "routes": [{"id": "general", "requires": [rule["id"] for rule in rules]}],
        },
        "source": SOURCE,
    }


INTERNAL: Json = {"as_of": "2026-11", "standing": {"internal": True}}
BACHELOR: Json = {"level": "bachelor"}
TABLE: dict[str, tuple[int, Json]] = {
    "Office Assistant, day one, to 6435CL": (
        36,
        {
            "kind": "climb",
            "from": "us-ct/office-assistant",
            "target": "us-ct/6435CL",
            "profile": {"as_of": "2026-11"},
        },
    ),
    "bachelor's Representative, leading from Specialist on, to 0444": (
        36,
        {
            "kind": "climb",
            "from": "us-nd/0441",
            "target": "us-nd/0444",
            "lead_in": ["us-nd/0442", "us-nd/0443"],
            "profile": INTERNAL | {"present": {"class": "us-nd/0441"}, "education": {"degrees": [BACHELOR]}},
        },
    ),
    "bachelor's, master's and law to 5257MP": (
        24,
        {
            "kind": "assess",
            "from": "us-ct/0029MP",
            "target": "us-ct/5257MP",
            "profile": {
                "as_of": "2026-11",
                "present": {"title": "Labor relations work", "counts_toward": ["us-ct/5257MP#special"]},
                "education": {"degrees": [BACHELOR, {"level": "master", "field": "labor relations"}, {"level": "law"}]},
            },
        },
    ),
    "0.7 FTE Representative to Consultant": (
        53,
        {
            "kind": "climb",
            "from": "us-nd/0441",
            "target": "us-nd/0443",
            "profile": INTERNAL | {"present": {"class": "us-nd/0441", "fte": "0.7"}},
        },
    ),
    "Consultant of 6 months, all leading, to Senior Consultant": (
        6,
        {
            "kind": "climb",
            "from": "us-nd/0443",
            "target": "us-nd/0444",
            "profile": INTERNAL
            | {
                "jobs": [{"class": "us-nd/0443", "months": 6, "counts_toward": ["us-nd/0444#special"]}],
                "present": {"class": "us-nd/0443", "counts_toward": ["us-nd/0444#special"]},
            },
        },
    ),
}


def bundled_case(told: Json) -> Json:
    """Return the case with the bundled catalog and a whole plan."""
    kind = "climb" if told["kind"] == "climb" else "stay"
    catalog = json.loads((ROOT / "data" / "catalog.json").read_text("utf-8"))
    del catalog["checksum"]  # of the file, not of the records
    plan = {"kind": kind, "study": "0", "lead_in": told.get("lead_in", []), "assumed": []}
    return {**told, "catalog": catalog, "plan": plan}
