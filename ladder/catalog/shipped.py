"""What each catalog shipped with the package holds, and of what age its rules are."""

from collections.abc import Iterator
from typing import NamedTuple

from ladder.catalog.bundled import read_bundled
from ladder.catalog.bundled_names import BUNDLED
from ladder.catalog.catalog import CatalogRecord
from ladder.specification import Completeness


class ShippedCatalog(NamedTuple):
    """A catalog that is asked for by its name.

    ``described`` classes have a record of what they ask, whole or in part; ``named`` ones
    are only named by others. ``first`` and ``last`` are the months of the oldest and the
    newest specification, none where no date is printed.
    """

    name: str
    jurisdictions: tuple[str, ...]
    described: int
    whole: int
    named: int
    first: str | None
    last: str | None


def shipped_catalogs() -> Iterator[ShippedCatalog]:
    """Yield the catalogs shipped with the package, each loaded in turn, the one used by default first."""
    for name in BUNDLED:
        yield _told(name, read_bundled(name=name))


def _told(name: str, record: CatalogRecord) -> ShippedCatalog:
    described = [spec for spec in record.classes if spec.completeness is not Completeness.NAMED_ONLY]
    months = sorted(spec.revision_month for spec in described if spec.revision_month)
    return ShippedCatalog(
        name=name,
        jurisdictions=tuple(one.name for one in record.jurisdictions),
        described=len(described),
        whole=sum(spec.completeness is Completeness.WHOLE for spec in described),
        named=len(record.classes) - len(described),
        first=months[0] if months else None,
        last=months[-1] if months else None,
    )
