"""The hand-read answers for Philadelphia and the measure of a reading against them."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ladder.qualifications import Experience, Qualifications, Route
from ladder.reading.named_classes import fold_class_title
from ladder.reading.readings import Reading
from tests.measure import ROOT, SHARED

CORPUS = SHARED / "corpora" / "philadelphia"
GOLD = SHARED / "corpora" / "philadelphia-gold.jsonl"
HAND_READ = ROOT / "tests" / "reading" / "hand_read" / "philadelphia.jsonl"
CHART = SHARED / "corpora" / "philadelphia-clerical-ladder.jsonl"

Amount = tuple[int, int | None, str]
"""Months of the first experience, months of the other, and how the other stands to it."""

_NOTE_BEHIND = re.compile(r" *[(\[].*")


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def gold_amounts(row: dict[str, Any]) -> set[Amount]:
    return {amount for route in row["routes"] if (amount := _gold_amount(route))}


def _gold_amount(route: dict[str, Any]) -> Amount | None:
    general, special = route.get("general") or {}, route.get("special") or {}
    months = [part["months"] for part in (general, special) if part.get("months") is not None]
    if not months:
        return None
    if len(months) == 1:
        return months[0], None, ""
    return months[0], months[1], "within" if special.get("subset_of_general") else "added"


def read_amounts(rules: Qualifications | None) -> set[Amount]:
    return {amount for route in (rules.routes if rules else ()) if rules and (amount := _read_amount(rules, route))}


def _read_amount(rules: Qualifications, route: Route) -> Amount | None:
    asked = [rule for rule in rules.requirements if isinstance(rule, Experience) and rule.id in route.requires]
    first = [rule for rule in asked if not rule.within and not rule.additional_to]
    others = [rule for rule in asked if rule.within or rule.additional_to]
    if not first:
        return None
    if len(first) > 1 or len(others) > 1:
        return first[0].months, None, f"{[rule.id for rule in asked]}"
    if not others:
        return first[0].months, None, ""
    return first[0].months, others[0].months, "within" if others[0].within else "added"


def gold_classes(row: dict[str, Any]) -> set[str]:
    parts = [part for route in row["routes"] for part in (route.get("general"), route.get("special")) if part]
    return {fold_class_title(_NOTE_BEHIND.sub("", name)) for part in parts for name in part.get("in_classes", ())}


def read_classes(reading: Reading) -> set[str]:
    rules = reading.record.qualifications if reading.record else None
    named = {
        one.class_id
        for rule in (rules.requirements if rules else ())
        if isinstance(rule, Experience)
        for one in rule.classes
    }
    return {fold_class_title(reading.printed[name]) for name in named}


def class_figures(pairs: Iterable[tuple[set[str], set[str]]]) -> tuple[int, int, int]:
    hits = extra = missed = 0
    for gold, read in pairs:
        hits, extra, missed = hits + len(gold & read), extra + len(read - gold), missed + len(gold - read)
    return hits, extra, missed


def files_of_corpus() -> Iterator[Path]:
    return iter(sorted(CORPUS.glob("*.htm")))
