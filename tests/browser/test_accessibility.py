"""WCAG 2.1 AA by axe-core in every state of the map, light and dark, narrow and zoomed; the page stays in its width."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.city import write_city
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.records import validate_json
from ladder.rendering.ladder_map import render_map
from ladder.service_time import read_month
from tests.browser.accessible import IN_WORDS, LOOKS, wide_parts, without_faults
from tests.browser.conftest import Opener
from tests.browser.finding import choose_class, choose_ends
from tests.browser.maps import settle
from tests.browser.my_path import add, aim_at, cards, pick, representative, settled, why

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
BUT = "#region, .picture, .skip, thead, script, template, .arrows"
LEAST_CONTRAST = 4.5
DOTS = """() => {
  const light = color => {
    const parts = color.match(/[0-9.]+/g).slice(0, 3).map(Number);
    const linear = one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = parts.map(one => linear(one / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = getComputedStyle(document.getElementById('my-dots')).backgroundColor;
  const drawn = [...document.querySelectorAll('#my-dots-drawn text')].map(one =>
    [one.getAttribute('class'), contrast(ground, getComputedStyle(one).fill)]);
  const hints = [...document.querySelectorAll('#my-path [placeholder]')].map(one =>
    ['hint', contrast(getComputedStyle(one).backgroundColor, getComputedStyle(one, '::placeholder').color)]);
  return [...drawn, ...hints];
}"""


def as_opened(page: Page) -> None:
    settle(page)


def searched(page: Page) -> None:
    page.get_by_label("Find a class").fill("customer")
    expect(page.locator("#find-choices [role=option]")).to_have_count(6)


def routed(page: Page) -> None:
    choose_ends(page, "0441", "0443")
    expect(page.locator("#route-todo > li")).to_have_count(3)


def focused(page: Page) -> None:
    page.locator("article h5 a", has_text="Agency Labor Relations Specialist").click()
    page.locator("#more summary").click()
    page.get_by_role("button", name="Show only what leads here").click()


def filtered(page: Page) -> None:
    page.get_by_label("Jurisdiction").select_option("us-nd")


def filled(page: Page) -> None:
    representative(page)
    page.get_by_label("Part time").check()
    page.get_by_label("How much?", exact=True).fill("half")
    row = add(page, "Add an earlier job")
    pick(row.locator("[data-field=class]"), "us-nd/0442")
    row.locator("[data-field=length]").fill("6 months")
    for button in ("Add a second job you have now", "Add a degree", "Add a license you will get", "Add a leave"):
        add(page, button)
    pick(add(page, "Add a training program").locator("[data-field=name]"), "us-ct/connecticut-careers-trainee")
    aim_at(page, "us-nd/0443")
    expect(page.locator("#my-ladders")).to_be_visible()
    cards(settled(page))
    expect(why(page, "us-nd/0444")).to_be_focused()


def at_fault(page: Page) -> None:
    representative(page)
    page.get_by_label("Year", exact=True).fill("-3")
    add(page, "Add an earlier job").locator("[data-field=length]").fill("long")
    expect(page.locator("#my-faults")).to_contain_text("2 fields")


def folded(page: Page) -> None:
    representative(page)
    if page.get_by_role("button", name="See my answer").is_visible():
        page.get_by_role("button", name="See my answer").click()


def asked_to_clear(page: Page) -> None:
    representative(page)
    page.get_by_role("button", name="Clear", exact=True).click()


OF_THE_WORDS = (as_opened, focused, filtered)
CHAINS = [[as_opened, searched], [routed], [focused, filtered], [filled], [at_fault], [asked_to_clear], [folded]]


@pytest.mark.parametrize("states", CHAINS, ids=lambda states: states[0].__name__)
@pytest.mark.parametrize(("width", "dark"), LOOKS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways_in_any_state(
    bundled_map: Path, open_map: Opener, *, states: list[Callable[[Page], None]], width: int, dark: bool
) -> None:
    """The states of a chain follow one another on one page, as they do for a reader; each is looked over."""
    page = open_map(bundled_map, width=width, dark=dark)
    for state in states:
        state(page)
        without_faults(page, state.__name__, seen="" if state in OF_THE_WORDS else IN_WORDS)
        assert (state.__name__, wide_parts(page, but=BUT)) == (state.__name__, [])


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_words_among_the_dots_and_in_empty_fields_have_contrast(
    bundled_map: Path, open_map: Opener, *, dark: bool
) -> None:
    """Letters in drawings are painted by their fill, and fields hint at what to type: axe-core looks at neither."""
    page = open_map(bundled_map, dark=dark)
    representative(page)
    told = page.evaluate(DOTS)
    assert {"dot-year", "dot-year first", "label", "hint"} <= {look for look, _ in told}
    assert [one for one in told if one[1] < LEAST_CONTRAST] == []


@pytest.mark.parametrize("state", [as_opened, filled], ids=["as opened", "filled"])
def test_at_twice_the_size_of_letters_nothing_is_lost(
    bundled_map: Path, open_map: Opener, *, state: Callable[[Page], None]
) -> None:
    """200 % zoom of a window of 1,280 pixels is a window of 640 of twice the density."""
    page = open_map(bundled_map, width=640, height=400, density=2)
    state(page)
    without_faults(page, seen="" if state in OF_THE_WORDS else IN_WORDS)
    assert wide_parts(page, but=BUT) == []


@pytest.mark.parametrize("count", [130, pytest.param(700, marks=pytest.mark.full)])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_where_a_map_opens_on_its_index(
    open_map: Opener, tmp_path: Path, *, width: int, count: int
) -> None:
    city = Catalog(validate_json(CatalogRecord, write_city(count)))
    file = tmp_path / "map.html"
    file.write_bytes(render_map(city, as_of=read_month("2026-11")).encode("utf-8"))
    page = open_map(file, width=width)
    page.locator("#more summary").click()
    without_faults(page)
    assert wide_parts(page, but=BUT) == []


def test_axe_finds_nothing_among_hostile_words(hostile_map: Path, open_map: Opener) -> None:
    without_faults(open_map(hostile_map))


def test_axe_finds_nothing_on_paper(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map)
    page.emulate_media(media="print")
    without_faults(page)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("which", ["bundled_map", "hostile_map"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_nothing_but_the_map_scrolls_sideways(
    which: str, open_map: Opener, request: pytest.FixtureRequest, *, width: int, script: bool
) -> None:
    page = open_map(request.getfixturevalue(which), width=width, script=script)
    assert wide_parts(page, but=BUT) == []


def test_on_a_narrow_screen_ladders_are_lists(bundled_map: Path, open_map: Opener) -> None:
    page = open_map(bundled_map, width=320)
    expect(page.locator("#region")).to_be_hidden()
    assert page.locator(".picture:visible").count() == 0
    choose_class(page, "Find a class", "0443")
    expect(page.locator("#rungs [aria-current]")).to_contain_text("Customer Service Consultant")
    page.locator("#rungs button", has_text="Senior Consultant").click()
    expect(page.locator("#rungs [aria-current]")).to_contain_text("Customer Service Senior Consultant")
    expect(page.locator("#rungs [aria-current]")).to_be_focused()
    expect(page.locator("#details-heading")).to_have_text("Customer Service Senior Consultant")
