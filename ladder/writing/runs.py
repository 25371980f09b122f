"""What one run of the program reads, and what it is asked to write: no file is both.

Every reader of files notes what it opens, and the command line what it is given to
read and to write. Files are the same where their device and number are: a link, a
second name, another way to write a path or another case of its letters changes nothing.
Outside :func:`one_run`, as where ladder is used as a library, nothing is noted.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from ladder.errors import BadCallError

if TYPE_CHECKING:
    from pathlib import Path

STANDARD_STREAM = "-"

Identity = tuple[int, int]
"""The device of a file and its number there."""


class _Run:
    """Files and folders read, and those named for output, by identity and by real path.

    ``tells_of_person`` says that a person's profile was read, ``reads_own`` that what is
    read now is what the run itself keeps.
    """

    def __init__(self) -> None:
        self.inputs: dict[Identity, str] = {}
        self.outputs: dict[Identity, str] = {}
        self.named: dict[str, str] = {}
        self.tells_of_person = False
        self.reads_own = False


_RUN: ContextVar[_Run | None] = ContextVar("_RUN", default=None)


@contextmanager
def one_run() -> Iterator[None]:
    """Take down what is read and written from here on, for as long as the context lasts."""
    token = _RUN.set(_Run())
    try:
        yield
    finally:
        _RUN.reset(token)


@contextmanager
def own_files() -> Iterator[None]:
    """Read what the run itself keeps and may write anew: it is no input in here."""
    run = _RUN.get() or _Run()
    before, run.reads_own = run.reads_own, True
    try:
        yield
    finally:
        run.reads_own = before


def note_input(path: "Path | str", status: os.stat_result | None = None) -> None:
    """Take down that the file or folder is read; ``status`` is that of the file where it is open.

    Raises:
        BadCallError: it is named for output as well.

    """
    run, identity = _RUN.get(), _identity(path, status)
    if run is None or identity is None:
        return
    if identity in run.outputs:
        _refuse(run.outputs[identity], str(path))
    if not run.reads_own:
        run.inputs.setdefault(identity, str(path))


def note_output(path: "Path | str", *, option: str = "") -> None:
    """Take down that the file or folder is named for output, by this option.

    Raises:
        BadCallError: it is read as well, or another option names it, too.

    """
    run = _RUN.get()
    if run is None or str(path) == STANDARD_STREAM:
        return
    refuse_inputs([path])
    real = _real(path)
    if run.named.setdefault(real, option) != option:
        what = f"{path} is named twice, by {run.named[real]} and by {option}"
        raise BadCallError(what=what, try_this="name another file for one of them")
    if (identity := _identity(path, None)) is not None:
        run.outputs[identity] = str(path)


def refuse_inputs(paths: Iterable["Path | str"]) -> None:
    """Refuse where one of the paths is what the run has read; nothing has been touched then.

    Raises:
        BadCallError: one is; it is named.

    """
    run = _RUN.get()
    for path in paths if run is not None and run.inputs else ():
        identity = _identity(path, None)
        if run is not None and identity in run.inputs:
            _refuse(str(path), run.inputs[identity])


def refuse_named(paths: Iterable["Path"]) -> None:
    """Refuse where a file of a folder that the run keeps is named for another output.

    Raises:
        BadCallError: one is; it is named.

    """
    run = _RUN.get()
    for path in paths if run is not None and len(run.named) > 1 else ():
        if run is not None and (option := run.named.get(_real(path))) is not None:
            what = f"{path} is a file of the folder that is written, and {option} names it, too"
            raise BadCallError(what=what, try_this="name another file")


def note_person() -> None:
    """Take down that a person's profile was read: what the run writes is for its owner alone."""
    if (run := _RUN.get()) is not None:
        run.tells_of_person = True


def tells_of_person() -> bool:
    """Return whether the run has read a person's profile."""
    run = _RUN.get()
    return run is not None and run.tells_of_person


def _refuse(output: str, given: str) -> None:
    same = "" if output == given else f", which is {given},"
    what = f"{output}{same} is read here and would be written over"
    raise BadCallError(what=what, try_this="name another file or folder for the output")


def _identity(path: "Path | str", status: os.stat_result | None) -> Identity | None:
    """Return the identity of a plain file or a folder; none where nothing stands, or a pipe or device."""
    if status is None:
        if str(path) == STANDARD_STREAM:
            return None
        try:
            status = os.stat(path)  # noqa: PTH116 - pathlib takes longer to import than to do without
        except (OSError, ValueError):
            return None
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        return None
    return status.st_dev, status.st_ino


def _real(path: "Path | str") -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)
