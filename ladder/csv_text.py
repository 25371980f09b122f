"""CSV that a spreadsheet shows and never runs: one line a row, text that would be a formula disarmed.

A cell is one line: line ends, tabs and other controls in a text become blanks. A text
that a spreadsheet would run, or that begins with an apostrophe, gets one apostrophe in
front; take one leading apostrophe away and the text is back. Numbers are left alone.
See docs/decisions/0017-data-is-what-it-says.md.
"""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ladder.answer_tables import Cell, Table

_APOSTROPHE = "'"
_BREAKS_A_LINE = re.compile("\r\n|[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_HALF_A_LETTER = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_HARMLESS_START = re.compile(r"[0-9A-Za-z$(]")
_FORMULA_STARTS = frozenset("=+-@\u2212")
_UNSEEN_KINDS = frozenset("CMZ")
_UNSEEN_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def print_csv(table: "Table") -> str:
    """Return the table as CSV, one line a row; text that a spreadsheet would take for a formula is disarmed."""
    import csv  # noqa: PLC0415 - most answers are for people
    import io  # noqa: PLC0415

    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\n")
    writer.writerows([_cell(one) for one in row] for row in (table.columns, *table.rows))
    return page.getvalue()


def write_in_one_line(text: str) -> str:
    r"""Return the text with a blank for each line end, tab and other control, half a letter as U+FFFD.

    >>> write_in_one_line("Clerk\r\n=1+1")
    'Clerk =1+1'
    """
    return _HALF_A_LETTER.sub(_REPLACEMENT, _BREAKS_A_LINE.sub(" ", text))


def disarm(text: str) -> str:
    """Return the text with an apostrophe in front where a spreadsheet would run it, or where one stands there already.

    >>> disarm("=1+1"), disarm("'tis"), disarm("Clerk")
    ("'=1+1", "''tis", 'Clerk')
    """
    return _APOSTROPHE + text if text.startswith(_APOSTROPHE) or _would_run(text) else text


def rearm(text: str) -> str:
    """Return the text that was disarmed: one leading apostrophe, if any, is taken away.

    >>> rearm("'=1+1"), rearm("Clerk")
    ('=1+1', 'Clerk')
    """
    return text.removeprefix(_APOSTROPHE)


def _cell(value: "Cell") -> "Cell":
    if value is None:
        return ""
    if isinstance(value, int | Decimal):
        return value
    return disarm(write_in_one_line(value))


def _would_run(text: str) -> bool:
    """Return whether the first letter seen begins a formula, in whatever width it is written."""
    if not text or _HARMLESS_START.match(text):
        return False
    from unicodedata import category, normalize  # noqa: PLC0415 - most cells begin with a plain letter

    for letter in text:
        if category(letter)[0] not in _UNSEEN_KINDS and letter not in _UNSEEN_LETTERS:
            return normalize("NFKC", letter)[0] in _FORMULA_STARTS
    return False
