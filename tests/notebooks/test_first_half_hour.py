"""The notebook of the first half hour runs from top to bottom, answers and draws."""

import pytest

from tests.notebooks.running import Output, printed_of, run_notebook


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> list[Output]:
    """Run the notebook in an empty folder and return all it showed."""
    return run_notebook("first_half_hour.ipynb", tmp_path_factory.mktemp("notebook"))


def test_it_answers_and_draws(ran: list[Output]) -> None:
    printed = printed_of(ran)
    assert "after 4 months, in 2027-03 by internal" in printed
    assert "then us-nd/0444 by internal" in printed
    assert any("<iframe" in out.get("data", {}).get("text/html", "") for out in ran)
