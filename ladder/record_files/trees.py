"""Plain trees of fields and lists, grown value by value, with the line of each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NoReturn, cast

from ladder.errors import BadFileError, Fault, FaultKind, shorten

DEEPEST = 40
"""Groups and lists may stand in one another this deep."""

MOST_DIGITS = 15
"""More digits than this are no quantity of a personnel record."""

LONGEST_NUMBER = 32
"""A number of so many characters is not computed with at all."""

LONGEST_TEXT = 200_000
"""Characters of the longest text that a field holds: as much of a document as is read."""

LONGEST_NAME = 200
"""Characters of the longest name of a field."""

MOST_VALUES = 50_000
"""Values of the file with most of them: a history of 5,000 jobs has nearly so many."""

MOST_FAULTS = 100
"""So many faults of one file are told; then it is read no further."""

TOO_LONG = 10**MOST_DIGITS
"""Stands for a number that is too long."""

Tree = dict[str, Any] | list[Any] | str | int | Decimal | None
Place = tuple[str | int, ...]
"""Where a value stands: names of fields and numbers of list items, from the root."""


@dataclass(frozen=True, slots=True)
class RecordTree:
    """The plain values of one record file, and the line (from 1) of each place."""

    tree: Tree
    line_of: Mapping[Place, int]

    def line_near(self, place: Place) -> int:
        """Return the line of the place, or of the nearest group that holds it."""
        while place and place not in self.line_of:
            place = place[:-1]
        return self.line_of.get(place, 1)

    def value_at(self, place: Place) -> Tree:
        """Return the value at a place of the tree."""
        here: Any = self.tree
        for part in place:
            here = here[part]
        return cast("Tree", here)


NO_TREE = RecordTree(None, {})
"""The tree of a record whose lines nobody knows."""


def spell_place(place: Place) -> str:
    """Return the place as people write it: ``jobs[0].fte``.

    >>> spell_place(("jobs", 0, "fte"))
    'jobs[0].fte'
    """
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return "".join(parts).removeprefix(".")


@dataclass(slots=True)
class _Open:
    """A group or list that is still being filled."""

    node: dict[str, Any] | list[Any]
    place: Place
    name: str | None = None
    name_line: int = 0
    dropped: bool = False


@dataclass(slots=True)
class TreeBuilder:
    """Takes the values of a file one after the other; keeps the tree and its faults.

    A fault that leaves the rest readable is collected; ``stop`` ends the reading.
    """

    file: str
    tree: Tree = None
    line_of: dict[Place, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    faulty_places: set[Place] = field(default_factory=set)
    values: int = 0
    _open: list[_Open] = field(default_factory=list)

    @property
    def inside(self) -> str:
        """What is being filled: ``group``, ``list``, or nothing."""
        if not self._open:
            return ""
        return "list" if isinstance(self._open[-1].node, list) else "group"

    @property
    def awaits_name(self) -> bool:
        """Whether the next value is the name of a field."""
        return self.inside == "group" and self._open[-1].name is None

    def begin(self, node: dict[str, Any] | list[Any], line: int) -> None:
        """Open a group or list at the present place."""
        if self.awaits_name:
            self.stop(line, "a group or list stands where the name of a field belongs", "write 'name: value'")
        if len(self._open) == DEEPEST:
            self.stop(line, f"groups and lists stand more than {DEEPEST} deep", "write the record with fewer levels")
        self._open.append(_Open(node, self._put(node, line)))

    def end(self) -> None:
        """Close the group or list that was opened last."""
        self._open.pop()

    def take_name(self, name: object, line: int) -> None:
        """Take the name of the next field; a name given twice is a fault."""
        here = self._open[-1]
        if not isinstance(name, str):
            self.note(line, f"the name of a field is not text: {name}", "write it in quotes", here.place)
        name = str(name)
        if len(name) > LONGEST_NAME:
            self.stop(line, f"the name of a field is longer than {LONGEST_NAME} characters", "write 'name: value'")
        here.name, here.name_line, here.dropped = name, line, name in here.node
        if here.dropped:
            before = self.line_of.get((*here.place, name), line)
            what, remedy = f"the field is given twice (first on line {before})", "keep one of the two"
            self.note(line, what, remedy, (*here.place, name), FaultKind.FIELD_REPEATED)

    def take_value(self, value: Tree, line: int) -> None:
        """Take one value at the present place."""
        place = self._put(value, line)
        if isinstance(value, str) and not _can_be_written(value):
            self.note(line, "the text holds characters that no document prints", "remove them", place)
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            self.note(line, f"the text is longer than {LONGEST_TEXT:,} characters", "shorten it", place)
        if isinstance(value, int | Decimal) and _digits_in(value) > MOST_DIGITS:
            self.note(line, f"the number has more than {MOST_DIGITS} digits", "write text in quotes", place)

    @property
    def next_place(self) -> Place:
        """The place that the next value takes; of a field still without a name, its group."""
        if not self._open:
            return ()
        here = self._open[-1]
        if isinstance(here.node, list):
            return (*here.place, len(here.node))
        return here.place if here.name is None else (*here.place, here.name)

    def note(
        self, line: int, what: str, try_this: str, place: Place, kind: FaultKind = FaultKind.FIELD_REFUSED
    ) -> None:
        """Collect a fault; the model is not asked again about its place.

        Raises:
            BadFileError: this is one fault more than are told of a file.

        """
        if len(self.faults) == MOST_FAULTS:
            self.stop(line, f"there are more than {MOST_FAULTS} faults", "mend those above first")
        what, try_this = shorten(what), shorten(try_this)
        field = shorten(spell_place(place))
        self.faults.append(Fault(file=self.file, line=line, field=field, what=what, try_this=try_this, kind=kind))
        self.faulty_places.add(place)

    def stop(self, line: int, what: str, try_this: str) -> NoReturn:
        """End the reading with a fault, and all the faults found before it.

        Raises:
            BadFileError: always.

        """
        unreadable = FaultKind.FILE_UNREADABLE
        last = Fault(file=self.file, line=line, field="", what=shorten(what), try_this=try_this, kind=unreadable)
        raise BadFileError([*self.faults, last])

    def _put(self, value: Tree, line: int) -> Place:
        place = self.next_place
        self.values += 1
        if self.values > MOST_VALUES:
            self.stop(line, f"there are more than {MOST_VALUES:,} values", "split the file")
        if not self._open:
            self.tree = value
        elif isinstance(node := self._open[-1].node, list):
            node.append(value)
        else:
            line = self._put_field(node, value)
        self.line_of.setdefault(place, line)
        return place

    def _put_field(self, node: dict[str, Any], value: Tree) -> int:
        here = self._open[-1]
        if not here.dropped:
            node[here.name or ""] = value
        here.name = None
        return here.name_line


_NO_LETTERS = re.compile("[\0\ud800-\udfff]")


def _can_be_written(text: str) -> bool:
    return _NO_LETTERS.search(text) is None


def _digits_in(number: int | Decimal) -> int:
    if isinstance(number, int):
        return len(str(abs(number)))
    _, digits, exponent = number.as_tuple()
    shift = int(exponent)
    return max(len(digits), -shift) if shift < 0 else len(digits) + shift
