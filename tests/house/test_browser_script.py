"""The search for a browser: found, installed where it may be, else told; a failure only where CI=true."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.tracked import ROOT

SH = shutil.which("sh") or ""
pytestmark = [pytest.mark.skipif(not SH, reason="no POSIX shell on this machine"), pytest.mark.untraced]
WINDOWLESS = "chromium-headless-shell"
INSTALLS = (
    "for last; do :; done\n"
    """case "$1 $last" in\n"install {name}") echo '#!/bin/sh' > {bin}/$last; {chmod} +x {bin}/$last;;\n"""
    """install*) exit 100;;\nesac\necho "$@" >&2"""
)


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Return a folder of programs that is all the PATH there is; its user is no administrator."""
    add(tmp_path, "id", "echo 1000")
    add(tmp_path, "env", 'shift; "$@"')
    return tmp_path


def add(machine: Path, name: str, script: str) -> None:
    (machine / name).write_text(f"#!{SH}\n{script}\n", "utf-8")
    (machine / name).chmod(0o755)


def look(machine: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [SH, str(ROOT / ".ci" / "browser")]
    environment = {"PATH": str(machine), **environment}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["chromium", "google-chrome", "microsoft-edge"])
def test_a_browser_that_is_there_is_used(name: str, machine: Path) -> None:
    add(machine, name, "")
    assert look(machine).stdout == f"{machine / name}\n"


def test_the_browser_that_is_named_comes_first(machine: Path) -> None:
    add(machine, "chromium", "")
    add(machine, "mine", "")
    assert look(machine, LADDER_BROWSER=str(machine / "mine")).stdout == f"{machine / 'mine'}\n"


def test_without_one_the_tests_are_skipped_with_a_line(machine: Path) -> None:
    found = look(machine)
    assert (found.returncode, found.stdout) == (0, "")
    assert "they are skipped" in found.stderr


def test_without_one_the_continuous_integration_fails(machine: Path) -> None:
    found = look(machine, CI="true")
    assert found.returncode == 1
    assert "CI=true" in found.stderr


def can_install(machine: Path, name: str) -> None:
    add(machine, "apt-get", INSTALLS.format(name=name, bin=machine, chmod=shutil.which("chmod")))


@pytest.mark.parametrize("name", [WINDOWLESS, "chromium"])
def test_an_administrator_gets_chromium_installed_without_its_windows_where_there_is_such_a_package(
    name: str, machine: Path
) -> None:
    add(machine, "id", "echo 0")
    can_install(machine, name)
    found = look(machine, CI="true")
    assert (found.returncode, found.stdout) == (0, f"{machine / name}\n")
    assert "update -q" in found.stderr
    assert f" --no-install-recommends {name}\n" in found.stderr


def test_chromium_without_its_windows_comes_before_chromium(machine: Path) -> None:
    add(machine, "chromium", "")
    add(machine, WINDOWLESS, "")
    assert look(machine).stdout == f"{machine / WINDOWLESS}\n"


def test_it_is_installed_beside_another_browser_for_the_continuous_integration_alone(machine: Path) -> None:
    add(machine, "id", "echo 0")
    add(machine, "chromium", "")
    can_install(machine, "nothing")
    assert look(machine, CI="true").stdout == f"{machine / 'chromium'}\n"
    can_install(machine, WINDOWLESS)
    named = str(machine / "chromium")
    assert look(machine).stdout == look(machine, CI="true", LADDER_BROWSER=named).stdout == f"{named}\n"
    assert look(machine, CI="true").stdout == f"{machine / WINDOWLESS}\n"


def test_sudo_that_asks_nothing_will_do(machine: Path) -> None:
    add(machine, "sudo", '[ "$1" = -n ] && shift && "$@"')
    add(machine, "true", "")
    can_install(machine, "chromium")
    assert look(machine).stdout == f"{machine / 'chromium'}\n"


def test_a_failed_install_is_no_browser(machine: Path) -> None:
    add(machine, "id", "echo 0")
    add(machine, "apt-get", "exit 100")
    assert look(machine).stdout == ""
    assert look(machine, CI="true").returncode == 1
