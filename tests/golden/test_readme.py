"""The output that the documents show is what the commands print; LADDER_GOLDEN=update renews it."""

import io
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest

import ladder
from tests.approving import approved_text
from tests.browser.picture import PICTURES, SHOWN
from tests.golden.test_golden import output_of
from tests.measure import ROOT

README, ASKING, INDEX = ROOT / "README.md", ROOT / "docs" / "asking.md", ROOT / "docs" / "index.md"
EXAMPLE = re.compile(r"```console\n((?:\$ [^\n]*\n)+)(.*?)```\n", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```\n", re.DOTALL)
HEAD = re.compile(r"(?P<words>.*) \| head -(?P<lines>\d+)")
PROFILE = "tests/golden/profile.yaml"
SHOWN_PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+\.png)\)")
PUBLISHING = ROOT / "docs" / "publishing.md"
MOST_LINES, MOST_BYTES = 150, 250_000


def examples(text: str) -> Iterator[re.Match[str]]:
    """Yield each block that shows a ladder command with its output."""
    yield from (found for found in EXAMPLE.finditer(text) if "--as-of" in found[1] or "ladder show" in found[1])


def shown(commands: str) -> str:
    """Return what the last command of a block prints, or its first lines where the block pipes it into ``head``."""
    command = commands.splitlines()[-1].removeprefix("$ ladder ")
    cut = HEAD.fullmatch(command)
    words = shlex.split(cut["words"] if cut else command, comments=True)
    lines = output_of(*[str(ROOT / PROFILE) if word == PROFILE else word for word in words]).splitlines(keepends=True)
    return "".join(lines[: int(cut["lines"])] if cut else lines)


@pytest.mark.parametrize("file", [README, ASKING], ids=lambda file: file.name)
def test_golden_documents_show_what_the_commands_print(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    renewed = text
    for found in examples(text):
        renewed = renewed.replace(found[0], f"```console\n{found[1]}{shown(found[1])}```\n")
    text = approved_text(file, renewed)
    assert len(list(examples(text))) == 3
    assert text == renewed, "if the new output is right, run 'make golden' and read the diff"


def test_readme_is_short_and_leaves_nothing_to_do() -> None:
    text = README.read_text(encoding="utf-8")
    assert "TODO" not in text
    assert len(text.splitlines()) <= MOST_LINES


def test_readme_and_the_documents_show_every_picture_of_a_city() -> None:
    shown = SHOWN_PICTURE.findall("".join(one.read_text(encoding="utf-8") for one in (README, PUBLISHING)))
    assert sorted(Path(one).name for one in shown) == sorted(SHOWN)
    for name in SHOWN:
        picture = (PICTURES / name).read_bytes()
        assert picture.startswith(b"\x89PNG\r\n")
        assert len(picture) <= MOST_BYTES


def test_readme_has_ten_lines_of_python_that_run() -> None:
    (code,) = PYTHON.findall(README.read_text(encoding="utf-8"))
    assert len(code.splitlines()) == 10
    if not hasattr(ladder, "load"):
        pytest.skip("the Python API is not there yet")
    page = io.StringIO()
    with redirect_stdout(page):
        exec(compile(code, str(README), "exec"), {})  # noqa: S102 - it is what the README tells people to run
    months, status, *table = page.getvalue().splitlines()
    assert (months, status) == ("36 2029-11", "after")
    assert table[0].startswith("from,to,title,status,months,month,")


def test_the_index_of_documents_links_each_of_them() -> None:
    linked = set(re.findall(r"\]\(([^)#]+)\)", INDEX.read_text(encoding="utf-8")))
    there = {file.name for file in (ROOT / "docs").glob("*.md")} - {INDEX.name}
    assert linked == there | {"../README.md", "../CONTRIBUTING.md", "decisions/"}
