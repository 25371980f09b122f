"""The notebook of the budget round: a made-up roster before a read city, its bench, and the map."""

import pytest

from tests.notebooks.running import FOLDER, Output, printed_of, run_notebook


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> list[Output]:
    """Run the notebook with its roster beside it."""
    return run_notebook("budget_round.ipynb", tmp_path_factory.mktemp("notebook"), "made_up_roster")


def test_it_answers_who_can_step_up_which_benches_are_empty_and_what_would_ready_most(ran: list[Output]) -> None:
    printed = printed_of(ran)
    assert "Management Analyst: 31 in it; ready 15 now, 18 in 6, 18 in 12, 18 in 24 months; no warning" in printed
    assert "Principal Clerk: 2 leave, 0 ready" in printed
    assert "Personnel Research Analyst: degree doctorate, 92 people, 0 months saved" in printed
    assert "A008 in 2026-11 by general" in printed
    assert "95 classes by ruling" in printed
    assert "then us-ca-los-angeles/9182" in printed
    assert any("<iframe" in out.get("data", {}).get("text/html", "") for out in ran)


def test_its_people_are_made_up() -> None:
    names = {
        line.partition(",")[0] for line in (FOLDER / "made_up_roster" / "people.csv").read_text("utf-8").split()[1:]
    }
    assert names == {f"A{number:03d}" for number in range(1, 95)}
