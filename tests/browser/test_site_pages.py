"""The site in a real browser: from the disk and from a server, by keyboard, without JavaScript, among hostile words."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ladder.catalog.loading import load_catalog
from ladder.rendering.site.addresses import class_page, group_page
from ladder.rendering.site.all_pages import site_pages
from ladder.rendering.site.site_folder import update_folder
from ladder.rendering.views.letterhead import Letterhead, read_logo
from ladder.writing import write_file
from tests.browser.accessible import LOOKS, wide_parts, without_faults
from tests.browsing import patient, quiet, scrolls
from tests.rendering.catalogs import HOSTILE, hostile_catalog
from tests.rendering.sites import AS_OF, build_site

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
CLASS, SERIES = "classes/us-ct/5246SH.html", "series/us-nd/customer-service.html"
KINDS = ("index.html", CLASS, "classes/us-ct/office-assistant.html", SERIES, "glossary.html", "about.html")
BUT = ".picture, .skip, thead, script, .group-chips button"
Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build_site(load_catalog(), folder)
    return folder


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile-site")
    build_site(hostile_catalog(), folder)
    return folder


@pytest.fixture(scope="module")
def named_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site whose title and agency are long, with a logo."""
    folder = tmp_path_factory.mktemp("named-site")
    update_folder(folder, site_pages(load_catalog(), as_of=AS_OF, letterhead=NAMES), write=write_file)
    return folder


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Open a page; a request for anything but a page gone to, and any fault of a script, fails the test."""
    faults: list[str] = []
    contexts = []

    def open_at(address: str, *, width: int = 1440, dark: bool = False, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            offline=address.startswith("file:"),
        )
        contexts.append(patient(context))
        page = context.new_page()
        page.on("request", lambda one: None if one.is_navigation_request() else faults.append(one.url[:200]))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.goto(address)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert faults == []


def at(folder: Path, path: str) -> str:
    return (folder / path).as_uri()


def search(page: Page, words: str) -> None:
    page.get_by_role("searchbox", name="Find a class").fill(words)


# ------------------------------------------------------------------ for everybody


@pytest.mark.parametrize(("width", "dark"), LOOKS)
@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing(site: Path, open_page: Opener, path: str, *, width: int, dark: bool) -> None:
    page = open_page(at(site, path), width=width, dark=dark)
    if path == "index.html":
        without_faults(page)
        search(page, "customer")
        expect(page.get_by_role("status")).to_have_text("6 classes found. Enter opens the first.")
    without_faults(page)


@pytest.mark.parametrize("path", ["index.html", class_page("xx/c10"), class_page("xx/c0")])
def test_axe_finds_nothing_among_hostile_words(hostile_site: Path, open_page: Opener, path: str) -> None:
    without_faults(open_page(at(hostile_site, path)))


@pytest.mark.parametrize(
    ("width", "script"),
    [
        (320, False),
        (768, True),
        *(pytest.param(*one, marks=pytest.mark.full) for one in ((320, True), (1440, True), (1440, False))),
    ],
)
def test_nothing_but_drawings_scrolls_sideways(
    site: Path, hostile_site: Path, open_page: Opener, *, width: int, script: bool
) -> None:
    pages = [at(site, path) for path in (*KINDS, "map.html")]
    pages += [at(hostile_site, path) for path in ("index.html", "about.html", *map(class_page, ("xx/c0", "xx/c10")))]
    pages += [one.as_uri() for one in sorted((hostile_site / "series").rglob("*.html"))]
    page = open_page(pages[0], width=width, script=script)
    for address in pages:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        if not address.endswith("map.html"):
            assert wide_parts(page, but=BUT) == [], address


NAMES = Letterhead(
    title="Your career at the City and County of Somewhere",
    agency="Department of Human Resources Management and Employee Development",
    logo=read_logo(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60"></svg>'),
)
BAR = """() => {
  const box = (name) => document.querySelector(name).getBoundingClientRect();
  const [bar, logo, title, place] = [".bar", ".bar .brand img", ".bar bdi", ".bar .place"].map(box);
  const broken = [...document.querySelectorAll(".bar bdi, .bar .place")].flatMap((one) => {
    const text = one.firstChild, range = document.createRange();
    return [...text.data.matchAll(/\\S+/g)].filter((word) => {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      return new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size > 1;
    }).map(([word]) => word);
  });
  return {
    broken, height: bar.height, narrowest: Math.min(title.width, place.width),
    isWithin: [logo, title, place].every(
      (one) => one.top >= bar.top && one.bottom <= bar.bottom && one.right <= innerWidth),
    isBeside: logo.right <= title.left && (title.right <= place.left || title.bottom <= place.top),
  };
}"""


@pytest.mark.parametrize(("width", "most"), [(320, 128), (390, 112), (768, 128), (1024, 110), (1440, 66)])
@pytest.mark.parametrize("path", ["index.html", "map.html"])
def test_long_names_and_a_logo_stand_whole_in_a_low_bar(
    named_site: Path, open_page: Opener, path: str, *, width: int, most: int
) -> None:
    page = open_page(at(named_site, path), width=width)
    told = page.evaluate(BAR)
    assert told["broken"] == []
    assert told["isWithin"]
    assert told["isBeside"]
    assert told["narrowest"] > min(160, width / 2)
    assert told["height"] <= most
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_drawing_of_a_group_can_be_scrolled_by_keyboard(site: Path, open_page: Opener) -> None:
    page = open_page(at(site, group_page("us-ct", "(27)-Personnel")), width=320)
    drawing = page.get_by_role("region", name="Drawing of its classes, scrolls")
    drawing.focus()
    expect(drawing).to_be_focused()
    page.keyboard.press("ArrowRight")
    assert scrolls(page, "[role=region][aria-label='Drawing of its classes, scrolls']", "scrollLeft")


def weights(page: Page, selector: str) -> set[str]:
    found: list[str] = page.locator(selector).evaluate_all("all => all.map(one => getComputedStyle(one).fontWeight)")
    return set(found)


def test_only_the_class_of_a_row_is_bold(site: Path, open_page: Opener) -> None:
    page = open_page(at(site, "index.html"))
    assert weights(page, ".of-classes tbody th a") == {"600"}
    assert weights(page, ".of-classes tbody td, .of-classes tbody td *") == {"400"}


def test_words_in_the_small_ladder_have_no_stroke_and_the_cards_are_of_the_size_of_the_page(
    site: Path, open_page: Opener
) -> None:
    page = open_page(at(site, CLASS))
    words = page.locator(".mini-ladder text")
    assert words.count() > 4
    assert set(words.evaluate_all("all => all.map(one => getComputedStyle(one).stroke)")) == {"none"}
    assert weights(page, ".card dd, .card .neighbors li") == {"400"}
    sizes = page.locator(".card").evaluate_all("all => all.map(one => getComputedStyle(one).fontSize)")
    assert set(sizes) == {"16px"}


# ------------------------------------------------------------------ the search, the ways


def test_classes_are_found_by_title_number_and_other_names_alone(site: Path, open_page: Opener) -> None:
    page = open_page(at(site, "index.html"))
    status, found = page.get_by_role("status"), page.locator(".of-classes tbody tr:visible th")
    for words, told, first in (
        ("senior  consultant", "1 class found. Enter opens it.", "Customer Service Senior Consultant"),
        ("5246", "1 class found. Enter opens it.", "Labor Department Community Services Representative"),
        ("4952", "1 class found. Enter opens it.", "Labor Department Community Services Representative"),
        ("SERVICES special", "1 class found. Enter opens it.", "Customer Service Specialist"),
        ("customer", "6 classes found. Enter opens the first.", "Customer Service Area Director"),
    ):
        search(page, words)
        expect(status).to_have_text(told)
        expect(found.first).to_have_text(first)
    for words in ("north dakota", "hourly", "us-nd"):
        search(page, words)
        expect(status).to_contain_text("No class has that title or number.")
        expect(found).to_have_count(0)
    search(page, " ")
    expect(status).to_have_text("")
    expect(found).to_have_count(len(load_catalog().classes))


def test_a_misspelt_word_finds_what_is_close(site: Path, open_page: Opener) -> None:
    page = open_page(at(site, "index.html"))
    search(page, "reprasentative")
    expect(page.get_by_role("status")).to_have_text("No class has that title or number. Close:")
    expect(page.locator("#close a").first).to_contain_text("Representative")
    page.locator("#close a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Representative")


def test_rows_are_sorted_and_kept_to_a_group(site: Path, open_page: Opener) -> None:
    page = open_page(at(site, "index.html"))
    rows = page.locator(".of-classes tbody tr:visible")
    page.get_by_role("group", name="Sort by").get_by_role("button", name="A to Z").click()
    titles = page.locator("#in-us-ct tbody th").all_text_contents()
    assert titles == sorted(titles, key=str.casefold)
    page.get_by_role("button", name="pay").click()
    expect(page.locator("#in-us-ct tbody th").first).to_have_text("Agency Labor Relations Specialist")
    page.get_by_role("group", name="Groups").get_by_role("button", name="Customer Service").click()
    expect(rows).to_have_count(4)
    expect(page.get_by_role("group", name="Groups").get_by_role("button", name="All")).to_have_attribute(
        "aria-pressed", "false"
    )


def test_by_keyboard_alone_a_class_is_found_opened_and_left_again(site: Path, open_page: Opener) -> None:
    page = open_page(at(site, "index.html"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    while page.evaluate("document.activeElement.id") != "find":
        page.keyboard.press("Tab")
    page.keyboard.type("0442")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Customer Service Specialist")
    page.get_by_role("banner").get_by_role("link", name="Find a class").press("Enter")
    expect(page.get_by_role("searchbox", name="Find a class")).to_be_focused()
    page.keyboard.type("0443")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Customer Service Consultant")
    way = page.get_by_role("navigation", name="Where this page stands")
    way.get_by_role("link", name="Customer Service", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Customer Service")
    page.get_by_role("link", name="About", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What the figures mean")


def test_pay_is_shown_in_the_unit_chosen_with_and_without_a_script(site: Path, open_page: Opener) -> None:
    for script in (True, False):
        page = open_page(at(site, CLASS), script=script)
        expect(page.locator(".range:visible")).to_contain_text("$57,625 to $72,787 a year")
        page.get_by_role("radio", name="Hour").check(force=True)
        expect(page.locator(".range:visible")).to_contain_text("$27.60 to $34.86 an hour")
        expect(page.locator(".range:visible")).to_have_count(1)


def test_the_class_page_leads_to_the_map_with_the_class_filled_in(site: Path, open_page: Opener) -> None:
    page = open_page(at(site, "classes/us-nd/0442.html"))
    page.get_by_role("link", name="How long for me?").click()
    expect(page.get_by_label("Your class now")).to_be_focused()
    expect(page.get_by_label("Your class now")).to_be_in_viewport()
    expect(page.locator("#my-target")).to_have_value("Customer Service Specialist")
    expect(page.locator("#my-aim-answer")).to_have_text(
        "How long until Customer Service Specialist? Choose your class now."
    )
    expect(page.locator("#my-answers")).to_be_hidden()
    page.get_by_label("Your class now").fill("0441")
    page.keyboard.press("Enter")
    page.get_by_label("Year", exact=True).fill("20 months")
    expect(page.locator("#my-aim-answer")).to_contain_text("Customer Service Specialist: 4 months, to March 2027.")
    page = open_page(at(site, "classes/us-nd/0442.html"))
    page.get_by_role("link", name="How long for me?").click()
    expect(page.locator("#my-target")).to_have_value("Customer Service Specialist")
    page.go_back()
    page.get_by_role("link", name="See it on the map").click()
    expect(page.locator("#details-heading")).to_contain_text("Customer Service Specialist")


def test_every_page_can_be_gone_to_and_the_map_knows_its_way_back(site: Path, open_page: Opener) -> None:
    page = open_page(at(site, "index.html"))
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Explore").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Career ladders")
    page.get_by_role("navigation", name="Site").get_by_role("link", name="All classes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("22 job classes, 2 jurisdictions")


# ------------------------------------------------------------------ anywhere


@pytest.mark.parametrize("path", KINDS)
def test_without_javascript_all_but_the_search_is_there(site: Path, open_page: Opener, path: str) -> None:
    with_script = open_page(at(site, path)).locator("main").inner_text()
    page = open_page(at(site, path), script=False)
    if path == "index.html":
        expect(page.locator("#find")).to_be_hidden()
        titles = page.locator(".of-classes tbody th a").all_text_contents()
        assert sorted(titles) == sorted(spec.title for spec in load_catalog().classes.values())
    else:
        assert page.locator("main").inner_text() == with_script
    if path == CLASS:
        expect(page.locator("svg.mini-ladder")).to_be_visible()


@pytest.fixture
def server(site: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve the site as any static host does; yield its address and what is asked of it."""
    asked: list[str] = []

    class Host(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as its parent calls it
            del format
            asked.append(str(args[0]).split()[1])

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site))) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}/", asked
        serving.shutdown()
        thread.join()


@pytest.mark.parametrize("path", [*KINDS, "map.html"])
def test_from_a_server_a_page_asks_for_nothing_but_itself(
    server: tuple[str, list[str]], open_page: Opener, path: str
) -> None:
    address, asked = server
    page = open_page(address + path)
    quiet(page)
    assert asked == [f"/{path}"]


def test_hostile_words_run_nowhere_and_are_shown_as_typed(hostile_site: Path, open_page: Opener) -> None:
    page = open_page(at(hostile_site, "index.html"))
    titles = page.locator(".of-classes tbody th a").all_text_contents()
    assert [words for words in HOSTILE if words not in titles] == []
    for words in HOSTILE:
        search(page, words)
        expect(page.get_by_role("status")).not_to_have_text("")
    search(page, HOSTILE[0])
    page.locator("#find").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(HOSTILE[0])
    for place, words in enumerate(HOSTILE):
        page.goto(at(hostile_site, class_page(f"xx/c{place}")))
        assert words in (page.locator("h1").text_content() or "")
        assert (page.locator("main").text_content() or "").count(words) > 5
        assert page.locator("main img, main iframe, main b").count() == 0
        assert page.evaluate("window.canary ?? null") is None
    for file in sorted((hostile_site / "series").rglob("*.html")):
        page.goto(file.as_uri())
        assert (page.locator("h1").text_content() or "") in HOSTILE
        assert page.evaluate("window.canary ?? null") is None
