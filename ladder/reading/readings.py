"""A draft to a reading: the record, the steps it draws, what was noted, and what stayed unread."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ladder.catalog.steps import find_steps
from ladder.qualifications import Certainty, Experience, Qualifications, Requirement
from ladder.reading.doubts import FOOTNOTE_UNREAD, NOT_ACCOUNTED_FOR, ROUTE_NEVER_NEEDED, find_doubts, find_untold_words
from ladder.reading.drafts import ClassDraft
from ladder.reading.extent import READING_STOPPED
from ladder.reading.named_classes import make_slug
from ladder.reading.passages import Claim, Document, Span, find_unread, find_unread_words
from ladder.reading.qualifying.assembling import Qualified, qualify
from ladder.records import RecordRefusedError, checked
from ladder.requirement_references import requirement_referred_to
from ladder.sources import Note, Severity, Source
from ladder.specification import ClassSpecification, Completeness, Superior

UNUSED_WORDS = "WORDS_NOT_USED"
"""The code of the note on words of the qualifications that no field uses: the record is partial."""

LEFT_OUT = frozenset(
    {
        "UNREAD_REQUIREMENT",
        "SUBSTITUTION_NOT_HELD",
        "MAXIMUM_SHARED",
        "TOO_MANY_ROUTES",
        UNUSED_WORDS,
        READING_STOPPED,
        FOOTNOTE_UNREAD,
        ROUTE_NEVER_NEEDED,
        NOT_ACCOUNTED_FOR,
    }
)
"""Codes of notes on passages that bear on what is asked and that the record does not hold: it is partial."""

_MOST_SHOWN = 200
MOST_JOINT = 40
"""So many conditions are told beside a step; the record holds them all. Real classes have at most 17 requirements."""


@dataclass(frozen=True)
class ReadStep:
    """A step that a document draws, its feeder class by printed title and, once resolved, by id.

    ``months`` is the service the clause asks, none where it states none.
    ``joint_conditions`` are the kind of service, where one is said, and what the same
    route asks besides.
    """

    from_title: str
    feeder_class: str | None
    months: int | None
    kind: str
    certainty: Certainty
    joint_conditions: tuple[str, ...]
    source: Source


@dataclass(frozen=True)
class Reading:
    """What was made of one class of one document; ``record`` is none where no class was found.

    ``printed`` maps the ids of the classes named to their titles as printed, ``codes`` to
    the codes printed with them. ``unread``
    are the runs of lines that hold a character no field used.
    """

    document: Document
    jurisdiction: str | None
    record: ClassSpecification | None = None
    steps: tuple[ReadStep, ...] = ()
    notes: tuple[Note, ...] = ()
    claims: tuple[Claim, ...] = ()
    unread: tuple[tuple[int, int], ...] = ()
    printed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    codes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    numerals_are_pay_grades: bool = False


def make_readings(document: Document, drafts: Iterable[ClassDraft]) -> tuple[Reading, ...]:
    """Return a reading for each draft of a document, each with the lines that none of them used."""
    readings = tuple(make_reading(document, draft) for draft in drafts)
    unread = find_unread(document, [claim for one in readings for claim in one.claims])
    return tuple(replace(one, unread=unread) for one in readings)


_NOTHING_ASKED = "the document says that nothing is asked"
_NONE_ASKED = re.compile(
    r"no(?:\s(?:previous|prior|specific))?\s(?:experience|training|education|qualifications?)\b|none(?:\srequired)?\.?$",
    re.IGNORECASE,
)


def make_reading(document: Document, draft: ClassDraft) -> Reading:
    """Return the reading of one draft; a class without a title is none, and noted."""
    qualified = qualify(draft)
    doubts = find_doubts(document, draft, qualified.rules)
    if qualified.is_whole and not doubts:
        doubts = find_untold_words(document, draft, qualified)
    notes = (*document.notes, *draft.notes, *qualified.notes, *doubts)
    reading = Reading(
        document=document,
        jurisdiction=draft.jurisdiction,
        notes=notes,
        claims=(*draft.claims, *qualified.claims),
        printed=_printed(draft, qualified),
        codes=qualified.codes,
        numerals_are_pay_grades=draft.numerals_are_pay_grades,
    )
    unused = find_unread_words(document, draft.qualifications, reading.claims) if qualified.is_whole else None
    if unused is not None:
        reading = replace(reading, notes=(*reading.notes, _note_unused(document, unused)))
        qualified = replace(qualified, is_whole=False)
    if not draft.title:
        return _noted(reading, "TITLE_MISSING", "the document prints no title of a class that the reader knows")
    try:
        record = checked(_record(document, draft, qualified, _completeness(document, qualified, doubts)))
    except RecordRefusedError as error:
        first = error.details[0]
        place = ".".join(map(str, first["loc"]))
        return _noted(reading, "RECORD_REFUSED", f"no record can hold this: {place or 'the class'}: {first['msg']}")
    reading = replace(reading, record=record, steps=tuple(draw_steps(record, reading.printed)))
    if qualified.rules is None and _asks_nothing(draft, qualified):
        return replace(reading, notes=(*reading.notes, Note("NOTHING_ASKED", Severity.WARNING, 0, _NOTHING_ASKED)))
    if qualified.rules is None:
        return _noted(reading, "NO_REQUIREMENTS", "no minimum qualifications were found")
    return reading


def _asks_nothing(draft: ClassDraft, qualified: Qualified) -> bool:
    """Return whether the document itself says that nothing is asked: "No experience is required", "None"."""
    passages = (
        draft.title_excerpt.document.text[one.start : one.end] for one in draft.qualifications if draft.title_excerpt
    )
    said = (*(one.text for one in qualified.conditions), *passages)
    return any(_NONE_ASKED.match(one.strip()) for one in said)


def _note_unused(document: Document, unused: Span) -> Note:
    words = " ".join(document.text[unused.start : unused.end].split())
    shown = words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN]}..."
    return Note(UNUSED_WORDS, Severity.WARNING, document.line_at(unused.start), f"words that nothing uses: {shown}")


def draw_steps(record: ClassSpecification, printed: Mapping[str, str]) -> Iterable[ReadStep]:
    """Yield the steps that a record alone draws."""
    for step in find_steps({record.class_id: record}, {}):
        requirement = requirement_referred_to(step.requirement or "")
        yield ReadStep(
            from_title=printed.get(step.feeder_class, step.feeder_class.partition("/")[2]),
            feeder_class=step.feeder_class,
            months=step.months,
            kind=step.kind.value,
            certainty=step.certainty,
            joint_conditions=_joint(record.qualifications, requirement),
            source=step.source,
        )


def _joint(rules: Qualifications | None, requirement: str) -> tuple[str, ...]:
    """Return what counts beside the months: the kind of service, then what the first route asks besides."""
    routes = rules.routes if rules else ()
    together = next((route.requires for route in routes if requirement in route.requires), ())
    asked = {rule.id: rule for rule in rules.requirements} if rules else {}
    besides = [asked[name].what for name in together if name != requirement]
    rest = len(besides) - MOST_JOINT
    more = (f"and {rest:,} more",) if rest > 0 else ()
    return (*_kind_of_service(asked.get(requirement)), *besides[:MOST_JOINT], *more)


def _kind_of_service(rule: Requirement | None) -> tuple[str, ...]:
    """Return the field of the service, where the sentence says one: its meaning is then not the whole sentence."""
    if rule is None or not isinstance(rule, Experience) or _plain(rule.what) == _plain(rule.source.quote or ""):
        return ()
    return (rule.what,)


def _plain(words: str) -> str:
    return " ".join(words.casefold().strip(" .;,").split())


def _noted(reading: Reading, code: str, text: str) -> Reading:
    return replace(reading, notes=(*reading.notes, Note(code, Severity.ERROR, 0, text)))


def _printed(draft: ClassDraft, qualified: Qualified) -> Mapping[str, str]:
    superiors = {f"{draft.jurisdiction}/{make_slug(one.title)}": one.title for one in draft.superiors}
    return MappingProxyType({**superiors, **qualified.printed})


def _record(
    document: Document, draft: ClassDraft, qualified: Qualified, completeness: Completeness
) -> ClassSpecification:
    return ClassSpecification(
        jurisdiction=draft.jurisdiction,
        code=draft.code,
        slug=None if draft.code else make_slug(draft.title or ""),
        title=draft.title or "",
        completeness=completeness,
        aliases=draft.aliases,
        series=draft.series,
        pay=draft.pay,
        bargaining_unit=draft.bargaining_unit,
        occupational_group=draft.occupational_group,
        designation=draft.designation,
        dates=draft.dates,
        qualifications=qualified.rules,
        early_filing=qualified.early_filing,
        conditions=(*draft.conditions, *qualified.conditions),
        superiors=tuple(_superiors(document, draft)),
        notes=draft.remarks,
        source=_source(document, draft),
    )


def _completeness(document: Document, qualified: Qualified, doubts: tuple[Note, ...]) -> Completeness:
    if qualified.rules is None:
        return Completeness.NAMED_ONLY
    is_cut = any(note.code == READING_STOPPED for note in document.notes)
    return Completeness.WHOLE if qualified.is_whole and not is_cut and not doubts else Completeness.PARTIAL


def _superiors(document: Document, draft: ClassDraft) -> Iterable[Superior]:
    for one in draft.superiors:
        class_id = f"{draft.jurisdiction}/{make_slug(one.title)}"
        source = document.cite(one.section, *one.excerpt.pieces, revision=draft.revision)
        yield Superior(class_id=class_id, source=source)


def _source(document: Document, draft: ClassDraft) -> Source:
    if draft.title_excerpt is None:
        return Source(document=document.name, section="Heading", revision=draft.revision)
    return document.cite("Heading", *draft.title_excerpt.pieces, revision=draft.revision)
