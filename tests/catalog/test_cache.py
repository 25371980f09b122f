"""The cache of catalog folders: never stale, never trusted when damaged, never a reason to fail."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from ladder.catalog import cache, files
from ladder.catalog.catalog import CatalogRecord
from ladder.catalog.loading import read_catalog
from ladder.errors import BadFileError
from ladder.record_files import LARGEST_FILE
from ladder.writing import one_run, refuse_inputs
from tests.catalog.written import write_catalog, write_class, write_jurisdiction
from tests.cli.running import run_ladder

needs_owners = pytest.mark.skipif(os.name == "nt", reason="Windows tells owners another way")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache, which is not there yet."""
    folder = tmp_path / "deep" / "cache"
    monkeypatch.setenv(cache.VARIABLE, str(folder))
    return folder


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return write_catalog(tmp_path / "data")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders whose files have been parsed."""
    seen: list[Path] = []
    parse = files._read_folder

    def counted(path: Path, files_of: cache.Folders, contents: Mapping[Path, bytes]) -> files.FilesRead:
        seen.append(path)
        return parse(path, files_of, contents)

    monkeypatch.setattr(files, "_read_folder", counted)
    return seen


def kept_file(home: Path) -> Path:
    (file,) = home.iterdir()
    return file


def titles(record: CatalogRecord) -> list[str]:
    return [spec.title for spec in record.classes]


def test_a_folder_is_parsed_once_and_answers_the_same(home: Path, catalog: Path, parsed: list[Path]) -> None:
    first = read_catalog(catalog)
    assert read_catalog(catalog) == first
    assert read_catalog(catalog / ".") == first
    assert parsed == [catalog]
    assert kept_file(home).read_bytes().startswith(b"ladder ")


@needs_owners
def test_what_is_kept_is_for_its_owner_alone(home: Path, catalog: Path) -> None:
    read_catalog(catalog)
    assert (home.stat().st_mode & 0o777, kept_file(home).stat().st_mode & 0o777) == (0o700, 0o600)


def test_a_changed_file_of_the_same_size_time_and_number_is_read_anew(home: Path, catalog: Path) -> None:
    file = catalog / "us-aa" / "1.yaml"
    read_catalog(catalog)
    before = file.stat()
    with file.open("r+b") as opened:
        text = opened.read().replace(b"Class 1", b"Clerk 1")
        opened.seek(0)
        opened.write(text)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = file.stat()
    assert (after.st_size, after.st_mtime_ns, after.st_ino) == (before.st_size, before.st_mtime_ns, before.st_ino)
    assert titles(read_catalog(catalog)) == ["Clerk 1", "Class 2", "Class 1"]
    assert home.is_dir()


@pytest.mark.parametrize(
    "change",
    [
        lambda root: write_class(root / "us-bb", "2"),
        lambda root: (root / "us-bb" / "1.yaml").unlink(),
        lambda root: (root / "us-bb" / "1.yaml").rename(root / "us-bb" / "9.yaml"),
        lambda root: write_jurisdiction(root / "us-cc"),
    ],
)
def test_another_set_of_files_is_read_anew(
    change: Callable[[Path], object], home: Path, catalog: Path, parsed: list[Path]
) -> None:
    read_catalog(catalog)
    change(catalog)
    now = read_catalog(catalog)
    with cache.without_cache():
        assert read_catalog(catalog) == now
    assert len(parsed) == 3
    assert kept_file(home).is_file()


def test_the_bytes_that_were_told_apart_are_the_bytes_that_are_parsed(
    home: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is written while the folder is read is in the answer as it was, or in none."""
    take = cache.take_snapshot

    def then_changed(folder: Path, folders: cache.Folders) -> cache.Snapshot | None:
        taken = take(folder, folders)
        file = catalog / "us-aa" / "1.yaml"
        file.write_bytes(file.read_bytes().replace(b"Class 1", b"Clerk 1"))
        return taken

    monkeypatch.setattr(files, "take_snapshot", then_changed)
    assert titles(read_catalog(catalog)) == ["Class 1", "Class 2", "Class 1"]
    monkeypatch.undo()
    monkeypatch.setenv(cache.VARIABLE, str(home))
    assert titles(read_catalog(catalog)) == ["Clerk 1", "Class 2", "Class 1"]


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _changed(content: bytes) -> bytes:
    return content.replace(b'"months":12', b'"months":13')


def _unsealed(content: bytes) -> bytes:
    head, _, body = content.partition(b"\n")
    return head + b"\n{" + body.split(b'",', 1)[1].replace(b'"months":12', b'"months":13')


def _of_another_version(content: bytes) -> bytes:
    return content.replace(b"ladder ", b"ladder 0.0.", 1)


@pytest.mark.parametrize(
    "damage", [_cut, _changed, _unsealed, _of_another_version, lambda _: b"", lambda _: b"\0" * 9000]
)
def test_what_is_damaged_or_foreign_is_passed_over_and_written_anew(
    damage: Callable[[bytes], bytes], home: Path, catalog: Path, parsed: list[Path]
) -> None:
    first = read_catalog(catalog)
    file = kept_file(home)
    sound = file.read_bytes()
    file.write_bytes(damage(sound))
    assert file.read_bytes() != sound
    assert read_catalog(catalog) == first
    assert (len(parsed), file.read_bytes()) == (2, sound)


def test_sealed_records_that_no_longer_fit_are_passed_over(
    home: Path, catalog: Path, parsed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_catalog(catalog)
    sealed = b'{"checksum":"' + b"0" * 64 + b'","classes":5}\n'
    file = kept_file(home)
    file.write_bytes(file.read_bytes().partition(b"\n")[0] + b"\n" + sealed)
    monkeypatch.setattr(cache, "is_as_compiled", lambda _: True)
    assert read_catalog(catalog) == first
    assert len(parsed) == 2


def test_another_state_of_the_program_reads_anew(
    home: Path, catalog: Path, parsed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_catalog(catalog)
    monkeypatch.setattr(cache, "_CODE", ("catalog/*.py",))
    read_catalog(catalog)
    assert len(parsed) == 2
    assert kept_file(home).is_file()


@needs_owners
def test_a_file_that_others_may_read_is_passed_over_and_closed(home: Path, catalog: Path, parsed: list[Path]) -> None:
    read_catalog(catalog)
    kept_file(home).chmod(0o644)
    read_catalog(catalog)
    assert (len(parsed), kept_file(home).stat().st_mode & 0o777) == (2, 0o600)


@needs_owners
def test_a_file_of_another_owner_is_passed_over(
    home: Path, catalog: Path, parsed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_catalog(catalog)
    monkeypatch.setattr(os, "geteuid", lambda: kept_file(home).stat().st_uid + 1)
    read_catalog(catalog)
    assert len(parsed) == 2


@needs_owners
def test_a_link_is_not_followed_and_what_it_leads_to_stays(home: Path, catalog: Path, parsed: list[Path]) -> None:
    read_catalog(catalog)
    file, elsewhere = kept_file(home), catalog.parent / "mine.json"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    elsewhere.write_bytes(b"mine")
    read_catalog(catalog)
    assert (len(parsed), file.is_symlink(), elsewhere.read_bytes()) == (2, False, b"mine")


@needs_owners
def test_nothing_is_kept_behind_a_folder_that_is_a_link(home: Path, catalog: Path) -> None:
    elsewhere = catalog.parent / "elsewhere"
    elsewhere.mkdir()
    home.parent.mkdir()
    home.symlink_to(elsewhere)
    assert titles(read_catalog(catalog))
    assert list(elsewhere.iterdir()) == []


@needs_owners
def test_a_pipe_in_the_cache_is_not_waited_for(home: Path, catalog: Path) -> None:
    first = read_catalog(catalog)
    file = kept_file(home)
    file.unlink()
    os.mkfifo(file)
    assert read_catalog(catalog) == first


def test_where_no_folder_can_be_made_nothing_fails(home: Path, catalog: Path) -> None:
    home.parent.write_bytes(b"a file stands here")
    assert titles(read_catalog(catalog)) == ["Class 1", "Class 2", "Class 1"]


def test_where_the_folder_is_closed_nothing_fails(home: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir(parents=True)

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("ladder.writing.whole_files.Draft", closed)
    assert titles(read_catalog(catalog)) == ["Class 1", "Class 2", "Class 1"]
    assert list(home.iterdir()) == []


def test_catalogs_beyond_its_places_take_turns(
    home: Path, catalog: Path, parsed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_PLACES", 1)
    other = write_catalog(catalog.parent / "other")
    write_class(other / "us-bb", "2")
    for _ in range(2):
        assert len(titles(read_catalog(catalog))) == 3
        assert len(titles(read_catalog(other))) == 4
    assert (len(parsed), kept_file(home).name) == (4, "catalog-0.json")


def test_a_catalog_too_large_for_the_cache_is_read_each_time(
    home: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_LARGEST_KEPT", 10)
    assert titles(read_catalog(catalog))
    assert not home.exists()


def test_a_file_too_large_to_read_is_told_and_nothing_is_kept(home: Path, catalog: Path) -> None:
    next(catalog.glob("*/*.yaml")).write_text("#" * (LARGEST_FILE + 1), "utf-8")
    with pytest.raises(BadFileError):
        read_catalog(catalog)
    assert not home.exists()


def test_faults_are_found_each_time_and_never_kept(home: Path, catalog: Path) -> None:
    write_class(catalog / "us-aa", "1", name="3.yaml")
    (catalog / "us-aa" / "bad.yaml").write_bytes(b"\xff")
    told = []
    for _ in range(2):
        with pytest.raises(BadFileError) as caught:
            read_catalog(catalog)
        told.append(str(caught.value))
    assert told[0] == told[1]
    assert not home.exists()


def test_off_by_the_variable_and_by_the_option(home: Path, catalog: Path) -> None:
    words = ("classes", "--catalog", str(catalog))
    said = run_ladder(*words, env={cache.VARIABLE: cache.OFF}).out
    assert run_ladder("--no-cache", *words, env={cache.VARIABLE: str(home)}).out == said
    assert not home.exists()
    assert run_ladder(*words, env={cache.VARIABLE: str(home)}).out == said
    assert kept_file(home).is_file()
    assert run_ladder(*words, env={cache.VARIABLE: str(home)}).out == said


def test_the_files_behind_a_kept_answer_are_inputs_of_the_run(home: Path, catalog: Path) -> None:
    read_catalog(catalog)
    with one_run():
        read_catalog(catalog)
        with pytest.raises(Exception, match="is read here and would be written over"):
            refuse_inputs([catalog / "us-bb" / "1.yaml"])
    assert kept_file(home).is_file()


@needs_owners
def test_the_cache_is_where_the_user_keeps_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(cache.VARIABLE)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "x"))
    assert cache.find_cache() == tmp_path / "x" / "ladder"
    monkeypatch.setenv("XDG_CACHE_HOME", "x")
    assert cache.find_cache() == tmp_path / ".cache" / "ladder"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv(cache.VARIABLE, "relative")
    assert cache.find_cache() == tmp_path / ".cache" / "ladder"


def test_without_a_home_there_is_no_cache(monkeypatch: pytest.MonkeyPatch, catalog: Path) -> None:
    def homeless(_: Path) -> Path:
        raise RuntimeError

    monkeypatch.delenv(cache.VARIABLE)
    monkeypatch.setattr(cache, "_HOMES", ())
    monkeypatch.setattr(Path, "expanduser", homeless)
    assert cache.find_cache() is None
    assert titles(read_catalog(catalog))
