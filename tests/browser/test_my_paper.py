"""My answer on paper: at most two sheets of US Letter, no name, no color needed, nothing else of the page."""

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from ladder.catalog.bundled import read_bundled
from tests.browser.conftest import Opener
from tests.browser.finding import choose_ends
from tests.browser.my_path import add, aim_at, more, pick, representative, settled

pytestmark = [pytest.mark.browser, pytest.mark.untraced]


MOST_ON_PAPER = 1_000
"""Elements that a city's page lays out to be printed, of some 5,000 and each of their words."""


def on_paper(page: Page) -> int:
    """Return how many elements of the page a printer's layout has."""
    page.emulate_media(media="print")
    found = page.evaluate("[...document.querySelectorAll('body *')].filter(one => one.checkVisibility()).length")
    page.emulate_media(media="null")
    return int(found)


def printed(page: Page, folder: Path) -> list[str]:
    """Return the words of each page that the browser prints."""
    page.pdf(path=folder / "answer.pdf", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(folder / "answer.pdf") as document:
        sizes = {document.get_page_size(place) for place in range(len(document))}
        assert sizes == {(612.0, 792.0)}
        return [" ".join(one.get_textpage().get_text_range().split()) for one in document]


def test_an_answer_is_printed_on_two_sheets(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    page = open_map(bundled_map)
    representative(page)
    aim_at(page, "us-nd/0443")
    expect(page.locator("#my-aim-answer")).to_contain_text("Customer Service Consultant")
    expect(page.locator("#my-rules")).to_contain_text("a class plan that is no longer in force")
    first, second = printed(settled(page), tmp_path)
    for words in (
        "1 year 4 months, to March 2028, for Customer Service Consultant.",
        "2 moves.",
        "Your ladder",
        "Now to Feb 2027 Stay in your class 4 months",
        "Mar 2027 Minimum met: Customer Service Specialist after 4 months",
        "Mar 2027 to Feb 2028 Work as Customer Service Specialist 1 year",
        "Mar 2028 Minimum met: Customer Service Consultant after 1 year 4 months",
    ):
        assert words in first
    for words in (
        "What each class asks, in months",
        "24 20 4",
        "20 months as Customer Service Representative count in full, to October 2026.",
        "Signature, for HR",
        "a class plan that is no longer in force",
        "Class now Customer Service Representative",
        "64 college credits",
        "North Dakota, now",
        "class 0442, rules of July 2012: a) Minimum qualifications",
        "rules of 2012. Ask HR whether newer ones are in force.",
    ):
        assert words in second
    assert page.locator("#my-paper .tick-box").count() >= 4
    assert "\u25a1" not in first


def test_a_class_that_is_open_now_is_worked_in_and_not_stayed_in(
    bundled_map: Path, open_map: Opener, tmp_path: Path
) -> None:
    page = open_map(bundled_map)
    pick(page.get_by_label("Your class now"), "us-nd/0441")
    page.get_by_label("Year", exact=True).fill("3 years")
    aim_at(page, "us-nd/0443")
    expect(page.locator("#my-aim-answer")).to_contain_text("Customer Service Consultant")
    first, _ = printed(settled(page), tmp_path)
    assert "Now to Oct 2027 Work as Customer Service Specialist 1 year" in first
    assert "Stay in your class" not in first


def test_rows_that_were_added_stand_among_what_was_told(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    page = open_map(bundled_map)
    representative(page)
    row = add(page, "Add a license")
    row.locator("[data-field=name]").fill("notary")
    row.locator("[data-field=month]").fill("May 2024")
    assert "notary; Held since: May 2024" in " ".join(printed(settled(page), tmp_path))


def test_every_fact_that_is_told_stands_under_its_own_name(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    page = open_map(bundled_map)
    representative(page)
    more(page)
    page.get_by_text("Part time", exact=True).click()
    page.locator("#my-share").fill("80%")
    for label, value in (("state_employee", "true"), ("permanent", "false"), ("lead-work", "true")):
        page.locator(f"#my-{label}").select_option(value)
    page.locator("#my-lead-since").fill("2026-02")
    pick(page.locator("#my-target"), "us-nd/0443")
    printed(settled(page), tmp_path)
    pairs = page.locator("dl.told > div").evaluate_all(
        "all => all.map(one => [one.querySelector('dt').textContent, one.querySelector('dd').textContent])"
    )
    assert pairs == [
        ["Class now", "Customer Service Representative"],
        ["In this class", "for 20 months"],
        ["Hours", "80% of full time"],
        ["Education", "64 college credits"],
        ["Employer", "North Dakota, now"],
        ["Counted to", "November 2026"],
        ["Was any of it lead work?", "Yes"],
        ["Lead work since", "2026-02"],
        [
            "Which work a class asks for",
            (
                "Customer Service Senior Consultant: "
                "The part of the general experience spent as team leader, lead worker or supervisor"
            ),
        ],
        ["Are you a state employee now?", "Yes"],
        ["Do you have permanent status?", "No"],
    ]


@pytest.mark.parametrize(
    ("second", "agencies"), [("us-nd/0442", "North Dakota"), ("us-ct/5246SH", "North Dakota and Connecticut")]
)
def test_with_a_second_job_the_employers_are_named(
    bundled_map: Path, open_map: Opener, tmp_path: Path, second: str, agencies: str
) -> None:
    page = open_map(bundled_map)
    representative(page)
    row = add(page, "Add a second job you have now")
    pick(row.locator("[data-field=class]"), second)
    row.locator("[data-field=share]").fill("50%")
    words = " ".join(printed(settled(page), tmp_path))
    assert f"Employer {agencies}, now" in words
    assert "How much: 50%" in words


def test_a_question_in_a_row_is_no_question_on_paper(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    page = open_map(bundled_map)
    representative(page)
    row = add(page, "Add a training program")
    pick(row.locator("[data-field=name]"), "us-ct/connecticut-careers-trainee")
    row.locator("[data-field=approved]").select_option("true")
    assert "Approved: Yes" in " ".join(printed(settled(page), tmp_path))


def test_a_degree_is_told_beside_the_credits(bundled_map: Path, open_map: Opener, tmp_path: Path) -> None:
    page = open_map(bundled_map)
    pick(page.get_by_label("Your class now"), "us-nd/0441")
    page.get_by_label("Year", exact=True).fill("20 months")
    page.get_by_label("Highest education").select_option("bachelor")
    more(page)
    page.get_by_label("College credits (semester hours)").fill("130")
    words = " ".join(printed(settled(page), tmp_path))
    assert "Education Bachelor\u2019s degree, 130 college credits" in words.replace("'", "\u2019")
    assert words.count("130") == 1


def test_without_a_date_what_is_missing_stands_in_the_place_of_the_ladder(
    bundled_map: Path, open_map: Opener, tmp_path: Path
) -> None:
    page = open_map(bundled_map)
    pick(page.get_by_label("Your class now"), "us-ct/5246SH")
    aim_at(page, "us-ct/5257MP")
    expect(page.locator("#my-aim-answer")).to_contain_text("Agency Labor Relations Specialist")
    pages = printed(settled(page), tmp_path)
    assert len(pages) == 2
    assert "What is missing" in pages[0]
    assert "Your ladder" not in pages[0]


def test_an_answer_of_a_city_takes_two_sheets(los_angeles_map: Path, open_map: Opener, tmp_path: Path) -> None:
    titles = {spec.title: spec.class_id for spec in read_bundled(name="los-angeles").classes}
    page = open_map(los_angeles_map)
    assert on_paper(page) <= MOST_ON_PAPER
    pick(page.get_by_label("Your class now"), titles["Executive Administrative Assistant"])
    page.get_by_label("Year", exact=True).fill("Sept 2024")
    page.get_by_label("Highest education").select_option("some")
    page.get_by_label("College credits (semester hours)").fill("60")
    expect(page.locator("#my-dots-heading")).to_contain_text("14 classes come within reach in 5 years")
    aim_at(page, titles["Chief Management Analyst"])
    expect(page.locator("#my-aim-answer")).to_contain_text("4 years 10 months, to September 2031")
    assert on_paper(settled(page)) <= MOST_ON_PAPER
    pages = printed(page, tmp_path)
    assert len(pages) == 2
    assert "Starting pay grows by $63,011 a year." in pages[0]
    assert "$123,667 a year" in pages[0]
    for month, title in (
        ("Mar 2027", "Management Analyst"),
        ("Mar 2029", "Senior Personnel Analyst"),
        ("Mar 2031", "Chief Management Analyst"),
    ):
        assert f"{month} Apply for {title}, if an exam is open 6 months early" in pages[0]


def test_what_is_typed_is_printed_where_a_route_is_shown_besides(
    bundled_map: Path, open_map: Opener, tmp_path: Path
) -> None:
    page = open_map(bundled_map)
    choose_ends(page, "0441", "0444")
    representative(page)
    aim_at(page, "us-nd/0443")
    expect(page.locator("#my-aim-answer")).to_contain_text("Customer Service Consultant")
    pages = printed(settled(page), tmp_path)
    assert len(pages) == 2
    assert "1 year 4 months, to March 2028, for Customer Service Consultant." in pages[0]


def test_a_page_without_an_answer_prints_the_map_and_not_every_class(
    bundled_map: Path, open_map: Opener, tmp_path: Path
) -> None:
    pages = printed(open_map(bundled_map), tmp_path)
    assert len(pages) <= 3
    assert "Minimum qualifications" not in " ".join(pages)
