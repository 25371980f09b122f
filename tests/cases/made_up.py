"""Catalogs of a few made-up classes, as a worked case describes them in its own lines.

``classes`` maps a code to what the class asks: ``requirements``, ``substitutions`` and
``routes`` as in a class file. A source, words and the one route of all requirements are
filled in where they are left out. A class that asks nothing is only named.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Json = dict[str, Any]
PLACE = "us-xx"
SOURCE = {"document": "made-up.txt", "section": "Minimum qualifications", "lines": [1, 1]}


def write_catalog(classes: Mapping[str, Json], folder: Path, **jurisdiction: object) -> Path:
    """Write the classes of a case as a catalog folder, with fields of its jurisdiction; return the folder."""
    place = folder / "catalog" / PLACE
    place.mkdir(parents=True)
    _write(place / "jurisdiction.yaml", {"id": PLACE, "name": "Made-up place", **jurisdiction})
    for code, asked in classes.items():
        _write(place / f"{code}.yaml", _record(code, asked))
    return place.parent


def _write(file: Path, record: Json) -> None:
    # JSON is YAML too.
    file.write_text(json.dumps(record), encoding="utf-8")


def _record(code: str, asked: Json) -> Json:
    fields = {key: value for key, value in asked.items() if key not in {"requirements", "substitutions", "routes"}}
    if "pay" in fields:
        fields["pay"] = {"source": SOURCE, **fields["pay"]}
    named = {"jurisdiction": PLACE, "code": code, "title": f"Class {code}", "source": SOURCE, **fields}
    if "requirements" not in asked:
        return {**named, "completeness": "named-only"}
    return {**named, "completeness": "whole", "qualifications": _rules(asked)}


def _rules(asked: Json) -> Json:
    requirements: Sequence[Json] = asked["requirements"]
    every = {"id": "general", "requires": [one["id"] for one in requirements]}
    return {
        "requirements": [{"what": "What is asked", "source": SOURCE, **one} for one in requirements],
        "substitutions": [{"source": SOURCE, **one} for one in asked.get("substitutions", ())],
        "routes": asked.get("routes", [every]),
    }
