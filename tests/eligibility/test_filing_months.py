"""Filing before the experience asked is complete (docs/semantics.md, C21)."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ladder.eligibility.filing_months import filing_month
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.plans import Plan, PlanKind
from ladder.eligibility.rules import rules_of
from ladder.service_time import print_month
from tests.eligibility.small_catalogs import (
    PLACE,
    SOURCE,
    Json,
    answer,
    catalog_of,
    grade,
    other,
    person,
    service,
    stands_for,
    work,
)

NONE = Plan(PlanKind.NONE)
FEEDERS = (grade("a"), grade("b"), grade("c"))
GOES_ON = work("a")


def lacking(months: int, *routes: str) -> Json:
    """Return leave to file while so many months are lacking, by the routes named or by any."""
    return {"early_filing": {"lacking_months": months, "routes": list(routes), "source": SOURCE}}


def filed(
    *requirements: Json,
    may_lack: int,
    routes: list[list[str]] | None = None,
    substitutions: Sequence[Json] = (),
    **profile: Any,  # noqa: ANN401 - fields of a record
) -> tuple[int | None, int | None]:
    """Return when one may file for a class of these requirements, and when they are met; a job as ``a`` goes on."""
    target = grade("1", *requirements, routes=routes, substitutions=list(substitutions), **lacking(may_lack))
    profile = {"present": GOES_ON, **profile}
    found = answer(catalog_of(*FEEDERS, target), "1", **profile)
    return found.file_months, found.months


def test_one_files_when_no_more_is_left_than_may_be_lacking() -> None:
    assert filed(service("general", 24, "a"), may_lack=6, jobs=[work("a", 10)]) == (8, 14)
    assert filed(service("general", 24, "a"), may_lack=6, jobs=[work("a", 18)]) == (0, 6)
    assert filed(service("general", 24, "a"), may_lack=6, jobs=[work("a", 24)]) == (0, 0)
    assert filed(service("general", 24, "a"), may_lack=6, jobs=[work("a", "17.5")]) == (1, 7)
    assert filed(service("general", 24, "a"), may_lack=0, jobs=[work("a", 10)]) == (14, 14)


def test_the_calendar_month_of_filing_is_told_and_none_where_no_text_lets_one() -> None:
    early = answer(catalog_of(*FEEDERS, grade("1", service("general", 24, "a"), **lacking(6))), "1", present=GOES_ON)
    late = answer(catalog_of(*FEEDERS, grade("1", service("general", 24, "a"))), "1", present=GOES_ON)

    assert early.file_month is not None
    assert print_month(early.file_month) == "2028-05"
    assert (late.months, late.file_months, late.file_month) == (24, None, None)
    assert (early.appoint_months, early.appoint_month) == (None, None)


def test_nothing_is_told_of_filing_where_the_minimum_is_never_met() -> None:
    target = grade("1", service("general", 24, "a"), **lacking(6))
    found = answer(catalog_of(*FEEDERS, target), "1", plan=NONE, jobs=[work("a", 20)])

    assert (found.status, found.file_months) == ("unreachable", None)


def test_what_is_left_of_requirements_that_add_is_their_sum() -> None:
    added = (service("general", 12, "a"), service("special", 6, "b", additional_to="general"))
    both = [work("a", 10), work("b", 1)]

    assert filed(*added, may_lack=6, jobs=both) == (None, None)
    assert filed(*added, may_lack=6, jobs=both, present=[work("a"), work("b")]) == (1, 7)
    assert filed(*added, may_lack=7, jobs=both, present=[work("a"), work("b")]) == (0, 7)


def test_experience_with_nothing_in_common_adds_too() -> None:
    apart = (service("general", 12, "a"), service("special", 6, "b"))
    both = [work("a", 10), work("b", 1)]

    assert filed(*apart, may_lack=6, jobs=both, present=[work("a"), work("b")]) == (1, 5)
    assert filed(*apart, may_lack=7, jobs=both, present=[work("a"), work("b")]) == (0, 5)


def test_more_than_is_asked_of_one_makes_up_for_nothing_of_another() -> None:
    apart = (service("general", 12, "a"), service("special", 12, "b"))

    assert filed(*apart, may_lack=6, jobs=[work("a", 20), work("b", 3)], present=work("b")) == (3, 9)


def test_no_month_beyond_the_last_asked_about_is_told() -> None:
    asked = (service("general", 24, "a"), other("education", "degree", degree="bachelor"))
    catalog = catalog_of(*FEEDERS, grade("1", *asked, **lacking(6)))
    event = {"month": "2027-09", "degree": {"level": "bachelor"}}
    history = person(catalog, jobs=[work("a", 20)], present=GOES_ON, events=[event])
    rules = rules_of(catalog, f"{PLACE}/1")
    assert rules is not None
    candidacy = Candidacy(history, Plan(PlanKind.STAY), rules)

    assert [filing_month(candidacy, by=month) for month in (0, 9, 10, 30)] == [None, None, 10, 10]


def test_of_a_requirement_and_the_parts_within_it_the_larger_remainder_counts() -> None:
    parts = (
        service("general", 24, "a"),
        service("special", 12, "b", within="general"),
        service("deep", 6, "c", within="special"),
    )
    jobs = [work("a", 12), work("b", 7)]

    assert filed(*parts, may_lack=5, jobs=jobs, present=[work("c")]) == (1, 6)
    assert filed(*parts, may_lack=6, jobs=jobs, present=[work("c")]) == (0, 6)


def test_a_part_counts_with_the_whole_whichever_is_printed_first() -> None:
    parts = (service("special", 12, "b", within="general"), service("other", 2, "c"), service("general", 24, "b"))

    assert filed(*parts, may_lack=6, jobs=[work("c", 2), work("b", 6)], present=work("b")) == (12, 18)


def test_a_part_within_one_and_what_is_added_to_the_whole_are_one_sum() -> None:
    parts = (
        service("general", 24, "a", "b"),
        service("special", 24, "b", within="general"),
        service("added", 12, "c", additional_to="general"),
    )
    jobs = [work("a", 3), work("b", 19), work("c", 9)]
    present = [work("b"), work("c")]

    assert filed(*parts, may_lack=7, jobs=jobs, present=present) == (1, 8)
    assert filed(*parts, may_lack=8, jobs=jobs, present=present) == (0, 8)


def test_service_that_stands_for_two_requirements_makes_them_no_one_group() -> None:
    both = [
        stands_for("service", "general", feeder="c", months=6, at_most_months=6),
        stands_for("service", "special", feeder="c", months=6, at_most_months=6),
    ]
    apart = (service("general", 12, "a"), service("special", 12, "b"))
    jobs = [work("a", 8), work("b", 8)]

    assert filed(*apart, may_lack=6, substitutions=both, jobs=jobs, present=[work("a"), work("b")]) == (1, 4)


def test_everything_else_of_the_route_must_be_held_in_that_month() -> None:
    asked = (service("general", 24, "a"), other("education", "degree", degree="bachelor"))
    event = {"month": "2027-09", "degree": {"level": "bachelor"}}

    assert filed(*asked, may_lack=6, jobs=[work("a", 20)], events=[event]) == (10, 10)
    assert filed(*asked, may_lack=6, jobs=[work("a", 10)], events=[event]) == (10, 14)
    assert filed(*asked, may_lack=6, jobs=[work("a", 20)]) == (None, None)


@pytest.mark.parametrize("standing", [{}, {"internal": False}])
def test_standing_that_experience_asks_is_part_of_everything_else(standing: Json) -> None:
    asked = (service("general", 24, "a", standing="internal"), service("open", 48, "a"))
    either = [["general"], ["open"]]

    assert filed(*asked, may_lack=6, routes=either, standing=standing) == (42, 48)
    assert filed(*asked, may_lack=6, routes=either, standing={"internal": True}) == (18, 24)


def test_one_files_by_the_route_that_lets_one_first() -> None:
    asked = (service("long", 30, "a"), service("short", 26, "a"))
    either = [["long"], ["short"]]
    by_the_long = {**grade("1", *asked, routes=either), **lacking(6, "long")}
    by_the_longer = {**grade("1", *asked, routes=either), **lacking(2, "long")}

    found = [answer(catalog_of(*FEEDERS, one), "1", present=GOES_ON) for one in (by_the_long, by_the_longer)]
    assert [(one.file_months, one.months) for one in found] == [(24, 26), (26, 26)]


def test_a_route_that_is_never_met_may_still_be_filed_by() -> None:
    asked = (service("never", 12, "b"), service("later", 24, "a"))
    either = [["never"], ["later"]]

    assert filed(*asked, may_lack=6, routes=either, jobs=[work("b", 6)]) == (0, 24)


def test_service_under_a_whole_substitution_is_experience() -> None:
    whole = stands_for("service", "general", feeder="b", months=12)
    asked = (service("general", 48, "a"), other("education", "degree", degree="bachelor"))
    degree = {"degrees": [{"level": "bachelor"}]}
    target = grade("1", *asked, substitutions=[whole])
    early = catalog_of(*FEEDERS, {**target, **lacking(5, "general-degree")})
    by_general = answer(early, "1", present=work("b"), education=degree)

    assert (by_general.routes, by_general.file_months, by_general.months) == (("sub:us-xx/b",), 7, 12)


def test_substitutions_and_study_leave_less_of_the_experience() -> None:
    capped = stands_for("service", "general", feeder="b", months=12, at_most_months=12)
    study = stands_for("study", "general", semester_hours=30, months=12, at_most_months=24)
    target = service("general", 36, "a")
    both = [capped, study]

    assert filed(target, may_lack=6, substitutions=both, jobs=[work("b", 20)]) == (18, 24)
    hours = {"semester_hours": 60}
    assert filed(target, may_lack=6, substitutions=both, jobs=[work("b", 3)], education=hours) == (3, 9)


def test_rounding_to_the_nearest_month_leaves_half_a_month_less() -> None:
    target = grade("1", service("general", 24, "a"), **lacking(6))
    catalog = catalog_of(*FEEDERS, target, conventions={"rounding": "nearest_month"})
    found = answer(catalog, "1", jobs=[work("a", "10.5")], present=GOES_ON)

    assert (found.file_months, found.months) == (7, 13)


def test_a_trainee_class_leads_here_and_one_may_file_early_by_it_too() -> None:
    leads = {"class": f"{PLACE}/1", "months": 24, "source": SOURCE}
    trainee = grade("t", trainee_targets=[leads])
    target = grade("1", service("general", 96, "a"), **lacking(6))
    found = answer(catalog_of(*FEEDERS, trainee, target), "1", present=work("t", target_class=f"{PLACE}/1"))

    assert (found.routes, found.file_months, found.months) == (("sub:us-xx/t",), 18, 24)


SHARES = some.sampled_from(["1", "0.5", "0.7"])
JOBS = some.lists(some.tuples(some.sampled_from("abc"), some.integers(0, 30), SHARES), max_size=3)
RULES = [
    (service("general", 24, "a", "c"), service("special", 10, "b", within="general")),
    (service("general", 24, "a"), service("special", 10, "a", "b", additional_to="general")),
    (service("general", 24, "a"), service("special", 10, "b")),
    (service("general", 24, "a", standing="internal"), other("education", "degree", semester_hours=40)),
]


@pytest.mark.untraced
@given(JOBS, some.sampled_from(RULES), some.sampled_from("ab"), some.booleans())
def test_filing_is_never_late_never_beside_the_mark_and_only_sooner_with_more_leave(
    jobs: list[tuple[str, int, str]],
    rules: tuple[Json, ...],
    present: str,
    internal: bool,  # noqa: FBT001 - a strategy's value
) -> None:
    def at(may_lack: int) -> tuple[int | None, int | None]:
        past = [work(code, months, fte=share) for code, months, share in jobs]
        block = stands_for("study", "general", semester_hours=30, months=12, at_most_months=12)
        return filed(
            *rules,
            may_lack=may_lack,
            jobs=past,
            substitutions=[block],
            present=work(present),
            standing={"internal": internal},
            education={"semester_hours": 32},
            events=[{"month": "2027-11", "fte": "0.5"}],
        )

    found = [at(may_lack) for may_lack in (0, 1, 6, 40)]
    assert len({months for _, months in found}) == 1
    file_months, months = zip(*found, strict=True)
    if months[0] is None:
        assert file_months == (None,) * 4
    else:
        assert file_months[0] == months[0]
        told = [month for month in file_months if month is not None]
        assert len(told) == len(file_months)
        assert told == sorted(told, reverse=True)
        assert min(told) >= 0
