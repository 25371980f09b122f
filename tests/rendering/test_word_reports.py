"""Every report as a Word document: the words of its page, real tables, alternative text; opened by LibreOffice."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from html import unescape
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from ladder.answer_tables import Table
from ladder.catalog.loading import load_catalog
from ladder.rendering.reports.catalog_reports import render_catalog_report
from ladder.rendering.reports.class_reports import render_class_report
from ladder.rendering.word_reports import word_of_page, word_of_tables
from ladder.service_time import read_month
from tests.rendering.report_pages import path_page
from tests.word_files import (
    OFFICE,
    alternatives_of,
    header_rows_of,
    headings_of,
    opened_by_office,
    styles_of,
    tables_in,
    words_of,
)

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, META = (f"{{{OASIS}{name}:1.0}}" for name in ("text", "table", "meta"))
DRAWN, PURL = f"{{{OASIS}svg-compatible:1.0}}", "{http://purl.org/dc/elements/1.1/}"
AS_OF = read_month("2026-11")
SEEDS = load_catalog(None)
PAGES: dict[str, Callable[[], str]] = {
    "class": partial(render_class_report, SEEDS, "us-ct/5246SH", as_of=AS_OF),
    "path": partial(path_page, SEEDS, "us-nd/0441", "us-nd/0444"),
    "catalog": partial(render_catalog_report, SEEDS, as_of=AS_OF),
    "plain": partial(render_class_report, SEEDS, "us-nd/0444", as_of=AS_OF, with_map=False),
}


@pytest.mark.parametrize("name", PAGES)
def test_every_word_of_the_page_is_in_the_document(name: str) -> None:
    page = PAGES[name]()
    report = word_of_page(page)
    body = re.sub(r'<h2[^>]*>[^<]*</h2>\s*(?=<ul class="more">)', "", page.partition("<body>")[2])
    for away in (
        r"<svg.*?</svg>",
        r"<fieldset>.*?</fieldset>",
        r'<(?:p|span)[^>]* aria-hidden="true">.*?</(?:p|span)>',
        r'<a href="#(?!source)[^>]*>.*?</a>',
        "</?(?:a|bdi|em|q|span|strong)(?: [^>]*)?>",
    ):
        body = re.sub(away, "", body, flags=re.DOTALL)
    body = re.sub("<[^>]*>", " ", body)
    there = re.sub("[\u201c\u201d]", "", words_of(report.document)).split()
    assert {one for one in unescape(body).split() if one not in there} == set()


@pytest.mark.parametrize("name", PAGES)
def test_headings_tables_and_figures_are_real(name: str) -> None:
    page = PAGES[name]()
    report = word_of_page(page)
    assert headings_of(report.document)[0][0] == 1
    headings = len(re.findall("<(?:h[123]|summary)[ >]", page)) - page.count('class="more"')
    assert len(headings_of(report.document)) == headings
    assert len(header_rows_of(report.document)) == tables_in(report.document) == page.count("<table")
    told = alternatives_of(report.document)
    assert told == [one.told for one in report.figures]
    assert all(told)
    assert len(told) == len(re.findall('<svg class="(?:drawn|flights|mini-ladder|tiny)"', page))
    assert word_of_page(page) == report


@pytest.mark.parametrize(
    ("name", "drawn"),
    [("class", {"#17365d": "box"}), ("path", {"#ffc845": "start"}), ("catalog", {"#17212b": "words"})],
)
def test_figures_have_the_colors_of_the_page(name: str, drawn: dict[str, str]) -> None:
    figures = word_of_page(PAGES[name]()).figures
    assert figures
    assert {color for color in drawn if all(color not in one.svg.decode() for one in figures)} == set()


def test_tables_are_a_heading_each() -> None:
    tables = {
        "next_step": Table(
            ("class", "incumbents", "share", "warnings"),
            (("Clerk", 1200, Decimal("0.5"), "empty_bench | other"), ("Aide", None, None, None)),
        ),
        "empty": Table(("a",), ()),
    }
    content = word_of_tables("The bench", tables)
    assert headings_of(content) == [(1, "The bench"), (2, "Next step")]
    assert header_rows_of(content) == [["class", "hold it", "share", "watch"]]
    assert words_of(content).split("\n")[-8:] == ["Clerk", "1,200", "0.5", "Empty bench | other", "Aide", "", "", ""]
    assert "Caption" not in styles_of(content)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_libreoffice_opens_a_report_with_its_structure(tmp_path: Path) -> None:
    report = word_of_page(PAGES["class"]())
    told = opened_by_office(report.document, tmp_path)
    levels = [(int(one.get(f"{TEXT}outline-level", "")), _words(one)) for one in told.iter(f"{TEXT}h")]
    assert levels == [(level, " ".join(text.split())) for level, text in headings_of(report.document)]
    assert [_words(one) for one in told.iter(f"{DRAWN}desc")] == [one.told for one in report.figures]
    heads = [
        [_words(cell) for cell in one.iter(f"{TABLE}table-cell")] for one in told.iter(f"{TABLE}table-header-rows")
    ]
    assert heads == header_rows_of(report.document)
    people = [*told.iter(f"{META}initial-creator"), *told.iter(f"{PURL}creator")]
    assert [one for one in people if _words(one)] == []


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
