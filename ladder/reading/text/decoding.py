"""Bytes to text: the encoding found, and noted where it was not UTF-8; damaged characters noted."""

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from ladder.reading.text.kinds import KINDS_IN_WORDS
from ladder.reading.text.limits import refuse_document
from ladder.reading.text.normalise import end_lines
from ladder.reading_notes import Note, Severity

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_MOJIBAKE_NOTES = 20
# What UTF-8 looks like when it was taken for Windows-1252, and characters already lost.
_MOJIBAKE = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
    "|\u00e2(?:\u20ac|\u0080)|\u00ef(?:\u00bf\u00bd|\u00ac[\u0080-\u0086])|\ufffd|[\u0080-\u0084\u0086-\u009f]"
)


class Decoded(NamedTuple):
    """Text as its encoding spells it, line ends and all, and what was noted about it."""

    text: str
    notes: tuple[Note, ...]


def decode_text(content: bytes, *, name: str) -> Decoded:
    """Return the text that the bytes stand for, with a note where the encoding was not UTF-8.

    A byte-order mark decides; without one the bytes are UTF-8, else UTF-16 if every other
    byte shows it, else Windows-1252, in which a byte without a meaning becomes U+FFFD.

    Raises:
        BadFileError: NUL bytes, bytes that their own mark belies, or a word processor's file.

    """
    if content.startswith(_OLD_OFFICE):
        what = "this is an old format of Word or Excel, or locked with a password"
        refuse_document(name, what, "save it as DOCX, XLSX, PDF or plain text, without a password")
    text, notes = _decode(content, name)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        refuse_document(name, "NUL bytes stand in it: this is no text", f"name a file of {KINDS_IN_WORDS}", line=line)
    return Decoded(text, (*notes, *find_mojibake(text)))


def _decode(content: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decode_as(encoding, content.removeprefix(mark), name), ()
    if wide := _utf16_without_mark(content):
        note = Note("ENCODING_UTF16", Severity.INFO, 0, f"there is no byte-order mark; read as {wide.upper()}")
        return _decode_as(wide, content, name), (note,)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _decode_cp1252(content, first=error.start)


def _decode_as(encoding: str, content: bytes, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        refuse_document(name, f"the file is marked as {encoding.upper()} and is not", "save it as UTF-8")


def _utf16_without_mark(content: bytes) -> str | None:
    """Return the UTF-16 whose high bytes are NUL in most letters, and whose low bytes never are."""
    if not content or len(content) % 2:
        return None
    even, odd = content[::2].count(0), content[1::2].count(0)
    most = len(content) // 4
    if odd > most and not even:
        return "utf-16-le"
    return "utf-16-be" if even > most and not odd else None


def _decode_cp1252(content: bytes, *, first: int) -> tuple[str, tuple[Note, ...]]:
    text = content.decode("cp1252", errors="replace")
    line = _line_at(text, first)
    what = "the bytes are not UTF-8; read as Windows-1252"
    if lost := text.count("\ufffd"):
        what += f", in which {lost} of them have no meaning"
    return text, (Note("ENCODING_CP1252", Severity.WARNING, line, what),)


def _line_at(text: str, offset: int) -> int:
    return end_lines(text[:offset]).count("\n") + 1


def find_mojibake(text: str) -> Iterator[Note]:
    """Yield a note for each of the first lines that hold characters damaged before, or lost."""
    if text.isascii():
        return
    lines = enumerate(end_lines(text).split("\n"), start=1)
    damaged = ((number, found[0]) for number, line in lines if (found := _MOJIBAKE.search(line)))
    for number, seen in islice(damaged, _MOST_MOJIBAKE_NOTES):
        yield Note("MOJIBAKE", Severity.WARNING, number, f"damaged characters ({seen!a}): look at the original")
