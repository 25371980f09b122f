"""Shared options: read into records, refused in words, completed by the shell."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from ladder.cli.options import answer_options, as_of_option, catalog_option, class_argument, plan_options
from ladder.cli.output import AnswerForm
from ladder.service_time import read_month

got: dict[str, Any] = {}


@click.command()
@class_argument("feeder", metavar="FROM")
@catalog_option
@as_of_option
@plan_options
@answer_options(csv=True, listed=True)
def command(**told: object) -> None:
    got.clear()
    got.update(told)


def test_every_option_has_a_value_where_none_is_given() -> None:
    assert CliRunner(env={"LADDER_CATALOG": ""}).invoke(command, ["0441"]).exit_code == 0
    choices = got["choices"]
    assert (choices.plan, choices.via, choices.study, choices.lead_in, choices.include) == (None, (), 0, (), ())
    assert (got["feeder"], got["catalog"], got["as_of"], got["form"]) == ("0441", None, None, AnswerForm())


def test_options_are_read_exactly() -> None:
    words = ["0441", "--catalog", "c", "--as-of", "2026-11-30", "--json", "-o", "f"]
    plan = ["--plan", "climb", "--via", "a", "--via", "b", "--study", "7.5", "--lead-in", "c"]
    more = ["--include", "level", "--include", "inferred"]
    assert CliRunner().invoke(command, [*words, *plan, *more]).exit_code == 0
    choices = got["choices"]
    assert (choices.plan, choices.via, choices.study, choices.lead_in) == ("climb", ("a", "b"), Fraction(15, 2), ("c",))
    assert choices.include == ("level", "inferred")
    assert (got["catalog"], got["as_of"]) == (Path("c"), read_month("2026-11"))
    assert got["form"] == AnswerForm(as_json=True, file=Path("f"))


def test_the_form_of_a_table_and_of_a_list() -> None:
    assert CliRunner().invoke(command, ["0441", "--excel"]).exit_code == 0
    assert got["form"] == AnswerForm(as_csv=True, for_excel=True)
    assert CliRunner().invoke(command, ["0441", "--csv", "--sources", "--all"]).exit_code == 0
    assert got["form"] == AnswerForm(as_csv=True, with_sources=True, whole=True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--as-of", "soon"], "'soon' is not a month; write YYYY-MM, such as 2026-11"),
        (["--as-of", "2026-02-30"], "is not a month"),
        (["--study", "-1"], "-1 is not between 0 and 200 hours a year"),
        (["--study", "nan"], "is not a number"),
        (["--study", "201"], "201 is not between 0 and 200 hours a year"),
        (["--plan", "fly"], "'fly' is not one of"),
        (["--include", "all"], "'all' is not one of"),
        (["--json", "--csv"], "--json and --csv ask for two forms of one answer"),
        (["--json", "--excel"], "--json and --excel ask for two forms of one answer"),
    ],
)
def test_bad_options_are_refused_in_words(words: list[str], told: str) -> None:
    result = CliRunner().invoke(command, ["0441", *words])
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())


@pytest.mark.parametrize(
    ("words", "incomplete", "expected"),
    [
        ([], "us-nd/044", ["us-nd/0441", "us-nd/0442", "us-nd/0443", "us-nd/0444"]),
        ([], "0443", ["us-nd/0443"]),
        (["0441", "--via"], "52", ["us-ct/5246SH", "us-ct/5257MP", "us-ct/5258MP"]),
        (["--catalog", "gone"], "0443", []),
    ],
)
def test_the_shell_completes_class_ids(words: list[str], incomplete: str, expected: list[str]) -> None:
    found = ShellComplete(command, {}, "ladder", "_LADDER_COMPLETE").get_completions(words, incomplete)
    assert [one.value for one in found] == expected
