"""What a person is left to settle of a class: what it may change, and which lines of which file to write how."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ladder.reading.open_places import Matter, OpenPlace
from ladder.record_files.trees import Place, spell_place
from ladder.record_files.written_files import WrittenFile
from ladder.record_files.yaml_writing import print_list_item
from ladder.rendering.reading_sheet.record_shapes import ASKED, STANDS_FOR, Shape, free_name
from ladder.telling.messages import say

MOST_ROUTES_SHOWN = 12
"""Routes whose lines one remedy shows; so many more are told by their number."""

_RULES = "qualifications"
_ASKED: Place = (_RULES, "requirements")
_ROUTES: Place = (_RULES, "routes")
_INSTEAD: Place = (_RULES, "substitutions")


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines of the file to write anew: in place of ``first`` to ``last``, or behind ``last``.

    No ``text`` takes them out. ``field`` names the place in the record. ``is_now`` says that the
    text is what stands there now, for a person to change.
    """

    field: str
    first: int
    last: int
    text: str
    is_behind: bool = False
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do in one case: when, the edits from the bottom of the file up, how many more routes take the like."""

    when: str
    edits: tuple[Edit, ...]
    blanks: str = ""
    routes_left_out: int = 0


@dataclass(frozen=True, slots=True)
class Settlement:
    """One place to settle, by its number in the class."""

    number: int
    words: str
    line: int
    lines: str
    is_unread: bool
    may_change: str
    remedies: tuple[Remedy, ...]
    requirements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settling:
    """All that is to be settled of a class, and how the record is marked as whole when nothing is left.

    ``path`` is that of the file as the run wrote it, '' where the run wrote none: then lines are not told.
    """

    places: tuple[Settlement, ...]
    path: str
    whole: Edit | None
    unread_lines: str

    def number_of(self, requirement: str) -> int:
        """Return the number of the place that a requirement holds; 0 for one that nothing is open about."""
        return next((one.number for one in self.places if requirement in one.requirements), 0)


NOTHING_TO_SETTLE = Settling((), "", None, "")
"""Of a class all of which was read without doubt."""


def settle(open_places: Sequence[OpenPlace], document: str, file: WrittenFile, *, is_written: bool) -> Settling:
    """Return how to settle the open places of a class.

    ``file`` is that of its record, as the run wrote it or would write it.
    """
    remedies = _Remedies(file, document)
    places = tuple(_settlement(number, one, remedies) for number, one in enumerate(open_places, start=1))
    runs = dict.fromkeys(one.lines for one in places if one.is_unread and one.lines)
    return Settling(
        places=places,
        path=file.path if is_written else "",
        whole=remedies.mark_whole() if places else None,
        unread_lines=", ".join(runs),
    )


def _settlement(number: int, place: OpenPlace, remedies: "_Remedies") -> Settlement:
    first, last = place.lines or (0, 0)
    return Settlement(
        number=number,
        words=place.words,
        line=first,
        lines=(str(first) if first == last else f"{first}-{last}") if first else "",
        is_unread=place.matter not in _DOUBTS,
        may_change=_may_change(place, remedies.route_names),
        remedies=tuple(remedies.of(place)),
        requirements=place.requirements,
    )


_DOUBTS = frozenset({Matter.FOOTNOTE, Matter.JOIN})


def _may_change(place: OpenPlace, routes: Sequence[str]) -> str:
    if place.matter is not Matter.UNREAD_PART:
        return say(f"sheet.may.{place.matter}")
    if set(routes) <= set(place.routes):
        return say("sheet.every_way_waits")
    return _ways_that_wait(place.routes)


def _ways_that_wait(routes: Sequence[str]) -> str:
    if len(routes) == 1:
        return say("sheet.way_waits", name=routes[0])
    shown, more = ", ".join(routes[:MOST_ROUTES_SHOWN]), len(routes) - MOST_ROUTES_SHOWN
    return say("sheet.more_ways_wait" if more > 0 else "sheet.ways_wait", names=shown, count=more)


class _Remedies:
    """What to do about an open place of one file."""

    def __init__(self, file: WrittenFile, document: str) -> None:
        self._file = file
        self._document = document
        self._asked: list[dict[str, Any]] = file.value(*_ASKED) or []
        self._routes: list[dict[str, Any]] = file.value(*_ROUTES) or []
        self.route_names = tuple(str(one["id"]) for one in self._routes)

    def of(self, place: OpenPlace) -> Iterator[Remedy]:
        """Yield what may be done; nothing where the file holds the place no more."""
        if place.matter is Matter.UNREAD_PART:
            yield from self._of_unread_part(place)
        elif place.matter in _DOUBTS:
            yield from self._of_doubt(place)
        else:
            yield from self._of_words_left_out(place)

    def mark_whole(self) -> Edit | None:
        """Return how the record says that all of it was read; ``None`` where it says so already."""
        if self._file.value("completeness") != "partial":
            return None
        first, last = self._file.lines_of("completeness")
        return Edit("completeness", first, last, "completeness: whole")

    # -------------------------------------------------------------- an unread part in its place

    def _of_unread_part(self, place: OpenPlace) -> Iterator[Remedy]:
        names = [one.get("id") for one in self._asked]
        for number in (names.index(name) for name in place.requirements if name in names):
            item = self._asked[number]
            if item.get("kind") == "condition" and item.get("code") == "UNREAD":
                for shape in ASKED:
                    yield Remedy(say(shape.when), (self._rewrite(number, shape),), _blanks(shape))
                yield from self._take_out(number)

    def _rewrite(self, number: int, shape: Shape) -> Edit:
        place = (*_ASKED, number)
        first, last, rest = self._head(place)
        item = self._asked[number]
        tree = {**shape.fields({"id": item["id"], "what": item["what"]}), **rest}
        text = print_list_item(tree, indent=self._file.indent_of(first), spread=True)
        return Edit(spell_place(place), first, last, text)

    def _head(self, place: Place) -> tuple[int, int, dict[str, Any]]:
        """Return the lines to write anew, and the source where it does not stand below them and must be said again."""
        first, last = self._file.lines_of(*place)
        item = self._file.value(*place)
        source = self._file.lines_of(*place, "source")[0]
        fields = [self._file.lines_of(*place, name)[0] for name in item if name != "source"]
        if "source" in item and source > max(fields):
            return first, source - 1, {}
        return first, last, {"source": item["source"]} if "source" in item else {}

    def _take_out(self, number: int) -> Iterator[Remedy]:
        """Yield how it is taken out; nothing where a route would be left that asks nothing."""
        name = self._asked[number]["id"]
        holding = [one for one, route in enumerate(self._routes) if name in route["requires"]]
        if len(self._asked) == 1 or any(self._routes[one]["requires"] == [name] for one in holding):
            return
        edits = [self._route(one, [each for each in self._routes[one]["requires"] if each != name]) for one in holding]
        first, last = self._file.lines_of(*_ASKED, number)
        gone = Edit(spell_place((*_ASKED, number)), first, last, "")
        yield _with_routes(say("sheet.when.nothing"), edits, (gone,))

    def _route(self, number: int, names: Sequence[str]) -> Edit:
        place = (*_ROUTES, number)
        first, last = self._file.lines_of(*place)
        tree = {**self._routes[number], "requires": list(names)}
        return Edit(spell_place(place), first, last, print_list_item(tree, indent=self._file.indent_of(first)))

    # -------------------------------------------------------------- words that the record does not hold

    def _of_words_left_out(self, place: OpenPlace) -> Iterator[Remedy]:
        if not self._asked:
            return
        source = self._source(place)
        yield from self._let_stand_for(source, place.words)
        if place.matter is Matter.LEFT_OUT:
            for shape in ASKED:
                yield self._ask_besides(shape, source, place.words)

    def _source(self, place: OpenPlace) -> dict[str, Any]:
        lines = {"lines": list(place.lines)} if place.lines else {}
        return {"document": self._document, "section": "Qualifications", **lines}

    def _let_stand_for(self, source: Mapping[str, Any], words: str) -> Iterator[Remedy]:
        experience = next((one["id"] for one in self._asked if one.get("kind") == "experience"), None)
        if experience is None:
            return
        known = self._file.value(*_INSTEAD)
        is_behind = known != []
        last = self._file.lines_of(*(_ROUTES if known is None else _INSTEAD))[1]
        first = self._file.lines_of(*_INSTEAD, 0)[0] if known else self._file.lines_of(*_ROUTES, 0)[0]
        indent = self._file.indent_of(first)
        before = "" if known else f"{self._file.indent_of(self._file.lines_of(*_ROUTES)[0])}substitutions:\n"
        for shape in STANDS_FOR:
            tree = {**shape.fields({"stands_for": experience, "what": words}), "source": dict(source)}
            text = before + print_list_item(tree, indent=indent)
            field = spell_place((*_INSTEAD, len(known or ())))
            yield Remedy(say(shape.when), (Edit(field, last, last, text, is_behind=is_behind),), _blanks(shape))

    def _ask_besides(self, shape: Shape, source: Mapping[str, Any], words: str) -> Remedy:
        name = free_name(str(one.get("id")) for one in self._asked)
        last = self._file.lines_of(*_ASKED)[1]
        indent = self._file.indent_of(self._file.lines_of(*_ASKED, 0)[0])
        tree = {**shape.fields({"id": name, "what": words}), "source": dict(source)}
        text = print_list_item(tree, indent=indent, spread=True)
        new = Edit(spell_place((*_ASKED, len(self._asked))), last, last, text, is_behind=True)
        edits = [self._route(one, [*route["requires"], name]) for one, route in enumerate(self._routes)]
        return _with_routes(say("sheet.to_every_way", when=say(shape.when)), edits, (new,), _blanks(shape))

    # -------------------------------------------------------------- what is in doubt

    def _of_doubt(self, place: OpenPlace) -> Iterator[Remedy]:
        months = tuple(
            self._as_it_is((*_ASKED, number, "months"))
            for number, one in enumerate(self._asked)
            if one.get("id") in place.requirements and "months" in one
        )
        if months:
            yield Remedy(say("sheet.when.length"), tuple(reversed(months)))
        routes = [
            self._as_it_is((*_ROUTES, number)) for number, one in enumerate(self._routes) if one["id"] in place.routes
        ]
        if routes:
            yield _with_routes(say("sheet.when.together"), routes, ())

    def _as_it_is(self, place: Place) -> Edit:
        first, last = self._file.lines_of(*place)
        text = "\n".join(self._file.text.split("\n")[first - 1 : last])
        return Edit(spell_place(place), first, last, text, is_now=True)


def _with_routes(when: str, routes: Sequence[Edit], before: tuple[Edit, ...], blanks: str = "") -> Remedy:
    """Return a remedy whose edits go from the bottom up: routes stand below what they ask."""
    shown = sorted((*routes[:MOST_ROUTES_SHOWN], *before), key=lambda one: one.first, reverse=True)
    return Remedy(when, tuple(shown), blanks, max(len(routes) - MOST_ROUTES_SHOWN, 0))


def _blanks(shape: Shape) -> str:
    return "; ".join(say("sheet.blank", name=name, what=say(f"sheet.blank.{name}")) for name in shape.blanks)
