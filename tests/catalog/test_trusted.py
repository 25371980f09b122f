"""Records made without validation are those that validation makes."""

import json
from decimal import Decimal

from ladder.catalog.catalog import CatalogRecord
from ladder.catalog.compiled import compile_catalog, read_compiled
from ladder.catalog.trusted import make_record
from ladder.records import json_tree_of, keys_of, validate_json
from ladder.specification import ClassSpecification
from tests.eligibility.small_catalogs import SOURCE, Json, catalog_of, grade, other, service, stands_for
from tests.measure import ROOT

BUNDLED = json.loads((ROOT / "data" / "catalog.json").read_bytes())


def assert_alike(made: CatalogRecord, validated: CatalogRecord) -> None:
    assert made == validated
    assert repr(made) == repr(validated)


def test_the_bundled_record_is_the_validated_one() -> None:
    records = {key: BUNDLED[key] for key in keys_of(CatalogRecord)}
    assert_alike(make_record(CatalogRecord, records), validate_json(CatalogRecord, json.dumps(records)))


def test_every_kind_of_field_is_made_alike() -> None:
    everything: Json = grade(
        "1",
        service("general", 12, "2", lead=True, or_equivalent=True),
        service("special", 6, {"class": "us-xx/2", "only_for": "internal"}, within="general", standing="internal"),
        other("education", "degree", degree="master", fields=["Art"], semester_hours=30),
        other("credential", "licence", name="A"),
        other("programme", "course", programme="us-xx/2", approval_required=True),
        other("standing", "held", standing="permanent"),
        other("condition", "fit", code="FIT"),
        substitutions=[
            stands_for("study", "general", semester_hours=15, months=6, at_most_months=24, related_field=True),
            stands_for("degree", "general", degree="law", months=24),
            stands_for("service", "general", feeder="2", months=6, at_most_months=6, standing="state_employee"),
            stands_for("programme", "general", programme="us-xx/2"),
        ],
        pay={
            "plan": "P",
            "grade": "1",
            "ranges": [{"unit": "hourly", "low": "12.50", "high": "99.9999"}],
            "source": SOURCE,
        },
        series={"name": "S", "rank": 1},
        dates={"revised": "2012-07", "source": SOURCE},
        aliases=[{"code": "9", "note": "n", "source": {**SOURCE, "page": 3, "quote": "q"}}],
        trainee_targets=[{"class": "us-xx/2", "months": 1, "source": SOURCE}],
        superiors=[{"class": "us-xx/2", "source": SOURCE}],
        conditions=[{"code": "X", "text": "x", "source": SOURCE}],
        notes=["n"],
    )
    compiled = compile_catalog(catalog_of(everything, grade("2"), grades_lowest_first=["1"]).record)
    made = make_record(CatalogRecord, json.loads(compiled))
    assert_alike(made, read_compiled(compiled, file="c.json"))
    pay = made.classes[0].pay
    assert pay is not None
    assert (type(pay.ranges[0].low), pay.ranges[0].low) == (Decimal, Decimal("12.50"))


def test_what_is_absent_has_its_default() -> None:
    raw = {"jurisdiction": "us-xx", "slug": "a", "title": "A", "completeness": "named-only", "source": SOURCE}
    made = make_record(ClassSpecification, json.loads(json.dumps(raw)))
    assert made == validate_json(ClassSpecification, json.dumps(raw))
    assert made.dates.revised is None
    assert json_tree_of(made, with_defaults=False) == raw
