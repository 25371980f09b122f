"""The bars of Explore, on a real city and on the bundled classes: what stands on the first page, and how it is used."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.city import write_city
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.records import validate_json
from ladder.rendering.ladder_map import render_map
from ladder.service_time import read_month
from tests.browser.accessible import IN_WORDS, wide_parts, without_faults
from tests.browser.conftest import Opener
from tests.browser.finding import choose_class, choose_ends
from tests.browser.maps import map_data, settle
from tests.browsing import drawn
from tests.rendering.packed import records_of

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
BUT = "#region, .picture, .skip, thead, script, template, .arrows"
MAPS = ["los_angeles_map", "bundled_map"]
LEAST_SHARE, MOST_WORDS, MOST_BOXES, LEAST_LETTER = 0.45, 120, 40, 11
WORDS = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const here = walk.currentNode, over = here.parentElement;
    if (over.closest('script, .heard, #region, .skip') || !over.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(here);
    const at = range.getBoundingClientRect();
    const isSeen = at.width > 1 && at.top < innerHeight && at.bottom > 0;
    if (isSeen) found.push(...here.textContent.split(/\\s+/).filter(Boolean));
  }
  return found;
}"""
OVER_ONE_ANOTHER = """() => {
  const pills = [...document.querySelectorAll('#printed rect.pill')].map((one) => one.getBBox());
  const words = [...document.querySelectorAll('#printed text.time')].map((one) => one.textContent);
  return pills.flatMap((one, at) => pills.slice(0, at).flatMap((other, before) =>
    one.x < other.x + other.width && other.x < one.x + one.width
    && one.y < other.y + other.height && other.y < one.y + one.height ? [[words[before], words[at]]] : []));
}"""
SMALL = """least => [...document.querySelectorAll('header *, #ask *, #map *')]
  .filter(one => one.matches('a[href], button, input, select, summary') && one.checkVisibility())
  .filter(one => !one.closest('.heard, .menu label, .picture') && !one.closest('p.help'))
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([one, at]) => at.width > 1 && (at.height < least - 0.5 || at.width < least - 0.5))
  .map(([one, at]) => `${one.tagName} ${one.id} ${one.textContent.slice(0, 30)} ${at.width} x ${at.height}`)"""
CONTRAST = """pairs => {
  const style = getComputedStyle(document.documentElement), probe = document.createElement('i');
  document.body.append(probe);
  const light = name => {
    probe.style.color = style.getPropertyValue('--' + name);
    const parts = getComputedStyle(probe).color.match(/[0-9.]+/g).slice(0, 3).map(Number);
    const linear = one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = parts.map(one => linear(one / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return pairs.map(([one, other]) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  });
}"""
TEXTS = [
    ("ink", "box"), ("soft", "box"), ("on-route", "route"), ("on-here", "here"), ("ink", "frame"),
    ("soft", "band"), ("ink", "ground"), ("ink", "band"),
]  # fmt: skip
LINES = [(line, ground) for line in ("line", "route", "box-edge") for ground in ("frame", "band")]


@pytest.fixture(params=MAPS)
def page(request: pytest.FixtureRequest, open_map: Opener) -> Page:
    return open_map(request.getfixturevalue(request.param))


def printed_around(page: Page, number: str) -> Page:
    """Return the page with the drawing that it would print around the class of a number."""
    choose_class(page, "Find a class", number)
    drawn(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return page


def panel(page: Page) -> str:
    return page.locator("#details-heading").text_content() or ""


def test_the_first_page_is_the_drawing_whole_and_readable(page: Page) -> None:
    region = page.locator("#region").evaluate(
        "one => ({...one.getBoundingClientRect().toJSON(), scrolls: one.scrollHeight > one.clientHeight + 1"
        " || one.scrollWidth > one.clientWidth + 1})"
    )
    assert region["bottom"] <= 901
    assert region["width"] * region["height"] >= LEAST_SHARE * 1440 * 900
    assert not region["scrolls"], "all of it is seen"
    scale = float(page.locator("#sheet").get_attribute("data-scale") or 0)
    assert 12 * scale >= LEAST_LETTER - 0.01
    boxes = int((page.locator("#counted").text_content() or "").split()[0])
    assert 2 <= boxes <= MOST_BOXES
    assert page.locator("#boxes [role=option]").count() == boxes
    told = page.evaluate(WORDS)
    assert len(told) <= MOST_WORDS, " ".join(told)


@pytest.mark.parametrize("size", [(1280, 800), (768, 1024)])
def test_nothing_lies_over_the_drawing(los_angeles_map: Path, open_map: Opener, size: tuple[int, int]) -> None:
    page = open_map(los_angeles_map)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    drawn(page)
    region, over = page.locator("#region").bounding_box(), page.locator("#over").bounding_box()
    assert region
    assert over
    assert over["y"] >= region["y"] + region["height"] - 0.5
    page.locator("#region").evaluate("one => one.scrollTo(0, one.scrollHeight)")
    last = page.evaluate("() => document.querySelector('#sheet').getBoundingClientRect().bottom")
    assert last <= over["y"] + 0.5, "the lowest band can be scrolled to"


@pytest.mark.parametrize("width", [390, 320])
def test_the_name_and_the_place_stand_on_a_phone_in_whole_words(
    los_angeles_map: Path, open_map: Opener, width: int
) -> None:
    page = open_map(los_angeles_map)
    page.set_viewport_size({"width": width, "height": 700})
    lines = page.evaluate("""() => [".bar .brand", ".bar .place"].map((name) => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(name));
      const tops = [...range.getClientRects()].filter((one) => one.width > 30).map((one) => Math.round(one.top));
      return new Set(tops).size;
    })""")
    assert lines[0] == 1
    assert lines[1] <= 2
    assert page.locator(".bar").evaluate("one => one.offsetHeight") <= 58


def test_a_city_opens_on_its_busiest_class_in_the_middle_of_its_ladder(los_angeles_map: Path, open_map: Opener) -> None:
    page = open_map(los_angeles_map)
    assert panel(page) == "Management Analyst"
    expect(page.locator("#details-above")).to_have_text("Class 9184")
    body = page.locator("#details-body")
    expect(body).to_contain_text("$70,156 to $102,562 a year")
    expect(body).to_contain_text("Senior Personnel Analyst+$16,182 2 years")
    expect(body).to_contain_text("Equipment Specialist\u2212$7,412 4 years")
    expect(body).to_contain_text("Four ways in")
    expect(body.locator("summary")).to_have_text("HR decides 5 things")
    expect(page.locator("#legend li")).to_have_text(["named in the rules", "\u201cat that level\u201d: HR decides"])
    pay = page.get_by_role("button", name="Source of the pay")
    pay.click()
    expect(body.locator(".source:visible")).to_contain_text("MANAGEMENT ANALYST 9184 092118.txt")


def test_times_never_lie_one_over_the_other(los_angeles_map: Path, bundled_map: Path, open_map: Opener) -> None:
    for file, numbers in {los_angeles_map: ["1201", "1937"], bundled_map: ["0442", "5258MP"]}.items():
        page = open_map(file)
        for number in numbers:
            printed_around(page, number)
            assert page.locator("#printed rect.pill").count() > 1
            assert page.evaluate(OVER_ONE_ANOTHER) == [], number


def test_a_time_that_two_lines_share_is_shown_once(bundled_map: Path, open_map: Opener) -> None:
    page = printed_around(open_map(bundled_map), "5258MP")
    expect(page.locator("#printed text.time", has_text="1 year of the 3 years")).to_have_count(1)


def test_an_empty_page_says_how_to_begin(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    expect(page.locator("#welcome h3")).to_have_text("Where can your job take you?")
    expect(page.locator("#welcome li")).to_have_count(3)
    kinds = page.locator("#legend li").all_inner_texts()
    assert sorted(one.strip() for one in kinds) == sorted(
        ["moves up", "replaces other experience", "part of what is asked", "training"]
    )


def test_two_choices_give_an_answer_and_focus_stays(los_angeles_map: Path, open_map: Opener) -> None:
    page = open_map(los_angeles_map)
    choose_class(page, "From", "secretary")
    expect(page.get_by_role("status")).to_have_text("Secretary leads to 1 class.")
    choose_class(page, "To", "chief management analyst")
    expect(page.get_by_role("status")).to_contain_text("9 years")
    expect(page.get_by_label("To", exact=True)).to_be_focused()
    expect(page.locator("#printed path.step.chosen")).to_have_count(4)
    assert page.locator("#printed rect.box.chosen").count() == 5, "the whole route is in view"


def test_the_panel_fills_both_ends(los_angeles_map: Path, open_map: Opener) -> None:
    page = open_map(los_angeles_map)
    page.get_by_role("button", name="I am here").click()
    expect(page.get_by_label("From", exact=True)).to_have_value("Management Analyst")
    expect(page.get_by_role("status")).to_have_text("Management Analyst leads to 5 classes.")
    page.get_by_role("button", name="Senior Personnel Analyst", exact=True).click()
    assert panel(page) == "Senior Personnel Analyst"
    page.get_by_role("button", name="I want this").click()
    expect(page.get_by_role("status")).to_contain_text("2 years")


def test_a_misspelt_title_is_found_by_keyboard_alone(los_angeles_map: Path, open_map: Opener) -> None:
    page = open_map(los_angeles_map)
    page.get_by_role("combobox", name="Find a class").focus()
    page.keyboard.type("acountant")
    expect(page.get_by_role("status")).to_contain_text("No class has that title or number. Close: ")
    page.keyboard.press("Enter")
    assert "Accountant" in panel(page)


def test_nothing_but_titles_and_numbers_is_found(los_angeles_map: Path, open_map: Opener) -> None:
    page = open_map(los_angeles_map)
    page.get_by_role("combobox", name="Find a class").fill("annual salary")
    expect(page.get_by_role("status")).to_contain_text("No class has that title or number.")


def test_arrows_follow_steps_and_enter_chooses(los_angeles_map: Path, open_map: Opener) -> None:
    page = open_map(los_angeles_map)
    boxes = page.get_by_role("listbox", name="Classes drawn")
    boxes.focus()

    def pointed() -> str:
        name = boxes.get_attribute("aria-activedescendant")
        return page.locator(f"#{name}").inner_text().partition(",")[0]

    assert pointed() == "Management Analyst"
    boxes.press("ArrowDown")
    assert pointed() in {"Chief Clerk", "Executive Administrative Assistant"}
    boxes.press("ArrowUp")
    assert pointed() == "Management Analyst"
    boxes.press("ArrowUp")
    up = pointed()
    boxes.press("Enter")
    expect(page.locator("#details-heading")).to_have_text(up)
    expect(boxes).to_be_focused()
    boxes.press("End")
    boxes.press("Home")
    boxes.press("ArrowRight")
    assert pointed()


def test_back_forward_and_reload_keep_class_and_route(los_angeles_map: Path, open_map: Opener) -> None:
    page = open_map(los_angeles_map)
    status, start, target = (
        page.get_by_role("status"),
        page.get_by_label("From", exact=True),
        page.get_by_label("To", exact=True),
    )
    choose_ends(page, "secretary", "chief management analyst")
    expect(status).to_contain_text("9 years")
    drawn(page)
    page.go_back()
    expect(status).to_have_text("Secretary leads to 1 class.")
    expect(target).to_have_value("")
    page.go_back()
    expect(page.locator("#details-heading")).to_have_text("Management Analyst")
    expect(start).to_have_value("")
    page.go_forward()
    expect(start).to_have_value("Secretary")
    page.go_forward()
    expect(status).to_contain_text("9 years")
    page.reload()
    settle(page)
    expect(status).to_contain_text("9 years")
    expect(target).to_have_value("Chief Management Analyst")


def test_more_is_shown_around_where_a_larger_drawing_holds_more(los_angeles_map: Path, open_map: Opener) -> None:
    page = open_map(los_angeles_map)
    data = map_data(page)
    focuses = [one["focus"] for one in records_of(data["around"]["further"])]
    assert data["around"]["first"] not in focuses
    button, boxes = page.get_by_role("button", name="Show more around"), page.locator("#boxes [role=option]")
    expect(button).to_be_hidden()
    one = data["classes"][focuses[0]]
    choose_class(page, "Find a class", one["title"])
    expect(page.locator("#details-heading")).to_have_text(one["title"])
    before = boxes.count()
    button.click()
    expect(button).to_be_hidden()
    drawn(page)
    assert before + 6 <= boxes.count() <= MOST_BOXES
    expect(page.locator("#counted")).to_have_text(f"{boxes.count()} of 545 classes")


def test_the_full_page_of_a_class_holds_all_of_its_record(los_angeles_map: Path, open_map: Opener) -> None:
    page = open_map(los_angeles_map)
    page.get_by_role("link", name="Open the full page").click()
    words = page.locator("[id='c-us-ca-los-angeles/9184']")
    expect(words).to_be_in_viewport()
    expect(words).to_contain_text("Who may take the examination")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_is_painted_has_contrast(bundled_map: Path, open_map: Opener, *, dark: bool) -> None:
    page = open_map(bundled_map, dark=dark)
    assert min(page.evaluate(CONTRAST, TEXTS)) >= 4.5
    assert min(page.evaluate(CONTRAST, LINES)) >= 3


@pytest.mark.parametrize(("width", "height", "least"), [(1440, 900, 24), (390, 844, 44)])
@pytest.mark.parametrize("which", MAPS)
def test_targets_are_large_enough(
    which: str, open_map: Opener, request: pytest.FixtureRequest, *, width: int, height: int, least: int
) -> None:
    page = open_map(request.getfixturevalue(which), width=width, height=height)
    assert page.evaluate(SMALL, least) == []


@pytest.fixture(scope="module")
def town_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map of as few classes as a page of many may have: axe-core looks at each of their words, in each state."""
    file = tmp_path_factory.mktemp("town") / "map.html"
    town = Catalog(validate_json(CatalogRecord, write_city(130)))
    file.write_bytes(render_map(town, as_of=read_month("2026-11")).encode("utf-8"))
    return file


def city_opened(page: Page) -> None:
    expect(page.get_by_role("status")).to_have_text("")


def menu_open(page: Page) -> None:
    page.get_by_role("combobox", name="From").fill("technician")
    page.locator("#more summary").click()


def route_with_list_open(page: Page) -> None:
    data = map_data(page)
    codes, step = {one["id"]: one["code"] for one in data["classes"]}, data["steps"][0]
    choose_ends(page, codes[step["from"]], codes[step["to"]])
    expect(page.get_by_role("status")).not_to_have_text("")
    if page.locator("#ends-change").is_visible():
        page.locator("#ends-change").click()
    page.get_by_role("combobox", name="To", exact=True).click()


@pytest.mark.parametrize("state", [city_opened, menu_open, route_with_list_open])
@pytest.mark.parametrize(
    ("width", "dark"), [(1440, True), (320, True), pytest.param(390, False, marks=pytest.mark.full)]
)
def test_axe_finds_nothing_in_any_state_of_a_city(
    town_map: Path, open_map: Opener, *, state: Callable[[Page], None], width: int, dark: bool
) -> None:
    page = open_map(town_map, width=width, height=844, dark=dark)
    state(page)
    without_faults(page, state.__name__, seen="" if state is city_opened else IN_WORDS)
    assert wide_parts(page, but=BUT) == []


@pytest.mark.parametrize("which", MAPS)
def test_a_phone_opens_on_four_rungs(which: str, open_map: Opener, request: pytest.FixtureRequest) -> None:
    page = open_map(request.getfixturevalue(which), width=390, height=844)
    tabs = page.locator("#contents").bounding_box()
    assert tabs is not None
    assert (tabs["height"], tabs["y"] + tabs["height"]) == (60, 844)
    bottoms = page.locator("#rungs .rung button").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().bottom)"
    )
    assert sum(bottom <= tabs["y"] for bottom in bottoms) >= 4
    other = page.locator("#rungs .rung:not(.here) button").first
    title = other.locator("b").inner_text()
    other.click()
    expect(page.locator("#rungs [aria-current] b")).to_have_text(title)
    expect(page.locator("#rungs [aria-current]")).to_be_focused()
