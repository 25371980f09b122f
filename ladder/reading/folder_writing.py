"""A folder of readings written as planned: whole files, in order, and nothing of a person's lost.

What a person put in the place of one of our files is kept beside it, left, or stops the
run before anything is written; what goes is, byte for byte, as ladder wrote it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.schemas import is_schema_of_ours
from ladder.errors import BadCallError, CannotWriteError
from ladder.reading.folder_files import has_comments, print_record, record_in
from ladder.reading.folder_readings import FolderFile, is_as_set_aside
from ladder.reading.kept_files import LIST_FILE, QUARANTINE, ReadingList, line_of_record, print_list
from ladder.records import MadeForEach
from ladder.sources import Note
from ladder.specification import ClassSpecification
from ladder.writing import FolderGuard, Removal, Write, replace_file
from ladder.writing.folder_guard import name_some

_OLD = ".old"
SCHEMAS = "schema"
"""The folder of the schemas, for editors."""


class FolderNote(NamedTuple):
    """What is told of one file of the folder, and the document that it was read from."""

    path: str
    document: str
    note: Note


@dataclass(frozen=True)
class FolderPlan:
    """What is done to a folder, in this order, and what is told.

    ``under_way`` is the list of what was read while files are being written, ``reading_list``
    the one at the end. A class may be among ``files`` twice: first only named, for
    those before it that name it. ``known`` are the records of the folder that the plan
    has taken into account.
    """

    under_way: ReadingList
    files: tuple[FolderFile, ...]
    removed: tuple[str, ...]
    reading_list: ReadingList
    unchanged: tuple[str, ...] = ()
    notes: tuple[FolderNote, ...] = ()
    known: Mapping[str, ClassSpecification | Jurisdiction] = field(default_factory=dict)


@dataclass(frozen=True)
class FolderOutcome:
    """What was done to a folder, as paths.

    ``put_aside`` are files written anew whose old text a person had a hand in, and
    ``kept_as`` the files beside them that hold it. ``left`` are files that a person
    changed and that therefore stay.
    """

    written: tuple[str, ...]
    removed: tuple[str, ...]
    put_aside: tuple[str, ...]
    left: tuple[str, ...] = ()
    kept_as: tuple[str, ...] = ()


def write_folder(
    folder: Path, plan: FolderPlan, *, write: Write = replace_file, tell: Callable[[], None] = lambda: None
) -> FolderOutcome:
    """Do what was planned, each file whole or not at all; what would not change is not written.

    ``write`` writes a whole file; ``tell`` is called once a file is done.

    Raises:
        BadCallError: a link or another file stands where a new one goes, or a file is
            one that the run reads; nothing is written.
        CannotWriteError: a file cannot be written or removed; the folder loads as it is.

    """
    guard = FolderGuard(folder, write)
    paths = dict.fromkeys(one.path for one in plan.files)
    guard.prepare([LIST_FILE, *paths], plan.removed)
    _refuse_strangers(guard, plan)
    writing = _Writing(guard, plan)
    if plan.removed or any(guard.content(one.path) != one.text.encode() for one in plan.files):
        writing.write_list(plan.under_way)
    for one in plan.files:
        writing.bring_up_to_date(one)
        tell()
    removed = tuple(writing.remove(plan.removed))
    writing.write_list(plan.reading_list)
    return FolderOutcome(
        written=tuple(writing.written),
        removed=removed,
        put_aside=tuple(writing.put_aside),
        left=tuple(writing.left),
        kept_as=tuple(writing.put_aside.values()),
    )


def _refuse_strangers(guard: FolderGuard, plan: FolderPlan) -> None:
    """Refuse where a file stands in the place of a new record: on some disks ``a.yaml`` is ``A.yaml``."""
    records = [one for one in plan.files if not _is_schema(one.path) and not _is_quarantined(one.path)]
    ours = {(one.path, one.text.encode()) for one in records}
    new = {one.path: guard.content(one.path) for one in records if one.path not in plan.known}
    strange = [path for path, content in new.items() if content is not None and (path, content) not in ours]
    if strange:
        what = f"{name_some(strange)} in {guard.folder} is no file that ladder knows of, and a new one would go there"
        raise BadCallError(what=what, try_this="move it away")


def _is_schema(path: str) -> bool:
    return path.startswith(f"{SCHEMAS}/") and path.endswith(".json")


def _is_quarantined(path: str) -> bool:
    return path.startswith(f"{QUARANTINE}/") and path.count("/") > 1


class _Writing:
    """One run of writing, and what it did."""

    def __init__(self, guard: FolderGuard, plan: FolderPlan) -> None:
        self._guard, self._plan = guard, plan
        self._line_of = MadeForEach(line_of_record)
        self.written: dict[str, None] = {}
        self.put_aside: dict[str, str] = {}
        self.left: dict[str, None] = {}

    def write_list(self, listed: ReadingList) -> None:
        """Write the list, where it changes."""
        content = print_list(listed, line_of=self._line_of).encode()
        if self._guard.content(LIST_FILE) != content:
            self._guard.write(LIST_FILE, content)

    def bring_up_to_date(self, file: FolderFile) -> None:
        """Write the file where it changes; what a person did to the old one is kept beside it, or stays."""
        before, content = self._guard.content(file.path), file.text.encode()
        if before == content:
            return
        if before is not None and file.path not in self.written and self._is_of_person(file.path, before):
            if _is_schema(file.path):
                self.left[file.path] = None
                return
            self._put_aside(file.path, before)
        self._guard.write(file.path, content)
        self.written[file.path] = None

    def _is_of_person(self, path: str, content: bytes) -> bool:
        """Return whether a person had a hand in a file that the new text does not take into account."""
        if _is_schema(path):
            return not is_schema_of_ours(content, written=self._plan.under_way.schemas.get(path))
        if _is_quarantined(path):
            return not is_as_set_aside(content)
        return has_comments(content, path) or record_in(content, path) != self._plan.known.get(path)

    def _put_aside(self, path: str, content: bytes) -> None:
        """Keep the old text under the first free name beside the file; where it is kept already, it stays untouched."""
        name = next(one for one in _names_of_old(path) if self._takes(one, content))
        if self._guard.content(name) is None:
            self._guard.write(name, content)
        self.put_aside[path] = name

    def _takes(self, path: str, content: bytes) -> bool:
        try:
            return self._guard.content(path) in {None, content}
        except CannotWriteError:
            return False

    def remove(self, paths: tuple[str, ...]) -> Iterator[str]:
        """Remove files that are as they were written; yield those that went."""
        for path in paths:
            done = self._guard.remove(path, partial(self._is_as_written, path))
            if done is Removal.DONE:
                yield path
            elif done is Removal.LEFT:
                self.left[path] = None

    def _is_as_written(self, path: str, content: bytes) -> bool:
        base = self._plan.under_way.read.get(path)
        return is_as_set_aside(content) if base is None else content == print_record(base).encode()


def _names_of_old(path: str) -> Iterator[str]:
    yield path + _OLD
    yield from (f"{path}{_OLD}-{number}" for number in count(2))
