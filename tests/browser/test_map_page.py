"""The map page in a real browser: it asks for nothing, answers, and can be used by keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.city import write_city
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.paths.ladders import steps_used
from ladder.records import validate_json
from ladder.telling.pay_words import spell_range
from ladder.telling.step_words import ToldStep
from ladder.telling.times import spell_date, spell_months
from tests.browser.conftest import Opener
from tests.browser.finding import choose_class, choose_ends
from tests.browser.maps import click_on, map_data, sentences, settle, spoken
from tests.browsing import drawn, patient, scrolls

pytestmark = [pytest.mark.browser, pytest.mark.untraced]


def selected(page: Page) -> str:
    """Return the heading of the details beside the map."""
    return page.locator("#details-heading").text_content() or ""


def test_the_page_has_a_title_a_language_and_headings(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    assert page.title() == "Career ladders"
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_names_that_other_programs_hold_on_to_are_unmistakable(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    for name in ("From", "To", "Find a class"):
        expect(page.get_by_label(name, exact=True)).to_have_count(1)
        expect(page.get_by_role("combobox", name=name, exact=True)).to_have_count(1)
    expect(page.get_by_role("status")).to_have_count(1)


def test_a_route_is_told_in_the_status(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    choose_ends(page, "0441", "0443")
    status = page.get_by_role("status")
    expect(status).to_have_text("3 years, to November 2029, for Customer Service Consultant.")
    expect(page.locator("#route-todo > li").first).to_contain_text("2 years in this class.")


def test_no_ladder_one_class_twice_and_one_end_alone_are_told(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    status = page.get_by_role("status")
    choose_class(page, "From", "0441")
    expect(status).to_have_text("Customer Service Representative leads to 1 class.")
    choose_class(page, "To", "5246SH")
    expect(status).to_contain_text("No path in our data joins Customer Service Representative and")
    choose_class(page, "To", "0441")
    expect(status).to_have_text("Choose two different classes.")
    choose_class(page, "From", "")
    expect(status).to_have_text("No class in our data leads to Customer Service Representative.")
    choose_class(page, "To", "")
    expect(status).to_have_text("")


def test_a_class_is_found_by_words_in_any_order_and_shown_in_the_panel(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    box = page.get_by_role("combobox", name="Find a class")
    box.fill("consultant  SENIOR")
    expect(page.get_by_role("status")).to_have_text("1 class: Customer Service Senior Consultant.")
    box.press("Enter")
    expect(page.locator("#details-heading")).to_have_text("Customer Service Senior Consultant")
    expect(page.locator("#details-above")).to_have_text("Class 0444")
    expect(page.locator("#details-body")).to_contain_text("One way in")
    expect(box).to_be_focused()
    why = page.get_by_role("button", name="why? The rules and their sources")
    why.click()
    expect(page.locator("#details-body .source:visible")).to_contain_text("line 162")
    why.click()
    expect(page.locator("#details-body .source:visible")).to_have_count(0)
    box.fill("custmer")
    expect(page.get_by_role("status")).to_contain_text("No class has that title or number. Close: Customer Service")
    box.press("Enter")
    expect(page.locator("#details-heading")).to_contain_text("Customer Service")


@pytest.mark.parametrize("part", ["About", "All classes", "My path"])
def test_a_class_is_looked_for_from_any_part_and_answered_in_view(
    bundled_map: Path, open_map: Opener, part: str
) -> None:
    page = open_map(bundled_map)
    page.get_by_role("navigation", name="On this page").get_by_role("link", name=part, exact=True).click()
    expect(page.locator("#details")).not_to_be_in_viewport()
    box = page.get_by_role("combobox", name="Find a class")
    box.fill("zzzz")
    told = page.get_by_text("No class has that title or number.").and_(page.locator("p.choices"))
    expect(told).to_be_in_viewport()
    box.press("Escape")
    expect(told).to_be_hidden()
    box.fill("0444")
    box.press("Enter")
    expect(page.locator("#details-heading")).to_have_text("Customer Service Senior Consultant")
    expect(page.locator("#details-heading")).to_be_in_viewport()
    expect(box).to_be_focused()


def test_what_is_meant_for_a_page_at_rest_is_not_said_where_it_works(city_map: Path, open_map: Opener) -> None:
    at_rest = "Without JavaScript, ask ladder show"
    expect(open_map(city_map).get_by_text(at_rest)).to_be_hidden()
    expect(open_map(city_map, script=False).get_by_text(at_rest)).to_be_visible()


def test_a_class_and_a_step_clicked_on_the_map_are_told(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    click_on(page, "us-nd/0442")
    expect(page.locator("#details-heading")).to_have_text("Customer Service Specialist")
    expect(page.locator("#details-body")).to_contain_text("Customer Service Representative2 years")
    place = next(place for place, step in enumerate(map_data(page)["steps"]) if step["to"] == "us-nd/0443")
    click_on(page, f"step {place} words")
    expect(page.locator("#details-body")).to_contain_text("Customer Service Specialist (0442, grade I) to")


def test_the_wheel_scrolls_and_never_zooms(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    region = page.get_by_role("region", name="Drawing of the map")
    for _ in range(4):
        page.get_by_role("button", name="Zoom in").click()
    region.hover()
    before = page.locator("#sheet").evaluate("sheet => sheet.style.height")
    page.mouse.wheel(0, 200)
    assert scrolls(page, "#region")
    assert page.locator("#sheet").evaluate("sheet => sheet.style.height") == before


def test_zoom_goes_by_buttons(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)

    def height() -> float:
        return float(page.locator("#sheet").evaluate("sheet => sheet.clientHeight"))

    actual = height()
    page.get_by_role("button", name="Zoom in").click()
    assert height() > actual
    page.get_by_role("button", name="Zoom out").click()
    page.get_by_role("button", name="Fit").click()
    region = page.locator("#region").evaluate("region => [region.clientHeight, region.scrollHeight]")
    assert region[0] == region[1], "all of it is seen"


def test_a_view_of_the_menu_is_drawn(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    page.locator("#more summary").click()
    page.get_by_role("link", name="Personnel").click()
    expect(page.locator("#view-heading")).to_have_text("Personnel")
    expect(page.locator("#printed rect.box")).to_have_count(7)
    page.locator("#more summary").click()
    expect(page.get_by_role("link", name="Personnel")).to_have_attribute("aria-current", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#more .menu")).to_be_hidden()


def test_filters_hide_classes_and_steps_from_drawing_and_words(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    page.locator("#more summary").click()
    page.get_by_label("Jurisdiction").select_option("us-nd")
    expect(page.locator("#filtered")).to_have_text("Shown: 6 of 22 classes, 3 of 13 steps.")
    expect(page.locator("#printed rect.box")).to_have_count(6)
    assert page.locator("article:visible").count() == 6
    page.get_by_label("moves up, for people who work here now").uncheck()
    expect(page.locator("#filtered")).to_have_text("Shown: 6 of 22 classes, 0 of 13 steps.")
    expect(page.locator("#printed path.step")).to_have_count(0)
    page.get_by_label("Jurisdiction").select_option("")
    page.get_by_label("Series or group").select_option(label="Customer Service")
    expect(page.locator("#filtered")).to_have_text("Shown: 4 of 22 classes, 0 of 13 steps.")


def test_the_focus_leaves_what_leads_here_and_on_from_here(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    click_on(page, "us-ct/5257MP")
    page.locator("#more summary").click()
    button = page.get_by_role("button", name="Show only what leads here")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#printed rect.box")).to_have_count(3)
    button.click()
    expect(page.locator("#printed rect.box")).to_have_count(22)


def test_a_link_brings_back_view_route_filters_and_focus(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    choose_ends(page, "0441", "0443")
    page.locator("#more summary").click()
    page.locator("#views").get_by_role("link", name="Customer Service", exact=True).first.click()
    click_on(page, "us-nd/0442")
    page.locator("#more summary").click()
    page.get_by_role("button", name="Show only what leads here").click()
    page.get_by_label("Jurisdiction").select_option("us-nd")
    link = page.get_by_label("Link for this view").input_value()
    again = open_map(bundled_map, link="#" + link.partition("#")[2])
    expect(again.get_by_role("status")).to_contain_text("3 years, to November 2029")
    expect(again.locator("#view-heading")).to_have_text("Customer Service")
    expect(again.locator("#details-heading")).to_have_text("Customer Service Specialist")
    expect(again.locator("#filtered")).to_have_text("Shown: 4 of 22 classes, 3 of 13 steps.")
    assert again.get_by_label("Link for this view").input_value() == link


def test_a_link_of_another_map_or_of_no_sense_does_no_harm(bundled_map: Path, open_map: Opener) -> None:
    for link in ("#view=nowhere&class=zz/9&from=zz/1&to=zz/2&focus=zz/3&without=x", "#=&&=", "#view=__proto__"):
        page = open_map(bundled_map, link=link)
        expect(page.locator("#view-heading")).to_have_text("All classes in one map")
        expect(page.locator("#filtered")).to_have_text("")


def test_a_link_to_my_path_opens_it_and_back_returns_to_it(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map, link="#my-path")
    heading = page.get_by_role("heading", name="My path")
    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()
    assert page.evaluate("document.getElementById('my-path').getBoundingClientRect().top") < 100
    assert page.evaluate("location.hash") == "#my-path"
    choose_ends(page, "0441", "0443")
    drawn(page)
    page.go_back()
    page.wait_for_function("location.hash !== ''")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("")
    assert page.evaluate("location.hash") == "#my-path"
    expect(heading).to_be_in_viewport()


def test_my_path_and_back_within_the_page_keep_the_route(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    choose_ends(page, "0441", "0443")
    drawn(page)
    asked = page.evaluate("location.hash")
    page.get_by_role("link", name="My path").click()
    heading = page.get_by_role("heading", name="My path")
    expect(heading).to_be_in_viewport()
    drawn(page)
    page.reload()
    settle(page)
    expect(heading).to_be_in_viewport()
    expect(page.get_by_role("status")).to_contain_text("3 years, to November 2029")
    page.go_back()
    page.wait_for_function("asked => location.hash === asked", arg=asked)
    expect(page.locator("#ask")).to_be_in_viewport()
    expect(page.get_by_role("status")).to_contain_text("3 years, to November 2029")


def test_everything_is_reached_by_keyboard_with_visible_focus(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    reached: list[str] = []
    unseen: list[str] = []
    for _ in range(170):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            "() => { const here = document.activeElement; const style = getComputedStyle(here);"
            " return [here.id || here.ariaLabel || here.textContent.trim(), style.outlineStyle + style.outlineWidth]; }"
        )
        reached.append(name)
        unseen += [name] if outline in {"none0px", "auto0px"} and name else []
    titles = [spec.title for spec in load_catalog().classes.values()]
    fields = {"my-class", "my-since-year", "my-full", "my-education", "my-save", "my-print"}
    assert {"from", "to", "find", "Zoom in", "boxes", "region", *fields, *titles} <= set(reached)
    assert unseen == []
    for _ in range(4):
        page.get_by_role("button", name="Zoom in").press("Enter")
    page.locator("#region").focus()
    page.keyboard.press("PageDown")
    assert scrolls(page, "#region")
    page.get_by_role("link", name="Processing Technician", exact=True).first.press("Enter")
    expect(page.locator("#details")).to_be_focused()
    assert "Processing Technician" in selected(page)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_every_title_and_every_step_is_in_the_accessibility_tree(
    bundled_map: Path, open_map: Opener, *, script: bool
) -> None:
    page = open_map(bundled_map, script=script)
    heard = spoken(page)
    catalog = load_catalog()
    assert [spec.title for spec in catalog.classes.values() if spec.title not in heard] == []
    told = [str(ToldStep(catalog, step).between()) for step in steps_used(catalog, frozenset())]
    assert len(told) == 13
    assert [one for one in told if one not in heard] == []
    assert sentences(page) == told


def test_hundreds_of_classes_and_their_steps_are_in_the_accessibility_tree(city_map: Path, open_map: Opener) -> None:
    page = open_map(city_map)
    heard = set(spoken(page).splitlines())
    data = map_data(page)
    titles = [one["name"].partition(" (")[0] for one in data["classes"]]
    told = sentences(page)
    assert (len(titles), len(told)) == (700, len(data["steps"]))
    assert [one for one in (*titles, *told) if one not in heard] == []


def test_without_javascript_a_city_tells_every_class_and_every_step(city_map: Path, open_map: Opener) -> None:
    """Each class stands once with its number, date and pay; each step once, under the class that it leads to."""
    page = open_map(city_map, script=False)
    catalog = Catalog(validate_json(CatalogRecord, write_city(700)))
    told = page.locator("article").evaluate_all("all => all.map(one => [...one.children].map(part => part.innerText))")
    assert sorted(one[0] for one in told) == sorted(spec.title for spec in catalog.classes.values())
    by_title = {title: (summary, lines) for title, summary, *lines in told}
    used = list(steps_used(catalog, frozenset()))
    for spec in catalog.classes.values():
        summary, lines = by_title[spec.title]
        assert spec.code
        assert f"{spec.code}, grade" in summary
        assert spec.revision
        assert spell_date(spec.revision) in summary
        assert spec.pay
        assert all(spell_range(one) in summary for one in spec.pay.ranges)
        assert f"{spec.source.document}, " in summary
        into = [one for one in lines if one.startswith("From ")]
        steps = [step for step in used if step.target_class == spec.class_id]
        assert len(into) == len(steps)
        for step, line in zip(steps, into, strict=True):
            feeder = catalog.classes[step.feeder_class].title
            assert line.startswith(f"From {feeder}: ")
            assert step.months
            assert spell_months(step.months) in line
            first, last = step.source.lines or (0, 0)
            assert line.endswith(f" {first}-{last}")
    expect(page.locator("#whole svg")).to_be_visible()


def test_a_map_of_hundreds_opens_on_a_ladder_and_draws_what_is_chosen(city_map: Path, open_map: Opener) -> None:
    page = open_map(city_map)
    settle(page)
    assert 2 <= page.locator("#printed rect.box").count() <= 40
    assert page.locator("#printed .band").count() >= 1
    assert map_data(page)["views"] == [], "no drawing by groups: each class has its own"
    choose_class(page, "Find a class", "payroll records worker")
    expect(page.locator("#details-heading")).to_contain_text("Payroll Records Worker")
    assert page.locator("#printed rect.box").count() <= 40, "the class found, and those around it"
    assert city_map.stat().st_size <= 722_000


def test_without_javascript_the_drawings_and_all_words_are_there(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map, script=False)
    expect(page.locator("#whole svg")).to_be_visible()
    assert page.locator("#whole rect.box").count() == len(load_catalog().classes)
    expect(page.locator("#ask")).to_be_hidden()
    expect(page.locator("#my-path")).to_be_hidden()
    expect(page.locator("#routes")).to_contain_text("3 years, to November 2029")
    assert page.locator("article").count() == len(load_catalog().classes)
    expect(page.locator("article").first).to_be_visible()


def test_the_drawing_in_vectors_is_what_is_printed(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    expect(page.locator("#printed svg")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#printed svg")).to_be_visible()
    expect(page.locator("#canvas")).to_be_hidden()
    expect(page.locator("#my-form")).to_be_hidden()


def test_the_map_is_saved_as_svg_and_as_png(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    page = open_map(bundled_map)
    page.locator("#more summary").click()
    with page.expect_download() as drawn:
        page.get_by_role("button", name="Save as SVG").click()
    drawn.value.save_as(tmp_path / "map.svg")
    text = (tmp_path / "map.svg").read_text("utf-8")
    assert "Processing" in text
    assert "var(--" not in text
    alone = page.context.new_page()
    alone.goto((tmp_path / "map.svg").as_uri())
    assert alone.locator("text").count() > len(load_catalog().classes)
    assert alone.locator("path[marker-end]").count() == 13
    letters = alone.locator("text").evaluate_all("all => all.map(one => getComputedStyle(one).fontSize)")
    assert set(letters) == {"12px", "13px", "15px"}
    with page.expect_download() as painted:
        page.get_by_role("button", name="Save as PNG").click()
    painted.value.save_as(tmp_path / "map.png")
    content = (tmp_path / "map.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    whole = map_data(page)["views"][0]
    assert int.from_bytes(content[16:20], "big") >= whole["width"]


def test_letters_on_the_map_are_12_pixels_at_least(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map, script=False)
    sizes = page.locator("#whole svg text").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    sides = page.locator("#whole svg").evaluate("one => [one.getBoundingClientRect().width, one.viewBox.baseVal.width]")
    assert min(sizes) * sides[0] / sides[1] >= 12
    assert map_data(page)["options"]["nodes"]["font"]["size"] == 14


def test_text_in_boxes_does_not_stick_out(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    page.emulate_media(media="print")
    page.locator("#printed svg").wait_for()
    widths = page.locator("#printed .titles text").evaluate_all("all => all.map(one => one.getBBox().width)")
    assert 0 < max(widths) <= 170


@pytest.mark.parametrize("which", ["bundled_map", "city_map"])
def test_a_browser_too_old_to_unpack_the_program_is_left_with_all_words(
    which: str, browser: Browser, request: pytest.FixtureRequest
) -> None:
    page = patient(browser.new_context()).new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script("delete window.DecompressionStream")
    page.goto(request.getfixturevalue(which).as_uri())
    expect(page.locator("#no-script")).to_be_visible()
    expect(page.locator("#contents")).to_be_hidden()
    expect(page.locator(".picture svg").first).to_be_visible()
    assert faults == []
    page.context.close()
