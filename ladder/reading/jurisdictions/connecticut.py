"""Class specifications of the State of Connecticut: where their layout prints which fact.

The page prints a header (title, code, pay), sections under fixed headings and a footer
(``CLASS: 000031; EST: ...; REV: ...;``). A page saved without its header has its title
in the cancellation clause and its code in the footer alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from ladder.reading.drafts import AllOf, Asked, ClassDraft, NamedSuperior, Role, Statement
from ladder.reading.jurisdictions.connecticut_fields import (
    CLASS_REPLACED,
    CODE,
    CODE_IN_BRACKETS,
    FIELD_READERS,
    FOOTER,
    FURNITURE,
    GRADE,
    HEADINGS,
    ITEM_NUMBER,
    ONLY_SHOWN,
    PAY_VARIANT,
    RANGE,
    REPLACES,
    RETITLED,
    STATE,
    find_conditions,
    find_ranges,
)
from ladder.reading.jurisdictions.facts import Gathered, even_blanks
from ladder.reading.jurisdictions.paragraphs import Paragraph, find_paragraphs
from ladder.reading.jurisdictions.superiors import find_superiors
from ladder.reading.passages import Document, Excerpt, Span
from ladder.reading.sections import Section, find_sections, fold_heading
from ladder.sources import Severity, Source
from ladder.specification import Alias, Dates, Pay, ShownCondition
from ladder.titles import fold_title, printed_code

_ROLES = MappingProxyType({"open": Role.OPEN, "general": Role.GENERAL, "special": Role.SPECIAL})
_SECTION_NAMES = MappingProxyType(
    {
        "open": "Minimum qualifications",
        "general": "General experience",
        "special": "Special experience",
        "substitution": "Substitutions allowed",
        "special requirements": "Special requirements",
    }
)
_FOOTER_FIELDS = MappingProxyType({"CLASS": "code", "EST": "established", "REV": "revised"})
_ENOUGH_SECTIONS = 3
_MOST_TITLE_LINES = 3


class ConnecticutReader:
    """The reader of Connecticut's class specifications."""

    jurisdiction = "us-ct"
    name = "State of Connecticut"

    def recognises(self, document: Document) -> bool:
        """Return whether the document names the state or bears its footer, and has its headings."""
        if not STATE.search(document.text) and not any(one["label"] == "CLASS" for one in _footer_of(document)):
            return False
        return len({section.kind for section in find_sections(document, HEADINGS)}) >= _ENOUGH_SECTIONS

    def read(self, document: Document) -> Sequence[ClassDraft]:
        """Return the draft of the one class that a document specifies."""
        return (_Specification(document).draft(),)


def _footer_of(document: Document) -> Iterator[re.Match[str]]:
    """Yield the parts of the footer; what the layout calls ``CLASS`` is a code or no footer."""
    for one in FOOTER.finditer(document.text):
        if one["label"] != "CLASS" or CODE.fullmatch(one["words"].strip()):
            yield one


def _whole(excerpt: Excerpt) -> Span:
    """Return the passage from the first letter of an excerpt to its last."""
    return Span(excerpt.pieces[0].start, excerpt.pieces[-1].end)


class _Specification:
    """One document's facts, each looked for where the layout prints it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._found = Gathered(document, FIELD_READERS)
        self._sections = find_sections(document, HEADINGS)
        self._footer = [(_FOOTER_FIELDS[one["label"]], Span(*one.span("part"))) for one in _footer_of(document)]
        self._revision: str | None = None

    def draft(self) -> ClassDraft:
        self._claim_furniture()
        dates = self._dates()
        self._revision = dates.revised or dates.effective
        header = Span(0, self._sections[0].heading.start if self._sections else len(self._document.text))
        title_at, code_at = self._title(header), self._code(header)
        title, code = self._claimed("title", title_at), self._claimed("code", code_at)
        pay = self._pay(header)
        return ClassDraft(
            jurisdiction=ConnecticutReader.jurisdiction,
            code=code,
            title=title,
            pay=pay,
            bargaining_unit=self._line("bargaining_unit"),
            occupational_group=self._line("occupational_group"),
            designation=self._line("designation"),
            dates=dates,
            aliases=tuple(self._aliases(title or "", code or "", f"{pay.plan} {pay.grade}" if pay else "")),
            conditions=tuple(self._conditions()),
            superiors=tuple(self._superiors()),
            asked=self._asked(),
            substitutions=tuple(self._statements("substitution", Role.SUBSTITUTION)),
            programmes_are_classes=True,
            title_excerpt=self._excerpt(title_at, code_at),
            revision=self._revision,
            remarks=tuple(self._remarks()),
            claims=self._found.claims,
            notes=self._found.notes,
        )

    # ---------------------------------------------------------------- passages

    def _claim_furniture(self) -> None:
        for line in FURNITURE.finditer(self._document.text):
            self._found.claim("furniture", Span(*line.span(1)))
        for section in self._sections:
            self._found.claim("heading", section.heading)
            if section.near:
                text = f"taken for a known heading that it is near to: {section.title(self._document)}"
                self._found.note("HEADING_MISSPELT", Severity.INFO, section.heading.start, text)

    def _excerpt(self, *spans: Span | None) -> Excerpt | None:
        pieces = tuple(span for span in spans if span)
        return Excerpt(self._document, pieces) if pieces else None

    def _claimed(self, field: str, span: Span | None) -> str | None:
        return self._found.claim(field, span) if span else None

    def _of_kind(self, kind: str) -> Iterator[Section]:
        return (section for section in self._sections if section.kind == kind)

    def _paragraphs(self, kind: str) -> Iterator[Paragraph]:
        for section in self._of_kind(kind):
            yield from find_paragraphs(self._document, section.body)

    def _words(self, kind: str) -> Excerpt | None:
        """Return all words of the sections of a kind, line after line, or none."""
        pieces = tuple(piece for one in self._paragraphs(kind) for piece in one.excerpt.pieces)
        return Excerpt(self._document, pieces) if pieces else None

    def _line(self, kind: str) -> str | None:
        """Return the first paragraph of a section, or none."""
        first = next(self._paragraphs(kind), None)
        return self._found.claim(kind, _whole(first.excerpt)) if first else None

    def _search(self, kind: str, pattern: re.Pattern[str], group: int = 0) -> Span | None:
        """Return where a pattern is first met in the words of a section, from its first letter to its last."""
        words = self._words(kind)
        found = pattern.search(words.text) if words else None
        if words is None or found is None:
            return None
        return _whole(words.part(Span(*found.span(group))))

    def _text(self, span: Span) -> str:
        return self._document.text[span.start : span.end]

    # ---------------------------------------------------------------- dates, code and title

    def _dates(self) -> Dates:
        read = [(field, span) for field, span in self._printed_dates() if self._is_date(field, span)]
        values: dict[str, str | None] = {}
        for field, span in read:
            value = self._found.claim(field, span)
            if values.setdefault(field, value) != value:
                self._found.note("DATE_AT_ODDS", Severity.WARNING, span.start, f"{field}: {values[field]}, and {value}")
                values[field] = None
        if not read:
            return Dates()
        spans = sorted([*(span for _, span in read), *self._footer_codes()])
        revision = values.get("revised") or values.get("effective")
        section = "Cancellation clause, effective date, footer"
        return Dates(**values, source=self._document.cite(section, *spans, revision=revision))

    def _printed_dates(self) -> Iterator[tuple[str, Span]]:
        yield from ((field, span) for field, span in self._footer if field != "code")
        words = self._words("effective")
        if words and not any(span.start <= words.pieces[0].start < span.end for _, span in self._footer):
            yield "effective", words.pieces[0]
        replaces = self._search("cancellation", REPLACES)
        if replaces:
            yield "replaces", replaces

    def _is_date(self, field: str, span: Span) -> bool:
        if FIELD_READERS[field](self._text(span)):
            return True
        text = f"no date of a form that Connecticut prints: {even_blanks(self._text(span))}"
        self._found.note("DATE_UNREAD", Severity.WARNING, span.start, text)
        return False

    def _footer_codes(self) -> tuple[Span, ...]:
        return tuple(span for field, span in self._footer if field == "code")

    def _code(self, header: Span) -> Span | None:
        """Return where the code is printed, the header's before the footer's; at odds with one another is noted."""
        found = CODE_IN_BRACKETS.search(self._document.text, header.start, header.end)
        printed = [*([Span(*found.span())] if found else []), *self._footer_codes()]
        codes = {FIELD_READERS["code"](self._text(span)): span for span in printed}
        if len(codes) > 1:
            self._found.note(
                "CODE_AT_ODDS", Severity.ERROR, printed[-1].start, f"header and footer: {', '.join(codes)}"
            )
        if not printed:
            self._found.note("CODE_MISSING", Severity.WARNING, 0, "no class code is printed in header or footer")
            return None
        for span in printed[1:]:
            self._found.claim("code", span)
        return printed[0]

    def _title(self, header: Span) -> Span | None:
        """Return where the title is printed: before the code in the header, else in the cancellation clause."""
        code = CODE_IN_BRACKETS.search(self._document.text, header.start, header.end)
        if code is not None:
            return self._title_before(code.start(), header)
        title = self._search("cancellation", CLASS_REPLACED, 1)
        if title is not None and (self._search("cancellation", RETITLED) or self._stands_once(title)):
            text = "the title stands in the cancellation clause alone, where it may be an older one"
            self._found.note("TITLE_UNSURE", Severity.WARNING, title.start, text)
        return title

    def _stands_once(self, words: Span) -> bool:
        """Return whether no other passage of the document has these words, whatever their case."""
        folded = fold_heading(self._text(words))
        others = self._document.text[: words.start] + self._document.text[words.end :]
        return folded not in fold_heading(others)

    def _title_before(self, code: int, header: Span) -> Span | None:
        """Return the words that lead up to the code, over line ends but not over a blank line or furniture."""
        text, kept = self._document.text[header.start : code].rstrip(), ""
        for line in reversed(text.rsplit("\n", _MOST_TITLE_LINES)[-_MOST_TITLE_LINES:]):
            if not line.strip() or FURNITURE.fullmatch(line) or RANGE.search(line):
                break
            kept = f"{line}\n{kept}"
        end = header.start + len(text)
        return Span(end - len(kept.strip()), end) if kept else None

    # ---------------------------------------------------------------- pay

    def _pay(self, header: Span) -> Pay | None:
        ranges = list(RANGE.finditer(self._document.text, header.start, header.end))
        grades = self._grades(header)
        if not grades:
            if ranges:
                text = "pay is printed, but not the pay plan and grade; the figures are left unread"
                self._found.note("PAY_WITHOUT_GRADE", Severity.WARNING, ranges[0].start(), text)
            return None
        printed = list(dict.fromkeys(self._found.claim("grade", span) for span in grades))
        if len(printed) > 1:
            text = f"header and salary information: {', '.join(printed)}"
            self._found.note("PAY_GRADE_AT_ODDS", Severity.WARNING, grades[-1].start, text)
        plan, grade = printed[-1].split()
        figures = Span(ranges[0].start(), ranges[-1].end()) if ranges else None
        if figures is None:
            return Pay(plan=plan, grade=grade, source=self._cite("Salary information", *self._salary(), *grades))
        self._found.claim("pay", figures)
        return Pay(
            plan=plan, grade=grade, ranges=find_ranges(self._text(figures)), source=self._cite("Heading", figures)
        )

    def _grades(self, header: Span) -> list[Span]:
        """Return where a grade is printed: in the header behind the code, and as salary information."""
        code = CODE_IN_BRACKETS.search(self._document.text, header.start, header.end)
        found = GRADE.search(self._document.text, code.end(), header.end) if code else None
        salary = self._search("salary", GRADE, 1)
        return [*([Span(*found.span(1))] if found else []), *([salary] if salary else [])]

    def _salary(self) -> Iterator[Span]:
        return (section.heading for section in self._of_kind("salary"))

    def _remarks(self) -> Iterator[str]:
        category = self._line("eeo")
        if category:
            yield f"EEO category {category}."
        number = self._claimed("item_number", self._search("cancellation", ITEM_NUMBER))
        if number:
            yield f"Item number {number}."

    def _cite(self, section: str, *spans: Span) -> Source:
        return self._document.cite(section, *spans, revision=self._revision)

    def _aliases(self, title: str, code: str, grade: str) -> Iterator[Alias]:
        """Yield the codes that the compensation guidelines give to the class beside its own, and compare that one."""
        words = self._words("compensation")
        variants = list(PAY_VARIANT.finditer(words.text)) if words else []
        if words is None or not variants:
            return
        told = self._told(words, variants)
        for found in variants:
            if fold_title(found["title"]) == fold_title(title):
                excerpt = words.part(Span(*found.span()))
                self._found.claim_words("alias", excerpt)
                if found["code"] != printed_code(code):
                    yield self._alias(found, excerpt, title, (told, words))
                elif found["grade"] != grade:
                    text = f"compensation guidelines and salary information: {found['grade']}, and {grade or 'none'}"
                    self._found.note("PAY_GRADE_AT_ODDS", Severity.WARNING, _whole(excerpt).start, text)

    def _told(self, words: Excerpt, variants: Sequence[re.Match[str]]) -> str:
        """Claim what the guidelines say beside the codes, and return it."""
        for one in self._paragraphs("compensation"):
            self._claim_bullet(one)
        starts, ends = [0, *(one.end() for one in variants)], [*(one.start() for one in variants), len(words.text)]
        told = [words.part(Span(*gap)) for gap in zip(starts, ends, strict=True)]
        return even_blanks(" ".join(self._found.claim_words("alias_note", one) for one in told if one.pieces))

    def _alias(self, found: re.Match[str], printed: Excerpt, title: str, guidelines: tuple[str, Excerpt]) -> Alias:
        section, (told, words) = "Compensation guidelines", guidelines
        plan, grade = found["grade"].split()
        return Alias(
            code=found["code"],
            title=f"{title} {found['mark']}" if found["mark"] else title,
            pay=Pay(plan=plan, grade=grade, source=self._cite(section, *printed.pieces)),
            note=f"A pay variant of this class, never a step. {told}".strip(),
            source=self._cite(section, *words.pieces),
        )

    # ---------------------------------------------------------------- what is asked, and what is shown

    def _claim_paragraph(self, field: str, paragraph: Paragraph) -> None:
        self._claim_bullet(paragraph)
        self._found.claim_words(field, paragraph.excerpt)

    def _claim_bullet(self, paragraph: Paragraph) -> None:
        if paragraph.bullet is not None:
            self._found.claim("furniture", paragraph.bullet)

    def _superiors(self) -> Iterator[NamedSuperior]:
        for one in self._paragraphs("supervision received"):
            for superior in find_superiors(one.excerpt, "Supervision received"):
                self._found.claim_words("superior", superior.excerpt)
                yield superior

    def _conditions(self) -> Iterator[ShownCondition]:
        """Yield the special requirements of some positions; those of every incumbent are asked (``_asked``)."""
        for one in self._paragraphs("special requirements"):
            if ONLY_SHOWN.search(one.excerpt.text):
                self._claim_paragraph("condition", one)
                source = self._cite("Special requirements", *one.excerpt.pieces)
                for code in find_conditions(one.excerpt.text):
                    yield ShownCondition(code=code, text=even_blanks(one.excerpt.text), source=source)

    def _asked(self) -> Asked | None:
        parts = [one for kind, role in _ROLES.items() for one in self._statements(kind, role)]
        parts += self._statements("special requirements", Role.CREDENTIAL)
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts)) if parts else None

    def _statements(self, kind: str, role: Role) -> Iterator[Statement]:
        """Yield what a section asks; special requirements that are only shown are none of it."""
        asking = (
            one
            for one in self._paragraphs(kind)
            if kind != "special requirements" or not ONLY_SHOWN.search(one.excerpt.text)
        )
        for paragraphs in _joined(asking):
            for one in paragraphs:
                self._claim_bullet(one)
            pieces = tuple(piece for one in paragraphs for piece in one.excerpt.pieces)
            yield Statement(Excerpt(self._document, pieces), role, _SECTION_NAMES[kind])


def _joined(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    """Yield the paragraphs, those that end in ``or`` or ``and`` with the one that they lead to."""
    waiting: list[Paragraph] = []
    for one in paragraphs:
        waiting.append(one)
        if not one.excerpt.text.lower().endswith((" or", " and")):
            yield tuple(waiting)
            waiting = []
    if waiting:
        yield tuple(waiting)


READER = ConnecticutReader()
"""What the entry point group ``ladder.readers`` names."""

__all__ = ["FIELD_READERS", "READER"]
