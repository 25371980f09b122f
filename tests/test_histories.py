"""The candidate's standing, by jurisdiction, and past rows beside what goes on."""

import pytest

from ladder.histories import History, StandingDeclared
from ladder.qualifications import Standing
from ladder.service_time import Month, read_day
from tests.eligibility.small_catalogs import catalog_of, grade, person, service, work


@pytest.mark.parametrize(
    ("declared", "held"),
    [
        (None, None),
        (StandingDeclared(value=True, jurisdictions=None), True),
        (StandingDeclared(value=False, jurisdictions=None), False),
        (StandingDeclared(value=True, jurisdictions=frozenset(["us-aa"])), True),
        (StandingDeclared(value=False, jurisdictions=frozenset(["us-aa", "us-bb"])), False),
        (StandingDeclared(value=True, jurisdictions=frozenset(["us-bb"])), None),
        (StandingDeclared(value=False, jurisdictions=frozenset()), None),
    ],
)
def test_standing_holds_where_it_was_declared(declared: StandingDeclared | None, held: bool | None) -> None:  # noqa: FBT001
    told = {Standing.INTERNAL: declared} if declared else {}
    history = History(Month(0), standing=told)
    assert history.standing_in(Standing.INTERNAL, "us-aa") is held
    assert history.standing_in(Standing.PERMANENT, "us-aa") is None


def test_whoever_goes_on_in_some_job_keeps_the_last_day_before_the_as_of_month() -> None:
    catalog = catalog_of(grade("1", service("general", 12)))
    dated = {"class": "us-xx/1", "start": "2026-01", "end": "2026-10-31"}
    stopped = person(catalog, jobs=[work("1", 3), dated], present=[])
    assert stopped.past[1].row is not None
    assert stopped.past[1].row.held_until == read_day("2026-10-31")
    going_on = stopped.going_on()
    assert going_on.past == person(catalog, jobs=[work("1", 3), dated], present=work("1")).past
    assert going_on.past[0] == stopped.past[0]
    assert going_on.past != stopped.past
    assert going_on.present == ()
    present = person(catalog, present=work("1"))
    assert present.going_on() is present
    held = stopped.holding(present.present[0])
    assert (held.past, held.present) == (going_on.past, present.present)
