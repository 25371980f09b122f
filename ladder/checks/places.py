"""The parts of a record with their places in it, so that a finding can name line and field."""

from collections.abc import Iterator

from ladder.qualifications import Experience, Requirement, Substitution
from ladder.record_files import Place
from ladder.sources import Source
from ladder.specification import ClassSpecification, PayRange

REQUIREMENTS: Place = ("qualifications", "requirements")
SUBSTITUTIONS: Place = ("qualifications", "substitutions")
ROUTES: Place = ("qualifications", "routes")


def requirements_of(spec: ClassSpecification) -> Iterator[tuple[Place, Requirement]]:
    """Yield the requirements of a class with their places, in the order printed."""
    for number, rule in enumerate(spec.qualifications.requirements if spec.qualifications else ()):
        yield (*REQUIREMENTS, number), rule


def experience_in(spec: ClassSpecification) -> Iterator[tuple[Place, Experience]]:
    """Yield the experience requirements of a class with their places, in the order printed."""
    yield from ((place, rule) for place, rule in requirements_of(spec) if isinstance(rule, Experience))


def substitutions_of(spec: ClassSpecification) -> Iterator[tuple[Place, Substitution]]:
    """Yield the substitutions of a class with their places, in the order printed."""
    for number, one in enumerate(spec.qualifications.substitutions if spec.qualifications else ()):
        yield (*SUBSTITUTIONS, number), one


def pay_ranges_of(spec: ClassSpecification) -> Iterator[tuple[Place, PayRange]]:
    """Yield the pay ranges of a class with their places, in the order printed."""
    for number, one in enumerate(spec.pay.ranges if spec.pay else ()):
        yield ("pay", "ranges", number), one


def sources_of(spec: ClassSpecification) -> Iterator[tuple[Place, Source]]:
    """Yield every source that a record cites, with its place, its own source first."""
    yield ("source",), spec.source
    if spec.pay:
        yield ("pay", "source"), spec.pay.source
    if spec.dates.source:
        yield ("dates", "source"), spec.dates.source
    rules = spec.qualifications
    parts = {
        ("qualifications", "requirements"): rules.requirements if rules else (),
        ("qualifications", "substitutions"): rules.substitutions if rules else (),
        ("aliases",): spec.aliases,
        ("conditions",): spec.conditions,
        ("trainee_targets",): spec.trainee_targets,
        ("superiors",): spec.superiors,
    }
    for place, records in parts.items():
        for number, record in enumerate(records):
            yield (*place, number, "source"), record.source
