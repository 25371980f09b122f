"""The folder of a site: only what changes is written, nothing that others made is touched, nothing outside it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ladder.errors import BadCallError, BadFileError, CannotWriteError
from ladder.rendering.site.fingerprints import digest_of_bytes
from ladder.rendering.site.manifest import MANIFEST
from ladder.rendering.site.site_folder import Outcome, PreparedPage, SitePage, update_folder
from ladder.writing import write_file
from tests.rendering.sites import files_of

INDEX, ONE, TWO = "index.html", "classes/us-ct/1.html", "classes/us-ct/2.html"


def page(path: str, text: str, *, made_from: str | None = None) -> SitePage:
    """Return a page of this text; by default it is made from its text."""
    digest = digest_of_bytes((made_from or text).encode())
    return SitePage(path, lambda: PreparedPage(digest, lambda: text))


def update(folder: Path, *pages: SitePage, overwrite: bool = False) -> Outcome:
    return update_folder(folder, pages, write=write_file, overwrite=overwrite)


def never() -> str:
    pytest.fail("a page that has not changed was made again")


def break_at(path: str) -> Callable[[Path, bytes], None]:
    """Return a writer that the disk stops at this page."""

    def write(file: Path, content: bytes) -> None:
        if file.as_posix().endswith(path):
            raise CannotWriteError(file=str(file), reason="No space left on device")
        write_file(file, content)

    return write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a site of two classes, in a folder that others use, too."""
    (tmp_path / "theirs.html").write_bytes(b"theirs")
    update(tmp_path / "site", page(INDEX, "index"), page(ONE, "one"), page(TWO, "two"))
    return tmp_path / "site"


def test_a_site_is_written_into_a_folder_that_is_made(folder: Path) -> None:
    assert {path: content for path, content in files_of(folder).items() if path != MANIFEST} == {
        INDEX: b"index", ONE: b"one", TWO: b"two",
    }  # fmt: skip


def test_only_pages_that_change_are_written(folder: Path) -> None:
    for file in folder.rglob("*.*"):
        os.utime(file, (1, 1))
    outcome = update(folder, page(INDEX, "index"), page(ONE, "changed"), page(TWO, "two", made_from="newly made"))
    assert (outcome.written, outcome.unchanged, outcome.removed) == ([ONE], [INDEX, TWO], [])
    assert [file.name for file in folder.rglob("*.*") if file.stat().st_mtime != 1] == [MANIFEST, "1.html"]


def test_a_page_made_from_the_same_is_not_made_again(folder: Path) -> None:
    same = SitePage(ONE, lambda: PreparedPage(digest_of_bytes(b"one"), never))
    assert update(folder, page(INDEX, "index"), same, page(TWO, "two")).written == []
    before = (folder / MANIFEST).stat().st_mtime_ns
    update(folder, page(INDEX, "index"), same, page(TWO, "two"))
    assert (folder / MANIFEST).stat().st_mtime_ns == before


def test_a_page_that_was_lost_is_written_again(folder: Path) -> None:
    (folder / ONE).unlink()
    assert update(folder, page(INDEX, "index"), page(ONE, "one"), page(TWO, "two")).written == [ONE]


def test_stale_pages_go_with_folders_left_empty(folder: Path) -> None:
    assert update(folder, page(INDEX, "index")).removed == [ONE, TWO]
    assert sorted(files_of(folder)) == [INDEX, MANIFEST]
    assert not (folder / "classes").exists()


def test_a_stale_page_edited_by_hand_is_left_and_named_every_time(folder: Path) -> None:
    (folder / ONE).write_bytes(b"edited")
    for _ in range(2):
        outcome = update(folder, page(INDEX, "index"))
        assert outcome.left == [ONE]
        assert (folder / ONE).read_bytes() == b"edited"
    assert not (folder / TWO).exists()


def test_files_of_others_stay(folder: Path) -> None:
    (folder / "classes" / "us-ct" / "notes.txt").write_bytes(b"mine")
    (folder / "CNAME").write_bytes(b"mine")
    update(folder, page(INDEX, "index"))
    assert sorted(files_of(folder)) == ["CNAME", "classes/us-ct/notes.txt", INDEX, MANIFEST]


@pytest.mark.parametrize("how", ["edited", "foreign"])
def test_what_the_site_did_not_write_stops_it_before_anything_is_written(folder: Path, how: str) -> None:
    other = "classes/us-ct/0.html"
    (folder / (ONE if how == "edited" else other)).write_bytes(b"theirs")
    before = files_of(folder)
    pages = [page(INDEX, "new"), page(ONE, "new"), page(TWO, "new"), page(other, "new")]
    with pytest.raises(BadCallError, match=r"--overwrite") as refused:
        update(folder, *pages)
    assert (ONE if how == "edited" else other) in str(refused.value)
    assert files_of(folder) == before
    assert len(update(folder, *pages, overwrite=True).written) == 4
    assert update(folder, *pages).written == []


def test_a_file_that_is_as_the_site_would_write_it_is_in_nobodys_way(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    assert update(folder, page(INDEX, "index"), page(ONE, "one")).unchanged == [INDEX, ONE]


def test_many_files_in_the_way_are_counted(folder: Path) -> None:
    pages = [page(f"classes/us-ct/{number}.html", "new") for number in range(9)]
    for one in pages:
        (folder / one.path).write_bytes(b"theirs")
    with pytest.raises(BadCallError, match=r"classes/us-ct/4\.html and 4 more was not written"):
        update(folder, *pages)


# ------------------------------------------------------------------ a list that somebody tampered with


@pytest.mark.parametrize(
    "path", ["../theirs.html", "classes/../../theirs.html", "/etc/passwd", "C:/x.html", "..\\theirs.html", ""]
)
def test_a_list_that_names_what_no_page_can_be_is_refused(folder: Path, path: str) -> None:
    listed = json.loads((folder / MANIFEST).read_bytes())
    entry = {"sha256": digest_of_bytes(b"theirs"), "made_from": digest_of_bytes(b"")}
    (folder / MANIFEST).write_text(json.dumps({"format": 1, "files": {**listed["files"], path: entry}}), "utf-8")
    before = files_of(folder.parent)
    with pytest.raises(BadFileError, match="is no page of a site"):
        update(folder, page(INDEX, "new"))
    assert files_of(folder.parent) == before
    update(folder, page(INDEX, "index"), overwrite=True)
    assert (folder.parent / "theirs.html").read_bytes() == b"theirs"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "[" * 100_000, '{"format": 2, "files": {}}', '{"format": 1, "files": []}', "\x00",
     '{"format": 1, "files": {"index.html": {}}}', '{"format": 1, "files": {"index.html": {"sha256": 1}}}',
     '{"format": 1, "files": {"index.html": {"sha256": "x", "made_from": "y"}}}'],
    ids=lambda text: text[:30] or "empty",
)  # fmt: skip
def test_a_list_that_cannot_be_read_is_refused(folder: Path, text: str) -> None:
    (folder / MANIFEST).write_text(text, "utf-8")
    with pytest.raises(BadFileError, match=r"ladder-site\.json"):
        update(folder, page(INDEX, "index"))


def test_links_below_the_folder_are_refused_and_never_followed(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "1.html").write_bytes(b"one")
    for name in ("1.html", "2.html"):
        (folder / "classes" / "us-ct" / name).unlink()
    (folder / "classes" / "us-ct").rmdir()
    (folder / "classes" / "us-ct").symlink_to(outside)
    with pytest.raises(BadCallError, match=r"classes/us-ct in .* would lead elsewhere"):
        update(folder, page(INDEX, "index"), page(ONE, "new"))
    outcome = update(folder, page(INDEX, "index"))
    assert (outcome.left, outcome.removed) == ([ONE], [])
    assert files_of(outside) == {"1.html": b"one"}


def test_a_page_or_a_list_that_is_a_link_is_refused(folder: Path) -> None:
    theirs = folder.parent / "theirs.html"
    for name in (INDEX, MANIFEST):
        kept = (folder / name).read_bytes()
        (folder / name).unlink()
        (folder / name).symlink_to(theirs)
        with pytest.raises(BadCallError, match="would lead elsewhere"):
            update(folder, page(INDEX, "index"), overwrite=True)
        (folder / name).unlink()
        (folder / name).write_bytes(kept)
    assert theirs.read_bytes() == b"theirs"


def test_the_folder_itself_may_be_a_link(folder: Path) -> None:
    (folder.parent / "link").symlink_to(folder)
    assert update(folder.parent / "link", page(INDEX, "new"), page(ONE, "one"), page(TWO, "two")).written == [INDEX]
    assert (folder.parent / "link").is_symlink()


# ------------------------------------------------------------------ a disk that fails


def test_a_page_that_cannot_be_written_leaves_the_old_one_and_the_list_tells_the_truth(folder: Path) -> None:
    pages = [page(INDEX, "new"), page(ONE, "new"), page(TWO, "new")]
    with pytest.raises(CannotWriteError, match="No space left"):
        update_folder(folder, pages, write=break_at("1.html"))
    assert (folder / INDEX).read_bytes() == b"new"
    assert (folder / ONE).read_bytes() == b"one"
    outcome = update(folder, *pages)
    assert (outcome.written, outcome.unchanged) == ([ONE, TWO], [INDEX])


def test_a_build_broken_off_before_its_list_can_go_on(tmp_path: Path) -> None:
    pages = [page(INDEX, "new"), page(ONE, "one")]
    with pytest.raises(CannotWriteError):
        update_folder(tmp_path, pages, write=break_at("json"))
    assert update(tmp_path, *pages).unchanged == [INDEX, ONE]


def test_a_break_is_passed_on_and_the_list_is_kept(folder: Path) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    pages = [page(INDEX, "new"), page(ONE, "new")]
    with pytest.raises(KeyboardInterrupt):
        update_folder(folder, pages, write=write_file, tell=interrupt)
    assert update(folder, *pages, page(TWO, "two")).written == [ONE]


@pytest.mark.parametrize("what", ["a folder for a page", "a file for a folder", "a file for the site"])
def test_what_is_no_file_or_no_folder_cannot_be_written(folder: Path, what: str) -> None:
    if what == "a folder for a page":
        (folder / "classes" / "us-ct" / "3.html").mkdir()
    elif what == "a file for a folder":
        (folder / "groups").write_bytes(b"theirs")
    target = folder.parent / "theirs.html" if what == "a file for the site" else folder
    with pytest.raises(CannotWriteError):
        update(target, page("classes/us-ct/3.html", "new"), page("groups/us-ct/x.html", "new"))


def test_a_stale_page_that_cannot_be_removed_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_file: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(CannotWriteError, match="Permission denied"):
        update(folder, page(INDEX, "index"))
    assert (folder / ONE).read_bytes() == b"one"


def test_a_file_that_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_file: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda file: read(file) if file.name == MANIFEST else refuse(file))
    with pytest.raises(CannotWriteError, match="Permission denied"):
        update(folder, page(INDEX, "index"))
