"""Words that ask and that stand in the words of something else."""

import pytest

from ladder.qualifications import Requirement
from ladder.reading.accounts.signs import find_foreign_signs
from tests.reading.accounts.written_records import entries_of, judged, rules_of, service, study


def foreign(text: str, *asked: Requirement, alone: frozenset[str] = frozenset()) -> list[str]:
    return [text[slice(*one)] for one in find_foreign_signs(text, entries_of(text, rules_of(*asked)), alone)]


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("Two years of hauling and a valid hauler's license", "a valid hauler's license"),
        ("Two years of hauling and be licensed by the port", "be licensed"),
        ("Two years of hauling and a bachelor's degree", "bachelor's degree"),
        ("Two years of hauling, night work preferred", "preferred"),
        ("Two years of hauling, which may be substituted by study", "substituted"),
        ("Two years of hauling and pass a swimming test", "pass a swimming test"),
        ("Two years of hauling and be able to swim", "able to"),
        ("Two years of hauling or general knowledge of winches", "or general knowledge of"),
        ("Two years of hauling and membership in the guild", "membership in"),
        ("Two years each of hauling and of mending", "years each"),
        ("Two years of hauling within the last five years", "within the last"),
    ],
)
def test_service_holds_no_other_asking(words: str, sign: str) -> None:
    assert foreign(words, service("general", 24, words, what="hauling")) == [sign]


@pytest.mark.parametrize(
    "words",
    [
        "Two years of issuing licenses and permits for the port",
        "Two years as a voter registration clerk",
        "Two years of post-bachelor's degree hauling",
        "Two years of hauling for residents of the port",
    ],
)
def test_what_service_deals_with_asks_nothing(words: str) -> None:
    assert not foreign(words, service("general", 24, words))


def test_an_exclusion_that_the_record_tells_is_accounted_for() -> None:
    words = "Two years of hauling, excluding work as a helper"
    assert not foreign(words, service("general", 24, words))
    assert foreign(words, service("general", 24, words, what="hauling")) == ["excluding"]


def test_an_age_holds_no_license_and_study_no_service() -> None:
    age = "At least 20 years of age and have a valid driver's license"
    assert foreign(age, judged("age", "AGE", age))
    degree = "A diploma in tides or equivalent experience"
    assert foreign(degree, study("education", degree, degree="bachelor")) == ["experience"]


def test_a_window_and_an_order_that_the_record_holds_are_accounted_for() -> None:
    window = "Two years of hauling within the last five years"
    assert not foreign(window, service("general", 24, window, within_last_months=60))
    order = "Two years of hauling behind a bachelor's degree"
    ordered = judged("order", "ORDER_SAID", order)
    assert not foreign(order, service("general", 24, order), ordered)


def test_what_stands_for_everything_may_say_so() -> None:
    words = "A degree in tides may be substituted for the education and experience"
    asked = study("education", words, degree="bachelor", fields=("tides",))
    assert not foreign(words, asked, alone=frozenset({"education"}))
    assert foreign(words, asked)
