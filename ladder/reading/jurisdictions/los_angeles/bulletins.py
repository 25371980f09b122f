"""The reader of the City of Los Angeles's job bulletins: one class each."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from ladder.reading.drafts import AllOf, Asked, ClassDraft, SpecialIs, Statement
from ladder.reading.jurisdictions.facts import Gathered
from ladder.reading.jurisdictions.los_angeles.early_filing import find_early_filing
from ladder.reading.jurisdictions.los_angeles.fields import CITY, FIELD_READERS, HEADINGS, JURISDICTION
from ladder.reading.jurisdictions.los_angeles.filing import claim_furniture, compare_filing
from ladder.reading.jurisdictions.los_angeles.header import Header, read_header
from ladder.reading.jurisdictions.los_angeles.process_notes import ProcessNotes, read_process_notes
from ladder.reading.jurisdictions.los_angeles.salaries import read_salaries
from ladder.reading.outlines import Outline, read_outline
from ladder.reading.passages import Document, Excerpt, Span
from ladder.reading.sections import Section, find_sections
from ladder.sources import Severity, Source
from ladder.specification import Alias, Dates, ShownCondition

_CITY = re.compile(r"City\sof\sLos\sAngeles|lacity\.org|\bLAWA\b", re.IGNORECASE)
_LABEL = re.compile(r"Class\s{1,9}Code|EXEMPT\s{1,9}EMPLOYMENT", re.IGNORECASE)
_HEAD_LINES = 60
_NOTICE_TITLE = "Heading"
_PROCESS = "process"


class LosAngelesReader:
    """The reader of job bulletins of the City of Los Angeles."""

    jurisdiction = JURISDICTION
    name = CITY

    def recognises(self, document: Document) -> bool:
        """Return whether the document names the city, and has a class code in its head."""
        starts = document.line_starts
        head = document.text[: starts[_HEAD_LINES]] if len(starts) > _HEAD_LINES else document.text
        return bool(_LABEL.search(head)) and bool(_CITY.search(document.text))

    def read(self, document: Document) -> Sequence[ClassDraft]:
        """Return the draft of the one class that a bulletin is for."""
        return (_Bulletin(document).draft(),)


class _Bulletin:
    """One bulletin: its sections, and what was claimed and noted on the way."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.gathered = Gathered(document, FIELD_READERS)
        self.sections = find_sections(document, HEADINGS)
        self.furniture = claim_furniture(self.gathered)

    def draft(self) -> ClassDraft:
        """Return the draft of the class."""
        head_end = self.sections[0].heading.start if self.sections else len(self.document.text)
        header = read_header(self.gathered, head_end)
        compare_filing(self.gathered, header, self.furniture)
        revision = header.revised or header.open_date
        salary = self._first("salary")
        salaries = read_salaries(self.gathered, salary, revision)
        if salary is not None:
            self.gathered.claim("heading", salary.heading)
        outlines = [self._outline(section) for section in self._kind("requirement")]
        notes = [self._process_notes(section, revision) for section in self._notes_on_requirements()]
        noted = tuple(chain.from_iterable(part.conditions for part in notes))
        substitutions = [
            *chain.from_iterable(outline.substitutions for outline in outlines),
            *chain.from_iterable(part.substitutions for part in notes),
        ]
        return ClassDraft(
            jurisdiction=JURISDICTION,
            code=header.code,
            title=header.title,
            pay=salaries.pay,
            designation=header.exam,
            dates=self._dates(header),
            aliases=(*salaries.aliases, *self._former_title(header, revision)),
            conditions=(*self._exam(header, revision), *noted),
            early_filing=find_early_filing(noted),
            asked=_together(_asked(outlines)),
            substitutions=tuple(_once(substitutions)),
            special_is=SpecialIs.ADDITIONAL,
            parts_are_conditions=True,
            numerals_are_pay_grades=True,
            title_excerpt=header.title_excerpt,
            revision=revision,
            claims=(*self.gathered.claims, *chain.from_iterable(outline.claims for outline in outlines)),
            notes=(*self.gathered.notes, *chain.from_iterable(outline.notes for outline in outlines)),
        )

    def _kind(self, kind: str) -> list[Section]:
        return [section for section in self.sections if section.kind == kind]

    def _first(self, kind: str) -> Section | None:
        return next(iter(self._kind(kind)), None)

    def _notes_on_requirements(self) -> list[Section]:
        """Return the sections of notes after the requirements and before the bulletin turns to applications.

        Process notes say by their heading that they are such, and count wherever they stand.
        """
        found: list[Section] = []
        after = False
        for section in self.sections:
            after = section.kind == "requirement" or (after and section.kind != "end")
            says_so = _PROCESS in section.title(self.document).casefold()
            if section.kind == "notes" and (after or says_so):
                found.append(section)
        return found

    def _body(self, section: Section) -> Excerpt:
        """Return the text of a section without the page furniture in it."""
        pieces, start = [], section.body.start
        for span in self.furniture:
            if section.body.start <= span.start < section.body.end:
                pieces.append(Span(start, span.start))
                start = span.end
        return Excerpt(self.document, (*pieces, Span(start, section.body.end)))

    def _outline(self, section: Section) -> Outline:
        self.gathered.claim("heading", section.heading)
        if section.near:
            text = f"the heading is taken for the one it is near to: {section.title(self.document)}"
            self.gathered.note("HEADING_MISSPELT", Severity.INFO, section.heading.start, text)
        return read_outline(self._body(section), section=section.title(self.document))

    def _process_notes(self, section: Section, revision: str | None) -> ProcessNotes:
        self.gathered.claim("heading", section.heading)
        return read_process_notes(self.gathered, self._body(section), section.title(self.document), revision)

    def _dates(self, header: Header) -> Dates:
        if not (header.open_date or header.revised):
            return Dates()
        source = self._cite(*header.dates_spans, revision=header.revised or header.open_date)
        return Dates(effective=header.open_date, revised=header.revised, source=source)

    def _cite(self, *spans: Span, revision: str | None) -> Source:
        return self.document.cite(_NOTICE_TITLE, *spans, revision=revision)

    def _former_title(self, header: Header, revision: str | None) -> Iterable[Alias]:
        if header.other_title is not None:
            title, span = header.other_title
            yield Alias(title=title, note="Printed below the title.", source=self._cite(span, revision=revision))

    def _exam(self, header: Header, revision: str | None) -> Iterable[ShownCondition]:
        """Yield the condition of an examination that only employees of the city may take."""
        if header.exam is None or header.exam_span is None or " all" in header.exam.casefold():
            return
        source = self._cite(header.exam_span, revision=revision)
        yield ShownCondition(code="CITY_EMPLOYEES", text=header.exam, source=source)


def _together(asked: Sequence[Asked]) -> Asked | None:
    if not asked:
        return None
    return asked[0] if len(asked) == 1 else AllOf(tuple(asked))


def _once(statements: Iterable[Statement]) -> Iterable[Statement]:
    """Yield the statements without those whose words were there before."""
    seen: set[str] = set()
    for statement in statements:
        words = " ".join(statement.excerpt.text.split()).casefold()
        if words not in seen:
            seen.add(words)
            yield statement


def _asked(outlines: Iterable[Outline]) -> list[Asked]:
    return [outline.asked for outline in outlines if outline.asked is not None]
