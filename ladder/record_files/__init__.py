"""Strict reading of YAML and JSON record files, with the line of every field.

No tag, alias or repeated field is taken, no value is typed by YAML, depth and size are
bounded, and every fault of a file is named at once. PyYAML is imported only where a
YAML text is read.
"""

from ladder.record_files.located_records import LocatedRecord, locate_record, read_record, read_tree
from ladder.record_files.text_files import (
    LARGEST_FILE,
    decode_text,
    is_file,
    is_folder,
    read_bytes,
    read_text_file,
    refuse_file,
)
from ladder.record_files.trees import MOST_FAULTS, Place, RecordTree

__all__ = [
    "LARGEST_FILE",
    "MOST_FAULTS",
    "LocatedRecord",
    "Place",
    "RecordTree",
    "decode_text",
    "is_file",
    "is_folder",
    "locate_record",
    "read_bytes",
    "read_record",
    "read_text_file",
    "read_tree",
    "refuse_file",
]
