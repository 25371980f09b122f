"""What a text asks beside its service is asked of everybody: read or left undecided, never dropped or only shown."""

import pytest

from tests.reading.routes_said import told


@pytest.mark.parametrize(
    "asked",
    [
        " supplemented by a crane license",
        " as well as a crane license",
        " followed by a crane license",
        ", a crane license",
        "; a crane license",
        " & a crane license",
        ", including a crane license",
        "; must hold a crane license",
        " and a crane license",
        " with a crane license",
        ", and a crane license",
        " with a certificate in rigging",
        ", and must have passed the rigging test",
        " and membership in the union",
        " and 30 semester hours in law",
        " plus 30 college credits",
        " including completion of a rigging course",
        " and a degree in law",
        " plus a bachelor's degree",
        " and current employment as a Dock Clerk",
        ", one at sea",
        ", half of it at sea",
        ". A PhD in history",
        ". An MBA",
        ". B.A. in history",
        ". BSN",
        ". CPA",
        ". Must be an RN",
        ". A baccalaureate",
        ". A doctorate",
        ". Masters in social work",
        ". Juris Doctor",
        ". Journeyman plumber",
        ". Journey-level standing as a rigger",
        ". Licensed pilot",
        ". Registered nurse",
        ". An Emergency Medical Technician card",
        ". Passage of the pilot board",
        ". Must pass a swimming test",
        ". Must speak Spanish",
        ". Must be a member of the bar",
        ". Must be a veteran of the harbor war",
        ". Must own a boat",
        ". Possession of notary public commission",
        ". Service as Dock Clerk",
        ". Current employment with the City of Salt",
        ". Standing as an internal candidate",
        ". Five seasons at sea",
        ". A dozen voyages",
        ". Half a year at sea",
        ". U.S. citizen",
        ". Diploma in nursing",
        ". The moon is green and 5 cats",
        ". Security clearance",
        ". Notary public",
        ". Professional engineer",
        ". Attorney at law",
        ". Physician",
        ". Sworn peace officer",
        ". Ordained minister",
        ". Bonded",
        ". Studies in law",
        ". Instruction in rigging",
        ". A fellowship",
        ". Full command of German",
        ". Fifty dives",
        ". A term in office",
        ". Prior service at sea",
        ". RN with experience in wards",
        ". CPA with knowledge of ledgers",
        ". Must be an RN able to travel",
        ". Residency in the county",
    ],
)
def test_what_is_asked_beside_service_is_in_its_route(asked: str) -> None:
    found = told(f"Two years of harbor work{asked}.")

    assert len(found.routes) == 1
    assert len(found.routes[0].split(" + ")) > 1
    assert found.is_whole == ("UNREAD" not in found.routes[0])


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("A bachelor's degree. Three years of harbor work; five years preferred.", "bachelor + 36 months"),
        ("A bachelor's degree; master's preferred. Two years of harbor work.", "bachelor + 24 months"),
        ("Two years of harbor work. Bachelor's degree (master's degree preferred).", "24 months + bachelor"),
        (
            "Two years of harbor work. A valid pilot license; a crane license is desirable.",
            "24 months + license valid pilot license",
        ),
        (
            "Two years of harbor work. A bachelor's degree in law, accounting experience desirable.",
            "24 months + bachelor in law",
        ),
        ("Two years of harbor work; crane training is highly desirable.", "24 months"),
        ("Two years of harbor experience (three preferred).", "24 months"),
        (
            "A bachelor's degree and a pilot license prior to appointment. Two years of harbor work.",
            "bachelor + 24 months",
        ),
        ("Two years of harbor work and a valid pilot license by the time of appointment.", "24 months"),
        (
            "Four years of rigging. A bachelor's degree is required and may be substituted for one year of experience.",
            "48 months + bachelor",
        ),
    ],
)
def test_a_wish_or_a_license_to_come_takes_nothing_with_it(text: str, route: str) -> None:
    assert told(text).routes == [route]


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            "1. Two years of harbor work; or\n2. Something quite unheard of with 7 tests.",
            ["24 months", "UNREAD Something quite unheard of with 7 tests"],
        ),
        (
            "1. A test of 5 parts; or\n2. One year as a Dock Clerk.",
            ["UNREAD A test of 5 parts", "12 months as Dock Clerk"],
        ),
        (
            "1. Two years of harbor work, half of it at sea; or\n2. A bachelor's degree.",
            ["24 months + UNREAD half of it", "bachelor"],
        ),
        (
            "1. A bachelor's degree; and\n2. Two years of harbor work, half of it at sea; or\n3. Four years afloat.",
            ["bachelor + 24 months + UNREAD half of it", "bachelor + 48 months"],
        ),
        (
            "A bachelor's degree, or two years of harbor work with a certificate in rigging.",
            ["bachelor", "24 months + UNREAD with a certificate"],
        ),
    ],
)
def test_words_that_are_not_read_are_asked_in_their_place_and_other_ways_stay_decided(
    text: str, routes: list[str]
) -> None:
    found = told(text)

    assert found.routes == routes
    assert not found.is_whole


@pytest.mark.parametrize(
    "school", ["Graduation from high school", "A bachelor's degree", "A bachelor's degree in law", "60 semester hours"]
)
@pytest.mark.parametrize(
    "asked",
    [
        " and a rigging course",
        ", a rigging course",
        " supplemented by courses in tides",
        " with courses in tides",
        " including one course in tides",
        " and 12 semester hours in tides",
        " and completion of a rigging course",
        " plus a rigging certificate",
        " and a valid boat license",
        ", and boat license",
        " and membership in the bar",
        " and must have passed the rigging test",
        " and five seasons at sea",
        " and two years at sea",
        " with one year of internship",
        " and an internship of six months",
        " after two years at sea",
        " and current employment as a Dock Clerk",
        " and fluency in Spanish",
        " and 21 years of age",
        ", RN",
        " and an RN",
        " plus CPA",
        " and be bonded",
        " and a master's degree",
    ],
)
def test_what_is_asked_beside_schooling_is_in_its_route(school: str, asked: str) -> None:
    (alone,) = told(f"{school}.").routes
    (route,) = told(f"{school}{asked}.").routes
    more = [one for one in route.split(" + ") if one != alone]

    assert more != []
    assert not any(one.startswith((f"{alone}, ", f"{alone} ")) for one in more)
    assert alone in route.split(" + ") or any(one in {"UNITS", "EDUCATION"} or one.startswith("UNREAD") for one in more)


@pytest.mark.parametrize(
    "service",
    [
        "Two years as a Dock Clerk",
        "Two years of experience in a class at the level of Dock Clerk",
        "Two years of harbor experience within the last five years",
        "Four years of rigging, two of which were as a Dock Clerk",
        "Must have served as a Dock Clerk for two years",
    ],
)
@pytest.mark.parametrize(
    "asked",
    [
        " and a rigging course",
        " and 12 semester hours in tides",
        " plus a rigging certificate",
        " and membership in the bar",
        " and must have passed the rigging test",
        " and a valid boat license",
        ", a master's degree",
        " and five seasons at sea",
        " and current employment as a Pier Clerk",
        ", RN",
        " plus CPA",
        " and be bonded",
        " and one year as a Pier Clerk",
    ],
)
def test_what_is_asked_behind_a_class_or_a_part_is_in_its_route(service: str, asked: str) -> None:
    (alone,) = told(f"{service}.").routes
    (route,) = told(f"{service}{asked}.").routes

    assert route.startswith(alone)
    assert len(route.split(" + ")) > len(alone.split(" + "))


@pytest.mark.parametrize(
    "kind",
    [
        " in the Pier Bureau",
        " under a Pier Clerk",
        " in charge of Pier Clerks",
        " with the rank of Mate",
        " at sea and in the docks",
    ],
)
def test_words_that_only_say_what_the_service_was_ask_nothing_besides(kind: str) -> None:
    found = told(f"Two years as a Dock Clerk{kind}.")

    assert found.routes == ["24 months as Dock Clerk"]
    assert kind.strip(" ,") in found.whats[0]
    assert found.is_whole


@pytest.mark.parametrize("other", ["membership in the bar", "an internship of six months", "passing the pilot test"])
def test_a_way_beside_schooling_is_a_way_or_left_undecided(other: str) -> None:
    found = told(f"A bachelor's degree or {other}.")

    assert len(found.routes) == 2 or "UNREAD" in found.routes[0]


@pytest.mark.parametrize("joiner", [", ", " and ", " plus ", " as well as ", "; "])
def test_a_second_degree_is_asked_with_the_first(joiner: str) -> None:
    found = told(f"A bachelor's degree in law{joiner}a master's degree, and two years of harbor work.")

    assert len(found.routes[0].split(" + ")) == 3
    assert found.is_whole == ("UNREAD" not in found.routes[0])


@pytest.mark.parametrize(
    "quality",
    [
        "Knowledge of ropes",
        "Knowledge of MS Office",
        "Strong writing skills",
        "Excellent judgment",
        "Ability to swim",
        "Must be able to swim",
        "Experience with ropes and sails",
        "Some supervisory experience",
        "Willingness to travel",
        "Interest in boats",
        "Demonstrated leadership",
        "Good communication and tact",
    ],
)
def test_a_quality_is_shown_and_leaves_the_record_whole(quality: str) -> None:
    found = told(f"Two years of harbor work. {quality}.")

    assert found.routes == ["24 months"]
    assert found.conditions == ["QUALITY"]
    assert found.is_whole


@pytest.mark.parametrize(
    "joined",
    ["1. Knowledge of ropes; or\n2. Two years of harbor work.", "Knowledge of ropes; or two years of harbor work."],
)
def test_a_quality_that_is_one_of_the_ways_is_asked_in_its_way(joined: str) -> None:
    assert told(joined).routes == ["QUALITY", "24 months"]


def test_schooling_counted_in_years_is_no_service() -> None:
    assert told("Two years of high school.").whats == []
    assert told("Two years of college.").whats == []
    assert told("One year of study at an accredited college.").whats == []


@pytest.mark.parametrize(
    "text", ["No experience is required.", "No previous experience is necessary.", "None.", "None required."]
)
def test_where_nothing_is_asked_nothing_is_missing(text: str) -> None:
    found = told(text)

    assert found.routes == []
    assert "NO_REQUIREMENTS" not in found.notes
