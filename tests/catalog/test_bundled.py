"""The bundled catalog: read by the package's own loader, the same as through importlib.resources."""

from importlib.resources import files

import pytest

import ladder
from ladder.catalog.compiled import compile_catalog, is_as_compiled, read_bundled, read_compiled
from ladder.errors import BadFileError


def test_both_ways_to_the_bundled_catalog_give_the_same() -> None:
    assert read_bundled() == read_bundled(files("ladder"))


def test_a_package_without_its_data_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder, "__file__", "/nowhere/ladder/__init__.py")
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
