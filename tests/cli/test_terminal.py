"""Answers on a terminal: as wide as it is, long lists short; pipes and files hold everything, 80 columns wide."""

import io
import json
import os
import struct
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from ladder.catalog.catalog import CatalogRecord
from ladder.catalog.compiled import compile_catalog
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.cli.output import MOST_LISTED
from ladder.cli.running import run
from tests.cli.running import ROOT, run_here, run_ladder
from tests.rendering.catalogs import GRADES, graded

AS_OF = ("--as-of", "2026-11")
REACH = ("reach", "us-nd/0441", *AS_OF)


class Terminal(io.StringIO):
    """A standard output that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def run_on_terminal(*words: str, columns: int = 100) -> str:
    """Return what the command shows on a terminal so wide."""
    page = Terminal()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(page):
        patch.setenv("COLUMNS", str(columns))
        assert run(words) == 0
    return page.getvalue()


@pytest.fixture
def city(tmp_path: Path) -> str:
    """Return a catalog of 47 classes: each of 45 is entered from 000, and each leads to 999."""
    middle = [f"{number:03d}" for number in range(1, 46)]
    classes = [graded("000"), *(graded(code, feeders=["000"]) for code in middle), graded("999", feeders=middle)]
    known = Jurisdiction(id="xx", name="Xanadu", grades_lowest_first=GRADES)
    file = tmp_path / "city.json"
    file.write_bytes(compile_catalog(CatalogRecord(jurisdictions=(known,), classes=tuple(classes))))
    return str(file)


def widest(page: str) -> int:
    return max(map(len, page.splitlines()))


def test_a_page_is_as_wide_as_the_terminal() -> None:
    assert 90 < widest(run_on_terminal(*REACH)) <= 100


@pytest.mark.parametrize("words", [REACH, ("classes",), ("show", "5246SH"), ("check",)], ids=lambda words: words[0])
def test_a_narrow_terminal_is_never_overrun(words: tuple[str, ...]) -> None:
    page = run_on_terminal(*words, columns=48)
    assert widest(page) <= max(48, len("    - ") + max(map(len, page.split())))


def test_a_pipe_is_80_columns_wide_whatever_the_terminal_is() -> None:
    assert run_ladder(*REACH, env={"COLUMNS": "200"}).out == run_ladder(*REACH).out
    assert widest(run_ladder(*REACH).out) <= 80


def test_a_file_is_80_columns_wide_and_whole(tmp_path: Path, city: str) -> None:
    for words in (REACH, ("classes", "--catalog", city)):
        file = tmp_path / "answer.txt"
        assert run_on_terminal(*words, "-o", str(file), columns=120) == ""
        assert file.read_text(encoding="utf-8") == run_here(*words).out


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
def test_the_width_is_that_of_the_terminal_itself() -> None:
    import fcntl  # noqa: PLC0415 - not on every system
    import pty  # noqa: PLC0415
    import termios  # noqa: PLC0415

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 132, 0, 0))
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    command = [sys.executable, "-m", "ladder", *REACH]
    with subprocess.Popen(command, cwd=ROOT, stdout=theirs, stderr=subprocess.PIPE, env=env) as started:
        os.close(theirs)
        page = b""
        while part := _read(ours):
            page += part
    os.close(ours)
    assert started.returncode == 0
    assert 100 < widest(page.decode()) <= 132


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end was closed
        return b""


CITY_LISTS = {
    "classes": (("classes",), "The first 40 of 47 classes."),
    "reach": (("reach", "000", *AS_OF), "The 40 soonest of 46 classes: --all lists all; --within MONTHS"),
    "feeders": (("feeders", "999", *AS_OF), "The 40 soonest of 46 classes: --all lists all. "),
    "assess": (("assess", "PROFILE", *AS_OF), "The 40 soonest of 47 classes: --all lists all."),
}


@pytest.mark.parametrize("name", CITY_LISTS)
def test_a_long_list_is_short_on_a_terminal_and_says_how_to_see_the_rest(name: str, tmp_path: Path, city: str) -> None:
    words, told = CITY_LISTS[name]
    profile = tmp_path / "profile.yaml"
    profile.write_text("present: {class: xx/000}\n", encoding="utf-8")
    words = (*(str(profile) if word == "PROFILE" else word for word in words), "--catalog", city)
    short = run_on_terminal(*words)
    assert told in " ".join(short.split())
    for page in (run_on_terminal(*words, "--all"), run_here(*words).out, run_on_terminal(*words, "-o", "-", "--all")):
        assert "--all" not in page
        assert page.count("xx/0") - short.count("xx/0") >= 5
    rows = json.loads(run_here(*words, "--json").out)
    assert len(rows.get("classes", rows.get("assessments", ()))) == int(told.split(" of ")[1].split()[0])


def test_the_contracts_say_when_a_list_is_cut() -> None:
    assert f"a list of more than {MOST_LISTED} classes is cut" in (ROOT / "docs" / "contracts.md").read_text("utf-8")


def test_a_long_list_of_one_person_begins_with_what_is_met_soonest(tmp_path: Path, city: str) -> None:
    profile = tmp_path / "profile.yaml"
    profile.write_text("jobs: [{class: xx/045, months: 12}]\n", encoding="utf-8")
    words = ("assess", str(profile), "--plan", "none", "--catalog", city, *AS_OF)
    first, second = run_on_terminal(*words).splitlines()[4:6]
    assert first.split()[:4] == ["Class", "999", "(xx/999)", "now"]
    assert second.split()[:3] == ["Class", "001", "(xx/001)"]
    assert "now" not in second.split()
    assert run_here(*words).out.splitlines()[4].split()[:3] == ["Class", "001", "(xx/001)"]


def test_a_list_tells_its_sources_where_that_is_asked_for() -> None:
    for words in (REACH, ("classes",)):
        plain, told = run_here(*words).out, run_here(*words, "--sources").out
        assert "Add --sources to see where each figure was printed." in plain
        assert "--sources" not in told
        assert ("[1]" in plain, "Sources\n  [1] " in plain) == (False, False)
        assert ("[1]" in told, "Sources\n  [1] " in told) == (True, True)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_csv_for_excel_is_the_same_csv_behind_a_mark(encoding: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ladder", *REACH, "--excel"]
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, env=env).stdout
    plain = run_here(*REACH, "--csv").out
    assert printed == b"\xef\xbb\xbf" + plain.encode()
    file = tmp_path / "reach.csv"
    assert run_here(*REACH, "--csv", "--excel", "-o", str(file)).status == 0
    assert file.read_bytes() == printed
