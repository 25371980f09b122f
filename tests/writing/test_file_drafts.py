"""Drafts: those of runs that are no more go with the next run, and nothing else does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ladder.writing import file_drafts, replace_file, sweep_drafts, write_file
from ladder.writing.file_drafts import Draft, is_draft

THEIRS = (".x.123.new", ".x.123.new.new", ".ladder-0123456789abcdef-0123456789abcdef.new", ".ladder-.new", "x.new")


def dead_draft(folder: Path) -> Path:
    """Return a draft as a run leaves it that is killed."""
    draft = Draft(folder, mode=0o600)
    draft.write(b"half")
    draft.close()
    return draft.path


def test_a_draft_of_a_dead_run_goes_and_what_only_looks_like_one_stays(tmp_path: Path) -> None:
    for name in THEIRS:
        (tmp_path / name).write_bytes(b"mine")
    dead = dead_draft(tmp_path)
    assert is_draft(dead.name)
    write_file(tmp_path / "a", b"new")
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([*THEIRS, "a"])
    assert all((tmp_path / name).read_bytes() == b"mine" for name in THEIRS)


def test_the_draft_of_a_run_that_goes_on_stays(tmp_path: Path) -> None:
    live = Draft(tmp_path, mode=0o600)
    sweep_drafts(tmp_path)
    write_file(tmp_path / "b", b"b")
    assert live.path.exists()
    live.write(b"whole")
    live.replace(tmp_path / "a")
    live.discard()
    assert (tmp_path / "a").read_bytes() == b"whole"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "b"]


def test_the_draft_of_another_process_goes_once_that_is_dead(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom ladder.writing.file_drafts import Draft\n"
        f"draft = Draft(Path({str(tmp_path)!r}), mode=0o600)\nprint('made', flush=True)\nsys.stdin.read()\n"
        "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
    )
    other = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "made\n"
        sweep_drafts(tmp_path)
        assert len(list(tmp_path.iterdir())) == 1
        other.stdin.close()
    sweep_drafts(tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["link", "dangling link", "folder", "pipe"])
def test_what_bears_the_name_of_a_draft_and_is_no_plain_file_stays(tmp_path: Path, kind: str) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    name = dead_draft(tmp_path)
    name.unlink()
    if kind == "folder":
        name.mkdir()
    elif kind == "pipe":
        os.mkfifo(name)
    else:
        name.symlink_to(tmp_path / ("mine" if kind == "link" else "nothing"))
    sweep_drafts(tmp_path)
    assert os.path.lexists(name)
    assert (tmp_path / "mine").read_bytes() == b"mine"


def test_a_draft_swept_before_it_was_locked_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, taken = file_drafts._lock, list[str]()

    def sweep_first(file: int, *, wait: bool) -> bool:
        for one in [] if taken else list(tmp_path.iterdir()):
            one.unlink()
            taken.append(one.name)
        return lock(file, wait=wait)

    monkeypatch.setattr(file_drafts, "_lock", sweep_first)
    replace_file(tmp_path / "a", b"new")
    assert len(taken) == 1
    assert is_draft(taken[0])
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_where_there_are_no_locks_drafts_are_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dead = dead_draft(tmp_path)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    write_file(tmp_path / "a", b"new")
    assert sorted(tmp_path.iterdir()) == [dead, tmp_path / "a"]


def test_where_no_open_file_is_renamed_it_is_closed_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_drafts, "CLOSE_BEFORE_RENAMING", True)
    write_file(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    draft = Draft(tmp_path, mode=0o600)
    draft.close()
    draft.close()
    draft.write(b"nothing")
    draft.discard()


def test_a_folder_that_is_not_there_holds_no_drafts(tmp_path: Path) -> None:
    sweep_drafts(tmp_path / "gone")
