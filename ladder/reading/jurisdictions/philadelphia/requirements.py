"""The lines of the minimum qualifications to blocks."""

import re
from collections.abc import Iterable
from itertools import zip_longest

from ladder.figures import is_in_digits
from ladder.reading.drafts import Role
from ladder.reading.jurisdictions.philadelphia.blocks import Block, Blocks, ClassList, Words
from ladder.reading.jurisdictions.philadelphia.choices import AMOUNT, part_choices
from ladder.reading.jurisdictions.philadelphia.layout import (
    Line,
    bullet_length,
    claim_furniture,
    claim_heading,
    is_furniture,
)
from ladder.reading.jurisdictions.philadelphia.marks import Mark, MarkKind, marks_of
from ladder.reading.jurisdictions.philadelphia.notes import is_only_shown, limit_note, stands_for_something
from ladder.reading.jurisdictions.philadelphia.scopes import Place
from ladder.reading.jurisdictions.philadelphia.specialties import Specialties
from ladder.reading.passages import Claim, Document, Span

SECTION = "Minimum acceptable training and experience"
_EQUIVALENT = re.compile(r"^(?:any|an) (?:other )?(?:equivalent|combination)\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"^Sufficient (?:training|education|experience)\b", re.IGNORECASE)
_SUBSTITUTES = re.compile(r"\bsubstitut(?:e|ed|ion)\b|\bconsidered (?:as )?equivalent\b", re.IGNORECASE)
_OF_A_SPECIALTY = re.compile(r"^[A-Z][^.:;]{3,60} Specialty: ")
_CODED_CLASS = re.compile(r"\([0-9][A-Z][0-9]{2}[,/)]")
_BROKEN = re.compile(r"(?:,|\b(?:of|the|in|with|for|to|a|an|by)|[^;] (?:and|or))$")
_SHORTEST_BROKEN = 40
_ASIDE = re.compile(r"^(?:\*|ADDITIONAL REQUIREMENT|[A-Z]{6,20} \(FOR POSITIONS [^)]{1,80} ONLY\))")
_LIST_FOLLOWS = re.compile(r":$|\b(?:as either|shall have been|the following)$")
_ITEM_GOES_ON = re.compile(r"[;,]$|\b(?:or|and|OR|AND)$")
_TRAILING_JOIN = re.compile(r"[;,]? {1,3}(?P<join>AND|OR)[ .:;]{0,3}$|; ?(?P<small>and|or)[.:]?$")
_LONGEST_CLASS = 130
_FIRST_OPTIONS = {"2": "1", "B": "A"}


class RequirementReader:
    """Reads the lines one after the other; where they stand is kept in a place."""

    def __init__(self, document: Document, specialties: Specialties) -> None:
        """Begin above the first line."""
        self.found = Blocks()
        self._document = document
        self._specialties = specialties
        self._place = Place()
        self._block: Block | None = None
        self._last: Words | None = None
        self._last_text = ""
        self._takes_list = False
        self._has_heads = False
        self._gathers = False
        self._join = ""
        self._join_line = Line(Span(0, 0), "")
        self._note: tuple[str, ...] | None = None
        self._in_note = False
        self._list: ClassList | None = None
        self._skips = False
        self._ways: dict[int, int] = {}

    def read(self, lines: Iterable[Line]) -> Blocks:
        """Return the blocks of all the lines, and what stands beside them."""
        every = list(lines)
        for line, behind in zip_longest(every, every[1:]):
            if is_furniture(line):
                self.found.claims.append(claim_furniture(line))
            elif self._last is not None and self._goes_on(line, behind):
                self._add(line, self._last)
            else:
                self._settle()
                self._take_line(line)
        self._settle()
        return self.found

    def _take_line(self, line: Line) -> None:
        bullet = bullet_length(line.text)
        if bullet and next(iter(marks_of(line.tail(bullet)))).kind is MarkKind.NOTE:
            self.found.claims.append(Claim("furniture", line.part(0, bullet)))
            line = line.tail(bullet)
        before: Mark | None = None
        for mark in marks_of(line):
            if before is not None and before.kind is MarkKind.NOTE and mark.kind is MarkKind.SPECIALTY:
                self._note = self._specialties.meant_by(mark.value)
                self.found.claims.append(claim_heading(mark.line))
            else:
                self._take(mark)
            before = mark

    # ---------------------------------------------------------- statements that go on over lines

    def _goes_on(self, line: Line, behind: Line | None) -> bool:
        if self._takes_list and behind is not None and _is_join_alone(line) and bullet_length(behind.text):
            return True
        if self._last_text.endswith(":") or self._takes_list:
            return self._is_item(line)
        if self._gathers:
            return next(iter(marks_of(line))).kind is MarkKind.WORDS
        if bullet_length(line.text) or line.text in {"or", "and"}:
            return False
        return line.text[:1].islower() or self._is_broken_before(line)

    def _is_broken_before(self, line: Line) -> bool:
        """Return whether a sentence was broken off at the end of the line before."""
        before = self._last_text
        if len(before) < _SHORTEST_BROKEN or next(iter(marks_of(line))).kind is not MarkKind.WORDS:
            return False
        return bool(_BROKEN.search(before)) or (is_in_digits(line.text[:1]) and before[-1].isalpha())

    def _is_item(self, line: Line) -> bool:
        """Return whether a line belongs to the list that a statement ends with."""
        kind = next(iter(marks_of(line.tail(bullet_length(line.text))))).kind
        if kind is MarkKind.SPECIALTY:
            self._has_heads = self._has_heads or self._last_text.endswith(":")
            return self._has_heads
        if kind not in {MarkKind.WORDS, MarkKind.JOIN}:
            return False
        if bullet_length(line.text) or line.text[:1].islower() or _OF_A_SPECIALTY.match(line.text):
            return True
        if kind is MarkKind.JOIN:
            return False
        return bool(_LIST_FOLLOWS.search(self._last_text) or _ITEM_GOES_ON.search(self._last_text))

    def _add(self, line: Line, last: Words) -> None:
        last.add(line)
        self._last_text = line.text
        self._takes_list = self._takes_list or bool(bullet_length(line.text))

    def _settle(self) -> None:
        """End the statement: a joining word behind it joins it to the next one."""
        if self._last is None:
            return
        found = None if self._takes_list else _TRAILING_JOIN.search(self._last_text)
        if found:
            word = "join" if found["join"] else "small"
            last = self._last.pieces[-1]
            begins = last.end - len(self._last_text)
            cut = len(self._last_text) - found.start()
            self._last.pieces[-1] = Span(last.start, last.end - cut)
            self._last.text = self._last.text[: len(self._last.text) - cut]
            self._join = found[word].upper()
            self._join_line = Line(Span(begins + found.start(word), begins + found.end(word)), self._join)
            self.found.claims.append(Claim("heading", Span(last.end - cut, last.end), self._join))
        self._part_choices(self._last)
        self._last = None
        self._takes_list = self._has_heads = self._gathers = False

    def _part_choices(self, words: Words) -> None:
        """Put the choices that a statement lists in its place."""
        choices = self._block.alternatives[-1][-1] if self._block is not None else []
        if choices and choices[-1] is words:
            choices[-1:], claims = part_choices(words, self._document)
            self.found.claims.extend(claims)

    # ---------------------------------------------------------- marks

    def _take(self, mark: Mark) -> None:
        if mark.kind is MarkKind.WORDS:
            self._take_words(mark.line)
            return
        if mark.kind is not MarkKind.PREFERRED:
            self.found.claims.append(claim_heading(mark.line))
        takers = {
            MarkKind.JOIN: self._take_join,
            MarkKind.LABEL: self._take_label,
            MarkKind.SPECIALTY: self._take_specialty,
            MarkKind.OPTION: self._take_option,
            MarkKind.LEVEL: self._take_option,
            MarkKind.NOTE: self._take_note,
            MarkKind.PREFERRED: self._take_preferred,
            MarkKind.CLASSES: self._take_classes,
        }
        takers[mark.kind](mark)

    def _take_join(self, mark: Mark) -> None:
        self._join, self._join_line = "OR" if mark.value == "OR" else "AND", mark.line
        self._list, self._skips = None, False

    def _take_preferred(self, mark: Mark) -> None:
        self._skips = not mark.is_run_in
        self._in_note, self._list = False, None

    def _take_note(self, mark: Mark) -> None:
        self._in_note, self._list, self._join = True, None, ""
        self._note = self._specialties.meant_by(mark.value) if mark.value else self._place.specialties

    def _take_classes(self, mark: Mark) -> None:
        ends = [count for count, _ in self.found.equivalents] == [len(self.found.blocks)]
        self._list = ClassList(mark.value, self._place.specialties, is_run_in=mark.is_run_in, may_be_for_all=ends)
        self.found.class_lists.append(self._list)
        self._in_note = self._skips = False

    def _take_specialty(self, mark: Mark) -> None:
        names = self._specialties.meant_by(mark.value)
        if self._list is not None and not mark.line.text.upper().startswith("ADDITIONAL"):
            self._list = ClassList(self._list.about, names, is_marked=True)
            self.found.class_lists.append(self._list)
            return
        if names and not self._specialties.is_listed(names[0]):
            self.found.strange_marks.append(Words(Role.OPEN, SECTION, [mark.line.span], mark.line.text, names))
        self._place.enter_specialties(names)
        if names is not None and self._join == "OR":
            self._open_way(names)
        self._end_block()

    def _open_way(self, names: tuple[str, ...]) -> None:
        """Stand in another way for specialties that some was said of before."""
        before = [one for one in self.found.blocks if one.specialties and set(one.specialties) & set(names)]
        if not before:
            return
        scope = before[-1].path[0][0] if before[-1].path else 0
        if scope not in self._ways:
            scope = self._place.new_scope()
            self._ways[scope] = 1
            for one in before:
                one.path = ((scope, "1"), *one.path)
        self._ways[scope] += 1
        self._place.level = ((scope, str(self._ways[scope])),)

    def _take_option(self, mark: Mark) -> None:
        if mark.kind is MarkKind.LEVEL:
            self._place.enter_level(mark.value)
        elif self._join == "OR" and not self._place.option and (scope := self._option_left(mark.value)):
            self._place.return_to_options(scope, mark.value)
        else:
            self._place.enter_option(mark.value)
        self._end_block()

    def _option_left(self, number: str) -> int:
        """Return the set of which this is the second option, all since its first being that option's; 0 for none.

        A label ends an option that stands under another label, unless a second one shows
        that the labels stood within the first.
        """
        if number not in _FIRST_OPTIONS:
            return 0
        mine = [one for one in self.found.blocks if one.specialties == self._place.specialties]
        first = next((one for one in reversed(mine) if one.path[:-1] == self._place.level and one.path), None)
        if first is None or first.path[-1][1] != _FIRST_OPTIONS[number]:
            return 0
        for one in mine[mine.index(first) + 1 :]:
            one.path = first.path
        return first.path[-1][0]

    def _end_block(self) -> None:
        self._block, self._list, self._join = None, None, ""
        self._in_note = self._skips = False

    def _take_label(self, mark: Mark) -> None:
        if self._skips:
            return
        label, _, name = mark.value.partition("|")
        joined = self._join == "OR"
        self._place.enter_label(label)
        if name:
            self._place.limit_label(self._specialties.meant_by(name))
        elif label == "EDUCATION" and self._starts_again():
            self._open_way(self._place.specialties or ())
        block = self._block_joined_to(label) if joined else None
        self._end_block()
        if block is not None:
            self._block, self._join = block, "OR"

    def _starts_again(self) -> bool:
        """Return whether education was asked of these specialties, with others or alone: requirements begin anew."""
        mine, path = self._place.specialties, self._place.path
        before = [one for one in self.found.blocks if one.label == "EDUCATION" and one.specialties is not None]
        return (
            mine is not None
            and self._join != "OR"
            and any(
                set(mine) < set(one.specialties or ()) or (one.specialties == mine and one.path == path)
                for one in before
            )
        )

    def _block_joined_to(self, label: str) -> Block | None:
        """Return the block that a label after "or" goes on with; none where the label begins another way."""
        place = self._place
        same = [one for one in self.found.blocks if one.specialties == place.specialties and one.path == place.path]
        first = next((index for index, one in enumerate(same) if one.label == label), None)
        if not same or first in {None, len(same) - 1}:
            return same[-1] if same else None
        scope = place.new_scope()
        for one in same[first:]:
            one.path = (*one.path, (scope, "1"))
        place.enter_way(scope, 2)
        return None

    # ---------------------------------------------------------- words

    def _take_words(self, line: Line) -> None:
        if self._skips:
            return
        if self._specialties.is_name(line.text.rstrip(":")):
            self.found.claims.append(claim_heading(line))
            self._take_specialty(Mark(MarkKind.SPECIALTY, line, line.text.rstrip(":")))
        elif self._list is not None and self._is_listed(line, self._list):
            self._list.lines.append(line)
        elif self._list is not None and not self._list.lines and line.text.endswith(":"):
            self.found.claims.append(claim_heading(line))
        else:
            self._list = None
            self._take_statement(line)

    def _is_listed(self, line: Line, classes: ClassList) -> bool:
        if classes.is_run_in and not classes.lines:
            return True
        if _CODED_CLASS.search(line.text):
            return True
        return len(line.text) <= _LONGEST_CLASS and not line.text.endswith((".", ":"))

    def _take_statement(self, line: Line) -> None:
        words = self._words(line)
        if _EQUIVALENT.match(line.text):
            words.role, words.section = Role.OPEN, SECTION
            self.found.equivalents.append((len(self.found.blocks), words))
            self._in_note, self._join = False, ""
        elif _LANGUAGE.match(line.text):
            self.found.languages.append(words)
            self._place.specialties = None
        elif self._in_note:
            self._take_note_words(words, line)
        elif _SUBSTITUTES.search(line.text):
            words.role = Role.SUBSTITUTION
            self.found.substitutions.append(words)
        elif _ASIDE.match(line.text):
            self.found.notes.append(words)
            self._gathers = line.text.endswith(":")
        else:
            self._ask(words)
        self._place.say()

    def _words(self, line: Line) -> Words:
        bullet = bullet_length(line.text)
        if bullet:
            self.found.claims.append(Claim("furniture", line.part(0, bullet)))
            line = line.tail(bullet)
        label = self._place.label.lower()
        words = Words(
            role=self._place.role,
            section=f"{SECTION}, {label}" if label else SECTION,
            pieces=[line.span],
            text=line.text,
            specialties=self._place.specialties,
            has_bullet=bool(bullet),
            block=self._block,
        )
        self._last, self._last_text = words, line.text
        self._takes_list = bool(_LIST_FOLLOWS.search(line.text))
        return words

    def _take_note_words(self, words: Words, line: Line) -> None:
        before = next((one for one in reversed(self.found.notes)), None)
        if self._join == "OR" and before is not None and not stands_for_something(before):
            before.add(self._join_line)
            before.add(line)
            self._last = before
        elif self._join:
            self._in_note = False
            self._ask(words)
        else:
            words.section = f"{SECTION}, note"
            words.specialties = self._note
            self.found.claims.extend(limit_note(words, self._specialties))
            self.found.notes.append(words)
            self._gathers = is_only_shown(words) and line.text[-1] not in ".)"
        self._join = ""

    def _ask(self, words: Words) -> None:
        joined, added = self._join == "OR", self._join == "AND"
        self._join = ""
        if self._block is None:
            place = self._place
            self._block = Block(place.label, place.specialties, place.path, [[[words]]])
            self.found.blocks.append(self._block)
            return
        last = self._block.alternatives[-1]
        if not joined:
            if added and words.role is Role.OPEN and all(AMOUNT.search(one.text) for one in (last[-1][-1], words)):
                # The City adds what AND joins, as it adds specific experience to the general.
                words.role = Role.SPECIAL
            last.append([words])
        elif words.has_bullet and last[-1][-1].has_bullet:
            last[-1].append(words)
        else:
            self._block.alternatives.append([[words]])


def _is_join_alone(line: Line) -> bool:
    return line.text.rstrip(":,").upper() in {"AND", "OR"}
