"""My path in a real browser: what is typed is counted as the command line counts it, and kept nowhere."""

import json
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import ladder
from ladder.candidates import MOST_NAMED
from ladder.catalog.bundled import read_bundled
from ladder.catalog.loading import load_catalog
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.errors import BadFileError
from ladder.profiles import load_profile
from ladder.record_files import LARGEST_FILE
from ladder.rendering.ladder_map import render_map
from ladder.service_time import MOST_JOBS, read_month
from ladder.telling.times import spell_month
from ladder.workbench import Catalog
from tests.agreement.profiles import ProfileMaker
from tests.agreement.subjects import bundled
from tests.browser.conftest import Opener
from tests.browser.finding import choose_class, choose_ends
from tests.browser.maps import map_data
from tests.browser.my_path import (
    add,
    aim_at,
    cards,
    holds,
    load,
    more,
    pick,
    profile_file,
    representative,
    saved,
    saved_profile,
    settled,
    why,
)
from tests.eligibility.small_catalogs import SOURCE, Json, catalog_of, grade, service
from tests.rendering.packed import packed_texts

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
AS_OF = read_month("2026-11")
QUESTIONS = """() => [...document.querySelectorAll(
    "#my-path [data-question], #my-path :is(input, select):not([data-question] *)")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".file, #my-answers")).length"""


def test_four_questions_are_asked_at_first_and_more_on_demand(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    assert page.evaluate(QUESTIONS) == 4
    representative(page)
    page.get_by_label("Part time").check()
    assert page.evaluate(QUESTIONS) == 4
    more(page)
    assert page.evaluate(QUESTIONS) > 10


def test_every_class_is_in_one_of_the_groups_with_its_month(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    expect(page.locator("#my-dots-heading")).to_have_text("2 classes come within reach in 5 years")
    expect(page.locator("#my-dots-drawn svg")).to_have_attribute("aria-label", "1 in March 2027, 1 in March 2028")
    expect(page.locator("#my-aim-answer")).to_contain_text("Next: Customer Service Specialist, 4 months, to March 2027")
    told = cards(page)
    assert told["us-nd/0442"][0] == "soon"
    assert "20 of 24 months as Customer Service Representative" in told["us-nd/0442"][1]
    assert told["us-nd/0443"] == (
        "later",
        "Customer Service Consultant March 2028 After 1 year as Customer Service Specialist. Why? Rules of July 2012.",
    )
    assert told["us-ct/6163MP"][0] == "unknown"
    assert "We cannot say" in told["us-ct/6163MP"][1]
    assert told["us-ct/5257MP"][0] == "else"
    assert "Missing: 6 years of this:" in told["us-ct/5257MP"][1]
    assert set(told) == set(load_catalog().classes) - {"us-nd/0441"}


def test_from_when_one_may_file_early_is_told_beside_the_month(harbor_map: Path, open_map: Opener) -> None:
    page = open_map(harbor_map)
    pick(page.get_by_label("Your class now"), "us-xx/10")
    page.get_by_label("Year", exact=True).fill("14 months")
    told = cards(settled(page))
    assert "September 2027" in told["us-xx/30"][1]
    assert "You can apply from March 2027, if an exam is open then." in told["us-xx/30"][1]
    page.get_by_label("Year", exact=True).fill("20 months")
    told = cards(settled(page))
    assert "You can apply now, if an exam is open." in told["us-xx/30"][1]
    assert "You can apply" not in told["us-xx/40"][1]


def test_what_a_condition_would_change_is_told_in_the_same_sentence(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    pick(page.get_by_label("Your class now"), "us-nd/0441")
    page.get_by_label("Year", exact=True).fill("20 months")
    more(page)
    page.get_by_label("Does the agency employ you now?").select_option("unsaid")
    told = cards(settled(page))
    assert "March 2031" in told["us-nd/0442"][1]
    assert "4 months, if you work here now." in told["us-nd/0442"][1]
    assert told["us-nd/0444"][0] == "else"
    assert "enough of your work is lead work" in told["us-nd/0444"][1]


def test_the_reasons_of_one_class_are_told_with_their_sources(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    reasons = why(page, "us-nd/0442")
    expect(reasons).to_be_focused()
    row = reasons.locator("tr", has_text="Service here:")
    expect(row).to_contain_text("20 as Customer Service Representative, the text names the class")
    expect(row).to_contain_text("line 98")
    assert row.locator("td").nth(0).inner_text() == "24"
    assert row.locator("td").nth(3).inner_text() == "4"
    expect(reasons).to_contain_text("Proficiency in the core competencies")
    expect(reasons).to_contain_text("revision 2012-07")
    page.get_by_role("button", name="Show on the map").click()
    expect(page.locator("#details-body")).to_contain_text(
        "My path: 4 months, to March 2027 (for people who work here now)"
    )


def test_the_reasons_close_where_they_were_opened(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    why(page, "us-nd/0442").press("Escape")
    expect(page.locator("#my-why")).to_be_hidden()
    expect(page.locator("[data-why='us-nd/0442']")).to_be_focused()


def test_the_map_is_marked_by_sign_and_word(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    drawn = page.locator("#printed .titles")
    expect(drawn).to_contain_text("grade I \u00b7 \u25f7 Mar 2027")
    expect(drawn).to_contain_text("grade J \u00b7 \u2197 Mar 2028")
    expect(drawn).to_contain_text("grade H \u00b7 \u25cf you are here")
    expect(drawn).to_contain_text("? depends")
    expect(drawn).to_contain_text("+ no date yet")
    page.get_by_role("button", name="Clear", exact=True).click()
    page.get_by_role("button", name="Yes, clear it").click()
    expect(drawn).not_to_contain_text("Mar 2027")
    expect(page.locator("#my-answers")).to_be_hidden()


def test_the_answer_about_the_class_aimed_at_stands_under_the_facts(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    aim_at(page, "us-nd/0444")
    said = page.locator("#my-aim-answer")
    assert said.get_attribute("aria-live") == "polite"
    expect(said).to_contain_text(
        "Customer Service Senior Consultant: No date yet. 2 years 4 months, if enough of your work is lead work"
    )
    pick(page.get_by_label("Lead work planned while in"), "us-nd/0443")
    expect(said).to_contain_text("2 years 4 months, to March 2029")
    expect(page.locator("#my-ladders-body")).to_contain_text(
        "March 2027: Customer Service Specialist, after 4 months as Customer Service Representative"
    )
    place = page.locator("#my-ladders-body li .cited").first
    expect(place.locator("p")).to_be_hidden()
    place.locator("summary").click()
    expect(place.locator("p")).to_contain_text("line 98")
    aim_at(page, "us-ct/5246SH")
    expect(said).to_contain_text("No path in our data joins Customer Service Representative and")
    education, answer = page.locator("#my-education").bounding_box(), said.bounding_box()
    assert education is not None
    assert answer is not None
    assert answer["y"] - education["y"] < 250


def test_the_reasons_begin_at_their_top_in_a_small_window(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map, width=320, height=640)
    representative(page)
    why(page, "us-nd/0442")
    expect(page.locator("#my-why-heading")).to_be_in_viewport(ratio=1)


def test_a_card_makes_its_class_the_aim(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    why(page, "us-nd/0443").get_by_role("button", name="Make this my aim").click()
    expect(page.locator("#my-aim-answer")).to_have_text("Customer Service Consultant: 1 year 4 months, to March 2028.")
    holds(page.locator("#my-target"), "us-nd/0443")


def test_a_class_without_a_number_is_found_by_its_words(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    nameless = [one.class_id for one in load_catalog().classes.values() if one.code is None]
    assert len(nameless) > 3
    for class_id in nameless:
        pick(page.get_by_label("Your class now"), class_id)


def test_words_typed_to_find_a_class_are_no_fact_until_one_is_chosen(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    page.get_by_label("Your class now").press_sequentially("repres")
    expect(page.get_by_role("option")).not_to_have_count(0)
    expect(page.locator("#my-answers")).to_be_hidden()
    row = add(page, "Add an earlier job")
    row.locator("[data-field=class]").press_sequentially("spec")
    expect(page.locator("#my-answers")).to_be_hidden()
    row.locator("[data-field=class]").press("Enter")
    expect(page.locator("#my-answers")).to_be_visible()


def test_what_is_missing_for_an_answer_is_said_in_one_line(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    page.get_by_label("Highest education").select_option("bachelor")
    said = page.locator("#my-aim-answer")
    expect(said).to_contain_text("Choose your class now to count your time in it.")
    aim_at(page, "us-nd/0444")
    expect(said).to_contain_text("Choose your class now: a path starts in one class.")
    pick(page.get_by_label("Your class now"), "us-nd/0441")
    row = add(page, "Add a second job you have now")
    pick(row.locator("[data-field=class]"), "us-nd/0442")
    expect(said).to_contain_text("A path starts in one class, and you have two jobs.")
    expect(said).to_contain_text("Customer Service Senior Consultant: No date yet.")


def test_before_any_fact_the_page_says_what_will_come(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    expect(page.locator("#my-welcome")).to_be_visible()
    representative(page)
    expect(page.locator("#my-welcome")).to_be_hidden()


def test_while_a_file_is_read_the_answers_before_it_are_no_longer_settled(
    bundled_map: Path, open_map: Opener, tmp_path: Path
) -> None:
    page = open_map(bundled_map)
    representative(page)
    settled(page)
    page.evaluate(
        """() => document.querySelector("#my-load").addEventListener("change", () => {
            window.busyAtOnce = document.querySelector("#my-answers").ariaBusy;
        })"""
    )
    load(page, profile_file(tmp_path, {"present": {"class": "us-nd/0442"}}))
    assert page.evaluate("window.busyAtOnce") == "true"
    load(settled(page), profile_file(tmp_path, "{", "bad.json"))
    expect(page.locator("#my-faults")).not_to_be_empty()
    settled(page)


def test_whoever_holds_a_class_works_there_unless_said_otherwise(
    bundled_map: Path, open_map: Opener, tmp_path: Path
) -> None:
    page = open_map(bundled_map)
    pick(page.get_by_label("Your class now"), "us-nd/0441")
    assert saved_profile(page, tmp_path)["standing"] == {"internal": True}
    more(page)
    page.get_by_label("Does the agency employ you now?").select_option("false")
    assert saved_profile(page, tmp_path)["standing"] == {"internal": False}
    page.get_by_label("Does the agency employ you now?").select_option("unsaid")
    assert "standing" not in saved_profile(page, tmp_path)


def test_what_is_saved_is_a_profile_that_the_command_line_reads_alike(
    bundled_map: Path, open_map: Opener, tmp_path: Path
) -> None:
    page = open_map(bundled_map)
    representative(page)
    row = add(page, "Add an earlier job")
    pick(row.locator("[data-field=class]"), "us-nd/0442")
    row.locator("[data-field=start]").fill("16 March 2020")
    row.locator("[data-field=end]").fill("2021-09-15")
    words = "Customer Service Senior Consultant: The part of the general experience spent as team leader"
    row.locator("[data-field=counts]").focus()
    whole = page.locator(f"#my-references option[value^='{words}']").get_attribute("value") or ""
    row.locator("[data-field=counts]").fill(whole)
    row = add(page, "Add a degree")
    row.locator("[data-field=level]").select_option("bachelor")
    row.locator("[data-field=field]").fill("labor relations")
    file = saved(settled(page), tmp_path)
    read = json.loads(file.read_text("utf-8"))
    assert read["jobs"][1] == {
        "class": "us-nd/0442",
        "start": "2020-03-16",
        "end": "2021-09-15",
        "counts_toward": ["us-nd/0444#special"],
    }
    told = cards(page)
    again = open_map(bundled_map)
    load(again, file)
    expect(again.locator("#my-jobs li")).to_have_count(1)
    expect(again.get_by_label("Year", exact=True)).to_have_value("1 year 8 months")
    assert saved_profile(again, tmp_path) == read
    assert cards(settled(again)) == told


@pytest.mark.parametrize("seed", range(4))
def test_months_and_groups_are_those_of_the_command_line_for_random_profiles(
    bundled_map: Path, open_map: Opener, tmp_path: Path, seed: int
) -> None:
    catalog, classes = load_catalog(), ladder.load()
    maker, asked = ProfileMaker(Random(seed), bundled(), "us-nd/0443"), 0
    page = open_map(bundled_map)
    for place in range(6):
        start = Random(seed * 10 + place).choice(["us-nd/0441", "us-nd/0442", "us-ct/5246SH", None])
        made = {**maker.profile(present=start), "as_of": "2026-11"}
        try:
            load_profile(profile_file(tmp_path, made), catalog, as_of=None, today=AS_OF)
        except BadFileError:
            continue
        load(page, profile_file(tmp_path, made, f"{seed}-{place}.json"))
        for class_id, (group, words) in cards(settled(page)).items():
            answer = soonest(classes, made, class_id)
            assert group == group_of(answer), (made, class_id)
            assert not answer.months or spell_month(read_month(answer.month)) in words
            asked += 1
    assert asked > 20


def soonest(classes: Catalog, profile: Json, class_id: str) -> Any:  # noqa: ANN401 - answers of the workbench
    """Return the earlier answer of the two that the command line gives: to somebody who stays, and who climbs."""
    staying = classes.assess(profile, class_id, plan="stay")
    present = profile.get("present")
    if not isinstance(present, dict) or staying.months == 0:
        return staying
    climbing = classes.assess(profile, class_id, plan="climb")
    is_sooner = climbing.months is not None and (staying.months is None or climbing.months < staying.months)
    return climbing if is_sooner else staying


def group_of(answer: Any) -> str:  # noqa: ANN401
    if answer.months is None:
        return "unknown" if str(answer.status) == "unknown" else "else"
    return "now" if answer.months == 0 else "soon" if answer.months <= 12 else "later"


def test_what_the_form_has_no_field_for_is_kept_counted_and_told(
    bundled_map: Path, open_map: Opener, tmp_path: Path
) -> None:
    profile = {
        "as_of": "2026-11",
        "jobs": [{"class": "us-nd/0441", "start": "2025-03"}],
        "present": [{"class": "us-nd/0441", "fte": 0.5}, {"class": "us-nd/0442", "fte": 0.5}],
        "standing": {"internal": ["us-nd"]},
        "events": [{"month": "2027-06", "program_completed": "us-ct/connecticut-careers-trainee"}],
    }
    page = open_map(bundled_map)
    load(page, profile_file(tmp_path, profile))
    expect(page.locator("#my-kept")).to_contain_text("Your file says more than this form shows.")
    for words in ("more jobs", "where you stand", "plans"):
        expect(page.locator("#my-kept")).to_contain_text(words)
    assert saved_profile(page, tmp_path) == profile


def test_two_jobs_a_degree_to_come_leave_and_other_hours_are_told_and_saved(
    bundled_map: Path, open_map: Opener, tmp_path: Path
) -> None:
    profile = {
        "as_of": "2026-11",
        "jobs": [{"class": "us-nd/0441", "start": "2025-03"}],
        "standing": {"internal": True},
        "events": [
            {"month": "2027-06", "degree": {"level": "bachelor", "field": "law"}},
            {"month": "2028-01", "licence": "notary"},
            {"month": "2027-02", "leave_months": 6},
            {"month": "2028-03", "fte": 0.5},
        ],
    }
    page = open_map(bundled_map)
    load(page, profile_file(tmp_path, profile))
    expect(page.locator(".rows > li")).to_have_count(4)
    expect(page.locator("#my-kept")).to_be_hidden()
    assert saved_profile(page, tmp_path) == profile
    two = {
        "jobs": [
            {"class": "us-nd/0441", "start": "2025-03", "fte": 0.5},
            {"class": "us-nd/0442", "start": "2026-01", "fte": 0.5},
        ]
    }
    load(page, profile_file(tmp_path, {"as_of": "2026-11", **two}))
    expect(page.locator("#my-seconds li")).to_have_count(1)
    expect(page.locator("#my-kept")).to_be_hidden()
    assert saved_profile(page, tmp_path) == {"as_of": "2026-11", **two}


def test_lead_work_in_part_of_the_time_is_told_in_words(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    page = open_map(bundled_map)
    pick(page.get_by_label("Your class now"), "us-nd/0443")
    page.get_by_label("Month", exact=True).select_option("09")
    page.get_by_label("Year", exact=True).fill("2024")
    more(page)
    page.get_by_label("Was any of it lead work?").select_option("true")
    page.get_by_label("Lead work since").fill("9/2025")
    assert "lead worker" in page.get_by_label("Which work a class asks for").input_value()
    lead = {"class": "us-nd/0443", "start": "2025-09", "counts_toward": ["us-nd/0444#special"]}
    profile = saved_profile(page, tmp_path)
    assert profile["jobs"] == [{"class": "us-nd/0443", "start": "2024-09", "end": "2025-09"}, lead]
    assert "#" not in page.locator("#my-path").inner_text()
    told = cards(settled(page))
    assert told["us-nd/0444"][0] == "now"
    again = open_map(bundled_map)
    load(again, profile_file(tmp_path, profile))
    expect(again.get_by_label("Lead work since")).to_have_value("September 2025")
    assert saved_profile(again, tmp_path) == profile


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '"text"', "null", '{"present": 3}', '{"jobs": [1]}', '{"unheard": 1}', "jobs: &a []", "jobs: >-\n  x"],
)
def test_a_file_that_is_no_profile_is_refused_in_words(
    bundled_map: Path, open_map: Opener, tmp_path: Path, text: str
) -> None:
    page = open_map(bundled_map)
    representative(page)
    load(page, profile_file(tmp_path, text))
    expect(page.locator("#my-faults")).to_contain_text("This file cannot be used:")
    holds(page.get_by_label("Your class now"), "us-nd/0441")


def test_a_field_given_twice_is_refused_by_line_and_name(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    page = open_map(bundled_map)
    for name, text in (
        ("a.json", '{"as_of": "2026-11",\n "as_of": "2026-10"}'),
        ("b.json", '{"events": [{"month": "2027-01", "fte": 1},\n {"as_of": 1, "as_of": 2}]}'),
        ("a.yaml", "as_of: 2026-11\nas_of: 2026-10\n"),
    ):
        load(page, profile_file(tmp_path, text, name))
        expect(page.locator("#my-faults")).to_contain_text("Line 2: the field \u201cas_of\u201d is given twice.")
    long = "x" * 5_000
    load(page, profile_file(tmp_path, f'{{"{long}": 1,\n "{long}": 1}}'))
    expect(page.locator("#my-faults")).to_contain_text("Line 2: the field")
    assert len(page.locator("#my-faults").inner_text()) < 300


def test_a_profile_in_yaml_is_read_and_a_code_stays_text(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    text = (
        "# A profile for ladder.\nas_of: 2026-11\nstanding:\n  internal: true   # employed now\njobs:\n"
        '  - {class: "0441", months: 31.5, fte: 0.5}\n  - title: "Intake worker"\n    months: 6\n'
        "    counts_toward: [us-nd/0441#general]\npresent:\n  {class: 0441, fte: 0.5}\n"
        "events:\n  - {month: 2027-06, degree: {level: bachelor}}\n"
    )
    page = open_map(bundled_map)
    load(page, profile_file(tmp_path, text, "me.yaml"))
    settled(page)
    holds(page.get_by_label("Your class now"), "us-nd/0441")
    assert page.get_by_label("Year", exact=True).input_value() == "31.5"
    read = saved_profile(page, tmp_path)
    assert read["jobs"][0] == {"class": "us-nd/0441", "months": 31.5, "fte": 0.5}
    assert read["events"] == [{"month": "2027-06", "degree": {"level": "bachelor"}}]


TYPED = [
    ("Year", "2 years", {"months": 24}),
    ("Year", "1 year 6 months", {"months": 18}),
    ("Year", "31,5", {"months": 31.5}),
    ("Year", "Sept 2024", {"start": "2024-09"}),
    ("Year", "9/2024", {"start": "2024-09"}),
    ("Year", "2024-09-16", {"start": "2024-09-16"}),
    ("Year", "9/16/2024", {"start": "2024-09-16"}),
    ("How much?", "50%", {"fte": 0.5}),
    ("How much?", "20 hours a week", {"fte": 0.5}),
    ("How much?", "0,5", {"fte": 0.5}),
    ("How much?", "half", {"fte": 0.5}),
    ("How much?", "28 of 35 hours", {"fte": 0.8}),
]


@pytest.mark.parametrize(("label", "typed", "read"), TYPED)
def test_what_people_type_is_read(
    bundled_map: Path, open_map: Opener, tmp_path: Path, label: str, typed: str, read: dict[str, object]
) -> None:
    page = open_map(bundled_map)
    pick(page.get_by_label("Your class now"), "us-nd/0441")
    if label == "How much?":
        page.get_by_label("Part time").check()
    page.get_by_label(label, exact=True).fill(typed)
    profile = saved_profile(page, tmp_path)
    told = profile["jobs"][0] if "jobs" in profile else profile["present"]
    assert {name: told[name] for name in read} == read
    assert page.locator("[aria-invalid]").count() == 0


WRONG = [
    ("Year", "-3", "Write a month"),
    ("Year", "1e3", "Write a month"),
    ("Year", "5/6/2024", "Write the month as a word"),
    ("Year", "Jan 2027", "still ahead"),
    ("Year", "200 years", "longer than 100 years"),
    ("How much?", "1.5", "Write how much"),
    ("How much?", "20 of 35 hours", "no end as a decimal"),
    ("How much?", "0.0000000001", "Write how much"),
    ("College credits (semester hours)", "many", "Write a number of credits"),
    ("College credits a year you plan", "0.001", "Write credits a year"),
    ("College credits a year you plan", "1000", "Write credits a year"),
    ("Counting begins in", "November", "Write a month"),
]


@pytest.mark.parametrize(("label", "typed", "fault"), WRONG)
def test_what_cannot_be_read_is_marked_at_its_field_and_the_rest_is_answered(
    bundled_map: Path, open_map: Opener, label: str, typed: str, fault: str
) -> None:
    page = open_map(bundled_map)
    representative(page)
    more(page)
    page.get_by_label("Part time").check()
    page.get_by_label("How much?", exact=True).fill("50%")
    field = page.get_by_label(label, exact=True)
    field.fill(typed)
    expect(field).to_have_attribute("aria-invalid", "true")
    described = (field.get_attribute("aria-describedby") or "").split()
    assert any(fault in page.locator(f"#{one}").inner_text() for one in described)
    expect(page.locator("#my-faults")).to_contain_text("1 field not counted yet.")
    expect(page.locator("#my-answers")).to_be_visible()
    field.fill({"How much?": "50%", "Year": "20 months", "Counting begins in": "Nov 2026"}.get(label, "60"))
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    expect(page.locator("#my-faults")).to_be_empty()


def test_a_misspelt_class_stays_and_is_marked_at_its_field(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    for kind, button in (("second", "Add a second job you have now"), ("job", "Add an earlier job")):
        add(page, button)
        page.locator(f"#my-{kind}s [data-field=length]").fill("2 years")
    for field in (
        page.get_by_label("Your class now"),
        page.get_by_label("Class I aim at"),
        page.locator("#my-target-class"),
        page.get_by_label("Lead work planned while in"),
        page.locator("#my-seconds [data-field=class]"),
        page.locator("#my-jobs [data-field=class]"),
        page.locator("#my-jobs [data-field=trainee]"),
    ):
        for typed, told in (
            ("custmer servise speshalist", "No class has that title or number. Close: Customer Service Specialist"),
            ("customer", "Choose a class from the list, such as Customer Service"),
            ("zzzz", "No class has that title or number."),
        ):
            field.fill(typed)
            expect(field).not_to_have_attribute("aria-invalid", "true")
            field.press("Tab")
            expect(field).to_have_attribute("aria-invalid", "true")
            expect(field).to_have_value(typed)
            expect(field).not_to_have_attribute("data-chosen", re.compile(""))
            described = (field.get_attribute("aria-describedby") or "").split()
            assert any(told in page.locator(f"#{one}").inner_text() for one in described)
            expect(page.locator("#my-faults")).to_contain_text("not counted yet.")
        pick(field, "us-nd/0442")
        expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("#my-faults")).to_be_empty()


def test_a_question_at_fault_is_named_without_its_mark(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    page.get_by_label("Part time").check()
    page.get_by_label("How much?", exact=True).fill("4000")
    expect(page.locator("#my-faults")).to_have_text("1 field not counted yet. Please look at what is marked. How much.")


def test_of_the_class_held_the_panel_says_that_it_is_held(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    choose_class(page, "Find a class", "0441")
    expect(page.locator("#details-heading")).to_have_text("Customer Service Representative")
    expect(page.locator("#details-body")).to_contain_text("You hold Customer Service Representative now.")
    expect(page.locator("#details-body")).not_to_contain_text("My path:")
    choose_class(page, "Find a class", "0442")
    expect(page.locator("#details-body")).to_contain_text("My path: ")


def test_an_empty_row_is_no_fault_and_wipes_nothing(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    before = cards(page)
    for button in (
        "Add an earlier job",
        "Add a degree",
        "Add a license",
        "Add a leave",
        "Add a second job you have now",
    ):
        add(page, button)
    assert cards(settled(page)) == before
    assert page.locator("[aria-invalid]").count() == 0


def test_a_fault_in_a_row_is_told_by_the_number_on_screen(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    add(page, "Add an earlier job")
    row = add(page, "Add an earlier job")
    pick(row.locator("[data-field=class]"), "us-nd/0442")
    row.locator("[data-field=length]").fill("long")
    expect(page.locator("#my-faults")).to_contain_text("How long 2.")
    expect(row.locator("[aria-invalid]")).to_have_count(1)
    assert cards(settled(page))["us-nd/0442"][0] == "soon"


def test_a_title_alone_is_said_to_count_toward_nothing(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    row = add(page, "Add an earlier job")
    row.locator("[data-field=title]").fill("Intake worker")
    row.locator("[data-field=length]").fill("2 years")
    expect(row).to_contain_text("A title alone counts toward nothing.")
    assert page.locator("[aria-invalid]").count() == 0
    row.locator("[data-field=counts]").focus()
    words = page.locator("#my-references option").first.get_attribute("value") or ""
    row.locator("[data-field=counts]").fill(words)
    expect(row).not_to_contain_text("A title alone counts toward nothing.")


def test_clearing_asks_first(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    page.get_by_role("button", name="Clear", exact=True).click()
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Enter")
    holds(page.get_by_label("Your class now"), "us-nd/0441")
    page.get_by_role("button", name="Clear", exact=True).click()
    page.get_by_role("button", name="Yes, clear it").click()
    holds(page.get_by_label("Your class now"), "")


ASKS_TO_STAY = """() => {
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
}"""


def test_leaving_asks_first_where_something_is_typed_and_not_saved(
    bundled_map: Path, open_map: Opener, tmp_path: Path
) -> None:
    page = open_map(bundled_map)
    assert page.evaluate(ASKS_TO_STAY) is False
    representative(page)
    assert page.evaluate(ASKS_TO_STAY) is True
    file = saved(page, tmp_path)
    assert page.evaluate(ASKS_TO_STAY) is False
    page.get_by_label("College credits (semester hours)").fill("65")
    assert page.evaluate(ASKS_TO_STAY) is True
    load(page, file)
    expect(page.get_by_label("College credits (semester hours)")).to_have_value("64")
    assert page.evaluate(ASKS_TO_STAY) is False


def test_nothing_typed_is_stored_sent_or_put_into_the_link(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    page = open_map(bundled_map)
    representative(page)
    add(page, "Add a license").locator("[data-field=name]").fill("canary 4711")
    page.get_by_label("Find a class").fill("customer")
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    kept = (
        page.url
        + page.get_by_label("Link for this view").input_value()
        + page.evaluate("JSON.stringify(history.state)")
    )
    assert "4711" not in kept
    assert "0441" not in kept
    assert page.evaluate("performance.getEntriesByType('resource').length") == 0
    saved(page, tmp_path)
    page.reload()
    assert page.get_by_label("Year", exact=True).input_value() == ""


def test_a_route_that_the_page_does_not_hold_is_worked_out_in_the_page(city_map: Path, open_map: Opener) -> None:
    page = open_map(city_map)
    assert packed_texts(page.content())["data"].startswith("{")
    steps = map_data(page)["steps"]
    first = steps[0]
    onward = next(step for step in steps if step["from"] == first["to"])
    codes = {one["id"]: one["code"] for one in map_data(page)["classes"]}
    choose_ends(page, codes[first["from"]], codes[onward["to"]])
    expect(page.get_by_role("status")).to_contain_text(", to ")
    expect(page.locator("#route-todo > li")).to_have_count(3)
    expect(page.locator("#view-heading")).not_to_have_text("")


def test_hostile_words_of_a_profile_are_shown_as_typed(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    words = "<img src=x onerror=window.canary=1>"
    profile = {
        "jobs": [{"title": words, "months": 40, "counts_toward": ["us-nd/0441#general"]}],
        "licences": [words],
        "education": {"degrees": [{"level": "bachelor", "field": words}]},
        "events": [{"month": "2027-06", "degree": {"level": "master", "field": words}}],
    }
    page = open_map(bundled_map)
    load(page, profile_file(tmp_path, profile, f"{words.replace('/', '')}.json"))
    expect(why(settled(page), "us-nd/0441")).to_contain_text(words)
    more(page)
    values = page.locator(".rows input").evaluate_all("all => all.map(one => one.value)")
    assert values.count(words) == 4
    load(page, profile_file(tmp_path, {words: 1}))
    expect(page.locator("#my-faults")).to_contain_text(words)
    assert page.evaluate("window.canary ?? null") is None
    assert page.locator("main img").count() == 0


def test_hostile_titles_stand_in_the_cards_as_they_are(hostile_map: Path, open_map: Opener) -> None:
    page = open_map(hostile_map)
    pick(page.get_by_label("Your class now"), "xx/start")
    page.get_by_label("Year", exact=True).fill("9 years")
    told = cards(settled(page))
    assert len(told) > 10
    for class_id in list(told)[:8]:
        expect(why(page, class_id)).to_be_visible()
    assert page.evaluate("window.canary ?? null") is None
    assert page.locator("main img, main iframe").count() == 0


@pytest.mark.parametrize("count", [1_040, MOST_JOBS])
def test_a_long_history_is_counted_without_a_row_of_fields_for_each_job(
    bundled_map: Path, open_map: Opener, tmp_path: Path, count: int
) -> None:
    jobs = [{"class": "us-nd/0441", "months": 0.46, "fte": 0.02} for _ in range(count)]
    file = profile_file(tmp_path, {"as_of": "2026-11", "jobs": jobs, "present": {"class": "us-nd/0441"}})
    page = open_map(bundled_map)
    load(page, file)
    expect(page.locator("#my-jobs li")).to_have_count(40)
    expect(page.locator("#my-kept")).to_contain_text("more jobs")
    assert len(saved_profile(page, tmp_path)["jobs"]) == count
    history = load_profile(file, load_catalog(), as_of=None, today=AS_OF)
    answer = assess(Case(load_catalog(), history, Plan(PlanKind.STAY)), "us-nd/0442")
    assert spell_month(answer.month or AS_OF) in cards(page)["us-nd/0442"][1]


@pytest.mark.parametrize(("field", "most"), [("jobs", MOST_JOBS), ("events", MOST_JOBS), ("programs", MOST_NAMED)])
def test_a_list_past_its_bound_is_refused_in_words_without_a_look_at_its_items(
    bundled_map: Path, open_map: Opener, tmp_path: Path, field: str, most: int
) -> None:
    page = open_map(bundled_map)
    load(page, profile_file(tmp_path, {field: [3] * (most + 1)}))
    expect(page.locator("#my-faults")).to_have_text(
        f"This file cannot be used:{field}: there is too much here: {most + 1}; write at most {most}"
    )


def test_a_file_larger_than_a_profile_may_be_is_not_read(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    page = open_map(bundled_map)
    load(page, profile_file(tmp_path, "{}" + " " * LARGEST_FILE))
    expect(page.locator("#my-faults")).to_contain_text("This file is larger than 1,000,000 bytes.")


@pytest.mark.parametrize("spelling", ["licences", "licenses"])
def test_a_file_comes_back_with_its_courses_and_with_licenses_declared_as_none(
    bundled_map: Path, open_map: Opener, tmp_path: Path, spelling: str
) -> None:
    courses = [{"field": "Law", "semester_hours": 12}, {"field": "Art", "semester_hours": 3}]
    page = open_map(bundled_map)
    load(page, profile_file(tmp_path, {"education": {"semester_hours": 30, "courses": courses}, spelling: []}))
    expect(page.locator("#my-courses li")).to_have_count(2)
    back = saved_profile(page, tmp_path)
    assert back["education"] == {"semester_hours": 30, "courses": courses}
    assert back["licences"] == []


@pytest.mark.parametrize(
    "licences",
    [
        ["driver", {"name": "class A", "month": "2024-05"}],
        [{"name": "class A, part 2", "month": "2024-05-16"}],
        ["Permit of 2020-05"],
    ],
)
def test_months_of_degrees_and_licenses_come_back_as_they_were(
    bundled_map: Path, open_map: Opener, tmp_path: Path, licences: list[object]
) -> None:
    degrees = [{"level": "high_school", "month": "2001-06"}, {"level": "bachelor", "field": "law", "month": "2010-05"}]
    page = open_map(bundled_map)
    load(page, profile_file(tmp_path, {"education": {"degrees": degrees}, "licences": licences}))
    expect(page.locator("#my-degrees li")).to_have_count(2)
    back = saved_profile(page, tmp_path)
    assert (back["education"]["degrees"], back["licences"]) == (degrees, licences)


def test_classes_below_and_classes_that_pay_less_stay_hidden_until_asked_for(
    bundled_map: Path, open_map: Opener
) -> None:
    page = open_map(bundled_map)
    pick(page.get_by_label("Your class now"), "us-nd/0442")
    expect(page.locator("#my-aim-answer")).to_contain_text("Next: Customer Service Consultant")
    assert page.locator("[data-class='us-nd/0441']").count() == 0
    assert cards(settled(page))["us-nd/0441"][0] == "later"


def test_classes_that_pay_less_come_only_where_asked_for(open_map: Opener, tmp_path: Path) -> None:
    classes = [
        grade("h", service("e0", 2, "h"), **paid("50")),
        grade("less", service("e0", 2, "h"), **paid("40.50")),
        grade("more", service("e0", 4, "h"), **paid("1500.25")),
        grade("met", service("e0", 0, "h"), **paid("60")),
    ]
    file = tmp_path / "map.html"
    file.write_text(render_map(catalog_of(*classes), as_of=AS_OF), "utf-8")
    page = open_map(file)
    pick(page.get_by_label("Your class now"), "us-xx/h")
    settled(page)
    shown = page.locator("#my-groups [data-class]")
    expect(shown).to_have_count(2)
    expect(page.locator(".of-now [data-class='us-xx/met']")).to_contain_text("+$10 a year")
    expect(page.locator("[data-class='us-xx/more']")).to_contain_text("March 2027")
    expect(page.locator("[data-class='us-xx/more']")).to_contain_text("+$1,450.25 a year")
    page.get_by_label("Show classes that pay less").check()
    expect(page.locator("[data-class='us-xx/less']")).to_contain_text("\u2212$9.50 a year")


def paid(low: str) -> Json:
    return {
        "pay": {"plan": "P", "grade": low, "ranges": [{"unit": "yearly", "low": low, "high": low}], "source": SOURCE}
    }


def test_the_age_of_the_rules_stands_in_the_answer(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    expect(page.locator("#my-rules")).to_have_text(
        re.compile(
            r"^These answers come from rules of 2012\. Ask HR whether newer ones are in force\. "
            r"This series belongs to a class plan that is no longer in force: .* last revised in July 2012\.$"
        )
    )
    expect(page.locator("[data-class='us-nd/0442']")).to_contain_text("Rules of July 2012.")


def test_on_a_phone_the_facts_fold_to_one_card(bundled_map: Path, open_map: Opener) -> None:
    page: Page = open_map(bundled_map, width=390, height=844, dark=True)
    representative(page)
    expect(page.get_by_role("button", name="Change")).to_be_hidden()
    page.get_by_role("button", name="See my answer").click()
    expect(page.locator("#my-told")).to_have_text(
        "Customer Service Representative, for 20 months, full time, 64 college credits"
    )
    expect(page.get_by_label("Your class now")).to_be_hidden()
    expect(page.get_by_role("button", name="Change")).to_be_focused()
    page.get_by_role("button", name="Change").click()
    expect(page.get_by_label("Your class now")).to_be_focused()


def test_a_class_is_taken_over_from_elsewhere_on_the_page(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    told = "{ detail: { class: 'us-nd/0441', target: 'us-nd/0443' } }"
    page.evaluate(f"document.dispatchEvent(new CustomEvent('ladder:my-path', {told}))")
    expect(page.get_by_label("Month", exact=True)).to_be_focused()
    holds(page.get_by_label("Your class now"), "us-nd/0441")
    expect(page.locator("#my-aim-answer")).to_contain_text("Customer Service Consultant: 3 years, to November 2029.")


def test_what_needs_something_else_begins_with_classes_of_like_work(los_angeles_map: Path, open_map: Opener) -> None:
    titles = {spec.title: spec.class_id for spec in read_bundled(name="los-angeles").classes}
    page = open_map(los_angeles_map)
    pick(page.get_by_label("Your class now"), titles["Executive Administrative Assistant"])
    page.get_by_label("Year", exact=True).fill("26 months")
    first = settled(page).locator(".of-else [data-class]").evaluate_all("all => all.map(one => one.dataset.class)")
    assert first[:2] == [titles["Chief Clerk"], titles["Personnel Analyst"]]
