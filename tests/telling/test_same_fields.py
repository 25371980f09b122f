"""Fields that count as one are told wherever a field decides: show, the page of a class, About of map and site."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.compiled import compile_catalog
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.loading import load_catalog
from ladder.qualifications import CoursesAsked, DegreeLevel, Education, Qualifications, Route, StudySubstitution
from ladder.rendering.ladder_map import render_map
from ladder.rendering.views.class_records import record_view
from ladder.service_time import read_month
from ladder.telling.same_fields import same_fields
from tests.cli.running import run_here
from tests.reading.readings import record_of, source_of
from tests.rendering.sites import build_site

ALIASES = (("commerce", "trade", "Business"), ("law", "legal studies"))
TOLD = "These fields of study count as one: commerce, trade and Business."
OTHER = "These fields of study count as one: law and legal studies."


def catalog_asking(*asked: Education | StudySubstitution) -> Catalog:
    spec = record_of("1")
    assert spec.qualifications is not None
    (general,) = spec.qualifications.requirements
    education = [one for one in asked if isinstance(one, Education)]
    rules = Qualifications(
        requirements=(general, *education),
        routes=(Route(id="general", requires=("general", *(one.id for one in education))),),
        substitutions=tuple(one for one in asked if isinstance(one, StudySubstitution)),
    )
    place = Jurisdiction(id="xx", name="Harbor", field_aliases=ALIASES)
    return Catalog(CatalogRecord(jurisdictions=(place,), classes=(replace(spec, qualifications=rules),)))


def degree(*fields: str) -> Education:
    return Education(id="education", what="a degree", degree=DegreeLevel.BACHELOR, fields=fields, source=source_of())


def courses(*fields: str) -> Education:
    asked = (CoursesAsked(fields=fields, semester_hours=6),)
    return Education(id="education", what="courses", courses=asked, source=source_of())


def study(*fields: str) -> StudySubstitution:
    return StudySubstitution(
        stands_for="general", semester_hours=30, months=12, at_most_months=24, fields=fields, source=source_of()
    )


@pytest.mark.parametrize(
    "asked", [degree("Trade"), courses("TRADE"), study("trade")], ids=["degree", "courses", "study"]
)
def test_the_record_of_a_class_tells_what_counts_as_a_field_that_it_names(asked: Education | StudySubstitution) -> None:
    told = [str(item.words) for one in record_view(catalog_asking(asked), "xx/1").sections for item in one.items]
    assert TOLD in told
    assert OTHER not in told


def test_a_class_that_names_no_field_tells_none() -> None:
    told = [str(item.words) for one in record_view(catalog_asking(degree()), "xx/1").sections for item in one.items]
    assert [one for one in told if one.startswith("These fields")] == []


def test_show_tells_them_in_words_and_as_json(tmp_path: Path) -> None:
    catalog = catalog_asking(degree("trade"))
    file = tmp_path / "catalog.json"
    places, classes = tuple(catalog.jurisdictions.values()), tuple(catalog.classes.values())
    file.write_bytes(compile_catalog(CatalogRecord(jurisdictions=places, classes=classes)))
    assert TOLD in " ".join(run_here("show", "1", "--catalog", str(file)).out.split())
    shown = json.loads(run_here("show", "1", "--json", "--catalog", str(file)).out)
    assert shown["field_aliases"] == [["commerce", "trade", "Business"]]


def test_the_map_tells_all_of_a_jurisdiction() -> None:
    page = render_map(catalog_asking(degree("trade")), as_of=read_month("2026-11"))
    assert TOLD in page
    assert OTHER in page


def test_the_site_tells_all_of_a_jurisdiction_on_about_and_those_of_a_class_on_its_page(tmp_path: Path) -> None:
    build_site(catalog_asking(degree("trade")), tmp_path)
    pages = {file.name: file.read_text("utf-8") for file in tmp_path.rglob("*.html")}
    about = next(text for name, text in pages.items() if "about" in name)
    assert TOLD in about
    assert OTHER in about
    of_class = [text for text in pages.values() if TOLD in text and OTHER not in text]
    assert of_class


def test_a_jurisdiction_without_aliases_tells_nothing() -> None:
    assert same_fields(load_catalog().jurisdictions["us-nd"]) == ()
