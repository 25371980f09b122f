"""The letterhead: options over files, and logos that can run and load nothing."""

import base64

import pytest

from ladder.catalog.jurisdictions import Jurisdiction, PageWords
from ladder.errors import BadCallError
from ladder.rendering.views.letterhead import LARGEST_LOGO, Letterhead, read_logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def test_what_is_typed_wins_over_files_and_the_first_file_over_the_next() -> None:
    places = [
        Jurisdiction(id="a", name="A"),
        Jurisdiction(id="b", name="B", pages=PageWords(title="Of B", agency="B itself")),
        Jurisdiction(id="c", name="C", pages=PageWords(title="Of C", notice="Of C")),
    ]
    assert Letterhead(agency="typed").over(places) == Letterhead(title="Of B", agency="typed", notice="Of C")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\nrest", "image/png"),
        (b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        (SVG.format('<g fill="url(#a)"><path d="M0 0"/><text>A</text></g>').encode(), "image/svg+xml"),
    ],
)
def test_a_picture_is_held_in_the_page_byte_for_byte(content: bytes, kind: str) -> None:
    kept, _, data = read_logo(content).partition(";base64,")
    assert (kept, base64.b64decode(data)) == (f"data:{kind}", content)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        "<SCRIPT>1</SCRIPT>",
        '<path onclick="x()"/>',
        '<path ONLOAD="x()"/>',
        '<a href="https://x.invalid"><path/></a>',
        '<text xlink:href="data:text/html,x">x</text>',
        '<image href="x.png"/>',
        '<use href="#a"/>',
        "<foreignObject><p>x</p></foreignObject>",
        "<style>@import 'x.css'</style>",
        '<path style="fill: URL(https://x.invalid)"/>',
        "<animate/>",
    ],
)
def test_an_svg_that_could_run_or_load_something_is_refused(inside: str) -> None:
    with pytest.raises(BadCallError, match="the logo holds"):
        read_logo(SVG.format(inside).encode())


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"<html></html>", b"\x00\xff\xfe", b"<!DOCTYPE svg><p></p>", SVG.format("").encode() * 2000],
)
def test_what_is_no_picture_or_too_large_is_refused(content: bytes) -> None:
    with pytest.raises(BadCallError, match="the logo"):
        read_logo(content)
    assert LARGEST_LOGO == 65_536
