"""The ways into a class: how many, their least time, what each asks, who may go it."""

import pytest

from ladder.catalog.loading import load_catalog
from ladder.telling.parts import plain_text
from ladder.telling.ways import ToldWays, Way
from tests.telling.cases import EDUCATION, EXPERIENCE, HELPER, SOURCE, TRAINING, Json, asking, catalog_with, read_class

SPECIAL: Json = {**EXPERIENCE, "id": "special", "months": 6, "what": "Sorting"}
SERVICE: Json = {"kind": "service", "stands_for": "general", "named": {"class": HELPER}, "months": 18, "source": SOURCE}


def ways_of(record: Json) -> list[Way]:
    spec = read_class(record)
    assert spec.qualifications
    return list(ToldWays(catalog_with(spec), spec.qualifications).ways())


def bundled(class_id: str) -> list[Way]:
    catalog = load_catalog()
    rules = catalog.classes[class_id].qualifications
    assert rules
    return list(ToldWays(catalog, rules).ways())


def leads(way: Way) -> list[str]:
    return [plain_text(one.lead) for one in way.parts]


def test_a_route_and_each_whole_substitution_are_ways() -> None:
    ways = bundled("us-ct/5246SH")
    assert [one.time for one in ways] == ["5 years", "2 years", "2 years", "Finish"]
    assert [leads(one)[0] for one in ways] == [
        "General experience",
        "As Social Services Trainee",
        "As Employment Security Intermittent Interviewer",
        "Connecticut Careers Trainee, the training program",
    ]
    assert ways[1].only_for == ("State employees only", "This class must be your trainee goal")
    assert [one.is_judged for one in ways] == [False, False, False, True]


def test_every_part_of_a_way_has_its_time_and_its_source() -> None:
    everyone, inside = bundled("us-nd/0444")
    assert leads(everyone) == ["7 years: General experience", "1 year of that: Special experience"]
    assert leads(inside) == ["1 year: As Customer Service Consultant", "1 year: Special experience"]
    assert inside.only_for == ("People who work here now",)
    assert all(one.sources for way in (everyone, inside) for one in way.parts)


@pytest.mark.parametrize(
    ("special", "time", "second"),
    [
        ({"within": "general"}, "1 year", "6 months of that: Special experience"),
        ({"additional_to": "general"}, "1 year 6 months", "6 months more: Special experience"),
        ({"months": 30}, "2 years 6 months", "2 years 6 months: Special experience"),
    ],
)
def test_the_time_of_a_way_is_the_least_in_which_all_of_it_can_be_served(special: Json, time: str, second: str) -> None:
    (way,) = ways_of(asking(EXPERIENCE, {**SPECIAL, **special}))
    assert (way.time, leads(way)[1]) == (time, second)


def test_what_is_still_asked_beside_a_whole_substitution_stands_with_it() -> None:
    longer = {**SPECIAL, "months": 24}
    plain, instead = ways_of(asking(EXPERIENCE, longer, substitutions=(SERVICE,)))
    assert plain.time == "2 years"
    assert (instead.time, len(instead.parts)) == ("2 years", 2)
    assert plain_text(instead.parts[0].told) == "In place of the general experience."


def test_service_in_place_of_a_requirement_is_a_way_beside_the_routes_that_ask_it_alone() -> None:
    ways = ways_of(asking(EXPERIENCE, SPECIAL, routes=[["general"], ["special"]], substitutions=(SERVICE,)))
    assert [one.time for one in ways] == ["1 year", "6 months", "1 year 6 months"]


def test_a_rate_is_no_way() -> None:
    rate = {**SERVICE, "months": 6, "gives_months": 3, "at_most_months": 6}
    assert len(ways_of(asking(EXPERIENCE, substitutions=(rate,)))) == 1


@pytest.mark.parametrize(
    ("rule", "time", "lead"),
    [
        (EDUCATION, "A bachelor's degree", "A bachelor's degree"),
        ({**EDUCATION, "degree": None, "semester_hours": 30}, "30 college credits", "30 college credits"),
        (
            {**EDUCATION, "degree": None, "courses": [{"fields": ["law"], "semester_hours": 3}]},
            "Courses",
            "3 college credits in law",
        ),
        ({"kind": "credential", "id": "paper", "what": "Driving", "name": "license"}, "License", "License"),
        (
            {"kind": "condition", "id": "judged", "what": "Good", "code": "GOOD"},
            "HR decides",
            "Something HR decides about",
        ),
        (
            {"kind": "programme", "id": "course", "what": "A course", "programme": TRAINING},
            "Finish",
            "Archive Training, the training program",
        ),
        (
            {"kind": "standing", "id": "here", "what": "Here", "standing": "permanent"},
            "Permanent status only",
            "Permanent status only",
        ),
        ({**EXPERIENCE, "id": "requirement-1"}, "1 year", "Work experience"),
        (
            {**EXPERIENCE, "classes": [{"class": HELPER, "certainty": "level"}]},
            "1 year",
            "As Helper or a class at its level",
        ),
    ],
)
def test_each_kind_of_requirement_is_told(rule: Json, time: str, lead: str) -> None:
    (way,) = ways_of(asking({"source": SOURCE, **rule}))
    assert (way.time, leads(way)) == (time, [lead])
