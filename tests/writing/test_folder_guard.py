"""The guard of a folder that ladder keeps."""

import os
from pathlib import Path

import pytest

from ladder.errors import BadCallError, CannotWriteError
from ladder.writing import FolderGuard, Removal, note_input, one_run
from ladder.writing.file_drafts import Draft


def ours(content: bytes) -> bool:
    return content == b"ours"


def test_only_what_is_ours_and_no_link_is_removed(tmp_path: Path) -> None:
    guard = FolderGuard(tmp_path / "kept")
    guard.write("a/b/ours", b"ours")
    guard.write("theirs", b"theirs")
    (tmp_path / "kept" / "link").symlink_to(tmp_path / "kept" / "a" / "b" / "ours")
    (tmp_path / "kept" / "way").symlink_to(tmp_path / "kept" / "a")
    assert guard.remove("gone", ours) is Removal.GONE
    assert guard.remove("theirs/gone", ours) is Removal.GONE
    assert guard.remove("theirs", ours) is Removal.LEFT
    assert guard.remove("link", ours) is Removal.LEFT
    assert guard.remove("way/b/ours", ours) is Removal.LEFT
    assert guard.remove("a/b/ours", ours) is Removal.DONE
    guard.remove_empty("a/b/ours")
    assert sorted(one.name for one in (tmp_path / "kept").iterdir()) == ["link", "theirs", "way"]


def test_what_cannot_be_removed_or_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guard = FolderGuard(tmp_path)
    guard.write("a", b"ours")

    def refuse(_file: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(CannotWriteError, match="Permission denied"):
        guard.remove("a", ours)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(CannotWriteError, match="Permission denied"):
        guard.content("a")
    monkeypatch.setattr(Path, "lstat", refuse)
    with pytest.raises(CannotWriteError, match="Permission denied"):
        guard.content("a")


def test_a_file_that_goes_while_it_is_looked_at_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guard = FolderGuard(tmp_path)
    monkeypatch.setattr(os.path, "lexists", lambda _: True)
    assert guard.remove("a", ours) is Removal.LEFT


def test_what_is_no_plain_file_or_too_large_is_not_read(tmp_path: Path) -> None:
    guard = FolderGuard(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    with (tmp_path / "large").open("wb") as file:
        file.truncate(200_000_001)
    for name in ("pipe", "folder", "large"):
        with pytest.raises(CannotWriteError, match=name):
            guard.content(name)


def test_nothing_unsafe_is_prepared(tmp_path: Path) -> None:
    guard = FolderGuard(tmp_path)
    for written, removed in ((["../a"], []), ([], ["/a"]), (["a"] * 9 + ["a\0"], [])):
        with pytest.raises(BadCallError, match="cannot have this path"):
            guard.prepare(written, removed)
    (tmp_path / "a").write_bytes(b"a")
    with pytest.raises(CannotWriteError, match="it is no folder"):
        guard.prepare(["a/b"])
    with one_run():
        note_input(tmp_path / "a")
        for written, removed in ((["a"], []), ([], ["a"])):
            with pytest.raises(BadCallError, match="is read here"):
                guard.prepare(written, removed)


def test_drafts_of_dead_runs_go_where_files_are_and_never_behind_a_link(tmp_path: Path) -> None:
    guard = FolderGuard(tmp_path / "kept")
    outside = tmp_path / "outside"
    outside.mkdir()
    guard.write("a/b", b"ours")
    (tmp_path / "kept" / "way").symlink_to(outside)
    left = [Draft(folder, mode=0o600) for folder in (tmp_path / "kept", tmp_path / "kept" / "a", outside)]
    for one in left:
        one.close()
    guard.prepare(["a/b"], ["way/gone"])
    assert [one.path.exists() for one in left] == [False, False, True]
