"""The program as a whole: help, exit status, streams, completion, what it imports."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, run_ladder

DEV_FULL = Path("/dev/full")


@pytest.mark.parametrize(
    ("words", "status", "out", "err"),
    [
        (["--help"], 0, "Career ladders of public service", ""),
        (["-h"], 0, "Ask for one person", ""),
        (["--version"], 0, "ladder, version ", ""),
        ([], 2, "", "Usage: ladder"),
        (["clases"], 2, "", "ladder: there is no command 'clases'; did you mean 'classes'?; try 'ladder --help'\n"),
        (["xyz"], 2, "", "ladder: there is no command 'xyz'; try 'ladder --help'\n"),
        (["classes", "--bogus"], 2, "", "ladder classes: No such option"),
        (["classes", "--json", "--csv"], 2, "", "ladder classes: --json and --csv ask for two forms"),
        (["classes", "customer", "services"], 2, "", "ladder classes: Got unexpected extra argument"),
        (["classes", "agency labor"], 0, "us-ct/5257MP", ""),
        (["classes", "customer services"], 0, "us-nd/0444", ""),
        (["classes", "0441"], 0, "us-nd/0441", ""),
        (["classes", "4952"], 0, "us-ct/5246SH", ""),
        (["classes", "no such thing"], 1, "", "no class matches 'no such thing'; 'ladder classes' lists them all\n"),
        (["classes", "custmer"], 1, "", "no class matches 'custmer'; did you mean customer"),
        (["check"], 0, "the bundled catalog: no faults\n", ""),
        (["schema"], 2, "", "ladder schema: name a schema, or a folder"),
        (["schema", "jurisdiction"], 0, '"title": "Jurisdiction"', ""),
        (["catalog", "schema", "profile"], 0, '"title": "Profile"', ""),
        (["catalog"], 2, "", "Usage: ladder catalog"),
        (["catalog", "build"], 2, "", "ladder catalog build: Missing option '-o'"),
        (["catalog", "build", "-o", "-"], 0, '{"classes":[', ""),
    ],
)
def test_words_status_and_answer(words: list[str], status: int, out: str, err: str) -> None:
    run = run_ladder(*words)
    assert run.status == status, run
    assert out in run.out
    assert bool(out) == bool(run.out)
    assert run.err.startswith(err)
    assert bool(err) == bool(run.err)


def test_the_help_page_lists_every_command_and_imports_none() -> None:
    code = (
        "import sys; from ladder.cli.program import SECTIONS, program; import click;"
        "text = program.get_help(click.Context(program));"
        "assert all(entry.short_help in ' '.join(text.split()) for _, some in SECTIONS for entry in some), text;"
        "sys.exit(any(name.startswith('ladder.') and name not in known for known in [{'ladder.cli',"
        "'ladder.cli.program', 'ladder.errors', 'ladder.release'}] for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


HEAVY = {"yaml", "networkx", "pyvis", "jinja2", "IPython", "importlib.metadata", "pydantic", "click"}


def test_importing_the_command_line_is_cheap() -> None:
    code = "import json, sys, ladder.cli; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT)
    assert not HEAVY & set(json.loads(done.stdout))


def test_a_path_on_the_terminal_reads_no_words_of_pages_and_nothing_that_writes() -> None:
    code = (
        "import json, sys\nfrom ladder.cli.running import run\nrun(['path', 'us-nd/0441', 'us-nd/0443'])\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT)
    modules = set(json.loads(done.stdout.splitlines()[-1]))
    assert "ladder.telling.english_answers" in modules
    assert not {"ladder.telling.pages_in_english", "ladder.writing.whole_files", "string", *HEAVY - {"click"}} & modules


def test_an_answer_from_the_bundled_data_imports_nothing_that_it_does_not_need() -> None:
    code = (
        "import json, sys\nfrom ladder.cli.running import run\nrun(['classes', '0441', '-o', '-'])\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT)
    assert not {"yaml", "networkx", "pyvis", "jinja2", "IPython"} & set(json.loads(done.stdout.splitlines()[-1]))


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    command = [sys.executable, "-m", "ladder", "catalog", "build", "-o", "-"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not DEV_FULL.exists(), reason="this system has no device that is always full")
def test_standard_output_that_is_full() -> None:
    with DEV_FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ladder", "classes"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 3
    assert done.stderr.decode().splitlines() == [
        "cannot write standard output: No space left on device; the old file, if any, is untouched"
    ]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_titles_that_the_terminal_cannot_show_do_not_end_the_program(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "jurisdiction.yaml").write_text("id: us-aa\nname: Place\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "jurisdiction: us-aa\nslug: a\ntitle: 'Café → Ω \\x1b[31m'\ncompleteness: named-only\n"
        "source: {document: d, section: s}\n",
        encoding="utf-8",
    )
    for words in (["classes"], ["classes", "--json"], ["classes", "--csv"]):
        run = run_ladder(*words, "--catalog", str(tmp_path), env={"PYTHONIOENCODING": encoding})
        assert (run.status, run.err) == (0, "")
        assert "us-aa/a" in run.out
    told = json.loads(
        run_ladder("classes", "--json", "--catalog", str(tmp_path), env={"PYTHONIOENCODING": encoding}).out
    )
    assert told["classes"][0]["title"].startswith("Café → Ω")


def test_no_control_character_of_the_data_reaches_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "jurisdiction.yaml").write_text("id: us-aa\nname: Place\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        'jurisdiction: us-aa\nslug: a\ntitle: "x\\e[31my"\ncompleteness: named-only\n'
        "source: {document: d, section: s}\n",
        encoding="utf-8",
    )
    assert "\x1b" not in run_ladder("classes", "--catalog", str(tmp_path)).out
    run = run_ladder("classes", "\x1b[32mzz", "--catalog", str(tmp_path))
    assert (run.status, "\x1b" in run.err) == (1, False)


def test_debug_shows_the_traceback() -> None:
    run = run_ladder("--debug", "classes", "--catalog", "gone")
    assert run.status == 2
    assert "Traceback" in run.err
    assert run.err.splitlines()[-1].startswith("gone: there is no such file, and no catalog")
    assert run_ladder("classes", "--catalog", "gone", "--debug").err == run.err


def test_lines_fit_the_page() -> None:
    for words in (["--help"], ["classes"], ["classes", "--help"], ["catalog", "build", "--help"]):
        assert max(map(len, run_ladder(*words).out.splitlines())) <= 80


def test_csv_and_json_say_what_the_table_says() -> None:
    rows = run_ladder("classes", "0444", "--csv").out.splitlines()
    assert rows[0] == "class,title,pay_plan,pay_grade,pay_low,pay_high,pay_unit,completeness,revision,source"
    assert rows[1].startswith("us-nd/0444,Customer Service Senior Consultant,Hay,K,,,,whole,2012-07,")
    (told,) = json.loads(run_ladder("classes", "0444", "--json").out)["classes"]
    assert (told["class"], told["pay"]["grade"]) == ("us-nd/0444", "K")
    assert told["source"]["document"]
    assert told["pay"]["source"]["document"]


def test_check_tells_faults_as_json(tmp_path: Path) -> None:
    run = run_ladder("check", str(tmp_path / "gone"), "--json")
    assert run.status == 2
    assert json.loads(run.out)["faults"][0]["what"] == "there is no such file"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ladder pa", "plain,path"),
        ("ladder --ver", "plain,--version"),
        ("ladder catalog b", "plain,build"),
        ("ladder classes --cat", "plain,--catalog"),
    ],
)
def test_the_shell_completes_commands_and_options(words: str, expected: str) -> None:
    env = {"_LADDER_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    assert run_ladder(env=env).out.splitlines() == [expected]


def test_the_completion_script_is_printed() -> None:
    assert "_LADDER_COMPLETE=bash_complete" in run_ladder(env={"_LADDER_COMPLETE": "bash_source"}).out


def test_the_environment_of_the_caller_is_not_changed_by_colour() -> None:
    run = run_ladder("classes", "0441", env={"NO_COLOR": "1", **{k: "1" for k in ("FORCE_COLOR",) if k in os.environ}})
    assert run.status == 0
    assert "\x1b" not in run.out


def test_classes_of_a_jurisdiction_without_a_record_are_listed(tmp_path: Path) -> None:
    source = {"document": "d", "section": "s"}
    about = {"jurisdiction": "us-aa", "slug": "a", "title": "Aide", "completeness": "named-only"}
    file = tmp_path / "catalog.json"
    file.write_text(
        json.dumps({"format": 1, "jurisdictions": [], "classes": [{**about, "source": source}]}), encoding="utf-8"
    )
    run = run_ladder("classes", "--catalog", str(file))
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("us-aa\n  Only named in the specifications of others:\n  - Aide (us-aa/a)\n")
