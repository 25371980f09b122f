"""``ladder whatif`` as people run it: the question and its answer first, files, a roster, tables and a page."""

import json
import stat
import sys
from pathlib import Path

import pytest

import ladder
from ladder.errors import LadderError
from ladder.roster import reading_roster
from tests.cli.running import run_here
from tests.cli.test_roster import JOBS, PEOPLE, given

AS_OF = ("--as-of", "2026-11")
LEAD = "Customer Service Senior Consultant#special"
FILE = """changes:
  - {kind: set, requirement: "0443#internal", months: 6}
  - {kind: drop, requirement: "0444#special"}
"""


def words_of(*words: str) -> str:
    told = run_here("whatif", *words, *AS_OF)
    assert (told.status, told.err) == (0, "")
    return " ".join(told.out.split())


def test_what_if_senior_consultant_asked_no_lead_year() -> None:
    told = words_of("--drop", LEAD)
    assert told.startswith("What if Customer Service Senior Consultant asked no special experience (1 year")
    assert "4 ladders change: 4 get a date that nobody has to confirm." in told
    assert "Ladders are those of somebody on day one" in told


def test_a_file_of_changes_each_alone_then_together(tmp_path: Path) -> None:
    file = tmp_path / "changes.yaml"
    file.write_text(FILE, "utf-8")
    told = words_of(str(file))
    assert "Change 1 alone: What if Customer Service Consultant asked 6 months of service here?" in told
    assert told.startswith("What if Customer Service Consultant asked 6 months of service here, and Customer Service")
    found = json.loads(run_here("whatif", str(file), "--json", *AS_OF).out)
    assert {row["change"] for row in found["ladders"]} == {"1", "2", "together"}
    assert ladder.load().whatif(file, as_of="2026-11").to_dict() == found
    listed = ladder.load().whatif(set="0443#internal=6", drop=["0444#special"], as_of="2026-11")
    assert listed.ladders.to_csv() == ladder.load().whatif(file, as_of="2026-11").ladders.to_csv()
    file.write_text("changes: []\n", "utf-8")
    assert words_of(str(file)).startswith("Nothing changes.") or "Nothing changes." in words_of(str(file))
    file.write_text("changes: [{kind: set, requirement: a, months: -1}]\n", "utf-8")
    assert "changes.yaml:1" in run_here("whatif", str(file)).err


def test_a_roster_tells_of_people_and_what_is_written_is_for_its_owner(tmp_path: Path) -> None:
    words = (*given(tmp_path, JOBS, PEOPLE), "--drop", LEAD)
    told = words_of(*words)
    assert "for Customer Service Senior Consultant" in told
    assert "People ready" in told
    folder, book, page = tmp_path / "out", tmp_path / "out.xlsx", tmp_path / "out.html"
    run = run_here("whatif", *words, *AS_OF, "--csv", str(folder), "--xlsx", str(book), "--page", str(page))
    assert (run.status, run.out) == (0, "")
    assert sorted(one.name for one in folder.iterdir()) == ["classes.csv", "dropped.csv", "ladders.csv", "pool.csv"]
    if sys.platform != "win32":
        assert {stat.S_IMODE(one.stat().st_mode) for one in (book, page)} == {0o600}
    published = words_of(*words, "--publish")
    assert "<5" in published
    shown = page.read_text("utf-8")
    again = run_here("whatif", *words, *AS_OF, "--publish", "--page", str(page))
    assert (again.status, again.err) == (0, f"The page is in {page}: open it in any browser.\n")
    assert "Fewer than 5 people are shown as &lt;5" in page.read_text("utf-8") != shown
    jobs, people = given(tmp_path, JOBS, PEOPLE)[1::2]
    found = ladder.load().whatif(drop=LEAD, jobs=jobs, people=people, as_of="2026-11")
    assert found.pool.records()[0]["class"] == "us-nd/0444"


def test_without_people_tables_are_for_everybody(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run = run_here("whatif", "--drop", LEAD, *AS_OF, "--csv", str(folder))
    assert "The tables are in" in run.err
    assert sorted(one.name for one in folder.iterdir()) == ["classes.csv", "ladders.csv"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "nothing is changed; give --set"),
        (("--drop", "0444#foo"), "it has general, special, internal, study"),
        (("--drop", "Customer Service Senior Consultent#special"), "did you mean us-nd/0444"),
        (("--set", "0444#special"), "write CLASS#REQUIREMENT=MONTHS"),
        (("--drop", LEAD, "--people", "nowhere.csv"), "a roster needs its jobs"),
    ],
)
def test_bad_calls_say_what_to_try(words: tuple[str, ...], told: str) -> None:
    run = run_here("whatif", *words)
    assert (run.status, run.out) == (2, "")
    assert told in run.err


def test_python_refuses_the_same() -> None:
    with pytest.raises(LadderError, match="nothing is changed"):
        ladder.load().whatif()


def test_a_fault_of_ladder_itself_says_nothing_of_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError(JOBS[0]["start"])

    monkeypatch.setattr(reading_roster, "read_roster", fail)
    run = run_here("whatif", "--drop", LEAD, *given(tmp_path, JOBS), *AS_OF, "--debug")
    assert (run.status, "KeyError while a roster was read" in run.err) == (70, True)
    assert JOBS[0]["start"] not in run.err
