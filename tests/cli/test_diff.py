"""``ladder diff`` as people run it: two catalogs, or one since a month; the sentence first."""

import json
from pathlib import Path

import pytest

import ladder
from ladder.errors import LadderError
from tests.catalog.test_versions import dated, write
from tests.cli.running import run_here


def words_of(*words: str) -> str:
    told = run_here("diff", *words)
    assert (told.status, told.err) == (0, "")
    return " ".join(told.out.split())


def test_what_changed_since_a_year_in_one_command() -> None:
    told = words_of("los-angeles", "--since", "2015", "--as-of", "2026-11")
    assert told.startswith("381 classes changed in our data since January 2015: 381 new or described for the first ")
    assert words_of("--since", "2025", "--as-of", "2026-11") == "Nothing in our data has changed since January 2025."


def test_two_catalogs_and_two_dates_of_one(tmp_path: Path) -> None:
    history = write(tmp_path, dated("1", 12, effective="2010-01"), dated("1", 24, effective="2015-01"))
    assert words_of(str(history), "--since", "2015-01").startswith("1 class changed in our data since January 2015")
    assert words_of("seeds", "seeds") == "Nothing differs between seeds and seeds."
    early = words_of("seeds", str(history), "--as-of", "2012-06")
    assert "Class 1 (us-xx/1) - New in our data, with rules dated January 2010." in early or "January 2010" in early


def test_json_csv_and_a_workbook(tmp_path: Path) -> None:
    asked = ("seeds", "--since", "2015", "--as-of", "2026-11")
    told = json.loads(run_here("diff", *asked, "--json").out)
    assert told["told"].startswith("4 classes changed")
    csv = run_here("diff", *asked, "--csv").out
    assert csv.splitlines()[0] == "class,change,requirement,before,after,ladders,source"
    found = ladder.load().diff(since="2015", as_of="2026-11")
    assert (found.to_dict(), found.to_csv()) == (told, csv)
    assert len(ladder.load().diff("seeds")) == 0
    assert len(ladder.load().diff(ladder.load("seeds"))) == 0
    with pytest.raises(LadderError, match="2015-07"):
        ladder.load().diff(since="soon")
    file = tmp_path / "changes.xlsx"
    assert "The tables are in" in run_here("diff", *asked, "--xlsx", str(file)).err
    assert file.is_file()


@pytest.mark.parametrize("words", [(), ("seeds",), ("seeds", "seeds", "--since", "2015"), ("seeds", "--since", "soon")])
def test_bad_calls_say_what_to_try(words: tuple[str, ...]) -> None:
    told = run_here("diff", *words)
    assert (told.status, told.out) == (2, "")
    assert "--since MONTH" in told.err or "2015-07" in told.err
