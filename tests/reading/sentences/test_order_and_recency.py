"""Service that only counts after something, or only of late: in the requirement where it can be, else for a person."""

import pytest

from tests.reading.routes_said import told


@pytest.mark.parametrize(
    "said",
    [
        "two years of post-degree harbor experience",
        "two years of post-baccalaureate harbor experience",
        "two years of post-graduate harbor experience",
        "two years of harbor experience after receipt of the degree",
        "two years of harbor experience after the degree was awarded",
        "two years of harbor experience following graduation",
        "two years of harbor experience subsequent to obtaining the degree",
        "two years of harbor experience gained after completion of the degree",
        "two years of harbor experience obtained after such degree",
        "two years of harbor experience since the degree was conferred",
    ],
)
def test_service_after_the_degree_names_the_degree(said: str) -> None:
    assert told(f"A bachelor's degree in law and {said}.").routes == [
        "bachelor in law + 24 months after bachelor in law"
    ]


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            "Two years of post-degree harbor experience and a bachelor's degree in law.",
            ["24 months after bachelor in law + bachelor in law"],
        ),
        (
            (
                "1. A bachelor's degree and two years of post-degree harbor experience; or\n"
                "2. A master's degree and one year of post-degree harbor experience."
            ),
            ["bachelor + 24 months after bachelor", "master + 12 months after master"],
        ),
        (
            "A bachelor's degree or an associate degree, and two years of post-degree harbor experience.",
            ["bachelor + 24 months after bachelor", "associate + 24 months after associate"],
        ),
        (
            "A valid pilot license and two years of piloting experience following licensure.",
            ["license valid pilot license + 24 months after license valid pilot license"],
        ),
        (
            "Admission to the state bar and two years of experience after admission to the bar.",
            ["license Admission to the state bar + 24 months after license Admission to the state bar"],
        ),
    ],
)
def test_each_way_names_what_its_own_service_comes_after(text: str, routes: list[str]) -> None:
    found = told(text)

    assert found.routes == routes
    assert found.is_whole


@pytest.mark.parametrize(
    "text",
    [
        "Two years of post-degree harbor experience.",
        "A bachelor's degree and a master's degree and two years of post-degree harbor experience.",
        "A bachelor's degree and two years of piloting experience following licensure.",
        "Graduation from high school and two years of harbor experience after admission to the bar.",
    ],
)
def test_where_the_route_asks_no_or_several_such_things_a_person_judges_the_order(text: str) -> None:
    found = told(text)

    assert found.routes
    assert all("ORDER_SAID" in route for route in found.routes)
    assert all(" after " not in route for route in found.routes)


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("Two years of harbor experience within the last five years.", "24 months in the last 60"),
        ("Two years of harbor experience within the past four years.", "24 months in the last 48"),
        ("Two years of harbor experience in the past 10 years.", "24 months in the last 120"),
        ("Two years of harbor experience obtained within the last five years.", "24 months in the last 60"),
        (
            "Two years of experience within the preceding eighteen months as a Dock Clerk.",
            "24 months as Dock Clerk in the last 18",
        ),
        (
            "Four years of harbor experience within the last six years, two years of which were as a Dock Clerk.",
            "48 months in the last 72 + 24 of 48 as Dock Clerk",
        ),
    ],
)
def test_how_long_ago_the_service_may_be(text: str, route: str) -> None:
    assert told(text).routes == [route]


def test_how_long_ago_a_part_may_be_stays_in_its_words() -> None:
    found = told("Three years of harbor experience, one year of which must have been within the last five years.")

    assert found.routes == ["36 months + 12 of 36"]
    assert found.whats == ["harbor experience", "within the last five years"]
