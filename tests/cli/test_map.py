"""``ladder map``: the page whole or not at all, the same for one month, and named on the terminal."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run_map(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    ask = "import sys; from ladder.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", ask, "map", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )


def test_it_writes_the_page_and_says_where(tmp_path: Path) -> None:
    done = run_map("--as-of", "2026-11", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"The map of 22 classes is in ladder-map.html" in done.stdout
    assert (tmp_path / "ladder-map.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_standard_output_gets_the_same_bytes(tmp_path: Path) -> None:
    run_map("--as-of", "2026-11", "-o", "map.html", folder=tmp_path)
    piped = run_map("--as-of", "2026-11", "-o", "-", folder=tmp_path, PYTHONHASHSEED="7", PYTHONIOENCODING="ascii")
    assert piped.stdout == (tmp_path / "map.html").read_bytes()


def test_source_date_epoch_stands_for_the_month(tmp_path: Path) -> None:
    found = run_map("-o", "-", folder=tmp_path, SOURCE_DATE_EPOCH="1793500000")
    assert b"as of 2026-11" in found.stdout


def test_what_cannot_be_written_is_refused_and_the_old_file_stands(tmp_path: Path) -> None:
    (tmp_path / "map.html").mkdir()
    refused = run_map("-o", "map.html", folder=tmp_path)
    assert refused.returncode == 3
    assert refused.stderr.count(b"\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["map.html"]


def test_inferred_steps_are_drawn_where_asked(tmp_path: Path) -> None:
    assert b": our own reading, in no text." in run_map("-o", "-", "--include", "inferred", folder=tmp_path).stdout


@pytest.mark.full
def test_the_wheel_carries_the_templates(tmp_path: Path) -> None:
    build = ["-m", "pip", "--disable-pip-version-check", "--quiet", "wheel", "--no-deps", "--no-build-isolation"]
    subprocess.run([sys.executable, *build, "--wheel-dir", str(tmp_path), str(ROOT)], check=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as archive:
        carried = set(archive.namelist())
    pages = ROOT / "ladder" / "rendering" / "pages"
    assert {f"ladder/rendering/pages/{file.name}" for file in pages.iterdir()} <= carried
