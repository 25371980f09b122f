"""The note beside the wheels, and what is left of the environment where a folder is tried."""

import pytest

from tests.packaging import wheels
from tests.packaging.closure import Target
from tests.packaging.requirements import read_project


def test_the_note_says_how_to_install_without_a_network() -> None:
    note = wheels.install_note(read_project(), Target(("win_amd64",), "3.12"))
    assert 'python -m pip install --no-index -f . "career-ladder[documents]"' in note
    assert "for win_amd64" in note
    assert "py -3.12 -m venv" in note


def test_a_trial_has_no_configuration_of_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_DEPS", "1")
    kept = wheels._unconfigured()
    assert [name for name in kept if name.startswith("PIP_")] == ["PIP_CONFIG_FILE"]
    assert kept["https_proxy"] == kept["HTTP_PROXY"] == "http://127.0.0.1:9"
