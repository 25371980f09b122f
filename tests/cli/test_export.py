"""``ladder export`` as people run it: each format to a file, a folder or a pipe, and what it cannot hold."""

import json
from pathlib import Path

import pytest

from ladder.cli.export import FORMATS
from ladder.exports.forms import FORMS
from tests.cli.running import run_here, run_ladder

ONE_FILE = [name for name, form in FORMS.items() if not form.is_folder]
PLACE = ("--class", "5257MP")
CITY = ("--catalog", "los-angeles")


def test_the_command_knows_every_format() -> None:
    assert tuple(FORMS) == FORMATS


@pytest.mark.parametrize("name", ONE_FILE)
def test_a_format_goes_to_a_file_and_to_a_pipe_with_the_same_bytes(name: str, tmp_path: Path) -> None:
    file = tmp_path / "ladder"
    told = run_here("export", name, *PLACE, "-o", str(file))
    assert (told.status, told.out) == (0, "")
    assert "3 classes and 2 steps are in" in told.err
    again = tmp_path / "again"
    assert run_here("export", "--format", name, *PLACE, "-o", str(again)).status == 0
    assert file.read_bytes() == again.read_bytes()
    if name != "xlsx":
        assert run_here("export", name, *PLACE, "-o", "-").out.encode() == file.read_bytes()


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_two_tables_go_to_a_folder_or_one_to_a_file(name: str, tmp_path: Path) -> None:
    told = run_here("export", name, "-o", str(tmp_path / "ladder"))
    assert told.status == 0
    files = sorted(one.name for one in (tmp_path / "ladder").iterdir())
    assert files == [f"classes.{name}", f"steps.{name}"]
    assert run_here("export", name, "--table", "steps", "-o", str(tmp_path / "one")).status == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "ladder" / f"steps.{name}").read_bytes()


def test_one_table_is_printed() -> None:
    told = run_here("export", "csv", "--table", "steps", *CITY)
    assert told.status == 0
    assert told.out.splitlines()[0].startswith("step,from,to,kind,months")
    assert len(told.out.splitlines()) == 411


def test_what_is_lost_is_counted_and_listed() -> None:
    told = run_here("export", "csv", "--table", "classes")
    assert "csv does not hold 5 values as they are" in told.err
    listed = run_here("export", "csv", "--losses")
    assert (listed.status, listed.err) == (0, "")
    assert "- classes us-ct/5246SH, pay_grade" in listed.out
    answer = json.loads(run_here("export", "csv", "--losses", "--json").out)
    assert (answer["format"], len(answer["losses"])) == ("csv", 5)
    assert {one["reason"] for one in answer["losses"]} == {"apostrophe"}


def test_losses_are_listed_beside_a_file(tmp_path: Path) -> None:
    file = tmp_path / "ladder.mmd"
    told = run_here("export", "mermaid", *PLACE, "--losses", "-o", str(file))
    assert file.read_text("utf-8").startswith("flowchart BT\n")
    assert "- classes, pay_low" in told.out


def test_a_format_that_loses_nothing_says_so() -> None:
    assert run_here("export", "json", "--losses").out.startswith("json holds every value of 22 classes and 13 steps.")


def test_steps_that_no_text_names_come_on_request() -> None:
    plain, more = (json.loads(run_here("export", "json", *words).out) for words in ((), ("--include", "inferred")))
    assert len(more["steps"]) == len(plain["steps"]) + 1
    assert more["steps"][-1]["certainty"] == "inferred"


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ((), "one format is asked for"),
        (("json", "--format", "csv"), "two formats are asked for"),
        (("yaml",), "yaml"),
        (("csv",), "csv is two tables"),
        (("parquet", "-o", "-"), "parquet is two tables"),
        (("csv", "-o", "nowhere.CSV"), "csv is two tables"),
        (("json", "--table", "steps"), "json holds both tables in one"),
        (("mermaid",), "--class CLASS"),
        (("json", "--json"), "--json is about what is lost"),
        (("json", "--class", "nobody"), "no class is called"),
    ],
)
def test_what_cannot_be_exported_is_said(words: tuple[str, ...], what: str) -> None:
    told = run_here("export", *words)
    assert (told.status, told.out) == (2, "")
    assert what in told.err


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    assert run_here("export", "json", "-o", str(tmp_path / "none" / "ladder.json")).status == 3


def test_a_pipe_that_takes_ascii_alone_gets_the_same_bytes() -> None:
    whole = run_here("export", "json").out
    assert run_ladder("export", "json", env={"PYTHONIOENCODING": "ascii"}).out == whole
