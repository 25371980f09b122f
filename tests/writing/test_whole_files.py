"""Files that the caller names: links, pipes, long names, full folders, and who may read them."""

import os
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ladder import writing
from ladder.errors import BadCallError, CannotWriteError
from ladder.writing import make_folder, one_run, replace_file, write_file
from tests.writing.scenes import ladder

AS_OF = ("--as-of", "2026-11")
PROFILE = str(Path(__file__).parents[1] / "golden" / "profile.yaml")


@pytest.fixture(autouse=True)
def umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode_of(file: Path) -> int:
    return file.stat().st_mode & 0o777


OF_A_PERSON = (
    ("assess", PROFILE, *AS_OF, "-o"),
    ("assess", PROFILE, "--json", *AS_OF, "-o"),
    ("path", "0442", "0444", "--profile", PROFILE, *AS_OF, "-o"),
    ("reach", "0442", "--profile", PROFILE, *AS_OF, "-o"),
    ("feeders", "0444", "--profile", PROFILE, *AS_OF, "-o"),
    ("report", "profile", PROFILE, *AS_OF, "-o"),
    ("report", "path", "0442", "0444", "--profile", PROFILE, *AS_OF, "-o"),
    ("check", PROFILE, "-o"),
)
OF_NOBODY = (
    ("classes", "-o"),
    ("path", "0441", "0443", *AS_OF, "-o"),
    ("map", *AS_OF, "-o"),
    ("report", "path", "0441", "0443", *AS_OF, "-o"),
    ("catalog", "build", "-o"),
)


@pytest.mark.parametrize("words", OF_A_PERSON, ids=lambda words: " ".join(words[:2]))
def test_what_is_made_from_a_profile_is_for_its_owner_alone(tmp_path: Path, words: Sequence[str]) -> None:
    (tmp_path / "old").write_bytes(b"old")
    for name in ("new", "old"):
        assert ladder(*words, tmp_path / name) == 0
        assert mode_of(tmp_path / name) == 0o600
        assert (tmp_path / name).stat().st_size > 3


def test_a_profile_that_is_begun_is_for_its_owner_alone(tmp_path: Path) -> None:
    assert ladder("profile", "new", *AS_OF, "-o", tmp_path / "me.yaml") == 0
    assert mode_of(tmp_path / "me.yaml") == 0o600


@pytest.mark.parametrize("words", OF_NOBODY, ids=lambda words: " ".join(words[:2]))
def test_what_is_made_from_no_profile_is_as_the_umask_says_or_as_it_was(tmp_path: Path, words: Sequence[str]) -> None:
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "old").chmod(0o664)
    for name, mode in (("new", 0o644), ("old", 0o664)):
        assert ladder(*words, tmp_path / name) == 0
        assert mode_of(tmp_path / name) == mode


def test_a_draft_is_never_open_to_more_people_than_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "old").chmod(0o640)
    seen: list[int] = []
    flush = os.fsync

    def look(file: int) -> None:
        seen.extend(mode_of(one) for one in tmp_path.glob(".ladder-*"))
        flush(file)

    monkeypatch.setattr(os, "fsync", look)
    write_file(tmp_path / "old", b"new")
    write_file(tmp_path / "private", b"new", private=True)
    assert seen == [0o600, 0o600]


# ------------------------------------------------------------------ what stands under the name


def test_a_pipe_is_written_as_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write_file(tmp_path / "pipe", b"all of it" * 10_000, fresh=True, private=True)
    reader.join()
    assert read == [b"all of it" * 10_000]
    assert [one.name for one in tmp_path.iterdir()] == ["pipe"]


def test_a_link_is_followed_also_to_what_is_not_there_yet(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("a")
    write_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"
    (tmp_path / "lost").symlink_to("gone/a")
    with pytest.raises(CannotWriteError, match="there is no folder"):
        write_file(tmp_path / "lost", b"new")


def test_links_that_lead_round_in_a_circle_are_left(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    for fresh in (False, True):
        with pytest.raises(CannotWriteError, match="circle"):
            write_file(tmp_path / "a", b"new", fresh=fresh)
    assert (tmp_path / "a").is_symlink()


def test_in_a_folder_that_is_kept_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"theirs")
    (tmp_path / "a").symlink_to("theirs")
    replace_file(tmp_path / "a", b"new")
    assert (tmp_path / "theirs").read_bytes() == b"theirs"
    assert not (tmp_path / "a").is_symlink()
    with pytest.raises(CannotWriteError):
        replace_file(tmp_path, b"new")


@pytest.mark.parametrize("name", ["x" * 255, "é" * 127])
def test_a_name_may_be_as_long_as_the_disk_allows(tmp_path: Path, name: str) -> None:
    for content in (b"new", b"newer"):
        write_file(tmp_path / name, content)
        assert (tmp_path / name).read_bytes() == content
    with pytest.raises(CannotWriteError):
        write_file(tmp_path / f"{name}xx", b"new")


def test_a_fresh_file_takes_no_others_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "dangling").symlink_to("nothing")
    for name in ("a", "dangling"):
        with pytest.raises(BadCallError, match="is there already"):
            write_file(tmp_path / name, b"new", fresh=True)
    assert (tmp_path / "a").read_bytes() == b"old"
    write_file(tmp_path / "b", b"new", fresh=True)
    with pytest.raises(CannotWriteError, match="it is a folder"):
        write_file(tmp_path, b"new", fresh=True)


@pytest.mark.parametrize("name", ["new/", "folder/"])
def test_the_name_of_a_file_does_not_end_as_that_of_a_folder(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    assert ladder("classes", "-o", f"{tmp_path}/{name}") == 3
    assert "its name is that of a folder" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]
    assert ladder("schema", "-o", f"{tmp_path}/s/") == 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir(mode=0o500)
    with pytest.raises(CannotWriteError, match="Permission denied"):
        write_file(tmp_path / "folder" / "a", b"new")


def test_a_folder_that_refuses_new_files_is_told_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CannotWriteError, match="Permission denied"):
        write_file(tmp_path / "a", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a").read_bytes() == b"old"


def test_folders_are_made_with_those_above_only_where_asked(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b", parents=True)
    with pytest.raises(CannotWriteError):
        make_folder(tmp_path / "c" / "d")
    with pytest.raises(CannotWriteError):
        make_folder(tmp_path / "x\0")


def test_a_library_call_writes_what_it_has_read_before(tmp_path: Path) -> None:
    """Outside a run of the program nothing is noted: who calls has said what to do."""
    with one_run():
        pass
    write_file(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_the_door_has_what_it_names_and_nothing_else() -> None:
    assert [name for name in writing.__all__ if not hasattr(writing, name)] == []
    with pytest.raises(AttributeError, match="errno"):
        _ = writing.errno
