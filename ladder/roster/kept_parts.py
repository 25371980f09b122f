"""Finished parts of a roster in a folder of the caller's: by a digest of all that each hangs on, for its owner alone.

A part is found again only by that digest, and only whole: another file, catalog, layout, month or
version of ladder has another name, and what is damaged is evaluated anew. Nothing in here tells of
a person unless persons were asked for.
"""

import gzip
import json
import zlib
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ladder.digests import digest_of
from ladder.release import VERSION
from ladder.writing import FolderGuard, make_folder, replace_file

FORM = 1
"""The form of what is kept: another one is another name."""
_LARGEST = 200_000_000
_CHUNK = 1 << 20


def key_of(hangs_on: object) -> str:
    """Return the digest of what a part hangs on, told in what JSON can tell."""
    told = json.dumps([FORM, VERSION, hangs_on], sort_keys=True, default=repr)
    return digest_of(told.encode())


def digest_of_file(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    whole = sha256()
    with file.open("rb") as opened:
        while some := opened.read(_CHUNK):
            whole.update(some)
    return whole.hexdigest()


def sealed(told: object) -> bytes:
    """Return what is told of a part as it is kept: packed, with a digest of it."""
    content = json.dumps(told, separators=(",", ":")).encode()
    return gzip.compress(digest_of(content).encode() + b"\n" + content, compresslevel=1, mtime=0)


def unsealed(packed: bytes) -> Any:  # noqa: ANN401 - whatever JSON tells
    """Return what :func:`sealed` packed; None of what is damaged."""
    try:
        seal, _, content = gzip.decompress(packed).partition(b"\n")
        return json.loads(content) if seal == digest_of(content).encode() else None
    except (OSError, EOFError, zlib.error, ValueError):
        return None


class KeptParts(NamedTuple):
    """The folder that finished parts are kept in."""

    folder: Path

    def prepare(self, keys: list[str]) -> None:
        """Make the folder, look at all that may be written, and remove the drafts of runs that were ended.

        Raises:
            BadCallError: a link stands where a part would, or a part is a file that is read.
            CannotWriteError: the folder cannot be made, or what stands there is no plain file.

        """
        make_folder(self.folder, private=True)
        self._guard.prepare(list(map(_name_of, keys)))

    def find(self, key: str) -> bytes | None:
        """Return the bytes of a part, which may be damaged; None where it is not there.

        Raises:
            CannotWriteError: it cannot be read.

        """
        return self._guard.content(_name_of(key))

    def keep(self, key: str, packed: bytes) -> None:
        """Write a finished part, whole or not at all; one that is too large to be read again is not kept.

        Raises:
            CannotWriteError: it cannot be written.

        """
        if len(packed) <= _LARGEST:
            self._guard.write(_name_of(key), packed)

    @property
    def _guard(self) -> FolderGuard:
        return FolderGuard(self.folder, partial(replace_file, private=True))


def _name_of(key: str) -> str:
    return f"part-{key[:32]}.json.gz"
