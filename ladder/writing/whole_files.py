"""A file that the caller names, written whole or not at all: the old one is kept until then."""

import errno
import os
import stat
from pathlib import Path

from ladder.errors import BadCallError, CannotWriteError
from ladder.writing.file_drafts import Draft, sweep_drafts, write_all
from ladder.writing.runs import refuse_inputs, tells_of_person

_OWNER_ALONE, _ALL = 0o600, 0o666
_FOLDER_OF_OWNER, _FOLDER = 0o700, 0o777


def write_file(path: Path, content: bytes, *, private: bool = False, fresh: bool = False) -> None:
    """Write the whole file, or leave what stood there before.

    A link that the caller names is followed. A device or pipe is written to as it is. A
    file is readable by its owner alone where it is ``private`` or the run has read a
    person's profile; any other new file is as the umask says, an old one keeps its mode.
    A ``fresh`` file takes no other's place.

    Raises:
        BadCallError: the file is one that the run reads, or is to be fresh and is not.
        CannotWriteError: the folder is missing, the path is a folder or protected, or
            the disk is full.

    """
    try:
        target = _target_of(path)
        if _is_stream(target):
            _write_stream(target, content)
            return
        refuse_inputs([target])
        if fresh:
            refuse_present(path)
        _refuse_protected(target)
        sweep_drafts(target.parent)
        _write(target, content, private=private, fresh=fresh)
    except (OSError, ValueError) as error:
        raise cannot_write(path, error) from None


def replace_file(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write the whole file in a folder that ladder keeps; a link in its place is replaced, not followed.

    A ``private`` one is readable by its owner alone.

    Raises:
        CannotWriteError: as :func:`write_file`.

    """
    try:
        _refuse_protected(path)
        _write(path, content, private=private, fresh=False)
    except (OSError, ValueError) as error:
        raise cannot_write(path, error) from None


def refuse_present(path: Path) -> None:
    """Refuse where a file or a link stands; a pipe or device may, and a folder is no file to be written at all.

    Raises:
        BadCallError: something does.

    """
    if os.path.lexists(path) and not _is_stream(path) and not path.is_dir():
        raise BadCallError(what=f"{path} is there already", try_this="name another file, or move that one away")


def make_folder(path: Path, *, parents: bool = False, private: bool = False) -> None:
    """Make the folder unless it is there; a ``private`` one is for its owner alone.

    Raises:
        CannotWriteError: it cannot be made, or a file stands in its place.

    """
    try:
        path.mkdir(mode=_FOLDER_OF_OWNER if private else _FOLDER, parents=parents, exist_ok=True)
    except (OSError, ValueError) as error:
        raise cannot_write(path, error) from None


def cannot_write(path: Path, error: Exception) -> CannotWriteError:
    """Return the fault of a file, with the system's reason."""
    return CannotWriteError(file=str(path), reason=getattr(error, "strerror", None) or str(error))


def _target_of(path: Path) -> Path:
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, "the link leads round in a circle")
    return target


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _write_stream(target: Path, content: bytes) -> None:
    file = os.open(target, os.O_WRONLY | getattr(os, "O_CLOEXEC", 0))
    try:
        write_all(file, content)
    finally:
        os.close(file)


def _refuse_protected(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(None, "it is protected against writing")
    if not target.parent.is_dir():
        raise FileNotFoundError(None, f"there is no folder {target.parent}")


def _write(target: Path, content: bytes, *, private: bool, fresh: bool) -> None:
    is_private = private or tells_of_person()
    before = target.lstat().st_mode if os.path.lexists(target) else None
    draft = Draft(target.parent, mode=_ALL if before is None and not is_private else _OWNER_ALONE)
    try:
        draft.write(content)
        if before is not None and not is_private:
            draft.path.chmod(before & 0o777)
        if fresh:
            refuse_present(target)
        draft.replace(target)
    finally:
        draft.discard()
