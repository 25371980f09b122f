"""A person's progress: what is answered where nothing is asked, and toward which class changes are looked at."""

from collections.abc import Mapping

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan
from ladder.errors import BadCallError
from ladder.measures.next_doors import find_doors
from ladder.measures.personal_progress import MOST_TARGETS, measure_progress
from ladder.measures.single_changes import find_changes
from tests.rendering.catalogs import catalog_of, graded
from tests.rendering.report_pages import PERSON, history_of

CLERK = {
    "jobs": [
        {"title": "All", "months": 120, "counts_toward": [f"us-ct/{one}#general", f"us-ct/{one}#special"]}
        for one in ("5257MP", "0029MP")
    ]
}


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


def case_of(catalog: Catalog, profile: Mapping[str, object], plan: Plan | None = None) -> Case:
    return Case(catalog, history_of(catalog, profile), plan or Plan())


def test_classes_asked_about_are_answered_in_their_order(bundled: Catalog) -> None:
    case = case_of(bundled, PERSON)
    found = measure_progress(case, ("us-ct/6435CL", "us-nd/0443"))
    assert [(one.target, one.months) for one in found.answers] == [("us-ct/6435CL", None), ("us-nd/0443", 12)]
    assert found.doors == find_doors(case)
    assert found.changes == find_changes(case, found.answers[0])


def test_changes_are_those_toward_the_first_class_not_met_now(bundled: Catalog) -> None:
    case = case_of(bundled, {**PERSON, "jobs": [{"class": "us-nd/0442", "months": 12}]})
    found = measure_progress(case, ("us-nd/0443", "us-nd/0444"))
    assert found.answers[0].months == 0
    assert found.changes is not None
    assert found.changes.base.target == "us-nd/0444"


def test_where_nothing_is_asked_the_classes_one_step_on_are_answered_about(bundled: Catalog) -> None:
    found = measure_progress(case_of(bundled, {"present": {"class": "us-nd/0441"}}), ())
    assert found.one_step_on == tuple(one.target for one in found.answers) == ("us-nd/0442",)


def test_of_many_classes_one_step_on_the_first_are_answered_about() -> None:
    targets = [str(number) for number in range(1, 12)]
    catalog = catalog_of(graded("0"), *(graded(one, feeders=["0"]) for one in targets))
    found = measure_progress(case_of(catalog, {"present": {"class": "xx/0"}}), ())
    assert len(found.one_step_on) == 11
    assert [one.target for one in found.answers] == list(found.one_step_on[:MOST_TARGETS])


def test_else_those_that_come_next_else_those_met_now(bundled: Catalog) -> None:
    next_ones = measure_progress(case_of(bundled, {"present": {"title": "Clerk"}}), ())
    assert next_ones.one_step_on == ()
    assert [one.target for one in next_ones.answers] == [one.answer.target for one in next_ones.doors]
    met = measure_progress(case_of(bundled, CLERK), ())
    assert met.doors == ()
    assert tuple(one.target for one in met.answers) == met.met_now[:3]
    assert met.met_now[:2] == ("us-ct/5257MP", "us-ct/0029MP")
    assert met.changes is None


def test_classes_that_pay_less_come_next_only_where_they_are_asked_for(bundled: Catalog) -> None:
    case = case_of(bundled, {"present": {"class": "us-ct/5257MP"}})
    assert measure_progress(case, (), lower_pay=True).doors == find_doors(case, lower_pay=True)


def test_a_plan_that_the_question_cannot_take_is_refused(bundled: Catalog) -> None:
    case = case_of(bundled, {"present": {"class": "us-nd/0441"}}, Plan(via=("us-nd/0442",)))
    with pytest.raises(BadCallError):
        measure_progress(case, ("us-nd/0443",))
