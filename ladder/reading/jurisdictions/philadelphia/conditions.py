"""What a class shows beside its requirements: fitness, licences, languages, notes."""

from collections.abc import Iterable, Iterator, Sequence

from ladder.condition_codes import ConditionCode
from ladder.reading.jurisdictions.philadelphia.blocks import ClassList, Words
from ladder.reading.jurisdictions.philadelphia.layout import Kind, Line, Part, bullet_length, claim_heading
from ladder.reading.jurisdictions.philadelphia.marks import MarkKind, marks_of
from ladder.reading.passages import Claim, Document, Span
from ladder.specification import ShownCondition

_CODES = {Kind.PHYSICAL: "PHYSICAL", Kind.LICENCES: ConditionCode.LICENCE, Kind.ADDITIONAL: "ADDITIONAL"}


class ConditionReader:
    """Reads the sections behind the minimum qualifications."""

    def __init__(self, document: Document, revision: str | None) -> None:
        """Begin with nothing shown."""
        self._document = document
        self._revision = revision
        self.shown: list[ShownCondition] = []
        self.class_lists: list[ClassList] = []
        self.claims: list[Claim] = []

    def read(self, parts: Iterable[Part]) -> None:
        """Read the sections of conditions; lists of classes among them are kept as such."""
        for part in parts:
            if part.kind in _CODES:
                self._read_part(part, _CODES[part.kind])

    def _read_part(self, part: Part, code: str) -> None:
        limit = ""
        for lines in _statements(part.lines):
            first = next(iter(marks_of(lines[0])))
            if first.kind is MarkKind.CLASSES:
                self.claims.append(claim_heading(lines[0]))
                self.class_lists.append(ClassList(first.value, None, lines=lines[1:]))
            elif first.kind is MarkKind.SPECIALTY:
                limit = lines[0].text.rstrip(":")
                self.claims.append(claim_heading(lines[0]))
            else:
                self._show(code, [line.span for line in lines], part.title.rstrip(":").capitalize(), limit)

    def show_words(self, code: str, words: Words) -> None:
        """Show words that stand among the requirements."""
        self._show(code, words.pieces, words.section, ", ".join(words.specialties or ()))

    def _show(self, code: str, spans: Sequence[Span], section: str, limit: str) -> None:
        text = read_condition(" ".join(self._document.text[one.start : one.end] for one in spans))
        source = self._document.cite(section or "Conditions", *spans, revision=self._revision)
        self.shown.append(ShownCondition(code=code, text=f"{limit}: {text}" if limit else text, source=source))
        self.claims.extend(
            Claim("condition", one, read_condition(self._document.text[one.start : one.end])) for one in spans
        )


def read_condition(words: str) -> str:
    """Return the words of a condition with single blanks between them."""
    return " ".join(words.split())


def _statements(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines that belong together: a line, and the items of a list that it opens."""
    together: list[Line] = []
    for line in lines:
        opens = bool(together) and next(iter(marks_of(together[0]))).kind is MarkKind.CLASSES
        goes_on = together and (
            (together[0].text.endswith(":") and (bullet_length(line.text) or line.text[:1].islower()))
            or (opens and not line.text.endswith("."))
        )
        if goes_on:
            together.append(line)
            continue
        if together:
            yield together
        together = [line]
    if together:
        yield together
