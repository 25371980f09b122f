"""Bad calls and bad profiles: exit 2, one line a fault, its place, what to try, no traceback, nothing on stdout."""

import json
import os
from pathlib import Path

import pytest

from tests.catalog.written import SOURCE, service_rule, write_catalog, write_class
from tests.cli.running import run_here
from tests.cli.test_bad_files import ALIASES

BRACKETS = "[" * 41

CALLS = [
    ("an unknown class", ["show", "us-nd/9999"], "no class is called 'us-nd/9999'; try 'ladder classes' for a list"),
    (
        "a near-miss title",
        ["show", "Custmer Service Specialist"],
        "did you mean us-nd/0442 (Customer Service Specialist)",
    ),
    ("a code read as a number", ["show", "441"], "no class is called '441'"),
    ("no class at all", ["show", ""], "no class is called ''"),
    (
        "an ambiguous class",
        ["show", "1", "--catalog", "cat"],
        "'1' names more than one class; did you mean us-aa/1, us-bb/1?",
    ),
    ("from a class to itself", ["path", "0441", "0441"], "us-nd/0441 is both FROM and TO; name two classes"),
    ("from an unknown class", ["path", "x", "0441"], "no class is called 'x'"),
    ("an unknown target", ["assess", "good.yaml", "--target", "x"], "no class is called 'x'"),
    ("via an unknown class", ["path", "0441", "0443", "--via", "x"], "no class is called 'x'"),
    ("lead in an unknown class", ["path", "0441", "0443", "--lead-in", "x"], "no class is called 'x'"),
    ("study that is no number", ["path", "0441", "0443", "--study", "NaN"], "'NaN' is not a number"),
    ("study without end", ["path", "0441", "0443", "--study", "inf"], "'inf' is not a number"),
    ("less than no study", ["path", "0441", "0443", "--study", "-1"], "-1 is not between 0 and 200 hours a year"),
    ("a month that is none", ["path", "0441", "0443", "--as-of", "2026-13"], "'2026-13' is not a month; write YYYY-MM"),
    ("fewer than no ladders", ["path", "0441", "0443", "-k", "-1"], "-1 is not in the range 0<=x<=50"),
    ("an unknown plan", ["path", "0441", "0443", "--plan", "fly"], "'fly' is not one of"),
    ("a path without a climb", ["path", "0441", "0443", "--plan", "stay"], "a path is climbed; leave the plan out"),
    (
        "via without a climb",
        ["assess", "good.yaml", "--via", "0442"],
        "via takes classes on a climb; let the plan climb (--plan climb)",
    ),
    ("a climb from nowhere", ["assess", "good.yaml", "--plan", "climb", "--target", "0443"], "one present class"),
    ("within less than no months", ["reach", "0441", "--within", "-1"], "-1 is not in the range x>=0"),
    ("a catalog that is not there", ["path", "0441", "0443", "--catalog", "gone"], "gone: there is no such file"),
    ("a profile that is not there", ["assess", "gone.yaml"], "gone.yaml: there is no such file; look at the name"),
    ("a profile that is a folder", ["assess", "cat"], "cat: this is a folder; name a file in it"),
    ("a profile that is a device", ["assess", "/dev/null"], "/dev/null: this is not a regular file"),
    ("CSV of what is no table", ["show", "0441", "--csv"], "No such option"),
    ("an empty standard input", ["assess", "-"], "standard input: the file is empty"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_catalog(tmp_path / "cat")
    (tmp_path / "good.yaml").write_text("as_of: 2026-11\njobs: []\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("words", "told"), [case[1:] for case in CALLS], ids=[case[0] for case in CALLS])
@pytest.mark.usefixtures("folder")
def test_each_bad_call_is_refused_in_one_line(words: list[str], told: str) -> None:
    run = run_here(*words)
    assert (run.status, run.out) == (2, "")
    assert told in run.err
    assert len(run.err.splitlines()) == 1
    assert "Traceback" not in run.err
    assert any(mark in run.err for mark in ("; ", "did you mean"))


PROFILES = [
    ("a code read as a number", "jobs:\n  - {class: 0441, months: 1}\n", "p.yaml:2: jobs[0].class: "),
    ("a code read as a whole number", "jobs:\n  - {class: 1596, months: 1}\n", "p.yaml:2: jobs[0].class: "),
    ("an unknown class", "jobs:\n  - {class: x, months: 1}\n", "p.yaml:2: jobs[0].class: no class is called 'x'"),
    ("an end before the start", "jobs:\n  - {class: '0441', start: 2026-02, end: 2026-01}\n", "p.yaml:2: jobs[0]: "),
    (
        "service after",
        "as_of: 2026-01\njobs:\n  - {class: '0441', start: 2025-01, end: 2026-02}\n",
        "p.yaml:3: jobs[0]: ",
    ),
    ("no full time", "present:\n  class: '0441'\n  fte: 0\n", "p.yaml:3: present.fte: "),
    ("more than full time", "present:\n  class: '0441'\n  fte: 1.2\n", "p.yaml:3: present.fte: "),
    ("no number of full time", "present:\n  class: '0441'\n  fte: .nan\n", "p.yaml:3: present.fte: "),
    ("full time in words", "present:\n  class: '0441'\n  fte: NaN\n", "p.yaml:3: present.fte: "),
    ("full time without end", "present:\n  class: '0441'\n  fte: .inf\n", "p.yaml:3: present.fte: "),
    ("full time that is true", "present:\n  class: '0441'\n  fte: true\n", "p.yaml:3: present.fte: "),
    ("negative months", "jobs:\n  - class: '0441'\n    months: -1\n", "p.yaml:3: jobs[0].months: "),
    ("months that are true", "jobs:\n  - class: '0441'\n    months: true\n", "p.yaml:3: jobs[0].months: "),
    ("a repeated field", "as_of: 2026-01\nas_of: 2026-02\n", "p.yaml:2: as_of: the field is given twice"),
    ("a YAML tag", "as_of: !!python/name:os.system 2026-01\n", "p.yaml:1: as_of: YAML tags"),
    ("brackets", BRACKETS, "p.yaml:1: groups and lists stand more than 40 deep"),
    ("an empty file", "", "p.yaml: the file is empty"),
    ("an unknown key", "jbos: []\n", "p.yaml:1: jbos: "),
    ("counting toward nothing", "present:\n  counts_toward: [us-nd/0444#x]\n", "p.yaml:2: present.counts_toward[0]: "),
    ("a month that is none", "as_of: 2026-13\n", "p.yaml:1: as_of: '2026-13' is not a month"),
    ("an unknown programme", "programs:\n  - {name: x}\n", "p.yaml:2: programs[0].name: no class is called 'x'"),
    ("an event that is nothing", "events:\n  - {month: 2027-01}\n", "p.yaml:2: events[0]: an event is one of"),
    ("a degree that is none", "education: {degrees: [{level: phd}]}\n", "p.yaml:1: education.degrees[0].level: "),
    ("a list", "- a\n", "p.yaml:1: "),
]


@pytest.mark.parametrize(("text", "told"), [case[1:] for case in PROFILES], ids=[case[0] for case in PROFILES])
def test_each_bad_profile_is_refused_in_one_line(text: str, told: str, folder: Path) -> None:
    (folder / "p.yaml").write_text(text, encoding="utf-8")
    for words in (["assess", "p.yaml"], ["path", "0441", "0443", "--profile", "p.yaml"]):
        run = run_here(*words)
        assert (run.status, run.out) == (2, ""), words
        assert run.err.startswith(told)
        assert len(run.err.splitlines()) == 1
        assert "; " in run.err


def test_an_alias_is_refused_before_it_is_followed(folder: Path) -> None:
    (folder / "p.yaml").write_text(ALIASES, encoding="utf-8")
    run = run_here("assess", "p.yaml")
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("p.yaml:1: a: YAML anchors (&) and aliases (*) are not taken; ")
    assert all(line.startswith("p.yaml:") for line in run.err.splitlines())


def test_a_code_read_as_a_number_in_json_is_refused(folder: Path) -> None:
    (folder / "p.json").write_text(json.dumps({"jobs": [{"class": 441, "months": 1}]}), encoding="utf-8")
    run = run_here("assess", "p.json")
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("p.json:1: jobs[0].class: ")
    assert len(run.err.splitlines()) == 1


def test_every_fault_of_a_profile_is_told_at_once(folder: Path) -> None:
    (folder / "p.yaml").write_text(
        "jobs:\n  - {class: x, months: 1}\n  - {class: v, months: 2, counts_toward: [z]}\n", encoding="utf-8"
    )
    run = run_here("assess", "p.yaml")
    assert run.status == 2
    assert [line.partition(": ")[0] for line in run.err.splitlines()] == ["p.yaml:2", "p.yaml:3", "p.yaml:3"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_as_a_file_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    for words in (["assess", "pipe"], ["classes", "--catalog", "pipe"], ["check", "pipe"]):
        run = run_here(*words)
        assert (run.status, run.out) == (2, "")
        assert run.err == "pipe: this is not a regular file; name a file, or '-' for standard input\n"


CLASSES = [
    ("an unquoted code", "code: 0441", "cat/us-aa/1.yaml:2: code: 0441 means different"),
    ("a code of digits", "code: 1596", "cat/us-aa/1.yaml:2: code: this must be text"),
]


@pytest.mark.parametrize(("line", "told"), [case[1:] for case in CLASSES], ids=[case[0] for case in CLASSES])
def test_a_specification_with_a_number_for_a_code_is_refused(line: str, told: str, folder: Path) -> None:
    file = folder / "cat" / "us-aa" / "1.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('code: "1"', line), encoding="utf-8")
    (folder / "cat" / "us-aa" / "2.yaml").unlink()
    for words in (["check", "cat"], ["show", "2", "--catalog", "cat"], ["path", "1", "2", "--catalog", "cat"]):
        run = run_here(*words)
        assert (run.status, run.out) == (2, "")
        assert run.err.startswith(told)
        assert len(run.err.splitlines()) == 1


def test_faults_of_a_catalog_stop_every_command_with_one_line_each(folder: Path) -> None:
    rules = (
        service_rule("us-aa/99")
        + f"    - {{kind: experience, id: loop, months: 1, what: w, within: loop, source: {SOURCE}}}\n"
    )
    write_class(folder / "cat" / "us-aa", "2", rules=rules)
    write_class(folder / "cat" / "us-aa", "1", name="again.yaml")
    for words in (["check", "cat"], ["show", "1", "--catalog", "cat"], ["classes", "--catalog", "cat"]):
        run = run_here(*words)
        assert (run.status, run.out) == (2, "")
        assert "cat/us-aa/2.yaml:6: qualifications: requirement 'loop' is within itself" in run.err
        assert "Traceback" not in run.err
        assert all(line.startswith("cat/us-aa/") and "; " in line for line in run.err.splitlines())


def test_an_unforeseen_name_is_shown_without_moving_the_cursor() -> None:
    run = run_here("show", "\x1b[2Jx\ny")
    assert run.status == 2
    assert "\x1b" not in run.err
    assert len(run.err.splitlines()) == 1
