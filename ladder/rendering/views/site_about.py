"""What the site says of itself: how much is in the data, its dates, and the conventions behind the figures."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import ConventionNote, Jurisdiction
from ladder.specification import ClassSpecification, Completeness
from ladder.telling.class_names import count_classes
from ladder.telling.jurisdiction_notes import jurisdiction_notes
from ladder.telling.same_fields import same_fields
from ladder.telling.times import spell_date


@dataclass(frozen=True, slots=True)
class JurisdictionAbout:
    """One jurisdiction: how many classes it has, how old their texts are, and how it is read."""

    id: str
    name: str
    classes: str
    whole: int
    partial: int
    only_named: int
    oldest: str
    newest: str
    notes: tuple[str, ...]
    conventions: tuple[ConventionNote, ...]
    pay_basis: str


def about_jurisdictions(catalog: Catalog) -> tuple[JurisdictionAbout, ...]:
    """Return what is told of every jurisdiction that has a class, in order of id."""
    found: dict[str, list[ClassSpecification]] = defaultdict(list)
    for spec in catalog.classes.values():
        found[spec.jurisdiction].append(spec)
    return tuple(_about(catalog.jurisdiction(name), specs) for name, specs in sorted(found.items()))


def _about(one: Jurisdiction, specs: Sequence[ClassSpecification]) -> JurisdictionAbout:
    counts = {kind: sum(spec.completeness is kind for spec in specs) for kind in Completeness}
    dates = sorted(spec.revision for spec in specs if spec.revision)
    return JurisdictionAbout(
        id=one.id,
        name=one.name,
        classes=count_classes(len(specs)),
        whole=counts[Completeness.WHOLE],
        partial=counts[Completeness.PARTIAL],
        only_named=counts[Completeness.NAMED_ONLY],
        oldest=spell_date(dates[0]) if dates else "",
        newest=spell_date(dates[-1]) if dates else "",
        notes=(*jurisdiction_notes(one), *same_fields(one)),
        conventions=one.convention_notes,
        pay_basis=one.pay_basis.note if one.pay_basis else "",
    )
