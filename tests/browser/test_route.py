"""The answer to From and To as people see it: a sentence, stairs to scale, what to do, other ways, HR's part."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from ladder.catalog.bundled import read_bundled
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.rendering.ladder_map import render_map
from ladder.service_time import Month, read_month
from ladder.telling.times import spell_month, spell_months
from tests.browser.accessible import IN_WORDS, wide_parts, without_faults
from tests.browser.conftest import Opener
from tests.browser.finding import choose_ends
from tests.browser.maps import settle
from tests.browser.routes import answered_pairs, ask, crowded, random_pairs, told
from tests.browsing import drawn, sheets
from tests.cli.running import run_here
from tests.eligibility.small_catalogs import SOURCE, catalog_of, grade, other, service
from tests.measure import SLOW, measure

pytestmark = [pytest.mark.browser, pytest.mark.untraced]

AS_OF = "2026-11"
START, TARGET = "us-ca-los-angeles/1116", "us-ca-los-angeles/9182"
SIZES = [
    pytest.param(1440, 900, False, id="1440-light"),
    pytest.param(320, 640, True, id="320-dark"),
    pytest.param(768, 1024, True, id="768-dark", marks=pytest.mark.full),
    pytest.param(390, 844, False, id="390-light", marks=pytest.mark.full),
]
CITIES = ("los-angeles", "philadelphia")
LEAST_DRAWN = 5
"""Routes drawn of those asked, at least: in Philadelphia most answers are a condition that is met at once, or none."""
WIDTHS = (1440, 768, 390)


@pytest.fixture(scope="module")
def cities(los_angeles_map: Path, philadelphia_map: Path) -> Mapping[str, Path]:
    return {"los-angeles": los_angeles_map, "philadelphia": philadelphia_map}


@pytest.fixture(scope="module")
def los_angeles(los_angeles_map: Path) -> Path:
    return los_angeles_map


def choose(page: Page, start: str = START, target: str = TARGET) -> None:
    choose_ends(page, start.rpartition("/")[2], target.rpartition("/")[2])


def numbers(found: Locator, attribute: str) -> list[float]:
    return [float(one) for one in found.evaluate_all(f"all => all.map(one => one.getAttribute('{attribute}'))")]


def test_two_choices_give_an_answer_to_scale(los_angeles: Path, open_map: Opener) -> None:
    page = open_map(los_angeles)
    choose(page)
    expect(page.get_by_role("status")).to_have_text("9 years, to November 2035, for Chief Management Analyst.")
    expect(page.get_by_label("To", exact=True)).to_be_focused()
    below = page.locator("#route-below")
    expect(below).to_contain_text("The first month you could meet the minimum. 4 moves, full time, no degree asked")
    expect(below).to_contain_text("Starting pay grows by $74,244 a year.")
    expect(below).to_contain_text("You can apply from May 2035, if an exam is open; appointment from November 2035.")
    drawn = page.locator("#route-chart text")
    words = " ".join(drawn.all_text_contents())
    assert "Executive Administrative Assistant $60,656  +$11,233 November 2028 \u00b7 3 years" in words
    assert "Management Analyst $70,156  +$9,500 November 2031 \u00b7 2 years" in words
    assert "Analyst $123,667  +$37,329 November 2035" in words
    ground = page.locator("#route-chart rect.ground")
    widths, heights = numbers(ground, "width"), numbers(ground, "height")
    assert [round(width / widths[0], 2) for width in widths] == [1, 1.5, 1, 1]
    assert [round(height / heights[0], 2) for height in heights] == [1, 1.23, 1.42, 1.75]
    expect(page.locator("#route-scale")).to_have_text("Height is starting pay a year, from $0. Width is time.")


def test_each_class_has_what_is_to_be_done_in_it(los_angeles: Path, open_map: Opener) -> None:
    page = open_map(los_angeles)
    choose(page)
    columns = page.locator("#route-todo > li")
    assert columns.locator("h3").all_text_contents() == [
        "As a Secretary",
        "As an Executive Administrative Assistant",
        "As a Management Analyst",
        "As a Senior Personnel Analyst",
        "Chief Management Analyst",
    ]
    expect(columns.nth(0)).to_contain_text("2 years in this class, or in one at its level.")
    expect(columns.nth(1)).to_contain_text("3 years in this class.")
    chip = columns.nth(1).locator(".told-chip", has_text="HR decides: same level")
    chip.locator("summary").click()
    expect(chip.locator(".source")).to_contain_text("MANAGEMENT ANALYST 9184 092118.txt")
    expect(columns.nth(3).locator(".told-chip", has_text="HR decides: pay grade")).to_be_visible()


def test_other_ways_have_their_price_and_lead_on(los_angeles: Path, open_map: Opener) -> None:
    page = open_map(los_angeles)
    choose(page)
    way = page.locator("#route-ways li").first
    expect(way).to_contain_text("9 years")
    expect(way).to_contain_text("Same time")
    expect(way).to_contain_text("Through Senior Management Analyst in place of Senior Personnel Analyst")
    expect(way).to_contain_text("$5,303 less a year, November 2035")
    higher = page.locator("#route-ways li", has_text="Start higher").first
    higher.locator("a").click()
    expect(page.get_by_role("status")).to_contain_text("for Chief Management Analyst.")
    expect(page.get_by_role("status")).not_to_contain_text("9 years")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("9 years, to November 2035, for Chief Management Analyst.")


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("0444", "From outside the agency: related work, 1 year of it as lead worker"),
        ("0443", "From outside the agency: related work"),
    ],
)
def test_a_way_from_outside_the_agency_is_told_where_work_alone_opens_one(
    bundled_map: Path, open_map: Opener, target: str, told: str
) -> None:
    page = open_map(bundled_map)
    choose_ends(page, "0441", target)
    way = page.locator("#route-ways li", has_text="From outside")
    expect(way.locator(".way")).to_have_text(told)
    expect(way.locator("strong")).to_have_text("7 years")
    expect(way.locator(".price")).to_have_text("November 2033")


def test_no_way_from_outside_is_told_where_the_rules_name_classes(los_angeles: Path, open_map: Opener) -> None:
    page = open_map(los_angeles)
    choose(page)
    expect(page.locator("#route-ways li", has_text="Start higher").first).to_be_visible()
    page.evaluate("async () => { for (let turn = 0; turn < 5; turn += 1) await new Promise(requestAnimationFrame); }")
    expect(page.locator("#route-ways li", has_text="From outside")).to_have_count(0)


def test_why_opens_the_pencil_work_and_the_sources(los_angeles: Path, open_map: Opener) -> None:
    page = open_map(los_angeles)
    choose(page)
    why = page.get_by_role("button", name="why 9 years?")
    expect(page.locator("#route-proof")).to_be_hidden()
    why.click()
    expect(why).to_have_attribute("aria-expanded", "true")
    rows = page.locator("#route-proof tbody tr")
    expect(rows).to_have_count(4)
    assert rows.nth(1).locator("td").all_text_contents()[:4] == [
        "36",
        "36 as Executive Administrative Assistant (the text names the class)",
        "0",
        "0",
    ]
    expect(rows.nth(1).locator("td").last).to_contain_text("MANAGEMENT ANALYST 9184 092118.txt")
    expect(page.locator("#route-proof")).to_contain_text("Secretary: $49,423 to $70,323 a year. Source: SECRETARY 1116")
    without_faults(page, seen=IN_WORDS)
    why.click()
    expect(page.locator("#route-proof")).to_be_hidden()


def test_an_answer_says_what_every_answer_of_its_jurisdiction_says(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    choose(page, "us-nd/0441", "us-nd/0443")
    expect(page.locator("#route-age")).to_contain_text("a class plan that is no longer in force")


def test_a_condition_is_answered_in_place(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    choose(page, "us-nd/0441", "us-nd/0444")
    status = page.get_by_role("status")
    expect(status).to_have_text("4 years, to November 2030, if 12 of those months are lead work.")
    expect(page.locator("#route-below")).to_contain_text("Your supervisor must confirm the lead work. Without it,")
    expect(page.locator("#route-chart .of-stripe")).to_have_text("12 months of lead work")
    expect(page.locator("#route-todo > li").nth(2)).to_contain_text(
        "12 months of lead work, planned here. Any class on the way will do."
    )
    box = page.get_by_label("12 of those months are lead work", exact=True)
    box.check()
    expect(status).to_have_text("4 years, to November 2030, for Customer Service Senior Consultant.")
    expect(box).to_be_focused()
    box.uncheck()
    expect(status).to_have_text("4 years, to November 2030, if 12 of those months are lead work.")


def test_where_no_pay_is_printed_each_step_is_one_move(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    choose(page, "us-nd/0441", "us-nd/0443")
    expect(page.get_by_role("status")).to_have_text("3 years, to November 2029, for Customer Service Consultant.")
    expect(page.locator("#route-scale")).to_have_text("Each step up is one move. Width is time.")
    assert "Grade H" in " ".join(page.locator("#route-chart text").all_text_contents())
    expect(page.locator("#route-age")).to_contain_text("The rules on this path are dated July 2012.")
    expect(page.locator("#route-age")).to_contain_text("ask HR")


STATES = [
    ("los-angeles", "us-ca-los-angeles/9536", "us-ca-los-angeles/1793", "No path in our data joins Senior Street"),
    ("philadelphia", "us-pa-philadelphia/3G32", "us-pa-philadelphia/3G31", "We cannot say: part of the rules for"),
    ("philadelphia", "us-pa-philadelphia/2F69", "us-pa-philadelphia/2N04", "needs something else: time alone will"),
    ("philadelphia", "us-pa-philadelphia/1A22", "us-pa-philadelphia/2H31", "if you have a high school diploma."),
    ("los-angeles", START, TARGET, "9 years, to November 2035"),
]


def test_a_state_of_a_small_map_has_no_fault(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map, width=390, height=844, dark=True)
    ask(page, "us-nd/0441", "us-nd/0444")
    expect(page.get_by_role("status")).to_contain_text("4 years, to November 2030")
    expect(page.locator("#route-ways li", has_text="From outside")).to_be_visible()
    without_faults(page, "0441 to 0444 at 390: ", seen=IN_WORDS)
    assert wide_parts(page, but=".region, .picture, table") == []


@pytest.mark.full  # axe-core reads every word of a city: up to a minute a page
@pytest.mark.parametrize(("city", "start", "target", "words"), STATES)
@pytest.mark.parametrize(("width", "height", "dark"), SIZES)
def test_each_state_is_told_and_has_no_fault(
    width: int,
    height: int,
    dark: bool,  # noqa: FBT001
    city: str,
    start: str,
    target: str,
    words: str,
    cities: Mapping[str, Path],
    open_map: Opener,
) -> None:
    page = open_map(cities[city], width=width, height=height, dark=dark)
    ask(page, start, target)
    expect(page.get_by_role("status")).to_contain_text(words)
    without_faults(page, f"{city} {start} {target} at {width}: ", seen=IN_WORDS)
    assert wide_parts(page, but=".region, .picture, table") == []


def test_what_is_missing_is_named_and_what_leads_there(cities: Mapping[str, Path], open_map: Opener) -> None:
    page = open_map(cities["philadelphia"])
    ask(page, "us-pa-philadelphia/2F69", "us-pa-philadelphia/2N04")
    expect(page.locator("#route-below")).to_contain_text("Missing:")
    expect(page.locator("#route-below")).to_contain_text("2 years as Executive Assistant, Budget Officer 1")
    expect(page.locator("#route-links a").first).to_have_text("Executive Assistant")
    expect(page.locator("#route-chart")).to_be_hidden()
    ask(page, "us-pa-philadelphia/2D50", "us-pa-philadelphia/7A17")
    expect(page.locator("#route-below")).to_have_text("")


@pytest.mark.parametrize("city", CITIES)
def test_no_word_of_the_stairs_lies_on_another(city: str, cities: Mapping[str, Path], open_map: Opener) -> None:
    page, drawings = open_map(cities[city]), 0
    for start, target in answered_pairs(city, 15 * measure(200), seed=14):
        if drawings == measure(200, share=SLOW):
            break
        ask(page, start, target)
        if not page.locator("#route-chart svg").is_visible():
            continue
        drawings += 1
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            drawn(page)
            assert crowded(page) == [], f"{start} to {target} at {width}"
    assert drawings >= LEAST_DRAWN


def test_treads_too_narrow_for_their_words_are_told_below(cities: Mapping[str, Path], open_map: Opener) -> None:
    page = open_map(cities["los-angeles"], width=768, height=1024)
    ask(page, START, TARGET)
    expect(page.locator("#route-todo")).to_have_class(re.compile("is-folded"))
    expect(page.locator("#route-todo .where").nth(1)).to_have_text(
        "November 2028 \u00b7 3 years \u00b7 $60,656 +$11,233"
    )
    assert page.locator("#route-todo .where").nth(1).is_visible()


def test_a_narrow_page_has_the_route_upright_and_to_scale(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map, width=390, height=844)
    ask(page, "us-nd/0441", "us-nd/0444")
    heights = numbers(page.locator("#route-chart rect.ground"), "height")
    assert [round(height / heights[1], 2) for height in heights] == [2, 1, 1]
    assert crowded(page) == []


CATALOGS = ("bundled", *CITIES)


def answers(city: str, pairs: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    named = [] if city == "bundled" else ["--catalog", city]
    for start, target in pairs:
        done = run_here("path", start, target, "--json", "--as-of", AS_OF, *named)
        yield start, target, json.loads(done.out)


@pytest.mark.parametrize("city", CATALOGS)
def test_the_page_tells_what_the_terminal_answers(
    city: str, bundled_map: Path, cities: Mapping[str, Path], open_map: Opener
) -> None:
    catalog = load_catalog() if city == "bundled" else Catalog(read_bundled(name=city))
    page = open_map(bundled_map if city == "bundled" else cities[city])
    between = asked = 0
    for start, target, found in answers(city, random_pairs(catalog, measure(300, share=SLOW), seed=2026)):
        ask(page, start, target)
        asked += 1
        best = found["best"]
        if told(page).startswith("Between"):
            between += 1
            continue
        if best is None:
            assert catalog.classes[start].title in told(page)
            assert ("No path" in told(page)) == (found["open_route"]["months"] is None), f"{start} to {target}"
            continue
        tells_the_same(page, catalog, best)
    assert between <= 0.02 * asked


def tells_the_same(page: Page, catalog: Catalog, best: dict[str, Any]) -> None:
    """Hold the page to the answer of the terminal: status, months, month, route, conditions."""
    met, words, place = best["if_conditions_met"], told(page), f"{best['target']}: {told(page)}"
    if best["months"] is None and met is None:
        said = {"unknown": "We cannot say", "unreachable": ("needs something else", "not within 100 years")}[
            best["status"]
        ]
        assert any(one in words for one in ([said] if isinstance(said, str) else said)), place
        return
    months = met["months"] if best["months"] is None else best["months"]
    assert (" if " in words.replace("if an exam is open", "")) == (best["months"] is None), place
    if not months:
        assert words.startswith("You can apply now"), place
        return
    assert words.startswith(f"{spell_months(months)}, to {month_after(months)}"), place
    if best["months"] is None:
        boxes = page.locator("#route-conditions input")
        assert sorted(boxes.evaluate_all("all => all.map(one => one.value)")) == sorted(met["conditions"]), place
        return
    titles = [catalog.classes[one["to"]].title for one in best["steps"]]
    columns = page.locator("#route-todo h3").all_text_contents()
    assert [one.split(" ", 2)[-1] if at else one for at, one in enumerate(reversed(columns))][:-1] == titles[::-1], (
        place
    )
    assert [spell_months(one["hold_months"]) for one in best["steps"]] == [
        one.split(" \u00b7 ")[1] if " \u00b7 " in one else "0 months"
        for one in (
            text.partition(" \u00b7 $")[0] for text in page.locator("#route-todo .where").all_text_contents()[:-1]
        )
    ] or 0 in [one["hold_months"] for one in best["steps"]], place
    chips = page.locator("#route-hr .told-chip p").all_text_contents()
    shown = [one for one in best["conditions"] if one["effect"] == "shown" and one["code"] != "ENTRY_UNKNOWN"]
    assert [one["text"] for one in shown if not any(one["text"] in chip for chip in chips)] == [], place


def month_after(months: int) -> str:
    return spell_month(Month(read_month(AS_OF) + months))


CODES = re.compile(r"[a-z]{2}-[a-z-]+/|#[a-z]|\b[A-Z]+_[A-Z_]+\b|\b(?:requirement|route|sub)[-:][a-z0-9]")


@pytest.mark.parametrize("city", CATALOGS)
def test_no_code_or_id_is_in_the_words(
    city: str, bundled_map: Path, cities: Mapping[str, Path], open_map: Opener
) -> None:
    catalog = load_catalog() if city == "bundled" else Catalog(read_bundled(name=city))
    page = open_map(bundled_map if city == "bundled" else cities[city])
    for start, target in random_pairs(catalog, measure(100), seed=3):
        ask(page, start, target)
        if page.locator("#route-why").is_visible():
            page.locator("#route-why").click()
        words = told(page) + (page.locator("#route").text_content() or "")
        assert CODES.findall(words) == [], f"{start} to {target}"


def test_add_my_own_facts_fills_in_the_class(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    page.evaluate("document.addEventListener('ladder:my-path', event => { window.heard = event.detail; })")
    choose(page, "us-nd/0441", "us-nd/0443")
    page.get_by_role("button", name="Add my own facts").click()
    assert page.evaluate("window.heard") == {"class": "us-nd/0441", "target": "us-nd/0443"}


def test_the_link_brings_the_route_back(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    choose(page, "us-nd/0441", "us-nd/0443")
    page.evaluate("navigator.clipboard.writeText = async text => { window.kept = text; }")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#route-copied")).to_have_text("Link copied.")
    link = page.evaluate("window.kept")
    again = open_map(bundled_map, link=link[link.index("#") :])
    expect(again.get_by_role("status")).to_have_text("3 years, to November 2029, for Customer Service Consultant.")


def test_a_route_prints_my_answer_on_two_sheets(los_angeles: Path, open_map: Opener) -> None:
    page = open_map(los_angeles)
    choose(page)
    page.emulate_media(media="print")
    paper = page.locator(".paper")
    expect(paper).to_contain_text("9 years, to November 2035, for Chief Management Analyst.")
    expect(paper.locator("svg").first).to_be_visible()
    for part in ("#map", "#ask", "#words", "#route"):
        expect(page.locator(part)).to_be_hidden()
    assert len(sheets(page)) <= 2


def test_what_hr_confirms_of_each_class_on_the_way_stands_in_a_line_and_on_two_sheets(
    los_angeles: Path, open_map: Opener
) -> None:
    page = open_map(los_angeles)
    ask(page, "us-ca-los-angeles/senior-clerk", "us-ca-los-angeles/9186")
    page.emulate_media(media="print")
    rows = page.locator(".paper .confirm-table tbody tr")
    expect(rows.nth(4)).to_contain_text("For Principal Clerk: Who may take the examination: see line 5 of the")
    expect(rows.nth(4).locator("sup")).to_have_text(["1b", "1c", "1d"])
    named = [one.split(":")[0].removeprefix("For ") for one in rows.all_text_contents() if one.startswith("For ")]
    assert named == ["Principal Clerk", "Chief Clerk", "Management Analyst", "Senior Management Analyst"]
    cited = page.locator(".sheet-sources li").first
    expect(cited).to_contain_text("Principal Clerk, class 1201, rules of February 16, 2018: a) ")
    assert len(sheets(page)) == 2


def test_a_route_on_a_condition_prints_its_sentence_its_stairs_what_to_do_and_its_sources(
    bundled_map: Path, open_map: Opener
) -> None:
    page = open_map(bundled_map)
    choose(page, "us-nd/0441", "us-nd/0444")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for part in ("#result", "#route-below", "#route-chart svg", "#route-todo", "#route-sources"):
        expect(page.locator(part)).to_be_visible()
    for part in ("#map", "#ask", "#words", "#route-print"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("#route-sources li").first).to_contain_text("line 98")
    assert crowded(page) == []
    assert len(sheets(page)) <= 2


def test_swapping_the_ends_asks_the_other_way(los_angeles: Path, open_map: Opener) -> None:
    page = open_map(los_angeles)
    choose(page)
    page.get_by_role("button", name="Swap").click()
    expect(page.locator("#from")).to_have_value("Chief Management Analyst")
    expect(page.get_by_role("status")).to_contain_text("No path in our data joins Chief Management Analyst")
    expect(page.locator("#route-chart")).to_be_hidden()


def test_where_no_path_is_nothing_of_the_one_before_stays(los_angeles: Path, open_map: Opener) -> None:
    page = open_map(los_angeles)
    choose(page)
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#route-copied")).not_to_be_empty()
    page.get_by_role("button", name="Swap").click()
    expect(page.get_by_role("status")).to_contain_text("No path in our data joins Chief Management Analyst")
    expect(page.locator("#route-copied")).to_be_empty()
    expect(page.locator("#route-age")).not_to_contain_text("on this path")
    for again in (False, True):
        if again:
            page.reload()
            settle(page)
        expect(page.locator("#details-heading")).to_have_text("Secretary")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator("#printed .box.chosen")).to_have_count(1)
        expect(page.locator("#printed .step.chosen")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator("#route-cited")).to_be_hidden()


def test_a_route_by_its_link_has_the_target_in_the_panel_and_asks_for_nothing(
    los_angeles: Path, open_map: Opener
) -> None:
    page = open_map(los_angeles, link="#from=us-ca-los-angeles%2F1116&to=us-ca-los-angeles%2F9182")
    expect(page.get_by_role("status")).to_contain_text("9 years, to November 2035")
    expect(page.locator("#details-heading")).to_have_text("Chief Management Analyst")
    expect(page.locator("#welcome")).to_be_hidden()
    page.locator("#boxes").press("Escape")
    expect(page.locator("#welcome")).to_be_hidden()


def test_no_month_of_appointment_is_told_where_a_license_has_none(open_map: Opener, tmp_path: Path) -> None:
    early = {"lacking_months": 6, "routes": ["e-card"], "source": SOURCE}
    card = other("credential", "card", name="a license", by="appointment")
    catalog = catalog_of(grade("1", service("none", 0)), grade("2", service("e", 24, "1"), card, early_filing=early))
    file = tmp_path / "license.html"
    file.write_text(render_map(catalog, as_of=read_month(AS_OF)), "utf-8")
    page = open_map(file)
    choose_ends(page, "1", "2")
    below = page.locator("#route-below")
    expect(below).to_contain_text("You can apply from May 2028, if an exam is open then.")
    expect(below).not_to_contain_text("appointment from")
