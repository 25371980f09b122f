"""Words meant to do harm, in every field, loaded, hovered and clicked: nothing runs, all are shown as typed."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Opener
from tests.browser.maps import click_on, map_data, sentences
from tests.rendering.catalogs import HOSTILE

pytestmark = pytest.mark.browser


def canary(page: Page) -> object:
    return page.evaluate("window.canary ?? null")


def test_nothing_runs_when_the_page_is_loaded_hovered_and_clicked(hostile_map: Path, open_map: Opener) -> None:
    page = open_map(hostile_map)
    data = map_data(page)
    for one in data["classes"][::3]:
        click_on(page, one["id"])
        assert page.locator("#details-heading").text_content() == one["name"]
    told = sentences(page)
    for place in range(6):
        click_on(page, f"step {place} words")
        assert page.locator("#details-body p").first.text_content() == told[place]
    assert canary(page) is None


def test_nothing_runs_when_classes_are_searched_and_routes_asked(hostile_map: Path, open_map: Opener) -> None:
    page = open_map(hostile_map)
    for words in HOSTILE:
        page.locator("#find").fill(words)
        page.locator("#find").press("Enter")
    for place in range(len(HOSTILE)):
        page.locator("#from").select_option("xx/start")
        page.locator("#to").select_option(f"xx/c{place}")
        assert page.get_by_role("status").text_content()
    assert canary(page) is None


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_every_word_is_shown_as_typed(hostile_map: Path, open_map: Opener, *, script: bool) -> None:
    page = open_map(hostile_map, script=script)
    shown = page.locator("body").text_content() or ""
    assert [words for words in HOSTILE if words not in shown] == []
    titles = page.locator("article h5 a").all_text_contents()
    assert set(HOSTILE) <= set(titles)
    assert page.locator("main img, main iframe, main b:not(.legend b, article b)").count() == 0
    assert page.title() == "Career ladder map"


RAW = [words for words in HOSTILE if "window.canary" in words and "<" in words][:10]


def test_ten_payloads_put_raw_into_the_page_are_stopped_by_its_policy(bundled_map: Path, browser: Browser) -> None:
    """Escaping is the first wall; were it to fall, the policy is the second."""
    text = bundled_map.read_text("utf-8").replace("<main>", "<main>" + "".join(RAW))
    assert text.count("window.canary") >= len(RAW) == 10
    broken = bundled_map.with_name("raw.html")
    broken.write_text(text, "utf-8", newline="")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(broken.as_uri())
    page.wait_for_timeout(500)
    assert canary(page) is None
    assert [url for url in asked if url.startswith("http")] == []
    page.close()
