"""The bench page in a real browser: WCAG 2.1 AA, light and dark, narrow and on paper; it stays in its width."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from ladder.answer_tables import Table
from ladder.catalog.loading import load_catalog
from ladder.csv_text import print_csv
from ladder.rendering.reports.bench_report import render_bench_report
from ladder.roster.published_tables import publish
from ladder.roster_answers import BenchPage
from tests.browser.accessible import LOOKS, wide_parts, without_faults
from tests.browser.conftest import Opener
from tests.roster.made_people import AS_OF
from tests.roster.test_bench import tables_of, twelve

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
SORTS = ("own", "published")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, tables = tmp_path_factory.mktemp("bench"), tables_of(twelve())
    columns, rows = tables["feeders"]
    long = {**tables, "feeders": (columns, tuple((*row[:2], 25, 16, 18, 23, 30, *row[7:]) for row in rows))}
    for sort, told in (("own", tables), ("published", publish(tables)), ("long", long)):
        text = render_bench_report(told, as_of=AS_OF, catalog=load_catalog(), is_published=sort == "published")
        (folder / f"{sort}.html").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(("width", "dark"), LOOKS)
@pytest.mark.parametrize("sort", SORTS)
def test_axe_finds_nothing(pages: Path, open_map: Opener, sort: str, *, width: int, dark: bool) -> None:
    page = open_map(pages / f"{sort}.html", width=width, dark=dark)
    page.locator("summary").last.click()
    without_faults(page)


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_nothing_scrolls_sideways(pages: Path, open_map: Opener, width: int) -> None:
    page = open_map(pages / "own.html", width=width)
    assert wide_parts(page, but="thead") == []


def test_the_first_screen_holds_the_counts_and_five_classes_or_two_on_a_phone(pages: Path, open_map: Opener) -> None:
    for width, height, classes in ((1440, 900, 4), (390, 844, 2)):
        page = open_map(pages / "own.html", width=width)
        bottoms = page.locator(".bench tbody tr").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().bottom)"
        )
        assert sum(one <= height for one in bottoms) >= classes
        assert page.locator(".counts li").count() == 4


def test_on_paper_the_bench_is_a_table(pages: Path, open_map: Opener) -> None:
    page = open_map(pages / "own.html", width=720)
    page.emulate_media(media="print")
    without_faults(page)
    assert page.locator("table").evaluate("one => getComputedStyle(one).display") == "table"
    assert page.evaluate("document.documentElement.scrollWidth") <= 720


@pytest.mark.parametrize(("width", "media"), [(1440, "screen"), (768, "screen"), (320, "screen"), (720, "print")])
def test_no_part_of_a_bar_and_no_dot_is_cut_off(pages: Path, open_map: Opener, width: int, media: str) -> None:
    page = open_map(pages / "long.html", width=width)
    page.emulate_media(media="print" if media == "print" else "screen")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.bench svg')].filter((one) => {
            const box = one.getBoundingClientRect(), cell = one.closest('td').getBoundingClientRect();
            const outside = (part) => part.getBoundingClientRect().right > box.right + 1;
            return box.width && (box.right > cell.right + 1 || [...one.querySelectorAll('rect, circle')].some(outside));
        }).length"""
    )
    assert page.locator(".feeder svg rect").count() >= 12
    assert cut == 0


def test_a_class_is_found_by_a_part_of_its_name_and_what_is_near_is_named(pages: Path, open_map: Opener) -> None:
    page = open_map(pages / "own.html")
    rows = page.locator(".bench tbody tr:visible")
    every = rows.count()
    page.get_by_label("Find a class").fill("0443")
    expect(page.get_by_role("status")).to_have_text("1 class found")
    expect(rows).to_have_count(1)
    page.get_by_label("Find a class").fill("custmer service")
    expect(page.get_by_role("status")).to_contain_text(
        "No class on this page has that title or number. Close: Customer"
    )
    page.get_by_label("Find a class").fill("zzzz")
    expect(page.get_by_role("status")).to_have_text("No class on this page has that title or number.")
    page.get_by_label("Find a class").fill("")
    expect(page.get_by_role("status")).to_have_text("")
    expect(rows).to_have_count(every)


def test_the_table_is_saved_as_the_command_writes_it(pages: Path, open_map: Opener) -> None:
    page = open_map(pages / "own.html")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as table").click()
    assert saved.value.suggested_filename == "bench.csv"
    told = Path(saved.value.path()).read_text("utf-8-sig")
    assert told == print_csv(Table(*tables_of(twelve())["bench"]))


def test_it_is_used_by_keyboard_alone_and_printed_by_its_button(pages: Path, open_map: Opener) -> None:
    page = open_map(pages / "own.html")
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    reached = []
    for _ in range(7):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent || document.activeElement.placeholder"))
    assert [" ".join(one.split()) for one in reached[:5]] == [
        *("Bench", "How we count", "Find a class", "Save as table", "Print"),
    ]
    page.get_by_role("button", name="Print").focus()
    page.keyboard.press("Enter")
    assert page.title() == "printed"
    page.get_by_role("link", name="How we count").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#counted p")).to_be_visible()


def test_without_scripts_it_has_no_button_that_does_nothing(pages: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((pages / "own.html").as_uri())
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_placeholder("Find a class")).to_be_hidden()
    assert page.locator(".bench tbody tr").count() == 4
    context.close()


def test_in_a_notebook_its_links_stay_in_its_frame(pages: Path, open_map: Opener) -> None:
    own = (pages / "own.html").read_text("utf-8")
    notebook = pages / "notebook.html"
    notebook.write_text("<!doctype html><h1>Notebook</h1>" + BenchPage(own, 12, "2026-11")._repr_html_(), "utf-8")
    page = open_map(notebook)
    frame = page.frame_locator("iframe")
    for name in ("How we count", "Bench"):
        frame.locator("nav").get_by_role("link", name=name).click()
        expect(frame.locator("#bench")).to_be_visible()
    expect(frame.locator("#counted")).to_have_attribute("open", "")
    assert page.url == notebook.as_uri()
