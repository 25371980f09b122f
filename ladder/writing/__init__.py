"""The one way to the disk: everything that ladder writes or deletes goes through here.

A named file is written whole or not at all (``whole_files``); a folder that ladder keeps is
guarded against links, foreign files and hostile lists (``folder_guard``, ``safe_paths``);
no file is both read and written (``runs``); a draft of a run that died goes with the
next one (``file_drafts``). What writes is imported when something is to be written: most
answers go to the terminal.
"""

from typing import TYPE_CHECKING

from ladder.writing.runs import (
    note_input,
    note_output,
    note_person,
    one_run,
    own_files,
    refuse_inputs,
)

if TYPE_CHECKING:
    from ladder.writing.file_drafts import sweep_drafts
    from ladder.writing.folder_guard import FolderGuard, Removal, Write
    from ladder.writing.safe_paths import fault_of_path
    from ladder.writing.whole_files import make_folder, refuse_present, replace_file, write_file

__all__ = [
    "FolderGuard",
    "Removal",
    "Write",
    "fault_of_path",
    "make_folder",
    "note_input",
    "note_output",
    "note_person",
    "one_run",
    "own_files",
    "refuse_inputs",
    "refuse_present",
    "replace_file",
    "sweep_drafts",
    "write_file",
]


def __getattr__(name: str) -> object:
    """Return what writes, from its module."""
    if name not in __all__:
        raise AttributeError(name)
    from ladder.writing import file_drafts, folder_guard, safe_paths, whole_files  # noqa: PLC0415 - said above

    return next(vars(one)[name] for one in (file_drafts, folder_guard, safe_paths, whole_files) if name in vars(one))
