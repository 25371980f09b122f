"""How much is in the data: classes by jurisdiction and completeness, and steps."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from ladder.catalog.steps import Step
from ladder.specification import ClassSpecification, Completeness


class JurisdictionCount(NamedTuple):
    """The classes of one jurisdiction, by how much of their records is there, and the steps that lead to them."""

    jurisdiction: str
    classes: int
    by_completeness: Mapping[Completeness, int]
    steps: int


def count_jurisdictions(
    specs: Collection[ClassSpecification], steps: Collection[Step]
) -> tuple[JurisdictionCount, ...]:
    """Return the counts of each jurisdiction that has a class, in the order of their ids."""
    return tuple(_count(name, specs, steps) for name in sorted({spec.jurisdiction for spec in specs}))


def _count(name: str, specs: Iterable[ClassSpecification], steps: Iterable[Step]) -> JurisdictionCount:
    own = [spec.completeness for spec in specs if spec.jurisdiction == name]
    leading = sum(step.target_class.partition("/")[0] == name for step in steps)
    return JurisdictionCount(name, len(own), {one: own.count(one) for one in Completeness}, leading)


def classes_not_whole(specs: Iterable[ClassSpecification]) -> tuple[ClassSpecification, ...]:
    """Return the classes that are only named, or seen in part, in their order."""
    return tuple(spec for spec in specs if spec.completeness is not Completeness.WHOLE)
