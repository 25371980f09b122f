"""The one way to the disk: everything that ladder writes or deletes goes through here.

A named file is written whole or not at all (``files``); a folder that ladder keeps is
guarded against links, foreign files and hostile lists (``folder_guard``, ``safe_paths``);
no file is both read and written (``runs``); a draft of a run that died goes with the
next one (``drafts``).
"""

from ladder.writing.file_drafts import sweep_drafts
from ladder.writing.folder_guard import FolderGuard, Removal, Write
from ladder.writing.runs import (
    note_input,
    note_output,
    note_person,
    one_run,
    own_files,
    refuse_inputs,
)
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
