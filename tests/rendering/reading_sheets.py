"""Readings made for the tests of the review sheet: in our own words, of several documents, and meant to do harm."""

from dataclasses import replace
from types import MappingProxyType

from ladder.catalog.mentions import find_mentions
from ladder.qualifications import DegreeLevel, Education, Judgement, Qualifications, Route
from ladder.reading.passages import Claim, Document, Span
from ladder.reading.readings import Reading
from ladder.sources import Note, Severity, Source
from ladder.specification import ClassSpecification, Completeness
from tests.reading.readings import nothing_read, reading_of
from tests.rendering.catalogs import HOSTILE, hostile_catalog

TEXT = """Page 1 of 1
FILE CLERK

Class Code: 1   Pay: A 12
Revised 2024-05

What it asks
  Two years as Helper,
  one of them in charge.
Must swim.

It files things."""


def claim(field: str, words: str, *, text: str = TEXT) -> Claim:
    """Return the claim of the first passage with these words."""
    start = text.index(words)
    return Claim(field, Span(start, start + len(words)), words)


def clerk(name: str = "clerk.txt", *, title: str = "File Clerk", code: str = "1") -> Reading:
    """Return the reading of a short document with every kind of passage."""
    base = reading_of(code, document=name, title=title, feeders={"xx/helper": "Helper"})
    asked = "Two years as Helper,\n  one of them in charge."
    claims = [
        ("furniture", "Page 1 of 1"),
        ("title", "FILE CLERK"),
        ("code", "Class Code: 1"),
        ("pay", "Pay: A 12"),
        ("date", "Revised 2024-05"),
        ("heading", "What it asks"),
        ("requirement", asked),
        ("months", "Two years"),
        ("class_title", "Helper"),
        ("bargaining_unit", "It files"),
    ]
    return replace(
        base,
        document=Document(name, TEXT),
        claims=tuple(claim(*one) for one in claims),
        notes=(
            Note("NEAR_TITLE", Severity.INFO, 0, "Helper: no class is called so"),
            Note("UNREAD_REQUIREMENT", Severity.WARNING, 10, "not read: Must swim"),
            Note("FAR", Severity.ERROR, 99, "a line that is not there"),
        ),
        unread=((10, 10), (12, 12)),
    )


def several() -> tuple[Reading, ...]:
    """Return readings of three documents: one of two classes, one of one, one of none."""
    first = clerk()
    second = replace(clerk(code="2", title="Chief Clerk"), document=first.document)
    return first, second, clerk("other.txt", code="3"), nothing_read("none.txt")


def unsettled() -> Reading:
    """Return the reading of a class with two ways in, a part that was not read, and words that the record has not."""
    base = clerk()
    assert base.record is not None
    assert base.record.qualifications is not None
    (general,) = base.record.qualifications.requirements
    unread = Judgement(id="unread", what="Must swim.", code="UNREAD", source=_on(10))
    school = Education(id="education", what="A diploma", degree=DegreeLevel.HIGH_SCHOOL, source=_on(8))
    rules = Qualifications(
        requirements=(general, unread, school),
        routes=(
            Route(id="general", requires=("unread", "general")),
            Route(id="route-2", requires=("unread", "education")),
        ),
    )
    record = replace(base.record, qualifications=rules, completeness=Completeness.PARTIAL)
    footnote = Note("FOOTNOTE_UNREAD", Severity.WARNING, 8, "a footnote to this line may change what is asked")
    left = Note("WORDS_NOT_USED", Severity.WARNING, 12, "words that nothing uses: It files things.")
    return replace(base, record=record, notes=(*base.notes, footnote, left))


def _on(line: int) -> Source:
    return Source(document="clerk.txt", section="Experience", lines=(line, line))


def hostile_readings() -> tuple[Reading, ...]:
    """Return a reading for each of the words meant to do harm, in its name, text, record, notes and claims."""
    catalog = hostile_catalog()
    specs = [spec for spec in catalog.classes.values() if spec.qualifications]
    return tuple(_hostile(spec, words) for spec, words in zip(specs, HOSTILE, strict=True))


def _hostile(spec: ClassSpecification, words: str) -> Reading:
    text = f"{words}\nplain\n{words}\n{words}"
    at = text.rindex(words)
    name = words.replace("/", "-")
    printed = {class_id: words for _, class_id, _ in find_mentions(spec)}
    return Reading(
        document=Document(name, text),
        jurisdiction="xx",
        record=_cited(spec, name),
        notes=(Note("NOTE", Severity.WARNING, 1, words), Note(words, Severity.INFO, 0, words)),
        claims=(Claim("title", Span(0, len(words)), words), Claim(words, Span(at, at + len(words)), words)),
        unread=((2, 3),),
        printed=MappingProxyType(printed),
    )


def _cited(spec: ClassSpecification, name: str) -> ClassSpecification:
    """Return the class with its general experience standing on the first line of the document."""
    rules = spec.qualifications
    assert rules is not None
    source = Source(document=name, section=spec.title, lines=(1, 1), quote=spec.title)
    first, *more = rules.requirements
    asked = (replace(first, source=source), *more)
    changed = Qualifications(requirements=asked, routes=rules.routes, substitutions=rules.substitutions)
    return replace(spec, qualifications=changed, source=source)
