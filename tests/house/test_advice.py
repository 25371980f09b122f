"""No advice leads to the stranger whose project has our command's name on an index; our own names agree."""

from importlib.metadata import version
from pathlib import Path

import pytest

import ladder
from ladder.reading.text.errors import MissingExtraError
from tests.house import advice, tracked
from tests.house.advice import COMMAND
from tests.house.tracked import ROOT
from tests.packaging.requirements import read_project

pytestmark = pytest.mark.untraced

PROJECT = read_project()
WRONG = (
    "pip install {}",
    "pip install '{}[documents]'",
    'pip install "{}[documents,test]"',
    "pip install -U {}",
    "pip install --upgrade {}==0.1.0",
    "python -m pip install {}, then",
    "uv add {}",
    "try: install {} again, or",
    "the extra {}[documents]",
    r"match=r'{}\[documents\]'",
    "importlib.metadata.version('{}')",
)
RIGHT = (
    "pip install career-{}",
    'pip install "career-{}[documents]"',
    "pip install .",
    "install what {} needs",
    "pip uninstall {}",
    "install career-{} again",
    "files('{}')",
    "{}[0]",
    "import {}; {}.__version__",
)


def test_no_tracked_file_leads_to_the_stranger() -> None:
    files = [file for file in tracked.tracked_or_skip(ROOT) if file != Path(__file__)]
    assert advice.advice_to_install_a_stranger(files, ROOT) == []


@pytest.mark.parametrize("words", WRONG)
def test_it_bites(words: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text(f"First\n{words.format(COMMAND, COMMAND)}\n", "utf-8")
    (found,) = advice.advice_to_install_a_stranger([file], tmp_path)
    assert found.startswith("notes.md:2: ")


@pytest.mark.parametrize("words", RIGHT)
def test_it_lets_the_right_words_pass(words: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text(words.format(COMMAND, COMMAND), "utf-8")
    assert advice.advice_to_install_a_stranger([file], tmp_path) == []


def test_the_names_and_versions_agree() -> None:
    assert (PROJECT.name, ladder.__name__) == (f"career-{COMMAND}", COMMAND)
    assert ladder.__version__ == PROJECT.version == version(PROJECT.name)


def test_a_missing_extra_is_advised_by_the_project_s_name() -> None:
    told = str(MissingExtraError(name="a.pdf", kind="PDF"))
    assert told.endswith(f'pip install "{PROJECT.name}[documents]"')
