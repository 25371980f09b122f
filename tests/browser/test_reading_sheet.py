"""The review sheet in a real browser: WCAG 2.1 AA, nothing scrolls sideways, marks without colour, no script needed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from ladder.rendering.reading_sheet import render_sheet
from tests.browser.accessible import wide_parts, without_faults
from tests.browser.conftest import Opener
from tests.browsing import scrolls
from tests.rendering.catalogs import HOSTILE
from tests.rendering.reading_sheets import clerk, hostile_readings, several, unsettled

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
BUT = "thead"


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("sheet"), render_sheet(several()))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("hostile"), render_sheet(hostile_readings()))


def saved(folder: Path, page: str) -> Path:
    file = folder / "sheet.html"
    file.write_bytes(page.encode("utf-8"))
    return file


@pytest.mark.parametrize(("width", "dark"), [(320, False), (1440, True)], ids=["narrow", "dark"])
def test_axe_finds_nothing(sheet: Path, open_map: Opener, *, width: int, dark: bool) -> None:
    without_faults(open_map(sheet, width=width, dark=dark))


def test_axe_finds_nothing_on_paper(sheet: Path, open_map: Opener) -> None:
    page = open_map(sheet, width=720)
    page.emulate_media(media="print")
    without_faults(page)


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_nothing_scrolls_sideways(sheet: Path, hostile: Path, open_map: Opener, *, width: int) -> None:
    for file in (sheet, hostile):
        assert wide_parts(open_map(file, width=width), but=BUT) == []


def test_document_and_reading_stand_side_by_side_where_there_is_room(sheet: Path, open_map: Opener) -> None:
    boxes = "all => all.slice(0, 2).map(one => one.getBoundingClientRect()).map(({left, top}) => [left, top])"
    wide = open_map(sheet, width=1440).locator(".beside > *").evaluate_all(boxes)
    assert wide[0][0] < wide[1][0]
    assert wide[0][1] == wide[1][1]
    narrow = open_map(sheet, width=320).locator(".beside > *").evaluate_all(boxes)
    assert narrow[0][0] == narrow[1][0]
    assert narrow[0][1] < narrow[1][1]


def test_the_marks_are_told_apart_without_colour(sheet: Path, open_map: Opener) -> None:
    page = open_map(sheet)
    look = """all => all.map(one => getComputedStyle(one)).map(one =>
      [one.borderBottomStyle, one.borderBottomWidth, one.borderTopStyle, one.fontWeight, one.fontStyle].join())"""
    looks = page.locator(".marks mark").evaluate_all(look)
    assert len(set(looks)) == len(looks) == 8
    for label in page.locator(".lines .field").all():
        assert label.is_visible()


def test_a_fact_leads_to_its_line_and_the_line_back(sheet: Path, open_map: Opener) -> None:
    page = open_map(sheet, script=False)
    page.locator("#d1-read a.at", has_text="line 3").first.click()
    assert target(page) == "d1-l3"
    page.get_by_role("link", name="Line 3: to what was read of it").first.click()
    assert (target(page) or "").startswith("d1-c1-")
    page.locator("#d1-l10").get_by_role("link", name="note 2").click()
    assert target(page) == "d1-n2"
    page.locator("#d1-n2").get_by_role("link", name="line 10").click()
    assert target(page) == "d1-l10"
    assert page.locator(":target").is_visible()


def target(page: Page) -> str | None:
    return page.locator(":target").get_attribute("id")


def test_the_reading_can_be_scrolled_with_the_keyboard(sheet: Path, open_map: Opener) -> None:
    page = open_map(sheet, width=1440, height=300)
    page.locator("#d1-read").focus()
    page.keyboard.press("End")
    assert scrolls(page, "#d1-read")


def test_on_paper_everything_is_there_one_below_the_other(sheet: Path, open_map: Opener) -> None:
    page = open_map(sheet, width=720)
    page.emulate_media(media="print")
    style = "one => { const found = getComputedStyle(one); return [found.position, found.overflow, found.maxHeight] }"
    assert page.locator("#d1-read").evaluate(style) == ["static", "visible", "none"]
    assert page.locator(".document").first.evaluate("one => getComputedStyle(one).contentVisibility") == "visible"
    assert page.evaluate("document.documentElement.scrollWidth") <= 720


def test_hostile_words_are_shown_as_typed_and_nothing_runs(hostile: Path, open_map: Opener) -> None:
    page = open_map(hostile)
    shown = page.locator("body").text_content() or ""
    assert [words for words in HOSTILE if words not in shown] == []
    assert page.evaluate("window.canary ?? null") is None
    assert page.locator("main :is(img, iframe, script, b, svg, form, style, object)").count() == 0


def test_one_document_needs_no_list(tmp_path: Path, open_map: Opener) -> None:
    page = open_map(saved(tmp_path, render_sheet([clerk()])))
    assert page.get_by_role("table").count() == 0
    assert page.get_by_role("heading", level=1).text_content() == "Review of what was read"
    without_faults(page)


@pytest.mark.parametrize("width", [320, 390, 1024, 1440])
def test_what_is_to_be_settled_is_found_and_opened_without_a_script(
    tmp_path: Path, open_map: Opener, width: int
) -> None:
    page = open_map(saved(tmp_path, render_sheet([unsettled()])), width=width, script=False)
    page.get_by_role("link", name="settle 2").first.click()
    assert target(page) == "d1-c1-s2"
    for one in page.locator("summary").all():
        one.click()
    assert page.locator("details pre").last.is_visible()
    assert wide_parts(page, but=BUT) == []


def test_axe_finds_nothing_in_what_is_to_be_settled(tmp_path: Path, open_map: Opener) -> None:
    page = open_map(saved(tmp_path, render_sheet([unsettled()])), width=390)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    without_faults(page)


def test_on_paper_the_remedies_are_open(tmp_path: Path, open_map: Opener) -> None:
    page = open_map(saved(tmp_path, render_sheet([unsettled()])), width=720)
    page.emulate_media(media="print")
    assert page.locator("details pre").first.evaluate("one => one.getBoundingClientRect().height") > 0
