"""Documents and folders for the tests of writing, and the whole of a folder as it stands."""

import os
import stat
from pathlib import Path

from ladder.cli.running import run
from tests.reading.written import (
    ConnecticutClass,
    NorthDakotaLevel,
    NorthDakotaSeries,
    print_connecticut,
    print_north_dakota,
)

Snapshot = dict[str, tuple[str, bytes]]
"""Every path below a folder: its kind and mode, and its bytes or where its link leads."""

SERIES = NorthDakotaSeries(
    "Ferry",
    (
        NorthDakotaLevel("Ferry Keeper I", "7101", "E", 1),
        NorthDakotaLevel("Ferry Keeper II", "7102", "F", 3, 2, "Ferry Planner"),
    ),
)


def write_documents(folder: Path, *, grade: int = 21) -> Path:
    """Write two documents into a new folder and return it; the second names a class only named."""
    folder.mkdir()
    folder.joinpath("ferry.txt").write_text(print_north_dakota(SERIES), "utf-8")
    bridge = print_connecticut(ConnecticutClass(superior="Bridge Planner", grade=grade))
    folder.joinpath("bridge.txt").write_text(bridge, "utf-8")
    return folder


def snapshot(folder: Path) -> Snapshot:
    """Return all that stands below the folder, byte for byte."""
    found: Snapshot = {}
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(place, name)
            found[path.relative_to(folder).as_posix()] = _of(path)
    return found


def _of(path: Path) -> tuple[str, bytes]:
    mode = path.lstat().st_mode
    kind = f"{stat.S_IFMT(mode):o} {stat.S_IMODE(mode):o}"
    if stat.S_ISLNK(mode):
        return kind, os.fsencode(path.readlink())
    return kind, path.read_bytes() if stat.S_ISREG(mode) else b""


def ladder(*words: str | Path) -> int:
    """Run the program in this process and return its exit status."""
    return int(run([str(word) for word in words]))
