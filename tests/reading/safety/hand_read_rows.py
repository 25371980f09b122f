"""All rows read by hand in one form: routes of service, schooling and what is held."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.measure import ROOT
from tests.reading.safety.real_documents import CORPORA

Json = dict[str, Any]
NO_END = 1_200

_HERE = ROOT / "tests" / "reading"
_LEVELS = (
    (5, r"ph\.?d|doctor"),
    (4, r"master"),
    (3, r"bachelor|four-year|four years of college"),
    (2, r"associate|two-year|two years (?:of college|post)|60 (?:semester|college|credits)|60 credits"),
)
_DEGREES = {"elementary": 1, "high_school": 1, "diploma": 2, "associate": 2, "bachelor": 3, "master": 4, "doctorate": 5}
_GRADE = re.compile(r" (?:i{1,3}|iv|v|vi|a|b|[1-6])$")
_NOTE_BEHIND = re.compile(r" *[(\[].*")


class ServiceAsked(NamedTuple):
    """Months of service, the titles that count (none: any), the whole it is part of, and whether it is added."""

    months: int
    titles: frozenset[str]
    within: int | None = None
    is_added: bool = False


class RowRoute(NamedTuple):
    """What one route of a row asks; a judged one nobody meets by arithmetic."""

    service: tuple[ServiceAsked, ...] = ()
    rank: int = 0
    in_field: bool = False
    held: int = 0
    is_judged: bool = False


class Row(NamedTuple):
    """One document as a person read it; ``credit`` is the most months that something may stand for."""

    folder: str
    name: str
    titles: frozenset[str]
    routes: tuple[RowRoute, ...]
    credit: int
    service_for_study: bool
    is_ambiguous: bool


def plain(title: str) -> str:
    """Return a title in small letters, without marks, and without the figure of its level."""
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", _NOTE_BEHIND.sub("", title).casefold()).split())
    return _GRADE.sub("", words)


def all_rows() -> Iterator[Row]:
    """Yield every row, file after file."""
    for file in (CORPORA / "los-angeles-gold.jsonl", *_files("los?angeles*.jsonl")):
        yield from map(_of_los_angeles, _lines(file))
    for file in (CORPORA / "philadelphia-gold.jsonl", *_files("philadelphia*.jsonl")):
        yield from map(_of_philadelphia, _lines(file))
    for file in (CORPORA / "strangers" / "gold.jsonl", *sorted((_HERE / "strangers").glob("hand_read*.jsonl"))):
        yield from map(_of_a_stranger, _lines(file))


def _files(pattern: str) -> list[Path]:
    return sorted((*(_HERE / "hand_read").glob(pattern), *(_HERE / "strangers").glob(pattern)))


def _lines(file: Path) -> list[Json]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def _of_a_stranger(row: Json) -> Row:
    substitutions = row["substitutions"]
    return Row(
        f"strangers/{row['employer']}",
        row["file"],
        frozenset(map(plain, (row["title"], *row["title_also"]))),
        tuple(_route(route["all_of"]) for route in row["routes"]),
        _credit(one["at_most_months"] for one in substitutions),
        any(re.search(r"(?i)degree|educ|academic|school|study", one["stands_for"]) for one in substitutions),
        bool(row["ambiguous"]),
    )


def _of_los_angeles(row: Json) -> Row:
    substitutions = row["substitutions"]
    return Row(
        "los-angeles",
        row["file"],
        frozenset([plain(row["title"] or "")]),
        tuple(_route(route["all_of"]) for route in row["routes"]),
        _credit(one["max_months"] for one in substitutions),
        any(re.search(r"(?i)degree|educ|units|college", one["replaces"]) for one in substitutions),
        bool(row["ambiguous"]),
    )


def _of_philadelphia(row: Json) -> Row:
    substitutions = row["substitutions"]
    return Row(
        "philadelphia",
        row["file"],
        frozenset([plain(row["title"] or "")]),
        (*(one for route in row["routes"] for one in _routes_of_philadelphia(route)), *_instead_of_all(substitutions)),
        _credit(one.get("months_equivalent") for one in substitutions),
        any(one.get("satisfies") in {"education", "all"} for one in substitutions),
        "AMBIGUOUS" in str(row["notes"]),
    )


def _instead_of_all(substitutions: list[Json]) -> Iterator[RowRoute]:
    """Yield a route for each degree that stands for everything asked."""
    for one in substitutions:
        if one.get("satisfies") == "all":
            yield RowRoute(rank=_rank_of_words(one["text"]))


def _credit(months: Iterable[int | None]) -> int:
    return sum(NO_END if one is None else one for one in months)


def _route(atoms: list[Json]) -> RowRoute:
    experience = [atom for atom in atoms if atom["type"] == "experience" and atom["months"]]
    study = [atom for atom in atoms if atom["type"] == "education"]
    degrees = [atom for atom in study if _rank(atom) > 1]
    licences = any(atom["type"] == "license" for atom in atoms)
    others = [atom for atom in atoms if atom["type"] in {"course", "other"} and not atom.get("soft")]
    return RowRoute(
        tuple(
            ServiceAsked(
                atom["months"], frozenset(map(plain, (*atom["in_classes"], *atom["at_level_of"]))), atom.get("within")
            )
            for atom in experience
        ),
        max((_rank(atom) for atom in study), default=0),
        bool(degrees) and all(map(_names_a_field, degrees)),
        licences + sum(not atom.get("judged") for atom in others),
        any(atom.get("judged") for atom in atoms),
    )


def _rank(atom: Json) -> int:
    if atom.get("degree"):
        return _DEGREES[atom["degree"]]
    hours = atom.get("semester_hours")
    return _rank_of_words(atom["field"]) if hours is None else 3 if hours >= 120 else 2 if hours >= 60 else 1


def _names_a_field(atom: Json) -> bool:
    """Return whether a degree is asked in a field; rows of the cities say it in words."""
    return bool(atom["fields"] if "fields" in atom else re.search(r" (?:in|of) ", atom["field"]))


def _rank_of_words(words: str) -> int:
    """Return the lowest level that the words name; high school where they name none."""
    return min((rank for rank, level in _LEVELS if re.search(level, words.casefold())), default=1)


def _routes_of_philadelphia(route: Json) -> Iterator[RowRoute]:
    """Yield the route, and once more with the certificate that its schooling names instead."""
    words = route["education"] or ""
    yield _with_schooling(route, words)
    if re.search(r"(?i), or .*certificat", words):
        yield _with_schooling(route, "")._replace(held=1)


def _with_schooling(route: Json, schooling: str) -> RowRoute:
    general, special, also = (route.get(name) or {} for name in ("general", "special", "special_also"))
    is_part = bool(special.get("subset_of_general"))
    asked = [(one, one is special and is_part) for one in (general, special, also) if one.get("months")]
    return RowRoute(
        tuple(
            ServiceAsked(
                one["months"],
                frozenset(map(plain, one.get("in_classes", ()))) if not one.get("list_role") else frozenset(),
                general["months"] if part else None,
                is_added=not part and len(asked) > 1,
            )
            for one, part in asked
        ),
        _rank_of_words(schooling) if schooling else 0,
        bool(re.search(r" in (?!area|the functional)", schooling)) and _rank_of_words(schooling) > 1,
        sum(bool(route.get(name)) for name in ("licence", "program")),
    )
