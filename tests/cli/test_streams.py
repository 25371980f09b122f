"""What the program does with its streams and surroundings: pipes, full disks, encodings, hash seeds."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, run_here, run_ladder
from tests.golden.commands import COMMANDS, PROFILE

PATH = ["path", "us-nd/0441", "us-nd/0443", "--as-of", "2026-11"]
ASSESS = ["assess", str(PROFILE), "--as-of", "2026-11"]
SHOW = ["show", "5246SH"]
REACH = ["reach", "us-nd/0441", "--as-of", "2026-11"]
ANSWERS = [PATH, ASSESS, SHOW, REACH, ["profile", "new", "--as-of", "2026-11"]]
DEV_FULL = Path("/dev/full")


@pytest.mark.parametrize("words", ANSWERS, ids=lambda words: words[0])
def test_output_is_saved_whole_or_the_old_file_stays(words: list[str], tmp_path: Path) -> None:
    file = tmp_path / "answer"
    assert run_here(*words, "-o", str(file)).status == 0
    assert file.read_text(encoding="utf-8") == run_here(*words).out
    for target in (tmp_path, file / "x", tmp_path / "gone" / "x"):
        run = run_here(*words, "-o", str(target))
        assert (run.status, run.out) == (3, "")
        assert run.err.startswith(f"cannot write {target}: ")
        assert len(run.err.splitlines()) == 1
    assert file.read_text(encoding="utf-8") == run_here(*words).out
    assert [one.name for one in tmp_path.iterdir()] == ["answer"]


def test_a_bad_call_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "answer"
    file.write_text("old", encoding="utf-8")
    assert run_here("path", "us-nd/0441", "nothing", "-o", str(file)).status == 2
    assert file.read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(not DEV_FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", ANSWERS, ids=lambda words: words[0])
def test_a_full_disk_is_told_and_exits_with_3(words: list[str]) -> None:
    with DEV_FULL.open("wb") as full:
        command = [sys.executable, "-m", "ladder", *words]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    assert done.stderr.startswith(b"cannot write standard output: No space left on device")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no sh")
@pytest.mark.parametrize("words", [PATH, SHOW, [*ASSESS, "--json"]], ids=lambda words: words[0])
def test_output_may_be_piped_into_head(words: list[str]) -> None:
    script = '"$0" -m ladder "$@" | head -1'
    done = subprocess.run(["sh", "-c", script, sys.executable, *words], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize("words", ANSWERS, ids=lambda words: words[0])
def test_answers_come_out_in_any_encoding(words: list[str], encoding: str) -> None:
    run = run_ladder(*words, env={"PYTHONIOENCODING": encoding})
    assert (run.status, run.err) == (0, "")
    assert run.out == run_here(*words).out


@pytest.mark.parametrize("words", ANSWERS, ids=lambda words: words[0])
def test_no_answer_is_coloured(words: list[str]) -> None:
    for env in ({"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}):
        assert "\x1b" not in run_ladder(*words, env=env).out


def test_answers_do_not_depend_on_the_order_of_sets() -> None:
    assert len({_printed_under(seed) for seed in "01234"}) == 1


def _printed_under(seed: str) -> str:
    """Return what all commands print under one hash seed, in one process."""
    code = "import json, sys\nfrom ladder.cli.running import run\nfor words in json.load(sys.stdin):\n    run(words)\n"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        input=json.dumps([*COMMANDS.values(), ["map", "--as-of", "2026-11", "-o", "-"]]).encode(),
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PATH": ""},
    )
    assert done.stderr == b""
    assert len(done.stdout) > 100_000
    return hashlib.sha256(done.stdout).hexdigest()


def test_the_module_and_the_program_are_one(tmp_path: Path) -> None:
    script = Path(sys.executable).with_name("ladder")
    if not script.exists():
        pytest.skip("ladder is not installed beside this Python")
    done = subprocess.run([script, *PATH], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode() == run_ladder(*PATH).out


def test_a_profile_may_come_from_standard_input() -> None:
    text = PROFILE.read_text(encoding="utf-8")
    for words in (["assess", "-", "--as-of", "2026-11"], ["assess", "-", "--as-of", "2026-11", "--json"]):
        assert run_ladder(*words, given=text).out == run_ladder(words[0], str(PROFILE), *words[2:]).out
    run = run_ladder("path", "0442", "0443", "--profile", "-", given="jobs: [")
    assert run.status == 2
    assert run.err.startswith("standard input:")


def test_several_targets_and_all_of_them() -> None:
    two = json.loads(run_here(*ASSESS, "--target", "0443", "--target", "5246", "--json").out)
    every = json.loads(run_here(*ASSESS, "--json").out)
    one = json.loads(run_here(*ASSESS, "--target", "0443", "--json").out)
    assert [answer["target"] for answer in two["assessments"]] == ["us-nd/0443", "us-ct/5246SH"]
    assert len(every["assessments"]) == len(json.loads(run_here("classes", "--json").out)["classes"])
    assert one == two["assessments"][0]
    assert all(answer in every["assessments"] for answer in two["assessments"])


HEAVY = {
    "pydantic",
    "yaml",
    "networkx",
    "pyvis",
    "jinja2",
    "IPython",
    "asyncio",
    "csv",
    "difflib",
    "importlib.metadata",
}
NOT_CLICKS = {"pathlib", "urllib.parse", "ipaddress", "importlib.util", "hashlib", "shutil", "tempfile", "traceback"}
"""Modules of the standard library that a path query does without, unless click itself takes them."""
MOST_MODULES, MOST_NAMED_TUPLES = 110, 40


def _printed_by(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT, text=True)
    return done.stdout.splitlines()[-1]


def test_a_path_query_imports_nothing_that_it_does_not_need() -> None:
    modules = set(
        _printed_by(f"import sys\nfrom ladder.cli.running import run\nrun({PATH!r})\nprint(*sys.modules)").split()
    )
    of_click = set(_printed_by("import click, sys; print(*sys.modules)").split())
    assert not HEAVY & modules
    assert not (NOT_CLICKS - of_click) & modules
    assert sum(name.startswith("ladder") for name in modules) <= MOST_MODULES


def test_a_path_query_makes_few_named_tuples() -> None:
    made = _printed_by(
        f"from ladder.cli.running import run\nrun({PATH!r})\n"
        "print(*(one.__name__ for one in tuple.__subclasses__() if one.__module__.startswith('ladder')))"
    ).split()
    assert "Position" in made
    assert len(made) <= MOST_NAMED_TUPLES, made


def test_a_path_query_makes_no_dataclass_of_ours_but_records() -> None:
    code = (
        "import dataclasses, sys\nfrom ladder.cli.running import run\nfrom ladder.records import Record\n"
        f"run({PATH!r})\n"
        "ours = [module for name, module in sys.modules.items() if name.startswith('ladder')]\n"
        "print(*{one.__qualname__ for module in ours for one in vars(module).values()"
        " if isinstance(one, type) and one.__module__.startswith('ladder') and dataclasses.is_dataclass(one)"
        " and not issubclass(one, Record)}, 'none')"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT, text=True)
    assert done.stdout.splitlines()[-1] == "none"
