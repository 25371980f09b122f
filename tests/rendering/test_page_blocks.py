"""Report pages read as blocks: every word of the page, in its order, as what it is."""

import sys

import pytest

from ladder.errors import BadCallError
from ladder.rendering.page_blocks import read_blocks
from ladder.word_bytes import Heading, Paragraph, ParagraphStyle, Picture, Rows, Run

PAGE = """<!DOCTYPE html><html lang="en"><head><title>A &amp; B</title><style>.tiny { fill: var(--ink) }
:root { --ink: #123456; }</style></head><body><nav>away</nav><main>
<h1>A &amp; B</h1><!-- nobody reads this -->
<p>Before <strong>the <bdi>bold</bdi></strong>&nbsp;<a href="#source-1">[1]</a>
 after.<br>A line. <a href="#there">All 46</a></p>
<p class="ticks" aria-hidden="true">May June</p>
<ul><li>One<ul><li>Inner</li></ul></li><li><h2>Two</h2>
<svg class="tiny" viewBox="0 0 40 20" aria-hidden="true"><rect width="4" height="4"/>
<text x="0" y="12">few</text><text x="9" y="12">46</text></svg>
<p>Told.</p></li></ul>
<svg viewBox="0 0 4 4"><path d="M0 0"/></svg>
<dl><dt>Place</dt><dd>Xanadu</dd></dl>
<ol><li>First</li></ol>
<details><summary>Folded</summary><ol><li id="source-1">A document<q>says so</q></li></ol></details>
<table><caption>The classes</caption><thead><tr><th>Class</th><th>Pay</th></tr></thead>
<tbody><tr><th>Clerk</th><td>$1 <a href="#source-1">[1]</a></td></tr></tbody></table>
<table><thead><tr><th>Class</th></tr></thead><tbody></tbody></table>
<p> </p><script>never()</script></main></body></html>"""


def test_a_page_is_read_in_its_order() -> None:
    title, blocks = read_blocks(PAGE)
    assert title == "A & B"
    (picture,) = [one for one in blocks if isinstance(one, Picture)]
    told = [one for one in blocks if not isinstance(one, Picture)]
    assert told == [
        Heading("A & B", 1),
        Paragraph(
            (
                Run("Before "),
                Run("the ", is_bold=True),
                Run("bold", is_bold=True),
                Run("\u00a0"),
                Run("[1]"),
                Run(" after."),
                Run("\n"),
                Run("A line."),
            )
        ),
        Paragraph((Run("One"),), ParagraphStyle.BULLET),
        Paragraph((Run("Inner"),), ParagraphStyle.INNER_BULLET),
        Heading("Two", 2),
        Paragraph((Run("Told."),), ParagraphStyle.DETAIL),
        Paragraph((Run("Place", is_bold=True),), leads=True),
        Paragraph((Run("Xanadu"),), ParagraphStyle.DETAIL),
        Paragraph((Run("1. "), Run("First"))),
        Heading("Folded", 2),
        Paragraph((Run("[1] "), Run("A document"), Run("\u201csays so"), Run("\u201d"))),
        Rows("The classes", ("Class", "Pay"), (("Clerk", "$1 [1]"),)),
        Rows("", ("Class",), ()),
    ]
    assert (picture.told, picture.width, picture.height) == ("few, 46", 40, 20)


def test_a_page_without_style_or_drawing_is_read() -> None:
    page = "<html><head><title>T</title></head><body>Plain words <script>x</script>here</body></html>"
    assert read_blocks(page) == ("T", (Paragraph((Run("Plain words "), Run("here"))),))


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(BadCallError, match=r"career-ladder\[word\]"):
        read_blocks(PAGE)
