"""What a caller says in words becomes one case; words that mean nothing are refused."""

from fractions import Fraction

import pytest

from ladder.eligibility.plans import Plan, PlanKind
from ladder.errors import BadCallError, UnknownClassError
from ladder.paths.plan_choices import PlanChoices, case_of, plan_of, read_certainties, read_study
from ladder.paths.starts import ASSUMED_WITHOUT_PROFILE, day_one
from ladder.qualifications import Certainty
from ladder.service_time import read_month
from tests.eligibility.small_catalogs import catalog_of, grade, person

CATALOG = catalog_of(grade("s"), grade("t"))


def test_classes_are_found_by_code_and_title() -> None:
    choices = PlanChoices(plan="climb", via=("t", "class s"), study=Fraction(6), lead_in=("s",), include=("peer",))
    assert plan_of(CATALOG, choices, otherwise=PlanKind.STAY) == Plan(
        kind=PlanKind.CLIMB,
        study_hours_a_year=Fraction(6),
        lead_in=frozenset(["us-xx/s"]),
        via=("us-xx/t", "us-xx/s"),
        include=frozenset([Certainty.PEER]),
    )
    assert plan_of(CATALOG, PlanChoices(), otherwise=PlanKind.STAY) == Plan()


def test_without_a_profile_it_is_day_one_with_standing_assumed(monkeypatch: pytest.MonkeyPatch) -> None:
    month = read_month("2026-11")
    case = case_of(CATALOG, PlanChoices(), None, otherwise=PlanKind.CLIMB, as_of=month)
    assert (case.history, case.plan.assumed) == (day_one(month), ASSUMED_WITHOUT_PROFILE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    today = case_of(CATALOG, PlanChoices(), None, otherwise=PlanKind.CLIMB, as_of=None)
    assert today.history == day_one(read_month("1970-01"))


def test_with_a_profile_nothing_is_assumed() -> None:
    history = person(CATALOG)
    case = case_of(CATALOG, PlanChoices(), history, otherwise=PlanKind.STAY, as_of=None)
    assert (case.history, case.plan) == (history, Plan())


def test_words_that_mean_nothing_are_refused() -> None:
    with pytest.raises(BadCallError, match="'fly' is not known; it is one of none, stay, climb"):
        plan_of(CATALOG, PlanChoices(plan="fly"), otherwise=PlanKind.STAY)
    with pytest.raises(BadCallError, match="'all' is not known; it is one of named, level, peer, inferred"):
        read_certainties(["peer", "all"])
    with pytest.raises(UnknownClassError, match="no class is called 'z'"):
        plan_of(CATALOG, PlanChoices(via=("z",)), otherwise=PlanKind.STAY)


@pytest.mark.parametrize("hours", ["-1", "201", "many", True, 0.5])
def test_study_is_a_number_that_somebody_studies(hours: object) -> None:
    with pytest.raises(BadCallError, match="study: "):
        read_study(hours)
    assert read_study("22.5") == Fraction(45, 2)
