"""A class as linked data: a profile a route, in it a profile a requirement, months exact, no id made up."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.qualifications import Credential, DegreeLevel, Education, Experience, Qualifications, Route
from ladder.rendering.site.addresses import ClassLinks, class_page
from ladder.rendering.views.linked_data import linked_data
from ladder.specification import ClassSpecification
from tests.eligibility import small_catalogs
from tests.rendering.catalogs import SOURCE, catalog_of, graded

Json = dict[str, Any]
CATALOG = load_catalog()
TOLD = sorted(class_id for class_id, spec in CATALOG.classes.items() if spec.qualifications)


def told(class_id: str, catalog: Catalog = CATALOG) -> tuple[Json, Json]:
    return linked_data(catalog, class_id, ClassLinks(catalog, class_page(class_id)))


def routes_of(data: Json) -> list[Json]:
    (minimum,) = data["ceterms:requires"]
    routes: list[Json] = minimum["ceterms:alternativeCondition"]
    return routes


def own_profile(profile: Json) -> Json:
    """Return what the requirement itself asks; its alternatives stand for all of it."""
    found: Json = profile.get("ceterms:alternativeCondition", [profile])[0]
    return found


def every(value: object) -> Iterator[Json]:
    """Yield every object in a tree of JSON."""
    if isinstance(value, dict):
        yield value
        yield from (inner for one in value.values() for inner in every(one))
    elif isinstance(value, list):
        yield from (inner for one in value for inner in every(one))


@pytest.mark.parametrize("class_id", TOLD)
def test_there_is_a_profile_a_route_and_in_it_one_a_requirement(class_id: str) -> None:
    rules = CATALOG.classes[class_id].qualifications
    routes = routes_of(told(class_id)[1])
    assert rules
    assert len(routes) == len(rules.routes)
    for route, profile in zip(rules.routes, routes, strict=True):
        assert profile["@type"] == "ceterms:ConditionProfile"
        assert len(profile["ceterms:requires"]) == len(route.requires)
    assert {one["@type"] for one in every(routes) if "@type" in one} <= {
        "ceterms:ConditionProfile", "ceterms:Occupation",
    }  # fmt: skip


@pytest.mark.parametrize("class_id", TOLD)
def test_years_are_the_months_exactly_and_classes_are_those_named(class_id: str) -> None:
    rules = CATALOG.classes[class_id].qualifications
    assert rules
    by_id = {rule.id: rule for rule in rules.requirements}
    for route, profile in zip(rules.routes, routes_of(told(class_id)[1]), strict=True):
        for name, asked in zip(route.requires, profile["ceterms:requires"], strict=True):
            rule, own = by_id[name], own_profile(asked)
            if isinstance(rule, Experience):
                assert Fraction(own["ceterms:yearsOfExperience"]) * 12 == rule.months
                assert own["ceterms:experience"]["en"].split()[0] == str(rule.months)
                named = [one["ceterms:name"]["en"] for one in own.get("ceterms:targetOccupation", [])]
                assert named == [CATALOG.classes[one.class_id].title for one in rule.classes]


@pytest.mark.parametrize(("months", "years"), [(6, "0.5"), (3, "0.25"), (24, "2"), (7, None), (1, None)])
def test_years_that_no_decimal_says_are_left_to_the_months(months: int, years: str | None) -> None:
    asked = graded("2", feeders=["1"])
    assert asked.qualifications
    (rule,) = asked.experience()
    rules = replace(asked.qualifications, requirements=(replace(rule, months=months),))
    catalog = catalog_of(graded("1"), replace(asked, qualifications=rules))
    schema, ctdl = told("xx/2", catalog)
    profile = routes_of(ctdl)[0]["ceterms:requires"][0]
    assert profile.get("ceterms:yearsOfExperience") == years
    assert profile["ceterms:experience"] == {"en": "1 month" if months == 1 else f"{months} months"}
    assert schema["experienceRequirements"][0]["monthsOfExperience"] == months


def test_full_substitutions_are_alternatives_and_those_up_to_a_maximum_are_not() -> None:
    (asked,) = routes_of(told("us-ct/5246SH")[1])[0]["ceterms:requires"]
    own, *others = asked["ceterms:alternativeCondition"]
    assert [one["ceterms:name"]["en"] for one in others] == [
        "Service as Social Services Trainee",
        "Service as Employment Security Intermittent Interviewer",
        "Training program",
    ]
    assert [one.get("ceterms:yearsOfExperience") for one in others] == ["2", "2", None]
    assert "15 college credits count as 6 months" in own["ceterms:description"]["en"]


def test_schema_org_gives_pay_with_its_unit_as_printed() -> None:
    schema, _ = told("us-ct/5246SH")
    assert schema["@type"] == "Occupation"
    assert schema["occupationalCategory"]["codeValue"] == "5246SH"
    assert [(one["currency"], *list(one["value"].values())[1:]) for one in schema["estimatedSalary"]] == [
        ("USD", 27.6, 34.86, "HOUR"),
        ("USD", 2207.86, 2788.78, "2 WEEKS"),
        ("USD", 57625, 72787, "YEAR"),
    ]


def test_a_class_that_is_only_named_says_so_and_asks_nothing() -> None:
    schema, ctdl = told("us-ct/office-assistant")
    assert "not yet in our data" in ctdl["ceterms:description"]["en"]
    assert not {"ceterms:requires", "ceterms:codedNotation"} & ctdl.keys()
    assert not {"experienceRequirements", "estimatedSalary", "occupationalCategory"} & schema.keys()


@pytest.mark.parametrize("class_id", sorted(CATALOG.classes))
def test_ids_are_places_in_pages_of_the_site_and_no_ctid_is_made_up(class_id: str) -> None:
    for one in every(list(told(class_id))):
        assert one.get("@id", "#class").endswith("#class")
        assert "ceterms:ctid" not in one
        assert None not in one.values()
        assert [] not in one.values()


def test_high_school_is_a_diploma_and_hours_are_in_no_category() -> None:
    school = small_catalogs.other("education", "school", degree="high_school")
    hours = small_catalogs.other("education", "hours", semester_hours=30)
    catalog = small_catalogs.catalog_of(small_catalogs.grade("1", school, hours))
    schema, _ = told("us-xx/1", catalog)
    found = [one.get("credentialCategory") for one in schema["educationRequirements"]]
    assert found == ["high school diploma", None]


def test_education_and_credentials_are_told(education_class: ClassSpecification) -> None:
    catalog = catalog_of(education_class)
    schema, ctdl = told(education_class.class_id, catalog)
    assert schema["educationRequirements"][0]["credentialCategory"] == "master degree"
    (licence,) = schema["qualifications"]
    assert licence == {
        "@type": "EducationalOccupationalCredential",
        "name": "Driver's licence",
        "description": "Asked to drive. Asked: Driver's licence.",
    }
    assert [one["ceterms:name"]["en"] for one in routes_of(ctdl)[0]["ceterms:requires"]] == ["Study", "Licence"]


@pytest.fixture
def education_class() -> ClassSpecification:
    """Return a class that asks for a degree and a licence."""
    study = Education(id="study", what="Study", degree=DegreeLevel.MASTER, source=SOURCE)
    licence = Credential(id="licence", what="Asked to drive", name="Driver's licence", source=SOURCE)
    rules = Qualifications(requirements=(study, licence), routes=(Route(id="general", requires=("study", "licence")),))
    return replace(graded("1", feeders=["2"]), qualifications=rules)
