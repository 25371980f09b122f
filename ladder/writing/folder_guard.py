"""The guard of a folder that ladder keeps: nothing outside it is touched, and nothing of others in it."""

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ladder.errors import BadCallError, CannotWriteError
from ladder.writing.file_drafts import sweep_drafts
from ladder.writing.runs import refuse_inputs, refuse_named
from ladder.writing.safe_paths import fault_of_path
from ladder.writing.whole_files import cannot_write, make_folder, replace_file

_LARGEST = 200_000_000
_MOST_NAMED = 5

Write = Callable[[Path, bytes], None]
"""Writes a whole file, or raises ``CannotWriteError`` and leaves the old one."""


class Removal(Enum):
    """What became of a file that was to go: it went, was not there, or is not as ladder wrote it and stays."""

    DONE = "done"
    GONE = "gone"
    LEFT = "left"


class FolderGuard(NamedTuple):
    """A folder that ladder keeps; paths below it are written with ``/``.

    The folder itself may be a link: it is the caller's. What is below it may be none.
    """

    folder: Path
    writer: Write = replace_file

    def prepare(self, written: Sequence[str], removed: Sequence[str] = ()) -> None:
        """Look at all that is to be written or removed, before anything is; drafts of dead runs are removed.

        Raises:
            BadCallError: a path leads out of the folder, a link stands in the way of a
                file to be written, or a file is one that the run reads.
            CannotWriteError: what stands in the place of a file or folder is none.

        """
        self._refuse_unsafe([*written, *removed])
        self.refuse_links(written)
        refuse_inputs(self.folder / path for path in (*written, *removed))
        refuse_named(self.folder / path for path in written)
        self._refuse_no_folders(written)
        for path in written:
            self._status(path)
        self.sweep([*written, *removed])

    def refuse_links(self, paths: Iterable[str]) -> None:
        """Refuse to follow links below the folder: they may lead out of it.

        Raises:
            BadCallError: one is in the way.

        """
        seen = dict.fromkeys(part for path in paths for part in _parts(path))
        links = [part for part in seen if _is_link(self.folder / part)]
        if links:
            what = f"{name_some(links)} in {self.folder} would lead elsewhere: a link stands where ladder puts its own"
            raise BadCallError(what=what, try_this="remove it, or name another folder")

    def sweep(self, paths: Iterable[str]) -> None:
        """Remove the drafts that dead runs left in the folder and beside these paths."""
        below = dict.fromkeys(part for path in paths for part in _parts(path)[:-1])
        for folder in ("", *below):
            if not folder or not self._has_link(folder):
                sweep_drafts(self.folder / folder)

    def content(self, path: str) -> bytes | None:
        """Return the bytes of a plain file; none where nothing stands.

        Raises:
            CannotWriteError: what stands there is no plain file, cannot be read, or is
                larger than any file of ladder's.

        """
        status = self._status(path)
        if status is None:
            return None
        if status.st_size > _LARGEST:
            raise CannotWriteError(file=str(self.folder / path), reason="it is larger than any file of ladder's")
        try:
            return (self.folder / path).read_bytes()
        except OSError as error:
            raise cannot_write(self.folder / path, error) from None

    def write(self, path: str, content: bytes) -> None:
        """Write a file, and the folders that lead to it.

        Raises:
            CannotWriteError: it cannot be written; the old one stands.

        """
        make_folder((self.folder / path).parent, parents=True)
        self.writer(self.folder / path, content)

    def remove(self, path: str, is_ours: Callable[[bytes], bool]) -> Removal:
        """Remove a file whose bytes are ours and that no link leads to, and tell what became of it.

        Raises:
            CannotWriteError: it is no plain file, or cannot be read or removed.

        """
        if not os.path.lexists(self.folder / path):
            return Removal.GONE
        if self._has_link(path):
            return Removal.LEFT
        content = self.content(path)
        if content is None or not is_ours(content):
            return Removal.LEFT
        try:
            (self.folder / path).unlink()
        except OSError as error:
            raise cannot_write(self.folder / path, error) from None
        return Removal.DONE

    def remove_empty(self, path: str) -> None:
        """Remove the folders that led to a file that went, where they are empty now."""
        with suppress(OSError):
            for part in reversed(_parts(path)[:-1]):
                (self.folder / part).rmdir()

    def _has_link(self, path: str) -> bool:
        return any(_is_link(self.folder / part) for part in _parts(path))

    def _refuse_unsafe(self, paths: Iterable[str]) -> None:
        faults = [f"{path!r}: {fault}" for path in paths if (fault := fault_of_path(path))]
        if faults:
            what = f"a file in {self.folder} cannot have this path: {name_some(faults)}"
            raise BadCallError(what=what, try_this="look at the list that names it")

    def _refuse_no_folders(self, paths: Iterable[str]) -> None:
        below = dict.fromkeys(part for path in paths for part in _parts(path)[:-1])
        for folder in (self.folder, *(self.folder / part for part in below)):
            if os.path.lexists(folder) and not folder.is_dir():
                raise CannotWriteError(file=str(folder), reason="it is no folder")

    def _status(self, path: str) -> os.stat_result | None:
        file = self.folder / path
        try:
            status = file.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError) as error:
            raise cannot_write(file, error) from None
        if not stat.S_ISREG(status.st_mode):
            raise CannotWriteError(file=str(file), reason="it is no plain file")
        return status


def name_some(paths: Sequence[str]) -> str:
    """Return the first few of the paths, and how many more there are."""
    named = ", ".join(paths[:_MOST_NAMED])
    return named if len(paths) <= _MOST_NAMED else f"{named} and {len(paths) - _MOST_NAMED} more"


def _parts(path: str) -> list[str]:
    """Return the folders that lead to the path, the outermost first, and the path itself."""
    pure = PurePosixPath(path)
    return [part.as_posix() for part in (*reversed(pure.parents), pure) if part.parts]


def _is_link(path: Path) -> bool:
    return path.is_symlink() or getattr(os.path, "isjunction", lambda _: False)(path)
