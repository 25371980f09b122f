"""What tasks are about: catalogs with the words that profiles and plans may use of them."""

import json
from functools import cache
from typing import Any, NamedTuple

from benchmarks.synthetic import make_catalog
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.compiled import compile_catalog
from ladder.catalog.loading import load_catalog
from tests.oracle.generate import new_case

Json = dict[str, Any]


class Subject(NamedTuple):
    """One catalog: as the engine holds it, as pages hold it, and what profiles can say of it.

    ``longest`` is about the longest service that its requirements ask, in months.
    """

    key: str
    catalog: Catalog
    compiled: Json
    longest: int

    @property
    def ids(self) -> list[str]:
        return list(self.catalog.classes)

    @property
    def references(self) -> list[str]:
        return list(self.catalog.experience_references)

    @property
    def programmes(self) -> list[str]:
        return [class_id for class_id, spec in self.catalog.classes.items() if spec.is_programme]

    @property
    def jurisdictions(self) -> list[str]:
        return sorted({class_id.partition("/")[0] for class_id in self.catalog.classes})


def subject_of(key: str, catalog: Catalog, *, longest: int) -> Subject:
    """Return the subject of a catalog, compiled as pages hold it."""
    return Subject(key, catalog, json.loads(compile_catalog(catalog.record)), longest)


def small(seed: int, kind: str = "assess") -> tuple[Subject, Json]:
    """Return a small random catalog, and the question that was made with it."""
    case = new_case(seed, kind)
    catalog = Catalog(CatalogRecord.model_validate_json(json.dumps(case["catalog"])))
    return subject_of(f"{kind} {seed}", catalog, longest=8), case


@cache
def bundled() -> Subject:
    """Return the bundled data."""
    return subject_of("bundled", load_catalog(), longest=96)


@cache
def synthetic(count: int, seed: int) -> Subject:
    """Return a made-up catalog of so many classes."""
    record = CatalogRecord.model_validate_json(json.dumps(make_catalog(count, seed=seed)))
    return subject_of(f"synthetic {count} {seed}", Catalog(record), longest=60)
