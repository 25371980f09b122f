"""The candidate's standing, by jurisdiction."""

import pytest

from ladder.histories import History, StandingDeclared
from ladder.qualifications import Standing
from ladder.service_time import Month


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
