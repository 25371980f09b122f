"""Class descriptions of North Dakota: one document for a whole series, a level a class.

A level begins with its title in capitals, its code and its grade, the two in either
order; page headers stand between, inside sentences too. Months of issue and revision
stand at the end, once for all levels.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ladder.reading.drafts import AllOf, AnyOf, Asked, ClassDraft, NamedSuperior, Role, Statement
from ladder.reading.jurisdictions.facts import Gathered
from ladder.reading.jurisdictions.north_dakota_fields import (
    AGENCY,
    CODE,
    CODES_LISTED,
    CONDITIONS,
    EFFECTIVE,
    FIELD_READERS,
    GRADE,
    HEADINGS,
    INTERNAL,
    LETTERHEAD,
    NOT_ASKED,
    OPENING,
    PAGE_HEADER,
    PAY_PLAN,
    REVISED,
    STATE,
    SUBSTITUTED,
    find_condition,
)
from ladder.reading.jurisdictions.paragraphs import find_paragraphs, split_sentences, stands_in
from ladder.reading.jurisdictions.superiors import find_superiors
from ladder.reading.passages import Document, Excerpt, Span
from ladder.reading.sections import find_sections, fold_heading
from ladder.sources import Severity
from ladder.specification import Dates, Pay, Series, ShownCondition

_SECTION = "Minimum qualifications"


class NorthDakotaReader:
    """The reader of North Dakota's class descriptions."""

    jurisdiction = "us-nd"
    name = "North Dakota"

    def recognises(self, document: Document) -> bool:
        """Return whether the document names the state, lists class codes and describes a level."""
        text = document.text
        return bool(STATE.search(text) and CODES_LISTED.search(text) and _find_levels(document, _furniture(document)))

    def read(self, document: Document) -> Sequence[ClassDraft]:
        """Return a draft for each level of the series, in the order printed."""
        return _Description(document).drafts()


class _Level(NamedTuple):
    """Where a level prints its title, code and grade; ``whole`` reaches to the next level or the footer."""

    title: Span
    code: Span
    grade: Span | None
    whole: Span


class _Line(NamedTuple):
    """A line with words in it, blanks around them left out."""

    words: Span
    text: str


def _furniture(document: Document) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in PAGE_HEADER.finditer(document.text))


def _lines(document: Document, furniture: Sequence[Span]) -> Iterator[_Line]:
    for start, line in zip(document.line_starts, document.text.split("\n"), strict=True):
        words = line.strip()
        first = start + line.index(words) if words else start
        if words and not stands_in(furniture, first):
            yield _Line(Span(first, first + len(words)), words)


def _find_levels(document: Document, furniture: Sequence[Span]) -> tuple[_Level, ...]:
    """Return the levels: a title in capitals with a code below it, a grade before or behind that."""
    lines = list(_lines(document, furniture))
    heads = [head for number in range(len(lines) - 1) if (head := _head_at(lines, number))]
    footer = EFFECTIVE.search(document.text) or REVISED.search(document.text)
    end = footer.start() if footer else len(document.text)
    ends = [*(after.title.start for after in heads[1:]), max(end, heads[-1].title.end if heads else end)]
    return tuple(
        head._replace(whole=Span(head.title.start, reached)) for head, reached in zip(heads, ends, strict=False)
    )


def _head_at(lines: Sequence[_Line], number: int) -> _Level | None:
    """Return the head of a level whose title ends in a line, or none."""
    if not _is_title(lines[number].text):
        return None
    first, second = (*lines[number + 1 : number + 3], None)[:2]
    if first is not None and second is not None and GRADE.fullmatch(first.text):
        first, second = second, first
    if first is None or not CODE.fullmatch(first.text):
        return None
    grade = second.words if second is not None and GRADE.fullmatch(second.text) else None
    title = Span(_start_of_title(lines, number), lines[number].words.end)
    return _Level(title, first.words, grade, title)


def _start_of_title(lines: Sequence[_Line], number: int) -> int:
    """Return where the title that ends in a line begins: in that line, or in the one right above it."""
    start = lines[number].words.start
    above = lines[number - 1] if number else None
    goes_on = above is not None and above.words.end + 1 == start and _is_title(above.text)
    return above.words.start if above is not None and goes_on else start


def _is_title(text: str) -> bool:
    return text.isupper() and ":" not in text and not GRADE.fullmatch(text) and fold_heading(text) not in HEADINGS


class _Once(NamedTuple):
    """What the document prints once for all its levels; ``series`` is none where their order is not certain."""

    dates: Dates
    plan: str | None
    series: str | None
    agency: str | None
    codes: frozenset[str]


class _Description:
    """One document's facts: what it prints once, then its levels."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._found = Gathered(document, FIELD_READERS)
        self._furniture = _furniture(document)
        self._sections = find_sections(document, HEADINGS)
        self._headings = [section.heading.start for section in self._sections]
        self._levels = _find_levels(document, self._furniture)

    def drafts(self) -> tuple[ClassDraft, ...]:
        """Return the levels' drafts; what is printed once is claimed and noted with the first."""
        self._claim_furniture()
        once = _Once(self._dates(), self._plan(), self._ranked_series(), self._agency(), self._codes_listed())
        drafts = [self._draft(level, rank, once) for rank, level in enumerate(self._levels, start=1)]
        if drafts:
            first = drafts[0]
            claims, notes = (*self._found.claims, *first.claims), (*self._found.notes, *first.notes)
            drafts[0] = replace(first, claims=claims, notes=notes)
        return tuple(drafts)

    # ---------------------------------------------------------------- printed once

    def _claim_furniture(self) -> None:
        letterhead = (Span(*found.span()) for found in LETTERHEAD.finditer(self._document.text))
        for span in (*self._furniture, *letterhead):
            self._found.claim("furniture", span)
        for section in self._sections:
            self._found.claim("heading", section.heading)
            if section.near:
                text = f"taken for a known heading that it is near to: {section.title(self._document)}"
                self._found.note("HEADING_MISSPELT", Severity.INFO, section.heading.start, text)

    def _agency(self) -> str | None:
        """Return the agency named in brackets above the first level, or none."""
        found = AGENCY.search(self._document.text, 0, self._levels[0].whole.start) if self._levels else None
        return self._found.claim("agency", Span(*found.span())) if found else None

    def _dates(self) -> Dates:
        effective = self._read_dates("effective", EFFECTIVE)
        revised = self._read_dates("revised", REVISED)
        if not effective and not revised:
            return Dates()
        latest = max((value for value, _ in revised), default=None)
        issued = {value for value, _ in effective}
        if len(issued) > 1:
            where = effective[-1][1].start
            self._found.note("DATE_AT_ODDS", Severity.WARNING, where, f"effective: {', '.join(sorted(issued))}")
        spans, only = [span for _, span in (*effective, *revised)], issued.pop() if len(issued) == 1 else None
        return Dates(
            effective=only,
            revised=latest,
            source=self._document.cite("Footer", *spans, revision=latest or only),
        )

    def _read_dates(self, field: str, pattern: re.Pattern[str]) -> list[tuple[str, Span]]:
        read = []
        for found in pattern.finditer(self._document.text):
            span = Span(*found.span())
            if FIELD_READERS[field](found.group()):
                read.append((self._found.claim(field, span), span))
            else:
                text = f"no date of a form that North Dakota prints: {found.group()}"
                self._found.note("DATE_UNREAD", Severity.WARNING, span.start, text)
        return read

    def _plan(self) -> str | None:
        """Return the pay plan that a revision says the grades were converted to, or none."""
        found = PAY_PLAN.search(self._document.text)
        return found.group(1) if found else None

    def _ranked_series(self) -> str | None:
        """Return the name of the series, or none where the order of its levels is not certain."""
        name = self._series_name()
        return name if self._is_in_order() else None

    def _series_name(self) -> str | None:
        """Return the name below the list of codes, as a page header spells it where there is one."""
        listed = CODES_LISTED.search(self._document.text)
        if listed is None:
            return None
        self._found.claim("codes", Span(*listed.span()))
        below = next((line for line in _lines(self._document, ()) if line.words.start >= listed.end()), None)
        if below is None or not _is_title(below.text) or below.words in {level.title for level in self._levels}:
            return None
        name = self._found.claim("series", below.words)
        headers = (found.group(1).strip() for found in PAGE_HEADER.finditer(self._document.text))
        return next((one for one in headers if fold_heading(one) == fold_heading(name)), name)

    def _codes_listed(self) -> frozenset[str]:
        """Return the codes listed at the top; one that no level bears is noted."""
        listed = CODES_LISTED.search(self._document.text)
        codes = CODE.findall(listed.group(1)) if listed else []
        printed = {self._text(level.code) for level in self._levels}
        for code in codes:
            if code not in printed and listed is not None:
                text = f"{code} is listed, and no level bears it"
                self._found.note("CODE_WITHOUT_LEVEL", Severity.WARNING, listed.start(), text)
        return frozenset(codes)

    def _text(self, span: Span) -> str:
        return self._document.text[span.start : span.end]

    # ---------------------------------------------------------------- a level

    def _draft(self, level: _Level, rank: int, once: _Once) -> ClassDraft:
        found = Gathered(self._document, FIELD_READERS)
        revision = once.dates.revised or once.dates.effective
        asked = _Asking(found, self._sentences(level), revision)
        head = tuple(sorted(span for span in (level.title, level.code, level.grade) if span))
        superiors = tuple(self._superiors(level, found))
        code = found.claim("code", level.code)
        if code not in once.codes:
            found.note("CODE_AT_ODDS", Severity.ERROR, level.code.start, f"{code} is not among the codes listed")
        return ClassDraft(
            jurisdiction=NorthDakotaReader.jurisdiction,
            code=code,
            title=found.claim("title", level.title),
            series=Series(name=once.series, rank=rank) if once.series else None,
            pay=self._pay(level, once, found),
            dates=once.dates,
            conditions=asked.conditions,
            superiors=superiors,
            asked=asked.asked(),
            substitutions=asked.substitutions,
            title_excerpt=Excerpt(self._document, head),
            revision=revision,
            remarks=(f"The agency is {once.agency}.",) if once.agency else (),
            claims=found.claims,
            notes=found.notes,
        )

    def _is_in_order(self) -> bool:
        """Return whether there are several levels and their grades rise in the order printed."""
        grades = [FIELD_READERS["grade"](self._text(one.grade)) if one.grade else "" for one in self._levels]
        ranked = [(len(grade), grade) for grade in grades]
        return len(ranked) > 1 and all(grades) and all(low < high for low, high in pairwise(ranked))

    def _pay(self, level: _Level, once: _Once, found: Gathered) -> Pay | None:
        if level.grade is None:
            return None
        if once.plan is None:
            text = f"no pay plan is named for {self._text(level.grade)}"
            found.note("PAY_PLAN_MISSING", Severity.WARNING, level.grade.start, text)
            return None
        revision = once.dates.revised or once.dates.effective
        source = self._document.cite("Heading of the level", level.title, level.code, level.grade, revision=revision)
        return Pay(plan=once.plan, grade=found.claim("grade", level.grade), source=source)

    def _bodies(self, level: _Level, kind: str) -> Iterator[Span]:
        """Yield the text of a level's sections of a kind, cut off where the level ends."""
        first, after = (bisect_left(self._headings, offset) for offset in level.whole)
        for section in self._sections[first:after]:
            if section.kind == kind:
                yield Span(section.body.start, min(section.body.end, level.whole.end))

    def _sentences(self, level: _Level) -> Iterator[Excerpt]:
        for body in self._bodies(level, "qualifications"):
            for paragraph in find_paragraphs(self._document, body, self._furniture, OPENING):
                yield from split_sentences(paragraph.excerpt)

    def _superiors(self, level: _Level, found: Gathered) -> Iterator[NamedSuperior]:
        for body in self._bodies(level, "level"):
            for paragraph in find_paragraphs(self._document, body, self._furniture):
                for superior in find_superiors(paragraph.excerpt, "Level definition"):
                    found.claim_words("superior", superior.excerpt)
                    yield superior


class _Asking:
    """The sentences of a level's minimum qualifications by what each is.

    A sentence that says what experience normally includes asks nothing; it stays unread.
    """

    def __init__(self, found: Gathered, sentences: Iterable[Excerpt], revision: str | None) -> None:
        self._open: list[Statement] = []
        self._internal: list[Statement] = []
        self._substitutions: list[Statement] = []
        self._conditions: list[ShownCondition] = []
        for one in sentences:
            code = find_condition(one.text)
            if INTERNAL.match(one.text):
                self._internal.append(Statement(one, Role.INTERNAL, f"{_SECTION}, internal candidates"))
            elif code:
                found.claim_words("condition", one)
                source = found.document.cite(_SECTION, *one.pieces, revision=revision)
                self._conditions.append(ShownCondition(code=code, text=one.text, source=source))
            elif SUBSTITUTED.search(one.text):
                self._substitutions.append(Statement(one, Role.SUBSTITUTION, f"{_SECTION}, course work"))
            elif not NOT_ASKED.match(one.text):
                self._open.append(Statement(one, Role.GENERAL, _SECTION))

    @property
    def conditions(self) -> tuple[ShownCondition, ...]:
        """What every answer shows and no route asks: first what concerns every candidate."""
        return tuple(sorted(self._conditions, key=lambda one: CONDITIONS.index(one.code)))

    @property
    def substitutions(self) -> tuple[Statement, ...]:
        """What study may stand for."""
        return tuple(self._substitutions)

    def asked(self) -> Asked | None:
        """Return what is asked of all, or else of internal candidates; none where nothing is."""
        ways = [_all_of(part) for part in (self._open, self._internal) if part]
        return ways[0] if len(ways) == 1 else AnyOf(tuple(ways)) if ways else None


def _all_of(parts: Sequence[Statement]) -> Asked:
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


READER = NorthDakotaReader()
"""What the entry point group ``ladder.readers`` names."""

__all__ = ["FIELD_READERS", "READER"]
