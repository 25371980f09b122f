"""The general reader: outlines of a layout that no reader of a jurisdiction knows.

It reads only what labels and well-known headings say. What it does not know stays
unread; it takes nothing for a fact that is not labelled as one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, dropwhile
from types import MappingProxyType

from ladder.reading.drafts import AllOf, Asked, ClassDraft, Role, SpecialIs, Statement
from ladder.reading.jurisdictions.facts import Gathered, even_blanks
from ladder.reading.jurisdictions.outline_headings import HEADINGS
from ladder.reading.outlines import Outline, read_outline
from ladder.reading.outlines.items import excerpt_of, lines_of, read_items
from ladder.reading.passages import Document, Excerpt, Span
from ladder.reading.sections import Section, find_sections, fold_heading
from ladder.sources import Severity
from ladder.specification import Pay, PayRange, PayUnit, ShownCondition

_ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "open": Role.OPEN,
        "general": Role.GENERAL,
        "special": Role.SPECIAL,
        "education": Role.EDUCATION,
        "credential": Role.CREDENTIAL,
        "substitution": Role.SUBSTITUTION,
        "internal": Role.INTERNAL,
    }
)

_TITLE = re.compile(
    r"(?m)^[ \t]{0,40}(?:(?:Class|Job|Position|Classification|Specification)[ \t]{1,4})?Title[ \t]{0,9}:"
    r"[ \t]{0,40}(?P<value>[^\s:][^\n:]{0,120})$",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\b(?:(?:(?:Class|Job|Classification|Specification|Occupation(?:al)?)[ \t]{1,4})?Code"
    r"(?:[ \t]{1,4}(?:No\.?|Number))?|(?:Class|Job|Specification)[ \t]{1,4}(?:No\.?|Number))"
    r"[ \t]{0,9}[:#][ \t]{0,40}(?P<value>[A-Za-z0-9][A-Za-z0-9._-]{0,19})",
    re.IGNORECASE,
)
_FIGURE = r"\$[ ]?(?:[0-9](?:,[0-9]{3}){2}|[0-9]{1,3},[0-9]{3}|[0-9]{1,7})(?![0-9]|,[0-9]{3})(?:\.[0-9]{1,4})?"
_UNITS: Mapping[str, PayUnit] = MappingProxyType(
    {
        "hour": PayUnit.HOURLY,
        "hourly": PayUnit.HOURLY,
        "biweekly": PayUnit.BIWEEKLY,
        "bi-weekly": PayUnit.BIWEEKLY,
        "month": PayUnit.MONTHLY,
        "monthly": PayUnit.MONTHLY,
        "year": PayUnit.YEARLY,
        "yearly": PayUnit.YEARLY,
        "annual": PayUnit.YEARLY,
        "annually": PayUnit.YEARLY,
        "annum": PayUnit.YEARLY,
    }
)
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_PAY = re.compile(
    rf"(?:\b(?P<before>{_UNIT})\b[^\n$0-9]{{0,40}})?(?P<low>{_FIGURE})"
    rf"(?:[ \t]{{0,4}}(?:-|to)[ \t]{{0,4}}(?P<high>{_FIGURE}))?"
    rf"(?:[ \t]{{0,4}}[(/]?[ \t]{{0,4}}(?:(?:per|an|a)[ \t]{{1,4}})?(?P<after>{_UNIT})\b)?",
    re.IGNORECASE,
)
_PAY_LABEL = re.compile(r"\b(?:salary|pay|wage|compensation)\b", re.IGNORECASE)
_AFTER_LABEL = re.compile(r"[:#]")
_KIND_OF_DOCUMENT = re.compile(
    r"(?:the )?(?:state|city|county|town|commonwealth|government|university|department|office|bureau|division) of\b"
    r"|(?:class|job|position|classification) ?(?:specification|description|bulletin|announcement)s?\b"
    r"|page [0-9]|https?:",
    re.IGNORECASE,
)
_CODE_AFTER_TITLE = re.compile(r"[ \t]{1,9}\((?=[A-Z]{0,7}[0-9])(?P<value>[A-Z0-9]{3,8})\)$")
_LONGEST_TITLE = 90


def _labelled(text: str) -> str:
    """Return what stands after the first colon or number sign."""
    return even_blanks(_AFTER_LABEL.split(text, maxsplit=1)[-1])


FIELD_READERS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "title": lambda text: _labelled(text) if _TITLE.fullmatch(text) else even_blanks(text),
        "code": lambda text: _labelled(text) if _CODE.fullmatch(text) else text,
        "pay": even_blanks,
        "heading": even_blanks,
        "condition": even_blanks,
        "label": even_blanks,
        "join": even_blanks,
    }
)
"""How the words of a claimed passage read, by the claim's field."""


class GeneralReader:
    """The reader of outlines with well-known headings, for a jurisdiction that the caller names."""

    name = "general outline"

    def __init__(self, *, jurisdiction: str) -> None:
        """Read documents as those of a jurisdiction."""
        self.jurisdiction = jurisdiction

    def recognises(self, document: Document) -> bool:  # noqa: ARG002 - the protocol's question
        """Return that no document is recognised: this reader is asked for by name, or not at all."""
        return False

    def read(self, document: Document) -> Sequence[ClassDraft]:
        """Return the draft of the one class of a document; its title is none where none is labelled or leads."""
        return (_OutlineDocument(document, self.jurisdiction).draft(),)


class _OutlineDocument:
    """One document: its sections, and what was claimed and noted on the way."""

    def __init__(self, document: Document, jurisdiction: str) -> None:
        self.document = document
        self.jurisdiction = jurisdiction
        self.gathered = Gathered(document, FIELD_READERS)
        found = find_sections(document, HEADINGS, run_in=True, unknown="unknown")
        self.sections = tuple(dropwhile(lambda section: section.kind == "unknown", found))
        self.head_end = self.sections[0].heading.start if self.sections else len(document.text)

    def draft(self) -> ClassDraft:
        title = self._title()
        code = self._code(title)
        outlines = [self._outline(section) for section in self.sections if section.kind in _ROLES]
        asked = self._asked(outlines)
        return ClassDraft(
            jurisdiction=self.jurisdiction,
            code=code,
            title=self.gathered.claim("title", title) if title else None,
            pay=self._pay(),
            conditions=tuple(self._shown()),
            asked=_together(asked),
            substitutions=tuple(chain.from_iterable(one.substitutions for one in outlines)) if asked else (),
            special_is=self._special_is(),
            title_excerpt=Excerpt(self.document, (title,)) if title else None,
            claims=(*self.gathered.claims, *chain.from_iterable(one.claims for one in outlines)),
            notes=(*self.gathered.notes, *chain.from_iterable(one.notes for one in outlines)),
        )

    def _asked(self, outlines: Iterable[Outline]) -> list[Asked]:
        """Return what the outlines ask; nothing where the document specifies several classes."""
        asked = [one.asked for one in outlines if one.asked is not None]
        return [] if self._has_several_classes() else asked

    def _has_several_classes(self) -> bool:
        """Return whether a heading of requirements stands twice, as where a document specifies a series."""
        opened = [section for section in self.sections if section.kind == "open"]
        headings = [fold_heading(section.title(self.document)) for section in opened]
        pairs = zip(opened, headings, strict=True)
        twice = next((section for section, heading in pairs if headings.count(heading) > 1), None)
        if twice is not None:
            text = (
                "requirements stand under the same heading twice: the document specifies several classes; none is read"
            )
            self.gathered.note("SEVERAL_CLASSES", Severity.ERROR, twice.heading.start, text)
        return twice is not None

    def _title(self) -> Span | None:
        """Return the labelled title, else the first line above the headings that can be one, without its code."""
        text = self.document.text
        found = _TITLE.search(text)
        if found is not None:
            place = Span(found.start() + len(found.group()) - len(found.group().lstrip()), found.end())
        else:
            head = Excerpt(self.document, (Span(0, self.head_end),))
            first = next((line.span for line in lines_of(head) if self._may_be_title(line.span)), None)
            if first is None:
                return None
            place = first
        code = _CODE_AFTER_TITLE.search(text, place.start, place.end)
        return Span(place.start, code.start()) if code else place

    def _may_be_title(self, span: Span) -> bool:
        words = self.document.text[span.start : span.end]
        if len(words) > _LONGEST_TITLE or words.endswith(".") or ":" in words or "$" in words:
            return False
        return any(letter.isalpha() for letter in words) and not _KIND_OF_DOCUMENT.match(words)

    def _code(self, title: Span | None) -> str | None:
        """Return the labelled code; else the one in brackets after the title."""
        found = _CODE.search(self.document.text)
        if found is not None:
            return self.gathered.claim("code", Span(*found.span()))
        end = self.document.text.find("\n", title.end) if title else -1
        found = _CODE_AFTER_TITLE.match(self.document.text, title.end, end) if title and end >= 0 else None
        return self.gathered.claim("code", Span(found.start("value"), found.end("value"))) if found else None

    def _pay(self) -> Pay | None:
        """Return the labelled pay whose unit is printed; figures without a unit stay unread."""
        for found in _PAY.finditer(self.document.text):
            line_start = self.document.text.rfind("\n", 0, found.start()) + 1
            unit = found["before"] or found["after"]
            if unit is None or not _PAY_LABEL.search(self.document.text, line_start, found.end()):
                continue
            low = _dollars(found["low"])
            high = _dollars(found["high"]) if found["high"] else low
            span = Span(*found.span())
            self.gathered.claim("pay", span)
            ranges = (PayRange(unit=_UNITS[unit.casefold()], low=low, high=high),)
            return Pay(plan=self.jurisdiction, grade="salary", ranges=ranges, source=self.document.cite("Pay", span))
        return None

    def _outline(self, section: Section) -> Outline:
        self.gathered.claim("heading", section.heading)
        title = section.title(self.document).rstrip(":")
        outline = read_outline(Excerpt(self.document, (section.body,)), role=_ROLES[section.kind], section=title)
        if section.kind != "substitution" or outline.asked is None:
            return outline
        allowed = (*_statements(outline.asked), *outline.substitutions)
        return Outline(None, allowed, outline.claims, outline.notes)

    def _shown(self) -> Iterator[ShownCondition]:
        """Yield what a section of special requirements says, item by item."""
        for section in self.sections:
            if section.kind == "shown":
                self.gathered.claim("heading", section.heading)
                for item in read_items(Excerpt(self.document, (section.body,))):
                    yield from self._condition(section, excerpt_of(self.document, item.lines))

    def _condition(self, section: Section, words: Excerpt) -> Iterator[ShownCondition]:
        if words.text.strip():
            self.gathered.claim_words("condition", words)
            source = self.document.cite(section.title(self.document), *words.pieces)
            yield ShownCondition(code="SPECIAL_REQUIREMENT", text=even_blanks(words.text), source=source)

    def _special_is(self) -> SpecialIs:
        """Return that special experience is on top of general: where nothing says, the longer time is the safe one."""
        kinds = {section.kind for section in self.sections}
        if {"general", "special"} <= kinds:
            place = next(section.heading.start for section in self.sections if section.kind == "special")
            text = "special experience is taken to be asked on top of general, unless the sentence says otherwise"
            self.gathered.note("SPECIAL_ADDED", Severity.WARNING, place, text)
        return SpecialIs.ADDITIONAL


def _together(asked: Sequence[Asked]) -> Asked | None:
    if not asked:
        return None
    return asked[0] if len(asked) == 1 else AllOf(tuple(asked))


def _statements(asked: Asked) -> Iterable[Statement]:
    if isinstance(asked, Statement):
        yield asked
    else:
        for part in asked.parts:
            yield from _statements(part)


def _dollars(figure: str) -> Decimal:
    return Decimal("".join(letter for letter in figure if letter in "0123456789."))
