"""``ladder check`` at the command line: forms, exit status, and what faults of files have always been told as."""

import json
from pathlib import Path

import pytest

from tests.checks.planted import Edit, clean, plant, write_folder
from tests.cli.running import run_here

AS_OF = ("--as-of", "2026-11")
INVERTED = Edit("2001/pay/ranges/0/low", "40001")
CAPITALS = Edit("2001/title", "THE GARDENER")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cat").mkdir()
    return tmp_path


def spoilt(folder: Path, *edits: Edit) -> Path:
    return write_folder(plant(edits), folder / "cat")


def test_a_clean_catalog_is_told_in_one_line(here: Path) -> None:
    write_folder(clean(), here / "cat")
    run = run_here("check", "cat", *AS_OF)
    assert (run.status, run.out, run.err) == (0, "cat: no faults\n", "")


def test_findings_are_told_by_rule_with_their_places_and_what_to_do(here: Path) -> None:
    spoilt(here, INVERTED, Edit("2001/completeness", "partial"))
    run = run_here("check", "cat", *AS_OF)
    assert (run.status, run.err) == (2, "")
    lines = run.out.splitlines()
    assert lines[0] == "cat: 1 fault"
    assert lines[1].startswith("0 warnings, 1 for information")
    assert "ERROR PAY_INVERTED: The lowest pay is above the highest" in lines
    assert any(line.startswith("  cat/us-yy/2001.yaml:") and "us-yy/2001 pay.ranges[0]" in line for line in lines)
    assert "  To do: Compare both figures with the document; they may be exchanged." in lines
    assert all(len(line) <= 80 for line in lines)


@pytest.mark.parametrize(
    ("edits", "words", "status"),
    [
        ((INVERTED,), (), 2),
        ((CAPITALS,), (), 0),
        ((CAPITALS,), ("--fail-on", "warning"), 0),
        ((Edit("2001/qualifications/requirements/0/months", 0),), (), 0),
        ((Edit("2001/qualifications/requirements/0/months", 0),), ("--fail-on", "WARNING"), 2),
        ((Edit("2001/qualifications/requirements/0/months", 0),), ("--fail-on", "ERROR"), 0),
    ],
)
def test_the_exit_status_follows_the_gravest_finding(
    here: Path, edits: tuple[Edit, ...], words: tuple[str, ...], status: int
) -> None:
    spoilt(here, *edits)
    assert run_here("check", "cat", *AS_OF, *words).status == status


def test_where_a_file_is_faulty_every_finding_is_one_line_of_standard_error(here: Path) -> None:
    spoilt(here, INVERTED)
    (here / "cat" / "us-yy" / "2004.yaml").write_text("", encoding="utf-8")
    run = run_here("check", "cat", *AS_OF)
    assert (run.status, run.out) == (2, "")
    faulty, inverted = run.err.splitlines()
    assert faulty == "cat/us-yy/2004.yaml: the file is empty; write a record into it"
    assert inverted.startswith("cat/us-yy/2001.yaml:")
    assert ": pay.ranges[0]: ERROR: PAY_INVERTED: The lowest pay is above the highest: lowest $40,001.00" in inverted


@pytest.mark.parametrize("words", [("--json",), ("--format", "json"), ("--json", "--format", "json")])
def test_json_holds_faults_findings_and_counts(here: Path, words: tuple[str, ...]) -> None:
    spoilt(here, INVERTED)
    (here / "cat" / "us-yy" / "2004.yaml").write_text("", encoding="utf-8")
    run = run_here("check", "cat", *AS_OF, *words)
    assert (run.status, run.err) == (2, "")
    told = json.loads(run.out)
    assert [one["code"] for one in told["findings"]] == ["PAY_INVERTED", "FILE_UNREADABLE"]
    assert told["faults"][0]["what"] == "the file is empty"
    assert told["counts"] == {"ERROR": 2, "WARNING": 0, "INFO": 0}


def test_sarif_names_files_from_here(here: Path) -> None:
    spoilt(here, INVERTED)
    run = run_here("check", str(here / "cat"), *AS_OF, "--format", "sarif", "-o", "found.sarif")
    assert (run.status, run.out, run.err) == (2, "", "")
    (result,) = json.loads((here / "found.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "cat/us-yy/2001.yaml"
    assert place["region"]["startLine"] > 1
    assert result["ruleId"] == "PAY_INVERTED"


def test_the_page_is_saved_or_printed(here: Path) -> None:
    spoilt(here, INVERTED)
    saved = run_here("check", "cat", *AS_OF, "--format", "html", "-o", "found.html")
    assert (saved.status, saved.out) == (2, "The check report is in found.html: open it in any browser.\n")
    printed = run_here("check", "cat", *AS_OF, "--format", "html")
    assert printed.out == (here / "found.html").read_text(encoding="utf-8")
    assert "Gardener (us-yy/2001)" in printed.out


def test_text_is_saved_whole(here: Path) -> None:
    spoilt(here, INVERTED)
    assert run_here("check", "cat", *AS_OF, "-o", "found.txt").out == ""
    assert (here / "found.txt").read_text(encoding="utf-8").startswith("cat: 1 fault\n")


def test_one_rule_is_explained() -> None:
    run = run_here("check", "--explain", "pay_inverted")
    assert (run.status, run.err) == (0, "")
    assert run.out.splitlines()[0] == "PAY_INVERTED: The lowest pay is above the highest"
    assert "What to do: Compare both figures" in run.out


def test_all_rules_are_listed() -> None:
    run = run_here("check", "--list-rules")
    assert run.out.startswith("# What `ladder check` looks for\n")
    assert "| `PAY_INVERTED` | ERROR |" in run.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--explain", "PAY_INVRTED"), "there is no rule 'PAY_INVRTED'; did you mean PAY_INVERTED?"),
        (("--explain", "xyz"), "there is no rule 'xyz'; see 'ladder check --list-rules'"),
        (("--json", "--format", "html"), "ladder check: --json and --format html ask for two forms of one answer"),
        (("--format", "xml"), "ladder check: Invalid value for '--format'"),
        (("--fail-on", "INFO"), "ladder check: Invalid value for '--fail-on'"),
        (("--as-of", "soon"), "ladder check: Invalid value for '--as-of'"),
    ],
)
def test_a_bad_call_is_one_line(words: tuple[str, ...], told: str) -> None:
    run = run_here("check", *words)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith(told)
    assert len(run.err.splitlines()) == 1


def test_documents_are_checked_as_they_are(here: Path) -> None:
    (here / "letter.txt").write_text("Nothing to see here.\n", encoding="utf-8")
    run = run_here("check", "letter.txt", *AS_OF)
    assert run.status == 2
    assert "ERROR NOTE_NO_CLASS: No class was read from a document" in run.out.splitlines()
    assert run.err == ""


def test_a_catalog_named_by_option_is_checked(here: Path) -> None:
    spoilt(here, INVERTED)
    assert run_here("check", "--catalog", "cat", *AS_OF).status == 2
    assert run_here("check", *AS_OF, env={"LADDER_CATALOG": "cat"}).status == 2
