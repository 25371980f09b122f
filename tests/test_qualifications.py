"""The requirement tree: what it takes and what it refuses."""

import json

import pytest

from ladder.qualifications import Qualifications, experience_of, service_rules_of
from ladder.records import RecordRefusedError, checked, validate_json
from tests.eligibility.small_catalogs import Json, other, service, stands_for


def read(
    *requirements: Json, routes: list[list[str]] | None = None, substitutions: list[Json] | None = None
) -> Qualifications:
    names = routes or [[one["id"] for one in requirements]]
    record = {
        "requirements": requirements,
        "routes": [{"id": f"r{number}", "requires": route} for number, route in enumerate(names)],
        "substitutions": substitutions or [],
    }
    return validate_json(Qualifications, json.dumps(record))


@pytest.mark.parametrize(
    ("requirements", "routes", "substitutions", "words"),
    [
        ([service("a", 1), service("a", 2)], None, [], "requirement 'a' is given twice"),
        ([service("a", 1)], [["a", "b"]], [], "there is no requirement 'b'"),
        ([service("a", 1, within="b")], None, [], "there is no requirement 'b'"),
        ([service("a", 1, additional_to="b")], None, [], "there is no requirement 'b'"),
        ([service("a", 1)], None, [stands_for("service", "z", feeder="1", months=3)], "there is no requirement 'z'"),
        ([service("a", 1, within="a")], None, [], "requirement 'a' is within itself by way of a"),
        (
            [service("a", 1, within="b"), service("b", 2, within="a")],
            None,
            [],
            "requirement 'a' is within itself by way of a, b",
        ),
        (
            [service("a", 1, within="b", additional_to="b"), service("b", 2)],
            None,
            [],
            "within another or additional to it, not both",
        ),
        ([other("education", "a")], None, [], "asks for a degree, for semester hours or for courses"),
        (
            [other("education", "a", courses=[{"fields": [], "semester_hours": 3}])],
            None,
            [],
            "at least 1 item",
        ),
        (
            [other("education", "a", degree="high_school", fields=["law"])],
            None,
            [],
            "high school has no field; give 'courses' with their fields",
        ),
        (
            [service("a", 1)],
            None,
            [stands_for("degree", "a", degree="high_school", months=6)],
            "high school stands for no months; name a degree",
        ),
        ([other("credential", "a", name="A", by="graduation")], None, [], "Input should be 'appointment'"),
        ([service("a", -1)], None, [], "greater than or equal to 0"),
        ([service("a", 1201)], None, [], "less than or equal to 1200"),
        ([service("a", 1, {"class": "no id"})], None, [], "String should match pattern"),
        ([service("A", 1)], None, [], "String should match pattern"),
        ([other("oath", "a")], None, [], "does not match any of the expected tags"),
    ],
)
def test_a_bad_tree_is_refused_in_words(
    requirements: list[Json], routes: list[list[str]] | None, substitutions: list[Json], words: str
) -> None:
    with pytest.raises(RecordRefusedError) as caught:
        read(*requirements, routes=routes, substitutions=substitutions)
    assert words in str(caught.value)


def test_a_chain_of_subsets_that_hangs_on_a_circle_is_refused() -> None:
    with pytest.raises(RecordRefusedError, match="'b' is within itself"):
        read(service("a", 1, within="b"), service("b", 1, within="c"), service("c", 1, within="b"))


def test_a_chain_of_subsets_is_taken() -> None:
    rules = read(service("a", 1, within="b"), service("b", 2, within="c"), service("c", 3))
    assert list(experience_of(rules)) == ["a", "b", "c"]


def test_no_route_is_refused() -> None:
    with pytest.raises(RecordRefusedError):
        checked(Qualifications(requirements=(), routes=()))


@pytest.mark.parametrize(
    "asked",
    [
        {"degree": "bachelor"},
        {"degree": "high_school"},
        {"semester_hours": 30},
        {"courses": [{"fields": ["law", "history"], "semester_hours": 6}]},
    ],
)
def test_education_asks_a_degree_hours_or_courses(asked: Json) -> None:
    assert read(other("education", "a", **asked)).requirements[0].id == "a"


def test_what_service_can_count_toward() -> None:
    rules = read(
        service("general", 12),
        other("credential", "licence", name="A"),
        service("special", 6, within="general"),
        substitutions=[
            stands_for("service", "general", feeder="1", months=24),
            stands_for("programme", "general", programme="us-xx/p"),
        ],
    )
    assert [name for name, _ in service_rules_of(rules)] == ["general", "special", "sub:us-xx/1"]
