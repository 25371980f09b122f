"""Documents to drafts of classes: the parts of each class, its title, code, pay and qualifications."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import chain, pairwise
from types import MappingProxyType

from ladder.reading.drafts import ClassDraft, SpecialIs
from ladder.reading.jurisdictions.facts import Gathered, even_blanks
from ladder.reading.jurisdictions.outline.asked_texts import join_texts, read_qualifications
from ladder.reading.jurisdictions.outline.document_parts import ASKED, Part, find_parts
from ladder.reading.jurisdictions.outline.labels import Labelled, find_labelled
from ladder.reading.jurisdictions.outline.printed_pay import find_pay
from ladder.reading.jurisdictions.outline.title_and_code import Identity, find_coded_titles, find_identity, find_titles
from ladder.reading.jurisdictions.outline.vocabulary import (
    HeadingWords,
    LayoutDescription,
    Vocabulary,
    load_vocabulary,
)
from ladder.reading.passages import Document, Excerpt, Span
from ladder.reading.sections import fold_heading
from ladder.sources import Severity
from ladder.specification import Pay

FIELD_READERS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    dict.fromkeys(("title", "code", "pay", "heading", "condition", "label", "join"), even_blanks)
)
"""How the words of a claimed passage read, by the claim's field."""

_FEWEST_HEADINGS = 2


class GeneralReader:
    """The reader of outlines with well-known headings, for a jurisdiction that the caller names."""

    name = "general outline"

    def __init__(self, *, jurisdiction: str, vocabulary: Vocabulary | None = None) -> None:
        """Read documents as those of a jurisdiction, by the words of the package or those given."""
        self.jurisdiction = jurisdiction
        self.vocabulary = vocabulary or load_vocabulary()

    def with_words(self, words: HeadingWords) -> "GeneralReader":
        """Return a reader that asks these words before those it has."""
        reader = copy(self)
        reader.vocabulary = self.vocabulary.with_words(words)
        return reader

    def recognises(self, document: Document) -> bool:  # noqa: ARG002 - the protocol's question
        """Return that no document is recognised: this reader is asked for by name, or not at all."""
        return False

    def read(self, document: Document) -> Sequence[ClassDraft]:
        """Return a draft for each class of a document; its title is none where none is labelled or leads.

        A document specifies several classes where a label of titles stands several times
        with different values, or titles with codes each lead qualifications; each class
        then goes to the next such title. Where such a label heads a table of several
        titles, each is a class that is only named.
        """
        whole = Span(0, len(document.text))
        labelled = find_labelled(document, whole, self.vocabulary)
        titles = _different(document, find_titles(document, labelled, self.vocabulary))
        rows = [one for one in titles if one.label == titles[0].label]
        if len(rows) > 1:
            return list(_named_only(document, self.jurisdiction, rows, labelled))
        scopes = _scopes(document, [one.label for one in titles[1:]]) if titles else self._scopes_of_coded(document)
        return [_OutlineDocument(document, self.jurisdiction, self.vocabulary, scope).draft() for scope in scopes]

    def _scopes_of_coded(self, document: Document) -> Sequence[Span]:
        """Return the passages that titles with codes lead, if each has qualifications; else the whole document."""
        whole = Span(0, len(document.text))
        scopes = _scopes(document, find_coded_titles(document, whole, self.vocabulary))[1:]
        asking = [any(part.kind in ASKED for part in find_parts(document, one, self.vocabulary)) for one in scopes]
        return scopes if len(scopes) > 1 and all(asking) else (whole,)


class DescribedReader(GeneralReader):
    """The reader of a layout that a description gives the words of."""

    def __init__(self, description: LayoutDescription, *, vocabulary: Vocabulary | None = None) -> None:
        """Read documents by the words of the description, and by those of the package or those given."""
        words = vocabulary or load_vocabulary()
        super().__init__(jurisdiction=description.jurisdiction, vocabulary=words.with_words(description.words))
        self.name = description.name
        self._recognized_by = description.recognized_by

    def recognises(self, document: Document) -> bool:
        """Return whether the words that every document of the layout holds stand in this one."""
        return all(words in document.text for words in self._recognized_by)


def _different(document: Document, titles: Iterable[Labelled]) -> list[Labelled]:
    """Return the first of the labelled titles of each wording."""
    by_words: dict[str, Labelled] = {}
    for one in titles:
        by_words.setdefault(fold_heading(document.text[one.value.start : one.value.end]), one)
    return list(by_words.values())


def _scopes(document: Document, leading: Sequence[Span]) -> Sequence[Span]:
    """Return the passage above these, and those that they lead, each up to the next."""
    starts = [document.text.rfind("\n", 0, one.start) + 1 for one in leading]
    return [Span(*ends) for ends in pairwise((0, *starts, len(document.text)))]


def _named_only(
    document: Document, jurisdiction: str, rows: Iterable[Labelled], labelled: Iterable[Labelled]
) -> Iterator[ClassDraft]:
    """Yield the drafts of the classes that a table of titles names; whose the qualifications are is not said."""
    codes = {document.line_at(one.value.start): one.value for one in labelled if one.fact == "code"}
    for number, title in enumerate(rows):
        gathered = Gathered(document, FIELD_READERS)
        code = codes.get(document.line_at(title.value.start))
        if number == 0:
            text = "a table names several classes; whose the qualifications are is not read"
            gathered.note("SEVERAL_CLASSES", Severity.ERROR, title.label.start, text)
        yield ClassDraft(
            jurisdiction=jurisdiction,
            code=gathered.claim("code", code) if code else None,
            title=gathered.claim("title", title.value),
            title_excerpt=Excerpt(document, (title.value,)),
            claims=gathered.claims,
            notes=gathered.notes,
        )


@dataclass(frozen=True)
class _Found:
    """What stands where in the passage of one class."""

    labelled: tuple[Labelled, ...]
    parts: tuple[Part, ...]
    identity: Identity


class _OutlineDocument:
    """The passage of one class: its parts, and what was claimed and noted on the way."""

    def __init__(self, document: Document, jurisdiction: str, vocabulary: Vocabulary, scope: Span) -> None:
        self.document = document
        self.jurisdiction = jurisdiction
        self.vocabulary = vocabulary
        self.scope = scope
        self.gathered = Gathered(document, FIELD_READERS)
        self.found = self._find()

    def _find(self) -> _Found:
        labelled = find_labelled(self.document, self.scope, self.vocabulary)
        parts = find_parts(self.document, self.scope, self.vocabulary)
        head_end = next((part.heading.start for part in parts if self._ends_head(part)), self.scope.end)
        identity = find_identity(self.document, self.scope, labelled, self.vocabulary, head_end=head_end)
        return _Found(labelled, parts, identity)

    def _ends_head(self, part: Part) -> bool:
        """Return whether no title stands below a heading: it is no label, and names no kind of document."""
        return part.kind in ASKED or not (part.runs_in or self.vocabulary.is_no_title(part.title(self.document)))

    def draft(self) -> ClassDraft:
        several = self._has_several_classes()
        read = read_qualifications(self.document, self.found.parts, self.vocabulary, several=several)
        title = self._title(asks=read.asked is not None or several)
        self._claim("heading", read.headings)
        self._claim("label", self.found.identity.labels if title else ())
        code = self.found.identity.code
        return ClassDraft(
            jurisdiction=self.jurisdiction,
            code=self.gathered.claim("code", code) if code and title else None,
            title=self.gathered.claim("title", title) if title else None,
            pay=self._pay(),
            conditions=tuple(read.shown),
            asked=read.asked,
            substitutions=tuple(read.substitutions),
            special_is=self._special_is(),
            qualifications=tuple(read.passages),
            title_excerpt=Excerpt(self.document, (title,)) if title else None,
            claims=(*self.gathered.claims, *read.claims, *chain.from_iterable(one.claims for one in read.outlines)),
            notes=(*self.gathered.notes, *chain.from_iterable(one.notes for one in read.outlines)),
        )

    def _claim(self, field: str, spans: Iterable[Span]) -> None:
        for span in spans:
            if span.end > span.start:
                self.gathered.claim(field, span)

    def _title(self, *, asks: bool) -> Span | None:
        """Return the title; a first line is none where nothing else says that the document specifies a class."""
        parts = [part for part in self.found.parts if part.kind != "ended"]
        is_specification = asks or len(parts) >= _FEWEST_HEADINGS
        identity = self.found.identity
        return identity.title if identity.is_sure or identity.code or is_specification else None

    def _has_several_classes(self) -> bool:
        """Return whether a heading of requirements stands twice, as where a document specifies a series."""
        texts = join_texts(self.document, self.found.parts, self.vocabulary)
        opened = [text.parts[0] for text in texts if text.kind == "open" and not text.parts[0].runs_in]
        seen: dict[str, Part] = {}
        for part in opened:
            heading = fold_heading(part.title(self.document))
            if heading in seen:
                text = "requirements stand under the same heading twice: the document specifies several classes; "
                self.gathered.note(
                    "SEVERAL_CLASSES", Severity.ERROR, seen[heading].heading.start, f"{text}none is read"
                )
                return True
            if not part.is_blank(self.document):
                seen[heading] = part
        return False

    def _pay(self) -> Pay | None:
        found = find_pay(self.document, self.scope, self.found.labelled, self.found.parts)
        if not found:
            return None
        spans = [span for one in found for span in one.spans]
        self._claim("pay", spans)
        ranges = tuple(one.range for one in found)
        return Pay(plan=self.jurisdiction, grade="salary", ranges=ranges, source=self.document.cite("Pay", *spans))

    def _special_is(self) -> SpecialIs:
        """Return that special experience is on top of general: where nothing says, the longer time is the safe one."""
        kinds = {part.kind for part in self.found.parts}
        if {"general", "special"} <= kinds:
            place = next(part.heading.start for part in self.found.parts if part.kind == "special")
            text = "special experience is taken to be asked on top of general, unless the sentence says otherwise"
            self.gathered.note("SPECIAL_ADDED", Severity.WARNING, place, text)
        return SpecialIs.ADDITIONAL
