"""The text of the qualifications beside the record: which words the record does not account for."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from ladder.qualifications import (
    DegreeSubstitution,
    Education,
    Experience,
    Qualifications,
    ServiceSubstitution,
    StudySubstitution,
)
from ladder.reading.accounts.entries import (
    JUDGED,
    MOST_ENTRIES,
    SHOWN,
    Entry,
    Told,
    find_entries,
    find_in_each,
    plain,
    tell_all,
)
from ladder.reading.accounts.figures_said import Amount, find_amounts, find_numbers
from ladder.reading.accounts.joined_ways import find_wrong_joins
from ladder.reading.accounts.signs import find_foreign_signs
from ladder.reading.accounts.studies import find_foreign_study
from ladder.reading.drafts import Statement
from ladder.reading.passages import Document, Span
from ladder.specification import EarlyFiling, ShownCondition

_WORD = re.compile(r"[A-Za-z][A-Za-z'-]+")
_JOINING_WORDS = """
    and or plus with by as well along together coupled followed supplemented besides also either both combined than
    in addition additional to of at least the an this that these any all other which who is are was be been being
    must shall have has had having required requirement requirements require requires needed necessary possess
    possession possessing hold holding completion minimum qualifications qualification include includes including
    included consist consists following note notes candidates candidate applicants applicant persons you however
    for from substitution substitutions experience education training license licenses option ways way mandatory
    ii iii iv vi vii viii ix
"""
_JOINING = frozenset(_JOINING_WORDS.split())
"""Words that may stand between what a record tells: they join, and ask nothing themselves."""
_SOFT = frozenset({"QUALITY", "NOTICE"})
_EQUIVALENCY = re.compile(
    r"\b(?:general )?(?:equivalency|educational development) (?:diploma|certificate)\b|\bged\b", re.IGNORECASE
)
_UNITS_EQUAL = re.compile(
    r"\([0-9]{1,3} credits equal one year\)"
    r"|\b(?:thirty(?: \(30\))?|30) (?:semester |college )?(?:credits|units|hours) equal (?:one|1) year\b",
    re.IGNORECASE,
)
_CLASS_NAMED = re.compile(r"^ (?:as|in) (?:an? |the )?[A-Z][\w'-]{0,30}(?: (?:of |the )?[A-Z][\w'-]{0,30}){0,6}")
"""The title of one class behind service in it: a record holds the class, and not its title."""
_CREDITS_A_YEAR = 30
_MOST_TOLD = 100
"""Requirements and the like of one record that are compared, four times as many as any document has."""
_NEAR = 1
_ABOVE = "the requirement for"
"""Words that point back to another requirement, which the record then holds."""


class Unaccounted(NamedTuple):
    """Words that the record does not account for, and the line they stand on; or why they could not be looked at."""

    line: int
    words: str
    is_reason: bool = False


def find_unaccounted(
    document: Document,
    statements: Iterable[Statement],
    rules: Qualifications,
    *,
    conditions: Iterable[ShownCondition] = (),
    early_filing: EarlyFiling | None = None,
) -> Iterator[Unaccounted]:
    """Yield the words of the qualifications that the record does not account for."""
    told = tell_all(rules, conditions, early_filing)
    alone = frozenset(route.requires[0] for route in rules.routes if len(route.requires) == 1)
    whats = frozenset(word for _, one in told for word in _WORD.findall((getattr(one, "what", "") or "").casefold()))
    known, whole = tuple(statements), _months_asked(rules)
    if len(told) > _MOST_TOLD:
        yield Unaccounted(
            _first_line(document, known), f"{len(told)} things are asked, too many to look at again", is_reason=True
        )
        return
    texts = [plain(one.excerpt.text) for one in known]
    for statement, text, entries in zip(known, texts, find_in_each(texts, told), strict=True):
        lines = _Lines(document, statement, text)
        found = chain(
            _in_gaps(text, entries, whats),
            find_foreign_signs(text, entries, alone),
            find_foreign_study(text, entries),
            _amounts_untold(text, entries, whole),
        )
        for span in found:
            yield Unaccounted(lines.line_of(span), _around(text, span))
    yield from _joined_otherwise(document, known, rules, told)
    yield from _never_printed(known, rules)


def _months_asked(rules: Qualifications) -> Mapping[str, int]:
    """Return the months of the service asked, by its id."""
    return {one.id: one.months for one in rules.requirements if isinstance(one, Experience)}


def _in_gaps(text: str, entries: Collection[Entry], whats: frozenset[str]) -> Iterator[Span]:
    """Yield a word that stands outside of everything told, and is none that joins."""
    named_at = {one.place.end for one in entries if isinstance(one.told, Experience) and one.told.classes}
    for gap in _gaps(text, entries):
        words = text[slice(*gap)]
        if gap.start in named_at:
            words = _CLASS_NAMED.sub(lambda found: " " * len(found.group()), words, count=1)
        known_here = _JOINING | whats | {"meet"} if _ABOVE in words else _JOINING
        for known in (_EQUIVALENCY, _UNITS_EQUAL):
            words = known.sub(lambda found: " " * len(found.group()), words)
        for found in _WORD.finditer(words):
            if found.group().casefold() not in known_here:
                yield Span(gap.start + found.start(), gap.start + found.end())
                break


def _gaps(text: str, entries: Iterable[Entry]) -> Iterator[Span]:
    reached = 0
    for place in sorted(one.place for one in entries):
        if place.start > reached:
            yield Span(reached, place.start)
        reached = max(reached, place.end)
    if reached < len(text):
        yield Span(reached, len(text))


def _amounts_untold(text: str, entries: Iterable[Entry], whole: Mapping[str, int]) -> Iterator[Span]:
    """Yield an amount that no entry on its place holds; ``whole`` has the months of the service asked, by its id."""
    known = tuple(entries)
    for amount in find_amounts(text):
        holding = [one for one in known if one.holds(amount.place.start)]
        is_beside = text[max(0, amount.place.start - 1) : amount.place.start] == "(" and amount.hours
        if holding and not is_beside and not any(_tells(one, amount, whole) for one in holding):
            yield amount.place


def _tells(entry: Entry, amount: Amount, whole: Mapping[str, int]) -> bool:
    """Return whether an entry tells an amount: by a figure of its own, or in words that a person judges."""
    if entry.kind == JUDGED or (entry.kind == SHOWN and entry.code not in _SOFT):
        return True
    if amount.is_age:
        return entry.kind not in {"experience", "education", "credential"}
    if amount.hours:
        hours = _hours_of(entry.told)
        return any(abs(asked * part - one) <= _NEAR for one in hours for asked in amount.hours for part in _PARTS)
    return bool(amount.months & {*_months_of(entry.told)}) or _is_more_than_all(entry.told, amount, whole)


def _is_more_than_all(told: Told, amount: Amount, whole: Mapping[str, int]) -> bool:
    """Return whether study may stand for more months than are asked: the record's maximum is then all of them."""
    if not isinstance(told, StudySubstitution) or told.at_most_months != whole.get(told.stands_for):
        return False
    return bool(amount.months) and min(amount.months) > told.at_most_months


_PARTS = (1.0, 2 / 3)
"""Hours of a semester, and those of a quarter in it."""


def _hours_of(told: Told) -> Iterator[int]:
    if isinstance(told, Education):
        yield from (course.semester_hours for course in told.courses)
    if isinstance(told, Education | StudySubstitution) and told.semester_hours:
        yield told.semester_hours
    if isinstance(told, ServiceSubstitution | DegreeSubstitution):
        yield _CREDITS_A_YEAR


def _months_of(told: Told) -> Iterator[int]:
    names = ("months", "at_most_months", "gives_months", "within_last_months", "lacking_months")
    yield from (months for name in names if (months := getattr(told, name, None)))
    if isinstance(told, Education | StudySubstitution) and told.semester_hours:
        yield told.semester_hours * 12 // _CREDITS_A_YEAR
    if isinstance(told, ServiceSubstitution) and told.gives_years:
        yield told.gives_years * 12
    if isinstance(told, ServiceSubstitution | StudySubstitution):
        yield 12


def _joined_otherwise(
    document: Document, statements: Iterable[Statement], rules: Qualifications, told: Iterable[tuple[str, Told]]
) -> Iterator[Unaccounted]:
    """Yield the joins of the qualifications, statements and all between them, that the routes do not follow."""
    pieces = [piece for one in statements for piece in one.excerpt.pieces]
    if not pieces:
        return
    start, end = min(one.start for one in pieces), max(one.end for one in pieces)
    text = plain(document.text[start:end])
    entries = find_entries(text, told)
    if len(entries) == MOST_ENTRIES:
        why = "the same words are said too often to look at how they are joined"
        yield Unaccounted(document.line_at(start), why, is_reason=True)
    for span in find_wrong_joins(text, entries, rules.routes):
        yield Unaccounted(document.line_at(start), _around(text, span))


def _never_printed(statements: Iterable[Statement], rules: Qualifications) -> Iterator[Unaccounted]:
    """Yield service whose figure the words it stands on, or for a part any words, do not print."""
    everything = " ".join(plain(one.excerpt.text) for one in statements)
    for rule in rules.requirements:
        if isinstance(rule, Experience) and rule.source.quote:
            words = everything if rule.within else plain(rule.source.quote)
            if rule.months not in {*find_numbers(words)}:
                yield Unaccounted((rule.source.lines or (0, 0))[0], rule.source.quote)


_BESIDE = 60


def _around(text: str, span: Span) -> str:
    """Return the words of a finding with some of those beside it."""
    start = text.rfind(" ", 0, max(0, span.start - _BESIDE)) + 1
    end = text.find(" ", min(len(text), span.end + _BESIDE))
    return text[start : end if end >= 0 else len(text)]


class _Lines:
    """The lines of the words of a statement, by how many words stand before them."""

    def __init__(self, document: Document, statement: Statement, text: str) -> None:
        self._document, self._excerpt = document, statement.excerpt
        self._plain, self._printed = (
            [found.start() for found in re.finditer(r"\S+", one)] for one in (text, self._excerpt.text)
        )

    def line_of(self, span: Span) -> int:
        """Return the line of a place in the plain words."""
        before = min(bisect_left(self._plain, span.start), len(self._printed) - 1)
        return self._document.line_at(self._excerpt.to_document(self._printed[before]))


def _first_line(document: Document, statements: Iterable[Statement]) -> int:
    starts = [piece.start for one in statements for piece in one.excerpt.pieces]
    return document.line_at(min(starts, default=0))
