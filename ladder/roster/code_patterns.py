"""Codes of classes as a planner's table writes them, brought to the form of the catalog."""

import re

from ladder.figures import is_in_digits

_MEANT = {"#": "[0-9]", "@": "[A-Za-z]", "*": ".*"}
_PATTERN = re.compile(r"([^\[\]]*)\[([^\[\]]*)\]([^\[\]]*)")
_LONGEST = 80
"""Letters of the longest text that is looked at for a code, so that a pattern of many stars ends soon."""
MOST_ZEROS = 8
"""Zeros that a code may have lost, at most."""


class CodeReader:
    """Takes the code out of a text by the pattern of a layout, and fills it with zeros where the layout says so."""

    def __init__(self, pattern: str | None, digits: int | None) -> None:
        """Compile the pattern: ``[####]-#`` is a code of four figures and what goes with it."""
        found = _PATTERN.fullmatch(pattern or "")
        before, code, behind = (_compiled(part) for part in found.groups()) if found else ("", "(?!)", "")
        self._form, self._digits = re.compile(f"{before}({code}){behind}"), digits or 0

    def read(self, text: str) -> str:
        """Return the code that a text holds; the text itself where the pattern does not fit, or it is over 80 letters.

        >>> CodeReader("[####]-#", None).read("1358-0"), CodeReader(None, 4).read("441")
        ('1358', '0441')
        """
        found = self._form.fullmatch(text) if len(text) <= _LONGEST else None
        code = found[1] if found else text
        return code.zfill(self._digits) if is_in_digits(code) else code


def _compiled(part: str) -> str:
    return "".join(_MEANT.get(letter) or re.escape(letter) for letter in part)


def with_zeros(code: str) -> tuple[str, ...]:
    """Return what a code of figures may have been before it lost its zeros.

    >>> with_zeros("441")[:2]
    ('0441', '00441')
    """
    is_number = is_in_digits(code) and len(code) <= MOST_ZEROS
    return tuple("0" * zeros + code for zeros in range(1, MOST_ZEROS)) if is_number else ()
