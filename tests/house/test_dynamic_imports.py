"""The walls of the house hold for imports by call, too."""

import shutil
from importlib import import_module
from pathlib import Path

import pytest

from ladder.cli import program
from ladder.reading import documents
from tests.house.dynamic_imports import dynamic_imports, write_as_statements
from tests.house.test_layers import contract_name, lint
from tests.house.tracked import ROOT

pytestmark = pytest.mark.untraced

ONLY_RUN_TIME_KNOWS = {
    "reading/documents.py:_own_reader": "one of ladder's own readers, of the table above it",
    "cli/program.py:get_command": "one of ladder's own commands, of the table above it",
    "digests.py:_sha256_of": "a module of the standard library, of the table above it",
    "cli/plugins.py:__getattr__": "pydantic's own loader of plug-ins, where something else asks for it",
    "reading/text/confined.py:extract_text": "asks whether a package is there, and imports nothing",
}
WAYS = {
    "import_module": "import importlib\nimportlib.import_module('click')",
    "import_module, imported": "from importlib import import_module\nimport_module('click.testing')",
    "in a function": "def f():\n    return __import__('click')",
    "by another name": "import builtins\nbuiltins.__import__('click')",
    "from what is loaded": "import sys\nsys.modules['click'].echo('a')",
    "in a text that runs": "exec('import click')",
    "in a text for another process": "WORDS = 'import click; click.echo(1)'",
    "found": "from importlib.util import find_spec\nfind_spec('click')",
    "run": "import runpy\nrunpy.run_module('click')",
}
HIDDEN = {
    "a name of run time": "def f(name):\n    __import__(name)",
    "a name in pieces": "def f():\n    import_module('cli' + 'ck')",
    "an importer by another name": "from importlib import import_module as load",
    "machinery by another name": "import importlib as i",
    "an importer got by name": "def f(a):\n    getattr(a, '__import__')('click')",
    "a file": "import importlib.util\nimportlib.util.spec_from_file_location('a', 'b')",
    "what is loaded": "import sys\ndef f(name):\n    sys.modules[name]",
    "a text of run time": "def f(text):\n    exec(text)",
}

PLANTED = [
    ("ladder/paths/__init__.py", "click", "click"),
    ("ladder/checks/pay_rules.py", "networkx.algorithms", "networkx"),
    ("ladder/catalog/loading.py", "yaml", "yaml"),
    ("ladder/reading/dates.py", "lark", "documents"),
    ("ladder/errors.py", "ladder.paths", "house"),
    ("ladder/rendering/views/steps.py", "ladder.rendering.ladder_map", "rendering"),
]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The house as it is, to write in."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "ladder", tmp_path / "ladder", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_the_walls_hold_with_every_import_by_call_written_down(copied: Path) -> None:
    write_as_statements(copied / "ladder")
    found = lint(copied)
    assert found.returncode == 0, found.stdout


def test_what_only_run_time_knows_is_known_to_people() -> None:
    unknown = {one.where for one in dynamic_imports(ROOT / "ladder") if not one.modules}
    assert unknown == set(ONLY_RUN_TIME_KNOWS)


def test_the_tables_name_modules_inside_the_walls() -> None:
    assert all(name.startswith("ladder.reading.jurisdictions.") for name in documents._OWN.values())
    assert all(entry.module.startswith("ladder.cli.") for entry in program._ENTRIES.values())
    assert all(import_module(name) for name in documents._OWN.values())


@pytest.mark.parametrize("way", WAYS)
def test_a_package_behind_a_wall_is_found(way: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(WAYS[way], "utf-8")
    assert {name.split(".")[0] for one in dynamic_imports(tmp_path) for name in one.modules} == {"click"}
    write_as_statements(tmp_path)
    assert "    import click" in (tmp_path / "a.py").read_text("utf-8")


@pytest.mark.parametrize("way", HIDDEN)
def test_a_module_that_cannot_be_told_is_found(way: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(HIDDEN[way], "utf-8")
    assert [one.modules for one in dynamic_imports(tmp_path)] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "import re\nre.compile('import a')",
        "'Imports are important'",
        "import importlib.util\nx = importlib.util",
        "import a",
    ],
)
def test_what_is_no_import_by_call_is_let_pass(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(text, "utf-8")
    assert [one for one in dynamic_imports(tmp_path) if one.modules != ("a",)] == []


def test_the_contracts_bite_on_imports_by_call(copied: Path) -> None:
    for file, module, _ in PLANTED:
        with (copied / file).open("a", encoding="utf-8") as held:
            held.write(f"\n\ndef planted():\n    import importlib\n    importlib.import_module({module!r})\n")
    assert lint(copied).returncode == 0
    write_as_statements(copied / "ladder")
    found = lint(copied)
    assert found.returncode == 1
    told = " ".join(found.stdout.split())
    assert [contract for _, _, contract in PLANTED if f"{contract_name(contract)} BROKEN" not in told] == []
