"""Pydantic's plug-in search is left out on the command line, and its real loader is still there if asked."""

import os
import subprocess
import sys

import pytest

from ladder.cli import plugins


@pytest.fixture
def loader(monkeypatch: pytest.MonkeyPatch) -> str:
    name = plugins._LOADER
    monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS", raising=False)
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "x")
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS")
    return name


def test_no_plug_ins_are_looked_for(loader: str) -> None:
    plugins.leave_out_plugins()
    stand_in = sys.modules[loader]
    assert tuple(stand_in.get_plugins()) == ()
    assert os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__"


def test_a_caller_s_own_choice_stays(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "one-plugin")
    plugins.leave_out_plugins()
    assert os.environ["PYDANTIC_DISABLE_PLUGINS"] == "one-plugin"
    assert loader in sys.modules


def test_the_real_loader_answers_for_anything_else(loader: str) -> None:
    plugins.leave_out_plugins()
    stand_in = sys.modules[loader]
    assert isinstance(stand_in.PYDANTIC_ENTRY_POINT_GROUP, str)
    assert sys.modules[loader] is not stand_in


def test_a_special_name_that_is_not_there_is_not_there(loader: str) -> None:
    plugins.leave_out_plugins()
    with pytest.raises(AttributeError, match="__wrapped__"):
        _ = sys.modules[loader].__wrapped__


def test_where_pydantic_has_no_loader_nothing_is_made_up(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plugins.leave_out_plugins()
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(AttributeError, match="anything"):
        _ = sys.modules[loader].anything


def test_records_are_read_without_the_search() -> None:
    code = (
        "import sys; from ladder.cli.plugins import leave_out_plugins; leave_out_plugins();"
        "from ladder.sources import Source; assert str(Source(document='d', section='s')) == 'd, s';"
        "sys.exit('importlib.metadata' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
