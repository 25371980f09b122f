"""What a folder of wheels lacks is found with the eyes of the machine that it is for."""

import sys
import zipfile
from pathlib import Path

import pytest

from tests.packaging.closure import Target, find_closure

WINDOWS = Target(("win_amd64",), "3.11")
LINUX = Target(("manylinux2014_x86_64",), "3.11")
MAC = Target(("macosx_11_0_arm64",), "3.12")


def write_wheel(folder: Path, name: str, *needs: str) -> Path:
    wheel = folder / f"{name}-1.0-py3-none-any.whl"
    lines = ["Metadata-Version: 2.1", f"Name: {name}", "Version: 1.0", *(f"Requires-Dist: {need}" for need in needs)]
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(f"{name}-1.0.dist-info/METADATA", "\n".join(lines) + "\n\n")
    return wheel


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_wheel(tmp_path, "root", "menu>=1", 'docs>=1; extra == "documents"', 'pytest; extra == "test"')
    write_wheel(tmp_path, "menu", 'colours; platform_system == "Windows"', 'tty>=2; sys_platform != "win32"')
    write_wheel(tmp_path, "docs", "root", 'old; python_version < "3.12"', 'apple[silver]; platform_machine == "arm64"')
    write_wheel(tmp_path, "stray")
    return tmp_path


def test_conditions_are_those_of_the_target(folder: Path) -> None:
    assert set(find_closure(folder, "root[documents]", WINDOWS).missing) == {"colours", "old"}
    assert set(find_closure(folder, "root[documents]", LINUX).missing) == {"tty>=2", "old"}
    assert set(find_closure(folder, "root[documents]", MAC).missing) == {"tty>=2", "apple[silver]"}


def test_extras_are_asked_for_or_not(folder: Path) -> None:
    assert find_closure(folder, "root", WINDOWS).missing == ("colours",)
    assert "pytest" in find_closure(folder, "Root[documents,test]", WINDOWS).missing


def test_a_wheel_of_the_wrong_version_is_missing(folder: Path) -> None:
    write_wheel(folder, "tty")
    assert "tty>=2" in find_closure(folder, "root", LINUX).missing


def test_what_is_needed_is_told_from_the_rest(folder: Path) -> None:
    write_wheel(folder, "colours")
    found = find_closure(folder, "root", WINDOWS)
    assert found.missing == ()
    assert sorted(wheel.name.partition("-")[0] for wheel in found.wheels) == ["colours", "menu", "root"]


def test_without_a_platform_it_is_this_machine() -> None:
    told = Target().environment()
    assert told["sys_platform"] == sys.platform
    assert told["python_version"] == f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert WINDOWS.environment()["platform_machine"] == "AMD64"
