"""Paths that no system has are neither a file nor a folder, and no crash."""

from pathlib import Path

import pytest

from ladder.record_files import is_file, is_folder


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "gone"], ids=["long", "nul", "gone"])
def test_a_path_that_nobody_can_look_at_is_nothing(name: str) -> None:
    assert not is_file(Path(name))
    assert not is_folder(Path(name))


def test_a_file_and_a_folder_are_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert (is_file(tmp_path / "a"), is_folder(tmp_path / "a")) == (True, False)
    assert (is_file(tmp_path), is_folder(tmp_path)) == (False, True)
