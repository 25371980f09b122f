"""Catalogs and people that measures are taken of in tests."""

import json
from dataclasses import replace
from decimal import Decimal
from functools import cache

from benchmarks.synthetic import make_catalog
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.records import validate_json
from ladder.service_time import read_month
from ladder.specification import ClassSpecification, Pay, PayRange, PayUnit
from tests.rendering.catalogs import SOURCE

AS_OF = read_month("2026-11")
SEEDS = range(4)


@cache
def layered(seed: int, count: int = 14) -> Catalog:
    """Return a made catalog of so many classes in layers."""
    return Catalog(validate_json(CatalogRecord, json.dumps(make_catalog(count, seed=seed))))


def paid(spec: ClassSpecification, *ranges: tuple[PayUnit, str]) -> ClassSpecification:
    """Return the class with this lowest pay in each unit."""
    told = tuple(PayRange(unit=unit, low=Decimal(low), high=Decimal(999999)) for unit, low in ranges)
    return replace(spec, pay=Pay(plan="P", grade="A", ranges=told, source=SOURCE))
