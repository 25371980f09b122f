"""Task scripts of My path and the search, by keys alone and by mouse: what each takes is counted, and may not grow."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.finding import choose_ends
from tests.browser.hands import Hands
from tests.browser.my_path import holds, pick, saved_profile, settled

pytestmark = [pytest.mark.browser, pytest.mark.untraced]

MOST_KEYS = 17
"""The right answer took 38 keys in the form of twenty fields; the bar is half of those, 19."""


def test_the_right_answer_takes_fewer_keys_than_before(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    page.locator("#my-path-heading").focus()
    hands = Hands(page)
    hands.press("Tab")
    hands.write("rep")
    hands.press("Enter")
    holds(page.locator("#my-class"), "us-nd/0441")
    hands.press("Tab", "Tab")
    hands.write("20")
    hands.press("Tab", "Tab", "S", "Tab")
    hands.write("64")
    settled(page)
    expect(page.locator("#my-aim-answer")).to_contain_text(
        "Next: Customer Service Specialist, 4 months, to March 2027."
    )
    assert hands.keys <= MOST_KEYS


def test_everything_in_the_form_is_reached_and_filled_by_keyboard_alone(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    page.locator("#my-class").focus()
    pick(page.locator("#my-class"), "us-nd/0441")
    hands = Hands(page)
    hands.press("Tab", "Tab")
    hands.write("2y")
    hands.press("Tab", "ArrowRight", "Tab")
    hands.write("half")
    hands.press("Tab", "B")
    hands.tab_to("#my-more")
    hands.press("Enter")
    hands.tab_to("#my-add-second")
    hands.press("Enter")
    hands.tab_to("#my-seconds [data-field=start]")
    hands.write("1/2025")
    hands.tab_to("#my-add-coming")
    hands.press("Enter", "M", "Tab", "Tab")
    hands.write("6/2027")
    assert page.locator("#my-coming-2-month").input_value() == "6/2027"
    assert page.locator("#my-share").input_value() == "half"
    assert page.locator("#my-education").input_value() == "bachelor"
    assert page.locator("#my-seconds [data-field=start]").input_value() == "1/2025"


@pytest.mark.parametrize(
    ("which", "typed", "found"),
    [
        ("bundled_map", "consultnat", "Customer Service Consultant"),
        ("los_angeles_map", "acountant", "Senior Accountant"),
    ],
)
def test_a_class_is_found_by_a_misspelt_word(
    which: str, typed: str, found: str, open_map: Opener, request: pytest.FixtureRequest
) -> None:
    page = open_map(request.getfixturevalue(which))
    page.locator("#find").focus()
    hands = Hands(page)
    hands.write(typed)
    hands.press("Enter")
    expect(page.locator("#details-heading, #rungs h3").filter(visible=True).first).to_have_text(found)
    assert hands.keys == len(typed) + 1


def two_jobs_by_keys(hands: Hands) -> None:
    """Fill in the class now, half time, an earlier job and a degree to come, from the first question on."""
    hands.page.locator("#my-class").focus()
    hands.write("0442")
    hands.press("Enter")
    hands.tab_to("#my-since-year")
    hands.write("10")
    hands.tab_to("#my-full")
    hands.press("ArrowRight")
    hands.tab_to("#my-share")
    hands.write("50%")
    hands.tab_to("#my-more")
    hands.press("Enter")
    hands.tab_to("#my-add-job")
    hands.press("Enter")
    hands.write("0441")
    hands.press("Enter")
    hands.tab_to("#my-jobs [data-field=length]")
    hands.write("2y")
    hands.tab_to("#my-add-coming")
    hands.press("Enter", "B")
    hands.tab_to("#my-comings [data-field=month]")
    hands.write("6/2027")


MOST_KEYS_FOR_ALL = 53
"""The form of twenty fields took 64 for the two jobs and a degree; one to come it could not be told."""


def test_two_jobs_part_time_and_a_degree_to_come(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    page = open_map(bundled_map)
    hands = Hands(page)
    two_jobs_by_keys(hands)
    expect(settled(page).locator("#my-aim-answer")).to_contain_text("to June 2027.")
    assert hands.keys <= MOST_KEYS_FOR_ALL
    told = saved_profile(page, tmp_path)
    assert told["jobs"] == [
        {"class": "us-nd/0442", "fte": 0.5, "months": 10},
        {"class": "us-nd/0441", "months": 24},
    ]
    assert told["events"] == [{"month": "2027-06", "degree": {"level": "bachelor"}}]


def test_back_brings_the_answer_again(bundled_map: Path, open_map: Opener) -> None:
    page: Page = open_map(bundled_map)
    choose_ends(page, "0441", "0443")
    answer = page.get_by_role("status")
    expect(answer).to_contain_text("3 years, to November 2029")
    page.get_by_role("link", name="All classes").first.click()
    expect(page.locator("#words-heading")).to_be_in_viewport()
    page.go_back()
    expect(answer).to_contain_text("3 years, to November 2029")
    expect(answer).to_be_in_viewport()
