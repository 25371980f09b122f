"""My path in a real browser: what is typed is counted as the command line counts it, and kept nowhere."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ladder.candidates import MOST_NAMED
from ladder.catalog.loading import load_catalog
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.profiles import load_profile
from ladder.record_files import LARGEST_FILE
from ladder.rendering.ladder_map import render_map
from ladder.service_time import MOST_JOBS, read_month
from ladder.telling.times import spell_month
from tests.browser.conftest import Opener
from tests.browser.finding import choose_ends
from tests.browser.maps import map_data
from tests.eligibility.small_catalogs import SOURCE, Json, catalog_of, grade, service
from tests.rendering.packed import packed_texts

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
AS_OF = read_month("2026-11")


def representative(page: Page) -> None:
    """Type twenty months as Representative, internal, with 64 semester hours."""
    page.get_by_label("Present class").select_option("us-nd/0441")
    page.get_by_label("Months in it so far").fill("20")
    page.get_by_label("Semester hours done").fill("64")
    page.get_by_label("Employed by the agency now").select_option("true")


def told(page: Page, class_id: str) -> str:
    """Return the row of a class, once every row is shown."""
    every = page.get_by_role("button", name="Show every class")
    if every.is_visible():
        every.click()
    return page.locator(f"tr:has([data-why='{class_id}'])").inner_text()


def saved(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a profile file").click()
    download.value.save_as(folder / "my-profile.json")
    return folder / "my-profile.json"


def test_every_class_is_answered_at_once(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    expect(page.locator("#my-summary")).to_contain_text("of 2 within a year, of 1 later")
    expect(page.locator("#my-summary")).to_contain_text("Customer Service Specialist (0442, grade I), 4 months")
    assert "4 months, to March 2027\tfor people who work here now" in told(page, "us-nd/0442")
    assert "your present class" in told(page, "us-nd/0441")
    assert "we cannot say" in told(page, "us-ct/6163MP")
    assert "needs something else" in told(page, "us-ct/5257MP")
    assert page.locator("#my-rows tr").count() == len(load_catalog().classes)


def test_from_when_one_may_file_early_is_told_beside_the_month(harbor_map: Path, open_map: Opener) -> None:
    page = open_map(harbor_map)
    page.get_by_label("Present class").select_option("us-xx/10")
    page.get_by_label("Months in it so far").fill("14")
    expect(page.locator("#my-answers")).to_be_visible()
    filing = "to September 2027; you can apply from March 2027, if an exam is open then"
    assert f"10 months, {filing}" in told(page, "us-xx/30")
    page.get_by_label("Months in it so far").fill("20")
    expect(page.locator("#my-summary")).to_contain_text("you can apply now, if an exam is open")
    assert "you can apply" not in told(page, "us-xx/40")


def test_what_a_condition_would_change_is_told_beside_the_month(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    page.get_by_label("Present class").select_option("us-nd/0441")
    page.get_by_label("Months in it so far").fill("20")
    expect(page.locator("#my-answers")).to_be_visible()
    assert "to March 2031; 4 months, if you work here now" in told(page, "us-nd/0442")
    assert "needs something else; 5 years 4 months, if enough of your work is lead work" in told(page, "us-nd/0444")


def test_the_reasons_of_one_class_are_told_with_their_sources(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    page.locator("[data-why='us-nd/0442']").click()
    expect(page.locator("#my-why")).to_be_focused()
    row = page.locator("#my-why-body tr", has_text="Service here:")
    expect(row).to_contain_text("20 as Customer Service Representative, the text names the class")
    expect(row).to_contain_text("line 98, revision 2012-07")
    expect(page.locator("#my-why-body")).to_contain_text("Proficiency in the core competencies")
    page.get_by_role("button", name="Show this class on the map").click()
    expect(page.locator("#details-body")).to_contain_text(
        "My path: 4 months, to March 2027 (for people who work here now)"
    )


def test_the_map_is_marked_by_sign_and_word(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    drawn = page.locator("#printed .titles")
    expect(drawn).to_contain_text("◐ in 4 mo")
    expect(drawn).to_contain_text("○ in 3 yr 4 mo")
    expect(drawn).to_contain_text("? depends")
    expect(drawn).to_contain_text("- not on this plan".replace("-", "\u2013"))
    page.get_by_role("button", name="Clear the form").click()
    expect(drawn).not_to_contain_text("in 4 mo")
    expect(page.locator("#my-answers")).to_be_hidden()


def test_the_ladders_to_the_class_aimed_at_are_timed_for_this_person(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    page.get_by_label("Class I aim at").select_option("us-nd/0444")
    ladders = page.locator("#my-ladders-body")
    expect(ladders).to_contain_text("if enough of your work is lead work")
    page.get_by_label("Lead duties planned while in").select_option("us-nd/0443")
    expect(ladders).to_contain_text("The best plan: 2 years 4 months, to March 2029")
    expect(ladders).to_contain_text("Hold Customer Service Representative (0441, grade H) for 4 months")
    page.get_by_label("Class I aim at").select_option("us-ct/5246SH")
    expect(ladders).to_contain_text("No path in our data joins Customer Service Representative and")


def test_what_is_saved_is_a_profile_that_the_command_line_reads_alike(
    bundled_map: Path, open_map: Opener, tmp_path: Path
) -> None:
    page = open_map(bundled_map)
    representative(page)
    page.get_by_role("button", name="Add earlier service").click()
    row = page.locator("#my-jobs li").last
    row.get_by_label("Class", exact=True).select_option("us-nd/0442")
    row.get_by_label("Or start").fill("2020-03-16")
    row.get_by_label("End").fill("2021-09-15")
    row.get_by_label("Counts as").fill("us-nd/0444#special")
    page.get_by_role("button", name="Add a degree").click()
    page.get_by_label("Degree").select_option("bachelor")
    page.get_by_label("Field").fill("labor relations")
    file = saved(page, tmp_path)
    catalog = load_catalog()
    history = load_profile(file, catalog, as_of=None, today=read_month("2020-01"))
    assert history.as_of == AS_OF
    words = {"now": "\tnow", "unknown": "\twe cannot say", "unreachable": "\tneeds something else"}
    for class_id in catalog.classes:
        answer = assess(Case(catalog, history, Plan(PlanKind.STAY)), class_id)
        when = words.get(answer.status.value) or f", to {spell_month(answer.month or AS_OF)}"
        assert when in told(page, class_id)
    again = open_map(bundled_map)
    again.locator("#my-load").set_input_files(file)
    expect(again.locator("#my-jobs li")).to_have_count(1)
    assert again.get_by_label("Months in it so far").input_value() == "20"
    assert json.loads(saved(again, tmp_path).read_text("utf-8")) == json.loads(file.read_text("utf-8"))
    told(again, "us-nd/0444")
    assert again.locator("#my-rows").inner_text() == page.locator("#my-rows").inner_text()


def test_what_the_form_has_no_field_for_is_kept_counted_and_told(
    bundled_map: Path, open_map: Opener, tmp_path: Path
) -> None:
    profile = {
        "as_of": "2026-11",
        "jobs": [{"class": "us-nd/0441", "start": "2025-03"}],
        "present": [{"class": "us-nd/0441", "fte": 0.5}, {"class": "us-nd/0442", "fte": 0.5}],
        "standing": {"internal": ["us-nd"]},
        "events": [{"month": "2027-06", "degree": {"level": "bachelor"}}],
    }
    file = tmp_path / "typed.json"
    file.write_text(json.dumps(profile), "utf-8")
    page = open_map(bundled_map)
    page.locator("#my-load").set_input_files(file)
    for words in ("present:", "standing:", "events:", "jobs:"):
        expect(page.locator("#my-kept")).to_contain_text(words)
    assert json.loads(saved(page, tmp_path).read_text("utf-8")) == profile


@pytest.mark.parametrize("text", ["{", "[]", '"text"', "null", '{"present": 3}', '{"jobs": [1]}', '{"unheard": 1}'])
def test_a_file_that_is_no_profile_is_refused_in_words(
    bundled_map: Path, open_map: Opener, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "none.json"
    file.write_text(text, "utf-8")
    page = open_map(bundled_map)
    page.locator("#my-load").set_input_files(file)
    expect(page.get_by_role("alert")).to_contain_text("Please look at:")


@pytest.mark.parametrize(
    ("label", "typed", "fault"),
    [
        ("Months in it so far", "-3", "months"),
        ("Months in it so far", "1e3", "months"),
        ("Share of full time, 1 is whole", "1.5", "fte"),
        ("Semester hours done", "many", "semester hours"),
        ("Semester hours a year, planned", "a few", "study a year"),
        ("Semester hours a year, planned", "0.001", "study a year"),
        ("Semester hours a year, planned", "1000", "study a year"),
        ("Counting starts in", "November", "as of"),
        ("Also counts as", "us-nd/9999#special", "counts toward"),
    ],
)
def test_a_fault_is_told_and_nothing_is_guessed(
    bundled_map: Path, open_map: Opener, label: str, typed: str, fault: str
) -> None:
    page = open_map(bundled_map)
    representative(page)
    page.get_by_label(label, exact=True).fill(typed)
    expect(page.get_by_role("alert")).to_contain_text(fault)
    expect(page.locator("#my-answers")).to_be_hidden()


def test_nothing_typed_is_stored_sent_or_put_into_the_link(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    page.get_by_label("Licenses, with commas between").fill("canary 4711")
    page.get_by_label("Find a class").fill("customer")
    expect(page.locator("#my-answers")).to_be_visible()
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    kept = (
        page.url
        + page.get_by_label("Link for this view").input_value()
        + page.evaluate("JSON.stringify(history.state)")
    )
    assert "4711" not in kept
    assert "0441" not in kept
    assert page.evaluate("performance.getEntriesByType('resource').length") == 0
    page.reload()
    assert page.get_by_label("Months in it so far").input_value() == ""


def test_a_route_that_the_page_does_not_hold_is_worked_out_in_the_page(city_map: Path, open_map: Opener) -> None:
    page = open_map(city_map)
    assert packed_texts(page.content())["data"].startswith("{")
    steps = map_data(page)["steps"]
    first = steps[0]
    onward = next(step for step in steps if step["from"] == first["to"])
    codes = {one["id"]: one["code"] for one in map_data(page)["classes"]}
    choose_ends(page, codes[first["from"]], codes[onward["to"]])
    expect(page.get_by_role("status")).to_contain_text("after ")
    expect(page.locator("#moves li")).to_have_count(2)
    expect(page.locator("#view-heading")).not_to_have_text("")


def test_hostile_words_of_a_profile_are_shown_as_typed(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    words = "<img src=x onerror=window.canary=1>"
    profile = {
        "jobs": [{"title": words, "months": 40, "counts_toward": ["us-nd/0441#general"]}],
        "licences": [words],
        "education": {"degrees": [{"level": "bachelor", "field": words}]},
        "events": [{"month": "2027-06", "degree": {"level": "master", "field": words}}],
    }
    file = tmp_path / f"{words.replace('/', '')}.json"
    file.write_text(json.dumps(profile), "utf-8")
    page = open_map(bundled_map)
    page.locator("#my-load").set_input_files(file)
    page.locator("[data-why='us-nd/0441']").click()
    expect(page.locator("#my-why-body")).to_contain_text(words)
    expect(page.locator("#my-kept")).to_contain_text(words)
    assert page.evaluate("window.canary ?? null") is None
    assert page.locator("main img").count() == 0


@pytest.mark.parametrize("count", [1_040, MOST_JOBS])
def test_a_long_history_is_counted_without_a_row_of_fields_for_each_job(
    bundled_map: Path, open_map: Opener, tmp_path: Path, count: int
) -> None:
    jobs = [{"class": "us-nd/0441", "months": 0.46, "fte": 0.02} for _ in range(count)]
    file = profile_file(tmp_path, {"as_of": "2026-11", "jobs": jobs, "present": {"class": "us-nd/0441"}})
    page = open_map(bundled_map)
    page.locator("#my-load").set_input_files(file)
    expect(page.locator("#my-answers")).to_be_visible()
    assert page.locator("#my-jobs li").count() == 40
    expect(page.locator("#my-kept")).to_contain_text("jobs: ")
    assert len(page.locator("#my-kept").inner_text()) < 600
    back = json.loads(saved(page, tmp_path).read_text("utf-8"))
    assert len(back["jobs"]) == count
    history = load_profile(file, load_catalog(), as_of=None, today=AS_OF)
    answer = assess(Case(load_catalog(), history, Plan(PlanKind.STAY)), "us-nd/0442")
    assert f"in {spell_month(answer.month or AS_OF)}" in told(page, "us-nd/0442")


@pytest.mark.parametrize(("field", "most"), [("jobs", MOST_JOBS), ("events", MOST_JOBS), ("programs", MOST_NAMED)])
def test_a_list_past_its_bound_is_refused_in_words_without_a_look_at_its_items(
    bundled_map: Path, open_map: Opener, tmp_path: Path, field: str, most: int
) -> None:
    file = profile_file(tmp_path, {field: [3] * (most + 1)})
    page = open_map(bundled_map)
    page.locator("#my-load").set_input_files(file)
    expect(page.get_by_role("alert")).to_have_text(
        f"Please look at:{field}: there is too much here: {most + 1}; write at most {most}"
    )


def test_a_file_larger_than_a_profile_may_be_is_not_read(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    file.write_text("{}" + " " * LARGEST_FILE, "utf-8")
    page = open_map(bundled_map)
    page.locator("#my-load").set_input_files(file)
    expect(page.get_by_role("alert")).to_contain_text("file: it is larger than 1,000,000 bytes")


def profile_file(folder: Path, profile: dict[str, object]) -> Path:
    (folder / "given.json").write_text(json.dumps(profile), "utf-8")
    return folder / "given.json"


@pytest.mark.parametrize("spelling", ["licences", "licenses"])
def test_a_file_comes_back_with_its_courses_and_with_licenses_declared_as_none(
    bundled_map: Path, open_map: Opener, tmp_path: Path, spelling: str
) -> None:
    courses = [{"field": "Law", "semester_hours": 12}, {"field": "Art", "semester_hours": 3}]
    file = profile_file(tmp_path, {"education": {"semester_hours": 30, "courses": courses}, spelling: []})
    page = open_map(bundled_map)
    page.locator("#my-load").set_input_files(file)
    expect(page.locator("#my-courses li")).to_have_count(2)
    back = json.loads(saved(page, tmp_path).read_text("utf-8"))
    assert back["education"] == {"semester_hours": 30, "courses": courses}
    assert back["licences"] == []
    page.get_by_label("Licenses, with commas between").fill("driver, class A 2024-05")
    held = ["driver", {"name": "class A", "month": "2024-05"}]
    assert json.loads(saved(page, tmp_path).read_text("utf-8"))["licences"] == held


@pytest.mark.parametrize(
    "licences",
    [
        ["driver", {"name": "class A", "month": "2024-05"}],
        [{"name": "class A, part 2", "month": "2024-05"}],
        ["Permit of 2020-05"],
    ],
)
def test_months_of_degrees_and_licenses_come_back_as_they_were(
    bundled_map: Path, open_map: Opener, tmp_path: Path, licences: list[object]
) -> None:
    degrees = [{"level": "high_school", "month": "2001-06"}, {"level": "bachelor", "field": "law", "month": "2010-05"}]
    file = profile_file(tmp_path, {"education": {"degrees": degrees}, "licences": licences})
    page = open_map(bundled_map)
    page.locator("#my-load").set_input_files(file)
    expect(page.locator("#my-degrees li")).to_have_count(2)
    back = json.loads(saved(page, tmp_path).read_text("utf-8"))
    assert (back["education"]["degrees"], back["licences"]) == (degrees, licences)


def test_what_comes_next_points_up_and_what_is_met_is_named(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    page.get_by_label("Present class").select_option("us-nd/0442")
    expect(page.locator("#my-summary")).to_contain_text("Next: Customer Service Consultant (0443, grade J)")
    expect(page.locator("#my-next li").first).to_contain_text("Customer Service Consultant (0443, grade J): after")
    expect(page.locator("#my-next")).not_to_contain_text("0441")
    expect(page.locator("#my-met")).to_have_text("No other class is met now.")
    assert "4 years" in told(page, "us-nd/0441")


def test_classes_that_pay_less_come_next_only_where_asked_for(open_map: Opener, tmp_path: Path) -> None:
    classes = [
        grade("h", service("e0", 2, "h"), **paid("50")),
        grade("less", service("e0", 2, "h"), **paid("40.50")),
        grade("more", service("e0", 4, "h"), **paid("1500.25")),
        grade("met", service("e0", 0, "h"), **paid("60")),
    ]
    file = tmp_path / "map.html"
    file.write_text(render_map(catalog_of(*classes), as_of=AS_OF), "utf-8")
    page = open_map(file)
    page.get_by_label("Present class").select_option("us-xx/h")
    listed = page.locator("#my-next li")
    expect(listed).to_have_count(1)
    expect(listed).to_contain_text("4 months, to March 2027; its lowest pay is $1,450.25 more a year.")
    page.get_by_label("Show classes that pay less").check()
    expect(listed).to_have_count(2)
    expect(listed.first).to_contain_text("its lowest pay is $9.50 less a year")
    expect(page.locator("#my-met")).to_contain_text("Met now: Class met")


def paid(low: str) -> Json:
    return {
        "pay": {"plan": "P", "grade": low, "ranges": [{"unit": "yearly", "low": low, "high": low}], "source": SOURCE}
    }
