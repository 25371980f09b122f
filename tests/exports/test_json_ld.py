"""CTDL and schema.org read back by rdflib and pyld, without a network: every key is mapped, every month exact."""

import json
from collections.abc import Callable
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings

from ladder.exports import ctdl_export, schema_org_export
from ladder.exports.ctdl_export import exact_years
from ladder.exports.held_text import Reason
from ladder.exports.ladder_sheets import LadderSheets
from ladder.exports.losses import Form
from tests.exports.ladders import any_ladders, bundled, hostile, made, mixed
from tests.exports.reading_back import Read, check

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
"""rdflib's own parser of JSON-LD uses what rdflib calls deprecated."""
FORMS = [ctdl_export.FORM, schema_org_export.FORM]
LADDERS: dict[str, Callable[[], LadderSheets]] = {
    "hostile": hostile,
    "mixed": mixed,
    "city": lambda: bundled("los-angeles"),
}
TERM, CLASS = "urn:ladder:term:", "urn:ladder:class:"
CTDL, SCHEMA = "https://purl.org/ctdl/terms/", "https://schema.org/"


def page_of(sheets: LadderSheets, form: Form) -> bytes:
    (content,) = form.write(sheets).values()
    return content


def read_rdflib(page: bytes) -> tuple[Read, Any]:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=page, format="json-ld")
    records: dict[Any, dict[str, Any]] = {}
    for subject, predicate, value in graph:
        if predicate.startswith(TERM):
            told = value.toPython() if isinstance(value, rdflib.Literal) else str(value).removeprefix(CLASS)
            records.setdefault(subject, {})[predicate.removeprefix(TERM)] = told
    steps = [one for one in records.values() if "step" in one]
    return {"classes": [one for one in records.values() if "step" not in one], "steps": steps}, graph


@pytest.mark.parametrize(("form", "name"), list(product(FORMS, LADDERS)))
def test_rdflib_reads_the_same(form: Form, name: str) -> None:
    sheets = LADDERS[name]()
    read, graph = read_rdflib(page_of(sheets, form))
    check(sheets, form, read)
    assert page_of(sheets, form) == page_of(sheets, form)
    known = (TERM, CTDL, SCHEMA, "http://www.w3.org/")
    assert not [one for one in map(str, graph.predicates()) if not one.startswith(known)]


@settings(max_examples=20)
@given(any_ladders())
def test_any_ladder_is_there(sheets: LadderSheets) -> None:
    for form in FORMS:
        check(sheets, form, read_rdflib(page_of(sheets, form))[0])


@pytest.mark.parametrize("form", FORMS)
def test_pyld_loses_no_key(form: Form) -> None:
    jsonld = pytest.importorskip("pyld").jsonld
    page = json.loads(page_of(made(2), form))
    expanded = jsonld.expand(page, {"documentLoader": _no_network})
    assert len(expanded) == len(made(2).classes.rows)
    assert _count_keys(expanded) == _count_keys(page["@graph"])
    back = jsonld.compact(expanded, page["@context"], {"documentLoader": _no_network})
    assert _sorted(back["@graph"]) == _sorted(page["@graph"])


def _no_network(url: str, options: object) -> object:
    del options
    raise AssertionError(url)


def _count_keys(tree: object) -> int:
    """Return how many keys stand in a tree, those that expanded JSON-LD wraps values with left out."""
    if isinstance(tree, list):
        return sum(map(_count_keys, tree))
    if not isinstance(tree, dict) or "@value" in tree or set(tree) == {"@id"}:
        return 0
    return len(tree) + sum(map(_count_keys, tree.values()))


def _sorted(tree: object) -> object:
    if isinstance(tree, list):
        return sorted(map(_sorted, tree), key=repr)
    if isinstance(tree, dict):
        told = {
            name: [value] if name in _LISTS and not isinstance(value, list) else value for name, value in tree.items()
        }
        return {name: _sorted(value) for name, value in sorted(told.items())}
    return tree


_LISTS = {"ceterms:preparationFrom", "schema:experienceRequirements"}


def test_each_vocabulary_tells_months_in_its_own_words() -> None:
    rdflib = pytest.importorskip("rdflib")
    _, ctdl = read_rdflib(page_of(mixed(), ctdl_export.FORM))
    years = {value.toPython() for value in ctdl.objects(predicate=rdflib.URIRef(f"{CTDL}yearsOfExperience"))}
    assert years == {Decimal(2)}
    _, schema = read_rdflib(page_of(mixed(), schema_org_export.FORM))
    months = {value.toPython() for value in schema.objects(predicate=rdflib.URIRef(f"{SCHEMA}monthsOfExperience"))}
    assert months == {Decimal(24), Decimal("14.5")}
    feeders = {str(one) for one in ctdl.objects(predicate=rdflib.URIRef(f"{CTDL}targetJob"))}
    assert feeders == {f"{CLASS}xx/1", f"{CLASS}xx/2"}


def test_months_without_an_exact_year_are_listed_and_not_rounded() -> None:
    exact = [months for months in range(1, 13) if exact_years(months) is not None]
    assert exact == [3, 6, 9, 12]
    assert exact_years(Decimal("1.5")) == "0.125"
    fives = [str(one["step"]) for one in hostile().steps.records() if one["months"] == 5]
    assert [one.record for one in ctdl_export.FORM.losses(hostile()) if one.reason is Reason.YEARS] == fives
    assert [one.record for one in ctdl_export.FORM.losses(mixed())] == ["2"]
