"""What the site says of itself: how much is in the data, its dates, and the conventions behind the figures."""

from dataclasses import dataclass

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import ConventionNote, Jurisdiction
from ladder.specification import Completeness
from ladder.telling.notes import jurisdiction_notes
from ladder.telling.times import spell_date


@dataclass(frozen=True, slots=True)
class JurisdictionAbout:
    """One jurisdiction: how many classes it has, how old their texts are, and how it is read."""

    id: str
    name: str
    classes: int
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
    names = sorted({spec.jurisdiction for spec in catalog.classes.values()})
    return tuple(_about(catalog, catalog.jurisdiction(name)) for name in names)


def _about(catalog: Catalog, one: Jurisdiction) -> JurisdictionAbout:
    specs = [spec for spec in catalog.classes.values() if spec.jurisdiction == one.id]
    counts = {kind: sum(spec.completeness is kind for spec in specs) for kind in Completeness}
    dates = sorted(spec.revision for spec in specs if spec.revision)
    return JurisdictionAbout(
        id=one.id,
        name=one.name,
        classes=len(specs),
        whole=counts[Completeness.WHOLE],
        partial=counts[Completeness.PARTIAL],
        only_named=counts[Completeness.NAMED_ONLY],
        oldest=spell_date(dates[0]) if dates else "",
        newest=spell_date(dates[-1]) if dates else "",
        notes=jurisdiction_notes(catalog.jurisdiction_of(specs[0].class_id)),
        conventions=one.convention_notes,
        pay_basis=one.pay_basis.note if one.pay_basis else "",
    )
