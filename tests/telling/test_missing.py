"""What is missing, in words: the time that is left, and what the record says besides."""

import pytest

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import Assessment
from ladder.telling.asked import together_in_words
from ladder.telling.missing import missing_in_words
from ladder.telling.requirements import ToldRequirements
from tests.eligibility.small_catalogs import PLACE, answer, catalog_of, grade, other, service, work

PORTER = grade("1", service("none", 0))
STANDING = grade("3", service("here", 24, "1", standing="internal"))


def missing(catalog: Catalog, found: Assessment) -> list[str]:
    return [" and ".join(map(str, one)) for one in missing_in_words(catalog, found)]


def test_where_the_time_is_held_it_is_said_and_what_is_missing_is_the_standing() -> None:
    catalog = catalog_of(PORTER, STANDING)
    found = answer(catalog, "3", standing={"internal": False}, jobs=[work("1", 29)])
    assert found.requirements[0].left == 0
    assert missing(catalog, found) == [
        "Here, 2 years; you have the time: Work. Service as Class 1 (1) counts. Only for people who work here now"
    ]


def test_where_some_of_the_time_is_held_what_is_left_is_said() -> None:
    catalog = catalog_of(PORTER, STANDING)
    found = answer(catalog, "3", standing={"internal": False}, jobs=[work("1", 5)])
    assert missing(catalog, found)[0].startswith("Here, 2 years, 1 year 7 months left: Work.")
    found = answer(catalog, "3", standing={"internal": False})
    assert missing(catalog, found)[0].startswith("Here, 2 years: Work.")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (service("e", 24, "1"), ""),
        (service("e", 24, lead=True), ""),
        (service("e", 24, "1", or_equivalent=True), "service equal to that may count; HR decides"),
        (service("e", 24, "1", or_in_field=True), "service in the field counts too, in whatever class"),
        (service("e", 24, "1", standing="internal"), "only for people who work here now"),
        (service("e", 24, "1", within_last_months=36), "it counts only in the last 3 years"),
        (
            service("e", 24, {"class": f"{PLACE}/1", "only_for": "state_employee"}, within_last_months=36),
            "Class 1 (1): state employees only; it counts only in the last 3 years",
        ),
        (
            other("education", "study", courses=[{"semester_hours": 9, "fields": ["law"]}]),
            "asked: 9 college credits in law",
        ),
        (other("credential", "license", name="a license of class B"), "asked: a license of class B"),
        (other("credential", "license", name="something"), ""),
        (other("condition", "able", code="JUDGED"), "HR decides about this"),
    ],
)
def test_what_a_requirement_says_besides_its_time_and_its_classes(rule: dict[str, object], told: str) -> None:
    catalog = catalog_of(PORTER, grade("3", rule))
    rules = catalog.classes[f"{PLACE}/3"].qualifications
    assert rules is not None
    assert ToldRequirements(catalog).besides(rules.requirements[0]) == told


def test_a_reference_in_the_words_of_a_record_is_told_by_title_and_name() -> None:
    rule = service("e", 12, what=f"work under {PLACE}/1#special, or {PLACE}/9#special.")
    catalog = catalog_of(PORTER, grade("3", rule))
    told = ToldRequirements(catalog).meaning(rule["what"])
    assert told == f"Work under Class 1: Special experience, or {PLACE}/9#special."


def test_jobs_at_one_time_are_told_with_what_they_come_to_together() -> None:
    catalog = catalog_of(PORTER, grade("2", service("e", 18, "1")))
    jobs = [work("1", start="2020-01", end="2020-12"), work("1", start="2020-07", end="2021-06", title="Evenings")]
    found = answer(catalog, "2", jobs=jobs)
    together = [together_in_words(one) for one in found.requirements]
    assert together == ["Together they count 17 months, as a month is counted once."]
    alone = answer(catalog, "2", jobs=jobs[:1])
    assert [together_in_words(one) for one in alone.requirements] == [""]
