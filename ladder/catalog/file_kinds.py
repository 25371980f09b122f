"""Which of the files that ladder knows a file is, told by the names of its fields, and where it belongs."""

import json
import re
from enum import Enum
from typing import NamedTuple

from ladder.candidates import Profile
from ladder.records import keys_of


class _Told(NamedTuple):
    """What a kind of file is called, and which command takes it."""

    words: str
    belongs: str


class FileKind(_Told, Enum):
    """The kinds of file, each with its name and where it belongs."""

    ANSWER = ("an answer that ladder gave", "no command reads it; give the file that the answer was made from")
    SCHEMA = ("a JSON Schema", "it is for editors of YAML and JSON; name a file that is written after it")
    CATALOG = ("a compiled catalog", "give it with --catalog, or to 'ladder check'")
    READING_LIST = ("the list of what 'ladder read' read into a folder", "name the folder that it is in")
    SITE_LIST = ("the list of what 'ladder site' wrote", "no other command reads it")
    READINGS = ("what 'ladder read --json' printed", "make a folder with 'ladder read -o FOLDER', and name that")
    CLASS = (
        "the specification of one class",
        "give the folder that it is in with --catalog, or the file to 'ladder check'",
    )
    PROFILE = ("a profile", "give it to 'ladder assess', 'ladder path --profile' or 'ladder check'")
    LAYOUT = ("a layout of rosters", "give it to 'ladder roster --layout'")
    JURISDICTION = ("the file of one jurisdiction", "give the folder that it is in with --catalog")

    @property
    def is_record(self) -> bool:
        """Whether people write such files by hand, one record each."""
        return self in (FileKind.CLASS, FileKind.PROFILE, FileKind.JURISDICTION)


class _Sign(NamedTuple):
    """The names of fields that tell a kind: one of ``any_of``, or ``all_of`` them."""

    kind: FileKind
    any_of: frozenset[str] = frozenset()
    all_of: frozenset[str] = frozenset("-")


_SIGNS = (
    _Sign(
        FileKind.ANSWER,
        frozenset({"assessments", "proved_months", "alternatives", "findings", "feeders", "is_programme", "runs"}),
    ),
    _Sign(FileKind.SCHEMA, frozenset({"$schema", "$defs"})),
    _Sign(FileKind.CATALOG, frozenset({"checksum"}), frozenset({"classes", "jurisdictions"})),
    _Sign(FileKind.READING_LIST, frozenset({"set_aside"}), frozenset({"format", "documents"})),
    _Sign(FileKind.SITE_LIST, all_of=frozenset({"format", "files"})),
    _Sign(FileKind.READINGS, all_of=frozenset({"file", "unread", "notes"})),
    _Sign(FileKind.CLASS, frozenset({"completeness"}), frozenset({"jurisdiction", "title"})),
    _Sign(FileKind.LAYOUT, frozenset({"mode", "code_pattern", "code_digits", "open_ends", "cannot_answer"})),
    _Sign(FileKind.PROFILE, frozenset(keys_of(Profile))),
    _Sign(FileKind.JURISDICTION, all_of=frozenset({"id", "name"})),
)
_ONLY_CLASSES = {"classes"}
_FIRST_NAME = re.compile(r'\s{0,1000}\{\s{0,1000}"?([^\s":{}]{1,40})"?\s{0,100}:')
_NAME_ON_LINE = re.compile(r"""["']?([$A-Za-z_]{1,40})["']?[ \t]{0,20}:(?=[ \t\r\n]|$)""")


def find_kind(text: str) -> FileKind | None:
    """Return the kind of file whose text this is, YAML or JSON, none where no field tells.

    Text that is damaged is told by its first field, and only as a record: its own
    reader then names the line of the damage.
    """
    text = text.removeprefix("\ufeff")
    if not text.lstrip().startswith(("{", "[")):
        return _kind_with({found[1] for line in text.splitlines() if (found := _NAME_ON_LINE.match(line))})
    try:
        value, _ = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode(text.lstrip())
    except (ValueError, RecursionError):
        begun = _FIRST_NAME.match(text)
        kind = _kind_with({begun[1]}) if begun else None
        return kind if kind and kind.is_record else None
    names = set(map(str, value)) if isinstance(value, dict) else set[str]()
    return FileKind.ANSWER if names == _ONLY_CLASSES else _kind_with(names)


def _kind_with(names: set[str]) -> FileKind | None:
    return next((sign.kind for sign in _SIGNS if names & sign.any_of or names >= sign.all_of), None)
