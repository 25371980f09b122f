"""``ladder profile new``: a template valid as it stands, and questions asked again where wrong."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ladder.cli.program import program
from tests.cli.running import run_here

AS_OF = ["--as-of", "2026-11"]


def ask(*answers: str) -> Result:
    return CliRunner().invoke(
        program, ["profile", "new", "--ask", *AS_OF], input="".join(f"{one}\n" for one in answers)
    )


def test_the_template_is_a_profile_as_it_stands() -> None:
    template = run_here("profile", "new", *AS_OF).out
    assert max(map(len, template.splitlines())) <= 110
    run = run_here("assess", "-", "--target", "us-nd/0441", "--json", given=template)
    assert (run.status, run.err) == (0, "")
    assert json.loads(run.out)["as_of"] == "2026-11"


def test_every_line_of_the_template_that_is_a_comment_is_valid_once_uncommented(tmp_path: Path) -> None:
    template = run_here("profile", "new", *AS_OF).out.partition("# What service can count toward")[0]
    lines = [line for line in template.splitlines() if line != "jobs: []"]
    code = [re.sub(r"^# ?", "", line) for line in lines if re.match(r"# +[a-z_]+:|# +[-{]", line) or line[:1] != "#"]
    (tmp_path / "p.yaml").write_text("\n".join(code), encoding="utf-8")
    run = run_here("assess", str(tmp_path / "p.yaml"), "--target", "us-nd/0443", "--json")
    assert (run.status, run.err) == (0, "")
    general, _ = json.loads(run.out)["requirements"]
    assert ([one["job"] for one in general["counted"]], general["credited"][0]["months"]) == ([1], 48)


def test_the_template_lists_what_service_counts_toward_for_the_classes_asked() -> None:
    template = run_here("profile", "new", "--target", "0444", *AS_OF).out
    assert "us-nd/0444#special: Customer Service Senior Consultant." in template
    assert "us-ct/0029MP#" not in template


def test_questions_make_a_profile_that_answers() -> None:
    present = ["0442", "20", "1.0", "us-nd/0444#special", ""]
    earlier = ["Social Services Trainee", "31.5", "0.5", "5246", "", ""]
    told = ask("", "yes", "unsure", *present, *earlier, "60", "bachelor", 'law: "state"', "none")
    assert told.exit_code == 0
    assert told.stdout == (
        "as_of: 2026-11\nstanding:\n  internal: true\njobs:\n"
        '  - {months: 20, class: "us-nd/0442", fte: 1.0, counts_toward: ["us-nd/0444#special"]}\n'
        '  - {months: 31.5, class: "us-ct/social-services-trainee", fte: 0.5, target_class: "us-ct/5246SH"}\n'
        'present: {class: "us-nd/0442", fte: 1.0, counts_toward: ["us-nd/0444#special"]}\n'
        "education:\n  semester_hours: 60\n  degrees:\n"
        '    - {level: bachelor, field: "law: \\"state\\""}\n'
    )
    assert run_here("assess", "-", given=told.stdout).status == 0


def test_no_answers_at_all_make_a_profile_that_declares_nothing() -> None:
    told = ask(*[""] * 7)
    assert told.stdout == "as_of: 2026-11\njobs: []\neducation:\n  semester_hours: 0\n"
    assert run_here("assess", "-", given=told.stdout).status == 0


@pytest.mark.parametrize(
    ("before", "wrong", "told"),
    [
        ([], "2026-13", "'2026-13' is not a month; write YYYY-MM, such as 2026-11"),
        ([""], "perhaps", "'perhaps' is not one of yes, no, unsure"),
        (["", "", ""], "custmer", "no class is called 'custmer'"),
        (["", "", "", "0441"], "-1", "months of service are 0 to 1,200, not -1"),
        (["", "", "", "0441"], "nan", "'nan' is not a number; write digits"),
        (["", "", "", "0441", "2"], "1.2", "a share of full time is more than 0 and at most 1, not 1.2"),
        (["", "", "", "0441", "2"], "0", "a share of full time is more than 0 and at most 1, not 0"),
        (["", "", "", "0441", "2", "1"], "us-nd/0444#x", "known: us-nd/0444#general, us-nd/0444#special"),
        (["", "", "", "0441", "2", "1"], "x", "'ladder profile new' lists them"),
        (["", "", "", "", ""], "many", "'many' is not a number; write digits"),
        (["", "", "", "", "", "12"], "phd", "'phd' is not one of none, high_school, associate"),
    ],
)
def test_an_answer_typed_wrongly_is_asked_again(before: list[str], wrong: str, told: str) -> None:
    result = ask(*before, wrong, *[""] * 12)
    assert result.exit_code == 0
    asked_and_refused = re.search(r"([^\n:]+): Not taken: ([^\n]+)\n([^\n:]+):", result.stderr)
    assert asked_and_refused
    assert told in asked_and_refused[2]
    assert asked_and_refused[1].strip() == asked_and_refused[3]


def test_questions_broken_off_leave_no_file(tmp_path: Path) -> None:
    run = run_here("profile", "new", "--ask", *AS_OF, "-o", str(tmp_path / "p.yaml"), given="2026-11\nyes\n")
    assert run.status == 130
    assert list(tmp_path.iterdir()) == []
