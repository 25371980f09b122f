"""A drawing of a page as a picture of its own: SVG that needs no page, and PNG for programs that draw no SVG."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from ladder.errors import BadCallError
from ladder.exports.held_text import XML_RULES, hold_text
from ladder.word_bytes import Picture

_NAMESPACE = "http://www.w3.org/2000/svg"
_USED = re.compile(r"var\((--[a-z-]+)\)")
_MOST_PIXELS = 4000
_ZOOM = 2
_FACES = ("Arial", "Helvetica", "Liberation Sans", "DejaVu Sans", "Noto Sans", "Segoe UI", "Roboto", "FreeSans")
"""Typefaces that a computer may have, one of which every word of a figure is drawn in."""


class Figures:
    """Makes pictures of the drawings of one page: they look as its style sheet says, in its light colors."""

    def __init__(self, style: str, definitions: str) -> None:
        """Keep what all drawings of the page refer to: its style sheet, and the markers of its lines."""
        plain = _outside_conditions(style)
        light = dict(_variables(plain))
        self._style = _USED.sub(lambda found: light.get(found[1], "none"), plain)
        self._definitions = definitions

    def draw(self, drawing: str, told: str) -> Picture:
        """Return the picture of an ``svg`` element of the page.

        Raises:
            BadCallError: resvg-py is not installed, or there is no typeface to draw words in.

        """
        root = _read(drawing)
        left, top, width, height = (float(one) for one in root.attrib["viewBox"].split())
        del left, top
        root.attrib |= {"width": f"{width:g}", "height": f"{height:g}", "role": "img", "aria-label": told}
        root.attrib["font-family"] = "Arial, sans-serif"
        root.attrib.pop("aria-hidden", None)
        named, styled = Element(f"{{{_NAMESPACE}}}title"), Element(f"{{{_NAMESPACE}}}style")
        named.text, styled.text = told, self._style
        defined = [_read(self._definitions)] if self._definitions else []
        root[:0] = [named, styled, *defined]
        svg: bytes = tostring(root, encoding="utf-8")
        zoom = min(_ZOOM, _MOST_PIXELS / width, _MOST_PIXELS / height)
        return Picture(_as_png(svg.decode(), zoom), svg, told, round(width), round(height))


def _outside_conditions(style: str) -> str:
    """Return the rules of a style sheet that hold whatever the page is shown on: those within no ``@`` rule."""
    kept, depth, is_condition = [], 0, False
    for sign in style:
        is_condition = is_condition or (sign == "@" and depth == 0)
        kept += [] if is_condition else [sign]
        depth += (sign == "{") - (sign == "}")
        is_condition = is_condition and not (sign == "}" and depth == 0)
    return "".join(kept)


def _variables(style: str) -> Iterator[tuple[str, str]]:
    """Yield the names that a style sheet gives to its colors and typefaces, with what each stands for."""
    for part in style.replace("{", ";").replace("}", ";").split(";"):
        name, _, value = part.strip().partition(":")
        if name.startswith("--"):
            yield name, value.strip()


def _read(text: str) -> Element:
    """Return the element of an HTML page as one of SVG; the text is our own, its data escaped."""
    register_namespace("", _NAMESPACE)
    root: Element = fromstring(hold_text(text, XML_RULES))  # noqa: S314 - made by our own templates
    for element in root.iter():
        element.tag = f"{{{_NAMESPACE}}}{element.tag}"
    return root


def _as_png(svg: str, zoom: float) -> bytes:
    resvg = _resvg()
    face = next((one for one in _FACES if _has_face(resvg, one)), None)
    if face is None:
        raise BadCallError(
            what="there is no typeface here to draw the words of a figure in",
            try_this="install one such as DejaVu Sans (fonts-dejavu)",
        )
    faces = {"font_family": face, "sans_serif_family": face}
    return bytes(resvg.svg_to_bytes(svg_string=svg, background="#ffffff", zoom=zoom, **faces))


def _resvg() -> Any:  # noqa: ANN401 - it has no types
    try:
        import resvg_py  # noqa: PLC0415 - it may not be there
    except ImportError:
        raise BadCallError(
            what="figures as pictures need resvg-py, which is not installed",
            try_this="pip install 'career-ladder[word]'",
        ) from None
    return resvg_py


def _has_face(resvg: Any, face: str) -> bool:  # noqa: ANN401
    """Return whether words are drawn in the typeface: resvg leaves out, without a word, those it has none for."""
    return _probe(resvg, face, "A") != _probe(resvg, face, "")


def _probe(resvg: Any, face: str, word: str) -> bytes:  # noqa: ANN401
    root = Element("svg", {"xmlns": _NAMESPACE, "width": "20", "height": "20"})
    SubElement(root, "text", {"x": "2", "y": "16", "font-family": face}).text = word
    return bytes(resvg.svg_to_bytes(svg_string=tostring(root, encoding="unicode")))
