"""``ladder analyse`` as people run it: the answer first, then rows; the same from Python, CSV, JSON and a workbook."""

import json
from pathlib import Path

import pytest

import ladder
from ladder.errors import LadderError
from tests.cli.running import run_here

AS_OF = ("--as-of", "2026-11")
CITY = ("--catalog", "los-angeles", *AS_OF)


def words_of(*words: str) -> str:
    told = run_here("analyse", *words)
    assert (told.status, told.err) == (0, "")
    return " ".join(told.out.split())


@pytest.mark.untraced
def test_what_hangs_on_a_class_is_told_first() -> None:
    told = words_of("Management Analyst", *CITY)
    assert told.startswith("5 classes hang on Management Analyst: nobody enters Community Housing Programs Manager, ")
    assert "Service in it is enough to come to 23 classes. Gatekeepers: others must pass them" in told
    assert "No step in or out" not in told


def test_a_class_is_named_by_its_code_or_its_title() -> None:
    by_title, by_code = (words_of(one, *AS_OF) for one in ("Customer Service Senior Consultant", "0444"))
    assert by_title == by_code


@pytest.mark.untraced
def test_of_all_classes_the_first_of_each_measure_are_told_unless_all_are_asked_for() -> None:
    told = words_of(*CITY)
    assert told.startswith("99 of 545 classes are gatekeepers: nobody enters ")
    assert "No next step" in told
    assert "Measured on what is asked" in told


def test_a_class_is_named_as_everywhere_and_a_near_miss_says_so() -> None:
    told = run_here("analyse", "Management Analist", *CITY)
    assert (told.status, "did you mean" in told.err) == (2, True)


def test_one_measure_and_nothing_found() -> None:
    told = words_of("Office Assistant", "--measure", "degree_only", *AS_OF)
    assert "Nothing of this is found of Office Assistant." in told
    assert "Nothing of this is found in our data." in words_of("--measure", "cycle", *AS_OF)
    assert run_here("analyse", "--measure", "gate").status == 2


def test_csv_json_python_and_the_workbook_tell_the_same(tmp_path: Path) -> None:
    csv = run_here("analyse", *AS_OF, "--csv").out
    assert csv.splitlines()[0] == "class,measure,value,classes,sentence,source"
    told = json.loads(run_here("analyse", *AS_OF, "--json").out)
    found = ladder.load().analyse(as_of="2026-11")
    assert found.to_dict() == told
    assert found.to_csv() == csv
    assert found[0].measure == "gatekeeper_pair"
    of_one = ladder.load().analyse("Office Assistant", measures="reach", as_of="2026-11")
    assert [one.classes for one in of_one] == [("us-ct/6435CL",)]
    with pytest.raises(LadderError, match="no measure"):
        ladder.load().analyse(measures=["gate"])
    file = tmp_path / "found.xlsx"
    assert "The tables are in" in run_here("analyse", *AS_OF, "--xlsx", str(file)).err
    assert file.stat().st_size > 1000
