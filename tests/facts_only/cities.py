"""The cities of the bundled catalogs: their documents, what is read of them, and what is kept of that."""

from functools import lru_cache
from typing import NamedTuple

from ladder.catalog.bundled import read_bundled
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.facts_only.collations import facts_of_collation
from ladder.facts_only.retelling import FactsOnly, facts_of
from ladder.reading.collation import Collation
from tests.reading.corpora import collation_of

CITIES = ("los-angeles", "philadelphia")


class City(NamedTuple):
    """One city read in full, and as the bundled catalog has it; ``facts`` cuts the names of the first."""

    read: Catalog
    kept: Catalog
    facts: FactsOnly


@lru_cache(maxsize=2)
def city(name: str) -> City:
    """Return a city, read now; both catalogs have the jurisdiction of the bundled one."""
    collation = collation_of(name)
    bundled = read_bundled(name=name)
    records = tuple(sorted(collation.classes, key=lambda spec: spec.class_id))
    read = CatalogRecord(jurisdictions=bundled.jurisdictions, classes=records)
    return City(Catalog(read), Catalog(bundled), facts_of(records))


def kept_of(name: str) -> Collation:
    """Return the readings of a city without the words of their documents."""
    return facts_of_collation(collation_of(name))
