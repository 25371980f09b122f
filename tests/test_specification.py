"""The class specification: identity, completeness, dates."""

import json

import pytest

from ladder.records import RecordRefusedError, validate_json
from ladder.specification import ClassSpecification
from tests.eligibility.small_catalogs import SOURCE, Json, grade, other, service


def read(record: Json) -> ClassSpecification:
    return validate_json(ClassSpecification, json.dumps(record))


def early(lacking_months: int, *routes: str) -> Json:
    return {"lacking_months": lacking_months, "routes": list(routes), "source": SOURCE}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"code": None}, "a class has a code, or a slug where no document prints a code"),
        ({"slug": "one"}, "a class has a code, or a slug where no document prints a code"),
        ({"completeness": "named-only"}, "a class that is only named has no qualifications, and every other class has"),
        ({"qualifications": None}, "a class that is only named has no qualifications, and every other class has"),
        ({"code": 441}, "valid string"),
        ({"title": ""}, "at least 1 character"),
        ({"jurisdiction": "US"}, "should match pattern"),
        ({"pay": {"plan": "P", "grade": 17}}, "valid string"),
        ({"series": {"name": "S", "rank": 0}}, "greater than or equal to 1"),
        ({"colour": "red"}, "Unexpected keyword argument"),
        ({"early_filing": early(6, "internal", "general")}, "early filing names a route that is not there: internal"),
        ({"early_filing": early(-1)}, "greater than or equal to 0"),
    ],
)
def test_a_bad_class_is_refused_in_words(changes: Json, words: str) -> None:
    with pytest.raises(RecordRefusedError) as caught:
        read({**grade("1", service("general", 12)), **changes})
    assert words in str(caught.value)


def test_a_class_has_its_id_by_code_or_slug() -> None:
    assert read(grade("0441", service("general", 12))).class_id == "us-xx/0441"
    named = read({**grade("1"), "code": None, "slug": "office-assistant"})
    assert named.class_id == "us-xx/office-assistant"
    assert named.experience() == ()


@pytest.mark.parametrize(
    ("dates", "revision"),
    [
        ({"revised": "2012-07", "effective": "2000-04"}, "2012-07"),
        ({"effective": "2000-04"}, "2000-04"),
        ({}, "1999-01"),
    ],
)
def test_the_date_a_specification_bears(dates: Json, revision: str) -> None:
    spec = read(
        {
            **grade("1", service("general", 12)),
            "dates": dates,
            "source": {"document": "d", "section": "s", "revision": "1999-01"},
        }
    )
    assert spec.revision == revision


def test_only_experience_is_experience() -> None:
    spec = read(grade("1", other("credential", "licence", name="A"), service("special", 6)))
    assert [rule.id for rule in spec.experience()] == ["special"]


def test_early_filing_is_by_any_route_or_by_those_named() -> None:
    anyone = read(grade("1", service("general", 12), early_filing={"lacking_months": 6, "source": SOURCE}))
    some = read(grade("1", service("general", 12), early_filing=early(2, "general")))
    alone = read(grade("1", early_filing=early(6)))

    assert [
        one.early_filing and (one.early_filing.lacking_months, one.early_filing.routes) for one in (anyone, some)
    ] == [
        (6, ()),
        (2, ("general",)),
    ]
    assert alone.early_filing is not None
    assert read(grade("1", service("general", 12))).early_filing is None


def test_early_filing_names_no_route_of_a_class_that_is_only_named() -> None:
    with pytest.raises(RecordRefusedError, match="a route that is not there: general"):
        read(grade("1", early_filing=early(6, "general")))
