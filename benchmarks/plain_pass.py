"""A plain pass of patterns over a folder of bulletins: ``python -m benchmarks.plain_pass FOLDER``.

It decodes each file and finds what simple patterns find: code, title, dates, salary, amounts
of service, capitalised titles. What it finds is not right; it is the least that any reader
does. It imports nothing of ladder, so that its process costs nothing else.
"""

import re
import sys
from pathlib import Path

_CODE = re.compile(r"Class\s+Code:?\s*(\d{4})")
_OPEN = re.compile(r"Open\s+Date:?\s*(\d{2}-\d{2}-\d{2})")
_PAY = re.compile(r"\$([\d,]+)(?:\s+to\s+\$([\d,]+))?")
_SECTION = re.compile(r"^[ \t]*(REQ[A-Z/ ]{5,60})$", re.MULTILINE)
_AMOUNT = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eighteen|\d+)\s+(?:\(\d+\)\s+)?(years?|months?)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:as an?|level of(?: an?)?)\s+((?:[A-Z][a-z]+\s?)+)")


def plain_pass(folder: Path) -> int:
    """Read every file of the folder and search it with each pattern; return how much was found."""
    found = 0
    for file in sorted(folder.glob("*.txt")):
        content = file.read_bytes()
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
        text = text.replace("\r\n", "\n")
        for pattern in (_CODE, _OPEN, _PAY, _SECTION, _AMOUNT, _TITLE):
            found += sum(1 for _ in pattern.finditer(text))
    return found


if __name__ == "__main__":
    sys.stdout.write(f"{plain_pass(Path(sys.argv[-1]))}\n")
