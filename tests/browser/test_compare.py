"""Two or three classes side by side: a frame joins only what is the same, and what is not known is not framed."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from ladder.catalog.bundled import read_bundled
from tests.browser.accessible import IN_WORDS, wide_parts, without_faults
from tests.browser.conftest import Opener
from tests.browser.my_path import pick, representative, settled
from tests.browsing import drawn, patient
from tests.measure import ROOT, measure

pytestmark = [pytest.mark.browser, pytest.mark.untraced]

COMPARED = ROOT / "ladder" / "rendering" / "pages" / "ladder_map" / "compare" / "compared.js"
NAMES = "waysInto, rowsOf, saysTheSame, marksOf, framesOf, commonEnds"
ND = ["us-nd/0442", "us-nd/0443", "us-nd/0444", "us-nd/0441"]


@pytest.fixture(scope="module")
def logic(browser: Browser) -> Iterator[Page]:
    """Open a page that holds the comparison alone."""
    context = patient(browser.new_context(offline=True))
    page = context.new_page()
    page.set_content("<!doctype html><title>compared</title>")
    script = f"{COMPARED.read_text('utf-8')}\nglobalThis.compared = {{ {NAMES} }};"
    page.add_script_tag(content=script, type="module")
    page.wait_for_function("globalThis.compared !== undefined")
    yield page
    context.close()


def way(months: int | None, work: str | None, *, level: bool = False) -> dict[str, Any]:
    return {"feeder": "f", "months": months, "work": work, "isByLevel": level, "also": [], "source": None}


def marks(logic: Page, *cells: list[dict[str, Any]]) -> list[tuple[str, list[int]]]:
    found = logic.evaluate("cells => compared.marksOf(cells)", list(cells))
    return [(one["kind"], one["same"]) for one in found]


def test_cells_are_the_same_only_where_months_work_and_level_agree(logic: Page) -> None:
    one, other = [way(12, "a")], [way(12, "b")]
    assert marks(logic, one, one, []) == [("same", [0, 1]), ("same", [0, 1]), ("none", [])]
    assert marks(logic, one, other, one) == [("same", [0, 2]), ("other", []), ("same", [0, 2])]
    assert marks(logic, one, [way(24, "a")], []) == [("differs", []), ("differs", []), ("none", [])]
    assert marks(logic, one, [way(12, "a", level=True)]) == [("differs", []), ("differs", [])]
    assert marks(logic, one, [], []) == [("only", []), ("none", []), ("none", [])]


def test_work_that_is_not_told_is_never_called_the_same_or_other(logic: Page) -> None:
    untold = [way(12, None)]
    assert marks(logic, untold, untold) == [("untold", []), ("untold", [])]
    assert marks(logic, [way(12, "a")], untold) == [("untold", []), ("untold", [])]
    assert marks(logic, [way(12, "a"), way(24, "b")], [way(12, "a")]) == [("differs", []), ("differs", [])]
    asked = [[way(None, "a") | {"also": [{"months": months, "what": "a"}]}] for months in (72, 84)]
    assert marks(logic, *asked) == [("differs", []), ("differs", [])]
    assert marks(logic, asked[0], asked[0]) == [("same", [0, 1]), ("same", [0, 1])]


def test_a_frame_joins_neighbors_and_leaves_the_first_and_third_apart(logic: Page) -> None:
    def frames(*cells: list[dict[str, Any]]) -> list[tuple[int, int]]:
        found = logic.evaluate("cells => compared.framesOf(compared.marksOf(cells))", list(cells))
        return [(one["place"], one["span"]) for one in found]

    one, other = [way(12, "a")], [way(12, "b")]
    assert frames(one, one, other) == [(0, 2), (2, 1)]
    assert frames(other, one, one) == [(0, 1), (1, 2)]
    assert frames(one, one, one) == [(0, 3)]
    assert frames(one, other, one) == [(0, 1), (1, 1), (2, 1)]
    assert frames(one, [], one) == [(0, 1), (1, 1), (2, 1)]
    assert frames([], [], []) == [(0, 1), (1, 1), (2, 1)]


def test_no_framed_cells_differ_in_work_whatever_the_cells(logic: Page) -> None:
    rng = Random(10)
    for _ in range(measure(2000)):
        cells = [
            [way(rng.choice([12, 24]), rng.choice(["a", "b", None])) for _ in range(rng.choice([0, 1, 1, 1, 2]))]
            for _ in range(rng.choice([2, 3]))
        ]
        found = logic.evaluate("cells => compared.framesOf(compared.marksOf(cells))", cells)
        assert sum(one["span"] for one in found) == len(cells)
        for one in found:
            framed = cells[one["place"] : one["place"] + one["span"]]
            if one["span"] > 1:
                assert {(cell[0]["months"], cell[0]["work"]) for cell in framed} == {
                    (framed[0][0]["months"], framed[0][0]["work"])
                }
                assert framed[0][0]["work"] is not None


def test_the_ways_of_a_class_are_read_off_its_rules(logic: Page) -> None:
    rule = {
        "kind": "experience",
        "id": "e",
        "months": 24,
        "what": "work of a kind",
        "or_equivalent": True,
        "source": None,
    }
    rule["classes"] = [{"class": "a", "certainty": "named"}]
    other = {"kind": "education", "id": "s", "what": "study", "source": None}
    asked = {"requirements": [rule, other], "substitutions": []}
    asked["routes"] = [{"requires": ["e"]}, {"requires": ["s"]}]
    found = logic.evaluate("asked => compared.waysInto({qualifications: asked}, () => false)", asked)
    assert [(one["feeder"], one["months"], one["isByLevel"], one["work"]) for one in found] == [
        ("a", 24, True, "work of a kind"),
        (None, None, False, "study"),
    ]
    assert logic.evaluate("asked => compared.waysInto({qualifications: asked}, () => true)", asked)[0]["work"] is None
    assert logic.evaluate("compared.waysInto({qualifications: null}, () => false)") == []
    assert logic.evaluate("compared.commonEnds([[{feeder: 'a'}, {feeder: 'b'}], [{feeder: 'b'}]])") == ["b"]


def test_ways_that_name_no_class_and_tell_no_work_share_the_last_row(logic: Page) -> None:
    unnamed = way(None, None) | {"feeder": None, "also": [{"what": "study"}]}
    other = unnamed | {"also": [{"what": "work"}]}
    rows = logic.evaluate("lists => compared.rowsOf(lists)", [[unnamed, other], [way(12, "a"), unnamed]])
    assert [(one["feeder"], list(map(len, one["cells"]))) for one in rows] == [("f", [0, 1]), (None, [2, 1])]


def put(page: Page, *ids: str) -> None:
    for class_id in ids:
        page.evaluate("id => document.dispatchEvent(new CustomEvent('ladder:compare', {detail: {id}}))", class_id)


def test_the_tray_takes_three_classes_and_says_so(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    tray, said = page.locator("#compare-tray"), page.locator("#compare-said")
    expect(tray).to_be_hidden()
    put(page, ND[0])
    expect(said).to_have_text("Pick one more.")
    expect(page.get_by_role("button", name="Compare 1")).to_have_count(0)
    put(page, ND[1], ND[1], "us-xx/none")
    expect(page.locator("#compare-classes li")).to_have_count(2)
    expect(page.locator("#compare-room")).to_have_text("1 more place")
    put(page, ND[2], ND[3])
    expect(said).to_have_text("Three at most. Take one out first.")
    expect(page.locator("#compare-classes li")).to_have_count(3)
    shapes = page.locator("#compare-classes .shape").evaluate_all("all => all.map(one => one.className)")
    assert shapes == ["shape circle", "shape square", "shape diamond"]
    page.get_by_role("button", name="Take out Customer Service Consultant").click()
    expect(page.locator("#compare-classes li")).to_have_count(2)
    without_faults(page, seen=IN_WORDS)


def test_a_comparison_is_a_place_in_history(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    put(page, *ND[:3])
    page.get_by_role("button", name="Compare 3 classes").click()
    expect(page.locator("#compare")).to_be_visible()
    expect(page.locator("#map")).to_be_hidden()
    expect(page.locator("#compare-heading")).to_be_focused()
    link = page.evaluate("location.hash")
    page.go_back()
    expect(page.locator("#compare")).to_be_hidden()
    expect(page.locator("#map")).to_be_visible()
    again = open_map(bundled_map, link=link)
    expect(again.locator("#compare-picked li")).to_have_count(3)
    again.get_by_role("button", name="Back to the map").click()
    expect(again.locator("#compare")).to_be_hidden()


def test_another_class_is_chosen_in_the_place_of_one(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    put(page, *ND[:2])
    page.locator("#compare-open").click()
    boxes = [page.get_by_label(f"{place} class", exact=True) for place in ("First", "Second", "Third")]
    expect(boxes[2]).to_have_value("")
    pick(boxes[2], ND[2])
    expect(boxes[2]).to_be_focused()
    assert compared(page) == ND[:3]
    pick(boxes[0], ND[2])
    assert compared(page) == [ND[2], ND[1], ND[0]], "two that are there change places"
    pick(boxes[1], ND[3])
    assert compared(page) == [ND[2], ND[3], ND[0]]
    expect(page.locator("#compare-rows thead th").nth(1)).to_contain_text("Customer Service Representative")
    page.locator("#compare-picked").get_by_role("button", name="Take out").nth(1).click()
    assert compared(page) == [ND[2], ND[0]]
    expect(boxes[1]).to_be_focused()
    boxes[1].press("Escape")
    expect(boxes[1]).not_to_have_value("")
    page.get_by_role("button", name="Back to the map").click()
    expect(page.locator("#compare")).to_be_hidden()
    expect(page.locator("#map")).to_be_visible()
    expect(page.locator("#compare-open")).to_be_focused()


def compared(page: Page) -> list[str]:
    """Return the classes whose boxes and whose address agree."""
    chosen: list[str] = page.locator("#compare-picked input").evaluate_all(
        "all => all.map(one => one.dataset.chosen).filter(Boolean)"
    )
    page.wait_for_function(
        "ids => new URLSearchParams(location.hash.slice(1)).get('compare') === ids.join()", arg=chosen
    )
    return chosen


def test_where_no_class_has_anything_to_tell_each_says_so(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    put(page, "us-nd/customer-service-manager", "us-nd/0444")
    page.locator("#compare-open").click()
    row = page.locator("#compare-rows tr", has=page.locator("th", has_text="Any class"))
    expect(row.locator("td")).to_have_text(["1no step in our data", "2no step in our data"])


@pytest.mark.parametrize(
    ("width", "dark"),
    [(1440, False), (320, True), *(pytest.param(*one, marks=pytest.mark.full) for one in ((768, True), (390, False)))],
)
def test_a_comparison_of_a_city_has_no_fault_before_and_after_facts_are_typed(
    width: int,
    dark: bool,  # noqa: FBT001
    los_angeles_map: Path,
    open_map: Opener,
) -> None:
    titles = {spec.title: spec.class_id for spec in read_bundled(name="los-angeles").classes}
    page = open_map(los_angeles_map, width=width, dark=dark)
    put(page, *(titles[one] for one in ("Management Analyst", "Senior Personnel Analyst", "Chief Management Analyst")))
    page.locator("#compare-open").click()
    expect(page.locator("#compare-rows")).to_be_visible()
    without_faults(page, "without facts", seen=IN_WORDS)
    assert wide_parts(page, but="table") == []
    page.evaluate("location.hash = '#my-path'")
    pick(page.get_by_label("Your class now"), titles["Executive Administrative Assistant"])
    page.get_by_label("Year", exact=True).fill("26 months")
    settled(page)
    page.go_back()
    expect(page.locator("#compare-told")).not_to_be_empty()
    without_faults(page, "with facts", seen=IN_WORDS)
    assert wide_parts(page, but="table") == []


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (768, True), (390, False), (320, True)])
def test_the_page_has_no_fault(width: int, dark: bool, bundled_map: Path, open_map: Opener) -> None:  # noqa: FBT001
    page = open_map(bundled_map, width=width, dark=dark)
    put(page, *ND[:3])
    page.locator("#compare-open").click()
    expect(page.locator("#compare-rows")).to_be_visible()
    without_faults(page, seen=IN_WORDS)
    assert wide_parts(page, but="table") == []
    page.locator("#compare-differences").click()
    assert page.locator("#compare-rows tr.is-same:visible").count() == 0
    expect(page.locator("#compare-differences")).to_have_attribute("aria-pressed", "true")


def test_with_facts_it_tells_what_it_took_of_them_and_prints_itself(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    representative(page)
    put(page, *ND[:3])
    page.locator("#compare-open").click()
    expect(page.locator("#compare-told")).to_have_text(
        "You: Customer Service Representative, for 20 months, full time, 64 college credits."
    )
    expect(page.locator("#compare-rows .when").first).to_contain_text("March 2027")
    page.emulate_media(media="print")
    expect(page.locator("#compare-rows")).to_be_visible()
    expect(page.locator("#my-paper")).to_be_hidden()
    expect(page.locator("#compare-sources li").first).to_be_visible()


def test_without_facts_one_cell_leads_to_them(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    put(page, *ND[:2])
    page.locator("#compare-open").click()
    expect(page.locator("#compare-you")).to_be_hidden()
    page.get_by_role("button", name="Add your facts").click()
    expect(page.locator("#compare")).to_be_hidden()
    expect(page.locator("#my-class")).to_be_in_viewport()


def test_what_is_the_same_stands_in_one_frame_of_the_page(los_angeles_map: Path, open_map: Opener) -> None:
    page = open_map(los_angeles_map)
    put(page, *(f"us-ca-los-angeles/{code}" for code in ("9184", "9167", "9171")))
    page.locator("#compare-open").click()
    drawn(page)
    expect(page.locator("#compare-sentence")).to_contain_text("Side by side.")
    expect(page.locator("#compare-rows .pay-range")).to_have_count(3)
    row = page.locator("#compare-rows tr", has=page.locator("th", has_text="As a Chief Clerk"))
    expect(row.locator("td").first).to_contain_text("1 year or at its level")
    expect(row.locator("td").first).to_contain_text("only here")
    expect(row.locator("td").nth(1)).to_contain_text("not a way in")
    same_time = page.locator("#compare-rows tr", has=page.locator("th", has_text="As a Management Analyst"))
    expect(same_time.locator("td").nth(1)).to_contain_text("the work may differ")
    row.locator(".cited summary").click()
    expect(row.locator(".source")).to_contain_text("MANAGEMENT ANALYST 9184 092118.txt")
    assert page.locator("#compare-rows td.is-same[colspan]").count() == 0
