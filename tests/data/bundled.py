"""The bundled catalog and the five documents, as the tests of the data look at them."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.qualifications import Experience, Qualifications
from ladder.records import Record
from ladder.sources import Source
from ladder.specification import ClassSpecification

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
SPECS = ROOT.parent / "shared" / "specs"
WHOLE = ("us-ct/5246SH", "us-ct/0029MP", "us-ct/6435CL", "us-ct/5257MP")
SERIES = ("us-nd/0441", "us-nd/0442", "us-nd/0443", "us-nd/0444")
PARTIAL = ("us-ct/5258MP", "us-ct/5989VR")
STEPS_OF_THE_DOCUMENTS: set[tuple[str, str, str, int | None]] = {
    ("us-nd/0441", "us-nd/0442", "internal_qualification", 24),
    ("us-nd/0442", "us-nd/0443", "internal_qualification", 12),
    ("us-nd/0443", "us-nd/0444", "internal_qualification", 12),
    ("us-ct/social-services-trainee", "us-ct/5246SH", "class_service_substitution", 24),
    ("us-ct/employment-security-intermittent-interviewer", "us-ct/5246SH", "class_service_substitution", 24),
    ("us-ct/connecticut-careers-trainee", "us-ct/5246SH", "programme_completion", None),
    ("us-ct/office-assistant", "us-ct/6435CL", "special_experience", 12),
    ("us-ct/interpreter-clerk", "us-ct/6435CL", "special_experience", 12),
}
SEEN_IN_PART = ("Connecticut class page 5258MP", "Connecticut class page 5989VR")

needs_specs = pytest.mark.skipif(not SPECS.is_dir(), reason="the five documents are not beside this checkout")


@cache
def bundled() -> Catalog:
    return load_catalog(DATA)


def specification(class_id: str) -> ClassSpecification:
    return bundled().classes[class_id]


def rules_of(class_id: str) -> Qualifications:
    rules = specification(class_id).qualifications
    assert rules is not None
    return rules


def experience(class_id: str, requirement: str) -> Experience | None:
    return next((rule for rule in specification(class_id).experience() if rule.id == requirement), None)


@cache
def printed_lines(document: str) -> tuple[str, ...]:
    return tuple((SPECS / document).read_text(encoding="utf-8").splitlines())


def cited_words(source: Source) -> str:
    assert source.lines is not None
    first, last = source.lines
    return " ".join(printed_lines(source.document)[first - 1 : last]).casefold()


def records_under(value: object) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
        for field in fields(value):
            yield from records_under(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from records_under(item)


def all_sources() -> list[Source]:
    catalog = (*bundled().record.classes, *bundled().record.jurisdictions)
    return [found for record in catalog for found in records_under(record) if isinstance(found, Source)]


def paid_classes() -> list[ClassSpecification]:
    return [spec for spec in bundled().record.classes if spec.pay and spec.pay.ranges]
