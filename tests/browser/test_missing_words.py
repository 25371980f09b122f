"""What is missing is told in the same words in My path, in the answer to From and To, and in Compare."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ladder.rendering.ladder_map import render_map
from ladder.service_time import read_month
from tests.browser.conftest import Opener
from tests.browser.finding import choose_ends
from tests.browser.my_path import add, cards, load, pick, profile_file, settled, why
from tests.eligibility.small_catalogs import PLACE, catalog_of, grade, other, service, stands_for

pytestmark = [pytest.mark.browser, pytest.mark.untraced]

CLOSED = [grade(code, service("e0", 6, code)) for code in ("2", "4", "5")]
"""Classes that nobody enters: each asks for service in itself."""
TARGET = grade(
    "3",
    service("e0", 24, {"class": f"{PLACE}/2", "certainty": "level"}),
    service("s0", 6, "1"),
    other("credential", "license", what="a license of class B", name="a license of class B"),
    service("lead", 12, lead=True, what="lead duty"),
    service("e1", 36, "4", "5"),
    service("kind", 12, what="work with maps."),
    routes=[["e0", "s0", "license"], ["s0", "lead", "kind"], ["s0", "e1"]],
)


@pytest.fixture(scope="module")
def small_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("missing") / "map.html"
    catalog = catalog_of(grade("1", service("none", 0)), *CLOSED, TARGET)
    file.write_text(render_map(catalog, as_of=read_month("2026-11")), "utf-8")
    return file


EVERY_SET = (
    "Missing: 3 years as Class 4 or Class 5. "
    "Or: 2 years as Class 2 (or in a class at that level; HR decides); and license (a license of class B). "
    "Or: 1 year of lead work; and 1 year of this: work with maps."
)
COMPARE = """() => ["us-xx/2", "us-xx/3"].forEach(
    (id) => document.dispatchEvent(new CustomEvent("ladder:compare", { detail: { id } })))"""


def facts(page: Page, class_id: str, time: str) -> None:
    """Tell a class that is held now and for how long, and that no license is."""
    page.goto(page.url.partition("#")[0] + "#my-path")
    pick(page.get_by_label("Your class now"), class_id)
    page.get_by_label("Year", exact=True).fill(time)
    settled(page)


def test_my_path_tells_the_smallest_set_with_the_time_that_is_left(small_map: Path, open_map: Opener) -> None:
    page = open_map(small_map)
    facts(page, "us-xx/1", "0 months")
    assert "Missing: 3 years as Class 4 or Class 5. 2 other ways." in cards(settled(page))["us-xx/3"][1]
    row = add(page, "Add an earlier job")
    pick(row.locator("[data-field=class]"), "us-xx/4")
    row.locator("[data-field=length]").fill("6.5 months")
    assert "Missing: 29.5 months as Class 4 or Class 5. 2 other ways." in cards(settled(page))["us-xx/3"][1]
    row.locator("[data-field=length]").fill("1 year")
    assert "Missing: 2 years as Class 4 or Class 5. 2 other ways." in cards(settled(page))["us-xx/3"][1]


def test_from_and_to_and_compare_tell_every_set(small_map: Path, open_map: Opener) -> None:
    page = open_map(small_map)
    choose_ends(page, "1", "3")
    expect(page.locator("#route-below")).to_have_text(EVERY_SET)
    facts(page, "us-xx/1", "0 months")
    page.evaluate(COMPARE)
    page.locator("#compare-open").click()
    first, *others = EVERY_SET.split(" Or: ")
    told = page.locator("#compare-rows .when").filter(has_text="No date yet").filter(has_text=first)
    told.locator("summary").click()
    expect(told.locator("li")).to_have_text([(other[0].upper() + other[1:]).removesuffix(".") for other in others])


SAID_BESIDES = {
    "11": (
        service("here", 24, "1", standing="internal"),
        "2 years as Class 1 (you have the time; only for people who work here now).",
    ),
    "12": (service("late", 24, "1", within_last_months=36), "2 years as Class 1 (it counts only in the last 3 years)."),
    "13": (
        service("equal", 36, "2", or_equivalent=True),
        "3 years as Class 2 (service equal to that may count; HR decides).",
    ),
    "14": (
        other("education", "study", what="course work", courses=[{"semester_hours": 9, "fields": ["law"]}]),
        "study (course work; asked: 9 college credits in law).",
    ),
}
"""Classes, what each asks, and what is missing of it to somebody from outside who was two years in class 1 long ago."""
NAMED_LIKE_WORDS = ["service", "way", "number", "completing", "asks"]
"""Names of routes that are also names of messages about routes."""


@pytest.fixture(scope="module")
def map_besides(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("besides") / "map.html"
    asked = [grade(code, rule) for code, (rule, _) in SAID_BESIDES.items()]
    named = grade(
        "20", *(service(one, 12, "1") for one in NAMED_LIKE_WORDS), routes=[[one] for one in NAMED_LIKE_WORDS]
    )
    credit = grade(
        "21",
        service("general", 36, "1"),
        substitutions=[
            stands_for("degree", "general", degree="bachelor", months=12),
            stands_for("service", "general", feeder="2", months=1, at_most_months=12),
        ],
    )
    catalog = catalog_of(grade("1", service("none", 0)), CLOSED[0], *asked, named, credit)
    file.write_text(render_map(catalog, as_of=read_month("2026-11")), "utf-8")
    return file


def test_what_a_record_says_besides_the_time_is_told_of_what_is_missing(
    map_besides: Path, open_map: Opener, tmp_path: Path
) -> None:
    page = open_map(map_besides, link="#my-path")
    jobs = [{"class": f"{PLACE}/1", "start": "2018-01", "end": "2020-06"}]
    load(page, profile_file(tmp_path, {"as_of": "2026-11", "standing": {"internal": False}, "jobs": jobs}))
    told = cards(settled(page))
    for code, (_, words) in SAID_BESIDES.items():
        assert f"Missing: {words}" in told[f"{PLACE}/{code}"][1]


def test_a_route_that_is_named_like_a_message_is_told_by_its_name(
    map_besides: Path, open_map: Opener, tmp_path: Path
) -> None:
    page = open_map(map_besides, link="#my-path")
    jobs = [{"class": f"{PLACE}/1", "start": "2018-01", "end": "2020-06"}]
    load(page, profile_file(tmp_path, {"as_of": "2026-11", "jobs": jobs}))
    told = why(settled(page), f"{PLACE}/20").inner_text()
    assert "undefined" not in told
    assert all(f"way {one}" in told for one in NAMED_LIKE_WORDS)


def test_what_is_credited_is_told_as_the_terminal_tells_it(map_besides: Path, open_map: Opener, tmp_path: Path) -> None:
    page = open_map(map_besides, link="#my-path")
    jobs = [{"class": f"{PLACE}/2", "start": "2018-01", "end": "2020-06"}]
    education = {"degrees": [{"level": "bachelor", "field": "law"}]}
    load(page, profile_file(tmp_path, {"as_of": "2026-11", "jobs": jobs, "education": education}))
    told = why(settled(page), f"{PLACE}/21").inner_text()
    assert "12: A bachelor's degree" in told
    assert "12: Service (service as Class 2)" in told
