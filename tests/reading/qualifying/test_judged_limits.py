"""Order and recency that cannot be worked out exactly become conditions; where they can, nothing changes."""

from dataclasses import replace

from ladder.qualifications import (
    DegreeLevel,
    Education,
    Experience,
    Judgement,
    Qualifications,
    Route,
    ServiceSubstitution,
)
from ladder.reading.qualifying.judged_limits import with_limits_judged
from ladder.service_limits import faults_of_limits
from ladder.sources import Source

SOURCE = Source(document="made.txt", section="Minimum qualifications")
DEGREE = Education(id="degree", what="a degree", degree=DegreeLevel.BACHELOR, source=SOURCE)
GENERAL = Experience(id="general", months=24, what="rigging", after="degree", source=SOURCE)


def rules(*requirements: Education | Experience) -> Qualifications:
    return Qualifications(
        requirements=requirements, routes=(Route(id="all", requires=tuple(one.id for one in requirements)),)
    )


def test_rules_without_limits_or_with_exact_ones_stay_as_they_are() -> None:
    for whole in (rules(DEGREE, replace(GENERAL, after=None)), rules(DEGREE, GENERAL)):
        assert with_limits_judged(whole) is whole


def test_recency_that_can_be_worked_out_stays() -> None:
    whole = rules(replace(GENERAL, after=None, within_last_months=60))

    assert with_limits_judged(whole) is whole


def shared() -> Qualifications:
    """Specific service on top of general service, which counts month by month for both: the limits cannot be told."""
    added = Experience(
        id="special", months=12, what="crane work", additional_to="general", within_last_months=60, source=SOURCE
    )
    return rules(DEGREE, GENERAL, added)


def test_limits_of_service_that_shares_its_months_are_each_a_condition_beside_it() -> None:
    whole = shared()
    assert faults_of_limits(whole)
    found = with_limits_judged(whole)

    assert faults_of_limits(found) == []
    judged = [one for one in found.requirements if isinstance(one, Judgement)]
    assert [(one.id, one.code, one.what) for one in judged] == [
        ("general-order", "ORDER_SAID", "after degree: rigging"),
        ("special-recent", "RECENT", "within the last 60 months: crane work"),
    ]
    assert found.routes[0].requires == ("degree", "general", "general-order", "special", "special-recent")
    service = [one for one in found.requirements if isinstance(one, Experience)]
    assert [(one.months, one.after, one.within_last_months) for one in service] == [(24, None, None), (12, None, None)]


def test_substitutions_are_kept() -> None:
    whole = shared()
    by = ServiceSubstitution(stands_for="general", months=24, what="sea work", source=SOURCE)

    assert with_limits_judged(replace(whole, substitutions=(by,))).substitutions == (by,)
