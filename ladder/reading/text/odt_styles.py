"""The styles of an ODT: which words are raised, lowered, struck out or hidden, and how its lists are numbered."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree

from ladder.reading.text.list_numbers import print_number
from ladder.reading.text.normalise import lower_figures, raise_figures
from ladder.reading.text.zipped_xml import attributes_of, local_name, to_number

_DEEPEST_STYLE = 20
_LEVELS = 10
_LARGEST_NUMBER = 9_999
_UP, _DOWN = re.compile(r"super|\+?[0-9.]{0,9}[1-9]"), re.compile(r"sub|-[0-9.]{0,9}[1-9]")
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_THROUGH = ("text-line-through-style", "text-line-through-type")
_BULLET = "\u2022"


class TextStyles:
    """What the styles of a document say of the letters and paragraphs that have them."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        """Learn the styles below these elements; of two of a name and family the last counts."""
        named = [one for root in roots for one in root.iter() if local_name(one) == "style"]
        said = [(attributes_of(one), one) for one in named]
        self._styles = {(one.get("family", ""), one.get("name", "")): (one, element) for one, element in said}

    def shift_of(self, family: str, name: str) -> Callable[[str], str]:
        """Return what raises or lowers the figures of a style; what leaves them where it says nothing."""
        position = self._first(family, name, "text-position")
        if _UP.match(position):
            return raise_figures
        return lower_figures if _DOWN.match(position) else str

    def is_left_out(self, family: str, name: str) -> bool:
        """Return whether words of a style are struck out or hidden."""
        struck = any(self._first(family, name, mark) not in {"", "none"} for mark in _THROUGH)
        return struck or self._first(family, name, "display") == "none"

    def level_of(self, name: str) -> int:
        """Return the level of the heading that a style of paragraphs is for; 0 of others."""
        return to_number(self._first("paragraph", name, "default-outline-level"), 0)

    def _first(self, family: str, name: str, what: str) -> str:
        """Return the first value that a style, or one that it is based on, gives to an attribute."""
        for _ in range(_DEEPEST_STYLE):
            said, element = self._styles.get((family, name), ({}, None))
            if element is None:
                return ""
            values = (attributes_of(one).get(what) for one in (element, *element) if what in attributes_of(one))
            found = next(values, None)
            if found is not None:
                return found
            name = said.get("parent-style-name", "")
        return ""


class ListStyles:
    """The numbers of a document's lists, in the order in which its items are asked for."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        """Learn the lists that the document defines."""
        self._levels: dict[str, Mapping[int, etree._Element]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for one in (one for root in roots for one in root.iter() if local_name(one) == "list-style"):
            levels = {to_number(attributes_of(level).get("level", ""), 0): level for level in one}
            self._levels[attributes_of(one).get("name", "")] = levels

    def begin(self, style: str) -> None:
        """Begin the numbers of a list anew."""
        self._counts.pop(style, None)

    def begin_inner(self, style: str, depth: int) -> None:
        """Begin the numbers of a list within an item anew."""
        for deeper in range(depth, _LEVELS + 1):
            self._counts.get(style, {}).pop(deeper, None)

    def label(self, style: str, depth: int, *, start: str = "") -> str:
        """Return the next number or bullet of a level, counted from 1, and a blank; empty where none is printed."""
        level = self._levels.get(style, {}).get(depth)
        said = attributes_of(level)
        if level is None or local_name(level) != "list-level-style-number":
            return f"{_BULLET} " if level is not None else ""
        counts = self._counts.setdefault(style, {})
        begun = to_number(start or said.get("start-value", ""), 1)
        counts[depth] = min(counts[depth] + 1 if depth in counts and not start else begun, _LARGEST_NUMBER)
        self.begin_inner(style, depth + 1)
        shown = ".".join(self._printed(style, depth, to_number(said.get("display-levels", ""), 1), counts))
        words = f"{said.get('num-prefix', '')}{shown}{said.get('num-suffix', '')}"
        return f"{words} " if words.strip() else ""

    def _printed(self, style: str, depth: int, several: int, counts: Mapping[int, int]) -> Iterator[str]:
        for one in range(max(depth - several + 1, 1), depth + 1):
            said = attributes_of(self._levels[style].get(one))
            form = _FORMS.get(said.get("num-format", ""), "decimal")
            if number := print_number(counts.get(one, 1), form):
                yield number
