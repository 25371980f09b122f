"""Classes that a text names, and classes that it leaves out."""

import pytest

from tests.reading.routes_said import told


@pytest.mark.parametrize(
    "exclusion",
    [
        ", not including service as a Dock Clerk Trainee",
        ", not to include time as a Dock Clerk Trainee",
        ", not counting service as a Dock Clerk Trainee",
        ", without counting service as a Dock Clerk Trainee",
        ", excluding time as a Dock Clerk Trainee",
        ", exclusive of employment as a Dock Clerk Trainee",
        ", but not as a Pier Clerk",
        " (but not Pier Clerk)",
        " other than as a Pier Clerk",
        " (except Pier Clerk)",
        ", excepting service as a Pier Clerk",
        ", except for service as a Pier Clerk",
        ", apart from service as a Pier Clerk",
    ],
)
def test_a_class_that_is_excluded_is_no_feeder_and_stays_in_the_words(exclusion: str) -> None:
    found = told(f"Three years as a Dock Clerk{exclusion}.")

    assert found.routes == ["36 months as Dock Clerk"]
    assert found.whats == [exclusion.strip(" ,")]


def test_a_sentence_that_excludes_service_is_shown() -> None:
    found = told("Three years as a Dock Clerk. Service as a Pier Clerk does not qualify.")

    assert found.routes == ["36 months as Dock Clerk"]
    assert found.conditions == ["EXCLUSION"]


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("as a Senior or Chief Park Planner", "as Senior Park Planner or Chief Park Planner"),
        (
            "as an Executive, Senior, Coordinating or Web Port Producer",
            "as Executive Port Producer or Senior Port Producer or Coordinating Port Producer or Web Port Producer",
        ),
        (
            "as an Assistant, Deputy or Chief Dock Master",
            "as Assistant Dock Master or Deputy Dock Master or Chief Dock Master",
        ),
        ("as a Dock Clerk, Pier Clerk or Lamp Clerk", "as Dock Clerk or Pier Clerk or Lamp Clerk"),
        ("as a Park Planner I, II or III", "as Park Planner I or Park Planner Ii or Park Planner Iii"),
        ("as a Dock Clerk/Pier Clerk", "as Dock Clerk or Pier Clerk"),
        ("as a Plant Fitter/Pump Fitter II", "as Plant Fitter or Pump Fitter Ii"),
        ("as a Clerk/Typist", "as Clerk Typist"),
        ("as a Painter and Sign Poster", "as Painter And Sign Poster"),
        ("of any combination of experience as a Dock Clerk and Pier Clerk", "as Dock Clerk or Pier Clerk"),
        (
            "in any combination of experience as a Dock Clerk, Pier Clerk and Lamp Clerk",
            "as Dock Clerk or Pier Clerk or Lamp Clerk",
        ),
        ("as a Dock Clerk or above", "as Dock Clerk or equal"),
        ("as a Dock Clerk or higher", "as Dock Clerk or equal"),
        ("in the class of Dock Clerk, or in a class at that level", "as Dock Clerk or equal"),
        ("at the level of Dock Clerk", "at Dock Clerk"),
        ("performing the duties of a Dock Clerk", "as Dock Clerk"),
        ("performing the full range of duties of a Dock Clerk", "as Dock Clerk"),
        ("holding the position of Dock Clerk", "as Dock Clerk"),
        ("occupying the position of Dock Clerk", "as Dock Clerk"),
        ("in the rank of Dock Clerk", "as Dock Clerk"),
        ("of permanent status as a Dock Clerk", "as Dock Clerk for permanent"),
        ("in a position equivalent to that of a Dock Clerk", "at Dock Clerk"),
        ("with a level of responsibility equivalent to a Dock Clerk", "at Dock Clerk"),
        ("as a Guard, Range B", "as Guard Range B"),
        ("as a Food Manager (Correctional Facility)", "as Food Manager Correctional Facility"),
        ("of service with the City of Salt as a Dock Clerk", "as Dock Clerk"),
        ("as a Dock Clerk with the County of Kings", ""),
        ("as a dock clerk", ""),
    ],
)
def test_classes_are_named_as_printed(text: str, route: str) -> None:
    assert told(f"Two years {text}.").routes == [f"24 months {route}".strip()]


@pytest.mark.parametrize(
    "text",
    [
        "Must have served as a Dock Clerk for two years.",
        "Must have served as a Dock Clerk for at least two years.",
        "Have worked as a Dock Clerk for two years.",
        "Must have been employed as a Dock Clerk for two years.",
        "Must have previously served in the class of Dock Clerk for two years.",
    ],
)
def test_to_have_served_in_a_class_is_service_in_it(text: str) -> None:
    assert told(text).routes == ["24 months as Dock Clerk"]


@pytest.mark.parametrize(
    "text",
    [
        "One year each as a Dock Clerk and a Pier Clerk.",
        "One year of experience each as a Dock Clerk and a Pier Clerk.",
        "One year each as a Dock Clerk and Pier Clerk.",
    ],
)
def test_a_year_each_is_a_year_in_every_class(text: str) -> None:
    found = told(text)

    assert found.routes == ["12 months as Dock Clerk + 12 months as Pier Clerk"]
    assert found.is_whole


@pytest.mark.parametrize(
    "text",
    [
        "One year in each of the following classes: Dock Clerk and Pier Clerk.",
        "One year of experience in each of the following areas: ropes, sails, and lamps.",
        "Two years of experience each in ropes and sails.",
    ],
)
def test_each_of_what_is_not_plain_is_for_a_person(text: str) -> None:
    found = told(text)

    assert all("UNREAD" in route for route in found.routes)
    assert not found.is_whole
