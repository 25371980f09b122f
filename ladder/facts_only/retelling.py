"""A record without the words of its document: months, classes, degrees, pay and citations, told anew.

What a requirement means is said by where it stands: ``work described in line 24``. Titles
and names stay, a long name cut (``short_names``); no figure, class, route or code changes,
so that every answer keeps its status, months and conditions.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple, TypeVar

from ladder.facts_only.short_names import ShortNames
from ladder.records import Record
from ladder.sources import Source
from ladder.telling.messages import is_known, say

FACTS: Mapping[str, frozenset[str]] = {
    "Alias": frozenset({"code", "title"}),
    "ClassSpecification": frozenset({"jurisdiction", "code", "slug", "title"}),
    "ConventionNote": frozenset({"id", "question", "answer", "basis"}),
    "Credential": frozenset({"id"}),
    "Dates": frozenset({"effective", "established", "revised", "replaces", "replaced"}),
    "DegreeSubstitution": frozenset({"stands_for"}),
    "EarlyFiling": frozenset({"routes"}),
    "Education": frozenset({"id"}),
    "Experience": frozenset({"id", "within", "additional_to", "after"}),
    "Judgement": frozenset({"id", "code"}),
    "Jurisdiction": frozenset({"id", "name", "grades_lowest_first"}),
    "JurisdictionNote": frozenset({"text", "date"}),
    "NamedClass": frozenset({"class_id"}),
    "PageWords": frozenset({"agency", "contact", "language", "notice", "title"}),
    "PayBasis": frozenset({"note"}),
    "Programme": frozenset({"id", "programme"}),
    "ProgrammeSubstitution": frozenset({"stands_for", "programme"}),
    "Route": frozenset({"id", "requires"}),
    "Ruling": frozenset({"class_id", "counts_toward", "by", "date", "reason"}),
    "RulingCondition": frozenset({"code", "text"}),
    "ServiceSubstitution": frozenset({"stands_for"}),
    "ShownCondition": frozenset({"code"}),
    "Source": frozenset({"document", "revision"}),
    "StandingHeld": frozenset({"id"}),
    "StudySubstitution": frozenset({"stands_for"}),
    "Superior": frozenset({"class_id"}),
    "TitleAlias": frozenset({"title", "class_id"}),
    "TraineeTarget": frozenset({"class_id"}),
}
"""Fields of text that stay as they are: ids, codes, titles, dates, and what ladder or people, not documents, say."""

NAMES: Mapping[str, frozenset[str]] = {
    "ClassSpecification": frozenset({"bargaining_unit", "occupational_group"}),
    "CoursesAsked": frozenset({"fields"}),
    "Credential": frozenset({"name"}),
    "DegreeSubstitution": frozenset({"fields"}),
    "Education": frozenset({"fields"}),
    "Jurisdiction": frozenset({"field_aliases", "exam_designations"}),
    "Pay": frozenset({"plan", "grade"}),
    "Series": frozenset({"name"}),
    "Source": frozenset({"section"}),
    "StudySubstitution": frozenset({"fields"}),
}
"""Fields of names, which stay whole where they are short."""

TOLD: Mapping[str, frozenset[str]] = {
    "Alias": frozenset({"note"}),
    "ClassSpecification": frozenset({"designation", "notes"}),
    "Credential": frozenset({"what"}),
    "Education": frozenset({"what"}),
    "Experience": frozenset({"what"}),
    "Judgement": frozenset({"what"}),
    "Programme": frozenset({"what"}),
    "ServiceSubstitution": frozenset({"what"}),
    "ShownCondition": frozenset({"text"}),
    "Source": frozenset({"quote"}),
    "StandingHeld": frozenset({"what"}),
}
"""Fields that hold a document's words: told anew, and the quote left out."""

_LONGEST_MARK = 3
"""Words of the longest designation that is a mark (``Competitive``), and no sentence about an examination."""

AnyRecord = TypeVar("AnyRecord", bound=Record)


class FactsOnly(NamedTuple):
    """What the records of a catalog become; ``names`` are those of all of them."""

    names: ShortNames

    def of(self, one: AnyRecord) -> AnyRecord:
        """Return the record, and all that it holds, without its document's words."""
        kind = type(one).__name__
        kept = {about.name: self._part(getattr(one, about.name)) for about in fields(one)}
        named = {name: _each(self.names, kept[name]) for name in NAMES.get(kind, ())}
        told = {name: _told(one, name) for name in TOLD.get(kind, ())}
        return replace(one, **{**kept, **named, **told})

    def _part(self, value: Any) -> Any:  # noqa: ANN401 - whatever a record holds
        if isinstance(value, Record):
            return self.of(value)
        return tuple(map(self._part, value)) if isinstance(value, tuple) else value


def facts_of(records: Iterable[Record]) -> FactsOnly:
    """Return what these records, the whole of a catalog, become: their names are cut together."""
    return FactsOnly(ShortNames(pair for one in records for pair in _names_in(one, "")))


def _names_in(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Yield every name in a record, with the place of the passage that it stands in."""
    if isinstance(value, tuple):
        for one in value:
            yield from _names_in(one, place)
    elif isinstance(value, Record):
        source = getattr(value, "source", None)
        place = f"{source.document}, {place_of(source)}" if isinstance(source, Source) else place
        for about in fields(value):
            held = getattr(value, about.name)
            is_name = about.name in NAMES.get(type(value).__name__, ())
            yield from ((name, place) for name in _texts(held)) if is_name else _names_in(held, place)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


def _each(names: ShortNames, value: Any) -> Any:  # noqa: ANN401 - a name, names, or groups of names
    """Return a name cut; several, any of which will do, in the order of their letters and not in a document's."""
    if isinstance(value, tuple):
        return tuple(sorted((_each(names, one) for one in value), key=str))
    return value if value is None else names(value)


def _told(one: Any, name: str) -> Any:  # noqa: ANN401 - a record of any kind
    """Return what is said in place of a document's words in the field of this name."""
    match type(one).__name__:
        case "Source":
            return None
        case "ClassSpecification":
            return _designation(one.designation) if name == "designation" else _remarks(one.notes)
        case "ShownCondition" | "Judgement":
            return _condition(one.code, one.source)
        case "Experience":
            return say("facts.service" if one.classes else "facts.experience", place=place_of(one.source))
        case kind:
            is_said = getattr(one, name) is not None
            return say(f"facts.{kind}", place=place_of(one.source)) if is_said else None


def _designation(printed: str | None) -> str | None:
    is_mark = printed is None or len(printed.split()) <= _LONGEST_MARK
    return printed if is_mark else say("facts.designation")


def _remarks(printed: tuple[str, ...]) -> tuple[str, ...]:
    return (say("facts.notes", count=len(printed)),) if printed else ()


def _condition(code: str, source: Source) -> str:
    about = f"facts.about.{code}"
    return say("facts.condition", about=say(about if is_known(about) else "facts.about"), place=place_of(source))


def place_of(source: Source) -> str:
    """Return where in its document a passage stands: its lines, its page, else its heading."""
    if source.lines is None:
        place = source.section
    elif source.lines[0] == source.lines[1]:
        place = say("facts.line", first=source.lines[0])
    else:
        place = say("facts.lines", first=source.lines[0], last=source.lines[1])
    return say("facts.page", page=source.page, place=place) if source.page else place
