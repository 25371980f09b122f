"""What the commands print is what was approved; LADDER_GOLDEN=update takes today's output."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from ladder.cli.program import program
from tests.approving import UPDATE, approved_text
from tests.golden.commands import COMMANDS, FOLDER


def output_of(*words: str) -> str:
    """Return what a command prints; one that finds no path or no class prints, too."""
    result = CliRunner().invoke(program, words, prog_name="ladder", terminal_width=80)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.stderr == ""
    return result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_golden_output_is_the_approved_one(name: str) -> None:
    told, file = output_of(*COMMANDS[name]), FOLDER / name
    assert told == approved_text(file, told), "if the new output is right, run 'make golden' and read the diff"


def test_golden_files_are_all_used() -> None:
    unused = [file for file in FOLDER.iterdir() if file.name not in COMMANDS]
    if UPDATE:
        for file in unused:
            file.unlink()
        unused = []
    assert unused == [], "no command prints these; 'make golden' removes them"


@pytest.mark.parametrize("name", [name for name in COMMANDS if name.endswith(".txt") and name != "profile-new.txt"])
def test_golden_text_fits_80_columns_and_ends_no_line_in_blanks(name: str) -> None:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        assert len(line) <= 80, line
        assert line == line.rstrip()
        assert line.isascii()


def test_golden_files_name_no_place_of_this_machine() -> None:
    here = str(Path(__file__).parents[2])
    assert [file.name for file in FOLDER.iterdir() if here in file.read_text(encoding="utf-8")] == []
