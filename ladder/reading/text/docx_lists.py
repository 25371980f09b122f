"""The numbers, letters and bullets that Word prints before the paragraphs of a list.

They stand in no text: a paragraph, or its style, names a list and a level, and the
number follows from the paragraphs before it. "Two years ...; or" under 2 and under b are
different routes, so that they have to be in the text.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ladder.reading.text.list_numbers import print_number

_BULLET = "\u2022"
_LEVELS = 9
_DEEPEST_STYLE = 20
_LARGEST_NUMBER = 9_999
_LEVEL_IN_TEXT = re.compile(r"%([1-9])")
_FIGURES = re.compile(r"[0-9]{1,9}")


class Level(NamedTuple):
    """How one level of a list prints its number: where it starts, in what form, in what words."""

    start: int = 1
    form: str = "decimal"
    words: str = ""
    style: str = ""


class Membership(NamedTuple):
    """The list that a paragraph or a style is in, and its level where one is said."""

    number: str
    level: int | None


class ListNumbers:
    """The labels of a document's lists, in the order in which its paragraphs are asked for."""

    def __init__(self, numbering: Sequence[BaseOxmlElement], styles: BaseOxmlElement) -> None:
        """Learn the lists that the document defines; it may define none."""
        self._styles = {_value(style, "styleId"): style for style in styles.iter(qn("w:style"))}
        self._levels: dict[str, Mapping[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for root in numbering:
            self._learn(root)

    def label(self, paragraph: BaseOxmlElement) -> str:
        """Return the paragraph's number or bullet and a blank; empty outside lists."""
        found = self._membership(paragraph)
        if found is None or found.number not in self._lists:
            return ""
        levels = self._levels.get(self._lists[found.number], {})
        depth = found.level or 0
        level = levels.get(depth, Level(words=f"%{depth + 1}."))
        counts = self._count(found.number, depth, levels)
        if level.form == "bullet":
            return f"{_BULLET} "
        words = _LEVEL_IN_TEXT.sub(lambda shown: _print(levels, counts, int(shown[1]) - 1), level.words)
        return f"{words} " if words else ""

    def _learn(self, root: BaseOxmlElement) -> None:
        for abstract in root.iter(qn("w:abstractNum")):
            levels = (_read_level(one) for one in abstract.iter(qn("w:lvl")))
            self._levels[_value(abstract, "abstractNumId")] = dict(levels)
        for one in root.iter(qn("w:num")):
            number = _value(one, "numId")
            self._lists[number] = _child_value(one, "abstractNumId")
            self._restarts[number] = {
                _number(_value(override, "ilvl"), 0): _number(_child_value(override, "startOverride"), 1)
                for override in one.iter(qn("w:lvlOverride"))
                if override.find(qn("w:startOverride")) is not None
            }

    def _membership(self, paragraph: BaseOxmlElement) -> Membership | None:
        """Return the list of a paragraph: its own word, else that of its style or the styles below it."""
        if (own := _read_membership(paragraph)) is not None:
            return own
        name = _child_value(paragraph.find(qn("w:pPr")), "pStyle")
        for _ in range(_DEEPEST_STYLE):
            style = self._styles.get(name)
            if style is None:
                return None
            if (found := _read_membership(style)) is not None:
                return found if found.level is not None else self._level_of_style(found, name)
            name = _child_value(style, "basedOn")
        return None

    def _level_of_style(self, found: Membership, style: str) -> Membership:
        levels = self._levels.get(self._lists.get(found.number, ""), {})
        return found._replace(level=next((depth for depth, one in levels.items() if one.style == style), 0))

    def _count(self, number: str, depth: int, levels: Mapping[int, Level]) -> Mapping[int, int]:
        """Return the counts of the list's levels, this paragraph counted, deeper levels begun anew."""
        counts = self._counts.setdefault(self._lists[number], {})
        for level, start in self._restarts.pop(number, {}).items():
            counts[level] = start - 1
        counts[depth] = counts.get(depth, levels.get(depth, Level()).start - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            counts.pop(deeper, None)
        return counts


def _read_level(level: BaseOxmlElement) -> tuple[int, Level]:
    return _number(_value(level, "ilvl"), 0), Level(
        start=_number(_child_value(level, "start"), 1),
        form=_child_value(level, "numFmt") or "decimal",
        words=_child_value(level, "lvlText"),
        style=_child_value(level, "pStyle"),
    )


def _read_membership(element: BaseOxmlElement) -> Membership | None:
    properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if properties is None:
        return None
    level = _child_value(properties, "ilvl")
    depth = min(_number(level, 0), _LEVELS - 1) if level else None
    return Membership(_child_value(properties, "numId"), depth)


def _print(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int) -> str:
    level = levels.get(depth, Level())
    return print_number(counts.get(depth, level.start), level.form)


def _child_value(element: BaseOxmlElement | None, name: str) -> str:
    child = None if element is None else element.find(qn(f"w:{name}"))
    return "" if child is None else _value(child, "val")


def _value(element: BaseOxmlElement, name: str) -> str:
    return str(element.get(qn(f"w:{name}"), ""))


def _number(text: str, default: int) -> int:
    return min(int(text), _LARGEST_NUMBER) if _FIGURES.fullmatch(text) else default
