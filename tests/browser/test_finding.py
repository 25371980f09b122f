"""Finding a class and the combo box, on a page that holds nothing else: misspelt words, numbers, every key."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ladder.catalog.loading import load_catalog
from ladder.rendering.templates import read_modules
from ladder.telling.messages import ENGLISH
from tests.browsing import patient

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
CLASSES = [
    {"id": "1", "title": "Payroll Clerk", "code": "1170"},
    {"id": "2", "title": "Chief Clerk", "code": "1219"},
    {"id": "3", "title": "Accountant", "code": "1513"},
    {"id": "4", "title": "Accountant", "code": "9513", "place": "Harbor"},
    {"id": "5", "title": "Senior Accountant", "code": "1523", "others": ["Book Keeper", "0077"]},
    {"id": "6", "title": "Éclairagiste"},
    {"id": "7", "title": "Management Analyst", "code": "9184"},
]
PAGE = """<div style="position:relative"><label for="box">From</label><input id="box"></div>
<button>after</button><p role="status"></p>"""
START = """([classes, messages]) => {
  const say = (name, fields = {}) => messages[name].replace(/\\{(\\w+)\\}/g, (_, field) => fields[field]);
  window.chosen = [];
  window.box = new window.ComboBox(document.getElementById('box'), {
    classes, say, onChoose: (id) => window.chosen.push(id),
    onTell: (told) => { document.querySelector('p').textContent = told; },
  });
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = patient(browser.new_context())
    found = context.new_page()
    found.set_content(PAGE)
    text = read_modules("finding/combo_box.js").text
    found.add_script_tag(content=text.replace("export ", "") + "\nObject.assign(window, { ComboBox, findClasses });")
    messages = {name: text for name, text in ENGLISH.items() if name.startswith(("find.", "list."))}
    found.evaluate(START, [CLASSES, messages])
    yield found
    context.close()


def found(page: Page, text: str, which: str = "found") -> list[str]:
    told: list[str] = page.evaluate(
        "([classes, text, which]) => findClasses(classes, text)[which].map(one => one.id)", [CLASSES, text, which]
    )
    return told


def options(page: Page) -> list[str]:
    return page.locator("[role=option] .choice-title").all_text_contents()


def test_a_class_is_found_by_its_words_its_number_and_its_other_names(page: Page) -> None:
    assert found(page, "accountant") == ["3", "4", "5"], "the title that is the whole of it first"
    assert found(page, "ACC  sen") == ["5"]
    assert found(page, "1219") == ["2"]
    assert found(page, "book keeper") == ["5"]
    assert found(page, "0077") == ["5"]
    assert found(page, "eclair") == ["6"]
    assert found(page, "") == ["3", "4", "2", "6", "7", "1", "5"], "all of them, in order of title"


def test_nothing_but_titles_and_numbers_is_searched(page: Page) -> None:
    assert found(page, "harbor") == []
    assert found(page, "it") == [], "two letters within a word find nothing"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("acountant", "3"),
        ("managment anlyst", "7"),
        ("cheif clerk", "2"),
        ("payrol clrk", "1"),
        ("senoir acountant", "5"),
    ],
)
def test_words_nearly_spelt_so_find_the_class(page: Page, typed: str, first: str) -> None:
    assert found(page, typed) == []
    assert found(page, typed, "close")[0] == first


def test_of_words_none_is_near_to_nothing_is_close(page: Page) -> None:
    assert found(page, "zzzzzz", "close") == []
    assert found(page, "xq", "close") == []


def test_the_box_tells_what_it_finds_and_takes_the_first_by_enter(page: Page) -> None:
    box = page.get_by_role("combobox", name="From", exact=True)
    expect(box).to_have_attribute("aria-expanded", "false")
    box.fill("clerk")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status")).to_have_text("2 classes.")
    assert options(page) == ["Chief Clerk", "Payroll Clerk"]
    box.press("Enter")
    expect(box).to_have_value("Chief Clerk")
    expect(box).to_be_focused()
    assert page.evaluate("[chosen, box.value, box.isOpen]") == [["2"], "2", False]


def test_a_misspelt_word_is_answered_with_those_close_to_it(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.fill("payrol clrk")
    expect(page.get_by_role("status")).to_have_text("No class has that title or number. Close: Payroll Clerk.")
    box.fill("zzzz")
    expect(page.get_by_role("status")).to_have_text("No class has that title or number.")
    expect(page.get_by_role("listbox")).to_have_count(0)
    box.fill("acountant")
    box.press("Enter")
    expect(box).to_have_value("Accountant (1513)")


def test_arrows_home_and_end_move_in_the_list(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.focus()
    box.press("ArrowDown")
    assert len(options(page)) == len(CLASSES)

    def active() -> str:
        return page.locator("[aria-selected=true] .choice-title").inner_text()

    box.press("ArrowDown")
    box.press("End")
    assert active() == "Senior Accountant"
    box.press("ArrowDown")
    assert active() == "Accountant"
    box.press("ArrowUp")
    box.press("ArrowUp")
    assert active() == "Payroll Clerk"
    box.press("Home")
    assert active() == "Accountant"
    assert box.get_attribute("aria-activedescendant") == page.locator("[aria-selected=true]").get_attribute("id")


def test_escape_closes_then_empties_and_leaving_brings_the_class_back(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.fill("chief")
    box.press("Enter")
    box.fill("something else")
    box.press("Tab")
    expect(box).to_have_value("Chief Clerk")
    box.fill("payroll")
    box.press("Escape")
    expect(box).to_have_value("Chief Clerk")
    box.press("Escape")
    expect(box).to_have_value("")
    assert page.evaluate("chosen") == ["2", ""]


def test_a_whole_title_typed_is_taken_on_leaving_one_of_several_is_not(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.fill("management  analyst")
    box.press("Tab")
    assert page.evaluate("box.value") == "7"
    box.fill("accountant")
    box.press("Tab")
    assert page.evaluate("box.value") == "7", "two classes have this title"


def test_a_class_is_chosen_with_the_mouse_and_focus_stays(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.click()
    page.get_by_role("option", name="Management Analyst").click()
    expect(box).to_have_value("Management Analyst")
    expect(box).to_be_focused()


def test_a_long_list_is_made_as_far_as_it_is_seen(page: Page) -> None:
    page.evaluate(
        "box.classes = Array.from({length: 3000}, (_, place) => ({id: `c${place}`, title: `Class ${place}`}))"
    )
    box = page.get_by_role("combobox")
    box.click()
    assert page.get_by_role("option").count() < 200
    assert page.get_by_role("option").first.get_attribute("aria-setsize") == "3000"
    box.press("ArrowUp")
    expect(page.locator("[aria-selected=true]")).to_have_text("Class 2999")


def test_real_titles_are_found_by_misspelt_words(page: Page) -> None:
    titles = [
        {"id": one.class_id, "title": one.title, "code": one.code or ""} for one in load_catalog().classes.values()
    ]
    near = page.evaluate("classes => findClasses(classes, 'custmer servise').close.map(one => one.title)", titles)
    assert near[0].startswith("Customer Service")
