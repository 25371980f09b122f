"""``ladder report``: four pages, whole or not at all, the same for one month, and named on the terminal."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROFILE = ROOT / "tests" / "golden" / "profile.yaml"
REPORTS = {
    "class": ("us-nd/0442",),
    "profile": (str(PROFILE), "--target", "6435CL"),
    "path": ("0441", "0443"),
    "catalog": (),
}
FILES = {
    "class": "ladder-class.html",
    "profile": "ladder-progress.html",
    "path": "ladder-path.html",
    "catalog": "ladder-catalog.html",
}


def report(*words: str, folder: Path, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    ask = "import sys; from ladder.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", ask, "report", *words],
        cwd=folder,
        input=given,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("sort", REPORTS)
def test_it_writes_the_page_and_says_where(tmp_path: Path, sort: str) -> None:
    done = report(sort, *REPORTS[sort], "--as-of", "2026-11", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert f"is in {FILES[sort]}: open it in any browser." in done.stdout.decode()
    assert (tmp_path / FILES[sort]).read_bytes().startswith(b"<!DOCTYPE html>")
    help_page = report(sort, "--help", folder=tmp_path).stdout.decode()
    assert FILES[sort] in re.sub(r"-\s+", "-", help_page)


@pytest.mark.parametrize("sort", REPORTS)
def test_standard_output_gets_the_same_bytes_whatever_the_run(tmp_path: Path, sort: str) -> None:
    report(sort, *REPORTS[sort], "--as-of", "2026-11", "-o", "page.html", folder=tmp_path)
    words = (sort, *REPORTS[sort], "--as-of", "2026-11", "-o", "-")
    piped = report(*words, folder=tmp_path, PYTHONHASHSEED="7", PYTHONIOENCODING="ascii")
    assert piped.stdout == (tmp_path / "page.html").read_bytes()


def test_source_date_epoch_stands_for_the_month(tmp_path: Path) -> None:
    found = report("class", "0442", "-o", "-", folder=tmp_path, SOURCE_DATE_EPOCH="1793500000")
    assert b"As of November 2026." in found.stdout


@pytest.mark.parametrize("sort", REPORTS)
def test_without_the_map_the_page_is_plain(tmp_path: Path, sort: str) -> None:
    plain = report(sort, *REPORTS[sort], "--no-map", "--as-of", "2026-11", "-o", "-", folder=tmp_path).stdout
    assert b"<style" not in plain
    assert b"<svg" not in plain
    assert plain.count(b"<h1") == 1


JSON = [("catalog", "breaks"), ("profile", "changes")]


@pytest.mark.parametrize(("sort", "key"), JSON)
def test_json_goes_to_standard_output_unless_a_file_is_named(tmp_path: Path, sort: str, key: str) -> None:
    words = (sort, *REPORTS[sort], "--as-of", "2026-11", "--json")
    printed = report(*words, folder=tmp_path, PYTHONIOENCODING="ascii")
    assert (printed.returncode, printed.stderr) == (0, b"")
    assert list(tmp_path.iterdir()) == []
    told = json.loads(printed.stdout)
    assert told["as_of"] == "2026-11"
    assert told[key]
    written = report(*words, "-o", FILES[sort], folder=tmp_path)
    assert (written.returncode, written.stdout) == (0, b"")
    assert json.loads((tmp_path / FILES[sort]).read_bytes()) == told


@pytest.mark.parametrize(("sort", "key"), JSON)
def test_json_and_a_page_at_once_are_refused(tmp_path: Path, sort: str, key: str) -> None:
    refused = report(sort, *REPORTS[sort], "--json", "--no-map", folder=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert b"--json and --no-map ask for two forms" in refused.stderr
    assert key.encode() not in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_no_ladder_is_exit_1_and_a_page_that_says_so(tmp_path: Path) -> None:
    done = report("path", "us-nd/0441", "6435CL", "--as-of", "2026-11", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"")
    assert (
        b"No path in our data joins Customer Service Representative and Processing Technician"
        in (tmp_path / "ladder-path.html").read_bytes()
    )


def test_a_path_of_a_person_tells_what_was_declared(tmp_path: Path) -> None:
    words = ("path", "0442", "0444", "--profile", str(PROFILE), "-k", "1", "--as-of", "2026-11", "-o", "-")
    found = report(*words, folder=tmp_path)
    assert found.returncode == 0
    assert b"What you told us" in found.stdout
    assert b"Worked out for someone on day one" not in found.stdout


def test_the_plan_of_a_progress_report_is_the_callers(tmp_path: Path) -> None:
    words = ("profile", "-", "--plan", "climb", "--study", "30", "--as-of", "2026-11", "-o", "-")
    found = report(*words, folder=tmp_path, given=PROFILE.read_bytes())
    assert found.returncode == 0
    assert b"by the quickest path" in found.stdout
    assert b"you study 30 college credits each year" in found.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("class", "no such class"), b"no such class"),
        (("profile", "missing.yaml"), b"missing.yaml"),
        (("profile", str(PROFILE), "--via", "0443"), b"via takes classes on a climb"),
        (("path", "0441", "0441"), b"both FROM and TO"),
        (("path", "0441", "0443", "--plan", "stay"), b"a path is climbed"),
        (("catalog", "--catalog", "nowhere"), b"nowhere"),
    ],
)
def test_a_bad_call_is_one_line_and_exit_2(tmp_path: Path, words: tuple[str, ...], told: bytes) -> None:
    done = report(*words, folder=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("sort", REPORTS)
def test_what_cannot_be_written_is_refused_and_the_old_file_stands(tmp_path: Path, sort: str) -> None:
    (tmp_path / "page.html").mkdir()
    refused = report(sort, *REPORTS[sort], "-o", "page.html", folder=tmp_path)
    assert refused.returncode == 3
    assert refused.stderr.count(b"\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]
