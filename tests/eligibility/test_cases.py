"""A case is one person under one plan; each change of it leaves the rest as it was."""

from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from tests.eligibility.small_catalogs import catalog_of, grade, person, service, work

CATALOG = catalog_of(grade("s"), grade("t", service("e0", 12, "s")))
PLAN = Plan(kind=PlanKind.CLIMB, lead_in=frozenset(["us-xx/s"]), via=("us-xx/s",), assumed=frozenset(["LEAD"]))
CASE = Case(CATALOG, person(CATALOG, jobs=[work("s", 5)], present=work("s")), PLAN)


def test_the_person_before_a_class_has_its_rules() -> None:
    found = CASE.candidacy("us-xx/t")
    assert found is not None
    assert (found.history, found.plan, found.rules.class_id) == (CASE.history, PLAN, "us-xx/t")
    assert CASE.candidacy("us-xx/s") is None


def test_a_plan_changes_alone() -> None:
    assert CASE.idle() == CASE._replace(plan=PLAN._replace(kind=PlanKind.NONE, via=()))
    assert CASE.staying() == CASE._replace(plan=PLAN._replace(kind=PlanKind.STAY, via=()))
    assert CASE.climbing() == CASE._replace(plan=PLAN._replace(via=()))
    assert CASE.staying().climbing(via=("us-xx/s",)) == CASE
    assert CASE.assuming(frozenset(["INTERNAL"])).plan == PLAN._replace(assumed=frozenset(["LEAD", "INTERNAL"]))


def test_holding_another_job_is_staying_in_it_alone() -> None:
    job = CASE.history.present[0]._replace(class_id="us-xx/t")
    found = CASE.holding(job)
    assert (found.history.present, found.plan.kind, found.plan.via) == ((job,), PlanKind.STAY, ())
    assert found.history.past == CASE.history.past
