"""Runs of a DOCX that are set above or below the line, by their own word or by that of their style."""

import re
from collections.abc import Callable, Iterator, Mapping

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ladder.reading.text.normalise import lower_figures, raise_figures

_RUN, _PROPERTIES = qn("w:r"), qn("w:rPr")
_ALIGNED: Mapping[str, Callable[[str], str]] = {"superscript": raise_figures, "subscript": lower_figures}
_UP, _DOWN = re.compile(r"\+?[0-9.]*[1-9]"), re.compile("-[0-9.]*[1-9]")
_DEEPEST_STYLE = 20


class CharacterShifts:
    """What becomes of the figures of a run, by the styles of its document."""

    def __init__(self, styles: BaseOxmlElement) -> None:
        """Learn the styles of the document."""
        self._styles = {one.get(qn("w:styleId"), ""): one for one in styles.iter(qn("w:style"))}

    def of_run(self, element: BaseOxmlElement) -> Callable[[str], str]:
        """Return what raises or lowers the figures of a run; it leaves the text of other elements as it is."""
        properties = element.find(_PROPERTIES) if element.tag == _RUN else None
        return str if properties is None else next(self._said(properties), str)

    def _said(self, properties: BaseOxmlElement) -> Iterator[Callable[[str], str]]:
        """Yield what the properties of a run say of its height, then its style and those that this is based on."""
        yield from _read_shifts(properties)
        name = _value_of(properties, "w:rStyle")
        for _ in range(_DEEPEST_STYLE):
            style = self._styles.get(name)
            if style is None:
                return
            yield from _read_shifts(style.find(_PROPERTIES))
            name = _value_of(style, "w:basedOn")


def _read_shifts(properties: BaseOxmlElement | None) -> Iterator[Callable[[str], str]]:
    if properties is None:
        return
    if aligned := _value_of(properties, "w:vertAlign"):
        yield _ALIGNED.get(aligned, str)
    position = _value_of(properties, "w:position")
    if _UP.match(position):
        yield raise_figures
    if _DOWN.match(position):
        yield lower_figures


def _value_of(element: BaseOxmlElement, name: str) -> str:
    child = element.find(qn(name))
    return "" if child is None else str(child.get(qn("w:val"), ""))
