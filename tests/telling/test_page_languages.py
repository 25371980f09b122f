"""Every page speaks the language of its messages: in an invented one no English is left on it."""

import re

import pytest

from ladder.reading.passages import Document
from ladder.reading.readings import Reading
from ladder.rendering.reading_sheet import render_sheet
from ladder.rendering.reports.check_report import render_check_report
from ladder.telling.messages import spoken_in
from tests.rendering.report_pages import words_of
from tests.rendering.sites import build_site, pages_of
from tests.telling.test_messages import INVENTED, left_in_english, translated

SCRIPT = re.compile(r"<script.*?</script>", re.DOTALL)
PLACE = re.compile(r"\bus-[a-z]+\b(?!/)")
SAID = re.compile(r'(?:aria-label|data-label|placeholder|alt)="([^"]*)"|<title>(.*?)</title>')


def english_on(page: str) -> set[str]:
    """Return the English words of a page: those seen, those heard, and those of its title; one letter is a mark."""
    page = SCRIPT.sub("", page)
    labels = [one or other for one, other in SAID.findall(page)]
    told = PLACE.sub(" ", " ".join([words_of(page), *labels]))
    return {word for word in left_in_english(told) if len(word) > 1}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("site")
    with spoken_in(INVENTED):
        build_site(translated(), folder)
    return pages_of(folder)


def test_no_page_of_a_site_keeps_english(site: dict[str, str]) -> None:
    found = {path: words for path, page in site.items() if (words := english_on(page))}
    assert not found, found.get("map.html", found.keys())


def test_the_report_of_a_check_keeps_no_english() -> None:
    with spoken_in(INVENTED):
        page = render_check_report([], checked="\u0436")
    assert english_on(page) == set()


def test_the_review_of_documents_keeps_no_english() -> None:
    document = Document("\u03c9\u03c9", "\u03c9\n" * 3_000)
    readings = [
        Reading(document=document, jurisdiction=None),
        Reading(document=Document("\u03c9", ""), jurisdiction=None),
    ]
    with spoken_in(INVENTED):
        page = render_sheet(readings)
    assert english_on(page) == set()
