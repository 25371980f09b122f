"""The review sheet: every passage marked by its field, every fact with its lines, and bounds that are told."""

import re
from dataclasses import replace
from html import unescape

import pytest

from ladder.reading.passages import Claim, Document, Span
from ladder.reading.readings import Reading
from ladder.rendering.reading_sheet import render_sheet, sheet
from ladder.rendering.reading_sheet.marked_text import LONGEST_LINE, MARKS, MOST_LINES, Piece, kind_of, marked_lines
from ladder.rendering.reading_sheet.read_classes import CitedLines, LineSources
from ladder.sources import Source
from tests.reading.readings import nothing_read, reading_of
from tests.rendering.catalogs import HOSTILE
from tests.rendering.reading_sheets import TEXT, clerk, hostile_readings, several


def pieces(text: str, *claims: tuple[str, int, int]) -> list[list[Piece]]:
    found = marked_lines(Document("d.txt", text), [Claim(field, Span(start, end)) for field, start, end in claims])
    return [list(line.pieces) for line in found]


# ------------------------------------------------------------------ marked text


def test_words_that_no_claim_covers_are_plain() -> None:
    assert pieces("abc\n\nde") == [[Piece("abc")], [], [Piece("de")]]


def test_a_passage_is_marked_by_the_kind_of_its_field_and_labelled_where_it_begins() -> None:
    assert pieces("ab cd\nef gh", ("bargaining_unit", 3, 8)) == [
        [Piece("ab "), Piece("cd", "fact", ("bargaining unit",))],
        [Piece("ef", "fact"), Piece(" gh")],
    ]


def test_of_passages_within_one_another_the_innermost_gives_the_mark() -> None:
    assert pieces("abcdef", ("requirement", 0, 6), ("months", 2, 4)) == [
        [Piece("ab", "asked", ("requirement",)), Piece("cd", "part", ("months",)), Piece("ef", "asked")]
    ]
    assert pieces("ab", ("months", 0, 2), ("requirement", 0, 2)) == [[Piece("ab", "part", ("months", "requirement"))]]


def test_passages_that_overlap_are_both_labelled() -> None:
    assert pieces("abcdef", ("code", 0, 4), ("pay", 2, 6)) == [
        [Piece("ab", "name", ("code",)), Piece("cd", "name", ("pay",)), Piece("ef", "pay")]
    ]


def test_blanks_before_a_passage_and_passages_without_words_get_no_label() -> None:
    assert pieces("a\n  b.", ("title", 1, 5), ("requirement", 5, 6), ("code", 2, 4), ("pay", 3, 3)) == [
        [Piece("a")],
        [Piece("  "), Piece("b", "name", ("title",)), Piece(".", "asked")],
    ]


def test_every_letter_of_every_line_stands_in_a_piece() -> None:
    text = " a\n\n  bc d \n e"
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            found = pieces(text, ("title", start, end), ("months", 2, 7))
            assert "\n".join("".join(one.text for one in line) for line in found) == text


def test_long_lines_and_long_documents_are_cut() -> None:
    (line,) = marked_lines(Document("d.txt", "x" * (LONGEST_LINE + 5)), [])
    assert (line.cut, len(line.pieces[0].text)) == (5, LONGEST_LINE)
    assert len(marked_lines(Document("d.txt", "x\n" * (MOST_LINES + 5)), [])) == MOST_LINES


def test_every_kind_that_a_field_has_stands_in_the_legend() -> None:
    kinds = {kind_of(field) for field in ("title", "pay", "date", "requirement", "months", "x", "label", "furniture")}
    assert kinds == set(MARKS)


# ------------------------------------------------------------------ where facts stand


@pytest.mark.parametrize(
    ("source", "cited"),
    [
        (Source(document="d.txt", section="s", lines=(3, 3)), CitedLines("line 3", 3)),
        (Source(document="d.txt", section="s", lines=(3, 5), page=2), CitedLines("page 2, lines 3-5", 3)),
        (Source(document="d.txt", section="s"), CitedLines("d.txt, s", 0)),
        (Source(document="e.txt", section="s", lines=(3, 3)), CitedLines("e.txt, s, line 3", 0)),
    ],
)
def test_a_fact_stands_on_lines_of_its_own_document(source: Source, cited: CitedLines) -> None:
    sources = LineSources("d.txt")
    assert (sources.number(source), sources.number(source), sources.number(None)) == (1, 1, 0)
    assert sources.lines() == {1: cited}


# ------------------------------------------------------------------ the page


TAGS = re.compile(
    r"a|article|bdi|code|details|body|caption|d[dlt]|div|h[1-5]|li|main|mark|ol|p|pre|section|span|strong|summary|table|tbody|t[dhr]|thead|ul"
)


def words_of(page: str) -> str:
    body = re.sub(r"</?bdi>", "", page.partition("<main")[2])
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def links_and_ids(page: str) -> tuple[set[str], list[str]]:
    return set(re.findall(r'href="#([^"]+)"', page)), re.findall(r'\sid="([^"]+)"', page)


def test_one_document_stands_beside_its_reading() -> None:
    page = render_sheet([clerk()])
    words = words_of(page)
    assert "1 document, 1 class found in it, 1 passage left out of the records." in words
    assert 'id="documents"' not in page
    assert "File Clerk (1)" in words
    assert "Helper (not yet in our data): 2 years of service, as experience asked. line 3" in words
    assert "warning UNREAD_REQUIREMENT: not read: Must swim line 10" in words
    assert "error FAR: a line that is not there" in words
    assert "line 99" not in words
    assert "10, 12" in words
    for field in ("furniture", "title", "code", "pay", "date", "heading", "requirement", "months", "class title"):
        assert f'<span class="field">{field}</span>' in page


@pytest.mark.parametrize("readings", [(clerk(),), several(), hostile_readings()], ids=["one", "several", "hostile"])
def test_every_link_leads_somewhere_and_no_id_is_given_twice(readings: tuple[Reading, ...]) -> None:
    links, ids = links_and_ids(render_sheet(readings))
    assert links - set(ids) == set()
    assert len(ids) == len(set(ids))


def test_several_documents_are_listed_with_what_is_to_be_looked_at() -> None:
    page = render_sheet(several())
    rows = re.findall(r'<tr role="row">(.*?)</tr>', page, re.DOTALL)[1:]
    cells = [[unescape(re.sub(r"<[^>]+>", "", one)) for one in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]
    assert cells == [
        ["clerk.txt", "File Clerk (xx/1); Chief Clerk (xx/2)", "1", "1", "1", "2"],
        ["other.txt", "File Clerk (xx/3)", "1", "1", "1", "2"],
        ["none.txt", "none", "0", "0", "0", "0"],
    ]
    assert "No class was found in this document." in words_of(page)


def test_a_class_specified_in_another_document_bears_its_title_and_code() -> None:
    reading = reading_of("1", feeders={"xx/2": "Second"})
    words = words_of(render_sheet([reading, reading_of("2", document="e.txt", title="The Second")]))
    assert "The Second (2): 2 years" in words


def test_what_was_read_of_a_record_is_told() -> None:
    partial = replace(reading_of("1"), record=reading_of("1", completeness="partial").record)
    only = reading_of("1", completeness="named-only", qualifications=None)
    assert "Everything found that bears on what is asked was read." in words_of(render_sheet([reading_of("1")]))
    assert "Something that bears on what is asked was left out" in words_of(render_sheet([partial]))
    assert "No minimum qualifications were read." in words_of(render_sheet([only]))


def test_the_same_readings_give_the_same_page() -> None:
    assert render_sheet(several()) == render_sheet(several())


def test_a_page_has_bounds_and_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    long = replace(nothing_read("long.txt"), document=Document("long.txt", "x\n" * (MOST_LINES + 9) + "y" * 5000))
    words = words_of(render_sheet([long]))
    assert "Its last 10 lines are not shown" in words
    wide = replace(nothing_read("wide.txt"), document=Document("wide.txt", "y" * 5000))
    assert "3000 further characters are not shown" in words_of(render_sheet([wide]))
    monkeypatch.setattr(sheet, "MOST_CHARACTERS", len(TEXT) * 2)
    page = render_sheet([clerk(), clerk("b.txt", code="2"), clerk("c.txt", code="3"), nothing_read()])
    assert "2 of them are only listed" in words_of(page)
    assert page.count("<article") == 2
    assert ">c.txt</th>" in page


def test_nothing_read_gives_a_page() -> None:
    assert "0 documents, 0 classes found in them" in words_of(render_sheet([]))


def test_hostile_words_are_escaped_everywhere() -> None:
    page = render_sheet(hostile_readings())
    assert "<script" not in page
    assert re.search(r"script-src 'none'; style-src 'sha256-", page)
    shown = unescape(page)
    assert [words for words in HOSTILE if words not in shown] == []
    tags = set(re.findall(r"<([a-z][a-z0-9]*)", page.partition("<body")[2]))
    assert [tag for tag in tags if not TAGS.fullmatch(tag)] == []
