"""A document opened in a process of its own, whose memory and time are bounded."""

import json
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from typing import IO, NoReturn

from ladder.reading.text.errors import MissingExtraError
from ladder.reading.text.extracts import Extract
from ladder.reading.text.limits import CHILD_WAIT, LARGEST_EXTRACT, refuse_document

_PACKAGES = {"DOCX": "docx", "PDF": "pypdfium2", "HTML": "selectolax", "ODT": "lxml", "XLSX": "lxml"}
"""The package that a kind takes, where it takes one."""
# Isolated (-I), so that nothing of the folder it is called in is imported. Ladder itself may stand in a
# checkout that only this process's path leads to, so the path is handed on.
_ENTRY = (
    "import sys; kind, *sys.path = sys.argv[1:]; from ladder.reading.text.child import main; "
    "main(kind, sys.stdin.buffer, sys.stdout.buffer)"
)
_LONGEST_ANSWER = 4 * LARGEST_EXTRACT + 1_000_000


def extract_text(content: bytes, kind: str, *, name: str) -> Extract:
    """Return what a child process finds in a document of a kind, as ``Kind`` names it.

    Raises:
        BadFileError: the document is damaged, locked, or takes more time or memory than
            is allowed (``ladder.reading.text.limits``).
        MissingExtraError: the package that reads the kind is not installed.

    """
    if kind in _PACKAGES and find_spec(_PACKAGES[kind]) is None:
        raise MissingExtraError(name=name, kind=kind)
    with tempfile.TemporaryFile() as answer:
        try:
            status = _run_child(content, kind, answer)
        except subprocess.TimeoutExpired:
            _refuse(name, kind, f"reading it takes more than {CHILD_WAIT} seconds")
        if status:
            _refuse(name, kind, "reading it fails, or takes more time or memory than a document should")
        answer.seek(0)
        return read_answer(answer.read(_LONGEST_ANSWER), kind, name=name)


def _run_child(content: bytes, kind: str, answer: IO[bytes]) -> int:
    path = [entry for entry in sys.path if entry]
    ended = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-I", "-c", _ENTRY, kind, *path],
        input=content,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        timeout=CHILD_WAIT,
        check=False,
    )
    return ended.returncode


def read_answer(answer: bytes, kind: str, *, name: str) -> Extract:
    """Return what a child's whole answer tells.

    Raises:
        BadFileError: the child refused the document.

    """
    head, _, text = answer.partition(b"\n")
    told = json.loads(head)
    if refused := told.get("refused"):
        _refuse(name, kind, refused)
    return Extract(
        text.decode("utf-8"),
        paged=told["paged"],
        scanned=tuple(told["scanned"]),
        struck=tuple(told["struck"]),
        notes=tuple(map(tuple, told["notes"])),
        headings=tuple(map(tuple, told["headings"])),
        is_table=told["is_table"],
    )


def _refuse(name: str, kind: str, what: str) -> NoReturn:
    refuse_document(name, f"this {kind} is not read: {what}", "open it and save it anew, or save it as plain text")
