"""The text of a file that a person names: bounded, UTF-8, and never a device."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from ladder.errors import BadFileError, Fault, FaultKind
from ladder.writing import note_input

LARGEST_FILE = 1_000_000
"""Bytes of the largest specification or profile that is read."""

STANDARD_INPUT = "-"


def name_file(path: Path | str) -> str:
    """Return the name that faults give the file; ``-`` is standard input."""
    return "standard input" if str(path) == STANDARD_INPUT else str(path)


def read_text_file(path: Path | str, *, at_most: int = LARGEST_FILE) -> str:
    """Return the text of a UTF-8 file, or of standard input for ``-``.

    A byte-order mark is dropped. Empty text is returned as it is.

    Raises:
        BadFileError: the file is missing, a folder, no regular file, not readable, of
            more than ``at_most`` bytes, or not UTF-8.

    """
    return decode_text(read_bytes(path, at_most=at_most), path)


def decode_text(content: bytes, path: Path | str) -> str:
    """Return the text of a UTF-8 file's content, without its byte-order mark.

    Raises:
        BadFileError: it is not UTF-8; the line is named.

    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        refuse_file(path, "the text is not UTF-8", "save the file as UTF-8", line=line)


def read_bytes(path: Path | str, *, at_most: int) -> bytes:
    """Return the bytes of a regular file, or of standard input for ``-``; the run may not write to it.

    Raises:
        BadCallError: the run is to write the file, too (``ladder.writing.runs``).
        BadFileError: as :func:`read_text_file`, the encoding apart.

    """
    if str(path) == STANDARD_INPUT:
        _note_standard_input()
        content = sys.stdin.buffer.read(at_most + 1)
    else:
        content = _read_regular_file(Path(path), at_most + 1)
    if len(content) > at_most:
        _refuse_size(path, at_most)
    return content


def _refuse_size(path: Path | str, at_most: int) -> NoReturn:
    refuse_file(path, f"the file is larger than {at_most:,} bytes", "split it, or name another file")


def is_folder(path: Path) -> bool:
    """Return whether the path is a folder; one that nobody may look at, or no system has, is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Return whether the path is a regular file; one that nobody may look at, or no system has, is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def refuse_file(path: Path | str, what: str, try_this: str, *, line: int = 0) -> NoReturn:
    """Refuse a file with one fault.

    Raises:
        BadFileError: always.

    """
    fault = Fault(
        file=name_file(path), line=line, field="", what=what, try_this=try_this, kind=FaultKind.FILE_UNREADABLE
    )
    raise BadFileError([fault]) from None


def _note_standard_input() -> None:
    """Take down the file that standard input comes from, where it is one."""
    with suppress(OSError, ValueError):
        note_input(name_file(STANDARD_INPUT), os.fstat(sys.stdin.fileno()))


def _read_regular_file(path: Path, at_most: int) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            refuse_file(path, "this is a folder", "name a file in it")
        if not stat.S_ISREG(status.st_mode):
            refuse_file(path, "this is not a regular file", "name a file, or '-' for standard input")
        if status.st_size >= at_most:
            _refuse_size(path, at_most - 1)
        with path.open("rb") as file:
            note_input(path, os.fstat(file.fileno()))
            return file.read(at_most)
    except FileNotFoundError:
        refuse_file(path, "there is no such file", "look at the name and the folder")
    except OSError as error:
        refuse_file(path, f"the file cannot be read: {error.strerror}", "look at its name and permissions")
    except ValueError:
        refuse_file(os.fspath(path).replace("\0", "?"), "this is not the name of a file", "look at the name")
