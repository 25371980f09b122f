"""Every field of every record kind is told on every surface, or stands in a list that says why not."""

from functools import cache

import pytest

from ladder.catalog.catalog import Catalog
from ladder.specification import ClassSpecification
from tests.telling.cases import (
    CASES,
    CLASS,
    JURISDICTION_CASES,
    KINDS,
    NOT_TOLD,
    Case,
    JurisdictionCase,
    catalog_with,
    field_names,
    plain_class,
    read_class,
)
from tests.telling.surfaces import SURFACES


def bare(words: str) -> str:
    """Return the words with no mark between them: each surface sets a label apart in its own way."""
    return " ".join(words.replace(":", " ").split()).casefold()


def name_of(case: Case | JurisdictionCase) -> str:
    return f"{case.kind.__name__}.{case.field}"


@cache
def catalogs_of(number: int) -> tuple[Catalog, Catalog]:
    """Return the catalogs without and with a field, the same ones for every surface."""
    before, after = CASES[number].records()
    return catalog_of(before), catalog_of(after)


@cache
def catalog_of(record: ClassSpecification) -> Catalog:
    """Return the catalog that holds the class: the same one for every field that it is without."""
    return catalog_with(record)


@cache
def told(catalog: Catalog, surface: str) -> str:
    """Return what a surface tells of the class that the catalog begins with."""
    return bare(SURFACES[surface](catalog, next(iter(catalog.classes))))


def test_every_field_is_tried_or_said_to_be_left_out() -> None:
    tried = {(one.kind, one.field) for one in CASES} | {(one.kind, one.field) for one in JURISDICTION_CASES}
    every = {(kind, field) for kind in KINDS for field in field_names(kind)}
    assert tried | set(NOT_TOLD) == every
    assert not tried & set(NOT_TOLD)


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_every_field_is_told_everywhere(case: Case, surface: str) -> None:
    before, after = catalogs_of(CASES.index(case))
    assert bare(case.words) in told(after, surface)
    assert bare(case.words) not in told(before, surface)


@pytest.mark.parametrize("surface", [one for one in SURFACES if one != "review sheet"])
@pytest.mark.parametrize("case", JURISDICTION_CASES, ids=name_of)
def test_what_a_jurisdiction_says_of_a_class_is_told_wherever_a_catalog_is(
    case: JurisdictionCase, surface: str
) -> None:
    spec = read_class(plain_class())
    assert bare(case.words) in bare(SURFACES[surface](catalog_with(spec, case.record), CLASS))
    assert bare(case.words) not in told(catalog_of(spec), surface)
