"""The bundled catalog: in a folder, in an archive, and through importlib.resources the same."""

import subprocess
import sys
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest

import ladder
from ladder.catalog import bundled
from ladder.catalog.bundled import read_bundled
from ladder.catalog.compiled import compile_catalog, is_as_compiled, read_compiled
from ladder.errors import BadFileError
from tests.measure import ROOT


def test_both_ways_to_the_bundled_catalog_give_the_same() -> None:
    assert read_bundled() == read_bundled(files("ladder"))


def test_a_package_in_an_archive_has_its_data_with_it(tmp_path: Path) -> None:
    home = Path(ladder.__file__).parent
    archive = tmp_path / "ladder.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in home.rglob("*.py"):
            packed.write(file, Path("ladder") / file.relative_to(home))
        packed.write(ROOT / "data" / "catalog.json", "ladder/data/catalog.json")
    code = (
        f"import sys; sys.path.insert(0, {str(archive)!r}); from ladder.catalog import bundled;"
        f"assert bundled.__file__.startswith({str(archive)!r}), bundled.__file__;"
        "sys.exit(len(bundled.read_bundled().classes))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=tmp_path)
    assert done.returncode == len(read_bundled().classes)


def test_a_package_without_its_data_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder, "__file__", "/nowhere/ladder/__init__.py")
    monkeypatch.setattr(bundled, "__file__", "/nowhere/ladder/catalog/bundled.py")
    with pytest.raises(BadFileError, match="the catalog that belongs to the program is not there"):
        read_bundled()


def test_a_compiled_catalog_that_somebody_touched_is_refused_and_without_its_checksum_looked_over() -> None:
    content = compile_catalog(read_bundled(), found_sound=True)
    assert is_as_compiled(content)
    touched = content.replace(b'"internal"]', b'"interval"]', 1)
    assert touched != content
    assert not is_as_compiled(touched)
    with pytest.raises(BadFileError, match="changed or cut after it was compiled"):
        read_compiled(touched, file="touched.json", found_sound=is_as_compiled(touched))
    bare = b"{" + touched[touched.index(b'"classes"') :]
    with pytest.raises(BadFileError, match="there is no requirement 'interval'"):
        read_compiled(bare, file="touched.json", found_sound=is_as_compiled(bare))
