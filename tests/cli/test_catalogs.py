"""The catalogs that come with the program, as people use them by name, and catalogs of facts alone that they make."""

import json
import re
from pathlib import Path

import pytest

import ladder
from ladder.catalog.bundled_names import BUNDLED
from ladder.catalog.loading import load_catalog
from tests.cli.running import run_here, run_ladder
from tests.reading.written import ConnecticutClass, print_connecticut

AS_OF = ("--as-of", "2026-11")
INSPECTOR = ConnecticutClass()
PLANNER = ConnecticutClass(title="Harbor Planner", number=2345, superior=None, special=None)
QUESTION = ("path", "Secretary", "Executive Administrative Assistant", "--catalog", "los-angeles", *AS_OF)


def test_the_catalogs_are_listed_with_the_age_of_their_rules() -> None:
    told = run_here("catalogs")
    assert told.status == 0
    assert [line.split()[0] for line in told.out.splitlines()[3:] if line.startswith("  ") and line[2] != " "] == [
        *BUNDLED
    ]
    found = json.loads(run_here("catalogs", "--json").out)["catalogs"]
    assert [(one["name"], one["described"], one["default"]) for one in found] == [
        ("seeds", 10, True),
        ("los-angeles", 408, False),
        ("philadelphia", 378, False),
    ]
    assert all(one["first"] < one["last"] for one in found)
    assert (
        run_here("catalogs", "--csv").out.splitlines()[0]
        == "name,jurisdictions,described,whole,named,first,last,default"
    )


def test_a_city_is_used_by_its_name_and_says_how_old_its_rules_are() -> None:
    told = run_here(*QUESTION)
    assert told.status == 0
    words = " ".join(told.out.split())
    assert "2 years, to November 2028" in words
    assert "These rules are those of documents dated from December 2006 to March 2019." in words
    answer = json.loads(run_here(*QUESTION, "--json").out)
    assert "documents dated from" in " ".join(answer["best"]["notes"])
    by_variable = run_ladder("path", *QUESTION[1:3], *AS_OF, env={"LADDER_CATALOG": "los-angeles"})
    assert by_variable.out == told.out
    assert ladder.load("los-angeles").path(*QUESTION[1:3], as_of="2026-11").to_dict() == answer


def test_a_path_of_the_same_name_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(load_catalog(Path("los-angeles")).classes) > 500
    (tmp_path / "los-angeles").mkdir()
    told = run_here(*QUESTION)
    assert (told.status, "holds no class specifications" in told.err) == (2, True)


def test_an_output_may_be_called_as_the_city_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_here(*QUESTION, "--json", "-o", "los-angeles").status == 0
    assert json.loads(Path("los-angeles").read_text("utf-8"))["best"]


def test_a_wrong_name_is_told_with_those_there_are() -> None:
    told = run_here("classes", "--catalog", "los-angelos")
    assert told.status == 2
    assert "los-angeles" in told.err


def test_the_shell_completes_the_names() -> None:
    found = run_ladder(
        env={"_LADDER_COMPLETE": "bash_complete", "COMP_WORDS": "ladder classes --catalog phil", "COMP_CWORD": "3"}
    )
    assert "philadelphia" in found.out


def test_no_city_is_loaded_unless_it_is_asked_for() -> None:
    opened = run_ladder("path", "us-nd/0441", "us-nd/0443", *AS_OF, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert opened.status == 0
    assert "shipped" not in opened.err
    assert "facts_only" not in opened.err


# ------------------------------------------------------------------ facts alone


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """Return a folder with two documents."""
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "inspector.txt").write_text(print_connecticut(INSPECTOR), "utf-8")
    (folder / "planner.txt").write_text(print_connecticut(PLANNER), "utf-8")
    return folder


def everything_in(folder: Path) -> str:
    return "\n".join(one.read_text("utf-8") for one in sorted(folder.rglob("*")) if one.is_file())


def test_a_catalog_of_facts_quotes_nothing_and_answers_the_same(documents: Path, tmp_path: Path) -> None:
    full, facts = tmp_path / "full", tmp_path / "facts"
    assert run_here("read", str(documents), "-o", str(full)).status == 0
    told = run_here("read", "--facts", str(documents), "-o", str(facts))
    assert told.status == 0
    assert "quote:" in everything_in(full)
    assert not re.search("quote|inspecting", everything_in(facts / "us-ct"))
    answers = [
        json.loads(run_here("feeders", "1234", "--catalog", str(one), "--json", *AS_OF).out or "{}")
        for one in (full, facts)
    ]
    months = [[(one["from"], one["status"], one["months"]) for one in answer.get("classes", ())] for answer in answers]
    assert months[0] == months[1]
    again = run_here("read", "--facts", str(documents), "-o", str(facts))
    assert "0 files written" in " ".join(again.out.split())
    notes = json.loads(run_here("show", "1234", "--catalog", str(facts), "--json").out)["jurisdiction_notes"]
    assert "These rules are those of documents dated" in notes[0]


def test_facts_and_words_are_not_mixed_in_one_folder(documents: Path, tmp_path: Path) -> None:
    full, facts = tmp_path / "full", tmp_path / "facts"
    run_here("read", str(documents), "-o", str(full))
    run_here("read", "--facts", str(documents), "-o", str(facts))
    before = everything_in(full), everything_in(facts)
    for words, folder in ((("--facts",), full), ((), facts)):
        told = run_here("read", *words, str(documents), "-o", str(folder))
        assert (told.status, "--facts" in told.err, told.out) == (2, True, "")
    told = run_here("read", "--facts", str(documents / "planner.txt"), "-o", str(facts))
    assert (told.status, "are read together, and 1 of" in told.err) == (2, True)
    assert (everything_in(full), everything_in(facts)) == before


def test_json_of_facts_quotes_nothing(documents: Path) -> None:
    told = run_here("read", "--facts", "--json", str(documents))
    assert told.status == 0
    assert [json.loads(line)["class"]["source"]["quote"] for line in told.out.splitlines()] == [None, None]
    assert '"quote": "' not in told.out


def test_documents_set_aside_are_kept_without_their_words(documents: Path, tmp_path: Path) -> None:
    (documents / "zz-inspector.txt").write_text(print_connecticut(INSPECTOR).replace("Bridge", "Tunnel"), "utf-8")
    facts = tmp_path / "facts"
    assert run_here("read", "--facts", str(documents), "-o", str(facts)).status == 0
    aside = everything_in(facts / "quarantine")
    assert "Set aside" in aside
    assert "quote" not in aside
