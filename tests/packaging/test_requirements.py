"""Pins come from what ``pyproject.toml`` says, and a requirement without a lowest version is refused."""

from pathlib import Path

import pytest

from tests.packaging.requirements import lowest_pins, read_project

TOML = """[project]
name = "One.of-ours"
version = "2.0"
requires-python = ">=3.11"
dependencies = ["click>=8.2", "PyYAML >= 6.0, <8"]
[project.optional-dependencies]
documents = ["python-docx>=1.1"]
test = ["pytest>=8"]
"""


def test_the_lowest_version_of_each_requirement() -> None:
    assert lowest_pins(["click>=8.2", "PyYAML >= 6.0, <8", "pyvis==0.3.2", "python-docx<2,>=1.1"]) == [
        "click==8.2",
        "PyYAML==6.0",
        "pyvis==0.3.2",
        "python-docx==1.1",
    ]


@pytest.mark.parametrize(
    "need", ["click", "click<9", "click!=8.3", "click>8", "click[extra]>=8", "click>=8; os_name", ""]
)
def test_a_requirement_without_a_plain_lowest_version_is_refused(need: str) -> None:
    with pytest.raises(ValueError, match="states no lowest version"):
        lowest_pins([need])


def test_a_project_is_read_with_its_run_time_extras(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(TOML, "utf-8")
    project = read_project(file)
    assert (project.name, project.wheel_name, project.version) == ("One.of-ours", "one_of_ours", "2.0")
    assert project.lowest_python == "3.11"
    assert lowest_pins(project.needs) == ["click==8.2", "PyYAML==6.0", "python-docx==1.1"]


def test_every_requirement_of_ours_states_its_lowest_version() -> None:
    needs = read_project().needs
    assert len(lowest_pins(needs)) == len(needs) >= 10
