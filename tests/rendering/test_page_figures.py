"""Drawings of pages as pictures of their own: in light colors, with their words, in any program."""

import re
import struct
import sys
from xml.etree.ElementTree import fromstring

import pytest

from ladder.errors import BadCallError
from ladder.rendering import page_figures
from ladder.rendering.page_figures import Figures
from tests.measure import ROOT

STYLE = """:root { --ink: #123456; --face: Arial, sans-serif; }
.drawn text { fill: var(--ink); font: 14px var(--face); }
.drawn rect { fill: var(--unknown); }
@media (prefers-color-scheme: dark) { :root { --ink: #ffffff; } .drawn text { fill: red } }
.last { fill: var(--ink) }"""
MARKERS = '<defs><marker id="arrow" viewBox="0 0 10 10"><path d="M0 0L10 5L0 10z"/></marker></defs>'
DRAWING = '<svg class="drawn" viewBox="0 0 200 100" aria-hidden="true"><text x="5" y="50">Clerk &amp; \x07</text></svg>'


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_a_figure_needs_no_page() -> None:
    picture = Figures(STYLE, MARKERS).draw(DRAWING, "A & B")
    text = picture.svg.decode()
    assert "@media" not in text
    assert "var(" not in text
    assert "fill: #123456" in text
    assert ".last { fill: #123456 }" in text
    assert "fill: none" in text
    root = fromstring(text)  # noqa: S314 - our own
    assert root.get("aria-label") == "A & B"
    assert root.get("aria-hidden") is None
    assert [one.tag.rpartition("}")[2] for one in root] == ["title", "style", "defs", "text"]
    assert (root[0].text, root[3].text) == ("A & B", "Clerk & \ufffd")
    assert (picture.told, picture.width, picture.height) == ("A & B", 200, 100)
    assert size_of(picture.png) == (400, 200)


@pytest.mark.parametrize("style", [STYLE, "", ".drawn text { font-family: No Such Face, sans-serif }"])
def test_words_are_drawn_whatever_the_page_says_of_their_face(style: str) -> None:
    with_words = Figures(style, "").draw(DRAWING, "").png
    without = Figures(style, "").draw('<svg class="drawn" viewBox="0 0 200 100"></svg>', "").png
    assert with_words != without


def test_a_large_drawing_makes_no_larger_picture_than_can_be_shown() -> None:
    drawing = '<svg class="drawn" viewBox="0 0 8000 200"></svg>'
    assert size_of(Figures("", "").draw(drawing, "").png) == (4000, 100)


def test_without_a_typeface_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    # With some typefaces installed, resvg draws words of a face that is not there in another: here it draws none.
    monkeypatch.setattr(page_figures, "_probe", lambda *_: b"")
    with pytest.raises(BadCallError, match="typeface"):
        Figures(STYLE, "").draw(DRAWING, "")


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(BadCallError, match=r"career-ladder\[word\]"):
        Figures(STYLE, "").draw(DRAWING, "")


OF_TODAY = re.compile(r"color-mix\(|light-dark\(|\bok(?:lch|lab)\(|rgb\([^,)]*\)")
"""Colors that browsers know and resvg draws black (``findings/resvg-colors-of-today-are-black.sh``)."""


def test_no_drawing_of_a_report_has_a_color_that_would_be_drawn_black() -> None:
    pages = ROOT / "ladder" / "rendering" / "pages"
    sheets = [*pages.glob("report*.css"), *(pages / f"{name}.css" for name in ("drawing", "stairs", "class_parts"))]
    assert len(sheets) > 6
    for sheet in sheets:
        drawn = [line for line in sheet.read_text("utf-8").splitlines() if re.search(r"fill|stroke", line)]
        assert not [line for line in drawn if OF_TODAY.search(line)], sheet.name
    assert OF_TODAY.search("fill: rgb(255 200 69 / 40%)")
