"""Each single change is worked out anew by the engine, and says what is done as a value."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import DegreeHeld, History
from ladder.measures.single_changes import MOST_FEEDERS, ChangeKind, Deed, SingleChanges, find_changes
from ladder.paths.asking import OneClass, Question, answer
from ladder.paths.path_answers import assess_climb
from ladder.qualifications import DegreeLevel
from tests.rendering.catalogs import catalog_of, graded
from tests.rendering.report_pages import PERSON, history_of

CLIMB = Plan(kind=PlanKind.CLIMB)
BACHELOR = Deed(ChangeKind.DEGREE, degree=DegreeHeld(DegreeLevel.BACHELOR, None))


def block_of(hours: int) -> Deed:
    return Deed(ChangeKind.STUDY_BLOCK, semester_hours=Fraction(hours))


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


def changes_of(
    catalog: Catalog, profile: Mapping[str, object], target: str, plan: Plan
) -> tuple[History, SingleChanges]:
    history = history_of(catalog, profile)
    case = Case(catalog, history, plan)
    return history, find_changes(case, answer(Question(case, OneClass(target))))


def months_of(found: SingleChanges, deed: Deed) -> int | None:
    (change,) = [one for one in found.changes if one.what == deed]
    return change.answer.months


def kinds_of(found: SingleChanges) -> set[ChangeKind]:
    return {one.what.kind for one in found.changes}


def test_each_change_is_worked_out_anew_by_the_engine(bundled: Catalog) -> None:
    profile: dict[str, object] = {
        "standing": {"internal": True},
        "jobs": [{"class": "us-nd/0441", "months": 30}],
        "present": {"class": "us-nd/0441"},
        "education": {"semester_hours": 10},
    }
    target, plan = "us-nd/0443", Plan()
    history, changes = changes_of(bundled, profile, target, plan)
    assert assess(Case(bundled, history, plan), target).months == 54
    bachelor = history._replace(degrees=(DegreeHeld(DegreeLevel.BACHELOR, None),))
    assert months_of(changes, BACHELOR) == assess(Case(bundled, bachelor, plan), target).months == 6
    block = history._replace(semester_hours=Fraction(30))
    assert months_of(changes, block_of(20)) == assess(Case(bundled, block, plan), target).months == 42
    degree = {"semester_hours": 10, "degrees": [{"level": "associate"}]}
    _, graduate = changes_of(bundled, profile | {"education": degree}, target, plan)
    assert months_of(graduate, block_of(30)) == 84 - 30 - 36
    studying = plan._replace(study_hours_a_year=Fraction(12))
    assert (
        months_of(changes, Deed(ChangeKind.STUDY_A_YEAR, semester_hours=Fraction(12)))
        == assess(Case(bundled, history, studying), target).months
    )
    climbing = assess_climb(Case(bundled, history, CLIMB), target)
    assert months_of(changes, Deed(ChangeKind.CLIMB)) == climbing.months == 12
    via = assess_climb(Case(bundled, history, CLIMB._replace(via=("us-nd/0442",))), target)
    assert months_of(changes, Deed(ChangeKind.MOVE, class_id="us-nd/0442")) == via.months
    assert changes.base == assess(Case(bundled, history, plan), target)
    assert changes.changes[0].what == BACHELOR
    assert changes.useful == changes.changes
    assert changes.feeders_left_out == 0


def test_lead_duties_and_confirmed_conditions_are_among_the_changes(bundled: Catalog) -> None:
    profile: dict[str, object] = {
        "standing": {"internal": True},
        "jobs": [{"class": "us-nd/0443", "months": 24}],
        "present": {"class": "us-nd/0443"},
    }
    history, changes = changes_of(bundled, profile, "us-nd/0444", Plan())
    base = assess(Case(bundled, history, Plan()), "us-nd/0444")
    assert base.months is None
    (asked,) = [one for one in base.conditions if one.code == "LEAD"]
    confirmed = assess(Case(bundled, history, Plan(assumed=frozenset(["LEAD"]))), "us-nd/0444")
    assert months_of(changes, Deed(ChangeKind.CONFIRMED, condition=asked)) == confirmed.months == 0
    lead_in = frozenset(one for one in bundled.classes if one.startswith("us-nd/04"))
    leading = assess(Case(bundled, history, Plan(lead_in=lead_in)), "us-nd/0444")
    assert months_of(changes, Deed(ChangeKind.LEAD_DUTIES)) == leading.months == 12
    assert changes.changes[0].answer.months == 0
    assert changes.useful[0] == changes.changes[0]
    assert [one.saves(base) for one in changes.changes] == [one.answer.months is not None for one in changes.changes]


def test_a_feeder_that_is_only_named_is_held_and_not_entered(bundled: Catalog) -> None:
    _, changes = changes_of(bundled, dict(PERSON), "us-ct/6435CL", Plan())
    assert months_of(changes, Deed(ChangeKind.HOLD, class_id="us-ct/office-assistant")) == 3
    asked = [one for one in changes.changes if one.what.kind is ChangeKind.CONFIRMED]
    assert [(one.answer.months, one.saves(changes.base)) for one in asked] == [(None, False)]


def test_toward_a_class_that_is_only_named_no_study_is_offered(bundled: Catalog) -> None:
    plan = Plan(kind=PlanKind.NONE)
    _, changes = changes_of(bundled, {"present": {"class": "us-nd/0441"}}, "us-ct/office-assistant", plan)
    assert (changes.base.months, kinds_of(changes)) == (None, {ChangeKind.STAY})
    assert changes.useful == ()


def test_going_on_with_the_present_job_is_a_change_of_the_plan_none(bundled: Catalog) -> None:
    plan = Plan(kind=PlanKind.NONE)
    history, changes = changes_of(bundled, dict(PERSON), "us-nd/0443", plan)
    staying = assess(Case(bundled, history, Plan()), "us-nd/0443")
    assert months_of(changes, Deed(ChangeKind.STAY)) == staying.months == 12


def test_a_degree_held_and_a_maximum_reached_offer_no_more_study(bundled: Catalog) -> None:
    profile: dict[str, object] = {
        "present": {"class": "us-nd/0441"},
        "education": {"degrees": [{"level": "bachelor"}]},
    }
    _, changes = changes_of(bundled, profile, "us-nd/0443", Plan())
    assert kinds_of(changes).isdisjoint({ChangeKind.DEGREE, ChangeKind.STUDY_BLOCK})
    assert ChangeKind.STUDY_A_YEAR in kinds_of(changes)


def test_degrees_that_the_text_names_are_among_the_changes(bundled: Catalog) -> None:
    profile: dict[str, object] = {"present": {"title": "Analyst", "counts_toward": ["us-ct/5257MP#special"]}}
    history, changes = changes_of(bundled, profile, "us-ct/5257MP", Plan())
    law = history._replace(degrees=(DegreeHeld(DegreeLevel.LAW, None),))
    deed = Deed(ChangeKind.DEGREE, degree=DegreeHeld(DegreeLevel.LAW, None))
    assert months_of(changes, deed) == assess(Case(bundled, law, Plan()), "us-ct/5257MP").months == 24
    (found,) = [one for one in changes.changes if one.what == deed]
    assert found.leans_on == ("IMPLIED_BACHELOR",)
    master = DegreeHeld(DegreeLevel.MASTER, "business administration")
    assert master in [one.what.degree for one in changes.changes]


def test_feeders_beyond_the_most_are_counted() -> None:
    feeders = [str(number) for number in range(1, 10)]
    catalog = catalog_of(*(graded(one, feeders=["0"]) for one in feeders), graded("0"), graded("T", feeders=feeders))
    _, changes = changes_of(catalog, {"present": {"class": "xx/0"}}, "xx/T", Plan())
    moved = [one.what.class_id for one in changes.changes if one.what.kind is ChangeKind.MOVE]
    assert len(moved) == MOST_FEEDERS
    assert changes.feeders_left_out == len(feeders) - MOST_FEEDERS == 3
