"""The cache of catalog folders: the compiled records of a folder, kept by what its files hold.

The files of the folder are read each time, and their bytes decide: a file that changed,
whatever its size and its times say, is never answered from the cache. What the cache
saves is parsing and looking over what they hold. It is kept in the user's cache folder
for its owner alone, passed over where it is damaged or not ours, and never a reason to
fail. ``LADDER_CACHE`` names another folder, or is ``off``.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ladder.catalog.catalog import CatalogRecord
from ladder.catalog.compiled import LARGEST_COMPILED, compile_catalog, is_as_compiled, read_compiled
from ladder.errors import BadFileError, CannotWriteError
from ladder.record_files import LARGEST_FILE, read_bytes
from ladder.release import VERSION
from ladder.writing import make_folder, replace_file, sweep_drafts

VARIABLE, OFF = "LADDER_CACHE", "off"
_HOMES = ("LOCALAPPDATA",) if os.name == "nt" else ("XDG_CACHE_HOME",)
_HOME = Path("~", ".cache")
_OWN_FOLDER = "ladder"
_PLACES = 32
"""Catalogs that the cache holds; another one takes the place of one of them."""

_LARGEST_KEPT = 20_000_000
_FOR_OTHERS = 0o077
_NO_LINK = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CODE = ("*.py", "catalog/*.py", "record_files/*.py")
"""The modules of ladder that decide what a folder holds: another state of them reads it anew."""

_IS_OFF: ContextVar[bool] = ContextVar("_IS_OFF", default=False)
Folders = Sequence[tuple[Path, list[Path]]]


class Snapshot(NamedTuple):
    """The bytes of the files of a folder as they are now, and a digest of them all with their names."""

    folder: Path
    contents: Mapping[Path, bytes]
    digest: str


@contextmanager
def without_cache() -> Iterator[None]:
    """Read every folder anew, and keep nothing, for as long as the context lasts."""
    token = _IS_OFF.set(True)
    try:
        yield
    finally:
        _IS_OFF.reset(token)


def take_snapshot(folder: Path, folders: Folders) -> Snapshot | None:
    """Return what the files of the folder hold now; none where the cache is off or a file cannot be read."""
    if find_cache() is None:
        return None
    contents: dict[Path, bytes] = {}
    whole = sha256(_state_of_code().encode())
    try:
        for place, file in ((place, file) for place, (_, files) in enumerate(folders) for file in files):
            content = contents[file] = read_bytes(file, at_most=LARGEST_FILE)
            whole.update(f"{place} {file.parent.name!r} {file.name!r} {len(content)} ".encode())
            whole.update(content)
    except BadFileError:
        return None
    return Snapshot(folder, contents, whole.hexdigest())


def find_kept(snapshot: Snapshot) -> CatalogRecord | None:
    """Return the records that the cache keeps of exactly these files; none where it keeps none that can be trusted."""
    file = _file_of(snapshot)
    head = _head_of(snapshot)
    content = _read_own(file) if file else b""
    if not content.startswith(head) or not is_as_compiled(content[len(head) :]):
        return None
    try:
        return read_compiled(content[len(head) :], file=str(file), found_sound=True)
    except BadFileError:
        return None


def keep(snapshot: Snapshot, record: CatalogRecord) -> None:
    """Keep the records of the files, which were found sound; where that cannot be done, nothing is kept."""
    file = _file_of(snapshot)
    content = _head_of(snapshot) + compile_catalog(record, found_sound=True)
    if file is None or len(content) > _LARGEST_KEPT:
        return
    with suppress(CannotWriteError, OSError):
        make_folder(file.parent, parents=True, private=True)
        if not file.parent.is_symlink():
            sweep_drafts(file.parent)
            replace_file(file, content, private=True)


def find_cache() -> Path | None:
    """Return the folder of the cache, which need not be there; none where the cache is off or no home is known."""
    named = os.environ.get(VARIABLE, "")
    if _IS_OFF.get() or named == OFF:
        return None
    homes = (Path(named), *(Path(os.environ.get(name, ""), _OWN_FOLDER) for name in _HOMES))
    with suppress(RuntimeError):
        homes = (*homes, _HOME.expanduser() / _OWN_FOLDER)
    return next((home for home in homes if home.is_absolute()), None)


def _file_of(snapshot: Snapshot) -> Path | None:
    """Return the place of the folder in the cache: one for each path, shared where there are many."""
    cache = find_cache()
    name = os.fsencode(snapshot.folder.absolute())
    place = int.from_bytes(sha256(name).digest()) % _PLACES
    return cache / f"catalog-{place}.json" if cache else None


def _head_of(snapshot: Snapshot) -> bytes:
    return f"ladder {VERSION} {snapshot.digest}\n".encode()


def _read_own(file: Path) -> bytes:
    """Return the bytes of a file that is ours alone; nothing of a link, a device, or what others may read or own."""
    try:
        with os.fdopen(os.open(file, _NO_LINK), "rb") as opened:
            return opened.read(LARGEST_COMPILED) if _is_own(os.fstat(opened.fileno())) else b""
    except OSError:
        return b""


def _is_own(status: os.stat_result) -> bool:
    if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST_COMPILED:
        return False
    return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & _FOR_OTHERS)


def _state_of_code() -> str:
    """Return what changes with the program itself: its version, and the names, sizes and times of its modules."""
    home = Path(__file__).parents[1]
    files: Iterable[Path] = sorted(file for pattern in _CODE for file in home.glob(pattern))
    return f"{VERSION} {[(file.name, *_size_and_time(file)) for file in files]}"


def _size_and_time(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_size, status.st_mtime_ns
