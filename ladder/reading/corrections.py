"""Corrections by hand, kept when a document is read again: base, hand and reading merged field by field.

The base is the record as it was read last. A field that a hand changed stays as the hand
left it; any other follows the new reading. Where both changed the same field to
different values the hand's stays, and a note tells both.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from ladder.record_files.located_records import print_tree
from ladder.records import Record, RecordRefusedError, tree_of, validate_json
from ladder.sources import Note, Severity

RecordType = TypeVar("RecordType", bound=Record)
Key = tuple[object, ...]

KEPT = "CORRECTION_KEPT"
"""The code of a note that a correction by hand stands against a new reading."""

_ABSENT: Any = object()
_LONGEST_SHOWN = 100
_NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "aliases": ("code", "title"),
    "classes": ("class",),
    "conditions": ("code",),
    "convention_notes": ("id",),
    "notes": ("text",),
    "ranges": ("unit",),
    "requirements": ("id",),
    "routes": ("id",),
    "rulings": ("class",),
    "substitutions": ("kind", "stands_for", "class", "programme", "degree"),
    "superiors": ("class",),
    "title_aliases": ("title",),
    "trainee_targets": ("class",),
}
"""What the items of a list are known by. Any other list is one value."""


class Corrected(NamedTuple, Generic[RecordType]):
    """A record with its corrections by hand, and a note for each that a new reading goes against.

    ``fits`` is false where corrections and reading cannot be one record.
    """

    record: RecordType
    notes: tuple[Note, ...]
    fits: bool = True


def keep_corrections(*, base: RecordType, hand: RecordType, read: RecordType) -> Corrected[RecordType]:
    """Return the new reading with what the hand changed since the base.

    The hand's record is returned whole, with a note, where the two cannot be one record.
    """
    trees = _Trees(tree_of(base), tree_of(hand), tree_of(read))
    merger = _Merger()
    merged = merger.merge(trees, "", "", 0)
    if merged == trees.hand:
        return Corrected(hand, tuple(merger.notes))
    try:
        record = validate_json(type(hand), print_tree(merged))
    except RecordRefusedError as error:
        return Corrected(hand, (_misfit(error),), fits=False)
    return Corrected(record, tuple(merger.notes))


def _misfit(error: RecordRefusedError) -> Note:
    why = " ".join(str(error.details[0]["msg"]).removeprefix("Value error, ").split())
    text = f"the corrections in the file and the new reading do not fit together ({why}); the file is left as it is"
    return Note(KEPT, Severity.WARNING, 0, text)


class _Trees(NamedTuple):
    """One place of the three records; ``_ABSENT`` where a record has nothing there."""

    base: Any
    hand: Any
    read: Any

    def at(self, name: str) -> "_Trees":
        """Return the place of a field in groups that are there."""
        return _Trees(*(one.get(name, _ABSENT) if isinstance(one, dict) else _ABSENT for one in self))


class _Merger:
    """Merges place by place; keeps a note for each conflict."""

    def __init__(self) -> None:
        self.notes: list[Note] = []

    def merge(self, trees: _Trees, place: str, name: str, line: int) -> Any:  # noqa: ANN401 - a plain value
        """Return the value of one place, whose field is ``name``; ``line`` is that of the passage it was read from."""
        base, hand, read = trees
        if hand in (base, read):
            return read
        if read == base:
            return hand
        line = _line_of(read, line)
        if _are_groups_of_a_kind(hand, read):
            return self._merge_groups(trees, place, line)
        if name in _NAMED_BY and isinstance(hand, list) and isinstance(read, list):
            return self._merge_lists(trees, place, name, line)
        self.notes.append(_conflict(place, hand, read, line))
        return hand

    def _merge_groups(self, trees: _Trees, place: str, line: int) -> dict[str, Any]:
        names = dict.fromkeys((*trees.read, *trees.hand))
        merged = {name: self.merge(trees.at(name), f"{place}.{name}".lstrip("."), name, line) for name in names}
        return {name: value for name, value in merged.items() if value is not _ABSENT}

    def _merge_lists(self, trees: _Trees, place: str, name: str, line: int) -> list[Any]:
        base, hand, read = (_by_key(one, name) for one in trees)
        merged = {
            key: self.merge(
                _Trees(*(one.get(key, _ABSENT) for one in (base, hand, read))), f"{place}[{_spell(key)}]", "", line
            )
            for key in _order(list(hand), list(read))
        }
        return [value for value in merged.values() if value is not _ABSENT]


def _are_groups_of_a_kind(hand: object, read: object) -> bool:
    return isinstance(hand, dict) and isinstance(read, dict) and hand.get("kind") == read.get("kind")


def _by_key(items: object, name: str) -> dict[Key, Any]:
    """Return the items by what they are known by; of several known by the same, each has its number."""
    seen: Counter[Key] = Counter()
    found: dict[Key, Any] = {}
    for item in items if isinstance(items, list) else []:
        key = _key_of(item, _NAMED_BY[name])
        found[*key, seen[key]] = item
        seen[key] += 1
    return found


def _key_of(item: Any, names: Iterable[str]) -> Key:  # noqa: ANN401 - a plain value
    if not isinstance(item, dict):
        return (item,)
    within = item.get("named", {})
    return tuple(item.get(name, within.get(name)) for name in names)


def _order(hand: list[Key], read: list[Key]) -> list[Key]:
    """Return all keys in the hand's order, those newly read behind the one that they follow in the reading."""
    order = list(hand)
    at = 0
    for key in read:
        if key in order:
            at = order.index(key) + 1
        else:
            order.insert(at, key)
            at += 1
    return order


def _spell(key: Key) -> str:
    *names, number = key
    words = " ".join(str(one) for one in names if one is not None)
    return f"{words} {int(str(number)) + 1}" if number else words


def _line_of(read: object, line: int) -> int:
    source = read.get("source") if isinstance(read, dict) else None
    lines = source.get("lines") if isinstance(source, dict) else None
    return int(lines[0]) if lines else line


def _conflict(place: str, hand: object, read: object, line: int) -> Note:
    text = f"{place}: the file says {_shown(hand)}, the document is now read as {_shown(read)}; the file's stays"
    return Note(KEPT, Severity.WARNING, line, text)


def _shown(value: Any) -> str:  # noqa: ANN401 - a plain value
    if value is _ABSENT:
        return "nothing"
    words = " ".join((value if isinstance(value, str) else print_tree(value)).split())
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}..."
