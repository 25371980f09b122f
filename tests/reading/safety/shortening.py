"""A document with one clause, one line or one joining word taken out, and what may be missing from it then."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import NamedTuple

from ladder.qualifications import Judgement, Qualifications
from ladder.reading.passages import Document
from ladder.reading.readings import Reading
from tests.reading.safety.asked import Asked, Service, asked_of
from tests.reading.safety.real_documents import read
from tests.reading.safety.standing_in import most_months, stands_for_more
from tests.reading.strangers.case_amounts import NUMBER, VALUES

JOINING = re.compile(r"(?i)\b(?:and|or|plus|at least|not including|of which)\b")
BORDER = re.compile(r"(?i)[,;]|\b(?:and|or|plus|with|including|followed by)\b|(?<=[a-z)])\.(?=\s|$)")
ITEM_ENDS = re.compile(r"[:;,.]?\s*\n")
ITEM_JOINER = re.compile(r"(?i)\b(and|or)[:;,.]?[ \t]*\n")
ITEM_JOINS = re.compile(r"(?i)\s*(?:and|or)(?: either)?\s*")
LAST_WORD = re.compile(r"(?i)\b(and|or)[:;,.\s]*$")
FIGURE = re.compile(rf"(?i)\b{NUMBER}\b")
LONG_WORD = re.compile(r"[a-z]{4,}")
SHORTEST = 3
AROUND = 160


class Cut(NamedTuple):
    """What is taken out: what kind of piece, and where it stands."""

    kind: str
    start: int
    end: int


class Breach(NamedTuple):
    """A cut after which a route asks less than any did before, by more than what was cut; ``place`` marks the cut."""

    name: str
    kind: str
    place: str
    what: str


def cuts_of(document: Document, readings: tuple[Reading, ...]) -> list[Cut]:
    """Return every cut of the lines that hold qualifications, in order."""
    found: list[Cut] = []
    for number in sorted(_lines_of_qualifications(readings)):
        start = document.line_starts[number - 1]
        line = document.text.split("\n")[number - 1]
        if len(line.strip()) >= SHORTEST:
            found.append(Cut("line", start, start + len(line)))
            found += [Cut("word", start + word.start(), start + word.end()) for word in JOINING.finditer(line)]
            found += [Cut("clause", start + a, start + b) for a, b in _clauses(line)]
    return found


def _lines_of_qualifications(readings: tuple[Reading, ...]) -> set[int]:
    rules = [rules for rules in map(_rules_of, readings) if rules]
    lines = [rule.source.lines for one in rules for rule in (*one.requirements, *one.substitutions)]
    return {number for span in lines if span for number in range(span[0], span[1] + 1)}


def _clauses(line: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces between commas and joining words, each with what stands before it."""
    borders = [0, *(border.start() for border in BORDER.finditer(line)), len(line)]
    for start, end in pairwise(borders):
        if 0 < end - start < len(line) and len(BORDER.sub("", line[start:end]).strip()) >= SHORTEST:
            yield start, end


def without(document: Document, cut: Cut) -> Document:
    """Return the document without the piece; a line taken out leaves a blank line, so that lines keep their numbers."""
    before, after = document.text[: cut.start], document.text[cut.end :]
    apart = " " if before[-1:].isalnum() and after[:1].isalnum() else ""
    text = before + apart + after
    number = document.line_at(cut.start)
    headings = tuple(one for one in document.headings if cut.kind != "line" or one[0] != number)
    return replace(document, text=text, headings=headings)


def breaches_of(
    name: str, document: Document, cut: Cut, readings: tuple[Reading, ...], after: tuple[Reading, ...]
) -> Iterator[Breach]:
    """Yield each decided route of a whole record that no route of before covers, less what stood in the cut."""
    if _hands_over(document.text, cut) or any(is_unread_at(document, cut, one) for one in readings):
        return
    before = asked_before(readings)
    words = document.text[cut.start : cut.end]
    dropped = "" if cut.kind == "word" else words
    for reading in after:
        rules = _rules_of(reading)
        if rules is None or reading.record is None or reading.record.completeness != "whole":
            continue
        for one in stands_for_more(rules, list(filter(None, map(_rules_of, readings))), figures_in(dropped)):
            if one.source.lines is not None and one.source.lines[0] in _lines_allowing(readings):
                continue
            yield Breach(name, cut.kind, place_of(document, cut), f"lets now {most_months(one)} months be stood for")
        for route in rules.routes:
            asked = asked_of(rules, route)
            if not asked.judged and not any(covers(one, asked, dropped) for one in before):
                yield Breach(name, cut.kind, place_of(document, cut), f"asks now {asked}")


def _lines_allowing(readings: tuple[Reading, ...]) -> set[int]:
    """Return the lines that allowed something which a record told a person of, and did not work out."""
    notes = {note.line for one in readings for note in one.notes if note.code == "SUBSTITUTION_NOT_HELD"}
    rules = [rule for one in map(_rules_of, readings) if one for rule in one.requirements]
    judged = {
        rule.source.lines[0]
        for rule in rules
        if isinstance(rule, Judgement) and rule.code == "INSTEAD_OF_EDUCATION" and rule.source.lines
    }
    return judged | notes


def place_of(document: Document, cut: Cut) -> str:
    """Return the words around a cut, with the cut in double brackets."""
    text = document.text
    before, after = text[max(0, cut.start - AROUND) : cut.start], text[cut.end : cut.end + AROUND]
    return f"{before}[[{text[cut.start : cut.end]}]]{after}"


def _hands_over(text: str, cut: Cut) -> bool:
    """Return whether another joining word takes the place of the one that binds what is left.

    "1; and 2; or 3" less "and" is said as "1; 2; or 3"; an item taken out leaves the word before it to join the next.
    """
    before, after = LAST_WORD.search(text[: cut.start]), text[cut.end :]
    piece = text[cut.start : cut.end]
    first, last = JOINING.match(piece.strip(" ,;")), LAST_WORD.search(piece)
    is_joining = cut.kind == "word" or ITEM_JOINS.fullmatch(piece) is not None
    if not is_joining:
        leading = JOINING.match(after.lstrip())
        is_between = first is not None and leading is not None
        return is_between or (before is not None and (leading is not None or not _is_same(last, before)))
    following = ITEM_JOINER.search(after, 1)
    return last is not None and ITEM_ENDS.match(after) is not None and not _is_same(following or last, last)


def _is_same(one: re.Match[str] | None, other: re.Match[str]) -> bool:
    return one is not None and one[1].casefold() == other[1].casefold()


def is_unread_at(document: Document, cut: Cut, reading: Reading) -> bool:
    """Return whether the line of a cut held something that was not read: nobody can say what was asked there."""
    line, rules = document.line_at(cut.start), _rules_of(reading)
    unread = [
        one for one in (rules.requirements if rules else ()) if isinstance(one, Judgement) and one.code == "UNREAD"
    ]
    return any(span[0] <= line <= span[1] for one in unread if (span := one.source.lines))


def asked_before(readings: tuple[Reading, ...]) -> list[Asked]:
    """Return what every route of a document asks."""
    return [asked_of(rules, route) for rules in map(_rules_of, readings) if rules for route in rules.routes]


def covers(old: Asked, new: Asked, dropped: str) -> bool:
    """Return whether a route asks at least what another did, less what stood in the words dropped."""
    said = [*new.held, *(one.words for one in new.schooling)]
    if any(not shares_a_word(one, dropped) and not any(_says(each, one) for each in said) for one in old.judged):
        return False
    rank = max((one.rank for one in old.schooling if not shares_a_word(one.words, dropped)), default=0)
    held = [one for one in old.held if not shares_a_word(one, dropped) and not any(_says(new, one) for new in new.held)]
    return (
        max((one.rank for one in new.schooling), default=0) >= rank
        and not held
        and _are_served([one for one in old.service if not _is_dropped(one, dropped)], list(new.service), dropped)
    )


def _are_served(asked: list[Service], new: list[Service], dropped: str) -> bool:
    """Return whether each service asked has one of its own among the new ones."""
    if not asked:
        return True
    return any(
        _serves(asked[0], one, dropped) and _are_served(asked[1:], new[:place] + new[place + 1 :], dropped)
        for place, one in enumerate(new)
    )


def _serves(asked: Service, new: Service, dropped: str) -> bool:
    if new.months < asked.months:
        return False
    if not asked.classes:
        return True
    if new.classes:
        return all(_is_of(one, asked.classes, is_cut=bool(dropped)) for one in new.classes)
    titles = [title_of(one) for one in asked.classes]
    said = " ".join(re.findall(r"[a-z0-9]+", new.words.casefold()))
    return any(title in said or shares_a_word(title, dropped) for title in titles)


def title_of(class_id: str) -> str:
    """Return the words of a class that is named by its title."""
    words = class_id.partition("/")[2].split("-")
    return " ".join("senior" if word == "sr" else word for word in words)


def _is_of(new: str, asked: frozenset[str], *, is_cut: bool) -> bool:
    """Return whether a class is one of those asked, or the cut ran titles, or a title and what follows it, together."""
    words = set(title_of(new).split())
    known = [set(title_of(one).split()) for one in asked]
    return new in asked or set().union(*known) >= words or (is_cut and any(one <= words for one in known))


def _says(new: str, old: str) -> bool:
    """Return whether what must be held is said in the words of another: two licenses may be read as one."""
    words = set(LONG_WORD.findall(old.casefold()))
    return 2 * len(words.intersection(LONG_WORD.findall(new.casefold()))) >= len(words)


def _is_dropped(asked: Service, dropped: str) -> bool:
    return not figures_in(dropped).isdisjoint({asked.months, asked.months // 12})


def figures_in(words: str) -> set[int]:
    """Return the numbers in words and digits."""
    return {VALUES.get(one.casefold()) or int(one) for one in FIGURE.findall(words)}


def shares_a_word(words: str, dropped: str) -> bool:
    """Return whether a word of four letters or more stands in both."""
    return not set(LONG_WORD.findall(words.casefold())).isdisjoint(LONG_WORD.findall(dropped.casefold()))


def breaches_in(name: str, document: Document, jurisdiction: str, most: int, count: Counter[str]) -> Iterator[Breach]:
    """Yield the breaches of at most so many cuts of a document, drawn by its name; ``count`` is told what was cut."""
    readings = read(document, jurisdiction)
    cuts = cuts_of(document, readings)
    for cut in cuts if len(cuts) <= most else Random(name).sample(cuts, most):
        after = read(without(document, cut), jurisdiction)
        count["cut"] += 1
        count["whole after it"] += any(one.record is not None and one.record.completeness == "whole" for one in after)
        yield from breaches_of(name, document, cut, readings, after)


def _rules_of(reading: Reading) -> Qualifications | None:
    return reading.record.qualifications if reading.record else None
