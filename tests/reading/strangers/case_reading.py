"""Small documents with their right reading (``own_sentences.jsonl``): one change to all that a case says."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Case = dict[str, Any]
Figures = dict[int, int]

READING = ("routes", "also", "ambiguous", "substitutions", "conditions", "not_classes", "not_in_record")
ASKED = ("months", "months_to", "within")


def cases_of(file: Path) -> list[Case]:
    """Return the cases of a file, one JSON object a line."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def atoms_of(case: Case) -> Iterator[Case]:
    """Yield every atom of the reading, those of the readings of an ambiguous sentence among them."""
    readings = [case["routes"], *(case.get("ambiguous") or ()), *(case.get("also") or ())]
    return (atom for routes in readings for route in routes or () for atom in route["all_of"])


def with_document(case: Case, document: str) -> Case:
    """Return the case with another document; the reading stays."""
    return {**case, "document": document}


def said_otherwise(case: Case, change: Callable[[str], str]) -> Case:
    """Return the case with its document and every string of its reading changed alike."""
    reading = {key: _changed(case[key], change) for key in READING if key in case}
    return {**case, **reading, "document": change(case["document"])}


def with_figures(case: Case, figures: Figures) -> Case:
    """Return the case with other months in its reading; substitutions stand for the new ones, at the old rates."""
    early = case["early_filing_months"]
    return {
        **case,
        **{key: _renumbered(case[key], figures) for key in ("routes", "also", "ambiguous") if key in case},
        "substitutions": [
            {**each, "for_months": _renumbered(each["for_months"], figures)} for each in case["substitutions"]
        ],
        "early_filing_months": figures.get(early, early),
    }


def asked_figures(case: Case) -> set[int]:
    """Return every figure of experience that the reading holds, and the months of early filing."""
    figures = {atom.get(key) for atom in atoms_of(case) if atom["type"] == "experience" for key in ASKED}
    return {figure for figure in figures | {case["early_filing_months"]} if figure}


def standing_figures(case: Case) -> set[int]:
    """Return the figures that a variant leaves alone: of substitutions, and of windows."""
    substitutions = {each.get(key) for each in case["substitutions"] for key in ("months", "at_most_months")}
    windows = {12 * atom["recent_years"] for atom in atoms_of(case) if atom.get("recent_years")}
    return {figure for figure in substitutions | windows if figure}


def class_names(case: Case) -> list[str]:
    """Return the classes that the reading names or excludes, the shortest first."""
    named = {title for atom in atoms_of(case) for key in ("in_classes", "at_level_of") for title in atom.get(key, ())}
    return sorted(named | set(case["not_classes"]), key=lambda title: (len(title), title))


def _changed(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - a piece of JSON
    """Change every string inside a piece of a reading."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_changed(each, change) for each in value]
    return {key: _changed(each, change) for key, each in value.items()} if isinstance(value, dict) else value


def _renumbered(value: Any, figures: Figures) -> Any:  # noqa: ANN401 - a piece of JSON
    """Change the asked figures inside routes, and lists of bare figures."""
    if isinstance(value, list):
        return [figures.get(each, each) if isinstance(each, int) else _renumbered(each, figures) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: figures.get(each, each) if key in ASKED and isinstance(each, int) else _renumbered(each, figures)
        for key, each in value.items()
    }
