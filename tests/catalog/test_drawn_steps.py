"""Steps that the bundled classes have no example of."""

import json
from typing import Any

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.steps import StepKind
from ladder.records import validate_json

SOURCE = {"document": "d.txt", "section": "s"}


def class_of(code: str, *requirements: dict[str, Any]) -> dict[str, Any]:
    record = {"jurisdiction": "us-xx", "code": code, "title": f"Class {code}", "source": SOURCE}
    if not requirements:
        return record | {"completeness": "named-only"}
    rules = [{"what": "w", "source": SOURCE, **rule} for rule in requirements]
    routes = [{"id": "general", "requires": [rule["id"] for rule in rules]}]
    return record | {"completeness": "whole", "qualifications": {"requirements": rules, "routes": routes}}


def catalog_of(*classes: dict[str, Any]) -> Catalog:
    record = json.dumps({"jurisdictions": [], "classes": classes})
    return Catalog(validate_json(CatalogRecord, record))


def test_a_programme_asked_outright_draws_a_step() -> None:
    rule = {"kind": "programme", "id": "program", "programme": "us-xx/p", "approval_required": True}
    (step,) = catalog_of(class_of("p"), class_of("9", rule)).steps
    assert (step.feeder_class, step.kind, step.months) == ("us-xx/p", StepKind.PROGRAMME_COMPLETION, None)
    assert (step.conditions, step.requirement) == (("DAS_APPROVED",), "us-xx/9#program")


def test_a_step_from_a_class_that_is_nowhere_is_drawn_and_is_no_promotion() -> None:
    rule = {"kind": "experience", "id": "general", "months": 12, "classes": [{"class": "us-xx/gone"}]}
    (step,) = catalog_of(class_of("9", rule)).steps
    assert (step.feeder_class, step.months, step.promotion, step.partial) == ("us-xx/gone", 12, False, False)


def test_a_class_draws_no_step_to_itself() -> None:
    rule = {"kind": "experience", "id": "general", "months": 12, "classes": [{"class": "us-xx/9"}]}
    assert catalog_of(class_of("9", rule)).steps == ()
