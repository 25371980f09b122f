"""Pages to text: a line a block, nothing that a browser does not show, the page's own charset."""

import sys

import pytest

from ladder.errors import BadFileError
from ladder.reading.text.errors import MissingExtraError
from ladder.reading.text.html import read_html


def lines_of(page: str, *, encoding: str = "utf-8") -> list[str]:
    return read_html(page.encode(encoding), name="page.htm").text.splitlines()


def test_blocks_are_lines_and_line_breaks_inside_a_paragraph_are_blanks() -> None:
    page = """<html><body><div><h1>PARK
    KEEPER</h1><p>Keeps   the
    park <b>cl</b>ean.</p><ul><li>Rakes</li><li>Sweeps<br>Paints</li></ul>
    <table><tr><td>Grade</td><td>7</td></tr></table>loose</div></body></html>"""
    assert lines_of(page) == [
        "PARK KEEPER",
        "Keeps the park clean.",
        "Rakes",
        "Sweeps",
        "Paints",
        "Grade",
        "7",
        "loose",
    ]


def test_what_a_browser_does_not_show_is_left_out() -> None:
    page = "<head><title>T</title><style>p{}</style></head><body><script>x()</script><!-- note --><p>Seen</p></body>"
    assert lines_of(page) == ["Seen"]


def test_preformatted_text_keeps_its_lines() -> None:
    assert lines_of("<pre>Code  1\nCode 2\n</pre>") == ["Code 1", "Code 2"]


def test_entities_and_runs_of_hard_blanks_become_plain() -> None:
    assert lines_of("<p>&nbsp;&nbsp;2&frac12; years&rsquo; clerk&shy;ship &amp;&nbsp;more</p><p>&nbsp;</p>") == [
        "2 1/2 years' clerkship & more"
    ]


@pytest.mark.parametrize("charset", ["windows-1252", "ISO-8859-1"])
def test_the_page_s_own_charset_decides(charset: str) -> None:
    meta = f'<meta http-equiv=Content-Type content="text/html; charset={charset}">'
    document = read_html(f"<head>{meta}</head><p>the city\u2019s</p>".encode("cp1252"), name="page.htm")
    assert (document.text, document.notes) == ("the city's\n", ())


def test_utf_8_is_read_with_and_without_being_said() -> None:
    assert lines_of("<p>caf\u00e9</p>") == ["caf\u00e9"]
    assert lines_of('<meta charset="utf-8"><p>caf\u00e9</p>') == ["caf\u00e9"]


def test_another_charset_is_noted_and_so_is_one_that_is_not_said() -> None:
    unknown = read_html(b"<meta charset=koi8-r><p>plain</p>", name="page.htm")
    unsaid = read_html("<p>\n\nclerk\u2019s</p>".encode("cp1252"), name="page.htm")
    assert [note.code for note in unknown.notes] == ["ENCODING_UNKNOWN"]
    assert [(note.code, note.line) for note in unsaid.notes] == [("ENCODING_CP1252", 0)]


def test_words_struck_out_are_left_out_with_a_note() -> None:
    document = read_html(b"<p>One year</p><p>of <s>clerical</s> work<del>&nbsp;</del></p>", name="page.htm")
    assert document.text.splitlines() == ["One year", "of work"]
    assert [(note.code, note.line) for note in document.notes] == [("STRUCK_OUT", 2)]
    assert "clerical" in document.notes[0].text


def test_deep_nesting_is_read() -> None:
    # Walked without recursion; how deep a page may be is bounded by the time of the process that parses it.
    assert lines_of("<div>" * 300 + "deep" + "</div>" * 300) == ["deep"]


@pytest.mark.parametrize("page", [b"", b"<html></html>", b"<p>a\0b</p>", b"<p>" + b"a" * 1_000_001 + b"</p>"])
def test_a_page_without_fit_words_is_refused(page: bytes) -> None:
    with pytest.raises(BadFileError):
        read_html(page, name="page.htm")


def test_without_the_extra_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    with pytest.raises(MissingExtraError, match=r"career-ladder\[documents\]"):
        read_html(b"<p>words</p>", name="page.htm")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("2<sup>1</sup> years", "2\u00b9 years"),
        ("two<sup>12</sup> years", "two\u00b9\u00b2 years"),
        ("2<sup><a href='#1'><b>1</b></a></sup>0 years", "2\u00b90 years"),
        ("H<sub>2</sub>O", "H\u2082O"),
        ("the 1<sup>st</sup>", "the 1st"),
        ("2<sup>1</sup>/<sub>2</sub> years", "2 1/2 years"),
        ("2 <sup>1</sup>&frasl;<sub>2</sub> years", "2 1/2 years"),
        ("<sup>2</sup><sup>1</sup>/<sub>2</sub> years", "\u00b2\u00b9/\u2082 years"),
        ("<sup>1</sup>/<sub>2</sub>5 years", "\u00b9/\u20825 years"),
    ],
)
def test_raised_and_lowered_figures_join_no_figure_beside_them(page: str, text: str) -> None:
    assert read_html(f"<p>{page}</p>".encode(), name="a.html").text == text + "\n"
