"""Service that stands for study or other service: what loads, and what is refused in words."""

from itertools import product

import pytest

from ladder.qualifications import Education, ServiceSubstitution
from ladder.records import RecordRefusedError, validate_json
from ladder.service_credit import months_of_education, rate_of
from ladder.specification import ClassSpecification
from tests.eligibility.small_catalogs import Json, catalog_of, grade, other, service, stands_for

BACHELOR = other("education", "school", degree="bachelor")
KIND = stands_for("service", "school", what="work of the kind", months=12, gives_years=1)
ADDED = (
    service("general", 24),
    service("special", 12, within="general"),
    service("specific", 12, additional_to="general"),
)


def capped(name: str, feeder: str = "a", **more: object) -> Json:
    return stands_for("service", name, feeder=feeder, **{"months": 12, "at_most_months": 12, **more})


def loaded(*requirements: Json, subs: list[Json], routes: list[list[str]] | None = None) -> None:
    feeders = [grade(code) for code in "abcdefghijk"]
    catalog_of(*feeders, grade("1", *requirements, substitutions=subs, routes=routes))


@pytest.mark.parametrize(
    ("requirements", "subs"),
    [
        ([BACHELOR], [KIND]),
        ([BACHELOR], [KIND, capped("school"), capped("school", "b", gives_months=3)]),
        ([BACHELOR, *ADDED], [KIND, capped("general")]),
        ([BACHELOR, service("general", 24), service("other", 12)], [{**KIND, "also_counts": True}]),
        ([service("general", 24)], [capped("general", code) for code in "abcdefgh"]),
        ([service("general", 24)], [capped("general", code, gives_months=6) for code in "abcd"]),
        ([BACHELOR, service("general", 24)], [KIND, stands_for("service", "general", feeder="a", months=12)]),
        ([BACHELOR, service("general", 24), service("special", 6, within="general")], [KIND]),
    ],
)
def test_what_can_be_worked_out_loads(requirements: list[Json], subs: list[Json]) -> None:
    loaded(*requirements, subs=subs)


@pytest.mark.parametrize(
    ("requirements", "subs", "told"),
    [
        ([BACHELOR], [{**KIND, "named": {"class": "us-xx/a"}}], "in a class ('named'), or of a kind ('what')"),
        ([BACHELOR], [stands_for("service", "school", months=12, gives_years=1)], "or of a kind ('what'): give one"),
        ([BACHELOR], [{**KIND, "gives_months": 6}], "'gives_months' or 'gives_years', not both"),
        ([BACHELOR], [{**KIND, "months": 0}], "a rate needs 'months' of service"),
        ([BACHELOR], [stands_for("service", "school", what="work", months=48)], "say what it gives"),
        ([other("education", "school", degree="master")], [KIND], "how many months that study comes to is not clear"),
        ([other("education", "school", degree="bachelor", semester_hours=30)], [KIND], "is not clear"),
        ([other("education", "school", semester_hours=24)], [KIND], "is not clear"),
        ([other("education", "school", degree="high_school")], [KIND], "is not clear"),
        ([{**BACHELOR, "courses": [{"fields": ["law"], "semester_hours": 6}]}], [KIND], "is not clear"),
        ([BACHELOR], [KIND, {**KIND, "what": "other work"}], "two kinds of service stand for 'school'"),
        ([BACHELOR], [KIND, capped("school", also_counts=True)], "some does not"),
        ([other("credential", "card", name="Card")], [capped("card")], "which is credential and asks no months"),
        ([service("general", 9)], [stands_for("service", "general", what="w", months=2, gives_months=1)], "in full"),
        ([service("general", 9)], [capped("general", gives_years=1)], "which is no study"),
        ([service("general", 9)], [capped("general", also_counts=True)], "'also_counts' is for service"),
        ([service("general", 9)], [capped("general", code) for code in "abcdefghi"], "at most 8 can be worked out"),
        (
            [service("general", 9)],
            [capped("general", code, gives_months=6) for code in "abcde"],
            "at most 4 can be worked out",
        ),
        ([BACHELOR, other("education", "course", semester_hours=30)], [KIND, capped("course")], "in one way"),
        ([BACHELOR, service("general", 24), service("other", 12)], [KIND], "say 'also_counts'"),
        (
            [BACHELOR, service("general", 24), service("special", 6, within="general")],
            [KIND, stands_for("service", "general", feeder="a", months=12)],
            "say 'also_counts'",
        ),
        ([*ADDED, service("lead", 6, within="general")], [], "both within a requirement that others are added to"),
        ([*ADDED], [capped("special")], "service stands for months of 'special', within"),
        ([*ADDED], [capped("general", gives_months=6)], "service stands for 'general' at different rates"),
        ([BACHELOR, service("general", 24)], [KIND, capped("school", gives_months=6)], "'school' at different rates"),
        ([*ADDED, service("deep", 6, additional_to="special")], [], "'special' is within a requirement"),
        ([*ADDED], [capped(*one) for one in product(["general", "specific"], "abcde")], "of one sum"),
        (
            [service("one", 1), *(service(f"more{one}", 1, additional_to="one") for one in range(8))],
            [],
            "too many requirements are added to one another",
        ),
    ],
)
def test_what_cannot_be_worked_out_is_refused(requirements: list[Json], subs: list[Json], told: str) -> None:
    with pytest.raises(RecordRefusedError) as refused:
        loaded(*requirements, subs=subs)
    assert told in str(refused.value)


def test_routes_apart_do_not_share_months() -> None:
    subs = [KIND]
    loaded(BACHELOR, service("general", 24), service("other", 12), subs=subs, routes=[["school"], ["general", "other"]])


def test_what_is_added_to_a_part_of_a_requirement_loads() -> None:
    part = service("special", 12, within="general")
    loaded(service("general", 24), part, service("deep", 6, additional_to="special"), subs=[])


def test_a_whole_substitution_matters_to_its_own_routes() -> None:
    whole = stands_for("service", "other", feeder="a", months=12)
    routes = [["school", "general"], ["other"]]
    loaded(BACHELOR, service("general", 24), service("other", 12), subs=[KIND, whole], routes=routes)


def test_rates_and_months_of_study() -> None:
    sub = validate_json(
        ServiceSubstitution,
        '{"stands_for": "school", "what": "w", "months": 24, "gives_years": 1, '
        '"source": {"document": "d", "section": "s"}}',
    )
    assert (str(rate_of(sub)), sub.reference, sub.is_whole) == ("1/2", "school", False)
    school = validate_json(
        Education, '{"id": "school", "what": "w", "degree": "law", "source": {"document": "d", "section": "s"}}'
    )
    assert months_of_education(school) is None


def test_a_class_that_is_only_named_asks_nothing_of_service() -> None:
    spec = validate_json(
        ClassSpecification,
        '{"jurisdiction": "us-xx", "slug": "a", "title": "A", "completeness": "named-only", '
        '"source": {"document": "d", "section": "s"}}',
    )
    assert spec.qualifications is None
