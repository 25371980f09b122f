"""What a profile declares, told as it was declared."""

import pytest

from ladder.rendering.views.declarations import length_in_words
from tests.eligibility.small_catalogs import catalog_of, grade, person, service


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
    assert length_in_words(job) == f"{words} at 0.5 of full time"
