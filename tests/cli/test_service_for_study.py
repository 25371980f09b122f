"""Service that stands for study, as it is told: by show, on class pages, in an answer and in a new profile."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ladder.catalog.loading import load_catalog
from ladder.cli.program import program
from ladder.telling.parts import plain_text
from ladder.telling.substitutions import substitution_words
from tests.cases.made_up import write_catalog

DEGREE = {"kind": "education", "id": "school", "degree": "bachelor"}
OF_A_KIND = {"what": "clerical work", "months": 24, "gives_years": 1, "at_most_months": 24}
IN_A_CLASS = {"named": {"class": "us-xx/A"}, "months": 12, "gives_months": 12, "also_counts": True}
MONTH_FOR_MONTH = {"what": "clerical work", "months": 1, "at_most_months": 12}


def folder_of(tmp_path: Path, sub: dict[str, object]) -> str:
    rule = {"kind": "service", "stands_for": "school", **sub}
    return str(write_catalog({"A": {}, "T": {"requirements": [DEGREE], "substitutions": [rule]}}, tmp_path))


def told(*words: str) -> str:
    result = CliRunner().invoke(program, words)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return " ".join(result.stdout.split())


@pytest.mark.parametrize(
    ("sub", "words"),
    [
        (OF_A_KIND, "2 years of this work (clerical work) count as 1 year of study toward the school, up to 2 years."),
        (
            IN_A_CLASS,
            "1 year as Class A (A, not yet in our data) count as 1 year of the school. Such a month counts for",
        ),
        (
            MONTH_FOR_MONTH,
            "Each month of this work (clerical work) counts as a month of the school, up to 1 year.",
        ),
    ],
)
def test_records_tell_what_service_gives(sub: dict[str, object], words: str, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, sub)
    assert words in told("show", "us-xx/T", "--catalog", folder)
    rules = load_catalog(Path(folder)).classes["us-xx/T"].qualifications
    assert rules is not None
    (rule,) = rules.substitutions
    assert words in plain_text(substitution_words(load_catalog(Path(folder)), rule))


def test_an_answer_tells_what_service_gave(tmp_path: Path) -> None:
    profile = tmp_path / "p.json"
    profile.write_text(json.dumps({"as_of": "2026-11", "jobs": [{"months": 36, "counts_toward": ["us-xx/T#school"]}]}))
    words = ["assess", str(profile), "--target", "us-xx/T", "--catalog", folder_of(tmp_path, OF_A_KIND)]
    (school,) = json.loads(told(*words, "--plan", "none", "--json"))["requirements"]
    credited = [(one["by"], one["months"], one["what"]) for one in school["credited"]]
    assert (school["kind"], school["asked"], school["held"], school["left"]) == ("education", 48, 0, 30)
    assert credited == [("service", 18, "service under us-xx/T#school")]


def test_a_new_profile_lists_the_study_that_service_may_stand_for(tmp_path: Path) -> None:
    page = told("profile", "new", "--target", "us-xx/T", "--catalog", folder_of(tmp_path, OF_A_KIND))
    assert "us-xx/T#school: Class T. clerical work." in page
