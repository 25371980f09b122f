"""No rung, but service counts (docs/semantics.md, C28)."""

from fractions import Fraction

import pytest

from ladder.paths.path_answers import PathAnswer
from tests.eligibility.small_catalogs import Json, catalog_of, grade, other, service, stands_for, work
from tests.paths.small_ladders import CLIMB, path

FIELD: Json = {"or_in_field": True}
STANDS = stands_for("service", "e0", feeder="o", months=24, at_most_months=12)
CATALOG = catalog_of(
    grade("s"),
    grade("t", service("e0", 12, **FIELD)),
    grade("u", other("education", "degree", semester_hours=30)),
    grade("v", other("education", "degree", semester_hours=30), service("e0", 1, **FIELD)),
    grade(
        "w",
        service("e0", 12, "z"),
        substitutions=[STANDS],
    ),
    grade("o"),
    grade("z"),
)
COUNTS: Json = {"counts_toward": ["us-xx/t#e0", "us-xx/v#e0"]}
STUDY = CLIMB._replace(study_hours_a_year=Fraction(30))


def told(answer: PathAnswer) -> tuple[object, object, bool]:
    assert answer.best is None
    assert answer.open_route is not None
    return answer.open_route.status, answer.open_route.months, answer.service_counts


def test_going_on_fills_what_is_asked() -> None:
    assert told(path(CATALOG, "s", "t", present=work("s", **COUNTS))) == ("after", 12, True)


def test_the_answer_names_both_classes() -> None:
    found = path(CATALOG, "s", "t", present=work("s", **COUNTS))
    assert (found.start, found.target, found.alternatives, found.truncated) == ("us-xx/s", "us-xx/t", (), False)


def test_past_service_fills_what_is_asked() -> None:
    jobs: list[Json] = [work("s", 12, **COUNTS)]
    assert told(path(CATALOG, "s", "t", jobs=jobs)) == ("now", 0, True)


def test_service_that_stands_for_other_service_counts() -> None:
    assert told(path(CATALOG, "s", "w", jobs=[work("o", 12)])) == ("now", 0, True)


@pytest.mark.parametrize("hours", [0, 30])
def test_what_is_met_by_study_alone_is_met_without_service(hours: int) -> None:
    months = 12 if hours == 0 else 0
    found = path(CATALOG, "s", "u", plan=STUDY, education={"semester_hours": hours}, present=work("s", **COUNTS))
    assert told(found) == ("after" if months else "now", months, False)


def test_service_that_is_waited_for_beside_longer_study_still_counts() -> None:
    assert told(path(CATALOG, "s", "v", plan=STUDY, present=work("s", **COUNTS))) == ("after", 12, True)


def test_what_is_never_met_counts_nothing() -> None:
    assert told(path(CATALOG, "s", "t", present=work("s"))) == ("unreachable", None, False)
