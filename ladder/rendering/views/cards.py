"""One class in the words of the map page: all that its record says, and each source once, under a letter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ladder.catalog.catalog import Catalog
from ladder.rendering.views.step_views import StepView
from ladder.sources import Source
from ladder.specification import ClassSpecification
from ladder.telling.citing import cite_source
from ladder.telling.class_names import marks_of, name_class
from ladder.telling.class_record import class_record
from ladder.telling.messages import say
from ladder.telling.parts import Section, Told, join_parts
from ladder.telling.pay_words import spell_range
from ladder.telling.times import spell_date


@dataclass(frozen=True, slots=True)
class CardFact:
    """One fact: what it is about, its words, and the letter of its source."""

    label: str
    text: str
    letter: str


@dataclass(frozen=True, slots=True)
class CardStep:
    """One step to the class: the step, and the letter of its source."""

    step: StepView
    letter: str
    passage: str


@dataclass(frozen=True, slots=True)
class ClassCard:
    """One class: its facts, the steps that lead to it and on from it, its sources by letter.

    ``summary`` is what the heading of the record says: code, grade, series, group, date.
    ``brief`` and ``passages`` are what is told of it, and where it is printed, on a page of
    hundreds, where the class stands under the heading of its group.
    """

    class_id: str
    title: str
    name: str
    summary: str
    facts: tuple[CardFact, ...]
    into: tuple[CardStep, ...]
    onward: tuple[StepView, ...]
    sources: tuple[str, ...]
    brief: str
    passages: str


def class_card(
    catalog: Catalog,
    class_id: str,
    *,
    into: Sequence[tuple[Source, StepView]],
    onward: Sequence[StepView],
) -> ClassCard:
    """Return the card of a class with the steps to it, each with its source, and on from it."""
    spec = catalog.classes[class_id]
    record = class_record(catalog, class_id)
    told = [one for section in record.own_sections for one in _facts(section)]
    of_steps = [source for source, _ in into]
    sources = list(dict.fromkeys([spec.source, *(one for _, words in told for one in words.sources), *of_steps]))
    letters = {source: _letter(place) for place, source in enumerate(sources)}
    facts = tuple(
        CardFact(label, str(words), " ".join(letters[source] for source in words.sources)) for label, words in told
    )
    own = [spec.source, *([spec.pay.source] if spec.pay else [])]
    return ClassCard(
        class_id=class_id,
        title=spec.title,
        name=name_class(catalog, class_id),
        summary=_summary(spec, marks_of(catalog, spec)),
        facts=facts,
        into=tuple(CardStep(step, letters[source], _passage(source, spec.source)) for source, step in into),
        onward=tuple(onward),
        sources=tuple(_cite(sources, letters)),
        brief=_brief(spec, marks_of(catalog, spec)),
        passages=", ".join(_passages(own)),
    )


def _facts(section: Section) -> Iterable[tuple[str, Told]]:
    """Yield what a section says under the labels of its facts, else under its heading."""
    if section.lead:
        yield section.heading, Told(join_parts(section.lead))
    yield from ((one.label or section.heading, one.told) for one in section.items)


def _brief(spec: ClassSpecification, marks: Iterable[str]) -> str:
    """Return the marks of a class, its rank, the date of its rules and its pay."""
    rank = say("card.rank", rank=spec.series.rank) if spec.series else ""
    dated = spell_date(spec.revision) if spec.revision else say("card.undated")
    pay = "; ".join(map(spell_range, spec.pay.ranges)) if spec.pay else ""
    return "; ".join(filter(None, (", ".join(marks), rank, dated, pay)))


def _passages(sources: Sequence[Source]) -> Iterable[str]:
    """Yield the document of the first of these sources, then where each stands in it."""
    first = sources[0]
    if first.lines:
        yield (
            say("source.revision", place=first.document, revision=first.revision) if first.revision else first.document
        )
    yield from (_passage(source, first) for source in sources)


def _passage(source: Source, beside: Source) -> str:
    """Return where a fact is printed as short as it can be told: its lines in the document of the one ``beside`` it."""
    if source.document != beside.document or source.revision != beside.revision or not source.lines:
        return cite_source(source)
    first, last = source.lines
    return f"{first}-{last}" if first != last else str(first)


def _summary(spec: ClassSpecification, marks: Iterable[str]) -> str:
    series = say("fact.series", name=spec.series.name, rank=spec.series.rank) if spec.series else ""
    dated = say("card.dated", date=spell_date(spec.revision)) if spec.revision else say("card.undated")
    return "; ".join(filter(None, (", ".join(marks) or spec.class_id, series, spec.occupational_group, dated)))


def _letter(place: int) -> str:
    """Return a, b, ... z, aa, ab and so on.

    >>> [_letter(place) for place in (0, 25, 26)]
    ['a', 'z', 'aa']
    """
    rest, last = divmod(place, 26)
    return (_letter(rest - 1) if rest else "") + "abcdefghijklmnopqrstuvwxyz"[last]


def _cite(sources: Iterable[Source], letters: Mapping[Source, str]) -> Iterable[str]:
    """Yield each source after its letter; a document is named where it differs from the one before."""
    document, revision = "", ""
    for source in sources:
        told = cite_source(source)
        same = source.document == document and (source.revision or "") == revision
        yield f"{letters[source]}: {_without_document(source) if same else told}"
        document, revision = source.document, source.revision or ""


def _without_document(source: Source) -> str:
    return cite_source(replace(source, revision=None)).removeprefix(f"{source.document}, ")
