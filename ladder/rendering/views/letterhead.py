"""What an agency puts on every page: its title, its name, whom to ask, a notice, a logo held in the page."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from html.parser import HTMLParser

from ladder.catalog.jurisdictions import Jurisdiction
from ladder.errors import BadCallError

LARGEST_LOGO = 64 * 1024
"""Bytes of a logo, which every page of a site holds."""
_KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_DRAWN = frozenset(
    [
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "title",
        "desc",
        "defs",
        "lineargradient",
        "radialgradient",
        "stop",
        "clippath",
        "mask",
        "style",
    ]
)
"""Elements that a logo may hold; none of them runs, loads or embeds anything."""
_TRY = "give a PNG or JPEG file, or an SVG file of shapes and text alone"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What an agency puts on every page; '' where it puts nothing. ``logo`` is the picture as a ``data:`` address."""

    title: str = ""
    agency: str = ""
    contact: str = ""
    notice: str = ""
    logo: str = ""

    def over(self, jurisdictions: Iterable[Jurisdiction]) -> "Letterhead":
        """Return the letterhead with what it does not say filled in from the files of jurisdictions, in this order."""
        found = self
        for one in jurisdictions:
            if said := one.pages:
                named = {each.name: getattr(said, each.name, None) or "" for each in fields(self)}
                found = replace(found, **{name: getattr(found, name) or text for name, text in named.items()})
        return found


NO_LETTERHEAD = Letterhead()
"""Where an agency puts nothing on its pages."""


def read_logo(content: bytes) -> str:
    """Return a logo as an address that holds it: PNG, JPEG, or SVG without script and without links.

    Raises:
        BadCallError: it is too large, of no such kind, or an SVG that could run or load something.

    """
    if len(content) > LARGEST_LOGO:
        raise BadCallError(what=f"the logo has more than {LARGEST_LOGO // 1024} kB", try_this="give a smaller picture")
    kind = next((kind for start, kind in _KINDS.items() if content.startswith(start)), "") or _svg(content)
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"


def _svg(content: bytes) -> str:
    """Return the kind of an SVG file; anything else, or one that holds more than a drawing, is a bad call."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    found = _Drawing()
    found.feed(text)
    found.close()
    if not found.is_svg:
        raise BadCallError(what="the logo is no picture that a page can hold", try_this=_TRY)
    if found.fault:
        raise BadCallError(what=f"the logo holds {found.fault}", try_this=_TRY)
    return "image/svg+xml"


class _Drawing(HTMLParser):
    """Whether a text is an SVG, and what in it could run or load something."""

    def __init__(self) -> None:
        super().__init__()
        self.is_svg = False
        self.fault = ""

    def handle_decl(self, decl: str) -> None:
        self.fault = self.fault or f"a declaration ({decl[:20]})"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_svg = self.is_svg or tag == "svg"
        if tag not in _DRAWN:
            self.fault = self.fault or f"an element that is no shape ({tag[:20]})"
        for name, value in attrs:
            if name.startswith("on") or (name.endswith("href") and not (value or "").startswith("#")):
                self.fault = self.fault or f"a script or a link ({name[:20]})"
            self._look_at_style(value or "")

    def handle_data(self, data: str) -> None:
        self._look_at_style(data)

    def _look_at_style(self, text: str) -> None:
        folded = text.casefold().replace("url(#", "")
        if "url(" in folded or "@import" in folded or "javascript:" in folded:
            self.fault = self.fault or "the address of something to load"
