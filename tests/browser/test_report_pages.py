"""The four reports in a real browser: WCAG 2.1 AA, nothing scrolls sideways but a drawing, hostile words only shown."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from ladder.catalog.loading import load_catalog
from tests.browser.accessible import LOOKS, wide_parts, without_faults
from tests.browser.conftest import Opener
from tests.browsing import sheets
from tests.rendering.catalogs import HOSTILE, hostile_catalog
from tests.rendering.report_pages import four_reports, hostile_reports, path_page

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
SORTS = ("class", "profile", "path", "catalog")
BUT = ".picture, thead"
LEAST_CONTRAST = 4.5
LETTERS = """() => {
  const parts = color => color.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(one => one / 255)
    .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, place) => sum + one * [0.2126, 0.7152, 0.0722][place], 0);
  const drawn = [...document.querySelectorAll(".flights, .upright")].find(one => one.getBoundingClientRect().width);
  const page = parts(getComputedStyle(document.body).backgroundColor);
  const frame = drawn.viewBox.baseVal;
  return [...drawn.querySelectorAll("text, tspan")].map(one => {
    const text = one.closest("text"), [x, y] = ["x", "y"].map(name => Number(text.getAttribute(name)));
    const below = [...drawn.querySelectorAll("rect.ground")].filter(({ x: left, y: top, width, height }) =>
      x >= left.baseVal.value && x <= left.baseVal.value + width.baseVal.value
      && y >= top.baseVal.value && y <= top.baseVal.value + height.baseVal.value).map(one => getComputedStyle(one))[0];
    const paint = below && below.fill !== "none" ? parts(below.fill) : page;
    const share = below ? Number(below.fillOpacity) : 1;
    const ground = light(paint.map((one, place) => share * one + (1 - share) * page[place]));
    const letters = light(parts(getComputedStyle(one).fill)), box = text.getBBox();
    const contrast = (Math.max(ground, letters) + 0.05) / (Math.min(ground, letters) + 0.05);
    return { text: one.textContent, contrast, isInside: box.x >= 0 && box.y >= 0
      && box.x + box.width <= frame.width && box.y + box.height <= frame.height };
  });
}"""


def saved(pages: Mapping[str, str], folder: Path) -> Path:
    for sort, page in pages.items():
        (folder / f"{sort}.html").write_bytes(page.encode("utf-8"))
    return folder


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(four_reports(load_catalog()), tmp_path_factory.mktemp("bundled"))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(four_reports(load_catalog(), with_map=False), tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(hostile_reports(hostile_catalog()), tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize(("width", "dark"), LOOKS)
@pytest.mark.parametrize("sort", SORTS)
def test_axe_finds_nothing(bundled: Path, open_map: Opener, sort: str, *, width: int, dark: bool) -> None:
    without_faults(open_map(bundled / f"{sort}.html", width=width, dark=dark))


@pytest.mark.parametrize("sort", SORTS)
def test_axe_finds_nothing_on_paper_or_in_plain_html(bundled: Path, plain: Path, open_map: Opener, sort: str) -> None:
    page = open_map(bundled / f"{sort}.html", width=720)
    page.emulate_media(media="print")
    without_faults(page)
    without_faults(open_map(plain / f"{sort}.html"))


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("sort", SORTS)
def test_nothing_but_a_drawing_scrolls_sideways(
    bundled: Path, hostile: Path, open_map: Opener, sort: str, *, width: int
) -> None:
    for folder in (bundled, hostile):
        page = open_map(folder / f"{sort}.html", width=width)
        assert wide_parts(page, but=BUT) == []


@pytest.mark.parametrize("sort", SORTS)
def test_tables_stay_tables_on_paper_and_judgements_have_their_lines(
    bundled: Path, open_map: Opener, sort: str
) -> None:
    page = open_map(bundled / f"{sort}.html", width=720)
    judged = page.locator(".judgement")
    assert [one.is_visible() for one in judged.all()] == [False] * judged.count()
    page.emulate_media(media="print")
    assert [one.is_visible() for one in judged.all()] == [True] * judged.count()
    assert set(page.locator("table").evaluate_all("all => all.map(one => getComputedStyle(one).display)")) == {"table"}
    assert set(page.locator("thead").evaluate_all("all => all.map(one => getComputedStyle(one).position)")) == {
        "static"
    }
    assert page.evaluate("document.documentElement.scrollWidth") <= 720


@pytest.mark.parametrize("sort", SORTS)
def test_every_number_of_a_source_on_paper_has_its_source_there(bundled: Path, open_map: Opener, sort: str) -> None:
    chosen = ("", "#waits") if sort == "catalog" else ("",)
    for place in chosen:
        page = open_map(bundled / f"{sort}.html", script=False)
        page.goto(page.url + place)
        printed = "".join(sheets(page))
        page.emulate_media(media="print")
        cited = page.locator("a[href^='#source-']:visible").evaluate_all("all => all.map(one => one.hash.slice(1))")
        sources = page.locator("li[id^=source-]:visible")
        listed = set(sources.evaluate_all("all => all.map(one => one.id)"))
        assert len(listed) > 1
        assert listed >= set(cited)
        # A catalog's paper holds one of its lists, and the sources of that list alone.
        assert listed == set(cited) or sort != "catalog"
        told = ["".join(one.split()) for one in sources.all_text_contents()]
        assert [one for one in told if one[:40] not in printed] == []
        closed = page.locator("details:not([open]):not(#sources) > summary")
        assert [one.is_visible() for one in closed.all()] == [False] * closed.count()


def test_words_in_a_bar_are_read_on_paper(bundled: Path, open_map: Opener) -> None:
    page = open_map(bundled / "profile.html")
    page.emulate_media(media="print")
    bars = page.locator(".bar .is-worked, .bar .is-credited").evaluate_all(
        "all => all.map(one => getComputedStyle(one).printColorAdjust)"
    )
    assert len(bars) > 1
    assert set(bars) == {"exact"}


@pytest.mark.parametrize("sort", SORTS)
def test_hostile_words_are_shown_as_typed_and_nothing_runs(hostile: Path, open_map: Opener, sort: str) -> None:
    page = open_map(hostile / f"{sort}.html")
    shown = page.locator("body").text_content() or ""
    expected = {"class": HOSTILE[:1], "path": HOSTILE[4:5]}.get(sort, HOSTILE)
    assert [words for words in expected if words not in shown] == []
    assert page.evaluate("window.canary ?? null") is None
    assert page.locator("main img, main iframe, main script, main b").count() == 0
    without_faults(page)


@pytest.mark.parametrize("sort", SORTS)
def test_every_citation_leads_to_its_source(bundled: Path, open_map: Opener, sort: str) -> None:
    page = open_map(bundled / f"{sort}.html", script=False)
    page.locator("a[href^='#source-']:visible").last.click()
    source = page.locator(":target")
    assert source.count() == 1
    assert source.is_visible()


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> Path:
    city = load_catalog(Path("los-angeles"))
    ends = {"paid": "1116", "open": "senior-clerk", "lower": "3799"}
    goals = {"lower": "3820"}
    pages = {
        name: path_page(city, f"us-ca-los-angeles/{start}", f"us-ca-los-angeles/{goals.get(name, '9182')}")
        for name, start in ends.items()
    }
    return saved(pages, tmp_path_factory.mktemp("paths"))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 880, 1440])
@pytest.mark.parametrize("name", ["paid", "open", "lower"])
def test_words_of_a_drawn_path_have_contrast_and_stand_within_it(
    paths: Path, open_map: Opener, name: str, *, width: int, dark: bool
) -> None:
    page = open_map(paths / f"{name}.html", width=width, dark=dark)
    told = page.evaluate(LETTERS)
    assert len(told) > 5
    assert [one for one in told if one["contrast"] < LEAST_CONTRAST or not one["isInside"]] == []


@pytest.mark.parametrize(("width", "shown"), [(320, "upright"), (896, "upright"), (897, "flights"), (1440, "flights")])
def test_a_path_is_upright_on_a_narrow_screen_and_stairs_on_a_wide_one_and_on_paper(
    bundled: Path, open_map: Opener, width: int, shown: str
) -> None:
    page = open_map(bundled / "path.html", width=width)
    drawn = page.locator("svg[role=img]:visible")
    assert [one.get_attribute("class") for one in drawn.all()] == [shown]
    page.emulate_media(media="print")
    assert [one.get_attribute("class") for one in drawn.all()] == ["flights"]


def test_pay_of_a_class_is_shown_in_the_unit_chosen(bundled: Path, open_map: Opener) -> None:
    page = open_map(bundled / "class.html", script=False)
    page.get_by_text("Hour", exact=True).click()
    assert page.locator(".range:visible").all_text_contents() == ["$27.60 to $34.86 an hour\u00a0[1]"]
