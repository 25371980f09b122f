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


def ask_for(target: list[str], *answers: str) -> Result:
    """Ask what a target raises; further options of the call stand behind it."""
    typed = "".join(f"{one}\n" for one in answers)
    return CliRunner().invoke(program, ["profile", "new", "--ask", *AS_OF, "--target", *target], input=typed)


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
    present = ["0442", "20", "1.0", "yes"]
    earlier = ["Social Services Trainee", "31.5", "0.5", "5246", "no", "", ""]
    told = ask_for(["0444"], "", "yes", *present, *earlier, "", "60", "", "bachelor", 'law: "state"', "")
    assert told.exit_code == 0, told.stderr
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
    told = ask(*[""] * 14)
    assert told.exit_code == 0, told.stderr
    assert told.stdout == "as_of: 2026-11\njobs: []\n"
    assert run_here("assess", "-", given=told.stdout).status == 0


def test_without_a_target_the_classes_aimed_at_are_asked_for_first() -> None:
    told = ask("0441", "Customer Service Specialist", "", *[""] * 12)
    assert told.stderr.index("A class that you aim at") < told.stderr.index("Month that answers count from")
    assert "Customer Service Representative\nAnother one" in told.stderr
    assert "state employee" not in told.stderr
    assert "Does the agency employ you now?" in told.stderr


@pytest.mark.parametrize(
    ("before", "wrong", "told"),
    [
        ([], "2026-13", "'2026-13' is not a month; write YYYY-MM, such as 2026-11"),
        ([""], "perhaps", "'perhaps' is not one of yes, no"),
        (["", ""], "custmer", "no class is called 'custmer'"),
        (["", "", "0441"], "-1", "months of service are 0 to 1,200, not -1"),
        (["", "", "0441"], "nan", "'nan' is not a number; write digits"),
        (["", "", "0441"], "2024-13", "'2024-13' is not a month"),
        (["", "", "0441", "2"], "1.2", "a share of full time is more than 0 and at most 1, not 1.2"),
        (["", "", "0441", "2"], "0", "a share of full time is more than 0 and at most 1, not 0"),
        (["", "", "0441", "2", "1"], "maybe", "'maybe' is not one of yes, no"),
        (["", "", "", "0441", "2020-05"], "2020-04", "2020-04 lies before 2020-05"),
        (["", "", "", "", ""], "many", "'many' is not a number; write digits"),
        (["", "", "", "", "", "12", ""], "phd", "'phd' is not one of associate, bachelor"),
    ],
)
def test_an_answer_typed_wrongly_is_asked_again(before: list[str], wrong: str, told: str) -> None:
    result = ask_for(["0444"], *before, wrong, *[""] * 16)
    assert result.exit_code == 0
    asked, _, refused = result.stderr.partition("Not taken: ")
    assert told in refused.partition("\n")[0]
    again = refused.partition("\n")[2]
    question = max(end for end in range(len(again) + 1) if asked.endswith(again[:end]))
    assert question > len("Title: ")


# ------------------------------------------------------------------ only what the classes aimed at ask


def harbor(folder: Path, *requirements: str, substitutions: str = "") -> Path:
    """Write a catalog of one class that asks for the requirements, each all of its fields."""
    source = "source: {document: d.txt, section: s}"
    asked = "".join(f"    - {{id: r{number}, {one}, {source}}}\n" for number, one in enumerate(requirements))
    names = ", ".join(f"r{number}" for number in range(len(requirements)))
    (folder / "xx").mkdir()
    (folder / "xx" / "jurisdiction.yaml").write_text("id: xx\nname: Harbor\n", "utf-8")
    (folder / "xx" / "1.yaml").write_text(
        f'jurisdiction: xx\ncode: "1"\ntitle: Pilot\ncompleteness: whole\n{source}\nqualifications:\n'
        f"  requirements:\n{asked}  routes:\n    - {{id: general, requires: [{names}]}}\n{substitutions}",
        "utf-8",
    )
    return folder


def ask_harbor(folder: Path, *answers: str) -> tuple[str, dict[str, object]]:
    """Return the profile and what assess makes of it; the run must take all answers, and no more."""
    told = ask_for(["1", "--catalog", str(folder)], *answers)
    assert told.exit_code == 0, told.stderr
    assert ask_for(["1", "--catalog", str(folder)], *answers[:-1]).exit_code != 0, "an answer too many"
    run = run_here("assess", "-", "--target", "1", "--catalog", str(folder), "--json", given=told.stdout)
    assert (run.status, run.err) == (0, "")
    return told.stdout, json.loads(run.out)


SERVICE = "kind: experience, months: 12, what: work on boats"
LICENSE = 'kind: credential, what: x, name: "pilot license"'
RADIO = 'kind: credential, what: x, name: "radio card"'


def test_nothing_is_asked_that_the_class_does_not_ask(tmp_path: Path) -> None:
    profile, _ = ask_harbor(harbor(tmp_path, LICENSE), "", "", "", "")
    assert profile == "as_of: 2026-11\njobs: []\n"


def test_work_elsewhere_is_asked_about_in_the_words_of_the_class(tmp_path: Path) -> None:
    profile, found = ask_harbor(harbor(tmp_path, SERVICE), "", "", "", "Deckhand", "20", "", "yes", "")
    assert '- {months: 20, title: "Deckhand", fte: 1.0, counts_toward: ["xx/1#r0"]}' in profile
    assert found["status"] == "now"


def test_dates_are_asked_where_it_matters_when_service_was(tmp_path: Path) -> None:
    folder = harbor(tmp_path, f"{SERVICE}, within_last_months: 60")
    profile, found = ask_harbor(folder, "", "", "", "Deckhand", "2024-01", "2025-02", "", "yes", "")
    assert "{start: 2024-01, end: 2025-02, title" in profile
    assert found["status"] == "now"


def test_a_present_job_with_a_month_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    folder = harbor(tmp_path / "a", SERVICE)
    profile, found = ask_harbor(folder, "", "1", "2026-05", "", "yes", "", "")
    assert '{start: 2026-05, end: 2026-11, class: "xx/1", fte: 1.0, counts_toward: ["xx/1#r0"]}' in profile
    assert (found["status"], found["months"]) == ("after", 6)


def test_a_degree_before_the_service_is_asked_with_its_month(tmp_path: Path) -> None:
    degree = "kind: education, what: a degree, degree: bachelor, fields: [navigation]"
    folder = harbor(tmp_path, degree, f"{SERVICE}, after: r0")
    service = ["Deckhand", "2020-01", "2022-01", "", "yes", ""]
    profile, found = ask_harbor(folder, "", "", "", *service, "", "", "bachelor", "navigation", "2019-05", "")
    assert '- {level: bachelor, field: "navigation", month: 2019-05}' in profile
    assert found["status"] == "now"


def test_courses_are_asked_by_field(tmp_path: Path) -> None:
    folder = harbor(tmp_path, "kind: education, what: x, courses: [{fields: [tides], semester_hours: 6}]")
    profile, found = ask_harbor(folder, "", "", "", "30", "", "tides", "6", "")
    assert 'courses:\n    - {field: "tides", semester_hours: 6}' in profile
    assert found["status"] == "now"


def test_high_school_is_asked_where_nothing_implies_it(tmp_path: Path) -> None:
    folder = harbor(tmp_path, "kind: education, what: x, degree: high_school")
    profile, found = ask_harbor(folder, "", "", "", "yes")
    assert "    - {level: high_school}" in profile
    assert found["status"] == "now"


@pytest.mark.parametrize(
    ("answers", "told", "status"),
    [
        (["yes", "no"], 'licenses:\n  - "pilot license"\n', "unreachable"),
        (["2020-01", "yes"], 'licenses:\n  - {name: "pilot license", month: 2020-01}\n  - "radio card"\n', "now"),
        (["no", "no"], "licenses: []\n", "unreachable"),
        (
            ["yes", "2027-03"],
            'licenses:\n  - "pilot license"\nevents:\n  - {month: 2027-03, license: "radio card"}\n',
            "after",
        ),
        (["yes", ""], 'events:\n  - {month: 2026-11, license: "pilot license"}\n', "unreachable"),
        (["", ""], "jobs: []\n", "unreachable"),
    ],
)
def test_each_license_is_asked_and_one_that_is_skipped_stays_unknown(
    answers: list[str], told: str, status: str, tmp_path: Path
) -> None:
    profile, found = ask_harbor(harbor(tmp_path, LICENSE, RADIO), "", "", "", *answers)
    assert profile.endswith(told)
    assert found["status"] == status
    conditions = found["conditions"]
    assert isinstance(conditions, list)
    assert any(one["code"] == "CREDENTIAL" for one in conditions) is ("" in answers)


def test_a_license_before_the_service_is_asked_with_its_month(tmp_path: Path) -> None:
    folder = harbor(tmp_path, LICENSE, f"{SERVICE}, after: r0")
    service = ["Deckhand", "2020-01", "2022-01", "", "yes", ""]
    profile, found = ask_harbor(folder, "", "", "", *service, "yes", "2019-05")
    assert '  - {name: "pilot license", month: 2019-05}' in profile
    assert found["status"] == "now"


def test_a_license_of_an_unknown_month_is_left_out_with_a_word_where_its_order_matters(tmp_path: Path) -> None:
    folder = harbor(tmp_path, LICENSE, RADIO, f"{SERVICE}, after: r0")
    told = ask_for(["1", "--catalog", str(folder)], "", "", "", "", "yes", "", "")
    assert told.exit_code == 0
    assert "Left out, as its month is not known: pilot license" in told.stderr
    assert told.stdout == "as_of: 2026-11\njobs: []\n"


def test_a_program_is_asked_with_what_remains_of_it() -> None:
    told = ask_for(["5246SH"], "", "", "", "", "", "", "", "", "in it", "yes", "9")
    assert told.exit_code == 0, told.stderr
    program = 'name: "us-ct/connecticut-careers-trainee", approved: true, completed: false, months_remaining: 9'
    assert f"programs:\n  - {{{program}}}\n" in told.stdout
    assert run_here("assess", "-", given=told.stdout).status == 0


def test_of_many_things_asked_those_that_apply_are_named(tmp_path: Path) -> None:
    many = [f'kind: credential, what: x, name: "card {number}"' for number in range(13)]
    more = [f"kind: experience, months: 1, what: work {number}" for number in range(13)]
    folder = harbor(tmp_path, *many, *more)
    told = ask_for(
        ["1", "--catalog", str(folder)], "", "", "", "Deckhand", "3", "", "xx/1#r13", "xx/1#x", "", "", "card 2", "", ""
    )
    assert told.exit_code == 0, told.stderr
    assert "known: xx/1#r13" in told.stderr
    assert 'counts_toward: ["xx/1#r13"]' in told.stdout
    assert 'events:\n  - {month: 2026-11, license: "card 2"}' in told.stdout


def test_questions_broken_off_leave_no_file(tmp_path: Path) -> None:
    run = run_here("profile", "new", "--ask", *AS_OF, "-o", str(tmp_path / "p.yaml"), given="2026-11\nyes\n")
    assert run.status == 130
    assert list(tmp_path.iterdir()) == []
