"""The tables of a roster from Python: whole, in parts and published as the command tells them; the bench as a page."""

import json
import os
import stat
from pathlib import Path

import pytest

import ladder
from ladder.errors import BadCallError
from ladder.roster_answers import BenchPage
from tests.cli.running import run_here
from tests.roster.parts import LAYOUT, MONTH, cut, random_rows, whole, words

ROWS = random_rows(20, seed=4)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return whole(tmp_path, ROWS)


@pytest.mark.parametrize("option", ["", "--publish", "--persons"])
def test_it_tells_what_the_command_tells_of_files_and_of_parts(
    files: tuple[Path, Path], tmp_path: Path, option: str
) -> None:
    told = json.loads(run_here(*words(files, *filter(None, [option]), "--json")).out)
    layout = tmp_path / "mine.yaml"
    layout.write_text(LAYOUT)
    asked = {option.strip("-"): True} if option else {}
    catalog = ladder.load()
    found = catalog.roster(*files, layout=layout, as_of=MONTH, **asked)  # type: ignore[arg-type]  # words by name
    assert found.to_dict() == told
    parts = cut(tmp_path / "cut", ROWS, 3)
    keep = tmp_path / "kept"
    for _ in range(2):
        parted = catalog.roster(*parts, layout=layout, as_of=MONTH, keep=keep, **asked)  # type: ignore[arg-type]  # as above
        assert parted.to_dict() == told
    assert len(list(keep.iterdir())) == 3


def test_the_page_is_that_of_the_command_and_for_its_owner_alone(files: tuple[Path, Path], tmp_path: Path) -> None:
    found = ladder.load().roster(*files, layout={"ends": "exclusive"}, as_of=MONTH, publish=True)
    page = found.page()
    assert isinstance(page, BenchPage)
    assert repr(page) == f"BenchPage(classes={len(found.bench)}, as_of='{MONTH}')"
    written = page.write(tmp_path / "bench.html")
    run_here(*words(files, "--publish", "--html", str(tmp_path / "other.html")))
    assert written.read_bytes() == (tmp_path / "other.html").read_bytes()
    if os.name != "nt":
        assert stat.S_IMODE(written.stat().st_mode) == 0o600
    shown = page._repr_html_()
    assert shown.startswith("<iframe")
    assert 'sandbox="allow-scripts allow-downloads allow-modals"' in shown
    assert "<script" not in shown


def test_what_cannot_be_asked_is_refused(files: tuple[Path, Path], tmp_path: Path) -> None:
    catalog = ladder.load()
    with pytest.raises(BadCallError, match="what tells of persons is not published"):
        catalog.roster(*files, publish=True, persons=True)
    for more in ({"keep": tmp_path / "kept"}, {"workers": 2}):
        with pytest.raises(BadCallError, match="keep and workers are for a roster in parts"):
            catalog.roster(*files, **more)
