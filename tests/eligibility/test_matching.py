"""Whether service counts, and what that leans on."""

import pytest

from ladder.catalog.catalog import Catalog
from ladder.eligibility.matching import Candidacy, Match, match_service
from ladder.eligibility.needs import Need
from ladder.eligibility.plans import Plan
from ladder.eligibility.rules import rules_of
from tests.eligibility.small_catalogs import Json, catalog_of, grade, person, service, toward, work

TARGETED = {"class": "us-xx/t", "target_class_required": True}
STAFF = {"class": "us-xx/s", "only_for": "state_employee"}
BOTH = {"class": "us-xx/b", "only_for": "state_employee", "target_class_required": True}
CATALOG = catalog_of(
    *(grade(code) for code in "atsb"),
    grade("r", service("general", 6), series={"name": "S", "rank": 1}),
    grade(
        "9",
        service("general", 24, "a"),
        service("special", 6, within="general"),
        service("deep", 3, "r", within="special"),
        series={"name": "S", "rank": 2},
    ),
    grade("5", service("general", 24, TARGETED, STAFF, BOTH)),
    grade("6", service("general", 24, "a", or_in_field=True)),
    grade("7", service("general", 24, STAFF)),
    grade("8", service("general", 24, lead=True), series={"name": "S", "rank": 3}),
    rulings=[
        {
            "class": "us-xx/s",
            "counts_toward": ["us-xx/9#general"],
            "shows": {"code": "SHOWN", "text": "x"},
            "by": "b",
            "reason": "r",
        },
        {"class": "us-xx/t", "counts_toward": ["us-xx/9#general"], "by": "b", "reason": "r"},
    ],
)
LENIENT = catalog_of(grade("a"), grade("5", service("general", 24, "a")), conventions={"equivalents": "counted"})


def found(job: Json, target: str, *, catalog: Catalog = CATALOG, plan: Plan | None = None, **profile: object) -> Match:
    key = "jobs" if "months" in job else "present"
    history = person(catalog, **{key: [job], **profile})
    rules = rules_of(catalog, f"us-xx/{target}")
    assert rules is not None
    need = rules.routes[0].needs[0]
    assert isinstance(need, Need)
    job_held = (*history.past, *history.present)[0]
    return match_service(job_held, need.service, Candidacy(history, plan or Plan(), rules))


def codes(*names: str) -> frozenset[str]:
    return frozenset(names)


@pytest.mark.parametrize(
    ("job", "target", "match"),
    [
        (work("a", 1), "9", Match(counts=True, why="named class")),
        (work("s", 1), "9", Match(counts=True, why="ruling", shown=codes("SHOWN"))),
        (work("t", 1), "9", Match(counts=True, why="ruling")),
        (work("b", 1), "9", Match(counts=False)),
        ({"title": "Baker", "months": 1}, "9", Match(counts=False)),
        (toward("9#special", 1), "9", Match(counts=True, why="declared", shown=codes("FIELD_MATCH"))),
        (work("r", 1), "9", Match(counts=True, why="named class")),
        (toward("9#deep", 1), "9", Match(counts=True, why="declared", shown=codes("FIELD_MATCH"))),
        (toward("9#general", 1), "9", Match(counts=False, why="declared equivalent", asked=codes("EQUIVALENT"))),
        (toward("6#general", 1), "6", Match(counts=True, why="declared", shown=codes("FIELD_MATCH"))),
        (toward("6#general", 1), "9", Match(counts=False)),
        (work("t", 1), "5", Match(counts=False, why="named class", asked=codes("TARGET_CLASS"))),
        (work("t", 1, target_class="us-xx/5"), "5", Match(counts=True, why="named class")),
        (
            work("t", 1, target_class="us-xx/9"),
            "5",
            Match(counts=False, why="named class", closed=codes("TARGET_CLASS")),
        ),
        (work("s", 1), "5", Match(counts=False, why="named class", asked=codes("STATE_EMPLOYEE"))),
        (work("b", 1), "5", Match(counts=False, why="named class", asked=codes("STATE_EMPLOYEE", "TARGET_CLASS"))),
        (
            work("b", 1, target_class="Astronaut"),
            "5",
            Match(counts=False, why="named class", closed=codes("TARGET_CLASS")),
        ),
        (work("r", 1), "8", Match(counts=False, why="lead duty", asked=codes("LEAD"))),
        (work("9", 1), "8", Match(counts=False, why="lead duty", asked=codes("LEAD"))),
        (work("a", 1), "8", Match(counts=False)),
        (
            work("9", 1, counts_toward=["us-xx/8#general"]),
            "8",
            Match(counts=True, why="declared", shown=codes("FIELD_MATCH", "LEAD")),
        ),
    ],
)
def test_what_counts_and_why(job: Json, target: str, match: Match) -> None:
    assert found(job, target) == match


@pytest.mark.parametrize(
    ("standing", "match"),
    [
        (True, Match(counts=True, why="named class")),
        (False, Match(counts=False, why="named class", closed=codes("STATE_EMPLOYEE"))),
    ],
)
def test_a_reading_for_some_people_only(standing: object, match: Match) -> None:
    assert found(work("s", 1), "5", standing={"state_employee": standing}) == match


def test_declared_service_is_no_equivalent_of_classes_that_are_not_read_for_this_person() -> None:
    declared = Match(counts=True, why="declared", shown=codes("FIELD_MATCH"))
    equivalent = Match(counts=False, why="declared equivalent", asked=codes("EQUIVALENT"))
    assert found(toward("7#general", 1), "7", standing={"state_employee": False}) == declared
    assert found(toward("7#general", 1), "7", standing={"state_employee": True}) == equivalent
    assert found(toward("7#general", 1), "7") == equivalent


def test_a_jurisdiction_may_count_declared_equivalents() -> None:
    match = found(toward("5#general", 1), "5", catalog=LENIENT)
    assert match == Match(counts=True, why="declared", shown=codes("FIELD_MATCH"))


@pytest.mark.parametrize(
    ("job", "target", "assumed", "match"),
    [
        (work("t", 1), "5", ["TARGET_CLASS"], Match(counts=True, why="named class", shown=codes("TARGET_CLASS"))),
        (
            work("b", 1),
            "5",
            ["TARGET_CLASS"],
            Match(counts=False, why="named class", shown=codes("TARGET_CLASS"), asked=codes("STATE_EMPLOYEE")),
        ),
        (
            work("b", 1, target_class="us-xx/9"),
            "5",
            ["STATE_EMPLOYEE"],
            Match(counts=False, why="named class", closed=codes("TARGET_CLASS")),
        ),
        (
            toward("9#general", 1),
            "9",
            ["EQUIVALENT"],
            Match(counts=True, why="declared equivalent", shown=codes("EQUIVALENT")),
        ),
        (work("r", 1), "8", ["LEAD"], Match(counts=True, why="lead duty", shown=codes("LEAD"))),
    ],
)
def test_what_is_assumed_is_shown(job: Json, target: str, assumed: list[str], match: Match) -> None:
    assert found(job, target, plan=Plan(assumed=frozenset(assumed))) == match


@pytest.mark.parametrize(("job", "counts"), [(work("r"), True), (work("9"), False), (work("r", 1), False)])
def test_planned_lead_duty_is_for_planned_work_in_that_class(job: Json, *, counts: bool) -> None:
    match = found(job, "8", plan=Plan(lead_in=codes("us-xx/r")))
    assert match.counts is counts
    assert match.why == ("lead duty planned" if counts else "lead duty")
    assert (match.shown, match.asked) == ((codes("LEAD"), codes()) if counts else (codes(), codes("LEAD")))


def test_declared_lead_work_is_shown_by_whatever_clause_it_counts() -> None:
    ruled = catalog_of(
        grade("a"),
        grade("1", service("lead", 6, lead=True), series={"name": "S", "rank": 1}),
        rulings=[{"class": "us-xx/a", "counts_toward": ["us-xx/1#lead"], "by": "b", "reason": "r"}],
    )
    by_ruling = Match(counts=True, why="ruling")
    assert found(work("a", 1), "1", catalog=ruled) == by_ruling
    declared = work("a", 1, counts_toward=["us-xx/1#lead"])
    assert found(declared, "1", catalog=ruled) == by_ruling._replace(shown=codes("LEAD"))
    planned = Plan(lead_in=codes("us-xx/a"))
    assert found(work("a"), "1", catalog=ruled, plan=planned) == by_ruling._replace(shown=codes("LEAD"))
    assert found(work("a", 1), "1", catalog=ruled, plan=planned) == by_ruling


def test_the_clause_that_asks_least_is_told() -> None:
    two = catalog_of(grade("b"), grade("5", service("general", 9, BOTH)))
    match = found(work("b", 1, counts_toward=["us-xx/5#general"]), "5", catalog=two)
    assert match.asked == codes("EQUIVALENT")


def test_what_is_asked_is_told_before_what_is_closed() -> None:
    two = catalog_of(grade("t"), grade("5", service("general", 9, TARGETED)))
    job = work("t", 1, target_class="Baker", counts_toward=["us-xx/5#general"])
    assert found(job, "5", catalog=two) == Match(counts=False, why="declared equivalent", asked=codes("EQUIVALENT"))
