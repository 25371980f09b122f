"""Drafts: the new text of a file beside the old one, until it takes its place.

A run that is killed leaves its draft. The next one that writes there removes it, and
nothing else: the name of a draft holds a random part and the digest of that part, which
no other program and no person writes; and a run holds a lock on its draft that the
system lets go of when the run ends, however it ends.
"""

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from ladder.digests import digest_of

_NAME = re.compile(r"\.ladder-([0-9a-f]{16})-([0-9a-f]{16})\.new")
_FLAGS = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""A pipe under the name of a draft is not waited for."""

CLOSE_BEFORE_RENAMING = os.name == "nt"
"""Windows renames no file that is open."""


class Draft:
    """A new file in a folder, locked by this run; it goes away unless it takes a file's place."""

    def __init__(self, folder: Path, *, mode: int) -> None:
        """Make the file with this mode, less what the caller's umask takes away."""
        while True:
            self.path = folder / _new_name()
            self._file: int | None = os.open(self.path, _FLAGS | os.O_CREAT | os.O_EXCL, mode)
            _lock(self._file, wait=True)
            if _is_at(self.path, self._file):
                break
            self.close()  # A run that swept the folder took it before it was locked.

    def write(self, content: bytes) -> None:
        """Write the whole of the content, down to the disk."""
        if self._file is not None:
            write_all(self._file, content)
            os.fsync(self._file)

    def replace(self, target: Path) -> None:
        """Take the place of the target, in one step."""
        if CLOSE_BEFORE_RENAMING:
            self.close()
        self.path.replace(target)

    def discard(self) -> None:
        """Remove what is left of the draft."""
        self.close()
        self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file and its lock."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def write_all(file: int, content: bytes) -> None:
    """Write the whole of the content to an open file."""
    left = memoryview(content)
    while left:
        left = left[os.write(file, left) :]


def sweep_drafts(folder: Path) -> None:
    """Remove the drafts that runs which are no more have left in the folder."""
    try:
        names = [entry.name for entry in os.scandir(folder) if is_draft(entry.name)]
    except OSError:
        return
    for name in names:
        with suppress(OSError):
            _sweep(folder / name)


def is_draft(name: str) -> bool:
    """Return whether the name is that of a draft: its second part is the digest of the first."""
    found = _NAME.fullmatch(name)
    return found is not None and found[2] == _seal(found[1])


def _new_name() -> str:
    token = os.urandom(8).hex()
    return f".ladder-{token}-{_seal(token)}.new"


def _seal(token: str) -> str:
    return digest_of(f"a draft of ladder: {token}".encode())[:16]


def _sweep(path: Path) -> None:
    file = os.open(path, _FLAGS | _AT_ONCE)
    try:
        if _lock(file, wait=False) and _is_at(path, file):
            path.unlink()
    finally:
        os.close(file)


def _is_at(path: Path, file: int) -> bool:
    """Return whether the open file is a plain one and still stands at the path."""
    opened = os.fstat(file)
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISREG(opened.st_mode) and (found.st_dev, found.st_ino) == (opened.st_dev, opened.st_ino)


def _lock(file: int, *, wait: bool) -> bool:
    """Lock the open file and return whether that could be done; where disks know no locks it never is."""
    try:
        import fcntl  # noqa: PLC0415 - Windows has none

        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except (ImportError, OSError):
        return False
    return True
