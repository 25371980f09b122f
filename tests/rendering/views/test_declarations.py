"""What a profile declares, told as it was declared."""

import pytest

from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan
from ladder.rendering.views.declarations import declaration_view, length_in_words
from tests.eligibility.small_catalogs import Json, catalog_of, grade, person, service


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-03", "2025-09", "March 2024 until September 2025, 18 months"),
        ("2024-03-01", "2025-09-01", "March 2024 until September 2025, 18 months"),
        ("2024-03-16", "2025-09", "March 16, 2024 until September 2025"),
        ("2024-03", "2025-09-15", "March 2024 until September 15, 2025"),
    ],
)
def test_a_job_with_days_is_told_with_them_and_one_of_whole_months_with_its_length(
    start: str, end: str, words: str
) -> None:
    catalog = catalog_of(grade("1", service("general", 12)))
    (job,) = person(catalog, jobs=[{"class": "us-xx/1", "start": start, "end": end, "fte": "0.5"}]).past
    assert length_in_words(job) == f"{words} at 50% of full time"


@pytest.mark.parametrize(
    ("profile", "label", "told"),
    [
        ({}, "Degrees", ("none",)),
        (
            {"education": {"degrees": [{"level": "high_school"}, {"level": "bachelor", "month": "2019-05"}]}},
            "Degrees",
            ("a high school diploma, held now", "a bachelor's degree, no field told, from May 2019 on"),
        ),
        ({}, "Licenses, certificates", ("not told",)),
        ({"licenses": []}, "Licenses, certificates", ("none",)),
        (
            {"licenses": ["A", {"name": "B", "month": "2024-05"}], "events": [{"month": "2027-03", "license": "C"}]},
            "Licenses, certificates",
            ("A", "B, from May 2024 on", "C, from March 2027 on"),
        ),
        ({"events": [{"month": "2027-03", "licence": "C"}]}, "Licenses, certificates", ("C, from March 2027 on",)),
    ],
)
def test_degrees_and_licenses_are_told_with_their_months(profile: Json, label: str, told: tuple[str, ...]) -> None:
    catalog = catalog_of(grade("1", service("general", 12)))
    facts = declaration_view(Case(catalog, person(catalog, **profile), Plan()), ["us-xx/1"]).facts
    assert {one.label: one.lines for one in facts}[label] == told
