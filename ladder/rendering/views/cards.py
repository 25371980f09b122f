"""One class in the words of the map page: every fact once, and each source once, under a letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ladder.catalog.catalog import Catalog
from ladder.rendering.views.classes import facts_of
from ladder.rendering.views.steps import StepView
from ladder.rendering.views.words import marks_of, name_class
from ladder.sources import Source
from ladder.specification import ClassSpecification

_IN_SUMMARY = frozenset({"Class", "Class series", "Occupational group", "Revised"})


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


@dataclass(frozen=True, slots=True)
class ClassCard:
    """One class: its facts, the steps that lead to it and on from it, its sources by letter.

    ``summary`` is what the heading of the record says: code, grade, series, group, date.
    ``pay`` and ``sources_of_steps`` are the part of facts and sources that is told where
    the page has no room for all.
    """

    class_id: str
    title: str
    name: str
    summary: str
    facts: tuple[CardFact, ...]
    into: tuple[CardStep, ...]
    onward: tuple[StepView, ...]
    sources: tuple[str, ...]
    pay: tuple[CardFact, ...]
    sources_of_steps: tuple[str, ...]


def class_card(
    catalog: Catalog,
    class_id: str,
    *,
    into: Sequence[tuple[Source, StepView]],
    onward: Sequence[StepView],
) -> ClassCard:
    """Return the card of a class with the steps to it, each with its source, and on from it."""
    spec = catalog.classes[class_id]
    told = [one for one in facts_of(catalog, spec) if one[0] not in _IN_SUMMARY]
    of_steps = [source for source, _ in into]
    sources = list(dict.fromkeys([spec.source, *(source for _, _, source in told), *of_steps]))
    letters = {source: _letter(place) for place, source in enumerate(sources)}
    facts = tuple(CardFact(label, text, letters[source]) for label, text, source in told)
    own = [spec.source, *([spec.pay.source] if spec.pay else [])]
    return ClassCard(
        class_id=class_id,
        title=spec.title,
        name=name_class(catalog, class_id),
        summary=_summary(catalog, spec),
        facts=facts,
        into=tuple(CardStep(step, letters[source]) for source, step in into),
        onward=tuple(onward),
        sources=tuple(_cite(sources, letters)),
        pay=tuple(fact for fact in facts if fact.label == "Pay"),
        sources_of_steps=tuple(_cite(dict.fromkeys([*own, *of_steps]), letters)),
    )


def _summary(catalog: Catalog, spec: ClassSpecification) -> str:
    marks = ", ".join(marks_of(catalog, spec)) or spec.class_id
    series = f"{spec.series.name}, rank {spec.series.rank}" if spec.series else ""
    dated = f"specification dated {spec.revision}" if spec.revision else "no date printed"
    return "; ".join(filter(None, (marks, series, spec.occupational_group, dated)))


def _letter(place: int) -> str:
    """Return a, b, ... z, aa, ab and so on.

    >>> [_letter(place) for place in (0, 25, 26)]
    ['a', 'z', 'aa']
    """
    rest, last = divmod(place, 26)
    return (_letter(rest - 1) if rest else "") + "abcdefghijklmnopqrstuvwxyz"[last]


def _cite(sources: Iterable[Source], letters: dict[Source, str]) -> Iterable[str]:
    """Yield each source after its letter; a document is named where it differs from the one before."""
    document, revision = "", ""
    for source in sources:
        told = str(source)
        same = source.document == document and (source.revision or "") == revision
        yield f"{letters[source]}: {_without_document(source) if same else told}"
        document, revision = source.document, source.revision or ""


def _without_document(source: Source) -> str:
    return str(replace(source, revision=None)).removeprefix(f"{source.document}, ")
