"""Which classes a record names, where in the record, and by which passage: one walk for all who ask."""

from collections.abc import Iterator
from typing import NamedTuple

from ladder.qualifications import Experience, Judgement, Programme, ProgrammeSubstitution, ServiceSubstitution
from ladder.record_files import Place
from ladder.sources import Source
from ladder.specification import ClassSpecification


class Mention(NamedTuple):
    """A class or programme that a record names: the place in the record, the id, and the passage that names it."""

    place: Place
    class_id: str
    source: Source


def find_mentions(spec: ClassSpecification) -> Iterator[Mention]:
    """Yield the classes that a record names: by requirements, substitutions, as targets, as superiors."""
    yield from _named_by_requirements(spec)
    yield from _named_by_substitutions(spec)
    for number, target in enumerate(spec.trainee_targets):
        yield Mention(("trainee_targets", number, "class"), target.class_id, target.source)
    for number, superior in enumerate(spec.superiors):
        yield Mention(("superiors", number, "class"), superior.class_id, superior.source)


def _named_by_requirements(spec: ClassSpecification) -> Iterator[Mention]:
    for number, rule in enumerate(spec.qualifications.requirements if spec.qualifications else ()):
        place: Place = ("qualifications", "requirements", number)
        if isinstance(rule, Experience | Judgement):
            for count, named in enumerate(rule.classes):
                yield Mention((*place, "classes", count, "class"), named.class_id, rule.source)
        elif isinstance(rule, Programme):
            yield Mention((*place, "programme"), rule.programme, rule.source)


def _named_by_substitutions(spec: ClassSpecification) -> Iterator[Mention]:
    for number, rule in enumerate(spec.qualifications.substitutions if spec.qualifications else ()):
        place: Place = ("qualifications", "substitutions", number)
        if isinstance(rule, ServiceSubstitution) and rule.named is not None:
            yield Mention((*place, "named", "class"), rule.named.class_id, rule.source)
        elif isinstance(rule, ProgrammeSubstitution):
            yield Mention((*place, "programme"), rule.programme, rule.source)
