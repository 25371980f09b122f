"""Words meant to do harm, in every field, loaded, hovered and clicked: nothing runs, all are shown as typed."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ladder.catalog.loading import load_catalog
from ladder.rendering.site.all_pages import site_pages
from ladder.service_time import read_month
from tests.browser.conftest import Opener
from tests.browser.finding import choose_ends
from tests.browser.maps import click_on, map_data, sentences
from tests.browsing import patient, quiet
from tests.rendering.catalogs import HOSTILE
from tests.rendering.report_pages import four_reports

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
AS_OF = read_month("2026-11")


def canary(page: Page) -> object:
    return page.evaluate("window.canary ?? null")


def test_nothing_runs_when_the_page_is_loaded_hovered_and_clicked(hostile_map: Path, open_map: Opener) -> None:
    page = open_map(hostile_map)
    data = map_data(page)
    for one in data["classes"][::3]:
        page.locator(f"[id='c-{one['id']}'] h5 a").click()
        assert page.locator("#details-heading").text_content() == one["title"]
    told = sentences(page)
    for place, step in list(enumerate(data["steps"]))[:6]:
        page.locator(f"[id='c-{step['to']}'] h5 a").click()
        click_on(page, f"step {place} words")
        assert page.locator("#details-body p").first.text_content() in told
    assert canary(page) is None


def test_nothing_runs_when_classes_are_searched_and_routes_asked(hostile_map: Path, open_map: Opener) -> None:
    page = open_map(hostile_map)
    for words in HOSTILE:
        page.locator("#find").fill(words)
        page.locator("#find").press("Enter")
    for place in range(0, len(HOSTILE), 4):
        choose_ends(page, "start", f"c{place}")
        assert page.get_by_role("status").text_content()
    assert canary(page) is None


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_every_word_is_shown_as_typed(hostile_map: Path, open_map: Opener, *, script: bool) -> None:
    page = open_map(hostile_map, script=script)
    shown = page.locator("body").text_content() or ""
    assert [words for words in HOSTILE if words not in shown] == []
    titles = page.locator("article h5 a").all_text_contents()
    assert set(HOSTILE) <= set(titles)
    assert (
        page.locator("main img, main iframe, main b:not(.legend b, article b, .pay-line b, .rung b, #told-to)").count()
        == 0
    )
    assert page.title() == "Career ladders"


RAW = [words for words in HOSTILE if "window.canary" in words and "<" in words][:10]


def every_kind_of_page() -> dict[str, str]:
    """Return a page of each kind that the program writes, by a name for its file."""
    catalog = load_catalog()
    kinds = ("index", "map", "glossary", "about", "classes/us-nd/0442", "series/us-nd/customer-service")
    site = {page.path: page.prepare().render() for page in site_pages(catalog, as_of=AS_OF)}
    pages = {kind.replace("/", "-"): site[f"{kind}.html"] for kind in kinds}
    return pages | {f"report-{name}": text for name, text in four_reports(catalog).items()}


def test_ten_payloads_put_raw_into_each_kind_of_page_are_stopped_by_its_policy(
    browser: Browser, tmp_path: Path
) -> None:
    """Escaping is the first wall; were it to fall, the policy is the second."""
    assert len(RAW) == 10
    for name, text in every_kind_of_page().items():
        head, begin, rest = text.partition("<main")
        broken = tmp_path / f"{name}.html"
        broken.write_text(head + "".join(RAW) + begin + rest, "utf-8", newline="")
        ran, asked, headings = what_happens(browser, broken)
        assert (name, ran, asked, headings) == (name, None, [], 1)


def what_happens(browser: Browser, file: Path) -> tuple[object, list[str], int]:
    """Return what a page ran, what it asked the network for, and how many headings of the first level it shows."""
    page = patient(browser.new_context()).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    quiet(page)
    headings = page.get_by_role("heading", level=1).count()
    found = canary(page), [url for url in asked if url.startswith("http")], headings
    page.context.close()
    return found


@pytest.mark.parametrize("words", [words for words in HOSTILE if "/" not in words and len(words) < 100][::4])
def test_a_file_of_a_hostile_name_runs_nothing(bundled_map: Path, open_map: Opener, tmp_path: Path, words: str) -> None:
    named = tmp_path / f"{words}.html"
    named.write_bytes(bundled_map.read_bytes())
    page = open_map(named)
    assert page.get_by_label("Link for this view").input_value().startswith("file://")
    assert canary(page) is None
