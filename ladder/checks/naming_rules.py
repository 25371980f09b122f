"""Naming: titles that repeat, nearly repeat, or hold what no title holds."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ladder.checks.catalog_under_check import CatalogUnderCheck, group_by
from ladder.checks.findings import Spot, catalog_rule, class_rule
from ladder.figures import is_in_digits
from ladder.sources import Severity
from ladder.specification import ClassSpecification
from ladder.titles import fold_title

_FURNITURE = re.compile(
    r"\bpage\s?[0-9]+|\bclass (?:code|title|specification)\b|\bjob bulletin\b|\brevised?\s?:?\s?[0-9]|\brev\.?\s[0-9]"
    r"|\.(?:txt|html?|pdf|docx?)\b|\bcontinued\b|\b[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}\b|\(cont(?:'d)?\b",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"(?:\b(?:and|or|of|the|for|to|in|with|by)|[-,&/(:;])$", re.IGNORECASE)
_ARABIC = re.compile(r"^(.+) ([0-9]{1,2})")
_ROMAN = re.compile(r"^(.+) (I{1,3}|IV|VI{0,3}|IX|X)")
_WORDS_OF_TITLE = re.compile(r"[A-Za-z0-9._-]+")
_SHORTEST = 10
_LEVEL = re.compile(r"[0-9]+|[ivx]{1,5}|[a-e]")


@catalog_rule(
    "TITLE_DUPLICATE",
    Severity.WARNING,
    "Two classes of a jurisdiction have the same title",
    why="A requirement that names the title means either; it is linked to neither.",
    do="Look whether the two are one class under two codes, or what tells them apart in the documents.",
)
def title_duplicate(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield described classes whose folded title an earlier one has."""
    for specs in group_by(((spec.jurisdiction, fold_title(spec.title)), spec) for spec in under.described).values():
        for spec in specs[1:]:
            if spec.class_id.casefold() != specs[0].class_id.casefold():
                yield Spot(("title",), spec.title, f"title of {specs[0].class_id}", owner=spec.class_id)


@catalog_rule(
    "TITLE_NEAR_DUPLICATE",
    Severity.INFO,
    "Two classes have titles that differ by one letter",
    why="One of the two may be misspelt; a requirement that names it is then not linked.",
    do="Compare both titles with their documents.",
)
def title_near_duplicate(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield described classes whose title is one slip away from an earlier one."""
    for specs in under.by_jurisdiction.values():
        titles = {fold_title(spec.title): spec for spec in reversed(specs)}
        neighbours = neighbours_of(titles)
        for spec in specs:
            for near in near_titles(fold_title(spec.title), neighbours):
                if titles[near].class_id < spec.class_id:
                    beside = f"{titles[near].title} ({titles[near].class_id})"
                    yield Spot(("title",), spec.title, beside, owner=spec.class_id)


def neighbours_of(titles: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the titles by each spelling that one letter left out gives; by themselves, too.

    Two titles that share a spelling are at most one letter, or one swap, apart.
    """
    return group_by((short, title) for title in titles if len(title) >= _SHORTEST for short in _shortened(title))


def near_titles(title: str, neighbours: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the other titles that one slip of spelling leads to, levels such as II and III aside."""
    found = {near: None for short in _shortened(title) for near in neighbours.get(short, ()) if near != title}
    return tuple(near for near in found if len(title) >= _SHORTEST and _differ_by_a_slip(title, near))


def _shortened(title: str) -> Iterator[str]:
    yield title
    for place in range(len(title)):
        yield title[:place] + title[place + 1 :]


def _differ_by_a_slip(one: str, other: str) -> bool:
    """Return whether the words that differ are no levels, and the titles differ by one letter or one swap."""
    different = set(one.split()) ^ set(other.split())
    if any(map(_LEVEL.fullmatch, different)):
        return False
    if len(one) != len(other):
        return True
    places = [place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    return len(places) == 1 or (len(places) == 2 and places[0] + 1 == places[1])  # noqa: PLR2004 - a swap


@class_rule(
    "TITLE_WITH_FURNITURE",
    Severity.WARNING,
    "The title holds page furniture",
    why="A title with a page number, a date or a heading in it is found by nobody and linked to nothing.",
    do="Write the title as the class is called.",
)
def title_with_furniture(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield titles with headings, page numbers, dates, file endings, or the class's own code."""
    words = _WORDS_OF_TITLE.findall(spec.title)
    has_code = spec.code is not None and spec.code in words and any(map(is_in_digits, spec.code))
    found = _FURNITURE.search(spec.title)
    if found or (has_code and len(words) > 1 and not _is_level(spec.code or "")):
        yield Spot(("title",), spec.title, found[0] if found else f"code {spec.code}")


def _is_level(code: str) -> bool:
    return len(code) == 1


@class_rule(
    "TITLE_CUT_OFF",
    Severity.WARNING,
    "The title ends in the middle",
    why="The rest of the title stands on the next line of the document; as it is, nothing is linked to it.",
    do="Write the whole title.",
)
def title_cut_off(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield titles that end in a joining word or mark, or open a bracket that nothing closes."""
    title = spec.title.strip()
    if _CUT_OFF.search(title) or title.count("(") > title.count(")"):
        yield Spot(("title",), spec.title, f"ends in {title.split()[-1] if title else 'nothing'}")


@catalog_rule(
    "TITLE_IN_CAPITALS",
    Severity.INFO,
    "The title is in capitals and most others are not",
    why="Lists and pages look careless, and abbreviations can no longer be told from words.",
    do="Write the title as the others are written.",
)
def title_in_capitals(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield titles in capitals of a jurisdiction where more than half are not."""
    for specs in under.by_jurisdiction.values():
        capital = [spec for spec in specs if spec.title.isupper() and len(spec.title.split()) > 1]
        if 2 * len(capital) < len(specs):
            for spec in capital:
                beside = f"{len(specs) - len(capital)} others in small letters"
                yield Spot(("title",), spec.title, beside, owner=spec.class_id)


@catalog_rule(
    "TITLE_LEVELS_MIXED",
    Severity.WARNING,
    "Levels of one title are written in Roman and in Arabic figures",
    why="Clerk 2 and Clerk II look like two classes, and a text that names the one is not linked to the other.",
    do="Write the levels as the documents print them, all in one way.",
)
def title_levels_mixed(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes with an Arabic level where the same title has a Roman one."""
    for specs in under.by_jurisdiction.values():
        roman = {found[1].casefold(): spec for spec in specs if (found := _ROMAN.fullmatch(spec.title))}
        for spec in specs:
            found = _ARABIC.fullmatch(spec.title)
            other = roman.get(found[1].casefold()) if found else None
            if other is not None:
                yield Spot(("title",), spec.title, f"{other.title} ({other.class_id})", owner=spec.class_id)


@catalog_rule(
    "VALUE_SPELT_TWO_WAYS",
    Severity.WARNING,
    "One name is spelt in two ways",
    why="A series, unit or group in two spellings is two; its classes are no longer counted or joined together.",
    do="Write the name as most records and documents do.",
)
def value_spelt_two_ways(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield names of series, units, groups, designations and plans that differ in case, marks or spacing alone."""
    for specs in under.by_jurisdiction.values():
        for field, names in group_by(pair for spec in specs for pair in _names_in(spec)).items():
            for spellings in group_by((_folded(name), (name, owner)) for name, owner in names).values():
                usual = max((name for name, _ in spellings), key=lambda name: sum(name == one for one, _ in spellings))
                for name, owner in spellings:
                    if name != usual:
                        yield Spot(field, name, f"elsewhere {usual}", owner=owner)


def _names_in(spec: ClassSpecification) -> Iterator[tuple[tuple[str, ...], tuple[str, str]]]:
    named = {
        ("series", "name"): spec.series.name if spec.series else None,
        ("pay", "plan"): spec.pay.plan if spec.pay else None,
        ("bargaining_unit",): spec.bargaining_unit,
        ("occupational_group",): spec.occupational_group,
        ("designation",): spec.designation,
    }
    yield from ((field, (name, spec.class_id)) for field, name in named.items() if name)


def _folded(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum()) or name
